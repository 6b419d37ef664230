"""Nominatives of organizations, where the head phrase changes, and of places, where all agreeing words do."""

from __future__ import annotations

import pytest

from pipeline.values.name import nominative


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Urzędowi Miasta Łężyce", "Urząd Miasta Łężyce"),
        ("Polskiego Towarzystwa Jakości", "Polskie Towarzystwo Jakości"),
        ("Starostwem Powiatowym w Kole", "Starostwo Powiatowe w Kole"),
        ("Radzie Miejskiej", "Rada Miejska"),
        ("Klubie Abstynenta", "Klub Abstynenta"),
        ("Miejskiego Ośrodka Pomocy Społecznej", "Miejski Ośrodek Pomocy Społecznej"),
        ("Zakładów Mechanicznych", "Zakłady Mechaniczne"),
        ("GMINNEGO OŚRODKA KULTURY", "GMINNY OŚRODEK KULTURY"),
        ("Urząd Miasta", "Urząd Miasta"),
        ("PCX", "PCX"),
        # numbers, compounds, coordination
        ("XII Liceum Ogólnokształcącego", "XII Liceum Ogólnokształcące"),
        ("Szkole Podstawowej nr 14", "Szkoła Podstawowa nr 14"),
        ("Wyższej Szkole Teatralnej i Filmowej", "Wyższa Szkoła Teatralna i Filmowa"),
        ("Szpitalowi Kliniczno-Badawczemu", "Szpital Kliniczno-Badawczy"),
        ("Wodociągów i Kanalizacji w Łężycach", "Wodociągi i Kanalizacja w Łężycach"),
        ("Wydziału Drogowego i Transportu", "Wydział Drogowy i Transportu"),
        # whose an adjective between two nouns is
        ("Akademii Nowych Technologii", "Akademia Nowych Technologii"),
        ("Fundacji Dobrych Praktyk", "Fundacja Dobrych Praktyk"),
        ("Delegatury Najwyższej Izby Kontroli", "Delegatura Najwyższej Izby Kontroli"),
        ("Komendy Powiatowej Policji", "Komenda Powiatowa Policji"),
        ("Uczelni Zawodowych", "Uczelnie Zawodowe"),
        ("Komisji Szacunkowych Miejscowych", "Komisje Szacunkowe Miejscowe"),
        # plurals that are names, and the units of one body
        ("Szkół Podstawowych", "Szkoły Podstawowe"),
        ("Zespołu Szkół", "Zespół Szkół"),
        ("Warsztatów Terapii Zajęciowej", "Warsztaty Terapii Zajęciowej"),
        ("Delegatury", "Delegatura"),
        ("Wodociągów Łężyckich", "Wodociągi Łężyckie"),
        ("spółki Wodociągi", "spółka Wodociągi"),
        # acronyms with endings, brands, names of no dictionary
        ("MOKSiR-u", "MOKSiR"),
        ("MOPSowi", "MOPS"),
        ("PKiN", "PKiN"),
        ("EuroPlast", "EuroPlast"),
        ("Zegpromu", "Zegprom"),
        ("Wektra", "Wektra"),
        # lost spaces
        ("UrządGminy", "Urząd Gminy"),
        ("ZespołuSzkółnr5", "Zespół Szkół nr 5"),
        ("BibliotecePublicznej im.HenrykaBąka", "Biblioteka Publiczna im. Henryka Bąka"),
        ("RadaOchronyPrzyrodyi Klimatu", "Rada Ochrony Przyrody i Klimatu"),
        ("UrzędziePracywSuwałkach", "Urząd Pracy w Suwałkach"),
        ("KomendziePSPwKrakowie", "Komenda PSP w Krakowie"),
        ("StowarzyszeniaDobryAdres", "Stowarzyszenie Dobry Adres"),
        ("Fundacjinarzecz Seniorów", "Fundacja na rzecz Seniorów"),
        ("TOWARZYSTWUPRZYJACIÓŁOLECKA", "TOWARZYSTWO PRZYJACIÓŁ OLECKA"),
        ("Przychodnispecjalistycznej", "Przychodnia specjalistyczna"),
        ("23BatalionŁączności", "23 Batalion Łączności"),
        ("PrezesowiUOKiK", "Prezes UOKiK"),
        ("WodociągiSp.zo.o.", "Wodociągi Sp. z o.o."),
        ("LKSJaworki", "LKS Jaworki"),
        ("OrkanSandomierz", "Orkan Sandomierz"),
        ("OldtownRovers", "Oldtown Rovers"),
        ("Universityof Oldtown", "University of Oldtown"),
        ("GreatNorthernBrewery", "Great Northern Brewery"),
        # brands written as one word, and words of no dictionary that look like several
        ("EkoLegnica", "EkoLegnica"),
        ("LuxMebel", "LuxMebel"),
        ("PROTOform", "PROTOform"),
        ("MSWiA", "MSWiA"),
        ("IFiS", "IFiS"),
        ("Miastoprojekt", "Miastoprojekt"),
        ("West Bromwich", "West Bromwich"),
        ("portal.pl", "portal.pl"),
        ("Xylotech Group", "Xylotech Group"),
        ("", ""),
    ],
    ids=str,
)
def test_organization(name, expected):
    assert nominative(name, "organization") == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Grodzisku Mazowieckim", "Grodzisk Mazowiecki"),
        ("Ostrowi Mazowieckiej", "Ostrów Mazowiecka"),
        ("Łodzi", "Łódź"),
        ("Nowym Targu", "Nowy Targ"),
        ("Legnicą", "Legnica"),
        ("Kielc", "Kielce"),
        ("Zamość", "Zamość"),
        ("Górą Kalwarią", "Góra Kalwaria"),
        ("Wysokiem Mazowieckiem", "Wysokie Mazowieckie"),
        ("Jedwabnym", "Jedwabne"),
        ("Bornem Sulinowie", "Borne Sulinowo"),
        ("Starych Juch", "Stare Juchy"),
        ("Świerczach", "Świercze"),
        # compounds, apposed nouns, common nouns before a name
        ("Bielska-Białej", "Bielsko-Biała"),
        ("Golubiem-Dobrzyniem", "Golub-Dobrzyń"),
        ("Kudowie-Zdroju", "Kudowa-Zdrój"),
        ("Zielonkach-Parceli", "Zielonki-Parcela"),
        ("gminie Łukta", "gmina Łukta"),
        ("Starogardu Gd.", "Starogard Gd."),
        ("NowymTargu", "Nowy Targ"),
        # plural towns, countries
        ("Suwałkach", "Suwałki"),
        ("Katowic", "Katowice"),
        ("Niemczech", "Niemcy"),
        # regions: voivodeships are neuter, counties masculine
        ("opolskiego", "opolskie"),
        ("wołomińskiego", "wołomiński"),
        # places of no dictionary
        ("Brzozdówku", "Brzozdówek"),
        ("Wałdzicach", "Wałdzice"),
        ("Kirburgu", "Kirburg"),
        ("Salvenii", "Salvenia"),
        ("Hackney", "Hackney"),
        ("", ""),
    ],
    ids=str,
)
def test_place(name, expected):
    assert nominative(name, "place") == expected


@pytest.mark.parametrize(
    ("noun", "expected"), [("powiecie", "kaliski"), ("województwie", "kaliskie"), (None, "kaliskie")], ids=str
)
def test_the_noun_beside_a_regions_adjective_decides(noun, expected):
    assert nominative("kaliskim", "place", noun) == expected
