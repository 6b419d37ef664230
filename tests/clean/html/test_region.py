"""Which element of a page holds the article, and which of its branches are lists of other articles."""

import lxml.html
import pytest

from pipeline import read_article
from pipeline.clean.html.region import article
from pipeline.clean.html.segment import segment

LONG = "Urząd Gminy w Lipowej Górze przeszedł audyt nadzoru, a zespół z {} usłyszał od audytorów wiele dobrych słów o swojej pracy."
TEASER = "Strażacy z Lipowej Góry wyjeżdżali w weekend {} razy, najczęściej do połamanych gałęzi i zalanych piwnic przy rzece."


def page(body):
    return f"<html><head><title>Audyt w gminie za nami</title></head><body>{body}</body></html>"


def paragraphs(count):
    return "".join(f"<p>{LONG.format(name)}</p>" for name in ("kancelarii", "budżetu", "archiwum", "oświaty")[:count])


def teasers(count):
    return "".join(
        f'<div><h2><a href="/{i}">Wyjazd numer {i} straży</a></h2><p>{TEASER.format(i)}</p></div>' for i in range(count)
    )


LINKED_TABLE = (
    "<table><tr><th>Norma</th><th>Ważność</th></tr>"
    '<tr><td><a href="/9">ISO 9001</a></td><td>do maja 2027 roku</td></tr>'
    '<tr><td><a href="/14">ISO 14001</a></td><td>do lipca 2028 roku</td></tr></table>'
)

FILES = (
    "<table><tr><th>Norma</th><th>Kraj</th><th>Rok wydania</th></tr>"
    '<tr><td><a href="/1">Wymagania dla jakości w biurach</a></td><td>PL</td><td>2015</td></tr>'
    '<tr><td><a href="/2">Wymagania dla środowiska w biurach</a></td><td>PL</td><td>2016</td></tr></table>'
)
HEADED = "<table><tr><th>Komórka</th><th>Zakres</th></tr>{}</table>".format(
    "".join(
        f"<tr><td>Wydział {name}</td><td>obsługa {work}</td></tr>"
        for name, work in (
            ("Geodezji", "map"),
            ("Oświaty", "szkół"),
            ("Finansów", "kasy"),
            ("Promocji", "mediów"),
            ("Dróg", "ulic"),
        )
    )
)


@pytest.mark.parametrize(
    ("body", "kept", "dropped"),
    [
        pytest.param(
            f"<h1>Audyt w gminie za nami</h1><div>{paragraphs(1)}</div><div class=wall>{teasers(6)}</div>",
            ["z kancelarii"],
            ["piwnic"],
            id="teasers of other articles hold more text",
        ),
        pytest.param(
            f"<div><div><h1>Audyt w gminie za nami</h1>{paragraphs(4)}</div>"
            f"<div>{''.join(f'<p>Program na kadencję, punkt {i}: {TEASER.format(i)}</p>' for i in range(20))}</div></div>",
            ["z oświaty"],
            [],
            id="trafilatura decides between two texts",
        ),
        pytest.param(
            f"<div><h1>Audyt w gminie za nami</h1>{paragraphs(3)}<div><h2>Co mamy</h2>{LINKED_TABLE}</div></div>",
            ["ISO 14001", "lipca 2028"],
            [],
            id="a table of data with addresses in its first column",
        ),
        pytest.param(
            f"<div><h1>Audyt w gminie za nami</h1>{paragraphs(3)}<div><h2>Pliki z normami</h2>{FILES}</div></div>",
            ["Rok wydania", "Wymagania dla środowiska"],
            [],
            id="a headed table with one column of addresses",
        ),
        pytest.param(
            f"<div><h1>Audyt w gminie za nami</h1>{paragraphs(3)}{HEADED}</div>",
            ["Komórka", "Wydział Geodezji", "obsługa kasy"],
            [],
            id="a headed table of words at the end",
        ),
        pytest.param(
            f"<div><h1>Audyt w gminie za nami</h1>{paragraphs(1)}<span class=wpis__tagsInfo>{LONG.format('oświaty')}</span></div>",
            ["z oświaty"],
            [],
            id="a paragraph in formatting whose name speaks of tags",
        ),
        pytest.param(
            f"<div><h1>Audyt w gminie za nami</h1>{paragraphs(3)}<ul><li>Nagrodzono kancelarię ogólną</li>"
            '<li>Nagrodzono <a href="/wos">Wydział Organizacyjny i Spraw Społecznych</a></li><li>Nagrodzono archiwum</li></ul></div>',
            ["kancelarię ogólną", "Nagrodzono archiwum"],
            [],
            id="a list with one address",
        ),
        pytest.param(
            f"<div><h1>Audyt w gminie za nami</h1>{paragraphs(3)}<ul><li><a href='/1'>Dożynki już w niedzielę</a> Będzie gwarno.</li>"
            "<li><a href='/2'>Jarmark na rynku w sobotę</a> Będzie tłoczno.</li></ul></div>",
            ["z archiwum"],
            ["tłoczno"],
            id="a list of links with a few words behind each",
        ),
        pytest.param(
            "<div class=wpis><h1>Audyt w gminie za nami</h1><p>Sprawdzono:<br>kancelarię<br>magazyn<br>kasę</p>"
            f"<ol><li>{LONG.format('kancelarii')}</li><li>{LONG.format('kasy')}</li></ol></div>",
            ["Sprawdzono:", "magazyn", "1. Urząd"],
            [],
            id="a list is never the whole article",
        ),
    ],
)
def test_article(body, kept, dropped):
    text = read_article(page(body)).text
    assert [words for words in kept if words not in text] == []
    assert [words for words in dropped if words in text] == []


