"""Dates, standards, enumerations: the grammars on inputs made to be slow."""

from __future__ import annotations

import pytest

from pipeline.values.edtf import find_dates
from pipeline.values.enumeration import segment
from pipeline.values.standard import find

STANDARDS = {
    "digits": "1",
    "dashes": "-",
    "blanks": " ",
    "digits, dashes and blanks": "1- -1 1-",
    "publishers": "ISO ",
    "prefix and blanks": "PN-EN ISO" + " " * 40,
    "list": "ISO 9001, 14001, ",
    "numbers": "9001 ",
    "editions": "9001:2015 ",
    "system": "system przeciwdzialania ",
    "brackets": "(",
    "bracketed numbers": "(9001, ",
    "lines": "\n",
    "glued": "ISO9001ISO",
    "supplements": "ISO 1:2000/A1:2001",
    "schemes": "WCAG 2.1 i ",
    "guidelines": "web content accessibility guidelines (",
    "addresses": "www.iso-9001/",
}

DATES = [
    "1",
    "-",
    "1-",
    "1,",
    "1. ",
    "2010, ",
    "2010 - ",
    "1 i ",
    "do ",
    "nr 1/",
    "Dz.U. poz. 1 ",
    "maja i ",
    "9 maja ",
    "\n",
    "(",
]

LISTS = ["1) a 2) b ", "- a\n", ". ", "1. a\na) b\n", "a: b; c. ", "\n", " - a"]


@pytest.mark.parametrize("unit", STANDARDS.values(), ids=STANDARDS.keys())
def test_standards(unit, is_linear):
    is_linear(find, unit)


@pytest.mark.parametrize("unit", DATES, ids=repr)
def test_dates(unit, is_linear):
    is_linear(lambda text: find_dates(text, "2010-05-05"), unit)


@pytest.mark.parametrize("unit", LISTS, ids=repr)
def test_enumerations(unit, is_linear):
    is_linear(segment, unit)
