"""Scores a model on documents it never saw: ``python -m models.recipe.evaluate MODEL --data DIR [--pud FILE]``.

Entities are exact: label, first and last character. Tags, lemmas and sentences are scored twice: on the corpus' own
segmentation („zrobił|em") and on the tokens of spaCy's tokenizer, as users meet them. For speed see ``speed``.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from itertools import compress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
from spacy.tokens import Doc, DocBin

import pipeline.annotate.model.parts  # noqa: F401  # the model's own components, also from a folder that is not installed
from models.recipe.pud import read_pud, same_by_convention
from pipeline.annotate.model.nkjp import word_class
from pipeline.annotate.model.tagger import full_tags

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language


def docs_of(nlp: Language, path: Path) -> list[Doc]:
    """The annotated documents of a DocBin."""
    return list(DocBin().from_disk(path).get_docs(nlp.vocab))


def bare(nlp: Language, gold: Doc) -> Doc:
    """The same tokens without annotation."""
    return Doc(nlp.vocab, words=[t.text for t in gold], spaces=[bool(t.whitespace_) for t in gold])


def predicted(nlp: Language, golds: list[Doc]) -> list[Doc]:
    """The model's annotation of the same tokens; senter runs even where the model has it switched off."""
    if "senter" in nlp.disabled:
        nlp.enable_pipe("senter")
    return list(nlp.pipe([bare(nlp, g) for g in golds], batch_size=32))


def prf(right: int, found: int, wanted: int) -> dict[str, float]:
    """Precision, recall and F1, in percent."""
    p, r = (100 * right / n if n else 0.0 for n in (found, wanted))
    return {"p": round(p, 2), "r": round(r, 2), "f": round(2 * p * r / (p + r), 2) if p + r else 0.0, "n": wanted}


def entities(golds: list[Doc], guesses: list[Doc], *, derived: bool = True) -> dict[str, dict[str, float]]:
    """P, R, F1 per label and of all; without ``derived`` neither side's adjectives and inhabitants count."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for gold, guess in zip(golds, guesses, strict=True):
        skipped = set() if derived else {(e.start_char, e.end_char) for e in gold.ents if e.id_ == "derived"}
        ours = {(e.start_char, e.end_char, e.label_) for e in guess.ents if (e.start_char, e.end_char) not in skipped}
        theirs = {(e.start_char, e.end_char, e.label_) for e in gold.ents if (e.start_char, e.end_char) not in skipped}
        for counter, some in ((right, ours & theirs), (found, ours), (wanted, theirs)):
            counter.update(label for _, _, label in some)
    labels = {label: prf(right[label], found[label], wanted[label]) for label in sorted(wanted)}
    return {"all": prf(right.total(), found.total(), wanted.total()), **labels}


def tokens(golds: list[Doc], guesses: list[Doc]) -> dict[str, float]:
    """Accuracy of classes, full tags and lemmas where the corpus has them, in percent."""
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for gold, guess in zip(golds, guesses, strict=True):
        for g, t, full in zip(gold, guess, full_tags(guess) or [""] * len(gold), strict=True):
            if g.is_space or not g.tag_:
                continue
            for name, same in (
                ("full_tag", full == g.tag_),
                ("tag", t.tag_ == word_class(g.tag_)),
                ("lemma", t.lemma_ == g.lemma_),
                ("lemma_any_case", t.lemma_.lower() == g.lemma_.lower()),
            ):
                if name.startswith("lemma") and not g.lemma_:
                    continue
                right[name] += same
                wanted[name] += 1
    return {name: round(100 * right[name] / wanted[name], 2) for name in wanted} | {"tokens": wanted["tag"]}


def sentences(golds: list[Doc], guesses: list[Doc]) -> dict[str, float]:
    """P, R, F1 of sentences, by their first and last token."""
    if not all(g.has_annotation("SENT_START") for g in guesses):
        return {}
    ours = [{(s.start, s.end) for s in d.sents} for d in guesses]
    theirs = [{(s.start, s.end) for s in d.sents} for d in golds]
    right = sum(len(a & b) for a, b in zip(ours, theirs, strict=True))
    return prf(right, sum(map(len, ours)), sum(map(len, theirs)))


def pud(nlp: Language, path: Path) -> dict[str, Any]:
    """Lemmas, classes and sentences of UD-PUD, with the lemmas that differ by convention listed apart (see ``pud``)."""
    golds = read_pud(nlp, path)
    guesses = predicted(nlp, golds)
    out: dict[str, Any] = dict(tokens(golds, guesses))
    wrong = Counter(
        (g.text, g.lemma_, t.lemma_, same_by_convention(g.tag_, g.lemma_, t.lemma_))
        for gold, guess in zip(golds, guesses, strict=True)
        for g, t in zip(gold, guess, strict=True)
        if g.lemma_ and g.lemma_ != t.lemma_
    )
    total = sum(1 for d in golds for t in d if t.lemma_)
    by_convention = Counter(kind for (*_, kind), n in wrong.items() if kind for _ in range(n))
    out["by_convention"] = dict(by_convention.most_common())
    out["lemma_conventions_apart"] = round(100 * (1 - (wrong.total() - by_convention.total()) / total), 2)
    out["sentences"] = sentences(golds, guesses)
    out["worst"] = [[*key[:3], n] for key, n in wrong.most_common() if not key[3]][:25]
    return out


def evaluate(nlp: Language, data: Path, side: str = "test") -> dict[str, Any]:
    """All scores on a hold-out."""
    report: dict[str, Any] = {}
    for name, file in (("spacy_tokens", f"{side}.spacy"), ("corpus_tokens", f"{side}-gold.spacy")):
        golds = docs_of(nlp, data / file)
        guesses = predicted(nlp, golds)
        report[name] = {"ents": entities(golds, guesses), "ents_underived": entities(golds, guesses, derived=False)["all"]}
        report[name] |= {"tokens": tokens(golds, guesses), "sentences": sentences(golds, guesses)}
        written = [not spoken for spoken in json.loads((data / f"{side}.json").read_text(encoding="utf-8"))["spoken"]]
        report[name]["sentences_written"] = sentences(list(compress(golds, written)), list(compress(guesses, written)))
    return report


def lines(report: dict[str, Any], indent: str = "") -> Iterable[str]:
    """The report as text."""
    for key, value in report.items():
        if isinstance(value, dict) and any(isinstance(v, dict) for v in value.values()):
            yield f"{indent}{key}"
            yield from lines(value, indent + "  ")
        else:
            yield f"{indent}{key:18} {json.dumps(value, ensure_ascii=False)}"


def main() -> None:
    """Prints the scores; ``--json`` keeps them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model")
    parser.add_argument("--data", type=Path, required=True, help="what convert.py wrote")
    parser.add_argument("--side", choices=("dev", "test"), default="test")
    parser.add_argument("--pud", type=Path, help="pl_pud-ud-test.conllu")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    nlp = spacy.load(given.model)
    report: dict[str, Any] = evaluate(nlp, given.data, given.side)
    if given.pud:
        report["pud"] = pud(nlp, given.pud)
    print("\n".join(lines(report)))
    if given.json:
        given.json.write_text(json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
