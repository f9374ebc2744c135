"""Device pulled out in mid-item, and put back: never a sound on another one, and the item goes on in its place.

Here with all processes; the same in parts, and shorter: tests/air/test_air_outputs.py. The sound server killed and
restarted: tests/air/test_air_device.py, and kill_sound_server.py by hand.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable

import pytest
from air_pulse import AirProcess, PulseServer, wait_for
from air_station import Station
from chaos_ground import LONG, journal_problems, publish_now
from chaos_keeper import alarms

from broadcaster.protocol.journal import Kind

NULL_SINK = ("module-null-sink", "sink_name=zone_a", "rate=48000", "channels=2", "norewinds=1")


def pactl(pulse: PulseServer, *words: str) -> str:
    return subprocess.run(["pactl", *words], env=pulse.env, check=True, capture_output=True, text=True).stdout


def pull(pulse: PulseServer) -> None:
    modules = [line.split("\t") for line in pactl(pulse, "list", "short", "modules").splitlines()]
    (number,) = [words[0] for words in modules if "sink_name=zone_a" in words[2]]
    pactl(pulse, "unload-module", number)


@LONG
@pytest.mark.pulse
def test_device_pulled_and_put_back(station: Station, play: Callable[..., AirProcess], pulse: PulseServer) -> None:
    other = pulse.record("zone_b")
    events = publish_now(station, [7.0], seconds=4.0)
    with station.home.settings.open("a") as settings:
        settings.write('[audio]\ndevice = "zone_a"\n')
    air = play(env=pulse.env)
    assert wait_for(lambda: bool(station.journal(Kind.BEAT)), 25), (station.home.logs / "air.log").read_text()
    pull(pulse)
    assert wait_for(lambda: "no_device" in alarms(station.home), 10), "said aloud"
    assert station.told(Kind.END)["e1"].data["reason"] == "device_lost"
    wait_for(lambda: False, 1.0)
    pactl(pulse, "load-module", *NULL_SINK)
    back = time.monotonic()
    assert wait_for(lambda: len(station.journal(Kind.START)) == 2, 20)
    sound_again = time.monotonic() - back
    recorder = pulse.record("zone_a")
    assert wait_for(lambda: len(station.journal(Kind.END)) == 2, 25)
    assert air.end() == 0
    lost, rest = (line.data for line in station.journal(Kind.END))
    assert (lost["reason"], rest["reason"]) == ("device_lost", "")
    assert lost["frames"] + rest["frames"] == events[0].cut.frames
    assert journal_problems(station, events) == []
    states = [line.data["state"] for line in station.journal(Kind.DEVICE)]
    assert states[0] == states[-1] == "open"
    assert len(states) >= 3
    assert recorder.samples().any()
    assert not other.samples().any(), "silence on the wrong device"
    assert sound_again < 12
