from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from journal_day import Station

from broadcaster.base.clock import STATION_ZONE
from broadcaster.base.paths import StationHome


@pytest.fixture
def station(home: StationHome) -> Iterator[Station]:
    """A station on 21 November 2026 at 04:00."""
    made = Station(home, datetime(2026, 11, 21, 4, 0, tzinfo=STATION_ZONE))
    yield made
    made.close()
