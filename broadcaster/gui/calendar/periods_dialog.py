"""The list of special periods: holidays, mourning, elections, disasters; and the holidays a person may take over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from broadcaster.gui.calendar import actions
from broadcaster.gui.calendar.model import span_words
from broadcaster.gui.calendar.period_dialog import PeriodDialog
from broadcaster.gui.errors import explain
from broadcaster.gui.i18n import weekday_text
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.publishing import change, writer
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.reason import ask_reason
from broadcaster.gui.widgets.table import Table
from broadcaster.schedule.calendar.days import PeriodKind
from broadcaster.schedule.calendar.proposals import Proposal
from broadcaster.schedule.model import Period
from broadcaster.wiring import App


class PeriodsDialog(Sheet):
    """`changed` tells whether anything was saved."""

    def __init__(self, parent: QWidget | None, app: App, shell: Shell) -> None:
        title = QCoreApplication.translate("PeriodsDialog", "Special days")
        super().__init__(parent, title, 820)
        self._app = app
        self._shell = shell
        self.changed = False
        self._offer = actions.Offer()
        self._undo: Callable[[], None] | None = None
        self.body.addWidget(label(title, "title"))
        self.body.addWidget(label(self.tr(
            "Days on which other rules hold: no music in mourning, more sessions in a flood. Quiet hours always hold."),
            "soft", wrap=True))
        self.tabs = QTabWidget()
        self.tabs.addTab(self._own_tab(), self.tr("Special days"))
        self.tabs.addTab(self._holiday_tab(), self.tr("Holidays of the year"))
        self.body.addWidget(self.tabs, 1)
        self.undone = Banner("", "good", "circle-check")
        self.body.addWidget(self.undone)
        self.undo_button = button(self.tr("Take it back"), "undo-2", self.take_back)
        self.undo_button.setToolTip(self.tr("Take it back (Ctrl+Z)"))
        self.undo_button.hide()
        # In the last row they stay in sight on the lowest screen.
        self.body.addLayout(row(self.add_button, self.edit_button, self.remove_button, self.take_button, None,
                                self.undo_button, button(self.tr("Close"), "", self.reject)))
        self.tabs.currentChanged.connect(lambda _: self._dress())
        self._dress()
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self.take_back)
        self.resize(880, 560)
        self._read()

    # Changing

    def add(self) -> None:
        """A new period, from today on."""
        if self._offer.kinds:
            self._edit(self._app.periods.draft(self._offer.kinds[0].key, self._app.clock.now().date()))

    def edit(self) -> None:
        """The chosen one."""
        if (period := self.table.current_row()) is not None:
            self._edit(period)

    def take(self) -> None:
        """The chosen holiday as a period; one entered already is opened."""
        proposal = self.proposals.current_row()
        if proposal is None:
            return
        if proposal.known is not None:
            self._edit(proposal.known)
        else:
            self._edit(proposal.period, proposal.note)

    def remove(self) -> None:
        """Take the chosen one away; it can be brought back."""
        period = self.table.current_row()
        if period is None:
            return
        reason = ask_reason(self, self.tr("Remove “{name}”?").format(name=period.name), self.tr(
            "On {days} the usual sessions and rules hold again. It can be brought back.").format(
                days=span_words(period.first_day, period.last_day)), self.tr("Remove"), danger=True)
        person = reason and writer(self._shell, self.tr("Remove “{name}”.").format(name=period.name))
        if not reason or not person:
            return
        self._change(lambda: actions.remove_period(self._app, period, person.name, reason),
                     self.tr("“{name}” was removed.").format(name=period.name),
                     lambda: actions.restore_period(self._app, period, person.name))

    def take_back(self) -> None:
        """Undo the last change made here."""
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()

    def _edit(self, period: Period, note: str = "") -> None:
        purpose = self.tr("Change “{name}”.") if period.id else self.tr("Enter “{name}”.")
        person = writer(self._shell, purpose.format(name=period.name))
        if person is None:
            return
        dialog = PeriodDialog(self, self._app, period, self._offer, person.name, note)
        accepted = dialog.exec() == PeriodDialog.DialogCode.Accepted
        saved = dialog.saved
        dialog.deleteLater()
        if not accepted or saved is None:
            return
        back = (lambda: actions.save_period(self._app, replace(period), person.name)) if period.id else (
            lambda: actions.remove_period(self._app, saved, person.name, self.tr("taken back at once")))
        self._shell.air.command("reload").on_failure(lambda _: None).start(self)
        self._done(self.tr("“{name}” was saved.").format(name=saved.name), back)
        self.tabs.setCurrentIndex(0)

    def _change(self, work: Callable[[], Period], words: str, back: Callable[[], Period]) -> None:
        change(self._shell, self, work, lambda _: self._done(words, back))

    def _done(self, words: str, back: Callable[[], Period] | None) -> None:
        self.changed = True
        self._undo = (lambda: self._change_back(back)) if back else None
        self.undone.show_text(words, "good", "circle-check")
        self.undo_button.setVisible(back is not None)
        self._read()

    def _change_back(self, back: Callable[[], Period]) -> None:
        change(self._shell, self, back, lambda _: self._done(self.tr("Taken back."), None))

    # Showing

    def _own_tab(self) -> QWidget:
        self.add_button = primary_button(self.tr("Add…"), "plus", self.add)
        self.edit_button = button(self.tr("Change…"), "pencil", self.edit)
        self.remove_button = button(self.tr("Remove…"), "trash-2", self.remove)
        self.table = Table("calendar.periods", [
            Column(self.tr("Days"), lambda item: span_words(item.first_day, item.last_day), 185, digits=True),
            Column(self.tr("Name"), lambda item: item.name, 0, tip=lambda item: item.name),
            Column(self.tr("Kind"), lambda item: self._kind(item).words, 170, tone=lambda item: self._kind(item).tone),
            Column(self.tr("What changes"), self._effect, 165, tip=self._effect),
        ], accessible=self.tr("Special days"))
        self.table.set_empty("calendar-days", self.tr("No special days are entered."))
        self.table.picked.connect(self._picked)
        self.table.opened.connect(lambda _: self.edit())
        self._picked(None)
        return _tab(self.table)

    def _holiday_tab(self) -> QWidget:
        self.take_button = primary_button(self.tr("Enter…"), "calendar-plus", self.take)
        self.take_button.setEnabled(False)
        self.proposals = Table("calendar.proposals", [
            Column(self.tr("Days"), lambda item: span_words(item.period.first_day, item.period.last_day), 185,
                   digits=True),
            Column(self.tr("Holiday"), lambda item: item.period.name, 0,
                   tip=lambda item: item.note or item.period.name),
            Column(self.tr("The day itself"), lambda item: f"{weekday_text(item.day)}, {item.day:%d/%m}", 150),
            Column(self.tr("State"), self._state, 110, tone=lambda item: "good" if item.known else "plain"),
        ], accessible=self.tr("Holidays of the year"))
        self.proposals.set_empty("calendar-days", self.tr("No holiday is to come."))
        self.proposals.picked.connect(lambda item: self.take_button.setEnabled(item is not None))
        self.proposals.opened.connect(lambda _: self.take())
        return _tab(self.proposals)

    def _read(self) -> None:
        app = self._app
        Op(lambda: (actions.read_offer(app), actions.read_periods(app))).on_success(
            lambda found: self._show(*found)).on_failure(self._failed).start(self)
        Op(lambda: actions.read_proposals(app)).on_success(self._show_proposals).on_failure(
            self._no_proposals).start(self)

    def _show(self, offer: actions.Offer, periods: Sequence[Period]) -> None:
        self._offer = offer
        self.table.show_rows(periods)
        if periods and self.table.current_row() is None:
            self.table.selectRow(0)
        self._picked(self.table.current_row())

    def _show_proposals(self, proposals: Sequence[Proposal]) -> None:
        self.proposals.show_rows(proposals, key=lambda item: (item.period.first_day, item.period.name))
        if proposals and self.proposals.current_row() is None:
            self.proposals.selectRow(0)

    def _no_proposals(self, error: Exception) -> None:
        """A slip in the station's own file of holidays: the special days themselves are not touched by it."""
        self.proposals.show_rows(())
        self.proposals.set_empty("circle-alert", explain(error).text)

    def _dress(self) -> None:
        """The buttons of the list in front."""
        own = self.tabs.currentIndex() == 0
        for part in (self.add_button, self.edit_button, self.remove_button):
            part.setVisible(own)
        self.take_button.setVisible(not own)

    def _failed(self, error: Exception) -> None:
        self.reject()
        self._shell.error(error)

    def _picked(self, period: Period | None) -> None:
        for part in (self.edit_button, self.remove_button):
            part.setEnabled(period is not None)
        over = period is not None and period.last_day < self._app.clock.now().date()
        if over:
            self.edit_button.setEnabled(False)

    def _kind(self, period: Period) -> PeriodKind:
        known = (kind for kind in self._offer.kinds if kind.key == period.kind)
        return next(known, PeriodKind(period.kind, period.kind))

    def _effect(self, period: Period) -> str:
        parts = []
        if period.without:
            parts.append(self.tr("without music") if "nhac" in period.without else self.tr("kinds left out"))
        if period.sessions is not None:
            parts.append(self.tr("{count} sessions").format(count=len(period.sessions)) if period.sessions
                         else self.tr("no session"))
        if period.profile:
            parts.append(self.tr("other rules"))
        return ", ".join(parts) or self.tr("only marked")

    def _state(self, proposal: Proposal) -> str:
        return self.tr("entered") if proposal.known else self.tr("proposed")


def _tab(table: Table) -> QWidget:
    result = QWidget()
    result.setObjectName("plain")
    box = QVBoxLayout(result)
    box.setContentsMargins(0, 10, 0, 0)
    table.setMinimumHeight(130)
    box.addWidget(table, 1)
    return result
