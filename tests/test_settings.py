import pytest

from pipeline.settings import CleanSettings, ReadSettings, Settings, SettingsError, load_settings


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


def test_a_missing_file_is_a_settings_error(tmp_path):
    with pytest.raises(SettingsError):
        load_settings(tmp_path / "none.toml")


def test_the_fingerprint_follows_the_values():
    assert Settings().fingerprint() == Settings().fingerprint()
    assert Settings().fingerprint() != Settings(model="none").fingerprint()
