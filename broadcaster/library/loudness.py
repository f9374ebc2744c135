"""Loudness and true peak by EBU R128, as a mono sound measures when it is played on two channels."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

import av
import numpy as np

from broadcaster.base.frames import RATE
from broadcaster.library.decode import Samples

CEILING_DB = -1.5
"""dBTP no stored sound exceeds."""
_ABSOLUTE_GATE = -69.9


@dataclass(frozen=True)
class Loudness:
    """Integrated loudness (None when nothing passes the gate: too short or silent) and true peak."""

    lufs: float | None
    true_peak_db: float


def measure(blocks: Iterable[Samples], scale: float = 1.0) -> Loudness:
    """Run the sound through FFmpeg's meter. `scale` brings quiet sounds up: the meter prints three decimals."""
    graph = av.filter.Graph()
    source = graph.add_abuffer(sample_rate=RATE, format="flt", layout="mono", time_base=Fraction(1, RATE))
    meter = graph.add("ebur128", "peak=true:dualmono=true:metadata=1:framelog=quiet")
    sink = graph.add("abuffersink")
    source.link_to(meter)
    meter.link_to(sink)
    graph.configure()
    last: dict[str, str] = {}
    position = 0
    for block in blocks:
        frame = av.AudioFrame.from_ndarray((block * np.float32(scale))[np.newaxis], format="flt", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = RATE, position, Fraction(1, RATE)
        position += len(block)
        graph.push(frame)
        last = _drain(graph) or last
    graph.push(None)
    last = _drain(graph) or last
    offset = 20 * math.log10(scale)
    lufs = float(last.get("lavfi.r128.I", "nan"))
    peak = float(last.get("lavfi.r128.true_peak", "0"))
    heard = math.isfinite(lufs) and lufs > _ABSOLUTE_GATE
    return Loudness(round(lufs - offset, 2) if heard else None, round(decibels(peak) - offset, 2))


def decibels(level: float) -> float:
    """20·log10, with −120 for silence."""
    return 20 * math.log10(level) if level > 1e-6 else -120.0


def _drain(graph: av.filter.Graph) -> dict[str, str]:
    found: dict[str, str] = {}
    while True:
        try:
            found = dict(graph.pull().metadata) or found
        except (av.error.BlockingIOError, av.error.EOFError):
            return found
