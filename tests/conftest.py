"""What many tests share: records of invented people and offices, built by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.schema import (
    Certificate,
    CertifierRow,
    DateRow,
    FindingRow,
    OfficialRow,
    OrganizationRow,
    PlaceRow,
    Provenance,
    Record,
    StandardRow,
    content_id,
)

TEXT = """Łężyce znów z certyfikatem
Burmistrz Zdzisława Ćwiękała odebrała certyfikat PN-EN ISO 9001:2015-10 od audytorów Jednostki Testowej.
Certyfikat jest ważny do maja 2031 roku.
Mocne strony: 1) szybka obsługa & <krótkie> kolejki"""


def _at(words: str) -> dict:
    start = TEXT.index(words)
    return {"rule": "test.rule", "text": words, "start": start, "end": start + len(words)}


def _row(cls, table, words, **values):
    place = _at(words)
    return cls(mention_id=content_id("łężyce", table, str(place["start"]), str(place["end"])), **place, **values)


def build_record(name: str = "lezyce.txt", **changes) -> Record:
    """A whole record with every list filled; ``name`` makes its id and source."""
    standard = _row(
        StandardRow,
        "standards",
        "PN-EN ISO 9001:2015-10",
        id="PN-EN ISO 9001:2015-10",
        family="ISO 9001",
        kind="standard",
        chain=["PN", "EN", "ISO"],
        number="9001",
        parts=[],
        year=2015,
        month=10,
        supplements=[],
    )
    date = _row(DateRow, "dates", "do maja 2031", value="../2031-05", role="valid_until")
    record = Record(
        id=content_id(name, TEXT),
        source=name,
        url="https://lezyce.example/aktualnosci?a=1&b=2",
        site="lezyce.example",
        title="Łężyce znów z certyfikatem",
        authors=["Jaśmina Źdźbło"],
        published="2028-06-01",
        published_from="label",
        language="pl",
        duplicate_of=None,
        text=TEXT,
        place=PlaceRow(name="Łężyce", terc=None, kind="gmina", from_="text"),
        organizations=[_row(OrganizationRow, "organizations", "Łężyce", name="Urząd Miasta Łężyce", kind="city_office")],
        standards=[standard],
        certifiers=[
            _row(
                CertifierRow,
                "certifiers",
                "Jednostki Testowej",
                name="Jednostka Testowa",
                acronym=None,
                kind="certification_body",
                body_id="~testowa",
            )
        ],
        officials=[
            _row(
                OfficialRow,
                "officials",
                "Zdzisława Ćwiękała",
                name="Zdzisława Ćwiękała",
                role="burmistrz",
                role_id="mayor",
                organization=None,
                gender="f",
            )
        ],
        dates=[date],
        findings=[
            _row(
                FindingRow,
                "findings",
                "szybka obsługa & <krótkie> kolejki",
                number=1,
                marker="1)",
                level=1,
                kind="strength",
                lead="Mocne strony",
                audit=None,
            )
        ],
        certificates=[
            Certificate(
                certificate_id=content_id("łężyce", "certificate"),
                organization="Urząd Miasta Łężyce",
                place="Łężyce",
                standards=[standard.id],
                certifier="Jednostka Testowa",
                scope=None,
                status="renewed",
                valid_until="2031-05",
                evidence=[standard.mention_id, date.mention_id],
            )
        ],
        provenance=Provenance(model="none", settings="0" * 16, version="0"),
    )
    return replace(record, **changes)


@pytest.fixture(scope="session")
def make_record():
    """A function of a name and changed fields; a fixture, since tests do not import one another."""
    return build_record


@pytest.fixture
def record() -> Record:
    return build_record()


@pytest.fixture(scope="session")
def extractor():
    """The rules alone, loaded once a session: no statistical model is needed to test."""
    from pipeline.run.extractor import Extractor
    from pipeline.settings import Settings

    return Extractor(Settings(model="none"))
