import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.model.endings import change_of, guess, learn_endings

TAG = "subst:sg:inst:m1"
RULES = learn_endings([(f"{stem}wiczem", TAG, f"{stem}wicz") for stem in ("Adamo", "Kubo", "Lino", "Zeno", "Waldo")])


@pytest.mark.parametrize(
    ("form", "lemma", "change"), [("Karolinie", "Karolina", (2, "a")), ("wójt", "wójt", (0, "")), ("psem", "pies", (3, "ies"))]
)
def test_a_change_strips_and_adds(form, lemma, change):
    assert change_of(form, lemma) == change


def test_an_unknown_name_follows_names_with_its_ending():
    assert guess(RULES, "Wrzosowiczem", TAG) == "Wrzosowicz"


def test_capitals_stay():
    assert guess({TAG: {"em": "2a"}}, "WRZOSEM", TAG) == "WRZOSA"


@pytest.mark.parametrize(("form", "tag"), [("Wrzosem", "fin:sg:ter:imperf"), ("em", TAG)])
def test_where_no_rule_fits_the_form_stays(form, tag):
    assert guess(RULES, form, tag) == form


@given(st.lists(st.tuples(st.text("abcłóxy", min_size=1, max_size=8), st.text("abcłóxy", min_size=1, max_size=8)), max_size=20))
def test_rules_never_fail(pairs):
    rules = learn_endings((form, TAG, lemma) for form, lemma in pairs)
    for form, _ in pairs:
        assert guess(rules, form, TAG)
