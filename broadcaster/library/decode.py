"""Any sound file into 48 kHz mono, in small blocks and bounded memory; what is broken is refused with facts.

The content decides, never the name. Packets are decoded one by one, because a decoder that is handed the whole file
either stops at the first bad packet or fills the rest with silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO, Any

import av

from broadcaster.base.errors import Refused
from broadcaster.library.containers import (
    after_huge_tag,
    ends_properly,
    promised_share,
    tells_its_length,
    unreadable_file,
)
from broadcaster.library.delay import Exact
from broadcaster.library.mixdown import Hear, Levels, Mixdown, Samples
from broadcaster.library.tags import Tags, read

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]

LONGEST_SECONDS = 4 * 3600
LEAST_SHARE = 0.98
"""Of the length the container promises; less than this was cut off."""
MOST_BAD = 0.01
# Playlists and streaming formats stay out: they would open other files.
_FORMATS = "mp3,mov,mp4,m4a,3gp,wav,w64,ogg,flac,asf,amr,aac,matroska,webm,aiff,caf,au,mpeg,mpegts,avi,ac3,ape,wv,flv"
_FRAMED = {"mp3", "aac", "ac3", "amr"}
"""Nothing but packets: what lies between them is junk, and the demuxer keeps all of it while it looks for the next."""
_MOST_JUNK = 4 << 20
_MOST_OPENING = 96 << 20
"""No file needs so much to be known; a frame mark before gigabytes of zeros would take twice its size of memory."""
_FARTHEST = 1 << 62
_FAULTS = (av.error.FFmpegError, ValueError, ArithmeticError, MemoryError, IndexError)
# IndexError: a packet of a stream that begins on the way.


@dataclass
class Source(Levels):
    """What a file said about itself and what was found; complete when `blocks` has run out."""

    name: str
    rate: int = 0
    tags: Tags = field(default_factory=Tags)
    container: str = ""
    codec: str = ""
    bit_rate: int = 0
    delay: int = 0
    padding: int = 0
    promised_seconds: float = 0.0
    decoded_seconds: float = 0.0
    packets: int = 0
    bad_packets: int = 0
    junk: bool = False
    tail_missing: bool = False

    @property
    def title(self) -> str:
        return self.tags.title


def blocks(file: IO[bytes], source: Source, *, left_only: bool = False, hear: Hear | None = None,
           progress: Progress | None = None, cancelled: Cancelled | None = None) -> Iterator[Samples]:
    """The sound in blocks of a second; `hear` is given every block with all its channels.

    Raises Refused: sound.empty, sound.unreadable, sound.truncated, sound.too_long, file.unreadable, import.cancelled.
    """
    try:
        trusted = _looked_at(file, source)
        bytes_in = _Bytes(file, after_huge_tag(file))
    except OSError as error:
        raise unreadable_file(source.name, error) from error
    with _opened(bytes_in, source) as container:
        stream = container.streams.audio[0]
        bytes_in.patience = _MOST_JUNK if container.format.name in _FRAMED else None
        source.promised_seconds = _promised(container, stream)
        if source.promised_seconds > LONGEST_SECONDS:
            raise _too_long(source)
        _describe(container, stream, source)
        mixdown = Mixdown(source, left_only, hear)
        for frame in _frames(container, stream, source, bytes_in, _Teller(source, bytes_in, progress, cancelled)):
            try:
                yield from list(mixdown.convert(frame))
            except _FAULTS:
                source.bad_packets += 1
        yield from _rest(mixdown, source)
    _judge(source, trusted)


def _rest(mixdown: Mixdown, source: Source) -> list[Samples]:
    try:
        return list(mixdown.rest())
    except _FAULTS:
        source.bad_packets += 1
        return []


def _looked_at(file: IO[bytes], source: Source) -> bool:
    """What the bytes tell before any decoder sees them; returns whether the container's length is a fact."""
    if not file.seek(0, 2):
        raise Refused("sound.empty", f"{source.name} is empty", name=source.name)
    share = promised_share(file)
    if share < LEAST_SHARE:
        raise _truncated(source, share, 0)
    source.tail_missing = not ends_properly(file)
    return tells_its_length(file)


