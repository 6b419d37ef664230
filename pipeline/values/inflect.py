"""Inflection of a nominative phrase: its head agrees, the rest stays.

„Polskie Centrum Badań i Certyfikacji": the head is "Polskie Centrum", only it changes; source of the rule: the grammar of
Polish noun phrases, where modifiers in the genitive and prepositional phrases do not inflect with the head.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.values import morph

_WORD = re.compile(r"\w+", re.UNICODE)
_HEAD_POS = frozenset({"subst", "ger", "depr"})
_ADJECTIVAL = frozenset({"adj", "ppas", "pact"})


def _cased_like(form: str, printed: str) -> str:
    """„centrum" like "CENTRUM" -> "CENTRUM", like "Centrum" -> "Centrum"."""
    if printed.isupper() and len(printed) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if printed[:1].isupper() else form


def _nominatives(word: str) -> tuple[morph.Reading, ...]:
    """Nominative readings of a word, tried as printed and in lower case; common nouns before surnames."""
    readings = [r for r in morph.analyse(word) if r.case == "nom"]
    if word != word.lower():
        readings += [r for r in morph.analyse(word.lower()) if r.case == "nom"]
    return tuple(sorted(readings, key=lambda r: morph.SURNAME in r.labels))


def _head(words: list[str]) -> tuple[int, int, str, str] | None:
    """How many words inflect together, which is the noun, its number and gender; None where no nominative head is found.

    Of several candidates the longest wins („Polska Izba", not „Polska"; „rzecznik prasowy" is masculine), then one that
    inflects („prezydent" also has an indeclinable feminine), then the dictionary's order.
    """
    found: list[tuple[int, int, int, str, str]] = []
    for noun, word in enumerate(words):
        for reading in _nominatives(word):
            if reading.pos not in _HEAD_POS or reading.number is None or reading.gender is None:
                continue
            if all(_agrees(w, reading.number, reading.gender) for w in words[:noun]):
                length = noun + 1
                while length < len(words) and _agrees(words[length], reading.number, reading.gender):
                    length += 1
                found.append((length, _variety(reading), noun, reading.number, reading.gender))
        if not any(r.pos in _ADJECTIVAL for r in _nominatives(word)):
            break
    if not found:
        return None
    length, _, noun, number, gender = max(found, key=lambda f: f[:2])
    return length, noun, number, gender


def _variety(reading: morph.Reading) -> int:
    """1 for a noun that inflects in this gender and number, 0 for an indeclinable one."""
    same = {r.form for r in morph.generate(reading.lemma) if r.number == reading.number and r.gender == reading.gender}
    return int(len(same) > 1)


def _agrees(word: str, number: str, gender: str) -> bool:
    return any(r.pos in _ADJECTIVAL and r.number == number and r.gender == gender for r in _nominatives(word))


def _form(word: str, case: str, number: str, gender: str, *, adjective: bool) -> set[str]:
    forms: set[str] = set()
    for nominative in _nominatives(word):
        if (nominative.pos in _ADJECTIVAL) is not adjective or nominative.number != number or nominative.gender != gender:
            continue
        for r in morph.generate(nominative.lemma):
            if (r.case, r.number, r.gender, r.pos) == (case, number, gender, nominative.pos) and _same_word(r.tag, nominative):
                forms.add(_cased_like(r.form, word))
    return forms


def _same_word(tag: str, nominative: morph.Reading) -> bool:
    """„przewodnicząca" also generates "nieprzewodnicząca", „wysoka" also "najwyższa": those are other words."""
    marks = {"aff", "neg", "pos", "com", "sup"}
    return marks & set(tag.split(":")) == marks & set(nominative.tag.split(":"))


@lru_cache(maxsize=20_000)
def inflect(phrase: str) -> dict[str, frozenset[str]]:
    """„Starostwo Powiatowe" -> {"gen": {"Starostwa Powiatowego"}, …}: every case of a nominative phrase.

    Args:
        phrase: a nominative phrase; what stands between its words (quotes, dashes, spaces) is kept.

    Returns:
        For each case the possible phrases; each case holds the phrase itself where no head can be found.
    """
    spans = [m.span() for m in _WORD.finditer(phrase)]
    words = [phrase[a:b] for a, b in spans]
    head = _head(words)
    if head is None:
        return {case: frozenset({phrase}) for case in morph.CASES}
    length, noun, number, gender = head
    result: dict[str, frozenset[str]] = {}
    for case in morph.CASES:
        phrases = {""}
        for i in range(length):
            forms = _form(words[i], case, number, gender, adjective=i != noun) or {words[i]}
            gap = phrase[spans[i - 1][1] if i else 0 : spans[i][0]]
            phrases = {p + gap + f for p in phrases for f in forms}
        tail = phrase[spans[length - 1][1] :]
        result[case] = frozenset(p + tail for p in phrases)
    return result


def forms(phrase: str) -> frozenset[str]:
    """„Urząd Miasta" -> {"Urząd Miasta", "Urzędu Miasta", "Urzędowi Miasta", …}: all distinct inflected forms."""
    return frozenset().union(*inflect(phrase).values()) | {phrase}
