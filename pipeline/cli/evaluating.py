"""„magistrat evaluate": our extraction beside gold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.cli.options import FAILED, USAGE, Model, SettingsFile, settings_of, stop


def evaluate(  # noqa: PLR0917 - typer reads the options from the signature
    gold: Annotated[
        Path,
        typer.Argument(metavar="GOLD", help="Folder of .gold.txt articles or .entities.toml stories, or file of passages."),
    ],
    raw: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Articles of the gold.", show_default="raw beside GOLD")
    ] = None,
    errors: Annotated[str | None, typer.Option(metavar="FIELD", help="Print what was wrong in this field.")] = None,
    floors: Annotated[Path | None, typer.Option(metavar="FILE", help="Pinned floors to hold the scores against.")] = None,
    pin: Annotated[bool, typer.Option("--pin", help="Write the scores to --floors; raises them, never lowers them.")] = False,
    reason: Annotated[str | None, typer.Option(metavar="TEXT", help="Why --pin may lower a floor; kept in the file.")] = None,
    model: Model = None,
    settings_file: SettingsFile = None,
) -> None:
    """Score our extraction against gold.

    Precision, recall and F1 of every field and of certificates; of stories, how certificates are gathered across articles.

    Exit status: 0, 1 when a floor does not hold or cannot be pinned, 2 for wrong usage.
    """
    from rich.console import Console

    from pipeline.annotate.load import ModelNotFoundError
    from pipeline.evaluate import MarkupError
    from pipeline.run.evaluating import EvaluationError, measure, pin_floors
    from pipeline.run.scoreboard import print_errors, print_scores, print_sunk

    if pin and floors is None:
        stop("--pin needs --floors FILE", USAGE)
    try:
        counts, digest = measure(gold, raw, settings_of(settings_file, model))
        console = Console()
        print_scores(counts, console)
        if errors is not None:
            print_errors(_field(counts, errors), console)
        if floors is not None and pin:
            pin_floors(floors, counts, digest, reason)
        elif floors is not None and not print_sunk(counts, floors, digest, console):
            raise typer.Exit(FAILED)
    except EvaluationError as error:
        stop(str(error), FAILED)
    except (MarkupError, ModelNotFoundError, OSError) as error:
        stop(str(error), USAGE)


def _field(counts: dict[str, Any], name: str) -> Any:  # noqa: ANN401
    if name not in counts:
        stop(f"no field {name!r}; there are {', '.join(counts)}", USAGE)
    return counts[name]


COMMANDS = (evaluate,)
