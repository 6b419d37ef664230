"""„Ma ISO 9001, a stara się o ISO 14001": sentences, cut where one speaks of two certificates or of two offices."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pipeline.record.clauses import is_finite
from pipeline.values import morph
from pipeline.values.enumeration import flowing
from pipeline.values.phrase import cases, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pipeline.record.tables import Table
    from pipeline.values.phrase import Word

_CUT = re.compile(
    r"(?P<part>,\s+(?:(?=Urz|Staros|Szpital|Gmin|Miast|Powiat)"
    r"|(?:a(?!\s+(?:także|też)\b)|ale|lecz|natomiast|zaś|drugi|drugą|drugie|trzeci|trzecią|kolejny)\s)|;\s)"
    r"|(?P<and>,?\s(?:i|oraz)\s|,\s)"
)
KINDS = ("standards", "organizations", "certifiers", "dates")
"""kinds of mentions that tell where a sentence turns to another certificate"""
_PARALLEL = (
    ("standards", "certifiers"),
    ("standards", "dates"),
    ("organizations", "certifiers"),
    ("organizations", "standards"),
)
"""what two parts of a sentence print in one order where they tell of two certificates"""
_STOP = re.compile(r"(?<=\d)\.\s+(?=[A-ZĄĆĘŁŃÓŚŹŻ])|(?<=\d[ \u00a0]r)\.\s+(?=\d{1,2}[ .]\S|[A-ZĄĆĘŁŃÓŚŹŻ])")
_AND = re.compile(r",?\s(?:i|oraz|a|a także)\s")
_YEAR_END = re.compile(r"\d\s?r\.\s*$")
_YEAR = 12
"""characters at a sentence's end among which „2010 r." stands"""
_EDITION_END = re.compile(r"\d:(?:19|20)\d\d(?:-\d\d)?$")
_EDITION = 16
"""characters before a full stop among which „27001:2017-06" stands"""
_TWO = 2
_FUNCTION = frozenset({"prep", "conj", "comp", "qub", "part", "num", "adv", "ppron3", "ppron12", "fin", "praet", "imps"})
_LONGEST = 3000
"""characters; the longest sentences of office news, with their lists, have about 1500"""


def _within(starts: list[int], low: int, high: int) -> bool:
    index = bisect_left(starts, low)
    return index < len(starts) and starts[index] < high


Starts = dict[str, list[int]]


class Span(NamedTuple):
    """„… | , a Urząd Gminy – ISO 14001": a sentence or a part of one."""

    start: int
    end: int
    gapped: bool
    """whether it has no verb and says what the part before it says"""
    sentence: tuple[int, int]


def spans(text: str, starts: Starts, held: Sequence[tuple[int, int]] = ()) -> list[Span]:
    """Sentences and their parts: „… ma ISO 9001 | , a Urząd Gminy ISO 14001", „pierwszy …, | drugi …".

    Args:
        text: the cleaned article.
        starts: kind of mention (``KINDS``) -> first characters of its mentions, ascending.
        held: first character and one past the last of names over a line's end, ascending; no sentence ends within one.

    """
    found: list[Span] = []
    for start, end in _sentences(text, sorted(s for kind in KINDS[:3] for s in starts[kind]), held):
        low, gapped = start, False
        for cut in _CUT.finditer(text, start, end):
            left, right = (low, cut.start()), (cut.end(), end)
            gap = _is_gap(text, left, right, starts)
            if gap or _is_part(text, cut, left, right, starts):
                found.append(Span(*left, gapped, (start, end)))
                low, gapped = cut.start() + 1, gap
        rest = _verbs_apart(text, low, end, starts["standards"])
        found += [Span(a, b, gapped and a == low, (start, end)) for a, b in rest]
    return found


