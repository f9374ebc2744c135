"""Amplifiers and encoder groups: switched on before the sound, off after it, and never left on by accident.

Orders are carried out on a thread of the switch: a relay that hangs must not hold up the sound. What cannot be switched
is said, and the programme goes on. For the case that this process dies while a switch is on, see power_guard.py.
"""

from __future__ import annotations

import contextlib
import logging
import queue
import shlex
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any, Protocol

from broadcaster.air.power_guard import PowerGuard
from broadcaster.base.clock import Clock
from broadcaster.base.errors import Refused
from broadcaster.base.program import NO_WINDOW
from broadcaster.base.settings import ZoneSection
from broadcaster.base.zones import check_power
from broadcaster.protocol.journal import Kind

log = logging.getLogger(__name__)

COMMAND_SECONDS = 5.0
RETRY_SECONDS = 5.0
QUEUED_SECONDS = 1.5
"""What the device may still have to say when the bus is already silent; added to post_roll."""
_LCUS1 = {True: b"\xa0\x01\x01\xa2", False: b"\xa0\x01\x00\xa1"}
"""Orders of the LCUS-1 USB relay: start, relay 1, state, sum."""


class Switch(Protocol):
    """One switch; each call waits until it is done. Raises OSError (or a kind of it) when it is not."""

    def on(self) -> None: ...

    def off(self) -> None: ...

    def close(self) -> None: ...


class CommandSwitch:
    """Two programs of the station's own; started without a shell."""

    def __init__(self, on: str, off: str) -> None:
        self._on, self._off = _words(on), _words(off)

    def on(self) -> None:
        self._run(self._on)

    def off(self) -> None:
        self._run(self._off)

    def close(self) -> None:
        """Nothing is held open."""

    def _run(self, words: list[str]) -> None:
        try:
            done = subprocess.run(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL, timeout=COMMAND_SECONDS, check=False,
                                  creationflags=NO_WINDOW)
        except subprocess.TimeoutExpired as error:
            raise OSError(f"{words[0]} did not end within {COMMAND_SECONDS:g} s") from error
        if done.returncode:
            raise OSError(f"{words[0]} ended with {done.returncode}")


class LcusSwitch:
    """A USB relay that takes four bytes; the port is held open only while they are sent."""

    def __init__(self, port: str) -> None:
        self._port = port

    def on(self) -> None:
        self._send(True)

    def off(self) -> None:
        self._send(False)

    def close(self) -> None:
        """Nothing is held open."""

    def _send(self, on: bool) -> None:
        with _serial(self._port) as line:  # which opens it
            line.write(_LCUS1[on])
            line.flush()


class LineSwitch:
    """RTS or DTR of a serial port, held for as long as the port is open: it drops by itself when the process dies."""

    def __init__(self, port: str, line: str) -> None:
        self._port, self._line = port, line
        self._serial: Any = None

    def on(self) -> None:
        self._set(True)

    def off(self) -> None:
        self._set(False)

    def close(self) -> None:
        line, self._serial = self._serial, None
        if line is not None:
            with contextlib.suppress(OSError, ValueError):
                line.close()

    def _set(self, on: bool) -> None:
        try:
            if self._serial is None:
                line = _serial(self._port)
                line.rts = line.dtr = False  # as it is to be when the port opens
                line.open()
                self._serial = line
            setattr(self._serial, self._line, on)
        except OSError:
            self.close()
            raise


def switch_for(text: str) -> Switch:
    """What `power` of a zone describes. Raises Refused("settings.value") for anything else."""
    check_power(text)
    kind, _, rest = text.partition(":")
    if kind == "command":
        on, off = rest.split("||")
        return CommandSwitch(on, off)
    if kind == "serial":
        port, how = rest.split()
        return LcusSwitch(port) if how == "lcus1" else LineSwitch(port, how)
    raise Refused("settings.value", "zones.power: nothing to switch", name="zones.power", value=text)


