"""„zamiast TÜV SÜD dokument wystawiło [PCBC]": what the model of bodies sees of a candidate certificate and a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.record.bodymodel.anaphora import taken_up
from pipeline.record.bodymodel.lexicon import BEFORE, BEHIND, classes, is_negated, preposition
from pipeline.record.bodymodel.survey import CLAUSE, FAR, NEXT, PASSAGE
from pipeline.record.clusters import ALONE, CARRIED
from pipeline.record.passages import is_headline
from pipeline.record.vocabulary import family

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.record.bodymodel.survey import Place, Survey

_LONG = 30
"""months; what lies longer before an article's newest day is of another cycle (a cycle of ISO/IEC 17021-1 has 36)"""
_MANY = 3
_LABEL = 30
"""characters before a body in which „Wystawca:" stands"""


def _zone(survey: Survey, own: int, place: Place) -> str:
    """A with the certificate's standard, O in a passage of its own, N beside one, C where several are meant, else X."""
    near, weight = survey.nearness(own, place), survey.weight(own, place.passage)
    if near >= PASSAGE:
        return "A"
    if weight >= ALONE:
        return "O"
    return "N" if near == NEXT else "C" if weight == CARRIED else "X"


def _of_words(survey: Survey, place: Place) -> Iterator[str]:
    words = place.passage.words
    at = place.mention.start
    before = [w for w in words if w.start < at][-BEFORE:]
    behind = [w for w in words if w.start >= place.mention.end][:BEHIND]
    own = place.clause.words if place.clause is not None else words
    own = [w for w in own if not at <= w.start < place.mention.end]
    for mark, group in (("b", before), ("a", behind), ("c", own), ("p", words)):
        yield from (f"{mark}:{name}" for name in classes(group))
    yield f"prep:{preposition(before)}"
    if is_negated(own):
        yield "neg"
    line = survey.text.rfind("\n", 0, at) + 1
    if survey.text[max(line, at - _LABEL) : at].rstrip().endswith((":", "|", "\t", "–", "-")):
        yield "label"


def _of_events(survey: Survey, own: int, place: Place) -> Iterator[str]:
    cluster = survey.candidates[own].cluster
    for event in place.passage.events:
        inside = place.clause is not None and event.clause is place.clause
        mark = "e" if inside else "pe"
        whose = "" if cluster.owns(event) else "~other"
        yield f"{mark}:{event.kind}{whose}"
        yield f"{mark}:{'back' if event.background else 'front'}{whose}"
        if event.former or event.first:
            yield f"{mark}:former{whose}"
    if not place.passage.events:
        yield "e:none"


def _of_surroundings(survey: Survey, own: int, place: Place) -> Iterator[str]:
    families = survey.candidates[own].families
    named = [family(m) for m in place.passage.named()]
    if named:
        yield "fam:own" if families & set(named) else "fam:other"
        if not set(named) <= families and families & set(named):
            yield "fam:both"
    rivals = [
        p for p in survey.in_order if p.passage is place.passage and p.mention.value["name"] != place.mention.value["name"]
    ]
    if rivals:
        yield "rival:passage"
        yield "rival:before" if rivals[0].mention.start < place.mention.start else "rival:behind"
        if any(p.clause is place.clause for p in rivals):
            yield "rival:clause"
    if is_headline(survey.text, place.passage):
        yield "headline"
    yield f"prec:{survey.anchor_beside(own, place.index, -1)}"
    yield f"next:{survey.anchor_beside(own, place.index, 1)}"
    yield f"hold:{survey.office_before(own, place.mention.start)}"
    inside = survey.offices_in(own, place.passage)
    yield from (f"holdin:{name}" for name in inside)


def _of_time(survey: Survey, place: Place) -> Iterator[str]:
    """Old or new: whether what the body's passage tells lies a cycle before the article's newest day."""
    latest = survey.latest(place.passage)
    if latest is not None and survey.newest is not None:
        yield "time:old" if survey.newest - latest > _LONG else "time:new"


