"""Plans made while a person drags: what does not change from one moment to the next is read once."""

from __future__ import annotations

from collections.abc import Callable, Set
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection

from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.protocol.ledger import Ledger
from broadcaster.protocol.rundown import Rundown
from broadcaster.schedule.model import Running
from broadcaster.schedule.planning import Planner
from broadcaster.schedule.stored import Broken

Found = TypeVar("Found")

KEEP_SECONDS = 2.0
"""What another program changes meanwhile is seen that much later, in what is only shown; nothing is stored from it."""


class Drafts(Planner):
    """A planner that remembers campaigns and published plans for a moment."""

    def __init__(self, home: StationHome, settings: Settings, clock: Clock, key: bytes) -> None:
        super().__init__(home, settings, clock, key)
        self._steady = clock.monotonic
        self._read_at = self._steady()
        self._known: dict[tuple[Any, ...], Any] = {}

    def forget(self) -> None:
        """Read everything anew."""
        self._known, self._read_at = {}, self._steady()

    def freshen(self) -> None:
        """Read anew what is older than a moment."""
        if self._steady() - self._read_at > KEEP_SECONDS:
            self.forget()

    def _running(self, c: Connection, ledger: Ledger, first: date, last: date, broken: Broken) -> list[Running]:
        return self._once(("running", ledger.head, first, last), lambda: super(Drafts, self)._running(
            c, ledger, first, last, broken))

    def _published(self, c: Connection, day: date, kept: Set[str]) -> Rundown | None:
        return self._once(("published", day, max(kept, default="")), lambda: super(Drafts, self)._published(
            c, day, kept))

    def _once(self, key: tuple[Any, ...], read: Callable[[], Found]) -> Found:
        known = self._known  # of this moment, whatever another thread forgets meanwhile
        if key not in known:
            known[key] = read()
        found: Found = known[key]
        return found
