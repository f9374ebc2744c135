"""Use cases of single days: what is put, moved, locked, copied by hand, and taken back."""

from __future__ import annotations

from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.db.engine import Database
from broadcaster.schedule.service import ScheduleService


class DayService:
    """Decisions for single sessions of single days."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock, key: bytes,
                 schedule: ScheduleService) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._key = key
        self._schedule = schedule
