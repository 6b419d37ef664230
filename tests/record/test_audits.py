"""Who audited whom, when and by which standard, for a finding given by its first words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.record import rows
from pipeline.record.audits import Audits

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.record.conftest import Passage

OLSZA = "<o Urząd Gminy Olsza>Urzędzie Gminy Olsza</o>"
HERE = "<o Urząd Gminy Olsza>Urząd Gminy Olsza</o>"
PCBC = "<c Polskie Centrum Badań i Certyfikacji>PCBC</c>"
OWN = "Urząd Gminy Olsza"
CENTRE = "Polskie Centrum Badań i Certyfikacji"
NOBODY = (None, None, (), None)

CASES = {
    "body and office in the lead": (
        f"Auditorzy {PCBC} stwierdzili w {OLSZA}: brak przeglądu.", "brak", (CENTRE, OWN, (), None)
    ),
    "body and norm two sentences before": (
        f"Audit w {OLSZA} prowadziło {PCBC}. Oceniano zgodność z ISO 9001:2008. Audytorzy pochwalili archiwum.",
        "archiwum", (CENTRE, OWN, ("ISO 9001:2008",), None),
    ),
    "a consultancy audits nobody": (
        f"System w {OLSZA} wdrażała <k Modus>firma Modus</k>. Audytorzy pochwalili archiwum.", "archiwum", (None, OWN, (), None)
    ),
    "an internal audit has no body": (
        f"{HERE} ma certyfikat ISO 9001:2015 od {PCBC}. Audytorzy wewnętrzni zapisali brak podpisów.", "brak",
        (None, OWN, ("ISO 9001:2015",), None),
    ),
    "an earlier audit of another body": (
        f"Poprzedni audit w {OLSZA} prowadziła <c DEKRA>DEKRA</c>. Teraz audytorzy {PCBC} weszli do archiwum. Pochwalili porządek.",
        "porządek", (CENTRE, OWN, (), None),
    ),
    "of two bodies the one spoken of last": (
        f"Certyfikat {HERE} miał kiedyś od <c DEKRA>DEKRY</c>. Obecny wydało {PCBC}. Zespół stwierdził brak przeglądu.", "brak",
        (CENTRE, OWN, (), None),
    ),
    "two bodies in one sentence leave it open": (
        f"Audit w {OLSZA} prowadziły {PCBC} i <c DEKRA>DEKRA</c>. Pochwaliły porządek.", "porządek", (None, OWN, (), None)
    ),
    "a finding about internal audits is no internal audit": (
        f"Audytorzy {PCBC} wytknęli w {OLSZA} brak auditów wewnętrznych.", "brak", (CENTRE, OWN, (), None)
    ),
    "days of one audit: the first": (
        f"Audit {PCBC} w {OLSZA} trwał <d audit 2014-10-06>6</d> i <d audit 2014-10-07>7 października</d>. Pochwalono porządek.",
        "porządek", (CENTRE, OWN, (), "2014-10-06"),
    ),
    "two audits: the nearer before": (
        f"Audit <d audit 2013-05>w maju</d> wypadł w {OLSZA} dobrze. Po audicie <d audit 2014-05>rok później</d> pochwalono porządek.",
        "porządek", (None, OWN, (), "2014-05"),
    ),
    "two audits told of after it": (
        f"Pochwalono porządek. Audity w {OLSZA} odbyły się <d audit 2013-05>w maju</d>, a potem <d audit 2014-06>za rok</d>.",
        "porządek", (None, OWN, (), None),
    ),
    "another office's audit before this one's": (
        f"Audit {PCBC} odbył się w <o Urząd Gminy Lipa>Urzędzie Gminy Lipa</o>. Audytorzy <c DEKRA>DEKRY</c> chwalą w {OLSZA} porządek.",
        "porządek", ("DEKRA", OWN, (), None),
    ),
    "several norms of one audit": (
        f"{PCBC} audytowało w {OLSZA} system zgodny z PN-EN ISO 9001:2009 i PN-EN ISO 14001:2005. Pochwalono porządek.", "porządek",
        (CENTRE, OWN, ("PN-EN ISO 9001:2009", "PN-EN ISO 14001:2005"), None),
    ),
    "one norm, with and without its edition": (
        f"ISO 9001 to norma. {PCBC} sprawdziło w {OLSZA}, czy spełnia się ISO 9001:2015. Audytorzy pochwalili porządek.", "porządek",
        (CENTRE, OWN, ("ISO 9001:2015",), None),
    ),
    "nothing is told of an audit": ("Pochwalono porządek.", "porządek", NOBODY),
}  # fmt: skip


@pytest.mark.parametrize(("marked", "finding", "expected"), CASES.values(), ids=CASES.keys())
def test_audit_of_a_finding(
    passage: Callable[[str], Passage],
    marked: str,
    finding: str,
    expected: tuple[str | None, str | None, tuple[str, ...], str | None],
) -> None:
    read = passage(marked)
    dates = rows.dates(read.article, read.mentions)
    audit = Audits(read.article, read.mentions, dates, read.organizations).of(read.article.text.index(finding), None)
    assert (audit.auditor, audit.audited, audit.standards, audit.date.value if audit.date else None) == expected


def test_an_empty_article_tells_of_no_audit(passage: Callable[[str], Passage]) -> None:
    read = passage(" ")
    assert Audits(read.article, [], [], []).of(0, None) == Audits(read.article, [], [], []).of(5, "Stwierdzono")
