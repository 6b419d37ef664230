"""Golden dumps: ``+|`` a kept line, ``-|`` a dropped one, ``=|`` a line whose text changes (``printed>>>cleaned``, or joined)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from pipeline.clean import clean
from pipeline.clean.mojibake import repair
from pipeline.schema import Article, Source
from pipeline.settings import CleanSettings

FOLDER = Path(__file__).parent / "golden"


@dataclass
class Golden:
    name: str
    head: dict[str, str] = field(default_factory=dict)
    content: str = ""
    kept: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)


def load(path: Path) -> Golden:
    head, _, body = path.read_text(encoding="utf-8").partition("----\n")
    golden = Golden(
        path.stem, {key.strip(): value.strip() for key, _, value in (line.partition("=") for line in head.splitlines())}
    )
    lines = []
    for line in body.splitlines():
        mark, _, text = line.partition("|")
        printed, changed, cleaned = text.partition(">>>")
        lines.append(printed)
        if mark == "+" or (mark == "=" and changed and cleaned):
            golden.kept.append(cleaned or printed)
        elif mark == "=" and not changed:
            golden.kept[-1] = (
                golden.kept[-1][:-1] + printed if golden.kept[-1].endswith("-") else f"{golden.kept[-1]} {printed}"
            )
        elif mark == "-":
            golden.dropped.append(printed)
    golden.content = "\n".join(lines) + "\n"
    return golden


def all_goldens() -> list[Golden]:
    return [load(path) for path in sorted(FOLDER.glob("*.dump"))]


def cleaned(golden: Golden) -> Article:
    source = Source(source=golden.name, content=golden.content, media="text", url=golden.head["url"] or None)
    article = clean(source, CleanSettings())
    assert isinstance(article, Article)
    return article


GOLDENS = all_goldens()


def test_there_are_at_least_twelve_dumps() -> None:
    assert len(GOLDENS) >= 12


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda g: g.name)
def test_text_is_what_is_kept(golden: Golden) -> None:
    assert cleaned(golden).text.split("\n") == [repair(line) for line in golden.kept]


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda g: g.name)
def test_what_is_dropped_has_a_reason_and_its_line(golden: Golden) -> None:
    lines = golden.content.splitlines()
    dropped = cleaned(golden).dropped
    assert [repair(d.text) for d in dropped] == [" ".join(repair(line).split()) for line in golden.dropped]
    assert all(d.reason and " ".join(repair(lines[d.line - 1]).split()) == d.text for d in dropped)


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda g: g.name)
def test_title_authors_and_date(golden: Golden) -> None:
    article = cleaned(golden)
    got = (article.title or "", ", ".join(article.authors), article.published or "", article.published_from or "")
    assert got == tuple(golden.head.get(key, "") for key in ("title", "authors", "published", "from"))


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda g: g.name)
def test_blocks_point_at_their_text(golden: Golden) -> None:
    article = cleaned(golden)
    assert [article.text[b.start : b.end] for b in article.blocks] == article.text.split("\n")
    assert all(b.marker is None or article.text[b.start :].startswith(b.marker + " ") for b in article.blocks)


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda g: g.name)
def test_cleaning_the_cleaned_text_changes_nothing(golden: Golden) -> None:
    text = cleaned(golden).text
    again = clean(Source(source="again", content=text, media="text", url=golden.head["url"] or None), CleanSettings())
    assert isinstance(again, Article)
    assert again.text == text
