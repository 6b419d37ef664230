"""„Ewy Milner-Kochańskiej", „J. Kowalskiego", „BOGUMIŁ MARCINIAK": where people's full names stand in a text.

A full name opens with a first name that the dictionary knows or with an initial, goes on with capitalised words, and all of
it must have one case and gender in common.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.text import DASHES
from pipeline.values import morph
from pipeline.values.name.candidates import candidates, listed_first, titled
from pipeline.values.name.person import Reading, readings
from pipeline.values.name.phrase import institution_nouns, readings_of
from pipeline.values.name.plain import restored
from pipeline.values.name.titles import title_words
from pipeline.values.name.tokens import Token, broken_end, capital, printed, single_break, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

NOBLE = frozenset({"von", "van", "der", "den", "de", "da", "di", "du", "del", "della", "la", "le", "el", "al", "vel", "bin"})
"""„Ludwig van Beethoven": small words inside a surname."""
_PATRON = frozenset(
    {"im", "imienia", "ul", "ulicy", "ulica", "ulicę", "ulicą", "al", "alei", "aleja", "pl", "plac", "placu", "skwer", "skweru"}
    | {
        "rondo",
        "ronda",
        "osiedle",
        "os",
        "patron",
        "patrona",
        "patronem",
        "św",
        "świętego",
        "świętej",
        "święty",
        "święta",
        "bł",
    }
    | {"pomnik", "pomnika", "pomniku", "skwerze", "rondzie", "osiedlu", "parku"}
)
"""Words before a name that make it a patron's, a street's or a saint's."""
_NEVER = frozenset(
    {"pan", "pani", "pana", "panu", "panem", "panią", "panie", "państwo", "państwa", "miasta", "miasto", "gminy"}
)
_MIN_FIRST = 6.0
"""A first name must read as one in the chosen case; the weights are those of ``candidates``."""
_MIN_LAST = 2.0
_MIN_BARREL = 0.8
"""What one part of a double surname must weigh where another is a surname of the dictionary („Guz-Rey")."""
_BARRELS = 4
"""parts of a surname; the law allows two, married artists print three"""
_WRAPPED = 45
"""characters; a line at least this long was broken by its width, so a name may go on behind the break"""


class Name(NamedTuple):
    """„Zbigniewa Raka": tokens ``first`` to ``last`` (exclusive), their characters, how they read, whether a patron's."""

    first: int
    last: int
    start: int
    end: int
    text: str
    readings: tuple[Reading, ...]
    patron: bool
    known: bool


@lru_cache(maxsize=100_000)
def is_first_name(word: str) -> bool:
    """„Danuty", „ROMAN", „Oksanie": a form of a first name in the dictionary or in the list beside it."""
    if word.lower() in _NEVER:
        return False
    readings = morph.analyse(titled(word))
    named = any(morph.FIRST_NAME in r.labels and r.number != "pl" and r.gender in {"m1", "f"} for r in readings)
    return named or bool(listed_first(word)) or restored(titled(word)) is not None


@lru_cache(maxsize=100_000)
def is_surname(word: str) -> bool:
    """„Szczepanik", „Hatowskiego": a surname of the dictionary, or a form whose ending is a surname's."""
    labelled = any(
        any(label.startswith(morph.SURNAME) for label in r.labels) and r.number != "pl" for r in morph.analyse(titled(word))
    )
    return labelled or any(c.weight >= 6.0 and c.case for c in candidates(word, "last"))


