"""magistrat.sqlite: the tables with keys and indexes, full-text search over folded text, and the columns' documentation.

SQLite's FTS5 folds diacritics but not ł (design.md, section 4), so ``articles_fts`` holds ``fold()`` of title and text: what
is found at an offset there stands at the same offset in ``articles``. A query has to be folded likewise.
"""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

from pipeline.store.tables import ARTICLE_ID, ARTICLES, DUPLICATES, ENTITIES, FAILURES, POSITION, TABLES, WORKS
from pipeline.text import fold

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.schema import JSON
    from pipeline.store.tables import Column, Row, Table

NAME = "magistrat.sqlite"
APPLICATION_ID = 0x6D616773
"""„mags": what file(1) and other tools tell our databases by."""
BATCH_ROWS = 1_000
_TYPES = {"string": "TEXT", "integer": "INTEGER", "strings": "TEXT"}
_INDEXED = {
    ARTICLES: ("source", "url", "published", "place_terc", "duplicate_of"),
    "organizations": ("mention_id", "name", "organization_id"),
    "standards": ("mention_id", "id", "family"),
    "certifiers": ("mention_id", "name", "body_id"),
    "officials": ("mention_id", "name", "role_id", "person_id"),
    "dates": ("mention_id", "value"),
    "findings": ("mention_id", "kind"),
    "certificates": ("certificate_id", "organization", "certifier", "valid_until"),
    ENTITIES: ("entity_id", "organization_id", "body_id", "valid_until"),
    DUPLICATES: ("representative", "kind"),
    FAILURES: ("reason", "source"),
}
"""Columns that questions filter and join by."""
_KEYS = {ENTITIES: "entity_id", DUPLICATES: ARTICLE_ID, WORKS: "family", FAILURES: POSITION}
"""Key of the tables whose rows belong to the run, not to one article."""


def _column(column: Column) -> str:
    return f'"{column.name}" {_TYPES[column.kind]}' + ("" if column.nullable else " NOT NULL")


def create_table(table: Table) -> str:
    """„CREATE TABLE "standards" …": the statement that makes one table."""
    lines = [_column(c) for c in table.columns]
    if table.name == ARTICLES:
        lines.append('PRIMARY KEY ("id")')
        lines.append(f'FOREIGN KEY ("duplicate_of") REFERENCES "{ARTICLES}" ("id")')
    elif table.name in _KEYS:
        lines.append(f'PRIMARY KEY ("{_KEYS[table.name]}")')
    else:
        lines.append(f'PRIMARY KEY ("{ARTICLE_ID}", "{POSITION}")')
        lines.append(f'FOREIGN KEY ("{ARTICLE_ID}") REFERENCES "{ARTICLES}" ("id")')
    return f'CREATE TABLE "{table.name}" (\n  ' + ",\n  ".join(lines) + "\n)"


def _stored(values: Row) -> Row:
    return tuple(json.dumps(v, ensure_ascii=False) if isinstance(v, list) else v for v in values)


class SqliteWriter:
    """Writes „magistrat.sqlite" in one transaction: it is whole or it is not there."""

    def __init__(self, folder: Path) -> None:
        self._db = sqlite3.connect(folder / NAME, isolation_level=None)
        for pragma in ("journal_mode = OFF", "synchronous = OFF", f"application_id = {APPLICATION_ID}"):
            self._db.execute(f"PRAGMA {pragma}")
        self._db.execute("BEGIN")
        for table in TABLES:
            self._db.execute(create_table(table))
        self._db.execute(f"CREATE VIRTUAL TABLE articles_fts USING fts5({ARTICLE_ID} UNINDEXED, title, text)")
        self._document()
        articles = next(t for t in TABLES if t.name == ARTICLES)
        self._places = [[c.name for c in articles.columns].index(name) for name in ("id", "title", "text")]
        self._rows: dict[str, list[Row]] = {t.name: [] for t in TABLES}
        self._pending = 0

    def _document(self) -> None:
        self._db.execute(
            'CREATE TABLE column_docs ("table" TEXT NOT NULL, "column" TEXT NOT NULL, "type" TEXT NOT NULL, '
            '"doc" TEXT NOT NULL, PRIMARY KEY ("table", "column"))'
        )
        rows = [(t.name, c.name, c.kind, c.doc) for t in TABLES for c in t.columns]
        self._db.executemany("INSERT INTO column_docs VALUES (?, ?, ?, ?)", rows)

    def add(self, record: JSON | None, rows: dict[str, list[Row]]) -> None:
        """Keeps the rows until the batch is full."""
        del record
        for name, found in rows.items():
            self._rows[name].extend(found)
            self._pending += len(found)
        if self._pending >= BATCH_ROWS:
            self._flush()

    def _flush(self) -> None:
        for table in TABLES:
            rows = self._rows[table.name]
            marks = ", ".join("?" * len(table.columns))
            self._db.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', map(_stored, rows))  # noqa: S608
            if table.name == ARTICLES:
                self._db.executemany("INSERT INTO articles_fts VALUES (?, ?, ?)", map(self._searchable, rows))
            self._rows[table.name] = []
        self._pending = 0

    def _searchable(self, row: Row) -> tuple[Any, ...]:
        key, title, text = (row[place] for place in self._places)
        return key, fold(title or ""), fold(text)

    def close(self) -> None:
        """Writes what is left and the indexes, and commits."""
        self._flush()
        for table, names in _INDEXED.items():
            for name in names:
                self._db.execute(f'CREATE INDEX "{table}_{name}" ON "{table}" ("{name}")')
        self._db.execute("COMMIT")
        self._db.close()

    def abandon(self) -> None:
        """Lets go of the file without ending it."""
        self._db.close()
