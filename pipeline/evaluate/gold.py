"""Gold articles: a TOML head between +++ lines, then the expected text with inline marks."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from pipeline.evaluate.entities import SUFFIX as STORIES
from pipeline.evaluate.markup import Mark, MarkupError, parse

if TYPE_CHECKING:
    from pathlib import Path

_KEYS = frozenset({"source", "title", "published", "authors", "place", "terc", "organization", "dropped", "certificates"})
SUFFIX = ".gold.txt"


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """What a record must hold for one source."""

    source: str
    text: str
    marks: list[Mark]
    title: str | None
    published: str | None
    authors: list[str]
    place: str | None
    terc: str | None
    organization: str | None
    dropped: list[str]
    certificates: list[dict[str, Any]]

    def of(self, kind: str) -> list[Mark]:
        """The marks of one kind, in text order."""
        return [m for m in self.marks if m.kind == kind]


def read_gold(path: Path) -> GoldArticle:
    """One gold file.

    Raises:
        MarkupError: the head is missing or has an unknown key, or a mark cannot be read; the message names the file.
    """
    parts = path.read_text(encoding="utf-8").split("+++\n", 2)
    if len(parts) != 3 or parts[0].strip():
        raise MarkupError(f"{path.name}: no head between two lines of +++")
    try:
        head = tomllib.loads(parts[1])
        text, marks = parse(parts[2].rstrip("\n"))
    except (tomllib.TOMLDecodeError, MarkupError) as error:
        raise MarkupError(f"{path.name}: {error}") from error
    if unknown := set(head) - _KEYS:
        raise MarkupError(f"{path.name}: unknown keys {sorted(unknown)}")
    if "source" not in head:
        raise MarkupError(f"{path.name}: no source")
    return GoldArticle(
        source=head["source"],
        text=text,
        marks=marks,
        title=head.get("title"),
        published=head.get("published"),
        authors=head.get("authors", []),
        place=head.get("place"),
        terc=head.get("terc"),
        organization=head.get("organization"),
        dropped=head.get("dropped", []),
        certificates=head.get("certificates", []),
    )


def load_gold(folder: Path) -> list[GoldArticle]:
    """Every gold file of a folder, by name.

    Raises:
        MarkupError: a file cannot be read as gold, or the folder holds none.
    """
    paths = sorted(folder.glob(f"*{SUFFIX}"))
    if not paths:
        raise MarkupError(f"no *{SUFFIX} in {folder}")
    return [read_gold(path) for path in paths]


def gold_hash(gold: Path) -> str:
    """16 hexadecimal digits over names and contents of a folder's gold or of one file of passages; pinned with floors."""
    digest = blake2b(digest_size=8)
    found = [p for p in gold.iterdir() if p.name.endswith((SUFFIX, STORIES))] if gold.is_dir() else [gold]
    for path in sorted(found):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
