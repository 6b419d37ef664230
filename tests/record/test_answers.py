"""Questions and answers, denials, papers named by a date: what several clauses or sentences tell together; offices invented."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.record.rows import dates_of_certificates
from pipeline.schema import DateRow

Reader = Callable[[str], Any]
DEKRA = "DEKRA Certification"
OLSZA = "<o Urząd Gminy Olsza>Urząd Gminy Olsza</o>"
WRONOW = "<o Urząd Miasta Wronów>Urząd Miasta Wronów</o>"

CASES: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "yes": (f"– Czy {OLSZA} ma certyfikat ISO 9001?\n– Tak, oczywiście.", [{"status": "maintained"}]),
    "not yet": (f"– Czy {OLSZA} otrzymał certyfikat ISO 9001?\n– Jeszcze nie.", [{"status": "planned"}]),
    "no": (f"– Czy {OLSZA} odnowił certyfikat ISO 9001?\n– Nie, zabrakło pieniędzy.", [{"status": "lapsed"}]),
    "no answer": (f"– Czy {OLSZA} otrzyma certyfikat ISO 9001?\n– Zobaczymy.", []),
    "until when": (
        f"– Do kiedy {OLSZA} ma certyfikat ISO 9001?\n– <d other ../2019-03-31>Do 31 marca 2019 roku.</d>",
        [{"status": "maintained", "valid_until": "2019-03-31"}],
    ),
    "the first one in an answer": (
        f"– Od kiedy {OLSZA} ma certyfikat ISO 9001?\n– Pierwszy otrzymaliśmy <d other 2008>w 2008 roku.</d>",
        [{"status": "maintained", "first_awarded": "2008"}],
    ),
    "loss denied": (f"Plotka, że {OLSZA} stracił certyfikat ISO 9001, jest wyssana z palca.", [{"status": "maintained"}]),
    "loss doubted": (f"Gazeta napisała, jakoby {OLSZA} stracił certyfikat ISO 9001.", []),
    "loss threatened": (
        f"Urzędowi grozi utrata certyfikatu ISO 9001, z którego {OLSZA} jest dumny.",
        [{"status": "maintained"}],
    ),
    "held since a day": (
        f"Od <d other 2016-05-09>9 maja 2016 r.</d> {OLSZA} dysponuje certyfikatem ISO 14001.",
        [{"status": "awarded", "awarded": "2016-05-09"}],
    ),
    "a paper of a month": (
        f"{OLSZA} stosuje ISO 9001 i ma na to certyfikat z <d other 2014-10>października 2014 r.</d>",
        [{"status": "maintained", "awarded": "2014-10"}],
    ),
    "a day within its month": (
        f"<d awarded 2017-07>W lipcu</d>, dokładnie <d awarded 2017-07-10>10.07.2017</d>, {OLSZA} otrzymał certyfikat ISO 9001.",
        [{"status": "awarded", "awarded": "2017-07-10"}],
    ),
    "two attributes": (
        f"{OLSZA} otrzymał dwa certyfikaty: odnowiony ISO 9001:2015 oraz zupełnie nowy – ISO 14001:2015.",
        [{"standards": ["ISO 9001:2015"], "status": "renewed"}, {"standards": ["ISO 14001:2015"], "status": "awarded"}],
    ),
    "an end before an award": (
        f"Kończyła się ważność certyfikatu ISO 9001. Po audicie {OLSZA} otrzymał dokument.",
        [{"status": "renewed"}],
    ),
    "a clause without an object": (
        f"Certyfikat ISO 9001 miał trafić do nas zimą, trafił wiosną. {OLSZA} dziękuje auditorom.",
        [{"status": "awarded"}],
    ),
    "one verb, one day": (
        f"{OLSZA} odebrał <d awarded 2011-06-02>2 czerwca 2011 r.</d> certyfikat ISO 9001. {WRONOW} odebrał go po raz drugi.",
        [{"status": "awarded", "awarded": "2011-06-02"}, {"status": "renewed", "awarded": "2011-06-02"}],
    ),
    "years before the audit": (
        f"{OLSZA} otrzymał certyfikat ISO 9001 <d awarded 2009>w 2009 roku.</d> Audyt nadzoru <d audit 2021-10-05>5 października 2021 r.</d> "
        "zakończył się utrzymaniem certyfikatu.",
        [{"status": "maintained", "first_awarded": "2009", "awarded": None}],
    ),
    "certifier of a register": (
        f"{OLSZA} wpisano do rejestru EMAS, a deklarację sprawdziła <c {DEKRA}>DEKRA</c>.",
        [{"standards": ["EMAS"], "status": "awarded", "certifier": None}],
    ),
    "company of the sentence before": (
        f"{OLSZA} przekazał plac spółce Budolex. Przedsiębiorstwo chwali się certyfikatem ISO 9001.",
        [],
    ),
    "kept through a renewing audit": (
        f"Audyt recertyfikujący za nami: {OLSZA} obronił certyfikat ISO 9001.",
        [{"status": "renewed"}],
    ),
    "in force through a renewing audit": (
        f"{OLSZA} czeka na audyt recertyfikujący. Certyfikat ISO 9001 pozostaje w mocy.",
        [{"status": "maintained"}],
    ),
    "the oldest award": (
        f"W <d awarded 2005>2005 roku</d> {OLSZA} zdobył certyfikat ISO 9001. "
        f"<d awarded 2014-03-07>7 marca 2014 r.</d> odnowiono go.",
        [{"status": "renewed", "awarded": "2014-03-07", "first_awarded": "2005"}],
    ),
    "the current one opens its sentence": (
        f"{OLSZA} ma certyfikat ISO 9001. Obecny wydała <c {DEKRA}>DEKRA</c>.",
        [{"status": "maintained", "certifier": DEKRA}],
    ),
    "a paper named by its standard": (
        f"{WRONOW} otrzymał dokument zgodności z ISO 14001.",
        [{"standards": ["ISO 14001"], "status": "awarded"}],
    ),
    "failed audit": (f"{OLSZA} nie zdał audytu certyfikującego na zgodność z ISO 9001.", [{"status": "planned"}]),
}


@pytest.mark.parametrize(("marked", "expected"), CASES.values(), ids=CASES.keys())
def test_what_sentences_tell_together(passage: Reader, marked: str, expected: list[dict[str, Any]]) -> None:
    found = passage(marked).certificates()
    keys = [list(e) for e in expected]
    assert len(found) == len(expected), found
    assert [{k: getattr(c, k) for k in names} for c, names in zip(found, keys, strict=True)] == expected


def date(role: str, value: str = "2016-05-09") -> DateRow:
    return DateRow(mention_id="d1", rule="test", text="9 maja 2016 r.", start=0, end=14, value=value, role=role)


@pytest.mark.parametrize(
    ("role", "assessed", "expected"),
    [("awarded", False, "other"), ("awarded", True, "awarded"), ("audit", False, "audit")],
    ids=["a prize", "an accreditation", "an audit"],
)
def test_a_day_of_award_without_a_certificate(role: str, assessed: bool, expected: str) -> None:
    assert [r.role for r in dates_of_certificates([date(role)], [], assessed=assessed)] == [expected]
