"""CPU hog: other programs want every core, and more; the station plays on and its keeper keeps its hands off."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from air_pulse import find_sound
from air_station import Station
from chaos_ground import journal_problems, publish_now

from broadcaster.base.clock import SystemClock, parse_time
from broadcaster.base.program import own_command
from broadcaster.keeper.supervisor import Supervisor
from broadcaster.protocol.journal import Kind


@pytest.fixture
def hogs() -> Iterator[None]:
    """Two busy programs for each core."""
    started = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2 * (os.cpu_count() or 1))]
    yield
    for hog in started:
        hog.kill()
        hog.wait()


@pytest.mark.slow
@pytest.mark.usefixtures("hogs")
def test_cpu_hog_costs_no_sample_and_nobody_is_killed(station: Station, tmp_path: Path) -> None:
    events = publish_now(station, [1.5, 1.0], seconds=5.0)
    keeper = Supervisor(station.home, SystemClock(), own_command(
        "air", "--home", str(station.home.root), "--sink", f"wav:{tmp_path / 'out.wav'}"))
    end = time.monotonic() + 60
    try:
        while len(station.told(Kind.END)) < 2 and time.monotonic() < end:
            keeper.tick()
            time.sleep(0.1)
        status = keeper.status()
    finally:
        keeper.stop()
    assert (status["starts"], status["deaths"]) == (1, 0)
    assert {name: line.data["reason"] for name, line in station.told(Kind.END).items()} == {"e1": "", "e2": ""}
    assert journal_problems(station, events) == []
    late = parse_time(station.told(Kind.END)["e1"].data["started_at"]) - events[0].starts_at
    assert abs(late.total_seconds()) < 0.05
    heard = np.fromfile(tmp_path / "out.wav", np.int16)[22:].reshape(-1, 2)[:, 0]
    whole = np.concatenate([station.samples[event.cut.sha256] for event in events])
    assert len(find_sound(heard, whole)) == 1, "both, joined to the sample"
