"""Archives and compressed files: every member in order, damage as failure rows, one member by its name."""

import gzip
import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.members import safe
from pipeline.schema import Failure, Source

STORY = "Urząd Gminy Wierzbowo otrzymał certyfikat jakości."
OTHER = "Wójt Lucyna Pliszka podziękowała pracownikom."
LINES = f'{{"tekst": "{STORY}"}}\n{{"tekst": "{OTHER}"}}\n'
MEMBERS = [("2012/a.txt", STORY), ("2012/pisma.jsonl", LINES), ("b.html", f"<p>{OTHER}</p><br>")]
NAMES = ["2012/a.txt", "2012/pisma.jsonl#1", "2012/pisma.jsonl#2", "b.html"]


@pytest.mark.parametrize("method", ["gz", "bz2", "xz", "zst"])
def test_a_compressed_file_is_read_under_its_own_name(found, build, said, method):
    packed = build.compress(method)(LINES.encode())
    assert said(found(f"pisma.jsonl.{method}", packed)) == [
        (f"pisma.jsonl.{method}#1", STORY), (f"pisma.jsonl.{method}#2", OTHER),
    ]  # fmt: skip


@pytest.mark.parametrize("method", ["gz", "bz2", "xz", "zst"])
def test_what_stands_before_a_break_is_read_and_the_break_is_a_failure(found, build, method):
    lines = "".join(f'{{"tekst": "{STORY} Numer {n * 7919 % 10007}."}}\n' for n in range(9000)).encode()
    packed = build.compress(method)(lines)
    items = found(f"a.jsonl.{method}", packed[: len(packed) * 2 // 3])
    assert (items[-1].source, items[-1].reason) == (f"a.jsonl.{method}", "truncated")
    assert all(isinstance(item, Source) for item in items[:-1])
    assert method in {"bz2", "zst"} or len(items) > 2000


@pytest.mark.parametrize("name", ["dump.zip", "dump.tar", "dump.tar.gz", "dump.tgz", "dump.tar.xz", "dump.bin"])
def test_members_come_in_the_order_of_the_archive_and_are_found_by_name(found, build, name):
    data = build.zip(MEMBERS) if name in {"dump.zip", "dump.bin"} else build.tar(MEMBERS)
    if name.endswith(("gz", "xz")):
        data = build.compress("xz" if name.endswith("xz") else "gz")(data)
    items = found(name, data)
    assert [item.source for item in items] == [f"{name}#{inner}" for inner in NAMES]
    assert items[1].member == "2012/pisma.jsonl"
    assert (items[1].record, items[1].byte_offset, items[2].byte_offset) == (1, 0, len(LINES.splitlines()[0].encode()) + 1)
    for inner, item in zip(NAMES, items, strict=True):
        assert found(name, data, inner) == [item]
    assert found(name, data, "2012/pisma.jsonl") == items[1:3]
    assert found(name, data, "c.html") == []


def test_archives_stand_in_one_another_to_a_stated_depth(found, build, said):
    inner = build.zip([("a.jsonl.gz", gzip.compress(LINES.encode()))])
    data = build.compress("gz")(build.tar([("x/inner.zip", inner)]))
    assert said(found("dump.tar.gz", data))[1] == ("dump.tar.gz#x/inner.zip#a.jsonl.gz#2", OTHER)
    assert said(found("dump.tar.gz", data, "x/inner.zip#a.jsonl.gz#2")) == [("dump.tar.gz#x/inner.zip#a.jsonl.gz#2", OTHER)]
    assert said(found("dump.tar.gz", data, max_depth=3)) == [("dump.tar.gz#x/inner.zip#a.jsonl.gz", "too_deep")]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        pytest.param("a.gz", b"\x1f\x8b\x08\x00", "truncated", id="gzip of four bytes"),
        pytest.param(
            "a.txt.gz", gzip.compress(STORY.encode())[:-12] + b"zepsuty bajt", "corrupt", id="gzip with a wrong checksum"
        ),
        pytest.param("a.txt.bz2", b"BZh91AY&SYxxxxxxxx", "corrupt", id="bzip2 of nonsense"),
        pytest.param("a.txt.xz", b"\xfd7zXZ\x00\x00\x04nonsense", "corrupt", id="xz of nonsense"),
        pytest.param("a.txt.gz", gzip.compress(b""), "empty", id="nothing in gzip"),
        pytest.param("a.tar", b"\0" * 10240, "no_documents", id="empty tar"),
        pytest.param("a.tar", b"to nie jest tar" * 100, "corrupt", id="text named tar"),
        pytest.param("a.zip", b"PK\x05\x06" + b"\0" * 18, "no_documents", id="empty zip"),
        pytest.param("a.zip", b"PK\x03\x04" + b"\0" * 40, "corrupt", id="zip without a directory"),
    ],
)
def test_a_container_that_holds_nothing_readable_says_why(found, name, data, reason):
    (item,) = found(name, data)
    assert isinstance(item, Failure)
    assert (item.source, item.reason) == (name, reason)


