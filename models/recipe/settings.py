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
    public: bool = False
    """learns from classes and UD features, as pl_core_news_sm, instead of full NKJP tags"""


RUNS = {
    "tagging": Run(("train",), epochs=3, words=1200, peak=0.002),
    "names": Run(("train", "nkjp3", "kpwr"), epochs=4, words=1200, peak=0.0015),
    "peer": Run(("train",), epochs=3, words=1200, peak=0.002, public=True),
}
DROPOUT = 0.1
SEED = 20
