"""One process of a kind per station: a locked file, let go by the operating system when the process dies."""

from __future__ import annotations

import os
import sys

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, unwritable


class ProcessLock:
    """Taken when made; raises Refused("process.running") when another process has it."""

    def __init__(self, home: StationHome, process: str) -> None:
        path = home.run / f"{process}.lock"
        try:
            home.run.mkdir(parents=True, exist_ok=True)
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise unwritable(path, error) from error
        try:
            lock_file(self._handle)
        except OSError as error:
            os.close(self._handle)
            raise Refused("process.running", f"{process} already runs for {home.root}", process=process,
                          home=str(home.root)) from error

    def release(self) -> None:
        os.close(self._handle)


if sys.platform == "win32":
    import msvcrt

    def lock_file(handle: int) -> None:
        """Lock an open file, or OSError at once; let go when it is closed, also by dying."""
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def lock_file(handle: int) -> None:
        """Lock an open file, or OSError at once; let go when it is closed, also by dying."""
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
