"""„Dokument wydany w 2009 r. nie zostanie przedłużony": what a sentence says happened to a certificate, clause by clause."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.record.clauses import is_finite
from pipeline.record.vocabulary import DATA, data, words_of
from pipeline.values import morph
from pipeline.values.phrase import Pattern, has_any, matches_any, pattern, rule_book

if TYPE_CHECKING:
    from pipeline.record.clauses import Clause
    from pipeline.schema import Mention
    from pipeline.values.phrase import Hit, Rule, Word

_NEGATION = 2
"""words; „nie" at most this far before the verb negates it („nie został przyznany")"""
_AUXILIARY = 4
"""words between „został" and its participle: „został wczoraj uroczyście wręczony" has two"""
_DAY = 10
"""characters of a value with a day: „wtedy" points at a day, not at a year"""
_AUX = frozenset({"zostać", "zostawać", "być"})
_BE = frozenset({"być/bedzie"})
_AUDIT = frozenset({"audyt", "audytor", "audytorka", "audytować"})
_NEGATED = {"renewed": "lapsed", "maintained": "lapsed", "lapsed": "maintained"}
_TO_COME = {"awarded": "planned", "lapsed": "held", "audit_planned": "audit_planned", "held": "held", "planned": "planned"}
_WISHED = {"awarded": "planned", "planned": "planned", "audit_planned": "audit_planned", "held": "held", "lapsed": "lapsed"}
_AGO = frozenset({"temu"})
"""„pięć lat temu urząd otrzymał": history, whatever is told beside it"""
_UNREAL: dict[str, dict[str, str]] = {"condition": {}, "purpose": {"awarded": "planned"}}
"""what a clause of condition or purpose tells: „aby uzyskać certyfikat" of a plan, „gdyby uzyskał" of nothing"""
_VERBAL = ("/v", "/ppas", "/inf", "/ger", "/imps", "/act")


@dataclass(slots=True, eq=False)
class Event:
    """„wygasł certyfikat": what happened, whether it is the sentence's news or its background, and the dates it goes with."""

    kind: str
    weight: int
    rule: str
    at: int
    verb: frozenset[str]
    """keys of its verb, see values/phrase/words.py"""
    clause: Clause
    background: bool = False
    attributive: bool = False
    first: bool = False
    former: bool = False
    """„ten, który otrzymaliśmy w 2014 r.": the certificate that this one takes the place of"""
    families: frozenset[str] = frozenset()
    """standards that the event's own clause names"""
    dates: list[Mention] = field(default_factory=list)


def _verb(words: list[Word], hit: Hit) -> int:
    """The place of the hit's verb, else of its first word."""
    return next((p for p in hit.places if any(k.endswith(_VERBAL) for k in words[p].keys)), hit.places[0])


def _is_negated(words: list[Word], hit: Hit) -> bool:
    for place in hit.places:
        if not any(k.endswith(_VERBAL) for k in words[place].keys):
            continue
        before = [w.form.lower() for w in words[max(0, place - _NEGATION) : place + 1]]
        if "nie" in before and before[before.index("nie") + 1 :][:1] != ["tylko"]:
            return True
    return False


def _has_auxiliary(words: list[Word], place: int) -> bool:
    """„został … wydany", „wydany został": the participle is the clause's verb."""
    before = words[max(0, place - _AUXILIARY) : place]
    cut = max((i for i, w in enumerate(before) if any(k.endswith("/ppas") for k in w.keys)), default=-1)
    return has_any([*before[cut + 1 :], *words[place + 1 : place + 2]], _AUX)


def _is_attributive(words: list[Word], place: int, *, verbless: bool) -> bool:
    """„certyfikat [wydany] w 2009 r." beside another verb; in a headline the participle is the verb."""
    word = words[place]
    participle = any(k.endswith("/ppas") for k in word.keys) and "/v" not in word.keys
    return participle and not verbless and not _has_auxiliary(words, place)


def _is_to_come(words: list[Word], place: int) -> bool:
    """„przyznamy", „zostanie przyznany", „będzie przyznawany", „trzeba przejść"."""
    near = words[max(0, place - _AUXILIARY) : place + _AUXILIARY]
    if any("zostać/future" in w.keys for w in near) or has_any(words, _BE):
        return True
    if any(k.endswith("/future") for k in words[place].keys) or has_any(words, words_of("mood", "necessity")):
        return True
    finite = [w for w in words if is_finite(w)]
    return bool(finite) and all(any(k.endswith("/future") for k in w.keys) for w in finite)


