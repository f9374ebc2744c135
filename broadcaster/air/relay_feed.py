"""What a relay brings in: decoded on a thread of its own into a short store, from which the air takes.

A stream is asked for again one second after it broke off. After a server that went dumb, what it sends at once is
thrown away: that is what it sent before, kept by the server for new listeners, and would be heard over and over.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, Protocol

import av
import numpy as np

from broadcaster.air.capture import CaptureSource
from broadcaster.air.jitter import JitterBuffer
from broadcaster.air.meter import Block
from broadcaster.air.relay_hls import HlsSound
from broadcaster.air.relay_http import READ_SECONDS, HttpSound, Unheard
from broadcaster.base.clock import Clock
from broadcaster.base.frames import RATE

log = logging.getLogger(__name__)

RETRY_SECONDS = 1.0
PREFILL_SECONDS, MOST_SECONDS = 2.0, 3.0
"""A stream begins with the first in hand, and keeps no more than the second."""

_FILE_PREFILL, _FILE_MOST = 0.1, 8.0
_STALE_SECONDS = 1.0
_BYTES_WITHOUT_SOUND = 2 << 20
_BAD_IN_A_ROW = 200
# Playlists and the like stay out: they would open other addresses or files.
_FORMATS = "mp3,aac,ogg,flac,mpegts,matroska,webm,wav,asf,mov,mp4,m4a,3gp,amr,aiff,caf,au,w64,mpeg,ac3"
# The first takes what it finds at once; the second looks closer, after the first has found nothing.
_QUICK = {"probesize": "8192", "formatprobesize": "8192", "analyzeduration": "200000"}
_CLOSE = {"probesize": "262144", "formatprobesize": "262144", "analyzeduration": "2000000"}
_FAULTS = (av.error.FFmpegError, ValueError, ArithmeticError, MemoryError, OSError, IndexError)


class Feed(Protocol):
    """Where a relay's sound comes from."""

    @property
    def problem(self) -> str:
        """Why nothing comes, "" while it does."""
        ...

    @property
    def reconnects(self) -> int:
        """How often it was asked for again."""
        ...

    @property
    def received(self) -> int:
        """Frames that came in so far."""
        ...

    @property
    def over(self) -> bool:
        """Nothing more will ever come."""
        ...

    def take(self, count: int) -> Block:
        """At most `count` frames, fewer if there are no more now. Never waits."""
        ...

    def close(self) -> None: ...


class StreamFeed:
    """An HTTP or Icecast stream, asked for again until closed."""

    over = False

    def __init__(self, address: str, clock: Clock) -> None:
        self.problem = ""
        self.reconnects = 0
        self._address, self._clock = address, clock
        self._buffer = JitterBuffer(clock, PREFILL_SECONDS, MOST_SECONDS)
        self._closing = threading.Event()
        self._sound: HttpSound | HlsSound | None = None
        self._heard_at = 0.0
        self._stale = False
        self._thread = threading.Thread(target=self._listen, name="relay-stream", daemon=True)
        self._thread.start()

    @property
    def received(self) -> int:
        return self._buffer.received

    def take(self, count: int) -> Block:
        return self._buffer.take(count)

    def close(self) -> None:
        self._closing.set()
        sound = self._sound
        if sound is not None:
            sound.close()

    def _listen(self) -> None:
        while not self._closing.is_set():
            self._heard_at = 0.0
            fault = self._listen_once()
            if self._closing.is_set():
                break
            if fault.problem != self.problem:
                log.warning("the relay is not heard (%s): %s", fault.problem, fault)
            self.problem = fault.problem
            self._closing.wait(RETRY_SECONDS)
            self.reconnects += 1

    def _listen_once(self) -> Unheard:
        """Until it breaks off; why it did."""
        http = self._sound = HttpSound(self._clock)
        sound: HttpSound | HlsSound = http
        try:
            http.open(self._address)
            if http.listing:
                http.hang_up()
                sound = self._sound = HlsSound(self._clock, http.address, http.listing)
            if self._closing.is_set():
                sound.close()
            look = _CLOSE if self.problem == "not_sound" and self.reconnects % 2 else _QUICK
            options = {**look, "format_whitelist": _FORMATS, "protocol_whitelist": "none"}
            with av.open(_Bytes(sound.read), "r", metadata_errors="replace", options=options) as container:
                for block in decoded(container, lambda: sound.allow(READ_SECONDS, _BYTES_WITHOUT_SOUND)):
                    self._add(block)
                    sound.allow(READ_SECONDS, _BYTES_WITHOUT_SOUND)
                    if self._closing.is_set():
                        break
        except Unheard as fault:
            return fault
        except _FAULTS as error:
            if not self._heard_at and sound.fault is None:
                return Unheard("not_sound", str(error))
        except Exception as error:
            log.exception("the relay's thread goes on")
            return Unheard("not_sound", str(error))
        finally:
            sound.hang_up()
        self._stale = sound.fault is not None and sound is http
        if sound.fault is not None and not self._heard_at:
            return sound.fault if sound.fault.problem != "lost" else Unheard("not_sound", str(sound.fault))
        return Unheard("lost", str(sound.fault or "it ended"))

    def _add(self, block: Block) -> None:
        now = self._clock.monotonic()
        if not self._heard_at:
            self._heard_at = now
        if self._stale and now - self._heard_at < _STALE_SECONDS:
            return
        self._stale = False
        self.problem = ""
        self._buffer.put(block, self._closing, live=True)


