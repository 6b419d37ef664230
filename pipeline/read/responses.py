"""„HTTP/1.1 200 OK": the page in an HTTP response as a crawler stored it, or the reason why there is none."""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastwarc.stream_io import BrotliReader, ChunkedReader, ZstdReader
from fastwarc.warc import HeaderMap

from pipeline.read.sniff import HEAD, media

if TYPE_CHECKING:
    from pipeline.read.reasons import Reason

_STATUS = b"HTTP/"
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_PAGES = frozenset({"text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml", "text/plain"})
_SILENT = frozenset({"", "application/octet-stream", "unknown/unknown", "application/unknown", "*/*", "content/unknown"})
"""types of servers that do not say what they send"""
_CODINGS = {"gzip": "zlib", "x-gzip": "zlib", "deflate": "zlib", "br": "br", "zstd": "zstd"}


class HttpError(ValueError):
    """A response that holds no page."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason: Reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes of a page and the charset that its server declared."""

    body: bytes
    charset: str | None


def page_of(payload: bytes, stored_type: str | None, *, http: bool, limit: int) -> Page:
    """„Content-Type: text/html; charset=iso-8859-2" -> the page's bytes, unpacked, with "iso-8859-2".

    Args:
        payload: a WARC record's block.
        stored_type: the record's own content type, which counts where the block holds no HTTP header.
        http: whether the record says that it is a response.
        limit: bytes of the page once it is unpacked.

    Raises:
        HttpError: a redirect, an error, another kind of file, too many bytes, or damage.
    """
    if not payload.startswith(_STATUS):
        own = None if http else stored_type
        return _typed(payload, own)
    headers = HeaderMap()
    try:
        length = headers.parse(io.BytesIO(payload), has_status_line=True)
    except (OSError, ValueError) as error:
        raise HttpError("corrupt", f"its HTTP header is damaged: {error}") from error
    status = headers.status_code
    if status is not None and 300 <= status < 400:
        raise HttpError("redirect", f"HTTP {status} to {headers.get('Location') or 'nowhere'}")
    if status is not None and status >= 400:
        raise HttpError("http_error", f"HTTP {status}")
    kind = _value(headers, "Content-Type")
    if not _may_be_page(kind):
        raise HttpError("not_html", f"{_essence(kind)}, neither HTML nor text")
    body = _dechunked(payload[length:], _value(headers, "Transfer-Encoding"), limit)
    return _typed(_decoded(body, _value(headers, "Content-Encoding"), limit), kind)


def _value(headers: HeaderMap, name: str) -> str | None:
    """A header's value; servers put any bytes there."""
    found = headers.get_bytes(name.encode("ascii"))
    return found.decode("latin-1").strip() if found is not None else None


def _typed(body: bytes, kind: str | None) -> Page:
    if not _may_be_page(kind):
        raise HttpError("not_html", f"{_essence(kind)}, neither HTML nor text")
    if _essence(kind) in _SILENT and body.strip() and media(body[:HEAD].decode("latin-1")) != "html":
        raise HttpError("not_html", "the server does not say what it is, and it does not look like HTML")
    charset = _CHARSET.search(kind or "")
    return Page(body, charset[1] if charset else None)


def _essence(kind: str | None) -> str:
    return (kind or "").partition(";")[0].strip().lower()


def _may_be_page(kind: str | None) -> bool:
    return _essence(kind) in _PAGES | _SILENT


def _dechunked(body: bytes, coding: str | None, limit: int) -> bytes:
    """Many crawlers store the body whole and keep the header that says it is in chunks."""
    if "chunked" not in (coding or "").lower():
        return body
    try:
        return _read(ChunkedReader(io.BytesIO(body)), limit) or body
    except (OSError, ValueError):
        return body


def _decoded(body: bytes, codings: str | None, limit: int) -> bytes:
    """The last coding was put on last. A body that does not unpack was stored unpacked, if it looks like text.

    Raises:
        HttpError: damage, or too many bytes.
    """
    for coding in reversed([name.strip().lower() for name in (codings or "").split(",")]):
        method = _CODINGS.get(coding)
        if method is None or not body:
            continue
        try:
            body = _inflated(body, limit) if method == "zlib" else _read(_reader(method, body), limit)
        except (OSError, ValueError, zlib.error) as error:
            if b"\x00" in body[:HEAD] or not body.lstrip()[:1].isascii():
                raise HttpError("corrupt", f"its content does not unpack as {coding}: {error}") from error
        if len(body) > limit:
            raise HttpError("too_large", f"more than {limit} bytes, the limit for one document (read.max_bytes)")
    return body


def _reader(method: str, body: bytes) -> BrotliReader | ZstdReader:
    return BrotliReader(io.BytesIO(body)) if method == "br" else ZstdReader(io.BytesIO(body))


def _inflated(body: bytes, limit: int) -> bytes:
    """Gzip and deflate, the latter with and without its header; a cut end keeps what came before."""
    for bits in (47, -15):
        unpacker = zlib.decompressobj(bits)
        try:
            return unpacker.decompress(body, limit + 1)
        except zlib.error:
            if bits < 0:
                raise
    raise AssertionError


def _read(reader: BrotliReader | ZstdReader | ChunkedReader, limit: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    while size <= limit and (data := reader.read(1 << 16)):
        parts.append(data)
        size += len(data)
    return b"".join(parts)
