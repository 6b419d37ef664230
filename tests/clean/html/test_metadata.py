"""Title, authors and publication date, each with its evidence, in the order of trust."""

import pytest

from pipeline.clean.html import extract
from pipeline.clean.sites import without_site
from pipeline.schema import Source

BODY = (
    "<p>Rada Gminy Wierzbowo przyjęła sprawozdanie z auditu, który odbył się 3 marca 2012 roku w siedzibie urzędu.</p>"
    "<p>Wójt podziękował pracownikom za przygotowanie dokumentów zgodnych z normą PN-EN ISO/IEC 27001:2017-06.</p>"
)


def draft(head="", top="<h1>Sprawozdanie z auditu przyjęte</h1>", bottom="", url=None):
    html = f"<html><head>{head}</head><body><div id=tresc>{top}{BODY}{bottom}</div></body></html>"
    return extract(Source(source="a.html", content=html, media="html", url=url))


def ld(text):
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    ("parts", "published", "evidence"),
    [
        pytest.param({"head": ld('{"@type": "NewsArticle", "datePublished": "2012-03-05T10:00:00+01:00"}')}, "2012-03-05", "json-ld", id="json-ld"),
        pytest.param(
            {"head": ld('{"@graph": [{"@type": "WebSite"}, {"@type": ["Article"], "datePublished": "2012-03-05"}]}')},
            "2012-03-05", "json-ld", id="json-ld graph",
        ),
        pytest.param(
            {"head": ld('{"@type": "Article", "dateModified": "2015-01-01"') + '<meta property="article:published_time" content="2012-03-05">'},
            "2012-03-05", "meta", id="broken json-ld",
        ),
        pytest.param({"head": '<meta property="article:modified_time" content="2015-01-01">'}, None, None, id="a change is no publication"),
        pytest.param({"head": '<meta name="DC.Date" content="2012-03-05">'}, "2012-03-05", "meta", id="dublin core"),
        pytest.param({"top": "<h1>Sprawozdanie</h1><time datetime='2012-03-05T10:00'>poniedziałek</time>"}, "2012-03-05", "time", id="time"),
        pytest.param({"top": "<h1>Sprawozdanie</h1><span class='entry-date'>5 marca 2012</span>"}, "2012-03-05", "time", id="class"),
        pytest.param(
            {"bottom": "<div class=related><time datetime='2019-01-01'>x</time></div><p>Dodano: 5 marca 2012</p>"},
            "2012-03-05", "label", id="a related article's time is not ours",
        ),
        pytest.param(
            {"bottom": "<blockquote class=instagram-media><time datetime='2019-01-01'>x</time></blockquote><p>Dodano: 5 marca 2012</p>"},
            "2012-03-05", "label", id="a quoted post has a time of its own",
        ),
        pytest.param(
            {
                "top": "<ul><li><time datetime='2019-01-01'>x</time> Dożynki</ul><header><h1>Sprawozdanie</h1><time datetime='2012-03-05'>x</time></header>",
                "bottom": "<ul><li><time datetime='2019-01-03'>x</time> Jarmark</ul>",
            },
            "2012-03-05", "time", id="of several the one beside the headline",
        ),
        pytest.param(
            {"top": "<h1>Sprawozdanie</h1><abbr class=published title='niedziela'>05.03.2012</abbr>"}, "2012-03-05", "time", id="a title that is no date"
        ),
        pytest.param({"bottom": "<p>Opublikowano: 5 marca 2012, 10:15</p>"}, "2012-03-05", "label", id="label"),
        pytest.param(
            {"bottom": "<table class=metryka><tr><td>Data wytworzenia:<td>2012-03-01<tr><td>Data publikacji:<td>2012-03-05</table>"},
            "2012-03-05", "label", id="metric of a bulletin",
        ),
        pytest.param({"bottom": "<p>Ostatnia aktualizacja: 01.01.2015</p>"}, None, None, id="label of a change"),
        pytest.param({"top": "<h1>Sprawozdanie z auditu przyjęte</h1><p>05.03.2012, 10:15</p>"}, "2012-03-05", "line", id="line"),
        pytest.param({"top": "<h1>Sprawozdanie z auditu przyjęte</h1><p>2012-03-05 06:34 Źródło: PAP</p>"}, "2012-03-05", "line", id="date and source"),
        pytest.param({"top": "<h1>Sprawozdanie z auditu przyjęte</h1><p>5 marca 2012 r. odbył się audit urzędu</p>"}, None, None, id="an event's day"),
        pytest.param({"bottom": "<p>Rada działała na podstawie ustawy z dnia 8 marca 1990 r. o samorządzie gminnym.</p>"}, None, None, id="an act's day"),
        pytest.param({"url": "https://x.example/2012/03/05/sprawozdanie"}, "2012-03-05", "url", id="address"),
        pytest.param({"top": "<div>czwartek, 8 czerwca 2023</div><h1>Sprawozdanie z auditu przyjęte</h1>"}, None, None, id="day of the visit"),
        pytest.param({}, None, None, id="an edition and an event are no publication dates"),
    ],
)  # fmt: skip
def test_published(parts, published, evidence):
    found = draft(**parts)
    assert (found.published, found.published_from) == (published, evidence)


