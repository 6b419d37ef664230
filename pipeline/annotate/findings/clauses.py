"""Clauses that say what was found: „wykazano, że A i że B", „zalecili, aby A" – and what is only told about them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.annotate.findings import chain
from pipeline.annotate.findings.lexicon import context_words, count
from pipeline.annotate.findings.testimony import lacks
from pipeline.values.enumeration.extent import trimmed
from pipeline.values.phrase import has_any

if TYPE_CHECKING:
    from pipeline.values.enumeration import Span
    from pipeline.values.phrase import Word

_FRONTED = 6
"""words; what stands between a comma and the verb of its clause („dyrektorom szkół natomiast zalecono")"""
_SERIES = 3
"""clauses; „A, B, a C" counts up, „A, a B" may be one thing told in two clauses"""
_JOINS = frozenset({"i", "oraz", "także", "a"})


def attribution(text: str, sentence: list[Word], end: int) -> int:
    """„… i pomyłki - streszcza radny.": the quoted words end before the dash and the verb of saying."""
    for left, right in pairwise(sentence):
        gap = text[left.end : right.start]
        if any(d in gap for d in (" - ", " – ", " — ")) and chain.finite(right):
            return left.end
    return end


def _again(sentence: list[Word], i: int) -> bool:
    """„… oraz że …": a second „że" on the level of the first."""
    return i > 0 and sentence[i].form.lower() in {"że", "iż"} and sentence[i - 1].form.lower() in _JOINS


def _infinitive(sentence: list[Word], low: int, high: int) -> bool:
    return any(key.endswith("/inf") for w in sentence[low:high] for key in w.keys)


def _told_to_do(text: str, sentence: list[Word], first: int) -> list[int]:
    """„aby opłatę pobierać przed ślubem, a przypiski opatrywać datą": where another infinitive has words of its own."""
    cuts: list[int] = []
    for i in range(first + 1, len(sentence) - 1):
        joined = sentence[i].form.lower() in _JOINS and (
            "," in text[sentence[i - 1].end : sentence[i].start]
            or (_infinitive(sentence, i + 1, i + 2) and not _infinitive(sentence, i - 1, i))  # „wypełniać i egzekwować"
        )
        if joined and _infinitive(sentence, cuts[-1] if cuts else first, i) and _infinitive(sentence, i, len(sentence)):
            cuts.append(i)
    return cuts


def _opening(text: str, sentence: list[Word], low: int, verb: int) -> int | None:
    """Where the clause of a verb begins behind the last comma: „…, za halę zebraliśmy pochwały"; None where it goes on."""
    for first in range(verb, max(low, verb - _FRONTED), -1):
        if any(c in text[sentence[first - 1].end : sentence[first].start] for c in ",;"):
            form = sentence[first].form.lower()
            hangs = form in context_words("subordinating") or form.startswith("któr")
            return None if hangs and first < verb else first
    return None


def parts(text: str, sentence: list[Word], start: int, end: int) -> list[tuple[list[Word], int, int]]:
    """„Docenili ład, a zalecili poprawę." -> two parts, each with words and characters: one verb of finding to a part.

    Args:
        text: the article.
        sentence: its words.
        start: first character of the sentence.
        end: one past its last character.
    """
    found: list[tuple[list[Word], int, int]] = []
    low, first, told = 0, start, False
    for i, word in enumerate(sentence):
        if not word.keys & context_words("finding_verbs") or "/v" not in word.keys:
            continue
        opening = _opening(text, sentence, low, i)
        if told and opening is not None:
            found.append((sentence[low:opening], first, sentence[opening - 1].end))
            low, first = opening, sentence[opening].start
        told = True
    return [*found, (sentence[low:], first, end)]


def clauses(text: str, sentence: list[Word], first: int, end: int) -> list[Span]:
    """„…, że brak spisu i że nie ma planu" -> two spans; behind „aby" a span for every infinitive of its own.

    Args:
        text: the article.
        sentence: its words.
        first: the first word behind „że" or „aby".
        end: one past the last character of the sentence.
    """
    purpose = opens_purpose(sentence[first - 1])
    cuts = (
        _told_to_do(text, sentence, first)
        if purpose
        else [i - 1 for i in range(first + 1, len(sentence)) if _again(sentence, i)]
    )
    starts = [first, *(c + (1 if purpose else 2) for c in cuts)]
    stops = [sentence[c - 1].end for c in cuts] + [attribution(text, sentence[first:], end)]
    found = []
    for start, stop in zip(starts, stops, strict=True):
        if start < len(sentence) and sentence[start].start < stop:
            found.append(trimmed(text, sentence[start].start, stop))
    return [(a, b) for a, b in found if a < b]


def _tells(sentence: list[Word]) -> bool:
    """„ogłoszenie opublikowano zbyt późno", „upoważnienia należy wydać": a verb, and words that blame, praise or advise."""
    if lacks(sentence):
        return True
    told = any(chain.finite(w) or "brak/subst" in w.keys or w.keys & context_words("duty") for w in sentence)
    return told and (sum(count(sentence).values()) > 0 or has_any(sentence, context_words("duty")))


def states(sentence: list[Word]) -> bool:
    """„spis trwał dwa dni", „most nie miał przeglądu": whether a verb tells something."""
    return any(chain.finite(w) for w in sentence) or lacks(sentence)


def _series(text: str, sentence: list[Word]) -> bool:
    """„lekarze pracowali bez umów, wypłaty liczono źle, a regały nie miały tabliczek": three clauses or more, none hanging."""
    cuts = [0, *(i for i in range(1, len(sentence)) if "," in text[sentence[i - 1].end : sentence[i].start]), len(sentence)]
    members = [sentence[a:b] for a, b in pairwise(cuts)]
    joined = members[-1][0].form.lower() in {"a", "i", "oraz"}
    free = not any(m[0].form.lower() in context_words("subordinating") or "któr" in m[0].form.lower() for m in members[1:])
    return len(members) >= _SERIES and joined and free and all(states(m) for m in members)


def coordinated(text: str, sentence: list[Word], start: int, end: int, *, judged: bool = True) -> list[tuple[list[Word], Span]]:
    """„zabrakło protokołu, a ogłoszenie opublikowano zbyt późno" -> two clauses, each with its words and characters.

    A comma parts two where a verb stands on both sides, both say what is wrong, right or to be done, and neither hangs on the
    other; otherwise the words stay one clause.

    Args:
        text: the article.
        sentence: the words of what was found.
        start: its first character.
        end: one past its last character.
        judged: whether both must blame, praise or advise; behind a label („Nieprawidłowości:") a verb each is enough.
    """
    tells = _tells if judged and not _series(text, sentence) else states
    found: list[tuple[list[Word], Span]] = []
    low, first = 0, start
    for i in range(1, len(sentence)):
        if text[sentence[i - 1].end : sentence[i].start].strip() not in {",", ";"}:
            continue
        opening = i + (sentence[i].form.lower() in context_words("coordinating"))
        if opening >= len(sentence) or sentence[opening].form.lower().startswith("któr"):
            continue
        if opening == i and sentence[i].form.lower() in context_words("subordinating"):
            continue
        stop = next(
            (k for k in range(i + 1, len(sentence)) if "," in text[sentence[k - 1].end : sentence[k].start]), len(sentence)
        )
        if tells(sentence[low:i]) and tells(sentence[opening:stop]):
            found.append((sentence[low:i], trimmed(text, first, sentence[i - 1].end)))
            low, first = opening, sentence[opening].start
    return [*found, (sentence[low:], trimmed(text, first, end))]


def to_be_done(text: str, sentence: list[Word], first: int, end: int) -> list[Span]:
    """„nakazał dyrektorowi niezwłocznie sporządzić spis" -> „niezwłocznie sporządzić spis"; none without an infinitive near.

    Args:
        text: the article.
        sentence: its words.
        first: the first word behind the verb that orders.
        end: one past the last character of the sentence.
    """
    near = range(first, min(first + _FRONTED, len(sentence)))
    place = next((i for i in near if any(key.endswith("/inf") for key in sentence[i].keys)), None)
    if place is None or any(c in text[sentence[i - 1].end : sentence[i].start] for i in range(first, place + 1) for c in ":;"):
        return []
    while place > first and any(key.endswith(("/adv", "/qub", "/part")) for key in sentence[place - 1].keys):
        place -= 1
    listed = ordered(text, [w for w in sentence[place:] if w.end <= attribution(text, sentence[place:], end)], end)
    if listed and all(" " in text[a:b] for a, b in listed):
        return listed
    starts = [place, *(c + 1 for c in _told_to_do(text, sentence, place))]
    stops = [sentence[s - 2].end for s in starts[1:]] + [attribution(text, sentence[place:], end)]
    spans = [trimmed(text, sentence[i].start, stop) for i, stop in zip(starts, stops, strict=True)]
    return [(a, b) for a, b in spans if a < b]


def pointed(text: str, sentence: list[Word], span: Span) -> list[Span]:
    """„niejasne zasady i to, że nikt nie liczy efektów" -> the noun phrase and the clause that „to" points at."""
    inside = [w for w in sentence if span[0] <= w.start < span[1]]
    for n in range(2, len(inside) - 1):
        joined = inside[n - 2].form.lower() in _JOINS and inside[n - 1].form.lower() in {"to", "fakt"}
        if joined and inside[n].form.lower() in {"że", "iż"}:
            parted = [trimmed(text, span[0], inside[n - 2].start), trimmed(text, inside[n + 1].start, span[1])]
            return [s for s in parted if s[0] < s[1]]
    return [span]


def ordered(text: str, inside: list[Word], end: int) -> list[Span]:
    """„obniżyć domofon, kupić pętlę i oznaczyć schody" -> three spans; „uzupełnić i podpisać spis", without a comma, none.

    Args:
        text: the article.
        inside: the words behind a colon, or of an answer.
        end: one past the last character.
    """
    if not inside or not _opens_infinitive(inside, 0):
        return []
    starts, listed = [0], False
    for i in range(1, len(inside)):
        joined = inside[i].form.lower() in context_words("joins")
        comma = any(c in text[inside[i - 1].end : inside[i].start] for c in ",;")
        first = i + 1 if joined else i
        if (comma or joined) and _opens_infinitive(inside, first):
            starts.append(first)
            listed = listed or comma
    stops = [inside[s - 1 - (inside[s - 1].form.lower() in context_words("joins"))].end for s in starts[1:]] + [end]
    spans = [trimmed(text, inside[a].start, b) for a, b in zip(starts, stops, strict=True)]
    return spans if listed else []


def _opens_infinitive(sentence: list[Word], first: int) -> bool:
    """„obniżyć domofon", „niezwłocznie spisać druki": adverbs may stand before the infinitive."""
    for word in sentence[first : first + 3]:
        if any(key.endswith("/inf") for key in word.keys):
            return True
        if opens_purpose(word) or not any(key.endswith(("/adv", "/qub", "/part")) for key in word.keys):
            return False
    return False


def opens_purpose(word: Word) -> bool:
    """„aby", „żebyśmy", „by": the conjunction of what should be done, with the endings of persons."""
    return word.form.lower() in context_words("purpose")
