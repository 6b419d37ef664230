"""„certyfikat", „świadectwo": the tables of ``statuses.toml``, and which standards a certificate can be about."""

from __future__ import annotations

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


def _key(name: str) -> str:
    return name.replace("/IEC", "").replace("IEC ", "").upper()


@lru_cache(maxsize=1)
def _uncertifiable() -> frozenset[str]:
    return frozenset(_key(name) for name in data()["uncertifiable"]["families"])


def family(mention: Mention) -> str:
    """„PN-EN ISO 9001:2009" and „ISO 9001" are one family; ISO/IEC counts as ISO."""
    return _key(str(mention.value.get("family") or mention.value.get("id")))


def certifiable(mention: Mention) -> bool:
    """Whether an office can hold a certificate of the standard: not of guidance, accreditation or accessibility."""
    name = family(mention)
    return not any(name == other or name.startswith((other + " ", other + "-")) for other in _uncertifiable())
