"""Whether anybody is there: keys and mouse of the whole program, and what counts as being busy without them."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from broadcaster.base.clock import STEADY_COUNTS_SLEEP, Clock
from broadcaster.protocol.messages import Status

_LOOK_MS = 2_000
_MICROPHONE = "microphone"
"""Name of the thread that listens to an input: a recording, a trial, the microphone's level."""
_LIFE = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
                   QEvent.Type.TouchBegin, QEvent.Type.TabletPress, QEvent.Type.InputMethod,
                   QEvent.Type.NonClientAreaMouseButtonPress})


class IdleWatch(QObject):
    """`idle()` after the given minutes without a key or the mouse; watches only between `begin` and `end`."""

    idle = Signal()

    def __init__(self, clock: Clock, busy: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._busy = busy
        self._minutes = 0
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def begin(self, minutes: int) -> None:
        """Somebody signed in. 0 minutes: never."""
        self.end()
        self._minutes = minutes
        self.poke()
        application = QCoreApplication.instance()
        if minutes and application is not None:
            application.installEventFilter(self)
            self._timer.start(_LOOK_MS)

    def end(self) -> None:
        """Nobody is signed in, or the window closes."""
        self._timer.stop()
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def poke(self) -> None:
        """Somebody is there."""
        self._last = self._now()

    def look(self) -> None:
        """Called every two seconds."""
        if self._busy():
            self.poke()
        elif self._minutes and self._now() - self._last >= self._minutes * 60:
            self._timer.stop()
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _LIFE:
            self.poke()
        return False

    def _now(self) -> float:
        """Seconds that really passed, the computer's sleep too."""
        steady = self._clock.monotonic()
        return steady if STEADY_COUNTS_SLEEP else steady + self._clock.suspended()


def speaking(status: Status | None) -> bool:
    """Somebody records or speaks to the village: no moment to lock the window."""
    live = status is not None and status.insert is not None and status.insert.kind == "live" \
        and status.insert.state == "on_air"
    return live or any(thread.name == _MICROPHONE for thread in threading.enumerate())
