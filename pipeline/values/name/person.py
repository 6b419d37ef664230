"""„Ewy Milner-Kochańskiej" -> "Ewa Milner-Kochańska": agreement of case and gender over the whole name.

Each word that inflects has several readings (``candidates``); those of one case and one gender are added up over the name,
and the best sum wins. Measured on names with lemmas: Morfeusz's first lemma is right for three names in four, agreement
chooses better (design.md, section 4).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from pipeline.values import morph
from pipeline.values.name.candidates import Candidate, Slot, candidates, titled
from pipeline.values.name.context import cases_of, is_text, mentioned
from pipeline.values.name.parts import Part, behind_preposition, particle_before, parts_of
from pipeline.values.name.weighed import Weighed

Gender = Literal["f", "m"]

_USUAL = ("ek", "iec", "szko", "ejko", "enko", "ełło", "iłło", "yłło", "jko")
"""Endings of nominatives that win over an equal reading („Moniuszki": Moniuszko rather than Moniuszka)."""
_SLACK = 4.0
"""A reading that fits the role's case may be this much weaker and still win."""
_MENTIONED = 4.0
"""What a reading gains where the text prints it as such, too little to win against another gender's first name."""
_VARIED, _VARIANTS = 4, 4
"""How many readings of a name, and how many nominatives of each of its words, are looked at beside the best."""
_BEHIND_PARTICLE = 3.8
"""Weight of an uninflected surname behind "von", "de", "di", in the units of ``Candidate.weight``."""
_CASE_PRIOR = {"nom": 1.5, "gen": 0.6, "inst": 0.5, "acc": 0.4, "dat": 0.4, "loc": 0.2, "voc": -5.0}
"""Added to the sum: between equal sums the nominative wins, then the genitive; figures in units of a candidate's weight."""


class Reading(NamedTuple):
    """„Jana Kmity" as "Jan Kmita", genitive, m: a whole name read one way; ``score`` is its words' mean weight (0 to 10)."""

    name: str
    case: str
    gender: str
    score: float
    total: float
    weights: tuple[float, ...]


def _slots(parts: list[Part]) -> dict[int, Slot]:
    words = [i for i, p in enumerate(parts) if p.kind == "word" and not behind_preposition(parts, i)]
    if not words:
        return {}
    groups: list[list[int]] = []
    for i in words:
        if groups and i >= 2 and parts[i - 1].kind == "dash" and groups[-1][-1] == i - 2:
            groups[-1].append(i)
        else:
            groups.append([i])
    if len(groups) == 1:
        initial = any(p.kind == "fixed" and len(p.text) == 2 and p.text.endswith(".") for p in parts[: words[0]])
        return dict.fromkeys(words, "last" if initial or len(words) > 1 else "any")
    slots: dict[int, Slot] = {}
    for number, group in enumerate(groups):
        slot: Slot = "first" if number == 0 else "last" if number == len(groups) - 1 else "any"
        slots |= dict.fromkeys(group, slot)
    return slots


def _fitting(parts: list[Part], i: int, slot: Slot, case: str, gender: str) -> list[Candidate]:
    """Readings of one word in a case and gender, the best first; the word as printed, of no weight, where it has none."""
    word = parts[i].text
    found = [c for c in candidates(word, slot) if c.case == case and c.gender == gender]
    if slot == "last" and particle_before(parts, i):
        found.append(Candidate(titled(word), case, gender, _BEHIND_PARTICLE))
    # of equal readings the one with a fleeting e: „Jacka" is Jacek's more often than Jack's
    found.sort(key=lambda c: (-c.weight, not c.lemma.endswith(_USUAL)))
    found = found or [Candidate(titled(word), case, gender, 0.0)]
    # „świętego Mikołaja", „matki Teresy": what is printed small stays small
    return [c._replace(lemma=c.lemma.lower()) for c in found] if word.islower() else found


@lru_cache(maxsize=20_000)
def readings(name: str) -> tuple[Reading, ...]:
    """„Jana Kmity" -> its readings, one a case and gender, the best first; empty where no word inflects."""
    parts = parts_of(name)
    slots = _slots(parts)
    if not slots:
        return ()
    found = [_reading(parts, slots, case, gender, {}) for gender in ("m", "f") for case in morph.CASES]
    return tuple(sorted(found, key=lambda r: -r.total))


def _reading(parts: list[Part], slots: dict[int, Slot], case: str, gender: str, other: dict[int, int]) -> Reading:
    """The name in one case and gender; ``other`` takes a word's second, third … reading in place of its best."""
    chosen = {i: _fitting(parts, i, slot, case, gender)[other.get(i, 0)] for i, slot in slots.items()}
    weights = tuple(c.weight for c in chosen.values())
    printed = _printed(parts, {i: c.lemma for i, c in chosen.items()})
    return Reading(printed, case, gender, sum(weights) / len(weights), sum(weights) + _CASE_PRIOR[case], weights)


def _variants(name: str, best: Reading) -> list[Reading]:
    """„Jana Nomejki" as "Jan Nomejka" beside "Jan Nomejko": the other nominatives of each word in the same case and gender."""
    parts = parts_of(name)
    slots = _slots(parts)
    return [
        _reading(parts, slots, best.case, best.gender, {i: n})
        for i, slot in slots.items()
        for n in range(1, min(len(_fitting(parts, i, slot, best.case, best.gender)), _VARIANTS))
    ]


def _printed(parts: list[Part], lemmas: dict[int, str]) -> str:
    text = ""
    for i, part in enumerate(parts):
        piece = lemmas.get(i, part.text)
        text += piece if part.glue or not text else f" {piece}"
    return text


def best_reading(name: str, cases: frozenset[str] = frozenset(morph.CASES), gender: str | None = None) -> Reading | None:
    """„Jana Nowaka" -> its best reading among the allowed cases and genders; None where nothing inflects."""
    allowed = [r for r in readings(name) if r.case in cases and (gender is None or r.gender == gender)]
    return allowed[0] if allowed else None


def nominative_person(name: str, context: str | None = None) -> str:
    """„Danuty Szczepanik" -> "Danuta Szczepanik".

    Args:
        name: the name as printed, in any case, with any dash, glued or in capitals.
        context: the role printed beside it, whose case decides where the name allows several; or the text that it stands in,
            where a nominative printed elsewhere does („Sitki" beside „Jan Sitko").

    Returns:
        The nominative with plain hyphens and single spaces; the name itself where nothing in it inflects.
    """
    found = person_readings(name, context)
    return found[0].name if found else " ".join(name.split())


def person_readings(name: str, context: str | None = None) -> tuple[Weighed, ...]:
    """„Jana Kmity" -> "Jan Kmita", genitive, m …: readings of the whole name, the preferred first."""
    text = context if context and is_text(context) else None
    wanted = cases_of(None if text else context)
    whole = readings(name)
    found = [_weighed(r, text) for r in (*whole, *(v for r in whole[:_VARIED] for v in _variants(name, r)))]
    found.sort(key=lambda w: -w.score)
    # a man's title beside a woman's name does not inflect, so it narrows the men's readings only
    allowed = [w for w in found if w.case in wanted or (w.gender == "f" and "nom" in wanted)]
    if allowed and allowed[0].score + _SLACK >= found[0].score:
        return (*allowed, *(w for w in found if w not in allowed))
    return tuple(found)


def _weighed(reading: Reading, text: str | None) -> Weighed:
    words = [p.text for p in parts_of(reading.name) if p.kind != "dash"][-len(reading.weights) :]
    why = tuple(f"{word} {weight:g}" for word, weight in zip(words, reading.weights, strict=False))
    if text and mentioned(reading.name, text):
        return Weighed(reading.name, reading.case, reading.gender, reading.total + _MENTIONED, (*why, "mentioned"))
    return Weighed(reading.name, reading.case, reading.gender, reading.total, why)


def gender_of(name: str) -> Gender | None:
    """„Ewy Milner-Kochańskiej" -> "f"; None where both genders fit equally well."""
    best = best_reading(name)
    if best is None:
        return None
    other = best_reading(name, gender="m" if best.gender == "f" else "f")
    if other is not None and other.total >= best.total - 0.3:
        return None
    return "f" if best.gender == "f" else "m"
