"""A station to put cuts and rundowns into, and a sound card that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from air_pulse import PulseServer, missing_parts
from air_station import Station

from broadcaster.base.paths import StationHome
from broadcaster.protocol.seal import make_key


@pytest.fixture
def station(home: StationHome) -> Station:
    return Station(home, make_key(home))


@pytest.fixture
def pulse(tmp_path: Path) -> Iterator[PulseServer]:
    """A PulseAudio server of our own with two null sinks, zone_a and zone_b."""
    lacking = missing_parts()
    if lacking:
        pytest.skip(f"not installed: {lacking}")
    server = PulseServer(tmp_path / "pulse")
    server.start()
    try:
        yield server
    finally:
        server.close()
