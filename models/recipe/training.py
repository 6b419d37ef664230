"""One training of the recipe: ``python -m models.recipe.training names --work DIR``; a checkpoint an epoch, resumable.

spaCy's own ``spacy train`` cannot go on from where it stopped; this loop keeps weights, moments and averages of Adam.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import srsly  # type: ignore[import-untyped]
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from thinc.api import Adam, NumpyOps, Optimizer, fix_random_seed, set_current_ops

from models.recipe.build import blank
from models.recipe.settings import DONE, PATIENCE, RUNS, SEED, Run
from pipeline.annotate.model.embed import set_vocabulary
from pipeline.annotate.model.features import learn_vocabulary
from pipeline.annotate.model.nkjp import features, universal_pos, word_class
from pipeline.annotate.model.table import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.language import Language


class FastOps(NumpyOps):  # type: ignore[misc]
    """Matrix products by NumPy's BLAS, which is up to twice as fast as thinc's on one core with AVX-512."""

    name = "numpy"

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:  # noqa: ANN401, FBT001, FBT002
        """Product of two matrices, either transposed first."""
        return np.dot(x.T if trans1 else x, y.T if trans2 else y, out=out)


def batches(examples: list[Example], words: int, rng: random.Random) -> Iterator[list[Example]]:
    """Shuffled batches of about ``words`` tokens."""
    order = list(examples)
    rng.shuffle(order)
    batch: list[Example] = []
    size = 0
    for example in order:
        batch.append(example)
        size += len(example.reference)
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class CachedExample(Example):
    """An example that aligns its two documents once, not at every update: they do not change while a pipeline is trained."""

    def __init__(self, predicted: Doc, reference: Doc) -> None:
        super().__init__(predicted, reference)
        self.memo: dict[Any, Any] = {}

    @property
    def alignment(self) -> Any:  # noqa: ANN401
        """The alignment of the tokens."""
        return self._once("alignment", lambda: Example.alignment.__get__(self))

    def get_aligned(self, field: str, as_string: bool = False) -> Any:  # noqa: ANN401, FBT001, FBT002
        """The reference's values on the predicted tokens."""
        return self._once((field, as_string), lambda: Example.get_aligned(self, field, as_string))

    def get_aligned_ents_and_ner(self) -> Any:  # noqa: ANN401
        """The reference's entities on the predicted tokens."""
        return self._once("ents", lambda: Example.get_aligned_ents_and_ner(self))

    def _once(self, key: Any, make: Callable[[], Any]) -> Any:  # noqa: ANN401
        if key not in self.memo:
            self.memo[key] = make()
        return self.memo[key]


def examples(nlp: Language, docs: list[Doc]) -> list[Example]:
    """Bare Docs of the same tokens, as what is to be predicted, beside the annotated ones."""
    return [CachedExample(Doc(nlp.vocab, words=[t.text for t in d], spaces=[bool(t.whitespace_) for t in d]), d) for d in docs]


def hide(made: list[Example], run: Run, rng: random.Random) -> None:
    """Chooses anew which documents hide what Morfeusz says, see ``table.HIDDEN``."""
    for example in made:
        example.predicted.user_data.pop(HIDDEN, None)
        if rng.random() < run.hidden:
            example.predicted.user_data[HIDDEN] = True


def _update(nlp: Language, batch: list[Example], optimizer: Optimizer, losses: dict[str, float], dropout: float) -> None:
    """``Language.update`` without its copies of the examples, which would forget what they keep."""
    learning: list[Any] = [proc for _, proc in nlp.pipeline if hasattr(proc, "update")]
    for proc in learning:
        proc.update(batch, sgd=None, losses=losses, drop=dropout)
    for proc in learning:
        proc.finish_update(optimizer)


def _rate(step: int, total: int, peak: float) -> float:
    """Warm-up over the first 200 steps, then a straight line down to a twentieth of the peak."""
    return peak * min(1.0, (step + 1) / 200) * (1.0 - 0.95 * step / max(1, total))


def train(  # noqa: PLR0913
    nlp: Language,
    docs: list[Doc],
    out: Path,
    run: Run,
    *,
    report: Callable[[Language], dict[str, Any]],
    minutes: float | None = None,
) -> None:
    """Trains an initialized pipeline; ``out`` receives checkpoint, log and, averaged, the model of the best epoch.

    Args:
        nlp: the pipeline.
        docs: annotated documents.
        out: a folder; a training that it holds is gone on with.
        run: how long and how.
        report: scores on the development part; those of ``run.score``, added up, say which epoch is the best.
        minutes: an epoch that would end later is not begun; the minutes of an earlier call do not count.
    """
    out.mkdir(parents=True, exist_ok=True)
    optimizer = Adam(run.peak, L2=0.01, grad_clip=1.0, use_averages=True, L2_is_weight_decay=True)
    state = _resume(nlp, optimizer, out)
    made = examples(nlp, docs)
    started = time.perf_counter()
    for epoch in range(state["epoch"], run.epochs):
        began = time.perf_counter()
        losses = _epoch(nlp, made, optimizer, run, epoch)
        with nlp.use_params(optimizer.averages):
            scores = report(nlp)
            state |= _judged(state, epoch + 1, sum(scores.get(name, 0.0) for name in run.score))
            if state["best"] == epoch + 1:
                nlp.to_disk(out / "model")
        _checkpoint(nlp, optimizer, out, state)
        took = time.perf_counter() - began
        entry = {"epoch": epoch + 1, "seconds": round(took), "losses": {k: round(float(v)) for k, v in losses.items()}} | scores
        with (out / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(entry, ensure_ascii=False) + "\n")
        late = minutes is not None and time.perf_counter() - started + took > 60 * minutes
        if late or state["epoch"] - state["best"] >= PATIENCE:
            break
    srsly.write_json(out / DONE, state)


