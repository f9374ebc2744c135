"""Outputs beside the plain device: channels shared by zones, a stream, a folder; each against the real thing."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
import soundfile
from air_icecast import PASSWORD, IcecastServer, serving
from air_pulse import PulseServer, missing_parts, wait_for
from numpy.typing import NDArray

from broadcaster.air.meter import Block
from broadcaster.air.outputs.binding import find_output
from broadcaster.air.outputs.folder import FolderDelivery, Piece
from broadcaster.air.outputs.live_wav import LiveWavSink
from broadcaster.air.outputs.open import folder_of, open_output
from broadcaster.air.outputs.port import Port, lay
from broadcaster.air.outputs.probe import Probe
from broadcaster.air.outputs.stream import StreamSink
from broadcaster.base.clock import SystemClock, parse_time
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.base.paths import sha256_of
from broadcaster.base.settings import AudioSection, ZoneSection

CHILD = Path(__file__).with_name("air_outputs_child.py")
QUAD = "front-left,front-right,rear-left,rear-right"


# -- the device --


class Zones:
    """air_outputs_child.py: some zones on some devices, told what to do line by line."""

    def __init__(self, pulse: PulseServer, latency: float, *zones: str) -> None:
        self._errors = (pulse.folder / "child.txt").open("wb")
        self.process = subprocess.Popen([sys.executable, str(CHILD), str(latency), *zones], env=pulse.env,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors, text=True)
        self.said: list[dict[str, Any]] = []
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.append(json.loads(line))

    def zone(self, number: int) -> dict[str, Any]:
        states = [word["zones"] for word in self.said if "zones" in word]
        return dict(states[-1][number]) if states else {"ok": False, "problem": "not begun", "heard": 0}

    def ok(self, *numbers: int) -> bool:
        return all(self.zone(number)["ok"] for number in numbers)

    def drop(self, number: int) -> dict[str, Any]:
        """Order a drop; the first frame not heard, and the next that is rendered."""
        before = sum("dropped" in word for word in self.said)
        assert self.process.stdin is not None
        self.process.stdin.write(f"{number}\n")
        self.process.stdin.flush()
        assert wait_for(lambda: sum("dropped" in word for word in self.said) > before)
        return next(word for word in reversed(self.said) if "dropped" in word)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self._reader.join(5)
        for file in (self.process.stdin, self.process.stdout, self._errors):
            assert file is not None
            file.close()


@pytest.fixture
def quad(tmp_path: Path) -> Iterator[PulseServer]:
    """A server that has, besides zone_a and zone_b, a card with four channels."""
    lacking = missing_parts()
    if lacking:
        pytest.skip(f"not installed: {lacking}")
    server = PulseServer(tmp_path / "pulse")
    with (server.folder / "default.pa").open("a") as file:
        file.write("load-module module-null-sink sink_name=quad channels=4 rate=48000 norewinds=1 "
                   f"channel_map={QUAD}\n")
    with (server.folder / "asoundrc").open("a") as file:
        file.write('pcm.quad { type pulse device quad hint { show on description "quad" } }\n')
    server.start()
    try:
        yield server
    finally:
        server.close()


@pytest.fixture
def zones(quad: PulseServer) -> Iterator[Callable[..., Zones]]:
    started: list[Zones] = []

    def start(latency: float, *words: str) -> Zones:
        started.append(Zones(quad, latency, *words))
        return started[-1]

    yield start
    for child in started:
        child.close()


def numbers(samples: NDArray[np.int16]) -> NDArray[np.int64]:
    """The frame each recorded sample says it is (to 8 frames); −1 where there is silence. See the child."""
    return np.where(samples >= 1000, (samples.astype(np.int64) - 1000) * 8, -1)


def pactl(pulse: PulseServer, *words: str) -> str:
    return subprocess.run(["pactl", *words], env=pulse.env, capture_output=True, text=True, check=True).stdout


def unload(pulse: PulseServer, sink: str) -> None:
    modules = pactl(pulse, "list", "short", "modules").splitlines()
    pactl(pulse, "unload-module", next(line.split()[0] for line in modules if f"sink_name={sink} " in line))


def record_quad(pulse: PulseServer, path: Path, stop: Callable[[], Any]) -> NDArray[np.int16]:
    with path.open("wb") as file:
        recorder = subprocess.Popen(["parec", "-d", "quad.monitor", f"--rate={RATE}", "--channels=4", "--raw",
                                     f"--channel-map={QUAD}", "--format=s16le", "--latency-msec=20"],
                                    env=pulse.env, stdout=file)
        try:
            assert wait_for(lambda: path.stat().st_size > 0)
            stop()
        finally:
            recorder.terminate()
            recorder.wait(5)
    raw = path.read_bytes()
    return np.frombuffer(raw[:len(raw) // 8 * 8], np.int16).reshape(-1, 4)


@pytest.mark.pulse
def test_a_drop_is_heard_at_once_and_costs_the_neighbour_nothing(quad: PulseServer,
                                                                 zones: Callable[..., Zones]) -> None:
    latency = 1.0
    child = zones(latency, "quad:1", "quad:3,4", "quad:5")
    assert wait_for(lambda: child.ok(0, 1))
    assert (child.zone(2)["ok"], child.zone(2)["problem"]) == (False, "no_channel")
    told: dict[str, Any] = {}

    def order() -> None:
        wait_for(lambda: False, 0.3 + latency)
        told.update(child.drop(0))
        wait_for(lambda: False, 0.4 + latency)

    heard = record_quad(quad, quad.folder / "quad.raw", order)
    assert not heard[:, 1].any(), "nobody's channel"
    first, next_new = told["dropped"], told["next"]
    assert next_new - first > (latency - 0.2) * RATE, "there was much to throw away"
    own = numbers(heard[:, 0])
    place = int(np.argmax(own >= next_new - 8))
    assert place > 0, "the new sound was heard"
    last_old = own[:place][(own[:place] >= 0) & (own[:place] < next_new - 8)][-1]
    assert -RATE // 20 < last_old - first < RATE // 8, "what was heard of the old sound is what was said"
    hole = place - 1 - int(np.flatnonzero(own[:place] == last_old)[-1])
    assert hole < RATE * 0.3
    neighbour = numbers(heard[:, 2])
    neighbour = neighbour[neighbour >= 0]
    forward = np.diff(neighbour)
    assert forward.max() < RATE // 20, "of the queue that was thrown away the neighbour lost nothing one could hear"
    assert (neighbour == numbers(heard[:, 3])[numbers(heard[:, 3]) >= 0]).all()
    if not child.zone(0)["underruns"]:
        assert np.count_nonzero(forward < 0) <= 2
    assert told["seconds"] < 3.0


@pytest.mark.pulse
def test_a_moved_stream_is_stopped_and_found_again(quad: PulseServer, zones: Callable[..., Zones]) -> None:
    child = zones(0.4, "zone_b:", "quad:")
    assert wait_for(lambda: child.ok(0, 1))
    quad.kill()
    assert wait_for(lambda: not child.ok(0) and not child.ok(1))
    quad.start()
    assert wait_for(lambda: child.ok(0, 1)), "both are back, and held to their places anew"
    wrong, lost = quad.record("zone_a"), child.zone(1)["lost"]
    wait_for(lambda: False, 0.6)
    unload(quad, "zone_b")
    assert wait_for(lambda: not child.ok(0), 3)
    wait_for(lambda: False, 0.4)
    assert np.count_nonzero(wrong.samples()) < RATE // 10, "what was queued did not sound in another village"
    assert child.ok(1)
    before = child.zone(1)["heard"]
    pactl(quad, "load-module", "module-null-sink", "sink_name=zone_b", "rate=48000", "channels=2", "norewinds=1")
    back = quad.record("zone_b")
    assert wait_for(lambda: child.ok(0), 5)
    assert wait_for(lambda: bool(back.samples().any()))
    assert child.ok(1)
    assert child.zone(1)["heard"] > before
    assert child.zone(1)["lost"] == lost, "the healthy one was never closed"


@pytest.mark.pulse
def test_a_device_that_is_new_is_found_beside_a_healthy_one(quad: PulseServer, zones: Callable[..., Zones]) -> None:
    child = zones(0.4, "zone_a:", "zone_neu:")
    assert wait_for(lambda: child.ok(0) and child.zone(1)["problem"] == "absent")
    recorder = quad.record("zone_a")
    pactl(quad, "load-module", "module-null-sink", "sink_name=zone_neu", "rate=48000", "channels=2", "norewinds=1")
    with (quad.folder / "asoundrc").open("a") as file:
        file.write('pcm.zone_neu { type pulse device zone_neu hint { show on description "zone_neu" } }\n')
    assert wait_for(lambda: child.ok(0, 1), 12)
    wait_for(lambda: False, 1.0)
    frames = numbers(recorder.samples())
    frames = frames[frames >= 0]
    if not child.zone(0)["underruns"]:
        # A drop is known to within one of the server's quanta: 20 ms, 50 at the most.
        assert np.diff(frames).max() < RATE // 20, "the healthy one lost nothing one could hear"


class Cards:
    """PortAudio's list of devices, as it was made."""

    class default:
        device = (0, 1)

    def __init__(self, *names: str) -> None:
        self._names = names

    def query_devices(self) -> list[dict[str, Any]]:
        return [{"index": index, "name": name, "max_output_channels": 2} for index, name in enumerate(self._names)]


