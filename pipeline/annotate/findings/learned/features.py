"""Features of a candidate: what governs it, what it is made of, who speaks, and what stands around its sentence."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from pipeline.annotate.findings.kinds import conforms
from pipeline.annotate.findings.learned.words import marks, of
from pipeline.annotate.findings.lexicon import context_words, count
from pipeline.annotate.findings.testimony import lacks
from pipeline.values.phrase import cases, has_any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.annotate.findings.audits import AuditWords
    from pipeline.annotate.findings.learned.candidates import Candidate
    from pipeline.annotate.findings.learned.surroundings import Surroundings
    from pipeline.annotate.findings.learned.voice import Known, Spans, Voices
    from pipeline.values.enumeration import Span
    from pipeline.values.phrase import Word

CLOSE = 250
"""characters before a sentence in which an audit is close; about two sentences of news"""
NEAR = 700
"""characters before a sentence in which an audit is near; about two paragraphs of news"""
BEHIND = 200
"""characters behind a sentence in which an audit may be named after what it found"""
_BEFORE, _AFTER = 200, 120
"""characters around a sentence whose classes of words count"""
_DISTANCES = (1, 2, 3, 5, 8, 15)
_LENGTHS = (1, 2, 3, 5, 8, 12, 20)
_SHARES = (2, 4, 6, 8, 9)
_WINDOW = 8
"""words before a candidate whose lemmas count"""
_INSIDE = ("agents", "audited", "generic_faults", "core", "public", "modal", "meetings", "conditional", "remedies")
_SENTENCE = ("critics", "guests", "authorities", "conditional", "meetings", "motions", "public", "modal")
_MAX_SPANS = 4
_COLONS = ",;:–—("


def _bucket(number: int, steps: tuple[int, ...]) -> str:
    return str(steps[bisect_left(steps, number)]) if number <= steps[-1] else "more"


def _yes(**told: bool) -> list[str]:
    return [name for name, value in told.items() if value]


def near_audit(text: str, start: int, end: int, audits: AuditWords) -> bool:
    """Whether an audit is named near enough that a sentence may tell what it found."""
    title = max(text.find("\n"), 0)
    return audits.core_in(start - NEAR, end + BEHIND) or audits.core_in(0, title) or audits.around(start, end, "near")


def of_sentence(text: str, sentence: list[Word], span: Span, audits: AuditWords, around: Surroundings) -> list[str]:
    """Features that all candidates of a sentence share.

    Args:
        text: the article.
        sentence: the sentence's words.
        span: the sentence's characters.
        audits: where the text names audits.
        around: the words of the text.
    """
    start, end = span
    title = max(text.find("\n"), 0)
    agents = [w for w in sentence if w.keys & context_words("agents")]
    keys = {key for w in sentence for key in w.keys}
    found = _yes(
        audit_in=audits.core_in(start, end),
        audit_close=audits.core_in(start - CLOSE, start),
        audit_near=audits.core_in(start - NEAR, start),
        audit_title=audits.core_in(0, title),
        audit_behind=audits.behind(end),
        in_title=end <= title,
        verbless=not any(marks(w).finite for w in sentence),
        agent=bool(agents),
        agent_acts=any("nom" in cases(w.form) or w.form.isupper() for w in agents),
        future=any(key.endswith("/future") or key == "być/bedzie" for key in keys),
        first_person="/pri" in keys,
        ours=any(w.form.lower().endswith("śmy") for w in sentence),
        told_to=any(key.endswith("/impt") for w in sentence[:2] for key in w.keys),
        impersonal=any(key.endswith("/imps") for key in keys),
        new_line="\n" in text[max(0, start - 3) : start],
    )
    found += of("ends", [text[end - 1] if not text[end - 1].isalnum() else "word"])
    found += of("sentence", [name for name in _SENTENCE if has_any(sentence, context_words(name))])
    for name, told in (("before", around.between(start - _BEFORE, start)), ("after", around.between(end, end + _AFTER))):
        found += [f for w in told for f in (*of(f"{name}:class", marks(w).classes), *of(f"{name}:says", marks(w).polarity))]
    return found


def summary(sentence: list[Word]) -> list[str]:
    """What the next sentence knows of this one."""
    found = [f"last:{name}" for name, number in count(sentence).items() if number]
    return [
        *found,
        *(["last:lacks"] if lacks(sentence) else []),
        *(
            f"last:{name}"
            for name in ("agents", "generic_faults", "finding_verbs", "core")
            if has_any(sentence, context_words(name))
        ),
    ]


def _crossed(name: str, values: Sequence[str], forms: list[str]) -> list[str]:
    """„verb=chwalić", „verb=chwalić:chain:acc": values alone and with the candidate's form."""
    alone = of(name, values)
    return [*alone, *(f"{a}:{form}" for a in alone for form in forms)]


def of_candidate(text: str, sentence: list[Word], span: Span, candidate: Candidate, known: Known) -> list[str]:
    """Features of one candidate: names, each at most once of weight.

    Args:
        text: the article.
        sentence: the words of its sentence.
        span: the sentence's characters.
        candidate: the candidate.
        known: who is the subject of the sentence's verbs, and what is known of its spans.
    """
    start, end = span
    voices, spans = known
    forms = [f"{candidate.form}:{case}" for case in candidate.cases] or [candidate.form]
    number = str(min(len(candidate.spans), _MAX_SPANS))
    found = [*of("form", forms), f"spans={number}", *(f"form+spans={form}{number}" for form in forms)]
    found += _governed(text, sentence, candidate, forms, voices)
    found += _preceded(text, sentence, candidate)
    found += _followed(sentence, candidate, forms, voices)
    found += _made_of(text, candidate, spans)
    found += spans.about(candidate)
    low, high = candidate.spans[0][0], candidate.spans[-1][1]
    share = 10 * sum(b - a for a, b in candidate.spans) // max(1, end - start)
    found += _yes(to_end=high >= end - 2, from_start=low <= start + 1, behind_colon=":" in text[start:low])
    return [*found, f"share={_bucket(share, _SHARES)}"]


