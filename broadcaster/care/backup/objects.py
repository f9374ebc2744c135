"""The objects of a place: objects/ab/<name>, written once, never changed; a name says what must be in it."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from broadcaster.base.paths import sync_folder
from broadcaster.care.backup.model import refused
from broadcaster.care.backup.vault import OVERHEAD, Vault

_TEMPORARY = ".tmp"
_LARGEST = 256 << 20
"""Nobody makes this program read more at once: a list of files is the largest there is."""


class Objects:
    """Content under its hash, or encrypted under a hash that only the key's owner can compute."""

    def __init__(self, root: Path, vault: Vault | None) -> None:
        self.root = root
        self._vault = vault
        self.written = 0
        """Bytes that came to the disk."""

    def name(self, data: bytes) -> str:
        sha256 = hashlib.sha256(data).hexdigest()
        return self._vault.name(sha256) if self._vault else sha256

    def put(self, data: bytes) -> str:
        """Store it if it is not there; on disk when this returns. Raises OSError."""
        name = self.name(data)
        if not self.has(name, len(data)):
            self._write(name, self._vault.lock(name, data) if self._vault else data)
        return name

    def has(self, name: str, size: int) -> bool:
        """Whether it is there, as long as it should be; `size` of what is in it."""
        try:
            return self.path(name).stat().st_size == size + (OVERHEAD if self._vault else 0)
        except OSError:
            return False

    def get(self, name: str) -> bytes:
        """What was stored. Raises Refused("backup.damaged"): gone, or not what its name says."""
        path = self.path(name)
        try:
            if path.stat().st_size > _LARGEST:
                raise refused(f"object {name[:16]} is larger than any", object=name[:16])
            raw = path.read_bytes()
            data = self._vault.open(name, raw) if self._vault else raw
        except (OSError, ValueError) as error:
            raise refused(f"object {name[:16]} cannot be read: {error}", object=name[:16]) from error
        if self.name(data) != name:
            raise refused(f"object {name[:16]} is not what was stored", object=name[:16])
        return data

    def path(self, name: str) -> Path:
        return self.root / name[:2] / name

    def set_aside(self, name: str) -> None:
        """A damaged one makes room, so that the next backup stores it anew."""
        path = self.path(name)
        with contextlib.suppress(OSError):
            path.replace(path.with_name(f"{name}.bad"))

    def all(self) -> Iterator[str]:
        """The names that are there."""
        for folder in sorted(self.root.glob("[0-9a-f][0-9a-f]")):
            yield from (path.name for path in folder.iterdir() if len(path.name) == 64)

    def clear(self) -> None:
        """Take away what a broken-off writing left."""
        for path in self.root.glob(f"[0-9a-f][0-9a-f]/*{_TEMPORARY}"):
            with contextlib.suppress(OSError):
                path.unlink()

    def _write(self, name: str, raw: bytes) -> None:
        path = self.path(name)
        fresh = not path.parent.is_dir()
        path.parent.mkdir(exist_ok=True)  # not its parents: a stick that was pulled out is not made anew here
        temporary = path.with_name(name + _TEMPORARY)
        try:
            with temporary.open("wb") as file:
                file.write(raw)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        if fresh:
            sync_folder(self.root)
        self.written += len(raw)
