"""What changed in the database, here or in another process, as one signal on the window's thread."""

from __future__ import annotations

import sqlite3
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from broadcaster.db.engine import Database

POLL_MS = 2000


class ChangeWatch(QObject):
    """`changed(frozenset of table names)`; {"*"} when another process wrote something."""

    changed = Signal(object)
    _announced = Signal(object)

    def __init__(self, database: Database, path: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._announced.connect(self._on_announced, Qt.ConnectionType.QueuedConnection)
        self._open = True
        self._path = path
        self._version: int | None = None
        self._reader: sqlite3.Connection | None = None
        database.changes.subscribe(self._announce)
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self.poll)
        self._timer.start()
        self.poll()

    def close(self) -> None:
        """No more signals."""
        self._open = False
        self._timer.stop()
        if self._reader:
            self._reader.close()
            self._reader = None

    def poll(self) -> None:
        """Ask SQLite whether anyone wrote. Our own writes count too: better a list read twice than a change missed."""
        with suppress(sqlite3.Error):
            if self._reader is None:
                self._reader = sqlite3.connect(self._path, timeout=0.2)
            version = self._reader.execute("PRAGMA data_version").fetchone()[0]
            before, self._version = self._version, version
            if before is not None and before != version:
                self.changed.emit(frozenset({"*"}))

    def _announce(self, kinds: frozenset[str]) -> None:
        # Called on whatever thread wrote; the listener stays subscribed after the window is gone.
        if self._open:
            with suppress(RuntimeError):
                self._announced.emit(kinds)

    def _on_announced(self, kinds: frozenset[str]) -> None:
        if self._open:
            self.changed.emit(kinds)
