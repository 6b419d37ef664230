"""„Dokument wydany w 2009 r. nie zostanie przedłużony": what a sentence says happened to a certificate, clause by clause."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.record.clauses import is_finite
from pipeline.record.frames import frame_hits
from pipeline.record.mood import NEGATION, UNREAL, is_attributive, is_behind, is_done, is_to_come, kind_of, verb_of
from pipeline.record.vocabulary import DATA, words_of
from pipeline.values.phrase import has_any, rule_book

if TYPE_CHECKING:
    from pipeline.record.clauses import Clause
    from pipeline.schema import Mention
    from pipeline.values.phrase import Hit, Rule, Word

_AUDIT = frozenset({"audyt", "audytor", "audytorka", "audytować"})
_AGO = frozenset({"temu"})
"""„pięć lat temu urząd otrzymał": history, whatever is told beside it"""


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


def _is_first(words: list[Word], hit: Hit) -> bool:
    """„pierwszy taki certyfikat", not „pierwszy urząd w powiecie odebrał certyfikat"."""
    between = words[hit.places[0] + 1 : hit.places[-1]]
    allowed = words_of("mood", "first_between")
    nouns = (w for w in between if _is_noun(w) and not any(k.endswith("/adj") for k in w.keys))
    return not any(map(is_finite, between)) and all(w.keys & allowed for w in nouns)


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
    again = [h for h in hits if h.rule.kind == "renewed"]
    if best.rule.kind == "awarded" and again and not best.rule.options.get("anew"):
        return max(again, key=lambda h: h.rule.weight)
    if best.rule.kind != "renewal_audit":
        return best
    given = [h for h in hits if h.rule.kind in {"awarded", "renewed"} and not {*h.places} & {*best.places}]
    given = [h for h in given if any(k.endswith(("/v", "/inf")) for k in words[verb_of(words, h)].keys)]
    return max(given, key=lambda h: h.rule.weight)._replace(rule=_as_renewal(given)) if given else best


def _as_renewal(given: list[Hit]) -> Rule:
    return max(given, key=lambda h: h.rule.weight).rule._replace(kind="renewed")


def _hits(words: list[Word]) -> list[Hit]:
    """Sequences and frames that a clause matches, in the order of their words."""
    found = [*rule_book(DATA, "status").hits(words), *frame_hits(words)]
    return sorted((h for h in found if not _is_parted(words, h)), key=lambda h: (h.places, h.rule.id))


def _is_parted(words: list[Word], hit: Hit) -> bool:
    """„[bez] zmian, podobnie jak [certyfikat]", „[z] dumą odebrał [certyfikat]": the preposition governs another noun."""
    if _is_topic(words, hit) or (hit.rule.kind == "renewal_audit" and _is_after(words, hit)):
        return True
    pairs = ((a, b) for a, b in pairwise(hit.places) if words[a].form.lower() in _WITH and "@cert" in words[b].keys)
    between = [own for a, b in pairs if not has_any(own := words[a + 1 : b], _JOINING)]
    return any(_is_noun(w) and not _is_adjective(w) for own in between for w in own)


def _is_topic(words: list[Word], hit: Hit) -> bool:
    """„[koszt] recertyfikacji", „[pieniądze na] recertyfikację": what a noun that depends on another tells of no event."""
    if hit.rule.kind != "renewed" or not _is_noun(words[hit.places[0]]):
        return False
    if has_any(words[: hit.places[0]], _FOLLOWS) or has_any(words, words_of("reference", "costing")):
        return True
    if len(hit.places) > 1:
        return False
    before = words[max(0, hit.places[0] - _TOPIC) : hit.places[0]]
    verb = max((i for i, w in enumerate(before) if is_finite(w)), default=-1)
    return has_any(before[verb + 1 :], words_of("reference", "topics"))


_FOLLOWS = frozenset({"wynikać"})
"""„co wynika z przejścia na nowe wydanie": a reason"""
_TOPIC = 3
"""words before a noun in which the one that governs it stands: „koszt takiej zewnętrznej recertyfikacji" has three"""


def _is_after(words: list[Word], hit: Hit) -> bool:
    """„audit nadzoru [po] recertyfikacji": an audit that a renewal only dates."""
    return any(w.form.lower() in _AFTER for w in words[hit.places[0] : hit.places[-1]])


_AFTER = frozenset({"po", "od", "przed", "sprzed"})
_WITH = frozenset({"z", "ze", "bez"})
_JOINING = frozenset({"i", "oraz"})


def _is_adjective(word: Word) -> bool:
    return any(k.endswith("/adj") for k in word.keys)


