"""Class and id names that say what an element is."""

import tomllib
from importlib.resources import files

import pytest

from pipeline.clean.html.parse import parse
from pipeline.clean.html.prune import furniture, rule_of
from pipeline.text import fold

LONG = "Urząd Gminy Wierzbowo od lat dba o jakość usług, dlatego poddał się badaniu niezależnych auditorów, którzy chwalili zespół. "
DATA = tomllib.loads(files("pipeline.clean.html").joinpath("data/prune.toml").read_text(encoding="utf-8"))


def reasons(body):
    return [rule.reason for rule in furniture(parse(f"<html><body>{body}</body></html>")).values()]


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        ("komentarze", "comments"), ("lista-komentarzy", "comments"), ("boxKomentarze", "comments"), ("commentlist", "comments"),
        ("disqus_thread", "comments"), ("box polecane", "related"), ("zobacz-takze", "related"), ("zobaczTakze", "related"),
        ("related-posts", "related"), ("udostepnij", "share"), ("addthis_toolbox", "share"), ("fb-like", "share"),
        ("metryka", "metadata"), ("entry-meta", "metadata"), ("kalendarz_imprez", "calendar"), ("newsletter-box", "newsletter"),
        ("cookie-law-info", "cookie"), ("breadcrumbs", "menu"), ("menu_glowne", "menu"), ("reklama1", "advert"),
        ("stopka", "footer"), ("sidebar-right", "sidebar"), ("wyszukiwarka", "form"), ("Ścieżka", "menu"), ("tag-cloud", "metadata"),
        ("post-navigation", "related"), ("next-post-box", "related"), ("authorBio", "metadata"), ("o-autorze", "metadata"),
    ],
)  # fmt: skip
def test_words(names, reason):
    assert rule_of(names).reason == reason


@pytest.mark.parametrize(
    "names",
    [
        "tresc",
        "article-body",
        "entry-content",
        "content",
        "artykul",
        "commentary",
        "shareholder",
        "gminne",
        "adres",
        "header",
        "with-sidebar",
        "no-ads",
        "comments-open",
        "category-reklama",
        "tag-komentarze",
        "has-medium-font-size",
        "is-style-social",
    ],
)
def test_other_names_mean_nothing(names):
    assert rule_of(names) is None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(f"<nav>menu</nav><p>{LONG}</p>", ["menu"], id="element"),
        pytest.param(f"<div role=complementary>obok</div><p>{LONG}</p>", ["sidebar"], id="role"),
        pytest.param(f"<div class='menu-open'><p>{LONG}</p></div>", [], id="holds the article"),
        pytest.param(f"<div class=stopka><h1>Tytuł</h1></div><p>{LONG}</p>", [], id="holds the headline"),
        pytest.param(
            f"<div class=print itemprop=x><div itemprop=articleBody>{LONG}</div></div>", [], id="holds the body by microdata"
        ),
        pytest.param(
            f"<p>{LONG}</p><div id=komentarze>{f'<p>{LONG}</p>' * 9}</div>",
            ["comments"],
            id="readers wrote more than the author",
        ),
        pytest.param(f"<section class='t t--ads'><p>{LONG}</p></section>" * 4, [], id="most of the text bears the name"),
        pytest.param(f"<p>{LONG}</p><p>{LONG}</p><div class=reklama>{LONG}</div>", ["advert"], id="a long advert"),
        pytest.param(f"<p>{LONG}</p><div class=teasers>{LONG}</div>" * 3, ["related"] * 3, id="teasers between paragraphs"),
        pytest.param(f"<p>{LONG}</p><p class=font-size-16>{LONG}</p>", [], id="running text is no tool"),
        pytest.param(
            f"<div><p>{LONG}</p><div><b>Raz w tygodniu</b><form><input type=email></form></div></div>",
            ["newsletter"],
            id="box for an address",
        ),
        pytest.param(
            f"<div><p>{LONG}</p><form>Uwagi <textarea></textarea><input type=email></form></div>", [], id="a form for a text"
        ),
        pytest.param(f"<div><p>{LONG}</p><p>{LONG}</p><input type=email></div>", [], id="a field in the article itself"),
        pytest.param(f"<p>{LONG}</p><blockquote class=twitter-tweet>Brawo!</blockquote>", [], id="a quoted tweet"),
        pytest.param(f"<p>{LONG}</p><h2 id=kalendarz-zmian>Kalendarz</h2><p>{LONG}</p>", [], id="an anchor made of words"),
        pytest.param(f"<div class=reklama><div class=menu>x</div></div><p>{LONG}</p>", ["advert"], id="the outermost counts"),
    ],
)
def test_furniture(body, expected):
    assert reasons(body) == expected


def test_rule_ids_are_unique_and_words_are_folded():
    ids = [rule["id"] for rule in DATA["rule"]]
    assert len(ids) == len(set(ids))
    assert all(word == fold(word) for rule in DATA["rule"] for word in rule["words"])
    words = [word for rule in DATA["rule"] for word in rule["words"]]
    assert sorted(words) == sorted(set(words))
