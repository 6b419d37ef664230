"""„extract": what ``import pipeline`` offers for one text or many, without files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.read import from_string
from pipeline.run.extractor import Extractor
from pipeline.run.reading import NoArticleError, article_of, source_of
from pipeline.run.stream import sources
from pipeline.schema import Failure
from pipeline.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipeline.schema import Record, Source


@lru_cache(maxsize=2)
def _extractor(model: str) -> Extractor:
    """Loading takes seconds, so the last two models stay."""
    return Extractor(Settings(model=model))


def extract(text_or_html: str, url: str | None = None, published: str | date | None = None, *, model: str = "auto") -> Record:
    """„Urząd Miasta uzyskał certyfikat ISO 9001" -> its record: place, organizations, standards, certificates …

    The model is loaded with the first call and kept. ``pipeline.to_json(record)`` gives plain dicts and lists,
    ``pipeline.show(record)`` a coloured page.

    Args:
        text_or_html: a page's HTML or its text as scraped.
        url: where it was scraped.
        published: publication date where you know it, a date or EDTF; dates without a year are resolved against it.
        model: auto, shipped, pl_core_news_sm, none or a path.

    Raises:
        NoArticleError: there is no article in it, or a stage failed over it; ``error.failure`` says why.
        ModelNotFoundError: the model is not there.
    """
    result = _extractor(model).record(article_of(source_of(text_or_html, url, published)))
    if isinstance(result, Failure):
        raise NoArticleError(result)
    return result


Item = str | Path | Mapping[str, Any]


def extract_many(items: Iterable[Item], *, model: str = "auto") -> Iterator[Record | Failure]:
    """Records of many texts, one after the other, exact duplicates linked; a text without an article gives a ``Failure``.

    Args:
        items: texts or pages as strings; mappings with ``text`` (or ``html``) and perhaps ``url`` and ``published``, as
            ``frame.to_dict("records")`` gives them, empty cells among them; paths of files and folders, which are read as
            ``magistrat extract`` reads them and may hold many articles.
        model: auto, shipped, pl_core_news_sm, none or a path.

    Raises:
        ModelNotFoundError: the model is not there.
        TypeError: an item is none of these.
    """
    return _extractor(model).records(_sources(items))


def _cell(item: Mapping[str, object], name: str) -> str | None:
    """„Urząd …" or date(2021, 5, 4): a value of a data frame's row; None, NaN and what else is no text are empty."""
    value = item.get(name)
    if isinstance(value, date):
        return value.isoformat()[:10]
    return value if isinstance(value, str) else None


def _sources(items: Iterable[Item]) -> Iterator[Source | Failure]:
    for item in items:
        if isinstance(item, str):
            yield from_string(item)
        elif isinstance(item, Path):
            yield from sources([item], Settings().read)
        elif isinstance(item, Mapping) and ("text" in item or "html" in item):
            yield from_string(_cell(item, "html") or _cell(item, "text") or "", _cell(item, "url"), _cell(item, "published"))
        else:
            raise TypeError(f"neither a string, a path nor a mapping with 'text' or 'html': {type(item).__name__}")
