"""The tagger: full NKJP tags by a network that chooses among Morfeusz's readings; ``token.tag_`` is the class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np
from spacy.attrs import IS_SPACE, ORTH, TAG  # type: ignore[import-not-found]  # compiled, without a stub
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.scorer import Scorer
from spacy.tokens import Token
from spacy.training import validate_examples
from spacy.util import registry
from thinc.api import Linear, Model, chain, with_array, zero_init

from pipeline.annotate.model.candidates import Candidates, learn_lexicon
from pipeline.annotate.model.nkjp import word_class
from pipeline.annotate.model.table import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from spacy.tokens import Doc
    from spacy.training import Example
    from spacy.vocab import Vocab

TAGS_KEY = "nkjp_tags"
"""Key of ``doc.user_data``: the full tags of all tokens, parted by spaces, so that a DocBin keeps them."""
SPACE = "_SP"
_RARE = 2
"""times a full tag must occur in training to be learnt"""
_IMPOSSIBLE = np.float32(-1e9)


def full_tags(doc: Doc) -> list[str]:
    """The full tags of a document („subst:sg:nom:f"), one a token; empty where the tagger has not run."""
    stored = doc.user_data.get(TAGS_KEY)
    tags = stored.split(" ") if stored else []
    return tags if len(tags) == len(doc) else []  # a retokenized document has lost them


def forms_of(doc: Doc) -> list[str]:
    """The texts of all tokens; several times faster than asking each token."""
    strings = doc.vocab.strings
    return [strings[orth] for orth in doc.to_array(ORTH).tolist()]


def _full_tag(token: Token) -> str:
    tags = full_tags(token.doc)
    return tags[token.i] if tags else ""


def register_full_tag() -> None:
    """Registers ``Token._.nkjp_tag``, a getter; safe to call again."""
    if not Token.has_extension("nkjp_tag"):
        Token.set_extension("nkjp_tag", getter=_full_tag)


@registry.architectures("magistrat.FullTagger.v1")  # type: ignore[untyped-decorator]
def full_tagger(tok2vec: Model[list[Doc], list[Any]], nO: int | None = None) -> Model[list[Doc], list[Any]]:  # noqa: N803
    """Scores of all full tags for every token, not normalized: only a form's possible tags compete."""
    width = tok2vec.maybe_get_dim("nO")
    output: Model[Any, Any] = Linear(nO, width, init_W=zero_init)
    model: Model[list[Doc], list[Any]] = chain(tok2vec, with_array(output))
    model.set_ref("tok2vec", tok2vec)
    model.set_ref("output", output)
    return model


@Language.factory(
    "magistrat_tagger",
    assigns=["token.tag"],
    default_score_weights={"tag_acc": 1.0},
)
def make_tagger(nlp: Language, name: str, model: Model[list[Doc], list[Any]]) -> FullTagger:
    """Called by spaCy with the architecture that the config names."""
    return FullTagger(nlp.vocab, model, name)


class FullTagger(TrainablePipe):  # type: ignore[misc]  # compiled, without a stub
    """„ma" -> „fin:sg:ter:imperf" rather than „adj:sg:nom:f:pos": one of Morfeusz's readings, or any for an unknown word.

    ``token.tag_`` is the class of 36 („FIN"), ``Token._.nkjp_tag`` the full tag, from which morphologizer and lemmatizer work.
    """

    def __init__(self, vocab: Vocab, model: Model[list[Doc], list[Any]], name: str = "tagger") -> None:
        self.vocab = vocab
        self.model = model
        self.name = name
        self.cfg: dict[str, Any] = {"tags": [], "lexicon": {}}
        self.scorer = lambda examples, **kw: Scorer.score_token_attr(examples, "tag", getter=_class_of, **kw)
        self._made: Candidates | None = None
        register_full_tag()

    @property
    def labels(self) -> tuple[str, ...]:
        """The classes, as pl_core_news_sm names them."""
        return tuple(sorted({word_class(tag) for tag in self.cfg["tags"]}))

    @property
    def _candidates(self) -> Candidates:
        if self._made is None:
            self._made = Candidates(self.cfg["tags"], self.cfg["lexicon"])
        return self._made

    def initialize(self, get_examples: Callable[[], Iterable[Example]], *, nlp: Language | None = None) -> None:
        """Learns inventory and lexicon from the examples, whose ``tag_`` is the full tag."""
        del nlp  # spaCy passes it
        pairs = [(t.text, t.tag_) for eg in get_examples() for t in eg.reference if t.tag_ and not t.is_space]
        counts: dict[str, int] = {}
        for _, tag in pairs:
            counts[tag] = counts.get(tag, 0) + 1
        self.cfg["tags"] = sorted(tag for tag, n in counts.items() if n >= _RARE)
        self.cfg["lexicon"] = learn_lexicon(pairs)
        self._made = None
        sample = [eg.predicted for eg, _ in zip(get_examples(), range(10), strict=False)]
        self.model.get_ref("output").set_dim("nO", len(self.cfg["tags"]))
        self.model.initialize(X=sample)

    def predict(self, docs: Iterable[Doc]) -> list[Any]:
        """Numbers of the best tags, one array a document."""
        docs = list(docs)
        if not any(len(doc) for doc in docs):
            return [np.zeros(0, dtype="int64") for _ in docs]
        vectors = np.concatenate(self.model.get_ref("tok2vec").predict(docs))
        kinds = np.concatenate([self._candidates.kinds(forms_of(doc)) for doc in docs])
        best = np.zeros(len(kinds), dtype="int64")
        order = np.argsort(kinds, kind="stable")
        for rows in np.split(order, np.flatnonzero(np.diff(kinds[order])) + 1):
            best[rows] = self._best(vectors[rows], self._candidates.numbers(int(kinds[rows[0]])))
        return np.split(best, np.cumsum([len(doc) for doc in docs])[:-1])

    def _best(self, vectors: Any, numbers: Any) -> Any:  # noqa: ANN401
        """The best of some tags, by number, for each vector: only those are scored."""
        if len(numbers) == 1:
            return numbers[0]
        output = self.model.get_ref("output")
        weights, bias = output.get_param("W"), output.get_param("b")
        return numbers[(self.model.ops.gemm(vectors, weights[numbers], trans2=True) + bias[numbers]).argmax(axis=1)]

    def set_annotations(self, docs: Iterable[Doc], scores: list[Any]) -> None:
        """Sets class and full tag of every token; white space gets „_SP"."""
        tags = [*self.cfg["tags"], SPACE]
        numbers = np.array([self.vocab.strings.add(word_class(tag)) for tag in tags], dtype="uint64")
        for doc, best in zip(docs, scores, strict=True):
            if len(doc):
                chosen = np.where(doc.to_array(IS_SPACE), len(tags) - 1, best)
                doc.from_array([TAG], cast("Any", numbers[chosen].reshape(-1, 1)))
                doc.user_data[TAGS_KEY] = " ".join([tags[i] for i in chosen.tolist()])

    def get_loss(self, examples: Iterable[Example], scores: list[Any]) -> tuple[float, list[Any]]:
        """Cross entropy among each form's possible tags and the right one; tokens without a known tag count nothing."""
        examples = list(examples)
        validate_examples(examples, "FullTagger.get_loss")
        loss, gradients = 0.0, []
        for eg, each in zip(examples, scores, strict=True):
            gold, kinds = self._gold(eg)
            rows = np.flatnonzero(gold >= 0)
            right = np.arange(len(rows)), gold[rows]
            allowed = self._candidates.masks(kinds[rows])
            allowed[right] = True
            if HIDDEN in eg.predicted.user_data:
                allowed[:] = True
            kept = np.where(allowed, each[rows], _IMPOSSIBLE)
            kept = np.exp(kept - kept.max(axis=1, keepdims=True))
            kept /= kept.sum(axis=1, keepdims=True)
            loss -= float(np.log(np.maximum(kept[right], 1e-9)).sum())
            kept[right] -= 1.0
            gradient = np.zeros_like(each)
            gradient[rows] = kept
            gradients.append(gradient)
        return loss, gradients

    def _gold(self, eg: Example) -> tuple[Any, Any]:
        """Numbers of the right tags (-1: none) and of the forms' masks; kept with an example that keeps things."""
        memo: dict[str, tuple[Any, Any]] = getattr(eg, "memo", {})
        if self.name not in memo:
            number = {tag: i for i, tag in enumerate(self.cfg["tags"])}
            gold = np.array([number.get(t.tag_, -1) for t in eg.reference], dtype="int64")
            memo[self.name] = gold, self._candidates.kinds([t.text for t in eg.predicted])
        return memo[self.name]

    def add_label(self, label: str) -> int:
        """Not possible: the inventory is that of the corpus.

        Raises:
            NotImplementedError: always.
        """
        raise NotImplementedError(f"the tags are learnt from the corpus, {label!r} cannot be added")


def _class_of(token: Token, attr: str) -> str:
    return word_class(getattr(token, f"{attr}_"))


register_full_tag()
