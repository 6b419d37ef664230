"""Where sentences begin: line breaks, and end marks that do not belong to an abbreviation, an initial or a number."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from pipeline.annotate.morphology.finite import is_finite, may_be_finite
from pipeline.annotate.morphology.lexicon import abbreviations
from pipeline.annotate.sentences.openers import opens_clause

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Verdict = Literal["end", "open", "inside"]
"""What an end mark says: a sentence ends here; it ends if both sides can stand alone; it goes on."""

END_MARKS = frozenset(".!?…")
_CLOSING = frozenset("”»’)]}\"'″")
_OPENING = frozenset("„“«‚‘([\"'")
_BULLETS = frozenset("-–—•·*‣◦▪►○●§")
_LONGEST_CLAUSE = 200
"""tokens in which a verb is looked for, so that a text of many years stays linear"""
_RUN = 24
"""characters; longer runs are no abbreviations"""
_ORDINAL = re.compile(r"\d{1,4}|[IVXLCM]{1,7}")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){0,3}[^\W\d_]|[A-ZŻŹĆŁŚ][a-z]z?")
"""„J", „A.B", „Wł", „Cz", „Sz": initials of first names; of two letters only those that names begin with."""
_YEAR_MARK = re.compile(r"\d+(r)")
_TWO_LETTER_INITIALS = frozenset({"Al", "Cz", "Dr", "Fr", "Kr", "Ks", "Sz", "St", "Wł", "Zb", "Zdz", "Rz", "Dz", "Ch"})


def sentence_starts(doc: Doc) -> list[int]:
    """„… w 2010 r. Urząd …": indexes of the tokens with which a sentence begins, in order, 0 first."""
    if not len(doc):
        return []
    hard = [0]
    soft: set[int] = set()
    for token in doc[:-1]:
        if token.text[-1] not in END_MARKS and not token.is_space:
            continue
        at, verdict = _after(doc, token, hard[-1])
        if verdict == "inside" or at >= len(doc) or at <= hard[-1]:
            continue
        hard.append(at)
        if verdict == "open":
            soft.add(at)
    return _settle(doc, hard, soft)


def _settle(doc: Doc, starts: list[int], soft: set[int]) -> list[int]:
    """Keeps a doubtful start only where a finite verb stands in the clause before and another after it.

    „Przyznano go w 2010 r. Burmistrz dziękuje" is two sentences, „W maju 2010 r. Burmistrz dziękował" and „Wiemy, że w maju
    2010 r. Burmistrz dziękował" are one.
    """
    if not soft:
        return starts
    ends = [*starts[1:], len(doc)]
    kept = [starts[0]]
    for start, end in zip(starts[1:], ends[1:], strict=True):
        if start in soft and not (_has_verb_before(doc, kept[-1], start) and _has_verb_after(doc, start, end)):
            continue
        kept.append(start)
    return kept


def _has_verb_before(doc: Doc, sentence: int, at: int) -> bool:
    """Whether the clause that ends before ``at`` has its finite verb."""
    for i in range(at - 1, max(sentence, at - _LONGEST_CLAUSE) - 1, -1):
        if is_finite(doc[i]):
            return True
        if i > sentence and doc[i - 1].text == "," and opens_clause(doc, i):
            return False
    return False


def _has_verb_after(doc: Doc, start: int, end: int) -> bool:
    """Whether a finite verb follows; a form that is rather something else („pełni") counts too where nothing governs it."""
    stop = min(end, start + _LONGEST_CLAUSE)
    return any(is_finite(doc[i]) for i in range(start, stop)) or any(may_be_finite(doc[i]) for i in range(start + 1, stop))


def _after(doc: Doc, token: Token, sentence: int) -> tuple[int, Verdict]:
    """The token with which a sentence may begin after this end mark or white space, and the verdict."""
    if token.is_space:
        return (token.i + 1, "end") if "\n" in token.text or "\r" in token.text else (token.i, "inside")
    at = _past_closing(doc, token.i + 1)
    if at >= len(doc) or not _can_begin(doc, at):
        return at, "inside"
    return at, _verdict(doc, token, sentence, at) if token.text[-1] == "." else "end"


def _past_closing(doc: Doc, at: int) -> int:
    """Past further end marks and closing quotes: „…zakończony!”, „certyfikat.)"."""
    while at < len(doc):
        text = doc[at].text
        glued = not doc[at - 1].whitespace_
        if text[0] in END_MARKS or (glued and text in _CLOSING) or (doc[at].is_space and "\n" not in text):
            at += 1
            continue
        break
    return at


def _can_begin(doc: Doc, at: int) -> bool:
    """Upper case, a digit, an opening quote or a bullet; a line break ends the sentence by itself."""
    first = doc[at].text[0]
    if first in _OPENING or first in _BULLETS:
        later = next((doc[i].text[0] for i in range(at + 1, min(at + 3, len(doc))) if doc[i].text[0].isalnum()), "")
        return later.isupper() or later.isdigit()
    return first.isupper() or first.isdigit() or first.istitle()


def _verdict(doc: Doc, dot: Token, sentence: int, following: int) -> Verdict:
    near = doc[max(0, dot.i - _RUN) : dot.i + 1].text  # not doc.text, which spaCy joins from all tokens at every call
    run = _run_before(near, len(near) - 1)
    glued = following == dot.i + 1 and not dot.whitespace_
    if glued and not _glued_sentence(run, doc[following].text):
        return "inside"
    if _ORDINAL.fullmatch(run) and run != "I":
        return "inside" if _first_words(doc, sentence, dot.i) else "open" if run.isdigit() and len(run) < 3 else "end"
    known = abbreviations().get(run.lower()) if run else None
    if known is None and (mark := _YEAR_MARK.fullmatch(run)):
        known = abbreviations()[mark[1]]
    if known is not None:
        return "open" if known else "inside"
    if _INITIALS.fullmatch(run) and (len(run) != 2 or run in _TWO_LETTER_INITIALS):
        return "inside"
    return "end"


def _run_before(text: str, dot: int) -> str:
    """The characters of the word before a dot: „S.A" of „S.A.", at most 24 of them, without an opening bracket or quote."""
    start = dot
    while start > max(0, dot - _RUN) and (text[start - 1].isalnum() or text[start - 1] in ".-"):
        start -= 1
    return text[start:dot].strip(".-")


def _glued_sentence(run: str, following: str) -> bool:
    """„…certyfikatu.Urząd…": a page lost the space; not „www.Lipowiec.pl" nor „12.05.2010"."""
    return run.isalpha() and run.islower() and len(run) > 3 and following[:1].isupper() and following[1:].islower()


def _first_words(doc: Doc, sentence: int, dot: int) -> bool:
    """Whether nothing but a list marker stands before the dot in its sentence: „1. Burmistrz", „- II. Zakres"."""
    return all(not doc[i].text[0].isalpha() or i == dot - 1 for i in range(sentence, dot)) and dot - sentence <= 4


def ranges(starts: list[int], length: int) -> list[tuple[int, int]]:
    """Half-open token ranges from starts: [0, 4] and 9 tokens -> [(0, 4), (4, 9)]."""
    return list(pairwise([*starts, length]))
