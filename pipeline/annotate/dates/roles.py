"""What happened on a date: „certyfikat przyznano 6 lutego 2002 r." -> awarded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.annotate.dates.cues import Cue, Form, cues_of, noun_cues, verb_cues, words
from pipeline.annotate.dates.place import Place, Surroundings, drops_subject, has_subject
from pipeline.annotate.dates.scope import adjunct, attached, verbal_noun
from pipeline.annotate.dates.words import (
    Word,
    agrees,
    are_subject,
    has,
    ordinal_hits,
    phrase_hits,
    topics_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_FOREIGN = {"": (), "certificate": ("awarded", "first_awarded"), "everything": ("awarded", "first_awarded", "audit")}
"""roles that a date has not where the certificate is a contest's or a person's"""
_OCCASION = "other.noun"
"""„sesja odbyła się 30 marca": a cue that yields to what the next sentence tells of the same scene"""
_ATTACHED = 12
"""words before the date in which a phrase begins that takes it; longer than any reach in roles.toml with its phrase"""
_ATTRIBUTE = 6
"""words before a participle in which its noun stands, as in „po kontroli doraźnej przeprowadzonej w maju"."""


def decide(around: Surroundings, form: Form) -> tuple[str, str]:
    """„certyfikat z ważnością do maja 2011 roku" -> ("valid_until", "valid-until.end"): the role and the cue that gave it.

    Args:
        around: the date's clause and its surroundings.
        form: whether the date is an end, a range, behind „od", an object or a point.

    Returns:
        ("other", "none") where nothing speaks for a role or the topic is another one.
    """
    if not around.context:
        return "other", "none"
    cue = _decide(Place(around, form))
    if cue is None and around.explaining:
        then = replace(around, clause=around.explaining, first=0, rest=())
        cue = _decide(Place(then, form))
    if (cue is None or cue.id == _OCCASION) and around.after:
        then = replace(around, clause=around.after, first=0, before=(), rest=(), sentence=around.context)
        cue = _decide(Place(then, form)) or cue
    if cue is None:
        return "other", "none"
    if cue.role in _FOREIGN[around.foreign]:
        return "other", "other.foreign"
    return cue.role, cue.id


def _decide(place: Place) -> Cue | None:
    cue = _phrase(place) or _mark(place) or _adjunct(place)
    if cue is not None:
        return cue
    cue, closed = _governor(place)
    return cue or _head(place, closed=closed)


def _phrase(place: Place) -> Cue | None:
    """„data wydania: …", „ustawa z dnia …": the nearest phrase before the date to which it is attached."""
    some = place.around.clause[max(0, place.around.first - _ATTACHED) : place.around.first]
    best: tuple[int, Cue] | None = None
    for cue in cues_of("phrase"):
        if (cue.last and not (some and some[-1].lemmas & cue.last)) or not (hits := _hits(cue, some)) or not place.allows(cue):
            continue
        for _, end in hits:
            away = len(some) - end
            between = [w for w in some[end:] if not w.lemmas & words("light")]
            if any(w.finite if cue.last else _governs(w) for w in between):
                continue
            if away <= cue.reach and (best is None or away < best[0]):
                best = (away, cue)
    return best[1] if best else None


def _mark(place: Place) -> Cue | None:
    """„po raz pierwszy": what says it of the whole clause, unless „kolejny" stands between it and the date."""
    some, first = place.around.clause, place.around.first
    for cue in cues_of("clause"):
        hits = _hits(cue, some) or (_first_of_them(place) if cue.ordinal else [])
        if hits and place.allows(cue) and any(not has(some[end:first], "again") for _, end in hits):
            spoken = topics_of(some)
            if (
                cue.role == "first_awarded" and "audit" in spoken and "certificate" not in spoken
            ):  # „po raz pierwszy audyt przeprowadzono w 2006 r."
                return None
            verb, _ = _governor(place)
            return verb if verb and (verb.role.startswith("valid") or verb.id == "awarded.renewal") else cue
    return None


