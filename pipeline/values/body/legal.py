"""„S.A.", „Sp. z o. o.": the legal form that may stand behind the name of a company."""

from __future__ import annotations

import re

_FORM = re.compile(
    r"""[ \t\u00a0,–-]{0,3}
    (?: (?:S\.[ ]?A\.?|S[ ]?A)(?!\w)
      | Sp(?:\.|ółk[aięąo]j?)?[ ]{0,2}z[ ]{0,2}(?:o\.?[ ]{0,2}o\.?|ograniczoną[ ]odpowiedzialnością)(?!\w)
      | [Ss]p\.?[ ]{0,2}(?:k|j|p)\.?(?!\w)
      | s\.[ ]?c\.
      | Ltd\.?(?!\w) | Limited(?!\w) | GmbH(?!\w) | AG(?!\w) | B\.?V\.?(?!\w) | A/S(?!\w) | S\.?p\.?A\.?(?!\w) | Inc\.?(?!\w)
      | SE(?!\w) | s\.[ ]?r\.[ ]?o\.?(?!\w) | a\.[ ]?s\.(?!\w)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""Source: Kodeks spółek handlowych (art. 1, 73, 160, 305) and the usual foreign forms."""


def legal_tail(text: str, end: int) -> int:
    """Where the legal form that follows a name ends; ``end`` itself where there is none.

    Args:
        text: the text.
        end: one past the last character of the name.
    """
    if end < len(text) and text[end].isalnum():
        return end
    match = _FORM.match(text, end)
    if match is None or (
        not match.group().lstrip(" \t\u00a0,–-")[:1].isupper() and "." not in match.group() and " z " not in match.group()
    ):
        return end
    return match.end()
