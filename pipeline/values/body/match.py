"""Names of bodies in running text: „POLSKIEGO CENTRUM BADAN I CERTYFIKACJI S.A.", „PIHZ „Certyfikacja"", „UDT-CERT"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipeline.text import DASHES, fold
from pipeline.values.body.legal import legal_tail
from pipeline.values.body.register import WITHOUT_SIGNS, Body, acronyms, names, names_with_signs
from pipeline.values.trie import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.values.trie import Hit, Word


class FoundBody(NamedTuple):
    """„Polskiemu Rejestrowi Statków S.A.": where a body is named, which it is, and whether by an acronym only."""

    start: int
    end: int
    body: Body
    short: bool


def find_bodies(text: str) -> list[FoundBody]:
    """Every body of the register that the text names, in text order, without overlaps; the longer name wins.

    Capitals, diacritics, quotes, dashes, double spaces and one line break inside a full name do not matter; acronyms have to
    be printed in their own letters as whole words. A legal form that follows belongs to the span.
    """
    folded = fold(text)
    low, printed = words_of(folded), words_of(text)
    found = [f for hit in names().find(text, low) if (f := _named(text, low, hit)) is not None]
    spaced = text.translate(WITHOUT_SIGNS)  # as many characters: offsets hold
    found += [f for hit in names_with_signs().find(spaced, low) if (f := _named(text, low, hit)) is not None]
    found += [f for hit in acronyms().find(text, printed) if (f := _abbreviated(text, printed, hit)) is not None]
    kept: list[FoundBody] = []
    for body in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or body.start >= kept[-1].end:
            kept.append(body)
        elif body.end - body.start > kept[-1].end - kept[-1].start:
            kept[-1] = body
    return kept


def _in_address(text: str, start: int, end: int) -> bool:
    """„www.pcbc.gov.pl", „biuro@PCBC.pl", „foto_PCBC.jpg": letters that are no name."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    glued = bool(after[:1]) and after[0] in "._/@" and after[1:].islower() and after[1:].isalnum()
    return before[-1:] in {"@", "/", "_"} or (before[-1:] == "." and before[:1].isalnum()) or glued


def _named(text: str, words: Sequence[Word], hit: Hit[Body]) -> FoundBody | None:
    start, end = words[hit.first].start, words[hit.last - 1].end
    body = hit.payload[0]
    if _in_address(text, start, end) or not (text[start].isupper() or text[start].isdigit() or body.lower):
        return None
    end = legal_tail(text, end + (text[end : end + 1] in {"”", '"', "»", "“"}))
    return FoundBody(start, end, body, short=False)


def _abbreviated(text: str, words: Sequence[Word], hit: Hit[Body]) -> FoundBody | None:
    start, end = words[hit.first].start, words[hit.last - 1].end
    gaps = (text[a.end : b.start] for a, b in zip(words[hit.first : hit.last], words[hit.first + 1 : hit.last], strict=False))
    if _in_address(text, start, end) or any(gap.strip(f" \u00a0{DASHES}") for gap in gaps):
        return None
    return FoundBody(start, legal_tail(text, end), hit.payload[0], short=True)
