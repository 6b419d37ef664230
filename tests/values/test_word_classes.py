"""„wręczyć" -> {"give"}: the tables of classes that the models of dates and of days see."""

import pytest

from pipeline.values.word_classes import by_lemma


@pytest.mark.parametrize("package", ["pipeline.annotate.dates.rolemodel", "pipeline.record.daymodel"])
def test_a_lemma_has_its_classes(package):
    found = by_lemma(package)
    assert found["wręczyć"]
    assert all(names and lemma == lemma.strip() for lemma, names in found.items())


def test_a_package_without_a_table():
    with pytest.raises(OSError, match="classes"):
        by_lemma("pipeline.values")
