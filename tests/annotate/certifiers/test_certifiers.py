"""Bodies and what each did: „Certyfikat wydało PCBC"."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.annotate.base import chars_of, spans_of, value_of


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("pl")
    for name in ("magistrat_sentences", "magistrat_places", "magistrat_certifiers"):
        pipeline.add_pipe(name)
    return pipeline


def found(nlp, text):
    doc = nlp(text)
    return [(text[slice(*chars_of(s))], value_of(s)["name"], value_of(s)["kind"]) for s in spans_of(doc, "certifiers")]


CERTIFICATION, ACCREDITATION, CONTROL = "certification_body", "accreditation_body", "control_body"
CASES = {
    "a body that does little else, in a story of certificates": (
        "Certyfikat ISO 9001 mamy od lat. Poprzednia firma zwija oddział.\nNasz zakład przygarnęła DEKRA.",
        [("DEKRA", "DEKRA Certification", CERTIFICATION)],
    ),
    "the same body where nothing is certified": ("Oddział zwija się.\nNasz zakład przygarnęła DEKRA.", []),
    "a body with other duties that signs a paper": (
        "Certyfikat ISO 9001 mamy od lat. Dokument PN-N-18001, który podpisał UDT, wygasł.",
        [("UDT", "Urząd Dozoru Technicznego", CERTIFICATION)],
    ),
    "a body with other duties that does them": ("Certyfikat ISO 9001 mamy od lat.\nMamy i windę.\nSprawdził ją UDT.", []),
    "an issuer whose name tells it": (
        "Urząd ma ISO 27001. Wystawca, Nowa Miara Certyfikacja Sp. z o.o., ma czeską akredytację.",
        [("Nowa Miara Certyfikacja Sp. z o.o.", "Nowa Miara Certyfikacja", CERTIFICATION)],
    ),
    "a body of a camel's name": ("Auditorka z CeCert chwaliła kadry.", [("CeCert", "CeCert", CERTIFICATION)]),
    "a unit that will grant": (
        "Certyfikat ISO 9001 wystawi jednostka Feniks Cert.",
        [("Feniks Cert", "Feniks Cert", CERTIFICATION)],
    ),
    "a name that begins with a digit": (
        "Jednostką certyfikującą, która bada nas od lat, jest 5Norma Sp. z o.o.",
        [("5Norma Sp. z o.o.", "5Norma", CERTIFICATION)],
    ),
    "capitals alone": ("Certyfikat ISO 9001 wydało starostwu WKJS.", [("WKJS", "WKJS", CERTIFICATION)]),
    "capitals that certify nothing": ("Certyfikat ISO 9001 wydało starostwu PTTK.", []),
    "money spent on a certificate": ("Firma Wodnik wydała na certyfikat ISO 14001 osiem tysięcy złotych.", []),
    "checked by a firm": (
        "System zarządzania jakością jest co roku kontrolowany przez firmę Kwalimar.",
        [("Kwalimar", "Kwalimar", CERTIFICATION)],
    ),
    "an audit beside a firm": (
        "Dobiegł końca audyt ISO 9001, firma Kwalimar sprawdziła siedem wydziałów.",
        [("Kwalimar", "Kwalimar", CERTIFICATION)],
    ),
    "an audit in a firm": ("Audyt ISO 9001 w firmie Kwalimar trwał dwa dni.", []),
    "an audit that a firm passed": ("Firma Kwalimar przeszła audyt ISO 9001.", []),
    "a task beside a firm": (
        "Wdrożenie ISO 9001 trwało rok, zadanie zrealizowała firma Ładmir.",
        [("Ładmir", "Ładmir", "consultancy")],
    ),
    "a task of software": ("Wdrożenie obiegu pism zgodnego z ISO 27001 zrealizowała firma Ładmir.", []),
    "help with something else": ("We współpracy z firmą Ładmir gramy koncert, a certyfikat ISO 9001 mamy od maja.", []),
    "a person right behind a firm": (
        "Certyfikat ISO 9001 podpisał prezes firmy Dobra Norma Zenon Biel.",
        [("Dobra Norma", "Dobra Norma", CERTIFICATION)],
    ),
    "a certificate that is suspended": (
        "Firma Kwalimar zawiesiła urzędowi certyfikat ISO 9001.",
        [("Kwalimar", "Kwalimar", CERTIFICATION)],
    ),
    "something else that is suspended": ("Firma Kwalimar zawiesiła kursy, a certyfikat ISO 9001 wisi na dworcu.", []),
    "a firm told to be a unit": (
        "Firma Kwalimar, jako jednostka certyfikująca, bada nas co roku.",
        [("Kwalimar", "Kwalimar", CERTIFICATION)],
    ),
    "the trade's locative": ("Po audicie ISO 9001 dziękowała nam firma Kwalimar.", [("Kwalimar", "Kwalimar", CERTIFICATION)]),
    "acronym that declines": ("Certyfikat wystawiony przez DEKRĘ wygasł.", [("DEKRĘ", "DEKRA Certification", CERTIFICATION)]),
    "adjective before the head": (
        "Certyfikat ISO 9001 wydał Podlaski Instytut Certyfikacji Usług.",
        [("Podlaski Instytut Certyfikacji Usług", "Podlaski Instytut Certyfikacji Usług", CERTIFICATION)],
    ),
    "advisers by their verb": ("Doradzała nam spółka „Wzór-Jakość”.", [("Wzór-Jakość", "Wzór-Jakość", "consultancy")]),
    "advisers by an adjective": (
        "Księgę ułożono ze spółką doradczą „Wzór-Jakość”.",
        [("Wzór-Jakość", "Wzór-Jakość", "consultancy")],
    ),
    "advisers of a firm": (
        "Za certyfikat zapłaciliśmy konsultantom ze szczecińskiej firmy Ładmir.",
        [("Ładmir", "Ładmir", "consultancy")],
    ),
    "advice by a consortium": (
        "Usługi doradcze świadczy konsorcjum, w którego imieniu występuje spółka Normika. Audyt ISO 9001 będzie w maju.",
        [("Normika", "Normika", "consultancy")],
    ),
    "an unknown certifier, the standard named before": (
        "Gmina nie ma już ISO 9001. Szkoda, mówią radni. Certyfikat wydała w 2005 r. spółka Certopol z Kielc.",
        [("Certopol", "Certopol", CERTIFICATION)],
    ),
    "a certificate without a standard": ("Certyfikat wydała w 2005 r. spółka Kruszpol z Kielc.", []),
    "a name that says it certifies": (
        "Certyfikat wydała w 2005 r. spółka Certopol z Kielc.",
        [("Certopol", "Certopol", CERTIFICATION)],
    ),
    "an adjective before the unit": (
        "Certyfikat wystawiła Podlaska Jednostka Certyfikująca Kompas.",
        [("Podlaska Jednostka Certyfikująca Kompas", "Podlaska Jednostka Certyfikująca Kompas", CERTIFICATION)],
    ),
    "a label": (
        "Jednostka certyfikująca: NORMA-CERT Sp. z o.o.",
        [("NORMA-CERT Sp. z o.o.", "NORMA-CERT", CERTIFICATION)],
    ),
    "a bare brand is the body active in Poland": (
        "Auditorzy SGS i DEKRA pytali o procedury.",
        [("SGS", "SGS Polska", CERTIFICATION), ("DEKRA", "DEKRA Certification", CERTIFICATION)],
    ),
    "a club": ("Klub SGS Gwiazda wygrał, certyfikat odebrał trener.", []),
    "a party": ("Radni klubu PRS pytali o certyfikat ISO 9001.", []),
    "logo in a sentence": (
        "Logo IQNet będzie drukowane na papierze firmowym obok znaku PRS.",
        [("IQNet", "IQNet", "network"), ("PRS", "Polski Rejestr Statków", CERTIFICATION)],
    ),
    "trainers": ("Szkolenia z wymagań normy prowadziła firma Trener Plus.", [("Trener Plus", "Trener Plus", "consultancy")]),
    "implementers of software": ("System obiegu pism wdrożyła firma Trener Plus.", []),
    "supporters": (
        "Nad ISO 9001 pracujemy od maja, wspiera nas wrocławska firma „Wzór-Jakość”.",
        [("Wzór-Jakość", "Wzór-Jakość", "consultancy")],
    ),
    "governor who rates": (
        "Wojewoda Opolski ocenił działalność gminy pozytywnie.",
        [("Wojewoda Opolski", "Wojewoda Opolski", CONTROL)],
    ),
    "sanitary inspection that only is named": ("Plac sprzątali pracownicy Państwowej Inspekcji Sanitarnej.", []),
    "inspectorate that controls": (
        "Kontrolę rozpoczął PINB w Łodzi.",
        [("PINB w Łodzi", "Powiatowy Inspektorat Nadzoru Budowlanego w Łodzi", CONTROL)],
    ),
    "two bodies of one sentence": (
        "Konsultantom firmy Ładmir zapłacono 5 tys. zł, a jednostce certyfikującej Certopol 9 tys. zł.",
        [("Ładmir", "Ładmir", "consultancy"), ("Certopol", "Certopol", CERTIFICATION)],
    ),
    "a known acronym of a name in full": (
        "Certyfikat wydało Det Norske Veritas (DNV). Auditor DNV był w maju.",
        [
            ("Det Norske Veritas", "Det Norske Veritas", CERTIFICATION),
            ("DNV", "Det Norske Veritas", CERTIFICATION),
            ("DNV", "Det Norske Veritas", CERTIFICATION),
        ],
    ),
    "the beginning of a name": (
        "Certyfikat wydał TÜV NORD Polska. Auditor TÜV był w maju.",
        [("TÜV NORD Polska", "TÜV NORD Polska", CERTIFICATION), ("TÜV", "TÜV NORD Polska", CERTIFICATION)],
    ),
    "the beginning of two names": (
        "Oferty złożyły TÜV NORD Polska i TÜV Rheinland Polska. Certyfikat ISO wydał TÜV.",
        [
            ("TÜV NORD Polska", "TÜV NORD Polska", CERTIFICATION),
            ("TÜV Rheinland Polska", "TÜV Rheinland Polska", CERTIFICATION),
            ("TÜV", "TÜV", CERTIFICATION),
        ],
    ),
    "a person of an adviser": ("Zajęcia o ISO prowadził specjalista firmy doradczej Zenon Biel.", []),
    "a tender for a road": ("Przetarg na drogę wygrało Centrum Budowlane Polska.", []),
    "name": (
        "Certyfikat ISO 9001 wydało Polskie Centrum Badań i Certyfikacji.",
        [("Polskie Centrum Badań i Certyfikacji", "Polskie Centrum Badań i Certyfikacji", CERTIFICATION)],
    ),
    "acronym": ("Audytorzy PCBC chwalili urząd.", [("PCBC", "Polskie Centrum Badań i Certyfikacji", CERTIFICATION)]),
    "inspector of lifts": ("Inspektor UDT obejrzał windę w szkole.", []),
    "inspector of lifts in full": ("Urząd Dozoru Technicznego zamknął karuzelę na rynku.", []),
    "inspector as certifier": (
        "Certyfikat nadał urzędowi Urząd Dozoru Technicznego.",
        [("Urząd Dozoru Technicznego", "Urząd Dozoru Technicznego", CERTIFICATION)],
    ),
    "certifying unit": ("Jednostką jest UDT-CERT.", [("UDT-CERT", "Urząd Dozoru Technicznego", CERTIFICATION)]),
    "accreditor": (
        "Jednostkę akredytowało Polskie Centrum Akredytacji.",
        [("Polskie Centrum Akredytacji", "Polskie Centrum Akredytacji", ACCREDITATION)],
    ),
    "certifier that accredits": (
        "Laboratorium miało wtedy akredytację PCBC.",
        [("PCBC", "Polskie Centrum Badań i Certyfikacji", ACCREDITATION)],
    ),
    "accredited certifier": (
        "Audit zrobiła akredytowana jednostka PCBC.",
        [("PCBC", "Polskie Centrum Badań i Certyfikacji", CERTIFICATION)],
    ),
    "network": ("Urząd dostał też certyfikat IQNet.", [("IQNet", "IQNet", "network")]),
    "control": ("Kontrolerzy NIK zbadali umowy.", [("NIK", "Najwyższa Izba Kontroli", CONTROL)]),
    "control with its seat": (
        "Pismo przysłała Regionalna Izba Obrachunkowa w Łodzi.",
        [("Regionalna Izba Obrachunkowa w Łodzi", "Regionalna Izba Obrachunkowa w Łodzi", CONTROL)],
    ),
    "governor who controls": (
        "Wystąpienie pokontrolne podpisał wojewoda małopolski.",
        [("wojewoda małopolski", "Wojewoda Małopolski", CONTROL)],
    ),
    "governor at a party": ("Na festyn przyjechał wojewoda małopolski.", []),
    "payer": ("Szpital podpisał umowę z NFZ.", []),
    "payer who controls": ("NFZ skontrolował poradnię.", [("NFZ", "Narodowy Fundusz Zdrowia", CONTROL)]),
    "publisher": ("Normę przetłumaczył Polski Komitet Normalizacyjny.", []),
    "publisher that also certifies": ("Normę opublikował BSI w 2007 roku.", []),
    "logo": ("Logo PCBC\nUrząd ma certyfikat.", []),
    "ships": ("PRS nadał klasę nowemu promowi.", []),
    "unknown with firm": (
        "Certyfikat ISO 9001 wydała firma Kwalitex Sp. z o.o. z Opola.",
        [("Kwalitex Sp. z o.o.", "Kwalitex", CERTIFICATION)],
    ),
    "unknown audit": (
        "Audit certyfikujący przeprowadziła w maju firma Kwalitex.",
        [("Kwalitex", "Kwalitex", CERTIFICATION)],
    ),
    "unknown unit": ("Jednostka certyfikująca Normatest sprawdziła wydziały.", [("Normatest", "Normatest", CERTIFICATION)]),
    "unknown by": (
        "Certyfikat zgodności z normą ISO 9001, wydany przez Polski Instytut Jakości, wisi w holu.",
        [("Polski Instytut Jakości", "Polski Instytut Jakości", CERTIFICATION)],
    ),
    "unknown in quotes": (
        "Certyfikat ISO 14001 przyznała firma „Eko-Norma”.",
        [("Eko-Norma", "Eko-Norma", CERTIFICATION)],
    ),
    "consultancy": (
        "Wdrożenie ISO prowadzi firma doradcza Radnik.",
        [("Radnik", "Radnik", "consultancy")],
    ),
    "person who hands over": ("Certyfikat ISO 9001 wręczony przez Jana Kowalskiego wisi w holu.", []),
    "private auditor": ("Audyt finansowy zrobiła firma Deloitte.", []),
    "award": ("Certyfikat „Lodołamacz” wręczyła fundacja Pomocni.", []),
    "department": ("Audit objął Biuro Certyfikatów i Nagród urzędu.", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_certifiers(nlp, text, expected):
    assert found(nlp, text) == expected


SUBJECTS = {
    "institute that granted": ("Instytut Kontroli Jakości wydał urzędowi certyfikat ISO 9001.", ["Instytut Kontroli Jakości"]),
    "behind the verb": ("Certyfikat ISO 9001 dla urzędu wydał Instytut Kontroli Jakości.", ["Instytut Kontroli Jakości"]),
    "company by its form": ("Kwaltest Sp. z o.o. wydała urzędowi certyfikat ISO 9001.", ["Kwaltest"]),
    "acronym between": (
        "Centrum Oceny Systemów (COS) przyznało starostwu certyfikat ISO 9001.",
        ["Centrum Oceny Systemów", "Centrum Oceny Systemów"],
    ),
    "certifying audit": ("Audyt certyfikujący przeprowadziła Akademia Audytu z Turku.", ["Akademia Audytu"]),
    "audit to come, capitals": (
        "Urząd wdraża ISO 9001. Audyt certyfikujący przeprowadzi we wrześniu CERTYFIKACJA BAŁTYK Sp. z o.o.",
        ["CERTYFIKACJA BAŁTYK"],
    ),
    "surveillance": ("Audit nadzoru wykona w maju Eko-Norma Sp. z o.o. z Łodzi.", ["Eko-Norma"]),
    "subject of an audit": ("Certyfikacja Bałtyk S.A. przeprowadzi w maju audyt certyfikujący.", ["Certyfikacja Bałtyk"]),
    "audit of accounts": ("Audyt zewnętrzny sprawozdania przeprowadzi w maju Finans Audyt Sp. z o.o.", []),
    "auditor alone": ("Audyt certyfikujący ISO 9001 przeprowadziła w maju Jadwiga Kowal.", []),
    "name on the next line": ("Audit ISO 9001 i certyfikację powierzono firmie\nNorma Plus\nz Gdańska.", ["Norma Plus"]),
    "line that goes on in small letters": ("Certyfikat ISO 9001\nwydany przez firmę\nNorma Plus.", ["Norma Plus"]),
    "heading that ends in a firm": ("ISO 9001: certyfikat dla firmy\nRok temu wydano certyfikat.", []),
    "holder that renews": ("Miejskie Centrum Kultury odnowiło certyfikat ISO 9001.", []),
    "paper of a course": ("Biuro Obsługi Klienta wydało certyfikaty ukończenia kursu, urząd ma ISO 9001.", []),
    "calendar": ("Gmina wydała broszurę o certyfikacie ISO 9001, a Biuro Promocji wydało kalendarz.", []),
    "minister": ("Certyfikat ISO 9001 przyznało Ministerstwo Rozwoju.", []),
}


@pytest.mark.parametrize(("text", "names"), SUBJECTS.values(), ids=SUBJECTS)
def test_unknown_body_as_the_subject_of_its_clause(nlp, text, names):
    assert [value_of(s)["name"] for s in spans_of(nlp(text), "certifiers")] == names


def test_acronym_in_brackets_binds(nlp):
    text = "Certyfikat ISO 9001 wydał Instytut Certyfikacji Usług (ICU). Zdaniem ICU urząd działa dobrze."
    assert [name for _, name, _ in found(nlp, text)] == ["Instytut Certyfikacji Usług"] * 3


def test_bracketed_word_is_no_acronym(nlp):
    text = "Certyfikat ISO 9001 wydało Polskie Centrum Badań i Certyfikacji (Warszawa). W Warszawie padało."
    assert len(found(nlp, text)) == 1


def test_unknown_body_has_no_register_id(nlp):
    doc = nlp("Certyfikat ISO 9001 wydała firma Kwalitex.")
    assert [value_of(s)["body_id"] for s in spans_of(doc, "certifiers")] == [None]


def test_value_has_the_keys_of_its_row(nlp):
    doc = nlp("Audytorzy PCBC chwalili urząd.")
    assert set(value_of(spans_of(doc, "certifiers")[0])) == {"name", "acronym", "kind", "body_id"}


def test_runs_alone_on_a_bare_pipeline():
    pipeline = spacy.blank("pl")
    pipeline.add_pipe("magistrat_certifiers")
    assert len(pipeline("Certyfikat wydało PCBC.").spans["certifiers"]) == 1


@pytest.mark.parametrize("text", ["", " ", "\n\n", "(((", "firma " * 300, "Certyfikat ISO przez firmę " * 100])
def test_odd_texts(nlp, text):
    nlp(text)


@settings(max_examples=40, derandomize=True, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["PCBC", "firma", "Kwalitex", "certyfikat", "ISO", "wydała", "(KX)", ".", ",", "\n", "przez", "w", "Łodzi", "RIO"]
        ),
        max_size=25,
    )
)
def test_spans_lie_inside_and_do_not_overlap(nlp, words):
    text = " ".join(words)
    spans = [chars_of(s) for s in spans_of(nlp(text), "certifiers")]
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(x[1] <= y[0] for x, y in pairwise(spans))
