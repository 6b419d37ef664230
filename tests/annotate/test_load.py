import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import spacy
from spacy.training import Example

from pipeline.annotate.base import mentions_of
from pipeline.annotate.load import COMPONENTS, ModelNotFoundError, annotate, available_models, described, load, model_name
from pipeline.schema import Article

TEXT = "Urząd Gminy Sosnówka uzyskał 3 maja 2016 r. certyfikat PN-EN ISO 9001:2015. Odebrał go wójt Jan Wrzos."
HAS_SM = spacy.util.is_package("pl_core_news_sm")


@pytest.fixture(scope="module")
def nlp():
    return load("none")


@pytest.fixture(scope="module")
def statistical(tmp_path_factory):
    """A small trained pipeline with pl_core_news_sm's kinds of parts and labels, saved where a path can name it."""
    base = spacy.blank("pl")
    base.add_pipe("ner").add_label("persName")
    base.add_pipe("senter")
    example = Example.from_dict(
        base.make_doc("Przyszedł wójt Jan Wrzos."), {"entities": [(15, 24, "persName")], "sent_starts": [1, 0, 0, 0, 0]}
    )
    optimizer = base.initialize(lambda: [example])
    for _ in range(30):
        base.update([example], sgd=optimizer)
    base.meta["name"] = "probny"
    path = tmp_path_factory.mktemp("model")
    base.to_disk(path)
    return path


def kinds(doc):
    return {m.kind for m in mentions_of(doc)}


def test_every_component_runs_in_its_order(nlp):
    assert nlp.pipe_names == list(COMPONENTS)
    assert {"standards", "officials", "organizations", "dates", "places"} <= kinds(nlp(TEXT))


def test_the_pipeline_declares_what_it_assigns(nlp):
    problems = nlp.analyze_pipes()["problems"]
    assert {name: found for name, found in problems.items() if found} == {}


def test_a_saved_pipeline_loads_in_a_python_that_never_imported_us(nlp, tmp_path):
    nlp.to_disk(tmp_path / "pipeline")
    script = (
        "import sys, spacy\n"
        f"nlp = spacy.load({str(tmp_path / 'pipeline')!r})\n"
        f"doc = nlp({TEXT!r})\n"
        "print([s.text for s in doc.spans['standards']])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "PN-EN ISO 9001:2015" in done.stdout


def test_a_statistical_model_comes_first_and_ours_follow(statistical):
    nlp = load(str(statistical))
    assert nlp.pipe_names == ["ner", *COMPONENTS], "sentences are ours, so senter is left out"
    assert model_name(nlp) == "pl_probny 0.0.0"
    assert {"standards", "officials", "organizations", "dates"} <= kinds(nlp(TEXT))


def test_without_a_model_provenance_says_none(nlp):
    assert model_name(nlp) == "none"


@pytest.mark.parametrize("name", ["nie_ma_takiego", "/nie/ma/takiej/teczki"])
def test_a_missing_model_is_named_in_the_message(name):
    with pytest.raises(ModelNotFoundError, match=r"model|pipeline"):
        load(name)


def test_an_installation_without_the_shipped_model_says_so(monkeypatch):
    monkeypatch.setattr("pipeline.annotate.load.shipped_path", lambda: None)
    assert not available_models()["shipped"]
    with pytest.raises(ModelNotFoundError, match="built without the shipped model"):
        load("shipped")


def test_auto_takes_the_first_model_that_is_there():
    wanted = next((name for name, there in available_models().items() if there), "none")
    names = {"pl_core_news_sm": "pl_core_news_sm", "shipped": "pl_magistrat_sm", "none": "none"}
    assert model_name(load("auto")).startswith(names[wanted])


def test_the_shipped_model_is_preferred(monkeypatch):
    monkeypatch.setattr("pipeline.annotate.load.shipped_path", lambda: Path("somewhere"))
    assert next(name for name, there in available_models().items() if there) == "shipped"


def test_a_model_is_described_by_its_card(statistical, monkeypatch):
    monkeypatch.setattr("pipeline.annotate.load.shipped_path", lambda: Path(statistical))
    assert re.fullmatch(r"available, pl_probny 0\.0\.0, \d+ MB, .*", described("shipped"))


def test_without_morfeusz_auto_passes_the_shipped_model_by_and_asked_for_it_warns(monkeypatch):
    monkeypatch.setattr(
        "pipeline.annotate.load.morph", SimpleNamespace(available=lambda: False)
    )  # not for lexicons, which stay
    monkeypatch.setattr("pipeline.annotate.load.available_models", lambda: {"shipped": True, "pl_core_news_sm": False})
    assert model_name(load("auto")) == "none"
    with pytest.warns(UserWarning, match="of little use without Morfeusz"):
        load("shipped")


@pytest.mark.skipif(not HAS_SM, reason="pl_core_news_sm is not installed (python -m spacy download pl_core_news_sm)")
def test_pl_core_news_sm_is_drop_in():
    nlp = load("pl_core_news_sm")
    assert set(COMPONENTS) < set(nlp.pipe_names)
    assert {"standards", "officials", "organizations", "dates"} <= kinds(nlp(TEXT))


def test_the_publication_date_reaches_the_dates(nlp):
    article = Article(id="1", source="a", text="Wczoraj burmistrz Ewa Lis otworzyła most.", published="2019-05-03")
    values = [m.value["value"] for m in mentions_of(annotate(nlp, article)) if m.kind == "dates"]
    assert values == ["2019-05-02"]
