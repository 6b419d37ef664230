"""What cleaning remembers from page to page is a site's frame, not its articles."""

import pytest

from pipeline.clean import clean
from pipeline.clean.furniture import lines
from pipeline.clean.furniture.rules import _known_rule
from pipeline.schema import Source
from pipeline.settings import CleanSettings
from pipeline.text import squash_key

SENTENCE = "Audytorzy sprawdzili obieg pism w wydziale numer {} i nie stwierdzili niezgodności, a uwagi zapisali w raporcie."


def page(number, media):
    text = [SENTENCE.format(f"{number}/{part}") for part in range(8)]
    content = "\n\n".join(text) if media == "text" else "<h1>Audyt</h1>" + "".join(f"<p>{line}</p>" for line in text)
    return Source(source=f"{number}.txt", content=content, media=media)


@pytest.mark.parametrize("media", ["text", "html"])
def test_articles_are_forgotten(media, monkeypatch):
    monkeypatch.setattr(lines._Memory, "between_pages", 10_000)
    clean(page(0, media), CleanSettings())
    lines.turn_page()
    before = _known_rule.cache_info().currsize, squash_key.cache_info().currsize
    for number in range(1, 60):
        clean(page(number, media), CleanSettings())
    lines.turn_page()
    assert lines._MEMORY._held <= lines._Memory.between_pages
    assert (_known_rule.cache_info().currsize - before[0], squash_key.cache_info().currsize - before[1]) <= (60, 60)
