"""What the items say of themselves: „brak spisu", „nie otwarto ksiąg" blame whatever the lead says."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.findings.lexicon import context_words, count
from pipeline.text import DASHES, SPACES
from pipeline.values.phrase import has_any, words

if TYPE_CHECKING:
    from pipeline.values.enumeration import Span
    from pipeline.values.phrase import Word

_SAID = ("/praet", "/imps", "/fin")
_FIGURE = re.compile(rf"[{SPACES}][{re.escape(DASHES)}:][{SPACES}]?\d[\d.,{SPACES}]*(?:[^\W\d_]+|%)?$")
_SURE = 2 / 3
"""share of the items; two of three that blame are a list of faults, one of two may be chance"""
_OPENING = 4
"""words; „niezwłocznie wyegzekwować czynsz", „w każdej sprawie sporządzać notatkę": where an infinitive opens an item"""


class Testimony(NamedTuple):
    """How many items there are, and how many of them blame, praise, advise, or tell to do something."""

    items: int
    blamed: int
    praised: int
    advised: int
    done: int
    """items that tell a fault as a fact: „nie otwarto ksiąg", „brak spisu" """
    told_to: int
    """items that open with an infinitive or a verbal noun: „sporządzić spis", „sporządzenie spisu" """
    figures: int
    """items that open with a number or end with one: „212 zgłoszeń", „wady wzroku – 22 dzieci" """
    deeds: int
    """items that open with a verb in the past: „przeszkolił kasjera", „odnowiono szyldy" """

    @property
    def of_faults(self) -> bool:
        """Whether the items can hardly be anything but faults."""
        return self.items > 1 and self.done >= _SURE * self.items

    @property
    def of_judgements(self) -> bool:
        """Whether most of the items blame or praise; figures („212 zgłoszeń o hałasie") do neither."""
        return (
            self.figures * 2 <= self.items
            and self.done + self.praised >= _SURE * self.items
            and max(self.done, self.praised) * 2 > self.items
        )

    @property
    def judging(self) -> bool:
        """Whether at least a third of the items blame or praise."""
        return (self.done + self.praised) * 3 >= self.items

    @property
    def of_advice(self) -> bool:
        """Whether the items tell to do something."""
        return self.told_to >= _SURE * self.items

    @property
    def of_deeds(self) -> bool:
        """Whether the items tell what somebody did: no advice."""
        return self.items > 1 and self.deeds >= _SURE * self.items


def denied(sentence: list[Word]) -> bool:
    """„nie otwarto ksiąg", „nie zostały podpisane": a finite verb behind „nie"."""
    return any(
        w.form.lower() == "nie" and any(key.endswith(_SAID) for key in sentence[i + 1].keys)
        for i, w in enumerate(sentence[:-1])
    )


def tells_to(sentence: list[Word]) -> bool:
    """„niezwłocznie sporządzić spis", „dokonywanie wpłat": an infinitive or a verbal noun opens the item."""
    for word in sentence[:_OPENING]:
        parts = {key.rpartition("/")[2] for key in word.keys if "/" in key}
        if parts & {"inf", "ger"} and "/neg" not in word.keys:
            return True
        if parts & {"subst", "fin", "praet", "imps"}:
            return False
    return False


def _figure(text: str, start: int, end: int) -> bool:
    """„212 zgłoszeń", „wady wzroku – 22 dzieci"; „5 faktur zapłacono po terminie" tells what was done with them."""
    if _FIGURE.search(text, start, end) is not None:
        return True
    return text[start : start + 1].isdigit() and not any(
        key.endswith("/imps") for w in words(text, start, end) for key in w.keys
    )


def testify(text: str, spans: list[Span]) -> Testimony:
    """„brak spisu", „nie podpisano umowy" -> Testimony(items=2, blamed=2, …).

    Args:
        text: the article.
        spans: the items, markers left out.
    """
    blamed = praised = advised = done = told_to = figures = deeds = 0
    for start, end in spans:
        sentence = words(text, start, end)
        counts = count(sentence)
        no = denied(sentence)
        blamed += counts["fault"] > 0 or no
        praised += counts["praise"] > 0 and not no
        advised += counts["advice"] > 0
        done += lacks(sentence) or 0 < counts["fault"] >= counts["praise"]
        told_to += tells_to(sentence)
        figures += _figure(text, start, end) and not no
        deeds += any(key.endswith(("/praet", "/imps")) for w in sentence[:1] for key in w.keys)
    return Testimony(len(spans), blamed, praised, advised, done, told_to, figures, deeds)


def lacks(sentence: list[Word]) -> bool:
    """„mapa nie ma opisu", „nie otwarto ksiąg", not „nie można wchodzić", „nie powinno brakować", „bakterii nie wykryto"."""
    return denied(sentence) and not has_any(sentence, context_words("modal")) and not _clean(sentence)


def _clean(sentence: list[Word]) -> bool:
    """„bakterii coli nie wykryto": what was looked for and not found is no fault."""
    return any(left.form.lower() == "nie" and right.keys & context_words("detecting") for left, right in pairwise(sentence))
