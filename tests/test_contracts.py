"""The rules of the design that import-linter and mypy do not see."""

import re
import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "pipeline").rglob("*.py"))
PINS = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()


def test_every_component_is_an_entry_point_and_the_other_way_round():
    from pipeline.annotate.load import COMPONENTS
    from pipeline.annotate.model.parts import FACTORIES

    registered = {e.name for e in entry_points(group="spacy_factories") if e.name.startswith("magistrat_")}
    assert registered == {*COMPONENTS, *FACTORIES}


def test_every_dependency_is_pinned_once():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["test"] + project["optional-dependencies"]["lint"]
    names = [re.sub(r"[-_.]+", "-", re.split(r"[^A-Za-z0-9_.-]", line)[0].lower()) for line in wanted]
    pinned = [line.partition("==")[0] for line in PINS if not line.startswith("#")]
    assert set(names) <= set(pinned)
    assert len(set(pinned)) == len(pinned)


def test_pins_hold_versions_and_nothing_else():
    assert [line for line in PINS if not re.fullmatch(r"#.*|[a-z0-9-]+==[0-9][0-9a-z.+]*", line)] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_stage_reads_the_clock(path):
    """The clock is an argument: the same dump gives the same records tomorrow."""
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\b(?:date\.today|datetime\.(?:now|utcnow|today)|time\.time|time\.localtime)\(", text)


LONGEST = {"pipeline/schema.py": 400}
"""Lines; every other file ends before 300. The schema is declared once, in one place."""


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_are_small(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST.get(path.relative_to(ROOT).as_posix(), 300)
