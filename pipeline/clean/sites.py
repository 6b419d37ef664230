"""„Urząd Gminy Wierzbowo", „Aktualności", „wierzbowo.example": what stands in titles and is no headline."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources

from pipeline.text import fold, squash
from pipeline.values import morph

_HOST = re.compile(r"(?:[\w-]+\.)+[\w-]{2,}")
_PORTAL = re.compile(r"[^\W\d_]{3,}24h?")
"""„Lipiny24": the town and the hours of a day in one word"""
_WORDS = re.compile(r"\w+")
_SOMEWHERE = re.compile(r"\b(?:w|we) [a-ząćęłńóśźż]")
_PARTS = re.compile(r"\s[-–—|•·»]\s")
_LINE_PARTS = re.compile(r"\s[-–—|•·»:/]+\s|\s*[,|»;]\s*|\s(?=\d)")
_TITLE_PARTS = re.compile(r"\s+[-–—|•·»«:/]+\s+|\s*[|»«]\s*")
LONGEST_TITLE = 300
"""characters; longer lines are no headlines"""
_PLACE_WORDS = 3
_LONGEST = 8
"""words; a longer line is a sentence"""
_VERBS = frozenset({"fin", "praet", "imps", "bedzie", "winien"})
"""finite forms in the tagset of the National Corpus of Polish"""


@lru_cache(maxsize=1)
def _data() -> dict[str, frozenset[str]]:
    text = (resources.files("pipeline.clean") / "data" / "sites.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


@lru_cache(maxsize=4096)
def is_site_name(text: str) -> bool:
    """„Urząd Gminy Wierzbowo" -> True; „Urząd Gminy z certyfikatem", „Gmina Wierzbowo uzyskała certyfikat" -> False.

    A name opens with the word of an office, a bulletin or a paper and is no sentence: it has neither a finite verb (by
    Morfeusz), nor a predicate („laureatem"), nor a word that only sentences have, and it is in no such place as „w czołówce".
    The lexicon is data/sites.toml.
    """
    parts = _PARTS.split(text.strip())
    if len(parts) > 1:
        return _is_named_in_parts(parts)
    words = _WORDS.findall(text)
    folded = [fold(word) for word in words]
    if not words or len(words) > _LONGEST:
        return False
    if _HOST.fullmatch(text.strip()) or _PORTAL.fullmatch(text.strip()) or _is_frame(folded):
        return True
    while len(folded) > 1 and folded[0] in _data()["prefaces"]:
        folded, words = folded[1:], words[1:]
    if folded[0] not in _data()["offices"]:
        return False
    if any(word in _data()["sentence"] for word in folded[1:]) or _is_somewhere(text):
        return False
    return not any(_is_verb(word) or _is_predicate(word) for word in words[1:])


def named_site(text: str) -> str | None:
    """„Mamy ISO - Urząd Gminy Lipowa", „Urząd Gminy Lipowa, ul. Długa 1" -> "Urząd Gminy Lipowa": whose site it is.

    Sections and greetings name no place and do not count.
    """
    for part in _LINE_PARTS.split(text):
        name = part.strip(" .©()0123456789-–")
        words = [word for word in _WORDS.findall(fold(name)) if word not in _data()["prefaces"]]
        if len(words) > 1 and words[0] in _data()["offices"] and is_site_name(name):
            return name
    return None


def _is_frame(folded: list[str]) -> bool:
    """„Aktualności", „Lipiny online", „Witamy na stronie gminy": a section, the end of a portal's name, a greeting."""
    data = _data()
    greeting = len(folded) > 1 and folded[0] in data["greetings"] and folded[1] in data["greeted"]
    return " ".join(folded) in data["sections"] or folded[-1] in data["endings"] or greeting


def _is_named_in_parts(parts: list[str]) -> bool:
    """„Lipowa – serwis miejski", „Gmina Lipowa - aktualności"; „Gmina Lipowa – sukces na targach" is a headline."""
    named = [is_site_name(part) for part in parts]
    places = [len(part.split()) <= _PLACE_WORDS and all(word[:1].isupper() for word in part.split()) for part in parts]
    return any(named) and all(name or place for name, place in zip(named, places, strict=True))


@lru_cache(maxsize=1024)
def is_section(text: str) -> bool:
    """„Aktualności", „[Wydarzenia]": whether a line or a part of one is nothing but a section's name."""
    return " ".join(_WORDS.findall(fold(text))) in _data()["sections"]


def _is_somewhere(text: str) -> bool:
    """„w czołówce", „we wspólnym projekcie": towns are written with a capital letter."""
    return not text.isupper() and _SOMEWHERE.search(text) is not None


def _is_predicate(word: str) -> bool:
    """„laureatem", „nagrodzona": an instrumental noun or a participle, as behind a verb that headlines omit; no „Wisłą"."""
    readings = morph.analyse(word)
    if not readings or word.istitle():
        return False
    return all((reading.pos == "subst" and reading.case == "inst") or reading.pos == "ppas" for reading in readings)


def _is_verb(word: str) -> bool:
    readings = morph.analyse(word)
    return bool(readings) and all(reading.pos in _VERBS for reading in readings)


def key(text: str) -> str:
    """„Mamy  ISO!" -> "mamy iso": words alone, since <title> and headline differ in quotation marks and dashes."""
    return " ".join(_WORDS.findall(fold(text)))


def stated_headline(title: str | None, site: str | None) -> str | None:
    """„Certyfikat zostaje | Gmina Lipowa" -> "Certyfikat zostaje": a recorded title as a headline, None for a site's name."""
    bare = without_site(squash(title), site, unknown=False) if title else ""
    return bare if bare and len(bare) <= LONGEST_TITLE and not is_site_name(bare) else None


def without_site(title: str, site: str | None, *, unknown: bool = True) -> str:
    """„Wierzbowo.pl » Nowy certyfikat" -> "Nowy certyfikat".

    Parts that name an office, a site or the host go from either end; else, with ``unknown``, a short last part behind a longer
    rest goes, since sites append their names to the titles of pages.
    """
    parts = [part for part in _TITLE_PARTS.split(title) if part.strip()]
    if not parts:
        return title
    host = key((site or "").removeprefix("www.").split(".")[0])
    before = len(parts)
    while len(parts) > 1 and _is_site(parts[0], host):
        parts.pop(0)
    while len(parts) > 1 and _is_site(parts[-1], host):
        parts.pop()
    if unknown and before == len(parts) > 1 and len(parts[-1]) < sum(map(len, parts[:-1])):
        parts.pop()
    start = title.index(parts[0])
    return title[start : title.index(parts[-1], start) + len(parts[-1])].strip()


def _is_site(part: str, host: str) -> bool:
    return is_site_name(part) or bool(host and host in key(part).replace(" ", ""))
