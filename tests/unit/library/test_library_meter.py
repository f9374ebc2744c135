"""Our meter against the standard's test signals and FFmpeg's meter: within ±0.1 LU and ±0.1 dB."""

from __future__ import annotations

import numpy as np
import pytest
from library_reference import reference
from library_sounds import RATE, babble

from broadcaster.library.loudness import Meter, measure


def tone(*parts: tuple[float, float], hertz: float = 1000.0) -> np.ndarray:
    """(seconds, dBFS) one after another."""
    levels = np.concatenate([np.full(round(seconds * RATE), 10 ** (db / 20)) for seconds, db in parts])
    return levels * np.sin(2 * np.pi * hertz * np.arange(len(levels)) / RATE)


# EBU Tech 3341, table 1, cases 1–5: the same tone on left and right, at the levels and for the times given there.
@pytest.mark.parametrize(("parts", "expected"), [
    (((20.0, -23.0),), -23.0),
    (((20.0, -33.0),), -33.0),
    (((10.0, -36.0), (60.0, -23.0), (10.0, -36.0)), -23.0),
    (((10.0, -72.0), (10.0, -36.0), (60.0, -23.0), (10.0, -36.0), (10.0, -72.0)), -23.0),
    (((20.0, -26.0), (20.1, -20.0), (20.0, -26.0)), -23.0),
])
def test_the_signals_of_the_standard(parts: tuple[tuple[float, float], ...], expected: float) -> None:
    assert measure([tone(*parts).astype(np.float32)]).lufs == pytest.approx(expected, abs=0.1)


# EBU Tech 3341, cases 15–18: a quarter of the sampling rate at four phases, peaks between the samples.
@pytest.mark.parametrize("phase", [0.0, 45.0, 60.0, 67.5])
def test_peaks_between_samples(phase: float) -> None:
    place = np.arange(RATE)
    sound = 0.5 * np.sin(2 * np.pi * place / 4 + np.deg2rad(phase)) * np.minimum(1.0, np.minimum(place, place[::-1])
                                                                                 / 4_800)
    assert measure([sound.astype(np.float32)]).true_peak_db == pytest.approx(-6.02, abs=0.1)


@pytest.mark.parametrize("level", [1.9, 0.3, 0.02])
@pytest.mark.parametrize("side", [None, 0.0, 0.6, 1.0, -1.0])
def test_what_ffmpeg_says(level: float, side: float | None) -> None:
    left = level * babble(7.3, seed=3)
    sound = left[np.newaxis] if side is None else np.stack([left, side * np.roll(left, 500 if side < 1 else 0)])
    meter = Meter((1.0,) * len(sound))
    for start in range(0, sound.shape[1], 31_111):
        meter.add(sound[:, start:start + 31_111].astype(np.float32))
    meter.close()
    said, expected = meter.channels(), reference(sound)
    assert said.lufs == pytest.approx(expected.lufs, abs=0.05)
    assert said.true_peak_db == pytest.approx(expected.true_peak_db, abs=0.1)
    mixed = reference(sound.mean(axis=0))
    assert meter.mix().lufs == (None if side == -1.0 and mixed.lufs == -70.0 else pytest.approx(mixed.lufs, abs=0.05))


def test_a_part_is_measured_as_if_it_stood_alone() -> None:
    sound = np.concatenate([np.zeros(RATE), babble(4.0), np.zeros(2 * RATE)]).astype(np.float32)
    meter = Meter()
    meter.add(sound)
    meter.close()
    assert meter.mix(RATE, 5 * RATE).lufs == pytest.approx(reference(sound[RATE:5 * RATE]).lufs, abs=0.02)


def test_a_surround_file_counts_its_channels_as_the_standard_says() -> None:
    """The low-frequency channel not at all, those behind 1.5 dB more."""
    sound = babble(5.0).astype(np.float32)
    silent = np.zeros_like(sound)
    for weight, expected in ((1.41, 1.5), (1.0, 0.0)):
        meter = Meter((1.0, 0.0, weight))
        meter.add(np.stack([silent, sound, sound]))
        meter.close()
        alone = Meter((1.0, 1.0))
        alone.add(np.stack([sound, silent]))
        alone.close()
        assert meter.channels().lufs == pytest.approx((alone.channels().lufs or 0) + expected, abs=0.05)
