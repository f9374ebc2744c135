"""Packages read, with limits and suspicion. What is inside is for opened.py to judge."""

from __future__ import annotations

import hashlib
import io
import os
import re
import tempfile
import zlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import IO

from broadcaster.aggregation.archive_format import (
    DEFLATED,
    END_SIZE,
    LARGEST_FILE,
    LARGEST_MANIFEST,
    LARGEST_WHOLE,
    Place,
    local_header,
    read_directory,
    read_end,
    too_large,
)
from broadcaster.aggregation.manifests import manifest_from, manifest_sha256
from broadcaster.aggregation.model import MANIFEST, SIGNATURE
from broadcaster.aggregation.names import largest
from broadcaster.asrun.identity import signature_holds
from broadcaster.base.errors import Refused

_BLOCK = 1 << 18
_IN_MEMORY = 64 << 20
_SWELLS, _SWELLS_FROM = 200, 1 << 20
"""No entry longer than a MiB unpacks to more than so many times its size: a bomb does, a log does not."""
_HEX_SIGNATURE = re.compile(rb"[0-9a-f]{128}")


class Archive:
    """A package that is a ZIP of our form, signed by the key it names; entries are checked as they are read.

    It works on a copy made when it was opened: nobody changes what was checked. Raises Refused: package.unreadable,
    package.not_one, package.too_large, package.swollen, package.signature and as manifest_from.
    """

    def __init__(self, path: Path, now: datetime) -> None:
        self.name = path.name
        self._file = _snapshot(path)
        try:
            self.size = self._file.seek(0, os.SEEK_END)
            self._places = self._directory()
            raw = self._small(MANIFEST, LARGEST_MANIFEST)
            signature = self._small(SIGNATURE, 128)
            self.manifest = manifest_from(raw, self.name, now)
            self.sha256 = manifest_sha256(raw)
            if not _HEX_SIGNATURE.fullmatch(signature) or \
                    not signature_holds(raw, signature.decode("ascii"), self.manifest.key):
                raise Refused("package.signature", f"{self.name}: the signature does not hold", name=self.name)
            self._match()
        except BaseException:
            self._file.close()
            raise

    def close(self) -> None:
        self._file.close()

    def has(self, name: str) -> bool:
        return name in self._places and name not in {MANIFEST, SIGNATURE}

    def blocks(self, name: str) -> Iterator[bytes]:
        """An entry unpacked, piece by piece; raises Refused("package.damaged") at its end if it is not what it was."""
        entry = self._entries[name]
        digest = hashlib.sha256()
        for block in self._unpacked(self._places[name]):
            digest.update(block)
            yield block
        if digest.hexdigest() != entry.sha256:
            raise self._damaged(name)

    def lines(self, name: str, longest: int) -> Iterator[bytes]:
        """Its lines with their ends; a line over `longest` bytes is refused as package.too_large."""
        rest = b""
        for block in self.blocks(name):
            *whole, rest = (rest + block).split(b"\n")
            for line in whole:
                yield line + b"\n"
            if len(rest) > longest:
                raise too_large(self.name)
        if rest:
            yield rest

    def read(self, name: str, most: int = 16 << 20) -> bytes:
        """A small entry whole."""
        if self._places[name].size > most:
            raise too_large(self.name)
        return b"".join(self.blocks(name))

    def _directory(self) -> dict[str, Place]:
        try:
            self._file.seek(max(0, self.size - END_SIZE))
            tail = self._file.read(END_SIZE)
            if len(tail) != END_SIZE:
                raise ValueError("it is too short")
            count, size, offset = read_end(tail)
            if offset + size + END_SIZE != self.size:
                raise ValueError("there is something before or after it")
            self._file.seek(offset)
            places = read_directory(self._file.read(size), count)
            if places[-1].end != offset or [place.name for place in places[:2]] != [MANIFEST, SIGNATURE]:
                raise ValueError("there is something between its entries")
            for place in places:
                self._file.seek(place.offset)
                if self._file.read(place.data - place.offset) != local_header(place):
                    raise ValueError("an entry does not begin as it should")
        except ValueError as error:
            raise Refused("package.not_one", f"{self.name} is no package, or was cut off or repacked: {error}",
                          name=self.name, problem=str(error)) from error
        if sum(place.size for place in places) > LARGEST_WHOLE:
            raise too_large(self.name)
        for place in places:
            if place.size > max(_SWELLS_FROM, _SWELLS * place.packed):
                raise Refused("package.swollen", f"{self.name}: {place.name} unpacks to {place.size} bytes",
                              name=self.name, entry=place.name[:80], size=place.size)
        return {place.name: place for place in places}

    def _match(self) -> None:
        """The list of contents names exactly what is there, in that order."""
        self._entries = {entry.name: entry for entry in self.manifest.entries}
        there = [(place.name, place.size) for place in list(self._places.values())[2:]]
        said = [(entry.name, entry.size) for entry in self.manifest.entries]
        if there != said:
            odd = next((name for name, _ in {*there} ^ {*said}), "")
            raise Refused("package.contents", f"{self.name} does not hold what its list of contents says: {odd}",
                          name=self.name, entry=odd[:80])
        if any(entry.size > largest(entry.name) for entry in self.manifest.entries):
            raise too_large(self.name)

    def _small(self, name: str, most: int) -> bytes:
        if self._places[name].size > most:
            raise too_large(self.name)
        return b"".join(self._unpacked(self._places[name]))

    def _unpacked(self, place: Place) -> Iterator[bytes]:
        crc = size = 0
        for block in self._inflated(place):
            crc, size = zlib.crc32(block, crc), size + len(block)
            if size > place.size:
                raise self._damaged(place.name)
            yield block
        if crc != place.crc or size != place.size:
            raise self._damaged(place.name)

    def _inflated(self, place: Place) -> Iterator[bytes]:
        at, end = place.data, place.end
        unpacker = zlib.decompressobj(-15) if place.method == DEFLATED else None
        while at < end:
            self._file.seek(at)
            block = self._file.read(min(_BLOCK, end - at))
            at += len(block)
            if not block:
                raise self._damaged(place.name)
            if unpacker is None:
                yield block
                continue
            try:
                while block:
                    if unpacker.eof:
                        raise self._damaged(place.name)
                    yield unpacker.decompress(block, _BLOCK)
                    block = unpacker.unconsumed_tail or unpacker.unused_data
            except zlib.error as error:
                raise self._damaged(place.name) from error
        if unpacker is not None:
            yield unpacker.flush()
            if not unpacker.eof:
                raise self._damaged(place.name)

    def _damaged(self, entry: str) -> Refused:
        return Refused("package.damaged", f"{self.name} was damaged on the way: {entry}", name=self.name,
                       entry=entry[:80])


def _snapshot(path: Path) -> IO[bytes]:
    """The file as it is now, in memory or, if large, in a nameless file of ours."""
    try:
        if not path.is_file():
            raise Refused("package.unreadable", f"{path} is not a file", name=path.name)
        with path.open("rb") as source:
            size = os.fstat(source.fileno()).st_size
            if size > LARGEST_FILE:
                raise too_large(path.name)
            if size <= _IN_MEMORY:
                return io.BytesIO(source.read(_IN_MEMORY))
            copy = tempfile.TemporaryFile()  # noqa: SIM115 — the archive closes it
            while block := source.read(1 << 20):
                copy.write(block)
            return copy
    except OSError as error:
        raise Refused("package.unreadable", f"cannot read {path.name}: {error.strerror}", name=path.name) from error
