"""Trains the model of findings in running text on our gold: „Chwalono ład" -> weights of ``learned/weights.npz``.

    python models/findings/train.py --nkjp PATH/nkjp1m.jsonl.gz            # trains on everything, writes the weights
    python models/findings/train.py --nkjp PATH/nkjp1m.jsonl.gz --cross    # sets left out: rules, and rules with the model

Two thirds of the documents of NKJP 1M (CC BY 3.0) are examples of what is no finding. A row is a candidate of a sentence; it is
right where each of its spans is a finding of the gold and no candidate of the sentence holds more of them. The second step of
the model is trained on what the first says of texts that it was not trained on: every set of passages is left out once, of the
other texts an eighth at a time. ``--cross`` measures with the same answers.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np
from fitting import fitted, kinds_fitted, logistic, matrix, ranked
from sklearn.linear_model import LogisticRegression

from pipeline.annotate.findings import find_findings, read_outside_prose
from pipeline.annotate.findings.audits import AuditWords
from pipeline.annotate.findings.learned import Read, Row, chosen, read, untaken
from pipeline.annotate.findings.learned.context import Judged, in_context
from pipeline.annotate.findings.learned.model import KIND_SLOTS, KINDS, FindingModel, Linear
from pipeline.evaluate.gold import load_gold
from pipeline.evaluate.passages import read_passages
from pipeline.evaluate.score import Count, similar
from pipeline.values.enumeration import segment, sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import numpy.typing as npt

    from pipeline.evaluate.markup import Mark

ROOT = Path(__file__).resolve().parents[2]
WEIGHTS = ROOT / "pipeline/annotate/findings/learned/weights.npz"
PASSAGES = ROOT / "tests/quality/sentences"
ARTICLES = (ROOT / "tests/quality/articles/gold", ROOT / "data/gold")
CASES = Path(__file__).parent / "data/cases.txt"
"""sentences of the tests of the rules, half of them traps: what looks like a finding and is none"""
GATE = -5.0
"""log-odds; a sentence below tells no findings, and its candidates are not read"""
THRESHOLD = -0.3
"""log-odds from which a candidate is proposed: F1 over the sets left out is level from -.8 to -.2, precision grows"""
FOLDS = 8
PARTS = 3


@dataclass
class Text:
    """A text with its findings, and everything that is read from it once."""

    group: str
    text: str
    marks: list[Mark]
    told: list[Read]
    right: list[list[bool]]
    """of every candidate of every sentence"""
    kinds: list[list[str]]
    fold: int = 0


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
            yield "articles", article.text, article.of("finding")


def ordinary(path: Path) -> Iterator[str]:
    """Texts of all kinds, none of which tells findings; every third document is left for measuring."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            told = (text for paragraphs in json.loads(line)["pars"] for text in paragraphs["abs"].values())
            if number % PARTS and (text := "\n".join(told)):
                yield text


def prepared(
    group: str, text: str, marks: list[Mark], worth: Callable[[npt.NDArray[np.int64]], bool], *, everywhere: bool = True
) -> Text:
    """Sentences and candidates of a text, and which of them are right."""
    audits = AuditWords(text)
    read_outside_prose(text, audits)
    lists = sorted((e.items[0].start, e.items[-1].end) for e in segment(text))
    told = list(read(text, untaken(sentences(text), lists), audits, worth, everywhere=everywhere))
    right, kinds = [], []
    for sentence in told:
        matched = [_matched(text, row.candidate.spans, marks) for row in sentence.rows]
        right.append([bool(m) and not any(m < other for other in matched) for m in matched])
        kinds.append([marks[min(m)].attributes.get("kind", "unspecified") if m else "" for m in matched])
    return Text(group, text, marks, told, right, kinds)


def _matched(text: str, spans: Sequence[tuple[int, int]], marks: list[Mark]) -> frozenset[int]:
    """Numbers of the findings that the candidate's spans are; empty where one of its spans is none."""
    found: set[int] = set()
    for start, end in spans:
        hit = next(
            (n for n, m in enumerate(marks) if m.start < end and start < m.end and similar(m.text, text[start:end])), None
        )
        if hit is None:
            return frozenset()
        found.add(hit)
    return frozenset(found)


