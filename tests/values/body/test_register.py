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
