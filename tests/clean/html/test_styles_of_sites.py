"""What pages of offices, forums and portals have in common, whatever system prints them."""

import pytest

from pipeline.clean.html import extract
from pipeline.clean.people import full_name
from pipeline.schema import Source

LEAD = "Urząd Gminy Wierzbowo utrzymał certyfikat zgodności z normą PN-EN ISO 9001:2009, ogłosił wójt Jan Śliwa na sesji rady gminy."
MORE = "Zespół auditorów spędził w urzędzie dwa dni i rozmawiał z kierownikami wszystkich referatów o skargach mieszkańców."


def draft(body, head=""):
    return extract(Source(source="a.html", content=f"<html><head>{head}</head><body>{body}</body></html>", media="html"))


def texts(found):
    return [block.text for block in found.blocks]


@pytest.mark.parametrize("name", ["news_tytul", "akt-tytul", "newstitle"])
def test_the_only_line_called_a_headline_is_one(name):
    page = f"<div><div class={name}>Certyfikat zostaje</div><div class=zajawka>{LEAD}</div><div class=tresc>{MORE}<br><br>{LEAD[5:]}</div></div>"
    found = draft(page, "<title>Urząd Gminy Wierzbowo</title>")
    assert found.title == "Certyfikat zostaje"
    assert texts(found)[:2] == ["Certyfikat zostaje", LEAD]


def test_several_lines_called_headlines_are_none():
    boxes = "".join(f"<div class=box_tytul>Dożynki gminne {n}</div>" for n in range(3))
    assert draft(f"<div class=tresc>{LEAD}<br><br>{MORE}</div>{boxes}").title not in {f"Dożynki gminne {n}" for n in range(3)}


def test_numbers_in_a_table_of_data_stay():
    rows = "<tr><th>Zakres</th><th>Koszt w zł</th></tr><tr><td>Okna</td><td>812 400</td></tr><tr><td>Dach</td><td>266 900</td></tr>"
    assert {"812 400", "266 900"} <= set(texts(draft(f"<h1>Remont szkoły</h1><p>{LEAD}</p><table>{rows}</table><p>{MORE}</p>")))


def post(who, hour, text):
    return f"<div class=post><p class=author>przez {who} 18 wrz 2011, o {hour}:22</p><div class=content>{text}</div></div>"


def test_the_first_post_of_a_topic_is_its_article():
    replies = post("ala", 20, "Odpowiedz proszę, kto za to płaci?") + post("ola", 21, "Zgłoś to do wójta.")
    found = draft(
        f"<h2>Certyfikat zostaje</h2>{post('soltys', 19, LEAD)}{replies}", "<title>Forum Wierzbowo - Certyfikat zostaje</title>"
    )
    assert LEAD in texts(found)
    assert not any("płaci" in text or "wójta." in text for text in texts(found))


@pytest.mark.parametrize("line", ["Komentarze są własnością ich twórców. Nie ponosimy odpowiedzialności za ich treść."])
def test_what_follows_a_disclaimer_are_comments(line):
    found = draft(
        f"<h1>Certyfikat zostaje</h1><div><p>{LEAD}</p><p>{MORE}</p><p>{line}</p><p>A śmieci kto posprząta?</p></div>"
    )
    assert texts(found) == ["Certyfikat zostaje", LEAD, MORE]


def byline(inner):
    return draft(
        f"<h1>Certyfikat zostaje</h1><div class=a1>{inner}</div><div class=a2><p>{LEAD}</p><p>{MORE}</p></div>"
    ).authors


@pytest.mark.parametrize(
    "inner",
    [
        "<span class=kto>Ewa Lis</span><span class=kiedy>11 marca 2022, 14:05</span>",
        "<div>Czwartek, 13 lutego 2025 (09:48)</div><div>Ewa Lis</div>",
        "<p class='wp-block-post-author__name'>Ewa Lis</p>",
        "<div class='c-post__by'>Ewa Lis</div>",
    ],
)
def test_a_name_beside_the_date_under_the_headline_is_the_author(inner):
    assert byline(inner) == ["Ewa Lis"]


def test_a_town_before_a_letters_date_is_no_author():
    assert byline("<p>Dąbrówka Leśna, 5 listopada 2007 r.</p>") == []


def test_microdata_in_a_footer_dates_the_article():
    date = "<div class=footer><time itemprop=datePublished datetime=2018-05-29>29.05.2018</time></div>"
    assert draft(f"<div><h3>Certyfikat zostaje</h3>{date}<p>{LEAD}</p><p>{MORE}</p></div>").published == "2018-05-29"


@pytest.mark.parametrize("text", ["dr n. med. Ewa Lis", "dr hab. n. hum. Ewa Lis", "lek. dent. Ewa Lis", "prof. zw. Ewa Lis"])
def test_titles_before_names(text):
    assert full_name(text) == "Ewa Lis"
