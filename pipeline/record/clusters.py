"""Which standards one certificate is about, and which passages speak of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice, pairwise, takewhile
from typing import TYPE_CHECKING

from pipeline.record.integration import integrated
from pipeline.record.passages import Passage, subjects
from pipeline.record.vocabulary import certifiable, family, words_of
from pipeline.values.phrase import has_any

if TYPE_CHECKING:
    from pipeline.record.events import Event
    from pipeline.schema import Mention

_JOINED = 45
"""characters between two standards of one list: „ISO 9001:2015 oraz normy PN-EN ISO 14001:2015" has 14"""
_AHEAD = 6
"""passages; a paragraph that names the standard only later is not about this certificate"""
_MANY = 40
"""families; an article that names more is a catalogue of standards, in which nothing is compared with everything"""
_PLURAL = frozenset({"certyfikat/pl", "świadectwo/pl"})
_SINGULAR = frozenset({"certyfikat/sg", "świadectwo/sg"})
_JOINED_RULE = "certificate.joined"
_REAL = frozenset({"awarded", "renewed", "maintained"})
_SEVERAL = frozenset({"dwa", "trzy", "cztery", "oba", "oboje", "obydwa", "obydwoje", "wszystek"})

ANCHORED, BY_SUBJECT, ALONE, CARRIED = 4, 3, 2, 1
"""how surely a passage speaks of a certificate: names its standard, its subject, goes on after one that does, or several"""


@dataclass(slots=True)
class Cluster:
    """„certyfikat ISO 9001 i ISO 14001": families that one certificate covers, and its passages with their weight."""

    families: list[str]
    passages: list[tuple[Passage, int]] = field(default_factory=list)

    def mentions(self, kind: str) -> list[Mention]:
        """Mentions of a kind in all passages, in text order."""
        return [m for p, _ in self.passages for m in p.of(kind)]

    def owns(self, event: Event) -> bool:
        """Whether an event can be this certificate's: its clause names no standard, or one of these."""
        return not event.families or bool(event.families & set(self.families))

    def anchored(self) -> set[str]:
        """Kinds of what the passages that name the certificate tell of it."""
        return {e.kind for p, w in self.passages if w == ANCHORED for e in p.events if self.owns(e)}

    def standards(self) -> list[Mention]:
        """Mentions of the cluster's own standards."""
        return [m for m in self.mentions("standards") if certifiable(m) and family(m) in self.families]


def _apart(passage: Passage) -> bool:
    """„certyfikaty ISO 9001 i ISO 14001", „dwa certyfikaty": several certificates, not one of several standards."""
    plural = has_any(passage.words, _PLURAL) and not has_any(passage.words, _SINGULAR)
    return (plural or _counts_several(passage)) and not has_any(passage.words, words_of("reference", "whole"))


def _counts_several(passage: Passage) -> bool:
    """„oba wystawiła", „trzy świeże dokumenty", not „ważny trzy lata"."""
    near = (passage.words[i : i + _COUNTED] for i, w in enumerate(passage.words) if w.keys & _SEVERAL)
    return any(not has_any(words, _TIMES) for words in near)


_COUNTED = 3
"""words: a number, an adjective and the noun that is counted"""
_TIMES = frozenset({"rok", "lato", "miesiąc", "dzień", "tydzień", "godzina", "kwartał", "audytor", "osoba"})


def _groups(all_passages: list[Passage]) -> list[list[str]]:
    """Families in the order of their first mention, those of one certificate together."""
    order = list(dict.fromkeys(f for p in all_passages for f in p.families()))
    together = {f: f for f in order}
    apart = {frozenset(pair) for p in all_passages if _apart(p) for pair in _pairs(p)}
    apart |= _in_rival_passages(all_passages) | _told_apart(all_passages) | _joined(all_passages)
    whole = integrated(all_passages)
    listed = [pair for p in all_passages if not _apart(p) for pair in _pairs(p) if frozenset(pair) not in apart]
    for first, second in [*whole, *listed]:
        root = together[first]
        together = {f: root if r == together[second] else r for f, r in together.items()}
    groups: dict[str, list[str]] = {}
    for name in order:
        groups.setdefault(together[name], []).append(name)
    return list(groups.values())


