"""A sound card for machines without one: a private PulseAudio server with null sinks, and what it heard."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from ctypes.util import find_library
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome

PA_CONFIG = """load-module module-native-protocol-unix auth-anonymous=1
load-module module-null-sink sink_name=zone_a rate=48000 channels=2 norewinds=1
load-module module-null-sink sink_name=zone_b rate=48000 channels=2 norewinds=1
"""
ALSA_CONFIG = """</usr/share/alsa/alsa.conf>
pcm.!default { type pulse device zone_a }
pcm.zone_a { type pulse device zone_a hint { show on description "zone_a" } }
pcm.zone_b { type pulse device zone_b hint { show on description "zone_b" } }
"""


def missing_parts() -> str:
    """What of PulseAudio, its tools, PortAudio and ALSA's bridge is not on this machine."""
    parts = [name for name in ("pulseaudio", "pactl", "parec") if shutil.which(name) is None]
    parts += [] if find_library("portaudio") else ["libportaudio2"]
    parts += [] if list(Path("/usr/lib").glob("**/libasound_module_pcm_pulse.so")) else ["libasound2-plugins"]
    return ", ".join(parts)


class PulseServer:
    """Started and ended by the test that uses it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("", "pulse", "state", "cfg"):
            (folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / "default.pa").write_text(PA_CONFIG)
        (folder / "asoundrc").write_text(ALSA_CONFIG)
        self.env = {
            **os.environ, "XDG_RUNTIME_DIR": str(folder), "PULSE_RUNTIME_PATH": str(folder / "pulse"),
            "PULSE_STATE_PATH": str(folder / "state"), "PULSE_CONFIG_PATH": str(folder / "cfg"),
            "PULSE_SERVER": f"unix:{folder}/pulse/native", "ALSA_CONFIG_PATH": str(folder / "asoundrc")}
        self._server: subprocess.Popen[bytes] | None = None
        self._recorders: list[Recorder] = []

    def start(self) -> None:
        self._server = subprocess.Popen(
            ["pulseaudio", "-n", "-F", str(self.folder / "default.pa"), "--daemonize=no", "--use-pid-file=no",
             "--exit-idle-time=-1", "--disallow-exit=no", "--realtime=no", f"--log-target=file:{self.folder}/pa.log"],
            env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(100):
            if subprocess.run(["pactl", "info"], env=self.env, capture_output=True).returncode == 0:
                return
            time.sleep(0.05)
        raise AssertionError("PulseAudio did not start")

    def kill(self) -> None:
        """As a crash: no farewell."""
        if self._server is not None:
            self._server.kill()
            self._server.wait()
            self._server = None
            (self.folder / "pulse" / "native").unlink(missing_ok=True)

    def record(self, sink: str = "zone_a") -> Recorder:
        recorder = Recorder(self, sink)
        self._recorders.append(recorder)
        return recorder

    def close(self) -> None:
        for recorder in self._recorders:
            recorder.stop()
        self.kill()


class Recorder:
    """parec on a sink's monitor: what the loudspeaker would have said."""

    def __init__(self, server: PulseServer, sink: str) -> None:
        self._path = server.folder / f"{sink}-{sum(1 for _ in server.folder.iterdir())}.raw"
        self._file = self._path.open("wb")
        self._parec = subprocess.Popen(
            ["parec", "-d", f"{sink}.monitor", f"--rate={RATE}", "--channels=2", "--format=s16le",
             "--latency-msec=20", "--raw"], env=server.env, stdout=self._file, stderr=subprocess.DEVNULL)

    def stop(self) -> None:
        if self._parec.poll() is None:
            self._parec.send_signal(signal.SIGTERM)
        self._parec.wait(5)
        self._file.close()

    def samples(self) -> NDArray[np.int16]:
        """The left channel so far."""
        raw = self._path.read_bytes()
        return np.frombuffer(raw[:len(raw) // 4 * 4], np.int16).reshape(-1, 2)[:, 0]


class AirProcess:
    """`broadcaster air` as a child process."""

    def __init__(self, home: StationHome, env: dict[str, str], *words: str,
                 program: tuple[str, ...] = ("-m", "broadcaster")) -> None:
        self._errors = (home.logs / "stderr").open("ab")
        self.process = subprocess.Popen(
            [sys.executable, *program, "air", "--home", str(home.root), *words], env=env,
            stdout=subprocess.DEVNULL, stderr=self._errors)

    def kill(self) -> None:
        """kill -9."""
        self.process.kill()
        self._wait()

    def end(self) -> int:
        """SIGTERM, and how it left."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self._wait()

    def _wait(self) -> int:
        try:
            return self.process.wait(10)
        finally:
            self._errors.close()


def find_sound(haystack: NDArray[np.int16], needle: NDArray[np.int16]) -> list[int]:
    """Every place where the (distinctive) needle occurs sample for sample."""
    probe = needle[:8]
    places = np.flatnonzero(haystack[:len(haystack) - len(needle) + 1] == probe[0])
    for offset, value in enumerate(probe[1:], start=1):
        places = places[haystack[places + offset] == value]
    return [int(place) for place in places if np.array_equal(haystack[place:place + len(needle)], needle)]


def wait_for(condition, seconds: float = 10.0) -> bool:  # type: ignore[no-untyped-def]
    """Poll until true or the time is over."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.05)
    return bool(condition())
