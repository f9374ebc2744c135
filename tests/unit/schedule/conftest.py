"""A station whose planner is real."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from schedule_station import Station

from broadcaster.base.clock import VirtualClock
from broadcaster.base.paths import StationHome


@pytest.fixture
def station(home: StationHome, clock: VirtualClock) -> Iterator[Station]:
    place = Station(home, clock)
    yield place
    place.close()
