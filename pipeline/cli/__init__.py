"""The command „magistrat": thin; whatever is heavy is imported inside the command that needs it."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.cli import evaluating, extracting, inspecting, telling

app = typer.Typer(
    name="magistrat",
    help="Turns dumps of Polish municipal news into a dataset of certifications.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def _root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.", is_eager=True)] = False,
) -> None:
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"magistrat {installed('magistrat')}")
        raise typer.Exit


for module in (extracting, inspecting, evaluating, telling):
    for command in module.COMMANDS:
        app.command()(command)


def main() -> None:
    """Entry point of „magistrat"."""
    app()
