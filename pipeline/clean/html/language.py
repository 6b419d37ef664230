"""„Gmina liczy się z tym, że …", „The council has …": whether a page's running text is Polish."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from itertools import chain, islice
from typing import TYPE_CHECKING

from pipeline.clean.html.weights import weight
from pipeline.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from pipeline.clean.html.segment import Segment

_WORD = re.compile(r"[a-z]+")
_FEWEST, _ENOUGH = 40, 2_000
"""words; fewer prove nothing, and more are not read"""
_SHARE = 0.02
"""share of the words; Polish news have about a tenth of such words, a page in another language hardly any"""


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    text = files(__package__).joinpath("data/language.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["polish"])


def is_foreign(root: HtmlElement, segments: Sequence[Segment]) -> bool:
    """„Die Stadt hat das Zertifikat …": running text almost without the commonest Polish words, on a page not declared Polish.

    ``<html lang="pl">`` is believed, for lists of names hold few such words; another language is not, for Polish offices run
    templates that were never set to Polish.

    Args:
        root: the page.
        segments: the page's lines; only running text counts, of which a page under 40 words has too little to tell.
    """
    if (root.get("lang") or "").lower().startswith("pl"):
        return False
    running = (segment.text for segment in segments if weight(segment))
    words = list(islice(chain.from_iterable(_WORD.findall(fold(text)) for text in running), _ENOUGH))
    known = _function_words()
    return len(words) >= _FEWEST and sum(word in known for word in words) < _SHARE * len(words)