@pytest.mark.parametrize(
    ("parts", "authors"),
    [
        pytest.param({"head": ld('{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Hanna Wrona"}}')}, ["Hanna Wrona"], id="json-ld"),
        pytest.param(
            {"head": ld('{"@graph": [{"@type": "Article", "author": {"@id": "#1"}}, {"@id": "#1", "@type": "Person", "name": "Hanna Wrona"}]}')},
            ["Hanna Wrona"], id="json-ld reference",
        ),
        pytest.param({"head": ld('{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Głos"}}')}, [], id="organization"),
        pytest.param({"head": '<meta name="author" content="Hanna Wrona, Jan Śliwa">'}, ["Hanna Wrona", "Jan Śliwa"], id="meta"),
        pytest.param({"head": '<meta name="author" content="Redakcja Głosu">'}, [], id="editorial office"),
        pytest.param({"top": "<h1>Sprawozdanie</h1><p class='autor'>Autor: Hanna Wrona</p>"}, ["Hanna Wrona"], id="class"),
        pytest.param({"bottom": "<p>Tekst: Hanna Wrona</p>"}, ["Hanna Wrona"], id="label"),
        pytest.param({"bottom": "<p>Fot. Jan Śliwa</p>"}, [], id="photographer"),
        pytest.param({"bottom": "<div id=komentarze><p class=author>Jan Śliwa</p><p>Autor: Jan Śliwa</p></div>"}, [], id="commenter"),
    ],
)  # fmt: skip
def test_authors(parts, authors):
    assert draft(**parts).authors == authors


@pytest.mark.parametrize(
    ("parts", "title"),
    [
        pytest.param({"head": "<title>Sprawozdanie z auditu przyjęte - Gmina Wierzbowo</title>"}, "Sprawozdanie z auditu przyjęte", id="h1"),
        pytest.param(
            {"head": "<title>Gmina Wierzbowo :: Aktualności :: Mamy certyfikat</title>", "top": "<div><b>Mamy certyfikat!</b></div>"},
            "Mamy certyfikat!", id="headline is no heading",
        ),
        pytest.param({"head": "<title>Mamy certyfikat | Wierzbowo.example</title>", "top": "", "url": None}, "Mamy certyfikat", id="only in the head"),
        pytest.param({"head": "<title>Urząd Gminy Wierzbowo</title>", "top": "<h3>Mamy certyfikat</h3>"}, "Mamy certyfikat", id="head names the site"),
        pytest.param({"head": "<title>Biuletyn Informacji Publicznej</title>", "top": ""}, None, id="no headline at all"),
        pytest.param(
            {
                "head": "<title>Mamy certyfikat - Głos Wierzbowa</title>",
                "top": "<h1><a href=/>Głos Wierzbowa</a></h1><h2>Mamy certyfikat</h2>",
            },
            "Mamy certyfikat", id="the logo is a first-level heading",
        ),
        pytest.param(
            {"head": "<title>Gmina Wierzbowo</title>", "top": "<h1>Gmina Wierzbowo</h1><h2>Mamy certyfikat</h2>"},
            "Mamy certyfikat", id="title and first heading name the site",
        ),
        pytest.param({"head": '<meta property="og:title" content="Mamy certyfikat">', "top": ""}, "Mamy certyfikat", id="open graph"),
    ],
)  # fmt: skip
def test_title(parts, title):
    assert draft(**parts).title == title


