"""„Urząd Gminy Świętoszyn", „wójt Gminy Dąbrowiec": places that the gazetteer lacks, by the office or unit before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.places.context import words_before
from pipeline.annotate.places.extent import is_other, name_end
from pipeline.annotate.places.words import evidence, first_of, lemmas
from pipeline.values import morph
from pipeline.values.place.guess import guess_nominative, is_foreign_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.values.cover import Cover
    from pipeline.values.trie import Word

_PLAIN = frozenset({"w", "we"})


class Unknown(NamedTuple):
    """„Wierzbianach": the characters, the guessed nominative, and the rule."""

    start: int
    end: int
    name: str
    rule: str


def find_unknown(text: str, words: Sequence[Word], taken: Cover, address: str) -> Iterator[Unknown]:
    """Capitalised words behind „Urząd Gminy", „Gmina", „Rada Miejska w", „Starostwo Powiatowe w" that no gazetteer holds.

    Args:
        text: the text.
        words: the words of the folded text.
        taken: characters of known places.
        address: the article's address, evidence for the nominative.
    """
    everything = f"{text} {address}"
    for index in range(1, len(words)):
        word = words[index]
        printed = text[word.start : word.end]
        if not printed[0].isupper() or printed.isupper() or taken.overlaps(word.start, word.end):
            continue
        rule, preposition = _evidence(text, words, index)
        if rule is None or is_other(printed):
            continue
        last = name_end(text, words, index, index)
        if not _may_be_place(printed, firm=preposition is not None or rule in _FIRM or last > index):
            continue
        if rule == "place.role.unknown" and not _is_town_of_role(text, words, index, last):
            continue
        start, end = word.start, words[last].end
        if is_foreign_name(text[start:end], preposition):
            continue
        case = "z" if rule == "place.role.unknown" else preposition  # behind a role the town stands in the genitive
        yield Unknown(start, end, guess_nominative(" ".join(text[start:end].split()), case, everything), rule)


_FIRM = frozenset({"place.unit.unknown"})


def _evidence(text: str, words: Sequence[Word], index: int) -> tuple[str | None, str | None]:
    """The rule that the words before give, and the preposition between."""
    table = evidence()
    before = words_before(text, words, index)
    preposition = before[0].lower() if before and before[0].lower() in _PLAIN else None
    rest = before[1:] if preposition else before
    chain = []
    while rest and (lemmas(rest[0]) & (set(table["qualifiers"]) | {"powiatowy"})):
        chain.append(rest[0])
        rest = rest[1:]
    head = rest[0] if chain and rest else ""
    if head and "starostwo" in lemmas(head) and preposition:
        return "place.seat.unknown", preposition
    if head and (chain and first_of(head, table["offices"]) is not None):
        adjectival = lemmas(chain[0]) & {"miejski", "gminny", "powiatowy"}
        return ("place.office.unknown", preposition) if bool(preposition) or not adjectival else (None, None)
    if preposition and _on_street(before[1:]):
        return "place.street.unknown", preposition
    if preposition:
        return ("place.institution.unknown", preposition) if _in_institution(before[1:]) else (None, None)
    unit = bool(chain) and bool(lemmas(chain[0]) & {"gmina", "miasto"}) and not _is_several(chain[0])
    unit = unit and (chain[0][0].isupper() or "gmina" in lemmas(chain[0]) or not morph.analyse(_at(text, words, index)))
    if unit:
        return "place.unit.unknown", None
    return (
        ("place.role.unknown", None) if rest and not chain and first_of(rest[0], table["roles"]) is not None else (None, None)
    )


def _is_several(unit: str) -> bool:
    """„gmin": many, of which the capitalised word behind is no name."""
    return {r.number for r in morph.analyse(unit.lower()) if r.lemma in {"gmina", "miasto"}} == {"pl"}


def _at(text: str, words: Sequence[Word], index: int) -> str:
    return text[words[index].start : words[index].end]


def _in_institution(before: list[str]) -> bool:
    """„Urzędu Stanu Cywilnego w", „Ośrodek Pomocy Społecznej w": capitalised words up to an institution's noun."""
    for word in before:
        if word[0].isupper() and lemmas(word) & {*evidence()["institutions"], "urząd"}:
            return True
        if not word[0].isupper() and word not in {"i", "im", "nr", "dla"}:
            return False
    return False


def _on_street(before: list[str]) -> bool:
    """„ulicy Wiśniowej w", „ul. 3 Maja w": a street right before the preposition."""
    return any(word.lower() in _STREETS for word in before[1:_STREET_WORDS])


_STREETS = frozenset({"ul", "ulica", "ulicy", "ulicę", "ulicą", "al", "alei", "aleja", "placu", "plac", "rynku"})
_STREET_WORDS = 4
"""words back from the preposition: a street of up to two words and its noun"""


def _is_town_of_role(text: str, words: Sequence[Word], index: int, last: int) -> bool:
    """„burmistrz [Podhorców Wielkich]", „wójt [Grodowa] Jan": a genitive of two words, or one before a first name."""
    if _is_plural_role(_at(text, words, index - 1)) and not morph.analyse(_at(text, words, last)):
        return _at(text, words, last).endswith(_GENITIVE)
    if last > index:
        return _genitive_place(_at(text, words, index), _at(text, words, last))
    if any(morph.SURNAME in r.labels for r in morph.analyse(_at(text, words, index))):
        return False
    if last + 1 >= len(words) or text[words[last].end : words[last + 1].start] != " ":
        return False
    named = any(morph.FIRST_NAME in r.labels and r.case == "nom" for r in morph.analyse(_at(text, words, last + 1)))
    return named and _at(text, words, index).endswith(_GENITIVE)


def _is_plural_role(word: str) -> bool:
    """„radni [Lipczynka]", „mieszkańcy": people in the plural, whom no surname in the singular follows."""
    readings = [r for r in morph.analyse(word.lower()) if r.pos in {"subst", "adj"}]
    return bool(readings) and all(r.number == "pl" for r in readings)


def _genitive_place(first: str, last: str) -> bool:
    """„Podhorców Wielkich", „Czarnej Strugi": a genitive that no man's or woman's name in the nominative can be."""
    if any(r.case == "gen" and r.number == "pl" for r in morph.analyse(last)):
        return True
    adjectival = any(r.pos == "adj" and r.case == "gen" and r.lemma.islower() for r in morph.analyse(first.lower()))
    noun = [r for r in morph.analyse(last.lower()) if r.pos == "subst"]
    return adjectival and any(r.case == "gen" for r in noun) and not any(r.case == "nom" and r.number == "sg" for r in noun)


_GENITIVE = ("a", "ej", "ic", "yc", "ego", "ych", "ich", "isk", "owa", "ówki", "ów", "y")


def _may_be_place(word: str, *, firm: bool) -> bool:
    """No first name, no role, no ordinary word: „Gmina Dąbrowiec", not „Gminy Jan"; „Urzędu Miejskiego w Sitowie" is firm."""
    if lemmas(word) & set(evidence()["titles"]):
        return False
    readings = morph.analyse(word)
    if any(morph.FIRST_NAME in r.labels for r in readings):
        return False
    common = [r for r in readings if r.lemma.islower() and r.pos == "subst" and morph.GEOGRAPHIC not in r.labels]
    return len(word) > 3 and (firm or not common or any(morph.GEOGRAPHIC in r.labels for r in readings))
