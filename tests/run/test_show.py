from dataclasses import replace
from html.parser import HTMLParser
from io import StringIO
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from pipeline.run.show import show
from pipeline.run.show.marks import Mark, labels, marks_of, segments
from pipeline.run.show.sides import sides
from pipeline.run.show.terminal import renderables, safe
from pipeline.schema import Article, Block, BlockKind, Dropped

VOID = {"meta", "link", "br", "img"}


class Reader(HTMLParser):
    """Checks that tags nest, and keeps the text of the article and of struck-out lines."""

    def __init__(self):
        super().__init__()
        self.open, self.text, self.struck, self.links, self.ids = [], "", [], [], []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.links += [v for k, v in attrs.items() if k in {"src", "href"}]
        self.ids += [attrs["id"]] if "id" in attrs else []
        if tag not in VOID:
            self.open.append((tag, attrs.get("class")))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        if ("div", "tekst") in self.open:
            self.text += data
        if any(tag == "del" for tag, _ in self.open):
            self.struck.append(data)


def parsed(page):
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


@pytest.fixture
def article(record):
    dropped = (Dropped(text="Udostępnij <script>alert(1)</script>", reason="share", line=3),)
    return Article(id=record.id, source=record.source, text=record.text, dropped=dropped)


def test_the_page_shows_the_text_unchanged_and_what_was_dropped(record, article):
    reader = parsed(show(record, article).html)
    assert reader.text == record.text
    assert reader.struck == ["Udostępnij <script>alert(1)</script>"]


def test_kept_and_dropped_lines_stand_side_by_side_in_the_order_of_the_page(record):
    blocks = (
        Block(kind="title", start=0, end=5, path="/html/body/h1", line=2),
        Block(kind="paragraph", start=6, end=11, line=4),
        Block(kind="item", start=12, end=20, marker="1."),
    )
    dropped = (Dropped(text="Menu", reason="menu", line=1), Dropped(text="Drukuj", reason="print", line=3))
    article = Article(id="1", source="a", text="Tytuł\nTreść\n1. punkt", blocks=blocks, dropped=dropped)
    found = sides(article)
    assert [side.kept or side.dropped for side in found] == ["Menu", "Tytuł", "Drukuj", "Treść", "1. punkt"]
    assert [side.block or side.reason for side in found] == ["menu", "title", "print", "paragraph", "item"]
    page = show(record, article).html
    assert (
        page.index("<del>Menu</del>")
        < page.index("Tytuł</span>")
        < page.index("<del>Drukuj</del>")
        < page.index("Treść</span>")
    )
    assert "drukowanie" in page
    assert "śródtytuł" not in page
    text = printed(record, article)
    assert text.index("Menu") < text.rindex("Tytuł") < text.index("Drukuj") < text.rindex("Treść")


def test_every_kind_of_block_has_a_name():
    assert set(get_args(BlockKind)) == set(labels()["blocks"])


def test_the_page_is_self_contained_and_its_links_lead_somewhere(record, article):
    reader = parsed(show(record, article).html)
    outside = [link for link in reader.links if not link.startswith("#")]
    assert outside == [record.url]
    assert {link[1:] for link in reader.links if link.startswith("#")} == set(reader.ids)


def test_only_web_addresses_become_links(record):
    page = show(replace(record, url="javascript:alert(1)")).html
    assert "javascript:alert(1)" in page
    assert not [link for link in parsed(page).links if not link.startswith("#")]


def test_a_notebook_gets_a_fragment_in_polish(record):
    fragment = show(record)._repr_html_()
    assert "<html" not in fragment
    assert 'lang="pl"' in fragment
    assert "jednostka certyfikująca" in fragment


def test_fields_that_contradict_or_were_computed_are_named_as_the_page_names_them(record):
    told = replace(record.certificates[0], conflicts=["certifier"], derived=["valid_until"])
    page = show(replace(record, certificates=[told])).html
    assert "<td>sprzeczne w tekście</td><td>jednostka certyfikująca</td>" in page
    assert "<td>obliczone</td><td>ważny do</td>" in page


def test_a_record_of_the_rules_alone_says_so(record):
    page = show(replace(record, provenance=replace(record.provenance, model="none"))).html
    assert "model: żaden<" in page


def test_overlapping_spans_nest(record):
    inner = replace(record.dates[0], start=record.officials[0].start + 3, end=record.standards[0].end)
    reader = parsed(show(replace(record, dates=[inner])).html)
    assert reader.text == record.text


def test_every_kind_of_the_record_has_its_colours(record):
    assert {m.kind for m in marks_of(record)} == set(labels()["kinds"])


spans = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda p: Mark("dates", p[0], min(40, p[0] + p[1]), "", f"{p}")),
    max_size=8,
)


@given(spans)
def test_segments_cover_the_text_once_and_know_their_marks(marks):
    marks = sorted(marks, key=lambda m: (m.start, -m.end, m.kind, m.mention_id))
    pieces = list(segments(40, marks))
    assert pieces[0][0] == 0
    assert pieces[-1][1] == 40
    assert all(a[1] == b[0] for a, b in pairwise(pieces))
    for start, end, active in pieces:
        assert sorted(active, key=id) == sorted((m for m in marks if m.start <= start and end <= m.end), key=id)


def test_an_empty_text_has_no_segments():
    assert list(segments(0, [])) == []


def printed(record, article):
    console = Console(width=200, force_terminal=False, record=True, file=StringIO())
    for part in renderables(record, article):
        console.print(part)
    return console.export_text()


def test_the_terminal_shows_text_facts_and_dropped_lines(record, article):
    text = printed(record, article)
    assert record.text.splitlines()[1] in text
    assert "../2031-05" in text
    assert "share" in text
    assert "Udostępnij" in text


def test_markup_of_the_console_is_not_obeyed(record, article):
    assert "[red]Uwaga[/red]" in printed(replace(record, title="[red]Uwaga[/red]"), article)


@given(st.text())
def test_no_control_character_reaches_the_terminal(text):
    shown = safe(text)
    assert len(shown) == len(text)
    assert not any(c < " " and c not in "\n\t" for c in shown)
    assert "\x1b" not in shown
    assert "\x9b" not in shown
