"""„Starostą jest Anna Kot, a sekretarzem Jan Lis": a function and a name that a clause ties without a verb between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.officials.beside import others
from pipeline.annotate.officials.predicates import clauses
from pipeline.annotate.officials.words import TIME_WORDS
from pipeline.values.name.phrase import readings_of

if TYPE_CHECKING:
    from pipeline.annotate.officials.board import Board
    from pipeline.annotate.officials.roles import Role

_REACH = 40
"""tokens back to the first half's name"""
_RELATIVE = 8
"""tokens of „którym od 1 maja 2019 r. jest”"""
_COPULAS = frozenset({"jest", "był", "była", "został", "została", "pozostaje", "pełni", "sprawuje"})


def elided(board: Board, role: Role) -> bool:
    """„Przewodniczącą wybrano Annę Kot, a wiceprzewodniczącymi Jana Lisa i Ewę Gil": the verb of the first half holds on."""
    rule = clauses()["elided"]
    name = board.opens.get(board.courteous(role.last))
    before = board.tokens[role.first - 1].low if role.first > 0 else ""
    if name is None or before not in rule["conjunctions"] or not any(f.case == "inst" for f in role.forms):
        return False
    told = [b for b in board.bonds if b.rule.split(".")[1] == "predicate"]
    earlier = [b for b in told if 0 < role.first - b.name.last <= _REACH]
    if not earlier or any(
        t.text in {".", "!", "?"} or t.kind == "line" for t in board.tokens[earlier[-1].name.last : role.first]
    ):
        return False
    cases = (earlier[-1].reading.case,)
    if not board.bind(name, role, str(rule["id"]), cases=cases):
        return False
    if role.plural():
        others(board, name, role, cases)
    return True


def participle(board: Board, role: Role) -> bool:
    """„Pełniący funkcję sekretarza Jan Nowak", „będąca skarbnikiem Anna Kot": the participle agrees with the name instead."""
    rule = clauses()["participle"]
    name = board.opens.get(board.courteous(role.last))
    low = [t.low for t in board.tokens[max(0, role.first - 2) : role.first]]
    if name is None or not low:
        return False
    held = len(low) == 2 and low[1] in rule["nouns"] and _is_participle(low[0], rule["verbs"]) and _in(role, "gen")
    being = _is_participle(low[-1], ["być"]) and _in(role, "inst")
    return (held or being) and board.bind(name, role, str(rule["id"]), cases=("nom", "gen", "dat", "acc", "inst", "loc"))


def relative(board: Board, role: Role) -> bool:
    """„burmistrz, którym od maja jest Jan Nowak", „wójt, którego obowiązki pełni Anna Kot"."""
    rule, tokens = clauses()["relative"], board.tokens
    if role.last + 1 >= len(tokens) or tokens[role.last].text != "," or tokens[role.last + 1].low not in rule["pronouns"]:
        return False
    if any(b.rule == rule["id"] and b.role.first < role.first < b.role.last for b in board.bonds):
        return False  # „pełnomocnik dyrektora, którym jest Jan Nowak": the clause belongs to the head noun alone
    for i in range(role.last + 2, min(role.last + 2 + _RELATIVE, len(tokens))):
        if tokens[i].text in {",", ";"} or tokens[i].kind == "line":
            return False
        name = board.opens.get(board.courteous(i + 1)) if tokens[i].low in _COPULAS else None
        if name is not None:
            return board.bind(name, role, str(rule["id"]), cases=("nom",))
        known = tokens[i].kind == "number" or tokens[i].text == "." or tokens[i].low in TIME_WORDS
        if not (known or tokens[i].low in {"od", "obowiązki", "funkcję", "r", *_COPULAS}):
            return False
    return False


def _is_participle(word: str, verbs: list[str] | str) -> bool:
    return any(r.pos == "pact" and r.lemma in verbs for r in readings_of(word))


def _in(role: Role, case: str) -> bool:
    return any(f.case == case for f in role.forms)
