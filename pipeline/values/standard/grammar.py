"""The second half of an identifier: number, parts, edition, supplements, marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.values.standard.catalogue import iso_work, stands_between, works
from pipeline.values.standard.edition import read_edition, read_version
from pipeline.values.standard.model import Standard
from pipeline.values.standard.prefix import Prefix, read_prefix
from pipeline.values.standard.supplements import read_letters, read_mark, read_supplements

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.values.standard.tokens import Cursor

MAX_DIGITS = 6
"""digits of the longest standard numbers, CECC's EN 123400"""
_ETSI = ("300", "301", "302", "303")
_SLASHED = frozenset({"BS", "PD"})
"""publishers that printed parts behind a slash, "BS 4300/1:1967"; the number keeps it"""
_BETWEEN = frozenset('-:/."(®')


@dataclass(frozen=True, slots=True)
class Reading:
    """One identifier that was read, and how."""

    value: Standard
    end: int
    """offset behind its last character"""
    restored: bool
    """an ISO or a sector letter that the page left out was added"""
    exact: bool
    """publishers in capitals, number right behind them on the same line"""


def read_identifier(cursor: Cursor, *, relaxed: bool, strict: bool) -> Reading | None:
    """Reads „PN-EN ISO 9001:2015-10" from the cursor on; None where there is no publisher with a number.

    Args:
        cursor: at the first word; afterwards behind the identifier.
        relaxed: also reads publishers in lower case.
        strict: the text is nothing but an identifier, so letters behind dashes and product marks belong to it.
    """
    prefix = read_prefix(cursor, relaxed=relaxed)
    if prefix is None:
        return None
    exact = prefix.exact and not _skip_to_number(cursor)
    chain = prefix.chain()
    number = _SPECIAL[chain](cursor) if chain in _SPECIAL else read_number(cursor, chain[-1])
    if number is None:
        return None
    if strict and chain[0] in _SLASHED and cursor.glued("/n"):
        cursor.at += 2
        number = f"{number}/{cursor.tokens[cursor.at - 1].text}"
    return _after_number(cursor, prefix, chain, number, exact=exact, strict=strict)


def _skip_to_number(cursor: Cursor) -> bool:
    """Moves over what pages put between publisher and number („ISO nr 9001", „ISO: 9001").

    Returns:
        True where a word or the end of a line stands between: then the number has to prove itself.
    """
    broken = False
    if cursor.peek().kind == "n" and cursor.peek().gap < 2:
        return False
    for _ in range(3):
        token = cursor.peek()
        between = token.kind == "w" and stands_between(token.text)
        if token.kind not in _BETWEEN and not between:
            break
        broken |= token.gap > 1 or between
        cursor.at += 1
    return broken or cursor.peek().gap > 1


def read_number(cursor: Cursor, publisher: str) -> str | None:
    """„9001", „301 549", and „14 001" where the digits together are a known work's; moves behind it."""
    token = cursor.peek()
    if token.kind != "n" or len(token.text) > MAX_DIGITS or token.gap == 3:
        return None
    cursor.at += 1
    after = cursor.peek()
    if publisher == "EN" and token.text[:3] in _ETSI:
        if len(token.text) == 6:
            return f"{token.text[:3]} {token.text[3:]}"
        if len(token.text) == 3 and after.kind == "n" and len(after.text) == 3 and after.gap == 1:
            cursor.at += 1
            return f"{token.text} {after.text}"
    together = token.text + after.text
    if len(token.text) < 3 and after.kind == "n" and len(after.text) == 3 and after.gap == 1 and together in works():
        cursor.at += 1
        return together
    return token.text


def _branch_number(cursor: Cursor) -> str | None:
    """„0409-02" of a branch standard: its group and its number in the group together."""
    if cursor.peek().kind != "n" or cursor.peek(1).kind != "-" or cursor.peek(2).kind != "n":
        return None
    cursor.at += 3
    return f"{cursor.tokens[cursor.at - 3].text}-{cursor.tokens[cursor.at - 1].text}"


def _defence_number(cursor: Cursor) -> str | None:
    """„06-A101" of a defence standard: its class, a letter of its kind and its number."""
    group, dash, letter, digits = (cursor.peek(i) for i in range(4))
    glued = dash.gap == letter.gap == digits.gap == 0 and (dash.kind, letter.kind, digits.kind) == ("-", "w", "n")
    if not glued or len(group.text) != 2 or len(letter.text) != 1 or not letter.text.isupper() or len(digits.text) != 3:
        return None
    cursor.at += 4
    return f"{group.text}-{letter.text}{digits.text}"


_SPECIAL: dict[tuple[str, ...], Callable[[Cursor], str | None]] = {("BN",): _branch_number, ("NO",): _defence_number}
"""adoption chains whose numbers are no plain digits"""


