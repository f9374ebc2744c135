"""Use cases of special periods: holidays, mourning, elections, floods."""

from __future__ import annotations

from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.db.engine import Database
from broadcaster.schedule.service import ScheduleService


class PeriodService:
    """Days on which other rules hold."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock,
                 schedule: ScheduleService) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._schedule = schedule
