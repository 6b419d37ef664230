"""What holds for every dump: offsets, words from nowhere, idempotence."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.clean import clean
from pipeline.clean.characters import tidy_line, unify_breaks
from pipeline.clean.mojibake import repair
from pipeline.schema import Article, Source
from pipeline.settings import CleanSettings

PIECES = [
    "Urząd Miejski w Lubowie utrzymał certyfikat zgodności z normą ISO 9001:2008.",
    "Auditorzy nie stwierdzili niezgodności i chwalili obsługę interesantów w biurze podawczym,",
    "które działa od poniedziałku do piątku.",
    "Urząd z certyfikatem", "Mocne strony:", "1) czyste biura,", "2) życzliwość", "• \u00a0porządek", "-", "Drukuj", "Strona główna", "REKLAMA",
    "Tekst: Ewa Sowa", "Jan Kowal", "rzecznik prasowy", "12.03.2010", "Opublikowano: 12.03.2010", "Dodaj komentarz", "Zobacz także", "samorzą\u00ad", "wójt Jan",
    "DSC_12.JPG", "goÅ›cie", "", "",
]  # fmt: skip


def run(content: str) -> Article | None:
    found = clean(Source(source="x", content=content, media="text"), CleanSettings(min_words=1))
    return found if isinstance(found, Article) else None


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


dumps = st.lists(st.sampled_from(PIECES), max_size=25).map("\n".join)
anything = st.text(alphabet=st.characters(codec="utf-8"), max_size=200)


@settings(max_examples=120, deadline=None, derandomize=True)
@given(dumps | anything)
def test_offsets_and_nothing_from_nowhere(content: str) -> None:
    article = run(content)
    if article is None:
        return
    assert "\n".join(article.text[b.start : b.end] for b in article.blocks) == article.text
    source = letters(" ".join(tidy_line(line) for line in unify_breaks(repair(content)).split("\n")))
    assert all(letters(tidy_line(article.text[b.start : b.end])) in source for b in article.blocks)
    lines = unify_breaks(content).count("\n") + 1
    assert all(1 <= d.line <= lines for d in article.dropped)


@settings(max_examples=120, deadline=None, derandomize=True)
@given(dumps)
def test_every_filled_line_is_kept_or_dropped(content: str) -> None:
    article = run(content)
    if article is None:
        return
    seen = letters(article.text) + "".join(letters(d.text) for d in article.dropped)
    trimmed = repair(content).replace("\u00ad", "").replace("DSC_12.JPG", "")
    assert sorted(letters(trimmed)) == sorted(re.sub("DSC12JPG", "", seen))


@settings(max_examples=80, deadline=None, derandomize=True)
@given(dumps)
def test_cleaning_again_adds_no_word(content: str) -> None:
    article = run(content)
    again = run(article.text) if article else None
    if article and again:
        assert not Counter(again.text.split()) - Counter(article.text.split())
