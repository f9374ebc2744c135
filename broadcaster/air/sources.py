"""Sound from a cut's FLAC file, from any frame on, decoded ahead of need."""

from __future__ import annotations

import hashlib
import logging
import os
import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import numpy as np
import soundfile

from broadcaster.air.checks import stamp_of
from broadcaster.air.meter import Block
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE

log = logging.getLogger(__name__)

AHEAD_SECONDS = 8
_PIECE = RATE // 2
_FANOUT_KEPT = RATE // 4


class Source(Protocol):
    """Something that gives samples in order."""

    @property
    def ended(self) -> bool:
        """No more will come."""
        ...

    def read(self, count: int) -> Block:
        """At most `count` frames, fewer when it has run dry or ended; (frames, 1 or 2 channels)."""
        ...

    def close(self) -> None: ...


class SamplesSource:
    """Samples that are already at hand."""

    def __init__(self, block: Block) -> None:
        self._rest = block

    @property
    def ended(self) -> bool:
        return not len(self._rest)

    def read(self, count: int) -> Block:
        block, self._rest = self._rest[:count], self._rest[count:]
        return block

    def close(self) -> None:
        self._rest = self._rest[:0]


class ChainSource:
    """One after the other, without a gap."""

    def __init__(self, *sources: Source) -> None:
        self._sources = list(sources)

    @property
    def ended(self) -> bool:
        return all(source.ended for source in self._sources)

    def read(self, count: int) -> Block:
        while len(self._sources) > 1 and self._sources[0].ended:
            self._sources.pop(0).close()
        return self._sources[0].read(count)

    def close(self) -> None:
        for source in self._sources:
            source.close()


class Silence:
    """For ever; where virtual time has nobody to hear."""

    ended = False

    def read(self, count: int) -> Block:
        return np.zeros((count, 1), np.float32)

    def close(self) -> None:
        self.ended = True


class Fanout:
    """One source heard on several lines: whoever reads first draws for all. `tap` gets each block once."""

    def __init__(self, source: Source, tap: Callable[[Block], None] | None = None) -> None:
        self._source, self._tap = source, tap
        self._lock = threading.Lock()
        self._readers: list[_Reader] = []

    def reader(self) -> Source:
        """One more who hears it, from now on. The source itself is closed by whoever opened it."""
        reader = _Reader(self)
        with self._lock:
            self._readers.append(reader)
        return reader

    @property
    def ended(self) -> bool:
        return self._source.ended

    def draw(self, reader: _Reader, count: int) -> Block:
        """The reader's next samples; a line whose card is slow loses the oldest."""
        with self._lock:
            missing = count - reader.waiting()
            fresh = self._source.read(missing) if missing > 0 else None
            if fresh is not None and len(fresh):
                if self._tap is not None:
                    self._tap(fresh)
                for each in self._readers:
                    each.offer(fresh)
            return reader.take(count)

    def leave(self, reader: _Reader) -> None:
        with self._lock:
            if reader in self._readers:
                self._readers.remove(reader)


class _Reader:
    def __init__(self, fanout: Fanout) -> None:
        self._fanout = fanout
        self._blocks: deque[Block] = deque()
        self._closed = False

    @property
    def ended(self) -> bool:
        return self._closed or (self._fanout.ended and not self._blocks)

    def read(self, count: int) -> Block:
        return np.zeros((0, 1), np.float32) if self._closed else self._fanout.draw(self, count)

    def close(self) -> None:
        self._closed = True
        self._fanout.leave(self)

    def waiting(self) -> int:
        return sum(len(block) for block in self._blocks)

    def offer(self, block: Block) -> None:
        self._blocks.append(block)
        while len(self._blocks) > 1 and self.waiting() > _FANOUT_KEPT:
            self._blocks.popleft()

    def take(self, count: int) -> Block:
        joined = np.concatenate(self._blocks) if self._blocks else np.zeros((0, 1), np.float32)
        self._blocks.clear()
        if len(joined) > count:
            self._blocks.append(joined[count:])
        return joined[:count]


