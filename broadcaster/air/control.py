"""Commands from the loopback socket, carried out on the player's own thread, and the status pushed back."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from typing import Any

from broadcaster.air import orders
from broadcaster.air.conductor import Conductor
from broadcaster.air.statusboard import status_of
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.paths import StationHome
from broadcaster.protocol.link import LinkServer
from broadcaster.protocol.messages import COMMANDS, STATUS_SECONDS, Status

log = logging.getLogger(__name__)

_ANSWER_SECONDS = 2.5
_LATER = {"break_in", "end_break_in", "live_on", "live_off"}

Words = dict[str, Any]


class Control:
    """Owns the socket. Without a socket (no port, no rights) the station plays on, uncommanded."""

    def __init__(self, home: StationHome, conductor: Conductor) -> None:
        self._conductor = conductor
        self._orders: queue.Queue[tuple[Words, Future[Words]]] = queue.Queue()
        self._status: Status | None = None
        self._closing = threading.Event()
        self.shutdown_by = ""
        self._server = self._open(home)
        threading.Thread(target=self._push, name="status", daemon=True).start()

    def _open(self, home: StationHome) -> LinkServer | None:
        try:
            return LinkServer(home, "air", self._handle)
        except (OSError, BroadcasterError):
            log.exception("no socket: the station plays on without commands")
            return None

    def serve(self, seconds: float) -> None:
        """Wait so long for orders, and carry out the first at once."""
        try:
            words, answer = self._orders.get(timeout=seconds)
        except queue.Empty:
            return
        try:
            answer.set_result(self._carry_out(words))
        except Exception as error:  # the one who asked hears of it
            answer.set_exception(error)

    def show(self, status: Status) -> None:
        """The status to push until the next one."""
        self._status = status

    def close(self) -> None:
        self._closing.set()
        if self._server is not None:
            self._server.close()

    def _handle(self, message: Words) -> Words:
        """On a socket thread: pass the order on, wait for the answer."""
        command = str(message.get("command", ""))
        if command not in COMMANDS:
            raise Refused("air.unknown_command", f"no such command: {command}", command=command)
        if command in _LATER:
            raise Refused("air.not_available", f"{command} is not available in this version", command=command)
        answer: Future[Words] = Future()
        self._orders.put((message, answer))
        try:
            return answer.result(_ANSWER_SECONDS)
        except FutureTimeout as error:
            raise Refused("air.busy", "the player did not answer in time", command=command) from error

    def _carry_out(self, message: Words) -> Words:
        # Whatever came through the socket: the journal takes only text.
        by = str(message.get("by", ""))[:200].encode("utf-8", "replace").decode("utf-8")
        actions: dict[str, Callable[[], Words]] = {
            "ping": self._pong,
            "reload": lambda: orders.reload(self._conductor),
            "stop_all": lambda: orders.stop_all(self._conductor, by),
            "resume": lambda: orders.resume(self._conductor, by),
            "skip": lambda: orders.skip(self._conductor, by),
            "shutdown": lambda: self._shutdown(by),
        }
        return actions[str(message["command"])]()

    def _pong(self) -> Words:
        return {"status": status_of(self._conductor).to_json()}

    def _shutdown(self, by: str) -> Words:
        self.shutdown_by = by or "command"
        return {}

    def _push(self) -> None:
        while not self._closing.wait(STATUS_SECONDS):
            status = self._status
            if status is not None and self._server is not None:
                self._server.push({"status": status.to_json()})
