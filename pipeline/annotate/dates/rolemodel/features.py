"""„po wizycie z 9 maja zalecili": what the role model sees of a date: words near it, its form, its time, its neighbours.

A feature is a string such as ``gov=give``; the ones that join two facts (``gov*form=give,end``) let a linear model weigh them
together. Words are seen by their classes alone (``lexicon``), so that a lemma that no training text had still counts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.dates.layout import heading_cell, signs
from pipeline.annotate.dates.rolemodel.lexicon import EVENTS, of_lemmas, of_words
from pipeline.annotate.dates.rolemodel.neighbours import Order, Told, of_neighbours
from pipeline.annotate.dates.rolemodel.timing import precision, relation
from pipeline.annotate.dates.words import lemmas_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc, Token

    from pipeline.annotate.dates.cues import Form
    from pipeline.annotate.dates.place import Surroundings
    from pipeline.annotate.dates.sentences import Sentences
    from pipeline.annotate.dates.words import Word
    from pipeline.values.edtf import Date, FoundDate, Interval

_NEAR = 25
"""words of the sentences before and behind that are looked at"""
_WIDE = 40
"""words of the date's own sentence on each side, so that an endless one stays linear"""
_STEP, _FAR = 2, 4
"""a distance in words is told in steps of two, up to four steps"""
_DAY_WORDS = frozenset({"dniu", "dnia", "roku", "lat", "latach", "okres", "okresie", "rok"})
_UNITS = frozenset({"dzień", "rok", "okres", "lato"})
_UNKNOWN, _NONE = ("unknown",), ("none",)


class Seen(NamedTuple):
    """A date of the text, its form, and what stands around it."""

    found: FoundDate
    form: Form
    around: Surroundings


class _Context(NamedTuple):
    doc: Doc
    text: str
    sentences: Sentences
    published: Date | Interval | None
    spans: list[tuple[int, int]]
    """of all dates, in text order"""

    def between(self, start: int, end: int) -> list[tuple[int, int]]:
        """The dates that reach into a stretch of text; a date before it may, so one more is taken."""
        low = max(0, bisect_left(self.spans, (start, 0)) - 1)
        return self.spans[low : bisect_right(self.spans, (end, end))]


def features(
    doc: Doc, text: str, sentences: Sentences, seen: Sequence[Seen], published: Date | Interval | None
) -> list[list[str]]:
    """„Audyt odbył się w maju" -> ["eb=auditn", "gov=event", …], one list for each date.

    Args:
        doc: the document, with tenses of its verbs.
        text: its text.
        sentences: its sentences as words.
        seen: all dates of the document in text order.
        published: the day of publication, if known.
    """
    context = _Context(doc, text, sentences, published, [(s.found.start, s.found.end) for s in seen])
    described = [_of_date(context, one) for one in seen]
    told = [one.told for one in described]
    ordered = Order([one.found.value for one in seen])
    for at, one in enumerate(described):
        one.features.update(of_neighbours(told, at))
        one.features.update(ordered.of(at, seen[at].form, one.told.governor))
    return [sorted(one.features) for one in described]


class _Described(NamedTuple):
    features: set[str]
    told: Told


