"""Trực phát: the station's time, what sounds, how loud, what comes next, and the stop button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from broadcaster.asrun.model import Airing
from broadcaster.base.frames import clock_text
from broadcaster.gui.i18n import long_day_text
from broadcaster.gui.icons import spaced
from broadcaster.gui.on_air import actions
from broadcaster.gui.on_air.first_steps import FirstStepsCard
from broadcaster.gui.on_air.model import (
    HEARD_DB,
    STARTING_S,
    FirstStep,
    Lamp,
    day_blocks,
    headline,
    lamp,
    progress,
    seconds_left,
    start_text,
    valid_quiet,
    zones_text,
)
from broadcaster.gui.on_air.notices import Notices
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Page
from broadcaster.gui.theme import text_font
from broadcaster.gui.widgets.buttons import button, danger_button, primary_button
from broadcaster.gui.widgets.clock import BigClock, Countdown
from broadcaster.gui.widgets.day_strip import DayStrip
from broadcaster.gui.widgets.layout import Card, ElidedLabel, caption_label, card, label, row, scrolled
from broadcaster.gui.widgets.meter import LevelMeter
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import Table
from broadcaster.protocol.messages import Status
from broadcaster.protocol.rundown import Rundown

_LAMPS = {"live": ("#c62828", "white"), "warn": ("#f6c45c", "#4d2f00"), "bad": ("#7f1d1d", "white"),
          "calm": ("#e3e8ec", "#475362")}
_DAY_MS = 30_000
_LEFT = 306


class OnAirPage(Page):
    """Driven by AirLink ten times a second; the day strip by the database."""

    def build(self) -> None:
        self._status: Status | None = None
        self._last_sound = self._born = self.app.clock.monotonic()
        self._seen = False
        hours = self.app.settings.hours
        self._quiet = valid_quiet(hours.quiet_from, hours.quiet_to)
        self.notices = Notices(self.shell)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        # Low windows scroll; the buttons must never be pressed together.
        self.body.addWidget(scrolled(content))
        column.addWidget(self.notices)
        top = row(self._clock_card(), self._now_card(), spacing=14)
        top.setStretch(1, 1)
        column.addLayout(top)
        self.meter = LevelMeter(self.tr("Output level"))
        self.strip = DayStrip(self.tr("Today"))
        lines = card(self.meter, caption_label(self.tr("Today")), self.strip, caption=self.tr("Output level"))
        lines.body.setSpacing(7)
        column.addWidget(lines)
        self._lines = lines
        self.steps = FirstStepsCard(self.shell)
        self._coming = self._next_card()
        bottom = row(self._control_card(), self._coming, self.steps, spacing=14)
        bottom.setStretch(1, 1)
        bottom.setStretch(2, 1)
        column.addLayout(bottom, 1)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(1000)
        self._day_timer = QTimer(self)
        self._day_timer.timeout.connect(self._read_day)
        self.shell.air.status_changed.connect(self.show_status)
        self.show_status(self.shell.air.status)

    def on_shown(self, item: str = "") -> None:
        self._read_day()
        self._read_steps()
        self._day_timer.start(_DAY_MS)

    def hideEvent(self, event: QEvent) -> None:
        self._day_timer.stop()

    def on_changes(self, kinds: frozenset[str]) -> None:
        if kinds & {"airing", "rundown", "*"}:
            self._read_day()
        if kinds & {"person", "directive", "campaign", "*"}:
            self._read_steps()

    def show_status(self, status: Status | None) -> None:
        """Everything on the page that lives."""
        self._status = status
        now = self.app.clock.monotonic()
        if status is None or status.on_air is None or max(status.peak_db, default=HEARD_DB) > HEARD_DB:
            self._last_sound = now
        self._seen = self._seen or status is not None
        starting = not self._seen and now - self._born < STARTING_S
        self._show_lamp(lamp(status, now - self._last_sound, self._quiet, self.app.clock.now(), starting))
        title, line = headline(status, self.app.clock.now(), starting)
        self.title.set_text(title)
        self.line.set_text(" · ".join(filter(None, (line, self._zones(status)))))
        self.progress.setValue(round(progress(status) * 1000))
        self.progress.setVisible(status is not None and status.on_air is not None)
        left = seconds_left(status, self.app.clock.now())
        self.countdown.show_seconds(left)
        self.countdown.setVisible(left is not None)
        if status:
            self.meter.show_levels(status.peak_db)
        else:
            self.meter.silence()
        self._show_buttons(status)
        self.notices.show_status(status)
        self._show_next(status)

    def _clock_card(self) -> Card:
        self.clock = BigClock(self.app.clock)
        self.date = label("", "soft")
        self.date.setAlignment(self.clock.alignment)
        box = Card(self.tr("Station time"))
        box.setFixedWidth(_LEFT)
        box.body.addStretch(1)
        box.add(self.clock, self.date)
        box.body.addStretch(1)
        return box

    def _now_card(self) -> Card:
        self._lamp_words = QLabel()
        self._lamp_words.setFont(text_font(19, QFont.Weight.Bold))
        self._lamp_words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._lamp_look: Lamp | None = None
        self.title = ElidedLabel()
        self.title.setFont(text_font(21, QFont.Weight.DemiBold))
        self.title.setStyleSheet("font-size: 21px; font-weight: 600;")
        self.line = ElidedLabel("", "soft")
        self.countdown = Countdown()
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the item"))
        words = QVBoxLayout()
        words.setSpacing(7)
        words.addWidget(self._lamp_words)
        words.addWidget(self.title)
        words.addWidget(self.line)
        line = QHBoxLayout()
        line.setSpacing(18)
        line.addLayout(words, 1)
        line.addWidget(self.countdown)
        box = Card(self.tr("Now"))
        box.add(line, self.progress)
        box.body.addStretch(1)
        box.setMinimumHeight(176)
        return box

    def _control_card(self) -> Card:
        self.stop = danger_button(self.tr("STOP ALL"), "", lambda: actions.stop_all(self.shell, self))
        self.stop.setIcon(spaced("square", "#ffffff", filled=True))
        self.stop.setToolTip(self.tr("Silences the loudspeakers at once. Ctrl+Shift+S"))
        self.stop.setShortcut("Ctrl+Shift+S")
        self.resume = primary_button(self.tr("Go on broadcasting"), "play", lambda: actions.resume(self.shell, self))
        for big in (self.stop, self.resume):
            big.setStyleSheet("font-size: 20px; min-height: 46px;")
            big.setIconSize(QSize(24, 18))
        self.skip = button(self.tr("Skip this item…"), "skip-forward", self._skip)
        self.hint = label("", "faint", wrap=True)
        box = Card(self.tr("Control"))
        box.setFixedWidth(_LEFT)
        box.body.setSpacing(8)
        box.add(self.stop, self.resume, self.skip, self.hint)
        box.body.addStretch(1)
        return box

    def _next_card(self) -> Card:
        self.next = Table("on_air.next", [
            Column(self.tr("Time"), lambda item: start_text(item.starts_at, self.app.clock.now()), 124, digits=True),
            Column(self.tr("Item"), lambda item: item.title, 0),
            Column(self.tr("Session"), lambda item: item.session, 150),
            Column(self.tr("Length"), lambda item: clock_text(item.duration_seconds), 110, digits=True),
        ])
        self.next.set_empty("calendar-clock", self.tr("Nothing more is planned for today."),
                            self.tr("Open the schedule"), lambda: self.shell.go("schedule"))
        self._shown_next: object = None
        return card(self.next, caption=self.tr("Next"))

    def _zones(self, status: Status | None) -> str:
        if status is None or status.on_air is None:
            return ""
        return zones_text(status.on_air.zones, self.app.settings.station.clusters)

    def _show_lamp(self, look: Lamp) -> None:
        if look == self._lamp_look:
            return
        self._lamp_look = look
        ground, ink = _LAMPS[look.look]
        self._lamp_words.setText(("●  " if look.look == "live" else "") + look.words)
        self._lamp_words.setAccessibleName(look.words)
        self._lamp_words.setStyleSheet(f"background: {ground}; color: {ink}; border-radius: 7px; padding: 6px 18px;"
                                       "font-size: 19px; font-weight: 700;")

    def lamp_words(self) -> str:
        """What the lamp says."""
        return self._lamp_look.words if self._lamp_look else ""

    def _show_buttons(self, status: Status | None) -> None:
        stopped = status is not None and status.state == "stopped"
        _set_visible(self.stop, not stopped)
        _set_visible(self.resume, stopped)
        self.stop.setEnabled(status is not None)
        self.skip.setEnabled(status is not None and status.on_air is not None and not stopped)
        if status is None:
            hint = self.tr("The buttons work again as soon as the playing process runs.")
        elif stopped:
            hint = self.tr("Nothing sounds until you go on; the missed items are logged with the reason “operator”.")
        else:
            hint = self.tr("STOP ALL silences the loudspeakers at once, without asking.")
        if self.hint.text() != hint:
            self.hint.setText(hint)

    def _show_next(self, status: Status | None) -> None:
        upcoming = status.upcoming if status else ()
        if upcoming != self._shown_next:
            self._shown_next = upcoming
            self.next.show_rows(upcoming, lambda item: item.event_id)

    def _skip(self) -> None:
        actions.skip(self.shell, self, self._status, lambda _: self.shell.notify(self.tr("Skipped.")))

    def _tick(self) -> None:
        now = self.app.clock.now()
        self.date.setText(long_day_text(now.date()))
        self.strip.show_now(now.hour * 3600 + now.minute * 60 + now.second)
        if self._status is None or self._status.on_air is None:
            self.countdown.show_seconds(seconds_left(self._status, now))
        if self._status is None:
            self.show_status(None)

    def _read_day(self) -> None:
        self._tick()
        app, today = self.app, self.app.clock.now().date()
        Op(lambda: actions.read_day(app, today)).on_success(self._show_day).start(self)

    def _read_steps(self) -> None:
        app = self.app
        Op(lambda: actions.read_first_steps(app)).on_success(self._show_steps).start(self)

    def _show_steps(self, steps: list[FirstStep]) -> None:
        self.steps.show_steps(steps)
        # A meter and a list that stay empty would look broken.
        self._lines.setVisible(not steps)
        self._coming.setVisible(not steps)
        self.notices.show_fresh(bool(steps))

    def _show_day(self, found: tuple[Rundown | None, list[Airing]]) -> None:
        blocks, sessions = day_blocks(*found)
        self.strip.show_blocks(blocks, sessions)


def _set_visible(widget: QWidget, shown: bool) -> None:
    if widget.isHidden() == shown:
        widget.setVisible(shown)


PAGE = OnAirPage
