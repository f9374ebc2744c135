"""The week as a sheet somebody approves: drawn up, submitted, approved or given back, compared with the plan of now."""

from __future__ import annotations

from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.db.engine import Database
from broadcaster.schedule.service import ScheduleService


class SheetService:
    """The weekly sheets of one station."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock, key: bytes,
                 schedule: ScheduleService) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._key = key
        self._schedule = schedule
