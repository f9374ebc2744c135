"""What a zone does to its sound: measured with sines, noise and the shipped message, not with a stopwatch."""

from __future__ import annotations

import math
from datetime import datetime
from fractions import Fraction

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from broadcaster.air.shaping import Shaper, ToneSource
from broadcaster.base.clock import STATION_ZONE
from broadcaster.base.frames import RATE
from broadcaster.base.paths import shipped
from broadcaster.base.settings import ZoneSection
from broadcaster.library.loudness import Loudness, measure
from broadcaster.sound.convolver import minimum_phase
from broadcaster.sound.horn import HornProfile, horned, response

Sound = NDArray[np.float32]
NOON = datetime(2026, 11, 21, 12, tzinfo=STATION_ZONE).timestamp()


def shaped(shaper: Shaper, sound: Sound, block: int = 960, wall: float = NOON) -> Sound:
    parts = [shaper.process(sound[first:first + block], wall + first / RATE) for first in range(0, len(sound), block)]
    return np.concatenate(parts)


def noise(seconds: float, level: float, seed: int = 1) -> Sound:
    one = np.random.default_rng(seed).standard_normal(round(seconds * RATE)) * level
    return np.stack([one, one], axis=1).clip(-0.84, 0.84).astype(np.float32)


def sine(hertz: float, level_db: float, seconds: float = 1.0) -> Sound:
    one = 10 ** (level_db / 20) * np.sin(2 * np.pi * hertz / RATE * np.arange(round(seconds * RATE)))
    return np.stack([one, one], axis=1).astype(np.float32)


def rms_db(sound: Sound) -> float:
    return float(10 * np.log10(np.mean(np.square(sound.astype(np.float64))) + 1e-20))


def loudness(sound: Sound) -> Loudness:
    return measure(sound[first:first + RATE, 0].astype(np.float32) for first in range(0, len(sound), RATE))


def peak_by_ffmpeg(sound: Sound) -> float:
    """dBTP by the meter others measure with; noise up to the last kilohertz reads half a decibel more by ours."""
    graph = av.filter.Graph()
    source = graph.add_abuffer(sample_rate=RATE, format="flt", layout="mono", time_base=Fraction(1, RATE))
    meter = graph.add("ebur128", "peak=true:metadata=1:framelog=quiet")
    sink = graph.add("abuffersink")
    source.link_to(meter)
    meter.link_to(sink)
    graph.configure()
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound[:, 0])[None].astype(np.float32), "flt", "mono")
    frame.sample_rate, frame.pts, frame.time_base = RATE, 0, Fraction(1, RATE)
    graph.push(frame)
    graph.push(None)
    peak = 0.0
    while True:
        try:
            peak = float(dict(graph.pull().metadata).get("lavfi.r128.true_peak", peak))
        except (av.error.BlockingIOError, av.error.EOFError):
            return 20 * math.log10(peak)


@pytest.fixture(scope="module")
def speech() -> Sound:
    """The shipped message at the house's loudness."""
    with av.open(str(shipped("resources", "audio", "thong-diep-mau.mp3"))) as container:
        resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE)
        parts = [piece.to_ndarray()[0] for frame in container.decode(audio=0) for piece in resampler.resample(frame)]
    one = np.concatenate(parts)
    both = np.stack([one, one], axis=1)
    found = loudness(both).lufs
    assert found is not None
    return (both * np.float32(10 ** ((-18 - found) / 20))).clip(-0.84, 0.84).astype(np.float32)


@pytest.mark.parametrize("gain", ["", "00:00 0", "04:30 -6, 06:00 0, 19:00 -9"])
def test_at_0_db_every_sample_passes_untouched(gain: str) -> None:
    shaper = Shaper(ZoneSection("A", gain=gain))
    sound = noise(0.5, 0.2)
    assert shaper.delay == 0
    assert np.array_equal(shaped(shaper, sound), sound)


def test_gain_follows_the_time_of_day_in_vietnam() -> None:
    shaper = Shaper(ZoneSection("A", gain="19:00 -9, 04:30 -6, 06:00 0"))

    def at(hour: int, minute: int, second: int = 0) -> float:
        return shaper.gain_db(datetime(2026, 11, 21, hour, minute, second, tzinfo=STATION_ZONE).timestamp())

    assert [at(0, 0), at(4, 29, 59), at(4, 30), at(5, 59, 59), at(6, 0), at(18, 59, 59), at(19, 0), at(23, 59, 59)] == [
        -9, -9, -6, -6, 0, 0, -9, -9]
    assert Shaper(ZoneSection("A")).gain_db(NOON) == 0


