"""„magistrat models", „magistrat schema": what there is."""

from __future__ import annotations

import typer


def models() -> None:
    """List the statistical models and which one is taken."""
    from pipeline.annotate.load import available_models, described
    from pipeline.values import morph

    there = available_models()
    auto = next((name for name, found in there.items() if found), "none")
    for name, found in there.items():
        typer.echo(f"{'*' if name == auto else ' '} {name:<16} {described(name) if found else 'not here'}")
    typer.echo(f"{'*' if auto == 'none' else ' '} {'none':<16} available")
    typer.echo(f"  {'Morfeusz 2':<16} {'available' if morph.available() else 'not here'}")
    typer.echo("\n* is what --model auto takes; none runs on spaCy's blank Polish, Morfeusz, the rules and their classifiers.")
    typer.echo("pl_core_news_sm is installed with: python -m spacy download pl_core_news_sm")
    typer.echo("What a model gives and costs: docs/models.md")


def schema() -> None:
    """Print what every table and column means, as Markdown."""
    from pipeline.store.docs import markdown

    typer.echo(markdown(), nl=False)


COMMANDS = (models, schema)
