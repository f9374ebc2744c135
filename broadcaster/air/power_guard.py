"""Switches everything off when the playing process has died: a child process that hears of it by a closed pipe.

However `air` ends, its end of the pipe closes. The child then gives a successor some time to take over (whoever holds
the lock of the home goes on with the switches as they are); when there is none, it switches off what it was told of.
`air` itself says farewell when it has switched off by its own hand. RTS and DTR need no guard: they drop by themselves.
"""

from __future__ import annotations

import contextlib
import json
import logging
import signal
import subprocess
import sys

from broadcaster.base.clock import SystemClock
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.lock import ProcessLock
from broadcaster.base.paths import StationHome
from broadcaster.base.program import NO_WINDOW, own_command

WAIT_SECONDS = 10.0
_FAREWELL = "farewell"


class PowerGuard:
    """The living process's side: one child for all switches."""

    def __init__(self, home: StationHome, wait_seconds: float = WAIT_SECONDS) -> None:
        self._command = own_command("power-guard", str(home.root), str(wait_seconds))
        self._child: subprocess.Popen[str] | None = None

    def watch(self, power: str) -> None:
        """Have this switch (a zone's `power`) opened when we die."""
        if power.startswith("serial:") and not power.endswith(" lcus1"):
            return
        if self._child is None:
            # Of a session of its own: what ends the terminal or the service must not end the guard first.
            self._child = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                           stderr=subprocess.DEVNULL, text=True, start_new_session=True,
                                           creationflags=NO_WINDOW)
        self._say(power)

    def close(self) -> None:
        """All is off already: the child may go."""
        if self._child is None:
            return
        self._say(_FAREWELL)
        if self._child.stdin is not None:
            with contextlib.suppress(OSError):
                self._child.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._child.wait(5)

    def _say(self, word: str) -> None:
        if self._child is not None and self._child.stdin is not None:
            try:
                self._child.stdin.write(json.dumps(word) + "\n")
                self._child.stdin.flush()
            except OSError:
                logging.getLogger(__name__).exception("the guard of the switches is gone")


def guard(home: StationHome, wait_seconds: float) -> None:
    """The child: read until the pipe closes, then act."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    powers: list[str] = []
    for line in sys.stdin:
        powers.append(json.loads(line))
    if _FAREWELL in powers:
        return
    # Asked only once, at the end: asking takes the lock for a moment, and a successor must not run into that.
    SystemClock().sleep(wait_seconds)
    if not _succeeded(home):
        for power in dict.fromkeys(powers):
            _switch_off(power)


def _succeeded(home: StationHome) -> bool:
    try:
        ProcessLock(home, "air").release()
    except Refused as refusal:
        return refusal.code == "process.running"
    return False


def _switch_off(power: str) -> None:
    from broadcaster.air.power import switch_for

    for _ in range(3):
        try:
            switch = switch_for(power)
            switch.off()
            switch.close()
            return
        except (OSError, BroadcasterError):
            SystemClock().sleep(1)

