"""Trains the line model of plain-text dumps and writes ``pipeline/clean/plain/linemodel/weights.npz``.

    pip install -e .[train]
    python models/lines/train.py --nkjp PATH/nkjp1m.jsonl.gz              # two to three minutes on one core
    python models/lines/train.py --nkjp PATH/nkjp1m.jsonl.gz --cross      # leave-one-style-out figures, nothing is written

The same data, seed and versions give the same bytes. Without ``--nkjp`` it trains on our own texts alone.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from compose import DROP, KEEP, UNKNOWN, Composer, Labelled, styles
from corpus import corpus, own_dumps
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from pipeline.clean.characters import tidy_line
from pipeline.clean.furniture.lines import Line, read_line
from pipeline.clean.plain.linemodel.features import names, table
from pipeline.clean.plain.linemodel.grams import SLOTS, grams, logits
from pipeline.clean.plain.linemodel.model import LineModel, Trees, blanks

WEIGHTS = Path(__file__).parents[2] / "pipeline" / "clean" / "plain" / "linemodel" / "weights.npz"
SEED, PAGES, FOLDS = 20240611, 40, 4
"""PAGES of each style; FOLDS over texts, so that the trees see log-odds of lines whose words the linear model did not learn"""
OWN_WEIGHT = 2.0
"""of a line that we labelled by hand, beside one of a composed page"""


@dataclass
class Page:
    """A labelled page: its style, its filled lines and what is known of each."""

    style: str
    lines: list[Line]
    blanks: list[tuple[bool, bool]]
    labels: np.ndarray
    groups: np.ndarray
    """fold of each line's origin"""


def read_page(style: str, labelled: list[Labelled]) -> Page:
    """A composed page as the cleaner would see it."""
    page = [read_line(tidy_line(line.text)) for line in labelled]
    filled = [i for i, line in enumerate(page) if not line.blank]
    labels = np.array([labelled[i].label for i in filled])
    groups = np.array([crc32(labelled[i].origin.encode()) % FOLDS for i in filled])
    return Page(style, [page[i] for i in filled], blanks(page, filled), labels, groups)


def pages(nkjp: Path | None, count: int, seed: int) -> list[Page]:
    """Every style so many times, and the dumps that we labelled by hand."""
    composer = Composer(corpus(nkjp), seed)
    found = [read_page(style, composer.page(steps)) for style, steps in styles().items() for _ in range(count)]
    found += [read_page("own-dumps", dump) for dump in own_dumps()]
    return [page for page in found if len(page.lines) > 1 and KEEP in page.labels]


def fit_characters(lines: list[Line], labels: np.ndarray) -> tuple[np.ndarray, float]:
    """The linear model over n-grams; equal lines count once, a little more when frequent."""
    counts: dict[tuple[str, int], int] = {}
    for line, label in zip(lines, labels.tolist(), strict=True):
        counts[line.key, label] = counts.get((line.key, label), 0) + 1
    keys = [key for key, _ in counts]
    row, slot = grams(keys)
    length = np.bincount(row, minlength=len(keys))
    matrix = csr_matrix((1 / np.sqrt(length[row]), (row, slot)), shape=(len(keys), SLOTS))
    weight = 1 + np.log(np.array(list(counts.values())))
    model = LogisticRegression(C=4.0, solver="liblinear", random_state=SEED, max_iter=60)
    model.fit(matrix, [label for _, label in counts], sample_weight=weight)
    return model.coef_[0].astype(np.float16).astype(np.float32), float(model.intercept_[0])


def known(found: list[Page], fold: int | None) -> tuple[list[Line], np.ndarray]:
    """Lines with a label, outside one fold."""
    chosen = [
        (line, label)
        for page in found
        for line, label, group in zip(page.lines, page.labels, page.groups, strict=True)
        if label != UNKNOWN and group != fold
    ]
    return [line for line, _ in chosen], np.array([label for _, label in chosen])


def crossed(found: list[Page]) -> list[np.ndarray]:
    """Characters' log-odds of every line by a model that did not see its text."""
    answers = [np.zeros(len(page.lines)) for page in found]
    for fold in range(FOLDS):
        weights, bias = fit_characters(*known(found, fold))
        for page, answer in zip(found, answers, strict=True):
            inside = page.groups == fold
            answer[inside] = logits([line.key for line, own in zip(page.lines, inside, strict=True) if own], weights, bias)
    return answers


def fit_trees(tables: list[np.ndarray], found: list[Page]) -> Trees:
    """Boosted trees over the features; a long line weighs more, since its words are what is lost or let in."""
    rows, labels = np.vstack(tables), np.concatenate([page.labels for page in found])
    weight = np.concatenate(
        [
            np.sqrt([1 + min(line.words, 60) for line in page.lines]) * (OWN_WEIGHT if page.style == "own-dumps" else 1)
            for page in found
        ]
    )
    use = labels != UNKNOWN
    model = HistGradientBoostingClassifier(
        max_iter=120,
        max_leaf_nodes=16,
        learning_rate=0.12,
        l2_regularization=5.0,
        min_samples_leaf=60,
        early_stopping=False,
        random_state=SEED,
    )
    model.fit(rows[use], labels[use], sample_weight=weight[use])
    return export(model)