def test_a_card_is_known_by_its_name_whatever_its_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cards = tmp_path / "cards"
    monkeypatch.setattr("broadcaster.air.outputs.binding.CARDS", cards)
    cards.write_text(" 0 [PCH  ]: HDA-Intel - HDA Intel PCH\n                   HDA Intel PCH at 0xf\n"
                     " 2 [Loa  ]: USB-Audio - Loa USB\n                   xa-mau Loa USB at usb-1\n")
    inside, outside = "HDA Intel PCH: ALC (hw:0,0)", "Loa USB: Audio (hw:2,0)"
    assert find_output(Cards(inside, outside), outside) == 1
    assert find_output(Cards(inside, outside), "Loa USB: Audio (hw:1,0)") == 1, "plugged in elsewhere"
    assert find_output(Cards(inside, outside), "Loa USB: Audio") is None
    stale = Cards(inside, "Loa USB: Audio (hw:0,0)")
    assert find_output(stale, outside) is None, "card 0 is another one by now"
    cards.write_text(cards.read_text() + " 3 [Loa_1]: USB-Audio - Loa USB\n")
    twins = Cards(inside, "Loa USB: Audio (hw:3,0)", outside)
    assert find_output(twins, outside) == 2, "of two alike, the one that was chosen"
    assert find_output(twins, "Loa USB: Audio (hw:1,0)") is None, "of two alike, none is guessed"
    assert find_output(Cards(inside, "zone_a"), "") == 1


