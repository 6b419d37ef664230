"""„UrządMiasta", „CentrumNaukii Edukacji", „DinamoBukareszt": words that a page lost the spaces between.

A name is parted where every piece is a word of the dictionary and the pieces make a phrase, or where its shape tells that it
is no brand (an acronym before a word, a town at its end, three words with capitals). „EuroCert", „BeskidMedia" stay.
How often it is right: docs/names.md ("Lost spaces").
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.values import morph
from pipeline.values.name.phrase import heads, institution_nouns, readings_of
from pipeline.values.name.segment import LIMIT, MARKS, humps, lexicon, readings, segmented
from pipeline.values.place.gazetteer import units_named

_SHORTEST: Final = 3
"""characters; shorter pieces („EuroCert" has none, „LiD" has) are a brand's or an acronym's"""
_WORD: Final = 4
"""letters of a word that tells something about its neighbour"""
_LONG: Final = 5
"""characters of what is left where nothing else says that spaces were lost: „Lewicyi Demokratów" against „Berni"."""
_MANY: Final = 4
"""words; brands that are written as one have two or three"""
_TWO: Final = 2
_THREE: Final = 3
_CAPITALS: Final = 12
"""letters of a word in capitals that is no acronym"""
_AND: Final = frozenset({"i", "oraz"})
_BEFORE: Final = frozenset({"nr", "im"})
"""what stands before a number or a patron: no brand has them inside"""
_BRANDS: Final = frozenset({"i", "o", "u", "on", "my"})
"""small words that also open brands („iPhone")"""


_LIMITED: Final = re.compile(r"(?<=[^\W\d_])\s?[Ss]p\.zo\.o\.")
"""„WodociągiSp.zo.o.": the legal form of a limited company without any of its spaces"""


class _Parted(NamedTuple):
    """„UrządMiasta" as Urząd, Miasta; whether the dictionary knows all of it, and whether its shape alone is proof."""

    pieces: tuple[str, ...]
    known: bool
    proved: bool


def unglued(name: str) -> str:
    """„ZespółSzkół im.WincentegoWitosa" -> "Zespół Szkół im. Wincentego Witosa".

    Words that the dictionary parts count only where the whole name becomes a phrase; words that their shape parts count alone.
    """
    name = _LIMITED.sub(" Sp. z o.o.", name)
    words = name.split()
    parted = [_parted(word, last=at + 1 == len(words)) for at, word in enumerate(words)]
    everything = " ".join(" ".join(p.pieces if p.known or p.proved else (w,)) for p, w in zip(parted, words, strict=True))
    if everything == name or _is_phrase(everything):
        return everything
    return " ".join(" ".join(p.pieces if p.proved else (w,)) for p, w in zip(parted, words, strict=True))


@lru_cache(maxsize=20_000)
def _parted(word: str, *, last: bool) -> _Parted:
    if len(word) > LIMIT:
        return _Parted((word,), known=True, proved=False)
    rough = humps(word)
    fine: list[str] = []
    known = True
    patron = False
    for at, hump in enumerate(rough, 1):
        patron = patron or hump.lower() == "im."
        found = _words(hump, closed=last and at == len(rough), alone=len(rough) == 1)
        known = known and (found is not None or patron)
        fine += found or [hump]
    if len(fine) == 1:
        return _Parted((word,), known=True, proved=False)
    return _Parted(tuple(fine), known, proved=_is_proved(rough))


def _words(hump: str, *, closed: bool, alone: bool) -> list[str] | None:
    """„Szkółnr" -> Szkół, nr; the hump itself where it is a word, a number, an acronym or an abbreviation; else None."""
    bare = hump.strip(MARKS)
    if not bare or bare.isdigit() or bare in lexicon()["small"] or bare.lower() in lexicon()["abbreviations"]:
        return [hump]
    if len(bare) == 1 and hump.endswith("."):
        return [hump]
    if bare.isupper():
        if len(bare) < _CAPITALS or _known(bare):
            return [hump]
    elif any(c.isupper() for c in bare[1:]) and "-" not in bare:
        return [hump] if bare[-1:].isupper() and len(bare) <= _LONG else None  # „IFiS", but „SKAnER"
    elif len(bare) >= _SHORTEST and _known(bare):
        return [hump]
    start, stop = hump.find(bare), hump.find(bare) + len(bare)
    found = _inside(bare, closed=closed, alone=alone)
    return [hump[:start] + found[0], *found[1:-1], found[-1] + hump[stop:]] if found else None


def _inside(bare: str, *, closed: bool, alone: bool) -> list[str] | None:
    """„Szkółnr" -> Szkół, nr, „Universityof" -> University, of: words of a hump that the dictionary lacks."""
    if not closed:
        for small in sorted(lexicon()["foreign_small"]):
            head = bare.removesuffix(small)
            if head != bare and head.lower() in lexicon()["foreign_heads"]:
                return [head, small]
    start, dash, last = bare.rpartition("-")
    found = segmented(last, closed=closed)
    if found is None or (alone and not _is_alone(found)):
        return None
    return [start + dash + found[0], *found[1:]]


def _is_alone(found: tuple[str, ...]) -> bool:
    """„Naukii", „Kancelariaprawna": what no capital parts is parted before a small word and where both words agree."""
    if len(found) >= _MANY or (len(found) == _THREE and all(len(p) >= _LONG for p in found)):
        return True
    if found[-1].replace(" ", "") in lexicon()["small"]:
        sure = found[-1] in lexicon()["alone"] or len(found[-1]) >= _SHORTEST
        return sure and len(found[0]) >= _LONG and len(found) == _TWO
    governed = _is_institution(found[0]) and _is_governed(list(found))
    return governed or any(head.words > 1 for _, head in heads(" ".join(found)))


def _is_proved(rough: list[str]) -> bool:
    """Whether capitals and neighbours alone tell that spaces were lost: „CSKAMoskwa", „RedBullSalzburg", „ChicagoBulls"."""
    words = [h.strip(MARKS) for h in rough]
    if len(words) == 1 or words[0].lower() in lexicon()["combining"]:
        return False
    if words[0].lower() == "im":
        return True  # a patron's name is in no dictionary
    first, second, last = words[0], words[1], words[-1]
    if second in _BEFORE:
        return True
    small = lexicon()["foreign_small"] | lexicon()["small"]
    if len(words) >= _THREE and all(len(w) >= _SHORTEST or w in small or w.isdigit() for w in words):
        return True
    if len(second) >= _WORD and (first in small - _BRANDS or _is_acronym_before(first, second)):
        return True
    return _is_foreign(first, last) or (len(first) >= _SHORTEST and (_is_town(last) or _opens(first, second)))


def _is_acronym_before(first: str, second: str) -> bool:
    """„PGRMiastko", „UPLangreo"; no „PROTOform", whose last capital opens no word."""
    known = _known(second) or len(second) > _LONG or first in lexicon()["marks"]
    return first.isupper() and len(first) > 1 and known


def _is_foreign(first: str, last: str) -> bool:
    """„HarvardUniversity", „ClubBrugge", „TheProdigy", „BolognaFC"."""
    if last in lexicon()["marks"]:
        return len(first) >= _WORD and first.istitle()
    if first.lower() in lexicon()["foreign_openings"]:
        return len(last) >= _LONG
    return any(w.lower() in lexicon()["foreign_heads"] for w in (first, last)) and min(len(first), len(last)) >= _SHORTEST


def _opens(first: str, second: str) -> bool:
    """„Stowarzyszenie" before any word, „Chicago" before an English plural."""
    if len(second) < _WORD or second.lower() in lexicon()["combining"]:
        return False
    if len(first) >= _WORD and _is_institution(first):
        return True
    return _is_town(first) and second.endswith("s") and not second.endswith("ss") and not _known(second)


@lru_cache(maxsize=20_000)
def _is_town(word: str) -> bool:
    """„Moskwa", „Chorzów": a place in the nominative; no common noun („Dom", „Park") is one here."""
    if len(word) < _WORD or not word[:1].isupper() or not word[1:].islower():
        return False
    if not any(morph.GEOGRAPHIC in r.labels and r.case == "nom" for r in morph.analyse(word)):
        return False
    common = any(r.lemma[:1].islower() and r.case == "nom" and r.pos == "subst" for r in morph.analyse(word.lower()))
    return not common or any(u.kind != "rural" for u in units_named(word))


def _is_phrase(cut: str) -> bool:
    """„Unia Europejska", „Rada Miasta", „Kompania Żandarmerii", „Prawo i Sprawiedliwość", four words and more.

    No „Euro Cert", which is a brand written as one word.
    """
    pieces = [p.strip(MARKS) for p in cut.split()]
    if len(pieces) == _TWO and pieces[0].lower() in lexicon()["combining"]:
        return False
    if any(b in _AND and not _share(a, c) for (a, b), (_, c) in pairwise(pairwise(pieces))):
        return False
    if len(pieces) >= _MANY or any(map(_is_institution, pieces)):
        return True
    if len(pieces) == _THREE and pieces[1] in lexicon()["small"] | lexicon()["foreign_small"]:
        return True
    return any(head.words > 1 for _, head in heads(cut)) or _is_governed(pieces)


def _is_governed(pieces: list[str]) -> bool:
    """„Kompania Żandarmerii", „Plutonu Opieki Społecznej": a common noun and what it is of."""
    if len(pieces) < _TWO or len(pieces[0]) < _LONG or pieces[0].lower() in lexicon()["combining"]:
        return False
    if not any(r.pos == "subst" and r.lemma[:1].islower() for r in readings(pieces[0])):
        return False
    if len(pieces[1]) > 1 and pieces[1][:1].isupper() and pieces[1][-1:].isupper():
        return True
    return len(pieces[1]) >= _LONG and any(r.case == "gen" and r.pos in {"subst", "ger"} for r in readings(pieces[1]))


def _is_institution(word: str) -> bool:
    return any(r.lemma in institution_nouns() for r in readings_of(word))


def _share(one: str, other: str) -> bool:
    """„Lewicy" and „Demokratów" share a case, „Kolej" and „Dojazdowych" none; a word of no dictionary shares any."""
    cases = [{r.case for r in readings(w) if r.case} for w in (one, other)]
    return not all(cases) or bool(cases[0] & cases[1])


@lru_cache(maxsize=50_000)
def _known(word: str) -> bool:
    """A form of the dictionary, a compound's parts each one."""
    parts = word.split("-")
    joined = (part.endswith("o") for part in parts[:-1])  # „Dochodzeniowo-"
    return all(j or bool(readings(p)) for j, p in zip([*joined, False], parts, strict=True))