def _initial(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and len(tokens[i].text) == 1 and capital(tokens[i]) and tokens[i + 1].text == "."


def _legal_form(tokens: Sequence[Token], i: int) -> bool:
    """„Rejestr S.A. Jan Nowak": two initials glued to each other before a first name are a company's form."""
    if not (_initial(tokens, i) and _initial(tokens, i + 2) and i + 4 < len(tokens)) or tokens[i + 2].gap:
        return False
    return tokens[i].text + tokens[i + 2].text in {"SA", "SC", "SK", "SJ"} and is_first_name(tokens[i + 4].text)


def _line_length(tokens: Sequence[Token], i: int) -> int:
    """Characters of the line before the break at ``i``."""
    j = i - 1
    while j >= 0 and tokens[j].kind != "line":
        j -= 1
    return tokens[i].start - (tokens[j].end if j >= 0 else 0)


def _after_break(tokens: Sequence[Token], i: int) -> int:
    """Position behind a line break that only wraps a long line, else the same position."""
    if i < len(tokens) and single_break(tokens[i]) and (_line_length(tokens, i) >= _WRAPPED or _flows(tokens, i)):
        return i + 1
    return i


def _flows(tokens: Sequence[Token], i: int) -> bool:
    """„… starosta Alojzy / Kurpisz wraz z członkami": a sentence that goes on in small letters on both sides of the break."""
    after = tokens[i + 2] if i + 2 < len(tokens) else None
    before = tokens[i - 2] if i > 1 else None
    return (
        after is not None
        and before is not None
        and all(t.kind == "word" and not capital(t) for t in (before, after))
        and (is_surname(tokens[i + 1].text) or not readings_of(tokens[i + 1].text))
    )


def _surname_end(tokens: Sequence[Token], i: int, stop: frozenset[str]) -> int | None:
    """Position behind the surname that opens at ``i``, its second barrel included; None where there is none."""
    j = i
    while j < len(tokens) and tokens[j].low in NOBLE and tokens[j].kind == "word" and not is_first_name(tokens[j].text):
        j += 1
    if j >= len(tokens) or not capital(tokens[j]) or tokens[j].low in stop or tokens[j].low in _NEVER:
        return None
    if len(tokens[j].text) == 1:
        return j + 2 if _initial(tokens, j) else None
    end = broken_end(tokens, j + 1)
    barrels = 1
    while barrels < _BARRELS and end + 1 < len(tokens) and tokens[end].text in DASHES and capital(tokens[end + 1]):
        second = tokens[end + 1]
        tight = not tokens[end].gap and not second.gap
        if second.low in stop or not (tight or _second_barrel(second.text)):
            break
        end, barrels = end + 2, barrels + 1
    if end + 1 < len(tokens) and tokens[end].low == "vel" and capital(tokens[end + 1]) and is_surname(tokens[end + 1].text):
        end += 2
    return end


def _second_barrel(word: str) -> bool:
    """„Kałek" in „Rojek – Kałek", a surname behind a spaced dash; no first name and no body („Jan Nowak – Szkoła nr 2")."""
    body = any(r.lemma in institution_nouns() for r in readings_of(word))
    return is_surname(word) and not is_first_name(word) and not body


def _first_names(tokens: Sequence[Token], i: int) -> tuple[int, int]:
    """Position behind the first names and initials that open at ``i``, and how many of them are known names."""
    j, known = i, 0
    while j < len(tokens) and j - i < 6:
        if _initial(tokens, j):
            j += 2
        elif capital(tokens[j]) and len(tokens[j].text) > 1 and is_first_name(tokens[j].text):
            after = tokens[j + 1] if j + 1 < len(tokens) else None
            if not known and tokens[j].text.isupper() and after is not None and capital(after) and not after.text.isupper():
                break  # „NIK Jan Kos": an acronym
            joined = _tied(tokens, j)
            if joined is not None and (not is_first_name(joined.text) or _ends_there(tokens, j + 3)):
                break  # „Klemens Budzisz-Konkel": a surname whose first half also is a first name
            j, known = j + (3 if joined is not None else 1), known + 1
        else:
            break
    return j, known


def _tied(tokens: Sequence[Token], i: int) -> Token | None:
    """„Marek-Nowak": the capitalised word that a tight hyphen ties to the one at ``i``."""
    if i + 2 >= len(tokens) or tokens[i + 1].text not in DASHES or not capital(tokens[i + 2]):
        return None
    return None if tokens[i + 1].gap or tokens[i + 2].gap else tokens[i + 2]


def _ends_there(tokens: Sequence[Token], i: int) -> bool:
    """Whether no further part of a name stands at ``i``: then a pair of first names is the surname („Ewa Filip-Marek")."""
    i = _after_break(tokens, i)
    return i >= len(tokens) or not (capital(tokens[i]) or tokens[i].low in NOBLE)


def _agreeing(text: str, firsts: int, last: str) -> tuple[Reading, ...]:
    """Readings in which every first name and the surname really have the case and gender."""
    return tuple(
        r
        for r in readings(text)
        if r.case != "voc" and min(r.weights[:firsts], default=_MIN_FIRST) >= _MIN_FIRST and _surname_fits(r, firsts, last)
    )


def _surname_fits(reading: Reading, firsts: int, last: str) -> bool:
    """Whether the surname's words weigh enough in a reading; where the last also is a first name, more („Anna Marek")."""
    weights = reading.weights[firsts:]
    doubtful = len(last) > 1 and is_first_name(last) and not (reading.gender == "f" and _only_mens(last))
    if min(weights, default=0.0) >= (_MIN_FIRST if doubtful else _MIN_LAST):
        return True
    return len(weights) > 1 and max(weights) >= _MIN_FIRST and min(weights) >= _MIN_BARREL


def _only_mens(word: str) -> bool:
    """„Cham", „Adam": a first name of men in the nominative, beside a woman's first name it is her surname."""
    named = [r for r in morph.analyse(titled(word)) if morph.FIRST_NAME in r.labels]
    return bool(named) and all(r.gender == "m1" for r in named) and any(r.case == "nom" for r in named)


def _only_genitive(word: str) -> bool:
    """„Jana": a first name's genitive that is no name's nominative."""
    cases = {r.case for r in morph.analyse(titled(word)) if morph.FIRST_NAME in r.labels}
    return "gen" in cases and "nom" not in cases


def is_patron(tokens: Sequence[Token], i: int) -> bool:
    """„im. Jana", „ul. Marszałka Józefa": whether what opens at token ``i`` names a street, a school, a monument or a saint."""
    j = i - 1
    while j >= 0 and (tokens[j].text == "." or tokens[j].low in title_words()):
        j -= 1
    if j < 0 or tokens[j].low not in _PATRON:
        return False
    # „podziękował im Jan Nowak": without its stop the abbreviation is the pronoun, unless a name in the genitive follows
    return tokens[j].low != "im" or tokens[j + 1].text == "." or _only_genitive(tokens[i].text)


def name_at(tokens: Sequence[Token], i: int, stop: frozenset[str] = frozenset()) -> Name | None:
    """The full name that opens at token ``i``, the longest that agrees; None where there is none.

    Args:
        tokens: the text's tokens.
        i: index of the first.
        stop: words in lower case that are no surname here (functions: "Starosta" is also a surname).
    """
    after, known = _first_names(tokens, i)
    if after == i or _legal_form(tokens, i) or (i > 1 and _legal_form(tokens, i - 2)):
        return None
    options: list[tuple[int, int]] = []
    end = _surname_end(tokens, _after_break(tokens, after), stop)
    if end is not None:
        options.append((end, known))
    if known >= 2:
        options.append((after, known - 1))  # „Krzysztof Marek": the last first name is the surname
    for end, firsts in options:
        name = _checked(tokens, i, end, firsts)
        if name is not None:
            return name
    return None


def _checked(tokens: Sequence[Token], i: int, end: int, firsts: int) -> Name | None:
    text = printed(tokens, i, end)
    if firsts == 0 and not is_surname(tokens[end - 1].text):
        return None
    last = tokens[end - 1].text
    agreeing = _agreeing(text, firsts, last)
    if not agreeing:
        return None
    return Name(i, end, tokens[i].start, tokens[end - 1].end, text, agreeing, is_patron(tokens, i), firsts > 0)


def find_names(tokens: Sequence[Token], stop: frozenset[str] = frozenset()) -> list[Name]:
    """„Jan Nowak i Anna Kot" -> two names, left to right, none overlapping another."""
    found: list[Name] = []
    i = 0
    while i < len(tokens):
        name = name_at(tokens, i, stop) if capital(tokens[i]) and tokens[i].low not in stop else None
        if name is None:
            i += 1
        else:
            found.append(name)
            i = name.last
    return found


def find_persons(text: str) -> list[tuple[int, int, str]]:
    """„Wręczył je Jan Nowak" -> (11, 20, "Jan Nowak"): start, end and nominative of each full name in a text.

    Patrons of streets and schools and saints are left out.
    """
    return [(n.start, n.end, n.readings[0].name) for n in find_names(tokenize(text)) if not n.patron]
