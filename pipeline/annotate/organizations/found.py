"""What a finder returns."""

from __future__ import annotations

from typing import NamedTuple


class FoundOrganization(NamedTuple):
    """„Urzędowi Miasta Legionowo": its characters, its nominative name, its kind, the rule that found it."""

    start: int
    end: int
    name: str
    kind: str
    rule: str
