"""tools/compare_models.py on the first articles of a set: tables without the models that are not here."""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("compare_models", ROOT / "tools" / "compare_models.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(tool, monkeypatch, *arguments):
    monkeypatch.setattr(sys, "argv", ["compare_models.py", *map(str, arguments)])
    tool.main()


@pytest.fixture
def weak(tmp_path):
    """A model's folder whose entities are never right."""
    import spacy

    nlp = spacy.blank("pl")
    nlp.add_pipe("ner").add_label("persName")
    nlp.initialize()
    nlp.to_disk(tmp_path / "weak")
    return tmp_path / "weak"


def test_tables_in_a_file(tool, monkeypatch, capsys, tmp_path, weak):
    page = tmp_path / "models.md"
    page.write_text("before\n{}\nold\n{}\nafter\n".format(*tool._MARKS), encoding="utf-8")
    models = ["--models", "pl_missing_sm", weak]
    run(
        tool, monkeypatch, "--sets", "samples", "sentences", "--limit", 1, "--timed", 1, "--rounds", 0, *models, "--write", page
    )
    shown = capsys.readouterr()
    assert "pl_missing_sm is not here" in shown.err
    rows = [line.split(" | ") for line in shown.out.splitlines() if line.startswith("|")]
    assert [(r[0].strip("| "), r[1]) for r in rows[2:6]] == [
        (s, m) for s in ("samples", "sentences") for m in ("none", str(weak))
    ]
    assert all(r[-2].endswith("of 1") or r[-2] == "–" for r in rows[2:4])
    assert all(r[-1].startswith(("0 of", "–")) for r in rows[2:6]), "the gate loses nothing"
    assert [r[0].strip("| ") for r in rows[-2:]] == ["none", str(weak)]
    written = page.read_text(encoding="utf-8")
    assert written.startswith("before\n") and written.endswith("\nafter\n")
    assert shown.out.strip() in written
    assert "old" not in written


def test_ordinary_news_may_come_as_a_docbin(tool, tmp_path):
    import spacy
    from spacy.tokens import DocBin

    texts = ["Nad rzeką stanęła nowa przystań.\n\nOtwarto ją w sobotę.", "Zimą zamarzł staw w parku."]
    DocBin(docs=[spacy.blank("pl")(text) for text in texts]).to_disk(tmp_path / "news.spacy")
    extractor = tool.Extractor(tool.Settings(model="none"))
    found = tool.ordinary_articles(tmp_path / "news.spacy", extractor)
    assert [a.text.split() for a in found] == [text.split() for text in texts]
    assert len(tool.ordinary_articles(tmp_path / "news.spacy", extractor, 1)) == 1


def test_a_file_without_marks(tool, tmp_path):
    page = tmp_path / "models.md"
    page.write_text("no marks", encoding="utf-8")
    with pytest.raises(ValueError, match="has no line"):
        tool.write(page, "| a |")


@pytest.mark.parametrize(("certified", "ordinary", "length"), [(3, 20, 20), (1, 90, 10), (5, 4, 5), (2, 0, 1)])
def test_nine_ordinary_articles_for_each_other(tool, certified, ordinary, length):
    assert len(tool.dump(["c"] * certified, ["o"] * ordinary)) == length


def test_the_model_that_ran_is_no_difference(tool):
    extractor = tool.Extractor(tool.Settings(model="none"))
    article = tool.articles_of(ROOT / "data" / "raw", extractor, 1)[0]
    first = tool.behind_gate(extractor, article)
    other = tool.replace(first, provenance=tool.replace(first.provenance, model="another"))
    assert tool.unlike([first], [other]) == 0
    assert tool.unlike([first], [tool.replace(first, officials=(), standards=())]) == 1