def _in_rival_passages(all_passages: list[Passage]) -> set[frozenset[str]]:
    """Families of which different passages tell different events by different bodies: never one certificate."""
    bodies: dict[str, set[str]] = {}
    for passage in all_passages:
        names = {str(m.value["name"]) for m in passage.of("certifiers") if m.value.get("kind") == "certification_body"}
        if passage.status and len(passage.families()) == 1:
            bodies.setdefault(passage.families()[0], set()).update(names)
    return {frozenset((a, b)) for a, x in bodies.items() for b, y in bodies.items() if a < b and x and y and not x & y}


def _joined(all_passages: list[Passage]) -> set[frozenset[str]]:
    """„Do ISO 9001 dołączył ISO 14001": what joins another is a certificate of its own."""
    joining = words_of("reference", "joining")
    new = {f for p in all_passages for e in p.events if e.verb & joining and e.kind == "awarded" for f in e.families}
    old = {f for p in all_passages for e in p.events if e.rule == _JOINED_RULE and e.kind == "held" for f in e.families}
    return {frozenset((a, b)) for a in old for b in new if a != b}


def _told_apart(all_passages: list[Passage]) -> set[frozenset[str]]:
    """Families that a list names together, while what happened is told of one without the other."""
    told = [set(p.families()) for p in all_passages if p.status and p.families()]
    named = sorted(set().union(*told)) if told else []
    every = list(dict.fromkeys(f for p in all_passages for f in p.families()))
    return {
        frozenset((a, b))
        for a in named
        for b in every
        if a != b and not any({a, b} <= group for group in told) and len(every) < _MANY
    }


def _pairs(passage: Passage) -> list[tuple[str, str]]:
    """Neighbouring families in one list of standards."""
    named = passage.named()
    near = (p for p in pairwise(named) if p[1].start - p[0].end <= _JOINED)
    return [(family(a), family(b)) for a, b in near if family(a) != family(b)]


def _number(name: str) -> str:
    return name.rsplit(" ", 1)[-1].rsplit("-", 1)[-1]


