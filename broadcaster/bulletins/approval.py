"""Approval: a named person's yes, bound to one text and one sound."""

from __future__ import annotations

from broadcaster.accounts.service import AccountService
from broadcaster.base.clock import Clock
from broadcaster.base.settings import Settings
from broadcaster.bulletins.service import BulletinService
from broadcaster.db.engine import Database
from broadcaster.library.service import LibraryService


class ApprovalService:
    """Submit, approve, give back, withdraw."""

    def __init__(self, database: Database, settings: Settings, clock: Clock, key: bytes, accounts: AccountService,
                 library: LibraryService, bulletins: BulletinService) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock
        self._key = key
        self._accounts = accounts
        self._library = library
        self._bulletins = bulletins
