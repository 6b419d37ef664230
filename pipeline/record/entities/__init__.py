"""Certificates that articles report -> certificates that exist: one entity, all its sources."""

from __future__ import annotations

from pipeline.record.entities.build import entities
from pipeline.record.entities.decisions import DecisionError, Decisions, read_decisions
from pipeline.record.entities.report import Report, reports_of

__all__ = ["DecisionError", "Decisions", "Report", "entities", "read_decisions", "reports_of"]
