"""„Tekst i foto: Jan Kowalski", „(jk)", „Opublikowano: 12.03.2010": what a page's labels say of its authors and its date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.clean.datelines import bare_label, date_line, issue_date, labelled_date
from pipeline.clean.people import full_name, names, without_inserted
from pipeline.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.clean.datelines import DateLine

__all__ = ["DateLine", "author_label", "bare_label", "date_line", "initials", "is_author_label", "issue_date", "labelled_date"]

_WRITER = (
    r"(?:tekst|text|txt|autor(?:ka|zy)?(?: tekstu| artykulu| wpisu)?|opr(?:ac)?\.?|opracowanie|opracowal[a]?|napisal[a]?|notowal[a]?|rozmawial[a]?|relacja|przygotowal[a]?"
    r"|(?:wpisany|napisane|dodane|utworzone|opublikowane) przez|created by|written by|posted by|red\.)"
)
_PICTURES = r"(?:foto|fot\.?|zdj\.?|zdjecia|fotografie|film|wideo)"
_LABEL = re.compile(
    rf"(?:^|(?<=[|,;•·] ))[(\[ ]*{_WRITER}\.?(?:(?: ?[/,&+] ?| i | oraz ){_PICTURES})?(?P<end> ?[.:-][ .:-]*| (?=\S))"
)
_BARE = re.compile(rf"[(\[ ]*{_WRITER}(?:(?: ?[/,&+] ?| i | oraz ){_PICTURES})?[ .:-]*")
_NEXT_LABEL = re.compile(
    rf"[\s,;|/(]*\b(?:{_PICTURES}|zrodlo|zrodla|opublikowano|dodano|data|kategoria|wyswietlen|odslon|korekta)[ .:]"
)
_INITIALS = re.compile(
    r"(?:^|(?<=[.!?…\"”»)] )|(?<=[.!?…\"”»)]))[(\[/]((?:[A-ZŁŚŻ][a-ząćęłńóśźż]{0,2}\.? ?[A-ZŁŚŻ]\.?[A-ZŁŚŻ]?)|[a-ząćęłńóśźż]{2,4}|[A-ZĆŁŚŻ]{2,3})[)\]/]\.?$"
)
_NOT_INITIALS = {
    "fot",
    "red",
    "pap",
    "kai",
    "iar",
    "inf",
    "zob",
    "por",
    "itp",
    "itd",
    "np",
    "tj",
    "ok",
    "br",
    "ur",
    "zm",
    "bip",
    "iso",
    "um",
    "ug",
    "pn",
    "en",
    "cdn",
}
_MAX_LINE = 200


def is_author_label(line: str) -> bool:
    """„Tekst i foto:" alone on its line: the name stands on the next one."""
    return len(line) <= 40 and _BARE.fullmatch(fold(line)) is not None


def author_label(line: str, title: str | None = None) -> list[str]:
    """„Tekst: Jan Kowalski, fot. Anna Lis" -> ["Jan Kowalski"]: who wrote the text, as a label says; photographers apart.

    Args:
        line: one line of the page.
        title: the page's title, to repair a name that an image's alternative text was inserted into.

    Returns:
        Full names in the nominative, as printed; agencies, desks and accounts are nobody.
    """
    folded = fold(line)
    found = _LABEL.search(folded) if len(line) <= _MAX_LINE else None
    if found is None:
        return []
    following = _NEXT_LABEL.search(folded, found.end())
    value = line[found.end() : following.start() if following else len(line)]
    value = re.split(r"\d", value, maxsplit=1)[0].strip(" .,;:()[]|")
    repaired = without_inserted(value, title)
    single = full_name(repaired)
    return [single] if single else names(value)


def initials(line: str) -> str | None:
    """„… zakończył starosta. (mo)" -> "mo": the initials in brackets that a text or a line of its own ends with."""
    found = _INITIALS.search(line[-12:]) if line else None
    return found[1] if found and fold(found[1]).strip(".") not in _NOT_INITIALS else None


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
