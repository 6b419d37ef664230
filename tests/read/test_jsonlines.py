"""JSON lines, arrays and single objects; one broken piece is one failure."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read import read, read_one
from pipeline.read.blob import Blob, Budget, Context
from pipeline.read.files import read_blob
from pipeline.read.jsonlines import words
from pipeline.read.locator import EVERYTHING, Locator
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


def test_an_offset_finds_its_line_and_its_number(tmp_path):
    lines = [json.dumps({"tekst": f"{ARTICLE} {n}"}, ensure_ascii=False) for n in range(5)]
    items = run(tmp_path / "a.jsonl", "\n\n".join(lines))
    assert [item.record for item in items] == [1, 3, 5, 7, 9]
    for item in items:
        assert list(read_one(tmp_path / "a.jsonl", f"@{item.byte_offset}", ReadSettings())) == [item]
        assert list(read_one(tmp_path / "a.jsonl", str(item.record), ReadSettings())) == [item]
    assert list(read_one(tmp_path / "a.jsonl", "@999999", ReadSettings())) == []


def test_lines_that_are_not_wanted_are_not_parsed(tmp_path, monkeypatch):
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps({"tekst": f"{ARTICLE} {n}"}) for n in range(50)), encoding="utf-8")
    parsed = []
    loads = json.loads
    monkeypatch.setattr("pipeline.read.jsonlines.json.loads", lambda text: parsed.append(text) or loads(text))
    (item,) = read_one(tmp_path / "a.jsonl", "41", ReadSettings())
    assert item.content == f"{ARTICLE} 40"
    assert len(parsed) <= 2


def test_what_wordpress_answers(tmp_path):
    posts = [
        {
            "date": "2019-05-06T07:08:09",
            "link": "https://w.example/1",
            "title": {"rendered": "Certyfikat"},
            "content": {"rendered": f"<p>{ARTICLE}</p>"},
        }
    ]
    (item,) = run(tmp_path / "a.json", json.dumps(posts))
    assert (item.content, item.media, item.title) == (f"<p>{ARTICLE}</p>", "html", "Certyfikat")
    assert (item.published, item.url) == ("2019-05-06", "https://w.example/1")


def test_a_list_of_articles_inside_an_object(tmp_path):
    text = json.dumps({"liczba": 2, "posts": [{"tekst": ARTICLE}, {"tekst": "Drugi."}]}, indent=1)
    assert [item.source for item in run(tmp_path / "a.json", text)] == ["a.json#1", "a.json#2"]


@pytest.mark.parametrize("pad", [10, 30_000, 70_000, 200_000])
def test_an_array_is_cut_into_elements_wherever_the_window_ends(tmp_path, pad):
    rows = [{"tekst": f'{ARTICLE} {n} \\ "ł" ' + "ż" * (pad // 2), "n": n} for n in range(6)]
    text = json.dumps(rows, ensure_ascii=False)
    items = run(tmp_path / "a.json", text)
    assert [item.content for item in items] == [row["tekst"] for row in rows]
    for item in items:
        assert list(read_one(tmp_path / "a.json", str(item.record), ReadSettings())) == [item]
        assert text.encode()[item.byte_offset :].startswith(b'{"tekst"')


def test_an_element_above_the_limit_does_not_spoil_the_rest(tmp_path):
    text = json.dumps([{"tekst": "x" * 300_000}, {"tekst": ARTICLE}])
    items = run(tmp_path / "a.json", text, max_bytes=100_000)
    assert [getattr(item, "reason", None) for item in items] == ["too_large", None]


def test_elements_of_an_array_in_an_old_encoding(tmp_path):
    items = run(tmp_path / "a.json", json.dumps([{"tekst": "gęś źródło"}] * 2, ensure_ascii=False).encode("cp1250"))
    assert [(item.content, item.encoding) for item in items] == [("gęś źródło", "windows-1250")] * 2


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_a_byte_order_mark_does_no_harm(tmp_path, name):
    (item,) = run(tmp_path / name, b"\xef\xbb\xbf" + json.dumps({"tekst": ARTICLE}).encode())
    assert item.content == ARTICLE


@given(st.lists(st.sampled_from(['{"tekst": "a b"}', "{", "}", '"', ",", "[", "]", "\\", "1", "ż", " ", "\n"]), max_size=30))
def test_no_json_raises(pieces):
    blob = Blob(locator=Locator("a.json"), name="a.json", stream=io.BufferedReader(io.BytesIO("".join(pieces).encode())))
    context = Context(ReadSettings(), Budget(0, 1), read_blob, lambda *_: None)
    for item in read_blob(blob, context, EVERYTHING):
        assert item.source.startswith("a.json")


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.txt"])
def test_a_number_of_too_many_digits_is_a_broken_row(tmp_path, name):
    items = run(tmp_path / name, f'{{"tekst": "{ARTICLE}"}}\n{{"n": {"9" * 5000}}}\n{{"tekst": "Ostatni."}}\n')
    assert [getattr(item, "reason", None) for item in items] == [None, "malformed_row", None]


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        pytest.param('{"tekst": "urw', "Unterminated string starting at character 10", id="a string that never ends"),
        pytest.param('{"tekst": }', "Expecting value at character 10", id="a value that is not there"),
    ],
)
def test_what_is_wrong_is_told_in_words(printed, told):
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads(printed)
    assert words(caught.value) == told
