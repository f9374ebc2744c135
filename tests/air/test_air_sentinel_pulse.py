"""A real output and a real monitor: the sound card says that it plays; does anybody hear it?"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from air_corpus import speech, tune
from air_pulse import AirProcess, PulseServer, wait_for
from air_station import Station

from broadcaster.base.clock import SystemClock
from broadcaster.base.frames import RATE
from broadcaster.protocol.journal import Kind
from broadcaster.protocol.rundown import QuietHours
from broadcaster.protocol.self_test import trend

pytestmark = pytest.mark.pulse

CHILD = Path(__file__).with_name("air_sentinel_child.py")
STRETCH, CHANGE = 2.5, 0.5
"""Seconds judged, and seconds in which something is changed."""


def monitored(pulse: PulseServer) -> None:
    with (pulse.folder / "asoundrc").open("a") as file:
        file.write('pcm.mon_a { type pulse device zone_a.monitor hint { show on description "mon_a" } }\n')


def pactl(pulse: PulseServer, *words: str) -> str:
    return subprocess.run(["pactl", *words], env=pulse.env, check=True, capture_output=True, text=True).stdout


def own_stream(pulse: PulseServer) -> str:
    return pactl(pulse, "list", "short", "sink-inputs").split()[0]


def test_heard_muted_drowned_and_led_astray(pulse: PulseServer, tmp_path: Path) -> None:
    """One airing in four parts, in which the device takes every frame."""
    monitored(pulse)
    np.save(tmp_path / "item.npy", np.resize(speech(0), 14 * RATE))
    soundfile.write(tmp_path / "other.wav", tune(), RATE)
    places = [number * (STRETCH + CHANGE) for number in range(4)]
    child = subprocess.Popen(
        [sys.executable, str(CHILD), str(tmp_path / "item.npy"), "zone_a", "mon_a",
         *(f"{first:.2f}-{first + STRETCH:.2f}" for first in places)],
        env=pulse.env, stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "sounding"
        other = _disturb(pulse, places, tmp_path)
        told: list[dict[str, Any]] = [json.loads(child.stdout.readline()) for _ in places]
        other.wait(20)
    finally:
        child.kill()
        child.communicate()
    heard, muted, drowned, astray = told
    assert (heard["verdict"], heard["matched"]) == ("heard", heard["windows"])
    assert heard["level_db"] == pytest.approx(0, abs=0.5)
    assert abs(heard["delay_ms"]) < 400
    assert (muted["verdict"], muted["note"]) == ("silent", "monitor_silent")
    assert (drowned["verdict"], drowned["matched"]) == ("other", 0)
    assert (astray["verdict"], astray["matched"]) == ("silent", 0)


def _disturb(pulse: PulseServer, places: list[float], folder: Path) -> subprocess.Popen[bytes]:
    """Sink muted; stream muted and another program heard; stream moved to another sink."""
    began, stream = time.monotonic(), own_stream(pulse)

    def wait_until(part: int) -> None:
        time.sleep(max(0.0, began + places[part] - CHANGE + 0.1 - time.monotonic()))

    wait_until(1)
    pactl(pulse, "set-sink-mute", "zone_a", "1")
    wait_until(2)
    pactl(pulse, "set-sink-input-mute", stream, "1")
    pactl(pulse, "set-sink-mute", "zone_a", "0")
    other = subprocess.Popen(["paplay", "-d", "zone_a", str(folder / "other.wav")], env=pulse.env)
    wait_until(3)
    other.terminate()
    pactl(pulse, "set-sink-input-mute", stream, "0")
    pactl(pulse, "move-sink-input", stream, "zone_b")
    return other


def test_a_verdict_follows_each_airing(station: Station, pulse: PulseServer, play: Callable[..., AirProcess]) -> None:
    """The whole player: an opening tune, heard by the zone's monitor, tests the chain."""
    monitored(pulse)
    starts = SystemClock().now() + timedelta(seconds=5)
    if (starts + timedelta(seconds=30)).date() != starts.date():
        pytest.skip("too near to midnight for a test of today's session")
    quiet = [(starts + timedelta(hours=hours)).strftime("%H:%M") for hours in (11, 12)]
    station.home.settings.write_text(
        f'[hours]\nquiet_from = "{quiet[0]}"\nquiet_to = "{quiet[1]}"\n'
        '[[zones]]\nname = "Thôn 1"\noutput = "zone_a"\nmonitor = "mon_a"\n')
    cut = station.put((tune("nhac-cat") * 32767).astype(np.int16))
    event = station.event("e1", cut, starts, hard=True, kind="nhac_hieu")
    station.publish([station.session([event], starts + timedelta(seconds=60))], day=starts.date(),
                    quiet=QuietHours(*quiet), created=starts - timedelta(hours=1))
    air = play(pulse.env)
    assert wait_for(lambda: bool(station.journal(Kind.VERDICT)), 25), (station.home.logs / "stderr").read_text()
    assert air.end() == 0
    told, ended = station.told(Kind.VERDICT)["e1"], station.told(Kind.END)["e1"]
    assert told.data["verdict"] == "heard", told.data
    assert told.data["zone"] == "Thôn 1"
    assert told.data["start_seq"] == ended.data["start_seq"]
    assert told.seq > ended.seq
    assert told.data["level_db"] == pytest.approx(0, abs=0.5)
    assert told.data["self_test"]["noise_db"] == -120.0, "the silence before it was heard, too"
    assert [item.heard for item in trend([told], SystemClock().now())] == [1]
