"""Who may write, approve and look: people with PINs, and the record of what they did."""

from __future__ import annotations

from broadcaster.base.clock import Clock
from broadcaster.db.engine import Database


class AccountService:
    """People, their PINs, the audit trail."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
