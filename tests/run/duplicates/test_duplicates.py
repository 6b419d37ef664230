"""A run's copies are linked to one article, the same one in any order."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.run.duplicates import Duplicates
from pipeline.run.duplicates.candidates import pairs
from pipeline.run.duplicates.signature import PERMUTATIONS, signature

STORY = """Nowa kładka w Ostrowie Polnym
Od poniedziałku piesi mogą korzystać z nowej kładki nad Strugą. Budowa trwała dziewięć miesięcy i kosztowała milion złotych.
Wójt Honorata Sielska przecięła wstęgę razem z uczniami miejscowej szkoły podstawowej.
Poprzedni mostek zamknięto po wiosennych roztopach, które podmyły jego przyczółek.
Mieszkańcy osiedla za rzeką przez cały rok chodzili do sklepu okrężną drogą, obok stacji pomp.
W przyszłym roku gmina chce jeszcze oświetlić dojście od strony przystanku."""
CUT = STORY.rpartition("\n")[0]
OTHER = (
    "Zupełnie inny tekst o dożynkach w sąsiedniej wsi. Wieniec uplotły panie z koła gospodyń. Pogoda dopisała przez cały dzień."
)


def links(*records):
    copies = Duplicates()
    for record in records:
        copies.add(record)
    return [(row.article_id, row.representative, row.kind) for row in copies.links()]


@pytest.fixture
def story(make_record):
    return lambda name, text=STORY, published=None: make_record(name, id=name, text=text, published=published)


def test_copies_are_linked_and_the_others_are_not(story):
    found = links(story("a"), story("b"), story("c", CUT), story("d", OTHER))
    assert found == [("b", "a", "exact"), ("c", "a", "near")]


@pytest.mark.parametrize(
    ("copies", "representative"),
    [
        pytest.param([("a", STORY, "2013-05-07"), ("b", STORY, "2013-05-06")], "b", id="the earliest of equal texts"),
        pytest.param([("a", STORY, None), ("b", STORY, "2013-05-06")], "b", id="a dated one before one without a date"),
        pytest.param([("a", STORY, "2013"), ("b", STORY, "2013-05-06")], "b", id="a day before its bare year"),
        pytest.param([("a", CUT, None), ("b", STORY, None)], "b", id="the fullest where no date decides"),
        pytest.param([("a", CUT, "2013-05-06"), ("b", STORY, "2013-05-07")], "a", id="the earliest of nearly full ones"),
        pytest.param([("a", STORY[: len(STORY) * 7 // 10], "2013-05-06"), ("b", STORY, "2013-05-07")], "b", id="never a torso"),
    ],
)
def test_who_represents_a_group(story, copies, representative):
    assert {row[1] for row in links(*(story(*copy) for copy in copies))} == {representative}


def test_the_links_do_not_depend_on_the_order(story):
    records = [
        story("a"),
        story("b", CUT, "2013-05-06"),
        story("c", STORY + "\nŹródło: urząd."),
        story("d", OTHER),
        story("e", OTHER),
    ]
    found = {tuple(links(*order)) for order in permutations(records)}
    assert len(found) == 1
    assert len(*found) == 3


def test_a_copy_of_a_copy_that_shares_too_little_with_the_fullest_stays_apart(story):
    halves = [f"Zdanie numer {word} mówi o czymś zupełnie innym niż pozostałe zdania." for word in "abcdefghijklmnop"]
    long, middle, far = ("\n".join(halves[a:b]) for a, b in ((0, 12), (3, 14), (8, 16)))
    found = links(story("long", long), story("middle", middle), story("far", far))
    assert ("far", "long", "near") not in found


def test_nothing_to_link(story):
    assert links() == []
    assert links(story("a")) == []


def test_a_signature_is_small_whatever_the_text():
    for text in ("", "x", STORY, "\n".join(f"Wiersz {n} ma kilka słów więcej." for n in range(5000))):
        signed = signature(text)
        assert signed.sketch.nbytes + signed.segments.nbytes <= 800
        assert len(signed.sketch) == PERMUTATIONS


@given(st.text(max_size=200))
def test_any_text_has_a_signature_and_equals_itself(text):
    assert signature(text).exact == signature(f" {text}\n").exact


def test_a_bucket_of_many_costs_as_many_pairs_as_it_holds():
    same = np.zeros((400, PERMUTATIONS), dtype=np.uint16)
    assert len(pairs(same)) <= 400 * 10
    assert pairs(same[:0]).shape == (0, 2)
    assert pairs(np.arange(3 * PERMUTATIONS, dtype=np.uint16).reshape(3, -1)).shape == (0, 2)
