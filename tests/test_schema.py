import dataclasses
import json

import pytest

from pipeline import schema

CLASSES = [c for c in vars(schema).values() if isinstance(c, type) and dataclasses.is_dataclass(c)]


@pytest.mark.parametrize("cls", CLASSES, ids=lambda c: c.__name__)
def test_every_field_is_documented(cls):
    assert all(f.metadata.get("doc") for f in dataclasses.fields(cls))


@pytest.mark.parametrize("cls", CLASSES, ids=lambda c: c.__name__)
def test_every_field_type_resolves(cls):
    assert set(schema.field_types(cls)) == {schema.printed_name(f) for f in dataclasses.fields(cls)}


def test_reserved_word_is_printed_without_underscore():
    place = schema.PlaceRow(name="Lipka", terc=None, kind="gmina", from_="url")
    assert schema.to_json(place) == {
        "name": "Lipka",
        "terc": None,
        "kind": "gmina",
        "from": "url",
        "id": "",
        "county": None,
        "voivodeship": None,
    }


def test_nested_values_become_plain_json():
    article = schema.Article(id="1", source="a", text="x", blocks=(schema.Block(kind="title", start=0, end=1),))
    assert json.loads(json.dumps(schema.to_json(article)))["blocks"] == [
        {"kind": "title", "start": 0, "end": 1, "marker": None, "path": None, "line": None}
    ]


def test_row_types_are_found_behind_list_and_none():
    hints = schema.field_types(schema.Record)
    assert schema.row_type(hints["standards"]) is schema.StandardRow
    assert schema.row_type(hints["place"]) is schema.PlaceRow
    assert schema.row_type(hints["authors"]) is None


def test_content_id_depends_on_where_the_parts_end():
    assert schema.content_id("a", "bc") != schema.content_id("ab", "c")
    assert schema.content_id("a", "bc") == schema.content_id("a", "bc")
