"""Where a voice pack comes from: a folder or a zip, seen as flat names and bytes; nothing in it is believed."""

from __future__ import annotations

import hashlib
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Protocol

from broadcaster.base.errors import Refused
from broadcaster.speech.voices.pack import MODEL, broken, is_paper

_MOST_ENTRIES = 2_000
_BLOCK = 1 << 20
_ZIP_FAULTS = (zipfile.BadZipFile, RuntimeError, EOFError, ValueError, LookupError, OverflowError, MemoryError,
               zlib.error, lzma.LZMAError, struct.error)


class PackSource(Protocol):
    """Files of a pack by name."""

    def names(self) -> list[str]: ...

    def size(self, name: str) -> int: ...

    def blocks(self, name: str) -> Iterator[bytes]: ...

    def read(self, name: str, most: int) -> bytes: ...

    def digest(self, names: Sequence[str]) -> str: ...


@contextmanager
def opened(path: Path) -> Iterator[PackSource]:
    """A folder or a zip. Raises Refused: file.missing, file.unreadable, speech.pack_broken, speech.pack_files."""
    try:
        if path.is_dir():
            yield _Folder(path)
            return
        if not path.is_file():
            raise Refused("file.missing", f"there is no file {path.name}", name=path.name)
        with path.open("rb") as file:
            yield _zip(path, file)
    except _ZIP_FAULTS as error:
        raise broken(str(error) or type(error).__name__) from error
    except OSError as error:
        raise Refused("file.unreadable", f"{path.name} cannot be read: {error.strerror}", name=path.name,
                      detail=str(error.strerror)) from error


def _zip(path: Path, file: IO[bytes]) -> PackSource:
    if not zipfile.is_zipfile(file):
        raise Refused("speech.pack_files", f"{path.name} is neither a folder nor a zip with a voice",
                      missing="*.onnx")
    archive = zipfile.ZipFile(file)
    if len(archive.infolist()) > _MOST_ENTRIES:
        raise broken(f"{len(archive.infolist())} files in it")
    return _Zip(archive)


class _Files:
    """What both kinds do with blocks."""

    def blocks(self, name: str) -> Iterator[bytes]:
        raise NotImplementedError

    def read(self, name: str, most: int) -> bytes:
        """All of a small file. Raises Refused("speech.pack_broken") when it is not small."""
        found = b""
        for block in self.blocks(name):
            found += block
            if len(found) > most:
                raise broken(f"{name} is too large")
        return found

    def digest(self, names: Sequence[str]) -> str:
        total = hashlib.sha256()
        for name in names:
            for block in self.blocks(name):
                total.update(block)
        return total.hexdigest()


class _Folder(_Files):
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> list[str]:
        return sorted(path.name for path in self._folder.iterdir() if path.is_file() and _wanted(path.name))

    def size(self, name: str) -> int:
        return (self._folder / name).stat().st_size

    def blocks(self, name: str) -> Iterator[bytes]:
        with (self._folder / name).open("rb") as file:
            while block := file.read(_BLOCK):
                yield block


class _Zip(_Files):
    """Entries by their last name alone: a path in an archive leads nowhere."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in archive.infolist():
            name = PurePosixPath(entry.filename.replace("\\", "/")).name
            if not entry.filename.endswith("/") and _wanted(name):
                self._entries.setdefault(name, entry)

    def names(self) -> list[str]:
        return sorted(self._entries)

    def size(self, name: str) -> int:
        return self._entries[name].file_size

    def blocks(self, name: str) -> Iterator[bytes]:
        with self._archive.open(self._entries[name]) as file:
            while block := file.read(_BLOCK):
                yield block


def _wanted(name: str) -> bool:
    lowered = name.lower()
    safe = not name.startswith(".") and len(name) <= 120 and all(c >= " " and c not in '<>:"|?*' for c in name)
    return safe and (lowered.endswith((MODEL, f"{MODEL}.json")) or is_paper(name))
