"""Mentions -> Record: rows, links between them, certificates."""

from __future__ import annotations

from pipeline.record.assemble import record

__all__ = ["record"]
