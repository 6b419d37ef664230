"""The register of bodies."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from pipeline.annotate.certifiers.cues import cues
from pipeline.schema import BodyKind
from pipeline.values.body import bodies, body_with


def test_every_body_has_a_known_kind():
    known = {*BodyKind.__args__, "publisher"}
    assert {b.kind for b in bodies()} <= known


def test_no_two_bodies_share_a_printed_name():
    names = Counter(name for b in bodies() for name in (b.name, *b.also, *b.short))
    own = Counter(name for b in bodies() for name in {b.name, *b.also, *b.short})
    assert [n for n, count in own.items() if count > 1] == [], names


def test_needs_name_groups_of_cues():
    assert {need for b in bodies() for need in b.needs} <= set(cues()["groups"])


def test_ids_are_stable_words():
    assert all(re.fullmatch(r"[A-Z0-9]+(-[A-Z0-9]+)*", b.id) for b in bodies())


def test_the_three_rivals_are_three():
    ids = {b.id for b in bodies() if b.name.startswith("TÜV") and re.search("NORD|SÜD|Rheinland", b.name)}
    assert ids == {"TUV-NORD-PL", "TUV-SUD-PL", "TUV-RHEINLAND-PL"}


def test_body_with_gives_the_present_name():
    assert body_with("DNV").name == "DNV"


def test_unknown_id_is_none():
    assert body_with("NIE-MA") is None


@pytest.mark.parametrize("body_id", ["PCBC", "PRS", "UDT-CERT", "PIHZ-CERT", "PCA", "IQNET", "NIK", "RIO", "WCCD"])
def test_register_holds(body_id):
    assert body_with(body_id) is not None


_STATUTE = re.compile(
    r"Dz\.U\. \d{4} (?:nr \d+ )?poz\. \d+|^Konstytucja RP|^obwieszczenie Ministra \w+ z dnia"
    r"|^Regulation \(EU\) No \d+/\d{4}|\(SI \d{4}/\d+\)|^décret n° [\d-]+|^Real Decreto \d+/\d{4}|^decreto interministeriale \d"
    r"|^zákon č\. \d+/\d{4}|^lag \(\d{4}:\d+\)|BGBl\. I Nr\. \d+|^Wet \w+"
)
_ADDRESS = re.compile(r"^https?://[\w.-]+\.[a-z]{2,}\.?(?:/\S*)?(?: \(.+\))?$")
_NANDO = re.compile(r"^European Commission, NANDO: notified body \d{4}(?: \(.+\))?$")
_UNVERIFIED = re.compile(r"^unverified: \w.{20,}$")


@pytest.mark.parametrize("body", bodies(), ids=lambda body: f"{body.id}-{body.name}")
def test_every_name_says_where_it_comes_from(body):
    if _UNVERIFIED.match(body.source):
        return
    for part in re.split(r"; (?=https?://|European Commission|ustawa z dnia|the )", body.source):
        assert any(form.search(part) for form in (_STATUTE, _ADDRESS, _NANDO)), part


def test_no_source_is_plain_knowledge():
    assert [b.id for b in bodies() if re.match(r"\s*(?:known|unverified\s*$|$)", b.source)] == []


def test_what_nothing_confirms_stays_rare():
    """More than one row in fifteen without a source would make the register hearsay."""
    present = {b.id: b for b in reversed(bodies())}  # the present name of each body, its earlier names aside
    assert 15 * sum(b.source.startswith("unverified") for b in present.values()) <= len(present)
