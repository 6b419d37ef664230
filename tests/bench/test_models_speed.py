"""The shipped model behind the gate, on a dump nine tenths ordinary news: what it costs beside no model, in one run."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.annotate.load import available_models
from pipeline.run.extractor import Extractor
from pipeline.run.stream import sources
from pipeline.schema import Article, Failure
from pipeline.settings import Settings
from pipeline.values import morph

ARTICLES = Path(__file__).parents[1] / "quality" / "articles" / "raw"
DOUBLE = 2.0
CERTIFIED, ORDINARY = 2, 18


@pytest.fixture(scope="module")
def plain():
    return Extractor(Settings(model="none"))


@pytest.fixture(scope="module")
def dump(plain):
    """Our own articles: two that name a standard, eighteen that do not."""
    kinds: dict[bool, list[Article]] = {True: [], False: []}
    found = (s for s in sources([ARTICLES], Settings().read, Path("/nonexistent")) if not isinstance(s, Failure))
    for article in (a for a in map(plain.article, found) if isinstance(a, Article)):
        kinds[bool(plain.record(article).standards)].append(article)
        if len(kinds[True]) >= CERTIFIED and len(kinds[False]) >= ORDINARY:
            break
    return kinds[True][:CERTIFIED] + kinds[False][:ORDINARY]


@pytest.mark.skipif(not morph.available(), reason="without Morfeusz the whole model runs")
@pytest.mark.skipif(not available_models()["shipped"], reason="built without the shipped model")
def test_the_cost_at_most_doubles(plain, dump, cpu, report):
    shipped = Extractor(Settings(model="shipped"))
    assert len(dump) == CERTIFIED + ORDINARY
    cost = {name: cpu(lambda given, e=e: [e.record(a) for a in given], dump) for name, e in (("none", plain), ("it", shipped))}
    ratio = cost["it"] / cost["none"]
    report(f"shipped model behind the gate: {ratio:.2f} of the cost without a model")
    assert ratio < DOUBLE
