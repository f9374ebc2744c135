"""The loopback socket: a server for `air`, a client for everyone else. Standard library, threads, no Qt.

run/air.json names port, token, pid and protocol; it is readable by the owner only. Whoever cannot read
it cannot command the station.
"""

from __future__ import annotations

import contextlib
import hmac
import json
import logging
import os
import secrets
import select
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.protocol.messages import PROTOCOL

log = logging.getLogger(__name__)

_LINE_LIMIT = 1 << 20
_CLIENTS = 64
"""More connections than any station needs: beyond that, somebody is eating up threads and files."""
_PAUSE_SECONDS = 0.2
_LAST_ANSWER_SECONDS = 1.0
"""So long a server that closes waits for answers on their way: who told it to end shall hear that it will."""

Handler = Callable[[dict[str, Any]], dict[str, Any]]


def address_file(home: StationHome, process: str) -> Path:
    """Where a resident process says how to reach it."""
    return home.run / f"{process}.json"


class LinkServer:
    """Answers commands and pushes status lines to watchers; never blocks the one who pushes."""

    def __init__(self, home: StationHome, process: str, handle: Handler) -> None:
        self._handle = handle
        self._token = secrets.token_hex(16)
        self._clients: set[socket.socket] = set()
        self._watchers: set[socket.socket] = set()
        self._answering = 0
        self._lock = threading.Lock()
        self._answered = threading.Condition(self._lock)
        self._closing = threading.Event()
        self._address_file = address_file(home, process)
        self._socket = socket.create_server(("127.0.0.1", 0))
        port = self._socket.getsockname()[1]
        address = {"port": port, "token": self._token, "pid": os.getpid(), "protocol": PROTOCOL}
        self._address = json.dumps(address).encode()
        try:
            write_atomic(self._address_file, self._address, private=True)
        except BroadcasterError:
            self._socket.close()
            raise
        threading.Thread(target=self._accept, name="link-accept", daemon=True).start()

    @property
    def watched(self) -> bool:
        """Whether anybody would get what is pushed."""
        with self._lock:
            return bool(self._watchers)

    def push(self, message: dict[str, Any]) -> None:
        """Send one line to every watcher; a watcher that does not read is dropped."""
        raw = _encode(message)
        with self._lock:
            watchers = list(self._watchers)
        for watcher in watchers:
            try:
                if not select.select([], [watcher], [], 0)[1]:
                    raise TimeoutError
                watcher.sendall(raw)
            except (OSError, ValueError):
                self._drop(watcher)

    def keep_address(self) -> None:
        """Write the address again when somebody took it away: a process nobody finds is taken for hung."""
        if not self._closing.is_set() and self._address_file.parent.is_dir() and not self._address_file.exists():
            write_atomic(self._address_file, self._address, private=True)

    def close(self) -> None:
        self._closing.set()
        with contextlib.suppress(OSError):
            self._address_file.unlink(missing_ok=True)
        # close() alone does not wake a thread that waits in accept().
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        with self._answered:
            self._answered.wait_for(lambda: not self._answering, _LAST_ANSWER_SECONDS)
            clients = list(self._clients)
        for client in clients:
            self._drop(client)

    def _accept(self) -> None:
        while not self._closing.is_set():
            try:
                client, _ = self._socket.accept()
            except OSError:
                # Closed, or short of files for a moment: a process that stops answering would be ended as hung.
                self._closing.wait(_PAUSE_SECONDS)
                continue
            client.settimeout(0.5)
            with self._lock:
                full = len(self._clients) >= _CLIENTS
                self._clients.add(client)
            try:
                if full:
                    raise RuntimeError("too many connections")
                threading.Thread(target=self._serve, args=(client,), name="link-client", daemon=True).start()
            except RuntimeError as error:
                log.warning("a connection was refused: %s", error)
                self._drop(client)

    def _serve(self, client: socket.socket) -> None:
        try:
            for message in _messages(client, wait=True):
                token = str(message.get("token", "")).encode("utf-8", "replace")
                if not hmac.compare_digest(token, self._token.encode()):
                    client.sendall(_encode({"ok": False, "error": "bad token"}))
                    break
                with self._in_hand():
                    client.sendall(_encode(self._answer(message, client)))
        except OSError:
            pass
        finally:
            self._drop(client)

    @contextlib.contextmanager
    def _in_hand(self) -> Iterator[None]:
        with self._lock:
            self._answering += 1
        try:
            yield
        finally:
            with self._answered:
                self._answering -= 1
                self._answered.notify_all()

    def _answer(self, message: dict[str, Any], client: socket.socket) -> dict[str, Any]:
        if message.get("command") == "watch":
            with self._lock:
                self._watchers.add(client)
            return {"ok": True, "protocol": PROTOCOL}
        try:
            return {"ok": True, **self._handle(message)}
        except Refused as refusal:
            return {"ok": False, "code": refusal.code, "error": refusal.text, "facts": refusal.facts}
        except Exception:
            log.exception("command %s failed", message.get("command"))
            return {"ok": False, "code": "program_error", "error": "the command failed; see the log"}

    def _drop(self, client: socket.socket) -> None:
        with self._lock:
            self._watchers.discard(client)
            self._clients.discard(client)
        with contextlib.suppress(OSError):
            client.shutdown(socket.SHUT_RDWR)
        client.close()


class LinkClient:
    """One connection to a resident process."""

    def __init__(self, home: StationHome, process: str = "air", timeout: float = 3.0) -> None:
        try:
            address = json.loads(address_file(home, process).read_bytes())
            self._token = str(address["token"])
            self._socket = socket.create_connection(("127.0.0.1", int(address["port"])), timeout=timeout)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise Refused("link.down", f"{process} is not running", process=process) from error
        if address.get("protocol") != PROTOCOL:
            self._socket.close()
            raise Refused("link.protocol", f"{process} speaks protocol {address.get('protocol')}, not {PROTOCOL}",
                          process=process)
        self._lines = _messages(self._socket, wait=False)

    def ask(self, command: str, **words: Any) -> dict[str, Any]:
        """Send a command and wait for its answer; raises Refused when the answer is no."""
        try:
            self._socket.sendall(_encode({"token": self._token, "command": command, **words}))
            answer = next(self._lines, None)
            while answer is not None and "ok" not in answer:
                answer = next(self._lines, None)
        except OSError as error:
            raise Refused("link.down", "the process did not answer", process="air") from error
        if answer is None:
            raise Refused("link.down", "the process hung up", process="air")
        if not answer["ok"]:
            raise Refused(str(answer.get("code", "refused")), str(answer.get("error", "refused")),
                          **answer.get("facts", {}))
        return answer

    def watch(self) -> Iterator[dict[str, Any]]:
        """Status messages as they come; ends when the server hangs up or is silent for the timeout."""
        self.ask("watch")
        with contextlib.suppress(OSError):
            yield from self._lines

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


def _encode(message: dict[str, Any]) -> bytes:
    return json.dumps(message, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _messages(connection: socket.socket, *, wait: bool) -> Iterator[dict[str, Any]]:
    """Whole JSON objects from the socket. `wait`: a time-out only means that nobody spoke."""
    pending = b""
    while True:
        try:
            block = connection.recv(65536)
        except TimeoutError:
            if wait:
                continue
            raise
        if not block:
            return
        pending += block
        *lines, pending = pending.split(b"\n")
        if len(pending) > _LINE_LIMIT:
            return
        for line in lines:
            try:
                message = json.loads(line)
            except (ValueError, RecursionError):
                return
            if isinstance(message, dict):
                yield message
