"""magistrat: Polish municipal news -> who holds which standard, granted by whom, until when, and what the auditors found.

>>> import pipeline
>>> record = pipeline.extract("Urząd Miasta w Przykładowie uzyskał certyfikat ISO 9001.", model="none")
>>> record.standards[0].id
'ISO 9001'

Names are imported when they are first used: ``import pipeline`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.annotate.load import ModelNotFoundError, load
    from pipeline.run.extractor import Extractor
    from pipeline.run.job import run as extract_files
    from pipeline.run.library import extract, extract_many
    from pipeline.run.reading import NoArticleError, read_article
    from pipeline.run.show import show
    from pipeline.schema import Article, Failure, Record, RunReport, to_json
    from pipeline.settings import Settings, SettingsError, load_settings
    from pipeline.store.reader import describe_table, read_table
    from pipeline.values.edtf import find as find_dates
    from pipeline.values.name import nominative
    from pipeline.values.standard import find as find_standards
    from pipeline.values.standard import parse as parse_standard

__all__ = [
    "Article",
    "Extractor",
    "Failure",
    "ModelNotFoundError",
    "NoArticleError",
    "Record",
    "RunReport",
    "Settings",
    "SettingsError",
    "describe_table",
    "extract",
    "extract_files",
    "extract_many",
    "find_dates",
    "find_standards",
    "load",
    "load_settings",
    "nominative",
    "parse_standard",
    "read_article",
    "read_table",
    "show",
    "to_json",
]

_HOMES = {
    "Article": "schema",
    "Extractor": "run.extractor",
    "Failure": "schema",
    "ModelNotFoundError": "annotate.load",
    "NoArticleError": "run.reading",
    "Record": "schema",
    "RunReport": "schema",
    "Settings": "settings",
    "SettingsError": "settings",
    "describe_table": "store.reader",
    "extract": "run.library",
    "extract_files": "run.job:run",
    "extract_many": "run.library",
    "find_dates": "values.edtf:find",
    "find_standards": "values.standard:find",
    "load": "annotate.load",
    "load_settings": "settings",
    "nominative": "values.name",
    "parse_standard": "values.standard:parse",
    "read_article": "run.reading",
    "read_table": "store.reader",
    "show": "run.show",
    "to_json": "schema",
}
"""Public name -> module, and its name there where it differs."""


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Imports a public name when it is first asked for (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, _, there = _HOMES[name].partition(":")
    value = getattr(import_module(f"{__name__}.{module}"), there or name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
