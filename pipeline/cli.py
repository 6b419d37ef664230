"""The command „magistrat": thin; whatever is heavy is imported inside the command that needs it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

if TYPE_CHECKING:
    from pipeline.settings import Settings

app = typer.Typer(
    name="magistrat",
    help="Turns dumps of Polish municipal news into a dataset of certifications.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

USAGE, FAILED, INTERRUPTED = 2, 1, 130
"""Exit statuses besides 0; 130 is what shells expect after Ctrl-C."""

Model = Annotated[
    str | None, typer.Option(help="Statistical model: auto, shipped, pl_core_news_sm, none or a path.", show_default="auto")
]
SettingsFile = Annotated[Path | None, typer.Option("--settings", metavar="FILE", help="TOML file with settings.")]
Encoding = Annotated[str | None, typer.Option(help="Encoding of every input, where you know better than our detection.")]


def _column(what: str) -> Any:  # noqa: ANN401
    return typer.Option(metavar="NAME", help=f"Column or field that holds the {what}.", show_default="guessed")


def _stop(message: str, status: int) -> NoReturn:
    typer.echo(f"magistrat: {message}", err=True)
    raise typer.Exit(status)


def _settings(file: Path | None, model: str | None, **read: str | None) -> Settings:
    """The settings file's values, overruled by options."""
    import codecs
    from dataclasses import replace

    from pipeline.settings import SettingsError, load_settings

    try:
        settings = load_settings(file)
    except SettingsError as error:
        _stop(str(error), USAGE)
    given: dict[str, Any] = {key: value for key, value in read.items() if value is not None}
    settings = replace(settings, model=model or settings.model, read=replace(settings.read, **given))
    try:
        codecs.lookup(settings.read.encoding or "utf-8")
    except LookupError:
        _stop(f"unknown encoding {settings.read.encoding!r}", USAGE)
    return settings


def _extractor(settings: Settings) -> Any:  # noqa: ANN401
    """The loaded pipeline; says what is happening, since that takes seconds."""
    from rich.console import Console

    from pipeline.annotate.load import ModelNotFoundError

    try:
        with Console(stderr=True).status(f"loading model {settings.model}"):
            from pipeline.run.extractor import Extractor

            return Extractor(settings)
    except ModelNotFoundError as error:
        _stop(str(error), USAGE)


@app.callback(invoke_without_command=True)
def _root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.", is_eager=True)] = False,
) -> None:
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"magistrat {installed('magistrat')}")
        raise typer.Exit


@app.command()
def extract(  # noqa: PLR0917 - typer reads the options from the signature
    inputs: Annotated[list[Path], typer.Argument(metavar="INPUT...", help="Files and folders of .txt, .html, .jsonl, .csv.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Folder for the results.")] = Path("data/processed"),
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Read at most N articles.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be read; extract and write nothing.")] = False,
    model: Model = None,
    settings_file: SettingsFile = None,
    text_column: Annotated[str | None, _column("text")] = None,
    html_column: Annotated[str | None, _column("HTML")] = None,
    url_column: Annotated[str | None, _column("address")] = None,
    title_column: Annotated[str | None, _column("title")] = None,
    date_column: Annotated[str | None, _column("publication date")] = None,
    encoding: Encoding = None,
) -> None:
    """Extract records from articles; writes records.jsonl, a Parquet file a table and magistrat.sqlite to DIR.

    Exit status: 0 when something was extracted, 1 when nothing could be, 2 for wrong usage.
    """
    settings = _settings(
        settings_file,
        model,
        text_column=text_column,
        html_column=html_column,
        url_column=url_column,
        title_column=title_column,
        date_column=date_column,
        encoding=encoding,
    )
    if out.exists() and not out.is_dir():
        _stop(f"{out} is not a folder", USAGE)
    if dry_run:
        _plan(inputs, out, settings, limit)
    _run(inputs, out, settings, limit)


def _plan(inputs: list[Path], out: Path, settings: Settings, limit: int | None) -> NoReturn:
    from itertools import islice

    from rich.console import Console

    from pipeline.run.console import print_plan
    from pipeline.run.stream import sources

    found = islice(sources(inputs, settings.read, out), limit)
    raise typer.Exit(0 if print_plan(found, Console()) else FAILED)


