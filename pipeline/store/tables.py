"""The tables, derived from ``schema.py`` field by field: what Arrow, SQLite and the documentation of columns agree on.

A field of ``Record`` that holds one value is a column of ``articles``; one that holds a dataclass is spread over columns with
the field's name in front (``place_terc``); one that holds a list of dataclasses is a table of its own, whose rows name their
article and their place in the record's list. ``certificate_entities``, ``duplicates``, ``works`` and ``failures`` belong to
the run as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

from pipeline.schema import (
    CertificateEntity,
    DuplicateRow,
    Failure,
    Record,
    WorkRow,
    printed_name,
    row_type,
    to_json,
    without_none,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["string", "integer", "strings"]

ARTICLES = "articles"
FAILURES = "failures"
WORKS = "works"
ENTITIES = "certificate_entities"
DUPLICATES = "duplicates"
POSITION = "position"
ARTICLE_ID = "article_id"
_INT64 = range(-(2**63), 2**63)


class UnstorableError(TypeError):
    """A record holds a value that its column cannot take; the message names table and column."""


@dataclass(frozen=True, slots=True)
class Column:
    """„valid_until": a column, its type, whether it may be null, what it means and the values that it may take."""

    name: str
    kind: Kind
    nullable: bool
    doc: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """„standards": a table with its columns in order."""

    name: str
    doc: str
    columns: tuple[Column, ...]


def column_of(name: str, hint: Any, doc: str, *, nullable: bool = False) -> Column:  # noqa: ANN401
    """The column for one field.

    Args:
        name: printed name.
        hint: the field's resolved type: str, int, a Literal of strings, a list or tuple of str, or one of these or None.
        doc: what the column means.
        nullable: whether an enclosing optional dataclass makes it so.

    Raises:
        TypeError: the type has no place in a table.
    """
    inner, optional = without_none(hint)
    if get_origin(inner) in {Union, UnionType}:
        raise TypeError(f"{name}: no column for {hint}")
    values: tuple[str, ...] = ()
    if get_origin(inner) is Literal:
        values, inner = get_args(inner), str
    if inner in {str, int}:
        kind: Kind = "string" if inner is str else "integer"
    elif get_origin(inner) in {list, tuple} and get_args(inner)[0] is str:
        kind = "strings"
    else:
        raise TypeError(f"{name}: no column for {hint}")
    return Column(name, kind, optional or nullable, doc, values)


def _columns(cls: type, prefix: str = "", *, nullable: bool = False) -> Iterator[Column]:
    hints = get_type_hints(cls)
    for item in fields(cls):
        name, hint = prefix + printed_name(item), hints[item.name]
        nested = row_type(hint)
        if nested is None:
            yield column_of(name, hint, item.metadata["doc"], nullable=nullable)
        elif get_origin(without_none(hint)[0]) is not list:
            yield from _columns(nested, f"{name}_", nullable=nullable or without_none(hint)[1])


@lru_cache(maxsize=1)
def _child_fields() -> dict[str, type]:
    """Field of ``Record`` -> class of the rows of its table."""
    found = {}
    for name, hint in get_type_hints(Record).items():
        nested = row_type(hint)
        if nested is not None and get_origin(without_none(hint)[0]) is list:
            found[name] = nested
    return found


def _doc(cls: type) -> str:
    return (cls.__doc__ or "").partition("\n")[0]


def _tables() -> tuple[Table, ...]:
    link = (
        Column(ARTICLE_ID, "string", nullable=False, doc="id of the article that the row was read from"),
        Column(POSITION, "integer", nullable=False, doc="place in the record's list, from 1"),
    )
    children = tuple(Table(name, _doc(cls), link + tuple(_columns(cls))) for name, cls in _child_fields().items())
    number = Column(POSITION, "integer", nullable=False, doc="place among the run's failures, from 1")
    return (
        Table(ARTICLES, "One article, with its place and what ran over it.", tuple(_columns(Record))),
        *children,
        Table(ENTITIES, _doc(CertificateEntity), tuple(_columns(CertificateEntity))),
        Table(DUPLICATES, _doc(DuplicateRow), tuple(_columns(DuplicateRow))),
        Table(WORKS, _doc(WorkRow), tuple(_columns(WorkRow))),
        Table(FAILURES, _doc(Failure), (number, *_columns(Failure))),
    )


TABLES = _tables()
"""articles, one table a list of the record, certificates and copies across articles, what is known of standards, failures."""


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Table]:
    return {table.name: table for table in TABLES}


def table_named(name: str) -> Table:
    """„standards" -> its table.

    Raises:
        ValueError: there is no such table; the message lists those that there are.
    """
    found = _by_name().get(name)
    if found is None:
        raise ValueError(f"no table {name!r}; there are {', '.join(_by_name())}")
    return found


Row = tuple[Any, ...]


def rows_of(record: dict[str, Any]) -> dict[str, list[Row]]:
    """The record's rows, a tuple of values in the order of the table's columns, for every table that has any.

    Args:
        record: a ``Record`` as ``schema.to_json`` gives it.

    Raises:
        UnstorableError: a value has another type than its column, is null where that may not be, or cannot be encoded.
    """
    rows = {ARTICLES: [_row(table_named(ARTICLES), _spread(record))]}
    for name in _child_fields():
        table = table_named(name)
        rows[name] = [
            _row(table, {ARTICLE_ID: record["id"], POSITION: position, **item}) for position, item in enumerate(record[name], 1)
        ]
    return {name: found for name, found in rows.items() if found}


def failure_row(failure: Failure, position: int) -> Row:
    """The row of one failure; characters that no file can hold are replaced, since a failure must never be lost."""
    data = {k: str(v).encode("utf-8", "replace").decode() for k, v in to_json(failure).items()}
    return _row(table_named(FAILURES), {POSITION: position, **data})


def checked_row(name: str, data: dict[str, Any]) -> Row:
    """A plain dict as a row of the table of that name.

    Raises:
        UnstorableError: as ``rows_of``.
    """
    return _row(table_named(name), data)


def _spread(data: dict[str, Any]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in data.items():
        if isinstance(value, dict):
            flat |= {f"{name}_{key}": inner for key, inner in value.items()}
        else:
            flat[name] = value
    return flat


def _row(table: Table, data: dict[str, Any]) -> Row:
    return tuple(_checked(table, column, data.get(column.name)) for column in table.columns)


def _checked(table: Table, column: Column, value: Any) -> Any:  # noqa: ANN401
    if value is None:
        if column.nullable:
            return None
        raise UnstorableError(f"{table.name}.{column.name} may not be null")
    if not _fits(column.kind, value):
        if isinstance(value, str) and column.kind == "string":
            raise UnstorableError(f"{table.name}.{column.name} holds half of a surrogate pair, which no file can")
        raise UnstorableError(f"{table.name}.{column.name} takes {column.kind}, not {type(value).__name__}")
    return value


def _fits(kind: Kind, value: Any) -> bool:  # noqa: ANN401
    if kind == "integer":
        return type(value) is int and value in _INT64
    if kind == "strings":
        return isinstance(value, list) and all(_fits("string", v) for v in value)
    return isinstance(value, str) and _encodable(value)


def _encodable(value: str) -> bool:
    """False for lone surrogates, which neither JSON Lines in UTF-8 nor Parquet nor SQLite can hold."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
