"""Stories whose certificates are known across articles: every report is gathered with its like, none with another's."""

import pytest

from pipeline.evaluate.entities import load_stories, score_entities
from pipeline.evaluate.floors import below, read_floors
from pipeline.evaluate.gold import gold_hash
from pipeline.evaluate.markup import MarkupError
from pipeline.run.evaluating import evaluate_entities
from pipeline.settings import Settings

HEAD = '[entities.a]\nholder = "Urząd Gminy Lipka"\nfamilies = ["ISO 9001"]\ncertifier = "PCBC"\n[entities.b]\n'
HEAD += 'holder = "Urząd Gminy Lipka"\nfamilies = ["ISO 14001"]\n'
STORY = '[[article]]\nid = "{}"\nreports = {}\ntext = "Lipka z certyfikatem"\n'


@pytest.fixture(scope="module")
def folder(request):
    return request.path.parent / "entities"


@pytest.fixture(scope="module")
def counts(folder, extractor):
    return evaluate_entities(folder, Settings(model="none"), extractor)


@pytest.fixture(scope="module")
def floors(folder):
    return read_floors(folder.parent / "floors" / "entities.toml")


def test_the_floors_belong_to_these_stories(folder, floors):
    assert floors[0] == gold_hash(folder), "the stories changed: magistrat evaluate tests/quality/entities --floors … --pin"


def test_no_figure_lies_below_its_floor(counts, floors):
    assert below(counts, floors[1]) == {}, {name: count.errors for name, count in counts.items()}


def test_hardly_a_report_is_gathered_with_another_certificate(counts):
    assert counts["pairs"].precision >= 0.98, counts["pairs"].errors


def test_the_stories_are_many_and_hard(folder):
    stories = load_stories(folder)
    assert len(stories.articles) >= 80
    assert len(stories.entities) >= 40
    assert sum(not s.reports for s in stories.articles) >= 2


def test_holders_and_families_repeat(folder):
    seen = [(e.holder, e.families) for e in load_stories(folder).entities.values()]
    assert len(seen) - len(set(seen)) >= 8


BROKEN = {
    "an unknown entity": HEAD + STORY.format("x", '["c"]'),
    "an id twice": HEAD + STORY.format("x", '["a"]') * 2,
    "an unknown key": HEAD + STORY.format("x", '["a"]') + "author = 1\n",
    "no TOML": "entities",
    "no article": HEAD,
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
def test_stories_that_cannot_be_used_are_refused(tmp_path, text):
    (tmp_path / "x.entities.toml").write_text(text, encoding="utf-8")
    with pytest.raises(MarkupError, match=r"x\.entities\.toml|no \*"):
        load_stories(tmp_path)


def certificate(name, family="ISO 9001", status="awarded"):
    return {
        "certificate_id": name, "organization": "Urząd Gminy Lipka", "certifier": "PCBC", "standards": [family], "status": status
    }  # fmt: skip


def test_pairs_are_counted(tmp_path):
    text = HEAD + STORY.format("x", '["a"]') + STORY.format("y", '["a", "b"]') + STORY.format("z", '["a"]')
    (tmp_path / "x.entities.toml").write_text(text, encoding="utf-8")
    told = {
        "x": [certificate("x1")],
        "y": [certificate("y1"), certificate("y2", "ISO 14001")],
        "z": [certificate("z1"), certificate("z2")],
    }
    records = {name: {"certificates": found, "standards": []} for name, found in told.items()}
    rows = [{"certificates": ids, "conflicts": []} for ids in (["x1", "y1"], ["y2", "z2"], ["z1"])]
    found = score_entities(load_stories(tmp_path), records, rows)
    assert (found["reports"].tp, found["reports"].fp, found["reports"].fn) == (4, 1, 0)
    assert (found["pairs"].tp, found["pairs"].fp, found["pairs"].fn) == (1, 1, 2)
