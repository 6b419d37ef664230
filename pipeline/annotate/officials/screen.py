"""„Starostami dożynek byli …", „prezes firmy Drogbud": who bears a function's name and is no official of the story."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.annotate.officials.data import load
from pipeline.annotate.officials.passing import is_of_association, is_passing
from pipeline.annotate.officials.remembered import is_dead, is_history, is_remembered
from pipeline.annotate.officials.words import is_acronym
from pipeline.text import QUOTES, fold
from pipeline.values.name.phrase import readings_of
from pipeline.values.name.tokens import capital

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.annotate.officials.board import Bond
    from pipeline.annotate.officials.roles import Role
    from pipeline.values.name.tokens import Token

_BACK = 45
"""tokens before „jego prezes" among which the firm is looked for"""
_SENTENCE = 300
"""characters on either side of a name within which its sentence is looked for"""
_SENTENCE_END = re.compile(r"[.!?]\s+[A-ZĄĆĘŁŃÓŚŹŻ„]|\n")
_TRADE = re.compile(r"^zawodow(?:y|a|ego|ej|emu|ym)\b ?")
"""„doradca zawodowy": the adjective, not the games („sędzia zawodów")"""
_OWNERS = frozenset({"jego", "jej", "ich"})


class Body(NamedTuple):
    """A body that another component found: its characters, its name and kind („certification_body", „consultancy" …)."""

    start: int
    end: int
    name: str
    kind: str


def _data() -> dict[str, Any]:
    return load("screen.toml")


@lru_cache(maxsize=16)
def _pattern(section: str, key: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, _data()[section][key])) + ")")


def screened(tokens: Sequence[Token], text: str, bonds: Sequence[Bond], bodies: Sequence[Body]) -> list[Bond]:
    """The bonds of those who act in a public function, or in an audited, auditing or certifying body, with settled classes.

    Args:
        tokens: the text's tokens.
        text: the text.
        bonds: names and functions that belong together.
        bodies: what other components found; a certifier's or an audited firm's people stay.
    """
    folded = fold(text)
    feast = bool(_pattern("harvest", "feast").search(folded))
    dead = {b.reading.name for b in bonds if " " in b.reading.name and is_dead(tokens, b)}
    kept = [
        b
        for b in bonds
        if b.reading.name not in dead
        and not (
            _is_host(b.role, b.form.lemma, feast=feast)
            or _of_event(b.role)
            or _of_private_people(b.role)
            or is_history(text, b, _sentence(text, b.name.start, b.name.end))
            or is_remembered(tokens, b)
            or _is_candidate(tokens, b.role)
            or _is_denied(tokens, b)
            or _is_of_club(tokens, b.role)
            or _is_nobodys_expert(b, tokens, bodies)
            or _is_private(tokens, text, folded, b.role, bodies)
            or (is_of_association(tokens, folded, b.role) and not _audits(tokens, b.role, bodies))
            or is_passing(tokens, folded, b, _sentence(text, b.name.start, b.name.end))
            or _lives_privately(tokens, text, folded, b)
        )
    ]
    council = bool(_pattern("council", "words").search(folded))
    fuller: dict[tuple[str, str], str | None] = {}
    for b in kept:
        if b.role.complement:
            fuller.setdefault(_who(b), b.role.role_id)
    state = bool(_pattern("state", "words").search(folded)) and not _pattern("city", "words").search(folded)
    return [b._replace(role=b.role._replace(role_id=_class(b, fuller, council=council, state=state))) for b in kept]


def _who(bond: Bond) -> tuple[str, str]:
    """The noun of a function and the surname of who holds it."""
    return bond.form.lemma, bond.reading.name.rsplit(" ", 1)[-1]


def _is_host(role: Role, lemma: str, *, feast: bool) -> bool:
    """„starosta tegorocznych dożynek", and in a story about a feast a plural or „starościna" without a county."""
    if lemma not in _data()["harvest"]["host"]:
        return False
    if _pattern("harvest", "feast").search(fold(role.complement)):
        return True
    return feast and not role.complement and (lemma == "starościna" or role.plural_only())


