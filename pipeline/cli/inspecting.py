"""„magistrat inspect": one article, its values, and what cleaning dropped."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from pipeline.cli.options import (
    FAILED,
    USAGE,
    Columns,
    Encoding,
    Model,
    Separator,
    SettingsFile,
    columns_of,
    loaded,
    settings_of,
    stop,
)

_PAGE = "Write a page in Polish instead of printing; how names and the place were read is only printed."


def inspect(  # noqa: PLR0917 - typer reads the options from the signature
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A file, with #locator (a.zip#b.jsonl#12, a.warc.gz#@4711) for one of many.")
    ],
    html: Annotated[Path | None, typer.Option("--html", metavar="PATH", help=_PAGE)] = None,
    model: Model = None,
    settings_file: SettingsFile = None,
    columns: Columns = None,
    separator: Separator = None,
    encoding: Encoding = None,
) -> None:
    """Show one article and what was read from it.

    Its values coloured, the facts of its record, how names and the place were read, what cleaning dropped and why.
    """
    from pipeline.run.locate import LocateError, locate

    settings = settings_of(settings_file, model, encoding=encoding, separator=separator, **columns_of(columns))
    try:
        source = locate(file, settings.read)
    except LocateError as error:
        stop(str(error), USAGE)
    from pipeline.schema import Failure

    if isinstance(source, Failure):
        _stop_for(source)
    extractor = loaded(settings)
    article = extractor.article(source)
    if isinstance(article, Failure):
        _stop_for(article)
    record = extractor.record(article)
    if isinstance(record, Failure):
        _stop_for(record)
    if html is None:
        _print(record, article, extractor.mentions(article))
    else:
        _write(record, article, html)


def _stop_for(failure: Any) -> NoReturn:  # noqa: ANN401
    from pipeline.run.show.terminal import safe

    detail = f" ({failure.detail})" if failure.detail else ""
    stop(safe(f"{failure.source}: no record: {failure.stage}: {failure.reason}{detail}"), FAILED)


def _print(record: Any, article: Any, mentions: Any) -> None:  # noqa: ANN401
    from rich.console import Console

    from pipeline.run.show.places import place_story
    from pipeline.run.show.terminal import renderables

    console = Console()
    for part in renderables(record, article, place_story(article, mentions)):
        console.print(part)


def _write(record: Any, article: Any, html: Path) -> None:  # noqa: ANN401
    from pipeline.run.show import show

    try:
        html.parent.mkdir(parents=True, exist_ok=True)
        html.write_text(show(record, article).html, encoding="utf-8")
    except OSError as error:
        stop(f"{html}: cannot write the page: {error.strerror or error}", FAILED)
    typer.echo(f"written to {html}")


COMMANDS = (inspect,)
