"""„Urząd Miasta Legionowo", „w Olsztynie", „starosta gnieźnieński": municipalities, counties and voivodeships."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.language import Language

from pipeline.annotate.base import add_span, context_of, replace_spans, spans_of
from pipeline.annotate.places.adjectives import find_adjectives
from pipeline.annotate.places.context import Before, look_before
from pipeline.annotate.places.inhabitants import find_inhabitants, opens_sentence
from pipeline.annotate.places.relation import joined
from pipeline.annotate.places.seats import region_of
from pipeline.annotate.places.unknown import find_unknown
from pipeline.text import fold
from pipeline.values import morph
from pipeline.values.cover import Cover
from pipeline.values.place import Form, FoundName, Hints, find_names, resolve, units_named
from pipeline.values.trie import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from pipeline.schema import JSON

KIND = "places"


@Language.factory("magistrat_places", assigns=["doc.spans"])
class Places:
    """„Urząd Gminy Zakrzewo": writes ``doc.spans["places"]`` with {"name", "terc", "kind"}.

    A name that is also an ordinary word, a first name or a surname („Nowe", „Michałów") needs evidence: an office, a role or a
    unit before it, or a preposition that governs its case; a surname-like one may stand alone once the article has given such
    evidence. ``terc`` is null where several units of the name remain; record/place.py settles those that matter. The rule
    says what the evidence was: place.office.town, place.role.rural, place.seat.county, place.prep.in, place.prep.from …

    Measured on the record's place, ``--model none``, on passages written before the rules were run on them: places-2.txt (80
    passages, 60 with a place) precision .949 and recall .933 at first sight, places-3.txt (50, 38 with one) .875 and .921,
    places-4.txt (30, 24 with one) .920 and .958, places-5.txt (60, 55 with one) .870 and .855. After correction ``magistrat
    evaluate tests/quality/sentences/FILE`` gives .983 and .983, .949 and .974, 1.000 and 1.000, .945 and .945; places.txt
    (170) 1.000 and 1.000.
    """

    def __init__(self, nlp: Language, name: str = "magistrat_places") -> None:  # noqa: ARG002  # spaCy passes it
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Adds the spans and returns the same document."""
        text = doc.text
        words = words_of(fold(text))
        seen = [(name, look_before(text, words, name)) for name in find_names(text, words)]
        found = list(_with_lists(text, _without_routes(text, seen)))
        confirmed = {
            form.name
            for name, before in found
            if before.sort in {"office", "role", "unit", "prep", "seat", "service"}
            for form in name.forms
        }
        replace_spans(doc, KIND, [])
        for name, before in found:
            value = _value(text, name, before, confirmed)
            if value is not None:
                add_span(doc, KIND, name.start, name.end, value, _rule(before))
        names = [(name.start, name.end) for name, before in found if before.sort != "none"]
        taken = Cover(len(text), names)
        for named in find_adjectives(text, words):
            if taken.overlaps(named.start, named.end):
                continue
            terc = named.unit.code if named.unit else None
            value = {"name": named.title, "terc": terc, "kind": named.level}
            add_span(doc, KIND, named.start, named.end, value, f"place.adjective.{named.sort}")
        for people in find_inhabitants(text, words, confirmed):
            value = {"name": people.name, "terc": _code(people.name), "kind": "gmina"}
            add_span(doc, KIND, people.start, people.end, value, "place.inhabitants")
        context = context_of(doc)
        for place in find_unknown(text, words, taken, f"{context.url or ''} {context.site or ''}"):
            value = {"name": place.name, "terc": None, "kind": "gmina"}
            add_span(doc, KIND, place.start, place.end, value, place.rule)
        replace_spans(doc, KIND, spans_of(doc, KIND))
        return doc


def _rule(before: Before) -> str:
    """„place.office.town", „place.prep.in", „place.bare": the sort of evidence and what it says."""
    detail = _LEVEL_NAMES.get(before.relation, before.relation) if not before.office else before.office
    return f"place.{before.sort}" + (f".{detail}" if detail else "")


_LEVEL_NAMES = {"powiat": "county", "województwo": "voivodeship"}


