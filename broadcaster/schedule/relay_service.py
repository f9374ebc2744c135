"""Use cases of relay sources: register, approve by a standing decision, withdraw."""

from __future__ import annotations

from broadcaster.accounts.service import AccountService
from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.db.engine import Database


class RelayService:
    """Programmes the station may take over."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock, key: bytes,
                 accounts: AccountService) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._key = key
        self._accounts = accounts
