"""„ta sama jednostka", „oba wystawiło PCBC": bodies that a certificate's passages take up without naming them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.record.clusters import ALONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.record.bodymodel.survey import Survey


def taken_up(survey: Survey, own: int, name: str) -> Iterator[str]:
    """„Certyfikat [tej samej jednostki] wygasł" -> "same:last": what the passages of a certificate say of a body named before.

    Args:
        survey: the article.
        own: number of the candidate certificate.
        name: the body.
    """
    for passage, weight in survey.candidates[own].cluster.passages:
        if weight < ALONE:
            continue
        for way in survey.ways(passage):
            inside = any(p.passage is passage for p in survey.places[name])
            before = [p for p in survey.in_order if p.mention.start < passage.start]
            last = bool(before) and before[-1].mention.value["name"] == name
            yield f"up:{way}:{'in' if inside else 'last' if last else 'not'}"
    for place in survey.places[name]:
        for way in survey.ways(place.passage):
            yield f"upon:{way}"
