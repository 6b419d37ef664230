"""„nie będzie już odnawiany": what the model of statuses sees of a certificate: words, classes, tense, negation, dates."""

from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.record import period
from pipeline.record.clauses import clauses, is_finite
from pipeline.record.clusters import ALONE, BY_SUBJECT, CARRIED
from pipeline.record.mood import is_conditional, past
from pipeline.record.vocabulary import data, words_of
from pipeline.values.phrase import has_any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.record.clauses import Clause
    from pipeline.record.clusters import Cluster
    from pipeline.record.passages import Passage
    from pipeline.values.phrase import Word

_ABOUT = frozenset({"@cert", "@norm", "@again"})
_NEGATION = 2
"""words; „nie" so far before a word negates it"""
_NEGATING = frozenset({"nie", "bez", "ani", "nikt"})
_LEMMA_OF = frozenset({"subst", "adj", "v", "ger", "ppas", "inf", "pact", "imps", "praet", "fin", "adv", "num", "prep", "conj"})
_STOP = frozenset({"i", "w", "z", "na", "o", "do", "od", "za", "po", "przez", "przy", "to", "ten", "który", "się", "być"})
_SHORTEST = 3
"""letters of a word that is a feature of its own"""
_READINGS = 2
"""lemmas of a word in a pair of words"""
_MOODS = (
    "necessity",
    "possible",
    "ends",
    "expiring",
    "possessing",
    "not_yet",
    "threat",
    "doubt",
    "denial",
    "expecting",
    "ceremony",
)
_REFERENCES = ("joining", "issuing", "handing", "earlier", "ellipsis", "topics", "exchanging", "keeping", "transition")
_YEAR = 12
"""months"""
_MOST = 4


@lru_cache(maxsize=1)
def _classes() -> dict[str, frozenset[str]]:
    """Lists of ``statuses.toml`` by name: verbs of giving, of losing, of renewing …"""
    listed = {name: frozenset(words.split("|")) for name, words in data()["classes"].items() if name not in {"thing", "paper"}}
    moods = {f"m_{name}": words_of("mood", name) for name in _MOODS}
    return listed | moods | {f"r_{name}": words_of("reference", name) for name in _REFERENCES}


@lru_cache(maxsize=50_000)
def _kinds(keys: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name, words in _classes().items() if keys & words)


@lru_cache(maxsize=50_000)
def _lemmas(keys: frozenset[str], form: str) -> tuple[str, ...]:
    """„certyfikatu" -> ("certyfikat",); a form that the dictionary lacks is its own lemma."""
    split = (k.partition("/") for k in keys if not k.startswith(("/", "@", "=")))
    return tuple(sorted({lemma for lemma, _, feature in split if feature in _LEMMA_OF} or {form}))


@lru_cache(maxsize=50_000)
def _shape(keys: frozenset[str], form: str) -> str:
    """„przyznany" -> "ppas", „przyzna" -> "fut", „przyznał" -> "perf", „przyznałby" -> "cond", „papier" -> "n"."""
    if "/v" not in keys:
        return next((name for name in ("ppas", "ger", "inf") if any(k.endswith(f"/{name}") for k in keys)), "n")
    if is_conditional(form):
        return "cond"
    return "fut" if any(k.endswith("/future") for k in keys) else past(form) or "pres"


def _tenses(clause: Clause) -> set[str]:
    found = set()
    for word in clause.words:
        if any(k.endswith("/inf") for k in word.keys):
            found.add("inf")
        elif is_finite(word):
            found.add("fut" if "być/bedzie" in word.keys else _shape(word.keys, word.form.lower()))
    return found or {"verbless"}


def _of_clause(clause: Clause, *, headline: bool) -> Iterator[str]:
    near = "*" if any(w.keys & _ABOUT for w in clause.words) else "-"
    tenses = _tenses(clause)
    modal = "fut" in tenses or has_any(clause.words, words_of("mood", "possible") | words_of("mood", "necessity"))
    yield from (f"t:{tense}:{near}" for tense in tenses)
    if tenses == {"cond"}:
        return  # „przejście na nowe wydanie wymagałoby szkoleń": none of it happened
    negations = [i for i, w in enumerate(clause.words) if w.form.lower() in _NEGATING]
    if negations:
        yield f"neg:{near}"
    for i, word in enumerate(clause.words):
        mark = "!" if any(0 <= i - j <= _NEGATION for j in negations) else ""
        yield from _of_word(word, mark, near)
        for kind in _kinds(word.keys):
            if modal:
                yield f"c:{kind}:modal"
            if headline:
                yield f"c:{kind}:T"
    for first, second in pairwise(clause.words):
        left, right = (_lemmas(w.keys, w.form.lower())[:_READINGS] for w in (first, second))
        yield from (f"b:{a}_{b}" for a in left for b in right)


