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
    dropout: float = 0.1
    rare: bool = False
    """forms and lemmas met less than three times share one value (``features.learn_vocabulary``)"""
    public: bool = False
    """learns from classes and UD features, as pl_core_news_sm, instead of full NKJP tags"""


RUNS = {
    "tagging": Run(("train",), epochs=5, words=1200, peak=0.002),
    "names": Run(("train", "nkjp3", "kpwr"), epochs=3, words=1200, peak=0.0015, dropout=0.25, rare=True),
    "peer": Run(("train",), epochs=3, words=1200, peak=0.002, public=True),
}
SEED = 20
