"""What auditors and controllers found: „zwrócili uwagę na: 1) ład, 2) skład" in lists and in running text.

Measured on tests/quality (item F1): after the rules were mended the 593 passages of sentences/findings*.txt score P .992,
R .942, kinds 1.000, the articles P .996, R .987, kinds 1.000. What passages nobody had seen score is lower: the files 1 to
14 gave .695, .928, .857, .597, .717, .536, .807, .683, .558, .794, .455, .744, .246 and .882 at first sight. Lists, labels and
letters of controls (file 14) are read well; stories that tell of an audit in words of their own (files 11 and 13, recall .316
and .152 at first sight) are not, and each of them brings new verbs. Twelve whole articles written as portals write gave F1 .757
at first sight, and 1.000 after their causes were mended; that last figure is of texts that were seen.

A logistic regression over the same features (lead, context, testimony of the items, lemmas of the lead), trained on the lists
of files 1 to 5 (245) and measured on the 41 lists of file 6, which neither had seen, decided fewer lists right than the rules
(accuracy .732 against .780, F1 .353 against .526), and no mixture of the two beat the rules: there is no classifier here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from pipeline.annotate.base import add_span, replace_spans
from pipeline.annotate.findings.audits import AuditWords
from pipeline.annotate.findings.labels import findings_behind_labels
from pipeline.annotate.findings.learned import proposed
from pipeline.annotate.findings.lists import Finding, findings_in_lists
from pipeline.annotate.findings.prose import findings_in_prose
from pipeline.annotate.findings.tables import findings_in_tables
from pipeline.text import squash
from pipeline.values.enumeration import Span, sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Finding", "Findings", "find_findings"]


def find_findings(text: str, sentence_spans: list[Span] | None = None, *, learned: bool = True) -> list[Finding]:
    r"""„Stwierdzono uchybienia:\n- brak spisu,\n- brak podpisu." -> two findings of kind nonconformity.

    Args:
        text: the cleaned article.
        sentence_spans: its sentences, where somebody found them already; None lets the segmenter's own rules find them.
        learned: whether the model of ``learned`` adds what no rule finds in running text.

    Returns:
        Findings in text order; offsets are characters of ``text``.
    """
    audits = AuditWords(text)
    listed, taken = read_outside_prose(text, audits)
    spans = sentences(text) if sentence_spans is None else sentence_spans
    written = findings_in_prose(text, spans, taken)
    if learned:
        written += proposed(text, spans, taken, written, audits)
    return sorted([*listed, *written], key=lambda f: (f.start, f.end))


def read_outside_prose(text: str, audits: AuditWords) -> tuple[list[Finding], list[Span]]:
    """Findings in tables, in lists and behind labels, and the characters from which running text is not read, sorted."""
    tabled, tables = findings_in_tables(text, audits)
    listed, taken, leads = findings_in_lists(text, audits, tables)
    labelled = findings_behind_labels(text, sorted([*_held(listed, leads), *tables]), audits)
    listed += [*tabled, *labelled]
    taken += tables
    taken += [(f.lead[0] if f.lead else f.start, f.end) for f in labelled]
    return listed, sorted(taken)


def _held(found: list[Finding], leads: list[Span]) -> list[Span]:
    """The characters of findings, and of leads whose lists were judged."""
    return sorted({(f.start, f.end) for f in found} | {f.lead for f in found if f.lead} | set(leads))


@Language.factory("magistrat_findings", assigns=["doc.spans"])
class Findings:
    """„Uwagi auditorów dotyczyły m.in. archiwizacji": writes ``doc.spans["findings"]``.

    The value has the keys number, marker, level, kind, lead. Works on characters and the dictionary alone, so a model changes
    nothing but the sentences.
    """

    def __init__(self, nlp: Language, name: str = "magistrat_findings") -> None:  # noqa: ARG002  # spaCy passes it
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Adds the spans and returns the same document; a Doc that went through before gets the same ones, not twice."""
        text = doc.text
        replace_spans(doc, "findings", [])
        for found in find_findings(text):
            value = {
                "number": found.number,
                "marker": found.marker,
                "level": found.level,
                "kind": found.kind,
                "lead": squash(text[found.lead[0] : found.lead[1]]) if found.lead else None,
            }
            add_span(doc, "findings", found.start, found.end, value, found.rule)
        return doc