def _of_date(context: _Context, seen: Seen) -> _Described:
    found, form, around = seen
    sentence = context.sentences.around(found.start, found.end)
    left, right = _parted(context, around)
    when = relation(found.value, context.published)
    some = {f"form={form}", f"when={when}", f"form*when={form},{when}", f"precision={precision(found.value)}"}
    some.add(f"form*precision={form},{precision(found.value)}")
    some |= signs(context.text, found)
    some |= _of_place(around, form)
    if sentence.question:
        some.add("question")
    preposition = _preposition(left)
    some |= {f"prep={preposition}", f"prep*form={preposition},{form}"}
    some |= _of_nouns(left, right, form, preposition)
    governor, more = _of_verbs(context.doc, left, right, verbless=around.verbless)
    clause = of_words([*left, *right])
    some |= more | _of_governor(governor, clause, form, when, preposition)
    some |= _of_clause(left, right, clause, form, when)
    before, some_before = _nearest(list(reversed(left)), "eb", form, when)
    behind, some_behind = _nearest(right, "ea", form, when)
    some |= some_before | some_behind | {f"eb*ea={a},{b}" for a in before[:2] for b in behind[:2]}
    some |= _of_sentences(context, found, form)
    inside = bisect_left(context.spans, (sentence.end, 0)) - bisect_left(context.spans, (sentence.start, 0))
    some |= {f"dates={min(inside, _FAR)}"} | ({"only"} if len(context.spans) == 1 else set())
    named = frozenset(before) | frozenset(behind)
    return _Described(some, Told(sentence.start, found, form, governor, named))


def _parted(context: _Context, around: Surroundings) -> tuple[list[Word], list[Word]]:
    """The clause's words before and behind the date, without those of other dates."""
    near = context.between(around.clause[0].start, around.clause[-1].start) if around.clause else []
    free = [not any(a <= w.start < b for a, b in near) for w in around.clause]
    left = [w for w, keep in zip(around.clause[: around.first], free, strict=False) if keep]
    right = [w for w, keep in zip(around.clause[around.first :], free[around.first :], strict=False) if keep]
    return left, right


def _of_place(around: Surroundings, form: str) -> set[str]:
    """What is spoken of, and whether the sentence has a verb."""
    some = {f"topic={t}" for t in around.context} | {f"told={t}" for t in around.sentence}
    if not around.context:
        some.add("topic=none")
    if around.verbless:
        some |= {"verbless", f"verbless*form={form}"}
    if around.foreign:
        some.add(f"foreign={around.foreign}")
    return some


def _preposition(left: Sequence[Word]) -> str:
    """„w dniu 5 maja" -> "w"; "*" for a word that is none, "^" for none at all."""
    word = next((w for w in reversed(left) if w.text.lower() not in _DAY_WORDS), None)
    if word is None:
        return "^"
    return "*" if word.finite or any(word.shape) or len(word.text) > len("podczas") else word.text.lower()


def _of_nouns(left: Sequence[Word], right: Sequence[Word], form: str, preposition: str) -> set[str]:
    """The noun nearest before the date and the one nearest behind it."""
    some: set[str] = set()
    before = next((w for w in reversed(left) if w.shape.noun and not w.finite and not w.lemmas & _UNITS), None)
    if before is not None:
        for kind in of_lemmas(before.lemmas):
            some |= {f"nb={kind}", f"nb*form={kind},{form}", f"nb*prep={kind},{preposition}"}
            if before.shape.nominative:
                some.add(f"nbnom={kind}")
    behind = next((w for w in right if w.shape.noun and not w.finite), None)
    if behind is not None:
        some |= {f"na={kind}" for kind in of_lemmas(behind.lemmas)}
    return some


def _tense(token: Token) -> str:
    """„odbędzie" -> "future", „wręczono" -> "past", „wręczony" -> "participle"."""
    morph = token.morph
    form = morph.get("VerbForm", [])
    if "Part" in form:
        return "participle"
    if "Inf" in form:
        return "infinitive"
    tense = next(iter(morph.get("Tense", [])), "?")
    if tense == "Fut" or (tense == "Pres" and "Perf" in morph.get("Aspect", [])):
        return "future"
    return {"Past": "past", "Pres": "present"}.get(tense, "?")