def events_in(clause: Clause, *, verbless: bool, certain: bool) -> list[Event]:
    """„certyfikat przyznany w 2009 r. wygasł" -> awarded in the background, lapsed.

    Args:
        clause: a clause whose words carry "@cert" and "@norm".
        verbless: whether its sentence has no finite verb, as headlines do.
        certain: whether the clause is the only one of its sentence that can carry the news.

    Returns:
        At most one event of the clause's verb, and at most one of each participle; in text order.
    """
    hits = [h for h in _hits(clause.words) if h.rule.kind != "none" and (verbless or h.rule.kind != "claimed")]
    firsts = [clause.words[h.places[0]].start for h in hits if h.rule.kind == "first" and _is_first(clause.words, h)]
    apart: dict[int, list[Hit]] = {}
    for hit in (h for h in hits if h.rule.kind != "first"):
        place = verb_of(clause.words, hit)
        apart_from_verb = is_attributive(clause.words, place, verbless=verbless) or is_behind(clause.words, place)
        key = place if apart_from_verb else -1
        apart.setdefault(key, []).append(hit)
    found = []
    for key, own in apart.items():
        hit = _best(own, clause.words)
        place = verb_of(clause.words, hit)
        kind = kind_of(clause, hit, place)
        if kind is not None:
            behind = key >= 0 or has_any(clause.words, _AGO) or (clause.kind in {"relative", "time"} and not certain)
            at, attributive = clause.words[place].start, key >= 0 and not is_behind(clause.words, place)
            verb = clause.words[place].keys
            kind = "held" if _is_epithet(clause.words, place) else kind
            found.append(
                Event(kind, hit.rule.weight, hit.rule.id, at, verb, clause, behind, attributive, former=_former(clause))
            )
    _renew(found)
    awards = [e for e in found if e.kind in {"awarded", "renewed", "held"}]
    for at in firsts if awards else ():
        min(awards, key=lambda e: abs(e.at - at)).first = True
    return sorted(found, key=lambda e: e.at)


def _is_epithet(words: list[Word], place: int) -> bool:
    """„[certyfikowany] system zarządzania": an adjective before its noun tells a state."""
    following = words[place + 1 : place + 2]
    return "certyfikować/ppas" in words[place].keys and any(k.endswith("/subst") for w in following for k in w.keys)


def _renew(found: list[Event]) -> None:
    """„po recertyfikacji wystawiono certyfikat": what is given behind a renewal that only dates it is the renewal."""
    before = any(e.kind in {"renewed", "renewal_audit"} and e.background and not e.attributive for e in found)
    for event in found:
        if before and event.kind == "awarded" and not event.background:
            event.kind = "renewed"


def is_generic(clause: Clause) -> bool:
    """„ukończyli kurs auditora ISO 9001 [i otrzymali certyfikaty]": what shares its certificate is no office's either."""
    hits = [h for h in rule_book(DATA, "status").hits(clause.words) if h.rule.kind == "none"]
    done = any(map(is_done, clause.words))
    accredited = has_any(clause.words, _ACCREDITATION) and not has_any(clause.words, _PAPER)
    return accredited or any(not (done and h.rule.options.get("unless_done")) for h in hits)


_ACCREDITATION = frozenset({"akredytacja"})
_PAPER = frozenset({"@cert"})


def audited(clause: Clause) -> Event | None:
    """„Auditorzy PRS sprawdzili działanie systemu": a body audits; less than any word on the certificate itself."""
    place = next((i for i, w in enumerate(clause.words) if w.keys & _AUDIT), None)
    if place is None or not any(map(is_finite, clause.words)) or is_to_come(clause.words, place):
        return None
    word = clause.words[place]
    return Event("audited", 0, "certificate.audited", word.start, word.keys, clause)


def awaited(clause: Clause) -> Event | None:
    """„na jesień umówiono audytorów", „audytorzy przyjadą w maju": an audit to come, of which no more is said."""
    place = next((i for i, w in enumerate(clause.words) if w.keys & _AUDIT), None)
    if place is None or clause.kind in UNREAL or has_any(clause.words, _INSIDE):
        return None
    expected = has_any(clause.words, words_of("mood", "expecting")) or is_to_come(clause.words, place)
    negated = any(w.form.lower() == "nie" for w in clause.words)
    word = clause.words[place]
    return Event("audit_planned", 0, "certificate.awaited", word.start, word.keys, clause) if expected and not negated else None


_INSIDE = frozenset({"wewnętrzny"})


def happened(clause: Clause) -> list[Event]:
    """„Certyfikat spoczął w gablocie": something was done with a certificate, in words that no rule knows."""
    if clause.kind in UNREAL or clause.kind == "time" or not has_any(clause.words, _CERTIFICATE):
        return []
    for place, word in enumerate(clause.words):
        if is_done(word) and not any(w.form.lower() == "nie" for w in clause.words[max(0, place - NEGATION) : place]):
            return [Event("told", 0, "certificate.told", word.start, word.keys, clause)]
    return []


_CERTIFICATE = frozenset({"certyfikat", "świadectwo"})
