"""Builds pipeline/values/place/demonyms.tsv: what the inhabitants of municipalities are called („olsztynianin", „ełczanin").

usage: python tools/build_demonyms.py DERIVATIONS.tsv FOLDER

DERIVATIONS.tsv has the columns base, derived_from, deriv_type, subtype, count (derived words annotated in NKJP). FOLDER holds
units.tsv of build_gazetteer.py. A noun that derivation allows counts where Morfeusz has it as a masculine personal noun.
"""

from __future__ import annotations

import csv
import re
import sys
import tomllib
from pathlib import Path

from pipeline.values import morph

DATA = tomllib.loads(Path(__file__).with_name("gazetteer.toml").read_text(encoding="utf-8"))
MUNICIPAL = frozenset({"city", "urban", "mixed", "rural"})
# Endings of a name and what they leave of the stem; source: the productive patterns of Polish derivation with -anin.
ENDINGS = (
    ("ec", "c"), ("iec", "c"), ("ek", "k"), ("ie", ""), ("ia", ""), ("io", ""), ("a", ""), ("o", ""), ("e", ""), ("y", ""),
    ("i", ""), ("", ""),
)  # fmt: skip
# Last consonants of the stem and what they become before -anin (łódź -> łodzianin, Kielce -> kielczanin).
ALTERNATIONS = (
    ("sk", "szcz"), ("ck", "cc"), ("k", "cz"), ("c", "cz"), ("g", "ż"), ("t", "c"), ("d", "dz"), ("ł", "l"), ("r", "rz"),
    ("ch", "sz"), ("ń", "n"), ("ś", "s"), ("ć", "c"), ("dź", "dz"), ("sn", "śn"), ("sz", "sz"), ("ów", "ow"), ("sł", "śl"),
    ("st", "szcz"), ("zn", "źn"), ("ż", "ż"),
)  # fmt: skip
MONOSYLLABLE = 5
"""characters; longer stems do not take -owianin („Brzeg", „Buk" do)"""
SUFFIXES = ("ianin", "anin", "owianin", "czanin", "szczanin")
NOT_INHABITANTS = frozenset(
    {"parafianin", "ziemianin", "mieszczanin", "muzułmanin", "górzanin", "słowianin", "rosjanin", "dobrzanin"}
)


def main(derivations: Path, folder: Path) -> None:
    """Reads the names and writes the table."""
    rows = [line.split("\t") for line in (folder / "units.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    names = sorted({name for _, kind, name, _ in rows if kind in MUNICIPAL})
    table = {(noun, name): "derived, attested in SGJP" for name in names for noun in derived(name)}
    table |= {(noun, name): "usage" for name, nouns in DATA["demonyms"].items() for noun in nouns}
    with derivations.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["deriv_type"] == "persDeriv" and row["subtype"] == "settlement" and row["derived_from"] in names:
                table[row["base"].lower(), row["derived_from"]] = "NKJP 1M"
    lines = ["demonym\tname\tsource", *(f"{noun}\t{name}\t{source}" for (noun, name), source in sorted(table.items()))]
    (folder / "demonyms.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def derived(name: str) -> set[str]:
    """„Wągrowiec" -> {"wągrowczanin"}: nouns that the dictionary has and the name's ending allows."""
    head = re.split(r"[ -]", name)[0]
    if any(r.pos == "adj" and r.lemma.islower() for r in morph.analyse(head)) and head != name:
        return set()
    low = head.lower()
    stems = {low[: len(low) - len(end)] + rest for end, rest in ENDINGS if low.endswith(end) and len(low) - len(end) > 1}
    stems |= {stem[: -len(old)] + new for stem in stems for old, new in ALTERNATIONS if stem.endswith(old)}
    candidates = {stem + suffix for stem in stems for suffix in SUFFIXES if suffix != "owianin" or len(stem) <= MONOSYLLABLE}
    candidates -= NOT_INHABITANTS
    return {noun for noun in candidates if any(r.lemma == noun and r.gender == "m1" for r in morph.analyse(noun))}


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
