"""One frozen settings object, read from one TOML file."""

from __future__ import annotations

import dataclasses
import json
import tomllib
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


class SettingsError(ValueError):
    """The settings file cannot be used; the message names the file and the key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSettings:
    """Which columns of a table or fields of a JSON line hold what; None means: guess from the name."""

    text_column: str | None = None
    html_column: str | None = None
    url_column: str | None = None
    title_column: str | None = None
    date_column: str | None = None
    site_column: str | None = None
    crawled_column: str | None = None
    """when a page was fetched, never when it was published"""
    separator: str | None = None
    """line that parts the articles of one text file, or "regex:" and a pattern for the whole line"""
    encoding: str | None = None
    """encoding of every input, where the user knows better than our detection"""
    max_bytes: int = 50_000_000
    """bytes; a larger single document is a failure row, not an article"""
    max_ratio: int = 250
    """bytes that a file may unpack to for each of its own, 100 MB at least; pages shrink to a tenth, bombs to a thousandth"""
    max_depth: int = 4
    """containers in one another; „a.jsonl.gz" inside a „.tar.gz" is three"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanSettings:
    """What counts as an article."""

    min_words: int = 3
    """words; a shorter text becomes a failure row with the reason no_text"""
    site_lines: bool = True
    """whether a first pass looks for lines that sites repeat on their pages (plain text whose site is known)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that can change a record, and nothing that cannot."""

    model: str = "auto"
    """auto, shipped, pl_core_news_sm, none or a path"""
    read: ReadSettings = field(default_factory=ReadSettings)
    clean: CleanSettings = field(default_factory=CleanSettings)

    def fingerprint(self) -> str:
        """16 hexadecimal digits: equal for equal settings, on any machine."""
        canonical = json.dumps(dataclasses.asdict(self), sort_keys=True, ensure_ascii=False)
        return blake2b(canonical.encode(), digest_size=8).hexdigest()


def load_settings(path: Path | None = None) -> Settings:
    """Settings from a TOML file, the defaults without one.

    Raises:
        SettingsError: the file cannot be read, is not TOML, or has a key or a type that we do not know.
    """
    if path is None:
        return Settings()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: not TOML: {error}") from error
    settings: Settings = _build(Settings, data, str(path))
    return settings


def _build(cls: type[Any], data: dict[str, Any], where: str) -> Any:  # noqa: ANN401
    known = {f.name: f for f in dataclasses.fields(cls)}
    values: dict[str, Any] = {}
    for key, value in data.items():
        if key not in known:
            raise SettingsError(f"{where}: unknown key {key!r}; known are {', '.join(known)}")
        section = {"read": ReadSettings, "clean": CleanSettings}.get(key) if cls is Settings else None
        if section is not None:
            if not isinstance(value, dict):
                raise SettingsError(f"{where}: {key!r} must be a table")
            values[key] = _build(section, value, f"{where} [{key}]")
        else:
            values[key] = _checked(key, value, known[key].default, where)
    return cls(**values)


def _checked(key: str, value: Any, default: Any, where: str) -> Any:  # noqa: ANN401
    expected: type = str if default is None else type(default)
    if not isinstance(value, expected) or isinstance(value, bool) is not (expected is bool):
        raise SettingsError(f"{where}: {key!r} must be {expected.__name__}, not {type(value).__name__}")
    return value
