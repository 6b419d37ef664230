"""Captures of a crawl: pages are read, everything else is a failure with its reason; records are found by number and offset."""

import gzip
import zlib

import pytest

from pipeline.read import tape
from pipeline.schema import Failure, Source

PAGE = "<html><body><p>Urząd Gminy Wierzbowo, źródło: gęś.</p></body></html>"
LATIN = PAGE.encode("iso8859_2")


def one(items):
    (item,) = items
    return item


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        pytest.param(LATIN, {}, id="as it is"),
        pytest.param(gzip.compress(LATIN), {"Content_Encoding": "gzip"}, id="gzip"),
        pytest.param(zlib.compress(LATIN), {"Content_Encoding": "deflate"}, id="deflate"),
        pytest.param(zlib.compress(LATIN)[2:-4], {"Content_Encoding": "deflate"}, id="deflate without its header"),
        pytest.param(LATIN, {"Content_Encoding": "gzip"}, id="stored unpacked under the old header"),
        pytest.param(b"%x\r\n" % len(LATIN) + LATIN + b"\r\n0\r\n\r\n", {"Transfer_Encoding": "chunked"}, id="chunks"),
        pytest.param(LATIN, {"Transfer_Encoding": "chunked"}, id="stored whole under the old header"),
        pytest.param(LATIN, {"Content_Encoding": "identity", "Server": "Żółw"}, id="Polish letters in a header"),
    ],
)
def test_a_page_is_unpacked_and_decoded_with_its_http_charset(found, build, body, headers):
    response = build.http(body, kind="text/html; charset=iso-8859-2", **headers)
    item = one(found("a.warc", build.capture(response)))
    assert isinstance(item, Source), item
    assert item.content == PAGE
    assert (item.encoding, item.encoding_reason) == ("ISO-8859-2", "declared")
    assert (item.url, item.site) == ("https://www.wierzbowo.example/a", "www.wierzbowo.example")


def test_brotli(found, build):
    brotli = pytest.importorskip("brotli")
    response = build.http(brotli.compress(LATIN), kind="text/html; charset=iso-8859-2", Content_Encoding="br")
    assert one(found("a.warc", build.capture(response))).content == PAGE


def test_the_day_of_the_crawl_is_never_the_day_of_publication(found, build):
    item = one(found("a.warc", build.capture(build.http(LATIN, Date="Sun, 09 Mar 2014 10:11:12 GMT"))))
    assert (item.crawled, item.published) == ("2014-03-09", None)


def test_a_charset_that_the_bytes_contradict_is_not_believed(found, build):
    item = one(found("a.warc", build.capture(build.http(PAGE.encode("cp1250"), kind="text/html; charset=iso-8859-2"))))
    assert (item.content, item.encoding) == (PAGE, "windows-1250")


@pytest.mark.parametrize(
    ("status", "kind", "body", "reason"),
    [
        pytest.param("301 Moved Permanently", "text/html", LATIN, "redirect", id="redirect"),
        pytest.param("404 Not Found", "text/html", LATIN, "http_error", id="not found"),
        pytest.param("503 Service Unavailable", "text/html", LATIN, "http_error", id="server down"),
        pytest.param("200 OK", "image/png", b"\x89PNG", "not_html", id="picture"),
        pytest.param("200 OK", "application/json", b"{}", "not_html", id="json"),
        pytest.param("200 OK", "text/html", b"%PDF-1.4", "binary", id="pdf under a false type"),
        pytest.param("200 OK", "application/octet-stream", b"abc", "not_html", id="unknown type, no page"),
        pytest.param("200 OK", "text/html", b" \n", "empty", id="nothing"),
        pytest.param("200 OK", "text/html", b"x" * 3000, "too_large", id="above the limit"),
    ],
)
def test_what_is_no_page_is_a_failure_with_its_address(found, build, status, kind, body, reason):
    item = one(found("a.warc", build.capture(build.http(body, status, kind)), max_bytes=2000))
    assert (item.source, item.stage, item.reason) == ("a.warc#1", "read", reason)
    assert reason == "too_large" or "wierzbowo.example" in item.detail


