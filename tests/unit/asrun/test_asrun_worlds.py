"""Some stations here; thousands by hand: random_worlds.py."""

from __future__ import annotations

from pathlib import Path

import pytest
from random_worlds import run


@pytest.mark.parametrize("first", [1, 1001])
def test_every_planned_event_has_one_outcome_whatever_happens(tmp_path: Path, migrated_file: Path, first: int) -> None:
    assert run(8, first, tmp_path, migrated_file) == []
