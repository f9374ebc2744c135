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
