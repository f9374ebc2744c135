"""A file that holds nothing but room: let go when the disk is full, so that journal and database can go on writing.

20 MB: a station that sounds without a pause writes about 0.7 MB of journal an hour (docs/figures.md).
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from broadcaster.base.paths import StationHome
from broadcaster.base.room import GETTING_FULL_BYTES, free_bytes

BYTES = 20_000_000
LET_GO_BELOW = 40_000_000
"""Free bytes; the resident helper lets go of it before the last one is gone."""
_BLOCK = 1 << 20


def ballast_file(home: StationHome) -> Path:
    """On the database's disk, and where no backup looks."""
    return home.run / "reserve.bin"


def hold(home: StationHome) -> bool:
    """Set the room aside while there is plenty; True when it is there."""
    path = ballast_file(home)
    try:
        if path.exists() and path.stat().st_size >= BYTES:
            return True
        if free_bytes(home.root) < GETTING_FULL_BYTES:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            # Bytes a disk that compresses or leaves holes cannot make smaller.
            for _ in range(-(-BYTES // _BLOCK)):
                file.write(os.urandom(_BLOCK))
            file.flush()
            os.fsync(file.fileno())
        return True
    except OSError:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        return False


def let_go(home: StationHome) -> bool:
    """Give the room back; True when there was any to give."""
    try:
        ballast_file(home).unlink()
    except OSError:
        return False
    return True
