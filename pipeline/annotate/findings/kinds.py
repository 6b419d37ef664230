"""What a finding's own words make it: „rejestr wymaga uzupełnienia" is an observation, „brak rejestru" a nonconformity."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.annotate.findings.lexicon import context_patterns, context_words, count, polarity_of
from pipeline.annotate.findings.testimony import denied, lacks
from pipeline.values import morph
from pipeline.values.phrase import has_any, match, matches_any, words

if TYPE_CHECKING:
    from pipeline.values.phrase import Hit, Word

_DENIAL = 4
"""words; „nie są w pełni zgodne z normą" has three between"""
_ADJECTIVES = 4
"""words; „liczne i rażące nieprawidłowości" is a noun with three before it"""
_NAMED = frozenset({"uwaga", "się", "zalecenie", "rekomendacja", "wniosek", "spostrzeżenie", "obserwacja", "pokontrolny"})
_JOINS = frozenset({"i", "oraz", "a", "ale", "lecz"})
_SETTLED = frozenset({"ustalić", "ustalać", "stwierdzić"})
_AHEAD = frozenset({"być/bedzie", "=można"})
_BEEN = frozenset({"=było"})
_NOT = frozenset({"=nie", "=brak", "=braku", "=bez"})


def kind_of(sentence: list[Word], hit: Hit) -> str:
    """The rule's kind, or where it leaves it open what the words say: fault, praise, or a wish for better."""
    if hit.rule.kind != "unspecified":
        return hit.rule.kind
    counts = count(sentence)
    turned = _denied_praise(sentence)
    faults = counts["fault"] + turned + any(w.form.lower() == "nie" for w in sentence)
    if not faults and matches_any(sentence, context_patterns("improvable")):
        return "observation"
    if counts["praise"] - turned > faults:
        return "strength"
    return "nonconformity" if faults else str(hit.rule.options["default"])


def _denied_praise(sentence: list[Word]) -> int:
    """„nie jest w pełni zgodna z planem": how many words behind „nie", up to a mark or „i", would praise."""
    place = next((i for i, w in enumerate(sentence) if w.form.lower() == "nie"), len(sentence))
    found = 0
    for before, word in pairwise(sentence[place:]):
        if word.start - before.end > 1 or word.form.lower() in _JOINS:
            break
        found += "praise" in polarity_of(word)
    return found


def kind_beside(clause: list[Word], default: str) -> str:
    """„a upoważnienia należy wydać" -> recommendation: what a clause is that stands beside one whose words a rule judged."""
    if any(w.keys & context_words("orders") for w in clause):
        return "recommendation"
    counts = count(clause)
    no = denied(clause) and not counts["fault"]  # „nie jest zgodna z planem": praise that is denied
    if lacks(clause) or no or counts["fault"] > counts["praise"]:
        return "nonconformity"
    if matches_any(clause, context_patterns("improvable")):
        return "observation"
    return "strength" if counts["praise"] > counts["fault"] else default


def says(sentence: list[Word], needed: str) -> bool:
    """Whether the words blame (fault), praise (praise), or do either or wish for better (any)."""
    counts = count(sentence)
    if needed == "any":
        return (
            counts["fault"] + counts["praise"] > 0 or lacks(sentence) or matches_any(sentence, context_patterns("improvable"))
        )
    return counts[needed] > 0


def conforms(sentence: list[Word]) -> bool:
    """„system spełnia wymagania normy", not „wzór nie spełnia wymagań ustawy": conformity as such is the award, no finding."""
    for wanted in context_patterns("conformity"):
        for i in range(len(sentence)):
            if match(sentence, i, wanted) is not None and not has_any(sentence[max(0, i - _DENIAL) : i], _NOT):
                return True
    return False


