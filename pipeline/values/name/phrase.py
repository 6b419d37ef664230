"""„Polskiego Rejestru Statków" -> which of its first words inflect together, and how they read in the nominative."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from pipeline.values import morph

_ADJECTIVAL = frozenset({"adj", "ppas", "pact"})
_NOUNS = frozenset({"subst", "ger", "depr"})
_WORD = re.compile(r"[^\W\d_]+(?:[-–][^\W\d_]+)*(?:['’][^\W\d_]+)?", re.UNICODE)
"""A word; what tight hyphens join („Kujawsko-Pomorskiego", „Lejb-Gwardyjski", „Bielska-Białej") is one."""
_AND = frozenset({"i", "oraz"})
_NUMERAL = re.compile(r"[IVXL]+$")
_INSTITUTION = 5.0
"""More than one word more that agrees: „Klubie Międzynarodowej Prasy" is of a klub, not of a kluba."""
_CASE_PRIOR = {"nom": 3.0, "gen": 2.0, "loc": 1.5, "inst": 1.4, "acc": 1.2, "dat": 1.1, "voc": 0.0}


class Head(NamedTuple):
    """„Polskiego Rejestru" in „Polskiego Rejestru Statków": how many words agree, in what, and their nominatives."""

    words: int
    case: str
    number: str
    gender: str
    lemmas: tuple[str, ...]
    proper: bool = False
    """Whether the noun is a name itself („Prawa", a place) and no common noun („prawa")."""


def words_of(phrase: str) -> list[tuple[str, int, int]]:
    """„Urząd Miasta" -> ("Urząd", 0, 5), ("Miasta", 6, 12): the words with their offsets in characters."""
    return [(m.group(), m.start(), m.end()) for m in _WORD.finditer(phrase)]


def cased_like(form: str, printed: str) -> str:
    """„centrum" like "CENTRUM" -> "CENTRUM", like "Centrum" -> "Centrum"."""
    if printed.isupper() and len(printed) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if printed[:1].isupper() else form


@lru_cache(maxsize=1)
def institution_nouns() -> frozenset[str]:
    """„urząd", „izba", „klub": nouns that head the names of institutions."""
    text = resources.files(__package__).joinpath("organization_heads.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader((line for line in text.splitlines() if not line.startswith("#")), delimiter="\t")
    return frozenset(row["lemma"] for row in rows)


@lru_cache(maxsize=50_000)
def readings_of(word: str) -> tuple[morph.Reading, ...]:
    """Readings of a word as printed and in lower case: „MIASTA" reads like „miasta", „Urzędu" like „urzędu"."""
    found = list(morph.analyse(word))
    if word != word.lower():
        found += [r for r in morph.analyse(word.lower()) if r not in found]
    if word.isupper() and len(word) > 1:
        found += [r for r in morph.analyse(word.capitalize()) if r not in found]
    return tuple(found)


@lru_cache(maxsize=50_000)
def adjective_in(word: str, case: str, number: str, gender: str) -> str | None:
    """„Polskiego", genitive singular m3 -> "Polski": the nominative of an adjective that agrees; None where it does not."""
    if _dash(word):
        stem, mark, last = word.rpartition(_dash(word))
        found = adjective_in(last, case, number, gender)
        return None if found is None else f"{adjective_in(stem, case, number, gender) or stem}{mark}{found}"
    for r in readings_of(word):
        if r.pos in _ADJECTIVAL and (r.case, r.number, r.gender) == (case, number, gender):
            return nominative_of(r, word)
    # „zalesiński" in lower case is no surname, whatever the dictionary says
    known = [r for r in readings_of(word) if word[:1].isupper() or not _is_surname(r)]
    return None if known else _local(word, case, number, gender)


def _dash(word: str) -> str:
    """The dash inside a compound, empty where there is none."""
    return "–" if "–" in word else "-" if "-" in word else ""


def _is_surname(reading: morph.Reading) -> bool:
    """„zalesiński": the dictionary has many local adjectives only as surnames, whatever their first letter."""
    return any(label.startswith(morph.SURNAME) for label in reading.labels)


_LOCAL = {
    ("nom", "sg", "m"): "ki", ("gen", "sg", "m"): "kiego", ("dat", "sg", "m"): "kiemu", ("acc", "sg", "m"): "kiego",
    ("inst", "sg", "m"): "kim", ("loc", "sg", "m"): "kim", ("nom", "sg", "f"): "ka", ("gen", "sg", "f"): "kiej",
    ("dat", "sg", "f"): "kiej", ("acc", "sg", "f"): "ką", ("inst", "sg", "f"): "ką", ("loc", "sg", "f"): "kiej",
    ("nom", "sg", "n"): "kie", ("gen", "sg", "n"): "kiego", ("dat", "sg", "n"): "kiemu", ("acc", "sg", "n"): "kie",
    ("inst", "sg", "n"): "kim", ("loc", "sg", "n"): "kim", ("nom", "pl", "m"): "kie", ("gen", "pl", "m"): "kich",
    ("dat", "pl", "m"): "kim", ("acc", "pl", "m"): "kie", ("inst", "pl", "m"): "kimi", ("loc", "pl", "m"): "kich",
    ("nom", "pl", "f"): "kie", ("gen", "pl", "f"): "kich", ("dat", "pl", "f"): "kim", ("acc", "pl", "f"): "kie",
    ("inst", "pl", "f"): "kimi", ("loc", "pl", "f"): "kich", ("nom", "pl", "n"): "kie", ("gen", "pl", "n"): "kich",
    ("dat", "pl", "n"): "kim", ("acc", "pl", "n"): "kie", ("inst", "pl", "n"): "kimi", ("loc", "pl", "n"): "kich",
}  # fmt: skip
"""Endings of adjectives in -ski, -cki, -dzki, for local ones that the dictionary lacks („łąkociński")."""


def _local(word: str, case: str, number: str, gender: str) -> str | None:
    ending = _LOCAL.get((case, number, gender[0]))
    if ending is None or not word.lower().endswith(tuple(c + ending for c in "scz")):
        return None
    return cased_like(word[: len(word) - len(ending)] + _LOCAL["nom", number, gender[0]], word)


def nominative_of(reading: morph.Reading, printed: str) -> str | None:
    """„rejestru" (genitive of rejestr) -> "rejestr", cased like the printed word: the nominative of the same number."""
    marks = {"pos", "com", "sup", "aff", "neg"}
    own = marks & set(reading.tag.split(":"))
    if reading.case == "nom":
        return printed
    for r in morph.generate(reading.lemma):
        if (r.case, r.number, r.gender, r.pos) == ("nom", reading.number, reading.gender, reading.pos) and own == marks & set(
            r.tag.split(":")
        ):
            return cased_like(r.form, printed)
    return None


def _is_named(reading: morph.Reading, word: str) -> bool:
    """A person's name is no head of an organisation („Izby" is izba, not of Mr Izb), nor an abbreviation read as a word."""
    person = bool(reading.labels & {morph.SURNAME, morph.FIRST_NAME}) and morph.GEOGRAPHIC not in reading.labels
    return person or (reading.lemma[:1].isupper() and not word[:1].isupper())


def heads(phrase: str, *, plural: bool = True) -> list[tuple[float, Head]]:
    """„Polskiego Rejestru Statków" -> its possible heads with a score, the best first.

    A head is a noun with the adjectives before and after it that agree in case, number and gender. More agreeing words, the
    singular and the nominative are preferred.
    """
    words = [w for w, _, _ in words_of(phrase)]
    fixed = 0
    while fixed < len(words) - 1 and _NUMERAL.match(words[fixed]):
        fixed += 1  # „XIV Brygady"
    found = _heads(words[fixed:], plural=plural)
    return [(score, head._replace(words=head.words + fixed, lemmas=(*words[:fixed], *head.lemmas))) for score, head in found]


def _heads(words: list[str], *, plural: bool) -> list[tuple[float, Head]]:
    found: list[tuple[float, Head]] = []
    for noun, word in enumerate(words[:5]):
        for order, r in enumerate(() if _dash(word) else readings_of(word)):
            if r.pos not in _NOUNS or not (r.case and r.number and r.gender) or _is_named(r, word):
                continue
            if r.number == "pl" and not plural:
                continue
            head = _grown(words, noun, r)
            if head is not None and not _stray_plural(head, r, words):
                score = 4.0 * head.words + _CASE_PRIOR[head.case] + (1.5 if head.number == "sg" else 0.0) - 0.01 * order
                score += _INSTITUTION if r.lemma in institution_nouns() else 0.0
                found.append((score, head))
        if not any(r.pos in _ADJECTIVAL for r in readings_of(word.rpartition(_dash(word) or "-")[2])):
            break
    return sorted(found, key=lambda f: -f[0])


def _stray_plural(head: Head, reading: morph.Reading, words: list[str]) -> bool:
    """„Gutek" of „Gutek Film" as of some gutki: one capitalised common noun in an oblique plural, before another name."""
    if head.number != "pl" or head.case == "nom" or head.words > 1 or len(words) == 1 or not words[0][:1].isupper():
        return False
    if words[1] in _AND:
        return False  # „Wodociągów i Kanalizacji"
    return reading.lemma not in institution_nouns()


def _grown(words: list[str], noun: int, reading: morph.Reading) -> Head | None:
    case, number, gender = reading.case, reading.number, reading.gender
    if case is None or number is None or gender is None:
        return None
    lemma = nominative_of(reading, words[noun])
    if lemma is None:
        return None
    before = [adjective_in(w, case, number, gender) for w in words[:noun]]
    if None in before:
        return None
    after: list[str] = []
    joined: list[str] = []  # „Filmowej i Teatralnej"
    for w in words[noun + 1 :]:
        adjective = adjective_in(w, case, number, gender)
        if adjective is None and (w not in _AND or joined or not after):
            break
        joined = [w] if adjective is None else []
        after.append(adjective or w)
    after = after[: len(after) - len(joined)]
    if after and not _AND & set(after) and _opens_another(words[noun + len(after) : noun + len(after) + 2]):
        keeps = len(after) > 1 or not _of_the_next(words[noun : noun + _PAIR], number)
        after = after[:1] if keeps else []
    lemmas = (*(b for b in before if b is not None), lemma, *after)
    return Head(len(lemmas), case, number, gender, lemmas, reading.lemma[:1].isupper())


def _opens_another(words: list[str]) -> bool:
    """„Komendy Powiatowej [Państwowej Straży] Pożarnej": later adjectives behind a noun belong to the next noun."""
    if len(words) < _PAIR:
        return False
    nouns = (r for r in readings_of(words[1]) if r.pos in _NOUNS and r.case == "gen" and r.number and r.gender)
    return any(adjective_in(words[0], "gen", r.number or "", r.gender or "") is not None for r in nouns)


def _of_the_next(words: list[str], number: str) -> bool:
    """„Akademii [Nowych Technologii]", „Delegatury [Najwyższej Izby]": whose the one adjective between two nouns is.

    Behind a noun stands what sorts it („Komendy Powiatowej Policji"); a superlative stands before its own, and a plural
    before another plural does not make many of a form that may be one („Akademii").
    """
    noun, adjective = words
    one = {r.number for r in readings_of(noun) if r.pos in _NOUNS} >= {"sg", "pl"}
    return (number == "pl" and one) or any("sup" in r.tag.split(":") for r in readings_of(adjective))


_PAIR = 2
"""words: an adjective and its noun"""


def replaced(phrase: str, lemmas: tuple[str, ...]) -> str:
    """The phrase with its first words replaced, all that stands between and after them kept."""
    text, at = "", 0
    for (_, start, end), lemma in zip(words_of(phrase), lemmas, strict=False):
        text += phrase[at:start] + lemma
        at = end
    return text + phrase[at:]
