"""The first half of an identifier: "PN-EN ISO/IEC", "BS EN", "ISO/TR", "PN-B", in any order and with any sign between."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.values.standard.catalogue import Publisher, vocabulary
from pipeline.values.standard.tokens import END, Cursor, Token

_SEPARATORS = frozenset('-/:."(_')
_FIRST = ("ISO", "IEC")
_INTERNATIONAL = 2
"""rank of international and private publishers in publishers.toml"""
_DATED_BEFORE = frozenset({"PN", "BN", "ZN"})
"""prefixes behind which old identifiers print their year: "PN-77/B-02011"."""
_OLD_YEAR = range(45, 95)
"""Two-digit years of Polish and branch standards, 1945 to 1994 (PKN changed to four digits in 1994)."""


@dataclass(slots=True)
class Prefix:
    """What stood before the number."""

    links: list[Publisher] = field(default_factory=list)
    doctype: str | None = None
    stage: str | None = None
    sector: str | None = None
    year: int | None = None
    exact: bool = True
    """False where a word was in lower case"""

    def chain(self) -> tuple[str, ...]:
        """Links in canonical order: national, European, international; joint publishers in one link."""
        if self.sector:
            return (self.links[-1].canonical,)
        if len(self.links) == 1:
            return (self.links[0].canonical,)
        unique = list({p.canonical: p for p in self.links}.values())
        links: list[str] = []
        last: Publisher | None = None
        for publisher in sorted(unique, key=lambda p: p.rank):
            if last is not None and last.rank == publisher.rank == _INTERNATIONAL and not (last.joins and publisher.joins):
                links[-1] = publisher.canonical  # „ISO/OHSAS 18001": ISO is what certificates are called, OHSAS published it
            elif last is not None and last.rank == publisher.rank and publisher.joins:
                links[-1] = "/".join(sorted([*links[-1].split("/"), publisher.canonical], key=_joint_order))
            else:
                links.append(publisher.canonical)
            last = publisher
        if links[:2] == ["ETSI", "EN"]:  # ETSI publishes its own EN; the design's identifier is "EN 301 549"
            links = links[1:]
        return tuple(links)


def _joint_order(word: str) -> int:
    return _FIRST.index(word) if word in _FIRST else len(_FIRST)


def read_prefix(cursor: Cursor, *, relaxed: bool) -> Prefix | None:
    """Reads „PN-EN ISO" and moves behind it and the sign that joins it; None where no publisher stands here.

    Args:
        cursor: at the first word.
        relaxed: also reads publishers in lower case ("iso 9001").
    """
    prefix = Prefix()
    while _word(cursor, prefix, relaxed=relaxed):
        _old_year(cursor, prefix)
        skipped = 0
        while skipped < 2 and cursor.peek(skipped).kind in _SEPARATORS:
            skipped += 1
        following = cursor.peek(skipped)
        if skipped and following.kind == "w" and _continues(following, cursor.peek(skipped + 1), prefix, relaxed=relaxed):
            cursor.at += skipped
    return prefix if prefix.links else None


def _publishers(token: Token, *, relaxed: bool) -> list[Publisher]:
    words = vocabulary()
    text = token.text
    if relaxed and text not in words.publishers and len(text) > 1:
        text = text.upper()
    if text in words.publishers:
        return [words.publishers[text]]
    return [words.publishers[w] for w in words.glued.get(text, ())]


def _is_small(text: str, prefix: Prefix) -> bool:
    """„PN-En Iso": behind a publisher in capitals the commonest ones may be in lower case."""
    return bool(prefix.links) and text.lower() in {"en", "iso", "iec"}


def _continues(token: Token, after: Token, prefix: Prefix, *, relaxed: bool) -> bool:
    words = vocabulary()
    text = token.text
    known = text in words.doctypes or text in words.drafts or text in words.stages or text in words.european
    return known or bool(_publishers(token, relaxed=relaxed or _is_small(text, prefix))) or _is_sector(token, after, prefix)


def _is_sector(token: Token, after: Token, prefix: Prefix) -> bool:
    """„PN-N-18001", „ZN-G-4120": one capital letter behind PN or ZN alone, a number behind it."""
    alone = prefix.sector is None and [p.word for p in prefix.links] in (["PN"], ["ZN"])
    return alone and len(token.text) == 1 and token.text.isupper() and after.kind in {"-", "n"} and after is not END


def _word(cursor: Cursor, prefix: Prefix, *, relaxed: bool) -> bool:
    """Takes one word of the prefix; False where the next token is none."""
    token = cursor.peek()
    if token.kind != "w" or token.gap == 3 or (prefix.sector and prefix.links):
        return False
    words, text = vocabulary(), token.text
    found = _publishers(token, relaxed=relaxed or _is_small(text, prefix))
    if prefix.links and text in words.doctypes and (text != "R" or cursor.tokens[cursor.at - 1].kind == "/"):
        prefix.doctype = words.doctypes[text]
    elif found:
        if token.gap and found[0].rank == 0 and all(p.rank == _INTERNATIONAL for p in prefix.links):
            prefix.links, prefix.doctype = [], None  # „certyfikat ISO PN-EN 15224": ISO is what people call a certificate
        prefix.links += found
        prefix.exact &= text.isupper()
        prefix.doctype = next((p.doctype for p in found if p.doctype), prefix.doctype)
    elif text in words.european:
        prefix.links.append(words.publishers["EN"])
        prefix.stage = words.european[text]
    elif prefix.links and text in words.drafts:
        prefix.stage, prefix.doctype = text, words.drafts[text]
    elif text in words.stages and (prefix.links or relaxed):
        prefix.stage = words.stages[text]
    elif not prefix.links and text.upper() == "GUIDE" and relaxed:
        prefix.doctype = "Guide"
    elif _is_sector(token, cursor.peek(1), prefix):
        prefix.sector = text
    else:
        return False
    cursor.at += 1
    return True


def _old_year(cursor: Cursor, prefix: Prefix) -> None:
    """„PN-77/B-02011", „BN-63/0409-02": takes the two-digit year and its slash."""
    if prefix.year is not None or len(prefix.links) != 1 or prefix.links[0].word not in _DATED_BEFORE:
        return
    dash = 1 if cursor.peek().kind == "-" else 0
    year, slash = cursor.peek(dash), cursor.peek(dash + 1)
    if year.kind == "n" and len(year.text) == 2 and int(year.text) in _OLD_YEAR and slash.kind == "/":
        prefix.year = 1900 + int(year.text)
        cursor.at += dash + 2
