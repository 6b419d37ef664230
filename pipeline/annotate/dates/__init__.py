"""„z terminem obowiązywania do 28.05.2018 r.": dates with their roles, and durations."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, TypeVar

from spacy.language import Language

from pipeline.annotate.base import add_span, chars_of, context_of, spans_of
from pipeline.annotate.dates.history import Read, first_awards, fresh, said_twice, to_come
from pipeline.annotate.dates.reader import Reader
from pipeline.annotate.dates.roles import decide
from pipeline.values.edtf import Date, FoundDate, FoundDuration, Interval, find_dates, find_durations, parse_edtf

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pipeline.annotate.dates.cues import Form

_Found = TypeVar("_Found", FoundDate, FoundDuration)
_PERIODS = ("okres", "okresu", "lata", "lat")
_ADVERBIAL = frozenset({"w", "we", "na", "przez", "z", "ze", "za", "od", "do", "po", "przed", "o"})
"""before „okres" or „lata" these say when, not what"""
_FROM = frozenset({"od", "począwszy"})
_BEFORE = 24
"""characters before a date in which „od" or „począwszy od" stands"""


@Language.factory("magistrat_dates", assigns=["doc.spans"], requires=["token.is_sent_start"])
class Dates:
    """„Certyfikat przyznano 6 lutego 2002 r., jest ważny do maja 2005 r.": awarded 2002-02-06, valid_until ../2005-05.

    Writes ``doc.spans["dates"]`` with ``{"value": EDTF, "role"}`` and ``doc.spans["durations"]`` with ``{"value"}``; the span's
    id names the grammar's rule and the cue that gave the role. Dates without a year mean the nearest before the publication
    date (``context_of(doc).published``), or after it where the tense says so; without it their year stays open. What a
    standard covers is no date, and a century dates nothing. A range of validity is given twice, as valid_from and as
    valid_until. The names of bodies and standards count where components before this one found them; what a contest or a
    course certifies has no role (dates/foreign.py).
    """

    def __init__(self, nlp: Language, name: str = "magistrat_dates") -> None:  # noqa: ARG002  # spaCy passes it
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Adds the spans and returns the same document."""
        doc.spans["dates"], doc.spans["durations"] = [], []
        taken = [chars_of(s) for s in spans_of(doc, "standards")]
        reader: Reader | None = None
        text = doc.text  # spaCy joins it from all tokens at every call
        read: list[Read] = []
        reference = _reference(context_of(doc).published)
        found_dates = find_dates(text, reference)
        dates = _outside([d for d in found_dates if not _is_century(d)], taken)
        for found, following in zip_longest(dates, dates[1:]):
            reader = reader or Reader(doc, text)
            form = _form(text, found)
            until = following.start if following else len(text)
            read.append(Read(found, form, *decide(reader.around(found, until), form)))
        for found, form, role, cue in fresh(said_twice(first_awards(to_come(read, reference)), text), reference):
            for each in ("valid_from", role) if role == "valid_until" and form in {"range", "object"} else (role,):
                value = {"value": str(found.value), "role": each}
                add_span(doc, "dates", found.start, found.end, value, f"{found.rule}/{cue}")
        for span in _outside(find_durations(text), taken):
            add_span(doc, "durations", span.start, span.end, {"value": str(span.value)}, span.rule)
        return doc


def _is_century(found: FoundDate) -> bool:
    """„urząd na miarę XXI wieku": an age, of which no record tells when something happened."""
    return isinstance(found.value, Date) and found.value.masked > 1


def _outside(found: list[_Found], taken: list[tuple[int, int]]) -> list[_Found]:
    """Those that touch none of the stretches; both in text order, each stretch looked at once."""
    kept, waiting, furthest = [], sorted(taken, reverse=True), 0
    for each in found:
        while waiting and waiting[-1][0] < each.end:
            furthest = max(furthest, waiting.pop()[1])
        if furthest <= each.start:
            kept.append(each)
    return kept


def _reference(published: str | None) -> Date | Interval | None:
    """The publication date, if it is one that can be read."""
    value = parse_edtf(published) if published else None
    return value if isinstance(value, (Date, Interval)) else None


def _form(text: str, found: FoundDate) -> Form:
    """Whether the date is an end, a range, stands behind „od", is what a verb takes, or is a point or a year."""
    words = [w.strip("(:,;–") for w in text[max(0, found.start - _BEFORE) : found.start].lower().split()]
    last, earlier = (words[-1] if words else ""), (words[-2] if len(words) > 1 else "")
    value = found.value
    if isinstance(value, Interval) and value.start is None:
        return "end"
    if isinstance(value, Interval) or value.month is None:
        named = last in _PERIODS or found.text.split(maxsplit=1)[0].lower() in _PERIODS
        if named and (earlier if last in _PERIODS else last) not in _ADVERBIAL:
            return "object"
    if isinstance(value, Interval):
        return "range"
    if last in _FROM or (earlier in _FROM and last in {"dnia", "roku"}):
        return "day" if value.day else "from"
    return "point" if value.month else "year"
