"""How much of the disk must stay free: below it, what can wait is refused, so that broadcast and journal go on."""

from __future__ import annotations

import shutil
from pathlib import Path

from broadcaster.base.errors import Refused

GETTING_FULL_BYTES = 2_000_000_000
"""Below this a person is told."""
LOW_BYTES = 500_000_000
"""Below this the guards act: imports, recordings, packages and backups are refused, what can be made again goes."""


def free_bytes(path: Path) -> int:
    """Room left for us on the disk that holds `path`, or would hold it. Raises OSError where nobody can say."""
    while not path.exists() and path != path.parent:
        path = path.parent
    return shutil.disk_usage(path).free


def require_room(path: Path, needed: int = 0) -> None:
    """Refuse to begin what would leave the disk too full; where nobody can say how full it is, go on.

    Raises Refused("disk.no_room", free_mb, needed_mb, keep_mb, path).
    """
    try:
        free = free_bytes(path)
    except OSError:
        return
    if free - needed < LOW_BYTES:
        left, keep = free // 1_000_000, LOW_BYTES // 1_000_000
        raise Refused("disk.no_room", f"only {left} MB are free, {keep} MB must stay so: {path}", free_mb=left,
                      needed_mb=-(-needed // 1_000_000), keep_mb=keep, path=str(path))
