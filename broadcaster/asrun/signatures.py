"""Names under the log: the officer's under each day, the leader's under each week."""

from __future__ import annotations

from broadcaster.asrun.service import AsRunService
from broadcaster.base.clock import Clock
from broadcaster.db.engine import Database


class SignatureService:
    """Puts a name under days that are over, and tells where one is missing or no longer fits."""

    def __init__(self, database: Database, clock: Clock, asrun: AsRunService) -> None:
        self._database = database
        self._clock = clock
        self._asrun = asrun
