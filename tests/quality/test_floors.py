"""Our own articles are read at least as well as when the floors were pinned (see CONTRIBUTING.md, "Quality floors")."""

from pathlib import Path

from pipeline.evaluate.floors import below, read_floors
from pipeline.evaluate.gold import gold_hash

FLOORS = Path(__file__).parent / "floors"


def test_the_floors_belong_to_this_gold(measured):
    name, gold, _ = measured
    assert read_floors(FLOORS / f"{name}.toml")[0] == gold_hash(gold), "the gold changed: measure again and pin the floors anew"


def test_no_field_lies_below_its_floor(measured):
    name, _, counts = measured
    sunk = below(counts, read_floors(FLOORS / f"{name}.toml")[1])
    assert sunk == {}, {field: counts[field].errors for field in sunk}


def test_every_offset_points_at_its_text(measured):
    _, _, counts = measured
    assert counts["offsets"].fp == 0
    assert counts["offsets"].tp > 100
