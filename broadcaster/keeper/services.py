"""The services a job works with, kept from one round to the next."""

from __future__ import annotations

import logging

from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import load_settings
from broadcaster.wiring import App, build_app

log = logging.getLogger(__name__)


class KeptServices:
    """One App, built anew when station.toml says something else than before."""

    def __init__(self, home: StationHome, clock: Clock) -> None:
        self._home = home
        self._clock = clock
        self._app: App | None = None

    def fresh(self) -> App:
        """Raises BroadcasterError as build_app does."""
        if self._app is not None and self._app.settings != load_settings(self._home):
            log.info("the settings changed")
            self.close()
        if self._app is None:
            self._app = build_app(self._home, self._clock)
        return self._app

    def close(self) -> None:
        """Let go of the database: the keeper ends, or its home is gone."""
        app, self._app = self._app, None
        if app is not None:
            app.close()
