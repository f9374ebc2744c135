"""Earlier days nobody signed, after a holiday or an illness: looked at one by one, signed one by one or together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from broadcaster.asrun.signatures import Standing
from broadcaster.gui.i18n import day_text
from broadcaster.gui.log.signing import TONES, sign_days, standing_words, state_words
from broadcaster.gui.morning.model import grouped, summary_line
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.theme import colors
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.buttons import button, flat_button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import column, label, row, scrolled
from broadcaster.reports.morning_model import DayLook

_MOST_TOLD = 4


class DaysDialog(Sheet):
    """Closes when every day is signed."""

    def __init__(self, parent: QWidget | None, shell: Shell, days: Sequence[Standing],
                 done: Callable[[], object]) -> None:
        super().__init__(parent, QCoreApplication.translate("DaysDialog", "Days that are not signed"), 780)
        self._shell, self._done = shell, done
        self._waiting = {day.first: day for day in days}
        self.boxes: dict[date, DayBox] = {}
        self.body.addWidget(label(self.tr("Days that are not signed"), "title"))
        self.body.addWidget(label(self.tr("Look at each day. What the computer could not know is added in the airing "
                                          "log; then sign it here."), "soft", wrap=True))
        content = QWidget()
        self._list = QVBoxLayout(content)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(0)
        for day in days:
            box = DayBox(day, partial(self._sign, [day.first]), partial(self._open, day.first))
            self.boxes[day.first] = box
            self._list.addWidget(box)
        self._list.addStretch(1)
        area = scrolled(content)
        area.setMinimumHeight(300)
        self.body.addWidget(area, 1)
        self.all = primary_button(self.tr("Sign all {count} days").format(count=len(days)), "pencil",
                                  lambda: self._sign(list(self._waiting)))
        self.all.setEnabled(False)
        self.buttons(button(self.tr("Close"), "", self.reject), self.all)
        app = shell.app
        Op(lambda: [app.morning.day(day) for day in self.boxes]).on_success(self._show).start(self)

    def _show(self, looks: Sequence[DayLook]) -> None:
        """All of them can be signed together once all of them can be read."""
        for look in looks:
            self.boxes[look.day].show_look(look)
        self.all.setEnabled(bool(self._waiting))

    def _sign(self, days: list[date]) -> None:
        summary = self.boxes[days[0]].summary if len(days) == 1 else ""
        sign_days(self._shell, self, sorted(days), summary, lambda: self._signed(days))

    def _signed(self, days: Sequence[date]) -> None:
        self._done()
        for day in days:
            self._waiting.pop(day, None)
            self.boxes[day].show_signed()
        self.all.setText(self.tr("Sign all {count} days").format(count=len(self._waiting)))
        if not self._waiting:
            self.accept()

    def _open(self, day: date) -> None:
        self.reject()
        self._shell.go("log", day.isoformat())


class DayBox(QFrame):
    """One day: its sums, the first things that were not as planned, and two buttons."""

    def __init__(self, day: Standing, sign: Callable[[], object], look: Callable[[], object]) -> None:
        super().__init__()
        self.summary = ""
        self.setObjectName("line")
        self.setStyleSheet(f"#line {{ border: 0; border-bottom: 1px solid {colors.line}; }}")
        self.state = Badge(state_words(day), TONES[day.state])
        self.sign: QPushButton = button(QCoreApplication.translate("DaysDialog", "Sign this day"), "pencil", sign)
        self.sign.setEnabled(False)
        self.look = flat_button(QCoreApplication.translate("DaysDialog", "Open in the log"), "clipboard-list", look)
        head = row(label(day_text(day.first), "strong"), self.state, None, self.look, self.sign, spacing=10)
        self._sums = label("", "soft", wrap=True)
        self._told = label(standing_words(day) if day.state == "changed" else "", wrap=True)
        self._told.setVisible(bool(self._told.text()))
        box = column(head, self._sums, self._told, spacing=3)
        box.setContentsMargins(0, 9, 0, 10)
        self.setLayout(box)

    def show_look(self, found: DayLook) -> None:
        """What became of it."""
        self.summary = summary_line(found)
        self._sums.setText(self.summary)
        told = grouped(found.not_as_planned)
        lines = [self._told.text()] if self._told.text() else []
        lines += told[:_MOST_TOLD]
        if len(told) > _MOST_TOLD:
            lines.append(QCoreApplication.translate("DaysDialog", "and {count} more").format(
                count=len(told) - _MOST_TOLD))
        self._told.setText("\n".join(lines))
        self._told.setVisible(bool(lines))
        self.sign.setEnabled(True)

    def show_signed(self) -> None:
        self.state.show_state(QCoreApplication.translate("Signing", "signed"), "good")
        self.sign.setEnabled(False)
