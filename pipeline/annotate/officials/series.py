"""„Sołtysi: Zalesie – Jan Kot, Podgaj – Ewa Lis": holders of one function behind a colon, each beside a village."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.text import DASHES
from pipeline.values import morph
from pipeline.values.name.tokens import capital

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.annotate.officials.board import Board
    from pipeline.annotate.officials.roles import Role
    from pipeline.values.name.recognise import Name
    from pipeline.values.name.tokens import Token

_LEAD = 10
"""tokens between a function and the colon of its series („Sołtysi wybrani w lutym na nową kadencję:")"""
_LABEL = 6
"""tokens of what stands beside a name: „Nowa Wieś Górna", „okręg nr 2", „os. Słoneczne\""""
_LEAST = 2
"""holders that make a series"""
_ENDS = frozenset({",", ";", "i", "oraz"})
_RULE = "officials.series"


def series(board: Board, role: Role) -> bool:
    """Binds the names of „Sołtysi: Zalesie – Jan Kot, Podgaj – Ewa Lis" to the function in the plural before the colon.

    Args:
        board: the text's names and functions.
        role: a function; one that cannot be the subject in the plural opens no series.

    Returns:
        Whether two holders or more were found.
    """
    at = _colon(board.tokens, role)
    names = _holders(board, at) if at is not None else []
    if len(names) < _LEAST:
        return False
    for name in names:
        board.bind(name, role, _RULE, cases=("nom",))
    return True


def _colon(tokens: Sequence[Token], role: Role) -> int | None:
    """Position behind the colon that closes a lead, and behind the line break after it."""
    if not any(f.number == "pl" and f.case == "nom" for f in role.forms):
        return None
    for i in range(role.last, min(role.last + _LEAD, len(tokens))):
        if tokens[i].text == ":":
            return i + 1 + (i + 1 < len(tokens) and tokens[i + 1].kind == "line")
        if tokens[i].kind == "line" or tokens[i].text in {".", ";", *DASHES}:
            return None
    return None


def _holders(board: Board, i: int) -> list[Name]:
    """The names of the items from token ``i`` on, one an item, as long as each item has one beside its label."""
    found: list[Name] = []
    labelled = False
    while i < len(board.tokens):
        i = _numbered(board.tokens, i)
        start = _behind_label(board, i)
        name = board.opens.get(board.courteous(start))
        if name is None or (labelled and start == i and not _opens_label(board.tokens, name.last)):
            break
        labelled = labelled or start > i or _opens_label(board.tokens, name.last)
        found.append(name)
        end = _item_end(board.tokens, name.last)
        if end is None:
            break
        i = end
    return found if labelled else []


def _numbered(tokens: Sequence[Token], i: int) -> int:
    """Position behind „1.", „•", „-" before an item."""
    while i < len(tokens) and (tokens[i].kind == "number" or tokens[i].text in {".", ")", "•", *DASHES}):
        i += 1
    return i


def _behind_label(board: Board, i: int) -> int:
    """Position of the name behind „Zalesie –", „okręg nr 2:"; ``i`` itself where no label stands."""
    for j in range(i, min(i + _LABEL, len(board.tokens))):
        token = board.tokens[j]
        if j > i and token.text in {":", *DASHES} and token.gap | (token.text == ":"):
            return j + 1
        if j in board.opens or token.kind == "line" or token.text in {",", ";"} or _finite(token):
            return i
    return i


def _opens_label(tokens: Sequence[Token], i: int) -> bool:
    """Whether „– Zalesie", „(Zalesie" stands at ``i``: a word with a capital behind a dash or a bracket."""
    marked = i + 1 < len(tokens) and tokens[i].text in {"(", *DASHES}
    return marked and (capital(tokens[i + 1]) or tokens[i + 1].low in {"okręg", "os", "osiedle", "sołectwo", "wieś"})


def _item_end(tokens: Sequence[Token], i: int) -> int | None:
    """Position behind the comma, the conjunction or the line break that ends an item; None where the series ends."""
    for j in range(i, min(i + _LABEL + 2, len(tokens))):
        token = tokens[j]
        if token.kind == "line" or token.low in _ENDS:
            return j + 1
        if token.text in {".", "!", "?"} or _finite(token):
            return None
    return None


def _finite(token: Token) -> bool:
    return token.text.islower() and any(r.pos in {"fin", "praet"} for r in morph.analyse(token.low))
