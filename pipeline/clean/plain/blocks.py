"""„1) sprawna obsługa,": kept lines as blocks with their kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clean.draft import DraftBlock
from pipeline.clean.furniture.lines import marker_of, read_line
from pipeline.clean.people import full_name, is_office
from pipeline.text import DASHES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.clean.boilerplate import Verdict
    from pipeline.clean.plain.wrap import Unit
    from pipeline.schema import BlockKind

_HEADING_WORDS = 16


def build_blocks(units: Sequence[Unit], verdicts: Sequence[Verdict]) -> list[DraftBlock]:
    """„-", „Data publikacji: …" -> one item with the marker "-": the kept lines in order, lone markers with their items."""
    kept = [i for i, verdict in enumerate(verdicts) if verdict.keep]
    blocks: list[DraftBlock] = []
    waiting: str | None = None
    for at, i in enumerate(kept):
        text = units[i].text
        marker = marker_of(text)
        if marker is not None and marker == text.strip():
            waiting = marker
            continue
        if verdicts[i].rule == "headline":
            block = DraftBlock("title", text)
        elif waiting is not None and marker is None:
            block = DraftBlock("item", text, waiting)
        else:
            block = _block(units, kept, at, marker)
        block.line = units[i].line
        blocks.append(block)
        waiting = None
    return blocks


def _block(units: Sequence[Unit], kept: Sequence[int], at: int, marker: str | None) -> DraftBlock:
    text = units[kept[at]].text
    if marker is not None and (marker[0] not in DASHES or _dashes_around(units, kept, at)):
        return DraftBlock("item", text[len(marker) :].strip(), marker)
    return DraftBlock(_kind(units, kept, at), text)


def _dashes_around(units: Sequence[Unit], kept: Sequence[int], at: int) -> bool:
    """A dash opens an item beside other items or below a lead; alone it opens somebody's words."""
    above = units[kept[at - 1]].text if at else ""
    below = units[kept[at + 1]].text if at + 1 < len(kept) else ""
    return above.endswith((":", ",", ";")) or any((marker_of(line) or " ")[0] in DASHES for line in (above, below))


def _kind(units: Sequence[Unit], kept: Sequence[int], at: int) -> BlockKind:
    text = units[kept[at]].text
    line = read_line(text)
    if text[0] in DASHES + "„":
        return "quote" if text[0] in DASHES else "paragraph"
    if full_name(text) or (is_office(text) and at + 2 >= len(kept) and line.words <= _HEADING_WORDS and not line.prose):
        return "signature"
    heading = not line.prose and 0 < line.words <= _HEADING_WORDS and line.ending in {"", "?", "!"} and at + 1 < len(kept)
    return "heading" if heading and not text[0].islower() else "paragraph"
