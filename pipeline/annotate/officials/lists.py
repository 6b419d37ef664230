"""„Funkcję dyrektora obejmą: / Anna Bąk – Szkoła Podstawowa nr 2": a function in the lead of a list, the names in its lines."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from pipeline.annotate.officials.phrases import rules, told_role
from pipeline.annotate.officials.predicates import predicates
from pipeline.annotate.officials.series import series
from pipeline.annotate.officials.told import TellsBodies
from pipeline.text import DASHES
from pipeline.values import morph

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.annotate.officials.board import Board
    from pipeline.annotate.officials.roles import Role
    from pipeline.annotate.officials.told import Told
    from pipeline.values.name.recognise import Name
    from pipeline.values.name.tokens import Token

_LEAD = 14
"""tokens between a function and the colon of its list"""
_ROLES = 6
"""functions before a colon that may be the one it announces („zastępca dyrektora wydziału": outer before inner)"""
_RULE = "officials.list"
_PARTS = frozenset({",", "(", ":", *DASHES})


def lists(board: Board, roles: Sequence[Role]) -> None:
    """Binds the names in the lines of a list whose lead says a function, with the body that each line names."""
    for lead in (r for r in roles if r.head not in board.bond_of):
        _ = series(board, lead)
    breaks = [i for i, t in enumerate(board.tokens) if t.kind == "line" and i and board.tokens[i - 1].text == ":"]
    if not breaks:
        return
    bodies, heads = TellsBodies(board), [r.head for r in roles]
    for at in breaks:
        near = roles[max(0, bisect_left(heads, at) - _ROLES) : bisect_left(heads, at)]
        role = next((r for r in reversed(near) if r.last < at <= r.last + _LEAD), None)
        if role is not None and role.head in board.bond_of and board.bond_of[role.head].rule == "officials.series":
            continue
        if role is not None and (_announces(board.tokens, role, at) or role.last == at - 1):
            _bind_lines(board, bodies, at, role)
        elif role is None and _leads(board.tokens, at):
            _bind_lines(board, bodies, at, None)


def _announces(tokens: Sequence[Token], role: Role, end: int) -> bool:
    """„Funkcję dyrektora obejmą:", „Dyrektorami zostali:": a word that ties a function to names, and no sentence's end."""
    around = (*tokens[max(0, role.first - 2) : role.first], *tokens[role.last : end])
    words: Iterable[str] = (t.low for t in around)
    ends = any(t.text in {".", ";"} or t.kind == "line" for t in tokens[role.last : end])
    return not ends and bool(_tying() & set(words))


def _tying() -> frozenset[str]:
    return frozenset().union(*(p.words | p.before for p in predicates())) | {
        "obejmą",
        "objęli",
        "objęły",
        "pełnią",
        "otrzymali",
        "wygrali",
        "wygrały",
        "zwyciężyli",
    }


def _leads(tokens: Sequence[Token], end: int) -> bool:
    """„Od września kierować będą:"."""
    near = tokens[max(0, end - 4) : end - 1]
    return any(r.lemma in rules().verbs for t in near for r in morph.analyse(t.low) if r.pos in {"fin", "inf", "praet"})


def _bind_lines(board: Board, bodies: TellsBodies, at: int, role: Role | None) -> None:
    """The lines behind a break, as long as each has a name and a body (or a name alone where a function is known)."""
    while at + 1 < len(board.tokens):
        end = next((j for j in range(at + 1, len(board.tokens)) if board.tokens[j].kind == "line"), len(board.tokens))
        lead = board.tokens[end - 1].text == ":"
        found = None if lead else _item(board, bodies, at + 1, end)
        if found is None or (role is None and found[1] is None):
            return
        name, body = found
        if name.first not in board.holders:
            if body is None and role is not None:
                board.bind(name, role, _RULE, cases=("nom",))
            elif body is not None:
                noun = role.forms[0].lemma if role is not None else body.noun
                board.bind(name, told_role(at, noun, body, name), _RULE, cases=("nom",))
        at = end


def _item(board: Board, bodies: TellsBodies, i: int, end: int) -> tuple[Name, Told | None] | None:
    """„1) Anna Bąk – Szkoła nr 2,", „Szkoła nr 2 – Anna Bąk": the name and the body of a line; None for another line."""
    tokens = board.tokens
    while i < end and (tokens[i].kind in {"mark", "number"} or (len(tokens[i].text) == 1 and tokens[i + 1].text == ")")):
        i += 1
    name = board.opens.get(board.courteous(i))
    if name is not None:
        if name.last >= end or tokens[name.last].text not in _PARTS:
            return (name, None) if _closes(tokens, name.last, end) else None
        body = bodies.opening(name.last + 1, morph.CASES)
        return (name, body) if body is not None or _closes(tokens, name.last + 1, end) else None
    body = bodies.opening(i, morph.CASES)
    if body is None or body.last >= end or tokens[body.last].text not in _PARTS:
        return None
    name = board.opens.get(board.courteous(body.last + 1))
    return (name, body) if name is not None else None


def _closes(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether nothing but marks is left of a line."""
    return all(t.kind == "mark" for t in tokens[i:end])
