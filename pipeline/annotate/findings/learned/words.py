"""What the features know of a word: „chwalili" -> lemma „chwalić", past tense, a verb of praise."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.findings.lexicon import context_words, polarity_of
from pipeline.values.phrase import Word, keys

if TYPE_CHECKING:
    from collections.abc import Iterable

_LISTS = (
    "agents", "guests", "weak_agents", "core", "near", "critics", "authorities", "conditional", "modal", "turns", "grounds",
    "generic_faults", "generic_words", "meetings", "motions", "audited", "public", "contrasts", "finding_verbs",
    "establishing", "reporting", "receiving", "telling", "remedies", "fillers", "subordinating", "joins",
)  # fmt: skip
"""lists of ``context.toml`` whose words are told apart as classes"""
_PARTS = frozenset(
    {
        "subst", "adj", "ger", "fin", "praet", "imps", "inf", "ppas", "pact", "adv", "prep", "conj", "comp", "num", "qub",
        "part", "pred", "impt", "bedzie", "ppron3", "ppron12", "winien", "depr", "pcon",
    }
)  # fmt: skip
"""parts of speech of Morfeusz"""
_STEM = 5
"""letters; kinds of findings left out: none .775 right, five .782"""
_NOT_VERBS = ("/subst", "/prep", "/conj", "/comp")
_NOT_NOUNS = ("/prep", "/conj", "/adv", "/qub")


@lru_cache(maxsize=1)
def speech() -> dict[str, tuple[str, ...]]:
    """„chwalić" -> ("praise",): the classes of ``speech.tsv``."""
    found: dict[str, tuple[str, ...]] = {}
    with Path(__file__).with_name("speech.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            found[row["lemma"]] = (*found.get(row["lemma"], ()), row["class"])
    return found


class Marks(NamedTuple):
    """Lemmas, parts of speech, classes and polarities of one form; whether it can be a finite verb, a verb at all, a noun."""

    lemmas: tuple[str, ...]
    stem: tuple[str, ...]
    """the first letters, which „porządek", „porządny" and „porządkować" share"""
    parts: tuple[str, ...]
    classes: tuple[str, ...]
    polarity: tuple[str, ...]
    finite: bool
    verbal: bool
    noun: bool


@lru_cache(maxsize=50_000)
def _marks(form: str) -> Marks:
    found = keys(form)
    word = Word(0, len(form), form, found)
    lemmas = sorted(k for k in found if "/" not in k and not k.startswith("="))
    classes = [name for name in _LISTS if found & context_words(name)]
    classes += sorted({f"said:{c}" for lemma in lemmas for c in speech().get(lemma, ())})
    finite = "/v" in found and not any(k.endswith(_NOT_VERBS) for k in found)
    return Marks(
        lemmas=tuple(lemmas),
        stem=(form.lower()[:_STEM],),
        parts=tuple(sorted({k.rpartition("/")[2] for k in found if "/" in k} & _PARTS)),
        classes=tuple(classes),
        polarity=tuple(sorted(polarity_of(word))),
        finite=finite,
        verbal=finite or any(k.endswith(("/inf", "/pcon", "/imps")) for k in found),
        noun=any(k.endswith("/subst") for k in found) and not any(k.endswith(_NOT_NOUNS) for k in found),
    )


def marks(word: Word) -> Marks:
    """What is known of a word's form; the form alone decides, so it is looked up once."""
    return _marks(word.form)


def of(name: str, values: Iterable[str]) -> list[str]:
    """„verb", („chwalić",) -> [„verb=chwalić"]: names of features."""
    return [f"{name}={value}" for value in values]
