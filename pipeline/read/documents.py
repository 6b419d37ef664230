"""„artykul.html", „notatka.txt": files that hold one document each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.read.columns import Row, host_of
from pipeline.read.decode import Decoded, decode
from pipeline.read.piece import piece
from pipeline.read.reasons import failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pipeline.read.sidecar import About
    from pipeline.schema import Failure, Source
    from pipeline.settings import ReadSettings


def read_document(path: Path, name: str, settings: ReadSettings, about: About) -> Iterator[Source | Failure]:
    """„artykul.html": one file, one source; its content says whether it is HTML, not its name.

    Raises:
        OSError: the file cannot be read.
    """
    size = path.stat().st_size
    if size > settings.max_bytes:
        yield failure(name, "too_large", f"{size} bytes; the limit is {settings.max_bytes} (read.max_bytes)")
        return
    data = path.read_bytes()
    if settings.encoding is not None:
        decoded = Decoded(data.decode(settings.encoding, "replace"), settings.encoding, "setting")
    else:
        decoded = decode(data)
    yield piece(name, decoded, Row(decoded.text, about.url, about.site or host_of(about.url), about.title, about.published))
