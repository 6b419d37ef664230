"""Threads of comments in elements of any name, and what looks like them."""

import pytest

from pipeline.clean.html.parse import parse
from pipeline.clean.html.segment import segment
from pipeline.clean.html.threads import comment_lines

ARTICLE = (
    "<div><h1>Certyfikat zostaje</h1><p>5 marca 2012, 10:22</p><p>Urząd Gminy Wierzbowo utrzymał certyfikat jakości.</p></div>"
)
SAID = ["Brawo dla urzędu, oby tak dalej!", "A na wypis z rejestru czekałem miesiąc.", "Kto za to zapłacił?"]


def dropped(html):
    items = segment(parse(f"<html><body>{html}</body></html>"))
    found = comment_lines(items, next((item for item in items if item.parent.tag == "h1"), None))
    return [item.text for item in items if item.index in found]


def thread(head):
    return "<div>" + "".join(f"<div><b>{head.format(n)}</b><div>{text}</div></div>" for n, text in enumerate(SAID)) + "</div>"


@pytest.mark.parametrize(
    "head",
    [
        "Gość 5.03.2012 1{}:57 Odpowiedz Zgłoś",
        "~ania (2012-03-05 1{}:20)",
        "#{} | wlodek dnia marzec 05 2012 10:00:00",
        "zenek pisze: 5 marca 2012 o 1{}:10",
        "{} godziny temu",
        "rok temu",
    ],
)
def test_comments_are_known_by_what_repeats(head):
    found = dropped(ARTICLE + thread(head))
    assert [text for text in found if text in SAID] == SAID
    assert "Urząd Gminy Wierzbowo utrzymał certyfikat jakości." not in found


def test_an_opener_stands_for_the_words_of_comments():
    plain = thread("ania, 5.03.2012 1{}:20")
    assert dropped(ARTICLE + plain) == []
    assert [text for text in dropped(f"{ARTICLE}<h3>Komentarze (3)</h3>{plain}") if text in SAID] == SAID


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "".join(f"<p>{n} marca 2012, godz. 10:00</p><p>Zebranie wiejskie w świetlicy numer {n}</p>" for n in (3, 4, 5)),
            id="programme",
        ),
        pytest.param(
            "<ul><li>Gość dnia 5.03.2012 10:00</li><li>Gość dnia 6.03.2012 10:00</li></ul>", id="dates without anything between"
        ),
        pytest.param("<p>ania 5.03.2012 10:00 Odpowiedz</p><p>Brawo!</p>", id="one alone"),
    ],
)
def test_dates_with_a_time_of_day_are_not_enough(body):
    assert dropped(ARTICLE + body) == []


def test_what_stands_behind_the_thread_is_not_a_comment():
    found = dropped(ARTICLE + thread("Gość 5.03.2012 1{}:57") + "<p>Urząd czynny od siódmej</p>")
    assert "Urząd czynny od siódmej" not in found
