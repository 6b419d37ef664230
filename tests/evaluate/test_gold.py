from pathlib import Path

import pytest

from pipeline.evaluate import MarkupError, load_gold
from pipeline.evaluate.gold import gold_hash, read_gold

GOLD = Path(__file__).parents[2] / "data" / "gold"


def test_every_sample_article_has_gold():
    sources = {a.source.partition("#")[0] for a in load_gold(GOLD)}
    raw = GOLD.parent / "raw"
    files = {p.relative_to(raw).as_posix() for p in raw.rglob("*") if p.is_file() and p.name != "index.csv"}
    assert sources == files


def test_gold_is_unique_by_source():
    sources = [a.source for a in load_gold(GOLD)]
    assert len(sources) == len(set(sources))


@pytest.mark.parametrize(
    "content",
    [
        "bez nagłówka",
        "+++\ntitle = 'x'\n+++\ntekst",
        "+++\nsource = 'a'\nfoo = 1\n+++\ntekst",
        "+++\nsource = 'a'\n+++\n<date>x",
    ],
    ids=["no head", "no source", "unknown key", "unclosed mark"],
)
def test_broken_gold_is_refused_and_names_the_file(tmp_path, content):
    path = tmp_path / "zly.gold.txt"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(MarkupError, match="zly"):
        read_gold(path)


def test_empty_folder_is_refused(tmp_path):
    with pytest.raises(MarkupError, match=r"gold\.txt"):
        load_gold(tmp_path)


def test_hash_depends_on_names_and_contents(tmp_path):
    (tmp_path / "a.gold.txt").write_text("x", encoding="utf-8")
    first = gold_hash(tmp_path)
    (tmp_path / "a.gold.txt").write_text("y", encoding="utf-8")
    second = gold_hash(tmp_path)
    (tmp_path / "a.gold.txt").rename(tmp_path / "b.gold.txt")
    assert len({first, second, gold_hash(tmp_path)}) == 3
