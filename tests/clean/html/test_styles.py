"""One article in the markup of the systems that municipal sites and portals run on: always the same lines come out."""

import pytest

from pipeline.clean.html import extract
from pipeline.schema import Source

TITLE = "Urząd w Wierzbowie obronił certyfikat"
LEAD = "Po dwudniowym audicie Urząd Gminy Wierzbowo zachował certyfikat systemu zarządzania jakością."
FIRST = (
    "Auditorzy rozmawiali z pracownikami dziewięciu referatów, przejrzeli rejestr skarg i odwiedzili punkt obsługi interesanta."
)
HEAD = "W raporcie wskazali trzy mocne strony:"
ITEMS = ["krótki czas oczekiwania,", "czytelne karty usług,", "zaangażowanie kierownictwa."]
LAST = "– To zasługa całego zespołu – ocenił wójt Jan Śliwa, który przyjął dokument z rąk auditora wiodącego."

OTHER = "<a href=/1>Remont ulicy Polnej potrwa do końca wakacji</a>"
TEASERS = (
    f"<li>{OTHER}</li><li><a href=/2>Dożynki gminne w sobotę na stadionie</a></li><li><a href=/3>Nowy autobus szkolny</a></li>"
)
COMMENT = (
    "Ciekawe, kiedy wreszcie ktoś odbierze u nich telefon, bo ja dzwoniłem trzy dni i nic z tego nie wyszło, szkoda gadać."
)
UL = "<ul>" + "".join(f"<li>{item}</li>" for item in ITEMS) + "</ul>"
P = [f"<p>{text}</p>" for text in (FIRST, HEAD)]
BODY = "".join(P) + UL + f"<p>{LAST}</p>"

