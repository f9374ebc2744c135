"""What the check-up says of a real sound server: muted, turned down, without outputs, gone, hanging."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from air_pulse import PulseServer, missing_parts
from doctor_patient import codes, healthy, look, machine, set_audio

from broadcaster.base.paths import StationHome
from broadcaster.care.doctor import check_sound, sound_probe
from broadcaster.care.doctor.sound_probe import look_from_outside

pytestmark = [pytest.mark.pulse, pytest.mark.skipif(bool(missing_parts()), reason=f"missing: {missing_parts()}")]


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PulseServer]:
    made = PulseServer(tmp_path / "pulse")
    made.start()
    for name, value in made.env.items():
        monkeypatch.setenv(name, value)
    yield made
    made.close()


def test_a_sound_server_from_health_to_death(home: StationHome, server: PulseServer,
                                             monkeypatch: pytest.MonkeyPatch) -> None:
    healthy(home)
    set_audio(home, device="")
    there = replace(machine(), sound=look_from_outside)

    def told(*words: str) -> list[str]:
        if words:
            subprocess.run(["pactl", *words], check=True)
        return codes(look(home, there, "sound"))

    check_sound.accept_default(home, "Null Output (zone_a)")
    assert told("set-default-sink", "zone_a") == []
    assert told("set-sink-mute", "zone_a", "1") == ["muted"]
    subprocess.run(["pactl", "set-sink-mute", "zone_a", "0"], check=True)
    assert told("set-sink-volume", "zone_a", "15%") == ["volume_low"]
    assert told("set-default-sink", "zone_b") == ["default_changed"]
    assert told("unload-module", "module-null-sink") == ["no_sound_device"]
    monkeypatch.setattr(sound_probe, "_SECONDS", 2.0)
    process = server._server
    assert process is not None
    os.kill(process.pid, signal.SIGSTOP)
    assert told() == ["sound_hangs"]
    os.kill(process.pid, signal.SIGCONT)