def test_folders_alone_are_no_documents(found, build):
    assert found("a.zip", build.zip([("a/", ""), ("a/b/", "")]))[0].reason == "no_documents"
    assert found("a.tar", build.tar([("a", None), ("a/b", None)]))[0].reason == "no_documents"


def test_a_tar_that_is_cut_keeps_what_came_before(found, build):
    data = build.tar([("a.txt", STORY), ("b.txt", OTHER * 200), ("c.txt", STORY)])
    items = found("a.tar", data[:2000])
    assert items[0].content == STORY
    assert [item.reason for item in items[1:]] == ["truncated"] or items[-1].reason == "truncated"


def test_a_damaged_header_in_the_middle_of_a_tar_is_not_taken_for_its_end(found, build):
    data = bytearray(build.tar([("a.txt", STORY), ("b.txt", OTHER), ("c.txt", STORY)]))
    data[1024:1100] = b"x" * 76
    items = found("a.tar", bytes(data))
    assert [getattr(item, "reason", None) for item in items] == [None, "corrupt"]


def test_a_tar_header_that_asks_for_memory_is_damaged(found, build):
    data = bytearray(build.tar([("a.txt", STORY)]))
    data[156:157] = b"L"
    data[124:136] = b"77777777777\0"
    data[148:156] = b"        "
    data[148:156] = f"{sum(data[:512]):06o}\0 ".encode()
    assert found("a.tar", bytes(data))[-1].reason == "corrupt"


def test_links_and_encrypted_members_are_failures_and_the_rest_is_read(found, build, said):
    assert said(found("a.tar", build.tar([("a.txt", ("link", "/etc/passwd")), ("b.txt", STORY)]))) == [
        ("a.tar#a.txt", "unsupported"), ("a.tar#b.txt", STORY),
    ]  # fmt: skip
    data = bytearray(build.zip([("a.txt", STORY), ("b.txt", OTHER)], zipfile.ZIP_STORED))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert said(found("a.zip", bytes(data))) == [("a.zip#a.txt", "encrypted"), ("a.zip#b.txt", OTHER)]


def test_a_damaged_member_does_not_spoil_the_next(found, build, said):
    data = build.zip([("a.txt", STORY), ("b.txt", OTHER)], zipfile.ZIP_STORED).replace(
        STORY.encode(), STORY.upper().encode()[: len(STORY.encode())]
    )
    assert said(found("a.zip", data)) == [("a.zip#a.txt", "corrupt"), ("a.zip#b.txt", OTHER)]


def test_a_member_in_a_method_that_python_lacks_is_unsupported(found, build):
    data = bytearray(build.zip([("a.txt", STORY)]))
    at = data.index(b"PK\x01\x02")
    data[8:10] = data[at + 10 : at + 12] = b"\x09\x00"
    assert found("a.zip", bytes(data))[0].reason == "unsupported"


