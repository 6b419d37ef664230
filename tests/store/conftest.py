import pytest

from pipeline.schema import Failure
from pipeline.store import Store

FAILURE = Failure(source="logo.txt", stage="read", reason="binary", detail="PNG image")


@pytest.fixture
def written(tmp_path, record):
    """A folder with one record and one failure."""
    with Store(tmp_path / "out") as store:
        store.add(record)
        store.add(FAILURE)
        store.commit()
    return tmp_path / "out"
