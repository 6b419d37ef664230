import pandas as pd
import pytest

from pipeline.record.entities import Decisions, reports_of
from pipeline.run.job import run
from pipeline.schema import Article
from pipeline.settings import Settings

STORIES = {
    "portal.txt": "Certyfikat dla Ełku\n\nUrząd Miasta Ełku 12 maja 2018 r. otrzymał od Polskiego Centrum Badań i Certyfikacji "
    "certyfikat ISO 9001. Uroczystość odbyła się w ratuszu, a dokument odebrał sekretarz miasta.",
    "gazeta.txt": "Ełcki magistrat z jakością\n\nW maju 2018 roku Urząd Miasta w Ełku dostał certyfikat ISO 9001. Wydało go PCBC. "
    "Urzędnicy pracowali nad nim ponad rok.",
    "sasiad.txt": "Certyfikat dla Olecka\n\nUrząd Miejski w Olecku 12 maja 2018 r. otrzymał od Polskiego Centrum Badań i Certyfikacji "
    "certyfikat ISO 9001. Gratulacje złożył starosta.",
}


@pytest.fixture
def dump(tmp_path):
    for name, text in STORIES.items():
        (tmp_path / "dump").mkdir(exist_ok=True)
        (tmp_path / "dump" / name).write_text(text, encoding="utf-8")
    return tmp_path / "dump"


def table(folder, name):
    return pd.read_parquet(folder / f"{name}.parquet")


def test_two_articles_of_one_certificate_and_a_neighbours(dump, tmp_path, extractor):
    report = run([dump], tmp_path / "out", Settings(model="none"), extractor=extractor)
    found = table(tmp_path / "out", "certificate_entities")
    assert report.counts["certificates"] == 3
    assert sorted(found["reports"]) == [1, 2]
    assert found.loc[found["reports"] == 2, "awarded"].tolist() == ["2018-05-12"]


def test_a_decision_parts_them_and_an_unknown_id_is_reported(dump, tmp_path, extractor):
    run([dump], tmp_path / "out", Settings(model="none"), extractor=extractor)
    found = table(tmp_path / "out", "certificate_entities")
    pair = frozenset(found.loc[found["reports"] == 2, "certificates"].iloc[0])
    decisions = Decisions(apart=frozenset([pair]), named=pair | {"nie-ma"})
    report = run([dump], tmp_path / "out", Settings(model="none"), extractor=extractor, decisions=decisions)
    assert table(tmp_path / "out", "certificate_entities")["reports"].tolist() == [1, 1, 1]
    assert report.undecided == ["nie-ma"]


def test_one_standard_under_two_publishers_is_one_family(extractor):
    words = ("PN-EN ISO/IEC 27001:2017-06", "ISO 27001")
    told = [f"Urząd Miasta Ełku 12 maja 2018 r. otrzymał od PCBC certyfikat {name}. Cieszy się cały urząd." for name in words]
    records = [extractor.record(Article(id=str(n), source=str(n), text=text)) for n, text in enumerate(told)]
    assert {r.standards[0].family for r in records} == {"ISO/IEC 27001", "ISO 27001"}
    assert {report.families for record in records for report in reports_of(record)} == {frozenset({"ISO/IEC 27001"})}
