"""Reference cycles are collected on the window's thread only.

Python collects them on whatever thread happens to allocate. Widgets sit in such cycles (a button's lambda holds its
page), and a Qt object that dies on a worker thread takes the program along, now and then.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_CHECK_MS = 500


class Collector(QObject):
    """Takes the place of the automatic collection, by the same thresholds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(_CHECK_MS)

    def collect(self) -> None:
        """The oldest generation that is due, with all younger ones."""
        counts = gc.get_count()
        if counts[0] <= self._thresholds[0]:
            return
        due = [generation for generation in (1, 2) if counts[generation] > self._thresholds[generation]]
        gc.collect(max(due, default=0))
