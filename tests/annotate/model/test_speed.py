"""How rates are measured and summed up; no test here looks at a clock."""

import pytest
import spacy
from spacy.tokens import DocBin

from models.recipe import speed


@pytest.fixture
def data(tmp_path):
    """A development part and a hold-out of six short documents each."""
    nlp = spacy.blank("pl")
    for side in ("dev", "test"):
        DocBin(docs=[nlp(f"Wójt numer {i} otworzył szkołę.") for i in range(6)]).to_disk(tmp_path / f"{side}.spacy")
    return tmp_path


class Turns:
    """A pipeline that notes when it runs and on what."""

    def __init__(self, name, seen):
        self.name, self.seen = name, seen

    def pipe(self, texts, batch_size):
        self.seen.append((self.name, list(texts)))
        return [text.split() for text in texts]


def test_every_text_is_timed_twice_by_every_model_in_turns():
    seen = []
    models = {name: Turns(name, seen) for name in ("a", "b")}
    texts = [f"tekst {i}" for i in range(5)]
    found = speed.rates(models, ["wstęp"], texts, rounds=2)
    assert seen[:2] == [("a", ["wstęp"]), ("b", ["wstęp"])]
    timed = seen[2:]
    assert [name for name, _ in timed] == ["b", "a", "a", "b"] * 2
    for name in models:
        assert sorted(text for who, given in timed if who == name for text in given) == sorted(texts * 2)
    assert set(found) == {"first, cpu", "first, user", "again, cpu", "again, user"}
    assert all(len(values) == 2 for rates in found.values() for values in rates.values())


def test_the_first_model_is_compared_within_each_share():
    found = speed.summary({"a": [10.0, 30.0, 20.0], "b": [5.0, 20.0, 5.0]})
    assert found["a"] == {"median": 20.0, "low": 10.0, "high": 30.0}
    assert found["a : b"] == {"median": 2.0, "low": 1.5, "high": 4.0}


def test_texts_of_the_holdout(data):
    found = speed.measure({"m": spacy.blank("pl")}, data, rounds=2)
    assert {"m", "blank", "m : blank"} == set(found["first, cpu"])
