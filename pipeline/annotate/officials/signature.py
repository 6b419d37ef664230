"""„Jan Nowak / Burmistrz" on the last lines: who signs the text with an office."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.text import line_bounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.annotate.officials.board import Bond

_LINES = 8
"""lines at the end of the text among which a signature is looked for"""
_PROSE = 60
"""characters; a line at least this long is prose, so there is something above to sign, and nothing of the kind below"""
_SIGNERS = 2
"""people; more of them at the end are a list of offices"""
_OWN_LINES = frozenset({"officials.name_role", "officials.role_line_name", "officials.name_roles"})
_ONE_LINE = frozenset({"officials.name_role", "officials.role_name", "officials.role_mark_name"})
_LABEL = re.compile(r"\W*(?:tekst|autor|opracow|oprac)", re.IGNORECASE)


def signatures(text: str, bonds: Sequence[Bond]) -> list[Bond]:
    """The bonds that sign the text; none where more than two people stand at its end.

    A signature is a name with its function on the last lines, each on a line of its own, or both on a line that opens with
    „Tekst:" or „Autor:"; prose stands above it and none below.
    """
    found = [bond for bond in bonds if _signs(text, bond)]
    return found if len({bond.name.first for bond in found}) <= _SIGNERS else []


def _signs(text: str, bond: Bond) -> bool:
    start, end = line_bounds(text, bond.name.start)
    if text.count("\n", end) > _LINES or not any(
        len(line) >= _PROSE or line.endswith(".") for line in text[:start].splitlines()
    ):
        return False
    if any(len(line) >= _PROSE for line in text[end:].strip().splitlines()):
        return False
    line = text[start:end]
    around = line.replace(text[bond.name.start : bond.name.end], "", 1)
    alone = len(re.findall(r"\w+", around)) <= 2  # „(-) mgr Jan Nowak"
    return (alone and bond.rule in _OWN_LINES) or (bond.rule in _ONE_LINE and bool(_LABEL.match(line)))
