"""The morphologizer: the tagger's full tags as features and parts of speech of Universal Dependencies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.scorer import Scorer

from pipeline.annotate.model.nkjp import features, universal_pos
from pipeline.annotate.model.tagger import SPACE, full_tags

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

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

    def __call__(self, doc: Doc) -> Doc:
        """Sets features and part of speech of every token that the tagger tagged."""
        for token, tag in zip(doc, full_tags(doc), strict=False):
            if tag == SPACE:
                token.pos_ = "SPACE"
                continue
            token.set_morph(features(tag))  # type: ignore[attr-defined]  # missing in spaCy's stub
            token.pos_ = universal_pos(tag, token.lemma_)
        return doc

    def score(self, examples: Iterable[Example], **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401
        """Accuracy of part of speech and of all features together."""
        examples = list(examples)
        return Scorer.score_token_attr(examples, "pos", **kwargs) | Scorer.score_token_attr(
            examples, "morph", getter=lambda token, _: str(token.morph), **kwargs
        )
