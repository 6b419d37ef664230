"""Trained parts -> ``models/pl_magistrat_sm``: one pipeline with clean strings, its meta.json and its scores."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy

from models.recipe.build import blank, joined
from pipeline.annotate.model.embed import halve

if TYPE_CHECKING:
    from spacy.language import Language

VERSION = "1.1.0"
NAME = "magistrat_sm"
TARGET = Path(__file__).parents[1] / f"pl_{NAME}"
_CARD = Path(__file__).with_name("meta.json")


def fresh(work: Path) -> Language:
    """The joined pipeline from the trained folders of the working folder, without the corpus' words in its string store."""
    first, second, third = (spacy.load(work / name / "model") for name in ("tagging", "names", "sentences"))
    clean = joined(blank("tagging"), blank("names"), blank("sentences"))
    for name, part in clean.pipeline:
        if hasattr(part, "from_bytes"):
            source: Any = {"ner": second, "senter": third}.get(name, first).get_pipe(name)
            part.from_bytes(source.to_bytes(exclude=["vocab"]), exclude=["vocab"])
        if hasattr(part, "model"):
            halve(part.model)
    for label in (label for pipe in clean.pipe_labels.values() for label in pipe):
        clean.vocab.strings.add(label)
    return clean


def _share(percent: float) -> float:
    return round(percent / 100, 4)


def performance(report: dict[str, Any]) -> dict[str, Any]:
    """Scores under the names of spaCy's model cards, as shares."""
    scores, own = report["spacy_tokens"], report["corpus_tokens"]
    entities = scores["ents"]
    return {
        "tag_acc": _share(own["tokens"]["tag"]),
        "lemma_acc": _share(own["tokens"]["lemma"]),
        "sents_f": _share(own["sentences"].get("f", 0.0)),
        "ents_p": _share(entities["all"]["p"]),
        "ents_r": _share(entities["all"]["r"]),
        "ents_f": _share(entities["all"]["f"]),
        "ents_per_type": {label: {k: _share(v[k]) for k in "prf"} for label, v in entities.items() if label != "all"},
        "speed": round(report["words_per_second"]["first, cpu"]["shipped"]["median"]),
    }


def pack(nlp: Language, report: dict[str, Any] | None, target: Path = TARGET) -> int:
    """Writes the pipeline; bytes on disk."""
    nlp.meta.update(json.loads(_CARD.read_text(encoding="utf-8")))
    nlp.meta.update({"name": NAME, "version": VERSION, "spacy_version": ">=3.8.0,<3.9.0"})
    nlp.meta["performance"] = performance(report) if report else {}
    if target.exists():
        shutil.rmtree(target)
    nlp.to_disk(target)
    return sum(f.stat().st_size for f in target.rglob("*") if f.is_file())
