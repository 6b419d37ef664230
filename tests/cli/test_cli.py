import json
import re
import subprocess
import sys
import zipfile

import pytest
from typer.testing import CliRunner

from pipeline import cli
from pipeline.cli import extracting, inspecting
from pipeline.store import TABLES

STORY = """Sosnówka z certyfikatem jakości

Urząd Miasta Sosnówka otrzymał certyfikat PN-EN ISO 9001:2015. Dokument odebrał burmistrz Tadeusz Wrzos.
Certyfikat jest ważny do 12 maja 2031 roku.
Udostępnij na Facebooku
"""


@pytest.fixture
def command(request, monkeypatch):
    """Runs the command line in this process, over a pipeline that is loaded once a session, by the first who needs it."""
    for module in (extracting, inspecting):
        monkeypatch.setattr(module, "loaded", lambda settings: request.getfixturevalue("extractor"))
    return lambda *args: CliRunner().invoke(cli.app, [str(a) for a in args])


@pytest.fixture
def story(tmp_path):
    (tmp_path / "dump").mkdir()
    (tmp_path / "dump" / "a.txt").write_text(STORY, encoding="utf-8")
    return tmp_path / "dump" / "a.txt"


def python(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("module", ["pipeline.cli", "pipeline", "pipeline.run", "pipeline.store"])
def test_importing_costs_no_heavy_library(module):
    heavy = {"spacy", "pandas", "numpy", "pyarrow", "trafilatura", "lxml", "morfeusz2", "sqlite3", "rich.console", "rich.table"}
    loaded = python(f"import sys, {module}; print(*sys.modules, sep='\\n')").split()
    assert heavy & set(loaded) == set()


def test_version(command):
    result = command("--version")
    assert result.exit_code == 0
    assert result.stdout.startswith("magistrat ")


@pytest.mark.parametrize("words", [(), ("extract",), ("inspect",), ("extract", "x", "--limit", "0"), ("extrakt",)], ids=str)
def test_wrong_usage_is_status_two(command, words):
    assert command(*words).exit_code == 2


def test_extract_writes_and_sums_up(command, story, tmp_path):
    (story.parent / "pusty.txt").write_text("", encoding="utf-8")
    result = command("extract", story.parent, "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert "2 read = 1 articles + 1 failures" in result.stdout
    assert "pusty.txt" in result.stdout
    assert "empty" in result.stdout
    record = json.loads((tmp_path / "out" / "records.jsonl").read_text(encoding="utf-8"))
    assert record["source"] == "a.txt"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [("pusty.txt", b"", "empty"), ("logo.txt", b"\x89PNG\r\n\x1a\n" + bytes(99), "binary"), ("nie-ma.txt", None, "missing_input")],
    ids=["empty", "binary", "missing"],
)  # fmt: skip
def test_status_one_when_nothing_could_be_extracted(command, tmp_path, name, content, reason):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    result = command("extract", tmp_path / name, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert reason in result.stdout
    assert "nothing could be extracted; " in result.stderr
    assert "holds empty tables and the failures" in result.stderr
    assert "certificate_entities" not in result.stdout
    assert "Traceback" not in result.output


def test_a_run_that_finds_nothing_says_that_an_earlier_one_stays(command, story, tmp_path):
    assert command("extract", story, "--out", tmp_path / "out").exit_code == 0
    result = command("extract", tmp_path / "nie-ma", "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "the files of an earlier run are as they were" in result.stderr
    assert (tmp_path / "out" / "records.jsonl").read_text(encoding="utf-8")


def test_a_dry_run_reads_and_writes_nothing(command, story, tmp_path):
    result = command("extract", story.parent, tmp_path / "nie-ma", "--out", tmp_path / "out", "--dry-run")
    assert result.exit_code == 0
    assert "a.txt  text  utf-8 (valid utf-8)" in result.stdout
    assert "1 to extract, 1 that cannot be read" in result.stdout
    assert not (tmp_path / "out").exists()


def test_a_dry_run_over_nothing_is_status_one(command, tmp_path):
    assert command("extract", tmp_path / "nie-ma", "--dry-run").exit_code == 1


def test_columns_can_be_named(command, tmp_path):
    (tmp_path / "t.csv").write_text("nr,wiadomosc\n1,Burmistrz odebrał certyfikat ISO 9001 dla urzędu.\n", encoding="utf-8")
    result = command("extract", tmp_path / "t.csv", "--column", "text=wiadomosc", "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--encoding", "klingon"), "unknown encoding"),
        (("--settings", "nie-ma.toml"), "nie-ma.toml"),
        (("--out", "a.txt"), "is not a folder"),
    ],
    ids=["encoding", "settings", "out-is-a-file"],
)
def test_wrong_options_are_status_two_with_a_message(command, story, monkeypatch, options, message):
    monkeypatch.chdir(story.parent)
    result = command("extract", "a.txt", *options)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.output


