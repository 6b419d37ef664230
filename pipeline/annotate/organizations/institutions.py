"""„Szpitalem w Łosicach", „Poznańską Energetyką Cieplną S.A.": institutions by their head, companies by their form."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pipeline.annotate.organizations.found import FoundOrganization
from pipeline.annotate.organizations.lexicon import head_kind, lemmas, lexicon
from pipeline.annotate.organizations.tails import Places, name_tail, place_tail, tidy
from pipeline.text import fold, squash
from pipeline.values import morph
from pipeline.values.body import legal_tail
from pipeline.values.name import nominative
from pipeline.values.place import read_adjective
from pipeline.values.trie import is_gap, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.values.trie import Word

_LEGAL = re.compile(r"(?<!\w)(?:S\.[ ]?A\.|SA(?!\w)|Sp\.?[ ]?z[ ]?o\.?[ ]?o\.?(?!\w))", re.IGNORECASE)


_ROMAN = re.compile(r"[IVXL]{1,6} ")


def find_institutions(text: str, places: Places) -> Iterator[FoundOrganization]:
    """„Szpitala Wielospecjalistycznego im. dra L. Błażka w Inowrocławiu": institutions by the noun at their head."""
    words = words_of(text)
    covered = 0
    for index, word in enumerate(words):
        kind = head_kind(word.text) if word.start >= covered else None
        if kind is None:
            continue
        found = _institution(text, words, index, kind, places)
        if found is not None:
            covered = found.end
            yield found
            if kind[0] in lexicon()["parts"]["of_company"]:
                yield from _companies_inside(text, words[index + 1 :], found, places)


def _companies_inside(text: str, words: list[Word], outer: FoundOrganization, places: Places) -> Iterator[FoundOrganization]:
    """„Laboratorium [Przedsiębiorstwa Wodociągów w Ełku]": the company that a laboratory's or a plant's name names."""
    for index, word in enumerate(words):
        if word.end > outer.end:
            return
        kind = head_kind(word.text)
        found = _institution(text, words, index, kind, places) if kind is not None and kind[1] == "company" else None
        if found is not None and found.end <= outer.end:
            yield found
            return


def _institution(text: str, words: list[Word], index: int, kind: tuple[str, str], places: Places) -> FoundOrganization | None:
    first = _first_modifier(text, words, index)
    start, head_end = words[first].start, words[index].end
    if not text[start].isupper() or not words[index].text[0].isupper() or _is_titled(text, start):
        return None
    if _is_many(words[index].text, kind[0]):
        return None
    end = name_tail(text, head_end, namesakes=kind[0] not in lexicon()["parts"]["nameless"])
    needed = lexicon()["heads_need"].get(kind[0])
    inside = [w for w in words[first : index + 12] if w.end <= end]
    public = lexicon()["public"]["adjectives"] if kind[0] in lexicon()["public"]["heads"] else ()
    if needed is not None and not any(lemmas(w.text) & {*needed, *public} for w in inside):
        return None
    form = legal_tail(text, end)
    health = "zdrowotnej" in fold(text[start:end])
    kind = (kind[0], "company" if form > end else "hospital" if health else kind[1])
    end = form
    tail, _ = place_tail(text, end, places, beside=kind[0] in lexicon()["parts"]["place_beside"])
    if tail == head_end and first == index:
        return None
    if (
        kind[0] in lexicon()["parts"]["located"]
        and needed is None
        and tail == end
        and not _is_known_school(inside, text[head_end:end])
    ):
        return None
    behind = legal_tail(text, tail) if tail > end else tail
    formed, tail = behind > tail or legal_tail(text, end) > end, behind
    number, core = _split_number(squash(text[start:end]))
    core = number + nominative(core, "organization")
    name = squash(f"{_undo_capitals(core)} {tidy(text[end:tail])}")
    return FoundOrganization(start, tail, name, "company" if formed else kind[1], "organization.institution")


def _is_many(word: str, head: str) -> bool:
    """„Szkół Akademickich", „Teatrów Szkolnych": several bodies; „Zakłady", „Warsztaty" name one."""
    numbers = {r.number for r in morph.analyse(word.lower()) if r.pos == "subst"}
    return numbers == {"pl"} and head not in lexicon()["parts"]["plural"]


def _is_titled(text: str, start: int) -> bool:
    """„certyfikat „Szkoła Promująca Zdrowie”": the name of an award or a project in quotes."""
    match = _TITLED.search(text, max(0, start - _TITLE_REACH), start)
    return match is not None and bool(lemmas(match[1]) & set(lexicon()["public"]["titled"]))


_TITLED = re.compile(r"(\w+)[ \u00a0]{1,2}[„\"”«»']{1,2}$")
_TITLE_REACH = 24
"""characters: a noun and an opening quote"""


def _split_number(name: str) -> tuple[str, str]:
    """„II Liceum" -> "II " and „Liceum": a Roman number before the head does not inflect."""
    match = _ROMAN.match(name)
    return (match.group(), name[match.end() :]) if match else ("", name)


def _undo_capitals(name: str) -> str:
    return tidy(name) if len(name) > 6 else name


def _is_known_school(words: list[Word], behind: str) -> bool:
    """„Szkoła Podstawowa", „Szkoła nr 5 im. …", not „Szkoła Ekspertów", a programme."""
    known = set(lexicon()["parts"]["schools"])
    return any(lemmas(w.text) & known for w in words) or _NUMBERED.search(behind) is not None


_NUMBERED = re.compile(r"\b(?:nr|im\.?|imienia)\s|\d|[„”\"]", re.IGNORECASE)


