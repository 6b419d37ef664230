"""„mąż skarżącej, emerytowany dyrektor", „prezes banku", „była księgowa": functions told of people who act in none."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pipeline.annotate.officials.data import load
from pipeline.text import DASHES, fold
from pipeline.values.name.phrase import readings_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.annotate.officials.board import Bond
    from pipeline.annotate.officials.roles import Role
    from pipeline.values.name.tokens import Token

_BEFORE = 6
"""tokens before an apposition among which the noun of a private person stands („Mąż skarżącej Anny Lis, emerytowany …")"""
_STEM = 6
"""letters of a body's noun that all its forms share („parafi", „caritas", „spoldz")"""
_CLUB = 2
"""words of a club's name as it is printed in a report of a game („Gromu", „Orkana Rudka")"""
_PRETENCE = 4
"""tokens before „jako" among which the verb of who pretends stands („przedstawiała się często jako")"""
_NOUNS = 3
"""nouns of a complement up to the body's own („zarządu oddziału banku")"""
_SAYS = r"(?:certyf|audyt|audit|\biso\b|akredyt)"
_ENDING = re.compile(r"(?:ek|[aeo])$")
"""What a noun loses before other endings („koło", „koła"; „związek", „związku")."""
_SENTENCE = 240
"""characters on either side of a body's noun within which its certificate is told"""


@lru_cache(maxsize=8)
def _words(section: str, key: str) -> frozenset[str]:
    return frozenset(load("screen.toml")[section][key])


@lru_cache(maxsize=8)
def _pattern(section: str, key: str) -> re.Pattern[str]:
    words: Any = load("screen.toml")[section][key]
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + ")")


def is_of_association(tokens: Sequence[Token], folded: str, role: Role) -> bool:
    """„prezes banku", „przewodnicząca koła emerytów", „skarbnik rady parafialnej"; „prezes związku gmin" is public.

    Args:
        tokens: the text's tokens.
        folded: the text, folded; a body of which it tells a certificate or an audit keeps its people.
        role: the function.
    """
    if role.role_id not in _words("association", "role_ids") or not role.complement:
        return False
    complement = fold(role.complement)
    if _pattern("association", "public").search(complement):
        return False
    noun = _body_noun(tokens, role)
    named = _pattern("association", "words").search(complement) if noun is None else None
    if noun is not None:
        return not _is_audited(_ENDING.sub("", fold(noun)), folded)
    return named is not None and not _is_audited(named.group().split()[0][:_STEM], folded)


def _body_noun(tokens: Sequence[Token], role: Role) -> str | None:
    """„zarządu oddziału banku" -> "bank": the lemma of the body's own noun, if it is a private association's."""
    seen = 0
    for i in range(role.behind, role.last):
        found = {r.lemma.lower() for r in readings_of(tokens[i].text) if r.pos == "subst"}
        if not found or (adjective := any(r.pos == "adj" for r in readings_of(tokens[i].text))):
            if tokens[i].kind != "word" or (found and not adjective):
                return None
            continue
        if (private := found & _words("association", "nouns")) and not any(t.low == "w" for t in tokens[role.behind : i]):
            return min(private)
        seen += 1
        if seen == _NOUNS or not found & _words("association", "organs"):
            return None
    return None


def _is_audited(stem: str, folded: str) -> bool:
    """Whether a sentence with the body's noun says that it was audited or got a certificate, not that it handed one out."""
    pattern = re.compile(rf"\b{re.escape(stem)}\w{{0,6}}\b")
    for found in pattern.finditer(folded):
        opens = max(folded.rfind(". ", 0, found.start()), folded.rfind("\n", 0, found.start()), found.start() - _SENTENCE)
        ends = [e for e in (folded.find(". ", found.end()), folded.find("\n", found.end())) if e >= 0]
        sentence = folded[max(opens, 0) : min([*ends, found.end() + _SENTENCE])]
        if re.search(_SAYS, sentence) and _pattern("association", "holds").search(sentence):
            return True
    return False


