"""Which pages are in another language, where lists of links are left to trafilatura."""

from __future__ import annotations

import lxml.html
import pytest

from pipeline import read_article
from pipeline.clean.html.language import is_foreign
from pipeline.clean.html.segment import segment

POLISH = "Burmistrz zapowiedział, że most nad rzeką będzie gotowy jesienią, a objazd przez las zostanie otwarty dla pieszych. "
BARE = "Burmistrz zapowiedzial, ze most bedzie gotowy jesienia, a objazd zostanie otwarty takze dla pieszych z osiedla. "
GERMAN = "Der Bürgermeister sagte, die Brücke über den Fluss werde im Herbst fertig sein, und der Umweg bleibe noch offen. "
ENGLISH = "The mayor said that the bridge over the river would be ready in autumn and that the detour will stay open. "
NAMES = "Jan Wrona Lipowa, Ewa Sowa Brzozowa, Adam Kos Lipowa, Anna Czajka Sosnowa, Piotr Dudek Lipowa, Zofia Bocian Sosnowa "


def foreign(text: str, lang: str = "") -> bool:
    root = lxml.html.fromstring(f'<html lang="{lang}"><body><p>{text}</p></body></html>')
    return is_foreign(root, segment(root, {}))


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (POLISH * 4, "pl-PL", False),
        (POLISH * 4, "en-gb", False),
        (BARE * 4, "", False),
        (GERMAN * 4, "de", True),
        (ENGLISH * 4, "", True),
        (GERMAN, "de", False),
        (NAMES * 4, "pl", False),
    ],
    ids=["Polish", "Polish with a foreign template", "without diacritics", "German", "English", "too short", "names"],
)
def test_is_foreign(text: str, lang: str, expected: bool) -> None:
    assert foreign(text, lang) is expected


@pytest.mark.parametrize(("story", "kept"), [(GERMAN, True), (POLISH, False)], ids=["German", "Polish"])
def test_links_that_trafilatura_chose(story: str, kept: bool) -> None:
    body = f"<p>{story * 2}</p>" * 3 + '<p><a href="/x">Lageplan 2031 Auditorium Nord</a></p>' + f"<p>{story * 3}</p>"
    page = f"<html><head><title>Most</title></head><body><article><h1>Most</h1>{body}</article></body></html>"
    assert ("Auditorium Nord" in read_article(page).text) is kept
