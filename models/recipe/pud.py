"""UD-PUD as Docs with NKJP tags, and which of its lemmas differ from NKJP 1M's by convention alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc

from pipeline.annotate.model.nkjp import corpus_tags

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spacy.language import Language

_PER_DOC = 20
"""sentences; the treebank's sentences come one by one, from different texts"""
_UNTAGGED = frozenset({"ign", "_", "dig", "romandig", "frag", "sym"})
"""Tags of the newer tagset that say nothing in NKJP 1M's"""


def read_pud(nlp: Language, path: Path) -> list[Doc]:
    """Documents of twenty sentences; tags are brought to NKJP 1M's, those that it lacks are left empty."""
    docs: list[Doc] = []
    words: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    lemmas: list[str] = []
    starts: list[bool | int | None] = []
    sentences = list(_sentences(path))
    for number, sentence in enumerate(sentences):
        for index, (form, lemma, tag, space) in enumerate(sentence):
            words.append(form)
            lemmas.append(lemma)
            tags.append("" if tag.partition(":")[0] in _UNTAGGED else corpus_tags(tag)[0])
            spaces.append(space)
            starts.append(index == 0)
        if (number + 1) % _PER_DOC == 0 or number + 1 == len(sentences):
            docs.append(Doc(nlp.vocab, words=words, spaces=spaces, tags=tags, lemmas=lemmas, sent_starts=starts))
            words, spaces, tags, lemmas, starts = [], [], [], [], []
    return docs


def _sentences(path: Path) -> Iterator[list[tuple[str, str, str, bool]]]:
    rows: list[tuple[str, str, str, bool]] = []
    glued: tuple[int, bool] = (0, True)
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if not line and rows:
            yield rows
            rows = []
        if len(columns) < 10 or "." in columns[0]:
            continue
        space = "SpaceAfter=No" not in columns[9]
        first, _, last = columns[0].partition("-")
        if last:  # „zrobiłem" before its two words
            glued = int(last), space
        else:
            inside = int(first) < glued[0]
            rows.append((columns[1], columns[2], columns[4], glued[1] if int(first) == glued[0] else space and not inside))
            if int(first) >= glued[0]:
                glued = 0, True
    if rows:
        yield rows


def same_by_convention(tag: str, gold: str, guess: str) -> str:
    """Why two lemmas may both be right: „case" (small or capital in names), „abbreviation" (expanded or not), else empty."""
    part = tag.partition(":")[0]
    if gold.lower() == guess.lower():
        return "case"
    if part == "brev":
        return "abbreviation"
    if part == "ger":
        return "gerund"
    if part in {"num", "adj"} and not any(map(str.isalpha, gold)):
        return "number"
    return ""
