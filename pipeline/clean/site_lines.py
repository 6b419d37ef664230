"""„Czytaj Kuriera codziennie" on page after page: lines that a site repeats around its articles.

A first pass over a dump keeps, for every site, the lines of a small sample of its pages; cleaning asks it on how many other
pages of the sample a line stands. The sample holds the pages whose contents have the smallest hashes ("bottom-k sketch", Cohen
and Kaplan 2007, "Summarizing data using bottom-k sketches"): it is the same in any order of pages, samples of shards can be
merged, equal pages count once, and memory grows with the number of sites, not of pages.
"""

from __future__ import annotations

from array import array
from collections import Counter
from hashlib import blake2b
from heapq import heappush, heappushpop
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pipeline.clean.characters import tidy_line, unify_breaks
from pipeline.text import fold, squash

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.schema import Source

PAGES = 32
"""pages of a site that are kept; a line of its frame stands on most of them"""
OTHERS, SHARE = 4, 0.5
"""other pages of the sample, and their share, on which a line of the site's frame stands at least"""
_LINES = 2000
"""of a page; what comes behind is not sampled"""


class SiteLines:
    """„Gazeta Lipowska – codziennie rano" on 30 of 32 pages: a sample of every site's pages, as hashes of their lines."""

    def __init__(self) -> None:
        self._samples: dict[str, list[tuple[int, array[int]]]] = {}
        self._counts: dict[str, Counter[int]] = {}

    def add(self, source: Source) -> None:
        """Takes one page into account; pages of unknown sites and HTML, whose markup tells more, are passed over."""
        site = site_of(source)
        if site is None or source.media != "text":
            return
        rank = -_hash(source.content)
        sample = self._samples.setdefault(site, [])
        if len(sample) == PAGES and rank <= sample[0][0]:
            return
        self._keep(sample, (rank, array("Q", sorted(_lines(source.content)))))

    def merge(self, other: SiteLines) -> None:
        """„shard 1", „shard 2": the sample of both; the order of merging does not matter."""
        for site, pages in other._samples.items():
            sample = self._samples.setdefault(site, [])
            for page in pages:
                self._keep(sample, page)

    def _keep(self, sample: list[tuple[int, array[int]]], page: tuple[int, array[int]]) -> None:
        self._counts.clear()
        if any(page[0] == rank for rank, _ in sample):
            return
        if len(sample) < PAGES:
            heappush(sample, page)
        else:
            heappushpop(sample, page)

    def frame(self, source: Source, lines: Sequence[str]) -> set[int]:
        """Indices of the lines that the site of a page repeats on its other pages.

        Empty where the site is unknown, or where most of the page is repeated: then it is a copy, not a frame.

        Args:
            source: the page.
            lines: its lines, joined and trimmed as they are judged.
        """
        site = site_of(source)
        sample = self._samples.get(site, []) if site else []
        own = any(rank == -_hash(source.content) for rank, _ in sample)
        others = len(sample) - own
        if site is None or others < OTHERS:
            return set()
        counts = self._counts.get(site)
        if counts is None:
            counts = self._counts[site] = Counter(line for _, page in sample for line in page)
        least = max(OTHERS, SHARE * others) + own
        repeated = {i for i, line in enumerate(lines) if (key := squash(fold(tidy_line(line)))) and counts[_hash(key)] >= least}
        letters = sum(len(line) for line in lines)
        return repeated if 2 * sum(len(lines[i]) for i in repeated) < letters else _short(lines, repeated)


def _short(lines: Sequence[str], repeated: set[int]) -> set[int]:
    """A notice of three lines inside a large frame: the frame may be longer than the text, where nothing repeated is long."""
    longest = max((len(line) for i, line in enumerate(lines) if i not in repeated), default=0)
    return repeated if all(len(lines[i]) < longest for i in repeated) else set()


def site_of(source: Source) -> str | None:
    """„https://www.gmina-borki.pl/aktualnosci/1" -> "gmina-borki.pl": what pages of one site share."""
    if source.site:
        return source.site
    try:
        host = urlsplit(source.url).hostname if source.url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _lines(content: str) -> set[int]:
    keys = (squash(fold(tidy_line(line))) for line in unify_breaks(content).split("\n")[:_LINES])
    return {_hash(key) for key in keys if key}


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
