"""Whole pages in the styles of Polish sites: which lines are the article, and why the others are not."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.clean.html import extract
from pipeline.schema import Source

LEAD = "Urząd Gminy Wierzbowo utrzymał certyfikat zgodności z normą PN-EN ISO 9001:2009, ogłosił wójt Jan Śliwa na sesji rady gminy."
MORE = "Zespół auditorów spędził w urzędzie dwa dni i rozmawiał z kierownikami wszystkich referatów o skargach mieszkańców."
LAST = "Następny audit nadzoru odbędzie się za rok, a dokument zachowuje ważność do końca maja 2015 roku."


def draft(html, **more):
    return extract(Source(source="a.html", content=html, media="html", **more))


def printed(blocks):
    return [f"{block.marker} {block.text}" if block.marker else block.text for block in blocks]


def reasons(found):
    return {item.text: item.reason for item in found.dropped}


def test_blog_with_comments_related_and_share():
    found = draft(f"""<!doctype html><html><head><title>Certyfikat zostaje - Wierzbowo</title></head><body class="single comments-open">
      <header><nav><a href=/>Start</a> <a href=/bip>BIP</a></nav></header>
      <article><h1 class=entry-title>Certyfikat zostaje</h1><div class=entry-meta>5 marca 2012 <a href=/k>Aktualności</a></div>
      <div class=entry-content><p>{LEAD}</p><p>{MORE}</p><ol start=3><li>szybka obsługa,</li><li>czytelne karty usług.</li></ol><p>{LAST}</p></div>
      <div class=sharedaddy><a href=#>Facebook</a></div></article>
      <div id=komentarze><h3>Komentarze</h3><p>{MORE} Akurat, nikt tu nie rozmawiał z mieszkańcami ani przez chwilę!</p></div>
      <aside><h3>Najnowsze</h3><ul><li><a href=/2>Dożynki w sobotę na stadionie gminnym</a></li></ul></aside>
      <footer>Urząd Gminy Wierzbowo, ul. Długa 1</footer></body></html>""")
    assert found.title == "Certyfikat zostaje"
    assert printed(found.blocks) == [found.title, LEAD, MORE, "3. szybka obsługa,", "4. czytelne karty usług.", LAST]
    assert [block.kind for block in found.blocks] == ["title", "paragraph", "paragraph", "item", "item", "paragraph"]
    assert reasons(found)["Urząd Gminy Wierzbowo, ul. Długa 1"] == "footer"
    assert {"comments", "share", "menu", "sidebar"} <= set(reasons(found).values())


def test_layout_tables_of_the_nineties():
    found = draft(f"""<html><head><title>Wierzbowo</title></head><body><table width=780><tr>
      <td width=150><a href=1>Strona główna</a><br><a href=2>Gmina</a><br><a href=3>Kontakt</a></td>
      <td><font size=4><b>Audit w urzędzie</b></font><br><br>{LEAD}<br><br>Auditorzy wskazali:<br>
      <table><tr><td>1.</td><td>brak przeglądu umów,</td></tr><tr><td>2.</td><td>nieaktualny wykaz procesów.</td></tr></table>
      {LAST}</td></tr></table></body></html>""")
    assert printed(found.blocks)[-5:] == [
        LEAD,
        "Auditorzy wskazali:",
        "1. brak przeglądu umów,",
        "2. nieaktualny wykaz procesów.",
        LAST,
    ]
    assert "Strona główna" not in printed(found.blocks)


def test_an_enumeration_in_sibling_divs_stays_whole():
    items = [f"{n}) {text}" for n, text in enumerate(["obieg pism", "szkolenia", "archiwum zakładowe", "zakupy i umowy"], 1)]
    rows = "".join(f"<div class=row>{item}</div>" for item in items)
    found = draft(
        f"<html><body><h1>Wyniki auditu</h1><div class=tresc><div>{LEAD}</div><div>Uwagi:</div>{rows}<div>{LAST}</div></div></body></html>"
    )
    assert printed(found.blocks) == ["Wyniki auditu", LEAD, "Uwagi:", *items, LAST]


def test_a_table_of_facts_keeps_its_cells():
    table = "<table><tr><th>Norma</th><th>Od roku</th></tr><tr><td>ISO 9001</td><td>2003</td></tr></table>"
    found = draft(f"<html><body><h1>Nasze certyfikaty</h1><div><p>{LEAD}</p>{table}<p>{MORE}</p></div></body></html>")
    assert [block.text for block in found.blocks if block.kind == "cell"] == ["Norma", "Od roku", "ISO 9001", "2003"]


def test_asp_net_wraps_everything_in_a_form():
    found = draft(
        f"<html><body><form id=aspnetForm><h1>Certyfikat zostaje</h1><div><p>{LEAD}</p><p>{MORE}</p></div></form></body></html>"
    )
    assert printed(found.blocks) == ["Certyfikat zostaje", LEAD, MORE]


def test_an_article_printed_twice_is_kept_once():
    once = f"<p>{LEAD}</p><p>{MORE}</p>"
    found = draft(f"<html><body><h1>Certyfikat zostaje</h1><div>{once}</div><div class=wydruk>{once}</div></body></html>")
    assert printed(found.blocks) == ["Certyfikat zostaje", LEAD, MORE]
    assert reasons(found)[LEAD] == "repeated"


def test_double_encoded_pages_are_repaired():
    found = draft(f"<html><body><h1>Certyfikat zostaje</h1><p>{LEAD.encode().decode('cp1252')}</p><p>{MORE}</p></body></html>")
    assert LEAD in printed(found.blocks)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("", id="nothing"),
        pytest.param("<!-- tylko uwaga -->", id="comment"),
        pytest.param("<html><head><title>x</title></head><body></body></html>", id="empty body"),
        pytest.param("<html><frameset><frame src=a></frameset></html>", id="frames"),
        pytest.param("<html><body><ul><li><a href=1>Start</a><li><a href=2>Gmina</a></ul></body></html>", id="links only"),
        pytest.param("<script>var x = '<p>nie</p>'</script>", id="script"),
    ],
)
def test_a_page_without_text_has_no_blocks(html):
    assert draft(html).blocks == []


def test_nothing_is_remembered_between_calls():
    html = f"<html><body><h1>Certyfikat zostaje</h1><div><p>{LEAD}</p><p>{MORE}</p></div></body></html>"
    first = draft(html)
    assert all(draft(html) == first for _ in range(5))


def test_every_line_is_kept_or_dropped():
    html = f"<html><body><nav>Menu</nav><h1>Certyfikat zostaje</h1><p>{LEAD}</p><p>{MORE}</p><div id=stopka>Kontakt</div></body></html>"
    found = draft(html)
    lines = [*printed(found.blocks), *(item.text for item in found.dropped)]
    assert sorted(lines) == sorted(["Menu", "Certyfikat zostaje", LEAD, MORE, "Kontakt"])
    assert [item.line for item in found.dropped] == [1, 5]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<div>" * 5000 + LEAD, id="divs"),
        pytest.param("<font>słowo " * 8000, id="unclosed fonts"),
        pytest.param("<table><tr><td>" * 3000 + LEAD, id="tables"),
        pytest.param("".join(f"<p>{LEAD} {n}</p>" for n in range(3000)), id="paragraphs"),
        pytest.param("<ul>" + "<li>wiersz" * 5000, id="items"),
        pytest.param("<" * 200_000, id="angle brackets"),
        pytest.param("&" * 200_000, id="ampersands"),
        pytest.param("<p " + "a=b " * 50_000 + ">x", id="attributes"),
        pytest.param("<div class='komentarz reklama'>x" * 3000, id="nested furniture"),
        pytest.param("".join(f"<div class='c{n} x-{n}'>y</div>" for n in range(4000)), id="names"),
        pytest.param("\x00<p>\ud800\uffffZa\x01żółć</p>" * 500, id="broken characters"),
        pytest.param(" " * 300_000 + "<p>a" + "\n" * 100_000, id="white space"),
    ],
)
def test_hostile_pages_are_read(html):
    """Their speed is measured in tests/bench/test_clean.py."""
    found = draft(html)
    assert all(block.text for block in found.blocks)


PARTS = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<ol>",
    "<li>",
    "<table>",
    "<td>",
    "<tr>",
    "<h1>",
    "<br>",
    "<a href=x>",
    "</a>",
    "<b",
    "&nbsp;",
]
WORDS = ["Urząd ", "gminy ", "certyfikat. ", "1. ", "- ", "Dodano: 2012-03-05 ", "Autor: Jan Śliwa ", LEAD]


@given(parts=st.lists(st.sampled_from(PARTS + WORDS), max_size=40))
@settings(max_examples=60, derandomize=True, deadline=None)
def test_no_markup_raises_and_no_word_comes_from_nowhere(parts):
    html = "".join(parts)
    page = "".join(re.sub("<[^<>]*>?", "", html).replace("&nbsp;", " ").split())
    for block in draft(f"<html><body>{html}</body></html>").blocks:
        assert all(word in page for word in block.text.split())


def test_lines_broken_in_mid_sentence_are_joined_but_items_are_not():
    found = draft(
        "<html><body><h1>Certyfikat zostaje</h1><div>Wójt gminy podziękował za pracę wszystkim pracownikom<br>urzędu, którzy"
        f" przygotowali audit.<br>Do poprawy:<br>1) obieg pism,<br>2) archiwum.<br><br>{MORE}</div></body></html>"
    )
    assert printed(found.blocks)[1:] == [
        "Wójt gminy podziękował za pracę wszystkim pracownikom urzędu, którzy przygotowali audit.",
        "Do poprawy:",
        "1) obieg pism,",
        "2) archiwum.",
        MORE,
    ]


def test_the_lead_inside_old_formatting_belongs_to_the_article():
    found = draft(
        f"<html><body><table><tr><td><a href=1>Start</a><br><a href=2>Rada</a></td><td><font>{LEAD}<p>{MORE}<p>{LAST}</font></table>"
    )
    assert printed(found.blocks) == [LEAD, MORE, LAST]


def test_summaries_under_linked_headings_are_other_articles():
    other = "".join(
        f"<div><h3><a href={n}>Kronika, część {n}</a></h3><p>{text} <a href={n}>więcej</a></p></div>"
        for n, text in enumerate(
            (
                "Sołtys zaprasza wszystkich mieszkańców na zebranie do remizy.",
                "W sobotę przy stawie odbędą się zawody wędkarskie.",
            )
        )
    )
    found = draft(
        f"<html><body><div><div><h2>Certyfikat zostaje</h2><p>{LEAD}</p><p>{MORE}</p></div><div>{other}</div></div></body></html>"
    )
    assert printed(found.blocks) == ["Certyfikat zostaje", LEAD, MORE]
    assert reasons(found)["Kronika, część 0"] == "links"


def test_lines_that_a_page_hides_need_a_second_opinion():
    found = draft(
        f"<html><body><h1>Certyfikat zostaje</h1><div><p>{LEAD}</p><p>{MORE}</p><div style='display: none'>Zapis ścieżki dźwiękowej</div></div></body></html>"
    )
    assert "Zapis ścieżki dźwiękowej" in reasons(found)


def test_the_name_of_the_site_far_above_is_no_headline():
    menu = "".join(f"<div>Dział numer {n}</div>" for n in range(9))
    found = draft(
        f"<html><head><title>ZSZ Lipowa</title></head><body><div>ZSZ Lipowa</div>{menu}<div><p><b>Certyfikat zostaje</b></p><p>{LEAD}</p><p>{MORE}</p></div></body></html>"
    )
    assert found.title == "Certyfikat zostaje"


def test_what_stands_behind_a_paywall_is_named():
    box = "<div><p>Pozostało 83% artykułu.</p><p>Wykup dostęp, aby czytać dalej, już od 9 zł za miesiąc, bez zobowiązań.</p></div>"
    found = draft(f"<html><body><article><h1>Certyfikat zostaje</h1><p>{LEAD}</p><p>{MORE}</p>{box}</article></body></html>")
    assert printed(found.blocks) == ["Certyfikat zostaje", LEAD, MORE]
    assert reasons(found)["Pozostało 83% artykułu."] == "paywall"
