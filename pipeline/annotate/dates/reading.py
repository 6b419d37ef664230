"""„z terminem obowiązywania do 28.05.2018 r.": the dates of a document as the rules read them, and what stands around each."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from pipeline.annotate.base import chars_of, context_of, spans_of
from pipeline.annotate.dates.columns import of_column
from pipeline.annotate.dates.history import Read, first_awards, fresh, said_twice, to_come
from pipeline.annotate.dates.reader import Reader
from pipeline.annotate.dates.rolemodel.features import Seen, features
from pipeline.annotate.dates.roles import decide
from pipeline.values.edtf import Date, FoundDate, FoundDuration, Interval, find_dates, parse_edtf

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


class Reading(NamedTuple):
    """The dates of a document: their roles by the rules, and what stands around them."""

    read: list[Read]
    seen: list[Seen]
    reader: Reader | None
    published: Date | Interval | None

    def features(self, doc: Doc, text: str) -> list[list[str]]:
        """What the role model sees of each date; none where no date stands near certificates or audits."""
        if self.reader is None or not any(seen.around.context for seen in self.seen):
            return []
        return features(doc, text, self.reader.sentences, self.seen, self.published)


def reading(doc: Doc, text: str) -> Reading:
    """„Certyfikat przyznano 6 lutego 2002 r.": every date outside the names of standards, but for centuries, in text order."""
    published = _reference(context_of(doc).published)
    found_dates = [d for d in find_dates(text, published) if not _is_century(d)]
    dates = outside(found_dates, [chars_of(s) for s in spans_of(doc, "standards")])
    if not dates:
        return Reading([], [], None, published)
    reader = Reader(doc, text)
    read, seen = [], []
    for found, following in zip_longest(dates, dates[1:]):
        form = _form(text, found)
        around = reader.around(found, following.start if following else len(text))
        read.append(Read(found, form, *(of_column(text, found, form, around) or decide(around, form))))
        seen.append(Seen(found, form, around))
    settled = fresh(said_twice(first_awards(to_come(read, published)), text), published)
    return Reading(settled, seen, reader, published)


def _is_century(found: FoundDate) -> bool:
    """„urząd na miarę XXI wieku": an age, of which no record tells when something happened."""
    return isinstance(found.value, Date) and found.value.masked > 1


def outside(found: list[_Found], taken: list[tuple[int, int]]) -> list[_Found]:
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
