"""A station that can publish a session of today, and the real player with a part of it broken."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from air_pulse import AirProcess, PulseServer, missing_parts
from air_station import Station
from chaos_ground import near_midnight

from broadcaster.base.paths import StationHome
from broadcaster.protocol.seal import make_key

WITH_FAULT = Path(__file__).with_name("air_with_fault.py")


@pytest.fixture
def station(home: StationHome) -> Station:
    if near_midnight():
        pytest.skip("too near to midnight for a session of today")
    return Station(home, make_key(home))


@pytest.fixture
def pulse(tmp_path: Path) -> Iterator[PulseServer]:
    lacking = missing_parts()
    if lacking:
        pytest.skip(f"not installed: {lacking}")
    server = PulseServer(tmp_path / "pulse")
    server.start()
    yield server
    server.close()


@pytest.fixture
def play(station: Station) -> Iterator[Callable[..., AirProcess]]:
    """Start the player, whole or with a fault of air_with_fault.py; what still runs at the end is killed."""
    started: list[AirProcess] = []

    def start(*words: str, fault: str = "", env: dict[str, str] | None = None) -> AirProcess:
        program = (str(WITH_FAULT), fault) if fault else ("-m", "broadcaster")
        started.append(AirProcess(station.home, env or dict(os.environ), *words, program=program))
        return started[-1]

    yield start
    for process in started:
        process.kill()
