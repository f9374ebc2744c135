"""The first look of the day: what became of yesterday, what could go wrong today."""

from __future__ import annotations

from broadcaster.asrun.service import AsRunService
from broadcaster.asrun.signatures import SignatureService
from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.schedule.service import ScheduleService


class MorningService:
    """One question for the morning page, the command line and whoever asks by telephone."""

    def __init__(self, home: StationHome, settings: Settings, clock: Clock, asrun: AsRunService,
                 signatures: SignatureService, schedule: ScheduleService) -> None:
        self._home = home
        self._settings = settings
        self._clock = clock
        self._asrun = asrun
        self._signatures = signatures
        self._schedule = schedule
