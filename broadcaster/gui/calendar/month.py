"""A month as a heat map: how full each day is, its holidays, special periods and lunar days."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from broadcaster.gui.calendar import actions
from broadcaster.gui.calendar.cell import CellPainter, swatches
from broadcaster.gui.calendar.grid import MonthGrid
from broadcaster.gui.calendar.model import Cell, Month, cell_words, month_words
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.theme import colors
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.layout import ElidedLabel, card, column, label, row
from broadcaster.schedule.calendar.days import month_of
from broadcaster.wiring import App

FIRST, LAST = date(2000, 1, 1), date(2099, 12, 31)
"""As in every date field of the window."""


class MonthView(QWidget):
    """`opened(date)` when a day is asked for; `moved(date)` with a day of the month now shown, after a key."""

    opened = Signal(object)
    moved = Signal(object)

    def __init__(self, app: App, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._shell = shell
        self.chosen = app.clock.now().date()
        self.first = self.chosen.replace(day=1)
        self.month: Month | None = None
        self._asked = 0
        self._wanted: date | None = None
        self.grid = MonthGrid(self.tr("Month: arrows move, Enter opens the day, PageUp and PageDown change the month"))
        self.grid.picked.connect(self._picked)
        self.grid.opened.connect(self.opened.emit)
        self.grid.turned.connect(self._turn)
        self.grid.left_for.connect(self._leave)
        self.sum = ElidedLabel("", "soft")
        self.legend = Legend()
        self.strip_head = ElidedLabel("", "strong")
        self.strip_body = label("", "soft", wrap=True)
        self.open_button = button(self.tr("Open this day"), "calendar-days", self._open)
        head = row(self.sum, self.legend, spacing=14)
        head.setStretch(0, 1)
        foot = row(column(self.strip_head, self.strip_body, spacing=2), self.open_button, spacing=14)
        foot.setStretch(0, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        body = card(head, self.grid)
        body.body.setContentsMargins(12, 10, 12, 8)
        body.add(foot)
        box.addWidget(body)
        self.setFocusProxy(self.grid)

    def show_month(self, day: date) -> None:
        """The month of `day`, read anew off the window's thread, the cursor on `day`.

        Asked for the same day again, as after a change, the cursor stays where a person put it.
        """
        day = min(max(day, FIRST), LAST)
        if day != self._wanted or self.chosen.replace(day=1) != day.replace(day=1):
            self.chosen = day
        self._wanted = day
        self.first = day.replace(day=1)
        self._asked += 1
        asked, wanted = self._asked, self.chosen
        Op(lambda: self._read(wanted)).on_success(
            lambda found: self._show(*found) if asked == self._asked else None).start(self)

    def _read(self, day: date) -> tuple[Month, dict[str, str]]:
        return actions.read_month(self._app, day), {kind.key: kind.tone for kind in self._app.periods.kinds()}

    def _show(self, month: Month, tones: dict[str, str]) -> None:
        self.month = month
        painter = self.grid.itemDelegate()
        if isinstance(painter, CellPainter):
            painter.tones = tones
        self.sum.set_text(month_words(month))
        self.grid.show_month(month, self.chosen)

    def _picked(self, cell: Cell) -> None:
        self.chosen = cell.day
        head, *rest = cell_words(cell)
        self.strip_head.set_text(head)
        self.strip_body.setText(" · ".join(rest))

    def _turn(self, step: int) -> None:
        """The same day of the month before or after; the 31st becomes the last one there is."""
        first, last = month_of(self.first)
        beside = first - timedelta(1) if step < 0 else last + timedelta(1)
        end = month_of(beside)[1]
        self._go(beside.replace(day=min(self.chosen.day, end.day)))

    def _leave(self, days: int) -> None:
        self._go(self.chosen + timedelta(days))

    def _go(self, day: date) -> None:
        if FIRST <= day <= LAST:
            self.show_month(day)
            # The page may answer by asking for the month itself: not while a key is still being handled.
            QTimer.singleShot(0, self, lambda: self.moved.emit(day))

    def _open(self) -> None:
        self.opened.emit(self.chosen)


class Legend(QWidget):
    """What the colours mean, from nothing to full."""

    _SIDE = 16

    def __init__(self) -> None:
        super().__init__()
        self._low, self._high = self.tr("empty"), self.tr("full")
        self.setAccessibleName(self.tr("The darker a day, the fuller its sessions"))
        self.setAccessibleDescription(f"{self._low} – {self._high}")
        self.setToolTip(self.accessibleName())

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self._low) + metrics.horizontalAdvance(self._high)
        return QSize(words + len(swatches()) * (self._SIDE + 3) + 22, max(metrics.height(), self._SIDE) + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        metrics = self.fontMetrics()
        left = float(metrics.horizontalAdvance(self._low) + 9)
        painter.drawText(QRectF(0, 0, left, self.height()), Qt.AlignmentFlag.AlignVCenter, self._low)
        painter.setPen(QColor(colors.line).darker(115))
        for color in swatches():
            painter.setBrush(color)
            painter.drawRect(QRectF(left + 0.5, (self.height() - self._SIDE) / 2 + 0.5, self._SIDE, self._SIDE))
            left += self._SIDE + 3
        painter.setPen(self.palette().windowText().color())
        painter.drawText(QRectF(left + 6, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter,
                         self._high)
        painter.end()
