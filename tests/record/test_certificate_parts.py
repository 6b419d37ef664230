"""What a certificate is read from: parts of sentences, rows of tables, bidders left out, its sentence, what speaks against it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from pipeline.record.rows import mention_id
from pipeline.record.tables import meaning
from pipeline.schema import Block

Reader = Callable[[str], Any]
PCBC = "Polskie Centrum Badań i Certyfikacji"
PRS = "Polski Rejestr Statków"
OLSZA = "<o Urząd Gminy Olsza>Urząd Gminy Olsza</o>"
DAB = "<o Urząd Gminy Dąb>Urząd Gminy Dąb</o>"


def given(passage: Any, *names: str) -> list[tuple[Any, ...]]:
    return [tuple(getattr(c, name) for name in names) for c in passage.certificates()]


GAPS = {
    "bodies and days behind dashes": (
        f"{OLSZA} dostał certyfikaty: ISO 9001 – od <c {PCBC}>PCBC</c>, <d other 2019-05-23>23 maja 2019 r.</d>, oraz ISO 27001 – od "
        f"<c {PRS}>PRS</c>, <d other 2019-06-04>4 czerwca 2019 r.</d>",
        [("Urząd Gminy Olsza", PCBC, "2019-05-23"), ("Urząd Gminy Olsza", PRS, "2019-06-04")],
    ),
    "offices": (
        f"{OLSZA} otrzymał <d awarded 2012>w 2012 r.</d> ISO 9001 od <c {PCBC}>PCBC</c>, a {DAB} – ISO 14001 od <c {PRS}>PRS</c>.",
        [("Urząd Gminy Olsza", PCBC, "2012"), ("Urząd Gminy Dąb", PRS, None)],
    ),
    "years in a row": (
        f"{OLSZA} zdobył <d awarded 2017>w 2017 r.</d> ISO 9001, rok później, <d awarded 2018>w 2018 r.</d>, ISO 14001.",
        [("Urząd Gminy Olsza", None, "2017"), ("Urząd Gminy Olsza", None, "2018")],
    ),
    "one order, one verb, one body": (
        f"<c {PCBC}>PCBC</c> przyznało {OLSZA} <d awarded 2012>w 2012 r.</d> certyfikat ISO 9001 i ISO 14001.",
        [("Urząd Gminy Olsza", PCBC, "2012")],
    ),
}


@pytest.mark.parametrize(("marked", "expected"), GAPS.values(), ids=GAPS.keys())
def test_what_a_part_without_a_verb_says(passage: Reader, marked: str, expected: list[tuple[Any, ...]]) -> None:
    assert given(passage(marked), "organization", "certifier", "awarded") == expected


TABLE = (
    f"{OLSZA} posiada certyfikaty:\nNorma | Jednostka | Ważny do\n"
    f"ISO 9001 | <c {PCBC}>PCBC</c> | <d other 2026-02-10>10.02.2026</d>\nISO 27001 | <c {PRS}>PRS</c> | <d other 2025-11-30>30.11.2025</d>"
)
LABELS = (
    f"Nazwa: {OLSZA}\nNorma odniesienia: ISO 9001\nJednostka certyfikująca: <c {PCBC}>PCBC</c>\n"
    "Data wydania: <d other 2018-06-20>20.06.2018</d>\nData ważności: <d other 2021-06-19>19.06.2021</d>"
)


def test_rows_of_a_table(passage: Reader) -> None:
    found = given(passage(TABLE), "standards", "certifier", "status", "valid_until")
    assert found == [(["ISO 9001"], PCBC, "maintained", "2026-02-10"), (["ISO 27001"], PRS, "maintained", "2025-11-30")]


def test_label_list(passage: Reader) -> None:
    found = given(passage(LABELS), "organization", "certifier", "status", "awarded", "valid_until")
    assert found == [("Urząd Gminy Olsza", PCBC, "awarded", "2018-06-20", "2021-06-19")]


def test_cells_that_are_blocks(passage: Reader) -> None:
    read = passage(TABLE.replace(" | ", "\n"))
    lines, start = [], 0
    for line in read.article.text.split("\n"):
        lines.append((start, start + len(line)))
        start += len(line) + 1
    cells = [f"/html/body/table/tr[{r}]/td[{c}]" for r in (1, 2, 3) for c in (1, 2, 3)]
    blocks = tuple(Block(kind="cell", start=a, end=b, path=p) for (a, b), p in zip(lines[1:], cells, strict=True))
    read = replace(read, article=replace(read.article, blocks=blocks))
    assert given(read, "certifier", "valid_until") == [(PCBC, "2026-02-10"), (PRS, "2025-11-30")]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Ważny do", "valid_until"),
        ("Data ważności", "valid_until"),
        ("Ważny od", "valid_from"),
        ("Data wydania", "awarded"),
        ("Data pierwszego certyfikatu", "first_awarded"),
        ("Jednostka certyfikująca", "certifier"),
        ("Norma odniesienia", "standards"),
        ("Zakres", "scope"),
        ("Telefon", None),
    ],
)
def test_meaning_of_heads(head: str, expected: str | None) -> None:
    assert meaning(head) == expected


FOREIGN = {
    "supplier": f"{OLSZA} kupił program. Dostarczyła go spółka Softpol, działająca w oparciu o certyfikat ISO 27001.",
    "relative clause": f"{OLSZA} wybrał ofertę. Przetarg wygrała firma Zielony Las z Wronowa, która ma certyfikat ISO 14001.",
    "the next sentence": f"{OLSZA} ogłosił przetarg. Najtańszą ofertę złożyła spółka z Wronowa. Dołączyła certyfikaty ISO 9001 i ISO 14001.",
    "requirements": f"{OLSZA} kupuje papier. Wymagania: białość 161, producent z certyfikatem ISO 9001.",
    "product": f"{OLSZA} kupił lampy. Posiadają certyfikat zgodności z PN-EN 13201.",
}


@pytest.mark.parametrize("marked", FOREIGN.values(), ids=FOREIGN.keys())
def test_certificates_of_others_are_left_out(passage: Reader, marked: str) -> None:
    assert passage(marked).certificates() == []


def test_who_issues_does_not_hold(passage: Reader) -> None:
    marked = f"Certyfikat ISO 9001 wystawiła {OLSZA} firma Qualimat z Wronowa, wyłoniona w przetargu."
    assert given(passage(marked), "organization", "status") == [("Urząd Gminy Olsza", "awarded")]


def test_the_sentence_that_tells(passage: Reader) -> None:
    read = passage(
        f"Jakość w gminie\n  Było święto. {OLSZA} otrzymał <d awarded 2012>w 2012 r.</d> ISO 9001 od <c {PCBC}>PCBC</c>. Był tort."
    )
    (found,) = read.certificates()
    assert found.sentence == "Urząd Gminy Olsza otrzymał w 2012 r. ISO 9001 od PCBC."
    assert read.article.text[found.sentence_start : found.sentence_end] == found.sentence


DERIVED = {
    "end of a month": (
        f"{OLSZA} odnowił certyfikat ISO 9001. Straci ważność z końcem <d valid_until 2017-02>lutego 2017 r.</d>",
        ("2017-02-28", ["valid_until"], ["validity.end_of_month"]),
    ),
    "period from the award": (
        f"{OLSZA} otrzymał <d awarded 2010-05-04>4 maja 2010 r.</d> certyfikat ISO 9001. Wydano go <p P3Y>na trzy lata</p>.",
        ("2013-05-04", ["valid_until"], ["validity.period_from_awarded"]),
    ),
    "printed": (
        f"{OLSZA} otrzymał certyfikat ISO 9001, ważny <d valid_until ../2017-02>do lutego 2017 r.</d>",
        ("2017-02", [], []),
    ),
}


@pytest.mark.parametrize(("marked", "expected"), DERIVED.values(), ids=DERIVED.keys())
def test_the_rule_of_what_was_computed(passage: Reader, marked: str, expected: tuple[Any, ...]) -> None:
    assert given(passage(marked), "valid_until", "derived", "derived_by") == [expected]


AGAINST = {
    "days of one act": (
        f"<c {PCBC}>PCBC</c> przyznało {OLSZA} <d awarded 2010-05-04>4 maja 2010 r.</d> certyfikat ISO 9001.\n"
        f"<c {PCBC}>PCBC</c> przyznało go <d awarded 2010-05-06>6 maja 2010 r.</d>",
        ["awarded"],
        ["2010-05-04", "2010-05-06"],
    ),
    "issued and handed over": (
        f"<c {PCBC}>PCBC</c> przyznało {OLSZA} <d awarded 2010-05-04>4 maja 2010 r.</d> certyfikat ISO 9001.\n"
        f"Wójt odebrał go <d awarded 2010-05-06>6 maja 2010 r.</d>",
        [],
        ["2010-05-04"],
    ),
    "the headline's standard": (
        f"Certyfikat ISO 9001 dla gminy\n<c {PCBC}>PCBC</c> przyznało {OLSZA} certyfikat ISO 14001.",
        ["standards"],
        ["ISO 9001", "ISO 14001"],
    ),
}


@pytest.mark.parametrize(("marked", "conflicts", "printed"), AGAINST.values(), ids=AGAINST.keys())
def test_both_sides_of_a_contradiction_are_evidence(
    passage: Reader, marked: str, conflicts: list[str], printed: list[str]
) -> None:
    read = passage(marked)
    (found,) = read.certificates()
    values = {mention_id(read.article, m): m.value.get("value") or m.value.get("id") for m in read.mentions}
    assert found.conflicts == conflicts
    assert {values.get(e) for e in found.evidence} >= set(printed)
