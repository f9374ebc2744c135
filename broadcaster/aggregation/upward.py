"""On the way up: the queue of packages, the places they go to, the receipts that come back."""

from __future__ import annotations

from broadcaster.aggregation.packages import PackageService
from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.db.engine import Database


class UpwardService:
    """Sends what waits, again and again until it is acknowledged; loses nothing while the line is down."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock,
                 packages: PackageService) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._packages = packages