def test_a_child_looks_often_only_after_a_change(monkeypatch: pytest.MonkeyPatch) -> None:
    around: list[object] = ["card 0"]
    monkeypatch.setattr("broadcaster.air.outputs.probe.surroundings", lambda: around[0])
    probe = Probe()
    looks = [second for second in range(100) if probe.due(second)]
    around[0] = "card 0, card 1"
    looks += [second for second in range(100, 130) if probe.due(second)]
    assert looks == [0, 2, 4, 6, 8, 38, 68, 98, 100, 102, 104, 106, 108]
    around[0] = None
    assert [second for second in range(130, 135) if probe.due(second)] == [130, 132, 134], "where it cannot be seen"


def test_one_channel_gets_both_sides_and_several_take_turns() -> None:
    sound = np.array([[0.2, 0.4]], np.float32)
    for channels, expected in (((2,), [0, 0.3, 0, 0]), ((3, 4), [0, 0, 0.2, 0.4]), ((), [0.2, 0.4, 0.2, 0.4])):
        out = np.zeros((1, 4), np.float32)
        lay(out, sound, channels)
        assert out[0] == pytest.approx(expected)


class Still:
    """A device that takes what it is given and is heard up to a frame the test sets."""

    latency = 0.4
    problem, ok, name = "", True, "still"

    def __init__(self) -> None:
        from broadcaster.air.timeline import Timeline
        self.timeline, self.at = Timeline(), 0

    def heard(self) -> int:
        return self.at


