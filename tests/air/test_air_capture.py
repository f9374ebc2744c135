"""The live input: heard to the sample, lost and found again, absent; the ring between two clocks; the recording."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from air_icecast import tone
from air_pulse import PulseServer, find_sound, wait_for
from numpy.typing import NDArray

from broadcaster.air.capture import find_input
from broadcaster.air.inputring import MOST, InputRing
from broadcaster.air.recorder import Recorder, recover
from broadcaster.air.soundwatch import SoundWatch
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.base.paths import sha256_of

CHILD = Path(__file__).with_name("air_capture_child.py")
MIC = "micro_mau"


class Listening:
    """air_capture_child.py, and what it says."""

    def __init__(self, pulse: PulseServer, device: str) -> None:
        self._path = pulse.folder / "heard.raw"
        self._errors = (pulse.folder / "child.txt").open("wb")
        self.process = subprocess.Popen([sys.executable, str(CHILD), device, str(self._path)], env=pulse.env,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors)
        self.said: list[dict[str, Any]] = []
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.append(json.loads(line))

    @property
    def now(self) -> dict[str, Any]:
        return self.said[-1] if self.said else {"ready": False, "problem": "", "received": 0, "output": 0}

    def say(self, words: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{words}\n".encode())
        self.process.stdin.flush()

    def heard(self) -> NDArray[np.int16]:
        raw = self._path.read_bytes() if self._path.exists() else b""
        return np.frombuffer(raw[:len(raw) // 2 * 2], np.int16)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self._reader.join(5)
        for pipe in (self.process.stdin, self.process.stdout, self._errors):
            if pipe is not None:
                pipe.close()


@pytest.fixture
def listen(pulse: PulseServer) -> Iterator[Callable[[str], Listening]]:
    """Begin to listen to an input; MIC hears what is played into zone_b."""
    with (pulse.folder / "asoundrc").open("a") as file:
        file.write(f'pcm.{MIC} {{ type pulse device "zone_b.monitor" hint {{ show on description "{MIC}" }} }}\n')
    started: list[Listening] = []

    def start(device: str = MIC) -> Listening:
        started.append(Listening(pulse, device))
        return started[-1]

    yield start
    for child in started:
        child.close()


def speak(pulse: PulseServer, samples: NDArray[np.int16], sink: str = "zone_b") -> None:
    """Into the microphone, until all of it has been said."""
    subprocess.run(["pacat", "-d", sink, "--raw", f"--rate={RATE}", "--channels=2", "--format=s16le",
                    "--latency-msec=100"], input=np.repeat(samples, 2).tobytes(), env=pulse.env, check=True)


@pytest.mark.pulse
def test_microphone_is_heard_and_lost_and_heard_again(pulse: PulseServer, listen: Callable[..., Listening]) -> None:
    child = listen()
    assert wait_for(lambda: child.now["ready"]), (pulse.folder / "child.txt").read_text()
    child.say("output zone_a")
    said = np.random.default_rng(7).integers(-9000, 9000, RATE // 2, dtype=np.int16)
    speak(pulse, said)
    assert wait_for(lambda: child.now["silent"] > 0.3)
    loudest = max(line["level"] for line in child.said)
    assert -12 < loudest < -10, "the meter shows what was said"
    heard = child.heard()
    assert any(find_sound(heard, piece) for piece in np.split(said, 10)[3:]), "sample for sample"
    assert child.now["output"] > 0

    pulse.kill()
    assert wait_for(lambda: child.now["problem"] == "lost")
    assert child.now["level"] == -120.0
    frames = len(child.heard())
    assert wait_for(lambda: len(child.heard()) > frames + RATE // 2), "silence is given all the while"
    pulse.start()
    assert wait_for(lambda: child.now["ready"] and not child.now["problem"])
    assert child.now["reopened"] == 1
    speak(pulse, said)
    assert max(line["level"] for line in child.said[-15:]) > -12


@pytest.mark.pulse
def test_t25_unplugged_microphone_is_never_another_input(pulse: PulseServer, listen: Callable[..., Listening]) -> None:
    def plug() -> str:
        words = ["pactl", "load-module", "module-remap-source", "source_name=roi", "master=zone_b.monitor"]
        return subprocess.run(words, env=pulse.env, check=True, capture_output=True, text=True).stdout.strip()

    with (pulse.folder / "asoundrc").open("a") as file:
        file.write('pcm.roi { type pulse device "roi" hint { show on description "roi" } }\n')
    module = plug()
    child = listen("roi")
    assert wait_for(lambda: child.now["ready"]), (pulse.folder / "child.txt").read_text()
    subprocess.run(["pactl", "unload-module", module], env=pulse.env, check=True)
    assert wait_for(lambda: child.now["problem"] == "lost", 5)
    frames = len(child.heard())
    said = np.random.default_rng(7).integers(-9000, 9000, RATE // 2, dtype=np.int16)
    for zone in ("zone_a", "zone_b"):
        speak(pulse, said, zone)
    assert not child.heard()[frames:].any(), "the loudspeakers are not a microphone"
    plug()
    assert wait_for(lambda: child.now["ready"] and not child.now["problem"])
    speak(pulse, said)
    assert child.heard()[-3 * RATE:].any()


@pytest.mark.pulse
def test_portaudio_is_started_anew_under_an_open_input(pulse: PulseServer, listen: Callable[..., Listening]) -> None:
    child = listen()
    assert wait_for(lambda: child.now["ready"])
    child.say("output zone_a")
    assert wait_for(lambda: child.now["output"] > 0)
    before = child.now["received"], child.now["output"]
    child.say("restart")
    assert wait_for(lambda: child.now["received"] > before[0] + RATE and child.now["output"] > before[1] + RATE)
    assert child.process.poll() is None


_LEAVING = f"""
import sys, time
from broadcaster.air.capture import CaptureSource
from broadcaster.base.clock import SystemClock
inputs = [CaptureSource("{MIC}", clock=SystemClock()) for _ in range(3)]
until = time.monotonic() + 10
while not all(one.ready for one in inputs):
    assert time.monotonic() < until
    time.sleep(0.01)