def export(model: HistGradientBoostingClassifier) -> Trees:
    """scikit-learn's trees as flat arrays."""
    trees = [stage[0].nodes for stage in model._predictors]  # scikit-learn has no public way to its trees
    starts = np.cumsum([0, *(len(tree) for tree in trees)])
    numbers = np.arange(starts[-1])
    leaf = np.concatenate([tree["is_leaf"] for tree in trees]).astype(bool)
    shift = np.repeat(starts[:-1], [len(tree) for tree in trees])
    joined = {
        name: np.concatenate([tree[name] for tree in trees])
        for name in ("feature_idx", "num_threshold", "left", "right", "value", "depth")
    }
    return Trees(
        feature=np.where(leaf, 0, joined["feature_idx"]).astype(np.int64),
        threshold=np.where(leaf, 0, joined["num_threshold"]).astype(np.float64),
        left=np.where(leaf, numbers, joined["left"] + shift),
        right=np.where(leaf, numbers, joined["right"] + shift),
        value=np.where(leaf, joined["value"], 0.0),
        roots=starts[:-1],
        depth=int(joined["depth"].max()),
        bias=float(model._baseline_prediction.ravel()[0]),
    )


def train(found: list[Page]) -> LineModel:
    """The whole model on some pages."""
    answers = crossed(found)
    trees = fit_trees([table(page.lines, answer, page.blanks) for page, answer in zip(found, answers, strict=True)], found)
    return LineModel(*fit_characters(*known(found, None)), trees)


def scores(model: LineModel, found: list[Page]) -> np.ndarray:
    """Word-weighted precision, recall and F1 of kept lines, mean over pages; lines without a label count for nothing."""
    figures = []
    for page in found:
        answer = logits([line.key for line in page.lines], model.characters, model.bias)
        kept = model.trees.sums(table(page.lines, answer, page.blanks)) > 0
        words = np.array([line.words for line in page.lines])
        right = words[kept & (page.labels == KEEP)].sum()
        given, gold = words[kept & (page.labels != UNKNOWN)].sum(), words[page.labels == KEEP].sum()
        figures.append((right / max(1, given), right / max(1, gold), 2 * right / max(1, given + gold)))
    return np.mean(figures, axis=0)


def cross(found: list[Page]) -> None:
    """Leave-one-style-out, six groups of styles, whose furniture texts are left out of the training as well."""
    for group in range(6):
        out = {style for style in {page.style for page in found} if crc32(style.encode()) % 6 == group}
        held = [page for page in found if page.style in out]
        texts = {line.key for page in held for line, label in zip(page.lines, page.labels, strict=True) if label == DROP}
        rest = [without(page, texts) for page in found if page.style not in out]
        model = train([page for page in rest if KEEP in page.labels])
        print(f"group {group}  P {{:.3f}} R {{:.3f}} F1 {{:.3f}}  ({len(held)} pages)".format(*scores(model, held)), flush=True)
        for style in sorted(out):
            own = [page for page in held if page.style == style]
            print(f"   {style:24} {scores(model, own)[2]:.3f}")


def without(page: Page, texts: set[str]) -> Page:
    """A page whose furniture of some wording nobody labelled."""
    labels = np.array(
        [UNKNOWN if label == DROP and line.key in texts else label for line, label in zip(page.lines, page.labels, strict=True)]
    )
    return Page(page.style, page.lines, page.blanks, labels, page.groups)


def write(model: LineModel, path: Path) -> None:
    """The weights in small numbers: half floats for n-grams, single floats for trees."""
    trees = model.trees
    numbers = {
        "feature": np.uint8,
        "threshold": np.float32,
        "left": np.uint16,
        "right": np.uint16,
        "value": np.float32,
        "roots": np.uint16,
    }
    arrays = {name: getattr(trees, name).astype(kind) for name, kind in numbers.items()}
    arrays["characters"] = model.characters.astype(np.float16)
    arrays["scalars"] = np.array([trees.depth, trees.bias, model.bias])
    arrays["columns"] = np.array(names())
    np.savez_compressed(path, **arrays)


def main() -> int:
    """Trains, or cross-validates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nkjp", type=Path, help="NKJP 1M as JSON lines, gzipped")
    parser.add_argument("--pages", type=int, default=PAGES, help="composed pages of each style")
    parser.add_argument("--cross", action="store_true", help="leave-one-style-out figures instead of weights")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    found = pages(options.nkjp, options.pages, SEED)
    print(f"{len(found)} pages, {sum(len(page.lines) for page in found)} lines")
    if options.cross:
        cross(found)
        return 0
    model = train(found)
    write(model, options.out)
    print("on its own pages: P {:.3f} R {:.3f} F1 {:.3f}".format(*scores(model, found)))
    print(f"{options.out}: {options.out.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
