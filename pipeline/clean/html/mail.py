"""„Raz w tygodniu piszemy o wodzie. [Twój e-mail] [Zapisz się]": small boxes around a field for an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from lxml.html import HtmlElement

LONGEST = 250
"""characters of unlinked text around the field; a longer text is an article that asks for answers"""
SHARE = 0.4
"""share of the page's running text; more of it is the article"""
LEVELS = 6
"""elements around the field, from the inside"""


def mail_boxes(
    root: HtmlElement, sums: Mapping[HtmlElement, tuple[int, int]], protected: Collection[HtmlElement]
) -> Iterator[HtmlElement]:
    """„<div>…<form><input type="email">…": the largest small element around every field for an address.

    Forms with room for a text are no subscriptions: comments and messages to the office, which other rules know.

    Args:
        root: the page.
        sums: characters of unlinked strings below every element: in long strings, in all.
        protected: elements around the headline and the body by markup.
    """
    for field in root.iter("input"):
        if (field.get("type") or "").lower() != "email":
            continue
        box: HtmlElement | None = None
        for level, above in enumerate(field.iterancestors()):
            if level == LEVELS or above in protected or above.tag in {"html", "body", "main", "article"}:
                break
            running, everything = sums.get(above, (0, 0))
            if everything > LONGEST or running > SHARE * sums[root][0] or next(above.iter("textarea"), None) is not None:
                break
            box = above
        if box is not None:
            yield box
