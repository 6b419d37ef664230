"""Our own articles and stories with their known certificates, as the recipes of this folder read them."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.evaluate import load_gold
from pipeline.evaluate.passages import read_passages
from pipeline.evaluate.score import same_body
from pipeline.record import organizations
from pipeline.record.certificates import Candidate, candidates
from pipeline.record.vocabulary import standard_key
from pipeline.run.evaluating import passage_article
from pipeline.run.extractor import Extractor
from pipeline.run.stream import sources
from pipeline.schema import Article
from pipeline.settings import Settings
from pipeline.values.standard import find

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipeline.schema import Mention, OrganizationRow

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "tests/quality/articles", ROOT / "data")
DATA = Path(__file__).with_name("data")
PASSAGES = (ROOT / "tests/quality/sentences", DATA)


@dataclass
class Story:
    """An article or passage: the set that it is from, what annotate read from it, and the certificates of its gold."""

    group: str
    article: Article
    mentions: list[Mention]
    known: list[dict[str, Any]]
    whole: bool
    """whether the gold names every field of a certificate that the text tells: what it lacks, the text lacks"""

    @cached_property
    def organizations(self) -> list[OrganizationRow]:
        """Offices of the article, the certified one first."""
        return organizations.arrange(self.article, self.mentions)

    @cached_property
    def candidates(self) -> list[Candidate]:
        """Whatever the rules take for a certificate before anything is decided."""
        return candidates(self.article, self.mentions, self.organizations)


def stories() -> Iterator[Story]:
    """Everything that has gold, sets in a fixed order."""
    extractor = Extractor(Settings(model="none"))
    for folder in FOLDERS:
        yield from _of_folder(extractor, folder)
    for path in (p for folder in PASSAGES for p in sorted(folder.glob("*.txt")) if _tells_certificates(p)):
        yield from of_file(extractor, path)


def _of_folder(extractor: Extractor, folder: Path) -> Iterator[Story]:
    with tempfile.TemporaryDirectory() as nowhere:
        listed = (extractor.article(s) for s in sources([folder / "raw"], extractor.settings.read, Path(nowhere)))  # type: ignore[arg-type]
        read = {a.source: a for a in listed if isinstance(a, Article)}
    for known in load_gold(folder / "gold"):
        group = known.source.partition("/")[0] if folder.name == "articles" else folder.name
        article = read[known.source]
        yield Story(group, article, extractor.mentions(article), [dict(c) for c in known.certificates], whole=True)


def of_file(extractor: Extractor, path: Path) -> Iterator[Story]:
    """The passages of a file, each with its certificates.

    Args:
        extractor: reads them.
        path: passages as in ``tests/quality/sentences``, see ``Story.whole``.

    Raises:
        MarkupError: the file cannot be read.
    """
    for passage in read_passages(path):
        article = passage_article(path, passage)
        known = [_listed(c) for c in passage.certificates]
        yield Story(path.stem, article, extractor.mentions(article), known, whole=path.name.startswith(("stories", "train")))


def _tells_certificates(path: Path) -> bool:
    return path.parent == DATA or path.name.startswith("statuses")


def _listed(certificate: dict[str, str]) -> dict[str, Any]:
    return {**certificate, "standards": [s.strip() for s in certificate["standards"].split(",")]}


def families(certificate: dict[str, Any]) -> set[str]:
    """„PN-EN ISO 9001:2009" -> {"ISO 9001"}: what a certificate of the gold is about."""
    read = (next((s.value.family for s in find(name)), name) for name in certificate["standards"])
    return {standard_key(name) for name in read}


def holds(candidate: Candidate, certificate: dict[str, Any]) -> float:
    """1.0 where the candidate's holder is the gold's, .5 where the gold names none, else 0.0."""
    holder = certificate.get("organization")
    return float(same_body(holder, candidate.holder.name if candidate.holder else None)) if holder else 0.5


def match(candidate: Candidate, found: list[Candidate], known: Iterable[dict[str, Any]]) -> dict[str, Any] | None:
    """The certificate of the gold that shares most standards and its holder with a candidate.

    Args:
        candidate: one of ``found``.
        found: all candidates of the story.
        known: all certificates of its gold.

    Returns:
        None where the candidate is no certificate: it shares no standard, or one of several rivals with another holder.
    """
    listed = list(known)
    own_list = candidate.cluster.families
    own = set(own_list)
    shared = [(len(own & families(c)) / (len(own | families(c)) or 1), c) for c in listed]
    shared = [(share if own or families(c) else 1.0, c) for share, c in shared]
    likely = [(share + 2 * holds(candidate, c), -i, c) for i, (share, c) in enumerate(shared) if share]
    if not likely:
        return None
    best = max(likely, key=lambda entry: entry[:2])[2]
    rivals = sum(bool(families(c) & own) for c in listed) > 1 or sum(c.cluster.families == own_list for c in found) > 1
    named = best.get("organization") and candidate.holder is not None
    return None if rivals and named and not holds(candidate, best) else best
