"""A file that is missing, altered, or damaged while it sounds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from air_station import Station, moment

from broadcaster.air.simulate import VirtualAir
from broadcaster.base.clock import VirtualClock, parse_time
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.protocol.journal import Kind
from broadcaster.protocol.seal import make_key


@pytest.fixture
def station(home: StationHome) -> Station:
    return Station(home, make_key(home))


def alter(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)


@pytest.mark.parametrize(("harm", "reason"), [(Path.unlink, "file_missing"), (alter, "file_altered")])
def test_file_missing_or_altered_is_left_out_and_said(station: Station, clock: VirtualClock, harm, reason) -> None:  # type: ignore[no-untyped-def]
    events = station.chain(moment("05:00"), [3.0, 3.0, 3.0])
    station.publish([station.session(events, moment("05:10"))])
    harm(station.home.audio(events[1].cut.sha256))
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:05"))
    assert "missed" in [alarm.code for alarm in air.conductor.alarms.all()]
    air.run_until(moment("05:01"))
    air.close()
    assert {name: line.data["reason"] for name, line in station.told(Kind.MISSED).items()} == {"e2": reason}
    first, third = (station.told(Kind.END)[name].data for name in ("e1", "e3"))
    assert first["ended_at"] == third["started_at"], "the gap is closed"


def test_file_damaged_while_it_sounds_ends_its_item_only(station: Station, clock: VirtualClock) -> None:
    events = station.chain(moment("05:00"), [30.0, 3.0])
    station.publish([station.session(events, moment("05:10"))])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:10"))
    path = station.home.audio(events[0].cut.sha256)
    os.truncate(path, path.stat().st_size // 2)
    air.run_until(moment("05:01"))
    air.close()
    first, second = (station.told(Kind.END)[name].data for name in ("e1", "e2"))
    assert (first["reason"], second["reason"]) == ("file_altered", "")
    assert 9 * RATE < first["frames"] < 17 * RATE, "and it claims no more than could be read"
    assert abs((parse_time(second["started_at"]) - parse_time(first["ended_at"])).total_seconds()) < 0.25
