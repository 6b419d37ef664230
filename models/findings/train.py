"""Trains the model of findings in running text on our gold: „Chwalono ład" -> weights of ``learned/weights.npz``.

    python models/findings/train.py --nkjp PATH/nkjp1m.jsonl.gz    # trains on everything, writes the weights
    python models/findings/train.py --cross                        # every set left out once: rules, model, both

Two thirds of the documents of NKJP 1M (CC BY 3.0) are examples of what is no finding; without ``--nkjp`` the model proposes
six times as much in ordinary texts.

A row is a candidate of a sentence near an audit; it is right where each of its spans is a finding of the gold and no candidate
of the sentence holds more of them. Articles are left out by a third at a time, passages by file.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from pipeline.annotate.findings import find_findings, read_outside_prose
from pipeline.annotate.findings.audits import AuditWords
from pipeline.annotate.findings.learned import Row, propose, rows, untaken
from pipeline.annotate.findings.learned.model import KIND_SLOTS, KINDS, SLOTS, FindingModel
from pipeline.evaluate.gold import load_gold
from pipeline.evaluate.passages import read_passages
from pipeline.evaluate.score import Count, similar
from pipeline.values.enumeration import segment, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from pipeline.evaluate.markup import Mark

ROOT = Path(__file__).resolve().parents[2]
WEIGHTS = ROOT / "pipeline/annotate/findings/learned/weights.npz"
PASSAGES = ROOT / "tests/quality/sentences"
ARTICLES = (ROOT / "tests/quality/articles/gold", ROOT / "data/gold")
CASES = Path(__file__).parent / "data/cases.txt"
"""sentences of the tests of the rules, half of them traps: what looks like a finding and is none"""
STRENGTH = 60.0
"""inverse of the regularization; 30 and 120 give F1 within .01 over the sets left out"""
MIN_ROWS = 3
"""rows; a feature met less often is not learnt"""
THRESHOLD = 0.2
"""log-odds, a probability of .55: F1 over the sets left out is level from .2 to .45, news of other things want it higher"""
PARTS = 3
SEED = 7


@dataclass(frozen=True)
class Text:
    """A text with its findings, and everything that is read from it once."""

    group: str
    text: str
    marks: list[Mark]
    listed: list[tuple[str, str]]
    """what lists, tables and labels hold: words and kind"""
    rows: list[Row]
    right: list[bool]
    kinds: list[str]


def texts() -> Iterator[tuple[str, str, list[Mark]]]:
    """Group, text and marks of every text that is marked for findings."""
    for path in sorted([*PASSAGES.glob("findings*.txt"), PASSAGES / "audits.txt"]):
        for passage in read_passages(path):
            yield path.stem, passage.text, [m for m in passage.marks if m.kind == "finding"]
    for path in sorted(CASES.parent.glob("passages-*.txt")):
        for passage in read_passages(path):
            yield path.stem, passage.text, [m for m in passage.marks if m.kind == "finding"]
    for passage in read_passages(CASES):
        yield "cases", passage.text, passage.marks
    for folder in ARTICLES:
        for article in load_gold(folder):
            yield f"articles-{crc32(article.source.encode()) % PARTS}", article.text, article.of("finding")


def read(group: str, text: str, marks: list[Mark], *, everywhere: bool = True) -> Text:
    """Candidates of a text and which of them are right."""
    audits = AuditWords(text)
    listed, _ = read_outside_prose(text, audits)
    lists = sorted((e.items[0].start, e.items[-1].end) for e in segment(text))
    found = list(rows(text, untaken(sentences(text), lists), audits, everywhere=everywhere))
    matched = [_matched(text, row, marks) for row in found]
    whole: dict[tuple[int, int], list[frozenset[int]]] = {}
    for row, hit in zip(found, matched, strict=True):
        if hit:
            whole.setdefault(row.sentence, []).append(hit)
    right = [bool(h) and not any(h < other for other in whole[r.sentence]) for r, h in zip(found, matched, strict=True)]
    kinds = [marks[min(h)].attributes.get("kind", "unspecified") if h else "" for h in matched]
    return Text(group, text, marks, [(text[f.start : f.end], f.kind) for f in listed], found, right, kinds)


def ordinary(path: Path) -> Iterator[Text]:
    """Sentences near a word of audits in texts of all kinds, none of which tells findings.

    Every third document is left for measuring.
    """
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            told = (text for paragraphs in json.loads(line)["pars"] for text in paragraphs["abs"].values())
            if number % PARTS and (text := "\n".join(told)):
                read_ = read("ordinary", text, [], everywhere=False)
                if read_.rows:
                    yield read_


def _matched(text: str, row: Row, marks: list[Mark]) -> frozenset[int]:
    """Numbers of the findings that the candidate's spans are; empty where one of its spans is none."""
    found: set[int] = set()
    for start, end in row.candidate.spans:
        hit = next(
            (n for n, m in enumerate(marks) if m.start < end and start < m.end and similar(m.text, text[start:end])), None
        )
        if hit is None:
            return frozenset()
        found.add(hit)
    return frozenset(found)


