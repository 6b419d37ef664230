"""„Drukuj stronę", „Licznik odwiedzin: 1234": rules for single lines, read from ``data/furniture.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from pipeline.clean.furniture.lines import Line

Frame = Literal["site", "meta", "tail", "soft"]
"""Where furniture of this sort lives: in the site's own frame; beside an article's headline or end; only behind an article;
anywhere, with words that could also be a headline."""

SEARCHED = 400
"""characters of a line that patterns look at: furniture names itself at its start, and a cap keeps long lines cheap"""


@dataclass(frozen=True)
class Rule:
    """„udostępnij (na facebooku)": one pattern, matched against the whole folded line unless ``search``."""

    id: str
    reason: str
    frame: Frame
    max_words: int
    expression: str
    search: bool
    prose: bool
    """whether running text can be furniture of this sort"""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when a line is first held against it: all of them together cost as much as three pages."""
        return re.compile(self.expression)

    def matches(self, line: Line) -> bool:
        """Whether the line is furniture of this sort, list marker or not."""
        if line.words > self.max_words or (line.prose and not self.prose):
            return False
        find = self.pattern.search if self.search else self.pattern.fullmatch
        return find(line.key[:SEARCHED]) is not None or (line.marker is not None and find(line.body[:SEARCHED]) is not None)


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """„header.weather", „tools.share" …: every line rule, in the order of the file; the first match names the reason."""
    data = tomllib.loads((resources.files("pipeline.clean") / "data" / "furniture.toml").read_text(encoding="utf-8"))
    return tuple(_rule(entry, data["words"]) for entry in data["rule"])


def _rule(entry: dict[str, Any], words: dict[str, list[str]]) -> Rule:
    alternatives = [expand(pattern, words) for pattern in entry["patterns"]]
    return Rule(
        id=entry["id"],
        reason=entry["reason"],
        frame=entry.get("frame", "site"),
        max_words=entry.get("max_words", 10),
        expression="|".join(f"(?:{alternative})" for alternative in alternatives),
        search=entry.get("search", False),
        prose=entry.get("prose", False),
    )


def expand(pattern: str, words: dict[str, list[str]]) -> str:
    """„<month> 2010" -> "(?:stycznia|luty|…) 2010": named word lists put into a pattern."""
    return re.sub(r"<(\w+)>", lambda found: "(?:" + "|".join(words[found[1]]) + ")", pattern)


def first_rule(line: Line) -> Rule | None:
    """„Wersja do druku" -> the rule share.print: the first rule that matches a line."""
    if line.prose:  # few rules look at running text, which no two pages share
        return next((rule for rule in rules() if rule.prose and rule.matches(line)), None)
    return _known_rule(line)


@lru_cache(maxsize=16384)
def _known_rule(line: Line) -> Rule | None:
    return next((rule for rule in rules() if rule.matches(line)), None)
