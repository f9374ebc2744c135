"""The sentinel's verdicts: the right sound through a horn and noise, the wrong one, none, and nobody listening."""

from __future__ import annotations

import json

import numpy as np
import pytest
from air_corpus import delayed, noise, speech, through_horn, tune, with_noise
from air_sentinel import QUEUED, Listening

from broadcaster.air.sentinel.airing import Airing, Ears, judge
from broadcaster.air.sentinel.fingerprint import PRESENT, SLOT, WIDTH
from broadcaster.air.sentinel.match import windows_of
from broadcaster.air.sentinel.sentinel import Sentinel
from broadcaster.air.sentinel.times import CaptureCount, FrameTimes
from broadcaster.air.sentinel.witness import UNHEARD_SECONDS
from broadcaster.air.timeline import Timeline
from broadcaster.base.clock import SystemClock, VirtualClock
from broadcaster.base.frames import RATE
from broadcaster.base.settings import ZoneSection

LEAD = 3.0
"""Seconds of silence before each airing."""
LEAD_FRAMES = round(LEAD * RATE)
HUM = 1e-4
"""A microphone's own noise."""


def on_the_bus(item: np.ndarray) -> np.ndarray:
    return np.concatenate((np.zeros(round(LEAD * RATE), np.float32), item, np.zeros(2 * RATE, np.float32)))


def ends(item: np.ndarray) -> float:
    return LEAD + len(item) / RATE


def at_microphone(sound: np.ndarray) -> np.ndarray:
    return sound + HUM * noise(len(sound), "white", 7)


def test_heard_through_horn_and_echo(clock: VirtualClock) -> None:
    item, listening = speech(0), Listening(clock)
    heard = at_microphone(delayed(through_horn(on_the_bus(item)), 0.3))
    verdict = listening.verdict(on_the_bus(item), heard, LEAD, ends(item))
    assert (verdict.verdict, verdict.matched, verdict.source) == ("heard", verdict.windows, "microphone")
    assert verdict.score > 0.6
    assert verdict.delay_ms == pytest.approx(300, abs=30)
    assert verdict.level_db == pytest.approx(-14, abs=3)
    assert listening.waited <= 2.0


@pytest.mark.parametrize("kind", ["white", "pink"])
def test_heard_in_noise_as_loud_as_itself(clock: VirtualClock, kind: str) -> None:
    item = speech(0)
    sound = delayed(through_horn(on_the_bus(item)), 0.4)
    spoken = slice(round((LEAD + 0.4) * RATE), round((ends(item) + 0.4) * RATE))
    verdict = Listening(clock).verdict(
        on_the_bus(item), with_noise(sound, 0, kind, over=spoken), LEAD, ends(item))
    assert verdict.verdict == "heard"
    assert verdict.delay_ms == pytest.approx(400, abs=60)


def test_heard_late_through_a_network(clock: VirtualClock) -> None:
    item, listening = speech(0), Listening(clock)
    verdict = listening.verdict(on_the_bus(item), at_microphone(delayed(on_the_bus(item), 4.2)), LEAD, ends(item))
    assert verdict.verdict == "heard"
    assert verdict.delay_ms == pytest.approx(4_200, abs=30)
    again = listening.sentinel.judge("e1", round(LEAD * RATE), round(ends(item) * RATE))
    listening.sentinel.poll()
    assert again.result().delay_ms == verdict.delay_ms, "the long way is known now"


def test_another_sound_is_not_ours(clock: VirtualClock) -> None:
    item, other = speech(0), speech(1)
    verdict = Listening(clock).verdict(on_the_bus(item), at_microphone(on_the_bus(other)), LEAD, ends(item))
    assert (verdict.verdict, verdict.matched) == ("other", 0)
    assert verdict.score < 0.2


def test_the_usual_background_is_no_other_sound(clock: VirtualClock) -> None:
    item = speech(0)
    street = 0.01 * noise(20 * RATE, "white", 3)
    verdict = Listening(clock).verdict(on_the_bus(item), street, LEAD, ends(item))
    assert (verdict.verdict, verdict.note) == ("not_heard", "background")


