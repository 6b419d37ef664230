"""„ISO 9001 … dokument … go … którym": the words of a passage that mean a certificate or a standard."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from pipeline.record.clauses import has_object, is_finite
from pipeline.record.vocabulary import data, words_of
from pipeline.values import morph
from pipeline.values.phrase import has_any

if TYPE_CHECKING:
    from pipeline.record.clauses import Clause
    from pipeline.record.passages import Passage
    from pipeline.values.phrase import Word

CERT, NORM, AGAIN, _FIRST = "@cert", "@norm", "@again", "@first"
_NUMBERS = ("sg", "pl")
_OPENING = 3
"""words among which the relative pronoun of a clause stands: „na mocy którego" has it third"""


def _with(word: Word, key: str) -> Word:
    return word._replace(keys=word.keys | {key})


def mark(passage: Passage, *, known: bool, near: bool) -> None:
    """Adds "@cert" to words that mean a certificate, "@norm" to those of a standard.

    Args:
        passage: its words are replaced.
        known: whether the article spoke of a certificate before, so that „dokument" can be one.
        near: whether the passage before this one did, so that „go" can be one.
    """
    nouns = words_of("reference", "nouns")
    others, pronouns = words_of("reference", "other_nouns"), words_of("reference", "pronouns")
    spans = [(m.start, m.end) for m in passage.of("standards")]
    seen = near
    _forget_names(passage)
    for i, word in enumerate(passage.words):
        if seen and (_stands_for_it(passage.words, i) or _is_counted(passage.words, i)):
            passage.words[i] = _with(word, CERT)
            continue
        alone = seen and not _qualifies(word, passage.words[i + 1 : i + 3])
        if alone and word.keys & words_of("reference", "ellipsis") and not _is_quite(passage.words[max(0, i - 1) : i]):
            passage.words[i] = _with(word, AGAIN)
        elif alone and (word.keys & words_of("reference", "former") or _is_own(passage.words, i)):
            passage.words[i] = _with(word, CERT)
        elif alone and (_is_given(passage, i) or (i == 0 and word.form.lower() in _CURRENT)):
            counted = "pierwszy" not in word.keys or has_any(passage.words[i + 1 : i + 2], words_of("reference", "issuing"))
            passage.words[i] = _with(word, CERT) if counted else _with(_with(word, CERT), _FIRST)
        elif (
            word.keys & nouns
            or (word.keys & others and (known or seen or _names(passage.words[i + 1 : i + 1 + _NAMED], spans)))
            or (seen and word.form.lower() in pronouns and not _other_thing(passage, i))
        ):
            passage.words[i] = _with(word, CERT)
            seen = True
        elif word.keys & {"iso", "pn", "emas"} or any(s <= word.start < e for s, e in spans):
            passage.words[i] = _with(word, NORM)


def _names(following: list[Word], spans: list[tuple[int, int]]) -> bool:
    """„dokument [na ISO 14001]", „dokument [zgodności z ISO 9001]": a paper that a standard stands behind."""
    pairs = pairwise(following)
    return any(a.form.lower() in _TIES and any(s <= b.start < e for s, e in spans) for a, b in pairs)


_TIES = frozenset({"na", "z", "według", "wg"})
_NAMED = 5
"""words behind „dokument" among which its standard begins: „dokument, pierwszy raz według ISO 9001" has four"""


def _is_given(passage: Passage, index: int) -> bool:
    """„[Pierwszy] dostaliśmy w 2007 roku", „[Najnowszy] wydał ISOCERT": an ordinal as the object of a verb of giving."""
    word, following = passage.words[index], passage.words[index + 1 :]
    ordinal = word.keys & _ORDINALS or word.form.lower() in _CURRENT
    given = bool(following) and is_finite(following[0]) and following[0].keys & _given()
    return bool(ordinal and given) and not has_object(following)


_CURRENT = frozenset({"najnowszy", "obecny", "aktualny", "bieżący", "najświeższy"})


@lru_cache(maxsize=1)
def _given() -> frozenset[str]:
    return frozenset(entry.partition("/")[0] for entry in data()["classes"]["grant"].split("|"))


def _forget_names(passage: Passage) -> None:
    """„w Brzezinach [Nowych]", „Polskie Centrum [Badań] odnowiło": words of names say nothing of a certificate."""
    bodies = [(m.start, m.end) for m in passage.of("certifiers")]
    spans = [(m.start, m.end) for kind in ("organizations", "places") for m in passage.of(kind)]
    for i, word in enumerate(passage.words):
        named = word.form[0].isupper() and any(s < word.start < e for s, e in spans)
        body = bool(word.keys & _ASSESSING) and any(s < word.start < e for s, e in bodies)
        if body or (named and any(k.endswith("/adj") for k in word.keys)):
            passage.words[i] = word._replace(keys=frozenset())


