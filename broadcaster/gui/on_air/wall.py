"""The wall display: the on-air page for a whole screen, dark, readable across a room. F11 or Esc leaves it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QFont, QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from broadcaster.base.clock import Clock
from broadcaster.gui.i18n import long_day_text
from broadcaster.gui.on_air.insert_bar import InsertBar
from broadcaster.gui.on_air.model import Lamp, ends_at, headline, seconds_left, start_text, zones_text
from broadcaster.gui.on_air.now_card import LampSign
from broadcaster.gui.theme import text_font
from broadcaster.gui.widgets.clock import BigClock, Countdown
from broadcaster.gui.widgets.layout import ElidedLabel, column, label, row, show_if
from broadcaster.gui.widgets.meter import SlimMeter
from broadcaster.protocol.messages import Status

_NEXT = 3


class Wall(QWidget):
    """`acts` maps keys to what they do here; `closed()` is called when it goes."""

    def __init__(self, parent: QWidget, clock: Clock, clusters: int, acts: Mapping[str, Callable[[], object]],
                 closed: Callable[[], object]) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._clusters = clusters
        self._closed = closed
        self.setObjectName("wall")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Wall display"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lamp = LampSign(60)
        self.clock = BigClock(clock, 150, "wall_strong")
        self.date = label("")
        self.date.setObjectName("wallSoft")
        self.date.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.title = ElidedLabel()
        self.line = ElidedLabel("", "wallSoft")
        self.countdown = Countdown(110, "wall_accent")
        self.insert = InsertBar(acts["F10"])
        self.alarms = label("", "wallAlarm", wrap=True)
        self.next = label("")
        self.foot = label(self.tr("F11 or Esc: back  ·  Ctrl+Shift+S: STOP ALL  ·  F9: emergency"), "wallSoft")
        self._meters = QGridLayout()
        self._meters.setColumnStretch(1, 1)
        self._meters.setHorizontalSpacing(16)
        self._zones: dict[str, tuple[QLabel, SlimMeter]] = {}
        self._lay_out()
        for keys, act in {**acts, "F11": self.close, "Esc": self.close}.items():
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def show_on_screen(self) -> None:
        """On another screen than the main window's, where there is one."""
        parent, screens = self.parentWidget(), QGuiApplication.screens()
        own = parent.screen() if parent else None
        other = next((screen for screen in screens if screen is not own), own)
        if other is not None:
            self.setGeometry(other.geometry())
        self.showFullScreen()
        # Else the button that ends an emergency would have the focus, and any Space would press it.
        self.setFocus()

    def show_now(self, status: Status | None, lamp: Lamp, now: datetime, starting: bool,
                 alarms: Sequence[str]) -> None:
        """The same news the page gets."""
        self.lamp.show_lamp(lamp)
        title, line = headline(status, now, starting)
        end = ends_at(status, now)
        zones = zones_text(status.on_air.zones, self._clusters) if status and status.on_air else ""
        until = self.tr("until {time}").format(time=f"{end:%H:%M:%S}") if end else ""
        self.title.set_text(title)
        self.line.set_text(" · ".join(part for part in (line, zones, until) if part))
        self.countdown.show_seconds(seconds_left(status, now))
        self.insert.show_status(status, now)
        self.date.setText(long_day_text(now.date()))
        self.alarms.setText("\n".join(alarms))
        show_if(self.alarms, bool(alarms))
        coming = status.upcoming[:_NEXT] if status else ()
        self.next.setText("\n".join(f"{start_text(item.starts_at, now)}   {item.title}"[:90] for item in coming))
        # Where something presses, what comes later has no room.
        show_if(self.next, not alarms and self.insert.insert is None)
        self._show_levels(status)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The screen's size, not the window's: what does not fit would make the window grow, and that the letters.
        room = self.screen().size()
        height = max(480, min(room.height(), round(room.width() / 1.6)))
        self.clock.set_pixels(height // 6)
        self.countdown.set_pixels(height // 8)
        for part, size, weight in ((self.title, 20, QFont.Weight.DemiBold), (self.line, 30, QFont.Weight.Normal),
                                   (self.date, 34, QFont.Weight.Normal), (self.next, 30, QFont.Weight.Normal),
                                   (self.alarms, 34, QFont.Weight.DemiBold), (self.foot, 52, QFont.Weight.Normal)):
            part.setFont(text_font(max(14, height // size), weight))
        self.lamp.set_pixels(max(30, height // 12))
        for words, _ in self._zones.values():
            words.setFont(self.line.font())

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._closed()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(40, 30, 40, 18)
        box.setSpacing(14)
        top = row(self.lamp, None, column(self.clock, self.date, spacing=0), spacing=24)
        top.setAlignment(self.lamp, Qt.AlignmentFlag.AlignVCenter)
        box.addLayout(top)
        box.addWidget(self.insert)
        words = column(self.title, self.line, spacing=6)
        middle = row(words, self.countdown, spacing=30)
        middle.setStretch(0, 1)
        box.addLayout(middle)
        box.addLayout(self._meters)
        box.addStretch(1)
        box.addWidget(self.alarms)
        box.addWidget(self.next)
        box.addWidget(self.foot)
        self.clock.alignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.date.setAlignment(Qt.AlignmentFlag.AlignRight)

    def _show_levels(self, status: Status | None) -> None:
        levels = {zone.name: max(zone.peak_db, default=-120.0) for zone in status.zones} if status else {}
        if status and not levels:
            levels = {"": max(status.peak_db, default=-120.0)}
        if list(levels) != list(self._zones) and levels:
            self._make_meters(list(levels))
        for name, (_, meter) in self._zones.items():
            if name in levels:
                meter.show_level(levels[name])
            else:
                meter.silence()

    def _make_meters(self, names: Sequence[str]) -> None:
        for words, meter in self._zones.values():
            for part in (words, meter):
                self._meters.removeWidget(part)
                part.deleteLater()
        self._zones = {}
        for number, name in enumerate(names):
            shown = name or self.tr("Output level")
            words, meter = label(shown, "wallSoft"), SlimMeter(shown, dark=True)
            words.setFont(self.line.font())
            self._meters.addWidget(words, number, 0)
            self._meters.addWidget(meter, number, 1)
            self._zones[name] = (words, meter)