def _with_lists(text: str, found: list[tuple[FoundName, Before]]) -> Iterator[tuple[FoundName, Before]]:
    """„z Gdyni i [Lublina]", „pociąg Kraków – [Gdynia]": a bare name in a list has the relation of the name before it."""
    previous: tuple[FoundName, Before] | None = None
    for name, before in found:
        one = before
        if before.sort == "unit" and _PLURAL_UNITS.search(text, max(0, name.start - _PLURAL_REACH), name.start):
            one = Before("bare", relation="of")  # „gminom [Puńsk] i Krasnopol"
        if previous is not None and before.sort == "bare" and before.relation in {"", "of", "name"}:
            inside = _IN.search(text, max(0, previous[0].start - 4), previous[0].start)
            if previous[1].sort in {"prep", "bare"} and joined(text, previous[0], name):
                one = replace(before, sort=previous[1].sort, relation=previous[1].relation)
            elif inside and joined(text, previous[0], name):
                one = Before("prep", relation="in")  # „urzędy miast w Turku, [Kole] i [Koninie]"
        previous = (name, one)
        yield previous


_IN = re.compile(r"\bwe?\s$", re.IGNORECASE)
_PLURAL_UNITS = re.compile(r"\bgmin(?:om|ami|ach)?\s$", re.IGNORECASE)
"""„gminom", „gmin": several units follow, none of them the story's own"""
_PLURAL_REACH = 9


def _without_routes(text: str, found: list[tuple[FoundName, Before]]) -> list[tuple[FoundName, Before]]:
    """„autobus Radom – Kozienice", „mecz Kielce – Płock": two names joined by a dash are a route or a match, no place."""
    routed = {
        i
        for index in range(1, len(found))
        for i in (index - 1, index)
        if _DASHED.fullmatch(text[found[index - 1][0].end : found[index][0].start])
        and all(found[j][1].sort in {"bare", "none"} for j in (index - 1, index))
    }
    return [(n, replace(b, relation="name") if i in routed else b) for i, (n, b) in enumerate(found)]


_DASHED = re.compile(r"\s?[–—-]\s?")


def _value(text: str, found: FoundName, before: Before, confirmed: set[str]) -> dict[str, JSON] | None:
    """The value of a name, or None where it is a street, a person or another word."""
    forms = list(found.forms)
    if before.sort in {"not", "none"}:
        return None
    if before.sort == "bare":
        opens = opens_sentence(text, found.start)
        dated = before.relation == "dated" or (before.relation == "dateline" and _is_capital_dateline(text, found))
        forms = [f for f in forms if _may_be_bare(f, before, confirmed, opens=opens, dated=dated)]
    if not forms:
        return None
    if before.office in _RURAL and any("nom" in f.cases for f in forms):
        forms = [f for f in forms if "nom" in f.cases]  # „w gminie Wieliczki": behind it a name keeps its nominative
    forms.sort(key=lambda f: (f.name not in confirmed, not _is_town(f.name), f.name))
    name = forms[0].name
    if before.sort in {"seat", "service"}:
        return region_of(name, "powiat" if before.relation == "powiat" else "województwo")
    unit = resolve(name, Hints(offices=(before.office,))) if before.office else None
    return {"name": name, "terc": unit.code if unit else _code(name), "kind": "gmina"}


_RURAL = frozenset({"rural", "gmina"})


def _is_capital_dateline(text: str, found: FoundName) -> bool:
    """„PISZ. Certyfikat trafił …": a noun in capitals and a stop before a line in small letters is a town, not a verb."""
    printed = text[found.start : found.end]
    line = text[found.end :].split("\n", 1)[0]
    adjective = any(r.pos == "adj" for r in morph.analyse(printed.lower()))
    return printed.isupper() and line[:1] in {".", ","} and not adjective and not line.isupper()


def _may_be_bare(form: Form, before: Before, confirmed: set[str], *, opens: bool, dated: bool) -> bool:
    """„Reszel" alone: also a surname, so a town, or confirmed in the article; „47-100 Góra": behind a postcode any name counts.

    A common word with a capital inside a sentence („wygrał Radom") may be a city.
    """
    if not form.guard or before.relation == "address":
        return True
    if form.guard == "word":
        return dated or (not opens and any(u.kind == "city" for u in units_named(form.name)))
    return form.name in confirmed or _is_town(form.name, mixed=before.relation in {"of", "dateline", "dated"})


def _code(name: str) -> str | None:
    """The code of the only unit of this name."""
    units = units_named(name)
    return units[0].code if len(units) == 1 else None


def _is_town(name: str, *, mixed: bool = False) -> bool:
    return any(u.kind in {"city", "urban", "mixed" if mixed else ""} for u in units_named(name))
