"""Sound from a cut's FLAC file, from any frame on, decoded ahead of need."""

from __future__ import annotations

import logging
import threading
from collections import deque
from pathlib import Path
from typing import Protocol

import numpy as np
import soundfile

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


class Fanout:
    """One source heard on several lines: whoever reads first draws for all."""

    def __init__(self, source: Source, readers: int) -> None:
        self._source = source
        self._lock = threading.Lock()
        self._pending: list[deque[Block]] = [deque() for _ in range(readers)]
        self._open = readers

    def readers(self) -> list[Source]:
        return [_Reader(self, index) for index in range(len(self._pending))]

    @property
    def ended(self) -> bool:
        return self._source.ended

    def draw(self, index: int, count: int) -> Block:
        """The reader's next samples; a line whose card is slow loses the oldest."""
        with self._lock:
            mine = self._pending[index]
            missing = count - sum(len(block) for block in mine)
            fresh = self._source.read(missing) if missing > 0 else None
            if fresh is not None and len(fresh):
                for pending in self._pending:
                    pending.append(fresh)
                    while sum(len(block) for block in pending) > _FANOUT_KEPT and len(pending) > 1:
                        pending.popleft()
            joined = np.concatenate(mine) if mine else np.zeros((0, 1), np.float32)
            mine.clear()
            if len(joined) > count:
                mine.append(joined[count:])
            return joined[:count]

    def waits(self, index: int) -> bool:
        return bool(self._pending[index])

    def release(self, index: int) -> None:
        with self._lock:
            self._pending[index].clear()
            self._open -= 1
            if self._open == 0:
                self._source.close()


class _Reader:
    def __init__(self, fanout: Fanout, index: int) -> None:
        self._fanout, self._index, self._closed = fanout, index, False

    @property
    def ended(self) -> bool:
        return self._closed or (self._fanout.ended and not self._fanout.waits(self._index))

    def read(self, count: int) -> Block:
        return np.zeros((0, 1), np.float32) if self._closed else self._fanout.draw(self._index, count)

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            self._fanout.release(self._index)


class FlacSource:
    """Reads on the caller's thread: for virtual time, where nobody waits."""

    def __init__(self, path: Path, first: int = 0) -> None:
        try:
            self._file = soundfile.SoundFile(path)
        except (soundfile.LibsndfileError, OSError) as error:
            raise Refused("air.unreadable_cut", f"{path.name} cannot be decoded: {error}", name=path.name) from error
        if self._file.samplerate != RATE or self._file.channels > 2:
            self._file.close()
            raise Refused("air.unreadable_cut", f"{path.name} is not in the house format", name=path.name)
        self.frames = int(self._file.frames)
        self._ended = False
        try:
            self._file.seek(min(first, self.frames))
        except soundfile.LibsndfileError as error:
            self._file.close()
            raise Refused("air.unreadable_cut", f"{path.name} is damaged: {error}", name=path.name) from error

    @property
    def ended(self) -> bool:
        return self._ended

    def read(self, count: int) -> Block:
        if self._ended:
            return np.zeros((0, 1), np.float32)
        try:
            block: Block = self._file.read(count, dtype="float32", always_2d=True)
        except soundfile.LibsndfileError:
            log.exception("decoding broke off in %s", self._file.name)
            block = np.zeros((0, 1), np.float32)
        self._ended = len(block) < count
        return block

    def close(self) -> None:
        self._ended = True
        self._file.close()


class PrefetchSource:
    """Decodes AHEAD_SECONDS ahead on its own thread, so that the audio callback never waits for a disk."""

    def __init__(self, path: Path, first: int = 0) -> None:
        self._inner = FlacSource(path, first)
        self.frames = self._inner.frames
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
        while not self._closing and not self._done:
            if self._ready >= AHEAD_SECONDS * RATE:
                self._wake.wait(0.25)
                self._wake.clear()
                continue
            self._fill_once()
        self._inner.close()

    def _fill_once(self) -> None:
        piece = self._inner.read(_PIECE)
        with self._lock:
            if len(piece):
                self._pieces.append(piece)
                self._ready += len(piece)
            self._done = self._inner.ended
