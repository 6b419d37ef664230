"""„Imieniny: …", „Urząd z certyfikatem", „Tekst: Jan Kowal": a plain-text dump becomes a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clean.boilerplate import classify
from pipeline.clean.characters import tidy_line, unify_breaks
from pipeline.clean.draft import Draft
from pipeline.clean.mojibake import repair
from pipeline.clean.plain.authors import find_authors
from pipeline.clean.plain.blocks import build_blocks
from pipeline.clean.plain.glue import is_short, trim_image_names, trim_place
from pipeline.clean.plain.published import find_published
from pipeline.clean.plain.settle import settle
from pipeline.clean.plain.wrap import Unit, unwrap
from pipeline.schema import Dropped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.clean.boilerplate import Verdict
    from pipeline.clean.site_lines import SiteLines
    from pipeline.schema import Source


def extract(source: Source, site_lines: SiteLines | None = None) -> Draft:
    """„Urząd z certyfikatem", „1) sprawna obsługa,", „Drukuj": the article of one plain-text dump, in parts.

    Double encoding is repaired, invisible characters are settled, lines broken in mid sentence are joined; then every line is
    classified by rules and, where they do not know it, by the line model; headline, authors and date are read from kept and
    dropped lines.
    """
    printed = unify_breaks(repair(source.content)).split("\n")
    units = _trimmed(unwrap([tidy_line(line) for line in printed]), printed)
    lines = [unit.printed or unit.text for unit in units]
    frame = site_lines.frame(source, [unit.text for unit in units]) if site_lines else ()
    verdicts = settle(lines, classify(lines, title=source.title, url=source.url, frame=frame))
    headline = next((unit.text for unit, verdict in zip(units, verdicts, strict=True) if verdict.rule == "headline"), None)
    published, published_from = find_published(units, verdicts)
    return Draft(
        title=headline,
        authors=find_authors(units, verdicts, headline or source.title),
        published=published,
        published_from=published_from,
        blocks=build_blocks(units, verdicts),
        dropped=_dropped(units, verdicts),
    )


def _trimmed(units: Sequence[Unit], printed: Sequence[str]) -> list[Unit]:
    """Names of image files and places that scraping stuck to the text are taken off."""
    short = {unit.text for unit in units if is_short(unit.text)}
    trimmed = [(unit, trim_place(trim_image_names(unit.text), short)) for unit in units]
    return [
        Unit(text, unit.line, unit.lines, printed[unit.line - 1] if unit.lines == 1 and text == unit.text else "")
        for unit, text in trimmed
    ]


def _dropped(units: Sequence[Unit], verdicts: Sequence[Verdict]) -> list[Dropped]:
    return [
        Dropped(text=unit.text, reason=verdict.reason, line=unit.line)
        for unit, verdict in zip(units, verdicts, strict=True)
        if not verdict.keep and verdict.reason not in {None, "blank"} and verdict.reason is not None
    ]
