"""What auditors and controllers found: „zwrócili uwagę na: 1) ład, 2) skład" in lists and in running text.

Rules read lists, labels and tables, and running text as far as they know its words. What they leave in running text a trained
model (``learned``) proposes; it adds to the rules and never overrules them. Its rows are the candidates of a generous grammar,
its features their words, government, neighbours and who speaks.

Figures (item F1). Files 1 to 10 gave the rules .695, .928, .857, .597, .717, .536, .807, .683, .558, .794 at first sight, files
11 to 14 and 16 .455, .744, .246, .882 and .577: what a new writer tells in running text the rules know half of. Ten sets of
passages written for the model, each left out of its training, give .688 (P .78, R .62); rules alone .286. In 1297 ordinary
texts of NKJP it proposes 9 findings, in 4 of them. Of 46 lists in passages the rules decide .70 right; with the model of lists,
trained without the set at hand, .80. models/README.md has the tables. What is read worst are pictures („Słodycz: … Gorycz: …").
Figures of tests/quality are of texts that rules and model have seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from pipeline.annotate.base import add_span, replace_spans
from pipeline.annotate.findings.audits import AuditWords
from pipeline.annotate.findings.labels import findings_behind_labels
from pipeline.annotate.findings.learned import proposed
from pipeline.annotate.findings.learned.enumerations import list_judge
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
        learned: whether the models of ``learned`` add what no rule finds in running text and lists.

    Returns:
        Findings in text order; offsets are characters of ``text``.
    """
    audits = AuditWords(text)
    listed, taken = read_outside_prose(text, audits, learned=learned)
    spans = sentences(text) if sentence_spans is None else sentence_spans
    written = findings_in_prose(text, spans, taken)
    if learned:
        written += proposed(text, spans, taken, written, audits)
    return sorted([*listed, *written], key=lambda f: (f.start, f.end))


def read_outside_prose(text: str, audits: AuditWords, *, learned: bool = False) -> tuple[list[Finding], list[Span]]:
    """Findings in tables, in lists and behind labels, and the characters from which running text is not read, sorted."""
    tabled, tables = findings_in_tables(text, audits)
    listed, taken, leads = findings_in_lists(text, audits, tables, list_judge(text, audits) if learned else None)
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
