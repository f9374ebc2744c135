"""On the way down: letters and messages of the office above, hostile until their signature and sender are known."""

from __future__ import annotations

from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.db.engine import Database
from broadcaster.directives.service import DirectiveService
from broadcaster.library.imports import ImportService


class DownwardService:
    """Takes in what a trusted office sent: letters into the register, messages as drafts. Nothing airs by itself."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock,
                 directives: DirectiveService, imports: ImportService) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._directives = directives
        self._imports = imports
