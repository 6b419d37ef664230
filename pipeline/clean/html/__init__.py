"""„<html>…<div id="tresc">": the article of an HTML page, line by line, and what was left out."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from pipeline.clean.boilerplate import classify
from pipeline.clean.draft import Draft, DraftBlock
from pipeline.clean.furniture.tables import is_table
from pipeline.clean.html.authors import marked_authors
from pipeline.clean.html.choose import chosen
from pipeline.clean.html.declared import address, stated_site, words
from pipeline.clean.html.display import display_line, heading_above, is_logo, named_line
from pipeline.clean.html.elements import INVISIBLE
from pipeline.clean.html.hollow import without_empty_sections
from pipeline.clean.html.layout import unwrap_layout_forms, unwrap_layout_tables
from pipeline.clean.html.page import Page
from pipeline.clean.html.parse import parse
from pipeline.clean.html.prune import blank, furniture
from pipeline.clean.html.published import marked_date, printed_date
from pipeline.clean.html.region import article
from pipeline.clean.html.segment import printed, segment
from pipeline.clean.html.structured import read_structured
from pipeline.clean.html.title import declared_titles, headline, leading_heading, title_of
from pipeline.clean.html.visible import visible_lines
from pipeline.clean.html.wrapped import join_wrapped
from pipeline.clean.mojibake import repair
from pipeline.clean.plain.authors import find_authors
from pipeline.schema import Dropped

if TYPE_CHECKING:
    from pipeline.clean.boilerplate import Verdict
    from pipeline.clean.html.region import Choice
    from pipeline.clean.html.segment import Segment
    from pipeline.clean.plain.wrap import Unit
    from pipeline.schema import Source

__all__ = ["extract"]


def extract(source: Source) -> Draft:
    """„<h1>Certyfikat dla urzędu</h1><p>…": headline, authors, date and lines of a page.

    Args:
        source: a page, decoded.

    Returns:
        A draft; one without blocks where the page has no running text. Every visible line of the page is either a block or
        among ``dropped``, with its order on the page and a reason: what an element's name says (data/prune.toml), "repeated"
        or "not_main". Never raises on any input.
    """
    root = parse(repair(source.content))
    if root is None:
        return Draft()
    elements = list(root.iter())
    structured = read_structured(root)
    titles = declared_titles(root, structured.headline or source.title)
    unwrap_layout_tables(root)
    unwrap_layout_forms(root)
    names = furniture(root)
    page = Page(root, elements, names, segment(root, names), structured)
    line = headline(page.own, titles, source.site) or named_line(page.own)
    url = source.url or address(root)
    site = stated_site(root, titles, [item.text for item in page.segments if item.reason in words("frame")])
    date, writers = marked_date(page, line), marked_authors(page)
    choice = _choose(page, line)
    kept = [item for item in page.segments if item.index in choice.kept]
    if line is not None and is_logo(line, page.own, kept):
        choice.kept.discard(line.index)
        kept, line, titles = [item for item in kept if item is not line], None, []
    line = line or leading_heading(kept)
    title = title_of(titles, line, source.site)
    if line is None and (line := heading_above(page.own, kept, title)) is not None:
        choice.kept.add(line.index)
        kept, title = [line, *kept], line.text
    if line is None and (line := display_line(kept, title)) is not None:
        title = line.text
    kept = _without_furniture(join_wrapped(kept), choice, title, url)
    kept = without_empty_sections(kept, page.segments, choice, line)
    units, verdicts = visible_lines(page, choice, line)
    cells = {kept[i].index + 1 for i in _data_cells(kept)}
    published, evidence = date if date[0] else printed_date(units, verdicts, line, url, cells)
    return Draft(
        title=title,
        authors=writers or _signers(units, verdicts, title, kept),
        published=published,
        published_from=evidence,
        url=url,
        site=site,
        blocks=[_block(item, line) for item in kept],
        dropped=[_dropped(item, choice) for item in page.segments if item.index not in choice.kept],
    )


def _signers(units: list[Unit], verdicts: list[Verdict], title: str | None, kept: list[Segment]) -> list[str]:
    """„<blockquote>…</blockquote><p>Ewa Kos, sekretarz gminy</p>": who is named below a quotation said it and signs nothing."""
    said = {item.index + 1 for before, item in pairwise(kept) if before.kind == "quote"}
    own = [(unit, verdict) for unit, verdict in zip(units, verdicts, strict=True) if unit.line not in said]
    return find_authors([unit for unit, _ in own], [verdict for _, verdict in own], title)


def _choose(page: Page, line: Segment | None) -> Choice:
    blank(page.furniture)
    blank(element for element in page.elements if element.tag in INVISIBLE and element.tag != "head")
    own = page.own
    return article(page.root, own, chosen(page.root, own), line)


def _without_furniture(kept: list[Segment], choice: Choice, title: str | None, url: str | None) -> list[Segment]:
    """„Dodaj komentarz", „fot. Jan Kowalski": portals leave furniture in the body too, which only its words give away."""
    typed = {i for i, item in enumerate(kept) if "/pre" in item.path}
    verdicts = classify([printed(item) for item in kept], title=title, url=url, table=_data_cells(kept) | typed, chosen=True)
    for item, verdict in zip(kept, verdicts, strict=True):
        if not verdict.keep:
            choice.kept.discard(item.index)
            choice.reasons[item.index] = verdict.reason or "blank"
    return [item for item, verdict in zip(kept, verdicts, strict=True) if verdict.keep]


def _data_cells(kept: list[Segment]) -> set[int]:
    """„<td>Norma</td><td>Ważny do</td>": places in the list of the cells of tables of data, told from layout by their rows."""
    found: set[int] = set()
    for table, cells in groupby(enumerate(kept), key=lambda pair: _table_of(pair[1])):
        inside = list(cells)
        rows = [list(row) for _, row in groupby(inside, key=lambda pair: pair[1].path.rpartition("/")[0])]
        if table is None:
            continue
        if is_table([[item.text for _, item in row] for row in rows]) or _is_headed(
            [[item for _, item in row] for row in rows]
        ):
            found.update(i for i, _ in inside)
    return found


def _is_headed(rows: list[list[Segment]]) -> bool:
    """„<tr><th>Wydział</th><th>Zakres</th></tr>": a row of header cells over rows of words, unlike a calendar's days."""
    head, *body = rows
    cells = [item.text for row in body for item in row]
    worded = sum(sum(map(str.isalpha, text)) > 2 for text in cells)
    return len(head) > 1 and all(item.parent.tag == "th" for item in head) and len(body) > 1 and 3 * worded > len(cells)


def _table_of(item: Segment) -> str | None:
    if item.kind != "cell":
        return None
    table, _, rest = item.path.rpartition("/table")
    return table + rest.partition("/")[0]


def _block(item: Segment, line: Segment | None) -> DraftBlock:
    return DraftBlock(
        kind="title" if line is not None and item.index == line.index else item.kind,
        text=item.text,
        marker=item.marker,
        path=item.path,
        line=item.index + 1,
    )


def _dropped(item: Segment, choice: Choice) -> Dropped:
    usual = "caption" if item.kind == "caption" else "not_main"
    return Dropped(text=printed(item), reason=item.reason or choice.reasons.get(item.index, usual), line=item.index + 1)
