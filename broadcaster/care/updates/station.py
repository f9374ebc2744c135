"""The running station, as an update meets it: is a session near, end it in order, start it again, does it live."""

from __future__ import annotations

import logging
import os
import platform
import sys
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from broadcaster.base.clock import Clock, parse_time
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.lock import ProcessLock
from broadcaster.base.paths import StationHome
from broadcaster.base.program import start_and_forget
from broadcaster.base.settings import load_settings
from broadcaster.protocol.link import LinkClient

log = logging.getLogger(__name__)

QUIET_AHEAD = timedelta(minutes=30)
"""No update begins when something is to sound sooner."""
_STOP_SECONDS = 40.0


class Station:
    """One home's keeper, player and window, whoever started them."""

    def __init__(self, home: StationHome, clock: Clock) -> None:
        self.home, self._clock = home, clock

    def busy(self) -> str:
        """Why an update must wait: on_air, near, window; empty when it need not."""
        answer = self._ask("air", "ping")
        status = answer.get("status") if answer else None
        if isinstance(status, dict) and (reason := _near(status, self._clock.now())):
            return reason
        return "window" if window_process(self.home) else ""

    def stop(self) -> None:
        """Keeper and player end in order. Raises Refused("update.still_runs") when one does not."""
        self._ask("keeper", "shutdown", with_air=True)
        if self._wait_free("keeper"):
            self._ask("air", "shutdown", by="update")
            if self._wait_free("air"):
                return
        raise Refused("update.still_runs", "the station could not be ended for the update")

    def start(self, command: Sequence[str]) -> None:
        """The resident helper, which starts the player; it outlives us."""
        start_version([*command, "--home", str(self.home.root), "keeper"])

    def lives(self) -> bool:
        """The helper answers, and the player where there is one."""
        if self._ask("keeper", "ping") is None:
            return False
        try:
            plays = load_settings(self.home).office.role != "office"
        except BroadcasterError:
            plays = True
        return not plays or self._ask("air", "ping") is not None

    def _ask(self, process: str, command: str, **words: Any) -> dict[str, Any] | None:
        try:
            client = LinkClient(self.home, process, timeout=3.0)
        except BroadcasterError:
            return None
        try:
            return client.ask(command, **words)
        except BroadcasterError:
            return None
        finally:
            client.close()

    def _wait_free(self, process: str) -> bool:
        end = self._clock.monotonic() + _STOP_SECONDS
        while self._clock.monotonic() < end:
            try:
                ProcessLock(self.home, process).release()
            except Refused:
                self._clock.sleep(0.1)
                continue
            return True
        return False


def start_version(command: Sequence[str]) -> None:
    """A process that outlives us, of whatever version."""
    # What belongs to this program's own folder must not lead another version to it.
    words = {key: value for key, value in os.environ.items() if not key.startswith(("_PYI", "_MEI"))}
    try:
        start_and_forget(command, env=words)
    except OSError as error:
        log.warning("%s could not be started: %s", command[0], error)


def window_process(home: StationHome) -> int | None:
    """The window's process id while it is open here: Qt's lock file holds id, name, computer, the computer's id and
    its start, a line each. After a power cut the id is somebody else's."""
    try:
        words = (home.run / "window.lock").read_text(encoding="utf-8", errors="replace").splitlines()
        pid, host, start = int(words[0]), words[2], words[4] if len(words) > 4 else ""
    except (OSError, ValueError, IndexError):
        return None
    if host != platform.node() or start not in {"", _this_start() or start}:
        return None
    return pid if _alive(pid) else None


def _this_start() -> str:
    """What Qt's bootUniqueId says; empty where the system does not tell."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _alive(pid: int) -> bool:
    if sys.platform == "win32":
        import ctypes

        handle = ctypes.windll.kernel32.OpenProcess(0x1000, False, pid)
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _near(status: dict[str, Any], now: datetime) -> str:
    if status.get("on_air") or status.get("insert") or status.get("state") in {"on_air", "armed"}:
        return "on_air"
    try:
        starts = [parse_time(str(item["starts_at"])) for item in status.get("upcoming") or ()]
    except (KeyError, TypeError, ValueError):
        return ""
    return "near" if any(start - now <= QUIET_AHEAD for start in starts) else ""
