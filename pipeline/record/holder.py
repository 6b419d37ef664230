"""Whose certificate it is: the article's own office, unless the sentence names another town's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.record.clusters import ANCHORED
from pipeline.record.holdermodel import HOLDS, OTHER, choose, features, load
from pipeline.record.vocabulary import data
from pipeline.text import fold
from pipeline.values.phrase import has_any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.record.clusters import Cluster
    from pipeline.record.holdermodel import Telling
    from pipeline.record.passages import Passage
    from pipeline.schema import OrganizationRow

_REACH = 40
"""characters before an office in which its preposition stands"""
_STEM = 4
"""characters; enough of a name to tell towns apart whatever their case („Olsztyn", „Olsztyna")"""


def _own(name: str) -> frozenset[str]:
    """„Urząd Miasta Olsztyna" -> {"olsz"}: what of a name tells it from others of its kind."""
    stems = (w[:_STEM] for w in re.findall(r"\w+", fold(name)))
    common = data()["holder"]["common"]
    return frozenset(s for s in stems if s not in common and len(s) > 2)


def _level(row: OrganizationRow) -> str | None:
    """The town's or the county's: an office and its unit hold one certificate, a company of the same town another."""
    if row.kind == "municipality":
        return "county" if row.name.startswith("Powiat ") else "voivodeship" if row.name.startswith("Wojew") else "town"
    return _LEVELS.get(row.kind)


_LEVELS = {"city_office": "town", "municipal_office": "town", "county_office": "county", "voivodeship_office": "voivodeship"}


def same(first: OrganizationRow, second: OrganizationRow) -> bool:
    """„Gmina Olsztyn" and „Urząd Miasta Olsztyna" may hold one certificate; Olsztyn's and Ełk's office hold two."""
    if first.name == second.name:
        return True
    if _level(first) is None or _level(first) != _level(second):
        return False
    if {_unit(first.name), _unit(second.name)} == {"town", "commune"}:
        return False
    left, right = _own(first.name), _own(second.name)
    if not left or not right:
        return True
    return (
        bool(left & right) and not (left - right and right - left) and _kind_of_town(first.name) == _kind_of_town(second.name)
    )


_TOWNS = re.compile(r"\b(?:(?:star|now|mal)(?:y|a|e|ego|ej|ym|ych)|(?:doln|gorn|wielk)\w{1,3})\b")


def _kind_of_town(name: str) -> frozenset[str]:
    """„Urząd Gminy Stary Drohojów" -> {"sta"}: adjectives that make another town of a name; „Drohojów" has none."""
    return frozenset(word[:3] for word in _TOWNS.findall(fold(name)))


def sits_elsewhere(holder: OrganizationRow | None, rows: Sequence[OrganizationRow], place: str) -> bool:
    """„a Urząd Gminy w Janowcu Kościelnym – certyfikat …" in a story of Nidzica: whether an office is not the place's own.

    Args:
        holder: who holds the certificate.
        rows: offices of the article, the certified one first.
        place: nominative name of the story's place.
    """
    if holder is None or not rows or holder.kind not in _LEVELS or same(holder, rows[0]):
        return False
    return bool(_own(holder.name)) and _own(holder.name).isdisjoint(_own(place))


def _unit(name: str) -> str | None:
    """„Urząd Miasta Ełku" and „Urząd Gminy Ełk" are two offices of one name, „Urząd Miasta i Gminy" is either."""
    if not name.startswith("Urząd"):
        return None
    town, commune = re.search(r"\bMi(?:asta|ejski)", name), re.search(r"\bGmin", name)
    return None if (town is None) == (commune is None) else "town" if town else "commune"


_BESIDE = re.compile(r"(?:^|\s)(?:po|oprócz|poza|śladem|wzorem|za przykładem)\s+$", re.IGNORECASE)
_EVERY = frozenset({"oba", "oboje", "obydwa", "wszystek", "każdy", "wspólny", "łącznie"})
_COUNCILS = frozenset({"Rada", "Sejmik"})
"""„w sali obrad Rady Powiatu": a council meets and has no management system of its own"""
_OFFICES = 40
"""an article that names more is a directory, of which the first ones are weighed"""


