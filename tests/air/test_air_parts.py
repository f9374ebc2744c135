"""The pieces by themselves: bus, timeline, quiet hours, device choice."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from types import SimpleNamespace

import numpy as np
import pytest
from air_station import Station, moment

from broadcaster.air.mixer import GUARD, Mixer, Voice
from broadcaster.air.outputs.binding import find_output
from broadcaster.air.quiet import QuietGuard
from broadcaster.air.sources import PrefetchSource
from broadcaster.air.timeline import DacTracker, Timeline
from broadcaster.base.clock import VirtualClock
from broadcaster.base.frames import RATE
from broadcaster.protocol.rundown import QuietHours


@dataclass
class Ramp:
    """A source whose every sample is its own number; gives at most `ration` frames a read."""

    count: int
    first: float = 0.0
    ration: int = 1 << 30
    position: int = 0
    closed: bool = field(default=False)

    @property
    def ended(self) -> bool:
        return self.position >= self.count

    def read(self, count: int):  # type: ignore[no-untyped-def]
        taken = min(count, self.count - self.position, self.ration)
        block = (self.first + np.arange(self.position, self.position + taken)) / (1 << 20)
        self.position += taken
        return block.astype(np.float32)[:, None]

    def close(self) -> None:
        self.closed = True


def mixer() -> Mixer:
    return Mixer(lambda wall: round(wall * RATE))


def play(bus: Mixer, frames: int, seed: int = 0) -> np.ndarray:
    """Render in blocks of random size: the result must not depend on them."""
    blocks, position, dice = [], 0, random.Random(seed)
    while position < frames:
        count = min(frames - position, dice.choice([1, 7, 160, 960, 961, 4800]))
        blocks.append(bus.render(position, count))
        position += count
    return np.concatenate(blocks)


@pytest.mark.parametrize("seed", range(5))
def test_voices_start_on_their_frame_and_join(seed: int) -> None:
    bus = mixer()
    voices = [Voice(Ramp(3000, first=1), 3000, at=0.1), Voice(Ramp(500, first=4000), 500), Voice(Ramp(1, 9000), 1),
              Voice(Ramp(100, first=5000), 100, at=0.3)]
    for voice in voices:
        bus.add(voice)
    out = play(bus, 20_000, seed)
    expected = np.zeros(20_000)
    expected[4800:7800] = 1 + np.arange(3000)
    expected[7800:8300] = 4000 + np.arange(500)
    expected[8300] = 9000
    expected[14_400:14_500] = 5000 + np.arange(100)
    assert np.array_equal(out[:, 0], (expected / (1 << 20)).astype(np.float32))
    assert np.array_equal(out[:, 0], out[:, 1])
    assert [voice.start for voice in voices] == [4800, 7800, 8300, 14_400]
    assert all(voice.spent and voice.source.closed for voice in voices)  # type: ignore[attr-defined]


@pytest.mark.parametrize("seed", range(5))
def test_fade_ends_on_its_frame(seed: int) -> None:
    bus = mixer()
    voice = Voice(Ramp(48_000, first=1000), 48_000, at=0.0, stop_at=0.5, stop_fade=2400)
    bus.add(voice)
    out = play(bus, 30_000, seed)[:, 0] * (1 << 20)
    plain = 1000 + np.arange(24_000)
    assert np.array_equal(out[:21_600], plain[:21_600].astype(np.float32))
    ramp = (24_000 - np.arange(21_600, 24_000)) / 2400
    assert np.allclose(out[21_600:24_000], plain[21_600:] * ramp, rtol=1e-5)
    assert not out[24_000:].any()
    assert (voice.played, voice.end) == (24_000, 24_000)


def test_an_item_that_fits_is_not_faded() -> None:
    bus = mixer()
    voice = Voice(Ramp(24_000, first=1000), 24_000, at=0.0, stop_at=0.5, stop_fade=2400)
    bus.add(voice)
    assert np.array_equal(play(bus, 30_000)[:24_000, 0] * (1 << 20), (1000 + np.arange(24_000)).astype(np.float32))


def test_a_dry_source_loses_no_sample() -> None:
    bus = mixer()
    voice = Voice(Ramp(5000, first=1, ration=100), 5000, at=0.0)
    bus.add(voice)
    out = np.concatenate([bus.render(960 * n, 960) for n in range(60)])[:, 0] * (1 << 20)
    assert np.array_equal(out[out != 0], 1 + np.arange(5000, dtype=np.float32))
    assert voice.spent
    assert voice.starved > 0


def test_clear_is_silence_from_the_next_block_on() -> None:
    bus = mixer()
    bus.add(Voice(Ramp(48_000, first=1), 48_000, at=0.0))
    bus.render(0, 960)
    bus.clear()
    assert not bus.render(960, 960).any()
    assert not bus.busy()


def test_guard_and_meter() -> None:
    bus = mixer()
    bus.add(Voice(Ramp(960, first=1 << 20), 960, at=0.0))
    out = bus.render(0, 960)
    assert out.max() == np.float32(GUARD)
    assert bus.clipped == 2 * 960, "in both channels"
    peak, rms = bus.meter.levels(960, 960)
    assert peak[0] == pytest.approx(-1.0, abs=0.01)
    assert rms[1] == pytest.approx(-1.0, abs=0.01)
    assert bus.meter.levels(0, 960)[0] == (-120.0, -120.0), "not heard yet"


def test_prefetch_gives_the_cut_from_any_frame(station: Station) -> None:
    cut = station.cut(3.0)
    source = PrefetchSource(station.home.audio(cut.sha256), 10_001)
    parts = []
    while not source.ended:
        parts.append(source.read(4801))
    source.close()
    got = np.concatenate(parts)[:, 0] * 32768
    assert np.array_equal(got, station.samples[cut.sha256][10_001:])


def test_timeline_follows_a_stepped_clock() -> None:
    clock = VirtualClock(moment("05:00"))
    timeline = Timeline()
    timeline.measure_skew(clock)
    frame = timeline.frame_at(1_795_212_010.0)
    clock.step_wall(-2.0)
    timeline.measure_skew(clock)
    assert timeline.frame_at(1_795_212_010.0) - frame == 2 * RATE
    assert timeline.frame_at(timeline.wall_of(123_456_789)) == 123_456_789


def test_dac_tracker_sees_through_jitter_and_follows_a_jump() -> None:
    timeline, dice = Timeline(), random.Random(4)
    tracker = DacTracker(timeline)

    def run(first: int, callbacks: int, base: float) -> None:
        for number in range(first, first + callbacks):
            stream = number * 0.02
            late = dice.choice([0, 0, 0, dice.uniform(0, 0.03)])
            wander = dice.uniform(-0.02, 0.02) if dice.random() < 0.2 else 0.0
            tracker.observe(100 + stream + late, stream, base + stream + 0.4 + wander, number * 960)

    run(0, 500, base=0.0)
    assert tracker.update()
    assert timeline.base == pytest.approx(100.4, abs=0.001)
    run(500, 300, base=0.05)
    tracker.update()
    assert timeline.base == pytest.approx(100.45, abs=0.001), "50 ms more in the queue, steadily"
    tracker.reset()
    assert not tracker.update()


@pytest.mark.parametrize(("clock", "covered"), [("21:00", True), ("20:59:59.999", False), ("04:29:59", True),
                                                ("04:30", False), ("00:00", True), ("12:00", False)])
def test_quiet_guard_across_midnight(clock: str, covered: bool) -> None:
    assert QuietGuard([QuietHours("21:00", "04:30")]).covers(moment(clock)) is covered


def test_quiet_guard_knows_the_next_silence() -> None:
    guard = QuietGuard([QuietHours("21:00", "04:30"), QuietHours("12:00", "13:00"), QuietHours("07:00", "07:00")])
    assert guard.next_start(moment("05:00")) == moment("12:00")
    assert guard.next_start(moment("13:00")) == moment("21:00")
    assert guard.next_start(moment("23:00")) == moment("23:00")
    assert QuietGuard([]).next_start(moment("05:00")) is None


def test_t25_the_device_is_bound_by_name() -> None:
    def sound(names: list[tuple[str, int]], default: int) -> SimpleNamespace:
        devices = [{"index": index, "name": name, "max_output_channels": outputs}
                   for index, (name, outputs) in enumerate(names)]
        return SimpleNamespace(query_devices=lambda: devices, default=SimpleNamespace(device=[-1, default]))

    before = sound([("Mic", 0), ("Loa xã", 2), ("HDMI", 2)], 2)
    after = sound([("USB", 2), ("HDMI", 2), ("Mic", 0), ("Loa xã", 2)], 0)
    assert (find_output(before, "Loa xã"), find_output(after, "Loa xã")) == (1, 3)
    assert find_output(sound([("HDMI", 2)], 0), "Loa xã") is None
    assert find_output(before, "") == 2
    assert find_output(sound([], -1), "") is None
    assert find_output(before, "Mic") is None
