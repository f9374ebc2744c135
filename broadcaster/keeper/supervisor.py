"""Keeps `air` running: adopts a living one, starts a missing one, helps one that hangs. Stepped by `tick`."""

from __future__ import annotations

import contextlib
import logging
import subprocess
from collections.abc import Sequence
from typing import Any

from broadcaster.base.clock import Clock, format_time, parse_time
from broadcaster.base.paths import StationHome
from broadcaster.base.program import own_command
from broadcaster.keeper import children
from broadcaster.keeper.airlink import AirLink
from broadcaster.keeper.comeback import FAILURE_WINDOW, SAFE_MODE_AFTER, Comeback
from broadcaster.keeper.presence import Presence
from broadcaster.keeper.watchdog import LOOK_EVERY, Step, Watchdog
from broadcaster.protocol.messages import Alarm

log = logging.getLogger(__name__)

QUIET_AHEAD = 300.0
"""The player is not exchanged for another within so many seconds of something that should air."""


class Supervisor:
    """One player per station, always. Seconds are the clock's monotonic ones."""

    def __init__(self, home: StationHome, clock: Clock, command: Sequence[str] | None = None) -> None:
        self._clock = clock
        self._command = list(command or own_command("air", "--home", str(home.root)))
        self._errors = home.logs / "air.stderr"
        self._link, self._presence, self._comeback = AirLink(home), Presence(home), Comeback()
        self._child: subprocess.Popen[bytes] | None = None
        self._pid: int | None = None
        self._due = clock.monotonic()
        self._next_look = 0.0
        self._dog = Watchdog(0.0)
        self._starts = 0
        self._in_safe_mode = False
        self._exchanging = False
        self._raised: dict[str, str] = {}

    @property
    def pid(self) -> int | None:
        """The player's process id while it runs."""
        return self._pid

    def tick(self) -> None:
        """Look once; call a few times a second."""
        now = self._clock.monotonic()
        if self._pid is not None and not self._runs():
            self._gone(now)
        if not self._presence.there():
            return  # nothing can be read, so nothing is judged; a player that still sounds is left to it
        if self._pid is None:
            if now >= self._due and not self._adopt(now):
                self._start(now)
        elif now >= self._next_look:
            self._look(now)

    def alarms(self) -> tuple[Alarm, ...]:
        """air_unstable, and what the watchdog found: air_slow, air_stuck, air_unreachable."""
        deaths = self._comeback.deaths(self._clock.monotonic())
        holding: dict[str, dict[str, Any]] = dict(self._dog.alarms) if self._pid is not None else {}
        if deaths >= SAFE_MODE_AFTER or self._comeback.safe:
            holding["air_unstable"] = {
                "deaths": deaths, "minutes": FAILURE_WINDOW / 60, "safe_mode": self._comeback.safe,
                "detail": children.last_words(self._errors)}
        now = format_time(self._clock.now())
        self._raised = {code: self._raised.get(code, now) for code in holding}
        return tuple(Alarm(code, self._raised[code], facts) for code, facts in holding.items())

    def status(self) -> dict[str, Any]:
        return {"pid": self._pid, "answers": self._dog.answers, "starts": self._starts,
                "deaths": self._comeback.deaths(self._clock.monotonic()),
                "safe_mode": self._in_safe_mode or self._comeback.safe}

    def stop(self, patience: float = 8.0) -> None:
        """End the player: politely, then by signal, then hard."""
        pid = self._pid
        if pid is None:
            return
        self._link.ask("shutdown", by="keeper")
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
        pid = self._link.named_pid()
        if pid is None or not children.alive(pid):
            return False
        answer = self._link.ask("ping")
        if answer is None and not children.is_ours(pid):
            return False
        log.info("adopted the running player, process %s", pid)
        self._child, self._pid = None, pid
        self._in_safe_mode = bool(answer and answer.get("safe"))
        if self._in_safe_mode:
            self._comeback.found_safe(now)
        self._watch(now, answered=answer is not None)
        return True

    def _start(self, now: float) -> None:
        safe = ["--safe"] if self._comeback.safe else []
        try:
            self._child = children.start_detached([*self._command, *safe], self._errors)
        except OSError as error:
            log.error("the player cannot be started: %s", error)
            self._failed(now)
            return
        self._pid, self._in_safe_mode = self._child.pid, bool(safe)
        self._starts += 1
        log.info("started the player%s, process %s", " in safe mode" if safe else "", self._pid)
        self._watch(now, answered=False)

    def _watch(self, now: float, *, answered: bool) -> None:
        self._dog = Watchdog(now, answered=answered)
        self._next_look = now + LOOK_EVERY

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

    def _gone(self, now: float) -> None:
        if self._exchanging:
            log.info("the player in safe mode has ended; the full one is tried")
            self._exchanging, self._due, self._pid, self._child = False, now, None, None
            self._comeback.leave_safe_mode(now)
            return
        code = self._child.returncode if self._child is not None else "unknown"
        log.error("the player (process %s) is gone, exit code %s: %s", self._pid, code,
                  children.last_words(self._errors))
        self._failed(now)

    def _failed(self, now: float) -> None:
        before = self._comeback.safe
        self._due = self._comeback.died(now)
        self._pid = self._child = None
        if self._comeback.safe and not before:
            log.error("the player died %s times: safe mode", self._comeback.deaths(now))

    def _look(self, now: float) -> None:
        self._next_look = now + LOOK_EVERY
        beat = self._link.ask("ping")
        step = self._dog.look(now, beat, alive=self._link.leaves_traces(now))
        if step:
            log.warning("the player (process %s): %s; %s", self._pid, step, dict(self._dog.alarms))
            self._take(step)
        elif beat is not None and self._in_safe_mode and self._comeback.may_leave_safe_mode(now):
            self._leave_safe_mode(beat)

    def _take(self, step: Step) -> None:
        assert self._pid is not None
        if step is Step.WAKE:
            children.wake(self._pid)
        elif step is Step.NUDGE:
            self._link.ask("reload", by="keeper")
        elif step is Step.REBUILD:
            self._link.ask("rebuild_audio", by="keeper", zones=self._dog.standing)
        else:
            children.end(self._pid)

    def _leave_safe_mode(self, beat: dict[str, Any]) -> None:
        """Only when nothing sounds and nothing is near."""
        if not self._exchanging and self._nothing_due(beat.get("status")):
            self._exchanging = self._link.ask("shutdown", by="keeper: safe mode is over") is not None

    def _nothing_due(self, status: object) -> bool:
        if not isinstance(status, dict) or status.get("state") != "idle" or status.get("insert"):
            return False
        try:
            nearest = [parse_time(item["starts_at"]) for item in status.get("upcoming") or ()]
        except (ValueError, KeyError, TypeError):
            return False
        return all((moment - self._clock.now()).total_seconds() > QUIET_AHEAD for moment in nearest)
