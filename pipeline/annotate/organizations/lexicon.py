"""The words of lexicon.toml, ready to be looked up."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from pipeline.text import fold
from pipeline.values import morph
from pipeline.values.inflect import forms
from pipeline.values.trie import Trie, words_of


class Office(NamedTuple):
    """„Urząd Miasta i Gminy", municipal_office: an office without its place."""

    name: str
    kind: str
    abbreviated: bool = False
    """whether a dot ends what is printed („Starostwo Pow.")"""


@cache
def lexicon() -> dict[str, Any]:
    """The tables of lexicon.toml."""
    return tomllib.loads(files("pipeline.annotate.organizations").joinpath("lexicon.toml").read_text(encoding="utf-8"))


@cache
def offices() -> Trie[Office]:
    """Every inflected form of every office, folded."""
    trie: Trie[Office] = Trie()
    for entry in lexicon()["office"]:
        for phrase in entry["phrases"]:
            for form in forms(phrase):
                trie.add([w.text for w in words_of(fold(form))], Office(phrase, entry["kind"]))
        for phrase in entry.get("abbreviated", ()):
            for form in forms(phrase):
                trie.add([w.text for w in words_of(fold(form))], Office(entry["phrases"][0], entry["kind"], abbreviated=True))
    return trie


@cache
def acronyms() -> Trie[Office]:
    """„UM", „SPZOZ": acronyms of offices with what they stand for, of institutions as they are."""
    trie: Trie[Office] = Trie()
    for acronym, entry in lexicon()["abbreviations"].items():
        trie.add(acronym.split(), Office(entry["name"], entry["kind"]))
    for acronym, kind in lexicon()["institution_acronyms"].items():
        trie.add(acronym.split(), Office(acronym, kind))
    return trie


@lru_cache(maxsize=65536)
def lemmas(word: str) -> frozenset[str]:
    """„Urzędowi" -> {"urząd"}, „Oczyszczania" -> {"oczyszczać", "oczyszczanie"}: lemmas, verbal nouns as nouns too."""
    low = word.lower()
    verbal = any(r.pos == "ger" and r.number == "sg" for r in morph.analyse(low))
    nouns = [_VERBAL_NOUN.sub(r"\1e", low)] if verbal else []
    return frozenset([*(lemma.lower() for lemma in morph.lemmas(low)), *nouns])


_VERBAL_NOUN = re.compile(r"([nc]i)(?:e|a|u|em)$")


@lru_cache(maxsize=65536)
def head_kind(word: str) -> tuple[str, str] | None:
    """„Szpitala" -> ("szpital", "hospital"): lemma and kind of a word that heads an institution's name."""
    heads = lexicon()["heads"]
    return next(((lemma, heads[lemma]) for lemma in sorted(lemmas(word)) if lemma in heads), None)


@lru_cache(maxsize=65536)
def bare_kind(word: str) -> tuple[str, str] | None:
    """„magistracie" -> ("magistrat", "city_office")."""
    table = lexicon()["bare"]
    return next(((lemma, table[lemma]) for lemma in sorted(lemmas(word)) if lemma in table), None)


@lru_cache(maxsize=65536)
def continues(word: str) -> bool:
    """„Gospodarki": whether a capitalised word may belong to a name behind its head: an adjective or a genitive."""
    if lemmas(word) & set(lexicon()["parts"]["stops"]):
        return False
    last = word.rsplit("-", 1)[-1]
    readings = (*morph.analyse(last), *morph.analyse(last.lower()))
    named = {r.case for r in readings if morph.FIRST_NAME in r.labels}
    if named and ("nom" in named or "gen" not in named) and not any(r.pos == "adj" for r in readings):
        return False
    return not readings or any(r.pos in {"adj", "ppas", "pact"} or r.case in {"gen", "dat"} for r in readings)


@lru_cache(maxsize=65536)
def is_namesake(word: str) -> bool:
    """„Jana", „Williama": the genitive of a first name, which opens a patron's name or somebody else's."""
    readings = morph.analyse(word)
    return any(morph.FIRST_NAME in r.labels and r.case == "gen" for r in readings) and not any(
        r.pos == "adj" or morph.GEOGRAPHIC in r.labels for r in readings
    )
