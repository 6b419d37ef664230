"""„Urząd Miasta Legionowo", „w Olsztynie", „starosta gnieźnieński": municipalities, counties and voivodeships."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from pipeline.annotate.base import add_span, context_of, replace_spans, spans_of
from pipeline.annotate.places.adjectives import find_adjectives
from pipeline.annotate.places.context import Before, look_before
from pipeline.annotate.places.unknown import find_unknown
from pipeline.text import fold
from pipeline.values.cover import Cover
from pipeline.values.place import FoundName, Hints, county_at, find_names, resolve, units_named
from pipeline.values.trie import words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pipeline.schema import JSON

KIND = "places"


@Language.factory("magistrat_places", assigns=["doc.spans"])
class Places:
    """„Urząd Gminy Zakrzewo": writes ``doc.spans["places"]`` with {"name", "terc", "kind"}.

    A name that is also an ordinary word, a first name or a surname („Nowe", „Michałów") needs evidence: an office, a role or a
    unit before it, or a preposition that governs its case; a surname-like one may stand alone once the article has given such
    evidence. ``terc`` is null where several units of the name remain; record/place.py settles those that matter. The rule
    says what the evidence was: place.office.town, place.role.rural, place.unit, place.prep, place.bare …
    """

    def __init__(self, nlp: Language, name: str = "magistrat_places") -> None:  # noqa: ARG002  # spaCy passes it
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Adds the spans and returns the same document."""
        text = doc.text
        words = words_of(fold(text))
        found = [(name, look_before(text, words, name)) for name in find_names(text, words)]
        confirmed = {
            form.name
            for name, before in found
            if before.sort in {"office", "role", "unit", "prep", "seat"}
            for form in name.forms
        }
        replace_spans(doc, KIND, [])
        for name, before in found:
            value = _value(name, before, confirmed)
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
        context = context_of(doc)
        for place in find_unknown(text, words, taken, f"{context.url or ''} {context.site or ''}"):
            value = {"name": place.name, "terc": None, "kind": "gmina"}
            add_span(doc, KIND, place.start, place.end, value, place.rule)
        replace_spans(doc, KIND, spans_of(doc, KIND))
        return doc


def _rule(before: Before) -> str:
    return f"place.{before.sort}" + (f".{before.office}" if before.office else "")


def _value(found: FoundName, before: Before, confirmed: set[str]) -> dict[str, JSON] | None:
    """The value of a name, or None where it is a street, a person or another word."""
    forms = list(found.forms)
    if before.sort in {"not", "none"}:
        return None
    if before.sort == "bare":
        forms = [f for f in forms if not f.guard or (f.guard == "name" and (f.name in confirmed or _is_town(f.name)))]
    if not forms:
        return None
    forms.sort(key=lambda f: (f.name not in confirmed, not _is_town(f.name), f.name))
    name = forms[0].name
    if before.sort == "seat":
        return _county(name)
    unit = resolve(name, Hints(offices=(before.office,))) if before.office else None
    units = units_named(name)
    unit = unit or (units[0] if len(units) == 1 else None)
    return {"name": name, "terc": unit.code if unit else None, "kind": "gmina"}


def _county(town: str) -> dict[str, JSON]:
    """„Starostwo Powiatowe w Żyrardowie" -> powiat żyrardowski; the town itself where no county is named after it."""
    counties = county_at(town)
    if not counties:
        return {"name": town, "terc": None, "kind": "gmina"}
    return {"name": counties[0].title, "terc": counties[0].code if len(counties) == 1 else None, "kind": "powiat"}


def _is_town(name: str) -> bool:
    return any(u.kind in {"city", "urban"} for u in units_named(name))