for one in inputs:
    one.close()
time.sleep(float(sys.argv[1]))
"""


@pytest.mark.pulse
def test_program_ends_while_its_inputs_are_being_closed(pulse: PulseServer, listen: Callable[..., Listening]) -> None:
    delays = [0.02, 0.06, 0.1]
    leaving = [subprocess.Popen([sys.executable, "-c", _LEAVING, str(delay)], env=pulse.env, stderr=subprocess.DEVNULL)
               for delay in delays]
    try:
        assert [process.wait(30) for process in leaving] == [0] * len(delays)
    finally:
        for process in leaving:
            process.kill()
            process.wait()


@pytest.mark.pulse
def test_t25_absent_input_is_silence_and_said(pulse: PulseServer, listen: Callable[..., Listening]) -> None:
    child = listen("Micro thôn 9")
    assert wait_for(lambda: child.now["problem"] == "absent")
    assert wait_for(lambda: len(child.heard()) > RATE // 2)
    assert not child.heard().any(), "never another input"
    assert MIC in child.now["names"]


class Listed:
    """What PortAudio would list."""

    class default:
        device = (2, 0)

    def __init__(self, *devices: tuple[str, int]) -> None:
        self._devices = devices

    def query_devices(self) -> list[dict[str, Any]]:
        return [{"index": index, "name": name, "max_input_channels": channels}
                for index, (name, channels) in enumerate(self._devices)]


def test_input_is_found_by_its_name_alone() -> None:
    shifted = Listed(("Micro", 0), ("Mic", 1), ("Micro", 2))
    assert find_input(shifted, "Micro") == 2, "the output of that name is passed over"
    assert find_input(shifted, "Mi") is None
    assert find_input(shifted, "") == 2
    assert find_input(Listed(("Loa", 0), ("Mic", 1)), "") is None, "no default input"
    long = "Microphone (USB Audio Device thôn 3)"
    assert find_input(Listed((long[:31], 1)), long) == 0


def ring_run(speed: float, seconds: int) -> tuple[InputRing, NDArray[np.float32]]:
    """A tone through the ring, from a card that runs `speed` times as fast as the output."""
    ring, heard, sent = InputRing(), [], 0
    wave = tone(440, seconds * speed + 1, 0.5)
    for block in range(seconds * 50):
        while sent < (block + 1) * 960 * speed:
            ring.put(wave[sent:sent + 480, None])
            sent += 480
        heard.append(ring.take(960)[:, 0])
    return ring, np.concatenate(heard)


@pytest.mark.parametrize("speed", [1.0, 1.003, 0.997])
def test_t13_two_clocks_never_change_the_pitch(speed: float) -> None:
    ring, heard = ring_run(speed, 60)
    assert len(heard) == 60 * RATE
    assert (ring.dropped > 0) == (speed > 1)
    assert (ring.inserted > 0) == (speed < 1)
    assert abs(ring.dropped - ring.inserted - 60 * RATE * (speed - 1)) < MOST
    assert ring._held <= RATE // 5, "and never far behind what is said"
    steps = np.abs(np.diff(heard))
    assert steps.max() < 0.5 * 2 * np.pi * 440 / RATE * 1.5 or speed < 1, "no click where something was dropped"
    whole = [chunk for chunk in np.split(heard, 600)[10:] if np.sqrt(np.mean(chunk**2)) > 0.35]
    assert len(whole) > 500
    crossings = [int(np.count_nonzero(np.diff(np.signbit(chunk)))) for chunk in whole]
    assert 87 <= float(np.median(crossings)) <= 89, "440 Hz, whatever the cards do"


def test_ring_follows_an_output_that_takes_in_lumps() -> None:
    ring, sent, missing = InputRing(), 0, []
    wave = tone(440, 31, 0.5)[:, None]
    for lump in range(200):
        for _ in range(15):
            ring.put(wave[sent:sent + 480])
            sent += 480
        before = ring.inserted
        for _ in range(7 + lump % 2):
            ring.take(960)
        missing.append(ring.inserted - before)
    assert ring._held <= MOST
    assert not any(missing[30:]), "the cushion has grown to what this output needs"


def test_ring_keeps_half_a_second_of_what_nobody_takes() -> None:
    ring = InputRing()
    for number in range(1000):
        ring.put(np.full((480, 1), number, np.float32))
    assert ring._held <= MOST
    assert ring.take(960)[-1, 0] > 980, "the newest is what is left"
    ring.clear()
    assert not ring.take(960).any()


def test_sound_watch_counts_sound_and_silence() -> None:
    watch = SoundWatch()
    loud = tone(300, 1.0, 0.1)[:, None]
    watch.add_nothing(3 * RATE)
    assert (watch.silent_for, watch.sounding_for) == (3.0, 0.0)
    for _ in range(4):
        watch.add(loud)
        watch.add_nothing(RATE // 2)
    assert watch.sounding_for == pytest.approx(6.0, abs=0.2), "a breath does not break it"
    assert watch.silent_for == pytest.approx(0.5, abs=0.1)
    watch.add_nothing(RATE)
    assert watch.sounding_for == 0
    watch.add(loud)
    assert watch.sounding_for == pytest.approx(1.0, abs=0.11)
    watch.add(np.full((RATE, 2), 10 ** (-52 / 20), np.float32))
    assert watch.silent_for == pytest.approx(1.0, abs=0.11), "a hiss below -50 dBFS is silence"


def test_recording_holds_what_was_said(tmp_path: Path) -> None:
    said = tone(500, 3.0)
    recorder = Recorder(tmp_path / "live.flac")
    for block in np.split(said, 150):
        recorder.add(np.column_stack([block, block]))
    kept = recorder.close()
    assert kept is not None
    assert (kept.name, kept.frames, recorder.problem) == ("live.flac", 3 * RATE, "")
    assert kept.sha256 == sha256_of(tmp_path / "live.flac")
    assert [path.name for path in tmp_path.iterdir()] == ["live.flac"]
    samples, rate = soundfile.read(tmp_path / "live.flac", dtype="float32")
    assert rate == RATE
    assert np.abs(samples - said).max() < 1 / 32768
    second = Recorder(tmp_path / "live.flac")
    second.add(said[:, None])
    again = second.close()
    assert again is not None
    assert again.name == "live-2.flac", "nothing is written over"


def test_empty_recording_leaves_nothing(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path / "live.flac")
    recorder.stop()
    recorder.add(np.ones((10, 1), np.float32))
    assert recorder.close() is None
    assert not list(tmp_path.iterdir())


_KILLED = """
import os, sys, time
from pathlib import Path
import numpy as np
from broadcaster.air.recorder import Recorder
recorder = Recorder(Path(sys.argv[1]))
wave = (0.3 * np.sin(np.arange(960) * 0.05)).astype(np.float32)[:, None]
for _ in range(500):
    recorder.add(wave)
