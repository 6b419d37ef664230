"""„Szymona Szynkowskiego vel Sęka" -> words that inflect and words that stay: the shape of a person's name."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from pipeline.text import DASHES
from pipeline.values import morph
from pipeline.values.name.titles import abbreviated_titles

PARTICLES = frozenset(
    {
        "von",
        "van",
        "der",
        "den",
        "de",
        "da",
        "di",
        "du",
        "del",
        "della",
        "dos",
        "das",
        "do",
        "la",
        "le",
        "el",
        "al",
        "ten",
        "ter",
        "zu",
        "zur",
        "vom",
        "bin",
        "ibn",
        "ben",
        "vel",
        "y",
        "e",
        "af",
        "av",
        "z",
        "ze",
        "domu",
        "a",
    }
)
"""Words inside names that keep their form; lower case in print."""

_ROMAN = re.compile(r"[IVX]+$")
_GLUED_OK = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|O['’])$")
_GLUED_NUMERAL = re.compile(r"([^\W\d_]{3,}?)([IVX]{1,5})$|([IVX]{2,5})([^\W\d_]{3,})$")
_GLUED_PARTICLE = re.compile(r"([^\W\d_]{3,}(?:['’][^\W\d_]+)?)(von|van|della|de)$")
_NOBLE = frozenset({"von", "van", "de", "di", "da", "du", "del", "della", "der", "den", "le", "la"})
_TOKEN = re.compile(rf"[^\W\d_]+(?:['’‘′`´][^\W\d_]*)*\.?|[{DASHES}]|[^\s\w]|\d+", re.UNICODE)

Kind = Literal["word", "fixed", "dash"]


class Part(NamedTuple):
    """One piece of a name; ``glue`` says that no space stands before it."""

    text: str
    kind: Kind
    glue: bool


def split_glued(name: str) -> str:
    """„RadkaHyżego" -> "Radka Hyżego", „Elżbiety II": pages glue words; „McDonald" stays.

    A particle glued to the end of a word („Gertrudavon Stein") is cut off where the rest alone is a known name.
    """
    return " ".join(_cut_particles([piece for word in name.split() for piece in _humps(word)]))


def _humps(word: str) -> list[str]:
    """„JoséZapatero" -> José, Zapatero: the word cut where a capital follows a small letter."""
    numeral = _GLUED_NUMERAL.fullmatch(word)
    if numeral and not word.isupper():
        return [*_humps(numeral[1]), numeral[2]] if numeral[1] else [numeral[3], *_humps(numeral[4])]
    pieces, start = [], 0
    for i in range(1, len(word)):
        if word[i].isupper() and word[i - 1].islower() and not _GLUED_OK.search(word[start:i]):
            pieces.append(word[start:i])
            start = i
    return [*pieces, word[start:]]


def _cut_particles(words: list[str]) -> list[str]:
    cut: list[str] = []
    for i, word in enumerate(words):
        glued = _GLUED_PARTICLE.fullmatch(word) if i + 1 < len(words) and words[i + 1][:1].isupper() else None
        if glued and not morph.analyse(word) and any(r.labels for r in morph.analyse(glued[1])):
            cut += [glued[1], glued[2]]
        else:
            cut.append(word)
    return cut


def behind_preposition(parts: list[Part], i: int) -> bool:
    """„Ruszczy" in „Klemensa z Ruszczy": a word that a preposition before it keeps in the genitive."""
    return any(p.text in {"z", "ze"} and p.kind == "fixed" for p in parts[:i])


def particle_before(parts: list[Part], i: int) -> bool:
    """„Vinci" in „da Vinci", „Knebel-Doeberitz" behind "von": a surname that often stays as it is, with men too."""
    return any(p.text in _NOBLE for p in parts[:i])


def _kind(token: str) -> Kind:
    bare = token.rstrip(".")
    if len(token) == 1 and token in DASHES:
        return "dash"
    if not bare[:1].isalpha() or (len(bare) == 1) or (token.endswith(".") and len(bare) <= 2):
        return "fixed"
    if bare.lower() in abbreviated_titles() and (token.endswith(".") or bare.islower()):
        return "fixed"
    if bare in PARTICLES or (_ROMAN.match(bare) and bare.isupper() and len(bare) <= 4):
        return "fixed"
    return "word"


_WHOLE = frozenset({"dr.", "mgr.", "płk.", "ppłk.", "mjr.", "kmdr.", "bp.", "abp."})
"""Abbreviations that end in the last letter of their word: Polish spelling gives them a stop in the oblique cases only."""


def _is_inflected_degree(text: str, match: re.Match[str]) -> bool:
    """„[dr.] Jana": a full stop that stands for a case ending, which the nominative lacks."""
    return match.group().lower() in _WHOLE and match.end() < len(text)


def parts_of(name: str) -> list[Part]:
    """„Rojek – Kałek" -> Rojek, dash, Kałek: the pieces of a name in order; a dash between two words is glued to both."""
    found: list[Part] = []
    previous_end = 0
    text = split_glued(name)
    for match in _TOKEN.finditer(text):
        token = match.group()
        kind = _kind(token)
        # a full stop that is not an abbreviation's ends the sentence, not the name
        if kind == "word" and token.endswith("."):
            token = token[:-1]
        if kind == "fixed" and _is_inflected_degree(text, match):
            token = token[:-1]
        glue = kind == "dash" or (match.start() == previous_end and previous_end > 0)
        if found and found[-1].kind == "dash":
            glue = True
        elif found and kind == "word" and (found[-1].text.endswith(".") or f"{found[-1].text}.".lower() in _WHOLE):
            glue = False  # "K.Nowak" is printed "K. Nowak", "dr.Jana" "dr Jan"
        found.append(Part("-" if kind == "dash" else token, kind, glue))
        previous_end = match.end()
    while found and found[-1].kind == "dash":
        found.pop()
    return found
