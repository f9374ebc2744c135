"""How loud, band by band, a capture is beside what was sent, once it is known when it arrived."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from broadcaster.air.meter import decibels
from broadcaster.air.sentinel.fingerprint import MATCH_BANDS, PRESENT, TOTAL, Codes, power_of
from broadcaster.protocol.messages import SILENT_DB

SOUND_DB = -60.0
"""Below this a bus or a monitor is silent."""
_BAND_DB = -65.0
_LEAST_SLOTS = 10

Powers = NDArray[np.float64]


def loudness(codes: Codes) -> float:
    """Rms of the measured slots, dBFS."""
    known = codes[codes[:, PRESENT] == 1, TOTAL]
    return decibels(float(np.sqrt(power_of(known).mean()))) if len(known) else SILENT_DB


def loudest(codes: Codes) -> float:
    """The level that one slot in twenty exceeds, dBFS: a click is no programme."""
    known = codes[codes[:, PRESENT] == 1, TOTAL]
    return decibels(float(np.sqrt(power_of(np.percentile(known, 95, method="higher"))))) if len(known) else SILENT_DB


def background(reference: Codes, captured: Codes) -> Powers | None:
    """Mean power of each band at the monitor while the bus is silent; None when that was too short."""
    idle = (reference[:, TOTAL] == 0) & (reference[:, PRESENT] == 1) & (captured[:, PRESENT] == 1)
    if idle.sum() < _LEAST_SLOTS:
        return None
    quiet: Powers = power_of(captured[idle, :TOTAL + 1]).mean(axis=0)
    return quiet


def voice_level(reference: Codes, captured: Codes, noise: Powers | None) -> float | None:
    """Level difference in dB within the bands a horn lets through."""
    return _difference(reference, captured, slice(0, MATCH_BANDS), noise)


def octave_levels(reference: Codes, captured: Codes, noise: Powers | None) -> list[float | None]:
    """The same for each octave of the self-test; None where nothing was sent or nothing came."""
    return [_difference(reference, captured, slice(band, band + 1), noise) for band in range(MATCH_BANDS, TOTAL)]


def _difference(reference: Codes, captured: Codes, bands: slice, noise: Powers | None) -> float | None:
    sent, came = power_of(reference[:, bands]).sum(axis=1), power_of(captured[:, bands]).sum(axis=1)
    active = (sent > 10 ** (_BAND_DB / 10)) & (captured[:, PRESENT] == 1)
    if active.sum() < _LEAST_SLOTS:
        return None
    mean = float(came[active].mean()) - (float(noise[bands].sum()) if noise is not None else 0.0)
    return round(10 * float(np.log10(mean / sent[active].mean())), 1) if mean > 1e-12 else None
