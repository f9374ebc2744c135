"""One updater an installation; the system lets go of the lock when the updater dies, in whatever way."""

from __future__ import annotations

import os
from types import TracebackType

from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.lock import lock_file
from broadcaster.base.paths import unwritable
from broadcaster.care.installed import Installed, installed


class UpdaterLock:
    """Raises Refused("update.busy") where another is at work."""

    def __init__(self, place: Installed) -> None:
        self._path = place.root / "update.lock"

    def __enter__(self) -> UpdaterLock:
        try:
            self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            if isinstance(error, PermissionError):
                raise Refused("update.not_writable", f"{self._path.parent} belongs to the administrator",
                              path=str(self._path.parent)) from error
            raise unwritable(self._path, error) from error
        try:
            lock_file(self._handle)
        except OSError as error:
            os.close(self._handle)
            raise Refused("update.busy", "an update is under way already") from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        os.close(self._handle)


def at_work(place: Installed | None = None) -> bool:
    """Whether an updater is exchanging this program now: nobody else may start a helper of the version that goes."""
    place = place or installed()
    if place is None:
        return False
    try:
        with UpdaterLock(place):
            return False
    except BroadcasterError as error:
        return error.code == "update.busy"
