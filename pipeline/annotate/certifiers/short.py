"""„TÜV Rheinland Polska … auditor TÜV", „Det Norske Veritas (DNV) … audytor DNV": two printed names of one body."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.annotate.base import add_span, chars_of, replace_spans, spans_of, value_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_KIND = "certifiers"
_BRACKET = 3
"""characters between a name and its acronym in brackets"""


def unite(doc: Doc) -> None:
    """Gives the short form of a body the name that the article gives the body in full.

    The register may know „DNV" and „Det Norske Veritas" as two names; where the article puts one in brackets behind the other,
    or where „TÜV" begins the name of exactly one body of the article, they are one.
    """
    spans = spans_of(doc, _KIND)
    names = list(dict.fromkeys(str(value_of(s)["name"]) for s in spans))
    known = _bracketed(doc.text, spans) | _beginnings(names)
    if not known:
        return
    full = {str(value_of(s)["name"]): value_of(s) for s in spans}
    changed = [s for s in spans if str(value_of(s)["name"]) in known]
    replace_spans(doc, _KIND, [s for s in spans if str(value_of(s)["name"]) not in known])
    for span in changed:
        add_span(doc, _KIND, *chars_of(span), full[known[str(value_of(span)["name"])]], f"{span.id_}.short")


def _bracketed(text: str, spans: list[Span]) -> dict[str, str]:
    """„Det Norske Veritas (DNV)" -> {"DNV": "Det Norske Veritas"}."""
    found: dict[str, str] = {}
    for first, second in pairwise(spans):
        end, start = chars_of(first)[1], chars_of(second)[0]
        one, other = str(value_of(first)["name"]), str(value_of(second)["name"])
        if one != other and end < start <= end + _BRACKET and text[end:start].strip() == "(":
            found.setdefault(other, one)
    return {short: long for short, long in found.items() if long not in found}


def _beginnings(names: list[str]) -> dict[str, str]:
    """„TÜV" beside „TÜV Rheinland Polska" -> {"TÜV": "TÜV Rheinland Polska"}; beside two such bodies it stays itself."""
    longer = {short: [n for n in names if n.startswith(short + " ")] for short in names}
    return {short: found[0] for short, found in longer.items() if len(found) == 1}
