"""The silence an encoder puts before and after a sound: what the demuxer does not take off is taken off here.

MP3 with a LAME tag, Vorbis, Opus and FLAC come out exact by themselves. For the rest, in frames at the file's rate:
MP3 without a tag 1105 (LAME's encoder and every decoder), MP2 481, AAC without an edit list 1024 (its first frame is
never whole), AC-3 256. What cannot be had back: the last 128 frames of a Vorbis file of a single page (a second), and
the first 2048 of a WMA made by FFmpeg, which every decoder of FFmpeg's loses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import av

_INHERENT = {"mp3": 1105, "mp3float": 1105, "mp2": 481, "mp2float": 481, "mp1": 481, "mp1float": 481, "aac": 1024,
             "aac_latm": 1024, "ac3": 256, "eac3": 256}
_SMPB = re.compile(r"^\s*[0-9A-Fa-f]{8} ([0-9A-Fa-f]{8}) ([0-9A-Fa-f]{8}) ([0-9A-Fa-f]{16})\b")
_MOST = 20_000


class Exact:
    """Takes an encoder's delay and padding off the decoded frames of one stream."""

    def __init__(self, container: Any, stream: Any) -> None:
        self._mp4 = "mp4" in container.format.name
        self._mp4_scale = stream.time_base
        self._codec = stream.codec_context.name
        self._smpb = _smpb({**container.metadata, **stream.metadata})
        # A WAV's fact chunk counts what was encoded, the delay included.
        self._most = stream.duration if container.format.name == "wav" and self._codec.startswith("mp3") else None
        self._lead: int | None = None
        self._seen = 0
        self._held: Any = None
        self._held_from: Any = None
        self.delay = 0
        self.padding = 0

    def first(self, packet: Any) -> None:
        """The first packet tells whether the demuxer takes the delay off."""
        if packet.has_sidedata("skip_samples"):
            self._lead = 0
            return
        self._lead = self._smpb[0] if self._smpb else _INHERENT.get(self._codec, 0)

    def kept(self, frame: Any, packet: Any) -> Iterator[Any]:
        """What of this frame belongs to the sound; the last frame comes with `rest`."""
        if self._held is not None:
            yield from self._part(self._held, self._held.samples)
        self._held, self._held_from = frame, packet

    def rest(self) -> Iterator[Any]:
        """The last frame, without what fills it up."""
        if self._held is not None:
            yield from self._part(self._held, self._length(self._held, self._held_from))
            self._held = None

    def _length(self, frame: Any, packet: Any) -> int:
        """What an MP4's last packet says of its own length."""
        if not self._mp4 or not packet.duration or packet.pts is None:
            return int(frame.samples)
        told = round(packet.duration * packet.time_base * frame.sample_rate)
        return min(int(frame.samples), int(told))

    def _part(self, frame: Any, length: int) -> Iterator[Any]:
        start = min(length, max(0, (self._lead or 0) - self._seen))
        self.delay += start
        end = length
        if self._smpb:
            end = min(end, max(start, (self._lead or 0) + self._smpb[1] - self._seen))
        if self._most is not None:
            end = min(end, max(start, self._most - self._seen))
        self.padding += frame.samples - end
        self._seen += frame.samples
        if end - start == frame.samples:
            yield frame
        elif end > start:
            yield _cut(frame, start, end)


def _smpb(metadata: Mapping[str, str]) -> tuple[int, int] | None:
    """(delay, frames of the sound) as iTunes writes them."""
    found = _SMPB.match(metadata.get("iTunSMPB", ""))
    if found is None:
        return None
    delay, count = int(found[1], 16), int(found[3], 16)
    return (delay, count) if delay <= _MOST and count > 0 else None


def _cut(frame: Any, start: int, end: int) -> Any:
    samples = frame.to_ndarray()
    channels = len(frame.layout.channels)
    samples = samples[:, start * channels:end * channels] if frame.format.is_packed else samples[:, start:end]
    part = av.AudioFrame.from_ndarray(samples.copy(), format=frame.format.name, layout=frame.layout.name)
    part.sample_rate = frame.sample_rate
    return part