def _voiced(name: str, voices: Voices, place: int, forms: list[str]) -> list[str]:
    """„verb:voice=agent": who is the subject of a verb."""
    return _crossed(f"{name}:voice", voices.of(place), forms)


def _governed(text: str, sentence: list[Word], candidate: Candidate, forms: list[str], voices: Voices) -> list[str]:
    """„chwalili | ład": the nearest verb and noun before the candidate."""
    i = candidate.first
    verb = next((j for j in range(i - 1, -1, -1) if marks(sentence[j]).verbal), None)
    noun = next((j for j in range(i - 1, -1, -1) if marks(sentence[j]).noun), None)
    found = ["verb:none"] if verb is None else [f"verb:far={_bucket(i - verb, _DISTANCES)}"]
    if verb is not None:
        told = marks(sentence[verb])
        gap = text[sentence[verb].end : sentence[i].start]
        found += _crossed("verb", told.lemmas, forms) + _crossed("verb:class", told.classes, forms)
        found += [*of("verb:part", told.parts), *of("verb:says", told.polarity), *_voiced("verb", voices, verb, forms)]
        denies = verb > 0 and sentence[verb - 1].form.lower() == "nie"
        found += _yes(verb_denied=denies, verb_of_clause=not any(c in gap for c in _COLONS))
    if noun is not None:
        named = marks(sentence[noun])
        found += [f"noun:far={_bucket(i - noun, _DISTANCES)}", *of("noun", named.lemmas)]
        found += _crossed("noun:class", named.classes, forms)
    first = voices.first()
    return found + (_voiced("first", voices, first, forms) if first is not None else [])


def _preceded(text: str, sentence: list[Word], candidate: Candidate) -> list[str]:
    """The words right before the candidate, and the classes of all words before it."""
    i = candidate.first
    found = [f"at={_bucket(i, (0, 1, 3, 6, 10))}"]
    gap = text[sentence[i - 1].end : candidate.spans[0][0]].strip() if i else "^"
    found.append(f"gap={gap[:3]}")
    for distance in (1, 2, 3):
        if i < distance:
            found.append(f"back{distance}=^")
            continue
        near = marks(sentence[i - distance])
        found += of(f"back{distance}", near.lemmas) + of(f"back{distance}:part", near.parts)
        found += of(f"back{distance}:class", near.classes)
    before = [marks(w) for w in sentence[:i]]
    found += [f for m in before[-_WINDOW:] for f in (*of("ahead", m.lemmas), *of("ahead:stem", m.stem))]
    found += [f for m in before for f in (*of("ahead:class", m.classes), *of("ahead:says", m.polarity))]
    return found + _yes(ahead_denied=any(w.form.lower() == "nie" for w in sentence[:i]))


def _followed(sentence: list[Word], candidate: Candidate, forms: list[str], voices: Voices) -> list[str]:
    """„ład | podobał się kontrolerom": the words behind the candidate, and the next verb."""
    end = candidate.spans[-1][1]
    behind = [i for i, w in enumerate(sentence) if w.start >= end]
    found = [f"behind={_bucket(len(behind), (0, 1, 2, 4, 8))}"]
    for near in (marks(sentence[i]) for i in behind[:3]):
        found += of("behind", near.lemmas) + of("behind:class", near.classes) + of("behind:part", near.parts)
        found += of("behind:stem", near.stem)
    verb = next((i for i in behind if marks(sentence[i]).finite), None)
    if verb is not None:
        told = marks(sentence[verb])
        found += ["behind:verb", *of("next", told.lemmas), *_crossed("next:class", told.classes, forms)]
        found += _voiced("next", voices, verb, forms)
    return found


def _made_of(text: str, candidate: Candidate, spans: Spans) -> list[str]:
    """The words of the candidate itself: what blames, praises, lacks, and how each span opens."""
    facts = [spans.of(span) for span in candidate.spans]
    every = [w for fact in facts for w in fact.inside]
    found = [f"says={name}" for name in ("fault", "praise", "advice") if any(f.counts[name] for f in facts)]
    found += [f"all_say={name}" for name in ("fault", "praise", "advice") if all(f.counts[name] for f in facts)]
    found += _yes(
        lacks=any(f.lacks for f in facts),
        denies=any(f.denied for f in facts),
        tells_to=all(f.tells_to for f in facts),
        conforms=conforms(every),
        with_verb=any(f.finite for f in facts),
        all_with_verb=all(f.finite for f in facts),
        digits=any(c.isdigit() for a, b in candidate.spans for c in text[a:b]),
        names=any(w.form[0].isupper() for w in every[1:]),
    )
    found += of("inside:class", [name for name in _INSIDE if has_any(every, context_words(name))])
    sizes = [len(f.inside) for f in facts]
    found += [f"shortest={_bucket(min(sizes), _LENGTHS)}", f"longest={_bucket(max(sizes), _LENGTHS)}"]
    return [*found, *(name for f in facts for name in f.features)]