def _first_of_them(place: Place) -> list[tuple[int, int]]:
    """„Szósty certyfikat zdobyto w 2018 r., pierwszy w 2003 r.", „Pierwszy dostaliśmy w 2003": „pierwszy" without its noun."""
    around = place.around
    some, first = around.clause, around.first
    at = first - 1
    while at >= 0 and some[at].lemmas & words("dating"):
        at -= 1
    if at >= 0 and "pierwszy" in some[at].lemmas and (not at or some[at].broken):
        return [(at, at + 1)]
    if has(some, "certified") or has(some, "object"):
        return []
    if drops_subject(some) and first and "z" in some[first - 1].lemmas:  # „Pierwszy wisi w holu, jest z 2008 roku."
        some = around.before
    return [(0, 1)] if len(some) > 1 and "pierwszy" in some[0].lemmas and some[1].finite else []


def _adjunct(place: Place) -> Cue | None:
    """„po audycie w maju 2010 r. gmina odnowiła …": the event that the date stands right behind."""
    around = place.around
    doing = verbal_noun(around.clause, around.first)
    if doing is not None and (cue := _noun(place, doing, events=True)):
        return cue
    beside = next((cue for w in adjunct(around.clause, around.first) if (cue := _noun(place, w, events=True))), None)
    at = attached(around.clause, around.first)
    if beside is not None or at < 0 or _is_blocked(around.clause, at):
        return beside
    cue = _noun(place, around.clause[at], events=True)
    return cue if cue is not None and cue.role == "audit" and not cue.weak else None


def _hits(cue: Cue, some: Sequence[Word]) -> list[tuple[int, int]]:
    lemmas, openings = cue.lemmas, cue.openings
    found = [(i, i + 1) for i, w in enumerate(some) if not lemmas.isdisjoint(w.lemmas)] if lemmas else []
    if openings and any(not openings.isdisjoint(w.lemmas) for w in some):
        found += [hit for phrase in cue.phrases for hit in phrase_hits(phrase, some)]
    return found + ordinal_hits(cue.ordinal, some) if cue.ordinal else found


def _governor(place: Place) -> tuple[Cue | None, bool]:
    """The cue of the verb that governs the date; whether a verb of another meaning does.

    The nearest verb or participle before the date governs it, else the nearest after it. Light verbs („odbył się") leave it to
    the noun, modal ones to the infinitive; where somebody must do something until then, it is no end of validity.
    """
    around = place.around
    finite = [w for w in around.clause if w.finite]
    must, may = has(finite, "modal"), has(finite, "permitting") or has(around.clause, "entitling")
    for at in _governors(around):
        word = around.clause[at]
        if word.lemmas & words("deciding") and _leaves_to_infinitive(around.clause, at):
            continue
        cue = next((c for c in verb_cues(word.lemmas) if _speaks(c, around.clause, at) and place.allows(c)), None)
        if cue is not None:
            bound = must and not (may and cue.permits)
            return (None, True) if bound and cue.role == "valid_until" and word.shape.infinitive else (cue, False)
        if _is_closed(word) or (place.form == "end" and _is_event(word)):
            return None, True
        if at < around.first and word.shape.participle and not word.finite and (cue := _attribute(place, at)):
            return cue, False
    return None, must and place.form == "end"


def _leaves_to_infinitive(some: Sequence[Word], at: int) -> bool:
    """„komitet postanowił przedłużyć certyfikat": what a body decides is done; what others decide is a plan."""
    return has(some, "deciders") and any(w.shape.infinitive for w in some[at + 1 :])


def _attribute(place: Place, at: int) -> Cue | None:
    """„po kontroli przeprowadzonej w dniach …": the noun to which a light participle belongs, whatever its preposition."""
    near = place.around.clause[max(0, at - _ATTRIBUTE) : at]
    return next((cue for w in reversed(near) if (cue := _noun(place, w))), None)


def _speaks(cue: Cue, some: Sequence[Word], at: int) -> bool:
    if some[at].lemmas & cue.lemmas:
        return True
    return any(a <= at < b for phrase in cue.phrases for a, b in phrase_hits(phrase, some))


def _is_closed(word: Word) -> bool:
    """A verb of its own meaning: neither light nor modal nor in any list, or in one that asks for more than the verb."""
    if not (word.finite or word.shape.infinitive) or word.lemmas & (words("light") | words("modal")):
        return False
    return bool(word.lemmas & words("closed")) or not any(word.lemmas & c.lemmas for c in verb_cues(word.lemmas))