class _Assignment:
    """Gives every passage its clusters, from the first to the last."""

    def __init__(self, clusters: list[Cluster], all_passages: list[Passage]) -> None:
        self._clusters = clusters
        self._passages = all_passages
        self._last: list[Cluster] = []
        self._line = -1
        self._recent: list[Cluster] = []
        named = [set(p.families()) for p in all_passages]
        self._named = {id(c): sum(not families.isdisjoint(c.families) for families in named) for c in clusters}

    def run(self) -> None:
        """Fills ``Cluster.passages``."""
        for i, passage in enumerate(self._passages):
            named = [c for c in self._clusters if set(c.families) & set(passage.families())]
            weight = ANCHORED if named else BY_SUBJECT
            chosen = named or self._counted(passage) or self._by_subject(passage)
            if not chosen:
                chosen = self._carried(i, passage)
                weight = ALONE if len(chosen) == 1 else CARRIED
            for cluster in chosen:
                cluster.passages.append((passage, weight))
            if named:
                self._recent = named
            self._last, self._line = self._new(passage, chosen) or chosen or self._last, passage.line
        self._give_audits_to_plans()

    @staticmethod
    def _new(passage: Passage, chosen: list[Cluster]) -> list[Cluster]:
        """„Do ISO 9001 dołączył ISO 14001. [Dokument jest ważny do maja]": what goes on is about the one that joined."""
        joining = words_of("reference", "joining")
        new = {f for e in passage.events if e.verb & joining and e.kind == "awarded" for f in e.families}
        return [c for c in chosen if new & set(c.families)] if any(e.rule == _JOINED_RULE for e in passage.events) else []

    def _give_audits_to_plans(self) -> None:
        """„Gościła auditorów DEKRA. Ma już ISO 9001, teraz ubiega się o ISO 37001": they came for what is not held yet."""
        planned = [c for c in self._clusters if "planned" in c.anchored()]
        for cluster in (c for c in self._clusters if planned and c.anchored() == {"held"}):
            moved = [(p, w) for p, w in cluster.passages if w < ANCHORED and p.status == "audited"]
            cluster.passages = [(p, w) for p, w in cluster.passages if w == ANCHORED or p.status != "audited"]
            for other in planned if moved else ():
                known = {p.start for p, _ in other.passages}
                added = [entry for entry in moved if entry[0].start not in known]
                other.passages = sorted([*other.passages, *added], key=lambda entry: entry[0].start)

    def _counted(self, passage: Passage) -> list[Cluster]:
        """„Pierwszy wydał …, drugi …" behind a passage that names two certificates."""
        ordinal = passage.ordinal()
        if ordinal is None or not len(self._recent) > 1 or ordinal >= len(self._recent) or any(e.first for e in passage.events):
            return []
        return [self._recent[ordinal]]

    def _by_subject(self, passage: Passage) -> list[Cluster]:
        numbers = subjects(passage)
        if len(self._clusters) < 2 or not numbers or not has_any(passage.words, _SINGULAR | _PLURAL):
            return []
        return [c for c in self._clusters if numbers & {_number(f) for f in c.families}]

    def _carried(self, index: int, passage: Passage) -> list[Cluster]:
        if len(self._clusters) == 1:
            return self._clusters
        if _apart(passage):
            return [c for c in self._clusters if any(w == ANCHORED for _, w in c.passages)] or self._clusters
        if passage.line == self._line and self._last:
            planned = any("planned" in c.anchored() for c in self._last)
            led = self._led_to(index, passage) if len(self._last) > 1 else []
            return led or (self._existing(passage) if planned else []) or self._last
        if passage.status is None:
            until = any(m.value.get("role") == "valid_until" for m in passage.of("dates"))
            return self._last if until and len(self._last) == 1 and "planned" not in self._last[0].anchored() else []
        ahead = takewhile(lambda p: p.line <= passage.line + 1, islice(self._passages, index + 1, index + _AHEAD))
        following = next((p for p in ahead if p.families()), None)
        if following is not None:
            named = [c for c in self._clusters if set(c.families) & set(following.families())]
            return (self._existing(passage) if following.status == "planned" else []) or named
        return [max(self._clusters, key=lambda c: self._named[id(c)])]

    def _led_to(self, index: int, passage: Passage) -> list[Cluster]:
        """„Efektem jest certyfikat, wystawiony w maju. [Potwierdza on zgodność z ISO 14001.]": the one that is named next."""
        if not has_any(passage.words, _SINGULAR) or not passage.events:
            return []
        following = next(islice(self._passages, index + 1, index + 2), None)
        families = set(following.families()) if following is not None and following.line == passage.line else set()
        named = [c for c in self._clusters if families & set(c.families)]
        return named if len(named) == 1 else []

    def _existing(self, passage: Passage) -> list[Cluster]:
        """„Dostała ISO 50001 … Chce ISO 14001. Dokument jest ważny do maja": what is valid or was audited is not the plan's."""
        if passage.status not in {"held", "audited"}:
            return []
        return [c for c in self._clusters if c.anchored() & _REAL and "planned" not in c.anchored()]


def clusters(all_passages: list[Passage]) -> list[Cluster]:
    """„certyfikaty ISO 9001 i ISO 14001" -> two clusters; „zintegrowany certyfikat ISO 9001 i ISO 14001" -> one.

    Args:
        all_passages: the article's passages in text order.

    Returns:
        Clusters in the order of their first standard; a single one without families where the article names no number.
    """
    found = [Cluster(families) for families in _groups(all_passages)]
    if not found:
        found = [Cluster([])]
    _Assignment(found, all_passages).run()
    return found