def offices(rows: Sequence[OrganizationRow]) -> list[list[OrganizationRow]]:
    """„Gmina Olsztyn", „Urząd Miasta Olsztyna" | „Starostwo Powiatowe": rows of offices that may hold one certificate.

    Args:
        rows: offices of the article, the certified one first.
    """
    found: list[list[OrganizationRow]] = []
    places: dict[str, int] = {}
    seated = [row for row in rows if row.name.split()[0] not in _COUNCILS]
    for row in seated or rows:
        if row.name not in places:
            known = next((i for i, office in enumerate(found) if same(office[0], row)), len(found))
            if known == _OFFICES:
                continue
            places[row.name] = known
            found += [[]] if known == len(found) else []
        found[places[row.name]].append(row)
    return found


def holders_of(telling: Telling, cluster: Cluster) -> list[int]:
    """Numbers of the offices that hold a certificate, by the trained model.

    „Szpital w Lipie z certyfikatem": an office of the headline alone is the body's under another name.

    Args:
        telling: the article with its offices.
        cluster: a certificate's passages.
    """
    if len(telling.offices) < 2:
        return list(range(len(telling.offices)))
    logs = (load().log_probabilities(seen) for seen in features(telling, cluster))
    held = choose([found[HOLDS] - found[OTHER] for found in logs])
    told = {n.office for n in telling.named if not telling.is_title(n.passage)}
    return [office for office in held if office in told] or held


def split(text: str, cluster: Cluster, telling: Telling) -> list[tuple[OrganizationRow | None, list[tuple[Passage, int]]]]:
    """The passages of a certificate, apart for every office that holds one of its kind.

    A passage is about the holder that it names, else about the one that was named last; „oba", „każdy" and what stands before
    any holder is about all. A holder that is only listed („Otrzymały go: …") takes the passage that the list goes on.

    Args:
        text: the cleaned article.
        cluster: the passages, whoever holds the certificate.
        telling: the article with its offices.
    """
    held = holders_of(telling, cluster)
    if len(held) < 2:
        return [(telling.offices[held[0]][0] if held else None, list(cluster.passages))]
    parts: dict[int, list[tuple[Passage, int]]] = {office: [] for office in held}
    for passage, weight in cluster.passages:
        for office in _spoken_of(text, passage, telling, held):
            parts[office].append((passage, weight))
    for office in held:
        if not any(weight == ANCHORED or p.events for p, weight in parts[office]):
            parts[office] = sorted([*_led(cluster, telling, office), *parts[office]], key=lambda entry: entry[0].start)
    return [(telling.offices[office][0], parts[office]) for office in held]


def _spoken_of(text: str, passage: Passage, telling: Telling, held: Sequence[int]) -> list[int]:
    """The holders that a passage is about."""
    index = telling.numbers.get(id(passage), 0)
    first, last = telling.said(index, -1), telling.said(index, passage.end)
    beside = (n for n in telling.named[first:last] if n.office in held)
    here = [n.office for n in beside if not _BESIDE.search(text[max(passage.start, n.start - _REACH) : n.start])]
    if here:
        return sorted(set(here))
    if has_any(passage.words, _EVERY):
        return list(held)
    before = next((n.office for n in reversed(telling.named[:first]) if n.office in held), None)
    return list(held) if before is None else [before]


def _led(cluster: Cluster, telling: Telling, office: int) -> list[tuple[Passage, int]]:
    """„Certyfikaty ISO 9001 wręczono trzem urzędom. [Otrzymały je: …]": the last passage with the standard before an office."""
    named = next(n.start for n in telling.named if n.office == office)
    anchored = [entry for entry in cluster.passages if entry[1] == ANCHORED]
    before = [entry for entry in anchored if entry[0].start <= named]
    return before[-1:] or anchored[:1]
