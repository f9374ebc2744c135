"""What a person says of an airing afterwards: new rows beside the log, which itself never changes."""

from __future__ import annotations

from broadcaster.asrun.service import AsRunService
from broadcaster.base.clock import Clock
from broadcaster.db.engine import Database


class CorrectionService:
    """Adds corrections and tells them."""

    def __init__(self, database: Database, clock: Clock, asrun: AsRunService) -> None:
        self._database = database
        self._clock = clock
        self._asrun = asrun
