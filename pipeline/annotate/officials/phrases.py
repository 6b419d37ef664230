"""„Komisji Rewizyjnej przewodniczy Jan Nowak", „Rada pod przewodnictwem Jana Nowaka": functions that a phrase tells."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.officials.lexicon import Form, heads, role_class
from pipeline.annotate.officials.roles import Role
from pipeline.annotate.officials.told import TellsBodies, Told
from pipeline.annotate.officials.words import TIME_WORDS
from pipeline.values import morph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.annotate.officials.board import Board
    from pipeline.values.name.recognise import Name
    from pipeline.values.name.tokens import Token

_AUXILIARY = frozenset({"będzie", "będą", "ma", "mają", "może"})
_BETWEEN = _AUXILIARY | {
    "po",
    "raz",
    "pierwszy",
    "drugi",
    "trzeci",
    "kolejny",
    "ponownie",
    "nadal",
    "wciąż",
    "obecnie",
    "teraz",
}
_BETWEEN |= {"dziś", "wtedy", "wówczas", "odtąd", "dotąd", "dotychczas", "tymczasowo"}
"""Words between a verb and its subject („stanie po raz drugi Jan Nowak")."""
_WHICH = frozenset({"której", "któremu", "którym", "którą", "którego", "których"})


class _Verb(NamedTuple):
    id: str
    case: str
    noun: str


class _Rules(NamedTuple):
    verbs: dict[str, _Verb]
    ahead: frozenset[str]
    ahead_id: str
    under: dict[str, str]
    under_id: str


@lru_cache(maxsize=1)
def rules() -> _Rules:
    """What ``phrases.toml`` says about verbs."""
    data = tomllib.loads(resources.files(__package__).joinpath("phrases.toml").read_text(encoding="utf-8"))
    verbs = {row["lemma"]: _Verb(row["id"], row["case"], row.get("noun", "")) for row in data["verb"]}
    under = data["under"]
    return _Rules(verbs, frozenset(data["ahead"]["verbs"]), data["ahead"]["id"], under["nouns"], under["id"])


@lru_cache(maxsize=20_000)
def _verb(word: str) -> str | None:
    """„przewodniczył" -> "przewodniczyć": the lemma of a verb that tells a function."""
    wanted = {*rules().verbs, *rules().ahead}
    return next(
        (r.lemma for r in morph.analyse(word) if r.pos in {"fin", "praet", "inf", "bedzie"} and r.lemma in wanted), None
    )


def phrases(board: Board) -> None:
    """Binds the names of a text that hold no function yet to the functions that phrases tell."""
    bodies = TellsBodies(board)
    for i, token in enumerate(board.tokens):
        if token.low == "pod" and i + 1 < len(board.tokens) and board.tokens[i + 1].low in rules().under:
            _under(board, bodies, i)
        elif token.kind == "word" and (lemma := _verb(token.low)) is not None:
            _headed(board, bodies, i, lemma)


def _under(board: Board, bodies: TellsBodies, i: int) -> None:
    name = board.opens.get(board.courteous(i + 2))
    comma = i > 0 and board.tokens[i - 1].text == ","
    body = bodies.ending(i - 1 if comma else i, morph.CASES) if name is not None else None
    noun = rules().under[board.tokens[i + 1].low]
    if name is not None and body is not None:
        _bind(board, i, name, body, noun or body.noun, ("gen",), rules().under_id)


def _headed(board: Board, bodies: TellsBodies, i: int, lemma: str) -> None:
    """„Zespołem kieruje Anna Bąk", „Anna Bąk kieruje Zespołem", „komisja, której przewodniczy …", „Na czele komisji stoi …"."""
    verb = rules().verbs.get(lemma)
    case, noun, rule = (verb.case, verb.noun, verb.id) if verb is not None else ("gen", "", rules().ahead_id)
    name = _subject_behind(board, i)
    if name is not None:
        body = _body_before(board.tokens, bodies, i, case, ahead=verb is None)
    else:
        # „mówi Anna Bąk, która kieruje Wydziałem"
        which = i > 1 and board.tokens[i - 1].low in {"która", "który"} and board.tokens[i - 2].text == ","
        name = board.closes.get(i - 2 if which else i)
        body = bodies.opening(_body_at(board.tokens, i, ahead=verb is None), (case,)) if name is not None else None
    if name is not None and body is not None:
        _bind(board, i, name, body, noun or body.noun, ("nom",), rule)


def _subject_behind(board: Board, i: int) -> Name | None:
    i += 1
    while i < len(board.tokens) and (
        board.tokens[i].low in _BETWEEN or board.tokens[i].kind == "number" or board.tokens[i].low in TIME_WORDS
    ):
        i += 1
    return board.opens.get(board.courteous(i))


def _body_before(tokens: Sequence[Token], bodies: TellsBodies, i: int, case: str, *, ahead: bool) -> Told | None:
    while i > 0 and tokens[i - 1].low in _AUXILIARY:
        i -= 1
    which = i > 1 and tokens[i - 1].low in _WHICH
    if ahead:
        if which and [t.low for t in tokens[max(0, i - 3) : i - 1]] == ["na", "czele"]:
            return bodies.ending(_past_comma(tokens, i - 3), morph.CASES)
        body = bodies.ending(i, (case,))
        opens = body is not None and [t.low for t in tokens[max(0, body.first - 2) : body.first]] == ["na", "czele"]
        return body if opens else None
    return bodies.ending(_past_comma(tokens, i - 1), morph.CASES) if which else bodies.ending(i, (case,))


def _past_comma(tokens: Sequence[Token], i: int) -> int:
    return i - 1 if i > 0 and tokens[i - 1].text == "," else i


def _body_at(tokens: Sequence[Token], i: int, *, ahead: bool) -> int:
    """Where the body behind a verb opens; the text's end where „na czele" is missing."""
    if not ahead:
        return i + 1
    return i + 3 if [t.low for t in tokens[i + 1 : i + 3]] == ["na", "czele"] else len(tokens)


def _bind(board: Board, i: int, name: Name, body: Told, noun: str, cases: tuple[str, ...], rule: str) -> None:  # noqa: PLR0913, PLR0917
    if name.first in board.holders:
        return
    board.bind(name, told_role(i, noun, body, name), rule, cases=cases)


def told_role(i: int, noun: str, body: Told, name: Name) -> Role:
    """„przewodniczący" and "Komisja Rewizyjna" -> „przewodnicząca Komisji Rewizyjnej" of a woman, told at token ``i``."""
    feminine = heads()[noun].feminine
    if feminine and noun.endswith("ący") and name.readings[0].gender == "f":
        noun = feminine  # a participle agrees, „dyrektor" and „kierownik" stay
    return Role(
        first=i,
        head=i,
        last=i + 1,
        forms=(Form(noun, "nom", "sg", "mf"),),
        role_id=role_class(noun, body.genitive),
        acting=False,
        complement=body.genitive,
        behind=i + 1,
        told=f"{noun} {body.genitive}",
        body=body.nominative,
    )