def matrix(found: Sequence[Row], slots: int, known: npt.NDArray[np.int64] | None = None) -> csr_matrix:
    """One row a candidate; those of its features that are known, if not all are, share a vector of length 1."""
    folded = [np.unique(row.features % slots) for row in found]
    pointers = np.concatenate([[0], np.cumsum([len(f) for f in folded])])
    ones = csr_matrix((np.ones(pointers[-1], np.float32), np.concatenate(folded), pointers), shape=(len(found), slots))
    kept = ones if known is None else ones[:, known]
    return csr_matrix(diags(1 / np.sqrt(np.maximum(1, np.diff(kept.tocsr().indptr)))) @ kept)


def fitted(found: Sequence[Row], answers: npt.NDArray[np.bool_], slots: int) -> tuple[npt.NDArray[np.float32], float]:
    """Weights over all slots, and the bias."""
    seen = matrix(found, slots)
    common = np.flatnonzero(np.bincount(seen.indices, minlength=slots) >= MIN_ROWS)
    model = LogisticRegression(C=STRENGTH, solver="liblinear", dual=True, max_iter=1000, random_state=SEED)
    model.fit(matrix(found, slots, common), answers)
    weights = np.zeros(slots, dtype=np.float32)
    smallest = float(np.finfo(np.float16).tiny)
    weights[common] = np.where(np.abs(model.coef_[0]) < smallest, smallest, model.coef_[0])  # 0 is for what is unknown
    return weights, float(model.intercept_[0])


def fit(chosen: Sequence[Text]) -> FindingModel:
    """The decision over all candidates; each kind against the others over the right ones."""
    found = [row for text in chosen for row in text.rows]
    right = np.array([r for text in chosen for r in text.right])
    weights, bias = fitted(found, right, SLOTS)
    named = np.array([k for text in chosen for k in text.kinds])[right]
    sure = [row for row, yes in zip(found, right, strict=True) if yes]
    kinds = [
        fitted(sure, named == kind, KIND_SLOTS) if (named == kind).any() else (np.zeros(KIND_SLOTS), -99.0) for kind in KINDS
    ]
    table, biases = np.array([w for w, _ in kinds], np.float32), np.array([b for _, b in kinds], np.float32)
    return FindingModel(weights, bias, table, biases, THRESHOLD)


def cross(every: Sequence[Text]) -> None:
    """Each group left out once: rules as they are now, model alone, both; lists as they are now."""
    sums = {name: Count() for name in ("rules", "model", "both")}
    for group in sorted({text.group for text in every}):
        model = fit([text for text in every if text.group != group])
        counts = {name: Count() for name in sums}
        kinds = [0, 0]
        for text in (text for text in every if text.group == group):
            given = _answers(text, model, kinds)
            for name, answer in given.items():
                for count in (counts[name], sums[name]):
                    count.match([m.text for m in text.marks], answer, similar, group)
        print(
            f"{group:14}", " ".join(f"{n} {_figures(c)}" for n, c in counts.items()), f"kinds {kinds[0]}/{kinds[1]}", flush=True
        )
    print(f"{'all':14}", " ".join(f"{name} {_figures(count)}" for name, count in sums.items()))


def _figures(count: Count) -> str:
    return f"F1 {count.f1 or 0:.3f} P {count.precision or 0:.3f} R {count.recall or 0:.3f}"


def _answers(text: Text, model: FindingModel, kinds: list[int]) -> dict[str, list[str]]:
    ruled = find_findings(text.text, learned=False)
    written = [f for f in ruled if not any(text.text[f.start : f.end] == t for t, _ in text.listed)]
    alone = propose(text.text, text.rows, [], model)
    for finding in alone:
        said = next((m for m in text.marks if similar(m.text, text.text[finding.start : finding.end])), None)
        kinds[0] += said is not None and said.attributes.get("kind", "unspecified") == finding.kind
        kinds[1] += said is not None
    listed = [t for t, _ in text.listed]
    rules = [text.text[f.start : f.end] for f in ruled]
    return {
        "rules": rules,
        "model": listed + [text.text[f.start : f.end] for f in alone],
        "both": rules + [text.text[f.start : f.end] for f in propose(text.text, text.rows, written, model)],
    }


def write(model: FindingModel, path: Path) -> None:
    """The weights in half precision."""
    np.savez_compressed(
        path,
        weights=model.weights.astype(np.float16),
        kinds=model.kinds.astype(np.float16),
        kind_bias=model.kind_bias,
        scalars=np.array([model.bias, model.threshold]),
    )


def main() -> int:
    """Trains, or cross-validates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cross", action="store_true", help="figures of sets left out instead of weights")
    parser.add_argument("--nkjp", type=Path, help="NKJP 1M as JSON lines, gzipped")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    every = [read(*told) for told in texts()]
    right = sum(sum(text.right) for text in every)
    print(f"{len(every)} texts, {sum(len(text.rows) for text in every)} candidates, {right} of them right")
    if options.cross:
        cross(every)
        return 0
    every += ordinary(options.nkjp) if options.nkjp else []
    write(fit(every), options.out)
    print(f"{options.out}: {options.out.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
