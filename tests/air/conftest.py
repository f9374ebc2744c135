"""A station to put cuts and rundowns into, and a sound card that is not there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from air_icecast import IcecastServer, serving
from air_pulse import AirProcess, PulseServer, missing_parts
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


@pytest.fixture
def icecast() -> Iterator[IcecastServer]:
    """An Icecast server of our own."""
    yield from serving()


@pytest.fixture
def play(station: Station) -> Iterator[Callable[..., AirProcess]]:
    """Start `broadcaster air` for the station; whatever still runs at the end is killed."""
    started: list[AirProcess] = []

    def start(env: dict[str, str] | None = None, *words: str) -> AirProcess:
        started.append(AirProcess(station.home, env or dict(os.environ), *words))
        return started[-1]

    yield start
    for process in started:
        process.kill()
