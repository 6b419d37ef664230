"""„elk-9001-2018": stories whose certificates are known across articles, and how well a run's entities gather their reports.

A file of stories has a table ``entities`` (holder, families, certifier, conflicts that their reports hold) and articles, each
with the entities that it reports. A certificate of a record is the report of the entity that its standards, holder and body
resemble most. Reports are scored as such; entities by their pairs: two reports are a pair where one entity holds both.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Any

from pipeline.evaluate.markup import MarkupError
from pipeline.evaluate.score import Count, same_body
from pipeline.values.standard import families

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

SUFFIX = ".entities.toml"
_ARTICLE = frozenset({"id", "text", "url", "published", "reports"})
_VALUES = ("awarded", "valid_from", "valid_until", "status")
_ENTITY = frozenset({"holder", "families", "certifier", "planned", "conflicts", *_VALUES})

Report = tuple[str, str]
"""Article and entity; an entity that the gold does not know is written with a question mark."""


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """A certificate that exists, or is planned."""

    label: str
    holder: str
    families: frozenset[str]
    certifier: str | None = None
    planned: bool = False
    conflicts: tuple[str, ...] = ()
    """fields for which its reports print contradicting values"""
    values: tuple[tuple[str, str], ...] = ()
    """dates that are known and the status in the latest report"""


@dataclass(frozen=True, slots=True)
class Story:
    """One article and the labels of the entities that it reports."""

    id: str
    text: str
    reports: tuple[str, ...]
    url: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Stories:
    """All articles of a folder and what they tell of."""

    entities: dict[str, KnownEntity] = field(default_factory=dict)
    articles: list[Story] = field(default_factory=list)


def load_stories(folder: Path) -> Stories:
    """Every file of stories of a folder, by name.

    Raises:
        MarkupError: a file cannot be read, has unknown keys, names an unknown entity or repeats an id; or there is none.
    """
    found = Stories()
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
            _take(found, data)
        except (tomllib.TOMLDecodeError, KeyError, MarkupError) as error:
            raise MarkupError(f"{path.name}: {error}") from error
    if not found.articles:
        raise MarkupError(f"no *{SUFFIX} in {folder}")
    return found


def _take(found: Stories, data: dict[str, Any]) -> None:
    for label, entity in data.get("entities", {}).items():
        _known_keys(label, entity, _ENTITY)
        found.entities[label] = KnownEntity(
            label,
            holder=entity["holder"],
            families=frozenset(entity["families"]),
            certifier=entity.get("certifier"),
            planned=entity.get("planned", False),
            conflicts=tuple(entity.get("conflicts", ())),
            values=tuple((name, entity[name]) for name in _VALUES if name in entity),
        )
    for article in data.get("article", ()):
        _known_keys(article["id"], article, _ARTICLE)
        if unknown := set(article["reports"]) - set(found.entities):
            raise MarkupError(f"{article['id']}: unknown entities {sorted(unknown)}")
        if any(article["id"] == other.id for other in found.articles):
            raise MarkupError(f"{article['id']} stands there twice")
        values = {**article, "text": article["text"].strip() + "\n", "reports": tuple(article["reports"])}
        found.articles.append(Story(**values))


def _known_keys(name: str, table: Mapping[str, Any], keys: frozenset[str]) -> None:
    if unknown := set(table) - keys:
        raise MarkupError(f"{name}: unknown keys {sorted(unknown)}")


def score_entities(
    stories: Stories, records: Mapping[str, Mapping[str, Any]], rows: Iterable[Mapping[str, Any]]
) -> dict[str, Count]:
    """Reports that were found, pairs that one entity holds, the values that it has and the contradictions that it flags.

    Args:
        stories: what is known.
        records: records as in ``records.jsonl``, by the article's id in the stories.
        rows: ``certificate_entities`` of the same run.
    """
    counts = {name: Count() for name in ("reports", "pairs", "values", "conflicts")}
    owners: dict[str, Report] = {}
    for story in stories.articles:
        told = _told(story, records.get(story.id, {}), stories)
        owners |= told
        counts["reports"].sets({(story.id, label) for label in story.reports}, told.values(), story.id)
    held = [([owners[i] for i in row["certificates"]], row) for row in rows]
    _score_pairs(counts["pairs"], stories, [reports for reports, _ in held])
    for label, entity in stories.entities.items():
        most = max(held, key=lambda h: sum(name == label for _, name in h[0]), default=None)
        _score_values(counts["values"], entity, most[1] if most is not None and label in dict(most[0]).values() else {})
    _score_conflicts(counts["conflicts"], stories, held)
    return counts


def _told(story: Story, record: Mapping[str, Any], stories: Stories) -> dict[str, Report]:
    """The record's certificates by id, each with the report that it is, best resemblance first."""
    certificates = {c["certificate_id"]: c for c in record.get("certificates", ())}
    family_of = {s["id"]: _work(s["family"]) for s in record.get("standards", ())}
    likely = [
        (_likeness(certificate, {family_of.get(s, s) for s in certificate["standards"]}, stories.entities[label]), i, label)
        for i, certificate in certificates.items()
        for label in story.reports
    ]
    found: dict[str, Report] = {}
    taken: set[str] = set()
    for likeness, i, label in sorted(likely, key=lambda x: (-x[0], x[2], x[1])):
        if likeness and i not in found and label not in taken:
            found[i] = (story.id, label)
            taken.add(label)
    unknown = [i for i in certificates if i not in found]
    return found | {i: (story.id, f"?{number}") for number, i in enumerate(unknown, 1)}


