"""Nhật ký: what really went out. No row is changed or deleted here: words and names stand beside it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QSplitter, QWidget

from broadcaster.asrun.model import Airing, AiringQuery, Outcome
from broadcaster.gui.log import actions
from broadcaster.gui.log.check_dialog import CheckDialog
from broadcaster.gui.log.correction_dialog import correct
from broadcaster.gui.log.detail import AiringDetail
from broadcaster.gui.log.logbook_dialog import show_logbook
from broadcaster.gui.log.model import (
    CUSTOM,
    TONES,
    approver_words,
    counted_reason,
    counted_words,
    heard_tone,
    heard_words,
    kind_filters,
    length_words,
    outcome_words,
    period_days,
    periods,
    planned_text,
    session_words,
    started_text,
    summary_text,
    voice_words,
)
from broadcaster.gui.log.sign_strip import SignStrip
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Page
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.chips import chip
from broadcaster.gui.widgets.dialogs import ProgressDialog
from broadcaster.gui.widgets.flow import FlowLayout
from broadcaster.gui.widgets.form import choice
from broadcaster.gui.widgets.layout import Card, ElidedLabel, label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.search import SearchField
from broadcaster.gui.widgets.table import Table
from broadcaster.gui.widgets.times import DateField

_SPLIT = "log/splitter"
_SHOWN = (Outcome.AIRED, Outcome.PARTIAL, Outcome.MISSED, Outcome.MADE_UP, Outcome.UNSCHEDULED, Outcome.PENDING)


class LogPage(Page):
    """Filters on top, rows below, one row's proof at the foot."""

    def build(self) -> None:
        self._asked = 0
        self._chosen = ""
        self._filling = False
        self.check_button = button(self.tr("Check the journal"), "shield-check", self._check)
        self.export_button = button(self.tr("Export…"), "file-down", self._export_menu)
        self.body.addLayout(self.header(self.tr("Airing log"), self.check_button, self.export_button))
        self.warning = Banner()
        self.body.addWidget(self.warning)
        self._make_table()
        self.detail = AiringDetail(self._correct)
        self.detail.hide()
        self.summary = ElidedLabel("", "soft")
        list_card = Card()
        self.names = SignStrip(self.shell, lambda: self.summary.whole_text(), self.reload)
        list_card.add(self._filters(), self._chips(), self.names)
        list_card.add(self.table, stretch=1)
        list_card.add(self.summary)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(12)
        self.splitter.addWidget(list_card)
        self.splitter.addWidget(self.detail)
        self.splitter.setSizes([400, 250])
        if state := self.shell.memory.value(_SPLIT):
            self.splitter.restoreState(state)
        self.splitter.splitterMoved.connect(lambda *_: self.shell.memory.setValue(_SPLIT, self.splitter.saveState()))
        self.body.addWidget(self.splitter, 1)

    def on_shown(self, item: str = "") -> None:
        """`item`: an ISO day, or words to search for."""
        if item:
            self._show_item(item)
        self.reload()

    def on_changes(self, kinds: frozenset[str]) -> None:
        if kinds & {"airing", "correction", "signature", "*"}:
            self.reload()

    def query(self) -> AiringQuery:
        """What the filters ask for."""
        days = self._days()
        outcomes = tuple(outcome for outcome, chip_ in self.chips.items() if chip_.isChecked())
        kinds = tuple(filter(None, str(self.kind.currentData() or "").split(",")))
        return AiringQuery(days[0].isoformat() if days else "", days[1].isoformat() if days else "", "", outcomes,
                           self.search.text().strip() if self.search else "", kinds)

    def reload(self) -> None:
        """Ask again with what the filters now say; only the newest answer is shown."""
        query = self.query()
        self._asked += 1
        asked = self._asked
        Op(lambda: actions.listing(self.app, query)).on_success(
            lambda found: self._show(found) if asked == self._asked else None).start(self)

    def _make_table(self) -> None:
        self.table = Table("log.airings", [
            Column(self.tr("Planned"), lambda item: planned_text(item, self._many_days()), 104, digits=True),
            Column(self.tr("Went out"), started_text, 94, digits=True),
            Column(self.tr("Length"), length_words, 104, digits=True),
            Column(self.tr("Title"), lambda item: item.title, 0),
            Column(self.tr("Session"), session_words, 104, rank=2),
            Column(self.tr("Outcome"), counted_words, 146, tone=lambda item: TONES[item.counted.outcome]),
            Column(self.tr("Reason"), counted_reason, 150, rank=1),
            Column(self.tr("Monitor"), heard_words, 112, tone=heard_tone, rank=3),
            Column(self.tr("Directive"), lambda item: item.directive_number, 126, rank=4),
            Column(self.tr("Approved by"), approver_words, 180, rank=5),
            Column(self.tr("Voice"), voice_words, 100, rank=6),
        ], accessible=self.tr("Airing log"))
        self.table.picked.connect(self._pick)
        self.table.opened.connect(self._pick)

    def _filters(self) -> QHBoxLayout:
        today = self.app.clock.now().date()
        self.search = SearchField(self.tr("Search by title, directive, session (accents may be left out)…"))
        self.search.searched.connect(lambda _: self.reload())
        self.period = choice(periods(), "today")
        self.period.setAccessibleName(self.tr("Period"))
        self.first, self.last = DateField(today - timedelta(6)), DateField(today)
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        self._dash = label("–", "soft")
        self.period.currentIndexChanged.connect(lambda _: self._period_changed())
        for field in (self.first, self.last):
            field.dateChanged.connect(lambda _: self.reload())
        self._show_dates()
        self.kind = choice(kind_filters())
        self.kind.setAccessibleName(self.tr("Kind"))
        self.kind.currentIndexChanged.connect(lambda _: self.reload())
        line = row(self.search, self.kind, self.period, self.first, self._dash, self.last)
        line.setStretch(0, 1)
        return line

    def _chips(self) -> QHBoxLayout:
        """Chips go on in a second line where the window is narrow, instead of being squeezed."""
        self.chips: dict[Outcome, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        tray = QWidget()
        flow = FlowLayout(tray)
        for outcome in _SHOWN:
            self.chips[outcome] = chip(outcome_words(outcome), TONES[outcome])
            flow.addWidget(self.chips[outcome])
            self.chips[outcome].clicked.connect(lambda _: self.reload())
            self._group.addButton(self.chips[outcome])
        self.count = label("", "soft")
        line = row(tray, self.count, spacing=8)
        line.setStretch(0, 1)
        return line

    def _days(self) -> tuple[date, date] | None:
        period = str(self.period.currentData())
        if period == CUSTOM:
            first, last = self.first.value(), self.last.value()
            return min(first, last), max(first, last)
        return period_days(period, self.app.clock.now().date())

    def _many_days(self) -> bool:
        days = self._days()
        return days is None or days[0] != days[1]

    def _period_changed(self) -> None:
        self._show_dates()
        self.reload()

    def _show_dates(self) -> None:
        for part in (self.first, self._dash, self.last):
            part.setVisible(self.period.currentData() == CUSTOM)

    def _show_item(self, item: str) -> None:
        try:
            day = date.fromisoformat(item)
        except ValueError:
            self.period.setCurrentIndex(self.period.findData("all"))
            if self.search:
                self.search.setText(item)
            return
        self.first.set_value(day)
        self.last.set_value(day)
        self.period.setCurrentIndex(self.period.findData(CUSTOM))

    def _show(self, found: actions.Listing) -> None:
        fetch = partial(actions.rows, self.app, found.query, self._many_days())
        self._filling = True
        self.table.show_ids(range(found.count), fetch)
        self._keep_chosen()
        self._filling = False
        self.count.setText(self.tr("{count} rows").format(count=f"{found.count:,}".replace(",", ".")))
        self.summary.set_text(summary_text(found.summary) if found.count else "")
        self.export_button.setEnabled(found.count > 0)
        self.names.show_days(found.days)
        self._show_empty(found.query)

    def _keep_chosen(self) -> None:
        """Rows are known by place: after new ones came, the same place may hold another one. The details stay."""
        row_now = self.table.current_row()
        if row_now is None or row_now.id != self._chosen:
            self.table.clearSelection()
            self.table.setCurrentIndex(self.table.rows.index(-1, -1))
        else:
            self.detail.show_airing(row_now)
            self._read_proof(row_now)

    def _show_empty(self, query: AiringQuery) -> None:
        if query.words or query.outcomes or query.kinds:
            self.table.set_empty("search", self.tr("Nothing matches. Try other words or another outcome."),
                                 self.tr("Show everything of this period"), self._clear_filters)
        else:
            self.table.set_empty("clipboard-list", self.tr(
                "Nothing was planned or broadcast in this period. Choose another one above, or plan something to air."),
                self.tr("Open the schedule"), lambda: self.shell.go("schedule"))

    def _clear_filters(self) -> None:
        for chip_ in self.chips.values():
            chip_.setChecked(False)
        self.kind.setCurrentIndex(0)
        if self.search:
            self.search.clear()
        self.reload()

    def _pick(self, airing: Airing | None) -> None:
        if self._filling:
            return
        self._chosen = airing.id if airing else ""
        self.detail.setVisible(airing is not None)
        if airing is None:
            return
        self.detail.show_airing(airing)
        self._read_proof(airing)

    def _read_proof(self, airing: Airing) -> None:
        Op(lambda: actions.proof(self.app, airing)).on_success(
            lambda lines: self.detail.show_proof(lines) if self._chosen == airing.id else None).start(self)
        if airing.self_approved:
            Op(lambda: actions.own_reason(self.app, airing)).on_success(
                lambda why: self.detail.show_own_reason(airing, why) if self._chosen == airing.id else None).start(self)

    def _correct(self) -> None:
        row_now = self.table.current_row()
        if row_now is not None and row_now.id == self._chosen:
            correct(self.shell, self, row_now, self.reload)

    def _check(self) -> None:
        dialog = ProgressDialog(self, self.tr("Checking every line of the journal…"))
        dialog.run(lambda step: actions.check(self.app, step), self._show_check)

    def _show_check(self, check: actions.Check) -> None:
        self.warning.show_text("" if not check.faults else self.tr(
            "The journal does not hold together in {count} places. “Check the journal” lists them.").format(
                count=len(check.faults)), "bad")
        dialog = CheckDialog(self.window(), check)
        dialog.exec()
        dialog.deleteLater()

    def _export_menu(self) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Excel workbook…"), lambda: self.export("xlsx"))
        menu.addAction(self.tr("CSV text…"), lambda: self.export("csv"))
        menu.addSeparator()
        menu.addAction(self.tr("Logbook to print…"), self._logbook)
        menu.exec(self.export_button.mapToGlobal(QPoint(0, self.export_button.height() + 2)))
        menu.deleteLater()

    def _logbook(self) -> None:
        days = self._days()
        show_logbook(self.shell, self, min(days[1], self.app.clock.now().date()) if days
                     else self.app.clock.now().date())

    def export(self, fmt: str) -> None:
        """Write exactly the rows now asked for."""
        query, days = self.query(), self._days()
        name = self.tr("airing log") if days is None else "{name} {first} – {last}".format(
            name=self.tr("airing log"), first=f"{days[0]:%Y-%m-%d}", last=f"{days[1]:%Y-%m-%d}")
        path = actions.ask_file(self, self.shell, name, fmt)
        if path is None:
            return
        dialog = ProgressDialog(self, self.tr("Writing {file}…").format(file=path.name))
        dialog.run(lambda step: self.app.reports.write_log(query, fmt, path), lambda count: self.shell.notify(
            self.tr("{count} rows were written to {file}.").format(count=count, file=path)))


PAGE = LogPage
