"""Lịch phát: one day from top to bottom with what became of it, and the campaigns that fill it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget

from broadcaster.gui.i18n import day_text
from broadcaster.gui.on_air.day import day_blocks
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Page
from broadcaster.gui.schedule import actions
from broadcaster.gui.schedule.campaign_dialog import make_campaign
from broadcaster.gui.schedule.model import Day, Head, Item, entries, quiet_stretches
from broadcaster.gui.schedule.sessions_dialog import SessionsDialog
from broadcaster.gui.schedule.sheet_dialog import WeekSheetDialog
from broadcaster.gui.schedule.side import SideBar
from broadcaster.gui.schedule.timeline import Timeline
from broadcaster.gui.schedule.week import WeekView
from broadcaster.gui.widgets.buttons import button, icon_button, primary_button
from broadcaster.gui.widgets.chips import chip
from broadcaster.gui.widgets.day_strip import DayStrip
from broadcaster.gui.widgets.layout import ElidedLabel, card, label, row, scrolled
from broadcaster.gui.widgets.reason import ask_reason
from broadcaster.library.model import Cart
from broadcaster.protocol.messages import Status
from broadcaster.protocol.rundown import Rundown
from broadcaster.schedule.model import Campaign

_SPLIT = "schedule/splitter"
_TICK_MS = 20_000
_NARROW = 1000


class SchedulePage(Page):
    """A day; the week is one press away."""

    def build(self) -> None:
        self.day = self.app.clock.now().date()
        self._asked = 0
        self._shown: Day | None = None
        self._wanted = ""
        self._undo: Callable[[], object] | None = None
        self._header()
        self.strip = DayStrip(self.tr("The day on 24 hours"))
        self.strip_card = card(self.strip)
        self.body.addWidget(self.strip_card)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._day_view())
        self.week = WeekView()
        self.week.opened.connect(self._open_day)
        self.stack.addWidget(scrolled(self.week))
        self.body.addWidget(self.stack, 1)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._show_now)
        self.shell.air.status_changed.connect(self._on_status)
        self._keys()

    def on_shown(self, item: str = "") -> None:
        """`item`: an ISO day, a campaign to point at, or "sheet:<ISO day>" for the sheet of that week."""
        if item.startswith("sheet:"):
            QTimer.singleShot(0, self, lambda: self.open_sheet(date.fromisoformat(item[6:])))
        elif item:
            try:
                self.day = date.fromisoformat(item)
            except ValueError:
                self._wanted = item
        self._timer.start(_TICK_MS)
        self.reload()

    def on_changes(self, kinds: frozenset[str]) -> None:
        if kinds & {"campaign", "airing", "cart", "approval", "rundown", "schedule_sheet", "*"}:
            self.reload()

    def hideEvent(self, event: QEvent) -> None:
        self._timer.stop()

    def show_day(self, day: date) -> None:
        """Another day."""
        self.day = day
        self.reload()

    def reload(self) -> None:
        """Read the day, or the week, again; only the newest answer is shown."""
        self._asked += 1
        asked, day = self._asked, self.day
        self._titles()
        if self.week_button.isChecked():
            first = day - timedelta(day.weekday())
            Op(lambda: actions.read_week(self.app, first)).on_success(
                lambda days: self.week.show_days(days, self.app.clock.now().date()) if asked == self._asked else None
            ).start(self)
            return
        Op(lambda: actions.read_day(self.app, day)).on_success(
            lambda found: self._show(found) if asked == self._asked else None).start(self)

    # Building

    def _header(self) -> None:
        self.heading = ElidedLabel("", "title")
        self.before = icon_button("chevron-left", self.tr("Day before (Alt+Left)"), lambda: self._step(-1))
        self.today = button(self.tr("Today"), "", self._go_today)
        self.after = icon_button("chevron-right", self.tr("Day after (Alt+Right)"), lambda: self._step(1))
        self.week_button = chip(self.tr("Week"))
        self.week_button.setToolTip(self.tr("Seven days side by side (Ctrl+W)"))
        self.week_button.clicked.connect(lambda _: self._switch())
        self.hours_button = button(self.tr("Session hours…"), "clock", self._hours)
        self.hours_button.setToolTip(self.tr("At which hours sessions are held"))
        self.sheet_button = button(self.tr("Weekly sheet…"), "clipboard-list", self.open_sheet)
        self.sheet_button.setToolTip(self.tr("The week on one sheet: submit, approve, print (Ctrl+Shift+W)"))
        self.add_button = primary_button(self.tr("Add a campaign…"), "plus", self.add_campaign)
        line = row(self.heading, self.before, self.today, self.after, self.week_button, self.hours_button,
                   self.sheet_button, self.add_button)
        line.setStretch(0, 1)
        self.body.addLayout(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is narrow the day is worth more room than the names of buttons."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        for part in (self.hours_button, self.sheet_button):
            part.setText("" if narrow else part.accessibleName())

    def _day_view(self) -> QSplitter:
        self.timeline = Timeline(self.tr("Programme of the day"))
        self.timeline.picked.connect(self._picked)
        self.timeline.opened.connect(self._opened)
        self.empty = label("", "soft", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.hide()
        self.side = SideBar(self.add_campaign, self._stop, self._resume,
                            lambda campaign: self.shell.go("library", campaign.cart.id))
        self.side.chosen.connect(self.timeline.highlight)
        self.side.move_wanted.connect(self._move)
        self.side.sheet_wanted.connect(self.open_sheet)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(14)
        self.splitter.addWidget(card(self.empty, scrolled(self.timeline)))
        self.splitter.addWidget(self.side)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([760, 340])
        if state := self.shell.memory.value(_SPLIT):
            self.splitter.restoreState(state)
        self.splitter.splitterMoved.connect(lambda *_: self.shell.memory.setValue(_SPLIT, self.splitter.saveState()))
        return self.splitter

    def _keys(self) -> None:
        for keys, act in (("Alt+Left", lambda: self._step(-1)), ("Alt+Right", lambda: self._step(1)),
                          ("Ctrl+Home", self._go_today), ("Ctrl+N", self.add_campaign),
                          ("Ctrl+W", self.week_button.click), ("Ctrl+Shift+W", self.open_sheet),
                          ("Ctrl+Z", self._take_back)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # Showing

    def _titles(self) -> None:
        week = self.week_button.isChecked()
        first = self.day - timedelta(self.day.weekday())
        span = f"{first:%d/%m} – {first + timedelta(6):%d/%m/%Y}"
        self.heading.set_text(span if week else day_text(self.day))
        self.stack.setCurrentIndex(1 if week else 0)
        self.strip_card.setVisible(not week)
        names = (self.tr("Week before (Alt+Left)"), self.tr("Week after (Alt+Right)")) if week else (
            self.tr("Day before (Alt+Left)"), self.tr("Day after (Alt+Right)"))
        for part, name in zip((self.before, self.after), names, strict=True):
            part.setToolTip(name)
            part.setAccessibleName(name)
        self.today.setEnabled(self.day != self.app.clock.now().date())

    def _show(self, day: Day) -> None:
        another = self._shown is None or self._shown.day != day.day
        self._shown = day
        lines = entries(day)
        self.timeline.show_entries(lines)
        if another:
            QTimer.singleShot(0, self.timeline, self.timeline.show_next)
        past = day.day < self.app.clock.now().date()
        any_session = any(isinstance(entry, Head) for entry in lines)
        self.empty.setText("" if any_session else self._empty_words(past))
        self.empty.setVisible(not any_session)
        self.side.show_day(day.warnings, day.campaigns, past, day.proposals)
        rundown = Rundown("", "", day.day, 0, self.app.clock.now(), day.quiet, day.sessions)
        blocks, sessions = day_blocks(rundown, day.airings)
        self.strip.show_blocks(blocks, sessions)
        self.strip.show_quiet(quiet_stretches(day.quiet))
        self._show_now()
        self._on_status(self.shell.air.status)
        if self._wanted:
            self.side.mark(self._wanted)
            self.timeline.highlight(self._wanted)
            self._wanted = ""

    def _empty_words(self, past: bool) -> str:
        if past:
            return self.tr("Nothing was planned on this day.")
        return self.tr("No session is held on this day. “Session hours…” says when sessions are held.")

    def _show_now(self) -> None:
        now = self.app.clock.now()
        today = self.day == now.date()
        self.strip.show_now(now.hour * 3600 + now.minute * 60 + now.second if today else -1)

    def _on_status(self, status: Status | None) -> None:
        today = self.day == self.app.clock.now().date()
        self.timeline.show_live(status.on_air if status and today else None)

    def _picked(self, item: Item | None) -> None:
        self.side.mark(item.campaign if item else "")
        self.timeline.highlight("")

    def _opened(self, item: Item) -> None:
        """To the item in the library; what came from no campaign is shown in the log."""
        campaigns = self._shown.campaigns if self._shown else ()
        cart = next((campaign.cart.id for campaign, _ in campaigns if campaign.id == item.campaign), "")
        if cart:
            self.shell.go("library", cart)
        else:
            self.shell.go("log", self.day.isoformat())

    # Moving

    def _step(self, count: int) -> None:
        self.show_day(self.day + timedelta(count * (7 if self.week_button.isChecked() else 1)))

    def _go_today(self) -> None:
        self.show_day(self.app.clock.now().date())

    def _switch(self) -> None:
        self.reload()

    def _open_day(self, day: date) -> None:
        self.week_button.setChecked(False)
        self.show_day(day)

    # Changing

    def add_campaign(self) -> None:
        """Choose an item and when it airs."""
        make_campaign(self.app, self.shell, self, day=self.day, done=self._added)

    def _added(self, campaign: Campaign) -> None:
        self._wanted = campaign.id
        if not campaign.runs_on(self.day):
            self.day = campaign.first_day
        self.reload()

    def _stop(self, campaign: Campaign) -> None:
        reason = ask_reason(self.window(), self.tr("Stop this campaign?"), self.tr(
            "“{title}” airs no more from the next session on. It can be resumed at any time.").format(
                title=campaign.title), self.tr("Stop"), danger=True)
        person = reason and actions.writer(self.shell, self.tr("Stop “{title}”.").format(title=campaign.title))
        if not reason or not person:
            return

        def done(stopped: Campaign) -> None:
            self._undo = lambda: self._resume_as(stopped, person.name)
            self.shell.notify(self.tr("“{title}” was stopped. Ctrl+Z resumes it.").format(title=stopped.title))
            self.reload()
        actions.change(self.shell, self, lambda: actions.stop_campaign(self.app, campaign, person.name, reason), done)

    def _resume(self, campaign: Campaign) -> None:
        person = actions.writer(self.shell, self.tr("Resume “{title}”.").format(title=campaign.title))
        if person:
            self._resume_as(campaign, person.name)

    def _resume_as(self, campaign: Campaign, by: str) -> None:
        def done(resumed: Campaign) -> None:
            self._undo = None
            self.shell.notify(self.tr("“{title}” airs again.").format(title=resumed.title))
            self.reload()
        actions.change(self.shell, self, lambda: actions.resume_campaign(self.app, campaign, by), done)

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()

    def _move(self, campaign: Campaign, cart: Cart) -> None:
        """To the item that took the place of its own."""
        person = actions.writer(self.shell, self.tr("Air “{new}” instead of “{title}”.").format(
            new=cart.title, title=campaign.title))
        if person is None:
            return

        def done(_: Campaign) -> None:
            self._undo = lambda: self._move_back(campaign, person.name)
            self.shell.notify(self.tr("“{new}” airs in its place. Ctrl+Z takes it back.").format(new=cart.title))
            self.reload()
        actions.change(self.shell, self, lambda: actions.move_campaign(self.app, campaign, cart.id, person.name), done)

    def _move_back(self, campaign: Campaign, by: str) -> None:
        def done(_: Campaign) -> None:
            self.shell.notify(self.tr("“{title}” is the campaign's item again.").format(title=campaign.title))
            self.reload()
        actions.change(self.shell, self, lambda: actions.move_campaign(self.app, campaign, campaign.cart.id, by), done)

    def open_sheet(self, day: date | None = None) -> None:
        """The week of the day shown, or of `day`, on its sheet."""
        dialog = WeekSheetDialog(self.window(), self.app, self.shell, day or self.day)
        dialog.exec()
        dialog.deleteLater()
        self.reload()

    def _hours(self) -> None:
        dialog = SessionsDialog(self.window(), self.app, self.shell)
        dialog.exec()
        changed = dialog.changed
        dialog.deleteLater()
        if changed:
            self.shell.notify(self.tr("The new hours hold from the next session on."))
            self.reload()


PAGE = SchedulePage
