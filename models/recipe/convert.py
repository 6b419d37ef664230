"""Corpora -> DocBins, split by document: ``python -m models.recipe.convert --corpora DIR --out DIR``.

Every document is turned into running text and cut by spaCy's own Polish tokenizer, onto whose tokens the annotation is
projected: „zrobił|em" of the corpus is one token „zrobiłem" here, with the tag and lemma of its first piece. ``tag_`` holds the
full NKJP tag; ``public`` reduces it to what pl_core_news_sm's components learn from.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc, DocBin, Span
from spacy.tokens import Token as SpacyToken

from models.recipe.corpus import UNSURE, Document, Entity, Sentence, Token, kpwr_mapping, read_iob, read_nkjp, time_words
from pipeline.values import morph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language

DEV_SHARE, TEST_SHARE = 0.03, 0.06
"""of the groups of documents; the test documents are never trained or tuned on"""
LONGEST = 600
"""tokens; longer training documents are cut at a paragraph"""
_ATTRIBUTES = ("TAG", "LEMMA", "SENT_START", "ENT_IOB", "ENT_TYPE", "ENT_ID", "SPACY")
_REPEATED = 60
"""characters; two documents that share a paragraph at least this long stand on one side of the split"""


def share(key: str) -> float:
    """A number in [0, 1) that depends on the key alone."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:6], "big") / 2**48


