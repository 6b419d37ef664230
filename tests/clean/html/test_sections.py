"""Links that a sentence announces belong to the article; headings over links that were dropped do not."""

import pytest

from pipeline import read_article

STORY = (
    "<p>Wójt gminy odebrał w środę certyfikat jakości, o który urząd starał się od dwóch lat, i podziękował pracownikom.</p>"
)
MORE = "<p>Audytorzy wrócą za rok, a do tego czasu urzędnicy opiszą jeszcze dwie procedury, zapowiedział sekretarz gminy.</p>"
LAST = "O terminie kolejnej wizyty audytorów powiadomimy mieszkańców na tablicy ogłoszeń w holu urzędu i na tej stronie."
OFFICES = "<ul><li><a href=/1>Urząd Gminy Lipowa</a></li><li><a href=/2>Urząd Gminy Sosnowa</a></li></ul>"


def text(body):
    return read_article(
        f"<html><head><title>Mamy certyfikat</title></head><body><div><h1>Mamy certyfikat</h1>{body}</div></body></html>"
    ).text


@pytest.mark.parametrize(
    ("body", "kept", "dropped"),
    [
        pytest.param(f"{STORY}<p>Takie same dokumenty dostały w środę:</p>{OFFICES}{MORE}", ["Lipowa", "Sosnowa"], [], id="a list"),
        pytest.param(
            f"{STORY}<p>Uwagi można wysyłać na adres:</p><p><a href='mailto:a@lipowa.example'>a@lipowa.example</a></p>{MORE}",
            ["a@lipowa.example"], [], id="an address",
        ),
        pytest.param(f"{STORY}{MORE}<p>Zobacz też:</p>{OFFICES}", [], ["Lipowa", "Sosnowa"], id="a label announces nothing"),
        pytest.param(f"{STORY}{MORE}<h3>Inne wieści z gminy</h3>{OFFICES}", [], ["Inne wieści", "Lipowa"], id="a heading over links"),
        pytest.param(
            f"{STORY}{MORE}<div><div><h4>Jesienią nad wodę</h4></div>{OFFICES}<h3>Pracowity rok</h3><p>{LAST}</p></div>",
            ["Pracowity"], ["nad wodę", "Lipowa"], id="a heading alone in its box over links",
        ),
        pytest.param(
            f"{STORY}<div><h4>Za rok</h4><p>{LAST}</p></div>{OFFICES}", ["Za rok"], ["Lipowa"], id="a heading with text in its box",
        ),
        pytest.param(f"{STORY}{MORE}<h3>Zapraszamy!</h3>", ["Zapraszamy!"], [], id="a heading as the last word"),
        pytest.param(f"<h3>Środa</h3>{STORY}<h3>Za rok</h3>{MORE}", ["Środa", "Za rok"], [], id="headings over text"),
    ],
)  # fmt: skip
def test_links_and_headings(body, kept, dropped):
    found = text(body)
    assert [part for part in kept if part not in found] == []
    assert [part for part in dropped if part in found] == []
