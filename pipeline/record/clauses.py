"""„Certyfikat, którym legitymował się urząd, wygasł": the clauses of a sentence, a broken one put together again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from pipeline.record.vocabulary import data, words_of
from pipeline.values.phrase import cases, has_any

if TYPE_CHECKING:
    from pipeline.values.phrase import Word

ClauseKind = Literal["main", "coordinate", "relative", "time", "purpose", "condition", "content"]
_BREAK = re.compile(r"[,;()]|:(?=\s)|(?:^|\s)[–—-]\s")
_PREPOSITION = r"(?:(?:[wzouk]|we|ze|na|do|od|ode|po|za|przez|dla|pod|nad|przy|dzięki|według)\s+)?"
_NOMINAL = ("/subst", "/adj")
_THAT_IS = (["to", "jest"], ["to", "znaczy"])
_AND = frozenset({"i", "oraz", "a", "ale", "lecz", "lub"})
_ABOUT = frozenset({"@cert", "@norm"})
_OPEN = 6
"""clauses; one that lacks its verb for longer has none"""
_OPENING = 3
"""words among which the relative pronoun of a clause stands: „na mocy którego" has it third"""


@dataclass(slots=True, eq=False)
class Clause:
    """One finite verb with what belongs to it; its words may lie on both sides of another clause."""

    kind: ClauseKind
    words: list[Word]
    antecedent: list[Word]
    """of a relative clause: the words right before it"""

    joined: bool = False
    """whether it goes on behind „i" in the clause before it"""
    shared: frozenset[int] = frozenset()
    """first characters of words that belong to the conjunct before"""
    starts: frozenset[int] = frozenset()

    def holds(self, start: int) -> bool:
        """Whether the clause has a word that begins at a character."""
        return start in self.starts


class _Piece(NamedTuple):
    kind: ClauseKind | None
    words: list[Word]
    joined: bool = False
    """whether it goes on behind „i" """
    shared: tuple[Word, ...] = ()
    """words of the conjunct before that hold for this one as well"""


@lru_cache(maxsize=1)
def _openings() -> tuple[tuple[ClauseKind, re.Pattern[str]], ...]:
    table: dict[ClauseKind, list[str]] = data()["clauses"]
    return tuple(
        (kind, re.compile(rf"[\s\"„”–—-]*{_PREPOSITION}(?:{'|'.join(words)})\b", re.IGNORECASE))
        for kind, words in table.items()
    )


def is_finite(word: Word) -> bool:
    """„wygasł", not „lata", which is a noun as well."""
    if "/v" not in word.keys:
        return False
    return word.form.lower() in _ALWAYS or bool(word.keys & _verbs()) or not any(k.endswith(_NOMINAL) for k in word.keys)


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    return frozenset(f"{lemma}/v" for lemma in words_of("reference", "verbs"))


_ALWAYS = frozenset({"ma", "mają", "mamy", "stara", "jest", "są", "można", "trzeba", "może", "mogą"})
"""forms that are nearly always verbs, whatever else the dictionary knows them as"""


def _opening(text: str, start: int, end: int) -> ClauseKind | None:
    return next((kind for kind, wanted in _openings() if wanted.match(text, start, end)), None)


def _pieces(text: str, words: list[Word], start: int, end: int) -> list[_Piece]:
    """What stands between commas, dashes and brackets, with the kind of clause that its first word opens."""
    breaks = list(_BREAK.finditer(text, start, end))
    bounds = [start, *(m.end() for m in breaks), end]
    apart = {m.end() for m in breaks if m.group() == ";"}
    pieces: list[_Piece] = []
    index = 0
    for low, high in pairwise(bounds):
        own = []
        while index < len(words) and words[index].start < high:
            own.append(words[index])
            index += 1
        if own:
            pieces += _conjuncts(_opening(text, low, high) or ("coordinate" if low in apart else None), own)
    return pieces


def _conjuncts(kind: ClauseKind | None, words: list[Word]) -> list[_Piece]:
    """„przyznano w 2009 r. | i odnowiono w 2012 r.": a piece with two finite verbs, cut at the conjunction between them."""
    verbs = [i for i, w in enumerate(words) if is_finite(w)]
    cuts = []
    for first, second in pairwise(verbs):
        found = [i for i in range(first + 1, second) if words[i].form.lower() in _AND]
        cuts += found[-1:]
    bounds = [0, *cuts, len(words)]
    pieces = [_Piece(kind, words[low:high]) for low, high in pairwise(bounds)]
    shared: list[Word] = []
    for number, piece in enumerate(pieces):
        if number:
            own = any(w.keys & _ABOUT for w in piece.words) or has_object(piece.words)
            pieces[number] = piece._replace(kind=kind or "coordinate", joined=True, shared=() if own else tuple(shared))
        shared = _shared(kind, pieces[number]) or shared
    return pieces


