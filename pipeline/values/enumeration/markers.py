"""Marks that can open an item: „1)", „a)", „[1]", „- ", „• - ", „IV.": candidates, before anybody asks for a sequence."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.text import DASHES, SPACES, fold
from pipeline.values import morph
from pipeline.values.enumeration.bounds import data, last_word, lines

_DASH = re.escape(DASHES.replace("\u00ad", ""))
_SAID = re.compile(rf"\s[{_DASH}][{SPACES}]+(?P<verb>[^\W\d_]+)")
_SPEAKER = re.compile(rf"[{SPACES}]*(?P<verb>[^\W\d_]+)[{SPACES}]+(?P<who>[^\W\d_]+)")
_SPEECH = 1_200
"""characters; who speaks is told within a paragraph"""
_ROMAN = {"i": 1, "v": 5, "x": 10}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Marker(NamedTuple):
    """„2)" at the start of a line: where it stands, how it is written, what it counts."""

    start: int
    end: int
    printed: str
    style: str
    numbers: tuple[int, ...]
    at_line: bool
    weak: bool = False
    """may go on with a list, never open one: „1. Ład 2. Skład" without punctuation between"""

    @property
    def number(self) -> int | None:
        """The number printed in Arabic digits, None for bullets and letters."""
        return self.numbers[0] if self.numbers and "1" in self.style else None


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str], tuple[str, ...]]:
    bullets = re.escape(data()["marks"]["bullets"]) + "\ue000-\uf8ff"
    space, signs = f"[{SPACES}]*", re.escape(data()["marks"]["signs"])
    label = r"(?P<open>[(\[]?)(?P<body>\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,2}|[ivxIVX]{1,5}|[a-zA-Z])(?P<close>\.\)|[.)\]/]|)"
    line = re.compile(
        rf"{space}(?P<bullet>[{bullets}{_DASH}](?:{space}[{bullets}{_DASH}])?|[{signs}](?=\s+[^\W\d]))?{space}(?P<label>{label})?"
    )
    bullet = rf"(?P<bullet>[{bullets}]|[{_DASH}](?=\s))"
    inline = re.compile(rf"(?<![\w.,/(\[])(?:(?P<label>{label})|{bullet}{space}(?:\d{{1,2}}(?P<count>\.\)|[.)])(?!\d))?)")
    return line, inline, frozenset(data()["references"]["words"]), tuple(data()["ordinals"]["stems"])


def _values(body: str) -> tuple[tuple[int, ...], str]:
    """„c" -> ((3,), "a"), „i" -> ((9, 1), "a"): what a label may count, as a letter or a Roman number, and its alphabet."""
    if body[0].isdigit():
        parts = body.split(".")
        return (int(parts[-1]),), ".".join("1" * len(parts))
    lower = body.lower()
    case = "a" if body[0].islower() else "A"
    if len(body) == 1 and lower not in _ROMAN:
        return (_LETTERS.index(lower) + 1,), case
    roman = _roman(lower)
    if len(body) == 1:  # „i)" is the ninth letter or the first Roman number
        return (_LETTERS.index(lower) + 1, roman), case
    return (-1, roman), case


def _roman(lower: str) -> int:
    total = 0
    for here, following in zip(lower, [*lower[1:], ""], strict=True):
        value = _ROMAN[here]
        total += -value if following and _ROMAN[following] > value else value
    return total


def _labelled(match: re.Match[str]) -> tuple[str, tuple[int, ...]] | None:
    """Style and numbers of a matched label; None where its brackets do not belong together."""
    opening, body, close = match["open"], match["body"], match["close"]
    if (opening == "[") != (close == "]") or (opening == "(" and close != ")"):
        return None
    if not close and "." not in body:
        return None
    numbers, alphabet = _values(body)
    return f"{alphabet}{opening}{close}", numbers


def _is_reference(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start].rstrip().rstrip(".")
    return before.endswith("§") or last_word(before, len(before)) in _patterns()[2]


def _is_ordinal(text: str, end: int, label: re.Match[str]) -> bool:
    """„13. rocznica", „3. maja": a number, a dot and a counted noun behind; „c. wydanie zezwoleń" counts nothing."""
    if label["close"] != "." or label["body"].islower():
        return False
    following = fold(text[end : end + 14]).lstrip()
    return text[end : end + 14].lstrip()[:1].islower() and following.startswith(_patterns()[3])


