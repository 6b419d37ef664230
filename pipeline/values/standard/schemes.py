"""Schemes that have a name instead of a number: EMAS, HACCP, WCAG 2.1, CAF, SPZK."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.text import fold, window
from pipeline.values.standard.catalogue import lexicon
from pipeline.values.standard.model import Standard

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NEAR = 60
"""characters on both sides in which a scheme's ``needs`` may stand"""
_VERSION = r"(?:[ \u00a0-]{0,2}(?:w wersji |wersja |wersji |ver\.? ?|v\.? ?)?(?P<version>[1-9][.,]\d{1,2})(?!\.?\d))?"
_BETWEEN = r"[^\w\n]{1,3}"


@dataclass(frozen=True, slots=True)
class Scheme:
    """One row of schemes.toml, its words as a pattern over folded text."""

    id: str
    literals: tuple[str, ...]
    """folded words, one of which stands in every mention: a cheap look before the pattern"""
    pattern: re.Pattern[str]
    more: re.Pattern[str]
    """another version behind the first, „ i 2.1"; one that the scheme has, so that „2.1 i 2.5 mln zł" ends the list"""
    capitals: str
    """acronym that has to be in capitals; empty where any case will do"""
    needs: tuple[str, ...]
    never_after: tuple[str, ...]


def _phrase(words: str) -> str:
    parts = (re.escape(w.removesuffix("*")) + (r"\w{0,6}" if w.endswith("*") else "") for w in words.split(" "))
    return r"[^\w\n]{0,2}\s{1,3}".join(parts)


def _more(versions: Sequence[str]) -> re.Pattern[str]:
    known = "|".join(v.replace(".", "[.,]") for v in versions) or "(?!)"
    unit = r"(?![.,]?\d)(?!\s?(?:mln|mld|tys|proc|%))"
    return re.compile(rf"\s?(?:,|/|i\b|oraz\b|lub\b|a takze\b|albo\b){{1,2}}\s?({known}){unit}")


@lru_cache(maxsize=1)
def schemes() -> tuple[Scheme, ...]:
    """The schemes of schemes.toml."""
    found = []
    for entry in lexicon()["scheme"]:
        acronym = entry["acronym"]
        short, phrases = re.escape(acronym.lower()), "|".join(map(_phrase, entry["phrases"]))
        names = f"(?:{phrases})|{short}"
        if entry.get("version"):  # „Web Content Accessibility Guidelines (WCAG) 2.1" is one mention, its version at the end
            names = f"(?:{phrases}){_BETWEEN}{short}\\)?|{short}{_BETWEEN}(?:{phrases})\\)?|{names}"
        pattern = re.compile(rf"(?<!\w)(?:{names})(?:(?![^\W\d_]){_VERSION if entry.get('version') else ''})(?![^\W\d_])")
        more = _more(entry.get("versions", ()))
        capitals = "" if entry.get("any_case") else acronym
        literals = (acronym.lower(), *(max(p.split(" "), key=len).removesuffix("*") for p in entry["phrases"]))
        needs, never_after = tuple(entry.get("needs", ())), tuple(entry.get("never_after", ()))
        found.append(Scheme(entry["id"], literals, pattern, more, capitals, needs, never_after))
    return tuple(found)


@lru_cache(maxsize=1)
def _any_literal() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for scheme in schemes() for word in scheme.literals))


def find_schemes(text: str, *, alone: bool = False) -> Iterator[tuple[int, int, Standard, str]]:
    """„Systemu Przeciwdziałania Zagrożeniom Korupcyjnym", „WCAG 2.1": start, end, value and rule of each mention.

    Args:
        text: any text.
        alone: the text is one identifier, so that an acronym needs no company („CAF").
    """
    folded = fold(text)
    if _any_literal().search(folded) is None:
        return
    for scheme in schemes():
        for match in scheme.pattern.finditer(folded):
            start, end = match.span()
            if not alone and not _is_meant(scheme, text, folded, start, end):
                continue
            version = (match.groupdict().get("version") or "").replace(",", ".") or None
            rule = f"scheme.{scheme.id.lower()}"
            yield start, end, Standard(scheme=scheme.id, version=version), rule
            while version and (other := scheme.more.match(folded, end)) is not None:
                version, end = other.group(1).replace(",", "."), other.end()
                yield other.start(1), end, Standard(scheme=scheme.id, version=version), rule


def _is_meant(scheme: Scheme, text: str, folded: str, start: int, end: int) -> bool:
    """An acronym in its own capitals, in its own company: „fot. CAF" is a press agency."""
    acronym = " " not in text[start:end].strip() and "-" not in text[start:end]
    if acronym and scheme.capitals and text[start:end] != scheme.capitals:
        return False
    if not acronym or not scheme.needs:
        return True
    before = re.findall(r"\w+", folded[max(0, start - 20) : start])
    if before and before[-1] in scheme.never_after:
        return False
    near = window(folded, start, start, _NEAR) + " " + window(folded, end, end, _NEAR)
    return any(re.search(rf"(?<!\w){re.escape(stem)}", near) for stem in scheme.needs)
