"""„Burmistrz Jan Nowak": the names and functions of one text, and which of them were bound to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.officials.complement import Walk
from pipeline.annotate.officials.lexicon import heads
from pipeline.text import DASHES
from pipeline.values.name.titles import title_words, titles_end

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.annotate.officials.lexicon import Form
    from pipeline.annotate.officials.roles import Role
    from pipeline.values.name.person import Reading
    from pipeline.values.name.recognise import Name
    from pipeline.values.name.tokens import Token

_SIGNED = [["(", "-", ")"], ["/", "-", "/"], ["(", "–", ")"], ["/", "–", "/"]]
"""Marks that stand for a signature's place in a copy."""
_EXCLUSIVE = frozenset(
    {
        "mayor",
        "deputy_mayor",
        "starosta",
        "deputy_starosta",
        "voivode",
        "deputy_voivode",
        "marshal",
        "deputy_marshal",
        "secretary",
    }
    | {"treasurer", "minister", "deputy_minister", "prime_minister", "head_of_state", "commander", "superintendent"}
)
"""Full-time offices: nobody holds two of them, so "burmistrz i starosta Jan Nowak" are two people."""
_SLACK = 3.5
"""A name may read this much worse in the function's case than at its best; in units of a candidate's weight."""
_GENDER_SHOWN = 0.5
"""What a function that shows the gender adds to a reading; less than any difference between readings, so it breaks ties."""
WRAPPED = 60
"""characters; a line at least this long was broken by its width"""


class Bond(NamedTuple):
    """A name, the function it holds, the reading of both in which they agree, and the id of the rule."""

    name: Name
    role: Role
    reading: Reading
    form: Form
    rule: str


def agreement(
    name: Name, role: Role, *, cases: Iterable[str] | None = None, singular: bool = False
) -> tuple[Reading, Form] | None:
    """The best reading of a name that has a case and gender in common with a function; None where they clash.

    Args:
        name: the name.
        role: the function; one with "p.o." fits a name in any case.
        cases: cases of the name to allow instead of the function's own.
        singular: whether the function must be one person's.
    """
    best: tuple[tuple[float, bool], Reading, Form] | None = None
    top = name.readings[0].total
    for reading in name.readings:
        if reading.total < top - _SLACK:
            continue
        for form in role.forms:
            fits = reading.case in cases if cases is not None else (role.acting or reading.case == form.case)
            if fits and reading.gender in form.gender and not (singular and form.number == "pl"):
                score = reading.total + _GENDER_SHOWN * _shows(form, reading.gender), form.gender == reading.gender
                if best is None or score > best[0]:
                    best = score, reading, form
    return (best[1], best[2]) if best else None


def _shows(form: Form, gender: str) -> bool:
    """Whether a function's form speaks for a gender: „wójt Nowak" for a man, „radna Nowak" for a woman."""
    return form.gender == "mf" if gender == "m" else form.lemma == heads()[form.lemma].feminine


class Board:
    """What the rules read and write: the text's names and functions by position, and the bonds made so far."""

    def __init__(self, tokens: Sequence[Token], text: str, names: Sequence[Name], roles: Sequence[Role]) -> None:
        self.tokens = tokens
        self.text = text
        self.names = [n for n in names if not n.patron]
        self.opens = {n.first: n for n in self.names}
        self.closes = {n.last: n for n in self.names}
        self.ends = {r.last: r for r in roles}
        self.bonds: list[Bond] = []
        self.bond_of: dict[int, Bond] = {}
        """position of a function's noun -> its first bond"""
        self.bond_at: dict[int, Bond] = {}
        """position at which a function opens -> its first bond"""
        self.holders: set[int] = set()
        """first tokens of the names that hold a function"""
        self._held: dict[int, list[Role]] = {}

    def bind(self, name: Name, role: Role, rule: str, *, cases: Iterable[str] | None = None, singular: bool = False) -> bool:
        """Binds a name to a function if they agree and the person does not hold another full-time office already."""
        found = agreement(name, role, cases=cases, singular=singular)
        held = self._held.setdefault(name.first, [])
        if found is None or (role.role_id in _EXCLUSIVE and any(r.role_id in _EXCLUSIVE for r in held)):
            return False
        held.append(role)
        bond = Bond(name, role, *found, rule)
        self.bonds.append(bond)
        self.holders.add(name.first)
        self.bond_of.setdefault(role.head, bond)
        self.bond_at.setdefault(role.first, bond)
        return True

    def courteous(self, i: int) -> int:
        """Position behind „Pan", „dr inż.", „(-)", „/-/" from ``i``."""
        tokens = self.tokens
        if [t.text for t in tokens[i : i + 3]] in _SIGNED:
            i += 3
        if [t.low for t in tokens[i : i + 2]] == ["w", "osobie"]:
            i += 2
        return titles_end(tokens, i, self.opens)

    def affairs(self, i: int) -> int:
        """Position behind „ds. jakości", „do spraw uchodźców" from ``i``; ``i`` itself where no such phrase opens there."""
        return Walk(self.tokens, self.text, frozenset(self.opens)).affairs(i)

    def past_break(self, i: int) -> int:
        """Position behind a line break at ``i`` that only wraps a long line."""
        tokens = self.tokens
        if i < len(tokens) and tokens[i].kind == "line" and tokens[i].text.count("\n") == 1:
            opens = self.text.rfind("\n", 0, tokens[i].start) + 1
            if tokens[i].start - opens >= WRAPPED:
                return self.courteous(i + 1)
        return i

    def line_opens(self, i: int) -> bool:
        """Whether token ``i`` opens its line, courtesy and marks aside."""
        j = i - 1
        while j >= 0 and (self.tokens[j].low in title_words() or self._beside(j)):
            j -= 1
        return j < 0 or self.tokens[j].kind == "line"

    def _beside(self, j: int) -> bool:
        """Marks and possessives that a signature may open with („/-/", „Wasz")."""
        return self.tokens[j].text in {".", "(", ")", "/", *DASHES} or self.tokens[j].low in {"wasz", "wasza", "twój", "twoja"}

    def line_closes(self, i: int) -> bool:
        """Whether nothing of the line is left at token ``i``."""
        return i >= len(self.tokens) or self.tokens[i].kind == "line"


def both_full_time(one: Role, other: Role) -> bool:
    """„burmistrz i starosta": two offices that one person cannot hold together."""
    return {one.role_id, other.role_id} <= _EXCLUSIVE
