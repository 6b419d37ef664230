"""„mówi Szynkowski", „Janowi Nowakowi podziękowano": further mentions of people whose function is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.values import morph
from pipeline.values.name.candidates import candidates
from pipeline.values.name.tokens import Token, capital

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.annotate.officials.board import Bond
    from pipeline.values.name.recognise import Name

_PREFIX = 3
"""characters that every form of a surname shares with its nominative („Kąckiego", „Kozła": three letters hold)"""
_SHORT = 2
"""characters of one of three letters that hold („Lenia" of Leń, „Sęka" of Sęk)"""


class Again(NamedTuple):
    """A further mention: its characters, its value and the rule."""

    start: int
    end: int
    value: dict[str, Any]
    rule: str


def _value(bond: Bond) -> dict[str, Any]:
    return {
        "name": bond.reading.name,
        "role": None,
        "role_id": bond.role.role_id,
        "organization": None,
        "gender": bond.reading.gender,
    }


def completed(names: Sequence[Name], bonds: Sequence[Bond]) -> list[Bond]:
    """„Wójt Grzęda rezygnuje / O tym poinformował Jan Grzęda": a bare surname takes the one full name of the text."""
    bound = {b.name.first for b in bonds}
    full: dict[tuple[str, str], set[str]] = {}
    for name in names:
        best = name.readings[0] if name.readings and not name.patron and name.first not in bound else None
        if best is not None and " " in best.name:
            full.setdefault((best.name.rsplit(" ", 1)[-1], best.gender), set()).add(best.name)
    found: list[Bond] = []
    for bond in bonds:
        whole = full.get((bond.reading.name, bond.reading.gender), set())
        found.append(bond._replace(reading=bond.reading._replace(name=min(whole))) if len(whole) == 1 else bond)
    return found


def mentions_again(tokens: Sequence[Token], names: Sequence[Name], bonds: Sequence[Bond]) -> list[Again]:
    """Full names and bare surnames of people that a function was bound to, where no function stands beside them.

    A surname that two officials share is left alone, and so is one inside another person's full name.
    """
    bound = {b.name.first for b in bonds}
    people = {b.reading.name: b for b in bonds if " " in b.reading.name}
    found: list[Again] = []
    taken = {i for n in names for i in range(n.first, n.last)}
    for name in names:
        bond = next((people[r.name] for r in name.readings if r.name in people), None)
        if bond is not None and name.first not in bound and not name.patron:
            found.append(Again(name.start, name.end, _value(bond), "officials.again.full_name"))
    surnames: dict[str, list[Bond]] = {}
    for full, bond in people.items():
        surnames.setdefault(full.rsplit(" ", 1)[-1], []).append(bond)
    alone = {s: b[0] for s, b in surnames.items() if len(b) == 1 and len(s) > _SHORT and not s.endswith(".")}
    prefixes = {_opening(s) for s in alone}
    for i, token in enumerate(tokens):
        opens = {token.text[:_PREFIX], token.text[:_SHORT]}
        if i in taken or not capital(token) or not opens & prefixes or _doubtful(tokens, i):
            continue
        surname = next((c.lemma for c in candidates(token.text, "last") if c.lemma in alone and c.weight >= 3), None)
        if surname is not None and alone[surname].reading.gender in _genders(token.text, surname):
            found.append(Again(token.start, token.end, _value(alone[surname]), "officials.again.surname"))
    return found


def _opening(surname: str) -> str:
    """„Kąc" of Kącki, „Le" of Leń: what every form of a surname opens with."""
    return surname[: _PREFIX if len(surname) > _PREFIX else _SHORT]


def _doubtful(tokens: Sequence[Token], i: int) -> bool:
    """„Góra śmieci rośnie" at the start of a sentence, „doktor Nowak", „ul. Nowaka", „Nowak-Kot": another thing or person."""
    before = tokens[i - 1] if i else None
    opens = before is None or before.kind == "line" or before.text in {".", "!", "?", "-", "–", "„", '"', ":"}
    common = any(r.lemma[:1].islower() for r in (*morph.analyse(tokens[i].text), *morph.analyse(tokens[i].low)))
    title = before is not None and before.low.startswith(("doktor", "profesor", "ksi", "redaktor", "mecenas"))
    stop = before is not None and before.text == "." and i > 1 and tokens[i - 2].low in {"im", "ul", "al", "pl", "os", "św"}
    joined = i + 1 < len(tokens) and tokens[i + 1].text in "-–" and not tokens[i + 1].gap
    says = i + 1 < len(tokens) and any(r.pos in {"fin", "praet"} for r in morph.analyse(tokens[i + 1].low))
    return (
        (opens and common and not says)
        or title
        or stop
        or joined
        or (before is not None and before.low in {"imienia", "ulicy", "placu"})
    )


def _genders(word: str, lemma: str) -> set[str]:
    return {c.gender for c in candidates(word, "last") if c.lemma == lemma and c.weight >= 3}
