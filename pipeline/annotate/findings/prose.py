"""Findings in running text: „Wykazano, że brak spisu. Poza tym decyzje zawierają błędy."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.findings import chain
from pipeline.annotate.findings.audits import AuditWords
from pipeline.annotate.findings.clauses import attribution, clauses, parts
from pipeline.annotate.findings.kinds import is_general, is_person, kind_of, names, says
from pipeline.annotate.findings.labels import findings_behind_colon
from pipeline.annotate.findings.lexicon import book, context_patterns, context_words, count
from pipeline.annotate.findings.lists import Finding
from pipeline.annotate.findings.ordinals import behind_ordinal, counted, opens_with_ordinal
from pipeline.annotate.findings.quotes import quoted
from pipeline.annotate.findings.speaker import Speaker, agent_speaks, binds_itself, owned
from pipeline.annotate.findings.testimony import lacks
from pipeline.annotate.findings.verdict import SURE, negated, strongest
from pipeline.values.enumeration.extent import trimmed
from pipeline.values.phrase import Hit, Word, has_any, matches_any, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.values.enumeration import Span

_BY_PLACE = frozenset({"run", "after_audit", "after_faults", "unowned", "close", "voice"})
"""values of ``subject`` that ask where the sentence stands, not who speaks"""
_NEAR = 700
"""characters before a sentence in which an audit is near; about two paragraphs of news"""
_CLOSE = 250
"""characters before a sentence in which words of an audit make „komisja" the one that audits; about two sentences of news"""
_MAX_WORDS = 400
"""words; what is longer is a table without full stops"""
_ADJECTIVES = 4
"""words; „liczne i rażące nieprawidłowości" is a noun with three before it"""
_MIN_WORDS = 2
"""words; one word alone („porządek") names a finding only in a list"""