def _first_modifier(text: str, words: list[Word], index: int) -> int:
    """„[Samodzielny Publiczny] Zakład": capitalised adjectives before the head belong to the name; „II Liceum" too."""
    first = index
    while first > 0 and words[first - 1].text[0].isupper() and is_gap(text, words[first - 1].end, words[first].start):
        gap = text[words[first - 1].end : words[first].start]
        word = words[first - 1].text
        agrees = _agrees(word.lower(), words[index].text.lower()) or re.fullmatch(r"[IVX]{1,5}", word)
        if gap.strip(" \u00a0-") or not agrees or index - first >= 5:
            break
        first -= 1
    return index if first < index and _is_anothers(text, words, first) else first


def _is_anothers(text: str, words: list[Word], first: int) -> bool:
    """„Rady [Nadzorczej] Spółdzielni", „Ambulatorium [Chirurgiczne] Pogotowia": the noun before takes the adjective."""
    if (
        first == 0
        or not is_gap(text, words[first - 1].end, words[first].start)
        or "\n" in text[words[first - 1].end : words[first].start]
    ):
        return False
    noun = words[first - 1].text
    if not noun[0].isupper() or text[words[first - 1].end : words[first].start].strip(" \u00a0"):
        return False
    readings = [r for r in morph.analyse(noun.lower()) if r.pos == "subst" and r.lemma[:1].islower()]
    # „Prezes Miejskich Wodociągów": a function that a woman bears in every case takes no adjective of a body
    common = bool(readings) and not any(r.gender == "m1" and r.case == "nom" for r in readings)
    return common and _agrees(words[first].text.lower(), noun.lower())


def _agrees(adjective: str, noun: str) -> bool:
    """„Wojewódzkim" and „Szpitalu", not „Gospodarczego" and „Komendy": one case, number and gender."""
    slots = {(r.case, r.number, r.gender) for r in morph.analyse(noun)}
    readings = [r for r in morph.analyse(adjective) if r.pos in {"adj", "ppas", "pact"}]
    return bool(readings) and (not slots or any((r.case, r.number, r.gender) in slots for r in readings))


def find_companies(text: str, places: Places) -> Iterator[FoundOrganization]:
    """„Poznańską Energetykę Cieplną S.A.": capitalised words before a legal form."""
    words = words_of(text)
    starts = [w.start for w in words]
    for match in _LEGAL.finditer(text):
        position = _index_before(starts, match.start())
        first = position + 1
        while first > 0 and position - first < 8 and _belongs(text, words, first - 1, match.start()):
            first -= 1
        while first <= position and not words[first].text[0].isupper():
            first += 1
        first = _past_organ([w.text for w in words[: position + 1]], first)
        if first > position or (first > 0 and words[first - 1].text.lower() in _NOT_BEFORE):
            continue
        start = words[first].start
        if not _is_public(text, start, words[position].end, places):
            continue
        if text[start - 1 : start] in {"„", '"'}:
            start -= 1
        end = legal_tail(text, words[position].end + (text[words[position].end] in {"”", '"'}))
        tail, _ = place_tail(text, end, places, beside=False)
        name = nominative(_undo_capitals(squash(text[start : words[position].end])), "organization")
        yield FoundOrganization(
            start, tail, squash(f"{name}{text[words[position].end : tail]}"), "company", "organization.company"
        )


def _past_organ(words: list[str], first: int) -> int:
    """„Spółka Wodociągi", „Walne Zgromadzenie PKP", „Komisji Etyki TVP": where the name of the company itself begins."""
    if first < len(words) - 1 and lemmas(words[first]) & _GENERIC:
        return first + 1
    if not any(lemmas(word) & _ORGANS for word in words[first : first + 2]):
        return first
    acronyms = (i for i in range(first + 1, len(words)) if words[i].isupper() and len(words[i]) > 1)
    return next(acronyms, first)


_GENERIC = frozenset({"spółka", "firma"})
_ORGANS = frozenset({"zarząd", "rada", "komisja", "zgromadzenie"})
"""Organs of a company, before its name in the genitive; only an acronym tells where that begins."""
_NOT_BEFORE = frozenset({"im", "imienia", "w", "we"})
_CUE = re.compile(r"certyfik|\baudi?y?t|\biso\b|akredyt|norm\w{1,2}\b")
_CUE_REACH = 160
"""characters around a company in which a word of certification shows that the story is about it"""


def _is_public(text: str, start: int, end: int, places: Places) -> bool:
    """„Tramwaje Śląskie S.A.", not „Agro-Mlecz S.A.": a public company by its words or town; any one that is certified."""
    name = text[start:end]
    low = name.lower()
    if any(word in low for word in lexicon()["public"]["company_words"]):
        return True
    if any(places.at(start + m.start()) or read_adjective(m.group()) for m in re.finditer(r"\w+", name)):
        return True
    left, right = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    around = text[max(left, start - _CUE_REACH) : min(right if right >= 0 else len(text), end + _CUE_REACH)]
    return any(w.isupper() and len(w) > 2 for w in re.findall(r"\w+", name)) or _CUE.search(fold(around)) is not None


def _index_before(starts: list[int], position: int) -> int:
    return bisect_left(starts, position) - 1


def _belongs(text: str, words: list[Word], index: int, stop: int) -> bool:
    word = words[index]
    following = words[index + 1].start if index + 1 < len(words) and words[index + 1].start < stop else stop
    gap = text[word.end : following]
    if gap.strip(' \u00a0„”"-–') or "\n" in gap or len(gap) > 4:
        return False
    return word.text[0].isupper() or word.text in {"i"}
