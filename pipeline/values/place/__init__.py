"""Municipalities, counties and voivodeships: names in every form, adjectives, addresses, codes of GUS's TERC register.

The tables are facts of GUS (TERYT/TERC, state 2024-01-01), their forms come from Morfeusz; tools/build_gazetteer.py made them.
"""

from pipeline.values.place.address import Address, read_address
from pipeline.values.place.adjective import Adjectival, read_adjective
from pipeline.values.place.gazetteer import Form, Unit, county_at, form_of, seat_of, unit_with, units_named
from pipeline.values.place.match import FoundName, find_names
from pipeline.values.place.resolve import Hints, resolve

__all__ = [
    "Address",
    "Adjectival",
    "Form",
    "FoundName",
    "Hints",
    "Unit",
    "county_at",
    "find_names",
    "form_of",
    "read_address",
    "read_adjective",
    "resolve",
    "seat_of",
    "unit_with",
    "units_named",
]
