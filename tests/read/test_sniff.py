"""What a text is, by its first characters."""

import pytest

from pipeline.read.sniff import binary, json_lines, media


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<!DOCTYPE html><p>x", "html"),
        ("\ufeff <html lang='pl'>", "html"),
        ("<?xml version='1.0'?><html>", "html"),
        ("Zwykły tekst o certyfikacie.", "text"),
        ("Wzór: a < b, c > d; <ważne>", "text"),
        ("<p>Akapit</p><p>Drugi</p>", "html"),
        ("Napisał do nas <b> ktoś", "text"),
        ("<div>" * 20_000 + "<p>Akapit</p>", "html"),
        ("Uchwała<br>\nw sprawie planu<br>\nzagospodarowania", "text"),
    ],
)
def test_media(text, kind):
    assert media(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<!-- a -->" * 6000 + "tekst", "text"),
        ("<!--" * 16000, "text"),
        ("<p " * 20000, "text"),
        ("<a " + " " * 60000, "text"),
        ("<" * 65536, "text"),
    ],
    ids=["comments", "open comments", "open tags", "blanks", "brackets"],
)
def test_hostile_beginnings_are_text(text, kind):
    """Their speed is measured in tests/bench/test_clean.py."""
    assert media(text) == kind


@pytest.mark.parametrize(
    ("text", "is_lines"),
    [('{"a": 1}\n{', True), ("\n\n{}", True), ("[1]", False), ("{a: 1}", False), ("tekst", False), ("", False)],
)
def test_json_lines(text, is_lines):
    assert json_lines(text) is is_lines


def test_utf16_is_not_binary():
    assert binary("gęś".encode("utf-16")) is None


@pytest.mark.parametrize(
    ("head", "words"),
    [
        pytest.param(
            b"Rada przyj\xc4\x99\xc5\x82a sprawozdanie. \x00".ljust(200, b"a") * 20, None, id="a NUL in each paragraph"
        ),
        pytest.param(b"\x00R\x00a\x00d\x00a", "NUL", id="UTF-16 without its mark"),
        pytest.param(bytes(range(256)) * 50, "NUL", id="every byte"),
        pytest.param(bytes(range(1, 256)) * 50, "control", id="every byte but NUL"),
        pytest.param(b"%PDF-1.4", "PDF", id="PDF"),
    ],
)
def test_binary(head, words):
    found = binary(head)
    assert found is None if words is None else found is not None and words in found
