"""What can be mended at once. Nothing here destroys: what goes comes back by itself, the rest can be turned back."""

from __future__ import annotations

import contextlib
import os
import subprocess
from typing import Any

from broadcaster.base.clock import Clock
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.program import own_command, start_and_forget
from broadcaster.care import bounds
from broadcaster.care.doctor.check_disk import station_files
from broadcaster.care.doctor.check_sound import accept_default
from broadcaster.care.doctor.model import Finding, Remedy
from broadcaster.care.doctor.neighbours import turn_autostart_on

_SECRET = {"station.key", "station.sign", "station.secrets", "station.backup-key"}


def apply(finding: Finding, home: StationHome, clock: Clock) -> dict[str, Any]:
    """Do what the finding's remedy says; facts of what was done ("freed_mb", "count").

    Raises Refused: doctor.remedy_unknown, doctor.remedy_failed, autostart.*, disk.*.
    """
    try:
        if finding.remedy is Remedy.START_KEEPER:
            start_and_forget(own_command("--home", str(home.root), "keeper"))  # a second one leaves by itself
            return {}
        if finding.remedy is Remedy.AUTOSTART:
            turn_autostart_on(home)
            return {}
        if finding.remedy is Remedy.TIDY:
            freed = bounds.drop_what_can_be_made_again(home) + bounds.bound_logs(home) \
                + bounds.drop_scratch(home, clock)
            return {"freed_mb": freed // 1_000_000}
        if finding.remedy is Remedy.RIGHTS:
            return {"count": _open_rights(home)}
        if finding.remedy is Remedy.DEVICE_RIGHT:
            accept_default(home, str(finding.facts["now"]))
            return {}
    except BroadcasterError:
        raise
    except (OSError, subprocess.SubprocessError, KeyError) as error:
        raise Refused("doctor.remedy_failed", f"{finding.remedy}: {error}", remedy=str(finding.remedy),
                      detail=str(error)[:200]) from error
    raise Refused("doctor.remedy_unknown", f"no such remedy: {finding.remedy!r}", remedy=str(finding.remedy))


def _open_rights(home: StationHome) -> int:
    """The owner may read and write again; nobody else may read the secrets."""
    count = 0
    for _ in range(2):  # a folder that was closed shows what is in it only once it is open
        for path in station_files(home.root):
            wanted = (0o700 if path.is_dir() else 0o600)
            with contextlib.suppress(FileNotFoundError):
                mode = path.stat().st_mode & 0o777
                better = (mode | wanted) & (0o700 if path.name in _SECRET else 0o777)
                if better != mode:
                    path.chmod(better)
                    count += 1
    if not os.access(home.root, os.W_OK):
        raise PermissionError("the folder belongs to somebody else")
    return count
