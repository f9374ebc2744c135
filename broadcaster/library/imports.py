"""Use cases of bringing many files in: one door for the window, the command line and the watched folder."""

from __future__ import annotations

from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.db.engine import Database
from broadcaster.library.service import LibraryService


class ImportService:
    """Runs of files: begun, interrupted, gone on with; what is done is never done twice."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock,
                 library: LibraryService) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._library = library
