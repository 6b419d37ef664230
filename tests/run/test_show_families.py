"""What is known about the article's standards, in the terminal, on the page and in the tables."""

from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from pipeline.run.show import show
from pipeline.run.show.families import families_of
from pipeline.run.show.terminal import renderables
from pipeline.schema import Article
from pipeline.store import Store, read_table
from pipeline.values.standard import families, find, parse, work_of

FAMILIES = sorted(families())


@pytest.fixture
def named(record):
    """A record that names five families, one of them twice and one that nobody knows."""
    values = [f.value for f in find("ISO 9001:2008, ISO 9001:2015, OHSAS 18001, ISO 27001 i WCAG 2.1; ISO 37999")]
    (first,) = record.standards
    rows = [
        replace(first, id=v.id, family=v.family, kind=v.kind, number=v.number, year=v.year, mention_id=f"{i:016}")
        for i, v in enumerate(values)
    ]
    return replace(record, standards=rows)


def printed(record):
    out = StringIO()
    console = Console(file=out, width=300)
    for part in renderables(record, Article(id=record.id, source=record.source, text=record.text)):
        console.print(part)
    return out.getvalue()


def test_each_family_is_named_once_in_the_order_of_the_text(named):
    assert [family for family, _ in families_of(named)] == ["ISO 9001", "OHSAS 18001", "ISO 27001", "WCAG", "ISO 37999"]


def test_the_terminal_says_what_is_known_and_from_where(named):
    text = printed(named)
    assert "what is known about these standards: 4 of 5" in text
    assert (
        "ISO 9001: Systemy zarządzania jakością – Wymagania (Quality management systems – Requirements)   ISO catalogue" in text
    )
    assert "withdrawn 2021, replaced by ISO 45001" in text
    assert "ISO 37999: nothing" in text


def test_the_page_says_it_in_polish(named):
    page = show(named).html
    assert "<h2>Co wiadomo o normach</h2>" in page
    assert "<td>OHSAS 18001</td>" in page
    assert "<td>2021</td><td>ISO 45001</td>" in page


def test_an_article_without_standards_has_no_such_part(record):
    bare = replace(record, standards=[])
    assert "what is known" not in printed(bare)
    assert "Co wiadomo" not in show(bare).html


def test_the_table_joins_on_the_family(named, tmp_path):
    with Store(tmp_path) as store:
        store.add(named)
        store.commit()
        assert store.counts["works"] == 4
    works = read_table(tmp_path, "works")
    assert works["family"].tolist() == ["ISO 27001", "ISO 9001", "OHSAS 18001", "WCAG"]
    joined = read_table(tmp_path, "standards").merge(works, on="family", how="left")
    assert joined["work"].isna().sum() == 1
    assert joined.loc[joined["family"] == "ISO 27001", "work"].tolist() == ["ISO/IEC 27001"]


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_is_the_one_that_its_identifier_has(family):
    standard = parse(family)
    assert standard is not None
    assert standard.family == family
    if standard.number:
        assert work_of(standard) is families()[family]


@pytest.mark.parametrize("family", FAMILIES)
def test_facts_are_whole(family):
    work = families()[family]
    assert work.source
    assert work.title_pl or work.title_en
    assert work.replaced_by is None or parse(work.replaced_by) is not None
    assert work.withdrawn is None or work.withdrawn >= max(work.editions)
