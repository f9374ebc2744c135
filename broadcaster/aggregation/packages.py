"""Packages: what a station sends up, made and checked (docs/formats.md "The package")."""

from __future__ import annotations

from broadcaster.asrun.identity import Identity
from broadcaster.asrun.seals import SealService
from broadcaster.asrun.service import AsRunService
from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.db.engine import Database
from broadcaster.directives.service import DirectiveService
from broadcaster.reports.service import ReportService
from broadcaster.units.service import UnitService


class PackageService:
    """Makes the station's packages, each going on where the one before ended."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock, identity: Identity,
                 asrun: AsRunService, seals: SealService, units: UnitService, directives: DirectiveService,
                 reports: ReportService) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._identity = identity
        self._asrun = asrun
        self._seals = seals
        self._units = units
        self._directives = directives
        self._reports = reports
