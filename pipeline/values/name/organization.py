"""„Polskiego Rejestru Statków" -> "Polski Rejestr Statków": only the head phrase of an organisation's name inflects."""

from __future__ import annotations

from functools import lru_cache

from pipeline.text import squash
from pipeline.values import morph
from pipeline.values.name.context import cases_of
from pipeline.values.name.phrase import heads, replaced, words_of


@lru_cache(maxsize=20_000)
def nominative_organization(name: str, context: str | None = None) -> str:
    """„Urzędowi Miasta Olsztyna" -> "Urząd Miasta Olsztyna".

    Args:
        name: the name as printed; quotes, dashes and capitals are kept.
        context: a phrase in the same case printed beside it („spółki", „Urzędu"), where there is one.

    Returns:
        The name with its head phrase in the nominative; the name itself where no head is found (acronyms, foreign names).
    """
    name = squash(name)
    words = words_of(name)
    if not words or (words[0][0].isupper() and len(words[0][0]) < 7 and len(words) == 1):
        return name
    if len(words) == 1 and any(r.case == "nom" and r.number == "sg" for r in morph.analyse(words[0][0])):
        return name  # „Lech" is a club, not of some Lechy
    wanted = cases_of(context) if context else None
    found = [h for h in heads(name) if wanted is None or h[1].case in wanted]
    if not found:
        return name
    return replaced(name, found[0][1].lemmas)
