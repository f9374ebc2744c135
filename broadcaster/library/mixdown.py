"""Decoded frames of any rate and layout to 48 kHz mono, exact in length; what all channels hold is told on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from broadcaster.base.frames import RATE

Samples = NDArray[np.float32]
Hear = Callable[[Samples], None]
"""Is given channels × frames at 48 kHz, before they are mixed."""

MOST_CHANNELS = 8
"""A frame's plane pointers end there: to read the ninth channel is to read memory that is not ours."""
_CLIPPED_LEVEL = 0.9995
_LOUDEST = 4.0
"""Beyond any decoder's overshoot; a forged 1e30 would make every sum infinite."""
_BLOCK = RATE
_MOST_OFF = 64
"""Frames a converter may give too many or too few; more means that the file lied, and all of it is kept."""
_KINDS = {"flt": np.float32, "fltp": np.float32, "s16": np.int16, "s16p": np.int16, "s32": np.int32, "s32p": np.int32}
_NO_LOUDNESS = {"LFE", "LFE2"}
_BEHIND = {"BL", "BR", "SL", "SR", "BC"}


@dataclass(kw_only=True)
class Levels:
    """What was heard in the channels."""

    samples: int = 0
    clipped_samples: int = 0
    mix_energy: float = 0.0
    channel_energy: float = 0.0
    left_energy: float = 0.0
    right_energy: float = 0.0
    cross_energy: float = 0.0
    channels: int = 0
    weights: tuple[float, ...] = (1.0,)
    """Of each channel in loudness, by ITU-R BS.1770."""
    rates: set[int] = field(default_factory=set)

    @property
    def cancels_out(self) -> bool:
        """Left and right are opposite: their mix is (nearly) nothing, as after a wrongly wired cable."""
        return self.channel_energy > 0 and self.mix_energy < 0.03 * self.channel_energy

    @property
    def mono_loss_db(self) -> float:
        """How much fainter the mix is than the mean of the channels, beyond the 3 dB of unlike channels."""
        if self.mix_energy <= 0 or self.channel_energy <= 0:
            return 0.0
        return max(0.0, float(10 * np.log10(self.channel_energy / self.mix_energy)))

    @property
    def correlation(self) -> float | None:
        """Of left and right; None for mono and where one of them is silent."""
        power = self.left_energy * self.right_energy
        return None if power <= 0 else round(self.cross_energy / power ** 0.5, 3)

    def of_channels(self, layout: Any) -> None:
        """The layout of the first frame tells what counts how much."""
        names = [channel.name for channel in layout.channels]
        self.channels = len(names)
        self.weights = tuple(0.0 if name in _NO_LOUDNESS else 1.41 if name in _BEHIND else 1.0 for name in names)

    def add(self, channels: Samples, mono: Samples) -> None:
        self.samples += channels.size
        self.clipped_samples += int(np.count_nonzero(np.abs(channels) >= _CLIPPED_LEVEL))
        self.mix_energy += float(np.dot(mono, mono))
        energies = [float(np.dot(channel, channel)) for channel in channels]
        self.channel_energy += sum(energies) / len(energies)
        if len(channels) > 1:
            self.left_energy += energies[0]
            self.right_energy += energies[1]
            self.cross_energy += float(np.dot(channels[0], channels[1]))


class Mixdown:
    """A file may change its rate and layout on its way."""

    def __init__(self, levels: Levels, left_only: bool, hear: Hear | None) -> None:
        self._levels = levels
        self._left_only = left_only
        self._hear = hear
        self._form: tuple[Any, ...] = ()
        self._resampler: Any = None
        self._waiting: list[Samples] = []
        self._count = 0
        self._read = self._made = 0
        self._gathered: list[NDArray[Any]] = []
        self._gathered_frames = 0

    def convert(self, frame: Any) -> Iterator[Samples]:
        """Mono blocks of about a second, as soon as there is enough for one. Raises ValueError: too many channels."""
        if len(frame.layout.channels) > MOST_CHANNELS:
            raise ValueError("too many channels")
        form = (frame.sample_rate, frame.layout.name, frame.format.name)
        if form != self._form:
            yield from self.rest()
            self._form = form
            self._resampler = av.AudioResampler(format="fltp", layout=frame.layout, rate=RATE)
            self._levels.rates.add(frame.sample_rate)
            if not self._levels.channels:
                self._levels.of_channels(frame.layout)
        self._gathered.append(_samples(frame))
        self._gathered_frames += frame.samples
        if self._gathered_frames >= frame.sample_rate:
            self._resample()
        if self._count >= _BLOCK:
            yield self._mixed()

    def rest(self) -> Iterator[Samples]:
        """What the resampler still holds, brought to the length the sound has at 48 kHz."""
        if self._resampler is None:
            return
        self._resample()
        for made in self._resampler.resample(None):
            self._take(made.to_ndarray())
        self._resampler = None
        over = self._made - round(self._read * RATE / self._form[0])
        if 0 < over <= min(_MOST_OFF, self._count):
            self._waiting = [np.concatenate(self._waiting, axis=1)[:, :-over]]
        elif -_MOST_OFF <= over < 0 and self._waiting:
            self._waiting.append(np.zeros((len(self._waiting[0]), -over), dtype=np.float32))
        self._read = self._made = 0
        if self._waiting:
            yield self._mixed()

    def _resample(self) -> None:
        """A second at once: frame by frame, most of the time would go into carrying them over."""
        if not self._gathered_frames:
            return
        rate, layout, form = self._form
        joined = np.concatenate(self._gathered, axis=1)
        self._read += self._gathered_frames
        self._gathered, self._gathered_frames = [], 0
        if rate == RATE and joined.dtype == np.float32 and form.endswith("p"):
            self._take(joined)
            return
        frame = av.AudioFrame.from_ndarray(joined, format=form, layout=layout)
        frame.sample_rate = rate
        for made in self._resampler.resample(frame):
            self._take(made.to_ndarray())

    def _take(self, channels: Samples) -> None:
        self._waiting.append(channels)
        self._count += channels.shape[1]
        self._made += channels.shape[1]

    def _mixed(self) -> Samples:
        # The mean of the channels cannot be louder than the loudest of them.
        channels = self._waiting[0] if len(self._waiting) == 1 else np.concatenate(self._waiting, axis=1)
        self._waiting, self._count = [], 0
        if not np.isfinite(channels).all():
            channels = np.nan_to_num(channels, posinf=0.0, neginf=0.0)
        channels = np.clip(channels, -_LOUDEST, _LOUDEST)
        alone = self._left_only or len(channels) == 1
        mono: Samples = channels[0] if alone else channels.mean(axis=0, dtype=np.float32)
        self._levels.add(channels, mono)
        if self._hear is not None:
            self._hear(channels)
        return mono


def _samples(frame: Any) -> NDArray[Any]:
    """A copy of a frame's samples, in a row per plane; to_ndarray does the same in ten times the time."""
    kind = _KINDS.get(frame.format.name)
    if kind is None:
        return np.asarray(frame.to_ndarray())
    count = frame.samples * (len(frame.layout.channels) if frame.format.is_packed else 1)
    rows = [np.frombuffer(plane, dtype=kind, count=count) for plane in frame.planes]
    return rows[0].reshape(1, -1).copy() if len(rows) == 1 else np.stack(rows)
