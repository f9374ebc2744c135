"""Seven days side by side: sessions with their items and how full they are. Items are dragged from day to day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from broadcaster.gui.i18n import weekday_text
from broadcaster.gui.schedule.cargo import Cargo
from broadcaster.gui.schedule.day import Day
from broadcaster.gui.schedule.hand import Hand
from broadcaster.gui.schedule.warnings import warning_words
from broadcaster.gui.schedule.week_box import WeekBox
from broadcaster.gui.theme import TONES, colors, sizes
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.layout import ElidedLabel, column, label, row

_MOST_MARKS = 2


class WeekView(QWidget):
    """`opened(date)` when a day is asked for; what is dropped is put by `hand`."""

    opened = Signal(object)

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self.columns: list[DayColumn] = []

    def show_days(self, days: Sequence[Day], today: date) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.columns = []
        for number, day in enumerate(days):
            part = DayColumn(day, day.day == today)
            part.pressed.connect(lambda chosen=day.day: self.opened.emit(chosen))
            for box in part.boxes:
                box.put.connect(lambda cargo, place, of=day, into=box: self._put(of, into, cargo, place))
                box.hovered.connect(lambda cargo, place, of=day, into=box: self._hover(of, into, cargo, place))
                box.opened.connect(lambda chosen=day.day: self.opened.emit(chosen))
            self.columns.append(part)
            self._grid.addWidget(part, 0, number)
            self._grid.setColumnStretch(number, 1)

    def _put(self, day: Day, box: WeekBox, cargo: Cargo, place: int) -> None:
        if day.state is None:
            return
        words = self.tr("Move “{title}” to {session}, {day}") if not cargo.is_new else \
            self.tr("Put “{title}” into {session}, {day}")
        self._hand.put(cargo, day.state, box.session.id, place, words.format(
            title=cargo.title, session=box.session.name, day=f"{day.day:%d/%m}"))

    def _hover(self, day: Day, box: WeekBox, cargo: Cargo | None, place: int) -> None:
        if cargo is None or day.state is None:
            self._hand.forget_previews()
        else:
            self._hand.preview(cargo, day.state, box.session.id, place, box.show_verdict)


class DayColumn(QFrame):
    """One day: its holidays and special periods, its sessions, and what became of them."""

    pressed = Signal()

    def __init__(self, day: Day, is_today: bool) -> None:
        super().__init__()
        self.setObjectName("day")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.setMinimumWidth(100)
        line = f"2px solid {colors.accent}" if is_today else f"1px solid {colors.line}"
        self.setStyleSheet(f"#day {{ background: {colors.card}; border: {line}; border-radius: 9px; }}"
                           f"#day:focus {{ border: 2px solid {colors.focus}; }}")
        box = column(ElidedLabel(weekday_text(day.day), "strong"), label(f"{day.day:%d/%m}", "soft"), spacing=2)
        box.setContentsMargins(6, 10, 6, 10)
        for text, tone in day.marks[:_MOST_MARKS]:
            box.addWidget(_Band(text, tone))
        self.boxes = [WeekBox(day, session) for session in sorted(day.sessions, key=lambda item: item.starts_at)]
        for part in self.boxes:
            box.addSpacing(8)
            box.addWidget(part)
        if not day.sessions:
            box.addSpacing(8)
            box.addWidget(label(self.tr("nothing airs"), "faint", wrap=True))
        warned = [warning_words(item) for item in day.warnings]
        if warned:
            box.addSpacing(8)
            badge = Badge(self.tr("{count} notes").format(count=len(warned)), "wait")
            badge.setToolTip("\n".join(warned))
            box.addLayout(row(badge, None))
        box.addStretch(1)
        self.setLayout(box)
        self.setAccessibleName(f"{weekday_text(day.day)} {day.day:%d/%m}")
        told = [*(text for text, _ in day.marks), *(part.accessibleName() for part in self.boxes), *warned]
        self.setAccessibleDescription("; ".join(told) or self.tr("nothing airs"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


class _Band(QFrame):
    """A holiday or a special period across the day's head."""

    def __init__(self, text: str, tone: str) -> None:
        super().__init__()
        ground, ink = TONES[tone]
        self.setObjectName("band")
        self.setStyleSheet(f"#band {{ background: {ground}; border-radius: 4px; }} "
                           f"QLabel {{ color: {ink}; font-size: {sizes.caption}px; }}")
        box = row(ElidedLabel(text))
        box.setContentsMargins(5, 2, 5, 2)
        self.setLayout(box)
