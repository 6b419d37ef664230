"""Scores nominative() on names with their lemmas, without context: exact matches, by kind, beside the copy baseline.

usage: python tools/score_names.py PATH [--errors KIND [--limit N]] [--glue SEED]

PATH is a file or a folder of them; what a file is, its rows say:
  form, lemma, type        a phrase of KPWr with its lemma (JSON Lines); many were printed without their spaces ("UrządMiasta")
  pars -> sents -> ents    a document of NKJP 1M (JSON Lines, gzipped or not); entities with ``base``, adjectives and
                           inhabitants derived from a name left out

Columns: rows; copy = the form is its lemma already; exact = nominative() gives the lemma; letters = the same with spaces and
capitals forgiven; lost = rows whose form has fewer spaces than their lemma, as many KPWr files were printed; intact = exact
among the other rows; spaced = exact once the lost rows are cut where their lemma has its spaces, which tells the parting of
words from the declension and is no result of the function alone; inflected = exact among the rows whose letters change; never
= rows that copying would have right and nominative() has wrong. Runs of white space in a lemma count as one space. Kinds
ending in "1" and "+" are the rows of one word and of several; "every person" counts full names, first names and surnames
together. --glue SEED scores only organizations of several words whose nominative is right as printed, each once, and takes
spaces away by chance first (of half of them all, of the others three of five): what KPWr's tune split lost in print, done to
names that the parting was not written on. With --errors the lost rows that only spaces make right stand first, ten of
them, then the wrong ones.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.values.name import Kind, nominative

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

KPWR: dict[str, Kind] = {
    "nam_liv_person": "person",
    "nam_org_": "organization",
    "nam_loc_gpe_": "place",
}
"""Opening of an annotation's type -> kind; bare first names and surnames are counted under kinds of their own."""
APART = {"nam_liv_person_first": "first name", "nam_liv_person_last": "surname"}
LEFT_OUT = ("nam_liv_person_add", "nam_org_nation")
NKJP: dict[tuple[str, str | None], tuple[str, Kind]] = {
    ("persName", None): ("person", "person"),
    ("persName", "forename"): ("first name", "person"),
    ("persName", "surname"): ("surname", "person"),
    ("orgName", None): ("organization", "organization"),
    ("placeName", "settlement"): ("place", "place"),
    ("placeName", "country"): ("place", "place"),
    ("placeName", "region"): ("place", "place"),
    ("placeName", "district"): ("place", "place"),
}


EXAMPLES = 10
"""lost rows that --errors prints"""
ALL_LOST = 0.5
"""share of names that --glue prints without any space"""
SOME_LOST = 0.6
"""share of spaces that the others lose"""


class Row(NamedTuple):
    """„Urzędu Miasta" with "Urząd Miasta": a printed name, its lemma, the kind it counts under and the one asked for."""

    form: str
    lemma: str
    label: str
    kind: Kind


def _kpwr(row: dict[str, Any]) -> Iterator[Row]:
    sort = row["type"]
    if sort.startswith(LEFT_OUT):
        return
    for opening, kind in KPWR.items():
        if sort.startswith(opening):
            yield Row(row["form"], " ".join(row["lemma"].split()), APART.get(sort, kind), kind)


def _nkjp(document: dict[str, Any]) -> Iterator[Row]:
    for paragraph in document["pars"]:
        for sentence in paragraph["sents"]:
            for entity in sentence.get("ents", []):
                label = NKJP.get((entity["type"], entity.get("subtype")))
                if label and entity.get("base") and not entity.get("derivType"):
                    yield Row(entity["orth"], entity["base"], *label)


def rows(path: Path) -> Iterator[Row]:
    """Every row of a file or of a folder's files, by name."""
    files = sorted(p for p in path.iterdir() if ".jsonl" in p.name) if path.is_dir() else [path]
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8") as lines:
            for line in filter(str.strip, lines):
                row = json.loads(line)
                yield from _nkjp(row) if "pars" in row else _kpwr(row)


def letters(text: str) -> str:
    """„Urząd Miasta" -> "urządmiasta"."""
    return "".join(text.split()).casefold()


def respaced(form: str, lemma: str) -> str:
    """„RuchuObronyPraw" with lemma "Ruch Obrony Praw" -> "Ruchu Obrony Praw": cut where it resembles the lemma most."""
    plain, words = "".join(form.split()), tuple(lemma.split())
    if len(words) < 2 or len(form.split()) >= len(words):
        return form

    @cache
    def best(at: int, word: int) -> tuple[int, tuple[int, ...]]:
        if word == len(words) - 1:
            return (_shared(plain[at:], words[word]), ())
        options = []
        for end in range(at + 1, min(len(plain), at + len(words[word]) + 5)):
            score, cuts = best(end, word + 1)
            options.append((score + _shared(plain[at:end], words[word]), (end, *cuts)))
        return max(options, default=(-99, ()))

    cuts = (0, *best(0, 0)[1], len(plain))
    return " ".join(plain[a:b] for a, b in pairwise(cuts))


