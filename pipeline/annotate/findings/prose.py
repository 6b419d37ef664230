"""Findings in running text: „Wykazano, że brak spisu. Poza tym decyzje zawierają błędy."."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.annotate.findings import chain
from pipeline.annotate.findings.labels import findings_behind_colon
from pipeline.annotate.findings.lexicon import book, context_patterns, context_words, count
from pipeline.annotate.findings.lists import Finding
from pipeline.annotate.findings.verdict import AuditWords, negated
from pipeline.values import morph
from pipeline.values.enumeration.extent import trimmed
from pipeline.values.phrase import Hit, Word, cases, has_any, matches_any, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.values.enumeration import Span

_BY_PLACE = frozenset({"run", "after_audit", "after_faults"})
"""values of ``subject`` that ask where the sentence stands, not who speaks"""
_NEAR = 700
"""characters before a sentence in which an audit is near; about two paragraphs of news"""
_MAX_WORDS = 400
"""words; what is longer is a table without full stops"""
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

    def read(self, start: int, end: int) -> None:
        """One sentence."""
        text = self._text
        sentence = words(text, start, end)
        if not sentence or len(sentence) > _MAX_WORDS or text[end - 1] == ":":
            return
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
        hits = book("prose.toml", "prose").hits(sentence)
        behind = findings_behind_colon(self._text, start, end, self._audits)
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

    def _whole(self, sentence: list[Word], start: int, end: int) -> list[Finding]:
        """„Audytor każe poprawić spis.": the sentence itself is the finding."""
        for hit in book("prose.toml", "prose").hits(sentence):
            if hit.rule.options["take"] != "sentence" or not self._subject(sentence, hit, start):
                continue
            if negated(self._text, sentence, hit):
                continue
            low, high = trimmed(self._text, start, self._attribution(sentence, end))
            return [self._finding(low, high, self._kind(sentence, hit), None, hit.rule.id)]
        return []

    def _subject(self, sentence: list[Word], hit: Hit, start: int) -> bool:
        """Whether it is an audit that speaks: as the subject, or near an impersonal verb; „mentioned" takes any word of one."""
        subject = hit.rule.options["subject"]
        if subject in _BY_PLACE:
            behind = 0 <= self._faults_end <= start and not self._text[self._faults_end : start].strip(" ")
            return {"run": self._run(start) is not None, "after_audit": True, "after_faults": behind}[subject]
        verbs = [sentence[p] for p in hit.places if "/v" in sentence[p].keys]
        forms = {key.rpartition("/")[2] for v in verbs for key in v.keys if "/" in key}
        if "future" in forms or ("pri" in forms and subject != "mentioned"):
            return False  # „gdy kontrola wykaże nieprawidłowości" tells of none yet
        agents = [i for i, w in enumerate(sentence) if w.keys & context_words("agents")]
        if subject == "mentioned" or has_any(verbs, context_words("telling")):
            return bool(agents) or "imps" in forms
        return "imps" in forms or any(self._nominative(sentence, i) and _agrees(sentence[i], verbs) for i in agents)

    def _nominative(self, sentence: list[Word], i: int) -> bool:
        """„auditorzy", „NIK", „komisja": may be the subject, unlike „podczas kontroli"."""
        if "nom" not in cases(sentence[i].form):
            return sentence[i].form.isupper() and not (i and chain.preposition_cases(sentence[i - 1]))
        return not (i and chain.preposition_cases(sentence[i - 1]))

    def _kind(self, sentence: list[Word], hit: Hit) -> str:
        if hit.rule.kind != "unspecified":
            return hit.rule.kind
        counts = count(sentence)
        faults = counts["fault"] + any(w.form.lower() == "nie" for w in sentence)
        if counts["praise"] > faults:
            return "strength"
        return "nonconformity" if faults else str(hit.rule.options["default"])

    def _chain(self, sentence: list[Word], hit: Hit, start: int, end: int) -> list[Finding]:
        case = hit.rule.options["case"]
        first = chain.first_word(sentence, hit.places[-1] + 1, case)
        if first is None:
            return []
        spans = [s for s in chain.items(self._text, sentence, first, end, case) if self._names(*s)]
        inside = [w for w in sentence if w.start >= sentence[first].start]
        if sum(len(words(self._text, a, b)) for a, b in spans) < _MIN_WORDS:
            return []
        if hit.rule.options.get("needs") and not count(inside)[hit.rule.options["needs"]]:
            return []
        if matches_any(inside, context_patterns("conformity")):
            return []
        kind = self._kind(inside, hit)
        lead = trimmed(self._text, start, sentence[first].start)
        return [self._finding(a, b, kind, lead, hit.rule.id) for a, b in spans]

    def _names(self, start: int, end: int) -> bool:
        """Whether an item says what was found: „liczne nieprawidłowości" does not."""
        generic = context_words("generic_faults") | context_words("generic_words")
        return any(not w.keys & generic for w in words(self._text, start, end))

    def _clause(self, sentence: list[Word], hit: Hit, start: int, end: int) -> list[Finding]:
        """„Wykazano, że brak spisu i że nie ma planu": what stands behind every „że" of the sentence."""
        first = hit.places[-1] + 1
        inside = sentence[first:]
        if not inside or matches_any(inside, context_patterns("conformity")):
            return []
        stop = self._attribution(sentence, end)
        cuts = [i for i in range(first, len(sentence)) if self._coordinated(sentence, i)]
        starts = [first, *(i + 1 for i in cuts)]
        needs = hit.rule.options.get("needs")
        if needs and not count(inside)[needs]:
            return []
        found = []
        for n, place in enumerate(starts):
            high = sentence[cuts[n] - 1].end if n < len(cuts) else stop
            high = (
                sentence[cuts[n] - 2].end
                if n < len(cuts) and sentence[cuts[n] - 1].form.lower() in {"i", "oraz", "także"}
                else high
            )
            if place >= len(sentence) or sentence[place].start >= high:
                continue
            low, high = trimmed(self._text, sentence[place].start, high)
            part = [w for w in sentence if low <= w.start < high]
            lead = trimmed(self._text, start, sentence[first - 1].end)
            found.append(self._finding(low, high, self._kind(part, hit), lead, hit.rule.id))
        return found

    def _coordinated(self, sentence: list[Word], i: int) -> bool:
        """„, że … oraz że …", „…, że …, że …": a second „że" on the same level as the first."""
        if sentence[i].form.lower() not in {"że", "iż"} or i == 0:
            return False
        before = sentence[i - 1]
        return before.form.lower() in {"i", "oraz", "także"}

    def _attribution(self, sentence: list[Word], end: int) -> int:
        """„… i pomyłki - streszcza radny.": the quoted words end before the dash and the verb of saying."""
        for left, right in pairwise(sentence):
            gap = self._text[left.end : right.start]
            if any(d in gap for d in (" - ", " – ", " — ")) and chain.finite(right):
                return left.end
        return end

    def _verbless(self, sentence: list[Word], start: int, end: int) -> list[Finding]:
        """„Zgubione faktury, pomyłki, spóźnione decyzje" behind „Z raportu wyłania się …"."""
        if self._report is None or "\n" in self._text[self._report[0][1] : start]:
            return []
        stop = self._attribution(sentence, end)
        inside = [w for w in sentence if w.end <= stop]
        if len(inside) < _MIN_WORDS or any(chain.finite(w) for w in inside) or not count(inside)["fault"]:
            return []
        if not chain.opens(inside, 0, "nom"):
            return []
        spans = chain.items(self._text, inside, 0, stop, "nom")
        (lead, hit) = self._report
        return [self._finding(a, b, hit.rule.kind, lead, hit.rule.id) for a, b in spans] if len(spans) > 1 else []

    def _continued(self, sentence: list[Word], end: int, run: Finding) -> list[Finding]:
        """„Poza tym decyzje zawierają błędy.": goes on with what the sentence before found."""
        if run.kind not in {"nonconformity", "observation", "recommendation"}:
            return []
        first = self._behind_connector(sentence)
        counts = count(sentence)
        if not (first and (counts["fault"] or counts["advice"])) and counts["fault"] < 2:
            return []
        if counts["praise"] > counts["fault"] or matches_any(sentence, context_patterns("conformity")):
            return []
        kind = "nonconformity" if counts["fault"] else "recommendation"
        low, high = trimmed(self._text, sentence[first].start, self._attribution(sentence, end))
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


def _agrees(agent: Word, verbs: list[Word]) -> bool:
    """„kontrolerzy kazali", not „kontrole … kazał": noun and verb share the number; acronyms agree with anything."""
    nouns = {r.number for r in morph.analyse(agent.form.lower().replace("audit", "audyt")) if r.case == "nom"}
    told = {r.number for v in verbs for r in morph.analyse(v.form.lower()) if r.pos in {"fin", "praet"}}
    return not nouns or not told or bool(nouns & told)


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
