"""„Wręczył go burmistrz Jan Nowak": people who act in a public or audit function."""

from __future__ import annotations

from pipeline.annotate.officials.component import Officials

__all__ = ["Officials"]
