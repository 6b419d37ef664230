"""What README.md tells people to type is there."""

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

from pipeline import cli

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = [line for block in re.findall(r"```sh\n(.*?)```", README, re.S) for line in block.splitlines()]
MAGISTRAT = [line.partition("magistrat ")[2] for line in SHELL if "magistrat " in line]


def test_it_opens_with_two_lines_to_copy():
    assert [line.partition("#")[0].strip() for line in SHELL[:2]] == ["make run", "make test"]


@pytest.mark.parametrize("target", [line.split()[1] for line in SHELL if line.startswith("make ")])
def test_make_has_the_target(target):
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)


@pytest.mark.parametrize("line", MAGISTRAT)
def test_the_command_has_the_options(line):
    name, *words = shlex.split(line, comments=True)
    options = {o for p in get_command(cli.app).commands[name].params for o in p.opts}
    assert {w for w in words if w.startswith("--")} <= options


def test_the_python_example_runs(monkeypatch):
    import pipeline

    monkeypatch.setattr(pipeline, "read_table", lambda folder, name: None)  # no run has written to data/processed yet
    (block,) = re.findall(r"```python\n(.*?)```", README, re.S)
    names = {}
    exec(block, names)  # noqa: S102 - our own README
    assert names["record"].standards[0].id == "PN-EN ISO 9001:2015"
    assert names["record"].officials[0].name == "Jan Wrzos"


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#]+)\)", README))
def test_links_lead_somewhere(link):
    assert (ROOT / link).exists()
