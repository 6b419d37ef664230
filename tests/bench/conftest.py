"""The measuring of every benchmark: CPU time, the best of several, as a ratio within one run."""

from __future__ import annotations

import sys
import time
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
LINEAR = 2.8
"""What doubling an input may cost: linear work costs 2, quadratic 4; between them stands the noise of a busy machine."""
SMALLEST = 0.02
"""Seconds that the smaller input must take, so that the clock's grain and constant costs do not hide what grows."""
LARGEST = 1_000_000
"""Characters at which the smaller input stops growing: what takes no time then is linear enough."""
ATTEMPTS = 3


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a benchmark, whether its author remembered the marker or not."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.bench)


def seconds(work: Callable[[Any], object], given: object, times: int = 3) -> float:
    """CPU seconds of one call, the best of ``times``."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work(given)
        best = min(best, time.process_time() - start)
    return best


def doubling(
    work: Callable[[Any], object], unit: str, start: int = 8_000, largest: int = LARGEST, prepare: Callable[[str], Any] = str
) -> float:
    """How many times longer ``work`` takes when „unit unit unit …" gets twice as long; the best of some attempts.

    It is measured over two doublings, which halves the noise: the root of the ratio of 4 n to n.

    Args:
        work: what is measured.
        unit: the hostile piece that the input repeats.
        start: characters to begin with; the input grows until it takes ``SMALLEST`` seconds.
        largest: characters at which it stops growing.
        prepare: makes the input from the text, outside the clock.
    """

    def given(size: int) -> Any:
        return prepare(unit * (size // len(unit) + 1))

    size = start
    work(given(size))  # caches and lexicons are read before the clock starts
    while size < largest and seconds(work, given(size), 1) < SMALLEST:
        size *= 2
    small, large = given(size), given(4 * size)
    ratio = float("inf")
    for _ in range(ATTEMPTS):
        ratio = min(ratio, (seconds(work, large) / max(seconds(work, small), SMALLEST / 10)) ** 0.5)
        if ratio < LINEAR:
            break
    return ratio


def peak(work: Callable[[Any], object], given: object) -> int:
    """Bytes of Python objects that one call held at most, over what was there before."""
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    work(given)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most - before


@pytest.fixture
def is_linear() -> Callable[..., None]:
    """Asserts that doubling an input about doubles the time."""

    def check(work: Callable[[Any], object], unit: str, **how: Any) -> None:
        ratio = doubling(work, unit, **how)
        assert ratio < LINEAR, f"twice the input takes {ratio:.1f} times the time"

    return check


@pytest.fixture
def cpu() -> Callable[..., float]:
    """``seconds`` as a fixture, since tests do not import one another."""
    return seconds


@pytest.fixture
def memory() -> Callable[..., int]:
    """``peak`` as a fixture."""
    return peak


@pytest.fixture
def report(capfd: pytest.CaptureFixture[str]) -> Callable[[str], None]:
    """Prints a figure past pytest's capture."""

    def say(line: str) -> None:
        with capfd.disabled():
            sys.stdout.write(f"\n  {line}")

    return say