def folded(every: Sequence[Text]) -> None:
    """Tells each text in which eighth it is left out: sets of passages whole, other texts by their words."""
    sets = sorted({t.group for t in every if t.group.startswith("passages")})
    for text in every:
        whole = text.group in sets
        text.fold = sets.index(text.group) % FOLDS if whole else crc32(text.text.encode()) % FOLDS


@dataclass
class Table:
    """All sentences and candidates of the texts as matrices, in order."""

    every: Sequence[Text]

    def __post_init__(self) -> None:
        self.sentences = matrix([s.features for t in self.every for s in t.told])
        self.tells = np.array([any(r) for t in self.every for r in t.right])
        self.sentence_fold = np.array([t.fold for t in self.every for _ in t.told])
        self.rows = matrix([row.features for t in self.every for s in t.told for row in s.rows])
        self.right = np.array([r for t in self.every for right in t.right for r in right])
        number = iter(range(len(self.tells)))
        self.sentence = np.array([n for t in self.every for s in t.told for n in [next(number)] for _ in s.rows])
        self.fold = self.sentence_fold[self.sentence]

    def first(self, sentences: npt.NDArray[np.bool_], rows: npt.NDArray[np.bool_]) -> tuple[Linear, Linear, Linear]:
        """The first models, fitted to some sentences and candidates."""
        telling = rows & self.tells[self.sentence]
        return (
            fitted(self.sentences[sentences], self.tells[sentences]),
            fitted(self.rows[rows], self.right[rows]),
            ranked(self.rows[telling], self.right[telling], self.sentence[telling]),
        )

    def left_out(self) -> list[list[Judged]]:
        """For every text what the first models say that were not trained on its eighth."""
        said = np.zeros(len(self.tells))
        odds, ranks = np.zeros(len(self.right)), np.zeros(len(self.right))
        for fold in range(FOLDS):
            sentence, candidate, rank = self.first(self.sentence_fold != fold, self.fold != fold)
            here, rows = self.sentence_fold == fold, self.fold == fold
            said[here] = logistic(self.sentences[here], sentence)
            odds[rows], ranks[rows] = logistic(self.rows[rows], candidate), logistic(self.rows[rows], rank)
        found: list[list[Judged]] = []
        s = r = 0
        for text in self.every:
            judged: list[Judged] = []
            for told in text.told:
                n = len(told.rows) if said[s] >= GATE else 0
                judged.append(Judged(told.span, told.near, float(said[s]), odds[r : r + n], ranks[r : r + n]))
                s, r = s + 1, r + len(told.rows)
            found.append(judged)
        return found