class PowerControl:
    """The switch of one zone: told at every tick what is to sound, it does the rest."""

    def __init__(self, zone: ZoneSection, clock: Clock, guard: PowerGuard | None = None) -> None:
        self.state = ""
        """on, off, failed: what was last done; empty: nothing yet."""
        self._zone, self._clock = zone, clock
        self._switch = switch_for(zone.power)
        self._write: Callable[..., object] | None = None
        self._alarms: Any = None
        self._wanted: bool | None = None
        self._last_sound: float | None = None
        self._stopped = False
        """Switched off by force; stays off until the sound has really ended."""
        self._retry_at = 0.0
        self._closed = False
        self._orders: queue.SimpleQueue[tuple[bool, str] | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[tuple[bool, str, str]] = queue.SimpleQueue()
        if guard is not None:
            guard.watch(zone.power)
        self._thread = threading.Thread(target=self._work, name="power", daemon=True)
        self._thread.start()

    def attach(self, write: Callable[..., object], alarms: Any) -> None:
        """Where lines (`write(Kind.POWER, …)`) and alarms (`raise_`, `clear`) go; until then they wait."""
        self._write, self._alarms = write, alarms

    def want(self, next_sound_at: float | None, sounding: bool, now: float) -> None:
        """Every tick: when the zone sounds next and what time it is (wall), and whether it sounds already."""
        steady = self._clock.monotonic()
        if not sounding:
            self._stopped = False
        elif not self._stopped:
            self._last_sound = steady
        on, why = self._needed(next_sound_at, now, steady)
        if on != self._wanted or (self.state == "failed" and steady >= self._retry_at):
            self._order(on, "boot" if self._wanted is None and not on else why)
        self._note()

    def off_now(self, reason: str) -> None:
        """STOP ALL: off at once, and not on again before a new sound is due."""
        self._last_sound, self._stopped = None, True
        self._order(False, reason)

    def finish(self, reason: str = "exit") -> None:
        """Off for good, and said so: before the journal's last line. Waits no longer than a switch may take."""
        self.close(reason)
        self._note()

    def close(self, reason: str = "exit") -> None:
        """Off for good, if it is not so already; nothing is written any more."""
        if self._closed:
            return
        self._closed = True
        self._order(False, reason)
        self._orders.put(None)
        self._thread.join(COMMAND_SECONDS + 1)

    def _needed(self, next_sound_at: float | None, now: float, steady: float) -> tuple[bool, str]:
        if self._stopped:
            return False, "stopped"
        if self._last_sound is not None and steady - self._last_sound < self._zone.post_roll + QUEUED_SECONDS:
            return True, "sound"
        if next_sound_at is not None and now >= next_sound_at - self._zone.pre_roll:
            return True, "pre_roll"
        return False, "post_roll"

    def _order(self, on: bool, why: str) -> None:
        self._wanted, self._retry_at = on, self._clock.monotonic() + RETRY_SECONDS
        self._orders.put((on, why))

    def _work(self) -> None:
        """On the switch's own thread: the newest order counts, those it overtook are not carried out."""
        while (order := self._orders.get()) is not None:
            end = False
            while not self._orders.empty():
                newer = self._orders.get()
                end = newer is None
                order = newer or order
            on, why = order
            try:
                self._switch.on() if on else self._switch.off()
                self._done.put((on, why, ""))
            except Exception as error:  # whatever a driver raises, the sound goes on
                self._done.put((on, why, str(error)))
            if end:
                break
        self._switch.close()

    def _note(self) -> None:
        """Into the journal and the alarms, on the caller's thread."""
        while self._write is not None and not self._done.empty():
            on, why, problem = self._done.get()
            state = "failed" if problem else "on" if on else "off"
            again, self.state = state == self.state == "failed", state
            if problem:
                log.log(logging.DEBUG if again else logging.ERROR, "the amplifier was not switched: %s", problem)
                self._alarms.raise_("power_failed", order="on" if on else "off", detail=problem)
            else:
                self._alarms.clear("power_failed")
            if not again:
                self._write(Kind.POWER, state=state, why=why, **({"detail": problem} if problem else {}))


def _serial(port: str) -> Any:
    """A port of 9600 8N1, not yet open; also pyserial's addresses, such as socket://HOST:PORT."""
    import serial

    return serial.serial_for_url(port, do_not_open=True, timeout=1, write_timeout=1)


def _words(text: str) -> list[str]:
    lexer = shlex.shlex(text, posix=True, punctuation_chars=False)
    lexer.whitespace_split, lexer.commenters = True, ""
    if sys.platform == "win32":
        lexer.escape = ""  # a backslash is a folder's there
    return list(lexer)
