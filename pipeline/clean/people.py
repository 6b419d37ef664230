"""„Anna Sowa – dni otwarteLipska": is a short line a person's name, an office, or neither?"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources

from pipeline.text import DASHES, fold, squash_key
from pipeline.values import morph

_UPPER = "A-ZĄĆĘŁŃÓŚŹŻÄÖÜÉČŠŽ"
_LOWER = "a-ząćęłńóśźżäöüéčšžß"
_DASH = f"[{re.escape(DASHES)}]"
_TOKEN = re.compile(rf"(?:[{_UPPER}][{_LOWER}'’]+|[{_UPPER}][{_LOWER}]?\.|(?:[{_UPPER}][{_LOWER}]*-)+[{_UPPER}][{_LOWER}]+)")
_SIGNED = re.compile(r"^\s*(?:/[-–]/|\([-–]\)|\[[-–]\])\s*")
"""what stands in a published letter for a signature by hand"""
_FIELDS = "med|hum|techn|praw|prawn|ekon|roln|wet|farm|społ|przyr|wojsk"
"""fields of science behind „dr n.", abbreviated as on doors of hospitals"""
_TITLES = re.compile(
    rf"^(?:(?:prof|zw|nadzw|dr|mgr|inż|hab|lek|dent|med|arch|ks|red|lic|n\. ?(?:{_FIELDS}))\.? )+", re.IGNORECASE
)
_PICTURES = frozenset({"fot", "foto", "zdj", "zdjęcie", "zdjęcia"})
_OFFICE_WORDS = 5
_NAME_CHARS, _INSERTED = 100, 4
"""characters; a longer line is no name, a shorter insertion no alternative text"""
_SURNAME = re.compile(r"(?:sk[iay]|ck[iay]|dzk[iay]|wicz|czyk|czak|owa|ówna|iak|ek|ak|arz|ewicz)$")


@lru_cache(maxsize=1)
def _data() -> dict[str, frozenset[str]]:
    text = (resources.files("pipeline.clean") / "data" / "people.toml").read_text(encoding="utf-8")
    return {key: frozenset(words) for key, words in tomllib.loads(text).items()}


@lru_cache(maxsize=16384)
def is_first_name(word: str) -> bool:
    """„Beata": whether Morfeusz knows the word as somebody's first name in the nominative singular."""
    return any("imię" in r.labels and r.case == "nom" and r.number == "sg" for r in morph.analyse(word))


@lru_cache(maxsize=16384)
def is_first_name_form(word: str, case: str) -> bool:
    """„Andrzeja" with "gen": whether the word is a form of a first name in that case of the singular."""
    return any("imię" in r.labels and r.case == case and r.number == "sg" for r in morph.analyse(word))


def is_account(text: str) -> bool:
    """„admin", „Redakcja": what content systems print where a writer's name would stand."""
    return squash_key(text.strip(" .,;:/|()[]")) in _data()["accounts"]


def join_double(name: str) -> str:
    """„Anna Sowa – Lipska" -> "Anna Sowa-Lipska": a double-barrelled surname with one plain hyphen."""
    return re.sub(rf"(?<=[{_LOWER}]) ?{_DASH} ?(?=[{_UPPER}])", "-", name)


def full_name(text: str) -> str | None:
    """„mgr Jan M. Kowalski –Nowak" -> "Jan M. Kowalski-Nowak": a person's full name in the nominative, or None.

    Two to five tokens in capitals, none of them an agency's or a desk's word; the first is a first name that Morfeusz knows, or
    an initial, or the last has a suffix of surnames (for names that the dictionary lacks and machines without it).
    """
    name = join_double(_TITLES.sub("", " ".join(_SIGNED.sub("", text).split()).strip(" .,;:/|()[]")))
    tokens = name.split(" ")
    if not 2 <= len(tokens) <= 5 or len(name) > 60:
        return None
    small = _data()["particles"]
    if not all(_TOKEN.fullmatch(token) or token in small for token in tokens) or len(tokens[-1].strip(".")) < 3:
        return None
    if any(squash_key(token.strip(".")) in _data()["not_people"] for token in tokens):
        return None
    known = is_first_name(tokens[0]) or (tokens[0].endswith(".") and len(tokens) == 2)
    foreign = not morph.analyse(tokens[0]) and bool(_SURNAME.search(tokens[-1]))
    return name if known or foreign or (not morph.available() and _SURNAME.search(tokens[-1])) else None


def names(text: str) -> list[str]:
    """„Jan Kowal, Anna Lis i Piotr Dąb": every full name of a list; empty when any part of it is none."""
    parts = [part for part in re.split(r"\s*(?:,|;|/|\||\boraz\b|\bi\b|&)\s*", text.strip(" .;,")) if part]
    found = [full_name(part) for part in parts]
    return [name for name in found if name] if parts and all(found) else []


def is_office(text: str) -> bool:
    """„rzecznik prasowy Starostwa", „Z up. Burmistrza": whether a line opens by naming an office, ranks and „p.o." aside."""
    key = fold(text).replace(",", " ")
    if any(key.startswith(f"{formula} ") for formula in _data()["in_the_name_of"]):
        return True
    words = key.split()[:_OFFICE_WORDS]
    while len(words) > 1 and words[0].strip(".:;") not in _data()["offices"] and words[0] in _data()["ranks"]:
        words = words[1:]
    return bool(words) and words[0].strip(".:;") in _data()["offices"]


def is_unit(text: str) -> bool:
    """„Biuro Promocji i Sportu": whether a line opens by naming a unit of an office, as press desks sign."""
    words = fold(text).split()
    return bool(words) and words[0] in _data()["units"]


def name_behind_office(text: str) -> str | None:
    """„Koordynatorka projektu Bogna Sawczuk" -> "Bogna Sawczuk": the full name that ends a line which opens with an office."""
    words = text.split()
    if not is_office(text) or len(words) < 3:
        return None
    starts = [at for at in range(max(1, len(words) - 3), len(words) - 1) if words[at - 1][-1] not in ":,"]
    if any(words[at - 1].strip("(./").lower() in _PICTURES for at in starts):  # „Wójt z dyplomem. Fot. Anna Lis"
        return None
    named = ((at, full_name(" ".join(words[at:]))) for at in starts if is_first_name(words[at]))
    return next((name for at, name in named if name), None)


def without_inserted(name: str, title: str | None) -> str:
    """„Anna Sowa –dni otwarteLipska" on a page titled „Dni otwarte w ratuszu" -> "Anna Sowa-Lipska".

    Some scrapers put an image's alternative text, which content managers fill with the page's title, between two halves of a
    line. The repair is certain where the inserted words are, in order, words of the title and the rest is a name.
    """
    if title is None or full_name(name):
        return name
    page, flat = squash_key(title), fold(name[:_NAME_CHARS])
    spans = [(b, e) for b in range(len(flat)) for e in range(b + _INSERTED, len(flat) + 1) if squash_key(flat[b:e]) in page]
    longest = max((len(flat[b:e].strip()) for b, e in spans), default=0)
    whole = [(b, e) for b, e in spans if len(flat[b:e].strip()) == longest]
    return next((repaired for b, e in whole if (repaired := _rejoined(name[:b], name[e:]))), name)


def _rejoined(left: str, right: str) -> str | None:
    if not left.strip() or not right.strip():
        return None
    left = left.rstrip()
    glue = "-" if left[-1] in DASHES else " "
    return full_name(left.rstrip(DASHES + " ") + glue + right.strip(DASHES + " "))
