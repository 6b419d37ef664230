"""Polish text comes back from any encoding that Polish pages were written in, whatever they declare."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.read.decode import POLISH, decode, score

SENTENCE = "Wójt gminy Łękawa wręczył zespołowi dyplom: „Żółć, gęś i ślimak – jakość źródłowa”. Ćwiczyli też Ósmi."

polish_words = st.text(alphabet=st.sampled_from("aąbcćdeęfghijklłmnńoóprsśtuwyzźż ĄĆĘŁŃÓŚŹŻ.,"), min_size=1, max_size=200)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1250", "iso-8859-2"])
def test_round_trip(encoding):
    text = SENTENCE if encoding != "iso-8859-2" else SENTENCE.translate(str.maketrans("„”–", '""-'))
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "cp1250", "iso8859_2"])
@given(words=polish_words)
@settings(max_examples=60, derandomize=True)
def test_round_trip_of_any_polish_text(encoding, words):
    text = f"ąśź {words}"  # the letters that windows-1250 and ISO-8859-2 write with different bytes
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("actual", "declared", "reason"),
    [
        pytest.param("windows-1250", "iso-8859-2", "polish letters", id="false declaration, windows bytes"),
        pytest.param("iso-8859-2", "windows-1250", "polish letters", id="false declaration, iso bytes"),
        pytest.param("windows-1250", "windows-1250", "declared", id="true declaration"),
        pytest.param("iso-8859-2", "iso-8859-2", "declared", id="true declaration, iso"),
        pytest.param("iso-8859-2", "utf-8", "polish letters", id="utf-8 declared, not written"),
        pytest.param("utf-8", "iso-8859-2", "valid utf-8", id="utf-8 written, not declared"),
        pytest.param("windows-1250", "base64", "polish letters", id="declared codec is no text encoding"),
        pytest.param("windows-1250", "unicode_escape", "polish letters", id="declared codec would obey the page"),
        pytest.param("windows-1250", "x-unheard-of", "polish letters", id="unknown encoding"),
    ],
)
def test_declarations(actual, declared, reason):
    text = (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}"></head><p>Śląskie źródła są ważne'
    )
    decoded = decode(text.encode(actual))
    assert decoded.text == text
    assert decoded.reason == reason


def test_declared_outside_the_document():
    assert decode("źródło".encode("iso-8859-2"), declared="iso-8859-2").reason == "declared"


def test_xml_declaration_is_read():
    text = '<?xml version="1.0" encoding="iso-8859-2"?><html><p>źdźbło</p>'
    assert decode(text.encode("iso-8859-2")).reason == "declared"


def test_text_has_no_declaration_inside():
    text = '<meta charset="iso-8859-2"> źdźbło'
    assert decode(text.encode("iso-8859-2"), media="text").reason == "polish letters"


def test_plain_ascii_is_said_to_be():
    assert decode(b"Urzad Miasta").reason == "plain ascii"


def test_a_few_broken_bytes_do_not_spoil_a_utf8_page():
    decoded = decode(("gęś żółw " * 100).encode() + b"\xb3" + "ćma".encode())
    assert decoded.encoding == "utf-8"
    assert decoded.text.endswith("ćma")
    assert decoded.text.count("\ufffd") == 1


def test_score_prefers_the_encoding_that_the_bytes_were_written_in():
    data = "ąśźĄŚŹ".encode("cp1250")
    assert score(data, "cp1250") == 6
    assert score(data, "iso8859_2") < 0


def test_polish_letters_are_all_there():
    assert len(POLISH) == 18


@given(data=st.binary(max_size=300))
@settings(max_examples=200, derandomize=True)
def test_no_bytes_raise(data):
    assert isinstance(decode(data).text, str)
