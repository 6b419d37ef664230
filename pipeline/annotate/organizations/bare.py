"""„olsztyński magistrat", „w ratuszu", „Gmina Korfantów": offices and units without the words „Urząd Miasta"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.annotate.organizations.found import FoundOrganization
from pipeline.annotate.organizations.lexicon import bare_kind, lemmas, lexicon
from pipeline.annotate.organizations.tails import Places, place_tail, tidy
from pipeline.values import morph
from pipeline.values.place import form_of, read_adjective
from pipeline.values.trie import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.values.trie import Word

_UNITS = {"gmina": "Gmina", "miasto": "Miasto", "powiat": "Powiat", "województwo": "Województwo"}


_MIDDLE = {("gmina", "miejski"): "Miejska ", ("gmina", "wiejski"): "Wiejska ", ("miasto", "stołeczny"): "Stołeczne "}


def find_bare(text: str, places: Places) -> Iterator[FoundOrganization]:
    """„olsztyński magistrat", „w ratuszu", „Urząd": an office that is named in full elsewhere, or by its town's adjective."""
    words = words_of(text)
    for index, word in enumerate(words):
        kind = bare_kind(word.text)
        if kind is None or not _is_singular(word.text) or _is_ex_officio(words, index) or _is_other(text, words, index):
            continue
        if kind[1] == "city_office" and _is_building(words, index):
            continue
        tail, town = place_tail(text, word.end, places, beside=False)
        if town is not None:
            printed = {"county_office": "Starostwo Powiatowe", "hospital": "Szpital"}.get(kind[1])
            named = f"{printed} {tidy(text[word.end : tail])}" if printed else _of_town(kind[1], town)
            yield FoundOrganization(word.start, tail, named, _kind_of(kind[1]), "organization.adjective")
            continue
        start, name = word.start, kind[0]
        rule = "organization.bare"
        for neighbour in (index - 1, index + 1):
            full = _by_adjective(text, words, index, neighbour, kind[1])
            if full is not None:
                name, rule = full, "organization.adjective"
                start = min(start, words[neighbour].start)
                yield FoundOrganization(start, max(word.end, words[neighbour].end), name, _kind_of(kind[1]), rule)
                break
        else:
            yield FoundOrganization(start, word.end, name, _kind_of(kind[1]), rule)


def _is_singular(word: str) -> bool:
    """„szpitali" is every hospital, not one named elsewhere."""
    readings = morph.analyse(word.lower())
    return not readings or any(r.number == "sg" for r in readings)


def _is_ex_officio(words: list[Word], index: int) -> bool:
    """„działa z urzędu": the idiom, not an office."""
    return index > 0 and words[index].text == "urzędu" and words[index - 1].text.lower() == "z"


def _is_building(words: list[Word], index: int) -> bool:
    """„pod ratuszem", „z wieży olsztyńskiego ratusza": the house, not who works in it."""
    first = index - 1
    if first > 0 and (
        read_adjective(words[first].text) is not None or any(r.pos == "adj" for r in morph.analyse(words[first].text))
    ):
        first -= 1
    parts = lexicon()["parts"]
    return first >= 0 and (
        words[first].text.lower() in parts["beside_house"] or bool(lemmas(words[first].text) & set(parts["of_house"]))
    )


def _is_other(text: str, words: list[Word], index: int) -> bool:
    """„urząd skarbowy", „Urzędu Ochrony Państwa": an office of another kind."""
    if index + 1 >= len(words) or text[words[index].end : words[index + 1].start].strip(" \u00a0"):
        return False
    following = words[index + 1].text
    capital = following[0].isupper() and words[index].text[0].isupper() and read_adjective(following) is None
    return capital or bool(lemmas(following) & set(lexicon()["parts"]["other_offices"]))


def _kind_of(kind: str) -> str:
    return "city_office" if kind == "office" else kind


def _by_adjective(text: str, words: list[Word], index: int, neighbour: int, kind: str) -> str | None:
    if not 0 <= neighbour < len(words):
        return None
    left, right = sorted((index, neighbour))
    if text[words[left].end : words[right].start].strip(" \u00a0"):
        return None
    adjective = read_adjective(words[neighbour].text)
    if adjective is None or not adjective.towns:
        return None
    return _of_town(kind, adjective.towns[0])


def _of_town(kind: str, town: str) -> str:
    """„żyrardowskie starostwo" -> „Starostwo Powiatowe w Żyrardowie": the office that a bare word and its town make."""
    locative, genitive = form_of(town, "loc") or town, form_of(town, "gen") or town
    preposition = "we" if re.match(r"[WF][^aeiouyąęó]", locative) else "w"
    if kind == "hospital":
        return f"Szpital {preposition} {locative}"
    if kind == "county_office":
        return f"Starostwo Powiatowe {preposition} {locative}"
    return f"Urząd Miasta {genitive}"


def find_units(text: str, places: Places) -> Iterator[FoundOrganization]:
    """„Gmina Korfantów", „Miasta Gdynia", „Powiat Gnieźnieński": a unit of local government as an organisation."""
    words = words_of(text)
    for index, word in enumerate(words[:-1]):
        unit = next((u for u in sorted(lemmas(word.text)) if u in _UNITS), None)
        if unit is None or not word.text[0].isupper():
            continue
        step = 1 + bool(lemmas(words[index + 1].text) & {"miejski", "wiejski", "stołeczny"} and index + 2 < len(words))
        following = words[index + step]
        between = text[word.end : following.start]
        place = places.at(following.start) if "\n" not in between and (step > 1 or not between.strip(" \u00a0")) else None
        if place is None:
            continue
        name = place.name if place.level == "gmina" else place.name.split(" ", 1)[1].capitalize()
        middle = _MIDDLE.get((unit, next(iter(lemmas(words[index + 1].text) & {"miejski", "wiejski", "stołeczny"}), "")), "")
        yield FoundOrganization(word.start, place.end, f"{_UNITS[unit]} {middle}{name}", "municipality", "organization.unit")
