"""Keeps the machine awake while something is to be aired: a PC that falls asleep is a station that misses.

Nothing here can wake a machine that sleeps already, so the night before a morning session counts as near. The lock
is the system's own, and gone the moment this process is; the keeper starts the player again within seconds, and its
first act is to take it anew. With neither of them nobody holds it, and nothing would sound either.

What it stops is the system's own idea to sleep (Linux: idle and sleep, Windows: the idle timer). A person who chooses
Sleep or closes the lid, and a battery that runs out, have their way: slept time is told and logged (clockguard.py).
Windows counts the lock by thread, so it is taken and let go by the player's main thread alone.
"""

from __future__ import annotations

import contextlib
import logging
import shutil
import subprocess
import sys
from datetime import datetime, timedelta

log = logging.getLogger(__name__)

NEAR = timedelta(hours=14)
"""From the last session of an evening to the first of the morning."""
AGAIN = timedelta(minutes=10)
"""A lock that went away by itself (the system's login service was restarted) is asked for again after so long."""
_FAREWELL_SECONDS = 2.0


class WakeLock:
    """Held or not. Never raises: a station that cannot hold it plays all the same."""

    def __init__(self) -> None:
        self._hold: _Hold | None = None
        self._lost_at: datetime | None = None

    @property
    def held(self) -> bool:
        return self._hold is not None and self._hold.holds()

    def keep(self, next_start: datetime | None, now: datetime, *, busy: bool) -> None:
        """Call about once a minute: holds while something sounds or is near, lets go otherwise."""
        self._miss(now)
        if busy:
            self.hold("on air")
        elif next_start is not None and next_start - now <= NEAR:
            self.hold(f"the next session begins at {next_start:%H:%M}")
        else:
            self.release()

    def hold(self, reason: str) -> None:
        """Hold from now on; the first reason stays. What the system refuses is not asked again until `release`."""
        if self._hold is not None:
            return
        try:
            self._hold = _hold_here(reason)
        except OSError as error:
            log.warning("the machine cannot be kept awake: %s", error)
            self._hold = _Hold()
        log.info("kept awake: %s", reason)

    def _miss(self, now: datetime) -> None:
        if self._hold is None or self._hold.holds():
            self._lost_at = None
        elif self._lost_at is None:
            self._lost_at = now
        elif now - self._lost_at >= AGAIN:
            self._lost_at = None
            self.release()

    def release(self) -> None:
        """Let the machine sleep when it wants to."""
        hold, self._hold = self._hold, None
        if hold is not None:
            with contextlib.suppress(OSError):
                hold.let_go()
            log.info("free to sleep")

    close = release


class _Hold:
    """A system that knows no such lock."""

    def holds(self) -> bool:
        return False

    def let_go(self) -> None:
        """Nothing to do."""


class _Inhibitor(_Hold):
    """systemd-inhibit around a `cat` on a pipe from us: when we die, in whatever way, the pipe closes and it ends."""

    def __init__(self, program: str, reason: str) -> None:
        self._child = subprocess.Popen(
            [program, "--what=sleep:idle", "--mode=block", "--who=Đài Xã", f"--why={reason}", "cat"],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)

    def holds(self) -> bool:
        return self._child.poll() is None

    def let_go(self) -> None:
        if self._child.stdin is not None:
            self._child.stdin.close()
        try:
            self._child.wait(_FAREWELL_SECONDS)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()


if sys.platform == "win32":
    import ctypes

    _CONTINUOUS, _SYSTEM_REQUIRED = 0x80000000, 0x00000001

    class _ExecutionState(_Hold):
        """The thread's own state: asked for and let go by the same thread (the player's)."""

        def __init__(self) -> None:
            self._set = bool(ctypes.windll.kernel32.SetThreadExecutionState(_CONTINUOUS | _SYSTEM_REQUIRED))

        def holds(self) -> bool:
            return self._set

        def let_go(self) -> None:
            ctypes.windll.kernel32.SetThreadExecutionState(_CONTINUOUS)

    def _hold_here(reason: str) -> _Hold:
        return _ExecutionState()
else:

    def _hold_here(reason: str) -> _Hold:
        program = shutil.which("systemd-inhibit")
        return _Inhibitor(program, reason) if program else _Hold()
