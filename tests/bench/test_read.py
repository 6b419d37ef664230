"""Reading in constant memory: ten times the records of a container need no more than a little extra."""

from __future__ import annotations

import csv
import gzip
import io
import json
import tarfile
import zipfile

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.read import read, read_one
from pipeline.run.duplicates import Duplicates
from pipeline.settings import ReadSettings

ROWS = 3_000
TEXT = "Urząd Gminy Wierzbowo otrzymał certyfikat jakości, a wójt podziękował pracownikom. " * 6


def rows(number):
    return [{"tekst": f"{TEXT} {n * 2654435761 % 2**32:x}", "adres": f"https://wierzbowo.example/{n}"} for n in range(number)]


def json_lines(number):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(number)).encode()


def table(number):
    text = io.StringIO()
    writer = csv.DictWriter(text, ["tekst", "adres"])
    writer.writeheader()
    writer.writerows(rows(number))
    return text.getvalue().encode()


def parquet(number):
    data = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows(number)), data, row_group_size=500)
    return data.getvalue()


def warc(number):
    records = []
    for row in rows(number):
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><p>" + row["tekst"].encode()
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {row['adres']}\r\nWARC-Date: 2014-03-09T10:11:12Z\r\n"
        head += f"WARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n"
        records.append(gzip.compress(head.encode() + block + b"\r\n\r\n", 1))
    return b"".join(records)


def tar(number):
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz", compresslevel=1) as archive:
        for place, row in enumerate(rows(number)):
            info = tarfile.TarInfo(f"{place}.txt")
            info.size = len(row["tekst"].encode())
            archive.addfile(info, io.BytesIO(row["tekst"].encode()))
    return data.getvalue()


def zipped(number):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.jsonl", json_lines(number))
    return data.getvalue()


FORMATS = {
    "a.jsonl": json_lines,
    "a.jsonl.gz": lambda number: gzip.compress(json_lines(number), 1),
    "a.json": lambda number: json.dumps(rows(number), ensure_ascii=False).encode(),
    "a.csv": table,
    "a.parquet": parquet,
    "a.warc.gz": warc,
    "a.tar.gz": tar,
    "a.zip": zipped,
    "a.txt": lambda number: "\n=====\n".join(row["tekst"] for row in rows(number)).encode(),
}
SETTINGS = ReadSettings(separator="=====")


@pytest.mark.parametrize("name", FORMATS)
def test_ten_times_the_records_need_no_more_memory(name, tmp_path, memory, report):
    def work(path) -> None:
        assert sum(1 for item in read([path], SETTINGS) if item.content) == int(path.parent.name)

    paths = []
    for number in (ROWS // 10, ROWS):
        path = tmp_path / str(number) / name
        path.parent.mkdir()
        path.write_bytes(FORMATS[name](number))
        paths.append(path)
    work(paths[0])
    small, large = (memory(work, path) for path in paths)
    report(f"{name}: {large / small:.2f} times the memory for ten times the records, {large / 1e6:.1f} MB")
    assert large < 2 * small + 500_000


@pytest.mark.parametrize("name", ["a.jsonl", "a.parquet", "a.warc.gz", "a.txt"])
def test_one_record_costs_less_than_all(name, tmp_path, cpu, report):
    (tmp_path / name).write_bytes(FORMATS[name](ROWS))
    whole = cpu(lambda path: [*read([path], SETTINGS)], tmp_path / name, 1)
    last = cpu(lambda path: [*read_one(path, str(ROWS), SETTINGS)], tmp_path / name)
    report(f"{name}: the last of {ROWS} records in {last / whole:.2f} of the time of all")
    assert last < 0.7 * whole


def test_copies_are_found_in_time_that_grows_with_the_run(make_record, cpu, memory, report):
    """Many different texts on one template, the hardest for the buckets."""

    def work(number: int) -> None:
        copies = Duplicates()
        for n in range(number):
            words = " ".join(f"{n * 7919 % 1009}x{place}" for place in range(12))
            copies.add(make_record(str(n), id=str(n), text=f"{TEXT}\n{words}"))
        copies.links()

    work(50)
    small, large = cpu(work, 300, 1), cpu(work, 1_200, 1)
    held = memory(work, 1_200) / 1_200
    report(f"copies: {large / small:.1f} times the time for four times the articles, {held / 1000:.1f} kB an article")
    assert large < 4 * 2.8 * small