def settles(before: list[Word], clause: list[Word]) -> bool:
    """„w wyniku dyskusji ustalono, że …", „że umowa będzie trwać": a decision, what is to come or may be blames nobody."""
    settled = has_any(before, _SETTLED) and has_any(before, context_words("meetings"))
    ahead = any(key.endswith("/future") or key in _AHEAD for w in clause for key in w.keys) and not has_any(clause, _BEEN)
    return settled or (ahead and not lacks(clause) and not count(clause)["fault"])


def specified(sentence: list[Word], first: int) -> bool:
    """„wykazano nieprawidłowości dotyczące spisu": what follows the participle is found, by a rule of its own."""
    behind = sentence[first : first + _ADJECTIVES]
    generic = next((i for i, w in enumerate(behind) if w.keys & context_words("generic_faults")), None)
    participles = {"dotyczyć/pact", "polegać/pact"}
    return generic is not None and any(w.keys & participles for w in sentence[first + generic + 1 :][:_ADJECTIVES])


def names(text: str, start: int, end: int) -> bool:
    """Whether an item says what was found: „liczne nieprawidłowości" does not."""
    generic = context_words("generic_faults") | context_words("generic_words")
    inside = words(text, start, end)
    place = next((i for i, w in enumerate(inside) if w.keys & context_words("generic_faults")), None)
    around = [w for i, w in enumerate(inside) if i != place and not w.keys & generic]
    if place is not None and around and all(_adjective(w) for w in around):
        return False  # „rażące zaniedbania sanitarne"
    return bool(around)


def _adjective(word: Word) -> bool:
    readings = morph.analyse(word.form.lower())
    return bool(readings) and all(r.pos in {"adj", "ppas", "pact", "adv"} for r in readings)


def is_general(text: str, start: int, end: int) -> bool:
    """„doceniono urząd w Lipnicy", „negatywnie oceniła działania starostwa": the audited body or all it did is no finding."""
    found = words(text, start, end)
    noun = next((w for w in found if any(key.endswith("/subst") for key in w.keys)), None)
    return noun is not None and bool(noun.keys & context_words("audited"))


def is_person(text: str, start: int, end: int) -> bool:
    """„wyróżniono pracowników wydziału", „doceniono Annę Kos": who is praised is no finding, „pracę wydziału" is one."""
    for word in words(text, start, end):
        readings = [r for r in morph.analyse(word.form.lower()) + morph.analyse(word.form) if r.pos in {"subst", "depr", "ger"}]
        if readings:
            return all(
                r.gender == "m1" or r.labels & {"imię", "nazwisko"}
                for r in readings
                if r.case in {"acc", "nom", "dat"} or r.labels
            )
    return False


def sums_up(text: str, start: int, end: int) -> bool:
    """„błędy w miejskiej spółce", „liczne uchybienia w szkole": faults, and of their kind only the body that made them."""
    inside = words(text, start, end)
    place = next((i for i, w in enumerate(inside) if w.keys & context_words("generic_faults")), None)
    if place is None or not all(_adjective(w) or w.keys & context_words("generic_words") for w in inside[:place]):
        return False
    behind = inside[place + 1 :]
    where = bool(behind) and behind[0].form.lower() in {"w", "we", "u"}
    nouns = [w for w in behind[1:] if any(key.endswith("/subst") for key in w.keys)]
    return not behind or (where and bool(nouns) and bool(nouns[0].keys & context_words("audited")))


def says_nothing(inside: list[Word]) -> bool:
    """„Niezgodności: nie stwierdzono", „Uwagi: brak", „- nie zgłoszono żadnych zastrzeżeń"; not „nie zgłoszono umów"."""
    forms = [w.form.lower() for w in inside]
    denied = len(forms) > 1 and forms[0] == "nie" and bool(inside[1].keys & (context_words("establishing") | {"dotyczyć"}))
    if not denied and forms[:1] not in (["brak"], ["żadnych"], ["bez"], []):
        return False
    generic = context_words("generic_faults") | context_words("generic_words") | _NAMED
    return all(w.keys & generic for w in inside[2 if denied else 1 :])
