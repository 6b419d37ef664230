"""What a statistical model gives and costs: extraction scores and speed for every model, as the table of docs/models.md.

    python tools/compare_models.py                                  # none, shipped and, where installed, pl_core_news_sm
    python tools/compare_models.py --sets articles --ordinary DIR   # DIR: texts of ordinary news, for the cost of a dump

Scores are F1 on our own gold. Cost is CPU time on one core of everything behind cleaning, each model in turn, the best of some
rounds: `whole` runs every part of the model on the certificates' articles, `dump` is nine tenths ordinary news behind the gate.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import asdict
from pathlib import Path

from pipeline.annotate.base import mentions_of
from pipeline.annotate.load import annotate, available_models
from pipeline.evaluate import load_gold, score
from pipeline.run.extractor import Extractor
from pipeline.run.stream import sources
from pipeline.schema import Article, Failure
from pipeline.settings import Settings

ROOT = Path(__file__).parents[1]
QUALITY = ROOT / "tests" / "quality" / "articles"
SETS = {"samples": (ROOT / "data" / "raw", ROOT / "data" / "gold"), "articles": (QUALITY / "raw", QUALITY / "gold")}
FIELDS = ("officials", "official_role", "authors", "organization", "place", "certifiers", "dates", "findings", "certificates")
_ORDINARY_SHARE = 9
"""ordinary articles beside one about a certificate"""


def articles_of(folder: Path, extractor: Extractor) -> list[Article]:
    """The cleaned articles of a folder."""
    found = (s for s in sources([folder], extractor.settings.read, Path("/nonexistent")) if not isinstance(s, Failure))
    cleaned = (extractor.article(s) for s in found)
    return [a for a in cleaned if isinstance(a, Article)]


def dump(certified: list[Article], ordinary: list[Article]) -> list[Article]:
    """Nine ordinary articles for each about a certificate; the shorter list sets the length."""
    some = min(len(certified), len(ordinary) // _ORDINARY_SHARE)
    return certified[:some] + ordinary[: some * _ORDINARY_SHARE]


def seconds(extractor: Extractor, articles: list[Article], *, whole: bool) -> float:
    """CPU seconds for all articles: every part of the pipeline, or what ``extract`` runs."""
    began = time.process_time()
    for article in articles:
        if whole:
            mentions_of(annotate(extractor.nlp, article))
        else:
            extractor.record(article)
    return time.process_time() - began


def costs(extractors: dict[str, Extractor], articles: list[Article], rounds: int, *, whole: bool) -> dict[str, float]:
    """Thousands of characters a second, each model in turn, the best of all rounds; the first round warms up."""
    best = dict.fromkeys(extractors, float("inf"))
    for _ in range(rounds + 1):
        for name, extractor in extractors.items():
            best[name] = min(best[name], seconds(extractor, articles, whole=whole))
    size = sum(len(a.text) for a in articles) / 1000
    return {name: size / value for name, value in best.items()}


def scores(extractor: Extractor, raw: Path, gold: Path) -> dict[str, float | None]:
    """F1 of every field on one of our sets."""
    found = extractor.records(sources([raw], extractor.settings.read, Path("/nonexistent")))
    records = [asdict(r) for r in found if not isinstance(r, Failure)]
    return {name: count.f1 for name, count in score(load_gold(gold), records).items()}


def table(rows: list[list[str]]) -> str:
    """A Markdown table; the first row is its head."""
    head, *body = rows
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, ["---"] * len(head), *body])


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", nargs="+", choices=SETS, default=list(SETS))
    parser.add_argument("--ordinary", type=Path, help="folder of ordinary news; else our articles that name no standard")
    parser.add_argument("--rounds", type=int, default=2)
    given = parser.parse_args()
    names = ["none", *(name for name, there in available_models().items() if there)]
    extractors = {name: Extractor(Settings(model=name)) for name in names}
    rows = [["set", "model", *FIELDS]]
    for chosen in given.sets:
        raw, gold = SETS[chosen]
        for name, extractor in extractors.items():
            found = scores(extractor, raw, gold)
            rows.append([chosen, name, *(f"{value:.3f}" if (value := found.get(f)) is not None else "–" for f in FIELDS)])
    print(table(rows))
    certified, ordinary = _kinds(articles_of(QUALITY / "raw", extractors["none"]), extractors["none"])
    if given.ordinary:
        ordinary = articles_of(given.ordinary, extractors["none"])
    whole = costs(extractors, certified, given.rounds, whole=True)
    behind = costs(extractors, dump(certified, ordinary), given.rounds, whole=False)
    speed = [["model", "whole, 1000 characters/s", "cost", "dump, 1000 characters/s", "cost"]]
    for n in names:
        pairs = ((each[n], each["none"] / each[n]) for each in (whole, behind))
        speed.append([n, *(cell for rate, cost in pairs for cell in (f"{rate:.0f}", f"{cost:.2f}"))])
    print()
    print(table(speed))


def _kinds(articles: list[Article], extractor: Extractor) -> tuple[list[Article], list[Article]]:
    """Articles that name a standard, and those that do not."""
    certified, ordinary = [], []
    for article in articles:
        kinds = {m.kind for m in mentions_of(annotate(extractor.nlp, article))}
        (certified if "standards" in kinds else ordinary).append(article)
    return certified, ordinary


if __name__ == "__main__":
    main()
