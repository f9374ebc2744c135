"""What the other parts of the care know, in the few words the check-up needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from broadcaster.base.clock import Clock, parse_time
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome
from broadcaster.care.autostart import service as autostart
from broadcaster.care.backup.service import BackupService


@dataclass(frozen=True)
class BackupState:
    """The newest backup."""

    place: str
    there: bool
    made_at: datetime | None
    failed: bool


def autostart_state(home: StationHome) -> str:
    """on, off, other (it starts another program or home); empty where the system has no such thing."""
    state = autostart.state(home)
    if not state.way:
        return ""
    if not state.on:
        return "off"
    return "on" if state.fits else "other"


def turn_autostart_on(home: StationHome) -> None:
    """Raises Refused: autostart.*, disk.*."""
    autostart.on(home)


def newest_backup(home: StationHome, clock: Clock) -> BackupState | None:
    """None where nobody can say, for example while the settings cannot be read."""
    service = BackupService(home, clock)
    try:
        where = service.where()
        newest = service.newest() if where.there else None
    except BroadcasterError:
        return None
    made_at = parse_time(newest.backup.made_at) if newest is not None and newest.backup is not None else None
    failed = newest is not None and newest.drill is not None and not newest.drill.good
    return BackupState(str(where.folder), where.there, made_at, failed)
