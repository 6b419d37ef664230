"""JSON lines, arrays and single objects; one broken piece is one failure."""

import json

import pytest

from pipeline.read import read
from pipeline.settings import ReadSettings

ARTICLE = "Urząd Gminy Wierzbowo otrzymał certyfikat jakości."


def run(path, text, **settings):
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(read([path], ReadSettings(**settings)))


def test_a_broken_line_is_one_failure_and_the_rest_goes_on(tmp_path):
    good = json.dumps({"tekst": ARTICLE}, ensure_ascii=False)
    items = run(tmp_path / "a.jsonl", f"{good}\n{{'zly': 1}}\n\n[1, 2]\n{good}\n")
    assert [(item.source, getattr(item, "reason", None)) for item in items] == [
        ("a.jsonl#1", None),
        ("a.jsonl#2", "malformed_row"),
        ("a.jsonl#4", "malformed_row"),
        ("a.jsonl#5", None),
    ]


@pytest.mark.parametrize(
    ("fields", "url", "title", "published"),
    [
        pytest.param(
            {"tekst": ARTICLE, "adres": "https://x.example/1", "tytuł": "Certyfikat", "data publikacji": "5.03.2012"},
            "https://x.example/1", "Certyfikat", "2012-03-05", id="Polish",
        ),
        pytest.param(
            {"Body": ARTICLE, "Link": "https://x.example/1", "Headline": "Certyfikat", "publishedAt": None, "date": "2012-03-05T10:00"},
            "https://x.example/1", "Certyfikat", "2012-03-05", id="English",
        ),
        pytest.param({"content": [ARTICLE, "Drugi akapit."], "date": "niedawno"}, None, None, None, id="list of paragraphs, unclear date"),
        pytest.param({"html": f"<p>{ARTICLE}</p>", "text": "skrót", "title": 7}, None, "7", None, id="html goes before text"),
    ],
)  # fmt: skip
def test_fields_are_guessed_from_their_names(tmp_path, fields, url, title, published):
    (item,) = run(tmp_path / "a.ndjson", json.dumps(fields))
    assert ARTICLE in item.content
    assert (item.url, item.title, item.published) == (url, title, published)


def test_named_fields_win_over_guesses(tmp_path):
    (item,) = run(tmp_path / "a.jsonl", json.dumps({"text": "skrót", "Pełna treść": ARTICLE}), text_column="pelna tresc")
    assert item.content == ARTICLE


def test_a_named_field_that_is_not_there_is_said_to_be(tmp_path):
    (item,) = run(tmp_path / "a.jsonl", json.dumps({"text": ARTICLE}), text_column="artykuł")
    assert (item.reason, "'artykuł'" in item.detail) == ("missing_column", True)


def test_json_lines_under_another_name(tmp_path):
    text = json.dumps({"tekst": ARTICLE}) + "\n" + json.dumps({"tekst": "Drugi."})
    assert [item.source for item in run(tmp_path / "a.txt", text)] == ["a.txt#1", "a.txt#2"]
    assert [item.source for item in run(tmp_path / "b.json", text)] == ["b.json#1", "b.json#2"]


def test_an_array_goes_on_after_a_broken_element(tmp_path):
    text = f'[{{"tekst": "{ARTICLE}"}}, {{"tekst": "urwany}}, {{"x"}}, {{"tekst": "Ostatni."}}, 5]'
    items = run(tmp_path / "a.json", text)
    assert items[0].content == ARTICLE
    assert "Ostatni." in [getattr(item, "content", None) for item in items]
    assert [item.reason for item in items if hasattr(item, "reason")].count("malformed_row") >= 2


def test_one_object(tmp_path):
    (item,) = run(tmp_path / "a.json", json.dumps({"tekst": ARTICLE}, indent=2))
    assert (item.source, item.content) == ("a.json", ARTICLE)


def test_half_an_emoji_does_no_harm(tmp_path):
    (item,) = run(tmp_path / "a.jsonl", b'{"tekst": "Brawo \\ud83d urz\\u0105d"}')
    item.content.encode("utf-8")
    assert "urząd" in item.content


def test_each_line_may_have_its_own_encoding(tmp_path):
    lines = [json.dumps({"tekst": "gęś źródło"}, ensure_ascii=False).encode(name) for name in ("utf-8", "cp1250", "iso8859_2")]
    items = run(tmp_path / "a.jsonl", b"\n".join(lines))
    assert [item.content for item in items] == ["gęś źródło"] * 3


def test_utf16(tmp_path):
    (item,) = run(tmp_path / "a.jsonl", json.dumps({"tekst": ARTICLE}, ensure_ascii=False).encode("utf-16"))
    assert (item.content, item.encoding) == (ARTICLE, "utf-16")


def test_a_long_line_is_skipped(tmp_path):
    text = json.dumps({"tekst": "x" * 5000}) + "\n" + json.dumps({"tekst": "krótki"}, ensure_ascii=False)
    items = run(tmp_path / "a.jsonl", text, max_bytes=1000)
    assert [getattr(item, "reason", None) for item in items] == ["too_large", None]