class FlacSource:
    """Reads on the caller's thread: for virtual time, where nobody waits.

    A file that is written to while it is read ends there, unless it still is what its name says.
    """

    def __init__(self, path: Path, first: int = 0) -> None:
        self._path = path
        self.altered = self._ended = False
        try:
            # Unbuffered: what is compared must be what lies on the disk.
            self._raw = path.open("rb", buffering=0)
        except OSError as error:
            raise _unreadable(path, "cannot be read", error) from error
        self.stamp = stamp_of(os.fstat(self._raw.fileno()))
        try:
            self._file = self._open(first)
        except BaseException:
            self._raw.close()
            raise

    def _open(self, first: int) -> soundfile.SoundFile:
        try:
            # By its name: reading through our own handle, a decoder still at work would call into a program that ends.
            file = soundfile.SoundFile(self._path)
        except (soundfile.LibsndfileError, OSError) as error:
            raise _unreadable(self._path, "cannot be decoded", error) from error
        if file.samplerate != RATE or file.channels > 2:
            file.close()
            raise _unreadable(self._path, "is not in the house format")
        if not self._is_mine():
            file.close()
            raise _unreadable(self._path, "was exchanged while it was opened")
        self.frames = int(file.frames)
        try:
            file.seek(min(first, self.frames))
        except soundfile.LibsndfileError as error:
            file.close()
            raise _unreadable(self._path, "is damaged", error) from error
        return file

    def _is_mine(self) -> bool:
        """What the decoder opened by the name is what stands under our own handle."""
        try:
            return stamp_of(self._path.stat()) == self.stamp
        except OSError:
            return False

    @property
    def ended(self) -> bool:
        return self._ended

    def read(self, count: int) -> Block:
        if self._ended:
            return np.zeros((0, 1), np.float32)
        try:
            block: Block = self._file.read(count, dtype="float32", always_2d=True)
        except soundfile.LibsndfileError:
            log.exception("decoding broke off in %s", self._path.name)
            block = np.zeros((0, 1), np.float32)
        if not self._unaltered():
            log.error("%s was altered while it was read", self._path.name)
            self.altered, block = True, block[:0]
        self._ended = len(block) < count
        return block

    def close(self) -> None:
        self._ended = True
        self._file.close()
        self._raw.close()

    def _unaltered(self) -> bool:
        """A new stamp alone is no change: backups link files, and sound goes on when its file is deleted."""
        try:
            now = stamp_of(os.fstat(self._raw.fileno()))
            if now == self.stamp:
                return True
            digest = hashlib.sha256()
            self._raw.seek(0)
            while piece := self._raw.read(1 << 20):
                digest.update(piece)
        except OSError:
            return False
        self.stamp = now
        return digest.hexdigest() == self._path.stem


def _unreadable(path: Path, what: str, error: Exception | None = None) -> Refused:
    why = f": {error}" if error else ""
    return Refused("air.unreadable_cut", f"{path.name} {what}{why}", name=path.name)


class PrefetchSource:
    """Decodes AHEAD_SECONDS ahead on its own thread, so that the audio callback never waits for a disk."""

    def __init__(self, path: Path, first: int = 0) -> None:
        self._inner = FlacSource(path, first)
        self.frames, self.stamp = self._inner.frames, self._inner.stamp
        self._pieces: deque[Block] = deque()
        self._ready = 0
        self._done = False
        self._closing = False
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._fill_once()
        self._thread = threading.Thread(target=self._fill, name="decode", daemon=True)
        self._thread.start()

    @property
    def altered(self) -> bool:
        return self._inner.altered

    @property
    def ended(self) -> bool:
        return self._done and self._ready == 0

    def read(self, count: int) -> Block:
        parts: list[Block] = []
        with self._lock:
            while count and self._pieces:
                piece = self._pieces.popleft()
                if len(piece) > count:
                    self._pieces.appendleft(piece[count:])
                    piece = piece[:count]
                parts.append(piece)
                count -= len(piece)
                self._ready -= len(piece)
        self._wake.set()
        if len(parts) == 1:
            return parts[0]
        return np.concatenate(parts) if parts else np.zeros((0, 1), np.float32)

    def close(self) -> None:
        """Let the thread go; it closes the file itself, so nobody waits for it."""
        self._closing = True
        self._wake.set()

    def _fill(self) -> None:
        try:
            while not self._closing and not self._done:
                if self._ready >= AHEAD_SECONDS * RATE:
                    self._wake.wait(0.25)
                    self._wake.clear()
                    continue
                self._fill_once()
        except Exception:
            log.exception("a decoder thread died")
        finally:
            self._done = True  # nobody waits for what will not come: the next item follows
            self._inner.close()

    def _fill_once(self) -> None:
        piece = self._inner.read(_PIECE)
        with self._lock:
            if len(piece):
                self._pieces.append(piece)
                self._ready += len(piece)
            self._done = self._inner.ended