while recorder.frames < 480_000:
    time.sleep(0.01)
os.kill(os.getpid(), 9)
"""


def test_kill_9_leaves_a_recording_that_can_be_heard(tmp_path: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(tmp_path / "live.flac")])
    assert killed.returncode == -9
    assert [path.name for path in tmp_path.iterdir()] == ["live.part.flac"]
    (tmp_path / "trống.part.flac").write_bytes(b"")
    (tmp_path / "rác.part.flac").write_bytes(b"fLaC" + bytes(200))
    kept = recover(tmp_path)
    assert [item.name for item in kept] == ["live-interrupted.flac"]
    assert [path.name for path in tmp_path.iterdir()] == ["live-interrupted.flac"]
    assert kept[0].frames >= 9 * RATE, "ten seconds were said"
    assert kept[0].sha256 == sha256_of(tmp_path / kept[0].name)
    with soundfile.SoundFile(tmp_path / kept[0].name) as file:
        assert file.frames == kept[0].frames
        file.seek(8 * RATE)
        assert np.abs(file.read(RATE)).max() == pytest.approx(0.3, abs=0.01)
    assert recover(tmp_path) == []


def test_t26_full_disk_stops_the_recording_only(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    noise = np.random.default_rng(3).normal(0, 0.1, (9600, 1)).astype(np.float32)
    recorder = Recorder(tmp_path / "live.flac")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        for _ in range(20):
            recorder.add(noise)
        assert wait_for(lambda: bool(recorder.problem))
        recorder.add(noise)
        kept = recorder.close()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert recorder.problem in {"disk.full", "disk.unwritable"}
    assert kept is not None
    assert len(soundfile.read(tmp_path / kept.name)[0]) == kept.frames > RATE // 2


def test_recording_that_cannot_begin_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Refused) as refusal:
        Recorder(tmp_path / "file" / "live.flac")
    assert refusal.value.code == "disk.unwritable"
