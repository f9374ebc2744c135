"""Keeps `air` running: adopts a living one, starts a missing one, ends one that hangs. Stepped by `tick`."""

from __future__ import annotations

import contextlib
import json
import logging
import subprocess
from collections.abc import Sequence
from typing import Any

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome
from broadcaster.keeper import children
from broadcaster.protocol.link import LinkClient, address_file
from broadcaster.protocol.messages import Alarm

log = logging.getLogger(__name__)

PING_EVERY = 2.0
PING_TIMEOUT = 1.0
MISSES = 3
HUNG_AFTER = 6.0
STARTING = 30.0
"""An old PC may need this long until a new player answers."""

DELAYS = (0.0, 1.0, 2.0, 5.0, 30.0)
"""Wait before the next start, by the number of deaths in FAILURE_WINDOW; the last one repeats for ever."""
FAILURE_WINDOW = 600.0
SAFE_MODE_AFTER = 3


class Supervisor:
    """One player per station, always. Seconds are the clock's monotonic ones."""

    def __init__(self, home: StationHome, clock: Clock, command: Sequence[str] | None = None) -> None:
        self._home = home
        self._clock = clock
        self._command = list(command or children.own_command("air", "--home", str(home.root)))
        self._errors = home.logs / "air.stderr"
        self._child: subprocess.Popen[bytes] | None = None
        self._pid: int | None = None
        self._deaths: list[float] = []
        self._due = clock.monotonic()
        self._since = 0.0
        self._answered = False
        self._next_ping = 0.0
        self._missed: list[float] = []
        self._starts = 0
        self._alarm_since = ""

    @property
    def pid(self) -> int | None:
        """The player's process id while it runs."""
        return self._pid

    def tick(self) -> None:
        """Look once; call a few times a second."""
        now = self._clock.monotonic()
        if self._pid is not None and not self._runs():
            self._died(now)
        if self._pid is None:
            if now >= self._due and not self._adopt(now):
                self._start(now)
        elif now >= self._next_ping:
            self._ping(now)

    def alarms(self) -> tuple[Alarm, ...]:
        """air_unstable: it died so often that something is wrong with the machine or the program."""
        now = self._clock.monotonic()
        self._deaths = [moment for moment in self._deaths if now - moment < FAILURE_WINDOW]
        if len(self._deaths) < SAFE_MODE_AFTER:
            self._alarm_since = ""
            return ()
        self._alarm_since = self._alarm_since or format_time(self._clock.now())
        return (Alarm("air_unstable", self._alarm_since, {
            "deaths": len(self._deaths), "minutes": FAILURE_WINDOW / 60, "detail": children.last_words(self._errors)}),)

    def status(self) -> dict[str, Any]:
        return {"pid": self._pid, "answers": self._answered and not self._missed, "starts": self._starts,
                "deaths": len(self._deaths), "safe_mode": len(self._deaths) >= SAFE_MODE_AFTER}

    def stop(self, patience: float = 8.0) -> None:
        """End the player: politely, then by signal, then hard."""
        pid = self._pid
        if pid is None:
            return
        self._ask("shutdown")
        for step in ("asked", "gently", "hard"):
            if step != "asked":
                children.end(pid, gently=step == "gently")
            if self._gone_within(patience / 2):
                break
        self._pid = self._child = None

    def let_go(self) -> None:
        """Leave the player to itself; the next keeper adopts it."""
        if self._child is not None and self._child.poll() is None:
            # Python warns of a child nobody waited for; this one is meant to outlive us.
            self._child.returncode = 0
        self._pid = self._child = None

    def _adopt(self, now: float) -> bool:
        pid = self._named_pid()
        if pid is None or not children.alive(pid):
            return False
        answers = self._ask("ping")
        if not answers and not children.is_ours(pid):
            return False
        log.info("adopted the running player, process %s", pid)
        self._child, self._pid = None, pid
        self._watch(now, answered=answers)
        return True

    def _start(self, now: float) -> None:
        try:
            self._child = children.start_detached(self._command, self._errors)
        except OSError as error:
            log.error("the player cannot be started: %s", error)
            self._failed(now)
            return
        self._pid = self._child.pid
        self._starts += 1
        log.info("started the player, process %s", self._pid)
        self._watch(now, answered=False)

    def _watch(self, now: float, *, answered: bool) -> None:
        self._since, self._answered, self._missed = now, answered, []
        self._next_ping = now + PING_EVERY

    def _runs(self) -> bool:
        if self._child is not None:
            return self._child.poll() is None
        return self._pid is not None and children.alive(self._pid)

    def _gone_within(self, seconds: float) -> bool:
        if self._child is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._child.wait(seconds)
            return not self._runs()
        end = self._clock.monotonic() + seconds
        while self._runs() and self._clock.monotonic() < end:
            self._clock.sleep(0.05)
        return not self._runs()

    def _died(self, now: float) -> None:
        code = self._child.returncode if self._child is not None else "unknown"
        log.error("the player (process %s) is gone, exit code %s: %s", self._pid, code,
                  children.last_words(self._errors))
        self._failed(now)

    def _failed(self, now: float) -> None:
        self._deaths = [moment for moment in self._deaths if now - moment < FAILURE_WINDOW] + [now]
        self._due = now + DELAYS[min(len(self._deaths), len(DELAYS)) - 1]
        self._pid = self._child = None

    def _ping(self, now: float) -> None:
        self._next_ping = now + PING_EVERY
        if self._ask("ping"):
            self._answered, self._missed = True, []
            return
        if not self._answered and now - self._since < STARTING:
            return
        # Attempts are counted, not only seconds: after sleep the clock has run on without anyone having asked.
        self._missed.append(now)
        if len(self._missed) >= MISSES and now - self._missed[0] >= HUNG_AFTER:
            log.error("the player (process %s) does not answer: ending it", self._pid)
            assert self._pid is not None
            children.end(self._pid)
            self._missed = []

    def _ask(self, command: str) -> bool:
        try:
            client = LinkClient(self._home, "air", timeout=PING_TIMEOUT)
        except BroadcasterError:
            return False
        try:
            client.ask(command)
        except BroadcasterError:
            return False
        finally:
            client.close()
        return True

    def _named_pid(self) -> int | None:
        try:
            return int(json.loads(address_file(self._home, "air").read_bytes())["pid"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
