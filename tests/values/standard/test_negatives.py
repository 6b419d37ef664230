"""What looks like a standard and is none."""

from __future__ import annotations

import pytest

from pipeline.values.standard import find

NEGATIVES = [
    "certyfikat ISO 2012-2015",
    "certyfikat ISO w 2008/2009 roku",
    "ISO w wersji 2000",
    "ISO/IEEE 802",
    "Spółka Wodna SA 8000 akcji",
    "obraz ISO 4700 MB",
    "pracowników 14001 jest dużo",
    "Urząd ma certyfikat ISO.",
    "Certyfikat ISO na lata 2019-2022",
    "Certyfikat ISO 2009 wręczono w maju.",
    "Zdjęcie: ISO 400, f/2.8, 1/250 s",
    "matryca o czułości ISO 12800",
    "ISO 100",
    "IBAN PL27 1140 2004 0000 3002 0135 5387",
    "Certyfikat nr DNV-GL 208848-2016-AQ-POL-RvA",
    "kontrola P/20/083",
    "Dz.U. 2011 Nr 174 poz. 1039",
    "uchwała nr XLV/9001/2015",
    "znak sprawy OR.14001.27001.2014",
    "tel. 22 45001 14001",
    "kwota 14001 zł",
    "droga krajowa nr 45001",
    "ul. Długa 27, 00-950 Warszawa",
    "mecz PN 2:1",
    "Tatrzański PN 2010",
    "rura PN 16",
    "serwer AS 400",
    "samochód BS 12345",
    "telewizor HD 1080",
    "kurs EN 2020",
    "PL EN DE 2015",
    "fot. CAF",
    "Agencja CAF podała",
    "https://gmina.example/iso-9001-2008.html",
    "plik ISO_9001.jpg i ISO9001.pdf",
    "o godz. 9001:2015 nic się nie dzieje",
    "rozmiar 27001:2014",
    "w 2015 roku 18001 osób",
    "OHSAS wdrożono w maju",
    "obraz iso pobrano 2 razy",
    "EN 1:2",
    "PN-EN ISO bez numeru",
    "Sp. z o.o. SA 2015",
    "wynik 9001:14001",
    "email: x@ISO9001",
]


@pytest.mark.parametrize("text", NEGATIVES, ids=[n[:30] for n in NEGATIVES])
def test_nothing_found(text):
    assert find(text) == []
