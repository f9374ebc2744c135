"""Các đài cấp dưới: who reports, what became of each letter, what came in, whom to telephone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QTabWidget

from broadcaster.accounts.model import Right
from broadcaster.aggregation.model import SUFFIX
from broadcaster.aggregation.office.figures import LetterLine, Matrix, OfficeQuery, Overview, StationLine
from broadcaster.aggregation.office.model import Key, PackageLine, PackageState, Result, Station
from broadcaster.base.clock import STATION_ZONE
from broadcaster.gui.office import actions, model
from broadcaster.gui.office.actions import LOOK, WORK, InboxLook
from broadcaster.gui.office.inbox_tab import Acts, InboxTab
from broadcaster.gui.office.key_dialog import KeyDialog
from broadcaster.gui.office.matrix_tab import MatrixTab
from broadcaster.gui.office.orders_dialog import OrdersDialog
from broadcaster.gui.office.report_dialog import ReportDialog
from broadcaster.gui.office.station_sheet import StationSheet
from broadcaster.gui.office.stations_tab import StationsTab
from broadcaster.gui.office.trend_tab import TrendTab
from broadcaster.gui.office.welcome import Welcome
from broadcaster.gui.ops import Op, Step
from broadcaster.gui.page import Page
from broadcaster.gui.people.actions import signature
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import ProgressDialog
from broadcaster.gui.widgets.form import choice

_LOOK_MS = 60_000
STATIONS, MATRIX, INBOX, TREND = range(4)


class OfficePage(Page):
    """Tabs ask when they are first looked at, and again when the question changes."""

    def build(self) -> None:
        self._unit = 0
        self._stale = set(range(4))
        self.period = choice(model.periods())
        self.period.setCurrentIndex(1)
        self.period.setAccessibleName(self.tr("Period"))
        self.period.currentIndexChanged.connect(lambda _: self.reload())
        self.report_button = button(self.tr("Report…"), "file-down", self._report)
        self.orders_button = button(self.tr("Send letters down…"), "megaphone", self._orders)
        self.take_button = primary_button(self.tr("Take packages in…"), "download", self._take)
        self.body.addLayout(self.header(self.tr("Stations below"), self.report_button, self.orders_button,
                                        self.take_button))
        self.doubt = Banner("", "wait", "key-round")
        self.doubt_button = button(self.tr("Look…"), "", lambda: self.tabs.setCurrentIndex(INBOX))
        self.doubt.box.addWidget(self.doubt_button)
        self.body.addWidget(self.doubt)
        identity = self.app.identity
        self.welcome = Welcome(self.app.settings.station.name, identity.fingerprint, identity.public, self._take,
                               lambda: self.shell.go("settings"))
        self.tabs = self._make_tabs(identity.fingerprint, identity.public)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.tabs)
        self.stack.addWidget(self.welcome)
        self.body.addWidget(self.stack, 1)
        self.setAcceptDrops(True)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.reload)

    def on_shown(self, item: str = "") -> None:
        names = {"matrix": MATRIX, "inbox": INBOX, "trend": TREND}
        if item in names:
            self.tabs.setCurrentIndex(names[item])
        self.reload()
        self._timer.start(_LOOK_MS)

    def hideEvent(self, event: Any) -> None:
        self._timer.stop()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Packages, or folders of them, from a stick or a mail."""
        self.take_files(_files(event))

    @property
    def query(self) -> OfficeQuery:
        """The period and the unit, for every tab."""
        first, last = model.period_of(str(self.period.currentData()), self._today)
        return OfficeQuery(first, last, self._unit)

    def reload(self) -> None:
        """The tab in front now, the others when they are looked at; the inbox always, for what waits."""
        self._stale = set(range(4)) - {INBOX}
        self._ask(actions.inbox, (self.app,), self._show_inbox)
        self._ask_tab(self.tabs.currentIndex())

    # Asking and showing

    @property
    def _today(self) -> date:
        return self.app.clock.now().astimezone(STATION_ZONE).date()

    def _make_tabs(self, fingerprint: str, key: str) -> QTabWidget:
        self.stations = StationsTab(self._ask_shares)
        self.search = self.stations.search
        self.stations.unit_chosen.connect(self._choose_unit)
        self.stations.order_chosen.connect(lambda _: self._ask_tab(STATIONS, anew=True))
        self.stations.opened.connect(lambda line: self._open(line, None))
        self.matrix = MatrixTab()
        self.matrix.asked.connect(lambda: self._ask_tab(MATRIX, anew=True))
        self.matrix.view.opened.connect(self._open)
        self.inbox = InboxTab(Acts(self._compare, self._refuse, self._keep, self._go_on, self._take, self._fetch),
                              self.app.settings.station.name, fingerprint, key)
        self.trend = TrendTab()
        self.trend.opened.connect(lambda line: self._open(line, None))
        tabs = QTabWidget()
        for widget, words in ((self.stations, self.tr("Stations")), (self.matrix, self.tr("Letters × stations")),
                              (self.inbox, self.tr("Inbox and keys")), (self.trend, self.tr("Trend and calls"))):
            tabs.addTab(widget, words)
        tabs.setCornerWidget(self.period)
        tabs.setAccessibleName(self.tr("Stations below"))
        tabs.currentChanged.connect(self._ask_tab)
        return tabs

    def _ask_tab(self, tab: int, *, anew: bool = False) -> None:
        if tab not in self._stale and not anew:
            return
        self._stale.discard(tab)
        app, query = self.app, self.query
        if tab == STATIONS:
            self._ask(actions.overview, (app, query, str(self.stations.order.currentData())), self._show_overview)
        elif tab == MATRIX:
            asked = replace(query, words=self.matrix.stations.text(), letter_words=self.matrix.letters.text(),
                            sort=str(self.matrix.order.currentData()))
            self._ask(actions.matrix, (app, asked, self.matrix.page), self._show_matrix)
        elif tab == TREND:
            self._ask(actions.trend, (app, query), self._show_trend)

    def _ask(self, work: Callable[..., Any], facts: tuple[Any, ...], then: Callable[[Any], object]) -> None:
        Op(partial(work, *facts), lane=LOOK).on_success(then).start(self)

    def _show_overview(self, found: tuple[Overview, list[StationLine]]) -> None:
        overview, lines = found
        if overview.query == self.query:
            self.stations.show_overview(overview, lines, self._today)
        self._show_purpose(overview.total.stations if not overview.query.unit else 1)

    def _show_matrix(self, found: Matrix) -> None:
        self.matrix.show_matrix(found)

    def _show_trend(self, found: tuple[Any, Any]) -> None:
        weeks, stopped = found
        stations = len(self.stations.stations.rows.ids) if self._unit else self._all
        self.trend.show_trend(weeks, stopped, stations)

    def _show_inbox(self, found: InboxLook) -> None:
        self._found = found
        self.inbox.show_look(found)
        waiting = len(found.keys) + len(found.forks)
        words = self.tr("Inbox and keys")
        self.tabs.setTabText(INBOX, f"{words} ({waiting})" if waiting else words)
        parts = [self.tr("{count} keys wait to be compared by telephone.").format(count=len(found.keys))] \
            if found.keys else []
        if found.forks:
            parts.append(self.tr("{count} logs came in two courses.").format(count=len(found.forks)))
        self.doubt.show_text(" ".join(parts), "wait", "key-round")
        if found.packages or found.keys:
            self.stack.setCurrentWidget(self.tabs)

    def _show_purpose(self, stations: int) -> None:
        self._all = stations if not self._unit else self._all
        has_any = stations > 0 or bool(self._found and (self._found.keys or self._found.packages))
        self.stack.setCurrentWidget(self.tabs if has_any else self.welcome)
        for part in (self.report_button, self.orders_button, self.period):
            part.setVisible(has_any)

    _all = 0
    _found: InboxLook | None = None

    def _ask_shares(self, refs: Sequence[int], first: date, last: date) -> None:
        app, days = self.app, self.stations.strip.days
        Op(lambda: app.office.overview.day_shares(refs, first, last), lane=LOOK).on_success(
            lambda found: self.stations.learn(found, days)).start(self)

    def _choose_unit(self, ref: int) -> None:
        if ref != self._unit:
            self._unit = ref
            self.matrix.page = 0
            self._stale = set(range(4)) - {INBOX}
            self._ask_tab(self.tabs.currentIndex())

    def _open(self, line: StationLine, letter: LetterLine | None) -> None:
        sheet = StationSheet(self.window(), self.app, line, self.query, letter)
        sheet.exec()
        sheet.deleteLater()

    # Packages in

    def _take(self) -> None:
        self.take_files(actions.ask_packages(self, self.tr("Packages of stations")))

    def take_files(self, paths: Sequence[Path]) -> None:
        """Verify and merge; with a way to stop after the file that is being read."""
        app = self.app
        if paths:
            self._work(self.tr("Checking and merging packages…"), lambda step: actions.take(app, paths, step))

    def _fetch(self) -> None:
        app = self.app
        self._work(self.tr("Emptying the inbox…"), lambda step: actions.take_inbox(app, step))

    def _work(self, title: str, work: Callable[[Step], list[Result]]) -> None:
        dialog = ProgressDialog(self, title)
        dialog.rejected.connect(self.reload)
        dialog.run(work, self._taken, self._failed, lane=WORK)

    def _taken(self, results: list[Result]) -> None:
        self.reload()
        merged = sum(result.state is PackageState.RECEIVED and not result.is_known for result in results)
        waits = sum(result.state in {PackageState.WAITING, PackageState.EARLY, PackageState.FORK} for result in results)
        refused = [result for result in results if result.state is PackageState.REFUSED]
        known = sum(result.is_known and result.state is PackageState.RECEIVED for result in results)
        parts = [(merged, self.tr("{count} merged")), (waits, self.tr("{count} wait")),
                 (len(refused), self.tr("{count} refused")), (known, self.tr("{count} were here already"))]
        said = " · ".join(words.format(count=count) for count, words in parts if count)
        self.shell.notify(self.tr("Packages: {said}").format(said=said) if said else self.tr("There was nothing new."))
        if refused or waits:
            self.tabs.setCurrentIndex(INBOX)

    def _failed(self, error: Exception) -> None:
        self.reload()
        self.shell.error(error)

    # Decisions

    def _compare(self, key: Key) -> None:
        dialog = KeyDialog(self.window(), key)
        same, as_id, replaces = dialog.exec(), dialog.as_id, dialog.replaces
        dialog.deleteLater()
        if not same:
            return
        allowed, by = signature(self.shell, self.tr("Confirming a station's key needs a signature."))
        app = self.app
        if allowed:
            self._work(self.tr("Merging what waited…"),
                       lambda step: app.office.trust(key.key, key.fingerprint, by, as_id, replaces=replaces))

    def _refuse(self, key: Key) -> None:
        if not self.shell.confirm(
                self.tr("Refuse the key of {name}?").format(name=key.name or key.sender_id),
                self.tr("Everything it signed is refused, now and later, and the station is told so. Only for a key "
                        "that is nobody's you know."), self.tr("Refuse it"), danger=True):
            return
        allowed, by = signature(self.shell, self.tr("Refusing a station's key needs a signature."))
        app = self.app
        if allowed:
            Op(lambda: app.office.refuse(key.key, by), lane=WORK).on_success(lambda _: self.reload()).start(self)

    def _keep(self, station: Station) -> None:
        if self.shell.confirm(
                self.tr("Keep our course of {name}?").format(name=station.name),
                self.tr("What is here up to package {number} holds. The packages that do not fit are refused; the "
                        "station then has to send a package of everything.").format(number=station.number),
                self.tr("Keep ours")):
            self._decide(lambda by: self.app.office.keep_ours(station.id, by))

    def _go_on(self, station: Station, line: PackageLine) -> None:
        if self.shell.confirm(
                self.tr("Go on with package {number} of {name}?").format(number=line.number, name=station.name),
                self.tr("Our packages from that number on are set aside, and the days in them are counted as the new "
                        "course states them."), self.tr("Go on with theirs")):
            self._decide(lambda by: self.app.office.take_theirs(station.id, by, line.number, line.sha256))

    def _decide(self, act: Callable[[str], list[Result]]) -> None:
        allowed, by = signature(self.shell, self.tr("Deciding which log holds needs a signature."))
        if allowed:
            self._work(self.tr("Merging what waited…"), lambda step: act(by))

    # Out

    def _report(self) -> None:
        dialog = ReportDialog(self.window(), self.query)
        accepted, query, fmt = dialog.exec(), dialog.query, dialog.fmt
        dialog.deleteLater()
        if not accepted:
            return
        name = self.tr("Consolidated report {first} to {last}").format(
            first=f"{query.first:%d-%m-%Y}", last=f"{query.last:%d-%m-%Y}")
        path = actions.ask_target(self, self.tr("Save the report"), f"{name}.{fmt}", fmt)
        app = self.app
        if path is not None:
            Op(lambda: actions.report(app, query, fmt, path), lane="slow", label=self.tr("Writing the report…")) \
                .on_success(lambda made: self.shell.notify(self.tr("Saved: {name}.").format(name=made.name))) \
                .start(self)

    def _orders(self) -> None:
        dialog = OrdersDialog(self.window(), self._chosen_stations())
        accepted, order = dialog.exec(), dialog.order
        dialog.deleteLater()
        if not accepted:
            return
        person = self.shell.ask_pin(Right.WRITE, self.tr("Sending letters down needs a signature.")) \
            if self.app.accounts.people() else None
        if person is None and self.app.accounts.people():
            return
        app, by = self.app, person.name if person else ""
        Op(lambda: actions.send_down(app, order.letters, order.sounds, order.to, order.note, by), lane=WORK,
           label=self.tr("Making the package…")).on_success(lambda path: self.shell.notify(
               self.tr("On its way: {name}. The stations fetch it with their next round.").format(name=path.name))) \
            .start(self)

    def _chosen_stations(self) -> list[StationLine]:
        """What the filters show; all stations: nobody is named."""
        rows = self.stations.stations.rows
        return [] if len(rows.ids) == self._all else [
            line for line in map(rows.row_at, range(len(rows.ids))) if line is not None]


def _files(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.is_dir() or path.suffix == SUFFIX]


PAGE = OfficePage
