"""„z terminem obowiązywania do 28.05.2018 r.": dates with their roles, and durations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from pipeline.annotate.base import add_span, chars_of, spans_of
from pipeline.annotate.dates import rolemodel
from pipeline.annotate.dates.reading import outside, reading
from pipeline.values.edtf import find_durations

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pipeline.annotate.dates.history import Read


@Language.factory("magistrat_dates", assigns=["doc.spans"], requires=["token.is_sent_start"])
class Dates:
    """„Certyfikat przyznano 6 lutego 2002 r., jest ważny do maja 2005 r.": awarded 2002-02-06, valid_until ../2005-05.

    Writes ``doc.spans["dates"]`` with ``{"value": EDTF, "role"}`` and ``doc.spans["durations"]`` with ``{"value"}``; the span's
    id names the grammar's rule and the cue that gave the role, ``model.role`` where the trained model said otherwise than the
    rules. Dates without a year mean the nearest before the publication date (``context_of(doc).published``), or after it where
    the tense says so; without it their year stays open. What a standard covers is no date, and a century dates nothing. A range
    of validity is given twice, as valid_from and as valid_until. The names of bodies and standards count where components
    before this one found them; what a contest or a course certifies has no role (dates/foreign.py).

    Args:
        nlp: the pipeline.
        name: the component's name.
        trained: whether the trained model votes with the rules; without its weights the rules stand alone in any case.
    """

    def __init__(self, nlp: Language, name: str = "magistrat_dates", trained: bool = True) -> None:  # noqa: ARG002, FBT001, FBT002  # spaCy passes them
        self.name = name
        self.trained = trained

    def __call__(self, doc: Doc) -> Doc:
        """Adds the spans and returns the same document."""
        doc.spans["dates"], doc.spans["durations"] = [], []
        text = doc.text  # spaCy joins it from all tokens at every call
        for found, form, role, cue in self._read(doc, text):
            for each in ("valid_from", role) if role == "valid_until" and form in {"range", "object"} else (role,):
                value = {"value": str(found.value), "role": each}
                add_span(doc, "dates", found.start, found.end, value, f"{found.rule}/{cue}")
        for span in outside(find_durations(text), [chars_of(s) for s in spans_of(doc, "standards")]):
            add_span(doc, "durations", span.start, span.end, {"value": str(span.value)}, span.rule)
        return doc

    def _read(self, doc: Doc, text: str) -> list[Read]:
        """The dates by the rules, and where it is to vote by the model as well."""
        whole = reading(doc, text)
        model = rolemodel.load() if self.trained else None
        if model is None or not (seen := whole.features(doc, text)):
            return whole.read
        voted = []
        for entry, features in zip(whole.read, seen, strict=True):
            role, cue = rolemodel.decide(entry.role, entry.cue, model.log_probabilities(features))
            voted.append(entry._replace(role=role, cue=cue))
        return voted
