"""Where the trained pipeline lies: beside the installed package, or in ``models/`` of a source tree."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pipeline

NAME = "pl_magistrat_sm"


@lru_cache(maxsize=1)
def shipped_path() -> Path | None:
    """The folder of „pl_magistrat_sm", for ``spacy.load``; None where the package was built without it."""
    package = Path(pipeline.__file__).parent
    for home in (package / "models", package.parent / "models"):
        if (home / NAME / "meta.json").is_file():
            return home / NAME
    return None
