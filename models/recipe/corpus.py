"""Reads the corpora of the recipe into plain sentences: NKJP 1M, its three further documents, KPWr and UD-PUD.

Entities are flattened here, once: of nested ones the outermost stands („ulica Jana Pawła II" is one geogName), of a
discontinuous one its longest unbroken stretch. Adjectives and inhabitants derived from names („olsztyński", „olsztynianin",
``derivType`` of the corpus) keep the type that the annotators gave them, as in the corpus and in pl_core_news_sm's labels;
``Entity.derived`` marks them, so that a score can be given with and without them.
"""

from __future__ import annotations

import gzip
import json
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SPOKEN = frozenset({"typ_konwers", "typ_media", "typ_qmow"})
"""Transcripts, whose sentences have no capitals and often no full stop."""
UNSURE = "?"
"""Label of words from which nothing is to be learnt."""
LABELS = ("date", "geogName", "orgName", "persName", "placeName", "time")
_MAPPING = Path(__file__).with_name("kpwr.toml")


@dataclass(frozen=True, slots=True)
class Entity:
    """„Urząd Miasta" as orgName: first token, one past the last, label, and whether it is derived from a name."""

    start: int
    end: int
    label: str
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """„Olsztyna" with lemma and NKJP tag, empty where the corpus has none; ``space`` says whether a space follows."""

    text: str
    lemma: str = ""
    tag: str = ""
    space: bool = True


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its tokens and its flat entities."""

    tokens: list[Token]
    entities: list[Entity]


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a corpus, as paragraphs of sentences; ``group`` keeps related documents on one side of a split."""

    name: str
    group: str
    paragraphs: list[list[Sentence]] = field(default_factory=list)
    spoken: bool = False


def read_nkjp(path: Path) -> Iterator[Document]:
    """The documents of NKJP 1M from its JSON Lines (gzip), with paragraphs in their order.

    Raises:
        OSError: the file cannot be read.
    """
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            raw = json.loads(line)
            # a book's or an act's samples are separate documents under one title; issues of a newspaper are not related
            group = raw["doc"] if raw["type"] == "typ_publ" else f"{raw['type']}/{raw['title']}"
            document = Document(raw["doc"], group, spoken=raw["type"] in _SPOKEN)
            for paragraph in raw["pars"]:
                found = [_nkjp_sentence(s, next_one) for s, next_one in _with_next(paragraph["sents"])]
                document.paragraphs.append([s for s in found if s.tokens])
            yield document


def _with_next(sentences: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any] | None]]:
    for index, sentence in enumerate(sentences):
        yield sentence, sentences[index + 1] if index + 1 < len(sentences) else None


def _nkjp_sentence(raw: dict[str, Any], following: dict[str, Any] | None) -> Sentence:
    rows = raw["tokens"]
    after = rows[1:] + (following["tokens"][:1] if following else [])
    tokens = []
    for index, row in enumerate(rows):
        orth, lemma, tag, block, _, end = row
        glued = index < len(after) and after[index][3] == block and after[index][4] == end
        tokens.append(Token(_clean(orth), lemma or "", tag or "", space=not glued))
    return Sentence(tokens, flatten(_nkjp_entities(raw["ents"])))


def _clean(orth: str) -> str:
    """A token without inner line breaks; spaces within („m. in.") stay."""
    return " ".join(orth.split()) or "_"


def _nkjp_entities(raw: list[dict[str, Any]]) -> Iterator[Entity]:
    for entity in raw:
        if entity["type"] in LABELS and entity["toks"]:
            start, end = _longest_run(entity["toks"])
            yield Entity(start, end, entity["type"], derived=bool(entity.get("derivType")))


def _longest_run(indexes: list[int]) -> tuple[int, int]:
    runs: list[list[int]] = []
    for index in sorted(indexes):
        if runs and runs[-1][-1] + 1 == index:
            runs[-1].append(index)
        else:
            runs.append([index])
    best = max(runs, key=len)
    return best[0], best[-1] + 1


def flatten(entities: Iterable[Entity]) -> list[Entity]:
    """The outermost entities, in order; of two that cross the longer, of equal ones the first."""
    taken: list[Entity] = []
    for entity in sorted(entities, key=lambda e: (e.start - e.end, e.start)):
        if all(entity.end <= other.start or entity.start >= other.end for other in taken):
            taken.append(entity)
    return sorted(taken, key=lambda e: e.start)


def read_iob(path: Path, mapping: dict[str, str] | None, prefix: str, per_document: int = 20) -> Iterator[Document]:
    """Documents of a file with a token a line: KPWr n82 (``mapping`` given) or the further NKJP documents (None).

    Of stacked labels („B-persName#B-persName-surname") the first, outermost one counts.

    Args:
        path: the file; columns parted by a tab or a space, the label last.
        mapping: label of the corpus -> label of ours; what is absent becomes no entity.
        prefix: of the documents' names.
        per_document: sentences; KPWr's file has lost its document boundaries.
    """
    sentences: list[Sentence] = []
    number = 0
    for rows in _blocks(path):
        labels = [_plain(label, mapping) for _, label in rows]
        sentences.append(Sentence([Token(_clean(orth)) for orth, _ in rows], flatten(_iob_entities(labels))))
        if len(sentences) == per_document:
            yield Document(f"{prefix}-{number}", prefix, [sentences])
            sentences, number = [], number + 1
    if sentences:
        yield Document(f"{prefix}-{number}", prefix, [sentences])


def _blocks(path: Path) -> Iterator[list[tuple[str, str]]]:
    rows: list[tuple[str, str]] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("-DOCSTART"):
                continue
            columns = line.rstrip("\n").split("\t") if "\t" in line else line.split()
            if len(columns) > 1 and columns[0].strip():
                rows.append((columns[0], columns[-1]))
            elif rows:
                yield rows
                rows = []
    if rows:
        yield rows


def _plain(label: str, mapping: dict[str, str] | None) -> tuple[str, str]:
    """„B-persName#B-persName-forename" -> ("B", "persName"); ("O", "") for what the mapping leaves out."""
    if label == "O":
        return "O", ""
    mark, _, kind = label.partition("#")[0].partition("-")
    kind = kind.partition("-")[0] if mapping is None else mapping.get(kind, "")
    return (mark, kind) if kind in LABELS or kind == UNSURE else ("O", "")


def _iob_entities(labels: list[tuple[str, str]]) -> Iterator[Entity]:
    start, kind = 0, ""
    for index, (mark, label) in enumerate([*labels, ("O", "")]):
        if kind and (mark != "I" or label != kind):
            yield Entity(start, index, kind)
            kind = ""
        if mark == "B" or (mark == "I" and not kind):
            start, kind = index, label


def kpwr_mapping() -> dict[str, str]:
    """„nam_liv_person" -> „persName": KPWr's categories in NKJP's labels (kpwr.toml)."""
    table: dict[str, str] = tomllib.loads(_MAPPING.read_text(encoding="utf-8"))["labels"]
    return table


@lru_cache(maxsize=1)
def time_words() -> frozenset[str]:
    """„maj", „rok", „godzina": lemmas that dates and times are made of, which KPWr does not annotate (kpwr.toml)."""
    return frozenset(tomllib.loads(_MAPPING.read_text(encoding="utf-8"))["times"]["lemmas"])