def with_rows(found: list[Span], listed: list[Table]) -> list[Span]:
    """Rows of tables and label lists in the place of the sentences that they would be read as.

    Args:
        found: sentences and their parts, in text order.
        listed: tables in text order, apart from each other.
    """
    rows = [Span(r[0].start, r[-1].end, False, (r[0].start, r[-1].end)) for t in listed for r in t.rows]  # noqa: FBT003
    ends = [t.end for t in listed]
    kept = []
    for span in found:
        low = span.start
        for table in listed[bisect_right(ends, span.start) :]:
            if table.start >= span.end:
                break
            kept.append(span._replace(start=low, end=table.start))
            low = table.end
        kept.append(span._replace(start=low))
    return sorted([*(s for s in kept if s.start < s.end), *rows])


def _is_part(text: str, cut: re.Match[str], left: tuple[int, int], right: tuple[int, int], starts: Starts) -> bool:
    """„…, a ISO 14001 …", „…, drugi …", „…, a Urząd Gminy …": another certificate or another office from here on."""
    if cut["and"] is not None:
        return False
    standards = starts["standards"]
    if _within(standards, *left) and _within(standards, *right):
        return True
    said = any(_within(starts[kind], *right) for kind in KINDS) or any(map(is_finite, words(text, *right)))
    return (_is_counted(cut) and said) or _offices_apart(text, left, right, starts["organizations"])


def _is_counted(cut: re.Match[str]) -> bool:
    return (cut["part"] or "").lstrip(", ")[:4] in {"drug", "trze"}


def _is_gap(text: str, left: tuple[int, int], right: tuple[int, int], starts: Starts) -> bool:
    """„… ISO 9001 od PCBC oraz ISO 14001 od PRS": what stands on both sides in one order, with a verb on the left only."""
    pairs = [(a, b) for a, b in _PARALLEL if all(_within(starts[k], *side) for k in (a, b) for side in (left, right))]
    pairs = [(a, b) for a, b in pairs if _orders(starts[a], starts[b], *left) & _orders(starts[a], starts[b], *right)]
    if not pairs:
        return False
    near, far = (f(starts[k][bisect_left(starts[k], right[0])] for k in pairs[0]) for f in (min, max))
    if _CUT.search(text, right[0], near) is not None:
        return False
    stop = next((m.start() for m in _CUT.finditer(text, far, right[1])), right[1])
    return not any(map(is_finite, words(text, right[0], stop)))


def _orders(first: list[int], second: list[int], start: int, end: int) -> set[str]:
    """„ISO 9001 od PCBC" -> {"after"}: on which side of the things of one kind those of the other stand."""
    own = first[bisect_left(first, start) : bisect_left(first, end)]
    before, after = _within(second, start, own[0]), _within(second, own[-1], end)
    return ({"before"} if before else set()) | ({"after"} if after else set())


