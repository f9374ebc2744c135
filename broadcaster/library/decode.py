"""Any sound file into 48 kHz mono, in small blocks and bounded memory; what is broken is refused with facts.

The content decides, never the name. Packets are decoded one by one, because a decoder that is handed the whole file
either stops at the first bad packet or fills the rest with silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO, Any

import av
import numpy as np
from numpy.typing import NDArray

from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.library.containers import ends_properly, promised_share, tells_its_length, unreadable_file

Samples = NDArray[np.float32]
Progress = Callable[[float], None]
Cancelled = Callable[[], bool]

LONGEST_SECONDS = 4 * 3600
LEAST_SHARE = 0.98
"""Of the length the container promises; less than this was cut off."""
MOST_BAD = 0.01
_CLIPPED_LEVEL = 0.9995
# Playlists and streaming formats stay out: they would open other files.
_FORMATS = "mp3,mov,mp4,m4a,3gp,wav,w64,ogg,flac,asf,amr,aac,matroska,webm,aiff,caf,au,mpeg,mpegts,avi,ac3,ape,wv,flv"
_BLOCK = RATE
_MOST_PADDING = 4096
"""A packet of HE-AAC at half the rate."""
_FAULTS = (av.error.FFmpegError, ValueError, ArithmeticError, MemoryError)


@dataclass
class Source:
    """What a file said about itself and what was found; complete when `blocks` has run out."""

    name: str
    rate: int = 0
    title: str = ""
    promised_seconds: float = 0.0
    decoded_seconds: float = 0.0
    packets: int = 0
    bad_packets: int = 0
    samples: int = 0
    clipped_samples: int = 0
    mix_energy: float = 0.0
    channel_energy: float = 0.0
    tail_missing: bool = False
    rates: set[int] = field(default_factory=set)

    @property
    def cancels_out(self) -> bool:
        """Left and right are opposite: their mix is (nearly) nothing, as after a wrongly wired cable."""
        return self.channel_energy > 0 and self.mix_energy < 0.03 * self.channel_energy


def blocks(file: IO[bytes], source: Source, *, left_only: bool = False, progress: Progress | None = None,
           cancelled: Cancelled | None = None) -> Iterator[Samples]:
    """The sound in blocks of a second.

    Raises Refused: sound.empty, sound.unreadable, sound.truncated, sound.too_long, file.unreadable, import.cancelled.
    """
    try:
        trusted = _looked_at(file, source)
    except OSError as error:
        raise unreadable_file(source.name, error) from error
    with _opened(file, source) as container:
        stream = container.streams.audio[0]
        source.promised_seconds = _promised(container, stream)
        if source.promised_seconds > LONGEST_SECONDS:
            raise _too_long(source)
        source.title = str({**container.metadata, **stream.metadata}.get("title", ""))
        source.rate = int(stream.rate or 0)
        pieces = _decoded(container, stream, source, left_only, progress, cancelled)
        if stream.duration and "mp4" in container.format.name:
            pieces = _without_padding(pieces, round(source.promised_seconds * RATE))
        yield from _in_seconds(pieces)
    _judge(source, trusted)


def _looked_at(file: IO[bytes], source: Source) -> bool:
    """What the bytes tell before any decoder sees them; returns whether the container's length is a fact."""
    if not file.seek(0, 2):
        raise Refused("sound.empty", f"{source.name} is empty", name=source.name)
    share = promised_share(file)
    if share < LEAST_SHARE:
        raise _truncated(source, share, 0)
    source.tail_missing = not ends_properly(file)
    return tells_its_length(file)


class _Nameless:
    """A file without its name: ffmpeg believes a name more than the content, and then reads all of it into memory."""

    def __init__(self, file: IO[bytes]) -> None:
        self.read, self.seek, self.tell = file.read, file.seek, file.tell


def _opened(file: IO[bytes], source: Source) -> Any:
    file.seek(0)
    options = {"format_whitelist": _FORMATS, "protocol_whitelist": "none"}
    try:
        container = av.open(_Nameless(file), metadata_errors="replace", options=options)
    except _FAULTS as error:
        raise _unreadable(source) from error
    except OSError as error:
        raise unreadable_file(source.name, error) from error
    if not container.streams.audio:
        container.close()
        raise _unreadable(source)
    return container


def _promised(container: Any, stream: Any) -> float:
    if stream.duration and stream.time_base:
        return float(stream.duration * stream.time_base)
    return container.duration / 1_000_000 if container.duration else 0.0


def _decoded(container: Any, stream: Any, source: Source, left_only: bool, progress: Progress | None,
             cancelled: Cancelled | None) -> Iterator[Samples]:
    """Mono blocks as they come out of the decoder."""
    converter = _Converter(source, left_only)
    for packet in _packets(container, stream, source):
        if cancelled is not None and cancelled():
            raise Refused("import.cancelled", f"{source.name}: stopped", name=source.name)
        try:
            for frame in packet.decode():
                yield from converter.convert(frame)
        except _FAULTS:
            source.bad_packets += 1
        if source.decoded_seconds > LONGEST_SECONDS:
            raise _too_long(source)
        if progress is not None and source.promised_seconds and source.packets % 64 == 0:
            progress(min(1.0, source.decoded_seconds / source.promised_seconds))
    yield from converter.rest()


