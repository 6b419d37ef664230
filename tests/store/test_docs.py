from pathlib import Path

from pipeline.store.docs import markdown

PAGE = Path(__file__).parents[2] / "docs" / "columns.md"


def test_the_page_in_the_repository_is_what_the_schema_says():
    assert PAGE.read_text(encoding="utf-8") == markdown(), "run `make docs`"


def test_a_code_lists_its_values():
    assert "`valid_until`, `valid_from`" in markdown()