def _of_verbs(doc: Doc, left: Sequence[Word], right: Sequence[Word], *, verbless: bool) -> tuple[tuple[str, ...], set[str]]:
    """The classes of the verb that governs the date: the nearest before it, else the nearest behind it; and what of either."""
    before = next((w for w in reversed(left) if w.finite or w.shape.infinitive or w.shape.participle), None)
    behind = next((w for w in right if w.finite or w.shape.infinitive or (verbless and w.shape.participle)), None)
    some: set[str] = set()
    for name, word in (("vb", before), ("va", behind)):
        if word is None:
            some.add(f"{name}=none")
            continue
        some.add(f"{name}t={_tense(doc[word.i])}")
        some |= {f"{name}={kind}" for kind in of_lemmas(word.lemmas) or _UNKNOWN}
    word = before or behind
    if word is None:
        return _NONE, some
    kinds, tense = of_lemmas(word.lemmas) or _UNKNOWN, _tense(doc[word.i])
    return kinds, some | {f"govt={tense}"} | {f"gov*t={kind},{tense}" for kind in kinds}


def _of_governor(governor: Iterable[str], clause: set[str], form: str, when: str, preposition: str) -> set[str]:
    certificate = bool(clause & {"cert", "paper"})
    audit = bool(clause & {"auditn", "recert", "certification"})
    first, again, negated = ("first" in clause, "again" in clause, "neg" in clause)
    some: set[str] = set()
    for kind in governor:
        some |= {
            f"gov={kind}", f"gov*form={kind},{form}", f"gov*when={kind},{when}", f"gov*prep={kind},{preposition}",
            f"gov*cert={kind},{certificate}", f"gov*audit={kind},{audit}", f"gov*first={kind},{first}",
            f"gov*again={kind},{again}", f"gov*neg={kind},{negated}",
        }  # fmt: skip
    return some


def _of_clause(left: Sequence[Word], right: Sequence[Word], clause: set[str], form: str, when: str) -> set[str]:
    some: set[str] = set()
    for name, kinds in (("cb", of_words(left)), ("ca", of_words(right)), ("c", clause)):
        for kind in kinds:
            some |= {f"{name}={kind}", f"{name}*form={kind},{form}"}
    return some | {f"c*when={kind},{when}" for kind in clause}


def _nearest(some: Sequence[Word], name: str, form: str, when: str) -> tuple[tuple[str, ...], set[str]]:
    """The classes of the nearest word that names an event, and how far it is."""
    for away, word in enumerate(some):
        kinds = tuple(kind for kind in of_lemmas(word.lemmas) if kind in EVENTS)
        if kinds:
            told = {f"{name}={k}" for k in kinds} | {f"{name}*form={k},{form}" for k in kinds}
            told |= {f"{name}*when={k},{when}" for k in kinds}
            return kinds, told | {f"{name}*away={k},{min(away // _STEP, _FAR)}" for k in kinds}
    return _NONE, set()


def _of_sentences(context: _Context, found: FoundDate, form: str) -> set[str]:
    """The sentence outside the clause, the one before, the one behind; a question before; the head of a table's column."""
    sentence = context.sentences.around(found.start, found.end)
    at = bisect_left(sentence.starts, found.start)
    words = sentence.words[max(0, at - _WIDE) : at + _WIDE]
    near = context.between(words[0].start, words[-1].start) if words else []
    own = [w for w in words if not any(a <= w.start < b for a, b in near)]
    some = {f"sb={kind}" for kind in of_words(w for w in own if w.start < found.start)}
    some |= {f"sa={kind}" for kind in of_words(w for w in own if w.start > found.start)}
    earlier = next(iter(context.sentences.before(sentence.start)), None)
    if earlier is not None:
        kinds = of_words(earlier.words[-_NEAR:])
        some |= {f"before={kind}" for kind in kinds}
        if earlier.question:
            some |= {"asked"} | {f"asked*form={kind},{form}" for kind in kinds}
    later = next(context.sentences.behind(sentence.end), None)
    if later is not None:
        some |= {f"behind={kind}" for kind in of_words(later.words[:_NEAR])}
    for word in heading_cell(context.text, found.start).split():
        for kind in of_lemmas(lemmas_of(word.strip(".,:;()"))):
            some |= {f"head={kind}", f"head*form={kind},{form}"}
    return some
