"""„O drogi pytał w interpelacji Jan Sitek": councillors at a session, named without their function."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from pipeline.text import fold
from pipeline.values import morph

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from pipeline.values.name.recognise import Name
    from pipeline.values.name.tokens import Token

_REACH = 6
"""tokens between the verb and its subject („pytał w swojej interpelacji Jan Sitek")"""
_SENTENCE = 300
"""characters on either side of a name within which its sentence is looked for"""
_SENTENCE_END = re.compile(r"[.!?]\s|\n")


class _Cues(NamedTuple):
    session: re.Pattern[str]
    cue: re.Pattern[str]
    open: re.Pattern[str]
    verbs: frozenset[str]


@lru_cache(maxsize=1)
def _cues() -> _Cues:
    data = tomllib.loads(resources.files(__package__).joinpath("session.toml").read_text(encoding="utf-8"))
    session, cue, free = (re.compile(r"\b(?:" + "|".join(map(re.escape, data[k])) + ")") for k in ("session", "cue", "open"))
    return _Cues(session, cue, free, frozenset(data["verbs"]))


def speakers(tokens: Sequence[Token], text: str, names: Sequence[Name], bound: Container[int]) -> list[Name]:
    """The full names that are the subject of a verb of speech in a sentence about interpellations, which only councillors file.

    Args:
        tokens: the text's tokens.
        text: the text.
        names: the names found in it.
        bound: first tokens of the names that hold a function already.
    """
    folded = fold(text)
    if not _cues().session.search(folded) or not _cues().cue.search(folded):
        return []
    return [
        n
        for n in names
        if n.known and not n.patron and n.first not in bound and n.readings[0].case == "nom" and _speaks(tokens, folded, n)
    ]


def _speaks(tokens: Sequence[Token], folded: str, name: Name) -> bool:
    limit = name.end + _SENTENCE
    begins = max((m.end() for m in _SENTENCE_END.finditer(folded, max(0, name.start - _SENTENCE), name.start)), default=0)
    closing = _SENTENCE_END.search(folded, name.end, limit)
    ends = closing.start() if closing else min(limit, len(folded))
    begins = max(begins, name.start - _SENTENCE)
    if not _cues().cue.search(folded, begins, ends) or _cues().open.search(folded, begins, ends):
        return False
    near = (*tokens[max(0, name.first - _REACH) : name.first], *tokens[name.last : name.last + 2])
    inside = (t for t in near if begins <= t.start and t.end <= ends + 1)
    return any(r.lemma in _cues().verbs and r.pos in {"fin", "praet"} for t in inside for r in morph.analyse(t.low))