def _of_word(word: Word, mark: str, near: str) -> Iterator[str]:
    form = word.form.lower()
    shape = _shape(word.keys, form)
    for kind in _kinds(word.keys):
        yield from (f"c:{kind}{mark}", f"c:{kind}{mark}:{shape}", f"c:{kind}{mark}:{near}")
    if len(form) >= _SHORTEST and not form.isdigit():
        for lemma in _lemmas(word.keys, form):
            if lemma not in _STOP:
                yield from (f"w:{lemma}{mark}", f"w:{lemma}{mark}:{near}")


def _of_dates(passage: Passage, zone: str, now: int | None) -> Iterator[str]:
    """„d:audit:A", „dd:valid_until:old": roles of dates, and whether they lie before or behind the day of the article."""
    for mention in passage.of("dates"):
        role = mention.value.get("role")
        yield f"d:{role}:{zone}"
        start, end = period.ends(str(mention.value["value"]))
        point = end or start
        if point and now is not None:
            ago = now - period.months(point)
            yield f"dd:{role}:{'fut' if ago < 0 else 'now' if ago <= 1 else 'yr' if ago <= _YEAR else 'old'}"


def _zone(passage: Passage, weight: int) -> str | None:
    """Title, a passage of this certificate, one about a certificate, one about certification; None for any other."""
    about = any(w.keys & _ABOUT for w in passage.words)
    relevant = about or has_any(passage.words, words_of("mood", "speaks")) or bool(passage.of("certifiers"))
    if not relevant and passage.line and weight < BY_SUBJECT:
        return None
    own = weight >= BY_SUBJECT
    if weight == CARRIED and passage.line:
        return None
    return "T" if passage.line == 0 else "A" if own else "B" if about else "C"


def _of_passage(text: str, passage: Passage, zone: str, now: int | None) -> Iterator[str]:
    parts = passage.clauses or clauses(text, passage.words, passage.start, passage.end)
    for clause in parts:
        yield from _of_clause(clause, headline=zone == "T")
    yield from _of_dates(passage, zone, now)
    if passage.of("durations"):
        yield f"dur:{zone}"
    yield from (f"k:{m.value.get('kind')}:{zone}" for m in passage.of("certifiers"))
    if passage.gapped:
        yield "gapped"


def _of_whole(cluster: Cluster) -> dict[str, float]:
    own = [p for p, w in cluster.passages if w >= BY_SUBJECT]
    papers = sum("@cert" in w.keys for p, weight in cluster.passages if weight >= ALONE for w in p.words)
    points = (x for p, _ in cluster.passages for m in p.of("dates") for x in period.ends(str(m.value["value"])) if x)
    years = [int(point[:4]) for point in points]
    return {
        "nofam": float(not cluster.families),
        "anyA": float(bool(own)),
        "titleA": float(any(p.line == 0 for p in own)),
        "anyCert": float(papers > 0),
        "ownCert": float(any("@cert" in w.keys for p in own for w in p.words)),
        "certWords": math.log1p(min(_MOST, papers)),
        "span": math.log1p(min(_MOST, (max(years) - min(years)) // 2)) if years else 0.0,
    }


def features(text: str, published: str | None, cluster: Cluster, *, several: bool, held: bool) -> dict[str, float]:
    """„Papier zostaje" -> {"w:papier": .69, "w:zostawać": .69, "t:pres:*": .69, …}; counts as logarithms, nothing that is zero.

    Args:
        text: the cleaned article.
        published: EDTF value of the article's day, if known.
        cluster: a certificate's passages.
        several: whether the article tells of several certificates.
        held: whether a holder is known.
    """
    now = period.ends(published)[0] if published else None
    month = period.months(now) if now else None
    counts: Counter[str] = Counter()
    for passage, weight in cluster.passages:
        zone = _zone(passage, weight)
        if zone is not None:
            counts.update(_of_passage(text, passage, zone, month))
    whole = _of_whole(cluster) | {"several": float(several), "holder": float(held)}
    return {name: math.log1p(n) for name, n in counts.items()} | {name: value for name, value in whole.items() if value}
