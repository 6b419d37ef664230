"""„Tekst: Jan Kowal", „Jan Kowal" alone below a headline, „(jk)": who wrote the text of a dump."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clean.furniture.marks import signed_date
from pipeline.clean.labels import first_author, initials, is_author_label
from pipeline.clean.people import full_name, is_office, names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.clean.boilerplate import Verdict
    from pipeline.clean.plain.wrap import Unit

_SKIPPED = {"comments", "calendar", "related", "newsletter", "form"}
_SIGNATURE_LINES = 4


def find_authors(units: Sequence[Unit], verdicts: Sequence[Verdict], title: str | None) -> list[str]:
    """„Tekst i foto:" and a name, else a byline, else a signature with an office, else initials.

    Args:
        units: the lines.
        verdicts: what became of each.
        title: the page's title, to repair names that an alternative text was inserted into.
    """
    own = [
        (unit.text if v.keep else unit.columns, v)
        for unit, v in zip(units, verdicts, strict=True)
        if v.reason not in {"blank"} | _SKIPPED
    ]
    labelled = first_author([text for text, verdict in own if not verdict.keep], title)
    return labelled or _byline(own) or _signature(own) or _initials(own)


def _byline(own: list[tuple[str, Verdict]]) -> list[str]:
    """Before the first running text or behind the last: a name in the middle belongs to a quoted piece."""
    body = [at for at, (_, verdict) in enumerate(own) if verdict.keep and verdict.rule != "headline"]
    for at, (text, verdict) in enumerate(own):
        if verdict.reason != "byline" or not body or body[0] < at < body[-1] or (at and _names_editor(own[at - 1])):
            continue
        dated = signed_date(text)
        single = dated[0] if dated else full_name(text)
        return [single] if single else names(text)
    return []


def _names_editor(above: tuple[str, Verdict]) -> bool:
    """„Opublikował:", „Zdjęcia:" over a name: whoever typed it in or took the pictures did not write it."""
    text, verdict = above
    return verdict.reason in {"credit", "form_label"} and text.endswith(":") and not is_author_label(text)


def _signature(own: list[tuple[str, Verdict]]) -> list[str]:
    """„Jan Kowal" and „rzecznik prasowy" at the end: who signs with an office is an official and the author."""
    kept = [text for text, verdict in own if verdict.keep]
    if len(kept) <= 2:
        return []
    ending = kept[-_SIGNATURE_LINES:]
    for at, line in enumerate(ending):
        name = full_name(line)
        beside = ending[at + 1 : at + 2] + ending[max(0, at - 1) : at]
        introduced = at > 0 and ending[at - 1].endswith(":")
        if name and not introduced and any(is_office(other) and len(other.split()) <= 12 for other in beside):
            return [name]
        before, _, after = line.partition(",")
        if len(line.split()) <= 10 and not line.endswith(".") and is_office(after.strip()) and full_name(before):
            return [full_name(before) or before]
    return []


def _initials(own: list[tuple[str, Verdict]]) -> list[str]:
    kept = [at for at, (_, verdict) in enumerate(own) if verdict.keep]
    ends = [own[kept[-1]][0], *(text for text, _ in own[kept[-1] + 1 : kept[-1] + 3])] if kept else []
    found = next((mark for mark in map(initials, ends) if mark), None)
    return [found] if found else []