def test_silent_at_the_monitor(clock: VirtualClock) -> None:
    item, listening = speech(0), Listening(clock)
    verdict = listening.verdict(on_the_bus(item), np.zeros(20 * RATE, np.float32), LEAD, ends(item))
    assert (verdict.verdict, verdict.note, verdict.matched) == ("silent", "monitor_silent", 0)
    assert listening.waited <= 8.0, "not found at any delay: waited for the longest"


def test_silent_on_the_bus(clock: VirtualClock) -> None:
    verdict = Listening(clock).verdict(np.zeros(10 * RATE, np.float32), tune(), 2.0, 8.0)
    assert (verdict.verdict, verdict.note) == ("silent", "bus_silent")


def test_nobody_listens(clock: VirtualClock) -> None:
    item, listening = speech(0), Listening(clock, monitor="")
    verdict = listening.verdict(on_the_bus(item), np.zeros(0, np.float32), LEAD, ends(item))
    assert (verdict.verdict, verdict.note, verdict.windows) == ("sent", "", 0)
    assert verdict.bus_db == pytest.approx(10 * np.log10(np.mean(item ** 2)), abs=1)
    assert listening.sentinel.heard_db is None


def test_a_lost_monitor_is_no_fault_of_the_station(clock: VirtualClock) -> None:
    item = speech(0)
    verdict = Listening(clock).verdict(on_the_bus(item), np.zeros(0, np.float32), LEAD, ends(item))
    assert (verdict.verdict, verdict.note) == ("sent", "monitor_lost")


def test_a_monitor_lost_in_the_middle(clock: VirtualClock) -> None:
    """Half of it was heard, and the other half cannot be known."""
    item = np.tile(speech(0), 4)[:30 * RATE]
    bus = on_the_bus(item)
    listening = Listening(clock)
    part = at_microphone(bus)[:round((LEAD + 18) * RATE)]
    listening.sentinel.hear = _until(listening, len(part))  # type: ignore[method-assign]
    verdict = listening.verdict(bus, part, LEAD, ends(item))
    assert (verdict.verdict, verdict.note) == ("heard", "monitor_lost")
    assert 2 <= verdict.windows < len(windows_of(0, 600))


@pytest.mark.parametrize(("instead", "verdict"), [(0.0, "heard"), (1.0, "other")])
def test_the_last_third_did_not_come(clock: VirtualClock, instead: float, verdict: str) -> None:
    """Cut off, it was heard in part; with other words in its place it is another item."""
    item = np.resize(speech(0), 21 * RATE)
    bus = on_the_bus(item)
    heard = delayed(through_horn(bus), 0.3)
    cut = round((LEAD + 14.3) * RATE)
    heard[cut:] = instead * through_horn(np.resize(speech(1), len(heard) - cut))
    found = Listening(clock).verdict(bus, at_microphone(heard), LEAD, ends(item))
    assert found.verdict == verdict
    assert 0.5 < found.matched / found.windows < 0.8


def _until(listening: Listening, samples: int):  # type: ignore[no-untyped-def]
    hear, end = listening.sentinel.hear, listening.clock.monotonic() + samples / RATE
    return lambda steady, mono: hear(steady, mono) if steady <= end else None


def test_a_steady_tone_proves_nothing(clock: VirtualClock) -> None:
    tone = (0.1 * np.sin(np.arange(6 * RATE) * 2 * np.pi * 440 / RATE)).astype(np.float32)
    verdict = Listening(clock).verdict(on_the_bus(tone), at_microphone(on_the_bus(tone)), LEAD, ends(tone))
    assert (verdict.verdict, verdict.note) == ("sent", "no_rhythm")


def test_too_short_to_tell(clock: VirtualClock) -> None:
    item = speech(0)[:RATE]
    verdict = Listening(clock).verdict(on_the_bus(item), at_microphone(on_the_bus(item)), LEAD, ends(item))
    assert (verdict.verdict, verdict.note) == ("sent", "too_short")