class FileFeed:
    """A local file, decoded ahead of need."""

    reconnects = 0

    def __init__(self, address: str, clock: Clock) -> None:
        self.problem = ""
        self._path = Path(address)
        self._buffer = JitterBuffer(clock, _FILE_PREFILL, _FILE_MOST)
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._decode, name="relay-file", daemon=True)
        self._thread.start()

    @property
    def received(self) -> int:
        return self._buffer.received

    @property
    def over(self) -> bool:
        return self._buffer.empty

    def take(self, count: int) -> Block:
        return self._buffer.take(count)

    def close(self) -> None:
        self._closing.set()

    def _decode(self) -> None:
        try:
            if not self._path.is_file():
                self.problem = "missing"
                return
            options = {"format_whitelist": _FORMATS, "protocol_whitelist": "none"}
            with self._path.open("rb") as file, \
                    av.open(_Nameless(file), "r", metadata_errors="replace", options=options) as container:
                for block in decoded(container, lambda: None):
                    self._buffer.put(block, self._closing, live=False)
                    if self._closing.is_set():
                        return
        except _FAULTS as error:
            self.problem = "" if self.received else "not_sound"
            log.warning("the relayed file %s breaks off: %s", self._path.name, error)
        except Exception:
            self.problem = "not_sound"
            log.exception("the relayed file %s cannot be played", self._path.name)
        finally:
            self._buffer.finish()


class LineFeed:
    """A sound input."""

    over = False

    def __init__(self, device: str, clock: Clock) -> None:
        self._capture = CaptureSource(device, clock=clock)

    @property
    def problem(self) -> str:
        return self._capture.problem

    @property
    def reconnects(self) -> int:
        return self._capture.reopened

    @property
    def received(self) -> int:
        return self._capture.received

    def take(self, count: int) -> Block:
        return self._capture.read(count if self._capture.ready else 0)

    def close(self) -> None:
        self._capture.close()


class _Bytes:
    """A file that can only be read on."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self.read = read


class _Nameless:
    """A file without its name: FFmpeg would believe the name more than the content."""

    def __init__(self, file: IO[bytes]) -> None:
        self.read, self.seek, self.tell = file.read, file.seek, file.tell


def decoded(container: Any, still_sound: Callable[[], None]) -> Iterator[Block]:
    """48 kHz mono, packet by packet, so that a bad one costs itself only; `still_sound` is told of every good one."""
    if not container.streams.audio:
        raise Unheard("not_sound", "no sound in it")
    resampler, bad = None, 0
    for packet in container.demux(container.streams.audio[0]):
        try:
            frames = packet.decode()
        except _FAULTS:
            bad += 1
            if bad > _BAD_IN_A_ROW:
                raise
            continue
        for frame in frames:
            bad = 0
            still_sound()
            frame.pts = None
            try:
                resampler = resampler or av.AudioResampler(format="flt", layout="mono", rate=RATE)
                pieces = resampler.resample(frame)
            except ValueError:  # the stream changed its rate or channels
                resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE)
                pieces = resampler.resample(frame)
            yield from (_block(piece) for piece in pieces if piece.samples)


def _block(frame: Any) -> Block:
    samples = np.array(frame.to_ndarray(), np.float32).reshape(-1, 1)
    np.nan_to_num(samples, copy=False, nan=0.0, posinf=1.0, neginf=-1.0)
    return np.clip(samples, -1.0, 1.0, out=samples)