def _run(inputs: list[Path], out: Path, settings: Settings, limit: int | None) -> None:
    from rich.console import Console

    from pipeline.run.console import print_summary, watching
    from pipeline.run.job import count, run

    _exit_on_sigterm()
    try:
        extractor = _extractor(settings)
        total = count(inputs, out, settings, limit) if sys.stderr.isatty() else None
        with watching(total) as watcher:
            report = run(inputs, out, settings, limit=limit, progress=watcher, extractor=extractor)
    except OSError as error:
        _stop(f"{out}: cannot write the results: {error.strerror or error}", FAILED)
    except KeyboardInterrupt:
        _stop("interrupted; files of an earlier run are as they were", INTERRUPTED)
    print_summary(report, watcher.failures, Console())
    if not report.articles:
        _stop("nothing could be extracted", FAILED)
    typer.echo(f"written to {out}")


def _exit_on_sigterm() -> None:
    """A polite kill leaves through the ``with`` blocks, as Ctrl-C does, so that temporary files go."""
    import signal

    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))


@app.command()
def inspect(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file, with #locator for one article of many.")],
    html: Annotated[Path | None, typer.Option("--html", metavar="PATH", help="Write a page instead of printing.")] = None,
    model: Model = None,
    settings_file: SettingsFile = None,
    encoding: Encoding = None,
) -> None:
    """Show one article: its values coloured, what cleaning dropped and why, the facts of its record."""
    from pipeline.run.locate import LocateError, locate

    settings = _settings(settings_file, model, encoding=encoding)
    try:
        source = locate(file, settings.read)
    except LocateError as error:
        _stop(str(error), USAGE)
    from pipeline.schema import Failure

    if isinstance(source, Failure):
        _stop_for(source)
    extractor = _extractor(settings)
    article = extractor.article(source)
    if isinstance(article, Failure):
        _stop_for(article)
    record = extractor.record(article)
    if isinstance(record, Failure):
        _stop_for(record)
    _present(record, article, html)


def _stop_for(failure: Any) -> NoReturn:  # noqa: ANN401
    from pipeline.run.show.terminal import safe

    detail = f" ({failure.detail})" if failure.detail else ""
    _stop(safe(f"{failure.source}: no record: {failure.stage}: {failure.reason}{detail}"), FAILED)


def _present(record: Any, article: Any, html: Path | None) -> None:  # noqa: ANN401
    if html is None:
        from rich.console import Console

        from pipeline.run.show.terminal import renderables

        console = Console()
        for part in renderables(record, article):
            console.print(part)
        return
    from pipeline.run.show import show

    try:
        html.parent.mkdir(parents=True, exist_ok=True)
        html.write_text(show(record, article).html, encoding="utf-8")
    except OSError as error:
        _stop(f"{html}: cannot write the page: {error.strerror or error}", FAILED)
    typer.echo(f"written to {html}")


@app.command()
def models() -> None:
    """List the statistical models: which are there, which one `auto` takes, how to get one."""
    from pipeline.annotate.load import available_models
    from pipeline.values import morph

    there = available_models()
    auto = next((name for name, found in there.items() if found), "none")
    for name, found in {**there, "none": True}.items():
        mark = "*" if name == auto else " "
        typer.echo(f"{mark} {name:<16} {'available' if found else 'not here'}")
    typer.echo(f"  {'Morfeusz 2':<16} {'available' if morph.available() else 'not here'}")
    typer.echo("\n* is what --model auto takes; none runs on spaCy's blank Polish, Morfeusz and the rules alone.")
    typer.echo("pl_core_news_sm is installed with: python -m spacy download pl_core_news_sm")


@app.command()
def schema() -> None:
    """Print the documentation of tables and columns, as Markdown."""
    from pipeline.store.docs import markdown

    typer.echo(markdown(), nl=False)


def main() -> None:
    """Entry point of „magistrat"."""
    app()


if __name__ == "__main__":
    main()
