"""Trainings of the recipe on five sentences: going on, the best epoch, the same bytes."""

import json
import random

import pytest
import spacy
from spacy.training import Example
from spacy.util import fix_random_seed

from models.recipe import training
from models.recipe.settings import DONE, LANES, RUNS, Run
from pipeline.annotate.model.table import HIDDEN


@pytest.fixture
def untrained(trained, gold):
    """The small pipeline before it has learnt anything."""

    def fresh():
        nlp = spacy.util.load_model_from_config(trained.config, auto_fill=True)
        fix_random_seed(0)
        nlp.initialize(lambda: [Example(d, d) for d in gold(nlp)])
        return nlp

    return fresh


def curve(folder):
    return [json.loads(line) for line in (folder / "log.jsonl").read_text().splitlines()]


def test_a_training_that_was_cut_off_goes_on(untrained, gold, tmp_path):
    run = Run((), 3, 40, 0.01)
    scores = iter([{"ents_f": 10.0}, {"ents_f": 20.0}, {"ents_f": 30.0}])
    first = untrained()
    training.train(first, gold(first), tmp_path / "t", run, report=lambda _: next(scores), minutes=0.0)
    assert json.loads((tmp_path / "t" / DONE).read_text()) == {"epoch": 1, "best": 1, "score": 10.0}
    again = untrained()
    training.train(again, gold(again), tmp_path / "t", run, report=lambda _: next(scores))
    log = curve(tmp_path / "t")
    assert [entry["epoch"] for entry in log] == [1, 2, 3]
    spacy.load(tmp_path / "t" / "model")


def test_cut_off_or_not_the_weights_are_the_same(untrained, gold, tmp_path):
    run = Run((), 2, 40, 0.01, hidden=0.3)
    for name, limits in (("whole", [None]), ("parts", [0.0, None])):
        for minutes in limits:
            nlp = untrained()
            training.train(nlp, gold(nlp), tmp_path / name, run, report=lambda _: {"ents_f": 1.0}, minutes=minutes)
    one, other = ((tmp_path / name / "checkpoint" / "ner" / "model").read_bytes() for name in ("whole", "parts"))
    assert one == other


def test_the_best_epoch_stands_and_two_without_gain_end_it(untrained, gold, tmp_path):
    scores = iter([10.0, 30.0, 20.0, 29.0, 99.0])
    seen = {}

    def report(nlp):
        score = next(scores)
        seen[score] = nlp.get_pipe("ner").to_bytes()
        return {"ents_f": score}

    nlp = untrained()
    training.train(nlp, gold(nlp), tmp_path / "t", Run((), 5, 40, 0.01), report=report)
    assert [entry["ents_f"] for entry in curve(tmp_path / "t")] == [10.0, 30.0, 20.0, 29.0]
    kept = spacy.load(tmp_path / "t" / "model").get_pipe("ner")
    assert kept.to_bytes() == seen[30.0] != seen[29.0]


def test_every_training_has_its_lane():
    assert sorted(name for lane in LANES for name in lane) == sorted(RUNS)


def test_every_epoch_hides_other_documents(trained, gold):
    made = training.examples(trained, gold(trained) * 40)
    hidden = []
    for seed in (1, 2, 1):
        training.hide(made, Run((), 1, 40, 0.01, hidden=0.2), random.Random(seed))  # noqa: S311
        hidden.append([HIDDEN in eg.predicted.user_data for eg in made])
    assert hidden[0] == hidden[2] != hidden[1]
    assert 0.1 < sum(hidden[0]) / len(made) < 0.3
    training.hide(made, Run((), 1, 40, 0.01), random.Random(1))  # noqa: S311
    assert not any(HIDDEN in eg.predicted.user_data for eg in made)
