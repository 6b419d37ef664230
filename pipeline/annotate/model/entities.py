"""„wójt Jan Wrzos" -> persName: spaCy's „ner" with its greedy search done for all words at once.

Outside of an entity the state of spaCy's search depends on the next word alone, so the best action of every word is computed
in one product of matrices; only the words of entities are walked one after the other. Model, training and result are those of
spaCy's „ner" (scores differ by rounding alone); the search takes a fraction of the time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from spacy.attrs import IS_SPACE  # type: ignore[import-not-found]  # compiled, without a stub
from spacy.language import Language
from spacy.pipeline.ner import EntityRecognizer  # type: ignore[import-not-found]
from spacy.tokens import Doc, Span
from thinc.api import Model, NumpyOps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from spacy.pipeline._parser_internals.transition_system import TransitionSystem  # type: ignore[import-not-found]

_WORD, _FIRST, _BEFORE = range(3)
"""Features of a state: the next word, the first word of the open entity, the word before the next one within it."""
_NEVER = np.float32(-np.inf)

Found = tuple[int, int, str]
"""First token, one past the last, label."""


class _Results(list[list[Found]]):
    """The entities of each document, in place of spaCy's states."""


class _Actions:
    """Numbers of actions by what they do: „B-persName" begins, „I-" goes on, „L-" ends, „U-" is one word."""

    def __init__(self, names: list[str]) -> None:
        self.names = names
        self.outside = names.index("O")
        self.opening = np.array([i for i, name in enumerate(names) if name[0] == "B"])
        self.worded = np.array([i for i, name in enumerate(names) if name[0] in "BU" and len(name) > len("U-")])
        self.impossible = np.array([i for i in range(len(names)) if i not in {self.outside, *self.worded.tolist()}])
        number = {name: i for i, name in enumerate(names)}
        self.inner = {name[2:]: [number[f"{mark}-{name[2:]}"] for mark in "IL"] for name in names if name[0] == "B"}


class _States(NamedTuple):
    """What the words of a batch contribute to states, and the output layer."""

    features: Any
    bias: Any
    weights: Any
    output: Any
    pieces: int
    gemm: Callable[..., Any]

    def all_scores(self, summed: Any) -> Any:  # noqa: ANN401
        """Scores of all actions for many states, given as sums of features."""
        return self.gemm(self._hidden(summed), self.weights, trans2=True) + self.output

    def scores(self, summed: Any, actions: list[int]) -> Any:  # noqa: ANN401
        """Scores of some actions for one state."""
        return self.weights[actions] @ self._hidden(summed) + self.output[actions]

    def _hidden(self, summed: Any) -> Any:  # noqa: ANN401
        summed = summed + self.bias
        hidden = summed[..., 0 :: self.pieces]
        for piece in range(1, self.pieces):
            hidden = np.maximum(hidden, summed[..., piece :: self.pieces])
        return hidden


@Language.factory(
    "magistrat_ner",
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_config={
        "moves": None,
        "update_with_oracle_cut_size": 100,
        "incorrect_spans_key": None,
        "scorer": {"@scorers": "spacy.ner_scorer.v1"},
    },
    default_score_weights={"ents_f": 1.0, "ents_p": 0.0, "ents_r": 0.0, "ents_per_type": None},
)
def make_ner(  # noqa: PLR0913, PLR0917
    nlp: Language,
    name: str,
    model: Model[Any, Any],
    moves: TransitionSystem | None,
    update_with_oracle_cut_size: int,
    incorrect_spans_key: str | None,
    scorer: Callable[..., Any] | None,
) -> GreedyEntityRecognizer:
    """Called by spaCy with the settings of its „ner"."""
    return GreedyEntityRecognizer(
        nlp.vocab,
        model,
        name=name,
        moves=moves,
        update_with_oracle_cut_size=update_with_oracle_cut_size,
        incorrect_spans_key=incorrect_spans_key,
        scorer=scorer,
    )


