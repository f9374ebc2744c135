"""The office above, by itself: empties the inbox again and again, says aloud what only a person can decide."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from broadcaster.aggregation.office.model import PackageState
from broadcaster.base.clock import Clock
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import load_settings
from broadcaster.keeper.services import KeptServices
from broadcaster.wiring import App

log = logging.getLogger(__name__)

_ALARMS = ("office_inbox", "office_keys", "office_forks")

Raise = Callable[..., None]
Clear = Callable[[str], None]


class OfficeInbox:
    """`look()` again and again. It has services of its own: a slow line must hold up no other job."""

    def __init__(self, home: StationHome, clock: Clock, raise_alarm: Raise, clear_alarm: Clear) -> None:
        self._home = home
        self._raise_alarm = raise_alarm
        self._clear_alarm = clear_alarm
        self._over = threading.Event()
        self._services = KeptServices(home, clock)

    def look(self) -> int:
        """One round; returns how many packages were merged."""
        try:
            if load_settings(self._home).office.role not in {"office", "both"}:
                return self._rest()
            app = self._services.fresh()
            results = app.office.take_inbox(cancelled=self._over.is_set)
            self._clear_alarm("office_inbox")
            self._tell(app)
        except BroadcasterError as error:
            self._raise_alarm("office_inbox", code=error.code, detail=error.text)
            return 0
        new = [each for each in results if not each.is_known]
        for each in new:
            if each.state is PackageState.REFUSED:
                log.warning("refused %s: %s", each.name, each.text)
        if new:
            log.info("%d packages came in", len(new))
        return sum(each.state is PackageState.RECEIVED for each in new)

    def stop(self) -> None:
        """No further file is begun."""
        self._over.set()

    def close(self) -> None:
        self._services.close()

    def _tell(self, app: App) -> None:
        keys, forks = app.office.waiting(), app.office.forks()
        self._say("office_keys", len(keys), ", ".join(key.sender_id for key in keys[:3]))
        self._say("office_forks", len(forks), ", ".join(station.id for station, _ in forks[:3]))

    def _say(self, code: str, count: int, stations: str) -> None:
        if count:
            self._raise_alarm(code, count=count, stations=stations)
        else:
            self._clear_alarm(code)

    def _rest(self) -> int:
        for code in _ALARMS:
            self._clear_alarm(code)
        self.close()
        return 0
