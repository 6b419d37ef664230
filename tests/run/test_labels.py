"""A page in Polish prints no code of ours that has no Polish name."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

from pipeline import clean, read, schema
from pipeline.clean.furniture import sections
from pipeline.clean.furniture.rules import rules
from pipeline.run.show.marks import labels


def table_column(path, name):
    lines = [line.split("\t") for line in files("pipeline").joinpath(path).read_text("utf-8").splitlines() if line[:1] != "#"]
    index = lines[0].index(name)
    return {row[index] for row in lines[1:] if len(row) > index and row[index]}


def organization_kinds():
    text = files("pipeline").joinpath("annotate/organizations/lexicon.toml").read_text("utf-8")
    data = tomllib.loads(text)
    kinds = {row["kind"] for row in data["office"]}
    for name in ("bare", "heads", "institution_acronyms"):
        kinds |= {value for value in data[name].values() if re.fullmatch(r"[a-z_]+", value)}
    return kinds


CODES = {
    "functions": table_column("annotate/officials/heads.tsv", "role_id")
    | table_column("annotate/officials/classes.tsv", "role_id"),
    "organizations": organization_kinds(),
    "bodies": set(get_args(schema.BodyKind)),
    "date roles": set(get_args(schema.DateRole)),
    "finding kinds": set(get_args(schema.FindingKind)),
    "statuses": set(get_args(schema.Status)),
    "places": set(get_args(schema.PlaceFrom)),
}


@pytest.mark.parametrize("group", CODES)
def test_every_code_has_a_polish_name(group):
    assert CODES[group], "the table of codes was not found where this test looks"
    assert CODES[group] - set(labels()["codes"]) == set()


def reasons():
    """Of rules, sections and names of elements, and those that the code of cleaning writes itself."""
    data = tomllib.loads(files(clean).joinpath("html/data/prune.toml").read_text("utf-8"))
    written = [path.read_text("utf-8") for path in Path(clean.__file__).parent.rglob("*.py")]
    found = {code for text in written for code in re.findall(r"(?:Mark\(|\breason=)\"([a-z_]+)\"", text)}
    found |= {rule.reason for rule in rules()} | {section.reason for section in sections._sections().openers}
    found |= {
        entry["reason"] for entries in data.values() if isinstance(entries, list) for entry in entries if "reason" in entry
    }
    return found - {"blank", "no_text"}


def test_every_reason_of_cleaning_has_a_polish_name():
    assert len(reasons()) > 40
    assert reasons() - set(labels()["reasons"]) == set()


def test_every_reason_for_an_encoding_has_a_polish_name():
    written = "".join(path.read_text("utf-8") for path in Path(read.__file__).parent.glob("*.py"))
    found = set(re.findall(r'Decoded\(.*, .*"([a-z -]+)"\)', written)) - {"replace"} | {"plain ascii"}
    found |= set(re.findall(r'_REASON = ".*", "([a-z -]+)"', written))
    assert len(found) >= 6
    assert found - set(labels()["encodings"]) == set()
