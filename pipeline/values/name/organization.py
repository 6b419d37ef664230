"""„Polskiego Rejestru Statków" -> "Polski Rejestr Statków": only the head phrase of an organisation's name inflects."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.text import squash
from pipeline.values import morph
from pipeline.values.name.context import cases_of
from pipeline.values.name.foreign import uninflected
from pipeline.values.name.glue import unglued
from pipeline.values.name.phrase import Head, heads, institution_nouns, readings_of, replaced, words_of

_ACRONYM_ENDING = re.compile(r"((?:[^\W\d_]*[A-ZĄĆĘŁŃÓŚŹŻ]){2})(?:-(?:u|owi|em|ie|a|y|i|m|ów|ze|cie|ach|om)|(?:u|owi|em|ie))$")
"""„ZUS-u", „MOSiRu": an acronym with the ending of its case. Source: rules 185-186 of "Zasady pisowni i interpunkcji" (PWN)."""
_PROPER = 1.5
"""What a head that is a name itself weighs less: „Prawa i Sprawiedliwości" opens with prawo, not with the village Prawa."""
_JOINED = 2.0
"""What a second noun in the same case behind „i" speaks for a reading."""
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
    name = unglued(squash(name))
    words = words_of(name)
    if not words:
        return name
    first = words[0][0]
    acronym = _ACRONYM_ENDING.fullmatch(first)
    if acronym:
        return acronym[1] + name[words[0][2] :]
    if _keeps(first, len(words)):
        return name
    wanted = cases_of(context) if context else None
    found = [h for h in heads(name) if (wanted is None or h[1].case in wanted) and (len(words) > 1 or _alone(first, h[1]))]
    if not found:
        return uninflected(first) + name[words[0][2] :] if words[0][1] == 0 else name
    return max((_read(name, words, score, head) for score, head in found), key=lambda r: r[0])[1]


def _keeps(first: str, words: int) -> bool:
    """An acronym („UTK", „SdRP"), or one word that is a nominative already („Lech" is a club, not of some Lechy)."""
    if sum(c.isupper() for c in first) > 1 and not (first.isupper() and (words > 1 or len(first) >= 7)) and "-" not in first:
        return True
    institution = _institution([(first, 0, len(first))])
    return words == 1 and not institution and any(r.case == "nom" and r.number == "sg" for r in morph.analyse(first))


def _alone(word: str, head: Head) -> bool:
    """„Prokom" is no genitive of many prokomy: a lone capitalised word is read as a plural only where it is a proper name's."""
    return head.number == "sg" or any(r.number == "pl" and r.lemma[:1].isupper() for r in readings_of(word)) or word.islower()


def _read(name: str, words: list[tuple[str, int, int]], score: float, head: Head) -> tuple[float, str]:
    """„Wodociągów i Kanalizacji" -> "Wodociągi i Kanalizacja", with its score: what „i" joins to a head goes with it.

    „Wydziału Drogowego i Transportu" stays half: behind an institution's noun the second noun is its complement.
    """
    score -= _PROPER * head.proper
    at = head.words
    if at + 1 < len(words) and words[at][0] in _AND and not _institution(words[:at]):
        start = words[at + 1][1]
        second = next((h for _, h in heads(name[start:]) if h.case == head.case), None)
        if second is not None:
            return score + _JOINED, replaced(name[:start], head.lemmas) + replaced(name[start:], second.lemmas)
    return score, replaced(name, head.lemmas)


def _institution(words: list[tuple[str, int, int]]) -> bool:
    return any(r.lemma in institution_nouns() for word, _, _ in words for r in readings_of(word))