class _Prose:
    """Reads the sentences of one text in order and remembers whether the last one was a finding."""

    def __init__(self, text: str, audits: AuditWords) -> None:
        self._text = text
        self._audits = audits
        self._near_end = -1
        self._faults_end = -1
        self.found: list[Finding] = []
        self._last: tuple[int, Finding | None] = (-1, None)
        self._report: tuple[Span, Hit] | None = None
        self._told: tuple[Span, Hit] | None = None
        self._speaker = Speaker(text)

    def read(self, start: int, end: int) -> None:
        """One sentence, part by part."""
        sentence = words(self._text, start, end)
        if sentence and len(sentence) <= _MAX_WORDS and self._text[end - 1] != ":":
            for part in parts(self._text, sentence, start, end):
                self._read(*part)

    def _read(self, sentence: list[Word], start: int, end: int) -> None:
        if has_any(sentence, context_words("core")):
            near = True
            self._near_end = end
        else:
            near = self._near_end >= 0 and start - self._near_end <= _NEAR
        new = self._sentence(sentence, start, end, near=near)
        if near and has_any(sentence, context_words("generic_faults")):
            self._faults_end = end
        run = self._run(start)
        if not new and run is not None:
            new = self._continued(sentence, end, run)
        self._speaker.hear(sentence)
        self.found += new
        self._last = (end, new[-1]) if new else (end, None)
        hits = book("prose.toml", "report").hits(sentence)
        self._report = ((start, end), hits[0]) if hits else (self._report if not new else None)

    def _run(self, start: int) -> Finding | None:
        """The finding of the sentence right before, in the same paragraph."""
        end, last = self._last
        return last if last is not None and "\n" not in self._text[end:start] else None

    def _sentence(self, sentence: list[Word], start: int, end: int, *, near: bool) -> list[Finding]:
        verbless = self._verbless(sentence, start, end)
        if verbless or not near:
            return verbless
        speech = quoted(self._text, sentence, start, end)
        if speech is not None:
            return [self._quoted(a, b, speech[0]) for a, b in speech[1]]
        hits = book("prose.toml", "prose").hits(sentence)
        behind = findings_behind_colon(self._text, start, end, self._audits) or self._counted(sentence, start, end)
        if behind:
            return behind
        for hit in sorted(hits, key=lambda h: (h.places[0], -len(h.places))):
            if negated(self._text, sentence, hit) or not self._subject(sentence, hit, start):
                continue
            if hit.rule.options["take"] != "sentence":
                take = self._chain if hit.rule.options["take"] == "chain" else self._clause
                found = take(sentence, hit, start, end)
                if found:
                    return found
        return self._whole(sentence, start, end)

    def _quoted(self, start: int, end: int, hit: Hit) -> Finding:
        return self._finding(start, end, kind_of(words(self._text, start, end), hit), None, hit.rule.id)

    def _counted(self, sentence: list[Word], start: int, end: int) -> list[Finding]:
        """„Pierwsze dotyczy szkoleń, drugie – archiwum." behind „Sformułowano dwa spostrzeżenia."."""
        told, self._told = self._told, None
        behind = behind_ordinal(sentence)
        if told and behind and "\n" not in self._text[told[0][1] : start]:
            self._told = ((told[0][0], end), told[1])
            return [
                self._finding(*trimmed(self._text, sentence[behind].start, end), told[1].rule.kind, told[0], told[1].rule.id)
            ]
        hit, negative = strongest(self._text, sentence)
        if hit is not None and not negative and hit.rule.kind != "none" and hit.rule.weight >= SURE:
            self._told = ((start, end), hit)
        if told is None or "\n" in self._text[told[0][1] : start] or not opens_with_ordinal(self._text, sentence):
            return []
        (lead, hit) = told
        return [self._finding(a, b, hit.rule.kind, lead, hit.rule.id) for a, b in counted(self._text, sentence, end)]

    def _whole(self, sentence: list[Word], start: int, end: int) -> list[Finding]:
        """„Audytor każe poprawić spis.": the sentence itself is the finding."""
        for hit in book("prose.toml", "prose").hits(sentence):
            if hit.rule.options["take"] != "sentence" or not self._subject(sentence, hit, start):
                continue
            if negated(self._text, sentence, hit):
                continue
            low, high = trimmed(self._text, start, attribution(self._text, sentence, end))
            if hit.rule.options.get("general") == "none" and is_general(self._text, sentence[hit.places[-1]].end, end):
                continue
            return [self._finding(low, high, kind_of(sentence, hit), None, hit.rule.id)]
        return []

    def _subject(self, sentence: list[Word], hit: Hit, start: int) -> bool:
        """Whether it is an audit that speaks, or where the rule asks that whether the sentence stands in the right place."""
        subject = hit.rule.options["subject"]
        if subject in _BY_PLACE:
            return self._by_place(sentence, hit, start)
        verbs = [sentence[p] for p in hit.places if "/v" in sentence[p].keys]
        forms = {key.rpartition("/")[2] for v in verbs for key in v.keys if "/" in key}
        if (subject == "letter" or "pri" in forms) and not binds_itself(
            sentence, hit
        ):  # „Zalecam prowadzić spis.": the letter of a control
            return hit.rule.kind == "recommendation" and hit.places[0] == 0 and forms >= {"pri", "sg"}
        if "future" in forms or binds_itself(sentence, hit):
            return False  # „gdy kontrola wykaże nieprawidłowości" tells of none yet
        if "imps" in forms or self._speaker.silent(sentence, hit):
            return True
        if subject == "mentioned" or has_any(verbs, context_words("telling")):
            return has_any(sentence, context_words("agents")) and not self._speaker.other(sentence, hit)
        return agent_speaks(sentence, verbs, close=self._close(start))

    def _close(self, start: int) -> bool:
        return start - self._near_end <= _CLOSE

    def _by_place(self, sentence: list[Word], hit: Hit, start: int) -> bool:
        subject = hit.rule.options["subject"]
        if subject == "after_faults":
            return 0 <= self._faults_end <= start and not self._text[self._faults_end : start].strip(" ")
        if subject == "run":
            return self._run(start) is not None
        if subject == "unowned":
            return self._close(start) and not owned(sentence, hit)
        if subject == "voice":
            return self._close(start) and (has_any(sentence, context_words("agents")) or self._speaker.active)
        return subject == "after_audit" or self._close(start)

    def _chain(self, sentence: list[Word], hit: Hit, start: int, end: int) -> list[Finding]:
        case = hit.rule.options["case"]
        first = chain.first_word(sentence, hit.places[-1] + 1, case)
        if first is None or self._specified(sentence, first):
            return []
        spans = [s for s in chain.items(self._text, sentence, first, end, case) if names(self._text, *s)]
        inside = [w for w in sentence if w.start >= sentence[first].start]
        if sum(len(words(self._text, a, b)) for a, b in spans) < _MIN_WORDS:
            return []
        needs = hit.rule.options.get("needs")
        if matches_any(inside, context_patterns("conformity")) or (needs and not says(inside, needs)):
            return []
        kind = kind_of(inside, hit)
        if kind == "strength" and spans and (is_person(self._text, *spans[0]) or is_general(self._text, *spans[0])):
            return []
        lead = trimmed(self._text, start, sentence[first].start)
        return [self._finding(a, b, kind, lead, hit.rule.id) for a, b in spans]

    def _specified(self, sentence: list[Word], first: int) -> bool:
        """„wykazano nieprawidłowości dotyczące spisu": what follows the participle is found, by a rule of its own."""
        behind = sentence[first : first + _ADJECTIVES]
        generic = next((i for i, w in enumerate(behind) if w.keys & context_words("generic_faults")), None)
        participles = {"dotyczyć/pact", "polegać/pact"}
        return generic is not None and any(w.keys & participles for w in sentence[first + generic + 1 : first + generic + 2])

    def _clause(self, sentence: list[Word], hit: Hit, start: int, end: int) -> list[Finding]:
        """„Wykazano, że brak spisu i że nie ma planu": what stands behind every „że" of the sentence."""
        first = hit.places[-1] + 1
        if first < len(sentence) and sentence[first - 1].form.lower() == "warto" and sentence[first].form.lower() == "by":
            first += 1  # „warto by rozbudować" is one verb
        inside = sentence[first:]
        needs = hit.rule.options.get("needs")
        if not inside or matches_any(inside, context_patterns("conformity")) or (needs and not says(inside, needs)):
            return []
        lead = trimmed(self._text, start, sentence[first - 1].end)
        return [
            self._finding(a, b, kind_of([w for w in sentence if a <= w.start < b], hit), lead, hit.rule.id)
            for a, b in clauses(self._text, sentence, first, end)
        ]

    def _verbless(self, sentence: list[Word], start: int, end: int) -> list[Finding]:
        """„Zgubione faktury, pomyłki, spóźnione decyzje" behind „Z raportu wyłania się …"."""
        if self._report is None or "\n" in self._text[self._report[0][1] : start]:
            return []
        stop = attribution(self._text, sentence, end)
        inside = [w for w in sentence if w.end <= stop]
        if len(inside) < _MIN_WORDS or any(chain.finite(w) for w in inside) or not count(inside)["fault"]:
            return []
        if not chain.opens(inside, 0, "nom"):
            return []
        spans = chain.items(self._text, inside, 0, stop, "nom")
        (lead, hit) = self._report
        return [self._finding(a, b, hit.rule.kind, lead, hit.rule.id) for a, b in spans] if len(spans) > 1 else []

    def _continued(self, sentence: list[Word], end: int, run: Finding) -> list[Finding]:
        """„Poza tym decyzje zawierają błędy.", „Planu nie sporządzono.": goes on with what the sentence before found."""
        first = self._behind_connector(sentence)
        forms = " ".join(w.form.lower() for w in sentence[:first])
        if run.kind == "strength" and forms not in context_words("contrasts"):
            return []
        counts = count(sentence)
        denied = any(key.endswith("/imps") for key in _denied_verb(sentence))
        linked = first and (counts["fault"] or counts["advice"] or lacks(sentence))
        if not linked and counts["fault"] < 2 and not denied:
            return []
        if counts["praise"] > counts["fault"] + lacks(sentence) or matches_any(sentence, context_patterns("conformity")):
            return []
        kind = "nonconformity" if counts["fault"] or denied or lacks(sentence) else "recommendation"
        low, high = trimmed(self._text, sentence[first].start, attribution(self._text, sentence, end))
        return [self._finding(low, high, kind, run.lead, "finding.prose.continued")] if low < high else []

    def _behind_connector(self, sentence: list[Word]) -> int:
        """How many words a connector („Poza tym") takes at the sentence's start."""
        forms = [w.form.lower() for w in sentence[:3]]
        for printed in context_words("connectors"):
            parts = printed.split()
            if forms[: len(parts)] == parts and len(sentence) > len(parts):
                return len(parts)
        return 0

    def _finding(self, start: int, end: int, kind: str, lead: Span | None, rule: str) -> Finding:
        return Finding(start, end, None, None, 1, kind, lead, rule)


def _denied_verb(sentence: list[Word]) -> frozenset[str]:
    """Keys of the word behind „nie"."""
    place = next((i for i, w in enumerate(sentence[:-1]) if w.form.lower() == "nie"), None)
    return sentence[place + 1].keys if place is not None else frozenset()


def findings_in_prose(text: str, sentences: Sequence[Span], taken: Sequence[Span]) -> list[Finding]:
    """„Do plusów zaliczono ład, a wreszcie porządek" -> two findings with marker null.

    Args:
        text: the cleaned article.
        sentences: its sentences, in order.
        taken: characters that lists hold already; nothing is read from a sentence that touches them.
    """
    prose = _Prose(text, AuditWords(text))
    index = 0
    for start, end in sentences:
        while index < len(taken) and taken[index][1] <= start:
            index += 1
        if index >= len(taken) or taken[index][0] >= end:
            prose.read(start, end)
    return prose.found
