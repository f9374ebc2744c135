"""Lịch phát: the day, the week, the month and what is to be expected of them, to read and to change by hand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget

from broadcaster.gui.campaigns.dialog import make_campaign
from broadcaster.gui.campaigns.make_up_card import MakeUpCard
from broadcaster.gui.help.openings import show_keys
from broadcaster.gui.i18n import day_text, weekday_text
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Page
from broadcaster.gui.schedule import actions, header
from broadcaster.gui.schedule.campaign_deeds import CampaignDeeds
from broadcaster.gui.schedule.cargo import Cargo
from broadcaster.gui.schedule.day import Day, Item
from broadcaster.gui.schedule.day_view import DayView
from broadcaster.gui.schedule.hand import Hand
from broadcaster.gui.schedule.more import More
from broadcaster.gui.schedule.next_up import play_next
from broadcaster.gui.schedule.sheet_dialog import WeekSheetDialog
from broadcaster.gui.schedule.side import SideBar
from broadcaster.gui.schedule.week import WeekView
from broadcaster.gui.widgets.layout import scrolled
from broadcaster.protocol.messages import Status
from broadcaster.schedule.model import Campaign

if TYPE_CHECKING:
    from broadcaster.gui.calendar.month import MonthView
    from broadcaster.gui.forecast.view import ForecastView

_TICK_MS = 20_000
_NARROW = 1080
_KINDS = {"campaign", "airing", "cart", "approval", "rundown", "schedule_sheet", "session_edit", "period",
          "rule_override", "relay_source", "*"}


class SchedulePage(Page):
    """A day; week, month and forecast are one press away."""

    def build(self) -> None:
        self.day = self.app.clock.now().date()
        self._asked = 0
        self._wanted = ""
        self.hand = Hand(self.app, self.shell, self)
        self.hand.changed.connect(self.reload)
        self.campaigns = CampaignDeeds(self.app, self.shell, self.hand, self, self.reload)
        self.more = More(self)
        self.bar = header.Header(self.hand.stack, self.more.entries)
        self.body.addWidget(self.bar)
        self._views()
        self._connect()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._show_now)
        self._keys()

    def _views(self) -> None:
        self.owed = MakeUpCard(self.app, self.shell)
        self.side = SideBar(self.add_campaign, self.owed)
        self.days = DayView(self.app, self.shell, self.hand, self.side)
        self.timeline, self.strip = self.days.timeline, self.days.strip
        self.week = WeekView(self.hand)
        self.month: MonthView | None = None
        self.forecast: ForecastView | None = None
        self.stack = QStackedWidget()
        self.stack.addWidget(self.days)
        self.stack.addWidget(scrolled(self.week))
        self.body.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.bar.stepped.connect(self._step)
        self.bar.today_wanted.connect(self._go_today)
        self.bar.view_changed.connect(lambda _: self.reload())
        self.bar.add_wanted.connect(self.add_campaign)
        self.side.move_wanted.connect(self.campaigns.move)
        self.side.deed.connect(lambda name, campaign: self.campaigns.do(name, campaign, self.day))
        self.side.ways_wanted.connect(lambda campaign: self.campaigns.ways(campaign, self.day))
        self.side.sheet_wanted.connect(self.open_sheet)
        self.owed.made_up.connect(lambda missed, before: self.hand.take_over(
            self.tr("Make up “{title}”").format(title=missed.campaign.title), before))
        self.owed.changed.connect(self.reload)
        self.days.item_opened.connect(self._opened)
        self.days.next_wanted.connect(self._play_next)
        self.week.opened.connect(self.open_day)
        self.shell.air.status_changed.connect(self._on_status)

    def _keys(self) -> None:
        views = [(f"Ctrl+{number + 1}", part.click) for number, part in enumerate(self.bar.views)]
        for keys, act in (("Alt+Left", lambda: self._step(-1)), ("Alt+Right", lambda: self._step(1)),
                          ("Ctrl+Home", self._go_today), ("Ctrl+N", self.add_campaign), ("Ctrl+Z", self.hand.undo),
                          ("Ctrl+Y", self.hand.redo), ("Ctrl+Shift+Z", self.hand.redo),
                          ("Ctrl+W", self.bar.views[header.WEEK].click), ("Ctrl+Shift+W", self.open_sheet),
                          ("Ctrl+P", self.more.print_day), *views):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # Coming and going

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
        if kinds & _KINDS:
            self.reload()

    def hideEvent(self, event: QEvent) -> None:
        self._timer.stop()
        self.hand.forget_signer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.show_narrow(self.width() < _NARROW)

    def on_tight(self) -> None:
        self.bar.show_tight(self.tight)
        self.days.show_tight(self.tight)

    def show_keys(self) -> None:
        """Every key, the schedule's first."""
        show_keys(self.window(), "schedule", self.app.settings.office.role)

    # Showing

    @property
    def shown(self) -> Day | None:
        """The day as it was last read."""
        return self.days.shown

    def show_day(self, day: date) -> None:
        """Another day."""
        self.day = day
        self.reload()

    def open_day(self, day: date) -> None:
        """One day of the week or the month."""
        self.bar.show_view(header.DAY)
        self.show_day(day)

    def reload(self) -> None:
        """Read what is in front again; only the newest answer is shown."""
        self._asked += 1
        asked, day, view = self._asked, self.day, self.bar.view
        self._show_titles(view)
        if view == header.WEEK:
            first = day - timedelta(day.weekday())
            Op(lambda: actions.read_week(self.app, first)).on_success(
                lambda days: self.week.show_days(days, self.app.clock.now().date()) if asked == self._asked else None
            ).start(self)
        elif view == header.DAY:
            Op(lambda: actions.read_day(self.app, day)).on_success(
                lambda found: self._show(found) if asked == self._asked else None).start(self)

    def _show_titles(self, view: int) -> None:
        today = self.app.clock.now().date()
        first = self.day - timedelta(self.day.weekday())
        if view == header.WEEK:
            self.stack.setCurrentIndex(1)
            last = first + timedelta(6)
            self.bar.show_title(f"{first:%d/%m} – {last:%d/%m/%Y}", f"{first:%d/%m}–{last:%d/%m}",
                                self.tr("Week before (Alt+Left)"), self.tr("Week after (Alt+Right)"),
                                first == today - timedelta(today.weekday()))
        elif view == header.MONTH:
            self._show_month()
        elif view == header.FORECAST:
            self._show_forecast()
        else:
            self.stack.setCurrentIndex(0)
            short = f"{weekday_text(self.day)}, {self.day:%d/%m}"
            self.bar.show_title(day_text(self.day), short, self.tr("Day before (Alt+Left)"),
                                self.tr("Day after (Alt+Right)"), self.day == today)

    def _show_month(self) -> None:
        if self.month is None:
            from broadcaster.gui.calendar.month import MonthView
            view = MonthView(self.app, self.shell, self)
            view.opened.connect(self.open_day)
            view.moved.connect(self._month_moved)
            self.month = view
            self.stack.addWidget(view)
        self.stack.setCurrentWidget(self.month)
        today = self.app.clock.now().date()
        title = self.tr("Month {month}/{year}").format(month=self.day.month, year=self.day.year)
        self.bar.show_title(title, title, self.tr("Month before (Alt+Left)"), self.tr("Month after (Alt+Right)"),
                            (self.day.year, self.day.month) == (today.year, today.month))
        self.month.show_month(self.day)

    def _month_moved(self, first: date) -> None:
        """Moved by its own keys."""
        if (first.year, first.month) != (self.day.year, self.day.month):
            self.day = first
            self._show_titles(header.MONTH)

    def _show_forecast(self) -> None:
        if self.forecast is None:
            from broadcaster.gui.forecast.view import ForecastView
            self.forecast = ForecastView(self.app, self.shell, self)
            self.stack.addWidget(self.forecast)
        if self.stack.currentWidget() is not self.forecast:
            # Once, not with every change in the database: somebody may be choosing another day there.
            self.stack.setCurrentWidget(self.forecast)
            self.forecast.show(self.day)
        self.bar.show_title(self.tr("The coming days played ahead"), self.tr("Played ahead"), "", "", True)

    def _show(self, day: Day) -> None:
        past = day.day < self.app.clock.now().date()
        self.days.show_day(day, self._empty_words(past))
        if day.day == self.app.clock.now().date():
            self.owed.reload()
        else:
            self.owed.hide()
        self._show_now()
        self._on_status(self.shell.air.status)
        if self._wanted:
            self.days.point_at(self._wanted)
            self._wanted = ""

    def _empty_words(self, past: bool) -> str:
        if past:
            return self.tr("Nothing was planned on this day.")
        return self.tr("No session is held on this day. “Session hours…” in the menu “…” says when sessions are held.")

    def _show_now(self) -> None:
        now = self.app.clock.now()
        today = self.day == now.date()
        self.strip.show_now(now.hour * 3600 + now.minute * 60 + now.second if today else -1)

    def _on_status(self, status: Status | None) -> None:
        today = self.day == self.app.clock.now().date()
        self.days.show_live(status if today else None)

    def _opened(self, item: Item) -> None:
        """To the item in the library; what came from no campaign is shown in the log."""
        campaigns = self.shown.campaigns if self.shown else ()
        cart = item.cart or next((campaign.cart.id for campaign, _ in campaigns if campaign.id == item.campaign), "")
        if cart:
            self.shell.go("library", cart)
        else:
            self.shell.go("log", self.day.isoformat())

    # Moving

    def _step(self, count: int) -> None:
        view = self.bar.view
        if view == header.MONTH:
            month = self.day.year * 12 + self.day.month - 1 + count
            self.day = date(month // 12, month % 12 + 1, 1)
            self.reload()
        elif view != header.FORECAST:
            self.show_day(self.day + timedelta(count * (7 if view == header.WEEK else 1)))

    def _go_today(self) -> None:
        self.show_day(self.app.clock.now().date())

    # Changing

    def add_campaign(self) -> None:
        """Choose an item and when it airs."""
        make_campaign(self.app, self.shell, self, day=self.day, done=self._added)

    def _added(self, campaign: Campaign) -> None:
        self.campaigns.added(campaign)
        self._wanted = campaign.id
        if not campaign.runs_on(self.day):
            self.day = campaign.first_day
        self.reload()

    def _play_next(self, cargo: Cargo) -> None:
        play_next(self.app, self.shell, self.hand, self, cargo)

    def open_sheet(self, day: date | None = None) -> None:
        """The week of the day shown, or of `day`, on its sheet."""
        dialog = WeekSheetDialog(self.window(), self.app, self.shell, day or self.day)
        dialog.exec()
        dialog.deleteLater()
        self.reload()


PAGE = SchedulePage
