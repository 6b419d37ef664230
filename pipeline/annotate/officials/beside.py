"""„Burmistrz Jan Nowak", „Jan Nowak, burmistrz", „Sekretarz: Jan Nowak": a name right beside a function."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.annotate.officials.board import agreement, both_full_time
from pipeline.annotate.officials.lexicon import role_class
from pipeline.annotate.officials.nominative import nominative_role
from pipeline.annotate.officials.words import TIME_WORDS
from pipeline.text import DASHES, squash
from pipeline.values import morph
from pipeline.values.name.tokens import capital

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.annotate.officials.board import Board
    from pipeline.annotate.officials.roles import Role
    from pipeline.values.name.recognise import Name

_AND = frozenset({"i", "oraz"})
_AND_ALSO = frozenset({"i", "oraz", "a", "także", "też"})
_BRACKET_AMONG = 12
"""tokens inside a bracket behind one of several names: a school, a district, what he does"""
_BRACKET = 5
"""tokens inside a bracket between a name and its function"""
_SINCE = frozenset({"od", "do", "w", "przez", "z"})
_DAILY = ["na", "co", "dzień"]
_TIME_REACH = 8
"""tokens of „od 1 stycznia 2011 r."; longer phrases belong to something else"""
_JOINS = frozenset({"i", "oraz", "a", "zarazem", "jednocześnie", ",", "/", *DASHES})
_FILLERS = frozenset(
    {"jako", "czyli", "to", "obecnie", "wtedy", "wówczas", "zarazem", "jednocześnie", "także", "również", "jego"}
)
_SIDE = frozenset(
    {"representative", "quality_representative", "coordinator", "accessibility_coordinator", "auditor", "lead_auditor", "chair"}
    | {"councillor", "committee_chair", "member", "board_member", "member_of_parliament", "senator", "delegate", "adviser"}
    | {"president_company", "council_chair", "spokesperson", "head", "director", "data_protection_officer", "secretary"}
)
"""Functions that are held beside another one."""


def direct(board: Board, role: Role) -> bool:
    """„Burmistrz Jan Nowak", „Dyrektor Pionu Certyfikacji, Pan Jan Nowak"."""
    tokens, start = board.tokens, role.last
    at = board.courteous(start)
    if start < len(tokens) and tokens[start].text == "," and not _name_before(board, role):
        behind = board.courteous(start + 1)
        at = behind if behind > start + 1 else at
    name = board.opens.get(at) or board.opens.get(board.past_break(at))
    if name is None or _is_of_inner(board, role, name) or not board.bind(name, role, "officials.role_name"):
        return False
    if role.plural():
        others(board, name, role)
    return True


def _is_of_inner(board: Board, role: Role, name: Name) -> bool:
    """„Pełnomocnik burmistrza Ewy Wilk": a function that reads as a woman's genitive only leaves her to the inner one."""
    inner = board.ends.get(role.last)
    if inner is None or inner.first < role.behind:
        return False
    word = board.tokens[role.head].low
    inflected = role._replace(forms=tuple(f for f in role.forms if not f.kept(word)))
    other = _behind_affairs(board, name)
    dashed = name.last < len(board.tokens) and board.tokens[name.last].text in DASHES
    fits_other = other is not None and (dashed or other[1] > name.last) and agreement(other[0], role) is not None
    return (fits_other or agreement(name, inflected) is None) and agreement(name, inner) is not None


def _behind_affairs(board: Board, inner: Name) -> tuple[Name, int] | None:
    """„wójta [Jana Nowaka] do spraw jakości [Anna Kot]": the name behind another one, and where what parts them ends."""
    closes = board.affairs(inner.last)
    marked = closes < len(board.tokens) and board.tokens[closes].text in {",", *DASHES}
    if not marked and closes == inner.last:
        return None
    name = board.opens.get(board.courteous(closes + marked))
    return (name, closes) if name is not None else None


def others(board: Board, name: Name, role: Role, cases: Iterable[str] | None = None) -> None:
    """„zastępcy burmistrza Jan Nowak, Ewa Lis i Anna Kot": binds the names after the first."""
    at = _past_bracket(board, name.last)
    while (behind := _past_and(board, at)) > at:
        more = board.opens.get(board.courteous(behind))
        if more is None or not board.bind(more, role, "officials.role_names", cases=cases):
            return
        at = _past_bracket(board, more.last)


def _past_and(board: Board, i: int) -> int:
    """Position behind ",", "i", ", a także" at ``i``."""
    while i < len(board.tokens) and (board.tokens[i].text == "," or board.tokens[i].low in _AND_ALSO):
        i += 1
    return i


