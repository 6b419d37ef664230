"""„Burmistrz Jan Nowak", „Jan Nowak, burmistrz", „burmistrzem został Jan Nowak": which name holds which function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.officials.beside import apart, behind, beyond, direct, shared
from pipeline.annotate.officials.board import Board, Bond
from pipeline.annotate.officials.clauses import elided, participle, relative
from pipeline.annotate.officials.distant import next_sentence, predicate
from pipeline.annotate.officials.lists import lists
from pipeline.annotate.officials.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.annotate.officials.roles import Role
    from pipeline.values.name.recognise import Name
    from pipeline.values.name.tokens import Token

_BESIDE = (direct, behind, apart)
_LATER = (shared, beyond, participle, relative, predicate, elided, next_sentence)


def bonds_of(tokens: Sequence[Token], text: str, names: Sequence[Name], roles: Sequence[Role]) -> list[Bond]:
    """The bonds between the names and functions of one text, in the order in which they were found.

    Functions are tried from left to right, outer before inner; one that lies inside a bound one („burmistrza" in „zastępca
    burmistrza Jan Nowak") is left out. What stands beside a name comes before what is tied to it across a verb.
    """
    board = Board(tokens, text, names, roles)
    covered, left = -1, []
    for role in roles:
        if role.head < covered:
            continue
        if any(rule(board, role) for rule in _BESIDE):
            covered = role.last
        else:
            left.append(role)
    for role in left:
        _ = any(rule(board, role) for rule in _LATER)
    lists(board, roles)
    phrases(board)
    return board.bonds
