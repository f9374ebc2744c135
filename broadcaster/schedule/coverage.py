"""Asked, planned, aired: how far campaigns and letters have come, and what was missed and could be made up."""

from __future__ import annotations

from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.db.engine import Database
from broadcaster.schedule.service import ScheduleService


class CoverageService:
    """Counts; proposes, and airs nothing by itself."""

    def __init__(self, database: Database, home: StationHome, clock: Clock, key: bytes,
                 schedule: ScheduleService) -> None:
        self._database = database
        self._home = home
        self._clock = clock
        self._key = key
        self._schedule = schedule
