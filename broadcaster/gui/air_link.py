"""The window's line to the playing process: status comes in as a signal, commands go out off the window's thread."""

from __future__ import annotations

import logging
import threading
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.gui.ops import Op
from broadcaster.protocol.link import LinkClient
from broadcaster.protocol.messages import Status

log = logging.getLogger(__name__)

RETRY_SECONDS = 1.0


class AirLink(QObject):
    """`status_changed(Status | None)`: None as soon as the line is lost; it is sought again every second."""

    status_changed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, home: StationHome, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self._stop = threading.Event()
        self._client: LinkClient | None = None
        self._lock = threading.Lock()
        self.status: Status | None = None
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._watch, name="air-link", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def close(self) -> None:
        """Stop watching; waits for the thread."""
        self._stop.set()
        with self._lock:
            if self._client:
                self._client.close()
        if self._thread.is_alive():
            self._thread.join(5)

    def command(self, word: str, **words: Any) -> Op[dict[str, Any]]:
        """An Op that sends one command (stop_all, resume, skip, reload, …); start it on the asking widget."""
        # STOP ALL never queues up behind an order that waits for its answer.
        return Op(lambda: self._ask(word, words), lane="stop" if word == "stop_all" else "air")

    def _ask(self, word: str, words: dict[str, Any]) -> dict[str, Any]:
        client = LinkClient(self._home)
        try:
            return client.ask(word, **words)
        finally:
            client.close()

    def _watch(self) -> None:
        while not self._stop.is_set():
            try:
                client = LinkClient(self._home)
            except Refused:
                self._stop.wait(RETRY_SECONDS)
                continue
            with self._lock:
                self._client = client
            try:
                self._listen(client)
            except Refused as refusal:
                log.info("air link: %s", refusal.text)
            finally:
                client.close()
                if not self._stop.is_set():
                    self._arrived.emit(None)
            self._stop.wait(RETRY_SECONDS)

    def _listen(self, client: LinkClient) -> None:
        for message in client.watch():
            if self._stop.is_set():
                return
            body = message.get("status")
            if not isinstance(body, dict):
                continue
            try:
                self._arrived.emit(Status.from_json(body))
            except (TypeError, KeyError, ValueError):
                log.warning("air sent a status this window does not understand")

    def _on_arrived(self, status: Status | None) -> None:
        if status is None and self.status is None:
            return
        self.status = status
        self.status_changed.emit(status)
