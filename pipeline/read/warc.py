"""„strony.warc.gz": captures of a web crawl; pages become sources, everything else a failure with its reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fastwarc.warc import WarcRecord, WarcRecordType

from pipeline.read.captures import captures
from pipeline.read.columns import Row, host_of
from pipeline.read.decode import Decoded, decode
from pipeline.read.errors import BrokenError
from pipeline.read.piece import piece
from pipeline.read.reasons import failure
from pipeline.read.responses import HttpError, Page, page_of
from pipeline.read.sniff import HEAD, binary
from pipeline.values.stamp import to_edtf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.read.blob import Blob, Context
    from pipeline.read.captures import Capture
    from pipeline.read.locator import Locator, Wanted
    from pipeline.schema import Failure, Source

_STEP = 1 << 16


def read_warc(blob: Blob, context: Context, wanted: Wanted) -> Iterator[Source | Failure]:
    """„strony.warc.gz#17" or „strony.warc.gz#@4711": captures (from 1) with address and day of the crawl.

    Offsets are those that CDX indexes hold: of the record in the file, compressed or not. A file on disk is sought to a wanted
    offset. Redirects, errors, what is no HTML or text, and repeated captures without content are failures.

    Raises:
        BrokenError: the file is damaged; captures before the damage have been given.
    """
    start = wanted.offset if wanted.offset is not None and blob.on_disk else None
    number = 0
    for found in captures(blob, start or 0):
        if isinstance(found, BrokenError):
            if not wanted.one:
                yield failure(str(blob.locator), found.reason, found.detail)
            continue
        number += 1
        if start is not None and found.offset != start:
            return
        if wanted.takes(number, found.offset):
            yield _capture(found, _locator(blob, number, found.offset, sought=start is not None), context)
            if wanted.one:
                return


def _locator(blob: Blob, number: int, offset: int | None, *, sought: bool) -> Locator:
    """A capture that was sought by its offset is known by that alone."""
    return replace(blob.locator, offset=offset) if sought else blob.locator.at(number, offset)


def _capture(found: Capture, locator: Locator, context: Context) -> Source | Failure:
    record = found.record
    url = _value(record, "WARC-Target-URI").strip("<>") or None
    if record.record_type == WarcRecordType.revisit:
        return failure(str(locator), "revisit", _detail("the page had not changed since an earlier capture", url))
    limit = context.settings.max_bytes
    try:
        payload = _payload(found, limit)
        page = page_of(payload, _value(record, "Content-Type"), http=record.record_type == WarcRecordType.response, limit=limit)
    except HttpError as error:
        return failure(str(locator), error.reason, _detail(error.detail, url))
    except BrokenError as error:
        return failure(str(locator), error.reason, _detail(error.detail, url))
    context.budget.spend(len(page.body))
    return _source(page, url, to_edtf(_value(record, "WARC-Date")), locator, context)


def _value(record: WarcRecord, name: str) -> str:
    """A WARC header's value, "" without one; damaged files hold any bytes there."""
    return (record.headers.get_bytes(name.encode("ascii")) or b"").decode("utf-8", "replace").strip()


def _payload(found: Capture, limit: int) -> bytes:
    """The record's block, in steps: a record may claim any length."""
    record = found.record
    parts: list[bytes] = []
    while found.taken <= limit:
        try:
            data = record.reader.read(_STEP)
        except OSError as error:
            found.told = True
            raise BrokenError("truncated", "the record ends too early") from error
        if not data:
            break
        parts.append(data)
        found.taken += len(data)
    if found.taken > limit:
        raise BrokenError("too_large", f"more than {limit} bytes, the limit for one document (read.max_bytes)")
    if found.taken < record.content_length:
        found.told = True
        raise BrokenError("truncated", f"the record ends after {found.taken} of {record.content_length} bytes")
    return b"".join(parts)


def _source(page: Page, url: str | None, crawled: str | None, locator: Locator, context: Context) -> Source | Failure:
    if not page.body.strip():
        return failure(str(locator), "empty", _detail("a capture without content", url))
    what = binary(page.body[:HEAD])
    if what is not None:
        return failure(str(locator), "binary", _detail(what, url))
    encoding = context.settings.encoding
    if encoding is not None:
        decoded = Decoded(page.body.decode(encoding, "replace"), encoding, "setting")
    else:
        decoded = decode(page.body, declared=page.charset)
    return piece(locator, decoded, Row(decoded.text, url, host_of(url), None, None, crawled))


def _detail(words: str, url: str | None) -> str:
    return f"{words}: {url}" if url else words