def _past_bracket(board: Board, i: int) -> int:
    """„Jan Nowak (Zespół Szkół nr 1), Anna Kot": position behind the bracket that opens at ``i``."""
    if i < len(board.tokens) and board.tokens[i].text == "(":
        inside = board.tokens[i + 1 : i + 1 + _BRACKET_AMONG]
        closes = next((n for n, t in enumerate(inside) if t.text == ")" or t.kind == "line"), None)
        if closes is not None and inside[closes].text == ")":
            return i + 2 + closes
    if i + 2 < len(board.tokens) and board.tokens[i].text in DASHES and board.tokens[i + 2].text in {",", ";"}:
        word = board.tokens[i + 1]  # „auditorzy: Jan Nowak – wiodący, Anna Kot"
        return i + 2 if any(r.pos in {"adj", "pact"} for r in morph.analyse(word.low)) else i
    return i


@lru_cache(maxsize=5_000)
def _is_filler(word: str) -> bool:
    """„dotychczasowy", „jej", „jako": what may stand between a name and a function without parting them."""
    return word in _FILLERS or any(r.pos in {"adj", "ppron3"} for r in morph.analyse(word))


def _name_before(board: Board, role: Role) -> Name | None:
    """The name that ends right before a function: „Jan Nowak, burmistrz", „Jan Nowak – burmistrz", „Jan Nowak (burmistrz"."""
    i = _before_time(board, role.first)
    for skipped in range(3):
        if i in board.closes:
            return None if _separated(board, i, role) else board.closes[i]
        previous = board.tokens[i - 1] if i > 0 else None
        if previous is None:
            return None
        mark = previous.text in {",", "(", "|", "/", *DASHES} and skipped < 2
        filler = previous.kind == "word" and skipped == 0 and _is_filler(previous.low)
        line = previous.kind == "line" and previous.text.count("\n") <= 2 and skipped == 0
        if not (mark or filler or line):
            return None
        i = _before_bracket(board, i - 1)
    return None


def _before_time(board: Board, i: int) -> int:
    """„Jan Nowak, od 2011 roku burmistrz", „na co dzień": position before the words of time that stand right before ``i``."""
    if [t.low for t in board.tokens[max(0, i - len(_DAILY)) : i]] == _DAILY:
        return i - len(_DAILY)
    j = i
    while j > 0 and i - j < _TIME_REACH and (board.tokens[j - 1].kind == "number" or board.tokens[j - 1].low in TIME_WORDS):
        j -= 1
    return j if j < i and board.tokens[j].low in _SINCE else i


def _before_bracket(board: Board, i: int) -> int:
    """„Jan Nowak (ABC), szef": position of the bracket that opens what closes before ``i``, a party or a town behind a name."""
    if i > 0 and board.tokens[i - 1].text == ")":
        for j in range(i - 2, max(-1, i - 2 - _BRACKET), -1):
            if board.tokens[j].text == "(":
                return j
    return i


def _separated(board: Board, i: int, role: Role) -> bool:
    """„fot. Jan Nowak / Burmistrz podał": a line break parts the two unless each fills its line."""
    if not any(t.kind == "line" for t in board.tokens[i : role.first]):
        return False
    closes = board.line_closes(role.last) or board.tokens[role.last].text == ","
    return not (closes and board.line_opens(board.closes[i].first))


def behind(board: Board, role: Role) -> bool:
    """„Jan Nowak, dyrektor oddziału", „Jana Nowaka prezesa spółki", „Jan Nowak i Anna Kot, zastępcy burmistrza"."""
    name = _name_before(board, role)
    if name is not None and _in_series(board, name, role):
        return False
    if name is not None:
        return _plural_behind(board, name, role) or board.bind(name, role, "officials.name_role", singular=True)
    for gap in (1, 2):
        other = board.ends.get(role.first - gap)
        bond = board.bond_of.get(other.head) if other is not None else None
        if bond is not None and bond.rule.startswith("officials.name_role"):
            between = board.tokens[role.first - gap : role.first]
            if all(t.low in _JOINS for t in between) and not both_full_time(bond.role, role):
                return board.bind(bond.name, role, "officials.name_roles", singular=True)
    return False


def _in_series(board: Board, name: Name, role: Role) -> bool:
    """„przewodniczący – Jan Kot, zastępca – Ewa Lis": the first pair tells that the function's name stands behind the mark."""
    i = role.last
    marked = i + 1 < len(board.tokens) and board.tokens[i].text in {":", *DASHES} and board.courteous(i + 1) in board.opens
    return marked and any(b.name is name and b.rule == "officials.role_mark_name" for b in board.bonds)


def _plural_behind(board: Board, name: Name, role: Role) -> bool:
    """„Jan Nowak i Anna Kot, zastępcy burmistrza": the names before a function in the plural."""
    before = board.tokens[name.first - 1] if name.first > 0 else None
    if not role.plural() or before is None or before.low not in _AND:
        return False
    bound = board.bind(name, role, "officials.names_role")
    while bound and before is not None and (before.low in _AND or before.text == ","):
        earlier = board.closes.get(name.first - 1)
        if earlier is None or not board.bind(earlier, role, "officials.names_role"):
            break
        name = earlier
        before = board.tokens[name.first - 1] if name.first > 0 else None
    return bound


