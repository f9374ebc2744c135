"""Sentences already voiced, in memory and on disk: after an edit only the changed one is read anew, in any run."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from broadcaster.speech.samples import Samples

_MEMORY_BYTES = 64 << 20
DISK_BYTES = 200 << 20
_HEAD = b"dai-xa-voice-1\n"
_DIGEST = 32


def cache_key(*words: str) -> str:
    """By what goes in, never by the sound: the same text gives different samples from run to run."""
    return hashlib.sha256("\0".join(words).encode("utf-8", "replace")).hexdigest()


class SentenceCache:
    """Samples by key. A cache only: what cannot be read or written is as good as absent."""

    def __init__(self, folder: Path | None = None, disk_bytes: int = DISK_BYTES) -> None:
        self._folder = folder
        self._limit = disk_bytes
        self._on_disk: int | None = None
        self._kept: OrderedDict[str, Samples] = OrderedDict()
        self._bytes = 0

    def get(self, key: str) -> Samples | None:
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        found = self._read(key)
        if found is not None:
            self._keep(key, found)
        return found

    def put(self, key: str, sound: Samples) -> None:
        self._keep(key, sound)
        if self._folder is not None:
            with contextlib.suppress(OSError):
                self._write(self._folder, key, sound.astype("<i2").tobytes())

    def _keep(self, key: str, sound: Samples) -> None:
        self._bytes += sound.nbytes
        self._kept[key] = sound
        while self._bytes > _MEMORY_BYTES and len(self._kept) > 1:
            self._bytes -= self._kept.popitem(last=False)[1].nbytes

    def _read(self, key: str) -> Samples | None:
        import numpy as np

        if self._folder is None:
            return None
        path = self._folder / key
        try:
            data = path.read_bytes()
            body = data[len(_HEAD) + _DIGEST:]
            if not data.startswith(_HEAD) or hashlib.sha256(body).digest() != data[len(_HEAD):len(_HEAD) + _DIGEST]:
                path.unlink()
                return None
            os.utime(path)  # the oldest go first: this one was just of use
        except OSError:
            return None
        return np.frombuffer(body, dtype="<i2").astype(np.int16)

    def _write(self, folder: Path, key: str, body: bytes) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, suffix=".tmp")
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_HEAD + hashlib.sha256(body).digest() + body)
            part.replace(folder / key)  # no fsync: a damaged entry is noticed and read anew
        finally:
            part.unlink(missing_ok=True)
        self._trim(folder, len(_HEAD) + _DIGEST + len(body))

    def _trim(self, folder: Path, added: int) -> None:
        """Within the limit: the longest unused go, a tenth more than needed, so that not every write has to look."""
        if self._on_disk is not None:
            self._on_disk += added
            if self._on_disk <= self._limit:
                return
        entries = []
        for path in folder.iterdir():
            with contextlib.suppress(OSError):  # another process trims too
                found = path.stat()
                entries.append((found.st_mtime_ns, found.st_size, path))
        self._on_disk = sum(size for _, size, _ in entries)
        if self._on_disk <= self._limit:
            return
        for _, size, path in sorted(entries):
            if self._on_disk <= self._limit * 0.9:
                break
            with contextlib.suppress(OSError):
                path.unlink()
            self._on_disk -= size