def test_a_port_replays_what_its_neighbour_threw_away_as_often_as_it_takes() -> None:
    def render(first: int, count: int) -> Block:
        return np.repeat(np.arange(first, first + count, dtype=np.float32)[:, None], 2, axis=1)

    device = Still()
    port = Port(device, render, ())  # type: ignore[arg-type]
    played: list[int] = []
    head = 0
    for left, count in ((3000, 8), (0, 8), (1500, 3), (20000, 30)):
        device.at = head + left
        for _ in range(count):
            played += [int(value) for value in port.take(960)[:, 0]]
            head += 960
        del played[len(played) - (head - device.at):]
        port.rewind(device.at, head)
        assert port.heard() == len(played)
    assert played == list(range(len(played))), "each frame once, in order"
    assert port.give_up(device.at, head) == len(played)
    assert port.take(10)[0, 0] == port._head - 10, "after its own drop it goes on with new sound"


# -- the stream --


@pytest.fixture
def icecast() -> Iterator[IcecastServer]:
    yield from serving(burst=0)


def hum(first: int, count: int) -> Block:
    wave = 0.25 * np.sin(2 * np.pi * 1000 * (first + np.arange(count)) / RATE)
    return np.repeat(wave.astype(np.float32)[:, None], 2, axis=1)


def listen(url: str, seconds: float) -> NDArray[np.float32]:
    """What a listener hears, mono."""
    parts: list[NDArray[np.float32]] = []
    with av.open(url, options={"probesize": "8192", "analyzeduration": "200000"}, timeout=(5, 5)) as source:
        for frame in source.decode(audio=0):
            parts.append(frame.to_ndarray().mean(axis=0))
            if sum(map(len, parts)) > seconds * RATE:
                break
    return np.concatenate(parts)


def stream_url(server: IcecastServer, password: str = PASSWORD) -> str:
    return f"icecast://source:{password}@127.0.0.1:{server.port}/xa-mau"


@pytest.fixture
def stream() -> Iterator[Callable[..., StreamSink]]:
    made: list[StreamSink] = []

    def start(url: str, render: Callable[[int, int], Block] = hum, channels: int = 2) -> StreamSink:
        made.append(StreamSink(SystemClock(), render, url, channels))
        made[-1].poll()
        return made[-1]

    yield start
    for sink in made:
        sink.close()


def test_a_listener_hears_the_zone(icecast: IcecastServer, stream: Callable[..., StreamSink]) -> None:
    sink = stream(stream_url(icecast), hum, 1)
    assert wait_for(lambda: sink.ok)
    assert wait_for(lambda: "/xa-mau" in icecast.mounts())
    sound = listen(icecast.url(), 1.0)[RATE // 4:]
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound))))
    assert np.argmax(spectrum) * RATE / len(sound) == pytest.approx(1000, abs=3)
    assert np.sqrt(np.mean(sound ** 2)) == pytest.approx(0.25 / np.sqrt(2), rel=0.1)
    assert PASSWORD not in sink.name
    assert sink.name == f"icecast://127.0.0.1:{icecast.port}/xa-mau"