@lru_cache(maxsize=1)
def _speaking() -> frozenset[str]:
    return frozenset(data()["speech"]["verbs"])


def _speech(text: str, start: int, end: int) -> bool:
    """„– Poprawimy to – zapewnia wójt.": a capital behind the dash, and a later dash before a verb of speaking.

    Or the dash and who speaks alone: „– wylicza starosta Jan Kos".
    """
    if _attribution(text, start, end):
        return True
    if not text[start:end].lstrip()[:1].isupper():
        return False
    said = (m["verb"] for m in _SAID.finditer(text, start, min(end, start + _SPEECH)))
    return any(r.lemma in _speaking() and r.pos in {"fin", "praet"} for verb in said for r in morph.analyse(verb))


def _attribution(text: str, start: int, end: int) -> bool:
    """„– wylicza starosta": a verb of speaking opens the line, who speaks follows; not „– informuje o terminach"."""
    found = _SPEAKER.match(text, start, end)
    if found is None or not any(r.lemma in _speaking() and r.pos in {"fin", "praet"} for r in morph.analyse(found["verb"])):
        return False
    who = found["who"]
    return who[0].isupper() or any(r.case == "nom" and r.gender == "m1" for r in morph.analyse(who))


def _at_line(text: str, start: int, end: int) -> Marker | None:
    found = _patterns()[0].match(text, start, end)
    if found is None:
        return None
    style, stop = "", found.start()
    numbers: tuple[int, ...] = ()
    label = _labelled(found) if found["label"] else None
    after = text[found.end() : found.end() + 1]
    if label is not None and not after.isdigit() and not _is_ordinal(text, found.end(), found):
        style, numbers, stop = label[0], label[1], found.end()
    elif found["bullet"]:
        stop = found.end("bullet")
        after = text[stop : stop + 1]
        if found["bullet"][-1] in DASHES and (after.isdigit() or _speech(text, stop, end)):
            return None  # a negative number, a continued range, somebody's words
    if stop == found.start():
        return None
    first = found.start("bullet") if found["bullet"] else found.start("label")
    if found["bullet"]:
        style = _bullet_style(found["bullet"]) + style
    return Marker(first, stop, " ".join(text[first:stop].split()), style, numbers, at_line=True)


def _bullet_style(printed: str) -> str:
    """Every dash is one style: pages mix them within a list."""
    return "".join("-" if c in DASHES else c for c in printed if not c.isspace())


def _inline(text: str, match: re.Match[str]) -> Marker | None:
    before = text[max(0, match.start() - 3) : match.start()].rstrip()[-1:]
    if match["bullet"]:
        return _inline_bullet(match, before)
    label = _labelled(match)
    after = text[match.end() : match.end() + 1]
    if label is None or not after or after.isdigit() or _is_reference(text, match.start()):
        return None
    weak = False
    if match["close"] in {".", "/", ""}:
        following = text[match.end() + 1 : match.end() + 2]
        weak = before not in ":;,.!?"
        if not after.isspace() or not following.isalpha() or (weak and following.islower() and match["body"].isdigit()):
            return None
    if _is_ordinal(text, match.end(), match) or match["body"].isupper():
        return None
    return Marker(match.start(), match.end(), match["label"], label[0], label[1], at_line=False, weak=weak)


def _inline_bullet(match: re.Match[str], before: str) -> Marker | None:
    bullet, printed = match["bullet"], " ".join(match.group().split())
    if bullet in DASHES and before not in ":;,.":
        return None
    if match["count"]:
        number = int(printed.lstrip(bullet).strip().rstrip(".)"))
        return Marker(
            match.start(), match.end(), printed, _bullet_style(bullet) + "1" + match["count"], (number,), at_line=False
        )
    return Marker(match.start(), match.end(), bullet, _bullet_style(bullet), (), at_line=False)


def candidates(text: str) -> list[Marker]:
    r"""„na: 1) ład,\n2) skład" -> every mark that could open an item, in text order.

    Args:
        text: any text; white space before a mark is not part of it.
    """
    found: list[Marker] = []
    inline = _patterns()[1]
    for start, end in lines(text):
        marker = _at_line(text, start, end)
        position = start
        if marker is not None:
            found.append(marker)
            position = marker.end
        for match in inline.finditer(text, position, end):
            if match.start() > start and match.end() > match.start():
                candidate = _inline(text, match)
                if candidate is not None:
                    found.append(candidate)
    return found
