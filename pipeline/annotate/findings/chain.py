"""„docenili ład, skład i porządek" holds three findings: a chain of noun phrases is cut where one begins in the wanted case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.findings.lexicon import context_words, polarity_of
from pipeline.values import morph
from pipeline.values.phrase import cases, has_any

if TYPE_CHECKING:
    from pipeline.values.enumeration import Span
    from pipeline.values.phrase import Word

_MAX_ITEM = 240
"""characters; a longer noun phrase is a sentence of its own"""

_ADDRESSEE = 3
"""words; „dyrektorom szkół zaś" is one"""


def preposition_cases(word: Word) -> frozenset[str]:
    """„za" -> {"acc", "inst"}: the cases that a preposition governs; empty for other words."""
    return frozenset(r.case for r in morph.analyse(word.form.lower()) if r.pos == "prep" and r.case)


_PAIR = 2
"""words; a noun and its genitive"""
_HEADS = frozenset({"subst", "ger"})
_MODIFIERS = frozenset({"adj", "ppas", "pact", "num"})
_SKIPPED = frozenset({"adv", "qub", "part"})
_BOUND = frozenset({"comp", "conj", "prep", "fin", "praet", "imps"})


def opens(sentence: list[Word], i: int, case: str) -> bool:
    """Whether a noun phrase in ``case`` begins at word ``i``: „bardzo małą liczbę", „źle nadzorowane prace".

    Modifiers and their noun must share the case: „właściwych organów" is no accusative, though "właściwych" alone may be one.
    """
    modified = False
    for word in sentence[i : i + 5]:
        if word.keys & context_words("pointing") or not word.form[0].isalpha():
            return False
        readings = morph.analyse(word.form.lower()) or morph.analyse(word.form)
        kinds = {r.pos for r in readings}
        # „organów, inwestorów": of persons the accusative is the genitive, and a person is no finding
        if not readings or any(r.pos in _HEADS and r.case == case and (case, r.gender) != ("acc", "m1") for r in readings):
            return True
        if any(r.pos in _MODIFIERS and r.case == case for r in readings):
            modified = True
        elif modified and word.form.lower() in context_words("joins"):
            continue  # „jasne i dobrze ogrzane sale"
        elif not kinds & _SKIPPED or kinds & _BOUND:
            return False
    return modified


def finite(word: Word) -> bool:
    """Whether the word can only be a finite verb („wskazali", not „prace")."""
    readings = morph.analyse(word.form.lower())
    return (
        "/v" in word.keys
        and bool(readings)
        and not any(r.pos in {"subst", "adj", "prep", "conj", "ger", "adv", "qub", "part", "comp"} for r in readings)
    )


def addressed(word: Word, case: str) -> bool:
    """„burmistrzowi", „nam": to whom something is said; a form that may as well begin an item is none."""
    found = cases(word.form)
    pronouns = {r.case for r in morph.analyse(word.form.lower()) if r.pos in {"ppron12", "ppron3", "siebie"}}
    return "dat" in pronouns or ("dat" in found and not found & {case, "gen"})


def first_word(sentence: list[Word], i: int, case: str) -> int | None:
    """Where the first item begins at or behind ``i``, over fillers („m.in.") and addressees („zaleciła prezesowi").

    None where none does.
    """
    fillers = context_words("fillers")
    named = False
    while i < len(sentence):
        if opens(sentence, i, case) and sentence[i].form.lower() not in fillers and not (named and _owned(sentence, i, case)):
            return i
        if sentence[i].form.lower() in context_words("opinions"):
            i += 2  # „słabiej wypada zdaniem autorów analiza wyników"
            continue
        owner = named and "gen" in cases(sentence[i].form)  # „zarzuciła dyrektorowi domu kultury brak nadzoru"
        named = addressed(sentence[i], case) or owner
        if sentence[i].form.lower() not in fillers and not named:
            return None
        i += 1
    return None


def _owned(sentence: list[Word], i: int, case: str) -> bool:
    """„dyrektorowi szkoły braki": a form of two cases behind an addressee is its genitive where an item begins behind it."""
    return "gen" in cases(sentence[i].form) and i + 1 < len(sentence) and opens(sentence, i + 1, case)