@pytest.mark.parametrize(
    ("declared", "site", "title"),
    [
        ("Nowy certyfikat - Gmina Wierzbowo", None, "Nowy certyfikat"),
        ("Wierzbowo.pl » Nowy certyfikat", "www.wierzbowo.pl", "Nowy certyfikat"),
        ("Nowy certyfikat", None, "Nowy certyfikat"),
        ("Audit - trzy dni pracy zespołu | Głos Wierzbowa", None, "Audit - trzy dni pracy zespołu"),
        (" - ", None, " - "),
    ],
)
def test_without_site(declared, site, title):
    assert without_site(declared, site) == title


@pytest.mark.parametrize(
    ("head", "url", "expected"),
    [
        pytest.param(
            '<link rel=canonical href="https://x.example/2012/03/05/a">', None, "https://x.example/2012/03/05/a", id="canonical"
        ),
        pytest.param('<meta property="og:url" content="https://x.example/a">', None, "https://x.example/a", id="open graph"),
        pytest.param('<link rel=canonical href="/a">', None, None, id="relative"),
        pytest.param(
            '<link rel=canonical href="https://x.example/a">',
            "https://y.example/b",
            "https://y.example/b",
            id="the owner knows",
        ),
    ],
)
def test_address(head, url, expected):
    assert draft(head=head, url=url).url == expected


def test_the_date_may_stand_in_the_canonical_address():
    found = draft(
        head='<link rel=canonical href="https://x.example/2012/03/05/a"><meta property="og:site_name" content="Gmina Wierzbowo">'
    )
    assert (found.published, found.published_from, found.site) == ("2012-03-05", "url", "Gmina Wierzbowo")


@pytest.mark.parametrize(
    ("head", "top", "title"),
    [
        ("<title>ZS Wierzbowo</title>", "<center><font size=5><b>Certyfikat dla szkoły</b></font></center>", "Certyfikat dla szkoły"),
        ("<title>Gmina Wierzbowo</title>", "<p align=center><b><font size='4'>Nowy system w urzędzie</font></b></p>", "Nowy system w urzędzie"),
        ("<title>Wierzbowo.pl</title>", "<table><tr><td class=contentheading>Mamy certyfikat</td></tr></table>", "Mamy certyfikat"),
        ("<title>Gmina Wierzbowo</title>", "<div class=tytul>Mamy certyfikat</div>", "Mamy certyfikat"),
        ("<title>Gmina Wierzbowo</title>", "<p>5 marca 2012</p><p>Mamy certyfikat</p>", "Mamy certyfikat"),
        ("<title>Gmina Wierzbowo</title>", "<p><b>Urząd Gminy Wierzbowo</b></p>", None),
        ("<title>Gmina Wierzbowo</title>", "<p><b>Gości powitali:</b></p>", None),
        ("<title>Mamy nowy certyfikat jakości - Gmina Wierzbowo</title>", "<p><b>Sukces naszej gminy</b></p>", "Mamy nowy certyfikat jakości"),
    ],
)  # fmt: skip
def test_headlines_without_headings(head, top, title):
    assert draft(head=head, top=top).title == title


@pytest.mark.parametrize(
    ("parts", "site"),
    [
        pytest.param({"head": '<meta property="og:site_name" content="Miasto Modrzewie"><title>A - Gmina Lipowa</title>'}, "Miasto Modrzewie", id="meta"),
        pytest.param({"head": "<title>Sprawozdanie z auditu przyjęte - Gmina Lipowa</title>"}, "Gmina Lipowa", id="title"),
        pytest.param({"bottom": "<footer>Urząd Gminy Lipowa, ul. Długa 1</footer>"}, "Urząd Gminy Lipowa", id="footer"),
        pytest.param({"bottom": "<p>Urząd Gminy Lipowa</p>"}, None, id="the article names others too"),
    ],
)  # fmt: skip
def test_whose_site_it_is(parts, site):
    assert draft(**parts).site == site


@pytest.mark.parametrize(
    ("bottom", "authors"),
    [
        pytest.param("<p>Emil Sobota, sekretarz gminy</p>", ["Emil Sobota"], id="signed"),
        pytest.param(
            "<blockquote><p>Było warto.</p></blockquote><p>Emil Sobota, sekretarz gminy</p>", [], id="named below a quotation"
        ),
    ],
)
def test_signers(bottom, authors):
    assert draft(bottom=bottom).authors == authors
