"""Figures of a zone's shaping: time per block, loudness of speech before and after, true peak, the measured curve.

Run by hand: .venv/bin/python tests/bench/shaping_figures.py [more sound files]
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import av
import numpy as np

from broadcaster.air.shaping import Shaper
from broadcaster.base.frames import RATE
from broadcaster.base.paths import shipped
from broadcaster.base.settings import ZoneSection
from broadcaster.library.loudness import measure
from broadcaster.sound.horn import horned

ZONES = {"plain": ZoneSection("A"), "-6 dB": ZoneSection("A", gain="00:00 -6"),
         "+6 dB": ZoneSection("A", gain="00:00 6"),
         "horn": ZoneSection("A", horn=True), "horn +3 dB": ZoneSection("A", horn=True, gain="00:00 3")}


def decoded(path: Path) -> np.ndarray:
    """48 kHz mono at −18 LUFS."""
    with av.open(str(path)) as container:
        resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE)
        parts = [piece.to_ndarray()[0] for frame in container.decode(audio=0) for piece in resampler.resample(frame)]
    sound = np.concatenate(parts)
    lufs = measure(pieces(sound)).lufs
    assert lufs is not None, f"{path.name} is silent"
    return (sound * 10 ** ((-18 - lufs) / 20)).clip(-0.84, 0.84).astype(np.float32)


def pieces(sound: np.ndarray) -> list[np.ndarray]:
    return [sound[first:first + RATE] for first in range(0, len(sound), RATE)]


def cost(speech: np.ndarray) -> None:
    both = np.stack([speech, speech], axis=1)
    for name, zone in ZONES.items():
        for size in (960, 4800):
            shaper, spent = Shaper(zone), []
            for first in range(0, len(both) - size, size):
                begun = time.perf_counter()
                shaper.process(both[first:first + size], 1.8e9 + first / RATE)
                spent.append((time.perf_counter() - begun) * 1e6)
            middle, high = np.percentile(spent, [50, 95])
            print(f"{name:10} {size:5} frames: median {middle:6.0f} µs, p95 {high:6.0f} µs, delay {shaper.delay}")


def curve() -> None:
    for hertz in (50, 100, 150, 200, 280, 400, 1000, 2000, 2800, 4000, 7000, 10_000, 14_000):
        sine = (0.001 * np.sin(2 * np.pi * hertz / RATE * np.arange(RATE))).astype(np.float32)[:, None]
        gain = 10 * np.log10(np.mean(np.square(horned(sine)[RATE // 2:])) / np.mean(np.square(sine)))
        print(f"{hertz:6} Hz {gain:+6.1f} dB")


def main() -> None:
    paths = [shipped("resources", "audio", "thong-diep-mau.mp3"), *map(Path, sys.argv[1:])]
    print(f"load {os.getloadavg()[0]:.1f}")
    cost(decoded(paths[0]))
    for path in paths:
        sound = decoded(path)
        before, after = measure(pieces(sound)), measure(pieces(horned(sound[:, None])[:, 0]))
        print(f"{path.name}: {before.lufs} -> {after.lufs} LUFS, {before.true_peak_db} -> {after.true_peak_db} dBTP")
    curve()


if __name__ == "__main__":
    main()