def _of_event(role: Role) -> bool:
    """„sędzia główny zawodów", „kierownik zespołu tanecznego", „kierownik „Jarzębiny”", which says no more."""
    folded = _TRADE.sub("", fold(role.complement))
    if role.role_id == "head" and folded.startswith(tuple(QUOTES)):
        return True
    _, _, second = folded.partition(" ")
    return bool(_pattern("event", "complement").match(folded) or _pattern("event", "complement").match(second))


def _of_private_people(role: Role) -> bool:
    """„pełnomocnik żony i syna", „rzecznik rodziny": who acts for private people, who would be named with him."""
    principal = _data()["principal"]
    return role.role_id in principal["role_ids"] and bool(_pattern("principal", "complement").match(fold(role.complement)))


def _is_candidate(tokens: Sequence[Token], role: Role) -> bool:
    """„kandydat na wójta Jan Nowak", „kandydował na prezydenta": who seeks an office does not hold it."""
    if role.first < 2 or tokens[role.first - 1].low not in {"na", "do"}:
        return False
    seeking = set(_data()["candidate"]["lemmas"])
    return any(r.lemma in seeking for t in tokens[max(0, role.first - 3) : role.first - 1] for r in readings_of(t.text))


def _is_denied(tokens: Sequence[Token], bond: Bond) -> bool:
    """„Jan Nowak nie jest już członkiem rady": a copula with its negation between the two."""
    if bond.rule.split(".")[1] != "predicate":
        return False
    low, high = min(bond.name.last, bond.role.last), max(bond.name.first, bond.role.first)
    return any(tokens[i].low == "nie" for i in range(low, high))


def _is_of_club(tokens: Sequence[Token], role: Role) -> bool:
    """„członek klubu fotograficznego", „członkowie Rytmu": a member of nothing that governs, audits or judges."""
    if role.role_id != "member" or not role.complement:
        return False
    words = [tokens[i].text for i in range(role.behind, role.last) if tokens[i].kind == "word"]
    governing = set(_data()["member"]["bodies"])
    acronym = any(is_acronym(w) for w in words[:1])
    return not acronym and not any(_lemmas(w) & governing for w in words[:_DEEP])


_DEEP = 3
"""words of a complement up to its noun („głównej komisji rewizyjnej")"""


def _lemmas(word: str) -> set[str]:
    return {r.lemma for r in readings_of(word) if r.pos == "subst"}


def _is_private(tokens: Sequence[Token], text: str, folded: str, role: Role, bodies: Sequence[Body]) -> bool:
    """„prezes firmy Drogbud", „Jego prezes", „kierownik budowy": a firm's people, unless it is audited, audits or certifies."""
    private = _data()["private"]
    if role.role_id not in private["role_ids"]:
        return False
    if role.role_id == "head" and _pattern("private", "site").match(fold(role.complement)):
        return True
    if role.complement:
        firm = next((i for i in range(role.head + 1, role.last) if _is_firm(tokens, i)), None)
        reach = (tokens[role.head].end, tokens[role.last - 1].end)
    else:
        owners = (find(tokens, role) for find in (_owner, _led, _worked_at))
        firm = next((found for found in owners if found is not None), None)
        reach = (tokens[firm].start, tokens[role.first].start) if firm is not None else (0, 0)
    if firm is None or any(reach[0] <= b.start < reach[1] and b.kind in _AUDITING for b in bodies):
        return False
    opens, _ = _sentence(text, tokens[firm].start, tokens[firm].end)
    _, closes = _sentence(text, tokens[role.head].start, tokens[role.last - 1].end)
    return not _pattern("private", "certified").search(folded, opens, closes)


def _is_firm(tokens: Sequence[Token], i: int) -> bool:
    """„firmy", „hurtownią", „Agencji Reklamowej"; „Agencja Rynku Rolnego" is the state's."""
    lemmas = _lemmas(tokens[i].text) & set(_data()["private"]["firms"])
    if "agencja" not in lemmas or not capital(tokens[i]):
        return bool(lemmas)
    behind = fold(tokens[i + 1].text) if i + 1 < len(tokens) else ""
    return not (behind and capital(tokens[i + 1])) or behind.startswith(tuple(_data()["agency"]["private"]))