def behind_generic(text: str, sentence: list[Word], first: int, case: str) -> int:
    """„liczne nieprawidłowości, m.in. brak spisu": over a noun that only announces, where a mark parts it from an item."""
    generic = context_words("generic_faults") | context_words("generic_words")
    place = first
    while place < len(sentence) and sentence[place].keys & generic:
        place += 1
    if place >= len(sentence) or not has_any(sentence[first:place], context_words("generic_faults")):
        return first
    parted = any(c in text[sentence[first].start : sentence[place].start] for c in ",–(")
    return place if parted and opens(sentence, place, case) else first


def behind_genitive(sentence: list[Word], i: int, case: str) -> int:
    """„uznał za mocną stronę świetlicy bogatą ofertę": over whose strong side it is; ``i`` where no such words stand there."""
    place = i
    while place < min(i + _ADDRESSEE, len(sentence)) and "gen" in cases(sentence[place].form) - {case}:
        if case in cases(sentence[place].form):
            break
        place += 1
    return place if place < len(sentence) and opens(sentence, place, case) else i


def _gapped(sentence: list[Word], places: list[int], case: str) -> bool:
    """„…, dyrektorom zaś – uzupełnienie": another addressee, and a dash for the verb that was said before."""
    named = [p for p in places if sentence[p].form.lower() not in context_words("contrasting")]
    return 0 < len(named) <= _ADDRESSEE and addressed(sentence[named[0]], case)


def _segments(text: str, sentence: list[Word], first: int, end: int, case: str) -> list[list[int]]:
    """Places of words between commas, up to the sentence's end, a semicolon or a spaced dash that stands for no verb."""
    segments: list[list[int]] = [[]]
    for i in range(first, len(sentence)):
        if sentence[i].start >= end:
            break
        gap = text[sentence[i - 1].end : sentence[i].start] if i > first else ""
        dash = (" " in gap and any(c in gap for c in "–—")) or " - " in gap
        if dash and len(segments) > 1 and _gapped(sentence, segments[-1], case):
            segments[-1] = []
        elif dash or any(c in gap for c in ";:"):
            break
        if "," in gap:
            segments.append([])
        segments[-1].append(i)
    return [s for s in segments if s]


def _alike(first: Word, second: Word, between: Word) -> bool:
    """„brak … i opóźnienie", „pobieranie … oraz nieprzechowywanie": two words that head items whatever stands between."""
    gerunds = [any(key.endswith("/ger") for key in w.keys) for w in (first, second, between)]
    return bool(polarity_of(first) & polarity_of(second)) or gerunds == [True, True, False]


def _gerund(word: Word) -> bool:
    return any(key.endswith("/ger") for key in word.keys)


def _parallel(sentence: list[Word], first: int, join: int, last: int) -> bool:
    """„przeglądy pojazdów oraz szkolenia kierowców": „oraz" between two plurals that both have a genitive of their own."""
    if sentence[join].form.lower() != "oraz" or join - first < _PAIR or last - join < _PAIR:
        return False
    heads = [_plural_nominative(sentence[i]) for i in (first, join + 1)]
    owned = [_genitive(sentence[i]) for i in (first + 1, join + 2)]
    return all(heads) and all(owned)


def _plural_nominative(word: Word) -> bool:
    """„szkolenia"; of names of qualities and trades („bezpieczeństwa", „budownictwa") the form is a genitive."""
    readings = [r for r in morph.analyse(word.form.lower()) if r.pos in _HEADS and r.case == "nom" and r.number == "pl"]
    return any(not r.lemma.endswith(("stwo", "ctwo")) for r in readings)


def _genitive(word: Word) -> bool:
    return any(r.pos in _HEADS and r.case == "gen" for r in morph.analyse(word.form.lower()))


def _nominal(word: Word) -> bool:
    """Whether a noun phrase can end with the word: a noun or an unknown word, not „czyste" in „czyste i opisane próbki"."""
    readings = morph.analyse(word.form.lower()) or morph.analyse(word.form)
    return not readings or any(r.pos in _HEADS | {"brev", "ign"} for r in readings)


def _headed(group: list[Word]) -> bool:
    """Whether a phrase has its noun: „czyste" alone may be one, but is none before „i dobrze opisane próbki"."""
    if len(group) == 1:
        return _nominal(group[0]) and not any(r.pos in _MODIFIERS for r in morph.analyse(group[0].form.lower()))
    return any(_nominal(w) for w in group)


