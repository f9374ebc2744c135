"""By what the office knows a letter."""

from __future__ import annotations

import pytest

from broadcaster.aggregation.office.rows import letter_key


@pytest.mark.parametrize("number", ["1349 / STTTT-BCXBTT", "1349/stttt-bcxbtt"])
def test_a_number_is_one_letter_however_typed_and_whatever_its_subject(number: str) -> None:
    assert letter_key(number, "Sở  Y tế", "một") == letter_key("1349/STTTT-BCXBTT", "Sở Y tế", "hai")


def test_letters_whose_number_is_not_legible_are_told_apart_by_their_subjects() -> None:
    keys = [letter_key("…/STTTT-TTBCXB", "Sở", subject) for subject in ("Tiêm chủng", "tiêm  chủng", "5K")]
    assert keys[0] == keys[1] != keys[2]


def test_without_any_number_there_is_no_key() -> None:
    assert letter_key(" ", "Sở", "5K") is None
