"""„LubowoLubowski urząd …", a caption printed twice: lines that only repeat another one."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.clean.furniture.marks import Mark
from pipeline.clean.people import full_name
from pipeline.text import squash

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.clean.furniture.lines import Line

_GLUED_BEFORE = 40
"""characters of place, date or category in front of a repeated headline"""
_LONG_TITLE = 5
"""words; a shorter headline can open a sentence or a subheading of its own"""
_EXTRA_WORDS = 12
"""words of categories and alternative texts behind a repeated headline"""
_NEAR = 3
_SUFFIX = re.compile(r" (?:[|•·»›]|[-–—]{1,2}) .{2,60}$")
"""the site's name behind a headline, as a page's <title> prints it"""


def repeats(page: Sequence[Line], dropped: Mapping[int, Mark], headline: int | None) -> dict[int, Mark]:
    """„Urząd z certyfikatem" for the second time: lines that repeat the headline, and captions printed twice."""
    kept = [i for i, line in enumerate(page) if not line.blank and i not in dropped]
    found: dict[int, Mark] = {}
    if headline is not None:
        title = page[headline]
        found = {
            i: Mark("repeated_title", "repeat.title", "meta") for i in kept if i != headline and _repeats_title(page[i], title)
        }
    kept = [i for i in kept if i != headline and i not in found]
    found |= _paragraphs_twice(page, kept)
    found |= _over_credits(page, kept, dropped)
    for at, i in enumerate(kept):
        for j in kept[at + 1 : at + _NEAR]:
            found |= _caption_twice(page, i, j)
    return found


def _repeats_title(line: Line, title: Line) -> bool:
    if line.key == title.key:
        return line.marker is None or title.marker is not None
    if title.words < 2:
        return False
    if _opens_title(line, title):
        return True
    if line.key.endswith(title.key):
        before = line.text[: len(line.text) - len(title.text)]
        return len(before) <= _GLUED_BEFORE and (not before.endswith(" ") or title.words >= _LONG_TITLE)
    rest = line.text[len(title.text) :]
    if line.key.startswith(title.key) and _SUFFIX.match(rest):
        return True
    behind = line.key.startswith(title.key) and title.words >= _LONG_TITLE and line.ending not in {".", "!", "?", ":"}
    return behind and len(rest.split()) <= _EXTRA_WORDS and not rest[:1].islower()


def _opens_title(line: Line, title: Line) -> bool:
    """„Dni gminy za nami" under „Dni gminy za nami. Tak bawiło się Lubowo": a shortened headline as caption."""
    rest = title.key[len(line.key) :]
    return (
        line.words >= _LONG_TITLE - 1
        and not line.ending
        and title.key.startswith(line.key)
        and rest[:1] in {".", "!", "?", ":", ";"}
    )


def _paragraphs_twice(page: Sequence[Line], kept: Sequence[int]) -> dict[int, Mark]:
    """A lead that stands over the article and opens it again."""
    seen: set[str] = set()
    found: dict[int, Mark] = {}
    for i in kept:
        if page[i].prose and page[i].marker is None:
            if page[i].key in seen:
                found[i] = Mark("repeated_line", "repeat.paragraph", "meta")
            seen.add(page[i].key)
    return found


def _over_credits(page: Sequence[Line], kept: Sequence[int], dropped: Mapping[int, Mark]) -> dict[int, Mark]:
    """„Narada w ratuszu" over „Narada w ratuszu / fot. Jan Kowal": the caption goes with its credit."""
    pairs = pairwise(i for i, line in enumerate(page) if not line.blank)
    credited = {i for i, j in pairs if j in dropped and dropped[j].reason == "caption" and page[j].key.startswith(page[i].key)}
    return {i: Mark("caption", "repeat.caption", "meta") for i in kept if i in credited and not page[i].prose}


def _caption_twice(page: Sequence[Line], i: int, j: int) -> dict[int, Mark]:
    """The same short line twice in a row, the second perhaps with its photographer."""
    first, second = page[i], page[j]
    if first.words < 3 or first.marker is not None or first.prose or not second.key.startswith(first.key):
        return {}
    rest = squash(second.text[len(first.text) :]).strip(" ,.-–/()")
    if not rest:
        return {j: Mark("repeated_line", "repeat.line", "meta")}
    if full_name(rest) or (len(rest.split()) <= 3 and "/" in rest):
        return {k: Mark("caption", "repeat.caption", "meta") for k in (i, j)}
    return {}