def test_program_beside_the_headline_is_left_out():
    beside = "".join(f"<aside><p>Program na kadencję, punkt {i}: {TEASER.format(i)}</p></aside>" for i in range(3))
    article = read_article(page(f"<div><section><h1>Audyt w gminie za nami</h1>{paragraphs(4)}</section>{beside}</div>"))
    assert "z oświaty" in article.text
    assert "Program na kadencję" not in article.text


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            ["import os", "from pathlib import Path", "import re", "root = Path()", "print(root)", "os.sync()"], id="code"
        ),
        pytest.param(["Kowal Jan", "Lis Ewa", "Wrona Ada", "Mazur Piotr", "Zima Olga", "Gil Adam"], id="names"),
    ],
)
def test_preformatted_lines_are_no_menu(lines):
    typed = "\n".join(lines)
    article = read_article(page(f"<div><h1>Audyt w gminie za nami</h1>{paragraphs(2)}<pre>{typed}</pre>{paragraphs(3)}</div>"))
    assert [line for line in lines if line not in article.text] == []


def test_short_lines_above_the_first_sentence_are_the_articles_own():
    short = "".join(f"<p>{place}</p>" for place in ("Lipowa", "Górna", "Dolna Wieś", "Zarzecze", "Podlesie", "Nowiny"))
    article = read_article(page(f"<div><h1>Audyt w gminie za nami</h1>{short}{paragraphs(3)}</div>"))
    assert "Zarzecze" in article.text


def test_see_also_takes_itself_alone():
    link = '<div><div>Przeczytaj także</div><a href="/1">Nocny bieg wraca do parku</a></div>'
    body = f"<div><h1>Audyt w gminie za nami</h1>{paragraphs(2)}{link}<h2>Co dalej</h2><ul><li>nowe tablice</li></ul>{paragraphs(3)}</div>"
    text = read_article(page(body)).text
    assert "Co dalej\n- nowe tablice" in text
    assert "Nocny bieg" not in text


def test_note_on_the_author_is_left_out():
    note = "<div>O autorce</div><div>Ada Wrona pisze o kulturze i zwierzętach, a po godzinach prowadzi klub książki dla młodzieży.</div>"
    text = read_article(page(f"<div><h1>Audyt w gminie za nami</h1>{paragraphs(4)}{note}</div>")).text
    assert "z oświaty" in text
    assert "klub książki" not in text


PRICED = "Smar do łożysk chroni przed wodą i solą, a jego puszka wystarcza na dwa lata pracy gminnej odśnieżarki."


def test_copy_that_was_chosen_counts():
    above = f"<div><p>{PRICED}</p><p>12 zł</p></div>"
    root = lxml.html.fromstring(
        page(f"{above}<div id='opis'><h1>Audyt w gminie za nami</h1>{paragraphs(3)}<p>{PRICED}</p></div>")
    )
    lines = segment(root, {})
    opis = {item.index for item in lines if "Lipowej Górze" in item.text} | {lines[-1].index}
    choice = article(root, lines, opis, lines[2])
    assert choice.kept == {lines[2].index} | opis
    assert choice.reasons == {lines[0].index: "repeated"}
