"""The harness tells linear from quadratic work, so that a benchmark can fail."""

from __future__ import annotations

import re

import pytest


def linear(text: str) -> int:
    return sum(map(ord, text))


def quadratic(text: str) -> int:
    return len(re.findall(r"a*b", text))


def test_linear_work_passes(is_linear):
    is_linear(linear, "ab")


def test_quadratic_work_fails(is_linear):
    with pytest.raises(AssertionError, match="times the time"):
        is_linear(quadratic, "a", start=2_000)


def test_memory_is_counted(memory):
    assert memory(bytes, 1_000_000) >= 1_000_000
