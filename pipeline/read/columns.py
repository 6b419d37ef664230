"""„tekst;tytuł;adres;data publikacji": which column of a table or field of a JSON object holds what."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pipeline.text import fold
from pipeline.values.stamp import to_edtf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pipeline.settings import ReadSettings

_OTHER = re.compile(r"[^a-z0-9]+")
_WRAPPERS = ("meta", "metadata", "metadane")
_VAGUE = frozenset({"date", "data", "datetime"})
"""names of columns that do not say whose date it is"""


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of the columns as the file prints them; None where there is none."""

    text: str | None = None
    html: str | None = None
    url: str | None = None
    title: str | None = None
    date: str | None = None
    site: str | None = None
    file: str | None = None
    crawled: str | None = None

    @property
    def holds_text(self) -> bool:
        """Whether there is anything to read."""
        return self.text is not None or self.html is not None


@dataclass(frozen=True, slots=True)
class Guess:
    """How a file's columns were understood, for the person who runs the job."""

    text: str
    """„text from 'Treść', url from 'Adres'"; "" where the settings named all that was used"""

    @classmethod
    def of(cls, columns: Columns, settings: ReadSettings) -> Guess:
        """What was guessed; roles in the order of ``Columns``."""
        found = [(item.name, getattr(columns, item.name)) for item in fields(columns)]
        return cls(
            ", ".join(
                f"{role} from {name!r}" for role, name in found if name and role != "file" and _asked(settings, role) is None
            )
        )


def _asked(settings: ReadSettings, role: str) -> str | None:
    name: str | None = getattr(settings, f"{role}_column", None)
    return name


@lru_cache(maxsize=1)
def _names() -> dict[str, list[str]]:
    data: dict[str, list[str]] = tomllib.loads(files(__package__).joinpath("columns.toml").read_text(encoding="utf-8"))
    return data


def key(name: str) -> str:
    """„Data publikacji " -> "data_publikacji": the form in which column names are compared."""
    return _OTHER.sub("_", fold(name.lstrip("\ufeff"))).strip("_")


def flatten(value: Mapping[str, Any]) -> dict[str, Any]:
    """„{"meta": {"url": …}}" -> "meta.url" too: the fields of inner objects beside those of the object itself."""
    inner = {f"{name}.{sub}": item for name, found in value.items() if isinstance(found, dict) for sub, item in found.items()}
    return {**value, **inner} if inner else dict(value)


def find_columns(present: Iterable[str], settings: ReadSettings) -> Columns:
    """„Tytuł, Treść, Adres URL" -> title, text and url; what the settings name goes before what we guess.

    A column that the settings name and the table lacks is not guessed again: the user said what to read.
    """
    keys: dict[str, str] = {}
    for name in present:
        keys.setdefault(key(name), name)
    chosen: dict[str, str | None] = {}
    explicit = settings.text_column is not None or settings.html_column is not None
    for role, names in _names().items():
        wanted = _asked(settings, role)
        if wanted is not None:
            chosen[role] = keys.get(key(wanted))
        elif explicit and role in {"text", "html"}:
            chosen[role] = None
        else:
            chosen[role] = next((keys[name] for name in _spelled(names) if name in keys), None)
    return _settled(chosen, settings)


def _spelled(names: Iterable[str]) -> Iterator[str]:
    """The plain names first, then the same inside the objects that exports wrap them in."""
    plain = list(names)
    yield from plain
    for wrapper in _WRAPPERS:
        yield from (f"{wrapper}_{name}" for name in plain)


def _settled(chosen: dict[str, str | None], settings: ReadSettings) -> Columns:
    """A „date" in a corpus that was cut from a crawl is the day of the crawl; no column is read for two roles."""
    marked = chosen.pop("crawl_marks", None) is not None
    if marked and settings.date_column is None and chosen["date"] is not None and key(chosen["date"]) in _VAGUE:
        chosen["crawled"] = chosen["crawled"] or chosen["date"]
        chosen["date"] = None
    return Columns(**chosen)


@dataclass(frozen=True, slots=True)
class Row:
    """What one row or object says about one article."""

    content: str
    url: str | None
    site: str | None
    title: str | None
    published: str | None
    crawled: str | None = None


def row_of(values: Mapping[str, Any], columns: Columns) -> Row:
    """„{"tekst": "…", "data": "12.03.2013"}": the article in a row; the HTML column goes before the text column."""
    url = as_text(values.get(columns.url or ""))
    return Row(
        content=as_text(values.get(columns.html or "")) or as_text(values.get(columns.text or "")) or "",
        url=url,
        site=as_text(values.get(columns.site or "")) or host_of(url),
        title=as_text(values.get(columns.title or "")),
        published=to_edtf(as_text(values.get(columns.date or "")) or ""),
        crawled=to_edtf(as_text(values.get(columns.crawled or "")) or ""),
    )


def as_text(value: object) -> str | None:
    """„["Akapit pierwszy", "Akapit drugi"]" -> two lines; a number as it prints; None for nothing and blanks.

    Of an object only what WordPress's REST interface calls „rendered" is text.
    """
    if isinstance(value, dict):
        value = value.get("rendered")
    if isinstance(value, list):
        value = "\n".join(item for item in value if isinstance(item, str))
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    return value if isinstance(value, str) and value.strip() else None


def host_of(url: str | None) -> str | None:
    """„https://www.wierzbowo.example/aktualnosci/1" -> "www.wierzbowo.example"; None for what is no address."""
    if not url:
        return None
    try:
        return urlsplit(url if "//" in url else f"//{url}").hostname or None
    except ValueError:
        return None
