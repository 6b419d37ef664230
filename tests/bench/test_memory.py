"""Memory in bytes of Python objects: what is kept of an input, and that a run keeps no articles."""

from __future__ import annotations

import pytest

from pipeline.store import Store, parquet, sqlite
from pipeline.values.edtf import find_dates
from pipeline.values.enumeration import segment
from pipeline.values.standard import find

SENTENCE = "Urząd wdrożył PN-EN ISO 9001:2015-10, a 12 maja 2016 r. odnowił certyfikat: 1) ład, 2) skład.\n"
WORK = {"standards": find, "dates": lambda text: find_dates(text, "2016-06-01"), "enumerations": segment}


@pytest.mark.parametrize("name", WORK)
def test_memory_grows_with_the_text_and_not_faster(name, memory, report):
    work = WORK[name]
    work(SENTENCE)
    small, large = (memory(work, SENTENCE * n) for n in (400, 1600))
    report(f"{name}: {large / small:.2f} times the memory for four times the text")
    assert large < 5 * small


def test_a_store_keeps_a_batch_and_not_the_run(tmp_path, monkeypatch, make_record, memory, report):
    """Eight times the records need little more than one batch, cut small here: what grows is the footers' list of row groups."""
    monkeypatch.setattr(sqlite, "BATCH_ROWS", 50)
    monkeypatch.setattr(parquet, "BATCH_ROWS", {})
    monkeypatch.setattr(parquet, "_DEFAULT_ROWS", 50)

    def write(number: int) -> None:
        with Store(tmp_path / str(number)) as store:
            for i in range(number):
                store.add(make_record(f"{i}.txt", text=f"{i} " * 2000))
            store.commit()

    write(10)
    small, large = memory(write, 200), memory(write, 1_600)
    report(f"store: {large / small:.2f} times the memory for eight times the records")
    assert large < 4 * small
