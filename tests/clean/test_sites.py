"""Names of sites and sections against headlines that begin like them."""

import pytest

from pipeline.clean.sites import is_site_name, named_site


@pytest.mark.parametrize(
    "text",
    ["Urząd Gminy Wierzbowo", "Gmina Biała", "Oficjalna strona miasta Wierzbowo", "Biuletyn Informacji Publicznej", "Aktualności",
     "www.wierzbowo.example", "Powiat Zalesiński", "Wersja do druku", "Wierzbowo24.pl", "Głos Wierzbowa",
     "Gmina Sosnowa Góra - aktualności", "Urząd Miejski w Nowej Wsi", "KURIER GMINY LIPOWA MAJ 2003", "Miasto Lipowa nad Wisłą",
     "Borki Wielkie – serwis miejski", "Lipowa | Aktualności", "Witamy w gminie Lipowa", "Lipowa Online", "Lipowa24"],
)  # fmt: skip
def test_names(text):
    assert is_site_name(text)


@pytest.mark.parametrize(
    "text",
    ["Urząd Gminy z certyfikatem", "Gmina Wierzbowo uzyskała certyfikat", "Mamy certyfikat", "Starostwo utrzymało ISO", "",
     "Miasto Wierzbowo ponownie najlepsze w rankingu", "Wyniki auditu w Starostwie Powiatowym",
     "Gmina Wierzbowo laureatem konkursu", "Powiat zalesiński w czołówce rankingu", "GMINA LIPOWA LIDEREM EKOLOGII",
     "Urząd Miasta w nowej siedzibie", "Powiat zalesiński nagrodzony", "Gmina Lipowa – sukces na targach", "Powiat Zalesiński - nowe autobusy",
     "Witamy pierwszych gości", "ISO 9001 w 24 godziny"],
)  # fmt: skip
def test_headlines(text):
    assert not is_site_name(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Certyfikat zostaje - Urząd Gminy Lipowa", "Urząd Gminy Lipowa"),
        ("Urząd Miejski w Lipowej, Rynek 1, 00-000 Lipowa", "Urząd Miejski w Lipowej"),
        ("© 2012 Gmina Lipowa", "Gmina Lipowa"),
        ("Gmina Lipowa z certyfikatem", None),
        ("Aktualności | Wydarzenia", None),
        ("Witamy w gminie Lipowa", None),
        ("", None),
    ],
)
def test_whose_site_it_is(text, name):
    assert named_site(text) == name