def _is_wished(words: list[Word], place: int) -> bool:
    """„mogłaby uzyskać", „chce utrzymać": an infinitive that depends on a modal verb."""
    infinitive = any(k.endswith("/inf") for k in words[place].keys)
    return infinitive and has_any(words, words_of("mood", "possible")) and not has_any(words, words_of("mood", "managed"))


def _kind(clause: Clause, hit: Hit, place: int) -> str | None:
    """The hit's kind after negation, tense, mood and subordination; None where it tells of nothing that happened."""
    kind, words = hit.rule.kind, clause.words
    if kind == "none":
        return None
    if not hit.rule.options.get("negated") and _is_negated(words, hit):
        return _NEGATED.get(kind)
    if kind == "planned":
        return kind
    if clause.kind in _UNREAL and kind != "held" and not _is_attributive(words, place, verbless=False):
        return _UNREAL[clause.kind].get(kind)
    if kind == "lapsed" and words[place].keys & _expiring():
        return "held"
    return _as_it_happened(kind, words, place)


def _as_it_happened(kind: str, words: list[Word], place: int) -> str | None:
    """The kind after tense and mood: „zostanie przyznany" is a plan, „warto mieć" nothing."""
    needed = has_any(words, words_of("mood", "necessity"))
    if kind in {"held", "lapsed"} and needed and any(k.endswith("/inf") for k in words[place].keys):
        return None
    if _is_to_come(words, place) and not _is_attributive(words, place, verbless=False):
        return _TO_COME.get(kind)
    if _is_wished(words, place):
        return _WISHED.get(kind)
    return "audited" if kind == "audit_planned" else kind


@lru_cache(maxsize=1)
def _expiring() -> frozenset[str]:
    """„Certyfikat traci ważność 15.09.2024": the present tense tells of an end to come."""
    return frozenset(f"{lemma}/fin" for lemma in words_of("mood", "expiring"))


def _is_first(words: list[Word], hit: Hit) -> bool:
    """„pierwszy taki certyfikat", not „pierwszy urząd w powiecie odebrał certyfikat"."""
    between = words[hit.places[0] + 1 : hit.places[-1]]
    allowed = words_of("mood", "first_between")
    return not any(is_finite(w) or (any(k.endswith("/subst") for k in w.keys) and not w.keys & allowed) for w in between)


def _former(clause: Clause) -> bool:
    """„… zastąpi ten, [który otrzymaliśmy]", „poprzedni wygasł": the clause is about the certificate before this one."""
    pairs = zip(clause.words, [*clause.words[1:], None], strict=True)
    if any(w.keys & words_of("reference", "former") and (n is None or "@cert" in n.keys or not _is_noun(n)) for w, n in pairs):
        return not has_any(clause.words, _REPLACES)
    last = clause.antecedent[-1] if clause.antecedent else None
    return clause.kind == "relative" and last is not None and last.form.lower() in {"ten", "tamten", "poprzedni"}


_REPLACES = frozenset({"zastąpić", "zastępować"})


def _is_noun(word: Word) -> bool:
    return any(k.endswith("/subst") for k in word.keys)


def _best(hits: list[Hit], words: list[Word]) -> Hit:
    """The heaviest hit; „po audicie recertyfikującym przyznano" is an award, and a renewal at that."""
    best = max(hits, key=lambda h: (h.rule.weight, -h.places[0]))
    if best.rule.kind != "renewal_audit":
        return best
    given = [h for h in hits if h.rule.kind in {"awarded", "renewed"} and not {*h.places} & {*best.places}]
    given = [h for h in given if any(k.endswith(("/v", "/inf")) for k in words[_verb(words, h)].keys)]
    return max(given, key=lambda h: h.rule.weight)._replace(rule=_as_renewal(given)) if given else best


def _as_renewal(given: list[Hit]) -> Rule:
    return max(given, key=lambda h: h.rule.weight).rule._replace(kind="renewed")