def test_a_server_that_does_not_say_what_it_sends_is_believed_by_its_bytes(found, build):
    assert one(found("a.warc", build.capture(build.http(LATIN, kind="")))).media == "html"


def test_records_of_other_kinds(found, build):
    data = b"".join(
        [
            build.capture(b"software: x\r\n", kind="warcinfo", stored="application/warc-fields"),
            build.capture(b"GET / HTTP/1.1\r\n\r\n", kind="request", stored="application/http; msgtype=request"),
            build.capture(LATIN, kind="resource", stored="text/html; charset=iso-8859-2"),
            build.capture("Sam tekst strony, już bez znaczników.".encode(), kind="conversion", stored="text/plain"),
            build.capture(b"", kind="revisit"),
            build.capture(LATIN),
        ]
    )
    items = found("a.warc", data)
    assert [getattr(item, "reason", None) for item in items] == [None, None, "revisit", None]
    assert [item.source for item in items] == ["a.warc#1", "a.warc#2", "a.warc#3", "a.warc#4"]
    assert items[1].media == "text"


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_a_record_is_found_by_its_number_and_by_its_offset(found, build, packed):
    records = [build.capture(build.http(PAGE.replace("gęś", f"gęś {n}").encode())) for n in range(5)]
    data = b"".join(gzip.compress(record) if packed else record for record in records)
    items = found("a.warc.gz", data)
    assert [item.content.count(f"gęś {n}") for n, item in enumerate(items)] == [1] * 5
    for item in items:
        assert found("a.warc.gz", data, str(item.record)) == [item]
        sought = one(found("a.warc.gz", data, f"@{item.byte_offset}"))
        assert (sought.content, sought.source) == (item.content, f"a.warc.gz#@{item.byte_offset}")
    assert found("a.warc.gz", data, "@7") == []
    assert found("a.warc.gz", data, "9") == []


def test_records_compressed_as_a_whole_are_found_by_their_offset_once_unpacked(found, build):
    records = [build.capture(build.http(PAGE.replace("gęś", f"gęś {n}").encode())) for n in range(3)]
    data = gzip.compress(b"".join(records))
    items = found("a.warc.gz", data)
    assert [item.source for item in items] == [f"a.warc.gz#{n}" for n in (1, 2, 3)]
    assert [item.byte_offset for item in items] == [0, len(records[0]), len(records[0]) * 2]
    assert found("a.warc.gz", data, "2") == found("a.warc.gz", data, f"@{items[1].byte_offset}") == [items[1]]


def test_a_warc_inside_an_archive(found, build):
    record = gzip.compress(build.capture(build.http(PAGE.encode())))
    item = one(found("a.wacz", build.zip([("archive/data.warc.gz", record)])))
    assert (item.source, item.content) == ("a.wacz#archive/data.warc.gz#1", PAGE)
    assert one(found("a.wacz", build.zip([("archive/data.warc.gz", record)]), "archive/data.warc.gz#1")) == item


def test_a_cut_file_gives_what_came_before(found, build):
    records = [gzip.compress(build.capture(build.http(PAGE.encode()))) for _ in range(3)]
    items = found("a.warc.gz", b"".join(records)[:-150])
    assert [getattr(item, "reason", None) for item in items][:2] == [None, None]
    assert items[-1].reason == "truncated"


def test_a_record_that_claims_more_than_there_is(found, build):
    data = build.capture(build.http(PAGE.encode()))
    assert one(found("a.warc", build.capture(build.http(PAGE.encode()), length=10**15))).reason == "truncated"
    assert [getattr(i, "reason", None) for i in found("b.warc", data + build.capture(LATIN, length=500))] == [None, "truncated"]


