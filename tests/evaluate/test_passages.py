import pytest

from pipeline.evaluate import MarkupError
from pipeline.evaluate.passages import read_passages, score_passages

FILE = """### wojt-celownik
published: 2019-06-01
Podziękowano <official name="Ewa Lis" role="wójt">wójt Ewie Lis</official>.

Oklaski trwały minutę.

### autorka-neg
Tekst: Ewa Lis
"""

BROKEN = {
    "text before the first block": "Wstęp\n### a\nTekst",
    "no block": "Tekst",
    "no id": "### \nTekst",
    "an id twice": "### a\nTekst\n### a\nTekst",
    "an empty passage": "### a\npublished: 2019\n\n### b\nTekst",
    "an open mark": "### a\n<date>2 maja",
}


@pytest.fixture
def passages(tmp_path):
    path = tmp_path / "officials.txt"
    path.write_text(FILE, encoding="utf-8")
    return read_passages(path)


def test_blocks_heads_and_texts(passages):
    assert [(p.id, p.head) for p in passages] == [("wojt-celownik", {"published": "2019-06-01"}), ("autorka-neg", {})]
    assert passages[0].text == "Podziękowano wójt Ewie Lis.\n\nOklaski trwały minutę."
    assert [m.value for m in passages[0].marks] == ["Ewa Lis"]


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_refused_by_name(tmp_path, text):
    path = tmp_path / "zle.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MarkupError, match=r"zle\.txt"):
        read_passages(path)


def official(name, role):
    return {"text": "", "officials": [{"name": name, "role": role, "start": 0, "end": 0, "text": ""}]}


def test_what_a_passage_does_not_mark_is_wrong_to_find(passages):
    counts = score_passages(passages, {"wojt-celownik": official("Ewa Lis", "wójt"), "autorka-neg": official("Ewa Lis", None)})
    assert set(counts) == {"officials", "official_role"}
    assert (counts["officials"].tp, counts["officials"].fp, counts["officials"].fn) == (1, 1, 0)


def test_a_passage_without_a_record_misses_its_marks(passages):
    assert score_passages(passages, {})["officials"].fn == 1


def test_organizations_are_compared_whole(tmp_path):
    path = tmp_path / "organizations.txt"
    path.write_text("### a\n<organization>Urząd Gminy Lipki</organization> i <organization>ZGK Lipki</organization>", "utf-8")
    given = {"a": {"text": "", "organizations": [{"name": "ZGK Lipki", "start": 0, "end": 0, "text": ""}]}}
    count = score_passages(read_passages(path), given)["organizations"]
    assert (count.tp, count.fp, count.fn) == (1, 0, 1)


STATUSES = """### odnowiony
certificate: status=renewed; standards=ISO 9001, EMAS; awarded=2018-03
Urząd odnowił certyfikat.

### nic
Kurs ISO 9001.
"""


def certificate(**changed):
    return {
        "status": "renewed",
        "standards": ["EMAS", "ISO 9001"],
        "awarded": "2018-03",
        "organization": "Urząd Gminy Lipa",
        **changed,
    }


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ([certificate()], (1, 0, 0)),
        ([certificate(status="awarded")], (0, 1, 1)),
        ([certificate(awarded=None)], (0, 1, 1)),
        ([], (0, 0, 1)),
    ],
    ids=["right", "another status", "no day", "none"],
)
def test_certificates_are_compared_in_the_fields_that_a_passage_names(tmp_path, given, right):
    path = tmp_path / "statuses.txt"
    path.write_text(STATUSES, encoding="utf-8")
    count = score_passages(read_passages(path), {"odnowiony": {"certificates": given}, "nic": {}})["certificates"]
    assert (count.tp, count.fp, count.fn) == right


@pytest.mark.parametrize("line", ["status=renewed", "status=renewed; standards=", "status=renewed; standards=EMAS; day=1"])
def test_a_certificate_without_status_or_standards_or_of_other_fields_is_refused(tmp_path, line):
    path = tmp_path / "statuses.txt"
    path.write_text(f"### a\ncertificate: {line}\nTekst.\n", encoding="utf-8")
    with pytest.raises(MarkupError, match="certificate"):
        read_passages(path)
