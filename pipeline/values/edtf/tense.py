"""„audyt odbędzie się 21 maja": whether the sentence around a date tells of what is to come or of what was."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from operator import itemgetter
from typing import Any, Final

from pipeline.values import morph

SENTENCE_END: Final = re.compile(r"[.!?…;]\s+(?=[^\W\d_a-ząćęłńóśźż])|\n")
_ASKED: Final = re.compile(r"\?\s+(?:[–—-]\s*)?(?:[^\W\d_]+\s+){0,3}\Z")
"""„– Kiedy wrócą? – Najpóźniej w maju": the question of an answer without a verb; its text ends where the date begins"""
_SINCE: Final = re.compile(r"\b([^\W\d_]+)\s+(?:(?:już|nieprzerwanie|dopiero)\s+)?od\s+(?:dnia\s+)?\Z")
"""„remont trwa od maja": the verb right before „od", its text ends where the date begins"""
_FROM: Final = ("od", "dnia")
_SIGNS = 8
"""characters between the question mark and the answer: a blank, a line break, a dash"""
_WORDS: Final = re.compile(r"[^\W\d_]+")
_BREAK: Final = re.compile(r"[,;:()–—]|(?<=\s)(?:i|a|oraz|ale|lecz|zaś|natomiast)(?=\s)")
"""what parts clauses; a conjunction as well, „rozpoczęły się we wrześniu i potrwają do czerwca”"""
_PLANNED: Final = re.compile(r"\b(?:za)?planowan\w{1,3}\s+(?:\w{1,9}\s+){0,3}\Z|\bprzewidzian\w{1,3}\s+(?:\w{1,9}\s+){0,3}\Z")
_NEAR = 60
"""characters before a day in which „planowany na" stands"""
_WAS: Final = frozenset({"był", "była", "było", "były", "byli", "trwał", "trwała", "trwało", "trwały"})
"""past tenses that are also adjectives, „były wójt”; right before a date they are verbs"""
_CLAUSE_END: Final = re.compile(r"[,;:()–—]")
_REACH = 160
"""characters on each side in which a verb may tell past from future"""
_APART = 80
"""characters that a comma counts for: in „obiecał, że do września dostaną” the verb of the own clause tells"""
_BREAKS = 2
"""commas that count"""
_INFINITIVE = 4
"""words after „ma" within which an infinitive makes it a future: „mają się wkrótce zakończyć”"""
_HAVE = frozenset({"ma", "mają", "mamy"})
_GOVERNING = frozenset({"prep", "adj", "num", "ppas", "pact"})
_IN = frozenset({"w", "we", "dnia", "dniu", "dniach"})
"""what may stand between a participle and its date: „zakończony we wrześniu"; „umówiony na wrzesień" tells nothing"""
_FORMER: Final = frozenset({"były", "była", "byli"})
"""of them those that mean „former" before a person"""
_UP_TO: Final = frozenset({"od", "do", "końca", "połowy", "początku"})
"""what may stand there behind „trwała", besides"""
_PREPOSITIONS = 2
"""of them: „w dniu" has two"""
_PASSIVE_FUTURE = frozenset({"zostanie", "zostaną"})
_AUXILIARY = _PASSIVE_FUTURE | {"zostać", "będzie", "będą", "być"}
_PASSIVE = 4
"""words before a participle in which its auxiliary stands: „zostanie uroczyście podpisana” has two"""


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    data: dict[str, Any] = tomllib.loads((files(__package__) / "guards.toml").read_text(encoding="utf-8"))["future"]
    return {
        name: frozenset(data[name])
        for name in ("words", "past_words", "announcing", "expecting", "hoping", "lasting", "closing", "starting")
    }


def looks_ahead(text: str, start: int, end: int) -> bool | None:
    """„audyt odbędzie się 21 maja" -> True, „odbył się 21 maja" -> False: the nearest verb of the sentence decides.

    Looks 160 characters to either side, within the sentence; a verb of the date's own clause is nearer than one behind a
    comma. An answer without a verb has the tense of its question. None where neither a verb nor a word of guards.toml tells.
    """
    told, key = _told(text), (start, end)
    try:
        return told[key]
    except KeyError:
        return told.setdefault(key, _looks_ahead(text, start, end))


@lru_cache(maxsize=1)
def _told(text: str) -> dict[tuple[int, int], bool | None]:  # noqa: ARG001  # the key of the cache
    """What was said of the dates of the text that is being read: later dates ask for those before them."""
    return {}


