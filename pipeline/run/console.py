"""What the command line prints about a run: a bar on stderr while it goes on, tables on stdout at its end."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from pipeline.run.show.terminal import safe
from pipeline.schema import Failure
from pipeline.store import TABLES
from pipeline.store.tables import DUPLICATES
from pipeline.text import squash

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipeline.run.job import Step
    from pipeline.schema import RunReport, Source

LISTED = 20
"""Failures that the summary lists one by one; all of them stand in failures.parquet."""


_WIDTH = 160
"""Characters of a failure in the summary; the whole detail stands in failures.parquet."""


class _Rate(ProgressColumn):
    """„12.5 articles/s"."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text("- articles/s" if speed is None else f"{speed:.1f} articles/s", style="dim")


class Guesses:
    """„echo.csv: text from 'Treść', url from 'Adres'" on stderr, once for every way in which columns were understood."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._console = Console(stderr=True)

    def __call__(self, name: str, columns: str) -> None:
        """Takes note of one file's columns."""
        if not columns or columns in self._seen or len(self._seen) > LISTED:
            return
        self._seen.add(columns)
        more = "" if len(self._seen) <= LISTED else " … (further ones are not listed)"
        self._console.print(Text(safe(f"{name}: guessed {columns}; --column ROLE=NAME says otherwise{more}")), soft_wrap=True)


class Watcher:
    """Counts a run's failures and keeps the first ones for the summary."""

    def __init__(self, bar: Progress) -> None:
        self._bar = bar
        self._task = bar.add_task("reading", total=None)
        self.failures: list[Failure] = []

    def __call__(self, step: Step) -> None:
        """Takes note of one step."""
        self._bar.advance(self._task)
        if step.failure is not None and len(self.failures) < LISTED:
            self.failures.append(step.failure)

    def counted(self, total: int | None) -> None:
        """From now on pieces are extracted, so many where that is known."""
        self._bar.update(self._task, description="extracting", total=total)


@contextmanager
def watching() -> Iterator[Watcher]:
    """A bar with rate and time left on stderr, where that is a terminal; yields what a run tells of its progress."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        yield Watcher(bar)


def print_summary(report: RunReport, failures: list[Failure], console: Console) -> None:
    """„articles 14, failures 1 …": what a run made of its inputs, and why it could not use the rest."""
    if report.articles:
        console.print(_tables(report.counts))
    console.print(f"{report.sources} read = {report.articles} articles + {report.failures} failures", highlight=False)
    copies = report.counts.get(DUPLICATES, 0)
    if copies:
        console.print(f"copies of other articles: {copies} (table duplicates)", highlight=False)
    if report.undecided:
        named = ", ".join(safe(i) for i in report.undecided)
        console.print(f"decisions about certificates that this run does not have: {named}", highlight=False, soft_wrap=True)
    if failures:
        console.print(_reasons(report.reasons), soft_wrap=True)
        console.print(_failures(failures, report.failures), soft_wrap=True)


def _tables(counts: dict[str, int]) -> Table:
    table = Table(show_edge=False, pad_edge=False)
    table.add_column("table")
    table.add_column("rows", justify="right")
    for name in (t.name for t in TABLES):
        table.add_row(name, str(counts.get(name, 0)))
    return table


def _reasons(reasons: dict[str, int]) -> Text:
    return Text("failures: " + ", ".join(f"{safe(r)} {n}" for r, n in sorted(reasons.items(), key=lambda i: (-i[1], i[0]))))


def _failures(failures: list[Failure], total: int) -> Text:
    lines = ["  " + _one_line(f"{f.source}: {f.stage}: {f.reason}" + (f": {f.detail}" if f.detail else "")) for f in failures]
    if total > len(failures):
        lines.append(f"  {total - len(failures)} more in failures.parquet")
    return Text("\n".join(lines))


def _one_line(text: str) -> str:
    return safe(squash(text) if len(text) <= _WIDTH else f"{squash(text[:_WIDTH])}…")


def print_plan(items: Iterable[Source | Failure], console: Console) -> bool:
    """„prasa.txt  text  windows-1250  2310 characters": what a run would read; returns whether that is anything."""
    readable = 0
    reasons: Counter[str] = Counter()
    for item in items:
        if isinstance(item, Failure):
            reasons[item.reason] += 1
            line = f"{item.source}  -  {item.reason}" + (f": {item.detail}" if item.detail else "")
        else:
            readable += 1
            line = f"{item.source}  {item.media}  {item.encoding} ({item.encoding_reason})  {len(item.content)} characters"
        console.print(Text(safe(line)), soft_wrap=True)
    console.print(f"{readable} to extract, {sum(reasons.values())} that cannot be read; nothing was written", highlight=False)
    if reasons:
        console.print(_reasons(dict(reasons)), soft_wrap=True)
    return readable > 0
