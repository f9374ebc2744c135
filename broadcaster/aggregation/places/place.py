"""What every place can do. The acts are the same everywhere; how each is done stands in the module of its kind."""

from __future__ import annotations

import tempfile
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeVar

from broadcaster.aggregation.places import watch
from broadcaster.aggregation.places.errors import explained
from broadcaster.aggregation.places.watch import Beat, Cancelled, Shown
from broadcaster.aggregation.secrets import Login
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.ids import new_id

T = TypeVar("T")
PIECE = 64 * 1024
STALL = 30.0
"""Seconds without a byte after which a place counts as gone."""
_MARK = "dai-xa-thu-"


@dataclass(frozen=True)
class PlaceFile:
    """One file that lies there whole."""

    name: str
    """Without the folder."""
    size: int


def _nothing(_done: int, _total: int) -> None:
    """Nobody watches."""


def _never() -> bool:
    return False


class Place(ABC):
    """Names are relative with "/" ("receipts/A-1.receipt.json"). Every act ends, well or with a Refused place.*.

    place.unreachable, timeout, cut, password, forbidden, full, missing, certificate, host_unknown, host_changed,
    failed, cancelled; disk.* for our own side. Not for two threads at once.
    """

    def __init__(self, shown: str, login: Login, stall: float = STALL) -> None:
        self.shown = shown
        """The address, for people; it holds no password."""
        self._login = login
        self._stall = stall

    def put(self, name: str, source: Path, shown: Shown = _nothing, cancelled: Cancelled = _never) -> None:
        """The file under its name, whole or not at all; what lay there under this name is replaced."""
        size = source.stat().st_size
        self._call(lambda beat: self._put(name, source, size, beat), shown, cancelled)

    def put_bytes(self, name: str, data: bytes) -> None:
        """As `put`."""
        with tempfile.TemporaryDirectory(prefix="dai-xa-") as folder:
            path = Path(folder) / "data"
            path.write_bytes(data)
            self.put(name, path)

    def files(self, folder: str = "") -> list[PlaceFile]:
        """What lies whole in a folder, by name; nothing where there is no such folder below the place."""
        found = self._call(lambda beat: list(self._files(folder)))
        return sorted((file for file in found if not file.name.startswith(".")), key=lambda file: file.name)

    def size(self, name: str) -> int | None:
        """Of one file; None where it does not lie."""
        return self._call(lambda beat: self._size(name))

    def get(self, name: str, limit: int) -> bytes:
        """A small file. Raises Refused("place.too_large") beyond `limit` bytes."""
        with tempfile.TemporaryDirectory(prefix="dai-xa-") as folder:
            path = Path(folder) / "data"
            self.fetch(name, path, limit)
            return path.read_bytes()

    def fetch(self, name: str, target: Path, limit: int, shown: Shown = _nothing,
              cancelled: Cancelled = _never) -> None:
        """A file into `target`, which is there only when all of it came. Raises as `get`."""
        part = target.with_name(f".{target.name}.part")
        try:
            self._call(lambda beat: self._read(name, part, limit, beat), shown, cancelled)
            part.replace(target)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def remove(self, name: str) -> None:
        """No fault where it is gone already."""
        self._call(lambda beat: self._remove(name))

    def test(self) -> None:
        """Write a small file, read it back, take it away. Raises Refused("place.differs") beside the others."""
        name, said = f"{_MARK}{new_id()}.txt", new_id().encode()
        self.put_bytes(name, said)
        try:
            heard = self.get(name, 1000)
        finally:
            with suppress(BroadcasterError):
                self.remove(name)
        if heard != said:
            raise Refused("place.differs", f"{self.shown} does not give back what was written", place=self.shown)

    def close(self) -> None:
        """Let go of the line; never raises."""
        with suppress(Exception):
            self._hang_up()

    def _call(self, work: Callable[[Beat], T], shown: Shown = _nothing, cancelled: Cancelled = _never) -> T:
        try:
            return watch.run(work, self._stall, shown, cancelled, self.close)
        except Exception as error:
            raise explained(error, self.shown, self._login) from error

    def _read(self, name: str, target: Path, limit: int, beat: Beat) -> None:
        done = 0
        with target.open("wb") as file, self._open(name) as source:
            while piece := source.read(PIECE):
                done += len(piece)
                if done > limit:
                    raise Refused("place.too_large", f"{name} is larger than {limit} bytes", name=name, limit=limit)
                file.write(piece)
                beat()

    @abstractmethod
    def _put(self, name: str, source: Path, size: int, beat: Beat) -> None: ...

    @abstractmethod
    def _files(self, folder: str) -> Iterator[PlaceFile]: ...

    @abstractmethod
    def _size(self, name: str) -> int | None: ...

    @abstractmethod
    def _open(self, name: str) -> BinaryIO: ...

    @abstractmethod
    def _remove(self, name: str) -> None: ...

    @abstractmethod
    def _hang_up(self) -> None: ...


def part_name(name: str) -> str:
    """Under which a file grows: hidden, and no reader takes it for a package."""
    folder, _, last = name.rpartition("/")
    return f"{folder}/.{last}.part" if folder else f".{last}.part"


def copy_in_pieces(source: Path, target: BinaryIO, size: int, beat: Beat) -> None:
    """All of it, with a beat for each piece."""
    done = 0
    with source.open("rb") as file:
        while piece := file.read(PIECE):
            beat(done, size)
            target.write(piece)
            done += len(piece)
    beat(done, size)
