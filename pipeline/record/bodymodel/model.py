"""„zamiast TÜV SÜD dokument wystawiło PCBC" -> PCBC: the model of bodies and its vote beside the rules'."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.record.bodymodel.features import features
from pipeline.record.editions import Chosen
from pipeline.record.linear import LinearModel, read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.record.bodymodel.survey import Survey
    from pipeline.record.clusters import Cluster
    from pipeline.schema import Status

CERTIFIES, NOT = "certifies", "not"
"""classes of a pair of a certificate and a body"""
RULES, SILENCE, LEAST = 0.5, 0.5, -0.75
"""log-odds that the rules' choice counts, that their silence counts against every body, and that a body needs; chosen on whole
sets left out (models/README.md)"""
EVEN = 2.0
"""log-odds; a body that the rules hold as likely as another is a rival of it where the votes lie no further apart"""

AHEAD = 2.0
"""log-odds by which one of several bodies must lead where a certificate is only planned: of equal bidders none certifies"""
_MOST = 600
"""mentions of bodies times candidates; in a longer catalogue the rules decide alone, so that time stays linear"""


def decide(ruled: str | None, odds: Mapping[str, float]) -> tuple[str | None, dict[str, float]]:
    """The body that rules and model agree on best, None where neither holds any likely; and the votes in log-odds.

    Args:
        ruled: the rules' choice.
        odds: the model's log-odds that a body certified.
    """
    votes = {name: value + RULES * (name == ruled) - SILENCE * (ruled is None) for name, value in odds.items()}
    best = max(sorted(votes), key=lambda name: votes[name], default=None)
    return (best if best is not None and votes[best] > LEAST else None), votes


def by_vote(survey: Survey, cluster: Cluster, happened: Status, ruled: Chosen) -> Chosen:
    """„Do 2014 r. Bureau Veritas, od tego czasu [DNV]": a certificate's body by the vote of rules and model, and its rivals.

    Args:
        survey: the article.
        cluster: of one of its candidates.
        happened: the certificate's status.
        ruled: what the rules choose, with what they hold as likely.
    """
    if len(survey.in_order) * len(survey.candidates) > _MOST:
        return ruled
    own = survey.number(cluster)
    came = [name for name in survey.places if not survey.came_for_plan(own, name)]
    logs = {name: load().log_probabilities(features(survey, own, name, happened)) for name in came}
    first = str(ruled.mentions[0].value["name"]) if ruled.mentions else None
    best, votes = decide(first, {name: log[CERTIFIES] - log[NOT] for name, log in logs.items()})
    second = max((vote for name, vote in votes.items() if name != best), default=LEAST - AHEAD)
    if best is None or (happened == "planned" and votes[best] - second < AHEAD):
        return Chosen([], [])
    alike = [m for m in [*ruled.mentions[:1], *ruled.rivals] if m.value["name"] != best]
    rivals = [m for m in alike if ruled.rivals and votes.get(str(m.value["name"]), LEAST) >= votes[best] - EVEN]
    if best == first:
        return Chosen(ruled.mentions, rivals)
    nearest = max(survey.places[best], key=lambda place: (survey.nearness(own, place), survey.weight(own, place.passage)))
    return Chosen([nearest.mention], rivals)


@lru_cache(maxsize=1)
def load() -> LinearModel:
    """The shipped weights.

    Raises:
        OSError: they are not there.
    """
    return read("pipeline.record.bodymodel")
