"""Our labelled dumps, of styles that the line model was not trained on, are told apart at least as well as when pinned."""

from pathlib import Path

import pytest

from pipeline.clean import clean
from pipeline.evaluate.dumps import dumps_hash, load_dumps, read_dump, score_dumps
from pipeline.evaluate.floors import below, read_floors
from pipeline.evaluate.markup import MarkupError
from pipeline.schema import Article, Source
from pipeline.settings import CleanSettings

HERE = Path(__file__).parent
FLOORS = HERE / "floors" / "lines.toml"


def dropped(content):
    article = clean(Source(source="dump", content=content, media="text"), CleanSettings(min_words=1))
    assert isinstance(article, Article)
    return {item.line for item in article.dropped}


@pytest.fixture(scope="module")
def counts():
    return score_dumps(load_dumps(HERE / "lines"), dropped)


def test_the_floors_belong_to_these_dumps():
    assert read_floors(FLOORS)[0] == dumps_hash(HERE / "lines"), "the dumps changed: python tools/pin_lines.py --pin"


def test_no_field_lies_below_its_floor(counts):
    assert below(counts, read_floors(FLOORS)[1]) == {}, counts["text"].errors


def test_no_dump_loses_most_of_its_article(counts):
    losses = {name: len(lost) for name, lost, _ in counts["text"].errors}
    articles = {dump.name: sum(dump.kept) for dump in load_dumps(HERE / "lines")}
    assert [name for name, lost in losses.items() if 2 * lost > articles[name]] == []


def test_a_line_without_label_is_an_error(tmp_path):
    path = tmp_path / "a.dump"
    path.write_text("+|Urząd z certyfikatem\nDrukuj\n", encoding="utf-8")
    with pytest.raises(MarkupError, match=r"a\.dump, line 2"):
        read_dump(path)


def test_words_weigh_kept_lines_and_lines_count_furniture(tmp_path):
    path = tmp_path / "a.dump"
    path.write_text("+|Urząd ma certyfikat\n+|Nadal\n-|Drukuj\n-|Wstecz\n", encoding="utf-8")
    found = score_dumps([read_dump(path)], lambda _: {2, 3})
    assert (found["text"].tp, found["text"].fp, found["text"].fn) == (3, 1, 1)
    assert (found["furniture"].tp, found["furniture"].fp, found["furniture"].fn) == (1, 1, 1)
    assert found["text"].errors == [("a", ["Nadal"], ["Wstecz"])]