def _of_relations(survey: Survey, own: int, name: str) -> Iterator[str]:
    """How the pair stands against other bodies of the certificate and other certificates of the body."""
    tie, weight, held = survey.tie(own, name), survey.most(own, name), survey.held_tie(own, name)
    rivals = [other for other in survey.places if other != name]
    others = [other for other in range(len(survey.candidates)) if other != own]
    body, cand = _against(tie, [survey.tie(own, r) for r in rivals]), _against(tie, [survey.tie(o, name) for o in others])
    yield from (f"tie:{tie}", f"body:{body}", f"cand:{cand}", f"pair:{body}:{cand}", f"pair:{body}:{cand}:{min(tie, PASSAGE)}")
    w_body = _against(weight, [survey.most(own, r) for r in rivals])
    w_cand = _against(weight, [survey.most(o, name) for o in others])
    yield from (f"most:{weight}", f"mbody:{w_body}", f"mcand:{w_cand}", f"mpair:{w_body}:{w_cand}")
    yield f"hbody:{_against(held, [survey.held_tie(own, r) for r in rivals])}"
    yield f"hcand:{_against(held, [survey.held_tie(o, name) for o in others])}"
    yield f"htie:{held}"
    order = list(survey.places)
    many = f"{min(len(order), _MANY)}x{min(len(survey.candidates), _MANY)}"
    yield from (f"many:{many}", f"many:{many}:{body}:{cand}", f"many:{many}:{w_body}:{w_cand}")
    if len(order) > 1:
        yield f"order:{'first' if name == order[0] else 'last' if name == order[-1] else 'middle'}"
        yield from (f"side:{side}" for side in survey.sides(own, name))
        if len(order) == len(survey.candidates):
            yield f"rank:{order.index(name) == own}"


def _of_history(survey: Survey, own: int, name: str) -> Iterator[str]:
    """„2003 – Bureau Veritas … 2009 – przejście do [DNV]": whether a body follows another one, or is followed."""
    mine = [p for p in survey.places[name] if survey.weight(own, p.passage) >= CARRIED]
    theirs = [p for p in survey.in_order if p.mention.value["name"] != name and survey.weight(own, p.passage) >= CARRIED]
    if not mine or not theirs:
        return
    first, last = mine[0].mention.start, mine[-1].mention.start
    yield f"after:{'all' if last > theirs[-1].mention.start else 'none' if last < theirs[0].mention.start else 'some'}"
    if any(p.mention.start > first and survey.is_turn(p) for p in theirs):
        yield "turn:away"
    if any(survey.is_turn(p) for p in mine) and theirs[0].mention.start < last:
        yield "turn:to"
    years = [survey.latest(p.passage) for p in mine], [survey.latest(p.passage) for p in theirs]
    own_year, other = (max((y for y in listed if y is not None), default=None) for listed in years)
    if own_year is not None and other is not None and own_year != other:
        yield f"year:{'later' if own_year > other else 'earlier'}"


def _against(value: int, others: list[int]) -> str:
    if not others:
        return "alone"
    best = max(others)
    return "more" if value > best else "same" if value == best else "less"


def features(survey: Survey, own: int, name: str, status: str) -> dict[str, float]:
    """„podpisała je [DEKRA]" -> {"tie:4": 1.0, "b:grant:A": 1.0, …}: of each that it is there, however often.

    Args:
        survey: the article.
        own: number of the candidate certificate.
        name: the body.
        status: what happened to the certificate.
    """
    found: set[str] = set()
    zones = []
    for place in survey.places[name]:
        zone = _zone(survey, own, place)
        zones.append(zone)
        seen = {f"near:{survey.nearness(own, place)}", f"w:{survey.weight(own, place.passage)}"}
        seen.update(_of_words(survey, place), _of_events(survey, own, place), _of_surroundings(survey, own, place))
        seen.update(_of_time(survey, place))
        found |= seen | {f"{one}:{zone}" for one in seen}
    best = min(zones, key="AONCX".index)
    found |= {f"zone:{zone}" for zone in zones} | {f"best:{best}", f"s:{status}:{best}"}
    relations = set(_of_relations(survey, own, name)) | set(taken_up(survey, own, name)) | set(_of_history(survey, own, name))
    only = "only" if len(survey.places) == 1 else "several"
    found |= relations | {f"s:{status}:{one}" for one in relations if one.startswith(("pair", "many"))}
    found |= {f"s:{status}:{only}", f"{only}:{best}", f"{only}:{best}:{min(len(survey.candidates), _MANY)}"}
    if survey.tie(own, name) == FAR:
        found.add("far")
    if any(survey.nearness(own, place) == CLAUSE for place in survey.places[name]):
        found.add("clause")
    return dict.fromkeys(sorted(found), 1.0)