def _after_number(  # noqa: PLR0913
    cursor: Cursor, prefix: Prefix, chain: tuple[str, ...], number: str, *, exact: bool, strict: bool
) -> Reading:
    parts = read_parts(cursor, number, slashed=prefix.sector is not None, strict=strict)
    iteration = _iteration(cursor) if prefix.stage else None
    early = read_supplements(cursor)
    version = read_version(cursor)
    year, month, letters = read_edition(cursor, number)
    supplements = early + read_supplements(cursor)
    english, language = read_letters(cursor)
    mark = read_mark(cursor) if strict else None
    chain, restored = restore_iso(chain, prefix, number, year)
    if chain == ("PN",) and prefix.sector is None and (letter := lost_sector(number)):
        prefix.sector, restored = letter, True
    value = Standard(
        chain=chain,
        number=number,
        parts=parts,
        year=year if year is not None else prefix.year,
        month=month,
        doctype=prefix.doctype,
        stage=prefix.stage,
        iteration=iteration,
        sector=prefix.sector,
        version=version,
        supplements=supplements,
        mark=mark,
        english=english,
        language=letters + language,
    )
    return Reading(value, cursor.tokens[cursor.at - 1].end, restored, exact)


def _iteration(cursor: Cursor) -> int | None:
    """„ISO/CD 24212.2": the second committee draft."""
    if cursor.glued(".n") and len(cursor.peek(1).text) == 1:
        cursor.at += 2
        return int(cursor.tokens[cursor.at - 1].text)
    return None


def read_parts(cursor: Cursor, number: str, *, slashed: bool, strict: bool) -> tuple[str, ...]:
    """„-2-43", „-B06", „/41" behind an old Polish number; stops before an edition or the next number of a list."""
    parts: list[str] = []
    while (sign := cursor.peek()).gap == 0 and (sign.kind == "-" or (slashed and sign.kind == "/" and not parts)):
        part = _part(cursor, number, strict=strict)
        if part is None or (sign.kind == "/" and len(part) > 2):
            break
        parts.append(part)
        cursor.at += 1 + _width(cursor, part)
    return tuple(parts)


def _width(cursor: Cursor, part: str) -> int:
    """How many tokens the part behind the dash has: "B06" and "1AB" have two."""
    return 1 if cursor.peek(1).text == part else 2


def _part(cursor: Cursor, number: str, *, strict: bool) -> str | None:
    first, second = cursor.peek(1), cursor.peek(2)
    if first.gap:
        return None
    if first.kind == "n":
        if _ends_number(cursor, number):
            return None
        suffix = second.kind == "w" and second.gap == 0 and len(second.text) <= 2 and second.text.isupper()
        return first.text + second.text if suffix and (strict or len(second.text) == 1) else first.text
    if first.kind == "w" and first.text.isupper():
        if second.kind == "n" and second.gap == 0 and len(first.text) + len(second.text) <= 4:
            return first.text + second.text
        if strict and len(first.text) <= 3:
            return first.text
    return None


def _ends_number(cursor: Cursor, number: str) -> bool:
    """Whether the digits behind a dash are an edition („9001-2008") or the next of a list („9001-14001"), not a part."""
    token, colon, year = cursor.peek(1), cursor.peek(2), cursor.peek(3)
    if len(token.text) > 5 or (number in works() and token.text in works() and len(token.text) > 3):
        return True
    dated = colon.kind == ":" and year.kind == "n" and len(year.text) == 4
    return len(token.text) == 4 and 1950 <= int(token.text) < 2050 and not dated


def restore_iso(chain: tuple[str, ...], prefix: Prefix, number: str, year: int | None) -> tuple[tuple[str, ...], bool]:
    """„PN-EN 9001:2009" -> PN, EN, ISO: only a number that is a known ISO work gets the ISO back.

    A year before the work leaves the chain as it is: EN 45001:1989 was another standard than ISO 45001. So does every year
    that the work did not have, where its number in works.tsv cannot stand alone: EN 13485:2001 is about thermometers.
    """
    if prefix.sector or chain[-1] not in {"PN", "EN"} or prefix.doctype:
        return chain, False
    work = iso_work(number)
    if work is None or work.lone == "no":
        return chain, False
    fits = year in work.editions or (work.lone != "edition" and (year is None or year >= min(work.editions)))
    return ((*chain, work.publisher), True) if fits else (chain, False)


def lost_sector(number: str) -> str | None:
    """„PN-18001:2004" -> "N": the sector letter of PKN's own standard of that number, None where we know none."""
    return next((w.publisher[3:] for w in works().get(number, ()) if w.publisher.startswith("PN-")), None)
