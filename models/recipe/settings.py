"""What each training of the recipe learns from and for how long."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """One training: its corpora (files of convert.py), epochs, tokens a batch, peak of the learning rate."""

    corpora: tuple[str, ...]
    epochs: int
    words: int
    peak: float
    score: tuple[str, ...] = ("ents_f",)
    """scores on the development part whose sum tells the best epoch"""
    dropout: float = 0.1
    rare: bool = False
    """forms and lemmas met less than three times share one value (``features.learn_vocabulary``)"""
    hidden: float = 0.0
    """share of documents that hide what Morfeusz says in an epoch, as on a machine without it"""
    public: bool = False
    """learns from classes and UD features, as pl_core_news_sm, instead of full NKJP tags"""


RUNS = {
    "names": Run(("train", "nkjp3", "kpwr"), epochs=5, words=1200, peak=0.002, dropout=0.3, rare=True, hidden=0.05),
    "tagging": Run(("train",), epochs=8, words=1200, peak=0.002, score=("tag_acc", "lemma_acc"), hidden=0.05),
    "sentences": Run(("train",), epochs=4, words=1200, peak=0.002, score=("sents_f",), dropout=0.3, rare=True, hidden=0.05),
    "peer": Run(("train",), epochs=3, words=1200, peak=0.002, score=("tag_acc", "ents_f"), public=True),
}
SEED = 20
PATIENCE = 2
"""epochs without a better score after which a training ends"""
LANES = (("names",), ("tagging", "sentences", "peer"))
"""what is trained one after the other, beside the other lane; one core each"""
DONE = "done.json"
"""in the folder of a training that is over"""
