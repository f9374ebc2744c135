"""Files into pieces, pieces into objects: what the backup before holds is taken from there and not written again.

Sounds lie in objects of their own. Small files and the pieces of files that change share objects: on a stick each file
of its own costs a cluster and a write to the directory, and a station has thousands of small ones.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from broadcaster.care.backup.counts import last_line
from broadcaster.care.backup.model import OBJECT_BYTES, PIECE_BYTES, Entry, FileList, Part
from broadcaster.care.backup.objects import Objects
from broadcaster.care.backup.sources import Source, is_database

_TRIES = 3


class Known:
    """What the backup before holds and is worth to be used again."""

    def __init__(self, before: FileList, objects: Objects) -> None:
        there = {name for name, size in before.objects.items() if objects.has(name, size)}
        needed: Counter[str] = Counter()
        for part in {part for entry in before.files for part in entry.parts}:
            needed[part.object] += part.length
        # An object most of which nobody needs any more would be kept for the rest: that is written anew.
        worth = {name for name in there if needed[name] * 2 >= before.objects[name]}
        self.sizes = {name: before.objects[name] for name in worth}
        self.parts = {part.sha256: part for entry in before.files for part in entry.parts if part.object in worth}
        self._files = {entry.path: entry for entry in before.files
                       if all(part.object in worth for part in entry.parts)}

    def unchanged(self, source: Source) -> Entry | None:
        """The file as it was, by size and time of change: it need not be read."""
        entry = self._files.get(source.path)
        same = entry is not None and (entry.bytes, entry.mtime_ns) == (source.size, source.mtime_ns)
        return entry if same and not is_database(source.path) else None


@dataclass
class _Waiting:
    """A file whose pieces may still lie in the object that is being filled."""

    source: Source
    sha256: str
    size: int
    pieces: list[str]


@dataclass
class Packer:
    """Takes file after file; `finish` gives the list of all."""

    objects: Objects
    known: Known
    _parts: dict[str, Part] = field(default_factory=dict)
    _sizes: dict[str, int] = field(default_factory=dict)
    _done: list[Entry] = field(default_factory=list)
    _waiting: list[_Waiting] = field(default_factory=list)
    _buffer: bytearray = field(default_factory=bytearray)
    _inside: dict[str, tuple[int, int]] = field(default_factory=dict)
    last_lines: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Path -> last line, of files of lines that were read."""

    def keep(self, entry: Entry) -> None:
        """As it was in the backup before."""
        self._done.append(entry)
        for part in entry.parts:
            self._sizes[part.object] = self.known.sizes[part.object]

    def take(self, source: Source) -> None:
        """Read it, again if it is changed meanwhile. Raises OSError; FileNotFoundError when it is gone."""
        for attempt in range(_TRIES):
            waiting = self._read(source)
            state = source.file.stat()
            steady = (state.st_size, state.st_mtime_ns) == (source.size, source.mtime_ns)
            if source.lines or steady or attempt == _TRIES - 1:
                self._waiting.append(waiting)
                return
            source = Source(source.path, source.file, state.st_size, state.st_mtime_ns, source.mode)

    def finish(self) -> FileList:
        self._flush()
        for each in self._waiting:
            parts = tuple(self._parts[piece] for piece in each.pieces)
            for part in parts:
                self._sizes.setdefault(part.object, self.known.sizes.get(part.object, 0))
            source = each.source
            self._done.append(Entry(source.path, source.mode, each.size, each.sha256, source.mtime_ns, parts))
        return FileList(tuple(sorted(self._done, key=lambda entry: entry.path)), dict(sorted(self._sizes.items())))

    def _read(self, source: Source) -> _Waiting:
        digest, size, pieces = hashlib.sha256(), 0, []
        for data in _pieces(source):
            digest.update(data)
            size += len(data)
            sha256 = hashlib.sha256(data).hexdigest()
            pieces.append(sha256)
            self._store(sha256, data, alone=source.fixed)
            if source.lines:
                self.last_lines[source.path] = last_line(data) or self.last_lines.get(source.path, {})
        return _Waiting(source, digest.hexdigest(), size, pieces)

    def _store(self, sha256: str, data: bytes, *, alone: bool) -> None:
        if sha256 in self._parts or sha256 in self._inside:
            return
        if sha256 in self.known.parts:
            self._parts[sha256] = self.known.parts[sha256]
        elif alone and len(data) > PIECE_BYTES:
            name = self.objects.put(data)
            self._sizes[name] = len(data)
            self._parts[sha256] = Part(name, 0, len(data), sha256)
        else:
            if len(self._buffer) + len(data) > OBJECT_BYTES:
                self._flush()
            self._inside[sha256] = len(self._buffer), len(data)
            self._buffer += data

    def _flush(self) -> None:
        if self._buffer or self._inside:
            data = bytes(self._buffer)
            name = self.objects.put(data)
            self._sizes[name] = len(data)
            for sha256, (offset, length) in self._inside.items():
                self._parts[sha256] = Part(name, offset, length, sha256)
            self._buffer, self._inside = bytearray(), {}


def _pieces(source: Source) -> Iterator[bytes]:
    step = OBJECT_BYTES if source.fixed else PIECE_BYTES
    left = _whole_lines(source) if source.lines else None
    with source.file.open("rb") as file:
        while data := file.read(step if left is None else min(step, left)):
            left = None if left is None else left - len(data)
            yield data


def _whole_lines(source: Source) -> int:
    """Bytes up to the end of the last whole line; all of it where there is no line at all."""
    size = source.file.stat().st_size
    with source.file.open("rb") as file:
        start = max(0, size - OBJECT_BYTES)
        file.seek(start)
        end = file.read(size - start).rfind(b"\n")
    return start + end + 1 if end >= 0 else size
