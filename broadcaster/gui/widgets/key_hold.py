"""Whether a key is truly being held down on purpose: repeats, keys held from before and lost releases told apart.

Systems repeat a held key as presses, or as releases and presses, and mark them; but the first one after a new window
took the focus, and any one on a busy machine, may come unmarked.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

RELEASE_MS = 80
"""A release followed by a press within this time is a repeat: no finger is that quick."""
FIRST_REPEAT_MS = 150
"""A repeat sooner after a press than any system begins to repeat: the key was down before."""


class KeyHold(QObject):
    """Feed it every press and release; it calls `begin` and `end`."""

    def __init__(self, begin: Callable[[], object], end: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begin, self._end = begin, end
        self._held: int | None = None
        self._spoiled: set[int] = set()
        self._since = QElapsedTimer()
        self._leaving: int | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(RELEASE_MS)
        self._timer.timeout.connect(self._left)

    def spoil(self, key: int) -> None:
        """It may be down already: it must be let go before it counts."""
        self._spoiled.add(key)

    def press(self, key: int, repeated: bool) -> None:
        if key == self._leaving:
            self._timer.stop()
            self._leaving = None
            return
        if repeated:
            if key == self._held and self._since.elapsed() < FIRST_REPEAT_MS:
                self._spoiled.add(key)
                self.drop()
            return
        if key in self._spoiled or self._held is not None:
            return
        self._held = key
        self._since.start()
        self._begin()

    def release(self, key: int, repeated: bool) -> None:
        if not repeated and (key == self._held or key in self._spoiled):
            self._leaving = key
            self._timer.start()

    def drop(self) -> None:
        """Whatever is held no longer counts."""
        if self._held is not None:
            self._held = None
            self._end()

    def _left(self) -> None:
        key, self._leaving = self._leaving, None
        self._spoiled.discard(key if key is not None else -1)
        if key == self._held:
            self.drop()
