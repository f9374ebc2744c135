"""Opening a stream on a device so that every channel comes out where it should."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from broadcaster.air.outputs.binding import Binding, find_output
from broadcaster.base.frames import RATE

BLOCK = 960
_MOST_CHANNELS = 16
"""A device that claims more is a front of a sound server, which takes any number and mixes."""


@dataclass(frozen=True)
class Opened:
    """A running stream and what is known of its device."""

    stream: Any
    name: str
    channels: int
    """How many the device really has."""
    straight: bool
    """Each channel comes out of the device's own of the same number."""

    def has(self, channels: tuple[int, ...]) -> bool:
        """A zone on `channels` would be heard there and nowhere else."""
        return not channels or (self.straight and max(channels) <= self.channels)


def open_stream(sd: Any, binding: Binding, latency: float, places: list[tuple[int, ...]],
                callback: Callable[..., None], finished: Callable[[], None]) -> Opened | None:
    """A stream for zones on `places`, started (it has to say nothing yet) and bound; None when there is no such device.

    Zones without channels of their own have a stereo stream. As soon as one has, the stream gets as many channels as
    the device: with fewer or more a sound server would mix them as it pleases. Raises what PortAudio raises.
    """
    index = find_output(sd, binding.wanted)
    if index is None:
        return None
    device = sd.query_devices(index)
    known = int(device["max_output_channels"])

    def started(width: int) -> Any:
        stream = sd.OutputStream(samplerate=RATE, blocksize=BLOCK, device=index, channels=width, dtype="float32",
                                 latency=latency, callback=callback, finished_callback=finished)
        try:
            binding.bind(stream.start)
        except Exception:
            shut(stream)
            raise
        return stream

    needed = max([2, *(channel for place in places for channel in place)])
    width = min(known, needed)
    stream = started(width)
    real = min(known, binding.channels or (known if known <= _MOST_CHANNELS else needed))
    if real != width and any(places):
        shut(stream)
        stream = started(real)
    return Opened(stream, str(device["name"]), real, binding.straight)


def shut(stream: Any) -> None:
    """Stop and close, whatever state it is in."""
    if stream is not None:
        with contextlib.suppress(Exception):
            stream.abort()
        with contextlib.suppress(Exception):
            stream.close()
