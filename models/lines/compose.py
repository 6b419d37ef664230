"""Composes labelled pages: layouts of ``data/styles.txt``, words of ``data/words.toml``, articles of ours, texts of NKJP.

Every line comes with its label and its origin: the text before slots were filled, by which folds of the training keep equal
furniture together.
"""

from __future__ import annotations

import random
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
KEEP, DROP, UNKNOWN = 1, 0, -1
_SLOT = re.compile(r"\{(\w+)\}")
_LISTS = {"town": "towns", "name": "names", "nick": "nicks", "site": "sites", "paper": "papers", "street": "streets"}
_NUMBERS = {
    "n": [(1, 12, 0), (10, 99, 0), (100, 9999, 0)],
    "year": [(1999, 2024, 0)],
    "d": [(1, 28, 0)],
    "dd": [(1, 28, 2)],
    "mm": [(1, 12, 2)],
    "hh": [(0, 23, 2)],
    "mi": [(0, 59, 2)],
    "pp": [(10, 99, 2)],
    "ppp": [(100, 999, 3)],
}
"""lowest, highest, digits; one of them is drawn"""


class Labelled(NamedTuple):
    """„Drukuj", DROP, "Drukuj": a line of a composed page."""

    text: str
    label: int
    origin: str


@dataclass(frozen=True)
class Corpus:
    """Texts that pages are composed of."""

    articles: list[list[str]]
    """articles of ours, headline first, one paragraph or item a string"""
    press: list[list[str]] = field(default_factory=list)
    """paragraphs of one newspaper each, from NKJP"""
    remarks: list[str] = field(default_factory=list)
    """what people write on the web or say, from NKJP: stands for comments"""


