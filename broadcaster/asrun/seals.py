"""Seals over the days of the journal: signed files in seals/, a chain of their own (docs/formats.md "The seals")."""

from __future__ import annotations

from broadcaster.asrun.identity import Identity
from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.db.engine import Database


class SealService:
    """Seals each day of the journal that is over."""

    def __init__(self, database: Database, home: StationHome, clock: Clock, identity: Identity) -> None:
        self._database = database
        self._home = home
        self._clock = clock
        self._identity = identity
