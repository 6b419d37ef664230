"""„Urzędowi Miasta Legionowo", „Szpitalem w Łosicach", „magistrat": offices, institutions and companies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from pipeline.annotate.base import add_span, chars_of, replace_spans, spans_of
from pipeline.annotate.organizations.bare import find_bare, find_units
from pipeline.annotate.organizations.institutions import find_companies, find_institutions
from pipeline.annotate.organizations.offices import find_listed, find_offices
from pipeline.annotate.organizations.tails import Places
from pipeline.values.cover import Cover

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pipeline.annotate.organizations.found import FoundOrganization

KIND = "organizations"


@Language.factory("magistrat_organizations", assigns=["doc.spans"], requires=["doc.spans"])
class Organizations:
    """„Urzędowi Miasta Olsztyna": writes ``doc.spans["organizations"]`` with {"name", "kind"}.

    Names are nominative; the town stays as printed („w Gdańsku", „Olsztyna"). Offices come from a list of phrases in every
    form, institutions from the noun at their head, companies from their legal form, units of local government from their own
    name. A bare „urząd", „magistrat", „starostwo", „szpital" is a mention whose name record/organizations.py finds. What a
    certifier's name covers is left out.

    Measured on 338 sentences of our own, hard negatives among them, with `magistrat evaluate FILE --model none` on
    tests/quality/sentences/organizations.txt and -2 to -5: precision .985, recall .996 after correction; at first sight
    precision .954, .967, .939, .952, .906 and recall .969, .906, .969, .909, .873.
    """

    def __init__(self, nlp: Language, name: str = "magistrat_organizations") -> None:  # noqa: ARG002  # spaCy passes it
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Adds the spans and returns the same document."""
        text, places = doc.text, Places(doc)
        taken = Cover(len(text), (chars_of(s) for s in spans_of(doc, "certifiers")))
        found: list[FoundOrganization] = []
        for finder in (
            find_listed(text, places),
            find_offices(text, places),
            find_institutions(text, places),
            find_companies(text, places),
            find_units(text, places),
            find_bare(text, places),
        ):
            layer = [f for f in finder if not taken.overlaps(f.start, f.end)]
            found += layer
            for one in layer:
                taken.add(one.start, one.end)
        replace_spans(doc, KIND, [])
        for one in sorted(found):
            add_span(doc, KIND, one.start, one.end, {"name": one.name, "kind": one.kind}, one.rule)
        return doc
