"""Letting go of old backups: some manifests first, then the objects that no manifest needs any more."""

from __future__ import annotations

import contextlib
import logging
from datetime import datetime

from broadcaster.base.errors import BroadcasterError
from broadcaster.base.settings import BackupSection
from broadcaster.care.backup.model import Backup, stamp, to_keep
from broadcaster.care.backup.place import Place
from broadcaster.care.backup.vault import Vault

log = logging.getLogger(__name__)


def rotate(place: Place, made: Backup, settings: BackupSection, now: datetime, vault: Vault | None) -> list[str]:
    """After `made` is complete: the names let go of. None while the newest one looks as if something were lost."""
    if made.small and not place.accepted(made.name):
        return []
    past = [name for name in place.names() if name <= stamp(now)]  # one of a clock that ran ahead counts for nothing
    tried = next((name for name in reversed(past) if (drill := place.drill(name)) and drill.good), "")
    kept = to_keep(past, settings.keep_days, settings.keep_weeks) | {made.name, tried}  # one that is known to be good
    gone = sorted(set(past) - kept)
    for name in gone:
        place.forget(name)
    if gone:
        collect(place, vault)
    return gone


def collect(place: Place, vault: Vault | None) -> int:
    """Take away objects that nothing needs; gives how many. None at all while one backup's list cannot be read."""
    needed: set[str] = set()
    try:
        for name in place.names():
            backup = place.read(name)
            needed.add(backup.list_object)
            needed.update(place.files(backup, vault if backup.encrypted else None).objects)
    except BroadcasterError as error:
        log.warning("no object is taken away: %s", error.text)
        return 0
    count = 0
    objects = place.objects(None)
    with contextlib.suppress(OSError):  # what stays is found again the next time
        for name in objects.all():
            if name not in needed:
                objects.path(name).unlink()
                count += 1
    return count
