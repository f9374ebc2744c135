"""Packages made: written whole or not at all, signed, the same bytes for the same contents."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from broadcaster.aggregation.archive_format import (
    DEFLATED,
    LARGEST_FILE,
    LARGEST_MANIFEST,
    LARGEST_WHOLE,
    MOST_ENTRIES,
    STORED,
    Place,
    central_header,
    end_record,
    local_header,
    too_large,
)
from broadcaster.aggregation.manifests import manifest_bytes
from broadcaster.aggregation.model import MANIFEST, SIGNATURE, Entry, Manifest
from broadcaster.asrun.identity import Identity
from broadcaster.base.paths import sync_folder, unwritable

_BLOCK = 1 << 18


@dataclass(frozen=True)
class Member:
    """A file to go in: its bytes, read twice, so that nothing large is held."""

    name: str
    blocks: Callable[[], Iterable[bytes]]
    packed: bool = True
    """False: stored as it is, for what is packed already."""


def member(name: str, data: bytes) -> Member:
    """One made in memory."""
    return Member(name, lambda: (data,))


def file_member(name: str, path: Path, *, packed: bool = True, first: int = 0, end: int | None = None) -> Member:
    """One from a file, or from a stretch of it."""
    def blocks() -> Iterator[bytes]:
        with path.open("rb") as file:
            file.seek(first)
            left = LARGEST_FILE if end is None else end - first
            while left > 0 and (block := file.read(min(_BLOCK, left))):
                left -= len(block)
                yield block
    return Member(name, blocks, packed)


def write_package(path: Path, manifest: Manifest, members: Iterable[Member], identity: Identity) -> Manifest:
    """Write `path` whole or not at all, entries in the order given; gives back the manifest with its entries.

    The same manifest and members make the same bytes. Raises Refused: package.too_large, disk.*, signing_key.*.
    """
    known = list(members)
    entries = tuple(_entry(each) for each in known)
    made = replace(manifest, entries=entries, key=identity.public)
    raw = manifest_bytes(made)
    signature = identity.sign(raw).encode("ascii")
    if len(raw) > LARGEST_MANIFEST or len(entries) + 2 > MOST_ENTRIES or \
            sum(entry.size for entry in entries) > LARGEST_WHOLE:
        raise too_large(path.name)
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            _write(file, [member(MANIFEST, raw), member(SIGNATURE, signature), *known], path.name)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            if temporary:
                Path(temporary).unlink(missing_ok=True)
    return made


def _entry(item: Member) -> Entry:
    digest, size = hashlib.sha256(), 0
    for block in item.blocks():
        digest.update(block)
        size += len(block)
    return Entry(item.name, size, digest.hexdigest())


def _write(file: IO[bytes], members: Iterable[Member], name: str) -> None:
    places: list[Place] = []
    offset = 0
    for item in members:
        place = Place(item.name, DEFLATED if item.packed else STORED, 0, 0, 0, offset)
        file.write(local_header(place))
        packer = zlib.compressobj(6, zlib.DEFLATED, -15) if item.packed else None
        crc = packed = size = 0
        for block in item.blocks():
            crc, size = zlib.crc32(block, crc), size + len(block)
            out = packer.compress(block) if packer else block
            packed += file.write(out)
        packed += file.write(packer.flush()) if packer else 0
        if place.data + packed > LARGEST_FILE or size > LARGEST_FILE:
            raise too_large(name)
        place = replace(place, crc=crc, packed=packed, size=size)
        file.seek(offset)
        file.write(local_header(place))
        file.seek(place.end)
        offset = place.end
        places.append(place)
    directory = b"".join(map(central_header, places))
    file.write(directory + end_record(len(places), len(directory), offset))
