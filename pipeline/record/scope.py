"""The scope of a certificate: „w obszarze „Świadczenia usług publicznych"", „w zakresie wykonywania zadań … wg normy"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.record.vocabulary import data
from pipeline.text import squash

if TYPE_CHECKING:
    from pipeline.record.clusters import Cluster
    from pipeline.record.passages import Passage

_QUOTED = re.compile(r"[^„“\"\n.;]{0,30}?[„“\"](?P<scope>[^„“”\"]{8,400})[”“\"]")
_MIN_WORDS = 2
"""words; „w zakresie jakości" is no scope"""
_TRAILING = re.compile(r"[\s,;:–-]+$")


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = data()["scope"]
    begins = "|".join(re.escape(b).replace(r"\ ", r"\s+") for b in table["begins"])
    ends = "|".join(re.escape(e).replace(r"\ ", r"\s+") for e in table["ends"])
    return re.compile(rf"\b(?:{begins})\b:?\s*", re.IGNORECASE), re.compile(rf",?\s+\(?(?:{ends})\b")


def _in(text: str, passage: Passage) -> str | None:
    begins, ends = _patterns()
    for opening in begins.finditer(text, passage.start, passage.end):
        quoted = _QUOTED.match(text, opening.end(), min(len(text), passage.end + 2))
        if quoted is not None:
            return squash(quoted["scope"]).rstrip(",;")
        stop = ends.search(text, opening.end(), passage.end)
        end = stop.start() if stop else passage.end
        scope = squash(_TRAILING.sub("", text[opening.end() : end]))
        scope = scope[:-1] if scope.endswith(".") else scope
        if len(scope.split()) >= _MIN_WORDS:
            return scope
    return None


def scope_of(text: str, cluster: Cluster) -> str | None:
    """The scope printed in a passage that tells of the certificate; None where none is printed.

    Args:
        text: the cleaned article.
        cluster: the certificate's passages.
    """
    for passage, _ in cluster.passages:
        if passage.status or passage.families() or passage.of("durations"):
            scope = _in(text, passage)
            if scope is not None:
                return scope
    return None
