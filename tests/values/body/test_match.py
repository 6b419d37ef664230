"""Names of bodies in running text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.values.body import bodies, find_bodies, legal_tail


def found(text):
    return [(text[f.start : f.end], f.body.id) for f in find_bodies(text)]


NAMES = {
    "nominative": ("Certyfikat wydało Polskie Centrum Badań i Certyfikacji.", "Polskie Centrum Badań i Certyfikacji", "PCBC"),
    "genitive": ("auditorzy Polskiego Rejestru Statków przyjechali", "Polskiego Rejestru Statków", "PRS"),
    "dative": ("zlecono Polskiemu Rejestrowi Statków", "Polskiemu Rejestrowi Statków", "PRS"),
    "instrumental": ("umowa z Urzędem Dozoru Technicznego", "Urzędem Dozoru Technicznego", "UDT-CERT"),
    "locative": ("w Najwyższej Izbie Kontroli", "Najwyższej Izbie Kontroli", "NIK"),
    "capitals without diacritics": ("POLSKIE CENTRUM BADAN I CERTYFIKACJI", "POLSKIE CENTRUM BADAN I CERTYFIKACJI", "PCBC"),
    "broken line": ("przez Polski Rejestr\nStatków oraz", "Polski Rejestr\nStatków", "PRS"),
    "double space": ("przez TUV  NORD  Polska", "TUV  NORD  Polska", "TUV-NORD-PL"),
    "dash and quotes": (
        "Izbę: Polska Izba Handlu Zagranicznego – „Certyfikacja”",
        "Polska Izba Handlu Zagranicznego – „Certyfikacja”",
        "PIHZ-CERT",
    ),
    "hyphen": (
        "Polską Izbę Handlu Zagranicznego - Certyfikacja",
        "Polską Izbę Handlu Zagranicznego - Certyfikacja",
        "PIHZ-CERT",
    ),
    "acronym with a word": ("z PIHZ „Certyfikacja” podpisano", "PIHZ „Certyfikacja”", "PIHZ-CERT"),
    "legal form": ("firma DEKRA Certification Sp. z o. o. zbadała", "DEKRA Certification Sp. z o. o.", "DEKRA"),
    "public limited": ("Polskiego Rejestru Statków S.A. w Gdańsku", "Polskiego Rejestru Statków S.A.", "PRS"),
    "acronym": ("audytorzy PCBC byli", "PCBC", "PCBC"),
    "glued suffix": ("z UDT-CERT-em", "UDT-CERT", "UDT-CERT"),
    "network": ("oraz certyfikat IQNet", "IQNet", "IQNET"),
    "older name": ("certyfikat TÜV Süddeutschland", "TÜV Süddeutschland", "TUV-SUD-PL"),
    "no umlauts": ("firma TUV SUD Polska", "TUV SUD Polska", "TUV-SUD-PL"),
    "foreign": ("audyt Lloyd’s Register Quality Assurance Ltd.", "Lloyd’s Register Quality Assurance Ltd.", "LRQA"),
    "ampersand in a name": ("certyfikat wydała Q&R Polska Sp. z o.o. w maju", "Q&R Polska Sp. z o.o.", "QR-POLSKA"),
    "quotes inside a name": (
        "przez Krajowe Centrum Badań i Certyfikacji „Gwarantowana Jakość”",
        "Krajowe Centrum Badań i Certyfikacji „Gwarantowana Jakość”",
        "GWARANTOWANA-JAKOSC",
    ),
    "office of a body": ("z Biura Certyfikacji PRS", "Biura Certyfikacji PRS", "PRS"),
}


@pytest.mark.parametrize(("text", "printed", "body"), NAMES.values(), ids=NAMES)
def test_finds(text, printed, body):
    assert (printed, body) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "adres: biuro@PCBC.example.pl",
        "plik foto_PCBC.jpg",
        "strona www.PRS.example",
        "polskie centrum badań i certyfikacji",
        "pcbc",
        "sprsny",
        "SGSX",
        "Polskie Centrum Badań. I Certyfikacji",
        "Izba Handlu Zagranicznego",
    ],
    ids=[
        "mail",
        "file",
        "site",
        "lower case",
        "lower acronym",
        "inside a word",
        "longer word",
        "two sentences",
        "part of a name",
    ],
)
def test_refuses(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Kwalitex Sp. z o.o.", "Sp. z o.o."),
        ("Kwalitex Sp. z o. o. i", "Sp. z o. o."),
        ("Kwalitex sp. z o.o.", "sp. z o.o."),
        ("Kwalitex Spółka z ograniczoną odpowiedzialnością", "Spółka z ograniczoną odpowiedzialnością"),
        ("Kwalitex S.A.", "S.A."),
        ("Kwalitex SA w", "SA"),
        ("Kwalitex GmbH", "GmbH"),
        ("Kwalitex Ltd.", "Ltd."),
        ("Kwalitex sądzi", ""),
        ("Kwalitex se mówi", ""),
        ("Kwalitex Sala", ""),
        ("Kwalitex", ""),
    ],
)
def test_legal_tail(text, form):
    end = legal_tail(text, len("Kwalitex"))
    assert text[len("Kwalitex") : end].strip() == form


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.sampled_from(bodies()), st.text("ab .,\n„”()–", max_size=12), st.text("ab ,\n„”()–", max_size=12))
def test_a_printed_name_is_found_where_it_stands(body, before, after):
    text = f"{before} {body.name} {after}"
    spans = [(f.start, f.end) for f in find_bodies(text) if f.body.id == body.id or f.body.name == body.name]
    start = len(before) + 1
    if not body.short or len(body.name) > 6:
        assert any(a <= start < b for a, b in spans) or body.name == "Kiwa" or text.count(body.name) != 1


@pytest.mark.parametrize("body", bodies(), ids=lambda body: body.id)
def test_every_name_of_the_register_is_found(body):
    if not body.short and not body.needs and not body.needs_always:
        assert any(f.body.name == body.name for f in find_bodies(f"Certyfikat wydała {body.name} w maju."))


def test_long_hostile_text_is_linear():
    assert find_bodies("Polskie Centrum " * 20_000) == []