def _is_nobodys_expert(bond: Bond, tokens: Sequence[Token], bodies: Sequence[Body]) -> bool:
    """„ekspert od ogrodów Jan Nowak"; „ekspert techniczny" and „ekspert PCBC" take part in an audit."""
    role, expert = bond.role, _data()["expert"]
    if bond.form.lemma not in expert["lemmas"] or _pattern("expert", "words").search(fold(role.complement)):
        return False
    return not _audits(tokens, role, bodies)


def _audits(tokens: Sequence[Token], role: Role, bodies: Sequence[Body]) -> bool:
    """„ekspert PCBC", „prezes Fundacji Jakości": whether the body that a function names certifies, accredits or controls."""
    opens, closes = tokens[role.head].end, tokens[role.last - 1].end
    return any(opens <= b.start < closes and b.kind in _AUDITING for b in bodies)


_AUDITING = frozenset({"certification_body", "accreditation_body", "control_body", "network"})


def _owner(tokens: Sequence[Token], role: Role) -> int | None:
    """„Firma „Asfaltex” … Jego prezes": the firm that „jego" means, if the nearest body before it is one."""
    if role.first == 0 or tokens[role.first - 1].low not in _OWNERS:
        return None
    firms = set(_data()["private"]["after_owner"])
    back = range(role.first - 2, max(-1, role.first - _BACK), -1)
    return next((i for i in back if tokens[i].kind == "word" and _lemmas(tokens[i].text) & firms), None)


def _worked_at(tokens: Sequence[Token], role: Role) -> int | None:
    """„inspektor w firmie ubezpieczeniowej": the firm behind a function and a preposition."""
    if role.last + 1 >= len(tokens) or tokens[role.last].low not in {"w", "we"}:
        return None
    return next((i for i in range(role.last + 1, min(role.last + 3, len(tokens))) if _is_firm(tokens, i)), None)


def _led(tokens: Sequence[Token], role: Role) -> int | None:
    """„Wykonawcą jest spółka Bruk, którą kieruje prezes": the firm before a relative clause about who leads it."""
    verb, pronoun = role.first - 1, role.first - 2
    relative = set(_data()["private"]["relative"])
    if (
        pronoun < 0
        or not tokens[pronoun].low.startswith("któr")
        or not any(r.lemma in relative for r in readings_of(tokens[verb].text))
    ):
        return None
    firms = set(_data()["private"]["firms"])
    back = range(pronoun - 1, max(-1, role.first - _BACK), -1)
    return next((i for i in back if tokens[i].kind == "word" and _lemmas(tokens[i].text) & firms), None)


def _lives_privately(tokens: Sequence[Token], text: str, folded: str, bond: Bond) -> bool:
    """„Były burmistrz Jan Nowak wydał książkę": a former official in a sentence about his own life."""
    adjectives = set(_data()["former"]["adjectives"])
    before = tokens[bond.role.first : bond.role.head]
    if not any(r.lemma in adjectives for t in before for r in readings_of(t.text)):
        return False
    start, end = _sentence(text, bond.name.start, bond.name.end)
    return bool(_pattern("former", "private").search(folded, start, end))


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    opens = max((m.start() + 1 for m in _SENTENCE_END.finditer(text, max(0, start - _SENTENCE), start)), default=0)
    closes = _SENTENCE_END.search(text, end, end + _SENTENCE)
    return max(opens, start - _SENTENCE), closes.start() if closes else min(len(text), end + _SENTENCE)


def _class(bond: Bond, fuller: Mapping[tuple[str, str], str | None], *, council: bool, state: bool) -> str | None:
    """The class of a bare function: that of the same person's full one („Prezydent RP Jan Nowak … prezydent Nowak")."""
    role = bond.role
    if role.complement:
        return role.role_id
    if (known := fuller.get(_who(bond))) is not None:
        return known
    if role.role_id in {"chair", "deputy_chair"} and council:
        return {"chair": "council_chair", "deputy_chair": "council_deputy_chair"}[role.role_id]
    return None if state and bond.form.lemma == "prezydent" else role.role_id
