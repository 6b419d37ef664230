import re
import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest

from pipeline.settings import CleanSettings, ReadSettings, Settings, SettingsError, load_settings

ROOT = Path(__file__).parents[1]


def test_defaults_without_a_file():
    assert load_settings() == Settings()


def test_a_file_sets_sections(tmp_path):
    path = tmp_path / "magistrat.toml"
    path.write_text('model = "none"\n[read]\ntext_column = "treść"\n[clean]\nmin_words = 5\n', encoding="utf-8")
    assert load_settings(path) == Settings(
        model="none", read=ReadSettings(text_column="treść"), clean=CleanSettings(min_words=5)
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("modle = 'none'", "modle"),
        ("[clean]\nmin_words = 'trzy'", "min_words"),
        ("[clean]\nmin_words = true", "min_words"),
        ("read = 3", "read"),
        ("model = [", "toml"),
    ],
    ids=["unknown key", "wrong type", "bool is no number", "section is no table", "not TOML"],
)
def test_a_bad_file_names_the_file_and_the_key(tmp_path, content, message):
    path = tmp_path / "x.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=message) as caught:
        load_settings(path)
    assert "x.toml" in str(caught.value)


def test_a_missing_file_is_told_in_words(tmp_path):
    with pytest.raises(SettingsError, match=r"none\.toml: [A-Z][a-z ]+$"):
        load_settings(tmp_path / "none.toml")


def test_a_file_in_another_encoding_is_told_in_words(tmp_path):
    path = tmp_path / "x.toml"
    path.write_text('[read]\ntext_column = "treść"\n', encoding="cp1250")
    with pytest.raises(SettingsError, match="save it as UTF-8"):
        load_settings(path)


def test_the_fingerprint_follows_the_values():
    assert Settings().fingerprint() == Settings().fingerprint()
    assert Settings().fingerprint() != Settings(model="none").fingerprint()


def test_the_documented_file_names_every_key_with_its_default(tmp_path):
    (block,) = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / "reading.md").read_text(encoding="utf-8"), re.DOTALL)
    path = tmp_path / "magistrat.toml"
    path.write_text(block, encoding="utf-8")
    found, default = asdict(load_settings(path)), asdict(Settings())
    written = tomllib.loads(block)
    assert {key: set(value) if isinstance(value, dict) else None for key, value in written.items()} == {
        key: set(value) if isinstance(value, dict) else None for key, value in default.items()
    }
    chosen = {key for key, value in default["read"].items() if value is None}
    assert {key: found["read"][key] for key in set(found["read"]) - chosen} == {
        key: default["read"][key] for key in set(default["read"]) - chosen
    }
    assert (found["model"], found["clean"]) == (default["model"], default["clean"])