def _split_last(sentence: list[Word], places: list[int], case: str, again: str | None = None) -> list[list[int]]:
    """„sprawną obsługę i ład": the last comma part once more at „i", if both sides surely stand in the case.

    „brak planu i opóźnienia w odczytach": two words of one polarity („brak", „opóźnienie") head two items whatever the case.
    """
    for n in range(len(places) - 2, 0, -1):
        i = places[n]
        if sentence[i].form.lower() not in context_words("joins"):
            continue
        if again and sentence[i + 1].form.lower() == again and opens(sentence, i + 2, case):
            return [places[:n], places[n + 2 :]]  # „za ład i za porządek"
        if not opens(sentence, i + 1, case) or not _headed([sentence[p] for p in places[:n]]):
            continue
        before, after = cases(sentence[i - 1].form), cases(sentence[i + 1].form)
        shared = (before & after) - {case, "nom", "acc", "voc"}
        governed = any(preposition_cases(sentence[p]) & after for p in places[:n])
        alike = _alike(sentence[places[0]], sentence[i + 1], sentence[i - 1])
        alike = alike or (
            _gerund(sentence[i + 1]) and not _gerund(sentence[i - 1]) and "fault" in polarity_of(sentence[places[0]])
        )
        persons = all(r.gender == "m1" for r in morph.analyse(sentence[i - 1].form.lower()) if r.case == case)
        governed = governed and not (persons and case in before)  # „znajomość zasad przez załogi oraz czystość"
        alike = alike or (not governed and _parallel(sentence, places[0], i, places[-1]))
        if not alike and (shared or (governed and before & after)):
            continue
        return [places[:n], places[n + 1 :]]
    return [places]


def parted(sentence: list[Word], spans: list[Span]) -> list[Span]:
    """„rozszerzenie ankiet o pytania i obieg wniosków" -> two spans at the last „i" before a nominal phrase."""
    start, end = spans[-1]
    inside = [w for w in sentence if start <= w.start < end]
    for n in range(len(inside) - 2, 0, -1):
        if inside[n].form.lower() in context_words("joins") and any(
            opens(inside, n + 1, case) for case in ("nom", "acc", "gen")
        ):
            return [*spans[:-1], (start, inside[n - 1].end), (inside[n + 1].start, end)]
    return spans


def _before_verb(sentence: list[Word], places: list[int]) -> list[int]:
    """„usunięcia zagrożeń | i skierował wystąpienie": what the same subject did next is no part of the item."""
    for n in range(1, len(places) - 1):
        if sentence[places[n]].form.lower() in context_words("joins") and finite(sentence[places[n + 1]]):
            return places[:n]
    return places


def items(text: str, sentence: list[Word], first: int, end: int, case: str) -> list[Span]:
    """„ład, który chwalą, skład i porządek" -> three spans: a relative clause stays with its noun.

    Args:
        text: the article.
        sentence: its words.
        first: place of the first word of the first item.
        end: one past the sentence's last character.
        case: case in which every item begins.
    """
    groups: list[list[int]] = []
    before = sentence[first - 1] if first else None
    again = before.form.lower() if before and preposition_cases(before) else None
    segments = _segments(text, sentence, first, end, case)
    for n, places in enumerate(segments):
        start = 0
        if n:
            skipped = context_words("after_comma") | ({again} if again else set())
            while start < len(places) - 1 and sentence[places[start]].form.lower() in skipped:
                start += 1
        head = places[start]
        relative = sentence[head].form.lower().startswith("któr") or (
            not opens(sentence, head, case) and sentence[head].form.lower() in context_words("relative")
        )
        clause = any(finite(sentence[p]) for p in places)
        if n and clause and not relative:
            break
        if n and sentence[places[0]].form.lower() in context_words("closes"):
            break
        if n == 0 or (opens(sentence, head, case) and not relative):
            groups.append(places[start:])
        else:
            groups[-1] += places
    if groups:
        groups[-1] = _before_verb(sentence, groups[-1])
        groups[-1:] = _split_last(sentence, groups[-1], case, again)
    spans = [_span(text, sentence, g) for g in groups if g]
    return [s for s in spans if s[1] - s[0] <= _MAX_ITEM]


def _span(text: str, sentence: list[Word], places: list[int]) -> Span:
    """From the first to the last word, closing quotes and brackets included where they opened inside."""
    start, end = sentence[places[0]].start, sentence[places[-1]].end
    for opening, closing in ("()", "„”", "[]"):
        if text.count(opening, start, end) > text.count(closing, start, end) and text[end : end + 1] == closing:
            end += 1
    if text[start - 1 : start] in {"„", "("} and text.count("”", start, end + 1) + text.count(")", start, end + 1):
        start -= 1
    return start, end
