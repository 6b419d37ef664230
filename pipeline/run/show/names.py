"""„Jana Sitki" -> Jan Sitko, rather than Jan Sitka: which readings of each printed name were weighed, for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipeline.text import squash
from pipeline.values.name.weighed import weigh

if TYPE_CHECKING:
    from pipeline.schema import Record
    from pipeline.values.name import Kind
    from pipeline.values.name.weighed import Weighed

_KINDS: dict[str, Kind] = {"officials": "person", "organizations": "organization"}
_SHOWN = 3
"""readings of one name"""


class Names(NamedTuple):
    """„Jana Sitki" as "Jan Sitko" with its rivals: a printed name, the nominative in the record, the readings weighed."""

    printed: str
    chosen: str
    readings: tuple[Weighed, ...]


def names_of(record: Record) -> list[Names]:
    """„Jana Sitki", „Urzędowi Gminy": every person's and organization's name that is not printed as the record has it.

    The names are weighed again without the text around them: where the sentence decided otherwise, the record's nominative
    is not the first of the readings.
    """
    found: dict[tuple[str, str], Names] = {}
    for field, kind in _KINDS.items():
        for mention in getattr(record, field):
            printed = squash(mention.text)
            if printed != mention.name and (printed, mention.name) not in found:
                found[printed, mention.name] = Names(printed, mention.name, weigh(printed, kind)[:_SHOWN])
    return list(found.values())


def told(reading: Weighed) -> str:
    """„Jan Sitko 20.6 (gen, m: Jan 10, Sitko 10)": a reading with its score, case, gender and what spoke for it."""
    marks = ", ".join(mark for mark in (reading.case, reading.gender) if mark)
    why = ", ".join(reading.why)
    return f"{reading.name} {reading.score:.1f} ({': '.join(part for part in (marks, why) if part)})"
