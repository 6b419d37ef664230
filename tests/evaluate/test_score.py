import pytest

from pipeline.evaluate import score
from pipeline.evaluate.gold import GoldArticle
from pipeline.evaluate.markup import parse
from pipeline.evaluate.score import same_body, same_role

TEXT, MARKS = parse(
    "Urząd ma <standard>ISO 9001:2015</standard>. Wydał go <certifier>UDT-CERT Polska</certifier> "
    '<date value="2020-05" role="awarded">w maju 2020 r.</date> Burmistrz <official name="Jan Lis" role="burmistrz">Jan Lis</official>. '
    'Błędy: 1) <finding kind="nonconformity">brak przeglądu</finding>'
)
CERTIFICATE = {"organization": "Urząd Gminy Lipka", "standards": ["ISO 9001:2015"], "certifier": None, "status": "awarded"}


def gold(**changes):
    base = {
        "source": "a.txt",
        "text": TEXT,
        "marks": MARKS,
        "title": None,
        "published": None,
        "authors": [],
        "place": "Lipka",
        "terc": None,
        "organization": "Urząd Gminy Lipka",
        "dropped": ["Menu"],
        "certificates": [{"organization": "Urząd Gminy Lipka", "standards": ["ISO 9001:2015"], "status": "awarded"}],
    }
    return GoldArticle(**(base | changes))


def row(text, **values):
    start = TEXT.index(text)
    return {"text": text, "start": start, "end": start + len(text), **values}


def record(**changes):
    base = {
        "source": "a.txt",
        "text": TEXT,
        "title": None,
        "published": None,
        "authors": [],
        "place": {"name": "Lipka"},
        "organizations": [],
        "standards": [row("ISO 9001:2015", id="ISO 9001:2015")],
        "certifiers": [row("UDT-CERT Polska", name="UDT-CERT Polska", kind="certification_body")],
        "dates": [row("w maju 2020 r.", value="2020-05", role="awarded")],
        "officials": [row("Jan Lis", name="Jan Lis", role="burmistrz")],
        "findings": [row("brak przeglądu", kind="nonconformity")],
        "certificates": [CERTIFICATE],
    }
    return base | changes


def test_a_right_record_scores_one_in_every_field_it_has():
    counts = score([gold(organization=None)], [record()])
    wrong = {name: c.errors for name, c in counts.items() if c.errors}
    assert wrong == {}
    assert all(
        counts[name].f1 == 1 for name in ("text", "standards", "officials", "dates", "findings", "certificates", "offsets")
    )


def test_a_missing_record_misses_everything():
    counts = score([gold()], [])
    assert counts["standards"].recall == 0
    assert counts["certificates"].fn == 1
    assert counts["text"].recall == 0
    assert counts["dropped"].recall == 0


WRONG = {
    "standards": record(standards=[row("ISO 9001:2015", id="ISO 9001")]),
    "certifiers": record(certifiers=[row("UDT-CERT Polska", name="UDT-CERT Polska", kind="control_body")]),
    "officials": record(officials=[row("Jan Lis", name="Jana Lisa", role="burmistrz")]),
    "official_role": record(officials=[row("Jan Lis", name="Jan Lis", role="wójt")]),
    "date_role": record(dates=[row("w maju 2020 r.", value="2020-05", role="audit")]),
    "finding_kind": record(findings=[row("brak przeglądu", kind="strength")]),
    "certificates": record(certificates=[]),
    "certificate_core": record(certificates=[CERTIFICATE | {"status": "renewed"}]),
    "offsets": record(findings=[row("brak przeglądu", kind="nonconformity") | {"start": 0}]),
    "dropped": record(text=TEXT + " Menu"),
}


@pytest.mark.parametrize("field", WRONG)
def test_a_wrong_value_costs_its_field(field):
    count = score([gold()], [WRONG[field]])[field]
    assert count.f1 is None or count.f1 < 1
    assert count.errors


def test_certificate_dates_in_the_gold_must_be_right():
    wanted = gold(
        certificates=[{"organization": None, "standards": ["ISO 9001:2015"], "status": "awarded", "valid_until": "2023-05"}]
    )
    given = CERTIFICATE | {"organization": None, "valid_until": "2023"}
    counts = score([wanted], [record(certificates=[given])])
    assert (counts["certificate_core"].f1, counts["certificates"].f1) == (1, 0)
    assert score([wanted], [record(certificates=[given | {"valid_until": "2023-05"}])])["certificates"].f1 == 1


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Polski Rejestr Statków S.A.", "Polski Rejestr Statków", True),
        ("TÜV NORD Polska", "TÜV SÜD Polska", False),
        ("PCBC", "UDT", False),
        (None, "Urząd", False),
    ],
    ids=["legal form", "rivals", "acronyms", "nothing"],
)
def test_bodies(a, b, same):
    assert same_body(a, b) is same


def test_roles_share_their_head_and_half_of_their_words():
    assert same_role("Wójt Gminy Lipka", "wójt gminy")
    assert not same_role("Wójt Gminy Lipka", "zastępca wójta Gminy Lipka")


@pytest.mark.parametrize(
    ("value", "spurious"), [("2014-09-26/2017-09-25", 0), ("../2017-09-25", 1)], ids=["a range has two ends", "an end has one"]
)
def test_a_range_of_validity_is_its_start_and_its_end(value, spurious):
    text, marks = parse(f'ważny <date value="{value}" role="valid_until">w tym czasie</date>')
    given = [{"text": "w tym czasie", "start": 6, "end": 18, "value": value, "role": r} for r in ("valid_from", "valid_until")]
    count = score([gold(text=text, marks=marks)], [record(text=text, dates=given)])["date_role"]
    assert (count.tp, count.fp) == (1, spurious)
