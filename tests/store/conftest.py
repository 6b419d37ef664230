import pytest

from pipeline.schema import CertificateEntity, DuplicateRow, Failure
from pipeline.store import Store

FAILURE = Failure(source="logo.txt", stage="read", reason="binary", detail="PNG image")

ENTITY = CertificateEntity(
    entity_id="0123456789abcdef", organization="Urząd Miasta Łężyce", organization_id="1", place="Łężyce", place_id="~2",
    county=None, voivodeship=None, families=["ISO 9001"], standards=["PN-EN ISO 9001:2009"], certifier=None,
    body_id=None, status="awarded", reports=1, certificates=["3"], articles=["4"], rules=["entity.first"],
)  # fmt: skip


@pytest.fixture
def written(tmp_path, record):
    """A folder with one record and one failure."""
    with Store(tmp_path / "out") as store:
        store.add(record)
        store.add(FAILURE)
        store.add_entities([ENTITY])
        store.add_duplicates([DuplicateRow(article_id="b", representative="a", kind="near", similarity=87)])
        store.commit()
    return tmp_path / "out"
