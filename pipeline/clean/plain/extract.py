"""„Imieniny: …", „Urząd z certyfikatem", „Tekst: Jan Kowal": a plain-text dump becomes a draft."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.clean.boilerplate import Verdict, classify
from pipeline.clean.characters import tidy_line, unify_breaks
from pipeline.clean.draft import Draft
from pipeline.clean.mojibake import repair
from pipeline.clean.plain.authors import find_authors
from pipeline.clean.plain.blocks import build_blocks
from pipeline.clean.plain.glue import is_short, trim_image_names, trim_place
from pipeline.clean.plain.published import find_published
from pipeline.clean.plain.settle import settle
from pipeline.clean.plain.wrap import Unit, unwrap
from pipeline.clean.sites import is_section, stated_headline
from pipeline.schema import Dropped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.clean.site_lines import SiteLines
    from pipeline.schema import Source


def extract(source: Source, site_lines: SiteLines | None = None) -> Draft:
    """„Urząd z certyfikatem", „1) sprawna obsługa,", „Drukuj": the article of one plain-text dump, in parts.

    Double encoding is repaired, invisible characters are settled, lines broken in mid sentence are joined; then every line is
    classified by rules and, where they do not know it, by the line model; headline, authors and date are read from kept and
    dropped lines, a headline that the text lacks from the title that the dump's owner recorded. A line that is kept is kept
    whole, names of image files in front of it included: only the headline loses them, to ``dropped``.
    """
    printed = unify_breaks(repair(source.content)).split("\n")
    units = _shown(unwrap([tidy_line(line) for line in printed]), printed)
    lines = [unit.printed or unit.text for unit in units]
    frame = site_lines.frame(source, [unit.text for unit in units]) if site_lines else ()
    verdicts = settle(lines, classify(lines, title=source.title, url=source.url, frame=frame))
    units, cut = _bare_headline(units, verdicts)
    verdicts, headline = _headline(units, verdicts, stated_headline(source.title, source.site))
    published, published_from = find_published(units, verdicts)
    return Draft(
        title=headline,
        authors=find_authors(units, verdicts, headline or source.title),
        published=published,
        published_from=published_from,
        blocks=build_blocks(units, verdicts),
        dropped=[*cut, *_dropped(units, verdicts)],
    )


def _shown(units: Sequence[Unit], printed: Sequence[str]) -> list[Unit]:
    """Every unit with what the rules look at: the line with its gaps, or the text behind names of image files.

    A place in front of a line goes where it has a line of its own elsewhere on the page.
    """
    short = {unit.text for unit in units if is_short(unit.text)}
    shown: list[Unit] = []
    for unit in units:
        text = trim_place(unit.text, short)
        bare = trim_image_names(text)
        whole = unit.lines == 1 and bare == unit.text
        shown.append(replace(unit, text=text, printed=printed[unit.line - 1] if whole else bare if bare != text else ""))
    return shown


def _headline(units: Sequence[Unit], verdicts: list[Verdict], stated: str | None) -> tuple[list[Verdict], str | None]:
    """The headline as printed; where there is none, or only „Aktualności", the one that the dump's owner recorded."""
    at = next((at for at, verdict in enumerate(verdicts) if verdict.rule == "headline"), None)
    if at is None:
        return verdicts, stated
    if stated is None or not is_section(units[at].text):
        return verdicts, units[at].text
    return [*verdicts[:at], Verdict(keep=False, reason="menu", rule="headline.section"), *verdicts[at + 1 :]], stated


def _bare_headline(units: Sequence[Unit], verdicts: Sequence[Verdict]) -> tuple[list[Unit], list[Dropped]]:
    """„ratusz_2011Remont ratusza" as headline -> „Remont ratusza", and „ratusz_2011" among what was dropped."""
    found = list(units)
    cut: list[Dropped] = []
    for at, (unit, verdict) in enumerate(zip(units, verdicts, strict=True)):
        bare = trim_image_names(unit.text)
        if verdict.rule == "headline" and bare != unit.text:
            found[at] = replace(unit, text=bare)
            cut.append(Dropped(text=unit.text.removesuffix(bare).strip(), reason="photo", line=unit.line))
    return found, cut


def _dropped(units: Sequence[Unit], verdicts: Sequence[Verdict]) -> list[Dropped]:
    return [
        Dropped(text=unit.text, reason=verdict.reason, line=unit.line)
        for unit, verdict in zip(units, verdicts, strict=True)
        if not verdict.keep and verdict.reason not in {None, "blank"} and verdict.reason is not None
    ]
