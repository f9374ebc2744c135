"""What a stretch of sound is known by: levels of frequency bands, twenty times a second, one byte each.

A loudspeaker horn, echoes and a cheap microphone change the samples beyond recognition, but hardly the rise and fall
of the bands that speech is understood by. An hour of it takes 2 MB.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from broadcaster.base.frames import RATE

SLOT = RATE // 20
"""Frames from one fingerprint to the next: 50 ms."""
WINDOW = 4_096
"""Frames one fingerprint looks at: 85 ms."""
MATCH_BANDS = 16
"""Bands of 400–4,000 Hz, all that a horn lets through: the first columns."""
TEST_BANDS = 8
"""Octaves from 63 Hz to 16 kHz, for the self-test of the chain: the next columns; protocol.self_test.BAND_CENTRES."""
TOTAL, PRESENT = MATCH_BANDS + TEST_BANDS, MATCH_BANDS + TEST_BANDS + 1
WIDTH = PRESENT + 1
FLOOR_DB = -120.0

Codes = NDArray[np.uint8]
"""(slots, WIDTH); a level is (dBFS + 120) × 2, the last column is 1 where anything was measured."""
Mono = NDArray[np.float32]

_BATCH = 64
_SILENT, _DEAFENING = 1e-12, 1e3
_TAPER = np.hanning(WINDOW).astype(np.float32)


def _bank() -> NDArray[np.float32]:
    """Power spectrum -> mean square in each band."""
    frequencies = np.fft.rfftfreq(WINDOW, 1 / RATE)
    edges = [*np.geomspace(400, 4_000, MATCH_BANDS + 1)], [*np.geomspace(62.5, 16_000, TEST_BANDS + 1)]
    rows = [(frequencies >= low) & (frequencies < high) for part in edges
            for low, high in pairwise(part)]
    rows.append(np.ones(len(frequencies), bool))
    scale = 2 / (WINDOW * float(np.square(_TAPER).sum()))
    return (np.array(rows, np.float32) * np.float32(scale)).T.copy()


_BANK = _bank()


def codes_of(power: NDArray[np.float32]) -> Codes:
    """Mean squares as half-decibel steps."""
    levels = 10 * np.log10(np.clip(np.nan_to_num(power), _SILENT, _DEAFENING))
    return np.clip(np.rint((levels - FLOOR_DB) * 2), 0, 255).astype(np.uint8)


def power_of(codes: Codes) -> NDArray[np.float64]:
    """The mean squares again; a code of 0 is nothing at all."""
    return np.where(codes == 0, 0.0, 10 ** ((codes / 2 + FLOOR_DB) / 10))


class Track:
    """Fingerprints of the last hour, by slot number; what is not known reads as zeros."""

    def __init__(self, slots: int) -> None:
        # Filled, not zeros: the memory is taken now, instead of page by page over the first hour.
        self._codes: Codes = np.full((slots, WIDTH), 0, np.uint8)
        self.end = 0
        """The slot after the last one known."""

    def put(self, slot: int, codes: Codes) -> None:
        """Add what comes after all that is there; what lies between is unknown."""
        if slot < self.end:
            codes, slot = codes[self.end - slot:], self.end
        size = len(self._codes)
        self._clear(max(self.end, slot - size), slot)
        codes = codes[-size:]
        rows = np.arange(slot, slot + len(codes)) % size
        self._codes[rows] = codes
        self.end = slot + len(codes)

    def get(self, slot: int, count: int) -> Codes:
        """`count` slots from `slot` on."""
        out = np.zeros((count, WIDTH), np.uint8)
        first = max(slot, self.end - len(self._codes), 0)
        last = min(slot + count, self.end)
        if first < last:
            out[first - slot:last - slot] = self._codes[np.arange(first, last) % len(self._codes)]
        return out

    def _clear(self, first: int, last: int) -> None:
        if first < last:
            self._codes[np.arange(first, last) % len(self._codes)] = 0


class Extractor:
    """Makes fingerprints of sound that comes in pieces, each numbered by its first frame."""

    def __init__(self, track: Track, bands: bool = True) -> None:
        """`bands=False`: levels alone, for a zone that nobody listens to."""
        self._track, self._bands = track, bands
        self._rest: Mono = np.zeros(0, np.float32)
        self._first = 0
        """Frame number of the first sample kept; always on a slot."""

    @property
    def end(self) -> int:
        """The frame after the last one fed."""
        return self._first + len(self._rest)

    def feed(self, first: int, mono: Mono) -> None:
        """Add samples; a jump in the numbers begins anew on the next slot."""
        if first != self.end:
            skip = -first % SLOT
            self._rest, self._first = mono[:0], first + skip
            mono = mono[skip:]
            if not len(mono):
                return
        self._rest = np.concatenate((self._rest, mono))
        while (count := min(_BATCH, (len(self._rest) - WINDOW) // SLOT + 1)) > 0:
            self._track.put(self._first // SLOT, self._codes(count))
            self._rest = self._rest[count * SLOT:]
            self._first += count * SLOT

    def _codes(self, count: int) -> Codes:
        out = np.zeros((count, WIDTH), np.uint8)
        out[:, PRESENT] = 1
        used = self._rest[:(count - 1) * SLOT + WINDOW]
        if not used.any():
            return out
        if self._bands:
            windows = np.lib.stride_tricks.sliding_window_view(used, WINDOW)[::SLOT] * _TAPER
            spectrum = np.fft.rfft(windows, axis=1)
            out[:, :PRESENT] = codes_of((spectrum.real ** 2 + spectrum.imag ** 2).astype(np.float32) @ _BANK)
        else:
            hops = used[:count * SLOT].reshape(count, SLOT)
            out[:, TOTAL] = codes_of(np.einsum("ij,ij->i", hops, hops) / np.float32(SLOT))
        return out
