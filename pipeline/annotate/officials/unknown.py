"""„dyrektor Orjana Śledź", „Orjana Śledź, dyrektor": a full name beside a function whose first name no dictionary has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.officials.lexicon import forms
from pipeline.text import DASHES
from pipeline.values import morph
from pipeline.values.name.person import readings
from pipeline.values.name.phrase import readings_of
from pipeline.values.name.recognise import Name, is_surname
from pipeline.values.name.titles import titles_end
from pipeline.values.name.tokens import capital

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.annotate.officials.roles import Role
    from pipeline.values.name.tokens import Token

_LEAST = 2.5
"""Weight of a guessed first name: what ends in a consonant or -a is one, what only foreigners' names end in is not."""
_OBLIQUE = ("u", "ów", "ach", "ami", "om", "ego", "emu", "ej", "ych", "ich")
"""Endings of a company's name in a case („prezes Drogbudu Nowak"), hardly of a first name."""
_FOREIGN = frozenset({"of", "on", "and", "for", "de", "du", "des"})
_BARRELS = 3


def unknown_behind(tokens: Sequence[Token], role: Role) -> Name | None:
    """„burmistrz Klausdorfu Heinke Brandt": the unknown name behind a function, in its case."""
    parted = role.last < len(tokens) and tokens[role.last].text == ","
    i = titles_end(tokens, role.last + parted)
    if parted and i == role.last + 1:
        return None  # „sekretarz miasta, mgr inż. Orjan Śledź": a comma only before titles
    cases = {f.case for f in role.forms if f.number == "sg"} if not role.acting else set(morph.CASES)
    name = _name(tokens, i, cases, behind=parted or i == role.last or not capital(tokens[i - 1]))
    # „audytor organizacji World Council": behind a common noun only a surname of the dictionary makes a name
    common = role.head + 1 < i == role.last and not capital(tokens[i - 1])
    return None if name is not None and common and not is_surname(tokens[name.last - 1].text) else name


def unknown_before(tokens: Sequence[Token], role: Role) -> Name | None:
    """„Orjana Śledź, dyrektor", „Orjana Śledź – dyrektor", „Orjana Śledź (dyrektor"."""
    end = role.first - 1
    if end < 2 or tokens[end].text not in {",", "(", *DASHES} or not capital(tokens[end - 1]):
        return None
    first = end - 1
    while first > 1 and tokens[first - 1].text in DASHES and not tokens[first].gap and capital(tokens[first - 2]):
        first -= 2
    name = _name(tokens, first - 1, set(morph.CASES)) if first > 0 else None
    return name if name is not None and name.last == end else None


def _name(tokens: Sequence[Token], i: int, cases: set[str], *, behind: bool = False) -> Name | None:
    if i + 1 >= len(tokens) or not (capital(tokens[i]) and capital(tokens[i + 1])):
        return None
    first, last = tokens[i], _surname_end(tokens, i + 1)
    if not (_may_be_first(first) and _may_be_last(tokens, i + 1, last)) or (i and not behind and capital(tokens[i - 1])):
        return None
    if first.text.isupper() and not tokens[i + 1].text.isupper():
        return None  # „audytor PIHZ Nowak": an acronym
    text = " ".join((first.text, "".join(t.text for t in tokens[i + 1 : last])))
    fitting = tuple(
        r for r in readings(text) if r.case in cases and r.case != "voc" and r.weights[0] >= _LEAST and min(r.weights) >= 2
    )
    return Name(i, last, first.start, tokens[last - 1].end, text, fitting, patron=False, known=False) if fitting else None


def _may_be_first(token: Token) -> bool:
    word = token.text
    unknown = not readings_of(word) or _only_mens_genitive(word)
    return len(word) > 2 and unknown and not token.low.endswith(_OBLIQUE) and token.low not in forms()


def _only_mens_genitive(word: str) -> bool:
    """„Leonarda", „Nepomucena": what the dictionary has as a man's genitive alone may be a woman's name."""
    readings = morph.analyse(word)
    mens = all(r.gender == "m1" and r.case in {"gen", "acc"} and morph.FIRST_NAME in r.labels for r in readings)
    return word.endswith("a") and bool(readings) and mens


def _surname_end(tokens: Sequence[Token], i: int) -> int:
    """Position behind the surname at ``i`` and what tight hyphens join to it."""
    end = i + 1
    while end + 1 < len(tokens) and end - i < 2 * _BARRELS and tokens[end].text in DASHES and capital(tokens[end + 1]):
        if tokens[end].gap or tokens[end + 1].gap:
            break
        end += 2
    return end


def _may_be_last(tokens: Sequence[Token], i: int, end: int) -> bool:
    """A surname of the dictionary or a word that it lacks, and nothing of a longer name behind it."""
    words = [t for t in tokens[i:end] if t.kind == "word"]
    if any(len(t.text) < 3 or t.low in forms() or not (is_surname(t.text) or not readings_of(t.text)) for t in words):
        return False
    after = tokens[end] if end < len(tokens) else None
    return after is None or not (capital(after) or after.low in _FOREIGN)
