"""Whose certificate it is: the article's own office, unless the sentence names another town's."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.record.clusters import CARRIED
from pipeline.record.passages import is_headline
from pipeline.record.vocabulary import data
from pipeline.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.record.clusters import Cluster
    from pipeline.record.passages import Passage
    from pipeline.schema import Mention, OrganizationRow

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
    return not left or not right or bool(left & right)


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


def _row_of(mention: Mention, rows: Sequence[OrganizationRow]) -> OrganizationRow | None:
    exact = next((r for r in rows if (r.start, r.end) == (mention.start, mention.end)), None)
    name = str(mention.value.get("name") or mention.text)
    return (
        exact or next((r for r in rows if r.name == name), None) or next((r for r in rows if _own(r.name) & _own(name)), None)
    )


_LOCATIVE = re.compile(r"(?:^|\s)(?:we?|przy|obok|przed)\s+(?:\w+\s+)?$", re.IGNORECASE)
_BESIDE = re.compile(r"(?:^|\s)(?:po|oprócz|poza|śladem|wzorem|za przykładem)\s+$", re.IGNORECASE)
_COORDINATED = re.compile(r"\s*(?:,|i|oraz|a także|jak również|,\s*(?:a także|jak również))\s*", re.IGNORECASE)
_NO_HOLDER = frozenset({"certificate.extended"})
"""rules of „do zakresu włączono żłobek": who is named there comes under a certificate and does not hold it"""
_GIVEN = frozenset({"awarded", "renewed", "planned", "lapsed"})


def holders_in(text: str, passage: Passage, cluster: Cluster, rows: Sequence[OrganizationRow]) -> list[OrganizationRow]:
    """The offices of which a passage tells that something happened to their certificate.

    One office, or several of one list („otrzymały Starostwo Powiatowe oraz Urząd Gminy"); none where offices stand apart, or
    where the only one is where a certificate was handed over („w Starostwie").
    """
    events = [e for e in passage.events if e.kind != "audited" and e.rule not in _NO_HOLDER and cluster.owns(e)]
    if not events:
        return []
    named = [(m, row) for m in passage.of("organizations") if (row := _row_of(m, rows)) is not None and not _sits(row)]
    named = [(m, row) for m, row in named if not _BESIDE.search(text[max(passage.start, m.start - _REACH) : m.start])]
    if len(named) > 1 and any(e.kind in _GIVEN for e in events):
        named = [(m, row) for m, row in named if not _LOCATIVE.search(text[max(passage.start, m.start - _REACH) : m.start])]
    found = {row.name: row for _, row in named}
    if len(found) > 1:
        listed = all(_COORDINATED.fullmatch(text, a.end, b.start) for (a, _), (b, _) in pairwise(named))
        return list(found.values()) if listed else []
    return list(found.values())


def _sits(row: OrganizationRow) -> bool:
    """„w sali obrad Rady Powiatu": a council meets and has no management system of its own."""
    return row.name.split()[0] in _COUNCILS


_COUNCILS = frozenset({"Rada", "Sejmik"})


def split(
    text: str, cluster: Cluster, rows: Sequence[OrganizationRow]
) -> list[tuple[OrganizationRow | None, list[tuple[Passage, int]]]]:
    """The passages of a certificate, apart for every holder that they name.

    Passages without a holder stay with the holders of the passage before them, at the start with the article's first office.
    """
    main = rows[0] if rows else None
    current: list[OrganizationRow | None] = [main]
    found: dict[str, tuple[OrganizationRow | None, list[tuple[Passage, int]]]] = {}
    before: list[tuple[Passage, int]] = []
    every = [holders_in(text, p, cluster, rows) if weight > CARRIED else [] for p, weight in cluster.passages]
    for i, ((passage, weight), named) in enumerate(zip(cluster.passages, every, strict=True)):
        if named and not (_sums_up(text, passage) and any(every[i + 1 :])):
            known = [o for o, _ in found.values() if o is not None] + ([main] if main else [])
            current = [next((o for o in known if same(o, n)), n) for n in named]
            if not found:
                _open(found, before, current if main in current or not _tells(before) else [main])
        elif not found:
            before.append((passage, weight))
            continue
        _open(found, [(passage, weight)], current)
    if not found:
        _open(found, before, [main])
    return list(found.values())


def _sums_up(text: str, passage: Passage) -> bool:
    """„Szpital w Ostródzie z certyfikatem": a headline that claims what the body tells of the same office by its full name."""
    return is_headline(text, passage) and all(e.kind == "claimed" for e in passage.events)


def _tells(passages: list[tuple[Passage, int]]) -> bool:
    """Whether passages without an office tell of a certificate: „Wodociągi z certyfikatem" only sums up the story."""
    return any(e.kind != "claimed" for p, w in passages if w > CARRIED for e in p.events)


def _open(
    found: dict[str, tuple[OrganizationRow | None, list[tuple[Passage, int]]]],
    passages: list[tuple[Passage, int]],
    holders: list[OrganizationRow | None],
) -> None:
    """Adds passages to those of each holder."""
    for holder in holders:
        found.setdefault(holder.name if holder else "", (holder, []))[1].extend(passages)
