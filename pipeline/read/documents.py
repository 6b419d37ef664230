"""„artykul.html", „notatka.txt": files that hold one document each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.read.columns import Row, host_of
from pipeline.read.decode import Decoded, decode
from pipeline.read.messages import is_message, page_of
from pipeline.read.piece import piece
from pipeline.read.reasons import failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.read.blob import Blob, Context
    from pipeline.read.locator import Locator, Wanted
    from pipeline.read.sidecar import About
    from pipeline.schema import Failure, Source


def read_document(blob: Blob, context: Context, _: Wanted) -> Iterator[Source | Failure]:
    """„artykul.html": one file, one source; its content says whether it is HTML, not its name.

    Raises:
        OSError: the file cannot be read.
    """
    settings = context.settings
    data = blob.stream.read(settings.max_bytes + 1)
    if len(data) > settings.max_bytes:
        detail = f"more than {settings.max_bytes} bytes, the limit for one document (read.max_bytes)"
        yield failure(str(blob.locator), "too_large", detail)
        return
    page = page_of(data) if is_message(data) else None
    if page is not None:
        data = page.data
    if settings.encoding is not None:
        decoded = Decoded(data.decode(settings.encoding, "replace"), settings.encoding, "setting")
    else:
        decoded = decode(data, declared=page.charset if page is not None else None)
    about = blob.about
    if page is not None and about.url is None:
        about = replace(about, url=page.url)
    yield document(blob.locator, decoded, about)


def document(locator: Locator, decoded: Decoded, about: About) -> Source | Failure:
    """A whole document with what an index says about it."""
    return piece(locator, decoded, Row(decoded.text, about.url, about.site or host_of(about.url), about.title, about.published))
