"""„Burmistrz Średniawski", „prezydenta Kota": a surname alone right behind a function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.officials.lexicon import following_adjectives, forms, modifiers
from pipeline.annotate.officials.unknown import unknown_before, unknown_behind
from pipeline.values import morph
from pipeline.values.name.candidates import candidates
from pipeline.values.name.person import readings
from pipeline.values.name.place_forms import is_known
from pipeline.values.name.recognise import Name, is_first_name, is_surname
from pipeline.values.name.tokens import capital
from pipeline.values.place.gazetteer import units_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.annotate.officials.roles import Role
    from pipeline.values.name.tokens import Token


def surnames_after(tokens: Sequence[Token], names: Sequence[Name], roles: Sequence[Role]) -> tuple[list[Name], list[Role]]:
    """The full names and the surnames that stand alone behind a function and agree with it, in text order, and the functions.

    A word that also is a place in the genitive („burmistrza Bielawy") is a place, unless somebody of that surname is named in
    full; then the function ends before it.
    """
    taken = {i for n in names for i in range(n.first, n.last)}
    full = {r.name.split()[-1] for n in names for r in n.readings[:3]}
    found, cut = list(names), list(roles)
    for n, role in enumerate(roles):
        name = _after(tokens, role, full, named=role.first - 2 in taken) if role.last not in taken else None
        if name is None and role.last == role.head + 2 and role.head + 1 not in taken:
            name = _surname_at(tokens, role.head + 1, role, full)
            if name is not None:
                cut[n] = role._replace(last=role.head + 1, complement="")
        for one in (name, unknown_before(tokens, role) if role.first - 2 not in taken else None):
            if one is not None and not taken & set(range(one.first, one.last)):
                taken |= set(range(one.first, one.last))
                found.append(one)
    return sorted(found, key=lambda n: n.first), cut


def _after(tokens: Sequence[Token], role: Role, full: set[str], *, named: bool) -> Name | None:
    at = role.last
    found = _surname_at(tokens, at, role, full) or _surname_first(tokens, at, role)
    # „Jan Nowak, dyrektor zarządzający Innova Capital": who stands before the function holds it
    return found or (None if named else unknown_behind(tokens, role))


def _surname_at(tokens: Sequence[Token], i: int, role: Role, full: set[str]) -> Name | None:
    if i >= len(tokens) or not capital(tokens[i]) or _is_abbreviation(tokens, i, role) or tokens[i].low in forms():
        return None
    token = tokens[i]
    last = i + 1
    if i + 2 < len(tokens) and tokens[i + 1].text in "-–" and not tokens[i + 1].gap and capital(tokens[i + 2]):
        last = i + 3
    if last < len(tokens) and capital(tokens[last]) and tokens[last].low not in forms():
        return None
    text = "".join(t.text for t in tokens[i:last])
    known = any(c.lemma in full for c in candidates(token.text, "last")) or any(r.name in full for r in readings(text)[:4])
    if not known and (not is_surname(token.text) or is_first_name(token.text) or _is_something_else(token.text, role)):
        return None
    cases = {f.case for f in role.forms if f.number == "sg"}
    fitting = tuple(
        r for r in readings(text) if (r.case in cases and r.score >= 6.0) or (known and r.case in cases and r.score >= 3)
    )
    return Name(i, last, token.start, tokens[last - 1].end, text, fitting, patron=False, known=known) if fitting else None


def _is_abbreviation(tokens: Sequence[Token], i: int, role: Role) -> bool:
    """„PAN", „UM": two letters, or capitals behind a function that is not in capitals."""
    return len(tokens[i].text) < 3 or (tokens[i].text.isupper() and not tokens[role.head].text.isupper())


def _surname_first(tokens: Sequence[Token], i: int, role: Role) -> Name | None:
    """„starosta Sitek Jan": the surname before the first name, as in lists; the value has them in the usual order."""
    if i + 1 >= len(tokens) or not (capital(tokens[i]) and capital(tokens[i + 1])) or tokens[i].low in forms():
        return None
    last, first = tokens[i], tokens[i + 1]
    follows = i + 2 < len(tokens) and (capital(tokens[i + 2]) or tokens[i + 2].text in "-–")
    if follows or not is_surname(last.text) or is_first_name(last.text) or not is_first_name(first.text):
        return None
    cases = {f.case for f in role.forms if f.number == "sg"}
    fitting = tuple(r for r in readings(f"{first.text} {last.text}") if r.case in cases and min(r.weights) >= 6.0)
    text = f"{last.text} {first.text}"
    return Name(i, i + 2, last.start, first.end, text, fitting, patron=False, known=True) if fitting else None


def _is_something_else(word: str, role: Role) -> bool:
    """A place, a common noun or an adjective („prezydent Zgierza", „dyrektor Szkoły", „wojewoda Małopolski")."""
    for r in (*morph.analyse(word), *morph.analyse(word.lower())):
        if (
            morph.GEOGRAPHIC in r.labels
            and r.case in {"gen", "nom"}
            and (units_named(r.lemma) or is_known(r.lemma) or role.role_id == "village_head")
        ):
            return True
        if r.case == "gen" and r.lemma[:1].islower() and r.pos in {"subst", "ger", "adj"} and not r.labels & {morph.SURNAME}:
            return True
        if r.pos == "adj" and r.case == "nom" and not _adjectival_surname(word, r.lemma, role):
            return True
    return False


def _adjectival_surname(word: str, lemma: str, role: Role) -> bool:
    """„burmistrz Radłowski" is a person; „starosta Radłowski" heads a county, „dyrektor Wojewódzki" is no name."""
    usual = lemma in following_adjectives() or lemma in modifiers()
    labelled = any(morph.SURNAME in r.labels for r in morph.analyse(word))
    return (
        labelled and not usual and role.role_id not in _REGIONAL and word.endswith(("ski", "cki", "dzki", "ska", "cka", "dzka"))
    )


_REGIONAL = frozenset(
    {"starosta", "deputy_starosta", "voivode", "deputy_voivode", "marshal", "deputy_marshal", "commander", "superintendent"}
    | {"inspector", "conservator", "veterinarian", "spokesperson", "prosecutor", "surveyor", "building_inspector"}
)
"""Functions whose name takes the adjective of a county or region."""
