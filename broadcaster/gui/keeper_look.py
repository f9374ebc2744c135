"""What the resident helper reports in run/keeper.status.json: its alarms belong beside the player's."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from broadcaster.base.clock import Clock, format_time, parse_time
from broadcaster.base.paths import StationHome
from broadcaster.protocol.messages import Alarm

LOOK_MS = 5_000
STALE_SECONDS = 60.0
"""The helper writes every five seconds; it may be busy, or just being started."""


class KeeperLook(QObject):
    """`alarms_changed()` when `alarms` are other than before."""

    alarms_changed = Signal()

    def __init__(self, home: StationHome, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = home.run / "keeper.status.json"
        self._clock = clock
        self._since = clock.monotonic()
        self.alarms: tuple[Alarm, ...] = ()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)
        self.look()

    def look(self) -> None:
        """Read the file, which is small; a missing or half-gone one says nothing."""
        alarms = self._read()
        if alarms != self.alarms:
            self.alarms = alarms
            self.alarms_changed.emit()

    def _read(self) -> tuple[Alarm, ...]:
        try:
            body = json.loads(self._file.read_bytes())
            written = parse_time(str(body["at"]))
            alarms = tuple(_alarm(entry, body) for entry in body["alarms"])
        except (OSError, ValueError, KeyError, TypeError):
            return ()
        age = (self._clock.now() - written).total_seconds()
        if abs(age) <= STALE_SECONDS:
            return alarms
        # A file of yesterday is no news until the helper, started with the window, had its time.
        if self._clock.monotonic() - self._since < STALE_SECONDS:
            return ()
        return (Alarm("keeper_silent", format_time(written), {}),)


def _alarm(entry: dict[str, Any], body: dict[str, Any]) -> Alarm:
    alarm = Alarm(str(entry["code"]), str(entry["since"]), dict(entry.get("facts", {})))
    parse_time(alarm.since)
    if alarm.code == "session_empty":
        alarm.facts["sessions"] = ", ".join(_named(alarm.facts.get("sessions", ()), body))
    return alarm


def _named(ids: Collection[str], body: dict[str, Any]) -> list[str]:
    """By name and day: an id says nothing to an operator."""
    return [f"{item['name']} {parse_time(str(item['starts_at'])):%d/%m %H:%M}"
            for item in body.get("sessions", []) if item["session"] in ids]
