"""Sequences of lemmas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.values.phrase import cases, keys, match, pattern, rule_book, words

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("wanted", "text", "there"),
    [
        ("zwrócić uwaga na", "zwrócili szczególną uwagę na ład", True),
        ("zwrócić uwaga na", "zwrócili się z prośbą o dużą i pilną uwagę na ład", False),
        ("zwrócić ~ uwaga na", "zwrócili się z prośbą o dużą i pilną uwagę na ład", True),
        ("mocny|silny strona", "silnymi stronami", True),
        ("uwaga/pl", "uwagi", True),
        ("uwaga/pl", "uwagą", False),
        ("stwierdzić/v", "stwierdzono", True),
        ("stwierdzić/v", "po stwierdzeniu", False),
        ("=należy", "do zadań należą", False),
        ("=należy", "należy też", True),
        ("otrzymać/future", "otrzyma", True),
        ("otrzymać/future", "otrzymał", False),
        ("audyt", "auditem", True),
        ("audyt", "po audicie", True),
        ("audytor", "auditorzy", True),
        ("poaudytowy", "poauditowe", True),
        ("recertyfikacja", "recertyfikację", True),
        ("przyznać|nadać/act", "nadanie", False),
    ],
)
def test_pattern(wanted: str, text: str, there: bool) -> None:
    sentence = words(text)
    found = any(match(sentence, i, pattern(wanted)) is not None for i in range(len(sentence)))
    assert found is there


def test_negated_noun_of_action_is_marked() -> None:
    assert "/neg" in keys("niezłożenie")
    assert "/neg" not in keys("złożenie")


def test_cases_of_a_word() -> None:
    assert {"nom", "acc"} <= cases("jakość")
    assert cases("bardzo") == frozenset()


def test_words_know_their_place() -> None:
    text = "Ład, skład."
    assert [text[w.start : w.end] for w in words(text)] == ["Ład", "skład"]
    assert [text[w.start : w.end] for w in words(text, 4)] == ["skład"]


def test_a_pattern_needs_a_word() -> None:
    with pytest.raises(ValueError, match="without words"):
        pattern("~")


def test_an_id_stands_once(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_text('[[r]]\nid="a"\nkind="k"\nlemmas=["pies"]\n[[r]]\nid="a"\nkind="k"\nlemmas=["kot"]\n', encoding="utf-8")
    with pytest.raises(ValueError, match="stands twice"):
        rule_book(path, "r")


def test_hits_in_the_order_of_words(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_text(
        '[[r]]\nid="kot"\nkind="k"\nlemmas=["kot"]\n[[r]]\nid="pies"\nkind="k"\nlemmas=["pies"]\n', encoding="utf-8"
    )
    hits = rule_book(path, "r").hits(words("Psy i koty, psa też."))
    assert [h.rule.id for h in hits] == ["pies", "kot", "pies"]
