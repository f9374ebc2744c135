"""Use cases of planning: templates, campaigns, the plan of a day, its publication."""

from __future__ import annotations

from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.db.engine import Database
from broadcaster.directives.service import DirectiveService
from broadcaster.library.service import LibraryService


class ScheduleService:
    """What airs when, for one station."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock, key: bytes,
                 library: LibraryService, directives: DirectiveService) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._key = key
        self._library = library
        self._directives = directives
