"""Pages and dumps made to be slow: markup that nests, rules that could look back, lines without end."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import trafilatura

from pipeline.clean import clean
from pipeline.clean.furniture.lines import read_line
from pipeline.clean.furniture.rules import first_rule, rules
from pipeline.clean.furniture.sections import opener
from pipeline.clean.html import extract
from pipeline.read import read
from pipeline.read.sniff import media
from pipeline.schema import Source
from pipeline.settings import CleanSettings, ReadSettings

if TYPE_CHECKING:
    from collections.abc import Callable

FRAME = (
    "<div class=menu><ul>"
    + "".join(
        f"<li class='poz poz{n}'><a href='/dzial/{n}.html' title='Dział {n}'><span>Sprawy mieszkańców {n}</span></a></li>"
        for n in range(200)
    )
    + "</ul></div>"
    + "".join(f"<div id=box{n} class=ramka><h4>Ramka {n}</h4><p><img src=x.png> Krótki opis {n}.</p></div>" for n in range(40))
)
OWN_PAGES = Path(__file__).parents[1] / "quality" / "pages" / "raw"

LEAD = "Urząd Gminy Wierzbowo utrzymał certyfikat zgodności z normą PN-EN ISO 9001:2009, ogłosił wójt Jan Śliwa na sesji rady."

PAGES = {
    "divs": "<div>",
    "unclosed fonts": "<font>słowo ",
    "tables": "<table><tr><td>",
    "paragraphs": f"<p>{LEAD}</p>",
    "items": "<ul><li>wiersz",
    "angle brackets": "<",
    "ampersands": "&",
    "nested furniture": "<div class='komentarz reklama'>x",
    "names": "<div class='c x'>y</div>",
    "broken characters": "\x00<p>\uffffZa\x01żółć</p>",
    "white space": " \n",
    "bold lines": "<p><font size=5><b>Mamy ISO</b></font></p>",
    "comments": "<div><b>Gość 5.03.2012 10:57 Odpowiedz</b><div>Brawo!</div></div>",
    "comments of many shapes": "<div><div><p>5.03.2012 10:57</p></div><section><p>Brawo!</p></section></div><p>",
    "linked headings": "<div><h3><a href=1>Dożynki</a></h3><p>W sobotę na stadionie.</p></div>",
    "hidden lines": "<div style='display: none'>Zapis</div>",
    "lists": "<ol class=a><li>wiersz<ol><li>b</ol></ol>",
}

LINES = [
    "> ", "| a ", "» x ", "fot.", "-:", ".:", "a.jpg,", "1, ", "#a,", "data ", "foto ", "(", "www.", "::a", "/ b ", "facebook ",
    "12.03.2010 ", "a- ",
]  # fmt: skip

DUMPS = {
    "articles": f"{LEAD}\nAuditorzy nie stwierdzili niezgodności.\n",
    "furniture": "Drukuj\nStrona główna\nREKLAMA\n12.03.2010\n",
    "lists": "Mocne strony:\n1) czyste biura,\n2) życzliwość\n",
    "one line": "certyfikat, fot. > | : 12.03.2010 ",
    "cells": "Kraj   Region   Sport\nAnna Lis   12.03.2010\na   b / c * d | e\n",
    "cells on one line": "Kraj   Region * Sport | ",
    "letters": "Zalesin, dnia 3 maja 2013 r.\nPan\nJan Kowal\nWójt\nZ poważaniem\n",
    "signatures": "PREZES\nIzby Rolniczej\nw Zalesinie\nJan Kowal\n",
    "short lines": "Gmina Lipowa\nNowe drogi\n\n",
    "leaders": "Sejmik ..... 2  Sport ..... 5 ",
    "broken words": "samorzą\u00ad\ndowcy wójt Jan\n",
}

BEGINNINGS = ["<!-- a -->", "<!--", "<p ", "<a ", "<", " "]


def page(text: str) -> Source:
    return Source(source="a.html", content=f"<html><body>{text}{LEAD}", media="html")


def dump(text: str) -> Source:
    return Source(source="a.txt", content=text, media="text")


@pytest.mark.parametrize("unit", PAGES.values(), ids=PAGES.keys())
def test_pages(unit, is_linear):
    is_linear(extract, unit, start=4_000, prepare=page)


SHEETS = [
    "/* ",
    "/**/",
    "{",
    "ol{list-style:lower-alpha}",
    "li::before{content:counter(k)}",
    ";list-style:",
    "a,",
    "content:counter( ",
]


@pytest.mark.parametrize("unit", SHEETS)
def test_style_sheets(unit, is_linear):
    is_linear(extract, unit, prepare=lambda text: page(f"<style>list-style {text}</style><ol><li>wiersz</ol>"))


def test_ten_megabytes_are_read() -> None:
    """20,000 paragraphs, and a page of ten million characters: an article or none, but an end."""
    paragraph = "<p>" + LEAD * 4 + " {}</p>"
    found = extract(page("".join(paragraph.format(n) for n in range(20_000))))
    assert len(found.blocks) + len(found.dropped) >= 20_000


def test_attributes(is_linear):
    is_linear(extract, "a=b ", prepare=lambda text: page(f"<p {text}>x"))


@pytest.mark.parametrize("unit", LINES)
def test_lines(unit, is_linear):
    def rules_on(text: str) -> None:
        line = read_line(text)
        first_rule(line)
        opener(line)

    is_linear(rules_on, unit)


@pytest.mark.parametrize("unit", LINES)
def test_no_pattern_backtracks(unit, cpu):
    """A line of a pattern's own separators with an end that fits no rule, against a line of ordinary words of the same length."""

    def patterns(key: str) -> None:
        for rule in rules():
            rule.pattern.fullmatch(key)
            rule.pattern.search(key)

    ordinary, hostile = LEAD * 4, unit * (500 // len(unit))
    keys = [read_line(line + "|¶").key[:400] for line in (ordinary, hostile)]
    usual, worst = (cpu(patterns, key, 5) for key in keys)
    assert worst < 20 * usual


@pytest.mark.parametrize("unit", DUMPS.values(), ids=DUMPS.keys())
def test_dumps(unit, is_linear):
    is_linear(lambda source: clean(source, CleanSettings(min_words=1)), unit, prepare=dump)


@pytest.mark.parametrize("unit", BEGINNINGS, ids=repr)
def test_sniffing(unit, is_linear):
    is_linear(media, unit)


def test_a_page_of_more_lines_than_any_cache_holds(cpu):
    """Twice the paragraphs, 14,000 and 28,000 of them, all different."""

    def given(number: int) -> Source:
        return page("".join(f"<p>Na sesji nr {n} wójt mówił radnym o drogach, szkole i o budżecie.</p>" for n in range(number)))

    extract(given(100))
    small, large = (min(cpu(extract, given(number), 1) for _ in range(2)) for number in (14_000, 28_000))
    assert large < 2.8 * small


def test_a_page_of_real_size_costs_no_more_than_by_trafilatura_alone(report) -> None:
    """All our pages, each the quickest of three runs, framed to the size of real ones, which have about 900 elements."""
    found = (source for path in sorted(OWN_PAGES.glob("*.html")) for source in read([path], ReadSettings()))
    contents = [source.content for source in found if isinstance(source, Source)]
    own = other = 0.0
    for content in (re.sub(r"(?i)(?=</body|$)", FRAME, content, count=1) for content in contents):
        source = Source(source="a.html", content=content, media="html")
        own += min(_seconds(lambda: clean(source, CleanSettings())) for _ in range(3))  # noqa: B023 - called at once
        other += min(_seconds(lambda: trafilatura.extract(content, include_comments=False)) for _ in range(3))  # noqa: B023
    report(f"{len(contents)} pages: {own / other:.2f} of trafilatura's cost")
    assert own < other


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
