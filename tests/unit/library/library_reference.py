"""FFmpeg's R128 meter, to hold ours against."""

from __future__ import annotations

from fractions import Fraction

import av
import numpy as np
from numpy.typing import NDArray

from broadcaster.library.loudness import Loudness, decibels


def reference(sound: NDArray[np.floating], *, dual_mono: bool = True) -> Loudness:
    """Of frames at 48 kHz, or channels × frames (mono or stereo); mono as played on two channels."""
    channels = np.atleast_2d(sound).astype(np.float32)
    layout = "mono" if len(channels) == 1 else "stereo"
    graph = av.filter.Graph()
    source = graph.add_abuffer(sample_rate=48_000, format="fltp", layout=layout, time_base=Fraction(1, 48_000))
    dual = ":dualmono=true" if layout == "mono" and dual_mono else ""
    meter = graph.add("ebur128", f"peak=true:metadata=1:framelog=quiet{dual}")
    sink = graph.add("abuffersink")
    source.link_to(meter)
    meter.link_to(sink)
    graph.configure()
    last: dict[str, str] = {}
    for start in range(0, channels.shape[1], 48_000):
        block = np.ascontiguousarray(channels[:, start:start + 48_000])
        frame = av.AudioFrame.from_ndarray(block, format="fltp", layout=layout)
        frame.sample_rate, frame.pts, frame.time_base = 48_000, start, Fraction(1, 48_000)
        graph.push(frame)
        last = _drained(graph) or last
    graph.push(None)
    last = _drained(graph) or last
    # Of a sound shorter than its window the meter says nothing.
    peaks = [float(value) for key, value in last.items() if "true_peak" in key]
    peak = max(peaks, default=float(np.abs(channels).max()))
    return Loudness(round(float(last.get("lavfi.r128.I", "-70")), 2), round(decibels(peak), 2))


def _drained(graph: av.filter.Graph) -> dict[str, str]:
    found: dict[str, str] = {}
    while True:
        try:
            found = dict(graph.pull().metadata) or found
        except (av.error.BlockingIOError, av.error.EOFError):
            return found