def has_object(words: list[Word]) -> bool:
    """„i otrzymał [tytuł]": a noun in the accusative that no preposition governs, neither a subject nor a time."""
    free = True
    for word in words:
        governs = any(k.endswith("/prep") for k in word.keys)
        nouns = not governs and any(k.endswith("/subst") for k in word.keys) and not is_finite(word)
        named = word.form[0].isupper() or word.keys & words_of("reference", "subjects")
        if free and nouns and not named and "acc" in cases(word.form):
            return True
        if governs:
            free = False
        elif nouns:
            free = True
    return False


def _shared(kind: ClauseKind | None, piece: _Piece) -> list[Word]:
    """What the verb of the next conjunct goes with too: „który" of a relative clause, else the certificate."""
    if kind == "relative":
        return [w for w in piece.words[:_OPENING] if w.keys & {"który", "jaki"}][:1]
    return [w for w in piece.words if w.keys & _ABOUT]


def clauses(text: str, words: list[Word], start: int, end: int) -> list[Clause]:
    """„Certyfikat, który wydano w 2009 r., wygasł" -> „Certyfikat … wygasł" and „który wydano w 2009 r.".

    A piece without a verb goes to the clause before it; one with a verb behind a relative clause goes on with the clause that
    the relative one interrupted.

    Args:
        text: the article.
        words: those of the sentence.
        start: the sentence's first character.
        end: one past its last.
    """
    found: list[Clause] = []
    main: Clause | None = None
    resumed: Clause | None = None
    for kind, own, joined, shared in _pieces(text, words, start, end):
        finite = any(map(is_finite, own)) and [w.form.lower() for w in own[:2]] not in _THAT_IS
        last, resumed = resumed or (found[-1] if found else None), None if kind is not None or finite else resumed
        if kind is not None:
            before = last.antecedent if joined and last else last.words if last else []
            last = Clause(kind, [*shared, *own], list(before), joined, frozenset(w.start for w in shared))
            found.append(last)
            main = last if kind == "coordinate" else main
        elif last is None:
            main = Clause("main", list(own), [])
            found.append(main)
        elif not finite or not any(map(is_finite, last.words)):
            last.words += own
        elif (waiting := _waiting(found)) is not None:
            waiting.words += own
            resumed = waiting
        else:
            main = _next_main(main, own)
            found.append(main)
    found = _settled(found)
    found = _attested(found)
    for clause in found:
        clause.starts = frozenset(w.start for w in clause.words) - clause.shared
    return found


def _next_main(before: Clause | None, own: list[Word]) -> Clause:
    """„[Certyfikat] miał trafić do nas w marcu, trafił w czerwcu": a clause without an object goes on about the one before."""
    alone = any(w.keys & _ABOUT for w in own) or has_object(own)
    shared = [] if before is None or alone else [w for w in before.words if w.keys & _ABOUT]
    return Clause("main", [*shared, *own], [], shared=frozenset(w.start for w in shared))


def _waiting(found: list[Clause]) -> Clause | None:
    """„że certyfikat, [który ma urząd,]": the nearest clause before the last one that still lacks its verb."""
    for clause in reversed(found[-_OPEN:-1]):
        if not any(map(is_finite, clause.words)):
            return clause
    return None


def _settled(found: list[Clause]) -> list[Clause]:
    """„…, a także ISO 14001" has no verb and belongs to the clause before; „…, a dokument wręczono" is a clause."""
    kept: list[Clause] = []
    for clause in found:
        if clause.kind == "coordinate":
            clause.kind = "main"
            if kept and not any(map(is_finite, clause.words)):
                kept[-1].words += clause.words
                continue
        kept.append(clause)
    return kept


def _attested(found: list[Clause]) -> list[Clause]:
    """„DEKRA poświadczyła, że urząd spełnia normę", „pozwolił, by wygasł": what is attested or let goes with its verb."""
    kept: list[Clause] = []
    for clause in found:
        attested = clause.kind == "content" and bool(kept) and has_any(kept[-1].words, words_of("reference", "attesting"))
        allowed = clause.kind == "purpose" and bool(kept) and has_any(kept[-1].words, words_of("reference", "allowing"))
        if attested or allowed:
            kept[-1].words += clause.words
        else:
            kept.append(clause)
    return kept
