"""Findings in running text: „Wykazano, że brak spisu. Poza tym decyzje zawierają błędy."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.findings.asking import asked
from pipeline.annotate.findings.auditors import auditors_named, is_auditor
from pipeline.annotate.findings.audits import AuditWords
from pipeline.annotate.findings.clauses import attribution, parts
from pipeline.annotate.findings.ellipsis import counted_on, counts_on
from pipeline.annotate.findings.kinds import (
    conforms,
    is_general,
    kind_of,
    says,
)
from pipeline.annotate.findings.labels import findings_behind_colon
from pipeline.annotate.findings.lexicon import book, context_words
from pipeline.annotate.findings.ordinals import behind_ordinal, counted, opens_with_ordinal
from pipeline.annotate.findings.questions import answered
from pipeline.annotate.findings.quotes import quoted
from pipeline.annotate.findings.runs import behind_connector, continued, reported, verbless
from pipeline.annotate.findings.speaker import Speaker, agent_speaks, authority_speaks, binds_itself, critics_speak, owned
from pipeline.annotate.findings.takes import Takes, told_in_prose
from pipeline.annotate.findings.verdict import SURE, negated, refused, strongest
from pipeline.text import DASHES
from pipeline.values.enumeration.extent import trimmed
from pipeline.values.phrase import Hit, Word, has_any, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.annotate.findings.lists import Finding
    from pipeline.values.enumeration import Span

_BY_PLACE = frozenset({"run", "after_audit", "after_faults", "unowned", "close", "voice", "after_finding", "named"})
"""values of ``subject`` that ask where the sentence stands, not who speaks"""
_NEAR = 700
"""characters before a sentence in which an audit is near; about two paragraphs of news"""
_CLOSE = 250
"""characters before a sentence in which words of an audit make „komisja" the one that audits; about two sentences of news"""
_MAX_WORDS = 400
"""words; what is longer is a table without full stops"""


