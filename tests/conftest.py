"""One Qt application, offscreen; a fresh station home and a virtual clock for whoever asks."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("BROADCASTER_HOME", None)

from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.paths import StationHome

DATA = Path(__file__).parent / "data"


@pytest.fixture
def home(tmp_path: Path) -> StationHome:
    """An empty station home."""
    place = StationHome(tmp_path / "trạm mẫu")
    place.create()
    return place


@pytest.fixture
def clock() -> VirtualClock:
    """Saturday, 21 November 2026, 04:50 at the station."""
    return VirtualClock(datetime(2026, 11, 21, 4, 50, tzinfo=STATION_ZONE))
