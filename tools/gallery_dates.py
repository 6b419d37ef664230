"""Prints docs/dates.md: what is read as a date and what is refused, from the test cases and by the code itself.

usage: python tools/gallery_dates.py > docs/dates.md
"""

from __future__ import annotations

import csv
import re
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.annotate.dates.cues import cues
from pipeline.values.edtf import find_dates, find_durations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CASES = Path(__file__).parents[1] / "tests" / "values" / "edtf"
GROUPS = {
    "day": "Days",
    "month": "Months, quarters, half-years, seasons",
    "year": "Years, decades, centuries",
    "range": "Ranges",
    "end": "Ends without a beginning",
    "list": "Several dates",
    "relative": "Counted from the day of publication",
    "reference": "With and without a reference",
    "tense": "What the tense tells",
}
DURATIONS = (
    "na kolejne 3 lata",
    "ważny trzy lata",
    "trzyletni certyfikat",
    "przez półtora roku",
    "na okres 12 miesięcy",
    "w ciągu 14 dni",
)


def cell(text: str) -> str:
    """Text inside a Markdown table: nothing of it is markup, breaks are shown."""
    return "".join(f"\\{c}" if c in "\\`*_<>|[]" else c for c in text.replace("\\n", "⏎").replace("\n", "⏎"))


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A Markdown table."""
    names = list(heads)
    yield f"| {' | '.join(names)} |"
    yield "|" + "---|" * len(names)
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def rows(name: str) -> list[dict[str, str]]:
    """The lines of cases.tsv, news.tsv or negatives.tsv."""
    with (CASES / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def shown(row: dict[str, str]) -> list[str]:
    """A case with what was read in bold, the reference, the values and the rules."""
    text = row["text"].replace("\\n", "\n")
    found = find_dates(text, row["reference"] or None)
    marked, at = "", 0
    for start, end in sorted({(f.start, f.end) for f in found}):
        marked += cell(text[at:start]) + f"**{cell(text[start:end])}**"
        at = end
    values = ", ".join(f"`{f.value}`" for f in found)
    return [marked + cell(text[at:]), row["reference"], values, ", ".join(dict.fromkeys(f"`{f.rule}`" for f in found))]


def refused() -> Iterator[str]:
    """The negatives, a line a kind: their ids without the number."""
    by_kind = groupby(sorted(rows("negatives.tsv"), key=kind), key=kind)
    yield from table(
        ("kind", "examples, none of which is a date"), ((k, " · ".join(cell(r["text"]) for r in rs)) for k, rs in by_kind)
    )


def kind(row: dict[str, str]) -> str:
    """The kind of a negative: "phone" of "phone-04"."""
    return re.sub(r"-[\w-]+$", "", row["id"])


def page() -> Iterator[str]:
    """The whole page, line by line."""
    yield (Path(__file__).with_name("gallery_dates.md")).read_text(encoding="utf-8")
    cases = rows("cases.tsv")
    for group, title in GROUPS.items():
        yield f"## {title}\n"
        yield from table(("text", "published", "value", "rule"), (shown(row) for row in cases if row["group"] == group))
    yield "## Lines of news\n\nWritten down with their values before any of them was read.\n"
    yield from table(("text", "published", "value", "rule"), (shown(row) for row in rows("news.tsv")))
    yield "## Durations\n"
    yield from table(("text", "value"), ([cell(t), ", ".join(f"`{d.value}`" for d in find_durations(t))] for t in DURATIONS))
    yield f"## Refused\n\n{len(rows('negatives.tsv'))} cases, alone and inside a sentence.\n"
    yield from refused()
    yield "## Roles\n\nEach cue of `annotate/dates/roles.toml` in the order in which it is asked. A trained model votes with"
    yield 'them (`model.role`; figures of rules, model and both on sets left out in models/README.md, "Roles of dates").\n'
    yield from table(("cue", "kind", "role"), ((f"`{c.id}`", c.kind, f"`{c.role}`") for c in cues()))


if __name__ == "__main__":
    print("\n".join(page()).rstrip())