_ASSESSING = frozenset({"badanie", "ocena", "nadzór", "dozór", "kontrola"})
"""nouns of audits that stand in names of bodies"""


def _is_counted(words: list[Word], index: int) -> bool:
    """„przyznała spółce [trzeci], na zgodność z …", „[Ostatni] nosi datę": an ordinal of its gender with no noun behind it."""
    word, before = words[index], words[index - 1].form.lower() if index else ""
    if word.form.lower() not in _COUNTED or before in _NOT_COUNTED:
        return False
    if index + 1 == len(words) or words[index + 1].start - word.end > 1:
        return True
    following = words[index + 1]
    return is_finite(following) or following.form.lower() in _BEHIND_COUNTED


OPENING = frozenset({"ostatni", "bieżący", "obecny", "aktualny", "najnowszy", "pierwszy", "poprzedni", "drugi", "trzeci"})
"""adjectives that stand for a certificate at the beginning of a sentence"""
_COUNTED = frozenset({"drugi", "trzeci", "czwarty", "piąty", "szósty", "siódmy", "ósmy", "ostatni"})
_NOT_COUNTED = frozenset({"raz", "jako", "po", "co", "dzień", "rok", "etap", "i"})
_BEHIND_COUNTED = frozenset({"z", "ze", "od", "na", "według", "wg", "zgodny", "już"})


def _is_own(words: list[Word], index: int) -> bool:
    """„Urząd Gminy [swój] pierwszy otrzymał …": a possessive before an ordinal without a noun."""
    ordinal = words[index].keys & _ORDINALS
    return bool(ordinal) and index > 0 and "swój" in words[index - 1].keys


def _stands_for_it(words: list[Word], index: int) -> bool:
    """„[Nasz] wystawiła DEKRA", „[Ten] wygaśnie w maju": a pronoun of its gender with a verb in the place of a noun."""
    following = words[index + 1 : index + 3]
    if following and following[0].keys & _ORDINALS:
        following = following[1:]
    return words[index].form.lower() in _POINTING and bool(following) and is_finite(following[0])


_POINTING = frozenset({"nasz", "swój", "ten", "tamten", "ów", "wszystkie", "oba", "obydwa", "każdy"})
_ORDINALS = frozenset({"pierwszy", "drugi", "trzeci", "ostatni"})


def _other_thing(passage: Passage, index: int) -> bool:
    """„Przetarg …, ale trzeba go było unieważnić": another masculine thing that „go" means; an office is none."""
    bodies = [(m.start, m.end) for kind in ("organizations", "certifiers") for m in passage.of(kind)]
    first = next((w for w in passage.words[:index] if not any(s <= w.start < e for s, e in bodies)), None)
    if first is None or first is not passage.words[0] or first.keys & {CERT, NORM}:
        return False
    subject = ("subst", "m3", "sg", "nom")
    return any((r.pos, r.gender, r.number, r.case) == subject for r in morph.analyse(first.form.lower()))


def _is_quite(before: list[Word]) -> bool:
    """„oraz [zupełnie] nowy, na zgodność z …": one that follows on no other."""
    return any(w.form.lower() in {"zupełnie", "całkiem", "całkowicie", "i", "oraz"} for w in before)


def _qualifies(word: Word, following: list[Word]) -> bool:
    """„wydał kolejny numer", not „wydał kolejny, ważny do 2017 r."."""
    if following and following[0].start - word.end > 1:
        return False
    before_verb = takewhile(lambda w: not is_finite(w), following)
    return any(k.endswith("/subst") for w in before_verb for k in w.keys)


def refer(clause: Clause, passage: Passage) -> None:
    """Gives „który" the meaning of the certificate that stands before it, if nobody else stands between them."""
    if clause.kind != "relative":
        return
    cert = next((w for w in reversed(clause.antecedent) if CERT in w.keys), None)
    place = next((i for i, w in enumerate(clause.words[:_OPENING]) if w.keys & {"który", "jaki"}), None)
    if cert is None or place is None:
        return
    tie = clause.words[place]
    agrees = any(k.endswith(f"/{n}") and t.endswith(f"/{n}") for n in _NUMBERS for k in cert.keys for t in tie.keys)
    between = (m for kind in ("organizations", "officials", "certifiers") for m in passage.of(kind))
    if agrees and not any(cert.end <= m.start and m.end <= tie.start for m in between):
        clause.words[place] = _with(tie, CERT)
