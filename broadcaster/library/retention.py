"""The retention rule: which sound files are no longer needed, said before anything is moved, with a way back."""

from __future__ import annotations

from collections.abc import Sequence

from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.db.engine import Database
from broadcaster.library.model import Removal


class Retention:
    """Takes away sound files nobody needs any longer; what is known of them stays for ever."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock

    def plan(self, today: str = "") -> list[Removal]:
        """What the rule would take away on ISO date `today` (empty: today) and why; the oldest first."""
        raise NotImplementedError

    def remove(self, removals: Sequence[Removal], by: str, reason: str) -> list[Removal]:
        """Move these files aside for 30 days; gives what really went: what came into use meanwhile stays.

        Raises Refused: retention.reason, disk.*.
        """
        raise NotImplementedError

    def removed(self) -> list[Removal]:
        """What lies aside and can be brought back."""
        raise NotImplementedError

    def bring_back(self, sha256: str, by: str) -> None:
        """The sound in its place again. Raises Refused: retention.unknown, disk.*."""
        raise NotImplementedError

    def sweep(self) -> int:
        """Delete what has lain aside for 30 days; gives the number of files."""
        raise NotImplementedError
