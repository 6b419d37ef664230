"""Prints constraints.txt: the installed version of every package that magistrat with its extras needs, and of nothing else.

usage: python tools/pin_versions.py > constraints.txt
"""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

EXTRAS = ("test", "lint")
BUILD = {"setuptools": "84.2.1"}
"""What pip builds the package with; an environment made by venv holds an older one, if any."""


def needed(root: str, extras: tuple[str, ...]) -> dict[str, str]:
    """Canonical name -> version of everything that ``root[extras]`` pulls in here, ``root`` itself left out."""
    versions: dict[str, str] = {}
    seen: set[tuple[str, str]] = set()
    waiting = [(root, extra) for extra in ("", *extras)]
    while waiting:
        name, extra = waiting.pop()
        if (name, extra) in seen:
            continue
        seen.add((name, extra))
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue  # an extra of a dependency that nothing here asked for
        versions[name] = found.version
        for line in found.requires or ():
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
                child = canonicalize_name(requirement.name)
                waiting += [(child, e) for e in ("", *requirement.extras)]
    del versions[root]
    return versions


def main() -> None:
    """Writes the pins to standard output."""
    pins = [f"{name}=={version}" for name, version in (needed("magistrat", EXTRAS) | BUILD).items()]
    lines = [
        "# Every version that `make run`, `make test` and `make check` install. Written by `make constraints`.",
        *sorted(pins),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
