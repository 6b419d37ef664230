"""The morphologizer: the tagger's full tags as features and parts of speech of Universal Dependencies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np
from spacy.attrs import LEMMA, MORPH, POS  # type: ignore[import-not-found]  # compiled, without a stub
from spacy.language import Language
from spacy.parts_of_speech import IDS  # type: ignore[import-not-found]
from spacy.scorer import Scorer

from pipeline.annotate.model.nkjp import features, universal_pos
from pipeline.annotate.model.tagger import SPACE, full_tags

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc
    from spacy.training import Example


@Language.factory(
    "magistrat_morphologizer",
    assigns=["token.morph", "token.pos"],
    requires=["token.tag"],
    default_score_weights={"morph_acc": 1.0},
)
class TagMorphologizer:
    """„subst:sg:gen:f" -> Case=Gen|Gender=Fem|Number=Sing: a stated mapping (tags.toml, nkjp.toml), nothing learnt.

    ``token.pos_`` of pronominal adjectives and of „być" depends on the lemma, so the lemmatizer runs first where it is there.
    """

    def __init__(self, nlp: Language, name: str = "morphologizer") -> None:  # noqa: ARG002
        self.name = name
        self._known: dict[tuple[str, int], tuple[int, int]] = {}
        self._features: dict[str, int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Sets features and part of speech of every token that the tagger tagged."""
        tags = full_tags(doc)
        if not tags:
            return doc
        lemmas = doc.to_array(LEMMA).tolist()
        rows = [self._known.get(key) or self._look_up(doc, key) for key in zip(tags, lemmas, strict=True)]
        doc.from_array([POS, MORPH], cast("Any", np.array(rows, dtype="uint64")))
        return doc

    def _look_up(self, doc: Doc, key: tuple[str, int]) -> tuple[int, int]:
        """Part of speech and features of a full tag with a lemma, as spaCy's numbers."""
        tag, lemma = key
        pos = "SPACE" if tag == SPACE else universal_pos(tag, doc.vocab.strings[lemma])
        if tag not in self._features:
            self._features[tag] = int(doc.vocab.morphology.add("" if tag == SPACE else features(tag)))
        found = IDS[pos], self._features[tag]
        self._known[key] = found
        return found

    def score(self, examples: Iterable[Example], **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401
        """Accuracy of part of speech and of all features together."""
        examples = list(examples)
        return Scorer.score_token_attr(examples, "pos", **kwargs) | Scorer.score_token_attr(
            examples, "morph", getter=lambda token, _: str(token.morph), **kwargs
        )