def is_passing(tokens: Sequence[Token], folded: str, bond: Bond, sentence: tuple[int, int]) -> bool:
    """„Mąż skarżącej, emerytowany dyrektor Jan Nowak", „był przez lata wójtem"; „gościem był były burmistrz" acts.

    Args:
        tokens: the text's tokens.
        folded: the text, folded.
        bond: a name and its function.
        sentence: characters of the sentence that holds the name.
    """
    role = bond.role
    if _was_for_years(tokens, bond) or _pretends(tokens, role) or _leads_club(folded, role, sentence):
        return True
    if _is_of_trade(role) and not re.search(_SAYS, folded[slice(*sentence)]):
        return True
    profession = not role.complement and role.first == role.head and bond.form.lemma in _words("passing", "professions")
    if profession and _pattern("passing", "private").search(folded, *sentence):
        return True
    opening = tokens[max(0, role.first - 1) : role.head]
    former = any(r.lemma in _words("passing", "former") for t in opening for r in readings_of(t.text))
    if former and not role.complement and bond.form.lemma in _words("passing", "professions"):
        return True
    return (former or profession) and _names_private_person(tokens, bond)


def _was_for_years(tokens: Sequence[Token], bond: Bond) -> bool:
    """„Jan Nowak był przez lata dyrektorem szkoły": a past copula with a stretch of time, no present one."""
    if bond.rule.split(".")[1] != "predicate":
        return False
    low, high = min(bond.name.last, bond.role.last), max(bond.name.first, bond.role.first)
    between = {t.low for t in tokens[low:high]}
    return bool(between & _words("passing", "copulas")) and bool(between & _words("passing", "long"))


def _leads_club(folded: str, role: Role, sentence: tuple[int, int]) -> bool:
    """„Prezes Gromu i trener zapowiadają awans", „na walnym zebraniu OSP prezesem wybrano …": a club's head."""
    if not role.complement:
        return role.role_id in _words("association", "role_ids") and bool(
            _pattern("association", "meetings").search(folded, *sentence)
        )
    if role.role_id not in _words("association", "club_ids") or _pattern("association", "public").search(fold(role.complement)):
        return False
    told = folded[slice(*sentence)].replace(fold(role.complement), "")
    return len(role.complement.split()) <= _CLUB and bool(_pattern("association", "games").search(told))


def _is_of_trade(role: Role) -> bool:
    """„dyrektor handlowy", „menedżer sali", „kierownik trasy"; „dyrektor handlowy PEC w Pile" acts for a body."""
    if role.role_id not in _words("passing", "trade_ids"):
        return False
    complement = fold(role.complement)
    return bool(_pattern("passing", "trade").match(complement)) and role.complement == role.complement.lower()


def _pretends(tokens: Sequence[Token], role: Role) -> bool:
    """„przedstawiał się jako inspektor Jan Nowak", „podała się za kontrolerkę": the function is a lie."""
    if role.first == 0 or tokens[role.first - 1].low not in {"jako", "za", "pod"}:
        return False
    before = tokens[max(0, role.first - 1 - _PRETENCE) : role.first - 1]
    return any(r.lemma in _words("passing", "pretending") for t in before for r in readings_of(t.text)) and any(
        t.low == "się" for t in before
    )


def _names_private_person(tokens: Sequence[Token], bond: Bond) -> bool:
    """„Mąż skarżącej, były dyrektor", „żona byłego wójta", „Poszkodowany to były wójt": the noun before, in its clause."""
    first = min(bond.role.first, bond.name.first)
    for i in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
        token = tokens[i]
        if token.kind == "line" or token.text in {".", "!", "?", ";"}:
            return False
        if token.kind == "word":
            readings = readings_of(token.text)
            if any(r.pos in {"fin", "praet"} for r in readings) and not any(r.pos in {"subst", "adj"} for r in readings):
                return False
            if any(r.lemma.lower() in _words("passing", "people") for r in readings):
                return True
        elif token.text not in {",", *DASHES}:
            return False
    return False
