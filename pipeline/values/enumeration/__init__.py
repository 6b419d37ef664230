"""Enumerations in any text: „Stwierdzono: 1) brak spisu, 2) brak podpisu". Free of spaCy and of what the list is about."""

from __future__ import annotations

from pipeline.values.enumeration.bounds import Span, flowing, sentences
from pipeline.values.enumeration.headed import headed
from pipeline.values.enumeration.leads import sentence_before
from pipeline.values.enumeration.marked import marked
from pipeline.values.enumeration.model import Enumeration, Form, Item
from pipeline.values.enumeration.unmarked import unmarked

__all__ = ["Enumeration", "Form", "Item", "Span", "flowing", "headed", "segment", "sentence_before", "sentences"]


def segment(text: str) -> list[Enumeration]:
    r"""„Audytorzy pochwalili: 1) ład,\n2) skład." -> [Enumeration(items=(ład, skład), leads=((0, 21),), …)].

    Reads marked lines, inline marks, lists of several levels (each level an enumeration of its own), a first item on the lead's
    line or without its number, and lists that lost their marks. It does not judge what a list is about.

    Args:
        text: any text.

    Returns:
        Enumerations in the order of their first item; offsets are characters of ``text``, items hold neither marker nor closing
        separator.
    """
    found = marked(text)
    taken = sorted((e.items[0].start, e.items[-1].end) for e in found)
    found += unmarked(text, _merged(taken))
    return sorted(found, key=lambda e: (e.items[0].start, e.level))


def _merged(spans: list[Span]) -> list[Span]:
    """Overlapping spans as one."""
    result: list[Span] = []
    for start, end in spans:
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result