class GreedyEntityRecognizer(EntityRecognizer):  # type: ignore[misc]  # compiled, without a stub
    """spaCy's ``EntityRecognizer``; documents that already have entities or sentences are searched by spaCy itself."""

    def predict(self, docs: Iterable[Doc]) -> Any:  # noqa: ANN401
        """The entities of each document; spaCy's states where its own search is needed."""
        docs = list(docs)
        if not self._is_plain() or any(doc.has_annotation("ENT_IOB") or doc.has_annotation("SENT_START") for doc in docs):
            return super().predict(docs)
        if not any(len(doc) for doc in docs):
            return _Results([] for _ in docs)
        actions = _Actions([self.moves.get_class_name(i) for i in range(self.moves.n_moves)])
        states = self._states(docs)
        best = _best_outside(states, actions, docs)
        results, first = _Results(), 0
        for doc in docs:
            results.append(list(_entities(states, actions, best, first, first + len(doc))))
            first += len(doc)
        return results

    def set_annotations(self, docs: Iterable[Doc], states_or_beams: Any) -> None:  # noqa: ANN401
        """Sets the entities; every other token is outside of one."""
        if not isinstance(states_or_beams, _Results):
            super().set_annotations(docs, states_or_beams)
            return
        for doc, found in zip(docs, states_or_beams, strict=True):
            doc.set_ents([Span(doc, start, end, label=label) for start, end, label in found], default="outside")

    def _is_plain(self) -> bool:
        """Whether model and settings are those that the search by words is made for."""
        model = self.model
        return (
            self.cfg["beam_width"] == 1
            and isinstance(model.ops, NumpyOps)
            and model.attrs["has_upper"]
            and not model.attrs["unseen_classes"]
            and model.get_ref("lower").get_dim("nF") == len((_WORD, _FIRST, _BEFORE))
            and model.get_ref("lower").get_dim("nP") > 1
        )

    def _states(self, docs: list[Doc]) -> _States:
        lower, upper = self.model.get_ref("lower"), self.model.get_ref("upper")
        features = lower.predict(self.model.get_ref("tok2vec").predict(docs))
        return _States(
            features.reshape(*features.shape[:2], -1),
            lower.get_param("b").reshape(-1),
            upper.get_param("W"),
            upper.get_param("b"),
            lower.get_dim("nP"),
            self.model.ops.gemm,
        )


def _best_outside(states: _States, actions: _Actions, docs: list[Doc]) -> Any:  # noqa: ANN401
    """The best action before each word of a batch, where no entity is open; row 0 of the features stands for no word."""
    padding = states.features[0]
    scores = states.all_scores(states.features[1:, _WORD] + (padding[_FIRST] + padding[_BEFORE]))
    scores[:, actions.impossible] = _NEVER
    space = np.concatenate([doc.to_array(IS_SPACE) for doc in docs]).astype(bool)
    scores[np.ix_(space, actions.worded)] = _NEVER
    last = np.cumsum([len(doc) for doc in docs if len(doc)]) - 1
    scores[np.ix_(last, actions.opening)] = _NEVER  # what begins must go on
    return scores.argmax(axis=1)


def _entities(states: _States, actions: _Actions, best: Any, first: int, end: int) -> Iterator[Found]:  # noqa: ANN401
    """The entities of the document that has the words ``first`` to ``end`` of the batch."""
    after = first
    for start in (first + np.flatnonzero(best[first:end] != actions.outside)).tolist():
        if start < after:  # a word of the entity before
            continue
        name = actions.names[best[start]]
        after = start + 1 if name[0] == "U" else _end(states, actions.inner[name[2:]], start, end)
        yield start - first, after - first, name[2:]


def _end(states: _States, inner: list[int], start: int, end: int) -> int:
    """One past the last word of an entity that begins at ``start``; the document's last word ends it in any case."""
    opened = states.features[1 + start, _FIRST]
    for at in range(start + 1, end - 1):
        goes_on, ends = states.scores(states.features[1 + at, _WORD] + opened + states.features[at, _BEFORE], inner)
        if ends > goes_on:
            return at + 1
    return end
