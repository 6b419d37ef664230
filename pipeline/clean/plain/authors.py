"""„Tekst: Jan Kowal", „Jan Kowal" alone below a headline, „(jk)": who wrote the text of a dump."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clean.furniture.cells import cell_names
from pipeline.clean.furniture.lines import read_line
from pipeline.clean.furniture.marks import signed_date
from pipeline.clean.furniture.signatures import signatures
from pipeline.clean.labels import bare_initials, first_author, initials, interviewer, is_author_label, signer
from pipeline.clean.people import full_name, names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.clean.boilerplate import Verdict
    from pipeline.clean.furniture.lines import Line
    from pipeline.clean.plain.wrap import Unit

_SKIPPED = {"comments", "calendar", "related", "newsletter", "form"}
_SIGNATORIES = 2
"""people; more names with offices below each other are a list, not who signed"""
_LEAD_LINES = 6
"""lines; who leads an interview is named in its lead"""
_COURTESY = frozenset({"pan", "pani", "państwo"})
"""„Pan Jan Kos" on a line of its own is to whom a letter goes; nobody signs so"""


def find_authors(units: Sequence[Unit], verdicts: Sequence[Verdict], title: str | None) -> list[str]:
    """„Tekst i foto:" and a name, else a byline, an interviewer, a signature with an office, else initials.

    Args:
        units: the lines.
        verdicts: what became of each.
        title: the page's title, to repair names that an alternative text was inserted into.
    """
    own = [(unit.text if v.keep else unit.columns, v) for unit, v in zip(units, verdicts, strict=True)]
    own = [(text, v) for text, v in own if v.reason not in {"blank"} | _SKIPPED]
    labelled = first_author([text for text, verdict in own if not verdict.keep], title)
    signed = next((found for text, verdict in reversed(own) if verdict.keep and (found := signer(text))), [])
    return labelled or signed or _byline(own) or _interviewer(own) or _signature(own) or _initials(own)


def _byline(own: list[tuple[str, Verdict]]) -> list[str]:
    """Before the first running text or behind the last: a name in the middle belongs to a quoted piece."""
    body = [at for at, (_, verdict) in enumerate(own) if verdict.keep and verdict.rule != "headline"]
    body = [at for at in body if _is_text(own[at][0])] or body
    for at, (text, verdict) in enumerate(own):
        people = _people(text, verdict)
        if not people:
            continue
        if not body or body[0] < at < body[-1] or (at and _names_editor(own[at - 1])):
            continue
        return people
    return []


def _people(text: str, verdict: Verdict) -> list[str]:
    """Who is named on a line of names, or beside a date."""
    if verdict.reason not in {"byline", "date_line"}:
        return []
    dated = signed_date(text)
    single = dated[0] if dated else full_name(text)
    if dated and not single:
        return []
    return [single] if single else cell_names(text) if verdict.reason == "date_line" else names(text)


def _is_text(text: str) -> bool:
    line = read_line(text)
    return line.prose or line.marker is not None


def _names_editor(above: tuple[str, Verdict]) -> bool:
    """„Opublikował:", „Zdjęcia:" over a name: whoever typed it in or took the pictures did not write it."""
    text, verdict = above
    return verdict.reason in {"credit", "form_label"} and text.endswith(":") and not is_author_label(text)


def _interviewer(own: list[tuple[str, Verdict]]) -> list[str]:
    """„Z Janem Dębem, wójtem gminy, rozmawia Ewa Sowa": over the questions or behind the last answer."""
    kept = [text for text, verdict in own if verdict.keep]
    ends = [*kept[:_LEAD_LINES], *kept[-1:]]
    return next((found for text in ends if (found := interviewer(text))), [])


def _signature(own: list[tuple[str, Verdict]]) -> list[str]:
    """„Jan Kowal" and „rzecznik prasowy" behind the text: who signs with an office is an official and the author."""
    page = [read_line(text) for text, verdict in own if verdict.keep]
    last = max((at for at, line in enumerate(page) if line.prose), default=-1)
    if len(page) <= 2:
        return []
    behind = [signature for signature in signatures(page) if signature.lines[0] > max(last, 0)]
    behind = [signature for signature in behind if signature.name.split(" ", 1)[0].lower() not in _COURTESY]
    if not 0 < len(behind) <= _SIGNATORIES or _introduced(page, behind[0].lines[0]):
        return []
    return list(dict.fromkeys(signature.name for signature in behind))


def _introduced(page: Sequence[Line], at: int) -> bool:
    """„Kontakt:", „Kto nas sprawdzał?" above: the people below are told of, they do not sign."""
    return at > 0 and page[at - 1].ending in {":", "?"}


def _initials(own: list[tuple[str, Verdict]]) -> list[str]:
    """„… zakończył starosta. (mo)", „/ak/" below: at the end of what is kept, below the text, then behind its last sentence."""
    kept = [at for at, (_, verdict) in enumerate(own) if verdict.keep]
    if not kept:
        return []
    texts = [at for at in kept if _is_text(own[at][0])]
    ends = [own[at][0] for at in (kept[-1], *range(kept[-1] + 1, min(kept[-1] + 3, len(own))))]
    lines = [text for at, (text, verdict) in enumerate(own) if texts and at > texts[0] and verdict.reason == "byline"]
    found = [mark for mark in map(initials, ends) if mark] or [mark for text in lines if (mark := _lone_initials(text))]
    if not found and texts:
        found = [mark for at in (texts[-1], kept[-1]) if (mark := _lone_initials(own[at][0]))]
    return found[:1]


def _lone_initials(text: str) -> str | None:
    return initials(text) or bare_initials(text)
