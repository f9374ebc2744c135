"""Use cases of the library: bring sounds in, find them, rename, withdraw."""

from __future__ import annotations

from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.db.engine import Database


class LibraryService:
    """Cuts and carts of one station."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
