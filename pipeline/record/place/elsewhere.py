"""„RIO w [Łodzi]", „firma z [Gdyni]": towns from which somebody comes, not where the story is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.record.place.address import can_have
from pipeline.record.place.candidates import key_of
from pipeline.text import fold

if TYPE_CHECKING:
    from pipeline.record.nearby import Nearby
    from pipeline.schema import Article, Mention

_SEAT = re.compile(r"[\s,„”\"]{0,4}(?:Oddzia\w+\s|z siedzibą\s|delegatur\w+\s)?(?:(?:we?|ze?)\s)?$", re.IGNORECASE)
SEAT_REACH = 25
"""characters between a body's name and the town of its seat"""
_FIRM = re.compile(
    r"\b(?:firm\w{1,3}[ \u00a0][^.;\n]{2,45}[ \u00a0](?:z|ze|w|we)"
    r"|(?:firm|spół[ek]|biur|pracowni|przedsiębiorstw|konsorcj|agencj|kancelari|wykonawc|konsultan|laboratori)\w{0,4}"
    r"(?:[ \u00a0][^\s.;,\n]{2,25}){0,3},?\s(?:z\ssiedzibą\swe?|ze?))\s$",
    re.IGNORECASE,
)
"""„firma z [Gdyni]", „biuro projektowe Trakt z [Kłodzka]", „spółki, z siedzibą w [Łomży]": where a contractor comes from"""


_THERE = re.compile(r"\b[Tt]amtejsz\w{1,4}\s[^.,;\n]{0,40}$")
"""„tamtejszy Urząd Miejski w [Obornikach]": the office of the town that the story visits"""
_THERE_REACH = 56
_ATTENDING = re.compile(
    r"\b(?:uczestnicz|przyby|przyjecha|przyszl|zaprosz|gosci|zjawi|obecn\w{1,3} byl|w obecnosci|odwiedzi|swiadk|towarzyszy)"
)
"""Folded beginnings of words that make those named in the sentence guests."""

_HANDED = re.compile(r"\b(?:przekaz|wrecz|odebra|odbier|odbior|podpis|rozda|nagrodzi|wyrozni)\w")
_GOVERNOR = re.compile(
    r"\b(?:(?:wice)?wojewod(?:a|y|zie|e|o)|(?:wice)?minist(?:er|r)\w{0,4}|(?:wice)?marszal(?:ek|k\w{1,3})|premier\w{0,3}"
    r"|sekretarz\w{0,3} stanu|prezydent\w{0,3} rp)\b"
)
_OURS = re.compile(r"\bnasz(?:a|ej|ego|emu|e|ym)\s(?:gmin|miast|miejscowos|powia|wies\b|wsi\b|wojewodz)")
"""Folded: „nasza gmina", of which the scene far away says nothing."""


def is_scene(article: Article, mention: Mention, offices: tuple[str, ...]) -> bool:
    """„Promesę wręczył w [Rzeszowie] minister … w naszej gminie": where a governor hands things to people from everywhere.

    A town behind „w" in a sentence with a governor and what he hands over, where the article calls its own place „nasza gmina"
    or prints the head of an office that the town cannot have (a wójt beside Rzeszów).

    Args:
        article: its text is read.
        mention: of a place.
        offices: keys of ADMISSIBLE that the text prints without a name.
    """
    opens, closes = mention.sentence
    sentence = fold(article.text[opens:closes])
    governs = mention.rule == "place.adjective.governor"  # „wojewoda mazowiecki": his voivodeship is no more than his scene
    if not ((governs or mention.rule.startswith("place.prep")) and _GOVERNOR.search(sentence) and _HANDED.search(sentence)):
        return False
    local = bool(offices) if governs else not can_have(key_of(mention)[1], offices)
    return local or _OURS.search(fold(article.text)) is not None


def is_attending(article: Article, mention: Mention) -> bool:
    """„W przekazaniu uczestniczyli: wójt gminy [Nowa Karczma]": an office among the guests that its sentence names."""
    opens, _ = mention.sentence
    return bool(_ATTENDING.search(fold(article.text[opens : mention.start])))


def is_foreign(article: Article, mention: Mention, nearby: Nearby) -> bool:
    """„RIO w [Łodzi]", „firma z [Gdyni]": the seat of a body or of a contractor, not the place of the story."""
    text, start = article.text, mention.start
    if _THERE.search(text, max(0, start - _THERE_REACH), start):
        return True
    if _FIRM.search(text[max(0, start - 60) : start]) or nearby.around("certifiers", start, mention.end):
        return True
    return any(_SEAT.fullmatch(text[body.end : start]) for body in nearby.before("certifiers", start, SEAT_REACH))