def test_reading_goes_on_behind_damage(found, build):
    record = build.capture(build.http(PAGE.encode()))
    items = found("a.warc", record + b"to nie jest zapis\r\n\r\n" + record)
    assert [getattr(item, "reason", None) for item in items] == [None, "corrupt", None]
    packed = gzip.compress(record)
    items = found("a.warc.gz", packed + gzip.compress(b"to nie jest zapis") + packed)
    assert [getattr(item, "reason", None) for item in items] == [None, "corrupt", None]


def damaged(records, how, packed):
    """Five records as one file, the third of them damaged."""
    records = list(records)
    if how == "wrong length":
        records[2] = records[2].replace(b"Content-Length: ", b"Content-Length: 9", 1)
    parts = [gzip.compress(record) if packed else record for record in records]
    if how == "cut":
        parts[2] = parts[2][: len(parts[2]) // 2]
    elif how == "overwritten":
        parts[2] = b"x" * 40 + parts[2][40:]
    elif how == "end cut":
        parts[-1] = parts[-1][:-60]
    return b"".join(parts)


KEPT = {"cut": {0, 1, 3, 4}, "overwritten": {0, 1, 3, 4}, "wrong length": {0, 1, 3, 4}, "end cut": {0, 1, 2, 3}}


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
@pytest.mark.parametrize("where", ["disk", "zip", "tar", "tar.gz", "gz"])
@pytest.mark.parametrize("how", KEPT)
def test_damage_costs_one_record_wherever_the_file_stands(found, build, how, where, packed):
    pages = [build.capture(build.http(PAGE.replace("gęś", f"gęś {n} {n * 7919}" + " i kos" * 40).encode())) for n in range(5)]
    name = "a.warc.gz" if packed else "a.warc"
    data = damaged(pages, how, packed)
    if where in {"zip", "tar", "tar.gz"}:
        data = (build.zip if where == "zip" else build.tar)([(name, data), ("b.txt", "Wójt podziękował pracownikom gminy.")])
        name = f"dump.{where}"
    if where.endswith("gz"):
        name, data = name if "." in where else f"{name}.gz", gzip.compress(data)
    items = found(name, data)
    failures = [item for item in items if isinstance(item, Failure)]
    pages = {n for n in range(5) for item in items if isinstance(item, Source) and f"gęś {n} {n * 7919}" in item.content}
    assert pages - {2} >= KEPT[how] - {2}
    assert len(failures) == 1
    assert failures[0].reason in {"corrupt", "truncated"}
    assert where in {"disk", "gz"} or items[-1].source.endswith("#b.txt")
    last = [item for item in items if isinstance(item, Source) and "gęś" in item.content][-1]
    assert one(found(name, data, last.source.partition("#")[2])) == last


def test_a_stream_keeps_a_limited_part_and_says_what_it_lost(found, build, monkeypatch):
    monkeypatch.setattr(tape, "MOST", 300_000)
    page = build.http((PAGE + "<p>gęś</p>" * 2000).encode())
    records = [build.capture(page) for _ in range(30)]
    records[2] = build.capture(page, length=10**9)
    items = found("a.zip", build.zip([("a.warc", b"".join(records))]))
    reasons = [getattr(item, "reason", None) for item in items]
    assert reasons[:3] == [None, None, "truncated"]
    assert reasons[3:] == [None] * (len(reasons) - 3)
    assert 5 < len(reasons) < 30


@pytest.mark.parametrize(
    ("data", "reasons"),
    [
        pytest.param(b"WARC/1.0\r\n", {"corrupt", "truncated", "empty"}, id="a first line"),
        pytest.param(b"WARC/1.0 bzdury " * 400, {"corrupt"}, id="nonsense"),
        pytest.param(b"WARC/1.0\r\nContent-Length: -5\r\n\r\nabc", {"corrupt", "empty"}, id="negative length"),
    ],
)
def test_what_only_begins_like_a_warc(found, data, reasons):
    assert {getattr(item, "reason", None) for item in found("a.warc", data)} <= reasons


def test_a_response_without_an_http_header_is_read_as_a_page(found, build):
    assert one(found("a.warc", build.capture(LATIN))).content == PAGE