def test_a_bomb_ends_as_a_failure(found, build, monkeypatch):
    monkeypatch.setattr("pipeline.read.blob.FREE", 1_000_000)
    bomb = gzip.compress(b"0" * 3_000_000)
    assert found("a.txt.gz", bomb)[0].reason == "too_large"
    assert found("a.zip", build.zip([(f"{n}.txt.gz", bomb) for n in range(9)]))[-1].reason == "too_large"
    assert found("a.txt.gz", bomb, max_ratio=2_000)[0].content == "0" * 3_000_000


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("../../etc/a.txt", "etc/a.txt"), ("/a.txt", "a.txt"), ("C:\\strony\\a.txt", "strony/a.txt"), ("x/../../a.txt", "a.txt"),
        ("./a.txt", "a.txt"), ("a//b.txt", "a/b.txt"), ("..", ""),
    ],
)  # fmt: skip
def test_names_cannot_climb(raw, name):
    assert safe(raw) == name


@given(st.text(alphabet="./\\aC:", max_size=20))
def test_no_name_leaves_its_folder(raw):
    parts = safe(raw).split("/")
    assert ".." not in parts
    assert not safe(raw).startswith("/")


def test_hidden_members_are_passed_over_and_equal_names_stay_apart(found, build, said):
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = build.zip([("__MACOSX/._a.txt", "x"), (".git/a.txt", "x"), ("a.txt", STORY), ("a.txt", OTHER)])
    assert said(found("a.zip", data)) == [("a.zip#a.txt", STORY), ("a.zip#a.txt~2", OTHER)]
    assert said(found("a.zip", data, "a.txt~2")) == [("a.zip#a.txt~2", OTHER)]


@pytest.mark.parametrize(
    "raw", ["źdźbło.txt".encode("cp852"), "źdźbło.txt".encode()], ids=["code page 852", "utf-8 not marked"]
)
def test_polish_names_of_members(found, build, raw):
    data = build.zip([("x" * len(raw), STORY)]).replace(b"x" * len(raw), raw)
    assert found("a.zip", data)[0].member == "źdźbło.txt"


@pytest.mark.parametrize("pack", ["zip", "tar", "tar.gz"])
def test_an_index_inside_an_archive_describes_its_neighbours_wherever_it_stands(found, build, pack):
    index = "file,url,date\na.txt,https://www.wierzbowo.example/a,5.03.2012\n"
    members = [("2012/a.txt", STORY), ("2012/index.csv", index), ("b.txt", OTHER)]
    data = build.zip(members) if pack == "zip" else build.tar(members)
    first, second = found(f"dump.{pack}", gzip.compress(data) if pack == "tar.gz" else data)
    assert (first.url, first.published) == ("https://www.wierzbowo.example/a", "2012-03-05")
    assert (second.source, second.url) == (f"dump.{pack}#b.txt", None)


def test_an_archive_of_many_members_is_not_held(build):
    """tarfile keeps every header unless it is told not to."""
    from pipeline.read import tars

    archive = tars.tarfile.open(fileobj=io.BytesIO(build.tar([(f"{n}.txt", "x") for n in range(50)])), mode="r|")
    for _ in tars._headers(archive):
        assert len(archive.members) <= 1


@pytest.mark.parametrize("name", ["a.tar.gz", "a.json.gz"])
def test_pieces_shortly_before_a_break_are_not_lost_with_it(found, build, name):
    texts = [f"{STORY} Numer {n * 7919 % 10007}." for n in range(400)]
    plain = (
        build.tar([(f"{n}.txt", text) for n, text in enumerate(texts)])
        if "tar" in name
        else json.dumps([{"tekst": t} for t in texts]).encode()
    )
    packed = gzip.compress(plain)
    items = found(name, packed[: len(packed) // 2])
    assert items[-1].reason == "truncated"
    assert len(items) > 100
