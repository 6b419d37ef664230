import json
from pathlib import Path

import pytest

from pipeline.evaluate import load_gold, score
from pipeline.run.job import run
from pipeline.settings import Settings

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SETS = {
    "samples": (ROOT / "data" / "raw", ROOT / "data" / "gold"),
    "articles": (HERE / "articles" / "raw", HERE / "articles" / "gold"),
}
"""Name of a set -> its raw articles and their gold; the floors of each lie in floors/NAME.toml."""


@pytest.fixture(scope="session", params=SETS)
def measured(request, tmp_path_factory):
    """A set's name, its gold folder and its scores, without a statistical model so that every machine measures the same."""
    raw, gold = SETS[request.param]
    out = tmp_path_factory.mktemp(request.param)
    run([raw], out, Settings(model="none"))
    records = [json.loads(line) for line in (out / "records.jsonl").read_text(encoding="utf-8").splitlines()]
    return request.param, gold, score(load_gold(gold), records)
