"""„magistrat extract": the main job."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from pipeline.cli.options import (
    FAILED,
    INTERRUPTED,
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

if TYPE_CHECKING:
    from pipeline.settings import Settings

_INPUT = (
    "Files and folders of .html, .txt, .jsonl, .json, .csv, .tsv, .parquet, .warc, also inside .gz .bz2 .xz .zst .zip .tar; "
    "an index.csv beside articles says their url, title and date."
)


def extract(  # noqa: PLR0917 - typer reads the options from the signature
    inputs: Annotated[list[Path], typer.Argument(metavar="INPUT", help=_INPUT)],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Folder for the results.")] = Path("data/processed"),
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Read at most N articles.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be read; extract and write nothing.")] = False,
    model: Model = None,
    settings_file: SettingsFile = None,
    columns: Columns = None,
    separator: Separator = None,
    encoding: Encoding = None,
    decisions: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="CSV of certificates that are the same, or apart, whatever the rules say."),
    ] = None,
) -> None:
    """Extract records from articles into tables.

    Writes records.jsonl, a Parquet file a table and magistrat.sqlite to DIR. Certificates that several articles report become
    one row of certificate_entities; --decisions undoes a wrong merge or makes a missed one.

    Exit status: 0 when something was extracted, 1 when nothing could be, 2 for wrong usage.
    """
    settings = settings_of(settings_file, model, encoding=encoding, separator=separator, **columns_of(columns))
    if out.exists() and not out.is_dir():
        stop(f"{out} is not a folder", USAGE)
    if dry_run:
        _plan(inputs, out, settings, limit)
    _run(inputs, out, settings, limit, decisions)


def _plan(inputs: list[Path], out: Path, settings: Settings, limit: int | None) -> NoReturn:
    from itertools import islice

    from rich.console import Console

    from pipeline.run.console import Guesses, print_plan
    from pipeline.run.stream import sources

    found = islice(sources(inputs, settings.read, out, Guesses()), limit)
    raise typer.Exit(0 if print_plan(found, Console()) else FAILED)


def _run(inputs: list[Path], out: Path, settings: Settings, limit: int | None, decided: Path | None) -> None:
    from rich.console import Console

    from pipeline.record.entities import DecisionError, Decisions, read_decisions
    from pipeline.run.console import Guesses, print_summary, watching
    from pipeline.run.job import run

    _exit_on_sigterm()
    earlier = "the files of an earlier run are as they were" if (out / "records.jsonl").exists() else ""
    try:
        decisions = read_decisions(decided) if decided is not None else Decisions()
    except DecisionError as error:
        stop(str(error), USAGE)
    try:
        extractor = loaded(settings)
        with watching() as watcher:
            report = run(
                inputs,
                out,
                settings,
                limit=limit,
                progress=watcher,
                extractor=extractor,
                tell=Guesses(),
                decisions=decisions,
                counted=watcher.counted,
            )
    except OSError as error:
        stop(f"{out}: cannot write the results: {error.strerror or error}", FAILED)
    except KeyboardInterrupt:
        stop(f"interrupted; {earlier or 'nothing was written'}", INTERRUPTED)
    print_summary(report, watcher.failures, Console())
    if not report.articles:
        stop(f"nothing could be extracted; {earlier or f'{out} holds empty tables and the failures'}", FAILED)
    typer.echo(f"written to {out}")


def _exit_on_sigterm() -> None:
    """A polite kill leaves through the ``with`` blocks, as Ctrl-C does, so that temporary files go."""
    import signal

    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))


COMMANDS = (extract,)
