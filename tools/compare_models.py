"""What a statistical model gives and costs: extraction scores and speed for every model, as the tables of docs/models.md.

    python tools/compare_models.py --write docs/models.md           # none, shipped and, where installed, pl_core_news_sm
    python tools/compare_models.py --ordinary WHERE                # WHERE: folder or DocBin of ordinary news, for the dump

First table: F1 of every field on our own gold, how many records the model makes unlike those without one, and how many of them
the gate loses, that is makes unlike those for which the whole model ran. Second table: words a second on one core behind
cleaning, each model in turn, the best of some rounds, and the cost as a multiple of `none`: `whole` runs every part of the
model on articles about certificates, `extract` the same behind the gate, `dump` a dump nine tenths ordinary news.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import asdict, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import DocBin

from pipeline.annotate.base import mentions_of
from pipeline.annotate.load import annotate, available_models, model_name
from pipeline.evaluate import load_gold, score
from pipeline.evaluate.passages import read_passages, score_passages
from pipeline.evaluate.score import Count
from pipeline.record import record
from pipeline.run.evaluating import passage_article
from pipeline.run.extractor import Extractor
from pipeline.run.stream import sources
from pipeline.schema import Article, Failure, Record
from pipeline.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ROOT = Path(__file__).parents[1]
QUALITY = ROOT / "tests" / "quality"
FOLDERS = {
    "samples": (ROOT / "data" / "raw", ROOT / "data" / "gold"),
    "articles": (QUALITY / "articles" / "raw", QUALITY / "articles" / "gold"),
}
SENTENCES = "sentences"
FIELDS = (
    *("standards", "certifiers", "officials", "official_role", "authors", "organization", "place"),
    *("dates", "date_role", "findings", "certificates"),
)
_ORDINARY_SHARE = 9
"""ordinary articles beside one about a certificate"""
_MARKS = "<!-- tables of tools/compare_models.py -->", "<!-- end of tables -->"


def articles_of(folder: Path, extractor: Extractor, limit: int | None = None) -> list[Article]:
    """The cleaned articles of a folder, the first ``limit``."""
    found = (s for s in sources([folder], extractor.settings.read, Path("/nonexistent")) if not isinstance(s, Failure))
    return list(islice((a for a in map(extractor.article, found) if isinstance(a, Article)), limit))


def ordinary_articles(where: Path, extractor: Extractor, limit: int | None = None) -> list[Article]:
    """Articles of a folder, or the documents of a DocBin (``.spacy``), read as text files are."""
    if where.is_dir():
        return articles_of(where, extractor, limit)
    with tempfile.TemporaryDirectory() as folder:
        for number, doc in enumerate(DocBin().from_disk(where).get_docs(spacy.blank("pl").vocab)):
            (Path(folder) / f"{number:05}.txt").write_text(doc.text, encoding="utf-8")
        return articles_of(Path(folder), extractor, limit)


def behind_gate(extractor: Extractor, article: Article) -> Record:
    """What ``extract`` makes of an article.

    Raises:
        RuntimeError: a stage failed over it.
    """
    found = extractor.record(article)
    if isinstance(found, Failure):
        raise RuntimeError(f"{article.source}: {found}")
    return found


def whole(extractor: Extractor, article: Article) -> Record:
    """The same when every part of the pipeline runs."""
    return record(article, mentions_of(annotate(extractor.nlp, article)), extractor.provenance)


def unlike(first: Iterable[Record], second: Iterable[Record]) -> int:
    """How many records differ in anything but what says which model ran."""
    return sum(replace(a, provenance=b.provenance) != b for a, b in zip(first, second, strict=True))


class Set:
    """„articles": the articles of one set of ours and how their records are scored."""

    def __init__(self, name: str, extractor: Extractor, limit: int | None, ordinary: Path | None = None) -> None:
        self.name = name
        self._gold: Path | None = None
        self._files = sorted((QUALITY / SENTENCES).glob("*.txt")) if name == SENTENCES else []
        self._passages = {f: read_passages(f)[:limit] for f in self._files}
        if name in FOLDERS:
            raw, self._gold = FOLDERS[name]
            self.articles = articles_of(raw, extractor, limit)
        elif ordinary is not None:
            self.articles = ordinary_articles(ordinary, extractor, limit)
        else:
            self.articles = [passage_article(f, p) for f, passages in self._passages.items() for p in passages]

    def scores(self, records: list[Record]) -> dict[str, float | None]:
        """F1 of every field; nothing where the set has no gold."""
        if self._gold is not None:
            there = {a.source for a in self.articles}
            gold = [g for g in load_gold(self._gold) if g.source in there]
            return {name: count.f1 for name, count in score(gold, [asdict(r) for r in records]).items()}
        total: dict[str, Count] = {}
        rest = iter(records)
        for passages in self._passages.values():
            own = {p.id: asdict(next(rest)) for p in passages}
            for name, count in score_passages(passages, own).items():
                field = "organization" if name == "organizations" else name
                sums = total.setdefault(field, Count())
                sums.tp, sums.fp, sums.fn = sums.tp + count.tp, sums.fp + count.fp, sums.fn + count.fn
        return {name: count.f1 for name, count in total.items()}


