"""„Szymona Szynkowskiego vel Sęka" -> words that inflect and words that stay: the shape of a person's name."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from pipeline.text import DASHES
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
        "domu",
        "a",
    }
)
"""Words inside names that keep their form; lower case in print."""

_ROMAN = re.compile(r"[IVX]+$")
_GLUED = re.compile(r"(?<=[a-ząćęłńóśźż])(?=[A-ZĄĆĘŁŃÓŚŹŻ])")
_GLUED_OK = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|O['’])[A-Z]")
_TOKEN = re.compile(rf"[^\W\d_]+(?:['’‘′`´][^\W\d_]*)*\.?|[{DASHES}]|[^\s\w]|\d+", re.UNICODE)

Kind = Literal["word", "fixed", "dash"]


class Part(NamedTuple):
    """One piece of a name; ``glue`` says that no space stands before it."""

    text: str
    kind: Kind
    glue: bool


def split_glued(name: str) -> str:
    """„RadkaHyżego" -> "Radka Hyżego": pages glue words; „McDonald" stays."""
    return " ".join(w if _GLUED_OK.match(w) else _GLUED.sub(" ", w) for w in name.split())


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
        glue = kind == "dash" or (match.start() == previous_end and previous_end > 0)
        if found and found[-1].kind == "dash":
            glue = True
        elif found and found[-1].text.endswith(".") and kind == "word":
            glue = False  # "K.Nowak" is printed "K. Nowak"
        found.append(Part("-" if kind == "dash" else token, kind, glue))
        previous_end = match.end()
    while found and found[-1].kind == "dash":
        found.pop()
    return found
