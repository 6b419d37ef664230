"""„Certyfikat „Gmina Bez Barier” odebrano 5 maja": certificates of contests and courses, which attest no management system."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.annotate.dates.sentences import Sentence

Foreign = Literal["", "certificate", "everything"]


def foreign(near: Sequence[Sentence], following: Sentence | None = None) -> Foreign:
    """Whether the sentences around a date speak of a contest's or a person's certificate and of no system's.

    Args:
        near: the date's sentence first, then those before it.
        following: the one behind it, where a jury may be named.

    Returns:
        "certificate" where a person's certificate is named („certyfikaty auditorów"), or where a contest, a course or a
        titled certificate is and neither a standard nor a body that certifies; "everything" where the date's own sentence
        names a contest, so that its auditors are the contest's as well.
    """
    own = near[0].topics
    if "system" in own:
        return ""
    if any("personal" in s.topics for s in near):
        return "certificate"
    around = [*near, following] if following else near
    if any("norm" in s.topics for s in around):
        return ""
    if "contest" in own:
        return "everything"
    told = any("contest" in s.topics for s in around) or any(s.titled for s in near)
    return "certificate" if told else ""
