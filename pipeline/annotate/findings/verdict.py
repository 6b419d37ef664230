"""Whether a list is findings and of what kind: „zwrócili uwagę na: …" is, „Audytem objęto: …" is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.findings.clauses import opens_purpose
from pipeline.annotate.findings.lexicon import book, context_patterns, context_words
from pipeline.annotate.findings.speaker import critics_speak, somebody_else
from pipeline.annotate.findings.testimony import lacks
from pipeline.values import morph
from pipeline.values.enumeration import sentence_before
from pipeline.values.phrase import Hit, has_any, matches_any, words

if TYPE_CHECKING:
    from pipeline.annotate.findings.audits import AuditWords
    from pipeline.annotate.findings.testimony import Testimony
    from pipeline.values.enumeration import Enumeration
    from pipeline.values.phrase import Word

_REASON = 4
"""words; „w związku z powyższymi istotnymi uchybieniami" has four between"""
_FOUND = frozenset({"strength", "nonconformity", "observation"})
"""kinds of what an audit found; a recommendation speaks of what is to come"""
_FAULTY = frozenset({"nonconformity", "observation", "unspecified"})
"""kinds of leads that items which blame bear out"""
_ASKING = frozenset({"prosić", "poprosić"})
SURE = 3
"""weight of the rules that also count where the lead is a whole sentence"""


class Verdict(NamedTuple):
    """„nonconformity" by the rule „finding.lead.faults"; kind "none" says that the list is not findings."""

    kind: str
    rule: str


def negated(text: str, sentence: list[Word], hit: Hit) -> bool:
    """„nie stwierdzono uchybień", „bez zastrzeżeń": whether the words of a hit stand under a negation."""
    first = hit.places[0]
    if first and sentence[first - 1].form.lower() in context_words("without"):
        return True
    low, high = first, hit.places[-1]
    while low > 0 and not _parted(text, sentence, low):
        low -= 1
    while high + 1 < len(sentence) and not _parted(text, sentence, high + 1):
        high += 1
    return any(
        sentence[i].form.lower() == "nie" and sentence[i + 1].keys & context_words("establishing")
        for i in range(low, min(high, len(sentence) - 1))
    )


def _parted(text: str, sentence: list[Word], i: int) -> bool:
    """Whether a new clause begins with word ``i``."""
    gap = text[sentence[i - 1].end : sentence[i].start]
    return any(c in gap for c in ",;:–") or bool(sentence[i].keys & context_words("breaks"))


def to_come(sentence: list[Word], hit: Hit) -> bool:
    """„prace zostaną ocenione negatywnie, gdy …", „jeśli kontrola wykaże …": nothing was found yet."""
    low, high = hit.places[0], hit.places[-1]
    ahead = any(key.endswith("/future") or key == "być/bedzie" for w in sentence[max(0, low - 2) : high + 1] for key in w.keys)
    return ahead or any(w.form.lower() in context_words("conditional") for w in sentence)


def strongest(text: str, sentence: list[Word]) -> tuple[Hit | None, bool]:
    """The hit that decides what a lead introduces, and whether it is negated."""
    hits = book("leads.toml", "lead").hits(sentence)
    if not hits:
        return None, False
    turn = _turn(text, sentence)
    hits = [h for h in hits if h.places[-1] >= turn] or hits
    hits = [h for h in hits if not _ground(sentence, h)] or hits
    best = max(hits, key=_weight)
    while best.rule.kind != "none" and negated(text, sentence, best):
        later = [h for h in hits if h.places[0] > best.places[-1]]
        if not later:
            return best, True
        best = max(later, key=_weight)  # „nie stwierdzono niezgodności, zaproponowano natomiast: …"
    return best, False


def _ground(sentence: list[Word], hit: Hit) -> bool:
    """„w związku ze stwierdzonymi uchybieniami wnoszę o": whether the words of a hit only say why something is listed."""
    before = sentence[max(0, hit.places[0] - _REASON) : hit.places[0]]
    if "/v" in sentence[hit.places[0]].keys:
        return False
    if hit.places[-1] == len(sentence) - 1 and any(w.form.lower() in context_words("despite") for w in before):
        return False  # „oceniono pozytywnie mimo stwierdzonych usterek: …"
    return any(w.form.lower() in context_words("grounds") for w in before) and not any("/v" in w.keys for w in before)


