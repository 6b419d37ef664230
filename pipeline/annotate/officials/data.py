"""„screen.toml": the tables of words beside the rules, each read once."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any


@lru_cache(maxsize=8)
def load(name: str) -> dict[str, Any]:
    """The tables of „screen.toml" or another TOML file of this folder; not to be changed by the caller.

    Raises:
        FileNotFoundError: no file of that name.
    """
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))
