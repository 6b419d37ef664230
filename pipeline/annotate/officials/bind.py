"""„Burmistrz Jan Nowak", „Jan Nowak, burmistrz", „burmistrzem został Jan Nowak": which name holds which function."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.officials.lexicon import Form, forms, heads
from pipeline.annotate.officials.predicates import predicates
from pipeline.text import DASHES
from pipeline.values import morph
from pipeline.values.name.tokens import capital

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.annotate.officials.roles import Role
    from pipeline.values.name.person import Reading
    from pipeline.values.name.recognise import Name
    from pipeline.values.name.tokens import Token

COURTESY = frozenset(
    {"pan", "pani", "pana", "panu", "panem", "panią", "państwo", "panowie", "panów", "panom", "panami", "panie"}
    | {
        "dr",
        "hab",
        "prof",
        "mgr",
        "inż",
        "lek",
        "med",
        "płk",
        "ppłk",
        "mjr",
        "kpt",
        "bryg",
        "mł",
        "st",
        "asp",
        "insp",
        "gen",
        "arch",
    }
    | {
        "nadkom",
        "kom",
        "podkom",
        "por",
        "ppor",
        "sierż",
        "n",
        "w",
        "mec",
        "red",
        "druh",
        "dh",
        "ks",
        "podinsp",
        "nadbryg",
        "sp",
    }
)
"""Words between a function and a name that say nothing: courtesy, degrees, ranks."""
_AND = frozenset({"i", "oraz"})
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


class Bond(NamedTuple):
    """A name, the function it holds, the reading of both in which they agree, and the id of the rule."""

    name: Name
    role: Role
    reading: Reading
    form: Form
    rule: str


def agreement(name: Name, role: Role, *, cases: Iterable[str] | None = None) -> tuple[Reading, Form] | None:
    """The best reading of a name that has a case and gender in common with a function; None where they clash.

    Args:
        name: the name.
        role: the function; one with "p.o." fits a name in any case.
        cases: cases of the name to allow instead of the function's own.
    """
    best: tuple[float, Reading, Form] | None = None
    top = name.readings[0].total
    for reading in name.readings:
        if reading.total < top - _SLACK:
            continue
        for form in role.forms:
            fits = reading.case in cases if cases is not None else (role.acting or reading.case == form.case)
            if fits and reading.gender in form.gender:
                # with "mf" forms the name's gender decides; a function printed in the feminine says more than one that is not
                score = reading.total + (0.5 if form.gender == reading.gender else 0.0)
                if best is None or score > best[0]:
                    best = score, reading, form
    return (best[1], best[2]) if best else None


class Binder:
    """Binds the functions of one text to the names around them, left to right."""

    def __init__(self, tokens: Sequence[Token], text: str, names: Sequence[Name], roles: Sequence[Role]) -> None:
        self.tokens = tokens
        self.text = text
        self.opens = {n.first: n for n in names if not n.patron}
        self.closes = {n.last: n for n in names if not n.patron}
        self.roles = roles
        self.bonds: list[Bond] = []
        self._held: dict[int, list[Role]] = {}
        self._used: set[int] = set()

    def run(self) -> list[Bond]:
        """All bonds, in the order in which they were found."""
        covered = -1
        for role in self.roles:
            if role.head < covered:
                continue
            if self._direct(role) or self._behind(role) or self._apart(role):
                covered = role.last
        for role in self.roles:
            if id(role) not in self._used:
                _ = self._shared(role) or self._predicate(role) or self._next_sentence(role)
        return self.bonds

    def _bind(self, name: Name, role: Role, rule: str, *, cases: Iterable[str] | None = None) -> bool:
        found = agreement(name, role, cases=cases)
        held = self._held.setdefault(name.first, [])
        if found is None or (role.role_id in _EXCLUSIVE and any(r.role_id in _EXCLUSIVE for r in held)):
            return False
        held.append(role)
        self._used.add(id(role))
        self.bonds.append(Bond(name, role, *found, rule))
        return True

    def _courteous(self, i: int) -> int:
        """Position behind „Pan", „dr inż.", „(-)" from ``i``."""
        tokens = self.tokens
        while i < len(tokens) and i not in self.opens:
            if tokens[i].kind == "word" and tokens[i].low in COURTESY:
                i += 2 if i + 1 < len(tokens) and tokens[i + 1].text == "." else 1
            elif tokens[i].text == "." and tokens[i - 1].low in COURTESY:
                i += 1
            else:
                break
        return i

    def _direct(self, role: Role) -> bool:
        """„Burmistrz Jan Nowak", „Dyrektor Pionu Certyfikacji, Pan Jan Nowak"."""
        start = role.last
        at = self._courteous(start)
        comma = start < len(self.tokens) and self.tokens[start].text == ","
        if comma and self._courteous(start + 1) > start + 1 and not self._name_before(role):
            at = self._courteous(start + 1)
        name = self.opens.get(at) or self.opens.get(self._past_break(at))
        if name is None or not self._bind(name, role, "officials.role_name"):
            return False
        if role.plural():
            self._others(name, role)
        return True

    def _past_break(self, i: int) -> int:
        """Behind a line break that only wraps a long line."""
        tokens = self.tokens
        if i < len(tokens) and tokens[i].kind == "line" and tokens[i].text.count("\n") == 1:
            opens = self.text.rfind("\n", 0, tokens[i].start) + 1
            if tokens[i].start - opens >= 60:
                return self._courteous(i + 1)
        return i

    def _others(self, name: Name, role: Role) -> None:
        """„zastępcy burmistrza Jan Nowak, Ewa Lis i Anna Kot": the names after the first."""
        at = name.last
        while at < len(self.tokens):
            if self.tokens[at].text != "," and self.tokens[at].low not in _AND:
                return
            more = self.opens.get(self._courteous(at + 1))
            if more is None or not self._bind(more, role, "officials.role_names"):
                return
            at = more.last

    def _name_before(self, role: Role) -> Name | None:
        """The name that ends right before a function: „Jan Nowak, burmistrz", „Jan Nowak – burmistrz", „Jan Nowak (burmistrz"."""
        i = role.first
        for skipped in range(3):
            if i in self.closes:
                name = self.closes[i]
                return None if self._separated(i, role) else name
            previous = self.tokens[i - 1] if i > 0 else None
            mark = previous is not None and previous.text in {",", "(", "|", "/", *DASHES} and skipped < 2
            filler = previous is not None and (skipped == 0 and _is_filler(previous.low))
            line = previous is not None and previous.kind == "line" and previous.text.count("\n") <= 2 and skipped == 0
            if not (mark or filler or line):
                return None
            i -= 1
        return None

    def _separated(self, i: int, role: Role) -> bool:
        """Whether a line break parts a name from a function that does not fill its own line („fot. Jan Nowak / Burmistrz podpisał")."""
        between = self.tokens[i : role.first]
        if not any(t.kind == "line" for t in between):
            return False
        ends = role.last >= len(self.tokens) or self.tokens[role.last].kind == "line" or self.tokens[role.last].text == ","
        line = self.closes[i].first
        opens = line == 0 or self._line_opens(line)
        return not (ends and opens)

    def _line_opens(self, i: int) -> bool:
        """Whether token ``i`` opens its line, courtesy and marks aside."""
        j = i - 1
        while j >= 0 and (self.tokens[j].low in COURTESY or self.tokens[j].text in {".", "(", ")", "/", *DASHES}):
            j -= 1
        return j < 0 or self.tokens[j].kind == "line"

    def _behind(self, role: Role) -> bool:
        """„Jan Nowak, dyrektor oddziału", „Jana Nowaka prezesa spółki"."""
        name = self._name_before(role)
        if name is not None:
            return self._bind(name, role, "officials.name_role")
        for other in self.roles:
            if other.last < role.first <= other.last + 2 and id(other) in self._used:
                bond = next((b for b in self.bonds if b.role is other and b.rule.startswith("officials.name_role")), None)
                gap = self.tokens[other.last : role.first]
                if bond is not None and all(t.text == "," or t.low in {"i", "oraz", "a", "zarazem"} for t in gap):
                    return self._bind(bond.name, role, "officials.name_roles")
        return False

    def _apart(self, role: Role) -> bool:
        """„Koordynator ds. dostępności: Jan Nowak", „burmistrz – Jan Nowak", „dyrektor szkoły, Jan Nowak,", a name on the next line."""
        i = role.last
        if i >= len(self.tokens):
            return False
        mark = self.tokens[i]
        if mark.text in {",", ":", "(", "|", *DASHES}:
            at = i + 1
            if mark.text == "(" and at < len(self.tokens) and at not in self.opens and self.tokens[at].kind == "word":
                at += not capital(self.tokens[at])  # „(zapewne Jan Nowak"
            if mark.text == ":" and at < len(self.tokens) and self.tokens[at].kind == "line":
                at += 1
            name = self.opens.get(self._courteous(at))
            if name is not None and self._bind(name, role, "officials.role_mark_name"):
                if role.plural():
                    self._others(name, role)
                return True
        if mark.kind == "line" and self._line_opens(role.first):
            name = self.opens.get(self._courteous(i + 1))
            fills = name is not None and (name.last >= len(self.tokens) or self.tokens[name.last].kind == "line")
            return name is not None and fills and self._bind(name, role, "officials.role_line_name")
        return False

    def _shared(self, role: Role) -> bool:
        """„sekretarz powiatu i pełnomocnik ds. jakości Jan Nowak": the first function of a person with two."""
        for bond in list(self.bonds):
            gap = self.tokens[role.last : bond.role.first]
            joined = 0 < len(gap) <= 2 and all(
                t.text in {",", "/", *DASHES} or t.low in {"i", "oraz", "a", "zarazem"} for t in gap
            )
            if joined and bond.rule.startswith("officials.role") and not {role.role_id, bond.role.role_id} <= _EXCLUSIVE:
                same = {f.case for f in role.forms if f.number == "sg"} & {bond.form.case}
                side = {role.role_id, bond.role.role_id} & _SIDE
                if same and side and not bond.role.plural():
                    return self._bind(bond.name, role, "officials.roles_name")
        return False

    def _sentence(self, i: int, j: int) -> Sequence[Token]:
        """The tokens between two positions; empty where they are far apart or a sentence ends between them."""
        between = self.tokens[i:j]
        ends = any(
            t.kind == "line" or t.text in {";", "!", "?"} or (t.text == "." and not (n and between[n - 1].low in COURTESY))
            for n, t in enumerate(between)
        )
        return [] if ends or len(between) > 14 else between

    def _predicate(self, role: Role) -> bool:
        """„burmistrzem został Jan Nowak", „Jan Nowak pełni funkcję sekretarza", „… pełnomocnika, a został nim Jan Nowak"."""
        for name in (*self.opens.values(),):
            if not -14 <= name.first - role.last <= 14:
                continue
            after = name.first >= role.last
            between = self._sentence(role.last, name.first) if after else self._sentence(name.last, role.first)
            if not between:
                continue
            if after and self._pronoun(between) and self._bind(name, role, "officials.predicate.pronoun", cases=("nom",)):
                return True
            for p in predicates():
                if p.matches(self.tokens, between, role, after=after) and self._bind(name, role, p.id, cases=p.name_case):
                    return True
        return False

    def _pronoun(self, between: Sequence[Token]) -> bool:
        """„…, a został nim": the copula and a pronoun stand for the function named before."""
        low = [t.low for t in between]
        return bool({"nim", "nią"} & set(low)) and bool({"został", "została", "jest", "był", "była", "będzie"} & set(low))

    def _next_sentence(self, role: Role) -> bool:
        """„… powiedział wiceprezydent. Jan Nowak dodaje, że": a sentence ends with the function, the next opens with the name."""
        i = role.last
        if i + 1 >= len(self.tokens) or self.tokens[i].text != "." or i + 1 not in self.opens:
            return False
        name = self.opens[i + 1]
        verb = name.last < len(self.tokens) and any(
            r.pos in {"fin", "praet"} for r in morph.analyse(self.tokens[name.last].low)
        )
        subject = role.first > 0 and any(r.pos in {"fin", "praet"} for r in morph.analyse(self.tokens[role.first - 1].low))
        return verb and subject and self._bind(name, role, "officials.next_sentence")


@lru_cache(maxsize=5_000)
def _is_filler(word: str) -> bool:
    """„dotychczasowy", „jej", „jako": what may stand between a name and a function without parting them."""
    return word in _FILLERS or any(r.pos in {"adj", "ppron3"} for r in morph.analyse(word))


_FILLERS = frozenset({"jako", "czyli", "to", "obecnie", "wtedy", "wówczas", "zarazem", "jednocześnie", "także", "również", "jego"})
_SIDE = frozenset(
    {"representative", "quality_representative", "coordinator", "accessibility_coordinator", "auditor", "lead_auditor", "chair"}
    | {"councillor", "committee_chair", "member", "board_member", "member_of_parliament", "senator", "delegate", "adviser"}
    | {"president_company", "council_chair", "spokesperson", "head", "director", "data_protection_officer", "secretary"}
)
"""Functions that are held beside another one."""


def role_words() -> frozenset[str]:
    """„burmistrz", „starosty": words that are functions, so no surname beside a first name."""
    return frozenset(forms()) | frozenset(heads())