def _turn(text: str, sentence: list[Word]) -> int:
    """„… ocenił wysoko, odnotował jednak: …" -> the place of „odnotował"; 0 where nothing turns."""
    places = [i for i, w in enumerate(sentence) if w.form.lower() in context_words("turns")]
    low = places[-1] if places else 0
    while low > 0 and not any(c in text[sentence[low - 1].end : sentence[low].start] for c in ",;–"):
        low -= 1
    return low


def _weight(hit: Hit) -> tuple[int, int, bool]:
    return hit.rule.weight, hit.places[-1], hit.rule.kind == "none"


def _announces(text: str, sentence: list[Word], end: int, hit: Hit) -> bool:
    """„… z powodu niezgodności wymienionych poniżej.", „Co docenili audytorzy?": a whole sentence that a list follows."""
    asked = text[end - 1] == "?" and has_any(sentence, context_words("agents"))
    pointed = ":" in text[sentence[0].start : end] or has_any(sentence, context_words("announcing"))
    follows = any("następować" in w.keys for w in sentence)  # „ustalono, co następuje."
    return follows or (hit.rule.weight >= SURE and (asked or pointed))


def by_lead(text: str, enumeration: Enumeration, audits: AuditWords, items: Testimony) -> Verdict | None:
    """What the leads say, the nearest first; None where none of them says anything."""
    for start, end in reversed(enumeration.leads):
        sentence = words(text, start, end)
        hit, negative = strongest(text, sentence)
        if (hit is None or hit.rule.weight < SURE) and _points_back(sentence):
            sentence = words(text, *sentence_before(text, start))
            hit, negative = strongest(text, sentence)
        if hit is None:
            continue
        if hit.rule.kind == "none":
            if enumeration.level > 1 and (start, end) != enumeration.leads[0] and _names_part(sentence, hit):
                continue
            return Verdict("none", hit.rule.id)
        if text[end - 1] in ".!?" and not _announces(text, sentence, end, hit):
            continue  # a whole sentence before the list, not the list's lead
        sure = hit.rule.weight >= SURE or _first_person(sentence, hit)
        near = audits.near(enumeration, hit.rule.options["context"]) or (sure and audits.after(enumeration))
        audited = near or _audited(sentence, hit, items, certified=audits.certified(enumeration)) or _formal(text, enumeration)
        no = "list.negated" if negative else refused(text, sentence, hit) or _denied(sentence, hit, items)
        if no is None and not audited:
            no = "list.no_audit"
        kind = "nonconformity" if hit.rule.kind == "unspecified" and lacks(sentence) else hit.rule.kind
        if items.of_advice and items.blamed * 2 <= items.items:
            kind = hit.rule.options.get("lean", kind)
        return Verdict("none", no) if no else Verdict(kind, hit.rule.id)
    return None


def _first_person(sentence: list[Word], hit: Hit) -> bool:
    """„Zobowiązuję Panią Dyrektor do: …": the one who signs a letter tells somebody to do something."""
    verb = sentence[hit.places[0]]
    return hit.rule.kind == "recommendation" and "/pri" in verb.keys and verb.form.lower().endswith("ę")


def _names_part(sentence: list[Word], hit: Hit) -> bool:
    """„2. Wydział Inwestycji:" over a deeper list: says to what part of the office the findings belong, not what is listed."""
    return hit.rule.weight < SURE and not any("/v" in w.keys for w in sentence)


def borne_out(sentence: list[Word], hit: Hit, items: Testimony) -> bool:
    """Whether the items, or who speaks, bear out what words that may introduce anything seem to say."""
    needs = hit.rule.options.get("needs")
    if lacks(sentence):
        return True  # „zapisano, że spółka nie zapewniła: …"
    if needs == "agent":
        return has_any(sentence, context_words("agents"))
    borne_out = {"judging_items": items.of_judgements, "some_judgement": items.judging, "told_to": items.of_advice}
    return needs is None or borne_out.get(needs, True)


def _dative_plural(word: Word) -> bool:
    return any(r.case == "dat" and r.number == "pl" for r in morph.analyse(word.form.lower()))


def _plural(word: Word) -> bool:
    return any(r.case == "acc" and r.number == "pl" for r in morph.analyse(word.form.lower()))


