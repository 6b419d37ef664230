"""Trains the model of statuses and writes ``pipeline/record/statusmodel/weights.npz``.

    pip install -e .[train]
    python models/statuses/train.py            # half a minute on one core
    python models/statuses/train.py --cross    # figures with every set left out in turn, nothing is written

It learns from our own gold alone: articles and passages with their certificates. Whatever stands together as a candidate
certificate is an example, those that the gold does not know are of the class "none". The same gold and versions give the
same bytes.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from pipeline.evaluate import load_gold
from pipeline.evaluate.passages import read_passages
from pipeline.evaluate.score import same_body
from pipeline.record import organizations
from pipeline.record.certificates import Candidate, candidates
from pipeline.record.statusmodel.features import features
from pipeline.record.statusmodel.model import LENGTH, NONE, StatusModel
from pipeline.record.vocabulary import standard_key
from pipeline.run.evaluating import passage_article
from pipeline.run.extractor import Extractor
from pipeline.run.stream import sources
from pipeline.schema import Article
from pipeline.settings import Settings
from pipeline.values.standard import find

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).parents[2]
WEIGHTS = ROOT / "pipeline" / "record" / "statusmodel" / "weights.npz"
FOLDERS = (ROOT / "tests/quality/articles", ROOT / "data")
PASSAGES = (ROOT / "tests/quality/sentences", Path(__file__).with_name("data"))
COST, RAREST = 2.0, 2
"""inverse of the regularization; certificates that must have a feature"""


@dataclass
class Example:
    """A candidate certificate: the set that it is from, what the model sees of it, and its status in the gold."""

    group: str
    source: str
    seen: dict[str, float]
    label: str


def examples() -> list[Example]:
    """Every candidate of our gold, sets in a fixed order."""
    extractor = Extractor(Settings(model="none"))
    found: list[Example] = []
    for folder in FOLDERS:
        with tempfile.TemporaryDirectory() as nowhere:
            listed = (extractor.article(s) for s in sources([folder / "raw"], extractor.settings.read, Path(nowhere)))  # type: ignore[arg-type]
            read = {a.source: a for a in listed if isinstance(a, Article)}
        for known in load_gold(folder / "gold"):
            group = known.source.partition("/")[0] if folder.name == "articles" else folder.name
            found += _of(extractor, read[known.source], known.certificates, group)
    for path in (p for folder in PASSAGES for p in sorted(folder.glob("*.txt")) if _tells_statuses(p)):
        for passage in read_passages(path):
            found += _of(extractor, passage_article(path, passage), map(_listed, passage.certificates), path.stem)
    return found


def _tells_statuses(path: Path) -> bool:
    return path.parent.name == "data" or path.name.startswith("statuses")


def _listed(certificate: dict[str, str]) -> dict[str, Any]:
    return {**certificate, "standards": [s.strip() for s in certificate["standards"].split(",")]}


def _of(extractor: Extractor, article: Article, gold: Iterable[dict[str, Any]], group: str) -> Iterator[Example]:
    mentions = extractor.mentions(article)
    known, found = list(gold), candidates(article, mentions, organizations.arrange(article, mentions))
    for candidate in found:
        held = candidate.holder is not None
        seen = features(article.text, article.published, candidate.cluster, several=len(found) > 1, held=held)
        yield Example(group, article.source, seen, _label(candidate, found, known))


def _label(candidate: Candidate, found: list[Candidate], known: list[dict[str, Any]]) -> str:
    """The status of the gold certificate that shares most standards and its holder with the candidate."""
    own_list = candidate.cluster.families
    own = set(own_list)
    shared = [(len(own & _families(c)) / (len(own | _families(c)) or 1), c) for c in known]
    shared = [(share if own or _families(c) else 1.0, c) for share, c in shared]
    likely = [(share + 2 * _holds(candidate, c), -i, c) for i, (share, c) in enumerate(shared) if share]
    if not likely:
        return NONE
    best = max(likely, key=lambda entry: entry[:2])[2]
    rivals = (
        sum(bool(_families(c) & own) for c in known) > 1
        or sum(c.cluster.families == candidate.cluster.families for c in found) > 1
    )
    named = best.get("organization") and candidate.holder is not None
    return NONE if rivals and named and not _holds(candidate, best) else str(best["status"])


def _holds(candidate: Candidate, certificate: dict[str, Any]) -> float:
    holder = certificate.get("organization")
    return float(same_body(holder, candidate.holder.name if candidate.holder else None)) if holder else 0.5


def _families(certificate: dict[str, Any]) -> set[str]:
    read = ((next((s.value.family for s in find(name)), name)) for name in certificate["standards"])
    return {standard_key(name) for name in read}


def fit(listed: list[Example]) -> StatusModel:
    """A logistic regression over the features that enough examples have."""
    common = Counter(name for e in listed for name in e.seen)
    places = {name: row for row, name in enumerate(sorted(n for n, count in common.items() if count >= RAREST))}
    cells = [
        (i, places[name], LENGTH * value / max(_length(e, places), 1.0))
        for i, e in enumerate(listed)
        for name, value in e.seen.items()
        if name in places
    ]
    rows, columns, values = zip(*cells, strict=True)
    matrix = csr_matrix((values, (rows, columns)), shape=(len(listed), len(places)))
    model = LogisticRegression(C=COST, max_iter=400, tol=1e-5).fit(matrix, [e.label for e in listed])
    weights = model.coef_.T.astype(np.float16).astype(np.float32)
    return StatusModel(places, weights, model.intercept_.astype(np.float32), tuple(model.classes_.tolist()))


def _length(example: Example, places: dict[str, int]) -> float:
    return float(np.sqrt(sum(v * v for name, v in example.seen.items() if name in places)))


def save(model: StatusModel) -> None:
    """Writes the weights as arrays, nothing pickled."""
    np.savez_compressed(
        WEIGHTS,
        names=np.frombuffer("\n".join(model.places).encode(), dtype=np.uint8),
        classes=np.frombuffer("\n".join(model.classes).encode(), dtype=np.uint8),
        weights=model.weights.astype(np.float16),
        bias=model.bias,
    )


def cross(listed: list[Example]) -> None:
    """Prints how many candidates of every set a model gets right that did not see the set."""
    right = Counter[str]()
    for group in sorted({e.group for e in listed}):
        model = fit([e for e in listed if e.group != group])
        held = [e for e in listed if e.group == group]
        right[group] = sum(
            max(logs, key=lambda n: logs[n]) == e.label for e in held if (logs := model.log_probabilities(e.seen))
        )
        print(f"{group:14} {right[group] / len(held):.3f} of {len(held)}")
    print(f"{'all':14} {right.total() / len(listed):.3f} of {len(listed)}")


def _best(logs: dict[str, float]) -> str:
    return max(logs, key=lambda name: logs[name])


def main() -> int:
    """Trains and saves, or prints the figures of sets left out."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--cross", action="store_true", help="figures with every set left out in turn; nothing is written")
    listed = examples()
    if parser.parse_args().cross:
        cross(listed)
        return 0
    model = fit(listed)
    save(model)
    print(f"{len(listed)} candidates, {Counter(e.label for e in listed)}; {len(model.places)} features -> {WEIGHTS.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
