"""An exception inside a stage becomes a failure row: the run goes on, and nobody's folders stand in the dataset."""

from __future__ import annotations

import re

from pipeline.schema import Failure
from pipeline.text import squash

REASON = "error"
"""The reason of every failure that is an exception of ours or of a library, not a finding about the input."""
_LONGEST = 300
_FOLDERS = re.compile(r"(?:[A-Za-z]:)?[/\\](?:[^\s/\\'\"]*[/\\])*")


def describe(error: BaseException) -> str:
    """„OSError: No space left on device": type and message of an exception, on one line, without folders.

    At most 300 characters; file names stay, the folders before them go, since they differ from machine to machine.
    """
    message = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    short = _FOLDERS.sub("", squash(message[: 2 * _LONGEST]))[:_LONGEST].strip()
    return f"{type(error).__name__}: {short}" if short else type(error).__name__


def failure_of(source: str, stage: str, error: BaseException) -> Failure:
    """The failure row for an exception that a stage raised over one source."""
    return Failure(source=source, stage=stage, reason=REASON, detail=describe(error))