STYLES = {
    "gov.pl": f"""<header role=banner><a href=/>Serwis samorządowy</a></header><nav class=breadcrumbs><a href=/>Start</a></nav>
      <main><article id=main-content class=article-area__article><h2>{TITLE}</h2><p class=event-date>05.03.2021</p>
      <p class=intro>{LEAD}</p><div class=editor-content>{BODY}</div>
      <section class=share-it><h3>Udostępnij</h3><a href=#>Facebook</a></section></article>
      <div class=metrics><h3>Metryka</h3><dl><dt>Pierwsza publikacja:</dt><dd>05.03.2021 10:00 Anna Lis</dd></dl></div></main>
      <footer>Strony dostępne w domenie samorządowej</footer>""",
    "joomla": f"""<div id=all><div class=moduletable_menu><ul class=menu><li><a href=/>Start</a><li><a href=/bip>BIP</a></ul></div>
      <div class=item-page><div class=page-header><h2 itemprop=headline>{TITLE}</h2></div>
      <dl class=article-info><dt>Szczegóły</dt><dd class=published>Opublikowano: 05 marzec 2021</dd><dd class=hits>Odsłony: 12</dd></dl>
      <div itemprop=articleBody><p><strong>{LEAD}</strong></p>{BODY}</div>
      <ul class="pager pagenav"><li><a href=/p>Poprzedni</a><li><a href=/n>Następny</a></ul></div>
      <div class=moduletable><h3>Ostatnie artykuły</h3><ul class=latestnews>{TEASERS}</ul></div></div>""",
    "drupal": f"""<div id=page><div class="region region-header"><div class=block-search><form><label>Szukaj</label><input></form></div></div>
      <div class="region region-content"><div class="node node-news"><h1 class=page-title>{TITLE}</h1>
      <div class="field field-name-field-lead"><div class="field-item even"><p>{LEAD}</p></div></div>
      <div class="field field-name-body"><div class="field-item even">{BODY}</div></div></div></div>
      <div class="region region-sidebar-second"><div class="block views"><ul>{TEASERS}</ul></div></div></div>""",
    "liferay": f"""<div id=wrapper><ul class=nav-pills>{TEASERS}</ul><div class=portlet-layout><div class=portlet-body><div class=asset-full-content>
      <h1>{TITLE}</h1><div class=journal-content-article><div class=lead>{LEAD}</div><div class=text>{BODY}</div></div></div>
      <div class=asset-ratings>Średnia ocena: 0</div></div></div></div>""",
    "hashed classes, a box for every paragraph": f"""<div class=css-1x><div class=css-2y><h1 class=css-3>{TITLE}</h1></div>
      <div class=css-4><div class=css-5><p>{LEAD}</p></div><div class=css-5><p>{FIRST}</p></div><div class="css-5 ad"><span>Reklama</span></div>
      <div class=css-5><p>{HEAD}</p></div><div class=css-6>{UL}</div><div class=css-5><p>{LAST}</p></div></div></div>
      <div class=css-9><ul>{TEASERS}</ul></div>""",
    "portal with lead box and comments": f"""<div class="page with-sidebar"><div class=header-box><h1>{TITLE}</h1><div class=date>05.03.2021, 10:15</div>
      <div class=article-lead>{LEAD}</div></div><div class=adslot>REKLAMA</div><div class=article-content>{BODY}
      <div class=see-also>Zobacz także: {OTHER}</div></div>
      <div class=komentarze><h3>Komentarze (1)</h3><p>{COMMENT}</p></div><div class=sidebar><ul>{TEASERS}</ul></div></div>""",
    "page builder": f"""<div class="elementor elementor-location-single"><section class=elementor-section><div class="elementor-widget elementor-widget-theme-post-title">
      <h1 class=elementor-heading-title>{TITLE}</h1></div><div class="elementor-widget elementor-widget-theme-post-content">
      <div class=elementor-widget-container><p>{LEAD}</p>{BODY}</div></div><div class="elementor-widget elementor-widget-share-buttons">
      <a href=#>Facebook</a></div></section><div class=elementor-posts>{TEASERS}</div></div>""",
    "bulletin of public information": f"""<table width=100%><tr><td class=menu><a href=1>Organy</a><br><a href=2>Przetargi</a><br><a href=3>Majątek</a></td>
      <td><h3>{TITLE}</h3><div class=tresc><p>{LEAD}</p>{BODY}</div>
      <table class=metryka><tr><td>Wytworzył:</td><td>Anna Lis</td></tr><tr><td>Data publikacji:</td><td>2021-03-05</td></tr></table>
      </td></tr></table>""",
    "asp.net": f"""<form id=aspnetForm><input type=hidden><div id=menu><a href=1>Start</a></div><div id=ctl00><h1>{TITLE}</h1>
      <div><p>{LEAD}</p>{BODY}</div></div><div id=ctl99>Licznik odwiedzin: 1234</div></form>""",
    "printed view": f"<h2>{TITLE}</h2><p>{LEAD}</p>{BODY}<p>Źródło: https://www.wierzbowo.example/1</p>",
    "amp": f"""<amp-sidebar id=menu><ul>{TEASERS}</ul></amp-sidebar><article class=amp-wp-article><header><h1 class=amp-wp-title>{TITLE}</h1></header>
      <div class=amp-wp-article-content><p>{LEAD}</p>{BODY}</div></article><footer class=amp-wp-footer>Do góry</footer>""",
    "line breaks instead of paragraphs": f"""<div id=top><a href=/>Wierzbowo</a></div><div id=srodek><div class=naglowek>{TITLE}</div><br>{LEAD}<br><br>
      {FIRST}<br><br>{HEAD}<br>{"<br>".join(f"- {item}" for item in ITEMS)}<br>{LAST}</div><div id=dol>Projekt: studio</div>""",
}


@pytest.mark.parametrize("style", STYLES)
def test_the_same_article_in_every_style(style):
    html = f"<html><head><title>{TITLE} - Gmina Wierzbowo</title></head><body>{STYLES[style]}</body></html>"
    found = extract(Source(source="a.html", content=html, media="html"))
    lines = [f"{block.marker} {block.text}" if block.marker else block.text for block in found.blocks]
    assert found.title == TITLE
    assert lines == [TITLE, LEAD, FIRST, HEAD, *(f"- {item}" for item in ITEMS), LAST]
