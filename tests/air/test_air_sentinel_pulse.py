"""A real output and a real monitor: the sound card says that it plays; does anybody hear it?"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from air_corpus import speech, tune
from air_pulse import PulseServer

from broadcaster.base.frames import RATE

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
