"""„Certyfikat, którym legitymował się urząd, wygasł": the clauses of a sentence, a broken one put together again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from pipeline.record.vocabulary import data

if TYPE_CHECKING:
    from pipeline.values.phrase import Word

ClauseKind = Literal["main", "coordinate", "relative", "time", "purpose", "condition", "content"]
_BREAK = re.compile(r"[,;()]|:(?=\s)|(?:^|\s)[–—-]\s")
_PREPOSITION = r"(?:(?:[wzouk]|we|ze|na|do|od|ode|po|za|przez|dla|pod|nad|przy|dzięki|według)\s+)?"
_NOMINAL = ("/subst", "/adj")


@dataclass(slots=True, eq=False)
class Clause:
    """One finite verb with what belongs to it; its words may lie on both sides of another clause."""

    kind: ClauseKind
    words: list[Word]
    antecedent: list[Word]
    """of a relative clause: the words right before it"""

    starts: frozenset[int] = frozenset()

    def holds(self, start: int) -> bool:
        """Whether the clause has a word that begins at a character."""
        return start in self.starts


class _Piece(NamedTuple):
    kind: ClauseKind | None
    words: list[Word]


@lru_cache(maxsize=1)
def _openings() -> tuple[tuple[ClauseKind, re.Pattern[str]], ...]:
    table: dict[ClauseKind, list[str]] = data()["clauses"]
    return tuple(
        (kind, re.compile(rf"[\s\"„”–—-]*{_PREPOSITION}(?:{'|'.join(words)})\b", re.IGNORECASE))
        for kind, words in table.items()
    )


def is_finite(word: Word) -> bool:
    """„wygasł", not „lata", which is a noun as well."""
    if "/v" not in word.keys:
        return False
    return word.form.lower() in _ALWAYS or not any(k.endswith(_NOMINAL) for k in word.keys)


_ALWAYS = frozenset({"ma", "mają", "mamy", "stara", "jest", "są", "można", "trzeba", "może", "mogą"})
"""forms that are nearly always verbs, whatever else the dictionary knows them as"""


def _opening(text: str, start: int, end: int) -> ClauseKind | None:
    return next((kind for kind, wanted in _openings() if wanted.match(text, start, end)), None)


def _pieces(text: str, words: list[Word], start: int, end: int) -> list[_Piece]:
    """What stands between commas, dashes and brackets, with the kind of clause that its first word opens."""
    bounds = [start, *(m.end() for m in _BREAK.finditer(text, start, end)), end]
    pieces: list[_Piece] = []
    index = 0
    for low, high in pairwise(bounds):
        own = []
        while index < len(words) and words[index].start < high:
            own.append(words[index])
            index += 1
        if own:
            pieces.append(_Piece(_opening(text, low, high), own))
    return pieces


def clauses(text: str, words: list[Word], start: int, end: int) -> list[Clause]:
    """„Certyfikat, który wydano w 2009 r., wygasł" -> „Certyfikat … wygasł" and „który wydano w 2009 r.".

    A piece without a verb goes to the clause before it; one with a verb behind a relative clause goes on with the clause that
    the relative one interrupted.

    Args:
        text: the article.
        words: those of the sentence.
        start: the sentence's first character.
        end: one past its last.
    """
    found: list[Clause] = []
    main: Clause | None = None
    for kind, own in _pieces(text, words, start, end):
        finite = any(map(is_finite, own))
        last = found[-1] if found else None
        if kind is not None:
            last = Clause(kind, list(own), list(last.words) if last else [])
            found.append(last)
            main = last if kind == "coordinate" else main
        elif last is None:
            main = Clause("main", list(own), [])
            found.append(main)
        elif not finite or not any(map(is_finite, last.words)):
            last.words += own
        elif last is not main and main is not None and not any(map(is_finite, main.words)):
            main.words += own
        else:
            main = Clause("main", list(own), [])
            found.append(main)
    for clause in [c for c in found if c.kind == "coordinate"]:
        _settle(found, clause)
    for clause in found:
        clause.starts = frozenset(w.start for w in clause.words)
    return found


def _settle(found: list[Clause], clause: Clause) -> None:
    """„…, a także ISO 14001" has no verb and belongs to the clause before; „…, a dokument wręczono" is a clause."""
    place = found.index(clause)
    clause.kind = "main"
    if place and not any(map(is_finite, clause.words)):
        found[place - 1].words += clause.words
        found.remove(clause)
