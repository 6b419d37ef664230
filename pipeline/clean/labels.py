"""„Tekst i foto: Jan Kowalski", „(jk)", „Opublikowano: 12.03.2010": what a page's labels say of its authors and its date."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from pipeline.clean.datelines import DateLine, bare_label, date_line, issue_date, labelled_date
from pipeline.clean.people import full_name, is_office, is_unit, names, without_inserted
from pipeline.text import fold
from pipeline.values import morph

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "DateLine",
    "author_label",
    "bare_initials",
    "bare_label",
    "date_line",
    "initials",
    "is_author_label",
    "issue_date",
    "labelled_date",
]

_INITIALS = re.compile(
    r"(?:^|(?<=[.!?…\"”»)] )|(?<=[.!?…\"”»)]))[(\[/] ?"
    r"([A-ZŁŚŻ][a-ząćęłńóśźż]{0,2}\.? ?[A-ZŁŚŻ]\.?[A-ZŁŚŻ]?|[a-ząćęłńóśźż]{2,4}|[A-ZĆŁŚŻ]{2,3})"
    r" ?[)\]/]\.?$"
)
_LETTERS = r"(?P<bare>[a-ząćęłńóśźż]{2,3}|[A-ZĆŁŚŻ]{2,3}|[A-ZĆŁŚŻ]\. ?[A-ZĆŁŚŻ]\.|[a-złśż]\. ?[a-złśż]\.)"
_BARE = re.compile(rf"[–—-]? ?{_LETTERS}")
_BEHIND_SENTENCE = re.compile(rf"[^\W\d_]{{4}}[.!?…]?[\"”»)]?[.!?…][\"”»)]? {_LETTERS}$")
_MAX_LINE, _MAX_LEAD, _MAX_SIGNED = 200, 400, 90


class _Labels(NamedTuple):
    named: re.Pattern[str]
    """a label with a name behind it, at the start of a line or behind a separator"""
    drawn_up: re.Pattern[str]
    """„Sporządziła:" at the start of a line that the notice itself ends with"""
    bare: re.Pattern[str]
    following: re.Pattern[str]
    """where the next label ends the names"""
    interview: re.Pattern[str]
    """a verb of conversations; the name behind it ends the line"""
    not_initials: frozenset[str]
    not_capitals: frozenset[str]
    not_bare: frozenset[str]


@lru_cache(maxsize=1)
def _labels() -> _Labels:
    data = tomllib.loads((resources.files("pipeline.clean") / "data" / "labels.toml").read_text(encoding="utf-8"))
    passive = "|".join(data["passive"])
    writers, pictures = "|".join(data["writers"]), "|".join(data["pictures"])
    label = rf"[(\[ ]*(?:{writers})\.?(?:(?: ?[/,&+] ?| i | oraz )(?:{pictures}))?"
    return _Labels(
        named=re.compile(
            rf"(?:^|(?<=[|,;•·] )){label}(?: ?[.:-][ .:-]*| (?=\S))|(?<=\s){label} ?: *"
            rf"|^(?:{passive})\b[^|]{{0,40}}? przez:? "
        ),
        drawn_up=re.compile(rf"(?:{'|'.join(data['drawn_up'])})(?: ?[:.–-])? (?=\S)"),
        bare=re.compile(rf"{label}[ .:-]*"),
        following=re.compile(rf"[\s,;|/(]*\b(?:{pictures}|{'|'.join(data['others'])})[ .:,]"),
        interview=re.compile(rf"\b(?:{'|'.join(data['interview'])}):? (?=[^.,;:]{{5,40}}[.:]?$)"),
        not_initials=frozenset(data["not_initials"]),
        not_capitals=frozenset(data["not_capitals"]),
        not_bare=frozenset(data["not_bare"]),
    )


def is_author_label(line: str) -> bool:
    """„Tekst i foto:" alone on its line: the name stands on the next one."""
    return len(line) <= 40 and _labels().bare.fullmatch(fold(line)) is not None


def author_label(line: str, title: str | None = None) -> list[str]:
    """„Tekst: Jan Kowalski, fot. Anna Lis" -> ["Jan Kowalski"]: who wrote the text, as a label says; photographers apart.

    Args:
        line: one line of the page.
        title: the page's title, to repair a name that an image's alternative text was inserted into.

    Returns:
        Full names in the nominative, as printed; agencies, desks and accounts are nobody.
    """
    found = _labels().named.search(fold(line)) if len(line) <= _MAX_LINE else None
    return _named(line, found.end(), title) if found else []


def signer(line: str) -> list[str]:
    """„Sporządziła: Anna Lis, Sekretarz Miasta" -> ["Anna Lis"]: who drew up a notice, on the line that it ends with."""
    found = _labels().drawn_up.match(fold(line)) if len(line) <= _MAX_SIGNED else None
    return _named(line, found.end(), None)[:1] if found else []


def _named(line: str, start: int, title: str | None) -> list[str]:
    following = _labels().following.search(fold(line), start)
    value = line[start : following.start() if following else len(line)]
    value = re.split(r"[\d|•·]", value, maxsplit=1)[0].strip(" .,;:()[]|")
    repaired = without_inserted(value, title)
    single = full_name(repaired)
    if single:
        return [single]
    name, _, office = value.partition(",")
    first = full_name(name) if is_unit(office) or is_office(office.strip()) else None
    return [first] if first else names(value)


def initials(line: str) -> str | None:
    """„… zakończył starosta. (mo)" -> "mo": the initials in brackets that a text or a line of its own ends with."""
    found = _INITIALS.search(line[-12:]) if line else None
    return found[1] if found and _are_initials(found[1]) else None


def bare_initials(line: str) -> str | None:
    """„LK", „mb" alone, „… powiedział wójt. mb": initials without brackets, on a line of their own or behind a sentence.

    Only the place behind an article tells them from other short words; Morfeusz and the lexicon tell words and units.
    """
    found = _BARE.fullmatch(line) or _BEHIND_SENTENCE.search(line[-24:])
    mark = found["bare"] if found else None
    if mark is None or not _are_initials(mark) or re.sub(r"[. ]", "", fold(mark)) in _labels().not_bare:
        return None
    return None if mark.islower() and _is_word(mark) else mark


def _are_initials(mark: str) -> bool:
    return fold(mark).strip(".") not in _labels().not_initials and not (mark.isupper() and fold(mark) in _labels().not_capitals)


def _is_word(mark: str) -> bool:
    """„tor", „my": with a vowel and in the dictionary, which holds units and symbols without vowels as well."""
    return any(char in "aąeęioóuy" for char in mark) and bool(morph.analyse(mark))


def interviewer(line: str) -> list[str]:
    """„Z Janem Dębem, wójtem, rozmawia Ewa Sowa." -> ["Ewa Sowa"]: the name that ends a line behind such a verb."""
    found = _labels().interview.search(fold(line)) if len(line) <= _MAX_LEAD else None
    name = full_name(line[found.end() :].strip(" .:")) if found else None
    return [name] if name else []


def first_author(lines: Sequence[str], title: str | None = None) -> list[str]:
    """„Tekst i foto:", „Jan Kowalski": the names of the first label that has any, on its own line or the next."""
    for at, line in enumerate(lines):
        found = author_label(line, title)
        if not found and is_author_label(line) and at + 1 < len(lines):
            following = without_inserted(lines[at + 1], title)
            single = full_name(following)
            found = [single] if single else names(following)
        if found:
            return found
    return []
