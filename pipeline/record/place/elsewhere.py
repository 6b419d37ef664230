"""„RIO w [Łodzi]", „firma z [Gdyni]": towns from which somebody comes, not where the story is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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


def is_foreign(article: Article, mention: Mention, nearby: Nearby) -> bool:
    """„RIO w [Łodzi]", „firma z [Gdyni]": the seat of a body or of a contractor, not the place of the story."""
    text, start = article.text, mention.start
    if _FIRM.search(text[max(0, start - 60) : start]) or nearby.around("certifiers", start, mention.end):
        return True
    return any(_SEAT.fullmatch(text[body.end : start]) for body in nearby.before("certifiers", start, SEAT_REACH))
