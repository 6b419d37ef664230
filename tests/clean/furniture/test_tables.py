import pytest

import pipeline
from pipeline.clean.furniture.tables import table_lines

TABLES = {
    "bars": ["Norma | Ważny do", "PN-EN ISO 9001:2009 | 12.05.2012", "PN-N-18001:2004 | 3.06.2013"],
    "tabs": ["Jednostka\tKontrola\tData", "Przedszkole nr 2\tkuratorium\t4.03.2010", "Szkoła w Lipkach\tsanepid\t7.05.2010"],
    "wide gaps": ["Sołectwo     Zebranie     Godzina", "Lipki     12 marca     17.00", "Dębki     14 marca     18.00"],
    "a blank line under the head": ["Działka | Cena", "", "Lipki Dolne | 12 000 zł", "Lipki Górne | 9 000 zł"],
}
NONE = {
    "menu": ["Strona główna | Aktualności | Kontakt", "Gmina | Sport | Turystyka"],
    "dated headlines": ["12.05.2010 | Otwarto park w Lipkach", "14.05.2010 | Dzień Matki w bibliotece"],
    "calendar": ["Pn | Wt | Śr", "1 | 2 | 3", "8 | 9 | 10"],
    "a menu above an article's date": ["Powiat | Gmina", "sport | 18.10.2004"],
    "a row of its own": ["Norma | Ważny do"],
    "rows of unequal length": ["Norma | Ważny do", "PN-EN ISO 9001:2009 | PCBC | 12.05.2012"],
    "running text": ["Burmistrz otworzył park.", "Kosztował 2 mln zł."],
}


@pytest.mark.parametrize("lines", TABLES.values(), ids=TABLES.keys())
def test_rows_of_data(lines):
    assert table_lines(lines) == {i for i, line in enumerate(lines) if line}


@pytest.mark.parametrize("lines", NONE.values(), ids=NONE.keys())
def test_what_is_no_table(lines):
    assert table_lines(lines) == set()


PAGE = """<html><head><title>Nadzór - Lipki</title></head><body><div id="menu"><a href="/">Start</a> <a href="/b">Kontakt</a></div>
<h1>Wyniki nadzoru w jednostkach</h1><p>W tym roku w jednostkach gminy odbyły się trzy kontrole zewnętrzne, ich daty podajemy poniżej.</p>
<table border="1"><tr><th>Jednostka</th><th>Kontrolujący</th><th>Data</th></tr>
<tr><td>Żłobek Bajka</td><td>Stacja sanitarna</td><td>12.05.2010</td></tr>
<tr><td>Szkoła w Dębkach</td><td>Stacja sanitarna</td><td>14.06.2010</td></tr></table>
<p>Protokoły są do wglądu w sekretariacie urzędu w godzinach jego pracy.</p></body></html>"""


def test_cells_of_a_table_of_data_stay_with_their_dates_and_repeated_words():
    article = pipeline.read_article(PAGE)
    cells = [article.text[b.start : b.end] for b in article.blocks if b.kind == "cell"]
    assert cells[3:] == ["Żłobek Bajka", "Stacja sanitarna", "12.05.2010", "Szkoła w Dębkach", "Stacja sanitarna", "14.06.2010"]
    assert article.published is None
