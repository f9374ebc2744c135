"""Trực phát: the station's time, what sounds, how loud, what comes next, and the buttons; left open all day."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from broadcaster.asrun.model import Airing
from broadcaster.gui.first_run.model import Memory
from broadcaster.gui.i18n import long_day_text
from broadcaster.gui.on_air import actions
from broadcaster.gui.on_air.control_card import ControlCard
from broadcaster.gui.on_air.day import day_blocks, legend
from broadcaster.gui.on_air.first_steps import FirstStepsCard
from broadcaster.gui.on_air.insert_bar import InsertBar
from broadcaster.gui.on_air.model import STARTING_S, Ears, FirstStep, alarm_lines, lamp, seconds_left
from broadcaster.gui.on_air.model import valid_quiet as quiet_of
from broadcaster.gui.on_air.next_card import NextCard
from broadcaster.gui.on_air.notices import Notices
from broadcaster.gui.on_air.now_card import NowCard
from broadcaster.gui.on_air.sheets import Sheets
from broadcaster.gui.on_air.zone_list import ZoneList
from broadcaster.gui.on_air.zone_words import output_facts, shows_zones
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Page
from broadcaster.gui.theme import widths
from broadcaster.gui.widgets.clock import BigClock
from broadcaster.gui.widgets.day_marks import legend_html
from broadcaster.gui.widgets.day_strip import DayStrip
from broadcaster.gui.widgets.layout import Card, ElidedLabel, caption_label, card, label, row, scrolled, show_if
from broadcaster.gui.widgets.meter import LevelMeter
from broadcaster.protocol.messages import Status
from broadcaster.protocol.rundown import Rundown

_DAY_MS = 30_000
_SHELF_MS = 3_600_000
_LEFT, _LEFT_NARROW, _NARROW = 306, 274, 860
_WALL_ALARMS = 2


class OnAirPage(Page):
    """Driven by AirLink ten times a second; the day strip by the database."""

    widest = 2 * widths.form

    def build(self) -> None:
        self._status: Status | None = None
        self._born = self.app.clock.monotonic()
        self._seen = self._fresh = False
        self._ears = Ears()
        hours = self.app.settings.hours
        self._quiet = quiet_of(hours.quiet_from, hours.quiet_to)
        self.sheets = Sheets(self, self._quiet, lambda: self._status, lambda: self.notices.show_owed())
        outer = QHBoxLayout()
        outer.setSpacing(14)
        # Low windows scroll; the buttons stay where they are, STOP ALL on top of them.
        outer.addWidget(self._left_side())
        right = scrolled(self._right_side())
        right.setAccessibleName(self.tr("Today"))
        outer.addWidget(right, 1)
        self.body.addLayout(outer)
        question = QShortcut(QKeySequence("?"), self)
        question.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        question.activated.connect(self.show_keys)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(1000)
        self._day_timer = QTimer(self)
        self._day_timer.timeout.connect(self._read_day)
        self._shelf_timer = QTimer(self)
        self._shelf_timer.timeout.connect(self._read_shelf)
        self._shelf_timer.start(_SHELF_MS)
        self.shell.air.status_changed.connect(self.show_status)
        self.show_status(self.shell.air.status)

    def on_shown(self, item: str = "") -> None:
        self._read_day()
        self._read_steps()
        self._read_shelf()
        if not self._day_timer.isActive():
            self._day_timer.start(_DAY_MS)

    def hideEvent(self, event: QEvent) -> None:
        # Nobody sees it, and the log of a day is read for nothing.
        self._day_timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._show_left_width()
        self.controls.set_narrow(narrow)

    def on_close(self) -> None:
        self.sheets.close()

    def on_changes(self, kinds: frozenset[str]) -> None:
        if kinds & {"asrun", "rundown", "*"}:
            self._read_day()
        if kinds & {"emergency", "approval", "*"}:
            self._read_shelf()
        if kinds & {"campaign", "directive", "person", "settings", "*"}:
            self._read_steps()

    def show_status(self, status: Status | None) -> None:
        """Everything that was measured; None: no line to the player."""
        mono, now = self.app.clock.monotonic(), self.app.clock.now()
        if status is not None:
            self._ears.hear(status, mono)
        self._status = status
        self._seen = self._seen or status is not None
        starting = not self._seen and mono - self._born < STARTING_S
        mute = self._ears.mute(status, mono)
        look = lamp(status, self._ears.silent_for(status, mono), self._quiet, now, starting, mute)
        self.insert.show_status(status, now)
        self.now.show_now(status, look, now, starting)
        self._show_levels(status, mute)
        self.controls.show_status(status)
        self.notices.show_status(status)
        self._coming.show_next(status, now)
        if self.sheets.wall:
            alarms = alarm_lines(self.notices.shown_alarms())[:_WALL_ALARMS]
            self.sheets.wall.show_now(status, look, now, starting, alarms)

    def lamp_words(self) -> str:
        """What the lamp says."""
        return self.now.lamp.words()

    def turn_wall(self) -> None:
        """The wall display, and back."""
        self.sheets.turn_wall({
            "Ctrl+Shift+S": self._stop, "F9": lambda: self.sheets.break_in(by_key=True), "F7": self.sheets.live,
            "F8": self.sheets.relay, "F10": self.end_insert})
        if self.sheets.wall:
            self.show_status(self._status)
            self.sheets.wall.show_on_screen()

    def end_insert(self) -> None:
        """End the emergency, the microphone or the relay that is on."""
        actions.end_insert(self.shell, self, self.insert.insert, self.sheets.ended)

    def show_keys(self) -> None:
        """Every key, this page's first."""
        self.sheets.keys()

    # Building

    def _left_side(self) -> QWidget:
        self.clock = BigClock(self.app.clock)
        self.date = label("", "soft")
        self.date.setAlignment(self.clock.alignment)
        watch = Card()
        watch.setAccessibleName(self.tr("Station time"))
        watch.body.setSpacing(0)
        watch.add(self.clock, self.date)
        self.controls = ControlCard({
            "stop": self._stop, "resume": lambda: actions.resume(self.shell, self), "break_in": self.sheets.break_in,
            "live": self.sheets.live, "relay": self.sheets.relay, "skip": self._skip, "wall": self.turn_wall,
            "keys": self.show_keys})
        self.stop, self.resume, self.skip = self.controls.stop, self.controls.resume, self.controls.skip
        side = QWidget()
        stack = QVBoxLayout(side)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(14)
        stack.addWidget(watch)
        stack.addWidget(self.controls, 1)
        self._left = scrolled(side)
        self._left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._left.verticalScrollBar().rangeChanged.connect(self._show_left_width)
        self._show_left_width()
        return self._left

    def _show_left_width(self) -> None:
        """On a low screen the side scrolls: the bar must not lie on the clock and the buttons."""
        bar = self._left.verticalScrollBar()
        width = _LEFT_NARROW if self.width() < _NARROW else _LEFT
        self._left.setFixedWidth(width + (bar.sizeHint().width() if bar.maximum() > 0 else 0))

    def _right_side(self) -> QWidget:
        self.insert = InsertBar(self.end_insert)
        self.notices = Notices(self.shell, lambda: self.sheets.why())
        self.now = NowCard(self.app.settings.station.clusters)
        self.title, self.line, self.countdown, self.progress = (
            self.now.title, self.now.line, self.now.countdown, self.now.progress)
        self.meter = LevelMeter(self.tr("Output level"))
        self.zones = ZoneList()
        self.zones.hide()
        self._output = ElidedLabel("", "soft")
        self._output.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.strip = DayStrip(self.tr("Today"))
        self._legend = label("", "faint", wrap=True)
        self._legend.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        heads = [row(caption_label(self.tr("Output level")), self._output, spacing=16),
                 row(caption_label(self.tr("Today")), self._legend, spacing=16)]
        for head in heads:
            head.setStretch(1, 1)
        self._lines = card(heads[0], self.meter, self.zones, heads[1], self.strip)
        self._lines.body.setSpacing(7)
        self.steps = FirstStepsCard(self.shell)
        self._coming = NextCard(self.app.clock, lambda: self.shell.go("schedule"))
        self.next = self._coming.table
        content = QWidget()
        stack = QVBoxLayout(content)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(14)
        for part in (self.insert, self.now, self.notices, self._lines):
            stack.addWidget(part)
        stack.addWidget(self._coming, 1)
        stack.addWidget(self.steps, 1)
        return content

    # Showing

    def _show_levels(self, status: Status | None, mute: list[str]) -> None:
        several = shows_zones(status)
        sounding = status is not None and status.on_air is not None
        show_if(self._lines, sounding or not self._fresh)
        if status is None:
            self.meter.silence()
            self.zones.silence()
            return
        self.meter.setVisible(not several)
        self.zones.setVisible(several)
        if several:
            self.zones.show_zones(status.zones, mute)
            self.strip.show_lanes([zone.name for zone in status.zones])
            self._output.set_text("")
        else:
            self.meter.show_levels(status.peak_db)
            self.strip.show_lanes(())
            self._output.set_text(" · ".join(output_facts(status.zones[0])) if status.zones else "")

    def _read_shelf(self) -> None:
        app = self.app
        # The dialog says it too; a database in trouble is told elsewhere.
        Op(lambda: actions.read_shelf(app), lane="slow").on_success(
            self.notices.show_shelf).on_failure(lambda _: None).start(self)

    def _show_steps(self, steps: list[FirstStep]) -> None:
        self._fresh = bool(steps)
        self.steps.show_steps(steps)
        # A meter and a list that stay empty would look broken.
        self._lines.setVisible(not steps)
        self._coming.setVisible(not steps)
        self.notices.show_fresh(bool(steps))

    def _show_day(self, found: tuple[Rundown | None, list[Airing]]) -> None:
        self._coming.show_day(found[0])
        blocks, sessions = day_blocks(*found)
        self.strip.show_blocks(blocks, sessions)
        self._legend.setText(legend_html(legend(blocks)))

    # Doing

    def _stop(self) -> None:
        actions.stop_all(self.shell, self)

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
        set_up = Memory(self.shell.memory).done
        Op(lambda: actions.read_first_steps(app, set_up)).on_success(self._show_steps).start(self)


PAGE = OnAirPage
