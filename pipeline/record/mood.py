"""„nie zostanie przyznany", „kończyła się ważność": what negation, tense, mood and subordination make of a verb's meaning."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.record.clauses import is_finite
from pipeline.record.vocabulary import words_of
from pipeline.values import morph
from pipeline.values.phrase import has_any

if TYPE_CHECKING:
    from pipeline.record.clauses import Clause
    from pipeline.values.phrase import Hit, Word

NEGATION = 2
"""words; „nie" at most this far before the verb negates it („nie został przyznany")"""
_AUXILIARY = 4
"""words between „został" and its participle: „został wczoraj uroczyście wręczony" has two"""
_AIM = 2
"""words before a verbal noun in which „do" and „w celu" stand"""
_AUX = frozenset({"zostać", "zostawać", "być"})
_BE = frozenset({"być/bedzie"})
_VERBAL = ("/v", "/ppas", "/inf", "/ger", "/imps", "/act")
_NEGATED = {"renewed": "lapsed", "maintained": "lapsed", "lapsed": "maintained"}
_TO_COME = {
    "awarded": "planned",
    "lapsed": "held",
    "audit_planned": "audit_planned",
    "held": "held",
    "planned": "planned",
    "ending": "ending",
    "passed": "planned",
    "surveillance": "held",
    "renewal_audit": "held",
}
_WISHED = {
    "awarded": "planned",
    "planned": "planned",
    "audit_planned": "audit_planned",
    "held": "held",
    "lapsed": "lapsed",
    "ending": "held",
    "passed": "planned",
}
UNREAL: dict[str, dict[str, str]] = {"condition": {}, "purpose": {"awarded": "planned"}}
"""what a clause of condition or purpose tells: „aby uzyskać certyfikat" of a plan, „gdyby uzyskał" of nothing"""


def verb_of(words: list[Word], hit: Hit) -> int:
    """The place of the hit's verb, else of its first word."""
    return next((p for p in hit.places if any(k.endswith(_VERBAL) for k in words[p].keys)), hit.places[0])


def is_attributive(words: list[Word], place: int, *, verbless: bool) -> bool:
    """„certyfikat [wydany] w 2009 r." beside another verb; in a headline the participle is the verb."""
    word = words[place]
    participle = any(k.endswith("/ppas") for k in word.keys) and "/v" not in word.keys
    return participle and not verbless and not _has_auxiliary(words, place)


def is_behind(words: list[Word], place: int) -> bool:
    """„kontrola [po] odnowieniu certyfikatu", „[od] uzyskania": a noun that only says when something else happened."""
    happens = _is_noun(words[place]) and "raz" not in words[place].keys
    return happens and any(w.form.lower() in _THEN for w in words[max(0, place - 1) : place])


_THEN = frozenset({"po", "od", "przed", "sprzed"})


def is_to_come(words: list[Word], place: int) -> bool:
    """„przyznamy", „zostanie przyznany", „będzie przyznawany", „trzeba przejść"."""
    near = words[max(0, place - _AUXILIARY) : place + _AUXILIARY]
    if any("zostać/future" in w.keys for w in near) or has_any(words, _BE):
        return True
    if any(k.endswith("/future") for k in words[place].keys) or has_any(words, words_of("mood", "necessity")):
        return True
    finite = [w for w in words if is_finite(w)]
    return bool(finite) and all(any(k.endswith("/future") for k in w.keys) for w in finite)


def kind_of(clause: Clause, hit: Hit, place: int) -> str | None:
    """The hit's kind after negation, tense, mood and subordination; None where it tells of nothing that happened.

    Args:
        clause: the hit's clause.
        hit: a rule of ``statuses.toml`` that the clause matches.
        place: its verb, see ``verb_of``.
    """
    kind, words = hit.rule.kind, clause.words
    if kind == "none":
        return None
    decided = bool(hit.rule.options.get("negated"))
    if not decided and _is_negated(words, hit, place):
        return hit.rule.options.get("denied") or _not_yet(words, kind) or _NEGATED.get(kind)
    if hit.rule.options.get("timeless") or kind == "planned":
        return kind
    unreal = kind != "held" or any(w.form.lower() == "gdyby" for w in words[:2])
    if clause.kind in UNREAL and unreal and not is_attributive(words, place, verbless=False):
        return UNREAL[clause.kind].get(kind)
    if kind == "lapsed":
        kind = _ending(words, place) or kind
    return kind if decided and is_finite(words[place]) else _as_it_happened(kind, words, place)


def _is_supposed(words: list[Word], place: int) -> bool:
    """„odnowienie kosztowałoby", „przejście wymagałoby szkoleń": the verb's own mood, or a noun's under no other verb."""
    if is_finite(words[place]):
        return is_conditional(words[place].form.lower())
    finite = [w for w in words if is_finite(w)]
    return bool(finite) and all(is_conditional(w.form.lower()) for w in finite)


@lru_cache(maxsize=10_000)
def is_conditional(form: str) -> bool:
    """„wymagałoby", „otrzymalibyśmy": a past form with the particle „by" and its endings."""
    found = _CONDITIONAL.fullmatch(form)
    return found is not None and past(form[: found.start(1)]) is not None and past(form) is not None


_CONDITIONAL = re.compile(r"[a-ząćęłńóśźż]+?(by(?:m|ś|śmy|ście)?)")
_HAPPENING = frozenset({"awarded", "renewed", "surveillance", "renewal_audit", "audited", "passed"})
"""kinds that tell of an event; the others may stand under a condition („mielibyśmy" is caught by its clause)"""


