"""„Oba wystawiono 4 maja, ważne są trzy lata": the days of a certificate that rules and model agree on best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.record import period
from pipeline.record.clusters import ALONE, BY_SUBJECT
from pipeline.record.dated import dated
from pipeline.record.daymodel.decoding import FIELDS, best
from pipeline.record.daymodel.features import features
from pipeline.record.daymodel.lexicon import classes_in
from pipeline.record.daymodel.model import load, odds
from pipeline.record.validity import Dates, dates_of, derive, out_of_order

if TYPE_CHECKING:
    from pipeline.record.dated import Dated
    from pipeline.record.daymodel.scene import Scene, Side
    from pipeline.record.linear import LinearModel
    from pipeline.schema import Mention, Status

_NO_DAYS = frozenset({"planned"})
_NO_END = frozenset({"planned", "lapsed"})
_NEVER = -99.0
_MANY = 40
"""certificates; of an article that tells of more the rules decide alone, so that nothing is compared with everything"""
_ROLES = frozenset({"awarded", "first_awarded", "valid_from", "valid_until"})


def voted(scene: Scene, side: Side, status: Status, *, model: LinearModel | None = None) -> Dates:
    """„Oba wystawiono 4 maja, ważne są trzy lata" -> awarded 4 May, valid_until derived from it.

    Args:
        scene: the article.
        side: the certificate.
        status: what happened to it.
        model: in place of the shipped one.
    """
    ruled = dates_of(scene.text, side.cluster, status, scene.published)
    seen = {} if status in _NO_DAYS or len(scene.sides) > _MANY else features(scene, side, status)
    if not seen or out_of_order(ruled):  # what contradicts itself is shown as it is printed
        return ruled
    weights = model or load()
    logs = {value: weights.log_probabilities(some) for value, some in seen.items()}
    told = {name: getattr(ruled, name) for name in FIELDS}
    found = odds(logs, told, _denied(scene, side, status, set(told.values())))
    for value in _audited(scene, side) - set(told.values()):
        found[value] |= dict.fromkeys(FIELDS, _NEVER)
    return _merged(scene, side, status, ruled, best(found))


def _audited(scene: Scene, side: Side) -> set[str]:
    """„audit odbył się 8 kwietnia": dates that annotate read as days of an audit alone; only the rules make more of one."""
    roles: dict[str, set[str]] = {}
    for place in scene.near(side):
        roles.setdefault(place.value, set()).add(str(place.mention.value.get("role")))
    return {value for value, told in roles.items() if told == {"audit"}}


def _denied(scene: Scene, side: Side, status: Status, ruled: set[str | None]) -> dict[str, set[str]]:
    """„1 maja gmina otrzymała tytuł", „Drugi przyznano w maju": value -> fields that its passages speak against.

    A role that the rules of the clause take back; every field where all passages of a date name another certificate.
    """
    kept = {d.mention.start: d.role for d in dated(side.cluster)}
    told: dict[str, list[set[str]]] = {}
    for place in scene.near(side):
        role = str(place.mention.value.get("role"))
        taken = {role} if role in _ROLES and kept.get(place.mention.start, role) != role else set()
        elsewhere = place.value not in ruled and _is_elsewhere(scene, side, place.passage, status)
        told.setdefault(place.value, []).append(set(_ROLES) if elsewhere else taken)
    return {value: set.intersection(*each) for value, each in told.items()}


def _is_elsewhere(scene: Scene, side: Side, passage: int, status: Status) -> bool:
    """„Do ISO 9001 doszedł ISO 14001. Dokument wydano [4 maja]": what another certificate's passage tells."""
    others = max((s.weights.get(passage, 0) for s in scene.sides if s is not side), default=0)
    if passage in side.weights or others < ALONE:
        return False
    before, own = scene.passages[max(0, passage - 1)], scene.passages[passage]
    goes_on = before.line == own.line and "all" not in classes_in(own.words)
    return others >= BY_SUBJECT or (status == "maintained" and goes_on)


def _merged(scene: Scene, side: Side, status: Status, ruled: Dates, chosen: dict[str, str | None]) -> Dates:
    """The chosen days, with what the rules compute of the same ones and what contradicts them."""
    found = Dates()
    for name in FIELDS:
        value, before = chosen[name], getattr(ruled, name)
        computed = name in ruled.derived and value is not None and before.startswith(value)
        setattr(found, name, before if computed else value)
        if computed:
            found.compute(name, ruled.derived_by[ruled.derived.index(name)])
        if name in ruled.conflicts and getattr(found, name) == before:
            found.conflicts.append(name)
    found.evidence = _evidence(scene, side, ruled, found)
    if found.valid_until is None and status not in _NO_END:
        derive(side.cluster, _as_chosen(side, found), found)
    return found


def _as_chosen(side: Side, found: Dates) -> list[Dated]:
    """The dates of a certificate with the roles that they have now; a period counts from the row's own award."""
    roles = {getattr(found, name): name for name in FIELDS if getattr(found, name)}
    listed = []
    for entry in dated(side.cluster):
        role = roles.get(entry.point or "") or ("other" if entry.role in _ROLES or found.awarded else entry.role)
        listed.append(entry._replace(role=role, to_come=entry.to_come and role == "other"))
    return listed


def _evidence(scene: Scene, side: Side, ruled: Dates, found: Dates) -> list[Mention]:
    """Mentions of the chosen days: those of the rules, the nearest one for any other; rivals of a field in conflict stay."""
    dropped = {getattr(ruled, n) for n in FIELDS} - {getattr(found, n) for n in FIELDS}
    kept = [m for m in ruled.evidence if dropped.isdisjoint(period.ends(str(m.value["value"])))]
    near = scene.near(side)
    for name, value in ((n, getattr(found, n)) for n in FIELDS if getattr(found, n)):
        own = [p for p in near if p.value == value or value.startswith(p.value)]
        if own and not any(m.start == p.mention.start for p in own for m in kept):
            told = [p for p in own if p.mention.value.get("role") == name] or own
            kept.append(max(told, key=lambda p: (side.weights.get(p.passage, 0), -p.mention.start)).mention)
    return kept
