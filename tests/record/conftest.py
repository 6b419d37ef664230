"""Passages with inline marks become an article with mentions, so that the record stage is tested apart from annotate.

``<o Urząd Gminy Olsza>Urzędowi Gminy Olsza</o>``: o organization, c certification body, a accreditation body, k consultancy,
d date (``role value``), p duration. Standards are read by ``pipeline.values.standard``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from pipeline.record.certificates import certificates
from pipeline.schema import Article, Certificate, Mention, OrganizationRow, content_id
from pipeline.values.standard import find

if TYPE_CHECKING:
    from collections.abc import Callable

_TAG = re.compile(r"<(?P<tag>[ocakdp])(?: (?P<value>[^<>]*))?>(?P<text>[^<>]*)</(?P=tag)>")
_KINDS = {"Starostwo": "county_office", "Szpital": "hospital", "Wodociągi": "company", "Zakład": "company"}
_BODIES = {"c": "certification_body", "a": "accreditation_body", "k": "consultancy"}


@dataclass(frozen=True)
class Passage:
    article: Article
    mentions: list[Mention]
    organizations: list[OrganizationRow]

    def certificates(self) -> list[Certificate]:
        return certificates(self.article, self.mentions, None, self.organizations)


def _value(tag: str, printed: str, value: str | None) -> tuple[str, dict[str, Any]]:
    if tag == "o":
        name = value or printed
        return "organizations", {"name": name, "kind": _KINDS.get(name.split()[0], "city_office")}
    if tag in _BODIES:
        return "certifiers", {"name": value or printed, "acronym": None, "kind": _BODIES[tag], "body_id": None}
    if tag == "p":
        return "durations", {"value": value}
    role, _, date = (value or "").partition(" ")
    return "dates", {"value": date, "role": role}


def mention(kind: str, text: str, start: int, end: int, value: dict[str, Any]) -> Mention:
    bounds = (start, end)
    return Mention(
        kind=kind, rule="test", text=text[start:end], start=start, end=end, value=value, sentence=bounds, clause=bounds
    )


@pytest.fixture
def passage() -> Callable[[str], Passage]:
    return read_passage


def read_passage(marked: str) -> Passage:
    plain, found, position = "", [], 0
    for tag in _TAG.finditer(marked):
        plain += marked[position : tag.start()]
        kind, value = _value(tag["tag"], tag["text"], tag["value"])
        found.append((kind, len(plain), len(plain) + len(tag["text"]), value))
        plain += tag["text"]
        position = tag.end()
    plain += marked[position:]
    assert "<" not in plain, "a mark that was not read would make a test assert nothing"
    mentions = [mention(kind, plain, start, end, value) for kind, start, end, value in found]
    for standard in find(plain):
        value = {
            "id": standard.value.id,
            "family": standard.value.family,
            "kind": standard.value.kind,
            "chain": list(standard.value.chain),
            "number": standard.value.number,
            "parts": list(standard.value.parts),
            "year": standard.value.year,
            "month": standard.value.month,
            "supplements": [],
        }
        mentions.append(mention("standards", plain, standard.start, standard.end, value))
    article = Article(id=content_id("test", plain), source="test.txt", text=plain)
    rows: dict[str, OrganizationRow] = {}
    for m in mentions:
        if m.kind == "organizations" and m.value["name"] not in rows:
            rows[m.value["name"]] = OrganizationRow(
                mention_id=content_id(article.id, "organizations", str(m.start), str(m.end), m.value["name"]),
                rule="test", text=m.text, start=m.start, end=m.end, name=m.value["name"], kind=m.value["kind"],
            )  # fmt: skip
    return Passage(article, mentions, list(rows.values()))