def groups(documents: list[Document]) -> dict[str, str]:
    """Document -> name of its group: one title of a book, or a repeated paragraph, joins documents."""
    parent = {d.group: d.group for d in documents}

    def root(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    seen: dict[str, str] = {}
    for document in documents:
        for paragraph in document.paragraphs:
            text = " ".join(t.text for s in paragraph for t in s.tokens)
            if len(text) >= _REPEATED:
                first = seen.setdefault(text, document.group)
                parent[root(document.group)] = root(first)
    return {d.name: root(d.group) for d in documents}


def split(documents: list[Document]) -> dict[str, list[Document]]:
    """Train, dev and test, by group."""
    of, sides = groups(documents), defaultdict(list)
    for document in documents:
        place = share(of[document.name])
        side = "test" if place < TEST_SHARE else "dev" if place < TEST_SHARE + DEV_SHARE else "train"
        sides[side].append(document)
    return sides


def gold_doc(nlp: Language, sentences: list[Sentence], breaks: set[int]) -> Doc:
    """Sentences as a Doc in the corpus' own segmentation; a line break stands before the sentences numbered in ``breaks``."""
    words: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    lemmas: list[str] = []
    starts: list[bool | int | None] = []
    entities: list[Entity] = []
    for number, sentence in enumerate(sentences):
        if number in breaks and words:
            spaces[-1] = False
            words.append("\n")
            tags.append("")
            lemmas.append("")
            spaces.append(False)
            starts.append(False)
        offset = len(words)
        entities += [Entity(e.start + offset, e.end + offset, e.label, e.derived) for e in sentence.entities]
        for index, token in enumerate(sentence.tokens):
            words.append(token.text)
            spaces.append(token.space)
            tags.append(token.tag)
            lemmas.append(token.lemma)
            starts.append(index == 0)
    doc = Doc(nlp.vocab, words=words, spaces=spaces, tags=tags, lemmas=lemmas, sent_starts=starts)
    doc.set_ents([Span(doc, e.start, e.end, e.label, span_id="derived" if e.derived else "") for e in entities])
    return doc


def project(nlp: Language, gold: Doc) -> Doc:
    """The annotation on the tokens of spaCy's tokenizer; a piece of a longer gold token has neither tag nor lemma."""
    doc = nlp.make_doc(gold.text)
    at = {token.idx: token for token in gold}
    piece = None
    for token in doc:
        begins = at.get(token.idx)
        piece = begins if begins is not None else piece
        token.is_sent_start = bool(begins is not None and begins.is_sent_start)
        whole = begins is not None and len(begins) <= len(token)
        if piece is not None and not token.is_space:
            token.tag_ = piece.tag_ if whole else ""
            token.lemma_ = piece.lemma_ if whole else ""
    ents = gold.ents
    spans = [doc.char_span(e.start_char, e.end_char, e.label_, span_id=e.id_, alignment_mode="expand") for e in ents]
    doc.set_ents(spacy.util.filter_spans([s for s in spans if s is not None]))
    return doc


def whole(nlp: Language, document: Document) -> Doc:
    """A document as one Doc with a line break between paragraphs."""
    sentences: list[Sentence] = []
    breaks: set[int] = set()
    for paragraph in document.paragraphs:
        breaks.add(len(sentences))
        sentences += paragraph
    return gold_doc(nlp, sentences, breaks)


def varied(nlp: Language, document: Document) -> Iterator[Doc]:
    """A training document in one of the forms in which users pass text: whole, joined, in paragraphs; rarely pre-tokenized."""
    form = share(document.name + "/form")
    for chunk in _chunks(document.paragraphs, LONGEST if form < 0.7 else 1):
        sentences = [s for paragraph in chunk for s in paragraph]
        lengths = [len(p) for p in chunk]
        breaks = {sum(lengths[:i]) for i in range(1, len(chunk))} if form < 0.5 else set()
        if not sentences:
            continue
        gold = gold_doc(nlp, sentences, breaks)
        yield gold if share(document.name + "/tokens") < 0.2 else project(nlp, gold)


def _chunks(paragraphs: list[list[Sentence]], longest: int) -> Iterator[list[list[Sentence]]]:
    chunk: list[list[Sentence]] = []
    size = 0
    for paragraph in paragraphs:
        length = sum(len(s.tokens) for s in paragraph)
        if chunk and size + length > longest:
            yield chunk
            chunk, size = [], 0
        chunk.append(paragraph)
        size += length
    if chunk:
        yield chunk


def respaced(document: Document) -> Document:
    """A document whose file lost its spaces (IOB): none before closing punctuation, none after an opening one."""
    paragraphs = [[_respaced(s) for s in p] for p in document.paragraphs]
    return Document(document.name, document.group, paragraphs)


def _respaced(sentence: Sentence) -> Sentence:
    tokens = []
    for token, after in zip(sentence.tokens, [*sentence.tokens[1:], None], strict=True):
        glued = after is not None and (after.text[0] in ".,;:!?)]”%" or token.text[-1] in "([„")
        tokens.append(Token(token.text, token.lemma, token.tag, space=not glued))
    return Sentence(tokens, sentence.entities)


def unsure(doc: Doc, *, times: bool) -> Doc:
    """Takes the label „?" back, with ``times`` also what may belong to a date: there annotation is missing, not empty."""
    sure = [e for e in doc.ents if e.label_ != UNSURE]
    missing = [Span(doc, e.start, e.end) for e in doc.ents if e.label_ == UNSURE]
    if times:
        near = [_of_time(token) for token in doc]
        for start, end in _stretches(near):
            # „w", „do", „-" belong to a date only beside a number, a month, a day
            if any(t.text[0].isdigit() or len(t) > 3 for t in doc[start:end]):
                missing += [Span(doc, i, i + 1) for i in range(start, end) if doc[i].ent_iob_ not in {"B", "I"}]
    doc.set_ents(sure, missing=missing)
    return doc


def _of_time(token: SpacyToken) -> bool:
    if token.text[0].isdigit() or token.lower_ in time_words():
        return True
    return any(lemma in time_words() for lemma in morph.lemmas(token.lower_))


def _stretches(marks: list[bool]) -> Iterator[tuple[int, int]]:
    start = None
    for index, mark in enumerate([*marks, False]):
        if mark and start is None:
            start = index
        elif not mark and start is not None:
            yield start, index
            start = None


def write(path: Path, docs: Iterable[Doc]) -> None:
    """Writes a DocBin and says how much is in it."""
    kept = DocBin(attrs=_ATTRIBUTES, docs=list(docs))
    kept.to_disk(path)
    print(f"{path.name}: {len(kept)} docs, {sum(len(t) for t in kept.tokens)} tokens")


def convert(corpora: Path, out: Path) -> None:
    """All corpora; what is already there is left."""
    if (out / "done").exists():
        return
    out.mkdir(parents=True, exist_ok=True)
    nlp = spacy.blank("pl")
    sides = split(list(read_nkjp(corpora / "nkjp-1m/nkjp1m.jsonl.gz")))
    write(out / "train.spacy", (doc for d in sides["train"] for doc in varied(nlp, d)))
    write(out / "train-gold.spacy", (whole(nlp, d) for d in sides["train"]))
    for side in ("dev", "test"):
        write(out / f"{side}.spacy", (project(nlp, whole(nlp, d)) for d in sides[side]))
        write(out / f"{side}-gold.spacy", (whole(nlp, d) for d in sides[side]))
        (out / f"{side}.json").write_text(json.dumps({"spoken": [d.spoken for d in sides[side]]}), encoding="utf-8")
    for name, path, mapping in (
        ("nkjp3", "nkjp-ner/nkjp-ner-3docs.iob", None),
        ("kpwr", "kpwr-n82/kpwr-n82-train.bio", kpwr_mapping()),
    ):
        found = (respaced(d) for d in read_iob(corpora / path, mapping, name))
        projected = (project(nlp, gold_doc(nlp, d.paragraphs[0], set())) for d in found)
        write(out / f"{name}.spacy", (unsure(d, times=mapping is not None) for d in projected))
    (out / "done").touch()


def main() -> None:
    """Converts all corpora."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with nkjp-1m, nkjp-ner, kpwr-n82")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    convert(given.corpora, given.out)


if __name__ == "__main__":
    main()
