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
