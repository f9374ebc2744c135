"""Is this sound in that one, and how long after? Windows are laid over the capture at every delay; they vote.

What is compared is the fourth root of each band's power less its mean of a second: speech's own rhythm, in which a
steady noise only lowers the peak. `tests/bench/sentinel_figures.py` measures right against wrong pairs; the thresholds
come from there.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from broadcaster.air.sentinel.fingerprint import FLOOR_DB, MATCH_BANDS, PRESENT, TOTAL, Codes, Track, power_of

WINDOW_SLOTS = 80
"""4 s: some words, so that a bulletin with other words in the middle is another one."""
LEAST_SLOTS = 40
"""2 s; less is not enough to tell one sound from another."""
STEP_SLOTS = 40
MOST_WINDOWS = 450
"""Longer airings are looked at in this many windows, evenly spread."""
EARLIEST_SLOTS = -10
"""The capture's clock may be wrong by half a second."""
BEFORE_SLOTS = 120
"""Delays that cannot be, 6 s of them: what chance alone would give."""

WINDOW_PEAK, WINDOW_RISE, WINDOW_SHARE = 0.25, 3.0, 0.6
"""A window is matched from this correlation on, if it stands out as many standard deviations from chance, and is not
much worse than the better windows: an airing is as well heard in all its parts."""
WHOLE_RISE = 5.5
"""The mean of all windows must stand out more; so must an only window."""
MATCHED_SHARE, SAME_SHARE = 0.5, 0.8
"""Of all windows so many, and of those in which anything came so many, must be matched."""
MISSING_DB = 10.0
"""So much less than elsewhere, and nothing came."""

_SMOOTH = 21
_PAD = _SMOOTH // 2
_NEAR, _AROUND = 2, 8
_ACTIVE_CODE = (-55 - FLOOR_DB) * 2
_ACTIVE_SHARE = 0.25
_QUIET_DB = -90.0
_STEADY = 0.05

_dB = np.maximum(np.arange(256) / 2 + FLOOR_DB, _QUIET_DB)
_ROOT = (10 ** (_dB / 40)).astype(np.float32)

Features = NDArray[np.float32]
Curve = NDArray[np.float64]


@dataclass(frozen=True)
class Match:
    """What the windows said."""

    windows: int = 0
    """That had something to compare and a capture to compare it with."""
    matched: int = 0
    missing: int = 0
    """Of the windows: those in which hardly anything came."""
    lost: int = 0
    """That had no capture."""
    score: float = 0.0
    """Middle correlation at the common delay, 0–1."""
    rise: float = 0.0
    delay_slots: float = 0.0

    @property
    def heard(self) -> bool:
        return self.rise >= WHOLE_RISE and self.matched >= max(
            1, MATCHED_SHARE * self.windows, SAME_SHARE * (self.windows - self.missing))


