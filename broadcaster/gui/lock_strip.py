"""What goes on air while nobody is signed in: seen and stopped by anybody who stands before the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame

from broadcaster.gui.air_link import AirLink
from broadcaster.gui.i18n import long_day_text
from broadcaster.gui.icons import spaced
from broadcaster.gui.on_air.insert_bar import InsertBar
from broadcaster.gui.on_air.model import STARTING_S, Ears, headline, lamp, seconds_left, valid_quiet
from broadcaster.gui.on_air.now_card import LampSign
from broadcaster.gui.theme import colors, sizes, text_font
from broadcaster.gui.widgets.buttons import button, danger_button
from broadcaster.gui.widgets.clock import BigClock, Countdown
from broadcaster.gui.widgets.layout import ElidedLabel, column, label, row, show_if
from broadcaster.gui.widgets.meter import SlimMeter
from broadcaster.protocol.messages import SILENT_DB, Status
from broadcaster.wiring import App


class LockStrip(QFrame):
    """`acts`: stop, break_in, end. Fed by AirLink ten times a second while it is seen.

    Silencing and warning are open to all; going on after a stop is for who belongs here.
    """

    def __init__(self, app: App, air: AirLink, acts: dict[str, Callable[[], object]]) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(self.tr("On air now"))
        self._clock = app.clock
        self._born = app.clock.monotonic()
        self._seen = False
        self._ears = Ears()
        hours = app.settings.hours
        self._quiet = valid_quiet(hours.quiet_from, hours.quiet_to)
        self._make(app, acts)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(1000)
        air.status_changed.connect(self.show_status)
        self.show_status(air.status)

    def show_status(self, status: Status | None) -> None:
        """What is measured; None: no line to the player."""
        mono, now = self._clock.monotonic(), self._clock.now()
        if status is not None:
            self._ears.hear(status, mono)
            self._seen = True
        starting = not self._seen and mono - self._born < STARTING_S
        mute = self._ears.mute(status, mono)
        self.lamp.show_lamp(lamp(status, self._ears.silent_for(status, mono), self._quiet, now, starting, mute))
        title, line = headline(status, now, starting)
        self.title.set_text(title)
        self.line.set_text(line)
        self.countdown.show_seconds(seconds_left(status, now))
        self.insert.show_status(status, now)
        if status is None:
            self.meter.silence()
        else:
            peaks = [zone.peak_db for zone in status.zones] or [status.peak_db]
            self.meter.show_level(max(max(pair, default=SILENT_DB) for pair in peaks))
        stopped = status is not None and status.state == "stopped"
        self.stop.setVisible(not stopped)
        self.stopped.setVisible(stopped)

    def set_low(self, low: bool) -> None:
        """Small screens: the form below must have room."""
        show_if(self.line, not low)
        self._box.setContentsMargins(*((16, 8, 16, 10) if low else (22, 16, 22, 18)))
        self._box.setSpacing(6 if low else 12)

    def _make(self, app: App, acts: dict[str, Callable[[], object]]) -> None:
        self.lamp = LampSign(30)
        self.clock = BigClock(app.clock, 44)
        self.date = label("", "soft")
        self.date.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.title = ElidedLabel()
        self.title.setFont(text_font(sizes.large, QFont.Weight.DemiBold))
        self.title.setStyleSheet(f"font-size: {sizes.large}px; font-weight: 600;")
        self.line = ElidedLabel("", "soft")
        self.countdown = Countdown(40)
        self.meter = SlimMeter(self.tr("Output level"))
        self.insert = InsertBar(acts["end"])
        self.stop = danger_button(self.tr("STOP ALL"), "", acts["stop"])
        self.stop.setIcon(spaced("square", colors.on_danger, filled=True))
        self.stop.setToolTip(self.tr("Silences the loudspeakers at once. Ctrl+Shift+S"))
        self.stopped = label(self.tr("Stopped by hand. Sign in to go on broadcasting."), "strong")
        self.break_in = button(self.tr("EMERGENCY  F9"), "", acts["break_in"])
        self.break_in.setIcon(spaced("siren", colors.red))
        self.break_in.setObjectName("alarm")
        self.break_in.setStyleSheet(f"font-size: {sizes.lead}px; min-height: 40px;")
        self.stop.setStyleSheet(f"font-size: {sizes.large}px; min-height: 40px;")
        for part in (self.stop, self.break_in):
            part.setIconSize(QSize(24, 18))
        self._lay_out()

    def _lay_out(self) -> None:
        self.clock.alignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        top = row(self.lamp, None, self.countdown, spacing=16)
        words = column(top, self.title, self.line, spacing=6)
        side = column(self.clock, self.date, None, spacing=0)
        head = row(words, side, spacing=24)
        head.setStretch(0, 1)
        keys = row(self.stop, self.break_in, self.stopped, None, spacing=12)
        self._box = column(head, self.meter, self.insert, keys, spacing=12)
        self.setLayout(self._box)

    def _tick(self) -> None:
        now = self._clock.now()
        self.date.setText(long_day_text(now.date()))