def _is_event(word: Word) -> bool:
    """„do końca września przeprowadzi audit": until then something takes place."""
    verbal = word.finite or word.shape.infinitive
    return verbal and bool(word.lemmas & words("light")) and not word.lemmas & words("stative")


def _governors(around: Surroundings) -> Iterator[int]:
    """Verbs before the date, nearest first, then those after it; a participle behind the date belongs to a noun there."""
    some, first = around.clause, around.first
    for at in range(first - 1, -1, -1):
        if _governs(some[at]):
            yield at
    for at in range(first, len(some)):
        if _governs(some[at]) and (not some[at].shape.participle or some[at].finite or around.verbless):
            yield at
    for at in range(first, len(some)):
        if some[at].shape.participle and not some[at].finite:
            yield at


def _governs(word: Word) -> bool:
    shape = word.shape
    return word.finite or shape.infinitive or shape.participle or (not shape.noun and shape.adjective)


def _head(place: Place, *, closed: bool) -> Cue | None:
    """„Uroczyste wręczenie odbyło się …": the cue of the noun that heads the clause, else of what it points back at."""
    around = place.around
    if closed and place.form == "end":
        return None
    own = _first_noun(place, around.clause, around.first)
    if own is not None and own.weak and closed and not _acts(around, own):
        own = None
    if own is not None or place.form == "end":
        return own
    pronoun = next((w for w in around.clause[:2] if w.lemmas & words("relative")), None)
    if pronoun is not None:
        agreeing = [w for w in around.before if agrees(w.text, pronoun.text)]
        told = next((cue for w in reversed(agreeing) if (cue := _noun(place, w))), None)
        return _occasion(place, agreeing) or told
    if closed or (has_subject(around.clause) and not has(around.clause, "object")):
        return None
    return _first_noun(place, around.before, len(around.before))


def _acts(around: Surroundings, cue: Cue) -> bool:
    """„auditor połączył się z nami", not „audytorka urodziła córkę": whether the people of a cue did what auditors come for."""
    people = [w for w in around.clause if w.lemmas & cue.lemmas]
    if any(are_subject(w.text) for w in people):
        return True
    certified = around.context & {"certificate", "body", "norm"}
    return bool(certified) and any(w.shape.nominative for w in people) and not has(around.clause, "private")


def _occasion(place: Place, named: Sequence[Word]) -> Cue | None:
    """„Na sesji, która odbyła się 31 marca, wręczono …": the verb of the main clause tells what the occasion was for."""
    around = place.around
    if not around.rest or not has(named, "occasion"):
        return None
    main = replace(around, clause=around.rest, first=0, before=(), rest=())
    return _governor(Place(main, place.form))[0]


def _first_noun(place: Place, some: Sequence[Word], first: int) -> Cue | None:
    """The first cue noun that may be a subject, else the one nearest to the date; never one behind „do", „po" and the like."""
    nouns = [(i, cue) for i, w in enumerate(some) if (cue := _noun(place, w, i)) and not _is_blocked(some, i)]
    subject = next((cue for i, cue in nouns if some[i].shape.nominative), None)
    if subject is not None:
        return subject
    return min(nouns, key=lambda n: abs(n[0] - first), default=(0, None))[1]


def _noun(place: Place, word: Word, at: int = 0, *, events: bool = False) -> Cue | None:
    """The cue of a noun; „Centrum Badań i Certyfikacji" names no audit, so a capital inside a clause is passed over."""
    if (
        not noun_cues(word.lemmas)
        or word.finite
        or not (word.shape.noun or not any(word.shape))
        or (at and word.text.istitle())
    ):
        return None
    named = (c for c in noun_cues(word.lemmas) if c.events or not events)
    return next((c for c in named if place.allows(c, noun=True)), None)


def _is_blocked(some: Sequence[Word], at: int) -> bool:
    """Behind „do", „po" and the like, or in the name of a unit („kierownik działu audytu")."""
    at -= 1
    while at >= 0 and some[at].shape.adjective and not some[at].shape.noun:
        at -= 1
    return at >= 0 and bool(some[at].lemmas & (words("blocking") | words("owning")))
