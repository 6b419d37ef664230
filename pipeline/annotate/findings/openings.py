"""Words with which one finding opens by itself: „Stwierdzono: …", „Stwierdzono, że …", „Wnioskuję o …", „Zaleca się, aby …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.findings.lexicon import book, context_words
from pipeline.text import SPACES
from pipeline.values.enumeration.extent import trimmed
from pipeline.values.phrase import words

if TYPE_CHECKING:
    from pipeline.values.enumeration import Span
    from pipeline.values.phrase import Hit, Word

_S = f"[{SPACES}]"
_SEP = rf"{_S}?:|(?<=\d)(?:\.|{_S}[–—-])(?={_S})|,?{_S}(?:że|iż|aby|by|żeby)(?={_S})"
_SEP += rf"|{_S}(?:o|do)(?={_S})(?!(?:{_S}[^\W_]+){{1,2}}:)"
LEAD = rf"(?P<lead>[^\W\d_]+(?:{_S}[^\W_]+){{0,3}}?)(?P<sep>{_SEP})"
"""one to four words and what parts them from the finding; the shortest lead that is parted is taken"""
_OPENING = re.compile(rf"(?:(?<=[.;:\n])|^)\s{{0,4}}{LEAD}")
_SPEAKS = frozenset({"pri", "imps"})
"""parts of a tag: a letter of a control speaks in the first person or of nobody („wnioskuję", „zalecono")"""


_COUNTED = re.compile(r" (?:nr )?(\d{1,2})[.: ]*$")
"""„Zalecenie nr 2": a label that counts by itself"""


def label_number(text: str, lead: Span) -> int | None:
    """„Zalecenie nr 2:" -> 2: the number that a label prints behind its noun."""
    found = _COUNTED.search(text[lead[0] : lead[1]])
    return int(found[1]) if found else None


class Opening(NamedTuple):
    """The words that open a finding, where the finding begins, and what kind the words make it."""

    lead: Span
    start: int
    kind: str
    rule: str


def label(sentence: list[Word]) -> Hit | None:
    """„Ustalenie", „Wniosek nr 2": a noun that names a finding where nothing but its number stands beside it."""
    hits = book("leads.toml", "label").hits(sentence)
    if not hits:
        return None
    best = max(hits, key=lambda h: len(h.places))
    others = [w for i, w in enumerate(sentence) if i not in best.places]
    if best.rule.options.get("needs") == "number" and not any(w.form.isdigit() for w in others):
        return None
    return best if all(w.form.isdigit() or w.form.lower() == "nr" for w in others) else None


def speaks(lead: Span, text: str, hit: Hit) -> bool:
    """„Wnioskuję o", „Zaleca się, aby": whether the words are the formula of a letter that reports, not a story's sentence."""
    found = words(text, *lead)
    official = "/pri" in found[0].keys or any(key.endswith("/imps") for key in found[0].keys)
    reflexive = len(found) > 1 and found[1].form.lower() == "się" and "/v" in found[0].keys
    return hit.places[0] == 0 and (official or reflexive)


def fits(separator: str, lead: Span, text: str, hit: Hit) -> bool:
    """Whether what parts lead and finding belongs to the words: a colon to all, „że" and „o" only to formulas of letters."""
    kind = separator.strip(SPACES + ",")
    if kind == ":":
        return True
    if kind in {".", "–", "—", "-"}:  # „Zalecenie 1. Sporządzić spis."
        return bool(words(text, *lead)[0].keys & context_words("single"))
    if not speaks(lead, text, hit):
        return False
    if kind in {"o", "do"}:
        return hit.rule.kind == "recommendation"
    return (kind in {"że", "iż"}) == (hit.rule.kind != "recommendation")


def openings(text: str, start: int, end: int) -> list[Opening]:
    """„Stwierdzono, że brak spisu. Wnioskuję o spis." -> two openings.

    Args:
        text: the article.
        start: first character to read, of an item of a list.
        end: one past the last character to read.
    """
    found: list[Opening] = []
    for match in _OPENING.finditer(text[start:end]):
        lead = (start + match.start("lead"), start + match.end("lead"))
        hits = book("leads.toml", "lead").hits(words(text, *lead))
        hit = hits[-1] if hits else label(words(text, *lead))
        if hit and hit.rule.kind != "none" and fits(match["sep"], lead, text, hit):
            rule = hit.rule
            said = lead if match["sep"].endswith(":") else (lead[0], start + match.end())
            found.append(Opening(said, start + match.end(), rule.kind, rule.id))
    return found


def opened(text: str, start: int, end: int) -> list[tuple[Opening, Span]]:
    """Every opening of ``text[start:end]`` with the characters up to the next one, where there are any."""
    found = openings(text, start, end)
    spans = [trimmed(text, o.start, found[n + 1].lead[0] if n + 1 < len(found) else end) for n, o in enumerate(found)]
    return [(o, span) for o, span in zip(found, spans, strict=True) if span[0] < span[1]]
