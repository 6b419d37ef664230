"""„+|Urząd z certyfikatem", „-|Drukuj": plain-text dumps whose lines are labelled, and how well a cleaner tells them apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from pipeline.evaluate.markup import MarkupError
from pipeline.evaluate.score import Count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

SUFFIX = ".dump"
_WORD = re.compile(r"\w+")
_KEEP, _DROP = "+|", "-|"


@dataclass(frozen=True, slots=True)
class LabelledDump:
    """A dump and its labels."""

    name: str
    lines: list[str]
    kept: list[bool]
    """whether each line belongs to the article"""

    @property
    def content(self) -> str:
        """The dump as scraped."""
        return "\n".join(self.lines) + "\n"


def read_dump(path: Path) -> LabelledDump:
    """„+|Urząd z certyfikatem" is kept, „-|Drukuj" is furniture.

    Raises:
        MarkupError: a line has no label; the message names file and line.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if line[:2] not in {_KEEP, _DROP}:
            raise MarkupError(f"{path.name}, line {number}: neither {_KEEP} nor {_DROP}")
    return LabelledDump(path.stem, [line[2:] for line in lines], [line.startswith(_KEEP) for line in lines])


def load_dumps(folder: Path) -> list[LabelledDump]:
    """Every labelled dump of a folder, by name.

    Raises:
        MarkupError: a file has an unlabelled line, or the folder holds none.
    """
    paths = sorted(folder.glob(f"*{SUFFIX}"))
    if not paths:
        raise MarkupError(f"no *{SUFFIX} in {folder}")
    return [read_dump(path) for path in paths]


def score_dumps(dumps: Iterable[LabelledDump], dropped: Callable[[str], set[int]]) -> dict[str, Count]:
    """Kept lines weighted by their words („text"), and lines of furniture („furniture", where finding one is right).

    Args:
        dumps: what to measure on.
        dropped: the cleaner: a dump's content -> numbers of the lines that it drops, from 1.
    """
    text, furniture = Count(), Count()
    for dump in dumps:
        gone = dropped(dump.content)
        kept = {number for number in range(1, len(dump.lines) + 1) if number not in gone}
        wrong = [
            (number, line)
            for number, (line, keep) in enumerate(zip(dump.lines, dump.kept, strict=True), 1)
            if keep is not (number in kept)
        ]
        for number, (line, keep) in enumerate(zip(dump.lines, dump.kept, strict=True), 1):
            _count(text, len(_WORD.findall(line)), gold=keep, given=number in kept)
            _count(furniture, 1, gold=not keep, given=number not in kept)
        if wrong:
            lost = [line for number, line in wrong if dump.kept[number - 1]]
            let_in = [line for number, line in wrong if not dump.kept[number - 1]]
            text.errors.append((dump.name, lost, let_in))
    return {"text": text, "furniture": furniture}


def _count(count: Count, weight: int, *, gold: bool, given: bool) -> None:
    if gold and given:
        count.tp += weight
    elif given:
        count.fp += weight
    elif gold:
        count.fn += weight


def dumps_hash(folder: Path) -> str:
    """16 hexadecimal digits over a folder's dumps; pinned with the floors."""
    digest = blake2b(digest_size=8)
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
