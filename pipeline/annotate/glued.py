"""„ratusz_2011Remont", „foto.jpgRemont": names of image files that a dump stuck to a word are tokens of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.util import compile_infix_regex

if TYPE_CHECKING:
    from spacy.language import Language

_SUFFIXES = ("jpg", "jpeg", "png", "gif", "bmp", "webp", "JPG", "JPEG", "PNG", "GIF", "BMP")
_DIGITS = 8
"""figures behind the underscore: a date in one piece, as cameras number their files"""
_BEHIND = "|".join([
    *(rf"(?<=_[0-9]{{{count}}})" for count in range(1, _DIGITS + 1)),
    *(rf"(?<=\.{suffix})" for suffix in _SUFFIXES),
])  # fmt: skip
BORDER = rf"(?:{_BEHIND})(?=[A-ZĄĆĘŁŃÓŚŹŻ][a-ząćęłńóśźż])"
"""the border of zero width between the name and the word; ``clean`` keeps both, since what it cuts is lost for good"""


def split_glued(nlp: Language) -> None:
    """„iso_2011Odnowienie" -> „iso_2011", „Odnowienie": the word is read, its characters keep their offsets.

    Changes the tokenizer of the pipeline; a second call changes nothing.
    """
    tokenizer: Any = nlp.tokenizer
    infixes = getattr(tokenizer.infix_finditer, "__self__", None)
    pattern = infixes.pattern if infixes is not None else ""
    if BORDER not in pattern:
        tokenizer.infix_finditer = compile_infix_regex([part for part in (pattern, BORDER) if part]).finditer