def apart(board: Board, role: Role) -> bool:
    """„Koordynator ds. dostępności: Jan Nowak", „burmistrz – Jan Nowak", „burmistrz (Jan Nowak)", a name on the next line."""
    i = role.last
    if i >= len(board.tokens):
        return False
    if board.tokens[i].kind == "line":
        return _next_line(board, role)
    if [t.low for t in board.tokens[i : i + 2]] == ["w", "składzie"]:
        i += 2
    among = role.plural() and [t.low for t in board.tokens[i : i + 3]] == [",", "w", "tym"]
    i += 2 * among  # „dziewięcioro radnych, w tym Anna Kot"
    if i >= len(board.tokens) or not (among or board.tokens[i].text in {",", ":", "(", "|", *DASHES}):
        return False
    name = board.opens.get(board.courteous(_behind_mark(board, i)))
    cases = ("nom",) if i > role.last or _counted(board, role) else None
    if name is None or not board.bind(name, role, "officials.role_mark_name", cases=cases):
        return False
    if role.plural():
        others(board, name, role, cases)
    return True


def _counted(board: Board, role: Role) -> bool:
    """„dwoje auditorów – Anna Kot i Jan Lis", „pięciu radnych: …": a numeral asks for the genitive, the names stand apart."""
    before = board.tokens[role.first - 1] if role.first > 0 else None
    if before is None or not any(f.case == "gen" and f.number == "pl" for f in role.forms):
        return False
    return before.kind == "number" or any(r.pos == "num" for r in morph.analyse(before.low))


def _behind_mark(board: Board, i: int) -> int:
    """Position behind a mark at ``i`` and what belongs to it: „(zapewne", a line break after a colon."""
    tokens, at = board.tokens, i + 1
    if at < len(tokens) and at not in board.opens:
        if tokens[i].text == "(" and tokens[at].kind == "word" and not capital(tokens[at]):
            return at + 1
        if tokens[i].text == ":" and tokens[at].kind == "line":
            return at + 1
    return at


def _next_line(board: Board, role: Role) -> bool:
    """„Burmistrz Miasta / Jan Nowak": a function and a name that each fill a line."""
    name = board.opens.get(board.courteous(role.last + 1)) if board.line_opens(role.first) else None
    return name is not None and board.line_closes(name.last) and board.bind(name, role, "officials.role_line_name")


def beyond(board: Board, role: Role) -> bool:
    """„Zastępca Burmistrza Jana Nowaka, Anna Kot": the name behind another one, which belongs to the complement.

    „Pełnomocnik wójta Jana Nowaka do spraw jakości Anna Kot": what the function is for may stand behind the first name.
    """
    inner = board.opens.get(board.courteous(role.last))
    if inner is None:
        return False
    found = _behind_affairs(board, inner)
    if found is None:
        return False
    name, closes = found
    whole = _with_affairs(board, role, inner.last, closes) if closes > inner.last else role
    return board.bind(name, whole, "officials.role_of_name_name", singular=True)


def _with_affairs(board: Board, role: Role, first: int, last: int) -> Role:
    """„Pełnomocnik wójta [Jana Nowaka] do spraw jakości": the function without the name inside it."""
    affairs = squash(board.text[board.tokens[first].start : board.tokens[last - 1].end])
    complement = f"{role.complement} {affairs}"
    form = next((f for f in role.forms if f.case == "nom"), role.forms[0])
    told = f"{nominative_role(board.tokens, board.text, role, form)} {affairs}"
    return role._replace(complement=complement, told=told, role_id=role_class(form.lemma, complement))


def shared(board: Board, role: Role) -> bool:
    """„sekretarz powiatu i pełnomocnik ds. jakości Jan Nowak": the first function of a person with two."""
    for gap in (1, 2, 3):
        bond = board.bond_at.get(role.last + gap)
        if bond is None or not bond.rule.split(".")[1].startswith("role") or bond.role.plural():
            continue
        between = [t.low for t in board.tokens[role.last : role.last + gap]]
        # „Wójt, jako kierownik jednostki, oraz Skarbnik Jan Nowak": a comma before the conjunction parts two people
        joined = all(w in _JOINS for w in between) and not (gap > 1 and between[0] == "," and between[1] in _AND)
        same = {f.case for f in role.forms if f.number == "sg"} & {bond.form.case}
        if joined and same and {role.role_id, bond.role.role_id} & _SIDE and not both_full_time(role, bond.role):
            return board.bind(bond.name, role, "officials.roles_name")
    return False