def _epoch(nlp: Language, made: list[Example], optimizer: Optimizer, run: Run, epoch: int) -> dict[str, float]:
    """One epoch; the sum of the losses of each component."""
    fix_random_seed(SEED + epoch)
    rng = random.Random(SEED + epoch)  # noqa: S311
    hide(made, run, rng)
    a_epoch = sum(len(example.reference) for example in made) // run.words + 1
    losses: dict[str, float] = {}
    for number, batch in enumerate(batches(made, run.words, rng)):
        optimizer.learn_rate = _rate(epoch * a_epoch + number, run.epochs * a_epoch, run.peak)
        _update(nlp, batch, optimizer, losses, run.dropout)
    return losses


def _judged(state: dict[str, Any], epoch: int, score: float) -> dict[str, Any]:
    """The state after an epoch: the earliest of those with the highest score is the best."""
    better = score > state["score"]
    return {"epoch": epoch, "best": epoch if better else state["best"], "score": score if better else state["score"]}


def _places(nlp: Language) -> dict[int, str]:
    """Number of a layer in this process, which the optimizer knows it by -> its place in the pipeline, which lasts."""
    parts = [(name, part.model) for name, part in nlp.pipeline if hasattr(part, "model")]
    return {node.id: f"{name}/{place}" for name, model in parts for place, node in enumerate(model.walk())}


def _checkpoint(nlp: Language, optimizer: Optimizer, out: Path, state: dict[str, Any]) -> None:
    nlp.to_disk(out / "checkpoint")
    places = _places(nlp)
    kept = {
        field: {
            f"{places[number]}\t{name}": np.asarray(value) if field != "nr_update" else int(value)
            for (number, name), value in getattr(optimizer, field).items()
        }
        for field in ("mom1", "mom2", "averages", "nr_update")
    }
    srsly.write_msgpack(out / "optimizer.msgpack", kept)
    srsly.write_json(out / "state.json", state)


def _resume(nlp: Language, optimizer: Optimizer, out: Path) -> dict[str, Any]:
    """Puts weights and optimizer back; which epoch was the last and the best."""
    if not (out / "state.json").exists():
        return {"epoch": 0, "best": 0, "score": -1.0}
    nlp.from_disk(out / "checkpoint")
    kept = srsly.read_msgpack(out / "optimizer.msgpack")
    numbers = {place: number for number, place in _places(nlp).items()}
    for field, values in kept.items():
        store = getattr(optimizer, field)
        for joined, value in values.items():
            place, name = joined.split("\t")
            store[numbers[place], name] = np.array(value) if field != "nr_update" else value
    state: dict[str, Any] = srsly.read_json(out / "state.json")
    return state


def read(nlp: Language, data: Path, names: tuple[str, ...], *, public: bool) -> list[Doc]:
    """The documents of some corpora; ``public`` ones with classes and UD features in place of full tags."""
    docs = [doc for name in names for doc in DocBin().from_disk(data / f"{name}.spacy").get_docs(nlp.vocab)]
    if public:
        for token in (token for doc in docs for token in doc if token.tag_):
            token.set_morph(features(token.tag_))  # type: ignore[attr-defined]  # missing in spaCy's stub
            token.pos_, token.tag_ = universal_pos(token.tag_, token.lemma_), word_class(token.tag_)
    return docs


def _initialize(nlp: Language, data: Path, run: Run) -> None:
    """Inventories from the corpus' own segmentation („śmy" is a tag of its own there), the peer's from what it trains on."""
    source = run.corpora[:1] if run.public else ("train-gold",)
    made = [Example(doc, doc) for doc in read(nlp, data, source, public=run.public)]
    fix_random_seed(SEED)
    nlp.initialize(lambda: made)


def _scores(nlp: Language, dev: list[Doc]) -> dict[str, Any]:
    scores = nlp.evaluate(examples(nlp, dev))
    wanted = ("tag_acc", "morph_acc", "lemma_acc", "sents_f", "ents_f")
    kept: dict[str, Any] = {k: round(100 * scores[k], 2) for k in wanted if scores.get(k) is not None}
    return kept | {k: round(100 * v["f"], 1) for k, v in (scores.get("ents_per_type") or {}).items()}


def main() -> None:
    """Trains one of ``settings.RUNS``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=RUNS)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, help="begin no epoch that would end later")
    given = parser.parse_args()
    run, data = RUNS[given.name], given.work / "data"
    set_current_ops(FastOps())
    nlp = blank(given.name)
    _initialize(nlp, data, run)
    if given.name == "tagging":
        lemmatizer: Any = nlp.create_pipe("magistrat_lemmatizer")
        gold = read(nlp, data, ("train-gold", "train"), public=False)
        lemmatizer.initialize(lambda: (Example(doc, doc) for doc in gold))
        del gold
        part: Any = nlp.add_pipe("magistrat_lemmatizer", name="lemmatizer", after="tagger")
        part.from_bytes(lemmatizer.to_bytes())
    dev = read(nlp, data, ("dev",), public=run.public)
    docs = read(nlp, data, run.corpora, public=run.public)
    if run.rare:
        vocabulary = learn_vocabulary(token.text for doc in docs for token in doc)
        for _, learning in nlp.pipeline:
            set_vocabulary(learning.model, vocabulary)  # type: ignore[attr-defined]
    train(nlp, docs, given.work / given.name, run, report=lambda n: _scores(n, dev), minutes=given.minutes)


if __name__ == "__main__":
    main()
