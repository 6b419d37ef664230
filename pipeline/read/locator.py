"""„archiwum.zip#2012/pisma.jsonl#12": where a piece of a dump stands, and how a name is matched against it."""

from __future__ import annotations

from dataclasses import dataclass, replace

MARK = "#"
AT = "@"
"""„#@4711": a byte offset instead of a number"""


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a piece stands; prints as ``Source.source``: „a.warc.gz#17", „a.warc.gz#@4711" where no number is known."""

    path: str
    """relative to the INPUT argument; for a single file its name"""
    member: str | None = None
    """path inside an archive; of an archive in an archive both, with "#" between them"""
    record: int | None = None
    """row, line, element or capture, from 1, where a file holds many"""
    offset: int | None = None
    """bytes from the start of the file, or of the innermost member once unpacked, to the record; None where there is none"""

    def __str__(self) -> str:
        record = self.record if self.record is not None else None if self.offset is None else f"{AT}{self.offset}"
        return MARK.join(str(part) for part in (self.path, self.member, record) if part is not None)

    def inside(self, member: str) -> Locator:
        """„dump.zip" and „a/b.html" -> „dump.zip#a/b.html"."""
        return replace(self, member=member if self.member is None else f"{self.member}{MARK}{member}")

    def at(self, record: int, offset: int | None = None) -> Locator:
        """„pisma.jsonl" and 12 -> „pisma.jsonl#12"."""
        return replace(self, record=record, offset=offset)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The rest of a locator that somebody asked for: the one piece to be read; ``EVERYTHING`` asks for all."""

    rest: str | None = None

    def member(self, name: str) -> Wanted | None:
        """„a.jsonl#12" at the member „a.jsonl" -> „12"; None for a member that may be skipped."""
        if self.rest is None or self.rest == name:
            return EVERYTHING
        head = name + MARK
        return Wanted(self.rest[len(head) :]) if self.rest.startswith(head) else None

    def takes(self, record: int, offset: int | None = None) -> bool:
        """Whether the record with this number or offset is asked for."""
        return self.rest is None or self.rest == str(record) or (offset is not None and self.rest == f"{AT}{offset}")

    @property
    def one(self) -> bool:
        """Whether reading may stop behind the first piece that fits."""
        return self.rest is not None

    @property
    def number(self) -> int | None:
        """„12" -> 12: the record that is asked for by its number."""
        return int(self.rest) if self.rest is not None and self.rest.isascii() and self.rest.isdigit() else None

    @property
    def offset(self) -> int | None:
        """„@4711" -> 4711: the record that is asked for by its offset."""
        digits = self.rest.removeprefix(AT) if self.rest is not None and self.rest.startswith(AT) else ""
        return int(digits) if digits.isascii() and digits.isdigit() else None


EVERYTHING = Wanted()
