"""No regular expression of the dates backtracks without end: each is held against hostile strings, and must give up quickly."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time

import pytest

import pipeline.values.edtf
from pipeline.values.edtf import durations, grammar, guards

LENGTH = 300
"""characters; exponential work would never end, and cubic work would take seconds"""
SECONDS = 2
"""of CPU, for all hostile strings and one expression; a few milliseconds are usual"""
UNITS = [
    "a", "1", "1.", "1. ", "1 ", "1 1 ", "1,", "1-", "1–1 ", " ", "\n", "(", "w ", "na ", "dnia ", "dzień ", "do końca ", "od ", "co rok ",
    "każdego roku, ", "ustawa ", "któr ", ", który ", "planowany ", "nr 1/", "Dz.U. ", "poz. 1 r.", "www.a", "ISO 1:", "ul. 1 ", "? – a ",
    "zakończony w ", "trzyletni ", "zł 1 ", "1 000 ", "godz. 1.", "_", "a1", "ó–", "2010-", "roku po ",
]  # fmt: skip
KINDS = [
    "a", "b", "ab", "a.", "a,", "a-", "ai", "o", "oo", "M", "M,", "MiM", "M-", "Y", "Y,", "Y-", "Y/", "W", "W,", "WiW", "<W,", "t,", "a.a.",
    "a.a-", "l", "lp-", "Q,", "o,", "r", "rY", "sr", "x", "v", "vW", "zW", "a\n", "<", "R.", "Ri", "k", "Kk", "d", "DaiDa", "n", "wW",
]  # fmt: skip


def modules():
    names = [m.name for m in pkgutil.iter_modules(pipeline.values.edtf.__path__)]
    return [importlib.import_module(f"pipeline.values.edtf.{name}") for name in names]


def over_text():
    found = {
        f"{m.__name__.rsplit('.', 1)[-1]}.{n}": p for m in modules() for n, p in vars(m).items() if isinstance(p, re.Pattern)
    }
    found |= {f"guards.{on}": p for on, p in zip(("word", "digit", "cased"), guards._patterns(), strict=True)}
    return found | {"guards.heads": guards._heads(), "durations.adjective": durations._adjective()}


def over_kinds():
    found = {f"rule.{rule.id}": rule.pattern for rule in grammar.rules()}
    return found | {f"kind.{kind}": pattern for kind, pattern in grammar._compiled().by_kind.items()}


TEXT, ATOMS = over_text(), over_kinds()


def spent(pattern, units):
    start = time.process_time()
    for unit in units:
        for end in ("", "§", "1"):
            text = unit * (LENGTH // len(unit)) + end
            pattern.search(text)
            pattern.match(text)
    return time.process_time() - start


@pytest.mark.parametrize("name", TEXT)
def test_over_text(name):
    assert spent(TEXT[name], UNITS) < SECONDS


@pytest.mark.parametrize("name", ATOMS)
def test_over_atoms(name):
    assert spent(ATOMS[name], KINDS) < SECONDS


def test_every_expression_is_found():
    assert {"lexer._TOKEN", "tense.SENTENCE_END", "years._LAW", "told._HABIT_BEFORE", "join._CLOCK"} <= set(TEXT)
    assert len(ATOMS) > len(grammar.rules())