class _Prose:
    """Reads the sentences of one text in order and remembers whether the last one was a finding."""

    def __init__(self, text: str, audits: AuditWords) -> None:
        self._text = text
        self._audits = audits
        self._near_end = -1
        self._faults_end = -1
        self._listed_end = -1
        self._announced = False
        self.found: list[Finding] = []
        self._last: tuple[int, tuple[str, Span | None] | None] = (-1, None)
        self._report: tuple[Span, Hit] | None = None
        self._question: tuple[Span, Hit] | None = None
        self._told: tuple[Span, Hit] | None = None
        self._speaker = Speaker(text)
        self._takes = Takes(text)
        self._auditors = auditors_named(text)
        self._noun: tuple[int, Hit] | None = None

    def read(self, start: int, end: int) -> None:
        """One sentence, part by part."""
        sentence = words(self._text, start, end)
        if sentence and len(sentence) <= _MAX_WORDS and self._text[end - 1] != ":":
            for part in parts(self._text, sentence, start, end):
                self._read(*part)

    def overhear(self, start: int, end: int) -> None:
        """A sentence whose findings a list holds: who acts in it may go on in the next."""
        self._listed_end = end
        sentence = words(self._text, start, end)
        if self._audits.core_in(start, end):
            self._near_end = end
        self._speaker.hear(sentence)

    def _read(self, sentence: list[Word], start: int, end: int) -> None:
        if self._audits.core_in(start, end):
            near = True
            self._near_end = end
        else:
            near = 0 <= self._near_end >= start - _NEAR or authority_speaks(self._text, sentence, range(len(sentence)))
        new = self._sentence(sentence, start, end, near=near)
        if near and has_any(sentence, context_words("generic_faults")):
            self._faults_end = end
        run = self._run(start)
        if not new and run is not None and (behind_connector(sentence) or not self._speaker.official(sentence)):
            new = continued(self._text, sentence, end, run, announced=self._announced)
            if new and self._announced_only():
                self.found.pop()
        self._speaker.hear(sentence)
        self.found += new
        told = None if new else self._announcement(sentence, start, end, near=near)
        self._announced = told is not None or (self._announced and bool(new) and run is not None)
        self._last = (end, (new[-1].kind, new[-1].lead)) if new else (end, told)
        hits = book("prose.toml", "report").hits(sentence)
        self._report = ((start, end), hits[0]) if hits else (self._report if not new else None)

    def _run(self, start: int) -> tuple[str, Span | None] | None:
        """Kind and lead of what the sentence right before, in the same paragraph, found or said that it was found."""
        end, last = self._last
        return last if last is not None and "\n" not in self._text[end:start] else None

    def _announced_only(self) -> bool:
        """„Stwierdzono uchybienia w pracy kasy." before a sentence that tells one: only says where to look for them."""
        last = self.found[-1] if self.found else None
        if last is None or last.end > self._last[0] or "\n" in self._text[last.end : self._last[0]]:
            return False
        inside = words(self._text, last.start, last.end)
        first = next((i for i, w in enumerate(inside) if w.keys & context_words("generic_faults")), len(inside))
        others = inside[first + 1 : first + 2]
        ahead = all(w.keys & context_words("generic_words") for w in inside[:first])
        return ahead and bool(others) and others[0].form.lower() in {"w", "we", "przy", "podczas"}

    def _announcement(self, sentence: list[Word], start: int, end: int, *, near: bool) -> tuple[str, Span | None] | None:
        """„Kontrolerzy stwierdzili uchybienia." -> what the next sentences may tell one by one."""
        hit, negative = strongest(self._text, sentence)
        if hit is None or negative or not near or hit.rule.kind not in {"nonconformity", "recommendation"}:
            return None
        follows = any("następować" in w.keys for w in sentence)  # „ustalił, co następuje."
        sure = hit.rule.weight >= SURE and reported(sentence)
        if not (sure or follows) or refused(self._text, sentence, hit):
            return None
        return hit.rule.kind, (start, end)

    def _sentence(self, sentence: list[Word], start: int, end: int, *, near: bool) -> list[Finding]:
        verbless = self._verbless(sentence, start, end) or self._answer(sentence, start, end)
        if verbless or not near:
            return verbless
        speech = quoted(self._text, sentence, start, end)
        if speech is not None:
            return [self._quoted(a, b, speech[0]) for a, b in speech[1]]
        hits = book("prose.toml", "prose").hits(sentence)
        behind = findings_behind_colon(self._text, start, end, self._audits) or self._counted(sentence, start, end)
        behind = behind or self._without_noun(sentence, start, end)
        if behind:
            return behind
        for hit in sorted(hits, key=lambda h: (h.places[0], -len(h.places))):
            that = hit.rule.options["take"] == "clause"  # „zapisano, że plan nie jest znany" denies behind „że"
            said = sentence[: hit.places[-1] + 1] if that else sentence
            if negated(self._text, said, hit) or not self._subject(sentence, hit, start):
                continue
            if hit.rule.options["take"] != "sentence":
                found = self._takes.taken(sentence, hit, start, end)
                if found:
                    return found
        return self._whole(sentence, start, end)

    def _quoted(self, start: int, end: int, hit: Hit) -> Finding:
        return told_in_prose(start, end, kind_of(words(self._text, start, end), hit), None, hit.rule.id)

    def _counted(self, sentence: list[Word], start: int, end: int) -> list[Finding]:
        """„Pierwsze dotyczy szkoleń, drugie – archiwum." behind „Sformułowano dwa spostrzeżenia."."""
        told, self._told = self._told, None
        behind = behind_ordinal(sentence)
        if told and behind and "\n" not in self._text[told[0][1] : start]:
            self._told = ((told[0][0], end), told[1])
            return [
                told_in_prose(*trimmed(self._text, sentence[behind].start, end), told[1].rule.kind, told[0], told[1].rule.id)
            ]
        hit, negative = strongest(self._text, sentence)
        if hit is not None and not negative and hit.rule.kind != "none" and hit.rule.weight >= SURE:
            self._told = ((start, end), hit)
        if told is None or "\n" in self._text[told[0][1] : start] or not opens_with_ordinal(self._text, sentence):
            return []
        (lead, hit) = told
        return [told_in_prose(a, b, hit.rule.kind, lead, hit.rule.id) for a, b in counted(self._text, sentence, end)]

    def _without_noun(self, sentence: list[Word], start: int, end: int) -> list[Finding]:
        """„Dwie małe dotyczyły spisu." right behind „Auditorzy nie stwierdzili niezgodności dużych."."""
        before, named = self._noun, counts_on(self._text, sentence)
        self._noun = (end, named) if named else None
        if before is None or "\n" in self._text[before[0] : start]:
            return []
        found = counted_on(self._text, sentence, start, end, before[1])
        if found:
            self._noun = (end, before[1])  # „Jedna dotyczyła spisu. Druga dotyczyła kas."
        return found

    def _whole(self, sentence: list[Word], start: int, end: int) -> list[Finding]:
        """„Audytor każe poprawić spis.": the sentence itself is the finding."""
        for hit in book("prose.toml", "prose").hits(sentence):
            if hit.rule.options["take"] != "sentence" or not self._subject(sentence, hit, start):
                continue
            if negated(self._text, sentence, hit) or conforms(sentence):
                continue
            low, high = trimmed(self._text, start, attribution(self._text, sentence, end))
            if hit.rule.options.get("general") == "none" and is_general(self._text, sentence[hit.places[-1]].end, end):
                continue
            return self._takes.clauses_of([w for w in sentence if low <= w.start < high], hit, (low, high), None, sentence)
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
            opens = hit.places[0] <= behind_connector(sentence) and self._text[start] not in DASHES
            told = hit.rule.kind == "recommendation" or says(sentence, "fault")
            return opens and told and forms >= {"pri", "sg"}
        if "future" in forms or binds_itself(sentence, hit) or critics_speak(self._text, sentence, hit):
            return False  # „gdy kontrola wykaże nieprawidłowości" tells of none yet
        if "imps" in forms or self._speaker.silent(sentence, hit) or authority_speaks(self._text, sentence, hit.places):
            return True
        if subject == "mentioned" or has_any(verbs, context_words("telling")):
            return has_any(sentence, context_words("agents")) and not self._speaker.other(sentence, hit)
        said = sentence[: hit.places[-1] + 1] if hit.rule.options["take"] == "clause" else sentence
        return agent_speaks(said, verbs, close=self._close(start))  # „rzecznik mówi, że kontrola trwa": not the control

    def _close(self, start: int) -> bool:
        return start - self._near_end <= _CLOSE

    def _by_place(self, sentence: list[Word], hit: Hit, start: int) -> bool:
        subject = hit.rule.options["subject"]
        if subject == "after_faults":
            return 0 <= self._faults_end <= start and not self._text[self._faults_end : start].strip(" ")
        if subject in {"run", "named"}:
            named = is_auditor(sentence[min(hit.places[0] + 1, len(sentence) - 1)], self._auditors)
            return self._run(start) is not None if subject == "run" else named
        if subject == "unowned":
            return self._close(start) and not owned(sentence, hit)
        if subject == "voice":
            return self._close(start) and (has_any(sentence, context_words("agents")) or self._speaker.active)
        last = max(self._listed_end, self.found[-1].end if self.found else -1)
        if subject == "after_finding" and not 0 <= last >= start - _CLOSE:
            return False
        return subject in {"after_audit", "after_finding"} or self._close(start)

    def _answer(self, sentence: list[Word], start: int, end: int) -> list[Finding]:
        """„Brudne garnki i brak spisu." right behind „Co zobaczyły inspektorki?"."""
        question, self._question = self._question, None
        hit = asked(self._text, sentence, end) if self._close(start) else None
        if hit is not None:
            self._question = ((start, end), hit)
        if question is None or self._text[question[0][1] : start].strip(" "):
            return []
        return answered(self._text, *question, sentence, end)

    def _verbless(self, sentence: list[Word], start: int, end: int) -> list[Finding]:
        if self._report is None or "\n" in self._text[self._report[0][1] : start]:
            return []
        return verbless(self._text, sentence, end, *self._report)


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
        else:
            prose.overhear(start, end)
    return prose.found
