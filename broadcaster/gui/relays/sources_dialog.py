"""Programmes of other stations the plan may take over: a list, where each stands, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QWidget

from broadcaster.accounts.model import Right
from broadcaster.bulletins.sign_off import FirstYes
from broadcaster.gui.bulletins.own_work import own_reason
from broadcaster.gui.errors import explain
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.publishing import publish
from broadcaster.gui.relays.approve_dialog import RelayApproveDialog
from broadcaster.gui.relays.model import detail_words, from_words, lost_words, state_words, tone_of
from broadcaster.gui.relays.source_dialog import SourceDialog
from broadcaster.gui.relays.trial import TrialStrip
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.reason import ask_reason
from broadcaster.gui.widgets.sheet_room import bring_into_sight
from broadcaster.gui.widgets.table import Table
from broadcaster.schedule.relays.model import RelayStanding, RelayState
from broadcaster.wiring import App


class RelaySourcesDialog(Sheet):
    """Everything done here is stored and published at once; `changed` says whether anything was."""

    def __init__(self, parent: QWidget | None, app: App, shell: Shell) -> None:
        super().__init__(parent, "", 980)
        self.changed = False
        self._app, self._shell = app, shell
        self.setWindowTitle(self.tr("Programmes of other stations"))
        self.body.setSpacing(10)
        self.add = primary_button(self.tr("Add a programme…"), "plus", self._add)
        self.removed = QCheckBox(self.tr("Show removed ones"))
        self.removed.toggled.connect(lambda _: self.reload())
        head = row(label(self.tr("Programmes of other stations"), "title"), None, self.removed, self.add, spacing=18)
        self.body.addLayout(head)
        self.body.addWidget(label(self.tr(
            "What the schedule may take over from the province or from Voice of Vietnam, by a standing decision. Only "
            "an approved programme airs, only from this address, and only at the hours of the schedule."), "soft",
            wrap=True))
        self._build_table()
        self.detail = label("", "soft", wrap=True)
        self.detail.setMinimumHeight(42)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.detail)
        self.trial = TrialStrip(app)
        self.trial.changed.connect(lambda: QTimer.singleShot(0, self, self._show_trial))
        self.body.addWidget(self.trial)
        self.wrong = Banner("", "bad", "circle-alert")
        self.body.addWidget(self.wrong)
        self._build_buttons()
        self.finished.connect(lambda _: self.trial.stop())
        self.resize(980, 600)
        self._show_picked(None)
        self.add.setFocus()
        self.reload()

    def _build_table(self) -> None:
        app = self._app
        self.table = Table("relays.sources", [
            Column(self.tr("Programme"), lambda item: item.source.name, 215, tip=lambda item: item.note),
            Column(self.tr("From"), lambda item: from_words(item.source.relay), 0,
                   tip=lambda item: from_words(item.source.relay)),
            Column(self.tr("When it is lost"), lost_words, 150, tip=lost_words),
            Column(self.tr("State"), state_words, 195, tone=lambda item: tone_of(item, app.clock.now().date()))],
            accessible=self.tr("Programmes of other stations"))
        self.table.set_empty("radio-tower", self.tr(
            "No programme yet. Add the address the province gave, or the input the receiver is plugged into."),
            self.tr("Add a programme…"), self._add)
        self.table.setMinimumHeight(130)
        self.table.picked.connect(self._show_picked)
        self.table.opened.connect(lambda item: self._edit() if item is not None else None)
        self.body.addWidget(self.table, 1)

    def _build_buttons(self) -> None:
        self.approve = button(self.tr("Approve…"), "shield-check", self._approve)
        self.withdraw = button(self.tr("Withdraw…"), "undo-2", self._withdraw)
        self.listen = button(self.tr("Try the sound"), "headphones", self._listen)
        self.listen.setToolTip(self.tr("Tries the programme for some seconds. Nothing goes on the air."))
        self.edit = button(self.tr("Change…"), "pencil", self._edit)
        self.remove = button(self.tr("Remove"), "trash-2", self._remove)
        self.restore = button(self.tr("Restore"), "rotate-ccw", self._restore)
        self.close_button = button(self.tr("Close"), "", self.reject)
        self.body.addLayout(row(self.listen, self.edit, self.approve, self.withdraw, self.remove, self.restore, None,
                                self.close_button))

    def reload(self, select: str = "") -> None:
        """Read the list anew; `select`: id of the row to stand on."""
        removed, relays = self.removed.isChecked(), self._app.relays
        Op(lambda: relays.standings(removed=removed)).on_success(
            lambda items: self._show(items, select)).on_failure(self._failed).start(self)

    def picked(self) -> RelayStanding | None:
        item = self.table.current_row()
        return item if isinstance(item, RelayStanding) else None

    def _show(self, items: list[RelayStanding], select: str) -> None:
        self.table.show_rows(items)
        if not (select and self.table.select_id(select)) and self.picked() is None and items:
            self.table.selectRow(0)
        self._show_picked(self.picked())

    def _show_picked(self, item: Any) -> None:
        state = item.state if item is not None else None
        here = state is not None and state is not RelayState.REMOVED
        for part in (self.listen, self.edit, self.remove):
            part.setEnabled(here)
        self.approve.setEnabled(here and state is not RelayState.FALLBACK_GONE)
        self.withdraw.setEnabled(state in {RelayState.APPROVED, RelayState.NOT_YET, RelayState.FALLBACK_GONE,
                                           RelayState.CHECKED})
        self.remove.setVisible(state is not RelayState.REMOVED)
        self.restore.setVisible(state is RelayState.REMOVED)
        self.detail.setText(detail_words(item) if item is not None else "")
        if item is None or item.id != self.trial.of:
            self.trial.stop()

    def _add(self) -> None:
        self._ask_source(None)

    def _edit(self) -> None:
        item = self.picked()
        if item is not None and item.state is not RelayState.REMOVED:
            self._ask_source(item)

    def _ask_source(self, item: RelayStanding | None) -> None:
        person = self._shell.ask_pin(Right.WRITE, self.tr("Programmes of other stations."))
        if person is None:
            return
        dialog = SourceDialog(self, self._app, person.name, item)
        saved = dialog.saved if dialog.exec() == SourceDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        if saved is not None:
            self._do(lambda: None, saved.id, "")

    def _approve(self) -> None:
        item = self.picked()
        if item is None:
            return
        dialog = RelayApproveDialog(self, self._app, item)
        wanted = dialog.exec() == RelayApproveDialog.DialogCode.Accepted
        first, last = dialog.terms.first, dialog.terms.last
        dialog.deleteLater()
        person = self._shell.ask_pin(Right.APPROVE, self.tr("I approve the relay of “{name}” as shown.").format(
            name=item.source.name)) if wanted else None
        why = own_reason(self._shell, person, item.authors, self) if person else None
        if person is None or why is None:
            return
        relays, seen = self._app.relays, item.source.relay.digest()
        self._do(lambda: relays.approve(item.id, person, valid_until=last, valid_from=first, reason=why, seen=seen),
                 item.id, self.tr("“{name}” is approved.").format(name=item.source.name))

    def _withdraw(self) -> None:
        item = self.picked()
        reason = ask_reason(self, self.tr("Withdraw"), self.tr(
            "It is left out of every session to come. What was broadcast stays in the log."), self.tr("Withdraw"),
            danger=True) if item else ""
        person = self._shell.ask_pin(Right.APPROVE, self.tr("Withdraw “{name}”.").format(
            name=item.source.name)) if item and reason else None
        if item is not None and person is not None:
            self._do(lambda: self._app.relays.withdraw(item.id, person, reason), item.id,
                     self.tr("“{name}” was withdrawn.").format(name=item.source.name))

    def _remove(self) -> None:
        item = self.picked()
        if item is None or not self._shell.confirm(
                self.tr("Remove “{name}”?").format(name=item.source.name), self.tr(
                    "It leaves the list and airs no more. It can be restored, and must then be approved anew."),
                self.tr("Remove"), danger=True):
            return
        person = self._shell.ask_pin(Right.WRITE, self.tr("Programmes of other stations."))
        if person is not None:
            self._do(lambda: self._app.relays.remove(item.id, person.name), "",
                     self.tr("“{name}” was removed.").format(name=item.source.name))

    def _restore(self) -> None:
        item = self.picked()
        person = self._shell.ask_pin(Right.WRITE, self.tr("Programmes of other stations.")) if item else None
        if item is not None and person is not None:
            self._do(lambda: self._app.relays.restore(item.id, person.name), item.id,
                     self.tr("“{name}” is back. It must be approved before it airs.").format(name=item.source.name))

    def _show_trial(self) -> None:
        if self.trial.isVisible():
            bring_into_sight(self.body, self.trial)

    def _listen(self) -> None:
        item = self.picked()
        if item is not None:
            self.trial.listen(item)

    def _do(self, work: Callable[[], object], select: str, words: str) -> None:
        """Store it, publish the coming days, show the list as it is then."""
        self.wrong.show_text("")
        app = self._app

        def all_of_it() -> object:
            done = work()
            publish(app)
            return done

        def then(result: object) -> None:
            self.changed = True
            said = self.tr("It waits for the second approver now.") if isinstance(result, FirstYes) else words
            if said:
                self._shell.notify(said)
            self._shell.air.command("reload").on_failure(lambda _: None).start(self)
            self.reload(select)

        Op(all_of_it).on_success(then).on_failure(self._failed).start(self)

    def _failed(self, error: Exception) -> None:
        self.wrong.show_text(explain(error).text, "bad", "circle-alert")
