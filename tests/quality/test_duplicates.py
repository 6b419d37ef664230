"""Copies and look-alikes in duplicates/pairs.toml: every copy is found, no template filled in twice is taken for one."""

import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from pipeline.run.duplicates.likeness import compare
from pipeline.run.duplicates.signature import signature

HERE = Path(__file__).parent
DATA = tomllib.loads((HERE / "duplicates" / "pairs.toml").read_text(encoding="utf-8"))
ARTICLES = sorted((HERE / "articles" / "raw").rglob("*.txt"))


def texts(pair):
    story = DATA["stories"][pair["story"]].strip()
    if "other" in pair:
        return story, DATA["stories"][pair["other"]].strip()
    parts = story.split("\n\n")
    for place, name in enumerate(("headline", "lead")):
        parts[place] = pair.get(name, parts[place])
    parts = parts[: len(parts) - pair.get("cut", 0)] + [pair[key] for key in ("append",) if key in pair]
    text = "\n\n".join(parts)
    for old, new in [*pair.get("swap", ()), *((sentence, "") for sentence in pair.get("drop", ()))]:
        text = text.replace(old, new)
    return story, text


def test_there_are_enough_pairs_of_both_kinds_and_each_differs():
    assert len(DATA["pair"]) >= 40
    assert min(sum(pair["same"] is kind for pair in DATA["pair"]) for kind in (True, False)) >= 20
    assert all(one != other for one, other in map(texts, DATA["pair"]))


@pytest.mark.parametrize("pair", DATA["pair"], ids=lambda pair: pair["id"])
def test_pairs(pair):
    one, other = map(signature, texts(pair))
    assert compare(one, other).is_copy is pair["same"], compare(one, other)
    assert compare(one, other) == compare(other, one)


def test_no_two_articles_of_our_set_are_taken_for_copies():
    signed = [signature(path.read_bytes().decode("utf-8", "replace")) for path in ARTICLES]
    assert len(signed) > 140
    assert [(a, b) for a, b in combinations(range(len(signed)), 2) if compare(signed[a], signed[b]).is_copy] == []
