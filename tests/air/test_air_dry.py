"""A run without samples, in long strides: every start, end and refusal is the one of the run with them.

BROADCASTER_DRY_DAYS=200 compares more days.
"""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from air_station import Station, moment
from random_day import ZONES, RandomDay, plan_of

from broadcaster.air.dry import DryMixer, DryRelay, DryShelf, DrySource
from broadcaster.air.mixer import Voice
from broadcaster.air.simulate import VirtualAir
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.protocol.journal import Kind, Line
from broadcaster.protocol.seal import make_key

_MORE = int(os.environ.get("BROADCASTER_DRY_DAYS", "0"))
DAYS = range(_MORE) if _MORE else (2, 3)
_OF_THE_RUN = {"start_seq", "resumed_from", "pid", "peak_db", "rms_db"}
"""What may differ: numbers of lines (there are fewer BEATs), and levels, which a run without samples does not know."""


@pytest.mark.parametrize("seed", DAYS)
def test_strides_change_nothing(tmp_path: Path, seed: int) -> None:
    home = StationHome(tmp_path / "home")
    home.create()
    station = Station(home, make_key(home))
    day = RandomDay(station, random.Random(seed), calm=seed % 2 == 0, zones=ZONES if seed % 2 else ("",))
    plan_of(day)
    slow = _played(station, dry=False)
    quick = _played(station, dry=True)
    assert len(slow) > 10
    assert [_told(line) for line in quick] == [_told(line) for line in slow]
    assert [line.at for line in quick] == [line.at for line in slow]


def _played(station: Station, *, dry: bool) -> list[Line]:
    """The lines of a day that both runs must have, in order."""
    shutil.rmtree(station.home.asrun)
    air = VirtualAir(station.home, VirtualClock(moment("04:20")), dry=dry,
                     **({"open_file": DryShelf().open} if dry else {}))
    air.run_until(moment("23:59"))
    air.close()
    kinds = {Kind.BOOT, Kind.START, Kind.END, Kind.MISSED, Kind.QUIET}
    lines = [line for line in station.journal() if line.kind in kinds]
    return sorted(lines, key=lambda line: (line.at, str(line.kind), str(line.data.get("zone", "")), line.seq))


def _told(line: Line) -> tuple[str, dict[str, Any]]:
    return str(line.kind), {name: value for name, value in line.data.items() if name not in _OF_THE_RUN}


def test_dry_sources_count_what_would_be_heard(station: Station) -> None:
    source = DrySource(100, first=30, silent=20)
    assert source.frames == 100
    assert source.pass_over(15) == (15, 0.0)
    given, level = source.pass_over(40)
    assert given == 40
    assert level > 0
    assert len(source.read(40)) == 15
    assert source.ended
    lost, there = DryRelay(lost=True), DryRelay()
    for relay in (lost, there):
        relay.pass_over(RATE)
    assert (lost.received_seconds, lost.lost_seconds) == (0.0, 1.0)
    assert (there.received_seconds, there.lost_seconds) == (1.0, 0.0)


def test_a_file_is_opened_once_and_again_when_it_changed(station: Station) -> None:
    cut = station.cut(1.5)
    path, shelf = station.home.audio(cut.sha256), DryShelf()
    assert shelf.open(path, RATE).pass_over(RATE) == (RATE // 2, pytest.approx(0.1))  # type: ignore[attr-defined]
    path.write_bytes(b"no sound at all")
    with pytest.raises(Refused) as refused:
        shelf.open(path)
    assert refused.value.code == "air.unreadable_cut"
    path.unlink()
    with pytest.raises(OSError, match=path.name):
        shelf.open(path)


def test_a_dry_bus_joins_voices_to_the_frame() -> None:
    mixer = DryMixer(lambda wall: round(wall * RATE))
    first = Voice(DrySource(5 * RATE + 7), 5 * RATE + 7, at=1.0)
    second = Voice(DrySource(3 * RATE), 3 * RATE, stop_at=8.0, stop_fade=RATE)
    mixer.add(first)
    mixer.add(second)
    mixer.render(0, 20 * RATE)
    assert (first.start, first.end) == (RATE, 6 * RATE + 7)
    assert (second.start, second.end) == (6 * RATE + 7, 8 * RATE)
    assert not mixer.busy()
