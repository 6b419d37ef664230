"""Scores parse_standard on lists of identifiers with their parses, counts by kind.

usage: python tools/score_standards.py PATH

PATH is a JSON Lines file or a folder of them. What a row is, its keys say:
  text, kind, parsed       an identifier as pubid's JSON parses it: it has to print as it was and to have the same fields
  text, gold               an adopted standard with chain, number, part, type, year, month, language
  raw, canonical           two spellings; both have to be read as one value (rows without ``canonical`` only have to be read)
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.values.standard import Standard, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OUT_OF_SCOPE = {
    "bundled_identifier": "two documents sold as one",
    "directives": "rules of ISO and IEC for their own work",
    "directives_supplement": "rules of ISO and IEC for their own work",
    "expert_commentary": "a commentary sold beside a British standard",
    "flex": "BSI's drafts under fast revision",
    "fragment_identifier": "a part of an entry of IEC's vocabulary",
    "interpretation_sheet": "an answer to a question about a standard",
    "national_annex": "printed before the standard that it amends",
    "sheet_identifier": "single sheets of IEC standards of the 1990s",
    "value_added_publication": "a British standard with tracked changes or as PDF",
    "vap_identifier": "IEC's product marks",
}
"""Kinds that no office's certificate names -> why; they are read where the grammar happens to, and counted apart."""
EXAMPLES = 5
ADOPTED, SPELLINGS = "adopted in Poland", "spellings"


@dataclass
class Score:
    """What became of the rows of one kind."""

    rows: int = 0
    printed: int = 0
    same: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, text: str, *, printed: bool, same: bool, got: str) -> None:
        """Counts one row; what went wrong is kept."""
        self.rows += 1
        self.printed += printed
        self.same += same
        if not (printed and same):
            self.wrong.append(f"{text}  ->  {got}")


def _supplement(item: dict[str, Any] | str) -> tuple[int, int | None] | None:
    """Number and year of {"number": 1, "year": 2006} or "AMD1:2006"."""
    if isinstance(item, dict):
        return (int(item["number"]), item.get("year")) if item.get("number") else None
    match = re.fullmatch(r"[A-Z]+(\d+)(?::(\d{4}))?", item)
    return (int(match[1]), int(match[2]) if match[2] else None) if match else None


def flat(parsed: dict[str, Any]) -> dict[str, Any]:
    """A nested parse of pubid as one level: the innermost publisher, number, parts, year and type, and every supplement."""
    supplements: list[tuple[int, int | None]] = []
    node = parsed
    while True:
        if "base" in node and (node.get("number") or node.get("year")):
            supplements.append((int(node.get("number") or 1), node.get("year")))
        for key in ("supplement", "supplements", "amendments", "corrigendums"):
            found = node.get(key, [])
            supplements.extend(filter(None, map(_supplement, found if isinstance(found, list) else [found])))
        below = node.get("base") or node.get("adopted")
        if below is None:
            break
        node = below
    part = node.get("part")
    parts = tuple(part) if isinstance(part, list) else tuple(str(part).split("-")) if part else ()
    known = {key: node.get(key) for key in ("publisher", "number", "year", "type")}
    return known | {"parts": parts, "supplements": sorted(supplements, key=str)}


def agrees(standard: Standard, parsed: dict[str, Any]) -> bool:
    """Whether number, parts, year, innermost publisher, type and supplements are those of pubid's parse."""
    gold = flat(parsed)
    ours = standard.chain[-1]
    names = {ours, *ours.split("/")} | ({"EN"} if ours in {"HD", "ENV"} else set()) | ({"ISO"} if ours == "IWA" else set())
    names |= {"BS"} if ours in {"PAS", "DD", "PD"} else set()
    supplements = sorted(((s.number or 1, s.year) for s in standard.supplements), key=str)
    kind = str(gold["type"] or "").upper()
    types = {str(standard.doctype or "").upper(), *standard.chain, "", "AMD", "COR", "BS"}
    return (
        (standard.number or "").replace(" ", "") == str(gold["number"] or "").replace(" ", "")
        and standard.parts == gold["parts"]
        and (standard.year == gold["year"] or (gold["year"] is None and bool(standard.supplements)))
        and gold["publisher"] in names
        and kind in types
        and supplements == gold["supplements"]
    )


def agrees_with_adoption(standard: Standard, gold: dict[str, Any]) -> bool:
    """Whether chain, number, part, type, year, month and language are those of the row."""
    part = gold.get("part")
    parts = tuple(part) if isinstance(part, list) else tuple(str(part).split("-")) if part else ()
    return (
        list(standard.chain) == gold["chain"]
        and (standard.number or "").replace(" ", "") == str(gold["number"]).replace(" ", "")
        and standard.parts == parts
        and (standard.doctype or None) == gold.get("type")
        and (standard.year, standard.month) == (gold.get("year"), gold.get("month"))
        and "".join(standard.language) == (gold.get("language") or "")
    )


def judge(row: dict[str, Any], scores: dict[str, Score]) -> None:
    """Reads one row and counts it under its kind."""
    text = row.get("text") or row["raw"]
    standard = parse(text)
    got = "not read" if standard is None else standard.printed
    if "parsed" in row:
        same = standard is not None and bool(standard.chain) and agrees(standard, row["parsed"])
        scores[row["kind"]].add(text, printed=got == text, same=same, got=got)
    elif "gold" in row:
        same = standard is not None and agrees_with_adoption(standard, row["gold"])
        scores[ADOPTED].add(text, printed=got == text, same=same, got=got)
    elif not row["canonical"]:
        scores[f"{SPELLINGS}, only to be read ({row['flavor']})"].add(text, printed=True, same=standard is not None, got=got)
    else:
        other = parse(row["canonical"])
        same = standard is not None and standard == other
        scores[f"{SPELLINGS} ({row['flavor']})"].add(text, printed=got == row["canonical"] or same, same=same, got=got)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Every row of a JSON Lines file, or of every such file in a folder, by name."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    for file in files:
        with file.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())


def report(scores: dict[str, Score], kinds: Iterable[str], title: str) -> None:
    """One line a kind, the sum, and some of what was not read as wanted."""
    total = Counter[str]()
    print(f"\n{title}\n{'kind':42}{'rows':>7}{'printed':>9}{'fields':>9}")
    for kind in sorted(kinds):
        score = scores[kind]
        shares = f"{score.printed / score.rows:9.1%}{score.same / score.rows:9.1%}"
        print(f"{kind:42}{score.rows:7}{shares}  {OUT_OF_SCOPE.get(kind, '')}".rstrip())
        total.update(rows=score.rows, printed=score.printed, same=score.same)
    if total["rows"]:
        print(f"{'together':42}{total['rows']:7}{total['printed'] / total['rows']:9.2%}{total['same'] / total['rows']:9.2%}")


def main() -> None:
    """Scores the rows of PATH."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).exists():
        raise SystemExit(__doc__)
    scores: dict[str, Score] = defaultdict(Score)
    for row in rows(Path(sys.argv[1])):
        judge(row, scores)
    apart = {kind for kind in scores if kind.startswith((ADOPTED, SPELLINGS))}
    report(scores, scores.keys() - OUT_OF_SCOPE.keys() - apart, "In scope")
    report(scores, scores.keys() & OUT_OF_SCOPE.keys(), "Out of scope")
    report(scores, apart, "Polish adoptions; spellings")
    print("\nNot read as wanted")
    for kind in sorted(scores.keys() - OUT_OF_SCOPE.keys()):
        for line in scores[kind].wrong[:EXAMPLES]:
            print(f"  {kind}: {line}")


if __name__ == "__main__":
    main()
