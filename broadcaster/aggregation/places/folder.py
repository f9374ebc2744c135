"""A folder: a stick, a folder some program keeps in step with a server, a share in the network."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from broadcaster.aggregation.places.place import STALL, Place, PlaceFile, copy_in_pieces, part_name
from broadcaster.aggregation.places.watch import Beat
from broadcaster.aggregation.secrets import Login
from broadcaster.base.paths import sync_folder


class FolderPlace(Place):
    """The folder itself must be there: a stick that is pulled out is not made anew on the system's disk."""

    def __init__(self, root: Path, stall: float = STALL) -> None:
        super().__init__(str(root), Login(), stall)
        self._root = root

    def _put(self, name: str, source: Path, size: int, beat: Beat) -> None:
        self._check()
        target, part = self._root / name, self._root / part_name(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("wb") as file:
                copy_in_pieces(source, file, size, beat)
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        with suppress(OSError):  # some shares know no such thing
            sync_folder(target.parent)

    def _files(self, folder: str) -> Iterator[PlaceFile]:
        self._check()
        where = self._root / folder
        if not where.is_dir():
            return
        with os.scandir(where) as found:
            for entry in found:
                if entry.is_file(follow_symlinks=False):
                    yield PlaceFile(entry.name, entry.stat(follow_symlinks=False).st_size)

    def _size(self, name: str) -> int | None:
        self._check()
        path = self._root / name
        return path.stat().st_size if path.is_file() else None

    def _open(self, name: str) -> BinaryIO:
        return (self._root / name).open("rb")

    def _remove(self, name: str) -> None:
        (self._root / name).unlink(missing_ok=True)

    def _hang_up(self) -> None:
        """Nothing is held open."""

    def _check(self) -> None:
        if not self._root.is_dir():
            raise FileNotFoundError(str(self._root))
