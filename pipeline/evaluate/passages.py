"""„### zastepca-celownik": passages of one to a few sentences, marked completely for one or several kinds of value.

A file holds blocks. A block begins with ``### id``; lines ``published: 2019-06-01``, ``title: …``, ``url: …``, ``site: …`` may
follow; the rest is the passage with marks. Whatever a passage does not mark for the file's kinds is wrong to find, so
passages without marks are the hard negatives. A line ``certificate: status=renewed; standards=ISO 9001, EMAS; awarded=2012``
for every certificate names those fields of it that are compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pipeline.evaluate.gold import GoldArticle
from pipeline.evaluate.markup import Mark, MarkupError, parse
from pipeline.evaluate.score import Count, same_body, score

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_BLOCK = re.compile(r"^### *(.*?) *$", re.MULTILINE)
_HEAD = re.compile(r"(published|title|url|site|certificate): *(\S.*?) *\n")
_CERTIFICATE = frozenset(
    {"status", "standards", "organization", "certifier", "scope", "awarded", "first_awarded", "valid_from", "valid_until"}
)
_SCORED = {
    "official": ("officials", "official_role"),
    "certifier": ("certifiers",),
    "date": ("dates", "date_role"),
    "finding": ("findings", "finding_kind", "finding_audit"),
    "standard": ("standards",),
    "place": ("place",),
}
"""Tag -> the article scores that a passage takes over; organizations are compared whole, not the first one alone."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage: its text without tags, what was known beside it, and what must be found in it."""

    id: str
    text: str
    marks: list[Mark]
    head: dict[str, str]
    certificates: list[dict[str, str]] = field(default_factory=list)

    @property
    def places(self) -> list[str]:
        """Nominative names of the marked places, the story's own first."""
        return [m.value for m in self.marks if m.kind == "place"]


def read_passages(path: Path) -> list[Passage]:
    """Every passage of a file, in order.

    Raises:
        MarkupError: text stands before the first block, an id is missing or taken, a passage is empty or its marks cannot be
            read; the message names file and block.
        OSError: the file cannot be read.
    """
    before, *parts = _BLOCK.split(path.read_text(encoding="utf-8"))
    if before.strip() or not parts:
        raise MarkupError(f"{path.name}: a passage begins with a line '### id'")
    found: dict[str, Passage] = {}
    for name, body in zip(parts[::2], parts[1::2], strict=True):
        if not name or name in found:
            raise MarkupError(f"{path.name}: {'no id' if not name else f'the id {name!r} is taken'}")
        found[name] = _passage(path.name, name, body.lstrip("\n"))
    return list(found.values())


def _passage(file: str, name: str, body: str) -> Passage:
    head: dict[str, str] = {}
    certificates: list[dict[str, str]] = []
    try:
        while match := _HEAD.match(body):
            if match[1] == "certificate":
                certificates.append(_certificate(match[2]))
            else:
                head[match[1]] = match[2]
            body = body[match.end() :]
        text, marks = parse(body.strip("\n"))
    except MarkupError as error:
        raise MarkupError(f"{file}, {name}: {error}") from error
    if not text.strip():
        raise MarkupError(f"{file}, {name}: an empty passage")
    return Passage(name, text, marks, head, certificates)


def _certificate(line: str) -> dict[str, str]:
    """„status=renewed; standards=ISO 9001, EMAS" -> its fields."""
    parts = [part.partition("=") for part in line.split(";")]
    given = {key.strip(): value.strip() for key, _, value in parts}
    if set(given) - _CERTIFICATE or not all(given.values()) or not {"status", "standards"} <= set(given):
        raise MarkupError(f"the certificate {line!r} needs status= and standards=, parted by ;")
    return given


def score_passages(passages: Iterable[Passage], records: Mapping[str, Mapping[str, Any]]) -> dict[str, Count]:
    """Scores of the fields that the passages mark; a field that no passage marks is not counted.

    Args:
        passages: those of one file.
        records: passage id -> its record as in ``records.jsonl``; a passage without one misses everything.
    """
    listed = list(passages)
    kinds = {mark.kind for passage in listed for mark in passage.marks}
    counts = score([_gold(passage) for passage in listed], [{**dict(r), "source": i} for i, r in records.items()])
    chosen = {name: counts[name] for kind, names in _SCORED.items() if kind in kinds for name in names}
    if "organization" in kinds:
        chosen["organizations"] = _organizations(listed, records)
    if any(passage.certificates for passage in listed):
        chosen["certificates"] = _certificates(listed, records)
    return chosen


def _gold(passage: Passage) -> GoldArticle:
    return GoldArticle(
        source=passage.id,
        text=passage.text,
        marks=passage.marks,
        title=None,
        published=None,
        authors=[],
        place=next(iter(passage.places), None),
        terc=None,
        organization=None,
        dropped=[],
        certificates=[],
    )


def _organizations(passages: Iterable[Passage], records: Mapping[str, Mapping[str, Any]]) -> Count:
    count = Count()
    for passage in passages:
        wanted = sorted({m.value for m in passage.marks if m.kind == "organization"})
        given = sorted({o["name"] for o in records.get(passage.id, {}).get("organizations", [])})
        count.match(wanted, given, same_body, passage.id)
    return count


def _certificates(passages: Iterable[Passage], records: Mapping[str, Mapping[str, Any]]) -> Count:
    count = Count()
    for passage in passages:
        count.match(passage.certificates, records.get(passage.id, {}).get("certificates", []), _as_named, passage.id)
    return count


def _as_named(gold: Mapping[str, str], given: Mapping[str, Any]) -> bool:
    rest = {key: value for key, value in gold.items() if key not in ("standards", "organization", "certifier")}
    standards = {identifier.strip() for identifier in gold["standards"].split(",")}
    bodies = (key for key in ("organization", "certifier") if key in gold)
    return (
        standards == set(given["standards"])
        and all(same_body(gold[key], given[key]) for key in bodies)
        and all(value == given[key] for key, value in rest.items())
    )
