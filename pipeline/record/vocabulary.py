"""„certyfikat", „świadectwo": the tables of ``statuses.toml``, and which standards a certificate can be about."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.schema import Mention

DATA = Path(__file__).with_name("statuses.toml")


@lru_cache(maxsize=1)
def data() -> dict[str, Any]:
    """The tables of ``statuses.toml``."""
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


@lru_cache(maxsize=64)
def words_of(table: str, name: str) -> frozenset[str]:
    """A list of the tables as a set."""
    return frozenset(data()[table][name])


def standard_key(name: str) -> str:
    """„ISO/IEC 27001" -> "ISO 27001": a family as certificates compare it."""
    return name.replace("/IEC", "").replace("IEC ", "").upper()


@lru_cache(maxsize=1)
def _certifiable() -> tuple[frozenset[str], tuple[str, ...]]:
    table = data()["certifiable"]
    return frozenset(table["numbers"]), tuple(table["schemes"])


def family(mention: Mention) -> str:
    """„PN-EN ISO 9001:2009" and „ISO 9001" are one family; ISO/IEC counts as ISO."""
    return standard_key(str(mention.value.get("family") or mention.value.get("id")))


@lru_cache(maxsize=4096)
def _is_certifiable(name: str) -> bool:
    numbers, schemes = _certifiable()
    return not numbers.isdisjoint(re.findall(r"\d+", name)) or name.startswith(schemes)


def certifiable(mention: Mention) -> bool:
    """„ISO 9001", not „ISO/IEC 17025" or „PN-EN 1176": whether an office can hold a certificate of the standard."""
    return _is_certifiable(family(mention))