def _shared(form: str, word: str) -> int:
    """Letters that both open with, less what stands over in either."""
    pairs = zip(form.casefold(), word.casefold(), strict=False)
    return 2 * sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)) - abs(len(form) - len(word))


def glued(all_rows: Iterable[Row], seed: int) -> Iterator[Row]:
    """„Urzędu Miasta" -> „UrzęduMiasta": organizations of several words that are right as printed, without some spaces."""
    chance = random.Random(seed)  # noqa: S311  (no secret hangs on it)
    once = {row: None for row in all_rows if row.kind == "organization" and len(row.form.split()) > 1}
    for row in once:
        if nominative(row.form, row.kind) != row.lemma:
            continue
        lost = 1.0 if chance.random() < ALL_LOST else SOME_LOST
        first, *rest = row.form.split()
        form = first + "".join(word if chance.random() < lost else f" {word}" for word in rest)
        if form != row.form:
            yield row._replace(form=form)


def judge(row: Row) -> tuple[Counter[str], str]:
    """What one row adds to each column, and the nominative found."""
    found = nominative(row.form, row.kind)
    copied, exact = row.form == row.lemma, found == row.lemma
    whole = respaced(row.form, row.lemma)
    lost, spaced = whole != row.form, nominative(whole, row.kind) == row.lemma
    changes = letters(row.form) != letters(row.lemma)
    return Counter(
        rows=1,
        copy=copied,
        exact=exact,
        letters=letters(found) == letters(row.lemma),
        lost=lost,
        intact=exact and not lost,
        spaced=spaced,
        changing=changes,
        inflected=exact and changes,
        inflected_spaced=spaced and changes,
        never=copied and not exact,
    ), found


def line(label: str, c: Counter[str]) -> str:
    """One line of the table."""
    shares = "".join(f"{c[key] / c['rows']:10.1%}" for key in ("copy", "exact", "letters"))
    intact = f"{c['lost']:7}{c['intact'] / (c['rows'] - c['lost'] or 1):10.1%}{c['spaced'] / c['rows']:10.1%}"
    inflected = "".join(f"{c[key] / (c['changing'] or 1):10.1%}" for key in ("inflected", "inflected_spaced"))
    return f"{label:16}{c['rows']:7}{shares}{intact}{c['changing']:9}{inflected}{c['never']:7}"


def excused(row: Row) -> str | None:
    """„UrządMiasta": the form with its spaces back where only they make its nominative right, else None."""
    whole = respaced(row.form, row.lemma)
    return whole if whole != row.form and nominative(whole, row.kind) == row.lemma != nominative(row.form, row.kind) else None


def main() -> None:
    """Scores the rows of PATH; with --errors prints what went wrong of one kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--errors", metavar="KIND", help="print the wrong rows of this kind, most frequent first")
    parser.add_argument("--limit", type=int, default=50, help="how many of them (default 50)")
    parser.add_argument("--glue", type=int, metavar="SEED", help="take spaces away from organizations by chance first")
    arguments = parser.parse_args()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    wrong: Counter[tuple[str, str, str]] = Counter()
    forgiven: list[str] = []
    every = rows(arguments.path)
    for row in every if arguments.glue is None else glued(every, arguments.glue):
        counted, found = judge(row)
        several = len(row.lemma.split()) > 1
        for label in (row.label, f"{row.label} {'+' if several else '1'}", f"every {row.kind}"):
            counts[label].update(counted)
        if found != row.lemma and arguments.errors in {row.label, f"{row.label} {'+' if several else '1'}"}:
            whole = excused(row)
            if whole is not None:
                forgiven.append(f"  {row.form}  ->  {found}  (cut: {whole}, lemma: {row.lemma})")
            else:
                wrong[row.form, found, row.lemma] += 1
    headings = "".join(f"{h:>10}" for h in ("copy", "exact", "letters"))
    lost = f"{'lost':>7}{'intact':>10}{'spaced':>10}"
    print(f"{'kind':16}{'rows':>7}{headings}{lost}{'changing':>9}{'inflected':>10}{'spaced':>10}{'never':>7}")
    for label in sorted(counts):
        print(line(label, counts[label]))
    if arguments.errors:
        print(f"right once their spaces are back: {len(forgiven)}; wrong all the same: {sum(wrong.values())}")
        print("\n".join(forgiven[:EXAMPLES]))
    for (form, found, lemma), times in wrong.most_common(arguments.limit):
        print(f"{times:4}  {form}  ->  {found}  (lemma: {lemma})")


if __name__ == "__main__":
    main()