def _bounded(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A text without punctuation in parts of a length that a sentence can have."""
    bounds = [start]
    while end - bounds[-1] > _LONGEST:
        space = text.rfind(" ", bounds[-1] + 1, bounds[-1] + _LONGEST)
        bounds.append(space + 1 if space > bounds[-1] else bounds[-1] + _LONGEST)
    return list(pairwise([*bounds, end]))


def _sentences(text: str, named: list[int], held: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    bounded = (part for sentence in _joined(text, _unbroken(flowing(text), held), named) for part in _bounded(text, *sentence))
    return [part for sentence in bounded for part in _stops(text, *sentence)]


def _unbroken(sentences: Iterable[tuple[int, int]], held: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """„… dyrektor Polskiej Izby Handlu Zagranicznego | - Certyfikacja Sp. z o.o.": one sentence, since the name goes on."""
    last: tuple[int, int] | None = None
    starts = [start for start, _ in held]
    for start, end in sentences:
        index = bisect_right(starts, start) - 1
        if last is not None and index >= 0 and held[index][0] < last[1] and held[index][1] > start:
            last = (last[0], end)
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last


def _joined(text: str, sentences: Iterable[tuple[int, int]], named: list[int]) -> Iterator[tuple[int, int]]:
    """„… nadało 1 czerwca 2010 r. | Urzędowi Miasta certyfikat": what is named behind „r." without a verb goes on with it."""
    last: tuple[int, int] | None = None
    for start, end in sentences:
        broken = last is not None and _YEAR_END.search(text, max(last[0], last[1] - _YEAR), last[1]) is not None
        if last is not None and broken and "\n" not in text[last[1] : start] and _goes_on(text, start, end, named):
            last = (last[0], end)
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last


def _goes_on(text: str, start: int, end: int, named: list[int]) -> bool:
    own = words(text, start, end) if end - start < _LONGEST else []
    opens = text[start] == "(" or _within(named, start, start + 1) or (bool(own) and _is_oblique(own[0].form))
    return opens and bool(own) and not any(map(is_finite, own))


def _is_oblique(form: str) -> bool:
    """„przyznał 2 marca 2022 r. | [Akademii] …": a case in which no sentence begins."""
    return form[0].isupper() and bool(cases(form)) and "nom" not in cases(form)


def _stops(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """„… przy ul. Zjazdowej 8. Trwają …": a point behind a number ends a sentence where both sides have a verb."""
    spans, low = [], start
    for stop in _STOP.finditer(text, start, end):
        sides = (words(text, low, stop.start()), words(text, stop.end(), end))
        told = all(any(map(is_finite, side)) for side in sides)
        if told and (
            _opens(sides[1][0].form)
            or _is_subject(text, *sides)
            or _EDITION_END.search(text, max(low, stop.start() - _EDITION), stop.start())
        ):
            spans.append((low, stop.end()))
            low = stop.end()
    return [*spans, (low, end)]


def _opens(form: str) -> bool:
    """„… w 2010 r. [Po] audycie", not „… w 2010 r. [Urzędowi] Miasta": behind „r." names begin with capitals too."""
    return not form[0].isupper() or any(r.pos in _FUNCTION for r in morph.analyse(form.lower()))


def _is_subject(text: str, before: list[Word], behind: list[Word]) -> bool:
    """„Wydano go w 2019 r. [PRS] sprawdzał …": a name that is no oblique case, between two clauses with verbs of their own."""
    breaks = [m.end() for m in _PIECE.finditer(text, before[0].start, behind[-1].end)]
    low = max((b for b in breaks if b <= before[-1].start), default=0)
    high = min((b for b in breaks if b > behind[0].start), default=behind[-1].end)
    sides = ([w for w in before if w.start >= low], [w for w in behind if w.start < high])
    oblique = cases(behind[0].form) and "nom" not in cases(behind[0].form)
    return not oblique and all(any(map(is_finite, side)) for side in sides)


_PIECE = re.compile(r"[,;:–—(]")


def _offices_apart(text: str, left: tuple[int, int], right: tuple[int, int], offices: list[int]) -> bool:
    """„Urząd Gminy w Lipie ma ISO 9001, a Urząd Gminy w Dębie ubiega się o niego"."""
    both = _within(offices, *left) and _within(offices, *right)
    return both and all(any(map(is_finite, words(text, *side))) for side in (left, right))


def _verbs_apart(text: str, start: int, end: int, standards: list[int]) -> list[tuple[int, int]]:
    """„posiada ISO 9001 i stara się o ISO 14001": cut at „i" with a verb and a standard on both sides."""
    if bisect_left(standards, end) - bisect_left(standards, start) < _TWO:
        return [(start, end)]
    verbs = [w.start for w in words(text, start, end) if is_finite(w)]
    for cut in _AND.finditer(text, start, end):
        left = _within(verbs, start, cut.start()) and _within(standards, start, cut.start())
        named = standards[bisect_left(standards, cut.end()) :][:1]
        if left and named and named[0] < end and _within(verbs, cut.end(), named[0]):
            return [(start, cut.start()), (cut.start() + 1, end)]
    return [(start, end)]
