"""„po raz pierwszy w 2002 … ponownie przyznany": what happened to a certificate, from everything that its passages say."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from pipeline.record import period
from pipeline.record.clusters import ALONE, ANCHORED, BY_SUBJECT, CARRIED
from pipeline.record.vocabulary import data, words_of
from pipeline.values.phrase import Pattern, has_any, matches_any, pattern

if TYPE_CHECKING:
    from pipeline.record.clusters import Cluster
    from pipeline.record.events import Event
    from pipeline.record.passages import Passage
    from pipeline.schema import Status

_PLAIN = {
    "held": "maintained",
    "renewal_audit": "renewed",
    "audited": "surveillance",
    "audit_planned": "planned",
    "claimed": "awarded",
    "told": "awarded",
    "ending": "maintained",
    "passed": "awarded",
}
_WEAK = frozenset({"planned", *_PLAIN})
_VALIDITY = frozenset({"certificate.in_force", "certificate.valid", "certificate.lapsed"})
"""rules of „obowiązuje do", „straci moc": said of a new certificate as of an old one, where nothing has lapsed"""
_RANKED = (
    "renewal_audit",
    "surveillance",
    "planned",
    "passed",
    "audited",
    "held",
    "ending",
    "claimed",
    "told",
    "awarded",
    "audit_planned",
)
"""what counts where nothing definite is told, the surest first"""
_RECENT = 11
"""months; what happened longer before the newest event of an article is history, not its news (a cycle's audits are yearly)"""


def told(cluster: Cluster, *, only: bool) -> list[Passage]:
    """Passages that tell what happened to the certificate.

    Args:
        cluster: the certificate.
        only: whether it is the article's only one; then every passage counts, else those that name it, and the others only
            where none does.
    """
    speaking = [(p, w) for p, w in cluster.passages if any(cluster.owns(e) for e in p.events)]
    sure = [p for p, w in speaking if w in {ANCHORED, BY_SUBJECT, ALONE} and p.status not in {"held", "audited"}]
    if any(w == CARRIED and p.status == "renewal_audit" for p, w in speaking):
        history = {p.start for p, w in speaking if w < ANCHORED and all(e.first for e in p.events)}
        sure = [p for p in sure if p.start not in history]  # „wtedy też zdobył pierwszy certyfikat"
    anchored = any(w in {ANCHORED, BY_SUBJECT} and p in sure for p, w in speaking)
    return [p for p, _ in speaking] if only or not anchored else sure


def _when(event: Event) -> int | None:
    """Months of the event's own date; an audit to come or an end of validity says nothing on when it happened."""
    if event.kind in _WEAK - {"renewal_audit", "audited"}:
        return None
    points = [p for d in event.dates if d.value.get("role") != "valid_until" and (p := period.ends(str(d.value["value"]))[0])]
    return max((period.last_month(p) for p in points), default=None)


def _has_day(event: Event) -> bool:
    """„wystawiony 11 lutego 2020 r.", not „wystawiony w 2005 r.": a day is news even in passing, a year is history."""
    return any(len(str(d.value["value"])) == _DAY for d in event.dates)


_DAY = 10
"""characters of a value with a day"""


def _says_when(event: Event) -> bool:
    """„wydany 5 maja", not „wydany przez SGS, ważny do 5 maja": whether a day of what happened is told."""
    return any(not event.attributive or d.value.get("role") not in {"valid_from", "valid_until"} for d in event.dates)


def _only_issued(event: Event) -> bool:
    """„Certyfikat wydany przez PRS jest ważny do …": says whose it is, not that it was given now."""
    attributes = frozenset({"certyfikować", "zarejestrować", "wpisać"})
    issued = bool(event.verb & words_of("reference", "issuing")) or (event.attributive and bool(event.verb & attributes))
    return event.kind == "awarded" and issued


def _is_ahead(event: Event) -> bool:
    """„Za rok pierwszy audyt nadzoru": an audit of a day to come."""
    audit = event.kind in {"surveillance", "renewal_audit"}
    return audit and any(d.text.lower().startswith(("za ", "w przyszły", "przyszł")) for d in event.dates)


def news(events: list[Event], published: str | None) -> list[Event]:
    """„W 2014 odnowiono … w maju 2015 audyt nadzoru": without what is told as background or happened long before."""
    events = [e for e in events if not _is_ahead(e)]
    front = [e for e in events if not e.background and not e.former]
    if not any(e.kind == "awarded" and _says_when(e) for e in events):
        possessed = any(e.rule == "certificate.held" for e in front)
        front = [e for e in front if not (possessed and _only_issued(e))]
        held = any(e.kind == "held" for e in front)
        events = [e for e in events if not (held and e.background and _only_issued(e))]
    now = period.ends(published)[0] if published else None
    known = [*front, *(e for e in events if e.background and not e.former and _has_day(e))]
    dated = [w for e in known if (w := _when(e)) is not None]
    newest = max([*dated, *([period.months(now)] if now else [])], default=None)
    fresh = [e for e in front if newest is None or (w := _when(e)) is None or newest - w <= _RECENT]
    strong = [e for e in fresh if e.kind not in {"held", "ending", "claimed", "told", "audited", "audit_planned"}]
    over = [e for e in events if e.background and e.kind == "lapsed"]
    if strong or (over and any(e.kind == "audit_planned" for e in fresh)):
        return fresh
    behind = [e for e in events if e.background and e.kind not in _WEAK - {"planned"} and not e.former]
    if any(e.kind == "held" for e in fresh):  # „Potwierdza to certyfikat, nadany w 2003 i przedłużony w 2009 r."
        behind = [e for e in behind if (w := _when(e)) is None or (newest is not None and newest - w <= _RECENT)]
        behind = [e for e in behind if not has_any(e.clause.words, _AGO)]
    audited = any(e.kind == "audited" for e in fresh)
    found = [*fresh, *behind, *([] if behind or audited else [e for e in front if e not in fresh])]
    found = found or [e for e in events if e.kind == "held" and has_any(e.clause.antecedent, _CERTIFICATE | _SYSTEM)]
    if found and all(e.attributive and _only_issued(e) and not e.dates for e in found):
        return [replace(e, kind="held") for e in found]  # „zrezygnować z certyfikatu nadanego przez PRS": it is there
    return found


_AGO = frozenset({"temu"})
_CERTIFICATE = frozenset({"@cert"})
_SYSTEM = frozenset({"system", "zarządzać/ger"})
"""„system zarządzania, na który urząd ma certyfikat": what the clause is about is certified"""


def status(events: list[Event]) -> Status | None:
    """„po raz pierwszy w 2002 … ponownie przyznany" -> renewed; None where nothing is said.

    A first award beside another event is history. A lapse counts unless a renewal follows it. Renewals win over maintenance,
    what the article says first over what it says later, plans count where nothing else happened. What was awarded after a
    recertification audit was renewed.
    """
    kinds = [e.kind for e in events]
    if not kinds:
        return None
    definite = [e for e in events if e.kind not in {*_WEAK, "refused", "lacking"}]
    if _is_lapsed(definite) or _is_lacking(kinds):
        return "lapsed"
    if "renewed" in kinds:
        return "renewed"
    beside = any(e.kind not in _NO_SUCCESSION and not _is_validity(e) for e in events)
    happened = [e.kind for e in definite if e.kind != "lapsed" and not (e.first and beside)]
    if happened:
        return cast("Status", _promoted(happened[0], {*happened, *kinds}, events))
    if "refused" in kinds:
        return None
    kind = next((k for k in _RANKED if k in kinds), None)
    return cast("Status", _PLAIN.get(kind, kind)) if kind is not None else None


def is_after_lapse(events: list[Event]) -> bool:
    """„pozwolił, by certyfikat wygasł. Teraz wydano nowy": what is given behind a lapse follows on no certificate."""
    place = next((i for i, e in enumerate(events) if e.kind in {"renewed", "awarded"}), 0)
    over = any(e.kind == "lapsed" and e.verb & words_of("reference", "running_out") and not e.former for e in events[:place])
    return over and all(e.rule == _NEW_ONE for e in events if e.kind == "renewed")


_NEW_ONE = "certificate.again"


def _is_lacking(kinds: list[str]) -> bool:
    """„Miał certyfikat … obywa się bez niego": who is said to be without one lost it only if there had been one."""
    return (
        "lacking" in kinds
        and not {"planned", "audit_planned"} & set(kinds)
        and bool({"held", "awarded", "renewed", "maintained"} & set(kinds[: kinds.index("lacking")]))
    )


def _promoted(first: str, kinds: set[str], events: list[Event]) -> str:
    """„Kończyła się ważność … otrzymał", „audyt recertyfikujący … obronił": what came of an end or of its audit renews."""
    if first == "awarded" and kinds & {"renewal_audit", "ending"}:
        return "renewed"
    kept = any(e.kind == "maintained" and e.verb & words_of("reference", "keeping") for e in events)
    if first == "maintained" and kept and "renewal_audit" in kinds:
        return "renewed"  # „pozostaje w mocy" tells of the one before
    return "maintained" if first == "surveillance" and "maintained" in kinds else first


_NO_SUCCESSION = frozenset({"awarded", "passed", "claimed", "told", "planned", "audited", "audit_planned"})
"""what may be told beside a first award that is the news itself"""


def _is_validity(event: Event) -> bool:
    return event.kind == "held" and event.rule in _VALIDITY


def had_one(cluster: Cluster) -> bool:
    """„stary certyfikat", „poprzedni dokument": whether what is given now follows on a certificate of before."""
    said = _called(cluster, "earlier"), _called(cluster, "first_one"), _called(cluster, "ellipsis")
    return said[0] or (said[1] and said[2])


def is_newcomer(cluster: Cluster, events: list[Event]) -> bool:
    """„Sprawdzano ISO 9001 oraz – po raz pierwszy – ISO 14001": one audit of several, of which one was not held before."""
    audited = {e.kind for e in events} <= {"renewal_audit", "audited", "held"}
    named = (p for p, w in cluster.passages if w == ANCHORED and not p.events)
    return audited and any(matches_any(p.words, _first_time()) for p in named)


@lru_cache(maxsize=1)
def _first_time() -> tuple[Pattern, ...]:
    return tuple(pattern(p) for p in data()["mood"]["first_time"])


def _called(cluster: Cluster, name: str) -> bool:
    """„stary certyfikat": whether a passage calls the certificate by one of the adjectives of a list."""
    wanted = words_of("reference", name)
    pairs = (pair for p, weight in cluster.passages if weight >= ALONE for pair in pairwise(p.words))
    return any(a.keys & wanted and ("@cert" in a.keys or ("@cert" in b.keys and b.keys & _NOUNS)) for a, b in pairs)


_NOUNS = frozenset({"certyfikat", "świadectwo", "dokument"})


_RESTORED = "certificate.restored"
"""a rule of what takes a loss for granted, wherever the article tells of that: „może znów posługiwać się. Zawieszono go"."""
_TAKEN = frozenset({"odebrać"})
"""„nie może już posługiwać się certyfikatem. Jednostka odebrała go": behind a loss the same verb takes away"""
_BACK = frozenset({"renewed", "awarded", "maintained"})
"""what gives back a certificate that was suspended or had lapsed"""


def _is_lapsed(definite: list[Event]) -> bool:
    """Whether the certificate was lost and nothing told after that gives it back."""
    last = next((i for i in range(len(definite) - 1, -1, -1) if definite[i].kind == "lapsed"), None)
    if any(e.rule == _RESTORED for e in definite):
        return False
    back = (e for e in definite[(last or 0) + 1 :] if e.kind in _BACK and not e.first)
    return last is not None and all(e.verb & _TAKEN and not e.dates for e in back)
