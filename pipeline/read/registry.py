"""„.txt .html .jsonl .csv .parquet .warc.gz .zip": which reader takes which file.

A new format is one more ``Reader``: a name, suffixes, a function from a ``Blob`` to sources and failures, and, where content
can tell, a test of its first bytes or characters. Content goes before the name, because dumps are full of misnamed files.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pipeline.read.compressed import is_compressed, is_warc_gz, read_compressed
from pipeline.read.documents import read_document
from pipeline.read.jsonlines import read_json_lines
from pipeline.read.jsonvalues import read_json
from pipeline.read.separated import read_separated
from pipeline.read.sniff import json_lines, media
from pipeline.read.tabular import read_table
from pipeline.read.tars import is_tar, read_tar
from pipeline.read.zips import is_zip, read_zip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pipeline.read.blob import Blob, Context
    from pipeline.read.locator import Wanted
    from pipeline.schema import Failure, Source


class ReadFunction(Protocol):
    """Turns one file into its pieces, lazily; may raise OSError."""

    def __call__(self, blob: Blob, context: Context, wanted: Wanted, /) -> Iterator[Source | Failure]:
        """„dump/archiwum.jsonl" -> its sources and failures."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One format of text."""

    name: str
    suffixes: tuple[str, ...]
    read: ReadFunction
    sniff: Callable[[str], bool] | None = None
    """whether the first characters of a file, whatever its name, are of this format"""


@dataclass(frozen=True, slots=True)
class Container:
    """One format of bytes that hold other files or records."""

    name: str
    suffixes: tuple[str, ...]
    read: ReadFunction
    matches: Callable[[bytes, str], bool]
    """whether the first bytes (and, where they cannot tell, the suffix) are of this format"""
    nests: bool = True
    """whether other files stand inside it, which is allowed to ``ReadSettings.max_depth``"""


def _is_html(head: str) -> bool:
    return media(head) == "html"


def _is_warc(head: bytes, _: str) -> bool:
    return head.startswith(b"WARC/") or is_warc_gz(head)


def _read_warc(blob: Blob, context: Context, wanted: Wanted, /) -> Iterator[Source | Failure]:
    from pipeline.read.warc import read_warc  # noqa: PLC0415 - only who has such a file pays for the library

    return read_warc(blob, context, wanted)


def _read_parquet(blob: Blob, context: Context, wanted: Wanted, /) -> Iterator[Source | Failure]:
    from pipeline.read.parquet import read_parquet  # noqa: PLC0415 - as above

    return read_parquet(blob, context, wanted)


CONTAINERS: tuple[Container, ...] = (
    Container("warc", (".warc", ".warc.gz"), _read_warc, _is_warc, nests=False),
    Container("parquet", (".parquet",), _read_parquet, lambda head, _: head.startswith(b"PAR1"), nests=False),
    Container("compressed", (".gz", ".bz2", ".xz", ".zst"), read_compressed, lambda head, _: is_compressed(head)),
    Container("zip", (".zip",), read_zip, lambda head, _: is_zip(head)),
    Container("tar", (".tar",), read_tar, is_tar),
)

READERS: tuple[Reader, ...] = (
    Reader("csv", (".csv", ".tsv", ".tab"), read_table),
    Reader("json", (".json",), read_json),
    Reader("jsonl", (".jsonl", ".ndjson", ".jl"), read_json_lines, json_lines),
    Reader("html", (".html", ".htm", ".xhtml", ".shtml", ".xht", ".mht", ".mhtml", ".eml"), read_document, _is_html),
    Reader("text", (".txt", ".text", ".asc", ""), read_document),
)
SEPARATED = Reader("separated", (), read_separated)
"""takes the place of "text" where the settings name a separator"""

_SOURCES = frozenset(
    ".css .js .mjs .svg .xml .rss .atom .map .md .py .sh .log .ini .toml .yaml .yml".split()  # noqa: SIM905 - reads better
)
"""suffixes of text files that are no articles even where they hold tags"""


def container_for(head: bytes, suffix: str) -> Container | None:
    """(b"PK…", ".zip") -> the container that these bytes begin, or None."""
    return next((container for container in CONTAINERS if container.matches(head, suffix)), None)


def reader_for(suffix: str, head: str, separator: str | None = None) -> Reader | None:
    """(".txt", "<html>…") -> the reader for HTML: by content where it tells, else by name, or None.

    Args:
        suffix: of the file's name, in any case, with its dot; "" for none.
        head: the first characters of the file.
        separator: the line that parts articles, where the user named one; text and pages that stand in one text file.
    """
    suffix = suffix.lower()
    named = next((reader for reader in READERS if suffix in reader.suffixes), None)
    if named is not None and named.name in {"csv", "json", "jsonl"}:
        return named if not _is_html_start(head) else next(reader for reader in READERS if reader.name == "html")
    if suffix in _SOURCES:
        return None
    if separator is not None and named is not None and named.name == "text":
        return SEPARATED
    sniffed = next((reader for reader in READERS if reader.sniff is not None and reader.sniff(head)), None)
    return sniffed or named


def _is_html_start(head: str) -> bool:
    """A table or JSON whose cells hold HTML is still a table; only a file that begins as a page is one."""
    return head.lstrip("\ufeff \t\r\n")[:1] == "<" and _is_html(head)


def supported() -> str:
    """„.csv .tsv … .zip": the suffixes that are read, for messages."""
    named = [entry.suffixes for entry in READERS] + [entry.suffixes for entry in CONTAINERS]
    return " ".join(suffix for suffixes in named for suffix in suffixes if suffix)
