"""The command line answers `--help` about as fast as Python can load what prints it."""

from __future__ import annotations

import resource
import subprocess
import sys

PRINTER = "import typer, rich"


def children(*command: str) -> float:
    """CPU seconds of a new Python process, the best of three."""
    best = float("inf")
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *command], capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


def test_help_costs_little_more_than_the_library_that_prints_it(report):
    bare, asked = children("-c", PRINTER), children("-m", "pipeline.cli", "--help")
    report(f"--help takes {asked / bare:.2f} times `{PRINTER}`")
    assert asked < 4 * bare
