"""Letters in: read, parse, register, correct, propose."""

from __future__ import annotations

from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.db.engine import Database


class DirectiveService:
    """The register of directive letters."""

    def __init__(self, database: Database, home: StationHome, clock: Clock) -> None:
        self._database = database
        self._home = home
        self._clock = clock
