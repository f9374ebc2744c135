"""A month as a heat map: how full each day is, its holidays, special periods and lunar days."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from broadcaster.gui.page import Shell
from broadcaster.wiring import App


class MonthView(QWidget):
    """`opened(date)` when a day is asked for; `moved(date)` with the first day of another month."""

    opened = Signal(object)
    moved = Signal(object)

    def __init__(self, app: App, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._shell = shell
        self.first = app.clock.now().date().replace(day=1)

    def show_month(self, day: date) -> None:
        """The month of `day`, read anew."""
        self.first = day.replace(day=1)
