"""The office above: packages of many stations in, checked, merged, asked."""

from __future__ import annotations

from broadcaster.asrun.identity import Identity
from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings


class OfficeService:
    """Opens its database when first asked something: a station has none."""

    def __init__(self, home: StationHome, settings: Settings, clock: Clock, identity: Identity) -> None:
        self._home = home
        self._settings = settings
        self._clock = clock
        self._identity = identity

    def close(self) -> None:
        """Let go of the database, if it was opened."""
