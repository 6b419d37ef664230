"""Rows, periods and the record as a whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.record import period, record
from pipeline.record.audits import audit_date
from pipeline.schema import Article, DateRow, Mention, Provenance, content_id, to_json

TEXT = "Audit 7 maja 2008 r. Stwierdzono: 1) brak spisu."
ARTICLE = Article(id="a1", source="a.txt", text=TEXT, title="Audit", authors=("Ewa Kos",), published="2008-05-09")


def _mention(kind: str, printed: str, value: dict[str, object]) -> Mention:
    start = TEXT.index(printed)
    bounds = (start, start + len(printed))
    return Mention(
        kind=kind, rule="r", text=printed, start=bounds[0], end=bounds[1], value=value, sentence=bounds, clause=bounds
    )


MENTIONS = [
    _mention(
        "findings", "brak spisu", {"number": 1, "marker": "1)", "level": 1, "kind": "nonconformity", "lead": "Stwierdzono:"}
    ),
    _mention("dates", "7 maja 2008 r.", {"value": "2008-05-07", "role": "audit"}),
]


@pytest.mark.parametrize(
    ("point", "years", "expected"),
    [
        ("2023-12", "P3Y", "2026-12"),
        ("2023", "P3Y", "2026"),
        ("2023-12-05", "P1Y", "2024-12-05"),
        ("2024-02-29", "P3Y", "2027-02-28"),
        ("2024-02-29", "P4Y", "2028-02-29"),
        ("2023-12", "P6M", None),
        ("XXXX-05", "P3Y", None),
    ],
)
def test_adding_years(point: str, years: str, expected: str | None) -> None:
    assert period.add(point, years) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2011-05", ("2011-05", "2011-05")),
        ("../2011-05", (None, "2011-05")),
        ("2014-09-26/2017-09-25", ("2014-09-26", "2017-09-25")),
        ("2011-36", (None, None)),
        ("2011~", ("2011", "2011")),
    ],
)
def test_ends(value: str, expected: tuple[str | None, str | None]) -> None:
    assert period.ends(value) == expected


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 28), st.integers(1, 20))
def test_years_add_up(year: int, month: int, day: int, years: int) -> None:
    point = f"{year:04d}-{month:02d}-{day:02d}"
    later = period.add(point, f"P{years}Y")
    assert later is not None
    assert period.months(later) - period.months(point) == 12 * years
    assert later[4:] == point[4:]


def test_record_is_whole_and_repeatable() -> None:
    provenance = Provenance(model="none", settings="s", version="v")
    first, second = (record(ARTICLE, MENTIONS, provenance) for _ in range(2))
    assert to_json(first) == to_json(second)
    (date,), (finding,) = first.dates, first.findings
    assert date.mention_id == content_id("a1", "dates", "6", "20", "2008-05-07")
    assert finding.audit == date.mention_id
    assert first.text[finding.start : finding.end] == finding.text == "brak spisu"
    assert (first.authors, first.published, first.certificates) == (["Ewa Kos"], "2008-05-09", [])


def test_order_of_mentions_does_not_matter() -> None:
    provenance = Provenance(model="none", settings="s", version="v")
    assert to_json(record(ARTICLE, MENTIONS[::-1], provenance)) == to_json(record(ARTICLE, MENTIONS, provenance))


def _date(start: int, value: str, role: str = "audit") -> DateRow:
    return DateRow(mention_id=f"d{start}", rule="r", text="x", start=start, end=start + 1, value=value, role=role)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("dates", "audit"),
    [
        ([_date(5, "2008")], "d5"),
        ([_date(50, "2008")], "d50"),
        ([_date(5, "2008"), _date(8, "2010")], "d8"),
        ([_date(50, "2008"), _date(60, "2010")], None),
        ([_date(5, "2008", "other")], None),
        ([_date(5, "2013-06-17"), _date(8, "2010/2012")], "d5"),
    ],
    ids=["one before", "one after", "the nearest before", "two after", "no audit", "years that were audited"],
)
def test_audit_of_a_finding(dates: list[DateRow], audit: str | None) -> None:
    found = audit_date(20, dates, "x" * 100)
    assert (found.mention_id if found else None) == audit