def test_frames_follow_the_clock_and_a_lost_line_is_never_made_up_for(
        icecast: IcecastServer, stream: Callable[..., StreamSink], caplog: pytest.LogCaptureFixture) -> None:
    rendered: list[tuple[int, int]] = []

    def render(first: int, count: int) -> Block:
        rendered.append((first, count))
        return hum(first, count)

    clock = SystemClock()
    sink = stream(stream_url(icecast), render)
    assert wait_for(lambda: sink.ok)
    wait_for(lambda: False, 0.5)
    begun, before = clock.monotonic(), sink.heard()
    wait_for(lambda: False, 1.0)
    assert (sink.heard() - before) / RATE == pytest.approx(clock.monotonic() - begun, abs=0.3)
    icecast.kill()
    assert wait_for(lambda: sink.problem == "lost", 20)
    stopped = sink.heard()
    wait_for(lambda: False, 1.0)
    assert abs(sink.heard() - stopped) < RATE // 2, "nothing is heard without a line"
    assert sink.problem == "lost"
    icecast.start()
    assert wait_for(lambda: sink.ok, 20)
    back, count = clock.monotonic(), sink._head
    wait_for(lambda: False, 0.5)
    assert (sink._head - count) / RATE <= clock.monotonic() - back + 0.3, "the lost time is not caught up"
    assert all(first + count == later for (first, count), (later, _) in itertools.pairwise(rendered))
    assert PASSWORD not in caplog.text


def test_a_frozen_server_is_lost_and_a_thawed_one_found(icecast: IcecastServer, monkeypatch: pytest.MonkeyPatch,
                                                        stream: Callable[..., StreamSink]) -> None:
    monkeypatch.setattr("broadcaster.air.outputs.stream.ASK_SECONDS", 0.3)
    monkeypatch.setattr("broadcaster.air.outputs.stream.ANSWER_SECONDS", 0.7)
    sink = stream(stream_url(icecast))
    assert wait_for(lambda: sink.ok)
    wait_for(lambda: False, 0.6)
    icecast.freeze()
    assert wait_for(lambda: sink.problem == "lost", 20), "though its system still takes what is sent"
    icecast.thaw()
    assert wait_for(lambda: sink.ok, 8)


def test_a_wrong_password_is_refused_and_no_server_is_said(
        icecast: IcecastServer, stream: Callable[..., StreamSink], caplog: pytest.LogCaptureFixture) -> None:
    refused = stream(stream_url(icecast, "falsches-wort"))
    assert wait_for(lambda: refused.problem == "refused", 5)
    assert not refused.ok
    icecast.kill()
    unreached = stream(stream_url(icecast))
    assert wait_for(lambda: unreached.problem == "connecting", 5)
    assert "falsches-wort" not in caplog.text


def test_a_drop_begins_new_sound_with_the_next_frame(icecast: IcecastServer,
                                                     stream: Callable[..., StreamSink]) -> None:
    swapped: list[int] = []
    first_after: list[int] = []

    def render(first: int, count: int) -> Block:
        if swapped and not first_after:
            first_after.append(first)
        return hum(first, count)

    sink = stream(stream_url(icecast), render)
    assert wait_for(lambda: sink.ok and sink.heard() > 0)
    first = sink.drop(swapped.append)
    assert wait_for(lambda: bool(first_after))
    assert swapped == [first] == first_after


# -- the folder --


def cut(folder: Path, name: str, seconds: float, hertz: float = 440.0) -> Piece:
    samples = 0.25 * np.sin(2 * np.pi * hertz * np.arange(round(seconds * RATE)) / RATE)
    path = folder / f"{name}.flac"
    soundfile.write(path, (samples * 32767).astype(np.int16), RATE, subtype="PCM_16")
    return Piece(name, path, len(samples), -6.0)


@pytest.fixture
def delivery(tmp_path: Path) -> Iterator[FolderDelivery]:
    made = FolderDelivery(tmp_path / "giao nộp")
    yield made
    made.close()


STARTS = parse_time("2026-11-21T05:00:00+07:00")


