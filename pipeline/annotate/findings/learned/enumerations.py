"""Whether a list that no rule knows is findings: „Bilans dnia wygląda tak: - wyciek oleju, - zużyte opony".

A linear model over the words of the leads and of the items, what the items say of themselves, and who looked at what around
them. Rules come first: what they hold for findings stays so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np

from pipeline.annotate.findings.learned.model import KINDS, Linear, slots
from pipeline.annotate.findings.learned.surroundings import Surroundings
from pipeline.annotate.findings.learned.words import marks, of
from pipeline.annotate.findings.verdict import Verdict
from pipeline.values.enumeration import sentence_before
from pipeline.values.phrase import words

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from pipeline.annotate.findings.audits import AuditWords
    from pipeline.annotate.findings.testimony import Testimony
    from pipeline.values.enumeration import Enumeration
    from pipeline.values.phrase import Word

RULE = "finding.learned.list"
_SHARES = (0.0, 0.34, 0.67, 0.99)
_SIZES = (2, 3, 5, 8)
_LENGTHS = (2, 4, 7, 12)
_LAST = 3
"""words at the end of a lead that count by their place"""


def _bucket(number: float, steps: tuple[float, ...]) -> int:
    return bisect_left(steps, number)


def _words(name: str, sentence: list[Word]) -> list[str]:
    """„lead=zwrócić", „lead:class=said:find": every word of a stretch."""
    return [
        f
        for w in sentence
        for f in (
            *of(name, marks(w).lemmas),
            *of(f"{name}:stem", marks(w).stem),
            *of(f"{name}:class", marks(w).classes),
            *of(f"{name}:says", marks(w).polarity),
        )
    ]


def features(
    text: str, enumeration: Enumeration, items: Testimony, audits: AuditWords, around: Surroundings
) -> npt.NDArray[np.int64]:
    """Hashed features of a list: its leads, its items, what stands around it.

    Args:
        text: the cleaned article.
        enumeration: the list.
        items: what its items say of themselves.
        audits: where the text names audits.
        around: the words of the text.
    """
    first, last = enumeration.items[0].start, enumeration.items[-1].end
    leads = enumeration.leads
    start = leads[-1][0] if leads else first
    found = [f"leads={min(len(leads), 2)}", f"level={enumeration.level}", f"form={enumeration.form}"]
    for name, lead in zip(("lead", "head"), reversed(leads), strict=False):
        sentence = words(text, *lead)
        found += _words(name, sentence)
        found += [f for n, w in enumerate(reversed(sentence[-_LAST:])) for f in of(f"{name}:last{n}", marks(w).lemmas)]
        found += [f"{name}:ends={text[lead[1] - 1]}", f"{name}:size={_bucket(len(sentence), _LENGTHS)}"]
        found += [f"{name}:verb"] if any(marks(w).finite for w in sentence) else []
    found += _words("ahead", words(text, *sentence_before(text, start)))
    found += _of_items(text, enumeration, items)
    for scope in ("near", "article"):
        found += [f"audit={scope}"] if audits.near(enumeration, scope) else []
    found += ["audit=after"] if audits.after(enumeration) else []
    return slots([*found, *around.classes(start, last)])


def _of_items(text: str, enumeration: Enumeration, items: Testimony) -> list[str]:
    """What most of the items are: how they open, how long they are, what they say."""
    inside = [words(text, i.start, i.end) for i in enumeration.items]
    number = max(1, len(inside))
    found = [f"items={_bucket(number, _SIZES)}"]
    counts = items._asdict()
    found += [f"items:{name}={_bucket(told / number, _SHARES)}" for name, told in counts.items() if name != "items"]
    opening = Counter(part for sentence in inside for w in sentence[:1] for part in marks(w).parts)
    found += [f"items:open={part}" for part, times in opening.items() if times * 2 > number]
    flags = {
        "verb": [any(marks(w).finite for w in s) for s in inside],
        "digit": [any(c.isdigit() for w in s for c in w.form) for s in inside],
        "name": [any(w.form[:1].isupper() for w in s[1:]) for s in inside],
        "capital": [bool(s) and s[0].form[:1].isupper() for s in inside],
        "stop": [text[i.end - 1] == "." for i in enumeration.items],
    }
    found += [f"items:{name}={_bucket(sum(told) / number, _SHARES)}" for name, told in flags.items()]
    found.append(f"items:length={_bucket(sum(map(len, inside)) / number, _LENGTHS)}")
    return found + [f for sentence in inside for f in _words("item", sentence)]


@dataclass(frozen=True, slots=True)
class ListModel:
    """Whether a list is findings, and of what kind."""

    decision: Linear
    kinds: tuple[Linear, ...]
    """in the order of ``KINDS``"""
    threshold: float
    """log-odds from which a list is taken"""

    def kind(self, found: npt.NDArray[np.int64]) -> str | None:
        """The kind of a list with these features; None where it is no findings."""
        if self.decision.log_odds(found) < self.threshold:
            return None
        return KINDS[int(np.argmax([kind.log_odds(found) for kind in self.kinds]))]


@lru_cache(maxsize=1)
def load() -> ListModel | None:
    """The shipped weights; None where they are missing, which leaves the rules alone."""
    path = resources.files("pipeline.annotate.findings.learned") / "lists.npz"
    if not path.is_file():
        return None
    with path.open("rb") as file, np.load(file, allow_pickle=False) as data:
        linear = [
            Linear(row.astype(np.float32), float(bias)) for row, bias in zip(data["weights"], data["biases"], strict=True)
        ]
        return ListModel(linear[0], tuple(linear[1:]), float(data["threshold"]))


def list_judge(text: str, audits: AuditWords) -> Callable[[Enumeration, Testimony], Verdict | None]:
    """Says of a list of the text of what kind its findings are; None where it holds none, or where the weights are missing.

    Args:
        text: the cleaned article.
        audits: where the text names audits.
    """
    model = load()
    read: list[Surroundings] = []

    def judge(enumeration: Enumeration, items: Testimony) -> Verdict | None:
        if model is None:
            return None
        if not read:  # most texts hold no such list
            read.append(Surroundings(text))
        kind = model.kind(features(text, enumeration, items, audits, read[0]))
        return Verdict(kind, RULE) if kind else None

    return judge
