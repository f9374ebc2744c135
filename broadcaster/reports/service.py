"""Reports for the office above: compiled from the airing log, written in the layout of Nghị định 30/2020."""

from __future__ import annotations

from broadcaster.asrun.service import AsRunService
from broadcaster.base.clock import Clock
from broadcaster.base.settings import Settings
from broadcaster.directives.service import DirectiveService


class ReportService:
    """One report per directive, month or period, in any of the formats."""

    def __init__(self, settings: Settings, clock: Clock, directives: DirectiveService, asrun: AsRunService) -> None:
        self._settings = settings
        self._clock = clock
        self._directives = directives
        self._asrun = asrun
