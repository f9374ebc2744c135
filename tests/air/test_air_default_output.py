"""Nobody chose an output, and the computer's default wanders off: said, and taken back when it returns."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest
from air_pulse import AirProcess, PulseServer

from broadcaster.air.alarms import Alarms
from broadcaster.air.default_output import LOOK_SECONDS, DefaultOutput
from broadcaster.base.clock import VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.protocol.link import LinkClient
from broadcaster.protocol.seal import make_key


class Named:
    def __init__(self, name: str) -> None:
        self.name = name

    def output_now(self) -> str:
        return self.name


def held(alarms: Alarms) -> dict[str, dict[str, str]]:
    return {alarm.code: alarm.facts for alarm in alarms.all()}


def test_what_it_was_is_remembered_over_restarts(bare_home: StationHome, clock: VirtualClock) -> None:
    device, now = Named("Loa phòng máy"), 0.0
    for name, expected in (("Loa phòng máy", {}), ("", {}), ("Cáp USB", {
            "default_device_moved": {"before": "Loa phòng máy", "now": "Cáp USB"}}), ("Loa phòng máy", {})):
        device.name, alarms = name, Alarms(clock)
        watch = DefaultOutput(bare_home, alarms, device)
        watch.look(now)
        assert held(alarms) == expected


def test_a_screen_or_a_headset_is_doubted(bare_home: StationHome, clock: VirtualClock) -> None:
    device, alarms = Named("HDMI / DisplayPort 1"), Alarms(clock)
    watch = DefaultOutput(bare_home, alarms, device)
    watch.look(0)
    assert held(alarms) == {"output_doubtful": {"now": "HDMI / DisplayPort 1"}}
    device.name = "Analog Stereo"
    watch.look(1)
    assert "output_doubtful" in held(alarms), "not asked ten times a second"
    watch.look(LOOK_SECONDS + 1)
    assert list(held(alarms)) == ["default_device_moved"]


def test_a_named_output_is_no_matter(bare_home: StationHome, clock: VirtualClock) -> None:
    alarms = Alarms(clock)
    DefaultOutput(bare_home, alarms, None).look(0)
    assert held(alarms) == {}
    assert not (bare_home.run / "default_output.json").exists()


@pytest.mark.pulse
def test_the_sound_servers_default_moves_under_the_player(pulse: PulseServer, home: StationHome,
                                                          tmp_path: Path) -> None:
    """As plugging a monitor in does: the server takes the stream along, and the station says where it now plays."""
    make_key(home)
    config = pulse.folder / "asoundrc"
    config.write_text(config.read_text().replace("pcm.!default { type pulse device zone_a }",
                                                 "pcm.!default { type pulse }"))
    home.settings.write_text('[audio]\ndevice = ""\n', encoding="utf-8")
    air = AirProcess(home, pulse.env)
    try:
        alarms = wait_for_alarms(home, lambda found: True)
        wait_until((home.run / "default_output.json").exists)
        stream = next(line.split()[0] for line in subprocess.run(
            ["pactl", "list", "short", "sink-inputs"], env=pulse.env, capture_output=True, text=True,
            check=True).stdout.splitlines())
        for sink, expected in (("zone_b", True), ("zone_a", False)):
            subprocess.run(["pactl", "move-sink-input", stream, sink], env=pulse.env, check=True)
            alarms = wait_for_alarms(home, lambda found, held=expected: ("default_device_moved" in found) is held)
            if expected:
                assert "zone_b" in alarms["default_device_moved"]["now"]
    finally:
        air.end()


def wait_until(true: object) -> None:
    end = time.monotonic() + 30
    while not true():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.1)


def wait_for_alarms(home: StationHome, fits: object) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}

    def look() -> bool:
        nonlocal found
        try:
            client = LinkClient(home)
        except Exception:
            return False
        status = client.ask("ping")["status"]
        client.close()
        found = {alarm["code"]: alarm["facts"] for alarm in status["alarms"]}
        return bool(fits(found))  # type: ignore[operator]
    wait_until(look)
    return found
