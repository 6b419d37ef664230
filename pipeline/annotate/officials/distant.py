"""„burmistrzem został Jan Nowak", „… mówi wiceburmistrz. Jan Nowak dodaje": a name and a function with words between them."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from pipeline.annotate.officials.beside import others
from pipeline.annotate.officials.predicates import predicates
from pipeline.annotate.officials.words import TIME_WORDS
from pipeline.values import morph
from pipeline.values.name.titles import title_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.annotate.officials.board import Board
    from pipeline.annotate.officials.roles import Role
    from pipeline.values.name.recognise import Name
    from pipeline.values.name.tokens import Token

REACH = 14
"""tokens; further apart a function and a name belong to different clauses"""
_PRONOUNS = frozenset({"nim", "nią"})
_COPULAS = frozenset({"został", "została", "jest", "był", "była", "będzie"})


def _near(board: Board, role: Role) -> list[Name]:
    """The names within reach of a function, in text order."""
    low = bisect_left(board.names, role.first - 2 * REACH, key=lambda n: n.first)
    high = bisect_left(board.names, role.last + REACH + 1, key=lambda n: n.first)
    return board.names[low:high]


def _between(board: Board, i: int, j: int) -> Sequence[Token]:
    """The tokens between two positions, titles and words of time left out; none where they are far apart or a sentence ends."""
    between = board.tokens[i:j]
    if len(between) > REACH:
        return []
    ends = any(
        t.kind == "line" or t.text in {";", "!", "?"} or (t.text == "." and not (n and _abbreviated(between[n - 1])))
        for n, t in enumerate(between)
    )
    return [] if ends else _bare(between)


def _abbreviated(token: Token) -> bool:
    return token.kind == "number" or token.low in title_words() or token.low in {"r", "br", "ub", "m", "in"}


def _bare(between: Sequence[Token]) -> list[Token]:
    """„jest od 2009 r. pani" -> "jest", „z ramienia PRS był inż." -> "był"."""
    found: list[Token] = []
    on_behalf = False
    for n, token in enumerate(between):
        if token.low == "ramienia" and found and found[-1].low == "z":
            found.pop()
            on_behalf = True
        on_behalf = on_behalf and not _is_finite(token.low)
        behind = between[n + 1] if n + 1 < len(between) else None
        opens_time = token.low in TIME_WORDS and behind is not None and (behind.kind == "number" or behind.low in TIME_WORDS)
        in_time = n > 0 and (between[n - 1].kind == "number" or between[n - 1].low in TIME_WORDS) and token.low in TIME_WORDS
        if not (on_behalf or opens_time or in_time or token.kind == "number" or token.low in title_words()):
            found.append(token)
    return found


def predicate(board: Board, role: Role) -> bool:
    """„burmistrzem został Jan Nowak", „Jan Nowak pełni funkcję sekretarza", „… pełnomocnika, a został nim Jan Nowak"."""
    near = _near(board, role)
    starts = {n.start for n in near}
    for name in near:
        after = name.first >= role.last
        between = _between(board, role.last, name.first) if after else _between(board, name.last, role.first)
        if not between or any(t.start in starts for t in between):
            continue
        low = {t.low for t in between}
        stands_for = after and low & _PRONOUNS and low & _COPULAS
        if stands_for and board.bind(name, role, "officials.predicate.pronoun", cases=("nom",)):
            return True
        for p in predicates():
            if p.matches(board.tokens, between, role, after=after) and board.bind(name, role, p.id, cases=p.name_case):
                if after and role.plural():
                    others(board, name, role, p.name_case)
                return True
    return False


def next_sentence(board: Board, role: Role) -> bool:
    """„… powiedział wiceprezydent. Jan Nowak dodaje, że": a sentence ends with its subject, the next opens with the name."""
    i = role.last
    if i + 1 >= len(board.tokens) or board.tokens[i].text != "." or i + 1 not in board.opens:
        return False
    name = board.opens[i + 1]
    verb = name.last < len(board.tokens) and _is_finite(board.tokens[name.last].low)
    subject = role.first > 0 and _is_finite(board.tokens[role.first - 1].low)
    return verb and subject and board.bind(name, role, "officials.next_sentence", singular=True)


def _is_finite(word: str) -> bool:
    return any(r.pos in {"fin", "praet"} for r in morph.analyse(word))