def _work(family: str) -> str:
    known = families().get(family)
    return known.family if known is not None else family


def _likeness(certificate: Mapping[str, Any], named: set[str], entity: KnownEntity) -> float:
    """0 where no standard is shared; holder and body weigh more than how many standards are."""
    shared = named & entity.families
    if not shared or (certificate["status"] == "planned") != entity.planned:
        return 0.0
    score = len(shared) / len(named | entity.families)
    score += 2.0 * same_body(entity.holder, certificate["organization"])
    return score + 2.0 * (entity.certifier is not None and same_body(entity.certifier, certificate["certifier"]))


def _pairs(groups: Iterable[Iterable[Report]]) -> Iterator[tuple[Report, Report]]:
    for group in groups:
        yield from combinations(sorted(set(group)), 2)


def _score_pairs(count: Count, stories: Stories, held: list[list[Report]]) -> None:
    gold: dict[str, list[Report]] = defaultdict(list)
    for story in stories.articles:
        for label in story.reports:
            gold[label].append((story.id, label))
    wanted, given = set(_pairs(gold.values())), set(_pairs(held))
    count.tp += len(wanted & given)
    count.fn += len(wanted - given)
    count.fp += len(given - wanted)
    for one in sorted({pair[0] for pair in wanted ^ given}):
        missed, wrong = ([_printed(p) for p in sorted(pairs) if p[0] == one] for pairs in (wanted - given, given - wanted))
        count.errors.append((f"{one[0]} ({one[1]})", missed, wrong))


def _printed(pair: tuple[Report, Report]) -> str:
    article, label = pair[1]
    return f"{article} ({label})"


def _score_values(count: Count, entity: KnownEntity, row: Mapping[str, Any]) -> None:
    """What the row with most of the entity's reports says beside what is known; names of bodies need not agree in form."""
    names = {"holder": entity.holder, "certifier": entity.certifier}
    wanted = [(name, value) for name, value in names.items() if value]
    given = {**row, "holder": row.get("organization")}
    count.match(wanted, [(n, given.get(n)) for n, _ in wanted if given.get(n)], _same_name, entity.label)
    count.sets(entity.values, {(n, given[n]) for n, _ in entity.values if given.get(n)}, entity.label)


def _same_name(a: tuple[str, str], b: tuple[str, str]) -> bool:
    return a[0] == b[0] and same_body(a[1], b[1])


def _score_conflicts(count: Count, stories: Stories, held: list[tuple[list[Report], Mapping[str, Any]]]) -> None:
    """Fields flagged in entities that hold several reports; one that is split cannot flag what its parts contradict."""
    wanted = {(label, name) for label, entity in stories.entities.items() for name in entity.conflicts}
    given = {(reports[0][1], name) for reports, row in held for name in row["conflicts"]}
    count.sets(wanted, given, "entities")
