"""Lines that a site repeats around its articles: found in any order, in parts, and never in copies."""

import pytest

from pipeline.clean import clean
from pipeline.clean.site_lines import OTHERS, PAGES, SiteLines, site_of
from pipeline.schema import Article, Source
from pipeline.settings import CleanSettings

SLOGAN = "Codziennie rano czytamy Lipowo od deski do deski i wiemy wszystko."
TEXTS = ["Radni poparli budowę kładki nad torami.", "Strażacy z Borek dostali nowy wóz gaśniczy od powiatu.", "Szkoła zaprasza rodziców na wieczór z muzyką dawną."]  # fmt: skip


def page(number, body=None, url="https://www.lipowo.example/art/{}"):
    text = body or f"{TEXTS[number % 3]} To wiadomość z teczki {number}, którą zna tylko redakcja."
    content = f"Wieczorny spacer\n{SLOGAN}\nNagłówek z teczki {number}\n{text}\nPłynie Olszanka, płynie\n"
    return Source(source=f"{number}.txt", content=content, media="text", url=url.format(number) if url else None)


def surveyed(pages):
    lines = SiteLines()
    for item in pages:
        lines.add(item)
    return lines


def frame(lines, item):
    return lines.frame(item, item.content.split("\n"))


def test_what_stands_on_every_page_is_the_frame():
    pages = [page(n) for n in range(9)]
    lines = surveyed(pages)
    assert all(frame(lines, item) == {0, 1, 4} for item in pages)


@pytest.mark.parametrize(
    "url", [None, "https://other.example/{}", "http://[broken/{}"], ids=["no site", "another site", "broken address"]
)
def test_another_site_or_none_has_no_frame(url):
    assert frame(surveyed(page(n) for n in range(9)), page(10, url=url)) == set()


def test_few_pages_prove_nothing():
    pages = [page(n) for n in range(OTHERS)]
    assert frame(surveyed(pages), pages[0]) == set()


def test_copies_of_one_story_are_no_frame():
    story = "\n".join(f"{text} Wójt potwierdził to w rozmowie z nami." for text in TEXTS)
    pages = [page(n, body=story) for n in range(9)]
    assert frame(surveyed(pages), pages[0]) == set()


def test_equal_pages_count_once():
    assert frame(surveyed([page(1)] * 20), page(1)) == set()


def test_the_order_of_pages_and_the_parts_of_a_dump_change_nothing():
    pages = [page(n) for n in range(3 * PAGES)] + [page(n, url="https://borki.example/{}") for n in range(7)]
    whole, mixed, parts = surveyed(pages), sorted(pages, key=lambda item: item.content[::-1]), SiteLines()
    for start in (60, 0, 30, 90):
        parts.merge(surveyed(pages[start : start + 30]))
    assert whole._samples.keys() == parts._samples.keys()
    for site, sample in whole._samples.items():
        assert sorted(sample) == sorted(surveyed(mixed)._samples[site]) == sorted(parts._samples[site])
        assert len(sample) <= PAGES


def test_markup_is_passed_over():
    lines = surveyed(Source(source="a", content=f"<p>{n}", media="html", site="lipowo.example") for n in range(9))
    assert lines._samples == {}


@pytest.mark.parametrize(
    ("given", "site"),
    [
        ({"url": "https://www.borki.example/a"}, "borki.example"),
        ({"url": "https://borki.example/a", "site": "Borki"}, "Borki"),
        ({"url": "http://[::1"}, None),
        ({}, None),
    ],
)
def test_sites(given, site):
    assert site_of(Source(source="a", content="b", media="text", **given)) == site


def test_the_frame_leaves_the_article():
    pages = [page(n) for n in range(9)]
    alone = clean(pages[2], CleanSettings())
    article = clean(pages[2], CleanSettings(), surveyed(pages))
    assert isinstance(alone, Article)
    assert isinstance(article, Article)
    assert SLOGAN in alone.text
    assert SLOGAN not in article.text
    assert article.title == "Nagłówek z teczki 2"
    assert {d.reason for d in article.dropped} == {"site_line"}
