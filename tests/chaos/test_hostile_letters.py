"""The short run of hostile letters; ten thousand go by hand (hostile_letters.py)."""

from __future__ import annotations

import sys

import pytest
from hostile_letters import run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forked workers under limits")


def test_hostile_letters_end_in_text_or_a_plain_refusal() -> None:
    figures = run(240, seed=7)
    assert (figures.letters, figures.crashes, figures.hangs, figures.wrong, figures.files_left) == (240, [], [], [], [])
    # Some are whole enough to be read, some are refused: a reader that refuses everything would pass the rest.
    assert figures.outcomes["text"] > 60
    assert figures.outcomes["letter.damaged"] > 20
    assert "raised" not in figures.outcomes
