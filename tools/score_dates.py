"""Scores find_dates on phrases with their values, or on a corpus whose dates are normalised.

usage: python tools/score_dates.py PATH [--errors N]

PATH is a JSON Lines file, gzipped or not. What a row is, its keys say:
  text, reference_date, expected, kind, calendar   a phrase and its value; rows of ``calendar`` and kind "negative" count, the
                                                   others are reported. A row is named by its line in the file.
  pars                                             a document of NKJP 1M, with ``when`` at every date
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.values.edtf import Date, FoundDate, Interval, Value, find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

US_ORDER, FORWARD = "us-order", "forward"
REASONS = {
    US_ORDER: "month before day in digits, which Polish never prints",
    FORWARD: "a date without a year taken for the coming one though the last one is nearer; news looks back",
}


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _ends(value: Value) -> list[Date]:
    return (
        [value]
        if isinstance(value, Date)
        else [e for e in (value.start, value.end) if e]
        if isinstance(value, Interval)
        else []
    )


def wanted(row: dict[str, Any]) -> list[str]:
    """EDTF strings of what a row expects, at the precision of days: "2018-Q4" -> "2018-36", a range as its ends."""
    values = row["expected"] if isinstance(row["expected"], list) else str(row["expected"]).split("/")
    coarse = (str(v).partition("T")[0] for v in values)
    return [re.sub(r"-Q(\d)$", lambda m: f"-{32 + int(m[1])}", v) for v in coarse]


def judge(row: dict[str, Any]) -> tuple[str, list[str]]:
    """The verdict, "right", "wrong" or the reason for which the row contradicts news reading, and what was read."""
    found = find_dates(row["text"], row["reference_date"][:10])
    read = [str(f.value) for f in found]
    if row["kind"] == "negative":
        return "wrong" if read else "right", read
    want = wanted(row)
    ends = [str(e) for f in found for e in _ends(f.value)]
    ranged = len(found) == 1 and isinstance(found[0].value, Interval)
    if ends == want and (row["kind"] != "interval" or ranged):
        return "right", read
    if row.get("us_order"):
        return US_ORDER, read
    if (
        row.get("needs_year")
        and [e[4:] for e in ends] == [w[4:] for w in want]
        and want[0] > row["reference_date"][:10] > ends[0]
    ):
        return FORWARD, read
    return "wrong", read


def score_cases(rows: list[dict[str, Any]], errors: int) -> None:
    """Prints the figures that count, the cases set aside with their reason, and the rest."""
    verdicts: dict[str, Counter[str]] = defaultdict(Counter)
    aside: dict[str, list[str]] = defaultdict(list)
    wrong = []
    for number, row in enumerate(rows, start=1):
        counts = row["calendar"] or row["kind"] == "negative"
        group = ("calendar, " if row["calendar"] else "" if counts else "not counted: ") + row["kind"]
        verdict, read = judge(row)
        verdicts[group][verdict] += 1
        if verdict in REASONS and counts:
            aside[verdict].append(str(number))
        elif verdict == "wrong" and counts:
            wrong.append(f"  line {number} ({row['kind']}): {row['text']} -> {', '.join(read) or 'nothing'}; {row['expected']}")
    for group, tally in sorted(verdicts.items()):
        fitting = tally["right"] + tally["wrong"]
        share = f"{tally['right'] / fitting:7.1%}" if fitting else "   none"
        print(f"{group:28}{tally['right']:5} of {fitting:4}{share}   contradicting: {sum(tally[r] for r in REASONS)}")
    for reason, lines in aside.items():
        print(f"{reason} ({REASONS[reason]}): lines {', '.join(lines)}")
    print("\n".join(wrong[:errors]))


def _fits(value: Value, when: str) -> bool:
    """Whether a value or one of its ends says what ``when`` says: "--07-16" is 16 July, "---27" is some 27th."""
    for end in _ends(value):
        printed = str(end).rstrip("~")
        if when.startswith("--"):
            month, day = (None, when[-2:]) if when.startswith("---") else (when[2:4], when[5:])
            if printed[8:] == day if month is None else printed[5:] == when[2:]:
                return True
        elif printed == when:
            return True
    return False


def _dates(document: dict[str, Any]) -> Iterator[tuple[str, int, int, str]]:
    """Paragraph, first and last character, ``when`` of each normalised date of a document."""
    for paragraph in document["pars"]:
        for sentence in paragraph["sents"]:
            for entity in sentence["ents"]:
                tokens = [sentence["tokens"][i] for i in entity["toks"]]
                if entity["type"] == "date" and re.fullmatch(r"-{0,4}\d[\d-]*", entity.get("when") or "") and tokens:
                    yield paragraph["abs"][tokens[0][3]], tokens[0][4], tokens[-1][5], entity["when"]


def score_corpus(rows: list[dict[str, Any]], errors: int) -> None:
    """Prints, by the form of ``when``, how many dates are read with the same value, with another one, and not at all."""
    verdicts: dict[str, Counter[str]] = defaultdict(Counter)
    samples: dict[str, list[str]] = defaultdict(list)
    read: dict[str, list[FoundDate]] = {}
    for document in rows:
        read.clear()
        for text, start, end, when in _dates(document):
            found = read.setdefault(text, find_dates(text)) if text not in read else read[text]
            touching = [f for f in found if f.start < end and start < f.end]
            verdict = "right" if any(_fits(f.value, when) for f in touching) else "other" if touching else "missed"
            form = re.sub(r"\d", "9", when)
            verdicts[form][verdict] += 1
            if verdict != "right":
                shown = f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 30]}".replace("\n", " ")
                samples[f"{form} {verdict}"].append(f"  {when} {[str(f.value) for f in touching]} {shown}")
    together: Counter[str] = sum(verdicts.values(), Counter())
    for form, counts in [*sorted(verdicts.items(), key=lambda item: -item[1].total()), ("together", together)]:
        right = counts["right"] / counts.total()
        print(f"{form:12}{counts.total():6}  right {right:6.1%}  other {counts['other']:4}  missed {counts['missed']:4}")
    for name, lines in samples.items():
        if errors:
            print(name, *lines[:: max(1, len(lines) // errors)][:errors], sep="\n")


def main() -> None:
    """Scores the rows of PATH."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--errors", type=int, default=10, metavar="N", help="how many errors of a kind to print")
    options = parser.parse_args()
    rows = list(_rows(options.path))
    (score_corpus if rows and "pars" in rows[0] else score_cases)(rows, options.errors)


if __name__ == "__main__":
    main()