def _points_back(sentence: list[Word]) -> bool:
    """„Są to:", „Dotyczą one:": the lead says nothing itself, the sentence before it does."""
    return bool(sentence) and all(w.keys & context_words("pointing_back") for w in sentence)


def refused(text: str, sentence: list[Word], hit: Hit) -> str | None:
    """The rule by which words that could introduce findings do not: advice to the reader, what is to come, who else speaks."""
    if any(key.endswith("/impt") for p in hit.places for key in sentence[p].keys):
        return "list.reader"  # „przed zakupem zwróć uwagę na:"
    if hit.rule.kind in _FOUND and to_come(sentence, hit):
        return "list.to_come"
    if critics_speak(text, sentence, hit):
        return "list.critics"
    follows = hit.rule.kind in {"recommendation", "nonconformity"} and has_any(sentence, context_words("core"))
    if not follows and somebody_else(
        text, sentence, hit
    ):  # „Po kontroli wójt zalecił dyrektorowi: …" are findings all the same
        return "list.other_speaker"
    return None


def _denied(sentence: list[Word], hit: Hit, items: Testimony) -> str | None:
    """The rule by which the items belie the lead: neutral ones, advice to the public, deeds."""
    if not borne_out(sentence, hit, items):
        return "list.neutral"
    asked = has_any(sentence, _ASKING)  # „proszę mieszkańców o: …"
    public = any(w.keys & context_words("public") and (_dative_plural(w) or (asked and _plural(w))) for w in sentence)
    if hit.rule.kind == "recommendation" and public:
        return "list.public"  # „uczniom zalecono: …"
    if hit.rule.weight < SURE and items.figures * 2 > items.items:
        return "list.figures"  # „wykryto: wady wzroku – 22 dzieci"
    wished = any(opens_purpose(w) for w in sentence)  # „zaleciła, by dyrekcja: zmieniła …"
    deeds = (items.of_deeds and not wished) or _ours(sentence)
    return "list.deeds" if hit.rule.kind == "recommendation" and deeds else None


def _ours(sentence: list[Word]) -> bool:
    """„po sugestiach auditorów wprowadziliśmy: …", not „otrzymaliśmy zalecenia"."""
    own = [w for w in sentence if w.form.lower().endswith("śmy") and any(key.endswith("/praet") for key in w.keys)]
    return bool(own) and not has_any(own, context_words("receiving"))


def _formal(text: str, enumeration: Enumeration) -> bool:
    """„Przedstawiając powyższe, wnoszę o: …": whether a lead, or the sentence before it, is what only such letters say."""
    spans = [*enumeration.leads, sentence_before(text, enumeration.leads[-1][0])]
    return any(matches_any(words(text, *span), context_patterns("formulas")) for span in spans)


def _audited(sentence: list[Word], hit: Hit, items: Testimony, *, certified: bool) -> bool:
    """Whether an audit is meant though none is named: a formula of control letters, or faults that are reported as found."""
    if certified and hit.rule.weight >= SURE and hit.rule.kind == "nonconformity" and items.of_faults:
        return True
    if items.of_faults and matches_any(sentence, context_patterns("reported_faults")):
        return True
    reported = [w for w in sentence if w.keys & context_words("reporting")]
    agent = has_any(sentence, context_words("agents"))
    official = any(key.endswith("/imps") for w in reported for key in w.keys) or (agent and bool(reported))
    return official and hit.rule.kind in _FAULTY and items.of_faults


def by_items(text: str, enumeration: Enumeration, audits: AuditWords, items: Testimony) -> Verdict | None:
    """„W dziale kadr: nie prowadzono akt, brak umów": items that tell faults near an audit, where no lead speaks."""
    if not enumeration.leads or not items.of_faults or not audits.near(enumeration, "near"):
        return None
    start, end = enumeration.leads[-1]
    sentence = words(text, start, end)
    if text[end - 1] in ".!?" or has_any(sentence, context_words("conditional") | context_words("modal")):
        return None
    if any("/v" in w.keys and "być" not in w.keys and not any(key.endswith("/imps") for key in w.keys) for w in sentence):
        return None  # „kierowca wymienia: …": somebody tells something of his own
    return Verdict("nonconformity", "finding.items.faults")
