"""„dump/pisma.jsonl.gz": one file, or one member of a container, given to the reader that takes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from pipeline.read.blob import Blob, Budget, Context
from pipeline.read.decode import decode
from pipeline.read.errors import BrokenError
from pipeline.read.locator import Locator
from pipeline.read.reasons import failure
from pipeline.read.registry import container_for, reader_for, supported
from pipeline.read.separated import matcher
from pipeline.read.sniff import HEAD, binary
from pipeline.read.walk import Found, reason_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

    from pipeline.read.catalog import Catalog
    from pipeline.read.locator import Wanted
    from pipeline.read.reasons import Reason
    from pipeline.read.sidecar import About
    from pipeline.schema import Failure, Source
    from pipeline.settings import ReadSettings

Tell = Callable[[str, str], None]
"""takes a file's name and how its columns were understood"""


def read_file(  # noqa: PLR0913, PLR0917
    found: Found,
    settings: ReadSettings,
    about: About,
    wanted: Wanted,
    tell: Tell | None = None,
    catalog: Catalog | None = None,
) -> Iterator[Source | Failure]:
    """Every piece of one file on disk, or the wanted one; never raises for what the file holds.

    Args:
        found: the file.
        settings: columns, encoding, separator and limits.
        about: what an index beside the file says about it.
        wanted: the piece that is asked for.
        tell: takes how columns were understood.
        catalog: what earlier readings of the file learnt, where it is read more than once.
    """
    problem = _unusable(settings)
    if problem is not None:
        yield failure(found.name, "undecodable", problem)
        return
    try:
        if found.path.is_dir():
            yield failure(found.name, "unsupported", "a link to a folder; name that folder as an input")
            return
        if not found.path.is_file() and found.path.exists():
            yield failure(found.name, "unsupported", "a pipe, a socket or a device; write its content to a file")
            return
        size = found.path.stat().st_size
        blob = _on_disk(found, about)
    except OSError as error:
        yield failure(found.name, "unreadable", reason_of(error))
        return
    with blob.stream:
        context = Context(settings, Budget(size, settings.max_ratio), read_blob, tell or _silent, found.path, catalog)
        yield from read_blob(blob, context, wanted)


def _on_disk(found: Found, about: About) -> Blob:
    return Blob(
        locator=Locator(found.name),
        name=found.path.name,
        stream=cast("BufferedReader", found.path.open("rb", buffering=HEAD)),
        about=about,
        on_disk=True,
        reopen=lambda: _on_disk(found, about),
    )


def read_blob(blob: Blob, context: Context, wanted: Wanted) -> Iterator[Source | Failure]:
    """Every piece of a file or member, whatever it is; damage ends it with a failure row under its name."""
    name = str(blob.locator)
    try:
        yield from _dispatched(blob, context, wanted)
    except BrokenError as error:
        yield failure(name, error.reason, error.detail)
    except OSError as error:
        yield failure(name, "unreadable", reason_of(error))


def _dispatched(blob: Blob, context: Context, wanted: Wanted) -> Iterator[Source | Failure]:
    settings, name, head = context.settings, str(blob.locator), blob.head
    container = container_for(head, blob.suffix)
    if container is not None:
        if container.nests and blob.depth >= settings.max_depth:
            yield failure(name, "too_deep", f"more than {settings.max_depth} containers in one another (read.max_depth)")
            return
        yield from container.read(blob, context, wanted)
        return
    problem = _problem(head)
    if problem is not None:
        yield failure(name, *problem)
        return
    reader = reader_for(blob.suffix, _peek(head, settings), settings.separator)
    if reader is None:
        yield failure(name, "unsupported", f"no reader for {blob.suffix or 'such files'}; supported are {supported()}")
        return
    yield from reader.read(blob, context, wanted)


def _problem(head: bytes) -> tuple[Reason, str] | None:
    if not head.strip():
        return "empty", "the file holds no characters"
    detail = binary(head)
    return ("binary", detail) if detail is not None else None


def _peek(head: bytes, settings: ReadSettings) -> str:
    return head.decode(settings.encoding, "replace") if settings.encoding else decode(head).text


def _unusable(settings: ReadSettings) -> str | None:
    """What the settings ask for and nobody can do."""
    try:
        if settings.encoding is not None:
            str(b"a".decode(settings.encoding))
        if settings.separator is not None:
            matcher(settings.separator)
    except LookupError:
        return f"there is no encoding {settings.encoding!r}; check read.encoding in the settings"
    except ValueError as error:
        return str(error)
    return None


def _silent(_: str, __: str) -> None:
    return
