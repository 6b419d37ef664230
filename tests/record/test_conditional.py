"""„odnowienie kosztowałoby 17 tysięcy": the conditional tells of nothing that happened."""

from __future__ import annotations

import pytest

from pipeline.record.mood import is_conditional


@pytest.mark.parametrize("form", ["wymagałoby", "kosztowałby", "otrzymalibyśmy", "mogłyby", "chciałbym"])
def test_past_forms_with_the_particle_are_conditional(form: str) -> None:
    assert is_conditional(form)


@pytest.mark.parametrize("form", ["zdobyły", "dobył", "aby", "grzyby", "żeby", "otrzymał", "liczby", "osoby"])
def test_words_that_end_alike_are_not(form: str) -> None:
    assert not is_conditional(form)
