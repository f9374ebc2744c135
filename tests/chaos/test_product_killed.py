"""A few power cuts in what is done on the first day and for the upkeep; product_killed.py is the long form."""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

import pytest
from product_killed import Rounds

ACTS = ["first_run", "settings", "look", "autostart", "crash", "remedies", "update"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="process groups")
def test_the_power_goes_at_any_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", os.environ.copy())
    seed = random.randrange(1000)
    dice = random.Random(seed)
    rounds = Rounds(tmp_path, dice, dice.sample(ACTS, 2))
    for number in range(2):
        rounds.round(number)
    assert rounds.wrong == [], f"seed {seed}"
    assert sum(rounds.done.values()) == 2
