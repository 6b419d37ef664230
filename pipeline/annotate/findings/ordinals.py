"""Findings counted in running text: „Sformułowano dwa spostrzeżenia: pierwsze mówi o szkoleniach, drugie – o archiwum"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.findings import chain
from pipeline.annotate.findings.lexicon import context_words
from pipeline.values.enumeration.extent import trimmed

if TYPE_CHECKING:
    from pipeline.values.enumeration import Span
    from pipeline.values.phrase import Word


_DASHES = frozenset({"–", "-", "—", ":"})


def _ordinal(text: str, inside: list[Word], i: int) -> bool:
    """„pierwsze", „, drugie", „, a trzecia": a numeral that opens a clause."""
    if not inside[i].keys & context_words("ordinals"):
        return False
    first = i - 1 if i and inside[i - 1].form.lower() in {*context_words("contrasting"), "po"} else i
    return first == 0 or any(c in text[inside[first - 1].end : inside[first].start] for c in ",;:.")


def opens_with_ordinal(text: str, sentence: list[Word]) -> bool:
    """„Pierwsza dotyczyła …": whether a sentence goes on with what the one before counted."""
    return bool(sentence) and _ordinal(text, sentence, 0)


def behind_ordinal(sentence: list[Word]) -> int | None:
    """„Po drugie, umowy podpisano po terminie." -> 2: where the words begin that such a sentence counts; else None."""
    forms = [w.form.lower() for w in sentence[:2]]
    listed = len(sentence) > len(forms) == 2 and forms[0] == "po" and f"po {forms[1]}" in context_words("counting")
    return 2 if listed else None


def _said(text: str, part: list[Word], *, listed: bool) -> int | None:
    """Where the finding begins in „drugie zaś – że rejestr …": behind „że", else behind the dash, „dotyczy", „mówi o".

    Behind „po drugie" (``listed``) it begins at once.
    """
    if listed:
        return 1 if len(part) > 1 else None
    that = next((n for n, w in enumerate(part) if w.form.lower() in {"że", "iż"}), None)
    if that is not None:
        return that + 1
    n = 1
    while n < len(part) and (
        part[n].form.lower() in context_words("contrasting") or part[n].keys & context_words("concerning")
    ):
        n += 1
    dash = n < len(part) and any(c in text[part[n - 1].end : part[n].start] for c in "–—-")
    spoken = any(w.keys & context_words("concerning") for w in part[1:n])
    if n < len(part) and spoken and chain.preposition_cases(part[n]):
        n += 1
    return n if n < len(part) and (dash or spoken) else None


def _printed(text: str, inside: list[Word], end: int) -> list[Span]:
    """„nr 1 – brak zapisów, nr 2 – stare szafy" -> two spans: what is counted in digits behind „nr"."""
    places = [
        i
        for i in range(len(inside) - 2)
        if inside[i].form.lower() == "nr"
        and inside[i + 1].form.isdigit()
        and text[inside[i + 1].end : inside[i + 2].start].strip() in _DASHES
    ]
    if len(places) < 2 or places[0]:
        return []
    stops = [*places[1:], len(inside)]
    ends = [inside[s - 1].end if s < len(inside) else end for s in stops]
    return [trimmed(text, inside[a + 2].start, b) for a, b in zip(places, ends, strict=True)]


def counted(text: str, inside: list[Word], end: int) -> list[Span]:
    """„pierwsze mówiło o tym, że A, drugie zaś – że B" -> two spans; none where fewer than two are counted.

    Args:
        text: the article.
        inside: the words behind the colon, or of the next sentence.
        end: one past the last character.
    """
    printed = _printed(text, inside, end)
    if printed:
        return printed
    places = [i for i in range(len(inside)) if _ordinal(text, inside, i)]
    spans: list[Span] = []
    for n, place in enumerate(places):
        stop = places[n + 1] if n + 1 < len(places) else len(inside)
        joining = {*context_words("contrasting"), "po"}
        while stop - 1 > place and stop < len(inside) and inside[stop - 1].form.lower() in joining:
            stop -= 1
        said = _said(text, inside[place:stop], listed=place > 0 and inside[place - 1].form.lower() == "po")
        if said is not None:
            high = inside[stop - 1].end if stop < len(inside) else end
            spans.append(trimmed(text, inside[place + said].start, high))
    return spans if len(spans) > 1 else []
