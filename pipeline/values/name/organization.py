"""„Polskiego Rejestru Statków" -> "Polski Rejestr Statków": only the head phrase of an organisation's name inflects."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.text import squash
from pipeline.values import morph
from pipeline.values.name.context import cases_of, is_text
from pipeline.values.name.foreign import uninflected
from pipeline.values.name.glue import unglued
from pipeline.values.name.phrase import Head, heads, institution_nouns, readings_of, replaced, words_of
from pipeline.values.name.weighed import Weighed

_ACRONYM_ENDING = re.compile(
    r"((?:[^\W\d_]{0,15}[A-ZĄĆĘŁŃÓŚŹŻ]){2})(?:-(?:u|owi|em|ie|a|y|i|m|ów|ze|cie|ach|om)|(?:u|owi|em|ie))(?=\s|$)"
)
"""„ZUS-u", „MOSiRu": an acronym with the ending of its case. Source: rules 185-186 of "Zasady pisowni i interpunkcji" (PWN)."""
_PROPER = 1.5
"""What a head that is a name itself weighs less: „Prawa i Sprawiedliwości" opens with prawo, not with the village Prawa."""
_JOINED = 2.0
"""What a second noun in the same case behind „i" speaks for a reading."""
_CERTAIN = 10.0
"""Score of a reading that has no rival."""
_AND = frozenset({"i", "oraz"})


@lru_cache(maxsize=20_000)
def nominative_organization(name: str, context: str | None = None) -> str:
    """„Urzędowi Miasta Olsztyna" -> "Urząd Miasta Olsztyna".

    Args:
        name: the name as printed; quotes, dashes and capitals are kept, words that were glued are parted.
        context: a phrase in the same case printed beside it („spółki", „Urzędu"), where there is one.

    Returns:
        The name with its head phrase in the nominative; the name itself where no head is found (acronyms, foreign names).
    """
    found = organization_readings(name, context)
    return found[0].name if found else squash(name)


def organization_readings(name: str, context: str | None = None) -> tuple[Weighed, ...]:
    """„Klubie Sportowym" -> "Klub Sportowy", locative …: all readings, the best first; empty without letters."""
    name = squash(name)
    acronym = _ACRONYM_ENDING.match(name)
    if acronym:
        return (Weighed(acronym[1] + name[acronym.end() :], "", "", _CERTAIN, ("acronym",)),)
    name = unglued(name)
    words = words_of(name)
    if not words:
        return ()
    first = words[0][0]
    if _keeps(first, len(words)):
        return (Weighed(name, "nom", "", _CERTAIN, ("unchanged",)),)
    wanted = cases_of(context) if context and not is_text(context) else None
    found = [h for h in heads(name) if (wanted is None or h[1].case in wanted) and (len(words) > 1 or _alone(first, h[1]))]
    if not found:
        stripped = uninflected(first) + name[words[0][2] :] if words[0][1] == 0 else name
        return (Weighed(stripped, "", "", 0.0, ("ending" if stripped != name else "unchanged",)),)
    return tuple(sorted((_read(name, words, score, head) for score, head in found), key=lambda r: -r.score))


def _keeps(first: str, words: int) -> bool:
    """An acronym („UTK", „SdRP"), or one word that is a nominative already („Lech" is a club, not of some Lechy)."""
    if sum(c.isupper() for c in first) > 1 and not (first.isupper() and (words > 1 or len(first) >= 7)) and "-" not in first:
        return True
    institution = _institution([(first, 0, len(first))])
    return words == 1 and not institution and any(r.case == "nom" and r.number == "sg" for r in morph.analyse(first))


def _alone(word: str, head: Head) -> bool:
    """„Prokom" is no genitive of many prokomy: a lone capitalised word is read as a plural only where it is a proper name's."""
    return head.number == "sg" or any(r.number == "pl" and r.lemma[:1].isupper() for r in readings_of(word)) or word.islower()


def _read(name: str, words: list[tuple[str, int, int]], score: float, head: Head) -> Weighed:
    """„Wodociągów i Kanalizacji" -> "Wodociągi i Kanalizacja": what „i" joins to a head goes with it.

    „Wydziału Drogowego i Transportu" stays half: behind an institution's noun the second noun is its complement.
    """
    score -= _PROPER * head.proper
    at = head.words
    why = ("dictionary", *(["institution"] if _institution(words[:at]) else []), *(["agreement"] if at > 1 else []))
    if at + 1 < len(words) and words[at][0] in _AND and "institution" not in why:
        start = words[at + 1][1]
        second = next((h for _, h in heads(name[start:]) if h.case == head.case), None)
        if second is not None:
            both = replaced(name[:start], head.lemmas) + replaced(name[start:], second.lemmas)
            return Weighed(both, head.case, "", score + _JOINED, (*why, "joined"))
    return Weighed(replaced(name, head.lemmas), head.case, "", score, why)


def _institution(words: list[tuple[str, int, int]]) -> bool:
    return any(r.lemma in institution_nouns() for word, _, _ in words for r in readings_of(word))
