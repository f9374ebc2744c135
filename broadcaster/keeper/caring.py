"""Looks after the disk: warns at 2 GB, acts at 500 MB, keeps logs bounded and some room for the journal in reserve."""

from __future__ import annotations

import logging
from collections.abc import Callable

from broadcaster.base import ballast, room
from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.care import bounds

log = logging.getLogger(__name__)

BOUND_FIRST = 60.0
BOUND_EVERY = 300.0
Raise = Callable[..., None]
Clear = Callable[[str], None]


class Caring:
    """`disk()` every few seconds."""

    def __init__(self, home: StationHome, clock: Clock, raise_alarm: Raise, clear_alarm: Clear) -> None:
        self._home, self._clock, self._raise, self._clear = home, clock, raise_alarm, clear_alarm
        self._bound_at = clock.monotonic() + BOUND_FIRST
        self._was_low = False

    def disk(self) -> int:
        """Free bytes, 0 where nobody can say; raises and clears `disk_low` and `disk_getting_full`."""
        try:
            free = room.free_bytes(self._home.root)
        except OSError:
            return 0
        megabytes = free // 1_000_000
        low, getting_full = free < room.LOW_BYTES, free < room.GETTING_FULL_BYTES
        if low:
            self._raise("disk_low", free_mb=megabytes)
            self._clear("disk_getting_full")
        elif getting_full:
            self._raise("disk_getting_full", free_mb=megabytes)
        if not low:
            self._clear("disk_low")
        if not getting_full:
            self._clear("disk_getting_full")
        self._act(free, low)
        return free

    def _act(self, free: int, low: bool) -> None:
        if low and not self._was_low:
            log.warning("little room: %s bytes of what can be made again are dropped",
                        bounds.drop_what_can_be_made_again(self._home))
        self._was_low = low
        if free < ballast.LET_GO_BELOW and ballast.let_go(self._home):
            log.warning("the room set aside for the journal is let go")
        if self._clock.monotonic() >= self._bound_at:
            self._bound_at = self._clock.monotonic() + BOUND_EVERY
            bounds.bound_logs(self._home)
            bounds.drop_scratch(self._home, self._clock)
            if not low:
                ballast.hold(self._home)