@pytest.mark.parametrize("block", [960, 4800, 441])
def test_a_new_gain_comes_over_one_second(block: int) -> None:
    shaper = Shaper(ZoneSection("A", gain="00:00 0, 12:00 -12"))
    level = np.full((3 * RATE, 2), 0.5, np.float32)
    out = shaped(shaper, level, block, NOON - 1)[:, 0]
    assert np.all(out[:RATE - block] == np.float32(0.5))
    assert np.max(np.abs(np.diff(out))) < 0.5 / RATE * 1.1
    assert abs(out[-1] - 0.5 * 10 ** (-12 / 20)) < 1e-6
    assert 0.29 < out[round(1.5 * RATE)] < 0.34


def test_the_first_block_already_has_its_gain() -> None:
    out = shaped(Shaper(ZoneSection("A", gain="00:00 -6")), np.full((960, 2), 0.5, np.float32))
    assert np.allclose(out, 0.5 * 10 ** (-6 / 20))


def test_the_horn_curve() -> None:
    reference = rms_db(shaped(Shaper(ZoneSection("A", horn=True)), sine(1000, -60))[RATE // 2:])
    measured = {}
    for hertz in (50, 100, 150, 280, 500, 1000, 2000, 2800, 4000, 7000, 10_000, 14_000):
        out = shaped(Shaper(ZoneSection("A", horn=True)), sine(hertz, -60))[RATE // 2:]
        measured[hertz] = rms_db(out) - reference
    wanted = response(np.array(list(measured), np.float64))
    wanted_db = 20 * np.log10(wanted / response(np.array([1000.0])))
    for (hertz, found), aim in zip(measured.items(), wanted_db, strict=True):
        assert found == pytest.approx(max(float(aim), -70), abs=0.5 if aim > -30 else 12), hertz
    assert measured[100] < -30
    assert measured[150] < -15
    assert 2.5 < measured[2800] < 4.5
    assert measured[14_000] < -8


def test_soft_syllables_come_nearer_to_loud_ones() -> None:
    levels = []
    for level_db in (-36, -12):
        profile = HornProfile()
        out = np.concatenate([profile.process(block) for block in np.split(sine(1000, level_db), 50)])
        levels.append(rms_db(out[RATE // 4:RATE // 2]))
    assert 12 < levels[1] - levels[0] < 20


@pytest.mark.parametrize("colour_db", [-9.0, 0.0, 9.0])
def test_speech_stays_as_loud_through_the_horn_profile(speech: Sound, colour_db: float) -> None:
    if colour_db:  # a thin and a warm voice
        voice = minimum_phase(lambda hertz: 10 ** (colour_db / 20 / (1 + (hertz / 300) ** 2)))
        one = np.convolve(speech[:, 0], voice)[:len(speech)]
        found = loudness(one[:, None]).lufs
        assert found is not None
        one = (one * 10 ** ((-18 - found) / 20)).clip(-0.84, 0.84)
        speech = np.stack([one, one], axis=1).astype(np.float32)
    before, after = loudness(speech), loudness(horned(speech))
    assert before.lufs is not None
    assert after.lufs is not None
    assert abs(after.lufs - before.lufs) < 1.0
    assert after.true_peak_db <= -1.5


def test_speech_10_db_too_loud_or_soft_keeps_its_loudness_too(speech: Sound) -> None:
    soft = speech * np.float32(10 ** (-10 / 20))
    before, after = loudness(soft).lufs, loudness(horned(soft)).lufs
    assert before is not None
    assert after is not None
    assert abs(after - before) < 1.5


@pytest.mark.parametrize(("zone", "ceiling_db"), [
    (ZoneSection("A", horn=True), -1.5), (ZoneSection("A", horn=True, gain="00:00 6"), -1.5),
    (ZoneSection("A", gain="00:00 6"), -1.0),
])
def test_no_true_peak_above_the_ceiling(zone: ZoneSection, ceiling_db: float, speech: Sound) -> None:
    bursts = noise(2.0, 0.4) * np.repeat([0.0, 1.0] * 10, len(noise(2.0, 0.4)) // 20)[:, None].astype(np.float32)
    shaper = Shaper(zone)
    out = shaped(shaper, np.concatenate([bursts, speech[:6 * RATE], sine(11_900, -1.5, 0.5)]))
    assert peak_by_ffmpeg(out) <= ceiling_db
    assert shaper.guarded == 0


def test_louder_than_made_is_really_louder(speech: Sound) -> None:
    soft = speech[:6 * RATE] * np.float32(0.3)
    shaper = Shaper(ZoneSection("A", gain="00:00 6"))
    out = shaped(shaper, soft)
    assert np.allclose(out[shaper.delay:], soft[:len(soft) - shaper.delay] * np.float32(10 ** (6 / 20)), atol=1e-6)


def test_a_zone_that_may_be_louder_passes_0_db_untouched_but_later() -> None:
    shaper = Shaper(ZoneSection("A", gain="00:00 6, 06:00 0"))
    sound = noise(0.5, 0.1)
    out = shaped(shaper, sound, 441)
    assert shaper.delay > 0
    assert np.array_equal(out[shaper.delay:], sound[:len(sound) - shaper.delay])


@pytest.mark.parametrize("zone", [ZoneSection("A", horn=True), ZoneSection("A", gain="00:00 6")])
def test_blocks_of_any_length_join_without_a_click(zone: ZoneSection) -> None:
    shaper, random = Shaper(zone), np.random.default_rng(5)
    tone, parts, at = sine(1000, -20, 8.0), [], 0  # long enough for the make-up to settle
    while at < len(tone):
        count = int(random.integers(1, 3000))
        parts.append(shaper.process(tone[at:at + count], NOON))
        at += count
    out = np.concatenate(parts)[7 * RATE:, 0].astype(np.float64)
    assert len(out) == RATE
    places = 2 * np.pi * 1000 / RATE * np.arange(len(out))
    waves = np.stack([np.sin(places), np.cos(places)])
    rest = out - (waves @ out * 2 / len(out)) @ waves
    assert np.abs(rest).max() < 0.003 * np.abs(out).max()


def test_the_block_length_changes_nothing_one_could_hear(speech: Sound) -> None:
    small = shaped(Shaper(ZoneSection("A", horn=True)), speech[:5 * RATE], 960)
    large = shaped(Shaper(ZoneSection("A", horn=True)), speech[:5 * RATE], 4800)
    assert rms_db(small - large) < rms_db(small) - 25


def test_horn_zones_play_both_channels_alike() -> None:
    left = noise(0.5, 0.1)
    left[:, 1] = 0
    out = shaped(Shaper(ZoneSection("A", horn=True)), left)
    assert np.array_equal(out[:, 0], out[:, 1])
    assert rms_db(out) > -40


def test_after_long_silence_it_begins_like_new() -> None:
    used = Shaper(ZoneSection("A", horn=True))
    shaped(used, noise(0.3, 0.3))
    silent = shaped(used, np.zeros((2 * RATE, 2), np.float32))
    assert rms_db(silent[RATE // 10:]) < -150
    again = noise(0.3, 0.05, seed=2)
    old, new = shaped(used, again)[:, 0], shaped(Shaper(ZoneSection("A", horn=True)), again)[:, 0]
    old *= np.float32(10 ** ((rms_db(new) - rms_db(old)) / 20))  # the make-up has learnt, nothing else is left
    assert rms_db(old - new) < rms_db(new) - 25


@pytest.mark.parametrize("zone", [ZoneSection("A"), ZoneSection("A", horn=True), ZoneSection("A", gain="00:00 6")])
@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf, 9.0])
def test_nothing_broken_leaves_and_nothing_stays_broken(zone: ZoneSection, bad: float) -> None:
    shaper, sound = Shaper(zone), noise(1.0, 0.1)
    sound[5000] = bad
    out = shaped(shaper, sound)
    assert np.all(np.isfinite(out))
    assert np.abs(out).max() <= 10 ** (-1 / 20) + 1e-6
    assert rms_db(out[RATE // 2:]) > -35


def test_the_original_and_the_shaped_sound_are_in_step(speech: Sound) -> None:
    before, after = speech[:3 * RATE, :1], horned(speech[:3 * RATE, :1])
    assert before.shape == after.shape
    lags = range(-200, 201, 4)
    middle = slice(RATE, 2 * RATE)
    match = [float(np.dot(after[RATE + lag:2 * RATE + lag, 0], before[middle, 0])) for lag in lags]
    assert abs(list(lags)[int(np.argmax(np.abs(match)))]) <= 48


def test_the_work_fits_into_a_block_many_times() -> None:
    import time

    shaper, block = Shaper(ZoneSection("A", horn=True, gain="00:00 3")), noise(0.02, 0.3)
    spent = []
    for _ in range(200):
        begun = time.perf_counter()
        shaper.process(block, NOON)
        spent.append(time.perf_counter() - begun)
    assert np.median(spent) < 0.005  # 20 ms is the deadline; about 0.15 ms was measured


def test_the_wake_tone_is_soft_and_fades() -> None:
    tone = ToneSource(3 * RATE).read(3 * RATE)
    assert tone.shape == (3 * RATE, 1)
    assert 20 * np.log10(np.abs(tone).max()) == pytest.approx(-30, abs=0.1)
    assert abs(tone[0, 0]) < 1e-6
    assert abs(tone[-1, 0]) < 1e-4
    assert np.abs(tone[:RATE // 20]).max() < 0.1 * np.abs(tone).max()
    spectrum = np.abs(np.fft.rfft(tone[:, 0]))
    assert np.argmax(spectrum) == 440 * 3
    source, parts = ToneSource(3 * RATE), []
    while not source.ended:
        parts.append(source.read(961))
    assert np.array_equal(np.concatenate(parts), tone)
    assert len(source.read(960)) == 0


@pytest.mark.parametrize("frames", [-5, 0, 1, 2, 100])
def test_a_tone_of_any_length(frames: int) -> None:
    source = ToneSource(frames)
    assert len(source.read(10_000)) == max(0, frames)
    assert source.ended
    source.close()
    assert source.ended