def test_a_session_becomes_one_file_and_a_list(tmp_path: Path, delivery: FolderDelivery) -> None:
    items = [cut(tmp_path, "Nhạc hiệu", 1.0, 440), cut(tmp_path, "Thông báo", 1.5, 880)]
    done = delivery.deliver(STARTS.date(), "sáng/1", STARTS, items).result(20)
    folder = tmp_path / "giao nộp"
    assert sorted(path.name for path in folder.iterdir()) == [
        "2026-11-21_0500_s-ng-1.json", "2026-11-21_0500_s-ng-1.mp3"]
    assert done.name == "2026-11-21_0500_s-ng-1.mp3"
    assert done.sha256 == sha256_of(folder / done.name)
    assert done.frames == round(2.5 * RATE)
    told = json.loads((folder / "2026-11-21_0500_s-ng-1.json").read_text())
    assert [(each["title"], each["first_frame"], each["frames"]) for each in told["items"]] == [
        ("Nhạc hiệu", 0, RATE), ("Thông báo", RATE, round(1.5 * RATE))]
    assert told["items"][0]["cut"] == sha256_of(items[0].path)
    assert told["sha256"] == done.sha256
    sound = listen(str(folder / done.name), 60)
    assert len(sound) == pytest.approx(2.5 * RATE, abs=2_500)
    assert np.sqrt(np.mean(sound[9_600:38_400] ** 2)) == pytest.approx(0.25 / np.sqrt(2) / 2, rel=0.05), "6 dB lower"


def test_what_cannot_be_read_leaves_no_file(tmp_path: Path, delivery: FolderDelivery) -> None:
    good, short = cut(tmp_path, "a", 0.5), cut(tmp_path, "b", 0.5)
    broken = cut(tmp_path, "c", 0.5)
    broken.path.write_bytes(b"khong phai am thanh")
    missing = Piece("d", tmp_path / "d.flac", 100)
    for item in (Piece("b", short.path, short.frames + 1), broken, missing):
        with pytest.raises(Refused) as refusal:
            delivery.deliver(STARTS.date(), "sang", STARTS, [good, item]).result(20)
        assert refusal.value.code == "air.unreadable_cut"
    with pytest.raises(Refused) as refusal:
        delivery.deliver(STARTS.date(), "sang", STARTS, []).result(20)
    assert refusal.value.code == "air.nothing_to_deliver"
    assert not list((tmp_path / "giao nộp").iterdir())


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    delivery = FolderDelivery(tmp_path / "file" / "x")
    with pytest.raises(Refused) as refusal:
        delivery.deliver(STARTS.date(), "sang", STARTS + timedelta(minutes=5), [cut(tmp_path, "a", 0.1)]).result(20)
    assert refusal.value.code == "disk.unwritable"
    delivery.close()


# -- which --


def test_words_of_a_zone_choose_its_output(tmp_path: Path) -> None:
    def opened(output: str, channels: str = "") -> Any:
        zone = ZoneSection("Thôn 1", output=output, channels=channels)
        return open_output(zone, AudioSection(), SystemClock(), hum, devices)

    devices: dict[str, Any] = {}
    silent = opened(f"folder:{tmp_path}")
    assert isinstance(silent, LiveWavSink)
    assert folder_of(ZoneSection("Thôn 1", output=f"folder:{tmp_path}")) == tmp_path
    assert folder_of(ZoneSection("Thôn 1")) is None
    assert isinstance(opened("null"), LiveWavSink)
    assert isinstance(opened("icecast://u:p@127.0.0.1:1/x"), StreamSink)
    left, right = opened("Loa ngoài trời", "1"), opened("Loa ngoài trời", "3, 4")
    assert isinstance(left, Port)
    assert left._device is right._device
    assert (left.channels, right.channels) == ((1,), (3, 4))
    for output, channels in (("folder:", ""), ("icecast://nirgends", ""), ("Loa", "0"), ("Loa", "links")):
        with pytest.raises(Refused) as refusal:
            opened(output, channels)
        assert refusal.value.code == "settings.value"
    for sink in (silent, left, right):
        sink.close()


def test_a_zone_that_nobody_hears_keeps_time() -> None:
    sink = open_output(ZoneSection("x", output="null"), AudioSection(), SystemClock(), hum, {})
    sink.poll()
    time.sleep(0.3)
    assert sink.heard() > 0
    sink.close()
