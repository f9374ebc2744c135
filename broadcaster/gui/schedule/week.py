"""Seven days side by side; a click opens one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from broadcaster.asrun.model import Airing, Outcome
from broadcaster.gui.i18n import length_text, weekday_text
from broadcaster.gui.schedule.model import FURNITURE_KINDS, Day, fill_words, minutes_of
from broadcaster.gui.schedule.warnings import warning_words
from broadcaster.gui.theme import TONES
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.layout import ElidedLabel, column, label, row
from broadcaster.protocol.rundown import PlannedSession


class WeekView(QWidget):
    """`opened(date)` when a day is asked for."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
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
            self.columns.append(part)
            self._grid.addWidget(part, 0, number)
            self._grid.setColumnStretch(number, 1)


class DayColumn(QFrame):
    """One day: its sessions, how full they are, and what became of them."""

    pressed = Signal()

    def __init__(self, day: Day, is_today: bool) -> None:
        super().__init__()
        self.setObjectName("day")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.setMinimumWidth(110)
        line = "2px solid #0b6e73" if is_today else "1px solid #dfe4e9"
        self.setStyleSheet(f"#day {{ background: white; border: {line}; border-radius: 9px; }}"
                           "#day:hover { background: #f7fafa; } #day:focus { border: 2px solid #0b6e73; }")
        name = ElidedLabel(weekday_text(day.day), "strong")
        box = column(name, label(f"{day.day:%d/%m}", "soft"), spacing=2)
        box.setContentsMargins(6, 10, 6, 10)
        for session in sorted(day.sessions, key=lambda item: item.starts_at):
            box.addSpacing(8)
            box.addWidget(_SessionBox(day, session))
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


class _SessionBox(QFrame):
    def __init__(self, day: Day, session: PlannedSession) -> None:
        super().__init__()
        self.setObjectName("session")
        self.setStyleSheet("#session { background: #f3f7f8; border-radius: 7px; }")
        own = [event for event in session.events if event.kind not in FURNITURE_KINDS]
        count = self.tr("{count} items").format(count=len(own))
        amount = ElidedLabel(f"{count} · {length_text(minutes_of([session]))}", "faint")
        box = column(ElidedLabel(f"{session.starts_at:%H:%M}", "strong"), ElidedLabel(session.name),
                     *([amount] if own else []), spacing=2)
        box.setContentsMargins(7, 7, 5, 7)
        ids = {event.id for event in own}
        text, tone_name = self._became([row_ for row_ in day.airings if row_.id in ids])
        if not text:
            text, tone_name = fill_words(day.fills.get(session.id))
        if text:
            state = ElidedLabel(text)
            state.setStyleSheet(f"color: {TONES[tone_name][1]}; font-size: 14px;")
            box.addWidget(state)
        self.setLayout(box)

    def _became(self, airings: Sequence[Airing]) -> tuple[str, str]:
        counts = Counter(airing.outcome for airing in airings)
        done = sum(counts.values()) - counts[Outcome.PENDING]
        if not done:
            return "", ""
        good = counts[Outcome.AIRED] + counts[Outcome.MADE_UP]
        text = self.tr("aired {good}/{all}").format(good=good, all=sum(counts.values()))
        return text, "bad" if counts[Outcome.MISSED] else "wait" if counts[Outcome.PARTIAL] else "good"
