import pytest

from pipeline.evaluate import Count
from pipeline.evaluate.floors import FloorError, below, read_floors, write_floors


def counts(tp):
    return {"standards": Count(tp=tp, fp=10 - tp, fn=10 - tp), "dropped": Count(tp=4, fn=1), "place": Count()}


def test_written_floors_are_read_back(tmp_path):
    path = tmp_path / "floors.toml"
    write_floors(path, counts(9), "abc")
    assert read_floors(path) == ("abc", {"standards": 0.9, "dropped": 0.8})


def test_a_floor_sinks_only_with_a_reason_that_is_kept(tmp_path):
    path = tmp_path / "floors.toml"
    write_floors(path, counts(9), "abc")
    with pytest.raises(FloorError, match="standards"):
        write_floors(path, counts(8), "abc")
    write_floors(path, counts(8), "abd", reason='złoto poprawione: "ISO" nie jest normą')
    assert read_floors(path)[1]["standards"] == 0.8
    assert "złoto poprawione" in path.read_text(encoding="utf-8")
    write_floors(path, counts(10), "abd")
    assert "złoto poprawione" in path.read_text(encoding="utf-8")


def test_a_vanished_field_is_below_its_floor():
    assert below({"standards": Count()}, {"standards": 0.9}) == {"standards": (0.0, 0.9)}
