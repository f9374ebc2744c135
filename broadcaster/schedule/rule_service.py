"""Use cases of rule profiles: choose, edit, share, and say why a rule does not hold."""

from __future__ import annotations

from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.db.engine import Database
from broadcaster.schedule.service import ScheduleService


class RuleService:
    """The profiles of schedules/profiles/ and the reasons against them."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock,
                 schedule: ScheduleService) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._schedule = schedule
