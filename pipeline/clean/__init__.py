"""„Strona główna > Aktualności": a Source becomes an Article, its furniture named and set apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clean.assemble import assemble

if TYPE_CHECKING:
    from pipeline.schema import Article, Failure, Source
    from pipeline.settings import CleanSettings

__all__ = ["clean"]


def clean(source: Source, settings: CleanSettings) -> Article | Failure:
    """„Tekst: …", „Dodaj komentarz": the article of one source, or the reason why it has none.

    Args:
        source: one decoded piece of a dump, HTML or plain text.
        settings: ``min_words`` is the smallest article, in words.

    Returns:
        The cleaned article, or a ``Failure`` with stage "clean" and reason "no_text".
    """
    if source.media == "html":
        from pipeline.clean.html import extract  # noqa: PLC0415 - lxml and trafilatura cost half a second to import
    else:
        from pipeline.clean.plain import extract  # noqa: PLC0415
    return assemble(extract(source), source, settings)