def test_the_device_came_back_with_another_clock() -> None:
    """It was away for three seconds and went on with the next frame: each frame has the time it really sounded at."""
    times = FrameTimes()
    times.note(0, 1_000.0)
    times.note(15 * RATE, 1_000.02)
    times.note(20 * RATE, 1_003.02)
    assert times.steady_of(19 * RATE) == pytest.approx(1_019.02)
    assert times.steady_of(21 * RATE) == pytest.approx(1_024.02)
    assert times.frame_at(1_024.02) == pytest.approx(21 * RATE)


def test_lost_samples_leave_a_gap_in_the_numbers() -> None:
    count = CaptureCount()
    for block in range(50):
        late = 0.03 if block % 7 else 0.0
        assert count.number(100.1 + block / 10 + late, 4_800) == block * 4_800
    assert count.base == pytest.approx(100.0, abs=0.001)
    assert count.number(110.0, 4_800) == pytest.approx(9.9 * RATE, abs=0.05 * RATE)


def test_an_hour_is_looked_at_in_few_windows() -> None:
    windows = windows_of(0, 60 * 60 * 20)
    assert len(windows) == 450
    assert (windows[0][0], windows[-1][0] + windows[-1][1]) == (0, 72_000)
    assert windows_of(10, 40) == []
    assert windows_of(10, 60) == [(10, 50)]


def test_longer_than_the_memory() -> None:
    """Ninety minutes of relay: the last hour is judged, in 450 windows."""
    ears, slots = Ears("microphone", 240), 90 * 60 * 20
    codes = np.random.default_rng(1).integers(100, 200, (slots, WIDTH)).astype(np.uint8)
    codes[:, PRESENT] = 1
    for first in range(0, slots, 6_000):
        ears.reference.put(first, codes[first:first + 6_000])
        ears.captured.put(first + 6, codes[first:first + 6_000])
    ears.sounding.note(0, 100.0)
    ears.hearing.note(0, 100.0)
    found = judge(ears, Airing("e1", 0, slots * SLOT - RATE, False, 0.0), 1e9, last=True)
    assert found is not None
    assert (found.verdict, found.windows, found.matched, found.delay_ms) == ("heard", 450, 450, 300.0)


def test_it_never_ends_while_the_station_plays(clock: VirtualClock) -> None:
    """Rubbish on the monitor: a verdict nevertheless, and the next airing is judged as ever."""
    item, listening = speech(0), Listening(clock)
    rubbish = np.full(20 * RATE, np.nan, np.float32)
    verdict = listening.verdict(on_the_bus(item), rubbish, LEAD, ends(item))
    assert verdict.verdict in {"silent", "not_heard", "other"}
    assert json.loads(json.dumps(verdict.facts(), allow_nan=False)) == verdict.facts()


def test_closing_leaves_no_question_open(clock: VirtualClock) -> None:
    listening = Listening(clock)
    future = listening.sentinel.judge("e1", 0, 10 * RATE)
    listening.sentinel.close()
    assert future.result().verdict == "sent"


def test_opening_tune_tests_the_chain(clock: VirtualClock) -> None:
    item = tune()
    heard = at_microphone(0.25 * delayed(on_the_bus(item), 0.2))
    verdict = Listening(clock).verdict(on_the_bus(item), heard, LEAD, ends(item), self_test=True)
    test = verdict.self_test
    assert test["level_db"] == pytest.approx(-12, abs=0.3)
    assert [round(value) for value in test["bands"][1:5]] == [-12] * 4, "every octave the tune has"
    assert test["delay_ms"] == pytest.approx(200, abs=15)
    assert verdict.facts()["self_test"] == test


def test_a_tune_that_was_not_heard_counts_as_a_test(clock: VirtualClock) -> None:
    item = tune()
    verdict = Listening(clock).verdict(
        on_the_bus(item), np.zeros(30 * RATE, np.float32), LEAD, ends(item), self_test=True)
    assert (verdict.verdict, set(verdict.self_test)) == ("silent", {"score"})


