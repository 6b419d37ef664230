"""„Drukuj" between „… urzędu." and „Facebook": a line's shape, its place on the page and its neighbours as numbers."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np

from pipeline.clean.furniture.sections import opener

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from pipeline.clean.furniture.lines import Line

    Rows = npt.NDArray[np.float64]

_TIME = re.compile(r"\b\d{1,2}[:.]\d{2}\b")
_DATE = re.compile(
    r"\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}\b|\b(?:19|20)\d{2}-\d{2}-\d{2}\b|\b\d{1,2} [a-z]{3,12} (?:19|20)\d{2}\b"
)
_ADDRESS = re.compile(r"@|www\.|https?:|\.pl\b|\b\d{2,3}[ -]\d{2,3}[ -]\d{2}(?:[ -]\d{2})?\b|\b\d{2}-\d{3} [a-z]")
_LINKED = re.compile(r"[|»«›‹→←•·]|>>|<<|\[|\]| / ")
_ENDINGS = {"": 0, ".": 1, "!": 2, "?": 2, ":": 3, ",": 4, ";": 4}
_STEM = re.compile(r"[a-z]{4,}")
_STEM_LETTERS = 5
_SECTIONS = ("comments", "related", "form", "calendar", "footer", "ad")
_WINDOWS = (2, 5, 12)
_FAR = 60
"""lines; further away is far"""
OWN = (
    "chars", "words", "word_length", "lower_start", "capitals", "title_case", "digits", "separators", "commas", "ending", "cut",
    "marker", "dash", "quote", "stopwords", "prose", "date", "time", "address", "blank_above", "blank_below", "copies",
    "affinity", "characters",
)  # fmt: skip
NEAR = ("words", "characters", "prose", "ending", "stopwords", "date")
"""what is also asked of the two lines above and below"""
_COLUMN = {name: at for at, name in enumerate(OWN)}


@lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    """„w", „oraz", „który": the words of ``words.toml``."""
    text = (resources.files("pipeline.clean.plain.linemodel") / "words.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["function_words"])


def names() -> list[str]:
    """Names of the columns of ``table``, in order."""
    found = list(OWN)
    found += [f"{name}{offset:+d}" for offset in (-2, -1, 1, 2) for name in NEAR]
    found += [f"{name}~{width}" for width in _WINDOWS for name in ("prose_words", "characters", "short")]
    found += ["position", "lines", "prose_before", "prose_after", "from_prose", "to_prose", "core_start", "core_end", "run"]
    return [*found, *(f"since_{name}" for name in _SECTIONS)]


def table(lines: Sequence[Line], characters: Rows, blanks: Sequence[tuple[bool, bool]]) -> Rows:
    """„Drukuj", „Facebook": one row of numbers for each filled line of a page.

    Args:
        lines: the filled lines.
        characters: log-odds of each line by its characters.
        blanks: whether an empty line stands above and below each.
    """
    own = _own(lines, characters, blanks)
    return np.hstack([own, _near(own), _windows(own), _place(own), _sections(lines)])


def _own(lines: Sequence[Line], characters: Rows, blanks: Sequence[tuple[bool, bool]]) -> Rows:
    copies: dict[str, int] = {}
    for line in lines:
        copies[line.key] = copies.get(line.key, 0) + 1
    stems = [{word[:_STEM_LETTERS] for word in _STEM.findall(line.key)} for line in lines]
    affinity = _affinity(lines, stems)
    own = np.array([_shape(line) for line in lines], dtype=np.float64).reshape(len(lines), len(OWN) - 5)
    rest = [[*blank, min(copies[line.key], 5), near] for line, blank, near in zip(lines, blanks, affinity, strict=True)]
    return np.hstack([own, np.array(rest, dtype=np.float64).reshape(len(lines), 4), characters[:, None]])


def _shape(line: Line) -> tuple[float, ...]:
    text, key = line.text, line.key[:400]
    tokens = text.split()[:120]
    count = max(1, len(tokens))
    letters = [token for token in tokens if token[0].isalpha()]
    return (
        min(len(text), 1000),
        min(line.words, 150),
        len(text) / count,
        text[0].islower(),
        sum(token.isupper() and len(token) > 1 for token in letters) / count,
        sum(token[0].isupper() for token in letters) / count,
        sum(map(str.isdigit, key)) / max(1, len(key)),
        len(_LINKED.findall(key)) / count,
        key.count(",") / count,
        _ENDINGS.get(line.ending, 5),
        text.endswith(("...", "…", "[…]", "[...]")),
        line.marker is not None,
        text[0] in "-–—",
        text[0] in '„"”“',
        sum(token.lower().strip(",.") in function_words() for token in tokens) / count,
        line.prose,
        _DATE.search(key) is not None,
        _TIME.search(key) is not None,
        _ADDRESS.search(key) is not None,
    )


def _affinity(lines: Sequence[Line], stems: Sequence[set[str]]) -> list[float]:
    """Share of a line's stems that the page's running text has elsewhere: headings tell of what their article tells."""
    counts: dict[str, int] = {}
    for line, own in zip(lines, stems, strict=True):
        if line.prose:
            for stem in own:
                counts[stem] = counts.get(stem, 0) + 1
    return [
        sum(counts.get(stem, 0) > line.prose for stem in own) / len(own) if own else 0.0
        for line, own in zip(lines, stems, strict=True)
    ]


def _near(own: Rows) -> Rows:
    columns = own[:, [_COLUMN[name] for name in NEAR]]
    padded = np.pad(columns, ((2, 2), (0, 0)), constant_values=-1)
    return np.hstack([padded[2 + offset : 2 + offset + len(own)] for offset in (-2, -1, 1, 2)])


def _windows(own: Rows) -> Rows:
    """Running text, characters' log-odds and short lines on average over windows around each line."""
    prose = own[:, _COLUMN["prose"]]
    columns = np.column_stack([prose * np.minimum(own[:, _COLUMN["words"]], 60), own[:, _COLUMN["characters"]], 1 - prose])
    sums = np.vstack([np.zeros(3), np.cumsum(columns, axis=0)])
    at = np.arange(len(own))
    found = []
    for width in _WINDOWS:
        low, high = np.maximum(at - width, 0), np.minimum(at + width + 1, len(own))
        found.append((sums[high] - sums[low]) / (high - low)[:, None])
    return np.hstack(found)


def _place(own: Rows) -> Rows:
    count = len(own)
    at = np.arange(count)
    prose = own[:, _COLUMN["prose"]] > 0
    words = np.where(prose, np.minimum(own[:, _COLUMN["words"]], 60), 0)
    before = np.cumsum(words) - words
    total = max(1.0, float(words.sum()))
    above = np.maximum.accumulate(np.where(prose, at, -_FAR))
    below = np.minimum.accumulate(np.where(prose, at, count + _FAR)[::-1])[::-1]
    start, end = _core(words)
    run = np.where(prose, 0, below - above - 1)
    return np.column_stack([
        at / max(1, count - 1), np.full(count, min(count, 400)), before / total, (words.sum() - before - words) / total,
        np.minimum(at - above, _FAR), np.minimum(below - at, _FAR), np.clip(at - start, -_FAR, _FAR),
        np.clip(end - at, -_FAR, _FAR), np.minimum(run, _FAR),
    ])  # fmt: skip


def _core(words: Rows) -> tuple[int, int]:
    """First and last line of the stretch with most running text and fewest other lines (see ``furniture.zones.core``)."""
    best, total, start, found = 0.0, 0.0, 0, (0, max(0, len(words) - 1))
    for i, points in enumerate(np.where(words > 0, words, -4.0).tolist()):
        if total <= 0:
            total, start = 0.0, i
        total += points
        if total > best:
            best, found = total, (start, i)
    return found


def _sections(lines: Sequence[Line]) -> Rows:
    """Lines since „Komentarze", „Zobacz także", …: far where none stands above."""
    found = np.full((len(lines), len(_SECTIONS)), float(_FAR))
    last: dict[str, int] = {}
    for i, line in enumerate(lines):
        opened = opener(line)
        if opened is not None and opened.reason in _SECTIONS:
            last[opened.reason] = i
        for column, name in enumerate(_SECTIONS):
            if name in last:
                found[i, column] = min(i - last[name], _FAR - 1)
    return found