def test_an_unknown_model_is_status_two(story, tmp_path):
    result = CliRunner().invoke(cli.app, ["extract", str(story), "--model", "no_such_model", "--out", str(tmp_path / "out")])
    assert result.exit_code == 2
    assert "magistrat models" in result.stderr


def test_results_that_cannot_be_written_are_told_in_words(command, story, tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    result = command("extract", story, "--out", tmp_path / "file" / "below")
    assert result.exit_code == 1
    assert "cannot write" in result.stderr


def test_an_interrupted_run_says_what_lies_in_its_folder(command, story, tmp_path, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("pipeline.run.job.run", interrupted)
    result = command("extract", story, "--out", tmp_path / "out")
    assert result.exit_code == 130
    assert "nothing was written" in result.stderr
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "records.jsonl").write_text("{}", encoding="utf-8")
    assert "files of an earlier run are as they were" in command("extract", story, "--out", tmp_path / "out").stderr


def test_inspect_prints_the_article_its_facts_and_dropped_lines(command, story):
    result = command("inspect", story)
    assert result.exit_code == 0, result.output
    assert "Tadeusz Wrzos" in result.stdout
    assert "PN-EN ISO 9001:2015" in result.stdout
    assert "encoding: utf-8 (valid utf-8)" in result.stdout
    assert re.search(r"Udostępnij na Facebooku +share", result.stdout)


def test_inspect_writes_a_page(command, story, tmp_path):
    result = command("inspect", story, "--html", tmp_path / "strony" / "a.html")
    assert result.exit_code == 0, result.output
    page = (tmp_path / "strony" / "a.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert '<mark class="standards"' in page
    assert "<del>" in page


def test_inspect_takes_a_locator(command, tmp_path):
    path = tmp_path / "pisma.jsonl"
    path.write_text('{"text": "Pierwsze pismo o audycie."}\n{"text": "Drugie pismo o audycie."}\n', encoding="utf-8")
    assert "Drugie pismo" in command("inspect", f"{path}#2").stdout
    assert command("inspect", path).exit_code == 2
    assert command("inspect", f"{path}#9").exit_code == 2


@pytest.mark.parametrize(("name", "status"), [("nie-ma.txt", 2), (".", 2), ("pusty.txt", 1)])
def test_inspect_of_what_is_no_article(command, tmp_path, monkeypatch, name, status):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pusty.txt").write_text("", encoding="utf-8")
    result = command("inspect", name)
    assert result.exit_code == status
    assert "Traceback" not in result.output


def test_models_says_what_auto_takes_and_how_to_get_one(command):
    result = command("models")
    assert result.exit_code == 0
    assert "python -m spacy download pl_core_news_sm" in result.stdout
    assert len([line for line in result.stdout.splitlines() if line.startswith("* ") and "available" in line]) == 1


def test_schema_documents_every_table(command):
    result = command("schema")
    assert all(f"## {table.name}\n" in result.stdout for table in TABLES)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--column", "tresc=a"), "write ROLE=NAME"),
        (("--column", "text"), "write ROLE=NAME"),
        (("--separator", " "), "empty separator"),
        (("--separator", "regex:["), "no regular expression"),
    ],
    ids=["role", "no name", "blank separator", "broken pattern"],
)
def test_wrong_options_of_reading_are_status_two(command, story, options, message):
    result = command("extract", story, *options)
    assert result.exit_code == 2
    assert message in result.stderr


def test_guessed_columns_are_said_on_stderr(command, tmp_path):
    (tmp_path / "t.csv").write_text("nr,tresc\n1,Burmistrz odebrał certyfikat ISO 9001 dla urzędu.\n", encoding="utf-8")
    result = command("extract", tmp_path / "t.csv", "--dry-run")
    assert "t.csv: guessed text from 'tresc'" in result.stderr
    assert "guessed" not in command("extract", tmp_path / "t.csv", "--column", "text=tresc", "--dry-run").stderr


def test_articles_of_one_file_are_parted_and_found(command, tmp_path):
    (tmp_path / "t.txt").write_text(f"{STORY}\n=====\nWójt gminy Lipowa otworzył nową szkołę w maju.\n", encoding="utf-8")
    result = command("extract", tmp_path / "t.txt", "--separator", "=====", "--dry-run")
    assert "t.txt#2  text" in result.stdout
    shown = command("inspect", f"{tmp_path}/t.txt#2", "--separator", "=====")
    assert shown.exit_code == 0
    assert "Lipowa" in shown.stdout


def test_a_member_of_an_archive_is_inspected(command, story, tmp_path):
    with zipfile.ZipFile(tmp_path / "d.zip", "w") as archive:
        archive.write(story, "2012/a.txt")
    shown = command("inspect", f"{tmp_path}/d.zip#2012/a.txt")
    assert shown.exit_code == 0
    assert "source: d.zip#2012/a.txt" in shown.stdout
