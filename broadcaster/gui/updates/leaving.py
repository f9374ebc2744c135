"""At night nobody closes the window: it makes room by itself for the update chosen, and comes back."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from broadcaster.care.installed import Installed, installed
from broadcaster.care.updates.model import Record, Step, record_from
from broadcaster.gui.updates.actions import leave

_LOOK_MS = 20_000


class LeaveForUpdate(QObject):
    """Looks only where the program is installed; never closes a window that holds unsaved words or a question."""

    def __init__(self, window: QMainWindow, place: Installed | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._place = place or installed()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        if self._place is not None:
            self._timer.start(_LOOK_MS)

    def look(self) -> None:
        """Close the window if an update waits for nothing else."""
        if self._place is None or QApplication.activeModalWidget() is not None:
            return
        try:
            record = record_from((self._place.root / "update.json").read_bytes())
        except OSError:
            return
        if record is not None and _waits_for_us(record) and not any(self._window._unsaved()):  # type: ignore[attr-defined]
            leave(self._window)


def _waits_for_us(record: Record) -> bool:
    return (record.step is Step.READY and record.when == "tonight" and record.code == "update.waits"
            and record.facts.get("reason") == "window")