def second(every: Sequence[Text], judged: Sequence[Sequence[Judged]], wanted: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    """Weights of the second step, the bias last, from the texts that are wanted."""
    rows, right = [], []
    for text, told, use in zip(every, judged, wanted, strict=True):
        for table, answers in zip(in_context(told), text.right, strict=True) if use else ():
            rows.append(table)
            right += answers[: len(table)]
    table = np.concatenate(rows)
    mean, scale = table.mean(axis=0), table.std(axis=0) + 1e-9
    model = LogisticRegression(C=1.0, max_iter=1000).fit((table - mean) / scale, right)
    weights = model.coef_[0] / scale
    return np.append(weights, float(model.intercept_[0]) - float(weights @ mean))


def _sure(text: Text) -> Iterator[tuple[Read, Row, str]]:
    """The right candidates of a text with their sentences and kinds."""
    for told, right, kinds in zip(text.told, text.right, text.kinds, strict=True):
        yield from ((told, row, kind) for row, yes, kind in zip(told.rows, right, kinds, strict=True) if yes)


def cross(every: Sequence[Text], judged: Sequence[Sequence[Judged]]) -> None:
    """Each eighth left out once: rules as they are now, and rules with the model; then how much ordinary texts are told."""
    counts: dict[tuple[str, str], Count] = {}
    folds = np.array([t.fold for t in every])
    weights = [second(every, judged, folds != fold) for fold in range(FOLDS)]
    false = [0, 0]
    for text, told in zip(every, judged, strict=True):
        held = [] if text.group == "ordinary" else find_findings(text.text, learned=False)
        spans = chosen(text.told, told, weights[text.fold], THRESHOLD, [(f.start, f.end) for f in held])
        alone = [text.text[a:b] for _, row in spans for a, b in row.candidate.spans]
        if text.group == "ordinary":
            false = [false[0] + len(alone), false[1] + bool(alone)]
            continue
        rules = [text.text[f.start : f.end] for f in held]
        for name, answer in (("rules", rules), ("both", rules + alone)):
            for group in (text.group, "passages" if text.group.startswith("passages") else "other", "all"):
                counts.setdefault((group, name), Count()).match([m.text for m in text.marks], answer, similar, group)
    for group, names in groupby(sorted(counts, key=lambda key: (key[0], key[1] != "rules")), key=lambda key: key[0]):
        print(f"{group:14}", " ".join(f"{name} {_figures(counts[group, name])}" for _, name in names))
    print(f"{false[0]} findings in {false[1]} ordinary texts of {sum(t.group == 'ordinary' for t in every)}")


def _figures(count: Count) -> str:
    return f"F1 {count.f1 or 0:.3f} P {count.precision or 0:.3f} R {count.recall or 0:.3f}"


def write(model: FindingModel, path: Path) -> None:
    """The weights in half precision."""
    first = {"sentence": model.sentence, "candidate": model.candidate, "rank": model.rank}
    np.savez_compressed(
        path,
        **{name: linear.weights.astype(np.float16) for name, linear in first.items()},
        biases=np.array([linear.bias for linear in first.values()]),
        context=model.context,
        kinds=model.kinds.astype(np.float16),
        kind_bias=model.kind_bias,
        thresholds=np.array([model.gate, model.threshold]),
    )


def gathered(nkjp: Path | None) -> list[Text]:
    """All texts, read and in eighths; of ordinary ones the candidates of sentences that a first look holds for possible."""
    every = [prepared(*told, lambda _: True) for told in texts()]
    plain = list(ordinary(nkjp)) if nkjp else []
    every += [prepared("ordinary", text, [], lambda _: False, everywhere=False) for text in plain]
    every = [text for text in every if text.told]
    folded(every)
    table = Table(every)
    said = np.zeros(len(table.tells))
    for fold in range(FOLDS):
        here = table.sentence_fold == fold
        said[here] = logistic(table.sentences[here], fitted(table.sentences[~here], table.tells[~here]))
    place = 0
    for number, text in enumerate(every):
        possible = said[place : place + len(text.told)] >= GATE
        place += len(text.told)
        if text.group == "ordinary" and possible.any():
            likely = iter(possible)
            again = prepared("ordinary", text.text, [], lambda _, likely=likely: bool(next(likely)), everywhere=False)
            every[number] = again
    folded(every)
    return every


def main() -> int:
    """Trains, or cross-validates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cross", action="store_true", help="figures of sets left out instead of weights")
    parser.add_argument("--nkjp", type=Path, help="NKJP 1M as JSON lines, gzipped")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    every = gathered(options.nkjp)
    table = Table(every)
    print(f"{len(every)} texts, {len(table.tells)} sentences, {len(table.right)} candidates, {table.right.sum()} of them right")
    judged = table.left_out()
    if options.cross:
        cross(every, judged)
        return 0
    first = table.first(np.ones(len(table.tells), bool), np.ones(len(table.right), bool))
    sure = [(np.union1d(s.features, r.features), k) for t in every for s, r, k in _sure(t)]
    kinds, biases = kinds_fitted(matrix([f for f, _ in sure], KIND_SLOTS), np.array([k for _, k in sure]), KINDS)
    weights = second(every, judged, np.ones(len(every), bool))
    write(FindingModel(*first, weights, kinds, biases, GATE, THRESHOLD), options.out)
    print(f"{options.out}: {options.out.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
