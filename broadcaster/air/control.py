"""Commands from the loopback socket, carried out on the player's own thread, and the status pushed back.

`ping` alone is answered on the socket's thread: the keeper must hear from a player that is busy.
"""

from __future__ import annotations

import contextlib
import logging
import os
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from typing import Any

from broadcaster.air import orders
from broadcaster.air.conductor import Conductor
from broadcaster.air.heartbeat import Heartbeat, Output
from broadcaster.air.statusboard import status_of
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.vietnamese import one_line
from broadcaster.protocol.journal import Kind
from broadcaster.protocol.link import LinkServer
from broadcaster.protocol.messages import COMMANDS, STATUS_SECONDS, Status

log = logging.getLogger(__name__)

_WAIT_SECONDS = 2.0
_FINISH_SECONDS = 0.7
"""More for an order that is being carried out already: together less than a client's patience."""
_ALIVE_SECONDS = 4.0
ALIVE_FILE = "air.alive"
"""run/air.alive is touched while the player ticks: the sign of life for a keeper the socket does not reach."""
_TICKS_WITHIN = 10.0

Words = dict[str, Any]
Order = Callable[[Conductor, Words, str], Words]


class Control:
    """Owns the socket. Without a socket (no port, no rights) the station plays on, uncommanded."""

    def __init__(self, home: StationHome, conductor: Conductor) -> None:
        self._home, self._conductor = home, conductor
        self._actions: dict[str, Order] = {
            "shutdown": self._shutdown, "rebuild_audio": _rebuild_audio, **orders.ORDERS}
        self._queue: queue.Queue[tuple[Words, Future[Words]]] = queue.Queue()
        self._heart = Heartbeat(conductor.clock, lambda: outputs_of(conductor))
        self._status = Status("", os.getpid(), "idle")
        self._renew()
        self._closing = threading.Event()
        self.shutdown_by = ""
        self._server = self._open()
        threading.Thread(target=self._push, name="status", daemon=True).start()

    def serve(self, seconds: float) -> None:
        """Wait so long for orders, and carry out the first at once."""
        try:
            words, answer = self._queue.get(timeout=seconds)
        except queue.Empty:
            return
        if not answer.set_running_or_notify_cancel():
            return  # the one who asked was told that it will not happen
        try:
            done = self._carry_out(words)
            self._renew()
            answer.set_result(done)
        except Exception as error:  # the one who asked hears of it
            answer.set_exception(error)

    def show(self, status: Status) -> None:
        """The status to push until the next one: called after each tick that went well."""
        self._status = status
        self._heart.ticked()

    def close(self) -> None:
        self._closing.set()
        if self._server is not None:
            self._server.close()
        with contextlib.suppress(OSError):
            (self._home.run / ALIVE_FILE).unlink(missing_ok=True)

    def _open(self) -> LinkServer | None:
        try:
            return LinkServer(self._home, "air", self._handle)
        except (OSError, BroadcasterError):
            log.exception("no socket: the station plays on without commands")
            return None

    def _handle(self, message: Words) -> Words:
        """On a socket thread: answer at once, or pass the order on and wait for the answer."""
        command = str(message.get("command", ""))
        if command not in COMMANDS:
            raise Refused("air.unknown_command", f"no such command: {command}", command=command)
        if command == "ping":
            return {"pid": os.getpid(), "safe": self._conductor.safe, "status": self._status.to_json(),
                    **self._heart.to_json()}
        if command not in self._actions:
            raise Refused("air.not_available", f"{command} is not available in this version", command=command)
        answer: Future[Words] = Future()
        self._queue.put((message, answer))
        return _answered(answer, command)

    def _carry_out(self, message: Words) -> Words:
        # Whatever came through the socket: the journal takes only text, a report only a line of it.
        by = one_line(str(message.get("by", ""))[:200].encode("utf-8", "replace").decode("utf-8"), 200)
        return self._actions[str(message["command"])](self._conductor, message, by)

    def _renew(self) -> None:
        """Whoever asks after an order sees what it did."""
        try:
            self._status = status_of(self._conductor)
        except Exception:  # a fault of the view is no fault of the order
            log.exception("the status could not be told")

    def _shutdown(self, conductor: Conductor, message: Words, by: str) -> Words:
        self.shutdown_by = by or "command"
        return {}

    def _push(self) -> None:
        alive_at = 0.0
        while not self._closing.wait(STATUS_SECONDS):
            self._heart.look()
            if self._server is not None and self._server.watched:
                self._server.push({"status": self._status.to_json()})
            now = self._conductor.clock.monotonic()
            if now >= alive_at and self._heart.tick_age < _TICKS_WITHIN:
                alive_at = now + _ALIVE_SECONDS
                self._stay_reachable()

    def _stay_reachable(self) -> None:
        with contextlib.suppress(OSError, BroadcasterError):
            if self._home.run.is_dir():  # never made anew: a stick pulled out must not come back as a folder
                (self._home.run / ALIVE_FILE).touch()
                if self._server is None:
                    self._server = LinkServer(self._home, "air", self._handle)
                self._server.keep_address()


def outputs_of(conductor: Conductor) -> list[Output]:
    """Every zone's output; without zones the one there is."""
    return [Output(line.name, line.sink, line.mixer.busy) for line in conductor.lines]


def _answered(answer: Future[Words], command: str) -> Words:
    try:
        return answer.result(_WAIT_SECONDS)
    except FutureTimeout:
        if answer.cancel():
            raise Refused("air.busy", "the player is busy; the order was not carried out", command=command) from None
    try:
        return answer.result(_FINISH_SECONDS)
    except FutureTimeout as error:
        raise Refused("air.under_way", "the order is being carried out, but is not finished yet",
                      command=command) from error


def _rebuild_audio(conductor: Conductor, message: Words, by: str) -> Words:
    """Open the outputs of `zones` anew, or all of them; those that work are best left alone."""
    zones = message.get("zones")
    lines = [line for line in conductor.lines if not isinstance(zones, list) or line.name in zones]
    if len(lines) == len(conductor.lines):
        conductor.rebuild_audio(by)
        return {}
    for line in lines:
        line.sink.rebuild()
        line.scribe.write(Kind.OPERATOR, action="rebuild_audio", by=by)
    return {}
