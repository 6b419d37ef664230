"""How inflected names were read, in the terminal."""

from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from pipeline.run.show.names import names_of, told
from pipeline.run.show.terminal import renderables
from pipeline.schema import Article


@pytest.fixture
def inflected(record):
    """A record whose officials are printed in the genitive, once plainly and once with a control character."""
    (first,) = record.officials[:1]
    rows = [
        replace(first, name="Jan Wasilejko", text="Jana\nWasilejki", mention_id="1" * 16),
        replace(first, name="Ewa Kot", text="Ewa Kot", mention_id="2" * 16),
        replace(first, name="Adam Lis", text="Adama\x1b[31m Lisa", mention_id="3" * 16),
    ]
    return replace(record, officials=rows, organizations=[])


def test_only_names_that_changed_are_listed_with_their_rivals(inflected):
    first, _ = names_of(inflected)
    assert (first.printed, first.chosen) == ("Jana Wasilejki", "Jan Wasilejko")
    assert [reading.name for reading in first.readings][:2] == ["Jan Wasilejko", "Jan Wasilejka"]


def test_a_reading_tells_its_score_case_gender_and_reasons(inflected):
    first, _ = names_of(inflected)
    best = first.readings[0]
    assert told(best) == f"Jan Wasilejko {best.score:.1f} (gen, m: {', '.join(best.why)})"


def test_the_terminal_prints_them_and_no_control_character(inflected):
    out = StringIO()
    console = Console(file=out, width=300)
    for part in renderables(inflected, Article(id=inflected.id, source=inflected.source, text=inflected.text)):
        console.print(part)
    assert "„Jana Wasilejki” → Jan Wasilejko" in out.getvalue()
    assert "how inflected names were read: 2" in out.getvalue()
    assert "\x1b[31m Lisa" not in out.getvalue()