def score_rows(sets: list[Set], extractors: dict[str, Extractor]) -> list[list[str]]:
    """A row for each set and model; "none" is compared with no other."""
    rows = [["set", "model", *FIELDS, "unlike none", "lost by the gate"]]
    for each in sets:
        plain = [behind_gate(extractors["none"], a) for a in each.articles]
        size = len(each.articles)
        for name, extractor in extractors.items():
            gated = plain if name == "none" else [behind_gate(extractor, a) for a in each.articles]
            found = each.scores(gated)
            cells = [f"{value:.3f}" if (value := found.get(f)) is not None else "–" for f in FIELDS]
            if name == "none":
                rows.append([each.name, name, *cells, "–", "–"])
                continue
            lost = unlike(gated, [whole(extractor, a) for a in each.articles])
            rows.append([each.name, name, *cells, f"{unlike(plain, gated)} of {size}", f"{lost} of {size}"])
    return rows


def dump(certified: list[Article], ordinary: list[Article]) -> list[Article]:
    """Nine ordinary articles for each about a certificate; the shorter list sets the length."""
    some = max(1, min(len(certified), len(ordinary) // _ORDINARY_SHARE))
    return certified[:some] + ordinary[: some * _ORDINARY_SHARE]


def seconds(
    extractors: dict[str, Extractor], articles: list[Article], rounds: int, run: Callable[[Extractor, Article], Record]
) -> dict[str, float]:
    """CPU seconds of each model for all articles, in turn, the best of all rounds; the first round warms up."""
    best = dict.fromkeys(extractors, float("inf"))
    for _ in range(rounds + 1):
        for name, extractor in extractors.items():
            began = time.process_time()
            for article in articles:
                run(extractor, article)
            best[name] = min(best[name], time.process_time() - began)
    return best


def speed_rows(
    extractors: dict[str, Extractor], certified: list[Article], mixed: list[Article], rounds: int
) -> list[list[str]]:
    """A row for each model: words a second and the multiple of the cost without a model, three ways."""
    ways = (("whole", certified, whole), ("extract", certified, behind_gate), ("dump", mixed, behind_gate))
    measured = [(sum(len(a.text.split()) for a in given), seconds(extractors, given, rounds, run)) for _, given, run in ways]
    rows = [["model", *(cell for name, _, _ in ways for cell in (f"{name}, words/s", "cost"))]]
    for name in extractors:
        pairs = ((words / best[name], best[name] / best["none"]) for words, best in measured)
        rows.append([name, *(cell for rate, cost in pairs for cell in (f"{rate:,.0f}", f"{cost:.2f}"))])
    return rows


def table(rows: list[list[str]]) -> str:
    """A Markdown table; the first row is its head."""
    head, *body = rows
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, ["---"] * len(head), *body])


def write(path: Path, tables: str) -> None:
    """Puts the tables between their marks.

    Raises:
        ValueError: the file has no marks.
    """
    text = path.read_text(encoding="utf-8")
    before, first, rest = text.partition(_MARKS[0])
    _, last, after = rest.partition(_MARKS[1])
    if not (first and last):
        raise ValueError(f"{path} has no line {_MARKS[0]!r} before a line {_MARKS[1]!r}")
    path.write_text(f"{before}{first}\n\n{tables}\n\n{last}{after}", encoding="utf-8")


def _kinds(articles: list[Article], extractor: Extractor) -> tuple[list[Article], list[Article]]:
    """Articles that name a standard, and those that do not."""
    certified: list[Article] = []
    ordinary: list[Article] = []
    for article in articles:
        (certified if behind_gate(extractor, article).standards else ordinary).append(article)
    return certified, ordinary


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", nargs="+", choices=(*FOLDERS, SENTENCES), default=[*FOLDERS, SENTENCES])
    parser.add_argument("--models", nargs="+", default=list(available_models()), help="names or folders; none is always there")
    parser.add_argument(
        "--ordinary", type=Path, help="folder or DocBin of ordinary news; else our articles that name no standard"
    )
    parser.add_argument("--limit", type=int, help="only the first articles of each set")
    parser.add_argument("--timed", type=int, default=60, help="of how many articles those that name a standard are timed")
    parser.add_argument("--rounds", type=int, default=2, help="of timing; the best counts")
    parser.add_argument("--only", choices=("scores", "speed"), help="one of the tables")
    parser.add_argument("--write", type=Path, metavar="FILE", help="put the tables between their marks in this file")
    return parser.parse_args()


def main() -> None:
    """Measures, prints the tables and writes them where asked."""
    given = _options()
    there = {name for name, found in available_models().items() if found}
    names = [name for name in given.models if name in there or Path(name).is_dir()]
    for name in set(given.models) - set(names):
        print(f"{name} is not here", file=sys.stderr)
    extractors = {name: Extractor(Settings(model=name)) for name in ["none", *names]}
    plain = extractors["none"]
    sets = [Set(name, plain, given.limit) for name in given.sets]
    if given.ordinary:
        sets.append(Set("ordinary", plain, given.limit, given.ordinary))
    found = [f"Models: {', '.join(dict.fromkeys(model_name(e.nlp) for e in extractors.values()))}."]
    if given.only != "speed":
        found.append(table(score_rows(sets, extractors)))
    if given.only != "scores":
        certified, rest = _kinds(articles_of(FOLDERS["articles"][0], plain, given.timed), plain)
        mixed = dump(certified, sets[-1].articles if given.ordinary else rest)
        found.append(table(speed_rows(extractors, certified, mixed, given.rounds)))
        found.append(f"Timed: {len(certified)} articles about certificates; a dump of {len(mixed)} articles.")
    tables = "\n\n".join(found)
    print(tables)
    if given.write:
        write(given.write, tables)


if __name__ == "__main__":
    main()