def windows_of(first: int, last: int) -> list[tuple[int, int]]:
    """(first slot, slots) of the windows of an airing, overlapping by half; spread out when it is very long."""
    length = last - first
    if length < LEAST_SLOTS:
        return []
    if length <= WINDOW_SLOTS:
        return [(first, length)]
    count = min(MOST_WINDOWS, 1 + -(-(length - WINDOW_SLOTS) // STEP_SLOTS))
    starts = np.linspace(first, last - WINDOW_SLOTS, count).round().astype(int)
    return [(int(start), WINDOW_SLOTS) for start in starts]


def match(reference: Track, captured: Track, windows: list[tuple[int, int, int]], latest: int) -> Match:
    """Compare each (reference slot, capture slot at no delay, slots), with delays up to `latest` slots."""
    curves, levels, lost = [], [], 0
    for first, place, slots in windows:
        codes = reference.get(first - _PAD, slots + 2 * _PAD)
        if (codes[_PAD:-_PAD, TOTAL] >= _ACTIVE_CODE).mean() < _ACTIVE_SHARE:
            continue
        heard = captured.get(place - BEFORE_SLOTS - _PAD, slots + BEFORE_SLOTS + latest + 2 * _PAD)
        if heard[BEFORE_SLOTS + _PAD:BEFORE_SLOTS + _PAD + slots, PRESENT].mean() < 0.9:
            lost += 1
            continue
        curve = correlate(features(codes), features(heard), rhythm(codes))
        if curve is not None:
            curves.append(curve)
            levels.append(_levels(codes[_PAD:-_PAD], heard[_PAD:-_PAD]))
    return _vote(np.array(curves), np.array(levels), lost) if curves else Match(lost=lost)


def features(codes: Codes) -> Features:
    """The bands' roots, each less its own mean over a second; shorter by that second."""
    roots = _ROOT[codes[:, :MATCH_BANDS]]
    sums = np.vstack((np.zeros((1, MATCH_BANDS), np.float64), np.cumsum(roots, axis=0, dtype=np.float64)))
    means = (sums[_SMOOTH:] - sums[:-_SMOOTH]) / _SMOOTH
    return (roots[_PAD:-_PAD] - means).astype(np.float32)


def rhythm(codes: Codes) -> NDArray[np.bool_]:
    """Which bands rise and fall at all; in a steady tone none does."""
    roots = _ROOT[codes[_PAD:-_PAD, :MATCH_BANDS]]
    moving: NDArray[np.bool_] = roots.std(axis=0) > _STEADY * roots.mean(axis=0)
    return moving


def correlate(wanted: Features, heard: Features, bands: NDArray[np.bool_]) -> Curve | None:
    """Correlation at each place, mean over the `bands`; None when they are too few to tell anything."""
    slots, size = len(wanted), 1 << (len(heard) - 1).bit_length()
    centred = wanted - wanted.mean(axis=0)
    spread = centred.std(axis=0)
    bands = bands & (spread > 0)
    if bands.sum() < MATCH_BANDS // 4:
        return None
    centred, heard = centred[:, bands] / spread[bands], heard[:, bands].astype(np.float64)
    product = np.fft.irfft(
        np.fft.rfft(heard, size, axis=0) * np.fft.rfft(centred, size, axis=0).conj(), size, axis=0)
    product = product[:len(heard) - slots + 1]
    zero = np.zeros((1, heard.shape[1]))
    sums = np.cumsum(np.vstack((zero, heard)), axis=0)
    squares = np.cumsum(np.vstack((zero, heard * heard)), axis=0)
    mean = (sums[slots:] - sums[:-slots]) / slots
    variance = (squares[slots:] - squares[:-slots]) / slots - mean * mean
    alive = variance > 1e-10
    result: Curve = np.where(alive, product / (slots * np.sqrt(np.where(alive, variance, 1.0))), 0.0).mean(axis=1)
    return result


def _levels(sent: Codes, heard: Codes) -> Curve:
    """Level in dB of the capture less that of what was sent, at each place."""
    power = np.cumsum(np.concatenate(([0.0], power_of(heard[:, :MATCH_BANDS]).sum(axis=1))))
    came = np.maximum(power[len(sent):] - power[:-len(sent)], 1e-12)
    result: Curve = 10 * np.log10(came / max(1e-12, float(power_of(sent[:, :MATCH_BANDS]).sum())))
    return result


def _vote(curves: NDArray[np.float64], levels: NDArray[np.float64], lost: int) -> Match:
    whole = curves.mean(axis=0)
    low = BEFORE_SLOTS + EARLIEST_SLOTS
    peak = low + int(whole[low:].argmax())
    best = curves[:, max(low, peak - _NEAR):peak + _NEAR + 1].max(axis=1)
    rises = np.array([_rise(curve, peak, value) for curve, value in zip(curves, best, strict=True)])
    least = max(WINDOW_PEAK, WINDOW_SHARE * float(np.percentile(best, 75)))
    matched = (best >= least) & (rises >= WINDOW_RISE)
    usual = float(np.median(levels[matched, peak])) if matched.any() else 0.0
    missing = ~matched & (levels[:, peak] < usual - MISSING_DB) & matched.any()
    return Match(len(curves), int(matched.sum()), int(missing.sum()), lost, float(np.clip(np.median(best), 0, 1)),
                 _rise(whole, peak, float(whole[peak])), peak - BEFORE_SLOTS + _between(whole, peak))


def _rise(curve: Curve, peak: int, value: float) -> float:
    """How far a value stands out from the rest of the curve."""
    rest = np.concatenate((curve[:max(0, peak - _AROUND)], curve[peak + _AROUND + 1:]))
    spread = float(rest.std())
    return (value - float(rest.mean())) / spread if spread > 1e-6 else 0.0


def _between(curve: Curve, peak: int) -> float:
    """Where between the slots the top of the peak is: −0.5…0.5."""
    if not 0 < peak < len(curve) - 1:
        return 0.0
    left, middle, right = curve[peak - 1:peak + 2]
    bend = left - 2 * middle + right
    return float(0.5 * (left - right) / bend) if bend < -1e-9 else 0.0