def styles() -> dict[str, list[str]]:
    """„joomla" -> its steps, for every layout."""
    found: dict[str, list[str]] = {}
    for line in (HERE / "data" / "styles.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("=== "):
            steps = found.setdefault(line[4:].strip(), [])
        elif line.strip() and not line.startswith("#"):
            steps.append(line)
    return found


def words() -> dict[str, Any]:
    """The word lists."""
    return tomllib.loads((HERE / "data" / "words.toml").read_text(encoding="utf-8"))


class Composer:
    """Makes pages of a layout; the same seed gives the same pages."""

    def __init__(self, corpus: Corpus, seed: int) -> None:
        self.corpus, self.random, self.words = corpus, random.Random(seed), words()

    def page(self, steps: list[str]) -> list[Labelled]:
        """One page of a layout."""
        article = self._article()
        half = len(article) // 2 + 1
        parts = [article[1:half], article[half:]]
        page: list[Labelled] = []
        for step in steps:
            if step.startswith("?"):
                if self.random.random() < 0.5:
                    continue
                step = step[1:]  # noqa: PLW2901
            if step == "title":
                page += self._title(article[0])
            elif step == "body":
                page += article[1:]
            elif step == "body/2":
                page += parts.pop(0) if parts else []
            else:
                page += self._step(step)
        return self._disturbed(page)

    def _step(self, step: str) -> list[Labelled]:
        if step.startswith("|"):
            return [self._drop(step[1:])]
        kind, *rest = step.split()
        if kind in {"caption", "kicker"}:
            return [Labelled(text, UNKNOWN, text) for text in [self.random.choice(self.words["texts"]["captions"])]]
        count = self._count(next((word for word in rest if word[0].isdigit()), "0"))
        makers = {"menu": self._menu, "bar": self._bar, "teasers": self._teasers, "comments": self._comments}
        if kind in makers:
            return makers[kind](count, rest)
        if kind == "gallery":
            return [self._drop(self.random.choice(self.words["blocks"]["gallery"])) for _ in range(count)]
        if kind == "positive":
            return [line for _ in range(count) for line in self._positive()]
        entries = self.words["blocks"].get(rest[0], [])
        chosen = self.random.sample(entries, min(count, len(entries)))
        return [line for entry in chosen for line in self._block(entry)]

    def _count(self, given: str) -> int:
        low, _, high = given.partition("-")
        return self.random.randint(int(low), int(high or low))

    def _menu(self, count: int, rest: list[str]) -> list[Labelled]:
        kind = rest[0]
        pool = (
            self.words["menus"][kind]
            if self.random.random() < 0.8
            else [entry for entries in self.words["menus"].values() for entry in entries]
        )
        chosen = self.random.sample(pool, min(count, len(pool)))
        case = self.random.choice([str, str, str, str.upper, str.lower])
        mark = self.random.choice(["", "", "", "", "» ", "- ", "• ", "> ", "+ "])
        return [self._drop(mark + case(entry), entry) for entry in chosen]

    def _bar(self, count: int, rest: list[str]) -> list[Labelled]:
        entries = [line.origin for line in self._menu(count, rest)]
        joint = self.random.choice([" | ", " ", " • ", " / ", "   ", " - "])
        return [Labelled(joint.join(entries), DROP, entries[0])] if entries else []

    def _teasers(self, count: int, rest: list[str]) -> list[Labelled]:
        how, lines = rest[1], [self._drop(self.random.choice(self.words["blocks"]["related_open"]))]
        lines = lines if self.random.random() < 0.7 else []
        mark = self.random.choice(["", "", "", "", "» ", "• ", "- ", "1. "])
        for _ in range(count):
            head = self._headline()
            if how == "dated":
                lines.append(self._drop(self._format("dated")))
            lines.append(Labelled(mark + head.text, DROP, head.origin))
            if how in {"texts", "more"}:
                lines.append(self._teaser())
            if how == "more":
                lines.append(self._drop(self.random.choice(self.words["blocks"]["more"])))
            if how == "counted":
                lines.append(self._drop(self._format("counted")))
        return lines

    def _comments(self, count: int, rest: list[str]) -> list[Labelled]:
        how, lines = rest[1], []
        for _ in range(count):
            lines += self._block(self._format(f"remark_{how}"))
            lines += [self._remark() for _ in range(self.random.choice([1, 1, 1, 2, 3]))]
            if how != "bare" and self.random.random() < 0.6:
                lines += self._block(self._format("remark_tools"))
        return lines

    def _block(self, entry: str) -> list[Labelled]:
        return [self._drop(line) for line in entry.split("\n") if line]

    def _format(self, name: str) -> str:
        return str(self.random.choice(self.words["formats"][name]))

    def _remark(self) -> Labelled:
        pool = self.corpus.remarks if self.corpus.remarks and self.random.random() < 0.5 else self.words["texts"]["comments"]
        text = self.random.choice(pool)
        cased = text.lower() if self.random.random() < 0.15 else text
        return Labelled(cased, DROP, text)

    def _headline(self) -> Labelled:
        pool = self.corpus.press
        if pool and self.random.random() < 0.6:
            sentence = re.split(r"(?<=[.!?]) ", self.random.choice(self.random.choice(pool)))[0].split()
            if len(sentence) > 3:
                cut = sentence[: self.random.randint(3, 10)]
                while len(cut) > 3 and len(cut[-1]) < 4:  # headlines do not end with prepositions
                    cut.pop()
                text = " ".join(cut).rstrip(".,;:–- „(")
                return Labelled(text, DROP, text)
        if self.random.random() < 0.3:
            text = self.random.choice(self.corpus.articles)[0]
        else:
            text = self.random.choice(self.words["texts"]["headlines"])
        return Labelled(text, DROP, text)

    def _teaser(self) -> Labelled:
        if self.corpus.press and self.random.random() < 0.75:
            text = self.random.choice(self.random.choice(self.corpus.press)).split()
            cut = " ".join(text[: self.random.randint(9, 45)]) + self.random.choice(["...", "…", "", "", " [...]", "."])
            return Labelled(cut, DROP, cut)
        text = self.random.choice(self.words["texts"]["teasers"])
        return Labelled(text, DROP, text)

    def _positive(self) -> list[Labelled]:
        block = self.random.choice(self.words["texts"]["positive"])
        return [Labelled(line, KEEP, line) for line in block.split("\n")]

    def _article(self) -> list[Labelled]:
        """Headline and text: one of ours, or paragraphs of one newspaper under a headline of ours."""
        if not self.corpus.press or self.random.random() < 0.45:
            lines = self.random.choice(self.corpus.articles)
            return [Labelled(line, KEEP, line) for line in lines]
        paper = self.random.choice(self.corpus.press)
        start = self.random.randrange(len(paper))
        lines = paper[start : start + self.random.choice([1, 2, 3, 3, 4, 5, 6, 8, 12])]
        if self.random.random() < 0.25:
            lines = [part for line in lines for part in re.split(r"(?<=[a-ząćęłńóśźż]{3}[.!?]) (?=[A-ZĄĆĘŁŃÓŚŹŻ])", line)]
        body = [Labelled(line, KEEP, line) for line in lines]
        for _ in range(self.random.choice([0, 0, 1, 1, 2])):
            at = self.random.randint(1, len(body))
            body[at:at] = self._positive()
        head = self._headline()
        return [Labelled(head.text, KEEP, head.origin), *body]

    def _title(self, title: Labelled) -> list[Labelled]:
        """Once, sometimes with its path or a second time above, which goes."""
        above = self.random.random()
        if above < 0.12:
            return [Labelled(title.text, UNKNOWN, title.origin), title]
        if above < 0.2:
            return [Labelled(f"Strona główna » {title.text}", DROP, title.origin), title]
        return [title]

    def _drop(self, template: str, origin: str | None = None) -> Labelled:
        return Labelled(self._filled(template), DROP, origin or template)

    def _filled(self, template: str) -> str:
        return _SLOT.sub(lambda found: self._slot(found[1]), template)

    def _slot(self, name: str) -> str:
        if name in self.words["formats"]:
            return self._filled(self._format(name))
        if name in _LISTS:
            return str(self.random.choice(self.words[_LISTS[name]]))
        if name in _NUMBERS:
            low, high, width = self.random.choice(_NUMBERS[name])
            return f"{self.random.randint(low, high):0{width}}"
        if name == "tag":
            return str(self.random.choice(self.words["blocks"]["tags"]))
        return {"headline": self._headline, "teaser": self._teaser}[name]().text

    def _disturbed(self, page: list[Labelled]) -> list[Labelled]:
        """Lines of furniture lost or glued, blocks of it moved to the end or the start, and empty lines, as dumps have them."""
        r = self.random
        lost = r.choice([0, 0, 0.1, 0.3])
        page = [line for line in page if line.label == KEEP or r.random() >= lost]
        if r.random() < 0.15:
            page = [line for line in page if line.label == KEEP or len(line.text) > 3]
        first = next((i for i, line in enumerate(page) if line.label == KEEP), 0)
        if first > 8 and r.random() < 0.25:  # menus that the source prints behind the article
            cut = r.randint(4, first)
            page = page[cut:] + page[:cut]
        if r.random() < 0.25:
            mixed: list[Labelled] = []
            for line in page:
                mixed += [line, Labelled("", UNKNOWN, "")] if r.random() < 0.5 else [line]
            page = mixed
        return page
