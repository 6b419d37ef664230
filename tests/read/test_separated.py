"""Several articles in one text file, parted by a line that the user names."""

import pytest

from pipeline.read.separated import matcher

FIRST, SECOND = "Urząd Gminy Wierzbowo otrzymał certyfikat.", "Wójt podziękowała pracownikom."


@pytest.mark.parametrize(
    ("separator", "line", "matches"),
    [
        ("=====", "=====", True), ("=====", "======", False), (" ===== ", "=====", True), ("* * *", "* * *", True),
        ("regex:-{5,}", "--------", True), ("regex:-{5,}", "-- tak --", False), (r"regex:Artykuł \d+", "Artykuł 12", True),
    ],
)  # fmt: skip
def test_literal_lines_and_patterns(separator, line, matches):
    assert matcher(separator)(line) is matches


@pytest.mark.parametrize(("separator", "words"), [("  ", "empty"), ("regex:(", "regular expression")])
def test_separators_that_are_none(separator, words):
    with pytest.raises(ValueError, match=words):
        matcher(separator)


def test_articles_have_numbers_and_offsets_that_find_them(found):
    text = f"=====\n{FIRST}\nDrugi akapit.\n=====\n\n=====\n{SECOND}\n=====\n"
    first, second = found("a.txt", text, separator="=====")
    assert (first.source, first.content, first.byte_offset) == ("a.txt#1", f"{FIRST}\nDrugi akapit.\n", 6)
    assert (second.source, second.content) == ("a.txt#2", f"{SECOND}\n")
    assert text.encode()[second.byte_offset :].decode().startswith(SECOND)
    for item in (first, second):
        assert found("a.txt", text, str(item.record), separator="=====") == [item]
        assert found("a.txt", text, f"@{item.byte_offset}", separator="=====") == [item]


def test_a_file_without_the_separator_is_one_document(found):
    (item,) = found("a.txt", FIRST, separator="=====")
    assert (item.source, item.record) == ("a.txt", None)


def test_each_article_may_have_its_own_encoding_and_kind(found):
    data = b"\n-----\n".join([FIRST.encode("cp1250"), FIRST.encode(), f"<p>{SECOND}</p><br>".encode("iso8859_2")])
    items = found("a.txt", data, separator="regex:-{3,}")
    assert [item.content.strip() for item in items] == [FIRST, FIRST, f"<p>{SECOND}</p><br>"]
    assert [item.media for item in items] == ["text", "text", "html"]


def test_utf16(found):
    items = found("a.txt", f"{FIRST}\n=====\n{SECOND}".encode("utf-16"), separator="=====")
    assert [(item.content.strip(), item.encoding, item.byte_offset) for item in items] == [
        (FIRST, "utf-16", None), (SECOND, "utf-16", None),
    ]  # fmt: skip


def test_one_article_above_the_limit_does_not_spoil_the_others(found):
    text = f"{FIRST}\n=====\n{'długi wiersz ' * 20}\n{'długi wiersz ' * 20}\n=====\n{SECOND}\n"
    items = found("a.txt", text, separator="=====", max_bytes=300)
    assert [getattr(item, "reason", None) for item in items] == [None, "too_large", None]


def test_nothing_but_separators(found):
    (item,) = found("a.txt", "=====\n=====\n", separator="=====")
    assert item.reason == "empty"


def test_other_formats_are_read_as_ever(found):
    assert [item.source for item in found("a.jsonl", f'{{"tekst": "{FIRST}"}}\n', separator="=====")] == ["a.jsonl#1"]
    assert [item.source for item in found("a.html", f"<p>{FIRST}</p><br>", separator="=====")] == ["a.html"]
