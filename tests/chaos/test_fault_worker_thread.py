"""A worker thread that dies — decoder, checker, opener, output — or the player's own loop that fails for a while."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from air_pulse import AirProcess, PulseServer, find_sound, wait_for
from air_station import Station
from chaos_ground import journal_problems, publish_now
from chaos_keeper import alarms, ask
from conftest import WITH_FAULT

from broadcaster.base.clock import SystemClock
from broadcaster.base.frames import RATE
from broadcaster.keeper import supervisor, watchdog
from broadcaster.keeper.supervisor import Supervisor
from broadcaster.protocol.journal import Kind

Play = Callable[..., AirProcess]


@pytest.mark.slow
@pytest.mark.pulse
def test_opener_decoder_checker_and_loop_fail_and_only_their_items_suffer(station: Station, play: Play,
                                                                          pulse: PulseServer) -> None:
    """The opener thread dies at its first try, e2's decoder in mid-item, e3's check breaks off, and while e4 sounds the
    player's loop fails for two seconds."""
    recorder = pulse.record()
    events = publish_now(station, [0.5, 4.0, 0.5, 5.0], seconds=3.5)
    air = play(fault="opener,decoder,checker,tick", env=pulse.env)
    assert wait_for(lambda: ask(station.home, "air").get("tick_age", 0) > 1.0, 25), "busy is told, and answered"
    assert ask(station.home, "air")["sound_age"] < 1.0
    assert "missed" in alarms(station.home)
    assert wait_for(lambda: "e4" in station.told(Kind.END), 20), (station.home.logs / "air.log").read_text()
    assert air.end() == 0
    ends, missed = station.told(Kind.END), station.told(Kind.MISSED)
    assert {name: line.data["reason"] for name, line in ends.items()} == {"e1": "", "e2": "program_error", "e4": ""}
    assert 0 < ends["e2"].data["frames"] < 3 * RATE
    assert {name: line.data["reason"] for name, line in missed.items()} == {"e3": "program_error"}
    assert "open" in [line.data["state"] for line in station.journal(Kind.DEVICE)]
    assert journal_problems(station, events) == []
    if not ends["e4"].data["underruns"]:
        assert len(find_sound(recorder.samples(), station.samples[events[3].cut.sha256])) == 1, "the sound never knew"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="ends processes by signals")
def test_output_thread_dies_and_the_keeper_brings_the_sound_back(station: Station, tmp_path: Path,
                                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    """The player answers, its output claims to be well, and nothing moves any more: only the frames tell."""
    monkeypatch.setattr(supervisor, "LOOK_EVERY", 0.3)
    for name, value in {"STUCK_NUDGE": 0.6, "STUCK_REBUILD": 0.9, "REBUILD_PATIENCE": 0.9}.items():
        monkeypatch.setattr(watchdog, name, value)
    events = publish_now(station, [20.0], seconds=3.0)
    words = ["air", "--home", str(station.home.root), "--sink", f"wav:{tmp_path / 'out.wav'}"]
    keeper = Supervisor(station.home, SystemClock(), [sys.executable, str(WITH_FAULT), "output", *words])
    seen: set[str] = set()
    end = time.monotonic() + 40
    try:
        while len(station.journal(Kind.BOOT)) < 2 or not station.journal(Kind.START)[1:]:
            assert time.monotonic() < end, (station.home.logs / "air.log").read_text()
            keeper.tick()
            seen |= {alarm.code for alarm in keeper.alarms()}
            time.sleep(0.05)
    finally:
        keeper.stop()
    assert "air_stuck" in seen
    first, second = station.journal(Kind.START)[:2]
    assert (first.data["event_id"], second.data["event_id"]) == ("e1", "e1")
    assert second.data["offset"] > 0, "it goes on in its place"
    assert journal_problems(station, events) == []