def _looks_ahead(text: str, start: int, end: int) -> bool | None:
    low, high = _sentence(text, start, end)
    since = text[max(0, start - _SIGNS) : start].rstrip().endswith(_FROM)
    if since and (lasts := _SINCE.search(text, low, start)) is not None and _is_lasting(lasts[1].lower()):
        return False
    told = _nearest(text, (low, start), (end, high))
    if told is None and (asked := _ASKED.search(text, max(0, low - _SIGNS), start)) is not None:
        at = asked.start()
        return _nearest(text, (_sentence(text, at, at)[0], at), (at, at))
    return told


def until_ahead(text: str, start: int) -> bool:
    """„zamknięto do [30 maja]", „odwołał zajęcia do [środy]": whether a past verb in the clause says what lasts until a day.

    Args:
        text: the article.
        start: first character of the date, its „do" among them or not.
    """
    low = _sentence(text, start, start)[0]
    for m in _CLAUSE_END.finditer(text, low, start):
        low = m.end()
    return any(_is_closing(m[0].lower()) for m in _WORDS.finditer(text, low, start))


def is_planned(text: str, start: int) -> bool:
    """„audyt, planowany na [7 maja], przełożono": whether a day is what was planned, not when something takes place."""
    return _PLANNED.search(text, max(0, start - _NEAR), start) is not None


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    low = max(0, start - _REACH)
    for m in SENTENCE_END.finditer(text, low, start):
        low = m.end()
    stop = SENTENCE_END.search(text, end, end + _REACH)
    return low, stop.start() if stop else min(len(text), end + _REACH)


def _nearest(text: str, before: tuple[int, int], after: tuple[int, int]) -> bool | None:
    """The tense of the verb nearest to what lies between the two stretches."""
    start, end = before[1], after[0]
    words = list(_WORDS.finditer(text, before[0], after[1]))
    telling = [(i, m) for i, m in enumerate(words) if _may_tell(m[0]) and (m.end() <= start or m.start() >= end)]
    told = [(m, tense) for i, m in telling if (tense := _tense_at(words, i, start)) is not None]
    told += [(m, False) for _, m in telling if m.start() >= end and _announced_on(text, (start, end), m)]
    if len(told) < 2:
        return told[0][1] if told else None
    breaks = [m.start() for m in _BREAK.finditer(text, before[0], after[1])]
    distances = []
    for m, tense in told:
        low, high = (m.end(), start) if m.end() <= start else (end, m.start())
        distances.append((high - low + _APART * min(_BREAKS, sum(low <= b < high for b in breaks)), tense))
    return min(distances, key=itemgetter(0))[1]


@lru_cache(maxsize=100_000)
def _may_tell(printed: str) -> bool:
    """Whether a word may say past or future at all: most words do not, and need no second look."""
    word = printed.lower()
    if word in _HAVE | _PASSIVE_FUTURE | _WAS or _tense(word)[0] is not None or _is_done(word):
        return True
    return _is_announcing(word) or any(r.pos == "fin" and r.lemma in _words()["hoping"] for r in morph.analyse(word))


def _announced_on(text: str, span: tuple[int, int], verb: re.Match[str]) -> bool:
    """„[w maju] audytorzy zapowiedzieli, że …": the day of an announcement stands before its verb, and not behind „na"."""
    return (
        _is_announcing(verb[0].lower())
        and _BREAK.search(text, span[1], verb.start()) is None
        and not text[max(0, span[0] - _SIGNS) : span[0]].rstrip().lower().endswith(("na", "dzień"))
    )


def _tense_at(words: list[re.Match[str]], i: int, start: int) -> bool | None:
    word = words[i][0]
    if word.lower() in _HAVE:
        return True if any(_is_infinitive(m[0].lower()) for m in words[i + 1 : i + 1 + _INFINITIVE]) else None
    behind = words[i + 1][0] if i + 1 < len(words) else ""
    if word.lower() in _PASSIVE_FUTURE or _is_hoping(word.lower(), behind.lower()):
        return True
    tense, certain = _tense(word.lower())
    takes = (
        tense is None and words[i].end() < start and (word in _WAS or _is_done(word.lower())) and _takes_date(words, i, start)
    )
    if takes or (word in _FORMER and not _is_person(behind)):
        return False
    if tense is None or certain:
        return tense
    before = words[i - 1][0].lower() if i else ""
    return tense if word.islower() and not _governs(before) else None


