"""Our own HTML pages are cleaned at least as well as when the floors were pinned (tests/quality/pages/README.md)."""

import re
from html import unescape
from pathlib import Path

import pytest

from pipeline.clean import clean
from pipeline.clean.mojibake import repair
from pipeline.evaluate.floors import below, read_floors
from pipeline.evaluate.pages import load_pages, pages_hash, score_pages
from pipeline.read import read
from pipeline.schema import Article, Source
from pipeline.settings import Settings

FOLDER = Path(__file__).parent / "pages"
FLOORS = Path(__file__).parent / "floors" / "pages.toml"
_TAG = re.compile(r"<[^<>]*>")
NAMES = [path.stem for path in sorted((FOLDER / "raw").glob("*.html"))]


@pytest.fixture(scope="module")
def cleaned():
    """Name of a page -> its source and its article; None in place of what there is not."""
    settings = Settings()
    found = {}
    for name in NAMES:
        source = next(iter(read([FOLDER / "raw" / f"{name}.html"], settings.read)))
        article = clean(source, settings.clean) if isinstance(source, Source) else None
        found[name] = source, article if isinstance(article, Article) else None
    return found


def test_every_page_has_gold():
    assert [page.name for page in load_pages(FOLDER / "gold")] == NAMES
    assert len(NAMES) >= 60


def test_the_floors_belong_to_these_pages():
    assert read_floors(FLOORS)[0] == pages_hash(FOLDER), "pages or gold changed: measure again and pin the floors anew"


def test_no_field_lies_below_its_floor(cleaned):
    counts = score_pages(load_pages(FOLDER / "gold"), {name: article for name, (_, article) in cleaned.items()})
    sunk = below(counts, read_floors(FLOORS)[1])
    assert sunk == {}, {field: counts[field].errors for field in sunk}


@pytest.mark.parametrize("name", [page.name for page in load_pages(FOLDER / "gold") if page.failure is None])
def test_every_kept_character_is_one_of_the_page(name, cleaned):
    """Apart from markers of lists, which browsers print though the page does not hold them."""
    source, article = cleaned[name]
    own = "".join(_visible(source.content).split())
    for block in article.blocks:
        words = article.text[block.start : block.end].removeprefix(f"{block.marker} " if block.marker else "")
        assert all(word in own for word in words.split()), words


def _visible(content):
    """Double-encoded pages are repaired first, as cleaning does; entities are what they stand for; a tag may stand in a word."""
    source = unescape(repair(content)).replace("\xad", "")
    return source + _TAG.sub("", source)
