"""A short list whose lines are added and taken away: relays of a session, volume by hour, sessions of a profile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from broadcaster.gui.widgets.buttons import button, icon_button
from broadcaster.gui.widgets.layout import label, row

T = TypeVar("T")


class Line(QWidget, Generic[T]):
    """One line of fields; `value()` is what they say."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plain")
        self.box = QHBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(8)

    def value(self) -> T:
        raise NotImplementedError


class Rows(QWidget, Generic[T]):
    """Lines made by `make`, which also connects their fields to `changed`; `fresh` makes one more."""

    changed = Signal()

    def __init__(self, none: str, add: str, remove: str, make: Callable[[T], Line[T]], fresh: Callable[[], T],
                 most: int = 8) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._make, self._fresh, self._remove, self._most = make, fresh, remove, most
        self.lines: list[Line[T]] = []
        self.none = label(none, "soft", wrap=True)
        self.add_button = button(add, "plus", self._add)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 4)
        box.setSpacing(6)
        box.addWidget(self.none)
        box.addLayout(self._rows)
        box.addLayout(row(self.add_button, None))

    def values(self) -> tuple[T, ...]:
        return tuple(line.value() for line in self.lines)

    def set_values(self, values: tuple[T, ...]) -> None:
        for line in list(self.lines):
            self._take(line)
        for value in values:
            self._append(value)
        self._show()

    def remove(self, line: Line[T]) -> None:
        """Take one line away."""
        self._take(line)
        self._show()

    def _take(self, line: Line[T]) -> None:
        self.lines.remove(line)
        self._rows.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _add(self) -> None:
        self._append(self._fresh())
        self.lines[-1].setFocus()
        self._show()

    def _append(self, value: T) -> None:
        line = self._make(value)
        line.box.addWidget(icon_button("x", self._remove, lambda: self.remove(line)))
        self.lines.append(line)
        self._rows.addWidget(line)

    def _show(self) -> None:
        self.none.setVisible(not self.lines)
        self.add_button.setEnabled(len(self.lines) < self._most)
        self.changed.emit()
