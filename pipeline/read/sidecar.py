"""„index.csv": what the dump's owner wrote beside a folder's files — file, url, title, date."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pipeline.read.columns import Columns, as_text, find_columns, host_of
from pipeline.read.decode import decode
from pipeline.read.tabular import dialect_of
from pipeline.settings import ReadSettings
from pipeline.values.stamp import to_edtf

if TYPE_CHECKING:
    from pathlib import Path

NAME = "index.csv"
MAX_BYTES = 200_000_000
"""bytes; a larger index is no index"""


@dataclass(frozen=True, slots=True)
class About:
    """What an index says about one file."""

    url: str | None = None
    site: str | None = None
    title: str | None = None
    published: str | None = None


class Sidecars:
    """The indexes of the folders that are being walked, each read once."""

    def __init__(self) -> None:
        self._known: dict[Path, dict[str, About]] = {}

    def about(self, path: Path, top: Path) -> About:
        """„dump/2012/a.txt": the entry of the nearest index between the file's folder and the INPUT folder."""
        folder = path.parent
        while True:
            if found := look_up(self._entries(folder), path.relative_to(folder).as_posix(), path.name):
                return found
            if folder in {top, folder.parent}:
                return About()
            folder = folder.parent

    def is_index(self, path: Path) -> bool:
        """Whether the file is an index of its folder, not a table of articles."""
        return path.name.lower() == NAME and bool(self._entries(path.parent))

    def _entries(self, folder: Path) -> dict[str, About]:
        if folder not in self._known:
            self._known[folder] = _load(folder)
        return self._known[folder]


def look_up(entries: dict[str, About], relative: str, name: str) -> About | None:
    """„2012/a.txt", else „a.txt": what an index says about a file below its folder."""
    return entries.get(relative.lower()) or entries.get(name.lower())


def _load(folder: Path) -> dict[str, About]:
    try:
        paths = sorted(path for path in folder.iterdir() if path.name.lower() == NAME)
        if not paths or paths[0].stat().st_size > MAX_BYTES:
            return {}
        return parse_index(paths[0].read_bytes())
    except OSError:
        return {}


def parse_index(data: bytes) -> dict[str, About]:
    """„file;url;data": the entries of an index by file name in lower case; none where the table names no files."""
    lines = decode(data, media="text").text.replace("\x00", "").splitlines()
    reader = csv.DictReader(lines, dialect=dialect_of(lines[:20]))
    try:
        columns = find_columns(reader.fieldnames or (), ReadSettings())
        if columns.file is None:
            return {}
        return dict(_entry(row, columns) for row in reader if as_text(row.get(columns.file)))
    except csv.Error:
        return {}


def _entry(row: dict[str, str | None], columns: Columns) -> tuple[str, About]:
    url = as_text(row.get(columns.url or ""))
    about = About(
        url=url,
        site=as_text(row.get(columns.site or "")) or host_of(url),
        title=as_text(row.get(columns.title or "")),
        published=to_edtf(as_text(row.get(columns.date or "")) or ""),
    )
    name = (as_text(row.get(columns.file or "")) or "").strip().replace("\\", "/").removeprefix("./")
    return unquote(name).lower(), about
