"""„Kwalitex Sp. z o.o.", „Śląskie Biuro Certyfikacji", not „Jan Nowak" or „Urząd Miasta": what may be the name of a body."""

from __future__ import annotations

import re

from pipeline.annotate.certifiers.cues import cues, lemmas
from pipeline.values import morph

_STANDARDS = frozenset({"ISO", "PN", "EN", "OHSAS"})
_PERSON = 2
"""words: a first name and a surname"""

_ACRONYM = re.compile(r"[A-ZĆŁŃÓŚŹŻ]{3,6}")

_GENERIC = 2
"""words: a head and its word of certification"""


def is_name(printed: str, named: str, *, has_form: bool) -> bool:
    """„Karpacki Instytut Certyfikacji": whether capitalised words may name a body.

    Args:
        printed: the words, without a legal form.
        named: what the clause asks for (clauses.toml): any, company, adviser, acronym, telling (it says that it certifies) or
            certifier (the same, and nothing but the name says so).
        has_form: whether a legal form follows.
    """
    words, table = printed.split(), cues()["unknown"]
    first = lemmas(words[0].strip('„”"'))
    certifies = named in {"certifier", "telling"} and bool(first & set(table["certifier_heads"]))
    certifies |= has_form and len(words) > 1 and bool(first & set(table["heads_before_form"]))
    if (first & set(table["not_heads"]) and not certifies) or words[0].upper() in _STANDARDS:
        return False
    if _is_person(words) and not has_form:
        return False
    low = printed.lower()
    if named == "acronym":
        return _ACRONYM.fullmatch(printed) is not None and printed.upper() not in table["not_acronyms"]
    if named == "certifier":
        return len(words) > 1 and _says_it_certifies(words, low)
    if named == "telling":
        return any(word in low for word in table["telling_words"]) or (len(words) > 1 and _says_it_certifies(words, low))
    return named == "any" or has_form or any(word in low for word in table[f"{named}_words"])


def _says_it_certifies(words: list[str], low: str) -> bool:
    """„Bałtycka Jednostka Certyfikująca Ster": a word of certification behind a noun that heads such names."""
    table = cues()["unknown"]
    if any(word in low for word in table["headless_words"]):
        return True
    if len(words) == _GENERIC and lemmas(words[0]) & set(table["generic_heads"]):
        return False
    heads = set(table["certifier_heads"])
    headed = lemmas(words[0]) & heads or (bool(lemmas(words[1]) & heads) and _is_adjective(words[0]))
    return bool(headed) and any(word in low for word in table["certifier_words"])


def _is_adjective(word: str) -> bool:
    """„Karpacki [Instytut Certyfikacji]": the first word of a name may be an adjective."""
    return any(r.pos == "adj" for r in morph.analyse(word.lower()))


def _is_person(words: list[str]) -> bool:
    """„specjalista firmy doradczej [Telesfor Mocek]": a first name and a surname are no firm, „Feniks Cert" is one."""
    if len(words) != _PERSON or words[1].lower() in cues()["unknown"]["company_words"]:
        return False
    first = morph.analyse(words[0])
    return any(morph.FIRST_NAME in r.labels for r in first)


def person_behind(printed: str) -> int:
    """„Safe Norma Robert Gil" -> 12: characters of a first name and a surname behind a firm's name, else 0."""
    words = printed.split()
    last = words[-_PERSON:]
    if len(words) <= _PERSON or not _is_person(last) or not all(w[0].isupper() and w[1:].islower() for w in last):
        return 0
    return len(printed) - len(printed[: printed.rindex(last[0])].rstrip())
