"""The airing log's use cases: file the journal, check it, set plan against truth, answer questions."""

from __future__ import annotations

from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.db.engine import Database


class AsRunService:
    """What really went out, and what became of every planned event."""

    def __init__(self, database: Database, home: StationHome, clock: Clock, key: bytes) -> None:
        self._database = database
        self._home = home
        self._clock = clock
        self._key = key
