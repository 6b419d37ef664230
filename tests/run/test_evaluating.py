import pytest
from typer.testing import CliRunner

from pipeline import cli

GOLD = """+++
source = "a.txt"
title = "Sosnówka z certyfikatem"
organization = "Urząd Gminy Sosnówka"
+++
Sosnówka z certyfikatem
<organization>Urząd Gminy Sosnówka</organization> ma <standard id="ISO 9001">ISO 9001</standard> od wielu lat i nie zamierza go stracić.
"""


@pytest.fixture
def gold(tmp_path):
    """A folder with one gold article and its source beside it."""
    for name in ("gold", "raw"):
        (tmp_path / name).mkdir()
    (tmp_path / "gold" / "a.gold.txt").write_text(GOLD, encoding="utf-8")
    text = GOLD.split("+++\n")[2]
    for tag in ("<organization>", "</organization>", '<standard id="ISO 9001">', "</standard>"):
        text = text.replace(tag, "")
    (tmp_path / "raw" / "a.txt").write_text(text, encoding="utf-8")
    return tmp_path / "gold"


def evaluate(*args):
    return CliRunner().invoke(cli.app, ["evaluate", *(str(a) for a in args), "--model", "none"])


def row(output, field):
    return next(line for line in output.splitlines() if line.startswith(field)).replace("│", " ").split()


def test_a_folder_of_articles(gold):
    result = evaluate(gold)
    assert result.exit_code == 0, result.output
    assert row(result.output, "standards")[1:] == ["1.000", "1.000", "1.000", "1", "0", "0"]


def test_a_file_of_passages_and_its_errors(tmp_path):
    path = tmp_path / "dates.txt"
    path.write_text('### a\nAudit był <date value="2012-05-03">3 maja 2012 r.</date>\n### b\nWynik: <date>1:0</date>', "utf-8")
    result = evaluate(path, "--errors", "dates")
    assert row(result.output, "dates ")[4:] == ["1", "0", "1"]
    assert "missed    1:0" in result.output


def test_floors_are_pinned_held_and_lowered_only_with_a_reason(gold, tmp_path):
    floors = tmp_path / "floors.toml"
    assert evaluate(gold, "--floors", floors, "--pin").exit_code == 0
    assert evaluate(gold, "--floors", floors).exit_code == 0
    (gold.parent / "raw" / "a.txt").write_text("Sosnówka z certyfikatem\nNie ma już nic do powiedzenia o tym.\n", "utf-8")
    sunk = evaluate(gold, "--floors", floors)
    assert sunk.exit_code == 1
    assert "standards: 0.000 is below its floor 1.000" in sunk.output
    refused = evaluate(gold, "--floors", floors, "--pin")
    assert refused.exit_code == 1
    assert "--reason" in refused.output
    assert evaluate(gold, "--floors", floors, "--pin", "--reason", "źródło zmienione").exit_code == 0


def test_other_gold_does_not_hold_old_floors(gold, tmp_path):
    floors = tmp_path / "floors.toml"
    evaluate(gold, "--floors", floors, "--pin")
    (gold / "a.gold.txt").write_text(GOLD.replace("od wielu", "od pięciu"), encoding="utf-8")
    result = evaluate(gold, "--floors", floors)
    assert result.exit_code == 1
    assert "other gold" in result.output


WRONG = {
    "no gold": ["nie-ma"],
    "no raw articles": ["gold", "--raw", "nie-ma"],
    "pin without a file": ["gold", "--pin"],
    "unknown field": ["gold", "--errors", "kolor"],
    "no floors": ["gold", "--floors", "nie-ma.toml"],
}


@pytest.mark.parametrize("args", WRONG.values(), ids=WRONG.keys())
def test_wrong_usage_is_status_two_with_a_message(gold, monkeypatch, args):
    monkeypatch.chdir(gold.parent)
    result = evaluate(*args)
    assert result.exit_code == 2, result.output
    assert "magistrat: " in result.output