def events_in(clause: Clause, *, verbless: bool, certain: bool) -> list[Event]:
    """„certyfikat przyznany w 2009 r. wygasł" -> awarded in the background, lapsed.

    Args:
        clause: a clause whose words carry "@cert" and "@norm".
        verbless: whether its sentence has no finite verb, as headlines do.
        certain: whether the clause is the only one of its sentence that can carry the news.

    Returns:
        At most one event of the clause's verb, and at most one of each participle; in text order.
    """
    hits = [h for h in rule_book(DATA, "status").hits(clause.words) if verbless or h.rule.kind != "claimed"]
    firsts = [clause.words[h.places[0]].start for h in hits if h.rule.kind == "first" and _is_first(clause.words, h)]
    apart: dict[int, list[Hit]] = {}
    for hit in (h for h in hits if h.rule.kind != "first"):
        place = _verb(clause.words, hit)
        key = place if _is_attributive(clause.words, place, verbless=verbless) else -1
        apart.setdefault(key, []).append(hit)
    found = []
    for key, own in apart.items():
        hit = _best(own, clause.words)
        place = _verb(clause.words, hit)
        kind = _kind(clause, hit, place)
        if kind is not None:
            behind = key >= 0 or has_any(clause.words, _AGO) or (clause.kind in {"relative", "time"} and not certain)
            at = clause.words[place].start
            verb = clause.words[place].keys
            found.append(Event(kind, hit.rule.weight, hit.rule.id, at, verb, clause, behind, key >= 0, former=_former(clause)))
    awards = [e for e in found if e.kind in {"awarded", "renewed", "held"}]
    for at in firsts if awards else ():
        min(awards, key=lambda e: abs(e.at - at)).first = True
    return sorted(found, key=lambda e: e.at)


def is_generic(clause: Clause) -> bool:
    """„ukończyli kurs auditora ISO 9001 [i otrzymali certyfikaty]": what shares its certificate is no office's either."""
    return any(h.rule.kind == "none" for h in rule_book(DATA, "status").hits(clause.words))


def audited(clause: Clause) -> Event | None:
    """„Auditorzy PRS sprawdzili działanie systemu": a body audits; less than any word on the certificate itself."""
    place = next((i for i, w in enumerate(clause.words) if w.keys & _AUDIT), None)
    if place is None or not any(map(is_finite, clause.words)) or _is_to_come(clause.words, place):
        return None
    word = clause.words[place]
    return Event("audited", 0, "certificate.audited", word.start, word.keys, clause)


def happened(clause: Clause) -> list[Event]:
    """„Certyfikat spoczął w gablocie": something was done with a certificate, in words that no rule knows."""
    if clause.kind in _UNREAL or clause.kind == "time" or not has_any(clause.words, _CERTIFICATE):
        return []
    for place, word in enumerate(clause.words):
        if _is_done(word) and not any(w.form.lower() == "nie" for w in clause.words[max(0, place - _NEGATION) : place]):
            return [Event("told", 0, "certificate.told", word.start, word.keys, clause)]
    return []


_CERTIFICATE = frozenset({"certyfikat", "świadectwo"})


def _is_done(word: Word) -> bool:
    """„przyszedł", „wręczono", not „leżał", „leży", „przyjdzie"."""
    if not is_finite(word):
        return False
    tags = [set(r.tag.split(":")) for r in morph.analyse(word.form.lower()) if r.pos in {"praet", "imps"}]
    return bool(tags) and all("perf" in t and "imperf" not in t for t in tags)


def attach(events: list[Event], dates: list[Mention]) -> None:
    """Gives „w 2009" of „wydany w 2009 wygasł" to „wydany": a participle has what follows it, the verb everything else."""
    for date in dates:
        own = [e for e in events if e.clause.holds(date.start)]
        participles = [e for e in own if e.attributive and e.at < date.start and not _verb_between(e, date)]
        verbs = [e for e in own if not e.attributive]
        chosen = participles[-1:] or verbs[:1] or own[:1] or _then_told(events, date)
        for event in chosen:
            event.dates.append(date)


def _then_told(events: list[Event], date: Mention) -> list[Event]:
    """„5 maja odbyła się gala, [na której wręczono certyfikat]": a clause that goes on about the day of the clause before."""
    behind = [e for e in events if e.clause.kind in {"relative", "time"} and e.at > date.end and not e.dates]
    return [e for e in behind if any(date.start <= w.start < date.end for w in e.clause.antecedent)][:1]


def _verb_between(event: Event, date: Mention) -> bool:
    return any(is_finite(w) for w in event.clause.words if event.at < w.start < date.start)


@lru_cache(maxsize=1)
def _then() -> tuple[Pattern, ...]:
    return tuple(pattern(p) for p in data()["mood"]["then"])


def attach_then(events: list[Event], words: list[Word], before: list[Mention]) -> None:
    """„… spotkali się 16 września. To właśnie wtedy wręczono certyfikat": the day of the sentence before.

    Args:
        events: those of the sentence.
        words: the sentence's words.
        before: dates of the sentence before it.
    """
    undated = [e for e in events if e.kind in {"awarded", "renewed"} and not e.dates]
    days = [m for m in before if len(str(m.value["value"])) == _DAY]
    if undated and days and matches_any(words, _then()):
        undated[0].dates.append(days[-1])
