"""Our own marked passages are read at least as well as when their floors were pinned, one file a component."""

from pathlib import Path

import pytest

from pipeline.evaluate.floors import below, read_floors
from pipeline.evaluate.gold import gold_hash
from pipeline.run.evaluating import evaluate_passages
from pipeline.settings import Settings

HERE = Path(__file__).parent
FILES = sorted((HERE / "sentences").glob("*.txt"))
FLOORS = HERE / "floors" / "sentences"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_field_lies_below_its_floor(path, extractor):
    pinned, floors = read_floors(FLOORS / f"{path.stem}.toml")
    assert pinned == gold_hash(path), "the passages changed: magistrat evaluate FILE --floors FLOORS --pin"
    counts = evaluate_passages(path, Settings(model="none"), extractor)
    sunk = below(counts, floors)
    assert sunk == {}, {field: counts[field].errors for field in sunk}