def told_live(listening: Listening, bus: np.ndarray, heard: np.ndarray) -> list[float]:
    """`unheard_for`, once a second."""
    found: list[float] = []
    poll = listening.sentinel.poll

    def noting() -> None:
        poll()
        found.append(listening.sentinel.unheard_for)

    listening.sentinel.poll = noting  # type: ignore[method-assign]
    listening.verdict(bus, heard, LEAD, len(bus) / RATE - 2)
    return found[::2]


def test_told_within_twelve_seconds_that_nobody_hears_it(clock: VirtualClock) -> None:
    """The amplifier fails 15 seconds into a long item."""
    bus = on_the_bus(np.resize(speech(0), 40 * RATE))
    heard = at_microphone(delayed(through_horn(bus), 0.3))
    heard[15 * RATE:] = at_microphone(np.zeros(len(heard) - 15 * RATE, np.float32))
    told = told_live(Listening(clock), bus, heard)
    assert max(told[:16]) == 0.0
    assert 15 < next(second for second, value in enumerate(told) if value >= UNHEARD_SECONDS) <= 27


def test_a_monitor_that_never_heard_anything_gives_no_alarm(clock: VirtualClock) -> None:
    bus = on_the_bus(np.resize(speech(0), 30 * RATE))
    assert max(told_live(Listening(clock), bus, at_microphone(np.zeros(len(bus), np.float32)))) == 0.0


def test_noise_and_pauses_give_no_alarm(clock: VirtualClock) -> None:
    item = np.concatenate((speech(0), np.zeros(6 * RATE, np.float32), speech(1), speech(0)))
    bus = on_the_bus(item)
    heard = with_noise(delayed(through_horn(bus), 0.3), 0, "pink", over=slice(LEAD_FRAMES, LEAD_FRAMES + len(item)))
    assert max(told_live(Listening(clock), bus, heard)) < UNHEARD_SECONDS


def test_a_stumble_does_not_end_it() -> None:
    """Its thread meets something impossible, and judges the next airing as ever."""
    class Stumbling(Timeline):
        left = 2

        def frame_now(self, steady: float) -> int:
            self.left -= 1
            if self.left >= 0:
                raise ZeroDivisionError
            return super().frame_now(steady)

    sentinel = Sentinel(ZoneSection("a"), SystemClock(), Stumbling())
    block = np.full((RATE, 2), 0.1, np.float32)
    for second in range(3):
        sentinel.reference(second * RATE, block)
    assert sentinel.judge("e1", 0, 2 * RATE).result(10).verdict == "sent"
    sentinel.close()


def test_broken_into(clock: VirtualClock) -> None:
    """What the device had queued is thrown away and the message sounds at once; both parts were heard."""
    item, message = np.resize(speech(0), 8 * RATE), speech(1)
    listening = Listening(clock)
    before = listening.verdict(on_the_bus(item)[:round(9.4 * RATE)], at_microphone(on_the_bus(item)), LEAD, 9.0)
    heard = round((clock.monotonic() - listening.timeline.base) * RATE)
    head = heard + QUEUED
    listening.timeline.base -= QUEUED / RATE
    rest = np.concatenate((np.zeros(head, np.float32), message, np.zeros(RATE, np.float32)))
    spoken = np.concatenate((np.zeros(RATE // 5, np.float32), message, np.zeros(2 * RATE, np.float32)))
    futures = []
    for step in range(len(spoken) // 4_800):
        frame = head + step * 4_800
        block = np.resize(rest[frame:frame + 4_800], 4_800) if frame < len(rest) else np.zeros(4_800, np.float32)
        listening.sentinel.reference(frame, np.stack((block, block), axis=1))
        clock.advance(0.1)
        listening.sentinel.hear(clock.monotonic(), spoken[step * 4_800:(step + 1) * 4_800])
        if not futures and frame > head + len(message):
            futures.append(listening.sentinel.judge("insert-1", head, head + len(message)))
        listening.sentinel.poll()
    listening.sentinel.close()
    assert before.verdict == "heard"
    assert futures[0].result().verdict == "heard"
    assert futures[0].result().delay_ms == pytest.approx(200, abs=30)
