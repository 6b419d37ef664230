"""„4f2a…,91bc…,apart,inny budynek": what a person decided about two certificates, as data that outlives a run."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet
    from pathlib import Path

APART, SAME = "apart", "same"
COLUMNS = ("certificate_id", "other_id", "decision")


class DecisionError(ValueError):
    """The decisions cannot be used; the message names the file and the line."""


@dataclass(frozen=True)
class Decisions:
    """Pairs of certificate ids that are never, or always, one certificate."""

    apart: frozenset[frozenset[str]] = frozenset()
    same: tuple[tuple[str, str], ...] = ()
    named: frozenset[str] = field(default=frozenset())

    @cached_property
    def _others(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for pair in self.apart:
            for one in pair:
                found[one] |= pair - {one}
        return dict(found)

    def forbids(self, certificate: str, others: AbstractSet[str]) -> bool:
        """Whether somebody decided that one of the others is a different certificate; costs what was decided about this one."""
        return not self._others.get(certificate, frozenset()).isdisjoint(others)

    def unknown(self, certificates: Iterable[str]) -> list[str]:
        """Ids of the decisions that no certificate of the run has: typing errors, or articles that were left out."""
        return sorted(self.named - set(certificates))


def read_decisions(path: Path) -> Decisions:
    """A CSV file with the columns certificate_id, other_id, decision (apart or same); further columns are for people.

    Also as Polish spreadsheets save it: parted by semicolons or tabs, the people's columns in windows-1250.

    Raises:
        DecisionError: the file cannot be read, a column or an id is missing, a decision is unknown or contradicts another.
    """
    apart: set[frozenset[str]] = set()
    same: list[tuple[str, str]] = []
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as handle:
            delimiter = _delimiter(handle.readline())
            handle.seek(0)
            rows = csv.DictReader(handle, delimiter=delimiter)
            if missing := [name for name in COLUMNS if name not in (rows.fieldnames or ())]:
                raise DecisionError(f"{path}: no column {', '.join(missing)}")
            for row in rows:
                pair = _pair(row, f"{path}, line {rows.line_num}")
                if row["decision"].strip() == APART:
                    apart.add(frozenset(pair))
                else:
                    same.append(pair)
    except OSError as error:
        raise DecisionError(f"{path}: {error.strerror or error}") from error
    except csv.Error as error:
        raise DecisionError(f"{path}: {error}") from error
    named = frozenset(i for pair in (*apart, *same) for i in pair)
    _check(same, apart, path)
    return Decisions(frozenset(apart), tuple(same), named)


def _delimiter(header: str) -> str:
    """„certificate_id;other_id;decision" -> ";": the mark that a header uses most, a comma where it uses none."""
    return max(",;\t", key=header.count)


def _pair(row: dict[str, str | None], where: str) -> tuple[str, str]:
    first, second, decision = ((row[name] or "").strip() for name in COLUMNS)
    if not first or not second or first == second:
        raise DecisionError(f"{where}: two different certificate ids are needed")
    if decision not in {APART, SAME}:
        raise DecisionError(f"{where}: the decision is {APART} or {SAME}, not {decision!r}")
    return first, second


def _check(same: list[tuple[str, str]], apart: set[frozenset[str]], path: Path) -> None:
    groups = joined(same)
    for pair in sorted(tuple(sorted(p)) for p in apart):
        if any(set(pair) <= group for group in groups):
            raise DecisionError(f"{path}: {' and '.join(pair)} are decided to be the same and apart")


def joined(pairs: Iterable[tuple[str, str]]) -> list[set[str]]:
    """Groups of ids that pairs join, also through others."""
    groups: list[set[str]] = []
    for pair in pairs:
        touched = [g for g in groups if g & set(pair)]
        groups = [g for g in groups if not g & set(pair)] + [set(pair).union(*touched)]
    return groups
