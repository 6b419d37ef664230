"""Trains the model of date roles and writes ``pipeline/annotate/dates/rolemodel/weights.npz``.

    pip install -e .[train]
    python models/dates/train.py            # a minute on one core
    python models/dates/train.py --cross    # figures with every set left out in turn, nothing is written

It learns from our own texts alone: articles and passages of the gold whose dates are marked, the dates of other passages
(``data/labels.tsv``) and passages written for it (``data/passages.txt``). The same texts and versions give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from pipeline.annotate.dates.reading import reading
from pipeline.annotate.dates.rolemodel import ROLES, RoleModel, decide
from pipeline.annotate.load import document, load
from pipeline.evaluate import load_gold, score
from pipeline.evaluate.gold import GoldArticle
from pipeline.evaluate.passages import read_passages
from pipeline.run.evaluating import passage_article
from pipeline.schema import Article, content_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    from pipeline.annotate.dates.reading import Reading
    from pipeline.evaluate.markup import Mark

ROOT = Path(__file__).parents[2]
DATA = Path(__file__).with_name("data")
WEIGHTS = ROOT / "pipeline" / "annotate" / "dates" / "rolemodel" / "weights.npz"
FOLDERS = (ROOT / "tests/quality/articles/gold", ROOT / "data/gold")
PASSAGES = ROOT / "tests/quality/sentences"
COST, RAREST = 0.2, 4
"""inverse of the regularization; dates that must have a feature"""


@dataclass
class Text:
    """A text with known roles: its set, the roles by the start of each date, and its gold where all dates are marked."""

    group: str
    article: Article
    roles: dict[int, str]
    gold: GoldArticle | None = None


@dataclass
class Example:
    """A date: where it is from, what the model sees of it, what the rules say, and its role (None: unknown)."""

    text: Text
    form: str
    value: str
    seen: list[str]
    rules: tuple[str, str]
    role: str | None


def texts() -> Iterator[Text]:
    """All texts of the gold, then the labelled and the written ones."""
    for folder in FOLDERS:
        for gold in load_gold(folder):
            article = Article(
                id=content_id(gold.source), source=gold.source, text=gold.text, title=gold.title, published=gold.published
            )
            group = gold.source.split("/")[0] if folder is FOLDERS[0] else "samples"
            yield Text(group, article, {}, gold)
    labels = labelled()
    for path in (*sorted(PASSAGES.glob("*.txt")), *sorted(DATA.glob("*.txt"))):
        passages = read_passages(path)
        complete = any(mark.kind == "date" for passage in passages for mark in passage.marks)
        for passage in passages:
            article = passage_article(path, passage)
            roles = labels.get((path.stem, passage.id), {})
            if complete:
                yield Text(path.stem, article, {}, _gold(article, passage.marks))
            elif roles:
                yield Text("labelled", article, roles)


def labelled() -> dict[tuple[str, str], dict[int, str]]:
    """Roles of ``data/labels.tsv`` by file and passage, each by the start of its date."""
    found: dict[tuple[str, str], dict[int, str]] = {}
    with (DATA / "labels.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            found.setdefault((row["file"], row["passage"]), {})[int(row["start"])] = row["role"]
    return found


def _gold(article: Article, marks: list[Mark]) -> GoldArticle:
    return GoldArticle(article.source, article.text, marks, None, None, [], None, None, None, [], [])


def pipeline_before_dates() -> Language:
    """The components that the dates build on."""
    nlp = load("none")
    for name in nlp.pipe_names[nlp.pipe_names.index("magistrat_dates") :]:
        nlp.remove_pipe(name)
    return nlp


def examples() -> list[Example]:
    """Every date that is found in the texts."""
    nlp = pipeline_before_dates()
    found: list[Example] = []
    for text in texts():
        doc = nlp(document(nlp, text.article))
        read = reading(doc, doc.text)
        found += _of_text(text, doc, read)
    return found


def _of_text(text: Text, doc: Doc, read: Reading) -> Iterator[Example]:
    seen = read.features(doc, doc.text) or [[] for _ in read.read]
    for entry, features in zip(read.read, seen, strict=True):
        value = str(entry.found.value)
        if text.gold is None:
            role = text.roles.get(entry.found.start)
        else:
            role = _marked(text.gold.of("date"), entry.found.start, entry.found.end, value)
        yield Example(text, entry.form, value, features, (entry.role, entry.cue), role)


def _marked(marks: list[Mark], start: int, end: int, value: str) -> str | None:
    """The role of the mark of this value here, else of this value anywhere, else of whatever mark is here."""
    here = [m for m in marks if m.start < end and start < m.end]
    same = [m for m in here if m.value == value] or [m for m in marks if m.value == value] or here
    roles = {m.attributes.get("role", "other") for m in same}
    return "valid_until" if "valid_until" in roles else min(roles, default=None)  # a range of validity has two


def fit(chosen: list[Example]) -> RoleModel:
    """A multinomial logistic regression with the features that enough dates have."""
    chosen = [e for e in chosen if e.role is not None and e.seen]
    counts = Counter(name for e in chosen for name in e.seen)
    rows = {name: i for i, name in enumerate(sorted(name for name, count in counts.items() if count >= RAREST))}
    columns = [[rows[name] for name in e.seen if name in rows] for e in chosen]
    ends = np.cumsum([0, *map(len, columns)])
    matrix = csr_matrix((np.ones(ends[-1]), np.concatenate(columns), ends), shape=(len(chosen), len(rows)))
    model = LogisticRegression(C=COST, max_iter=1000).fit(matrix, [e.role for e in chosen])
    if tuple(model.classes_) != ROLES:
        raise SystemExit(f"the texts have the roles {model.classes_}, not {ROLES}")
    return RoleModel(rows, model.coef_.T.astype(np.float16).astype(np.float32), model.intercept_.astype(np.float32))


def write(model: RoleModel, path: Path) -> None:
    """Arrays only: names joined by line breaks, weights in half precision."""
    names = np.frombuffer("\n".join(model.rows).encode(), np.uint8)
    np.savez_compressed(path, names=names, weights=model.weights.astype(np.float16), bias=model.bias)


def cross(found: list[Example]) -> None:
    """date_role of each set that a model without it reads: the model alone, the rules alone, both; rules know their sets."""
    print(f"{'set':14} {'dates':>5}  model  rules  both")
    for group in sorted({e.text.group for e in found if e.text.gold}):
        model = fit([e for e in found if e.text.group != group])
        held = [e for e in found if e.text.group == group]
        said = [model.log_probabilities(e.seen) if e.seen else None for e in held]
        alone = [max(s, key=lambda role: s[role]) if s else e.rules[0] for e, s in zip(held, said, strict=True)]
        both = [decide(*e.rules, s)[0] if s else e.rules[0] for e, s in zip(held, said, strict=True)]
        figures = (scored(held, roles) for roles in (alone, [e.rules[0] for e in held], both))
        print(f"{group:14} {len(held):5}  " + "  ".join(f"{f:.3f}" for f in figures), flush=True)


def scored(held: list[Example], roles: Iterable[str]) -> float:
    """F1 of the roles as ``magistrat evaluate`` counts it."""
    records: dict[str, list[dict[str, str]]] = {}
    for example, role in zip(held, roles, strict=True):
        both = role == "valid_until" and example.form in {"range", "object"}
        for each in ("valid_from", role) if both else (role,):
            records.setdefault(example.text.article.source, []).append({"value": example.value, "role": each})
    golds = {e.text.article.source: e.text.gold for e in held if e.text.gold}
    counts = score(golds.values(), [{"source": source, "dates": dates} for source, dates in records.items()])
    return counts["date_role"].f1 or 0.0


def main() -> int:
    """Trains, or leaves every set out in turn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cross", action="store_true", help="figures of sets left out instead of weights")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    found = examples()
    print(f"{len(found)} dates, {sum(e.role is not None for e in found)} with a known role")
    if options.cross:
        cross(found)
        return 0
    model = fit(found)
    write(model, options.out)
    print(f"{options.out}: {len(model.rows)} features, {options.out.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
