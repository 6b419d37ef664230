"""„nie odnowiono" -> c:renew!, c:x_anew!: classes, shapes and lemmas of words, as the model of statuses counts them."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from pipeline.record.clauses import is_finite
from pipeline.record.mood import is_conditional, past
from pipeline.record.vocabulary import data, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.values.phrase import Word

WIDE = "x_"
"""what the names of classes of ``classes.toml`` begin with; the others are those of ``statuses.toml``"""
_LEMMA_OF = frozenset({"subst", "adj", "v", "ger", "ppas", "inf", "pact", "imps", "praet", "fin", "adv", "num", "prep", "conj"})
_MOODS = (
    "necessity",
    "possible",
    "ends",
    "expiring",
    "possessing",
    "not_yet",
    "threat",
    "doubt",
    "denial",
    "expecting",
    "ceremony",
)
_REFERENCES = ("joining", "issuing", "handing", "earlier", "ellipsis", "topics", "exchanging", "keeping", "transition")


@lru_cache(maxsize=1)
def _by_key() -> dict[str, tuple[str, ...]]:
    """„odnowić" -> ("renew", "x_anew"): names of classes by the key of a word."""
    listed = {name: frozenset(words.split("|")) for name, words in data()["classes"].items() if name not in {"thing", "paper"}}
    listed |= {f"m_{name}": words_of("mood", name) for name in _MOODS}
    listed |= {f"r_{name}": words_of("reference", name) for name in _REFERENCES}
    wide = tomllib.loads((files(__package__) / "classes.toml").read_text(encoding="utf-8"))["classes"]
    listed |= {WIDE + name: frozenset(words) for name, words in wide.items()}
    found: dict[str, list[str]] = {}
    for name, keys in listed.items():
        for key in keys:
            found.setdefault(key, []).append(name)
    return {key: tuple(names) for key, names in found.items()}


@lru_cache(maxsize=50_000)
def classes_of(keys: frozenset[str]) -> tuple[str, ...]:
    """„odnowiono" -> ("renew", "x_anew"), in alphabetical order.

    Args:
        keys: those of a word, see ``values/phrase/words.py``.
    """
    known = _by_key()
    return tuple(sorted({name for key in keys for name in known.get(key, ())}))


@lru_cache(maxsize=50_000)
def lemmas(keys: frozenset[str], form: str) -> tuple[str, ...]:
    """„certyfikatu" -> ("certyfikat",); a form that the dictionary lacks is its own lemma.

    Args:
        keys: those of a word.
        form: the word in lower case.
    """
    split = (k.partition("/") for k in keys if not k.startswith(("/", "@", "=")))
    return tuple(sorted({lemma for lemma, _, feature in split if feature in _LEMMA_OF} or {form}))


@lru_cache(maxsize=50_000)
def shape(keys: frozenset[str], form: str) -> str:
    """„przyznany" -> "ppas", „przyzna" -> "fut", „przyznał" -> "perf", „przyznałby" -> "cond", „papier" -> "n".

    Args:
        keys: those of a word.
        form: the word in lower case.
    """
    if "/v" not in keys:
        return next((name for name in ("ppas", "ger", "inf") if any(k.endswith(f"/{name}") for k in keys)), "n")
    if is_conditional(form):
        return "cond"
    return "fut" if any(k.endswith("/future") for k in keys) else past(form) or "pres"


def tenses(some: Iterable[Word]) -> frozenset[str]:
    """„chce odnowić" -> {"pres", "inf"}; {"verbless"} where no verb stands."""
    found = set()
    for word in some:
        if any(k.endswith("/inf") for k in word.keys):
            found.add("inf")
        elif is_finite(word):
            found.add("fut" if "być/bedzie" in word.keys else shape(word.keys, word.form.lower()))
    return frozenset(found or {"verbless"})
