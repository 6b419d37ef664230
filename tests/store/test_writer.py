import json
import sqlite3
from itertools import pairwise

import pyarrow.parquet as pq
import pytest

from pipeline.schema import Failure, to_json
from pipeline.store import TABLES, Store, UnstorableError
from pipeline.store import parquet as parquet_module
from pipeline.store import sqlite as sqlite_module
from pipeline.text import fold

NAMES = {"records.jsonl", "magistrat.sqlite", *(f"{t.name}.parquet" for t in TABLES)}


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def database(folder):
    db = sqlite3.connect(folder / "magistrat.sqlite")
    db.execute("PRAGMA foreign_keys = ON")
    return db


def test_a_run_leaves_its_files_and_nothing_else(written):
    assert {p.name for p in written.iterdir()} == NAMES


def test_jsonl_holds_the_nested_record(written, record):
    lines = (written / "records.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [to_json(record)]


def test_a_line_separator_inside_a_text_does_not_end_the_line(tmp_path, make_record):
    with Store(tmp_path) as store:
        store.add(make_record(title="a\u2028b\x85c\u2029"))
        store.commit()
    lines = (tmp_path / "records.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["title"] for line in lines] == ["a\u2028b\x85c\u2029"]


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_parquet_and_sqlite_hold_the_same_rows(written, table):
    stored = pq.read_table(written / f"{table.name}.parquet")
    assert stored.schema.names == [c.name for c in table.columns]
    assert [stored.schema.field(c.name).metadata[b"doc"].decode() for c in table.columns] == [c.doc for c in table.columns]
    rows = [
        tuple(json.dumps(v, ensure_ascii=False) if isinstance(v, list) else v for v in row.values())
        for row in stored.to_pylist()
    ]
    assert rows == database(written).execute(f'SELECT * FROM "{table.name}"').fetchall()  # noqa: S608 - a name of ours
    assert len(rows) == 1


def write_many(make_record, folder, number):
    with Store(folder) as store:
        for i in range(number):
            store.add(make_record(f"{i}.txt") if i % 3 else Failure(source=f"{i}.txt", stage="read", reason="empty"))
        store.commit()
    return contents(folder)


def test_a_second_run_writes_the_same_bytes(tmp_path, monkeypatch, make_record):
    monkeypatch.setattr(sqlite_module, "BATCH_ROWS", 16)
    monkeypatch.setattr(parquet_module, "BATCH_ROWS", {"articles": 4, "standards": 3})
    assert write_many(make_record, tmp_path / "a", 20) == write_many(make_record, tmp_path / "b", 20)
    assert write_many(make_record, tmp_path / "a", 20) == contents(tmp_path / "b")


def test_batches_do_not_change_order_or_number_of_rows(tmp_path, monkeypatch, make_record):
    monkeypatch.setattr(sqlite_module, "BATCH_ROWS", 5)
    monkeypatch.setattr(parquet_module, "BATCH_ROWS", {"articles": 2})
    write_many(make_record, tmp_path, 10)
    wanted = [f"{i}.txt" for i in range(10) if i % 3]
    assert pq.read_table(tmp_path / "articles.parquet").column("source").to_pylist() == wanted
    assert [s for (s,) in database(tmp_path).execute("SELECT source FROM articles ORDER BY rowid")] == wanted
    assert pq.ParquetFile(tmp_path / "articles.parquet").num_row_groups == 3


def test_search_is_folded_and_its_offsets_fit_the_text(written, record):
    query = "SELECT article_id, highlight(articles_fts, 2, '', '') FROM articles_fts WHERE articles_fts MATCH ?"
    ((article, folded),) = database(written).execute(query, [fold("Ćwiękała")]).fetchall()
    at = folded.index("cwiekala")
    assert article == record.id
    assert record.text[at : at + len("cwiekala")] == "Ćwiękała"


def test_search_rows_and_articles_share_their_rowid(written):
    query = "SELECT a.id = f.article_id FROM articles a JOIN articles_fts f ON a.rowid = f.rowid"
    assert database(written).execute(query).fetchall() == [(1,)]


def test_the_database_is_sound(written):
    db = database(written)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("DELETE FROM articles")


def test_the_database_documents_its_columns(written):
    query = "SELECT doc FROM column_docs WHERE \"table\" = 'dates' AND \"column\" = 'value'"
    assert database(written).execute(query).fetchone() == ("the date at the precision printed",)


def test_a_run_that_fails_leaves_the_old_files(written, record, make_record):
    before = contents(written)
    with pytest.raises(KeyboardInterrupt), Store(written) as store:
        store.add(make_record("inny.txt"))
        raise KeyboardInterrupt
    assert contents(written) == before


def test_leaving_without_commit_leaves_nothing(tmp_path, record):
    with Store(tmp_path) as store:
        store.add(record)
        assert not store.replaces_files()
    assert list(tmp_path.iterdir()) == []


def test_a_record_that_cannot_be_stored_leaves_no_trace(tmp_path, record, make_record):
    with Store(tmp_path) as store:
        with pytest.raises(UnstorableError):
            store.add(make_record(title=5))
        store.add(record)
        store.commit()
        assert store.counts["articles"] == 1
    assert database(tmp_path).execute("SELECT count(*) FROM articles").fetchone() == (1,)
    assert len((tmp_path / "records.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_positions_begin_at_one_in_every_article(tmp_path, make_record):
    with Store(tmp_path) as store:
        for name in ("a.txt", "b.txt"):
            store.add(make_record(name))
        store.commit()
    assert pq.read_table(tmp_path / "dates.parquet").column("position").to_pylist() == [1, 1]


def test_an_old_run_is_seen(written):
    with Store(written) as store:
        assert store.replaces_files()


def test_failures_are_numbered_in_order(tmp_path):
    with Store(tmp_path) as store:
        for name in ("b", "a", "c"):
            store.add(Failure(source=name, stage="read", reason="empty"))
        store.commit()
    table = pq.read_table(tmp_path / "failures.parquet")
    assert table.column("source").to_pylist() == ["b", "a", "c"]
    assert all(b - a == 1 for a, b in pairwise(table.column("position").to_pylist()))
