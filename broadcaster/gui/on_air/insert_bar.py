"""The bar on top while a person's own sound is on the air, or waits for its next round: what, how long, and the end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel

from broadcaster.gui.icons import pixmap
from broadcaster.gui.on_air.insert_words import InsertLine, insert_line, own_item
from broadcaster.gui.theme import Shades, colors, sizes, text_font
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.clock import Countdown
from broadcaster.gui.widgets.layout import ElidedLabel, column, row, show_if
from broadcaster.gui.widgets.meter import SlimMeter
from broadcaster.protocol.messages import Insert, Status

_GROUNDS = Shades(red="insert_red", amber="insert_amber", blue="insert_blue")
_NARROW, _COUNTDOWN, _NARROW_COUNTDOWN = 520, 48, 34
_ROOMY, _MIDDLE_COUNTDOWN = 900, 36
_ICONS = {"break_in": "siren", "live": "mic", "relay": "radio-tower", "next": "plus"}


class InsertBar(QFrame):
    """Hidden while the plan alone is on the air. `end()` is called when its button is pressed."""

    def __init__(self, end: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("insert")
        self._picture = QLabel()
        self.head = ElidedLabel()
        self.head.setFont(text_font(sizes.title, QFont.Weight.Bold))
        self.title = ElidedLabel()
        self.title.setFont(text_font(sizes.lead, QFont.Weight.DemiBold))
        self.detail = ElidedLabel()
        self.meter = SlimMeter(self.tr("Level at the input"), dark=True)
        self.meter.setFixedWidth(200)
        self.countdown = Countdown(_COUNTDOWN, "on_insert")
        self.end = button("", "", end)
        self.end.setMinimumHeight(46)
        self._top = row(self._picture, self.head, self.countdown, self.end, spacing=16)
        self._top.setStretch(1, 1)
        middle = row(self.title, self.meter, spacing=16)
        middle.setStretch(0, 1)
        self._lines = column(self._top, middle, self.detail, spacing=2)
        self._lines.setContentsMargins(16, 8, 16, 10)
        self.setLayout(self._lines)
        self._look = ""
        self._kind = ""
        self._heard = ("", 0)
        self.insert: Insert | None = None
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # On a small screen the button has a line of its own, so that the heading keeps its words.
        narrow = self.width() < _NARROW
        if narrow != (self._lines.indexOf(self.end) >= 0):
            (self._top if narrow else self._lines).removeWidget(self.end)
            (self._lines if narrow else self._top).addWidget(self.end)
        roomy = self.width() >= _ROOMY
        self.countdown.set_pixels(
            _NARROW_COUNTDOWN if narrow else _COUNTDOWN if roomy else _MIDDLE_COUNTDOWN)

    def show_status(self, status: Status | None, now: datetime) -> None:
        """Called ten times a second."""
        self.insert = status.insert if status else None
        if status is None or self.insert is None:
            show_if(self, False)
            return
        if self._between_items(status, self.insert):
            return
        line = insert_line(status, self.insert, now)
        self._show_look(line, self.insert.kind)
        self.head.set_text(line.head)
        self.title.set_text(line.title)
        self.detail.set_text(line.detail)
        self.countdown.show_seconds(line.seconds_left)
        if self.end.text() != line.end:
            self.end.setText(line.end)
            self.end.setAccessibleName(line.end)
        self.meter.setVisible(line.measured)
        self.meter.show_level(self.insert.level_db)
        show_if(self, True)

    def _between_items(self, status: Status, insert: Insert) -> bool:
        """A moment without sound after the message has begun: what was said stays."""
        reading = (insert.id, insert.round)
        if insert.state != "on_air" or insert.kind != "break_in":
            return False
        if own_item(status) is not None:
            self._heard = reading
            return False
        return reading == self._heard

    def _show_look(self, line: InsertLine, kind: str) -> None:
        if (line.look, kind) == (self._look, self._kind):
            return
        self._look, self._kind = line.look, kind
        ground = _GROUNDS[line.look]
        self._picture.setPixmap(pixmap(_ICONS.get(kind, "siren"), 32, colors.on_insert))
        self.setStyleSheet(
            f"#insert {{ background: {ground}; border-radius: 10px; }} #insert QLabel {{ color: {colors.on_insert}; }}"
            f"#insert QPushButton {{ color: {ground}; background: {colors.on_insert}; border: 0; font-weight: 700;"
            f" font-size: {sizes.lead}px; padding: 7px 16px; }}"
            f"#insert QPushButton:focus {{ border: 3px solid {colors.paper_ink}; padding: 4px 13px; }}")
