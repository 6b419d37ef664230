"""„Strona główna > Aktualności": a Source becomes an Article, its furniture named and set apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clean.assemble import assemble
from pipeline.clean.furniture.lines import turn_page

if TYPE_CHECKING:
    from pipeline.clean.site_lines import SiteLines
    from pipeline.schema import Article, Failure, Source
    from pipeline.settings import CleanSettings

__all__ = ["clean"]


def clean(source: Source, settings: CleanSettings, site_lines: SiteLines | None = None) -> Article | Failure:
    """„Tekst: …", „Dodaj komentarz": the article of one source, or the reason why it has none.

    Args:
        source: one decoded piece of a dump, HTML or plain text.
        settings: ``min_words`` is the smallest article, in words.
        site_lines: what the sites of a dump repeat on their pages, for plain text.

    Returns:
        The cleaned article, or a ``Failure`` with stage "clean" and reason "no_text".
    """
    turn_page()
    if source.media == "html":
        from pipeline.clean.html import extract  # noqa: PLC0415 - lxml and trafilatura cost half a second to import

        return assemble(extract(source), source, settings)
    from pipeline.clean.plain import extract as extract_plain  # noqa: PLC0415

    return assemble(extract_plain(source, site_lines), source, settings)