def _packets(container: Any, stream: Any, source: Source) -> Iterator[Any]:
    packets = iter(container.demux(stream))
    while True:
        try:
            packet = next(packets)
        except StopIteration:
            return
        except _FAULTS:
            source.bad_packets += 1
            return
        except OSError as error:
            raise unreadable_file(source.name, error) from error
        source.packets += 1
        yield packet


class _Converter:
    """Frames of any rate and layout to 48 kHz mono; a file may change both on its way."""

    def __init__(self, source: Source, left_only: bool) -> None:
        self._source = source
        self._left_only = left_only
        self._form: tuple[Any, ...] = ()
        self._resampler: Any = None

    def convert(self, frame: Any) -> Iterator[Samples]:
        form = (frame.sample_rate, frame.layout.name, frame.format.name)
        if form != self._form:
            yield from self.rest()
            self._form = form
            self._resampler = av.AudioResampler(format="fltp", layout=frame.layout, rate=RATE)
            self._source.rates.add(frame.sample_rate)
        self._source.decoded_seconds += frame.samples / frame.sample_rate
        frame.pts = None  # gaps between time stamps are not sound
        for made in self._resampler.resample(frame):
            yield self._mono(made.to_ndarray())

    def rest(self) -> Iterator[Samples]:
        """What the resampler still holds."""
        if self._resampler is None:
            return
        for made in self._resampler.resample(None):
            yield self._mono(made.to_ndarray())
        self._resampler = None

    def _mono(self, channels: Samples) -> Samples:
        # The mean of the channels cannot be louder than the loudest of them.
        if not np.isfinite(channels).all():
            channels = np.nan_to_num(channels, posinf=0.0, neginf=0.0)
        mono = channels[0] if self._left_only or len(channels) == 1 else channels.mean(axis=0, dtype=np.float32)
        source = self._source
        source.samples += channels.size
        source.clipped_samples += int(np.count_nonzero(np.abs(channels) >= _CLIPPED_LEVEL))
        source.mix_energy += float(np.dot(mono, mono))
        source.channel_energy += float(np.vdot(channels, channels)) / len(channels)
        level: Samples = np.clip(mono, -4.0, 4.0)
        return level


def _without_padding(pieces: Iterator[Samples], length: int) -> Iterator[Samples]:
    """An MP4 says how long it sounds, but its last packet is filled up: that would be a gap before the next item.

    What is more than a packet's filling means that the file tells its length wrongly: then all of it is kept.
    """
    over: list[Samples] = []
    for piece in pieces:
        yield piece[:length]
        over.append(piece[length:])
        length = max(0, length - len(piece))
        if sum(map(len, over)) > _MOST_PADDING:
            yield np.concatenate(over)
            break
    yield from pieces


def _in_seconds(pieces: Iterator[Samples]) -> Iterator[Samples]:
    waiting: list[Samples] = []
    count = 0
    for piece in pieces:
        waiting.append(piece)
        count += len(piece)
        if count >= _BLOCK:
            yield np.concatenate(waiting)
            waiting, count = [], 0
    if count:
        yield np.concatenate(waiting)


def _judge(source: Source, trusted_length: bool) -> None:
    """After the last packet: is this the whole sound?"""
    if source.samples == 0:
        if source.bad_packets:
            raise _unreadable(source)
        raise Refused("sound.empty", f"{source.name} holds no sound", name=source.name)
    share = source.decoded_seconds / source.promised_seconds if source.promised_seconds and trusted_length else 1.0
    missing = source.promised_seconds - source.decoded_seconds
    if (share < LEAST_SHARE and missing > 0.2) or source.bad_packets > max(1, MOST_BAD * source.packets):
        raise _truncated(source, share, source.bad_packets)
    source.tail_missing = source.tail_missing or (source.bad_packets > 0 and share < 0.995)


def _unreadable(source: Source) -> Refused:
    return Refused("sound.unreadable", f"{source.name} is not a sound file this program can read", name=source.name)


def _truncated(source: Source, share: float, bad: int) -> Refused:
    return Refused("sound.truncated",
                   f"{source.name} is damaged or cut off: {share:.0%} of its length, {bad} bad pieces",
                   name=source.name, percent=round(share * 100), seconds=round(source.decoded_seconds, 1),
                   promised=round(source.promised_seconds, 1), bad=bad)


def _too_long(source: Source) -> Refused:
    return Refused("sound.too_long", f"{source.name} is longer than {LONGEST_SECONDS // 3600} hours",
                   name=source.name, hours=LONGEST_SECONDS // 3600)
