"""Words of a sentence as the date roles need them: all lemmas, and whether one governs or heads its clause."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.dates.cues import Topics, data, words
from pipeline.values import morph

if TYPE_CHECKING:
    from collections.abc import Sequence

_GOVERNING = frozenset({"inf", "ppas", "imps"})
_ORDINAL = 4
"""words from „pierwszy" to its noun: „pierwszy i jak dotąd jedyny certyfikat" has more, „pierwszy i jedyny" fewer"""
_NOUNS = frozenset({"subst", "ger"})


class Shape(NamedTuple):
    """„wręczenie": no governor, a noun, perhaps in the nominative."""

    participle: bool
    infinitive: bool
    noun: bool
    nominative: bool
    adjective: bool


class Word(NamedTuple):
    """A word of the sentence: as printed, its first character, all its lemmas, whether it is a finite verb, its shapes."""

    text: str
    start: int
    lemmas: frozenset[str]
    finite: bool
    shape: Shape
    broken: bool = False
    """whether a comma, a dash, a colon or a bracket stands right before it"""
    i: int = -1
    """number of its token in the document"""


@lru_cache(maxsize=50_000)
def shape_of(word: str) -> Shape:
    """„wystawiony" -> participle, „uroczystość" -> noun in the nominative."""
    readings = morph.analyse(word) or morph.analyse(word.lower()) or morph.analyse(_respelled(word.lower()))
    of = {r.pos for r in readings}
    nominative = any(r.pos in _NOUNS and r.case == "nom" for r in readings)
    return Shape("ppas" in of, "inf" in of, bool(of & _NOUNS), nominative, bool(of & {"adj", "ppas", "pact"}))


def _respelled(word: str) -> str:
    """„auditor" -> „audytor"; the word itself where no spelling of roles.toml fits."""
    known = ((p, k) for p, k in data()["spellings"].items() if isinstance(k, str) and word.startswith(p))
    return next((k + word[len(p) :] for p, k in known), word)


@lru_cache(maxsize=50_000)
def lemmas_of(word: str) -> frozenset[str]:
    """„wręczono" -> {"wręczyć", "wręczono"}: all lemmas, lower case, and the word itself.

    „Auditorzy" is read as „audytorzy", „recertyfikacji" as „re-" and „certyfikacji", where the dictionary lacks them.
    """
    low = word.lower()
    found = {lemma.lower() for lemma in morph.lemmas(word)} | {low}
    if low != word:
        found |= {lemma.lower() for lemma in morph.lemmas(low)}
    if (known := _respelled(low)) != low:
        found |= {lemma.lower() for lemma in morph.lemmas(known)}
    for prefix in data()["spellings"]["prefixes"]:
        if low.startswith(prefix) and not morph.analyse(low):
            found |= {prefix + lemma.lower() for lemma in morph.lemmas(low[len(prefix) :])}
    return frozenset(found)


@lru_cache(maxsize=20_000)
def is_verbal_noun(word: str) -> bool:
    """„wydaniu", „przyznanie": the gerund of a verb."""
    return any(r.pos == "ger" for r in morph.analyse(word))


@lru_cache(maxsize=1)
def _topics() -> dict[str, frozenset[str]]:
    return {topic: frozenset(lemmas) for topic, lemmas in data()["topics"].items()}


def topics_of(some: Sequence[Word]) -> Topics:
    """„audyt", „kontrola" -> audit, „certyfikat" -> certificate: what a stretch of text speaks of."""
    found = {topic for topic, lemmas in _topics().items() if any(w.lemmas & lemmas for w in some)}
    phrases = data()["topic_phrases"]
    return frozenset(found | {topic for topic, ps in phrases.items() if any(phrase_hits(tuple(p), some) for p in ps)})


def phrase_hits(phrase: tuple[str, ...], some: Sequence[Word]) -> list[tuple[int, int]]:
    """Where lemmas follow each other: („po") „raz pierwszy"."""
    size, opening = len(phrase), phrase[0]
    return [
        (i, i + size)
        for i in range(len(some) - size + 1)
        if opening in some[i].lemmas and all(lemma in some[i + k].lemmas for k, lemma in enumerate(phrase))
    ]


@lru_cache(maxsize=20_000)
def agrees(noun: str, pronoun: str) -> bool:
    """„audytu … który": whether a relative pronoun may stand for the noun: one number and gender; any for an unknown noun."""
    if not (morph.analyse(noun) or morph.analyse(noun.lower())):
        return True
    forms = {(r.number, r.gender) for r in morph.analyse(pronoun.lower())}
    return any((r.number, r.gender) in forms for r in morph.analyse(noun) or morph.analyse(noun.lower()))


@lru_cache(maxsize=5_000)
def are_subject(word: str) -> bool:
    """„audytorzy", not „audytorka", „audytorów": a nominative of the plural."""
    readings = morph.analyse(word.lower()) or morph.analyse(_respelled(word.lower()))
    return any(r.pos == "subst" and r.number == "pl" and r.case == "nom" for r in readings)


def has(some: Sequence[Word], name: str) -> bool:
    """Whether a word of the list ``name`` of roles.toml is there: „Wręczono go" has one of "anaphoric"."""
    return any(w.lemmas & words(name) for w in some)


def elliptic(some: Sequence[Word]) -> bool:
    """„Kolejne przyznano w 2006", „przybył drugi": an ordinal without its noun, which points back at what was named."""
    for i, word in enumerate(some):
        if not word.lemmas & words("ordinal") or (i and some[i - 1].shape.noun):
            continue
        following = some[i + 1] if i + 1 < len(some) else None
        if following is None or following.broken or not (following.shape.noun or following.shape.adjective):
            return True
    return False


def ordinal_hits(nouns: frozenset[str], some: Sequence[Word]) -> list[tuple[int, int]]:
    """„pierwszy i jedyny certyfikat", „pierwszą akredytację": where „pierwszy" agrees with one of the nouns.

    „Pierwszy w powiecie certyfikat" and „jako pierwszy … certyfikat" are the news of today.
    """
    found = []
    for i, word in enumerate(some):
        if "pierwszy" not in word.lemmas or (i and "jako" in some[i - 1].lemmas):
            continue
        k = i + 1
        while k < min(i + _ORDINAL, len(some)) and (some[k].shape.adjective or some[k].text in {"i", "oraz", "a"}):
            k += 1
        if k < len(some) and some[k].lemmas & nouns and agrees(some[k].text, word.text):
            found.append((i, k + 1))
    return found


def without_names(some: Sequence[Word]) -> list[Word]:
    """„Polskie Centrum Akredytacji" -> „Polskie": capitals inside a clause belong to names, which tell no topic."""
    return [w for i, w in enumerate(some) if not i or not w.text.istitle()]
