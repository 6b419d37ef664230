"""„.txt .html .jsonl .csv": which reader takes which file.

A new format is one more ``Reader``: a name, suffixes, a function from a path to sources and failures, and, where content
can tell, a sniffer. Readers are asked in order; content goes before the name, because dumps are full of misnamed files.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pipeline.read.documents import read_document
from pipeline.read.jsonlines import read_json, read_json_lines
from pipeline.read.sniff import json_lines, media
from pipeline.read.tabular import read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pipeline.read.sidecar import About
    from pipeline.schema import Failure, Source
    from pipeline.settings import ReadSettings


class ReadFunction(Protocol):
    """Turns one file into its pieces, lazily; may raise OSError."""

    def __call__(self, path: Path, name: str, settings: ReadSettings, about: About, /) -> Iterator[Source | Failure]:
        """„dump/archiwum.jsonl" -> its sources and failures."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One format."""

    name: str
    suffixes: tuple[str, ...]
    read: ReadFunction
    sniff: Callable[[str], bool] | None = None
    """whether the first characters of a file, whatever its name, are of this format"""


def _table(path: Path, name: str, settings: ReadSettings, _: About, /) -> Iterator[Source | Failure]:
    return read_table(path, name, settings)


def _json(path: Path, name: str, settings: ReadSettings, _: About, /) -> Iterator[Source | Failure]:
    return read_json(path, name, settings)


def _json_lines(path: Path, name: str, settings: ReadSettings, _: About, /) -> Iterator[Source | Failure]:
    return read_json_lines(path, name, settings)


def _is_html(head: str) -> bool:
    return media(head) == "html"


READERS: tuple[Reader, ...] = (
    Reader("csv", (".csv", ".tsv", ".tab"), _table),
    Reader("json", (".json",), _json),
    Reader("jsonl", (".jsonl", ".ndjson", ".jl"), _json_lines, json_lines),
    Reader("html", (".html", ".htm", ".xhtml", ".shtml", ".xht"), read_document, _is_html),
    Reader("text", (".txt", ".text", ".asc", ""), read_document),
)

_SOURCES = frozenset(
    {
        ".css",
        ".js",
        ".mjs",
        ".svg",
        ".xml",
        ".rss",
        ".atom",
        ".map",
        ".md",
        ".py",
        ".sh",
        ".log",
        ".ini",
        ".toml",
        ".yaml",
        ".yml",
    }
)
"""suffixes of text files that are no articles even where they hold tags"""


def reader_for(suffix: str, head: str) -> Reader | None:
    """(".txt", "<html>…") -> the reader for HTML: by content where it tells, else by name, or None.

    Args:
        suffix: of the file's name, in any case, with its dot; "" for none.
        head: the first characters of the file.
    """
    suffix = suffix.lower()
    named = next((reader for reader in READERS if suffix in reader.suffixes), None)
    if named is not None and named.name in {"csv", "json", "jsonl"}:
        return named if not _is_html_start(head) else next(reader for reader in READERS if reader.name == "html")
    if suffix in _SOURCES:
        return None
    sniffed = next((reader for reader in READERS if reader.sniff is not None and reader.sniff(head)), None)
    return sniffed or named


def _is_html_start(head: str) -> bool:
    """A table or JSON whose cells hold HTML is still a table; only a file that begins as a page is one."""
    return head.lstrip("\ufeff \t\r\n")[:1] == "<" and _is_html(head)


def supported() -> str:
    """„.csv .tsv … .txt": the suffixes that are read, for messages."""
    return " ".join(suffix for reader in READERS for suffix in reader.suffixes if suffix)
