"""„dlaDzieci", „Ochronyprzyrody": the pieces of a word that lost its spaces, each a word that the dictionary knows."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import Final

from pipeline.values import morph
from pipeline.values.name.phrase import institution_nouns

MARKS: Final = ".,:;!?\"'„”’()–-"
"""Punctuation that a piece may carry at its ends."""
_SHORTEST: Final = 5
"""letters of a word found inside another one; a shorter one is found there by accident („wich" in „Bromwich")"""
_LONGEST: Final = 24
"""letters of a form; only compounds with a hyphen are longer"""
LIMIT: Final = 300
"""letters of a word that is parted; the longest name of an institution that lost all its spaces has 130"""
_WORD_COST: Final = 10
_SMALL_COST: Final = 5
_SHORT_COST: Final = 2
"""Costs, in no unit: fewer and longer words win; each letter that a word has fewer than ``_PLAIN`` costs something."""
_PLAIN: Final = 8
_PARTS: Final = frozenset({"subst", "adj", "ppas", "pact", "ger", "num", "adv"})
"""What names are made of: verbs in person and vocatives are found in any string („masz" in „Rolmasz")."""
_OPENING: Final = "„“(«"
_STUCK: Final = re.compile(r"(?:we?|nr|im\.?)(?=[A-ZĄĆĘŁŃÓŚŹŻ][^\W\d_A-Z]|\d)")
"""„PSPwKrakowie": what may stand between an acronym and a name."""
_ONE: Final = re.compile(r"[^\W\d_]\W?")
_MIXED: Final = re.compile(r"\w{0,12}[A-ZŁŚŻ]\w?[a-z]{1,2}")
_RUN: Final = 2
"""capitals that make an acronym"""
_INITIAL: Final = 2
"""letters of an abbreviation; a single one is an initial"""


@lru_cache(maxsize=1)
def lexicon() -> dict[str, frozenset[str]]:
    """„small", „combining", „foreign_heads" …: the words of ``glued.toml`` by table."""
    text = resources.files(__package__).joinpath("glued.toml").read_text(encoding="utf-8")
    return {key: frozenset(words) for key, words in tomllib.loads(text).items()}


def humps(word: str) -> list[str]:
    """„ZespółSzkółnr5" -> Zespół, Szkółnr, 5; „FCKopenhaga" -> FC, Kopenhaga; „im.KarolaBąka" -> im., Karola, Bąka.

    A word is cut before a capital behind a small letter, before the last capital of a run that three small letters follow,
    behind a full stop or comma and between letters and digits. „MSWiA", „W.Witos" and „S.A." stay whole.
    """
    pieces, start = [], 0
    for at in range(1, len(word)):
        if _is_border(word, start, at):
            pieces.append(word[start:at])
            start = at
    return _joined([*pieces, word[start:]])


def _is_border(word: str, start: int, at: int) -> bool:
    before, here = word[at - 1], word[at]
    run = word[start:at]
    if here in _OPENING:
        return before not in _OPENING
    if here.isupper() and before.isupper():
        long = run.isupper() and (len(run) >= _RUN or run in "IVX")
        return long and len(word) > at + 3 and word[at + 1 : at + 4].isalpha() and word[at + 1 : at + 4].islower()
    if before in ".,;" and here.isalpha():
        return _ends(run, here)
    if here.isdigit() != before.isdigit():
        return (here.isalpha() and before.isdigit()) or before.islower()
    if here.islower() and before.isupper():
        return len(run) >= _RUN and run.isupper() and _STUCK.match(word, at) is not None
    return here.isupper() and before.islower()


def _ends(run: str, following: str) -> bool:
    """„im." before „Karola", „Grynhoff," before „Woźny"; not „W." before „Witosa", nor „redakcja." before „pl"."""
    bare = run[:-1]
    if not bare or not bare[-1].isalpha():
        return False
    if run[-1] != ".":
        return True
    abbreviated = following.isupper() or any(bare.lower().endswith(a) for a in ("im", "prof", "dr", "ks", "gen"))
    return len(bare) >= _INITIAL and "." not in bare and abbreviated


def _joined(pieces: list[str]) -> list[str]:
    """„IFi", „S" -> IFiS: a capital behind an acronym with small letters in it ends that acronym."""
    whole: list[str] = []
    for piece in pieces:
        if whole and piece.isupper() and _ONE.fullmatch(piece) and _MIXED.fullmatch(whole[-1]):
            whole[-1] += piece
        else:
            whole.append(piece)
    return whole


@lru_cache(maxsize=20_000)
def segmented(text: str, *, closed: bool) -> tuple[str, ...] | None:
    """„Demokratównarzecz" -> Demokratów, na, rzecz: the cheapest parting into words of the dictionary; None without one.

    Args:
        text: letters only, the first may be a capital, or all of them are.
        closed: whether a name ends here, so that its last piece may be no preposition or conjunction.

    Linear in the length of the text (times the longest form).
    """
    size = len(text)
    if size > LIMIT or not text.isalpha():
        return None
    best: list[tuple[int, int] | None] = [(0, 0)] + [None] * size
    for end in range(1, size + 1):
        for start in range(max(0, end - _LONGEST), end):
            so_far = best[start]
            cost = None if so_far is None else _cost(text[start:end], opens=start == 0, ends=closed and end == size)
            if so_far is not None and cost is not None and (best[end] is None or so_far[0] + cost < (best[end] or (0, 0))[0]):
                best[end] = (so_far[0] + cost, start)
    if best[size] is None:
        return None
    pieces: list[str] = []
    at = size
    while at:
        start = (best[at] or (0, 0))[1]
        pieces.insert(0, "na rzecz" if text[start:at] == "narzecz" else text[start:at])
        at = start
    return tuple(pieces)


def _cost(piece: str, *, opens: bool, ends: bool) -> int | None:
    """What a piece costs; None for one that is no word."""
    if piece.lower() in lexicon()["small"]:
        return None if opens or ends else _SMALL_COST
    if len(piece) < _SHORTEST and piece.lower() not in lexicon()["short"] and not (opens and _is_institution(piece)):
        return None
    if not is_noun_like(piece):
        return None
    return _WORD_COST + _SHORT_COST * max(0, _PLAIN - len(piece))


@lru_cache(maxsize=100_000)
def is_noun_like(piece: str) -> bool:
    """„zasadności", „byłych": a form of a noun, an adjective, a participle or a numeral, and not only a vocative."""
    return any(r.pos in _PARTS and r.case != "voc" for r in readings(piece))


def _is_institution(piece: str) -> bool:
    """„Unia", „Ruch": short nouns that open the names of institutions."""
    return len(piece) == _SHORTEST - 1 and any(r.lemma in institution_nouns() for r in readings(piece))


@lru_cache(maxsize=100_000)
def readings(word: str) -> tuple[morph.Reading, ...]:
    """„Gminy", „GMINY" -> readings of gmina: of the whole word as printed, in small letters and with one capital.

    Prefixes that the dictionary sets before surnames („praWoja") make no word.
    """
    forms = dict.fromkeys((word, word.lower(), *([word.capitalize()] if word.isupper() else [])))
    found = (r for form in forms for r in morph.analyse(form) if len(r.form) == len(word))
    return tuple(r for r in found if r.lemma[1:] == r.lemma[1:].lower() or not r.lemma[:1].islower())
