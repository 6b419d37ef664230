"""What commands share: options, exit statuses, settings from a file and options, the loaded pipeline."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

if TYPE_CHECKING:
    from pipeline.run.extractor import Extractor
    from pipeline.settings import Settings

USAGE, FAILED, INTERRUPTED = 2, 1, 130
"""Exit statuses besides 0; 130 is what shells expect after Ctrl-C."""

Model = Annotated[
    str | None, typer.Option(help="Statistical model: auto, shipped, pl_core_news_sm, none or a path.", show_default="auto")
]
SettingsFile = Annotated[Path | None, typer.Option("--settings", metavar="FILE", help="TOML file with settings.")]
Encoding = Annotated[str | None, typer.Option(help="Encoding of every input, where you know better than our detection.")]


Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="ROLE=NAME",
        help="Column or field (meta.url for an inner one) that holds the text, html, url, title, date, site or crawled day.",
        show_default="guessed",
    ),
]
Separator = Annotated[
    str | None,
    typer.Option(metavar="LINE", help="Line that parts the articles of one text file; regex:PATTERN for a pattern."),
]
_ROLES = ("text", "html", "url", "title", "date", "site", "crawled")


def columns_of(given: list[str] | None) -> dict[str, str]:
    """„text=treść" -> {"text_column": "treść"}: the option „--column" as settings.

    Raises:
        typer.Exit: a role that there is not, or no name.
    """
    named: dict[str, str] = {}
    for item in given or ():
        role, mark, name = item.partition("=")
        if role not in _ROLES or not mark or not name.strip():
            stop(f"--column {item}: write ROLE=NAME with a role of {', '.join(_ROLES)}", USAGE)
        named[f"{role}_column"] = name
    return named


def stop(message: str, status: int) -> NoReturn:
    """„magistrat: prasa.txt is not a folder" on stderr, and the exit status.

    Raises:
        typer.Exit: always.
    """
    typer.echo(f"magistrat: {message}", err=True)
    raise typer.Exit(status)


def settings_of(file: Path | None, model: str | None, **read: str | None) -> Settings:
    """The settings file's values, overruled by options."""
    import codecs
    from dataclasses import replace

    from pipeline.settings import SettingsError, load_settings

    try:
        settings = load_settings(file)
    except SettingsError as error:
        stop(str(error), USAGE)
    given: dict[str, Any] = {key: value for key, value in read.items() if value is not None}
    settings = replace(settings, model=model or settings.model, read=replace(settings.read, **given))
    try:
        codecs.lookup(settings.read.encoding or "utf-8")
        if settings.read.separator is not None:
            from pipeline.read.separated import matcher

            matcher(settings.read.separator)
    except LookupError:
        stop(f"unknown encoding {settings.read.encoding!r}", USAGE)
    except ValueError as error:
        stop(str(error), USAGE)
    return settings


def loaded(settings: Settings) -> Extractor:
    """The loaded pipeline; says what is happening, since that takes seconds."""
    from rich.console import Console

    from pipeline.annotate.load import ModelNotFoundError

    try:
        with Console(stderr=True).status(f"loading model {settings.model}"):
            from pipeline.run.extractor import Extractor

            return Extractor(settings)
    except ModelNotFoundError as error:
        stop(str(error), USAGE)
