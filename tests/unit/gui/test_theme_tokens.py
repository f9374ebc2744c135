"""Every pair of colours the themes promise can be told apart, and every token has a value Qt reads."""

from __future__ import annotations

from dataclasses import asdict, fields

import pytest
from PySide6.QtGui import QColor

from broadcaster.gui.theme import TONES, Pairs, Shades, apply_theme, colors, running_theme
from broadcaster.gui.theme_sets import MARK_PAIRS, SETS, TEXT_PAIRS, contrast
from broadcaster.gui.theme_tokens import Colors


def test_the_measure_is_the_one_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#ffffff", "#767676") == contrast("#767676", "#ffffff")


@pytest.mark.parametrize("name", SETS)
def test_words_stand_out(name: str) -> None:
    least = 7.0 if name == "contrast" else 4.5
    found = asdict(SETS[name])
    low = {f"{ink} on {ground}": round(contrast(found[ink], found[ground]), 2) for ink, ground in TEXT_PAIRS
           if contrast(found[ink], found[ground]) < least}
    assert low == {}


@pytest.mark.parametrize("name", SETS)
def test_marks_and_borders_can_be_seen(name: str) -> None:
    found = asdict(SETS[name])
    low = {f"{mark} on {ground}": round(contrast(found[mark], found[ground]), 2) for mark, ground in MARK_PAIRS
           if contrast(found[mark], found[ground]) < 3.0}
    assert low == {}


def test_every_ground_that_carries_words_is_measured() -> None:
    measured = {name for pair in TEXT_PAIRS for name in pair}
    assert {field.name for field in fields(Colors) if field.name.endswith("_ink")} <= measured | {"off_ink"}


@pytest.mark.parametrize("name", SETS)
def test_every_token_is_a_colour(name: str) -> None:
    assert [token for token, value in asdict(SETS[name]).items() if not QColor(value).isValid()] == []


def test_whoever_asks_while_drawing_follows_the_theme(qapp: object) -> None:
    shades, pairs = Shades(fine="good_mark"), Pairs(plain=("card", "ink"))
    before = running_theme()
    try:
        seen = []
        for name in SETS:
            apply_theme(qapp, name)  # type: ignore[arg-type]
            assert running_theme() == name
            assert shades["fine"] == colors.good_mark == SETS[name].good_mark
            assert pairs["plain"] == (SETS[name].card, SETS[name].ink)
            assert TONES["bad"] == (SETS[name].bad_ground, SETS[name].bad_ink)
            seen.append(qapp.palette().window().color().name())  # type: ignore[attr-defined]
        assert seen == [SETS[name].ground for name in SETS]
    finally:
        apply_theme(qapp, before)  # type: ignore[arg-type]