def is_done(word: Word) -> bool:
    """„przyszedł", „wręczono", not „leżał", „leży", „przyjdzie"."""
    return is_finite(word) and past(word.form.lower()) == "perf"


@lru_cache(maxsize=10_000)
def past(form: str) -> str | None:
    """„otrzymał" -> "perf", „kończyła" -> "imperf"; None for what is no past tense, or one of either aspect."""
    tags = [set(r.tag.split(":")) for r in morph.analyse(form) if r.pos in {"praet", "imps"}]
    aspects = {aspect for t in tags for aspect in ("perf", "imperf") if aspect in t}
    return aspects.pop() if len(aspects) == 1 else None


def _ending(words: list[Word], place: int) -> str | None:
    """„Certyfikat traci ważność 15.09.2024" is held, „Kończyła się ważność certyfikatu" leads up to what came of it."""
    if not words[place].keys & words_of("mood", "expiring"):
        return None
    return "ending" if past(words[place].form.lower()) == "imperf" else "held"


def _as_it_happened(kind: str, words: list[Word], place: int) -> str | None:
    """The kind after tense and mood: „zostanie przyznany" is a plan, „warto mieć" nothing, „mieliśmy od lat" no news."""
    needed = has_any(words, words_of("mood", "necessity"))
    if kind in {"held", "lapsed"} and needed and any(k.endswith("/inf") for k in words[place].keys):
        return None
    threat = kind == "lapsed" and _is_threat(words, place)
    if threat or (kind == "lapsed" and _is_noun(words[place])):
        return "held" if threat else kind
    if kind == "held" and not has_any(words, _CERTIFICATE) and past(words[place].form.lower()) == "imperf":
        return None
    aimed = _is_aimed(words, place)
    if (aimed or is_to_come(words, place)) and not is_attributive(words, place, verbless=False):
        return _TO_COME.get(kind)
    return _WISHED.get(kind) if _is_wished(words, place) else _unless_supposed(kind, words, place)


def _unless_supposed(kind: str, words: list[Word], place: int) -> str | None:
    """„odnowienie kosztowałoby 17 tysięcy": what would have to happen first did not."""
    if kind in _HAPPENING and not is_attributive(words, place, verbless=False) and _is_supposed(words, place):
        return None
    return "audited" if kind == "audit_planned" else kind


def _is_threat(words: list[Word], place: int) -> bool:
    """„grozi utrata", „może zostać zawieszony": a loss that may come leaves the certificate where it is."""
    if _is_noun(words[place]):
        return has_any(words, words_of("mood", "threat"))
    return has_any(words[max(0, place - _AUXILIARY) : place], _MAY)


_CERTIFICATE = frozenset({"@cert"})
_MAY = frozenset({"móc"})


def _is_noun(word: Word) -> bool:
    """„utrata", „uzyskanie": a noun of something that happens."""
    return "/v" not in word.keys and any(k.endswith(("/subst", "/ger")) for k in word.keys)


def _is_aimed(words: list[Word], place: int) -> bool:
    """„mają doprowadzić [do] nadania", „w [celu] uzyskania"; „przyczynili się do uzyskania" has happened."""
    if not _is_noun(words[place]):
        return False
    before = words[max(0, place - _AIM) : place]
    led = any(is_done(w) for w in words)
    return not led and has_any(before, words_of("mood", "aim"))


def _not_yet(words: list[Word], kind: str) -> str | None:
    """„jeszcze nie ma", „na razie nie przyznano": what is not there yet is wanted."""
    yet = {w.form.lower() for w in words} & words_of("mood", "not_yet")
    return "planned" if (kind == "awarded" and yet) or (kind == "held" and "jeszcze" in yet) else None


def _is_negated(words: list[Word], hit: Hit, verb: int) -> bool:
    """„nie otrzymał", „nie został przyznany", „nie zamierzamy występować"."""
    modal = []
    if any(k.endswith("/inf") for k in words[verb].keys):
        modal = [i for i, w in enumerate(words[:verb]) if is_finite(w) and w.keys & words_of("mood", "possible")]
    for place in [*hit.places, *modal]:
        if not any(k.endswith(_VERBAL) for k in words[place].keys):
            continue
        before = [w.form.lower() for w in words[max(0, place - NEGATION) : place + 1]]
        if "nie" in before and before[before.index("nie") + 1 :][:1] != ["tylko"]:
            return True
    return False


def _has_auxiliary(words: list[Word], place: int) -> bool:
    """„został … wydany", „wydany został": the participle is the clause's verb."""
    before = words[max(0, place - _AUXILIARY) : place]
    cut = max((i for i, w in enumerate(before) if any(k.endswith("/ppas") for k in w.keys)), default=-1)
    return has_any([*before[cut + 1 :], *words[place + 1 : place + 2]], _AUX)


def _is_wished(words: list[Word], place: int) -> bool:
    """„mogłaby uzyskać", „chce utrzymać": an infinitive that depends on a modal verb; „może się szczycić" has."""
    if not any(k.endswith("/inf") for k in words[place].keys) or has_any(words, words_of("mood", "managed")):
        return False
    if words[place].keys & words_of("mood", "possessing") and any(w.form.lower() in _CAN for w in words):
        return False
    return has_any(words, words_of("mood", "possible"))


_CAN = frozenset({"może", "mogą", "możemy", "mógł", "mogła", "mogło"})
