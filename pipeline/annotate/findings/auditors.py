"""Names of those who audit: „audytorka wiodąca Kinga Turska" – „Zdaniem Turskiej spółka powinna …" is her opinion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.findings.lexicon import context_words
from pipeline.values.phrase import words

if TYPE_CHECKING:
    from pipeline.values.phrase import Word

_TITLE = 3
"""words between trade and name: „audytorka wewnętrzna urzędu miejskiego Anna Kos" has three"""
_ENDING = 3
"""letters that declension adds or changes at most: „Turska" and „Turskiej", „Kos" and „Kosowi" differ so."""
_SHORTEST = 3
"""letters; shorter stems belong to many names"""


def auditors_named(text: str) -> frozenset[str]:
    """„… prowadziła Kinga Turska, audytorka wewnętrzna" -> {"Kinga", "Turska"}: capitalised words beside the trade.

    Args:
        text: the article.
    """
    found = words(text)
    names: set[str] = set()
    for i, word in enumerate(found):
        if word.keys & context_words("audit_trades"):
            names |= _behind(text, found, i) | _before(text, found, i)
    return frozenset(names)


def _behind(text: str, found: list[Word], i: int) -> set[str]:
    """„audytor wiodący | Jan Kos"."""
    first = i + 1
    while first < min(len(found), i + 1 + _TITLE) and _titles(found[first]):
        first += 1
    names: set[str] = set()
    for n in range(first, min(len(found), first + 3)):
        if not _capital(found[n]) or text[found[n - 1].end : found[n].start].strip(" -–,("):
            break
        names.add(found[n].form)
    return names


def _before(text: str, found: list[Word], i: int) -> set[str]:
    """„Jan Kos, | audytor"."""
    names: set[str] = set()
    for n in range(i - 1, max(-1, i - 4), -1):
        gap = text[found[n].end : found[n + 1].start]
        if not _capital(found[n]) or gap.strip(" -–" if names else " ,–-("):
            break
        names.add(found[n].form)
    return names


def is_auditor(word: Word, names: frozenset[str]) -> bool:
    """„Turskiej" with {"Turska"} -> True: the same name in another case, by all but its last letters."""
    form = word.form
    for name in names if _capital(word) else ():
        stem = max(_SHORTEST, min(len(name), len(form)) - _ENDING)
        if form[:stem] == name[:stem] and abs(len(form) - len(name)) <= _ENDING:
            return True
    return False


def _capital(word: Word) -> bool:
    return word.form[0].isupper() and not word.form.isupper()


def _titles(word: Word) -> bool:
    """„wiodąca", „wewnętrzna", „ratusza": what sort of auditor, or whose."""
    described = any(key.endswith(("/adj", "/pact")) for key in word.keys)
    return word.form.islower() and (described or bool(word.keys & context_words("audited")))