class _Bytes:
    """A file without its name (ffmpeg believes a name more than the content), which ends where only junk follows."""

    def __init__(self, file: IO[bytes], start: int) -> None:
        self._file = file
        self._start = start
        self.size = file.seek(0, 2)
        self.position = 0
        self.junk = False
        self.patience: int | None = _MOST_OPENING
        """So many bytes may be read in vain."""
        self.since_packet = 0
        file.seek(start)

    def read(self, count: int) -> bytes:
        if self.patience is not None and self.since_packet > self.patience:
            self.junk = True
            return b""
        data = self._file.read(count)
        self.since_packet += len(data)
        self.position = max(self.position, self._file.tell())
        return data

    def seek(self, offset: int, whence: int = 0) -> int:
        place = offset + self._start if whence == 0 else offset + (self.size if whence == 2 else self._file.tell())
        # A forged length is no fault of the medium, which an OSError here would mean.
        if not self._start <= place <= _FARTHEST:
            return -1
        self._file.seek(min(place, self.size))
        return place - self._start

    def tell(self) -> int:
        return self._file.tell() - self._start


@dataclass
class _Teller:
    """Asks whether to go on and tells how far it is, now and then."""

    source: Source
    file: _Bytes
    progress: Progress | None
    cancelled: Cancelled | None

    def __call__(self) -> None:
        source = self.source
        if self.cancelled is not None and self.cancelled():
            raise Refused("import.cancelled", f"{source.name}: stopped", name=source.name)
        if self.progress is not None and source.packets % 64 == 0:
            done = source.decoded_seconds / source.promised_seconds if source.promised_seconds \
                else self.file.position / self.file.size
            self.progress(min(1.0, done))


def _opened(file: _Bytes, source: Source) -> Any:
    options = {"format_whitelist": _FORMATS, "protocol_whitelist": "none"}
    try:
        container = av.open(file, metadata_errors="surrogateescape", options=options)
    except _FAULTS as error:
        raise _unreadable(source) from error
    except OSError as error:
        raise unreadable_file(source.name, error) from error
    file.since_packet = 0
    # A stream nobody here can decode has no context.
    if file.junk or not container.streams.audio or container.streams.audio[0].codec_context is None:
        container.close()
        raise _unreadable(source)
    return container


def _promised(container: Any, stream: Any) -> float:
    if stream.duration and stream.time_base:
        return float(stream.duration * stream.time_base)
    return container.duration / 1_000_000 if container.duration else 0.0


def _describe(container: Any, stream: Any, source: Source) -> None:
    source.tags = read({**container.metadata, **stream.metadata})
    source.container, source.codec = container.format.name, stream.codec_context.name
    source.rate = int(stream.rate or 0)
    source.bit_rate = int(stream.codec_context.bit_rate or container.bit_rate or 0)


def _frames(container: Any, stream: Any, source: Source, file: _Bytes, tell: _Teller) -> Iterator[Any]:
    """Decoded frames, without what the encoder put around the sound."""
    exact = Exact(container, stream)
    for packet in _packets(container, stream, source, file):
        tell()
        if source.packets == 1:
            exact.first(packet)
        try:
            for frame in packet.decode():
                source.decoded_seconds += frame.samples / frame.sample_rate
                yield from exact.kept(frame, packet)
        except _FAULTS:
            source.bad_packets += 1
        if source.decoded_seconds > LONGEST_SECONDS:
            raise _too_long(source)
    yield from exact.rest()
    source.delay, source.padding = exact.delay, exact.padding


def _packets(container: Any, stream: Any, source: Source, file: _Bytes) -> Iterator[Any]:
    packets = iter(container.demux(stream))
    while True:
        try:
            packet = next(packets)
        except StopIteration:
            break
        except _FAULTS:
            source.bad_packets += 1
            break
        except OSError as error:
            raise unreadable_file(source.name, error) from error
        source.packets += 1
        file.since_packet = 0
        yield packet
    source.junk = file.junk


def _judge(source: Source, trusted_length: bool) -> None:
    """After the last packet: is this the whole sound?"""
    if source.samples == 0:
        if source.bad_packets:
            raise _unreadable(source)
        raise Refused("sound.empty", f"{source.name} holds no sound", name=source.name)
    share = source.decoded_seconds / source.promised_seconds if source.promised_seconds and trusted_length else 1.0
    missing = source.promised_seconds - source.decoded_seconds
    if (share < LEAST_SHARE and missing > 0.2) or source.bad_packets > max(1, MOST_BAD * source.packets) \
            or source.junk:
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