def _takes_date(words: list[re.Match[str]], i: int, start: int) -> bool:
    """„zakończonego [we] wrześniu": only „w" or „dnia" stands between a participle and the date, and no „zostanie" before."""
    between = [m[0].lower() for m in words[i + 1 : i + 2 + _PREPOSITIONS] if m.start() < start]
    may = _IN | _UP_TO if words[i][0] in _WAS else _IN
    if len(between) > _PREPOSITIONS or not may.issuperset(between):
        return False
    return _AUXILIARY.isdisjoint(m[0].lower() for m in words[max(0, i - _PASSIVE) : i])


@lru_cache(maxsize=50_000)
def _tense(word: str) -> tuple[bool | None, bool]:
    """True for the future, False for the past, None for words that tell nothing; and whether the form is nothing else.

    „Złoży", „zajmie", „zostanie" are also nouns; as verbs they are far more frequent in announcements. „Zapowiedział" tells
    nothing of when what he announced takes place.
    """
    listed = _words()
    if word in listed["words"] or word in listed["past_words"]:
        return word in listed["words"], True
    readings = morph.analyse(word)
    nominal = any(r.case is not None for r in readings)
    for r in readings:
        if r.pos == "bedzie" or (r.pos == "fin" and (":perf" in r.tag or r.lemma in listed["expecting"])):
            return True, not nominal
        if r.pos in {"praet", "imps"} and not nominal:
            return (None if r.lemma in listed["announcing"] else False), True
    return None, True


@lru_cache(maxsize=50_000)
def _is_done(word: str) -> bool:
    """„zakończony", „wydana": a passive participle of a perfective verb."""
    return any(r.pos == "ppas" and ":perf" in r.tag for r in morph.analyse(word))


def _is_hoping(word: str, following: str) -> bool:
    """„liczymy na", „liczą na": the present of who counts on what is to come; „liczy 300 metrów" tells nothing."""
    return following == "na" and any(r.pos == "fin" and r.lemma in _words()["hoping"] for r in morph.analyse(word))


@lru_cache(maxsize=5_000)
def _is_lasting(word: str) -> bool:
    """„trwa", „działa": the present of what has gone on since."""
    return any(r.pos == "fin" and r.lemma in _words()["lasting"] for r in morph.analyse(word))


@lru_cache(maxsize=5_000)
def _is_person(word: str) -> bool:
    """„[byli] radni": a noun or an adjective in the nominative."""
    return any(r.pos in {"subst", "adj"} and r.case == "nom" for r in morph.analyse(word.lower()))


@lru_cache(maxsize=5_000)
def _is_announcing(word: str) -> bool:
    """„zapowiedział", „obiecano": the past of who speaks of what is to come."""
    return any(r.pos in {"praet", "imps"} and r.lemma in _words()["announcing"] for r in morph.analyse(word))


def is_scheduled(text: str, start: int, end: int) -> bool:
    """„w poniedziałek wracają objazdy": whether the present tense tells of what begins or ends on a day of the clause."""
    low, high = _sentence(text, start, end)
    for m in _CLAUSE_END.finditer(text, low, start):
        low = m.end()
    stop = _CLAUSE_END.search(text, end, high)
    words = _WORDS.finditer(text, low, stop.start() if stop else high)
    return any(_is_starting(m[0].lower()) for m in words)


@lru_cache(maxsize=5_000)
def _is_starting(word: str) -> bool:
    return any(r.pos == "fin" and r.lemma in _words()["starting"] for r in morph.analyse(word))


@lru_cache(maxsize=5_000)
def _is_closing(word: str) -> bool:
    """„zamknięto", „przedłużona": the past of what holds from then on."""
    return any(r.pos in {"praet", "imps", "ppas"} and r.lemma in _words()["closing"] for r in morph.analyse(word))


@lru_cache(maxsize=50_000)
def _is_infinitive(word: str) -> bool:
    return any(r.pos == "inf" for r in morph.analyse(word))


@lru_cache(maxsize=20_000)
def _governs(word: str) -> bool:
    """„w stanie", „nowe złoże": a preposition or an adjective before the word says that it is a noun; „droga" is both."""
    of = {r.pos for r in morph.analyse(word)}
    return bool(of & _GOVERNING) and "subst" not in of
