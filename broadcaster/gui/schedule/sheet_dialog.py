"""The week as a sheet: how it looks on paper, where it stands, what changed; submit, approve, give back, print."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from broadcaster.accounts.model import Role
from broadcaster.gui.bulletins.own_work import own_reason
from broadcaster.gui.errors import explain
from broadcaster.gui.kit.previews import PaperPreview
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.schedule import sheet_actions as actions
from broadcaster.gui.schedule.sheet_model import (
    WAITING,
    change_words,
    may_submit,
    standing,
    versions,
    week_words,
)
from broadcaster.gui.widgets.badge import Badge, Banner
from broadcaster.gui.widgets.buttons import button, icon_button, primary_button
from broadcaster.gui.widgets.chips import chip
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import caption_label, label, row, scrolled, show_if
from broadcaster.gui.widgets.reason import ask_reason
from broadcaster.schedule.sheets.service import WeekLook
from broadcaster.schedule.sheets.sheet import monday_of
from broadcaster.wiring import App


class WeekSheetDialog(Sheet):
    """`changed` tells whether anything was approved, so that the page reads its plan again."""

    def __init__(self, parent: QWidget | None, app: App, shell: Shell, day: date) -> None:
        super().__init__(parent, QCoreApplication.translate("WeekSheetDialog", "Weekly schedule"), 760)
        self._app, self._shell = app, shell
        self.monday = monday_of(day)
        self.changed = False
        self.look: WeekLook | None = None
        self.shown: actions.Shown | None = None
        self._asked = 0
        self._head()
        self.paper = PaperPreview()
        self.paper.setMinimumHeight(200)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.paper, 1)
        middle.addWidget(self._side())
        self.body.addLayout(middle, 1)
        self._foot()
        self.paper.setFocus()
        room = self.screen().availableSize()
        self.resize(min(1120, room.width() - 40), min(700, room.height() - 60))
        self.read()

    def read(self) -> None:
        """The week again; only the newest answer is shown."""
        self._asked += 1
        asked = self._asked
        self.week.setText(week_words(self.monday))
        self._lock(True)
        Op(partial(actions.look, self._app, self.monday)).on_success(
            lambda found: self._show(found) if asked == self._asked else None).on_failure(self._failed).start(self)

    # Building

    def _head(self) -> None:
        title = label(self.tr("Weekly schedule"), "title")
        self.week = label("", "strong")
        self.week.setMinimumWidth(180)
        self.week.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.before = icon_button("chevron-left", self.tr("Week before"), partial(self._step, -1))
        self.after = icon_button("chevron-right", self.tr("Week after"), partial(self._step, 1))
        self.badge = Badge()
        self.body.addLayout(row(title, self.before, self.week, self.after, None, self.badge))
        self.text = label("", "soft", wrap=True)
        self.body.addWidget(self.text)
        self.altered = Banner("", "bad", "circle-alert")
        self.body.addWidget(self.altered)
        self.chips = QButtonGroup(self)
        self.chip_row = row(None)
        self.body.addLayout(self.chip_row)

    def _side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(280)
        box = QVBoxLayout(side)
        box.setContentsMargins(0, 0, 0, 0)
        self.changes_title = caption_label("")
        box.addWidget(self.changes_title)
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, 6, 0)
        self._lines.setSpacing(8)
        box.addWidget(scrolled(inside), 1)
        self.side = side
        return side

    def _foot(self) -> None:
        self.docx_button = button(self.tr("Save as Word…"), "file-text", partial(self._save, "docx"))
        self.pdf_button = button(self.tr("Save as PDF…"), "file-down", partial(self._save, "pdf"))
        self.print_button = button(self.tr("Print…"), "printer", self._print)
        self.back_button = button(self.tr("Give back…"), "undo-2", self.give_back)
        self.submit_button = primary_button(self.tr("Submit…"), "send", self.submit)
        self.approve_button = primary_button(self.tr("Approve…"), "shield-check", self.approve)
        line = row(self.docx_button, self.pdf_button, self.print_button, None, self.back_button, self.submit_button,
                   self.approve_button, button(self.tr("Close"), "", self.reject))
        self.body.addLayout(line)

    # Showing

    def _show(self, look: WeekLook) -> None:
        self.look = look
        state = standing(look, self._app.sheets.required)
        self.badge.show_state(state.badge, state.tone)
        self.text.setText(state.text)
        self.altered.show_text(self.tr("A sheet of this week was changed outside the program. It counts for nothing; "
                                       "submit the week again.") if look.altered else "", "bad", "circle-alert")
        for part in self.chips.buttons():
            self.chips.removeButton(part)
            part.hide()
            part.deleteLater()
        found = versions(look)
        for number, (version, words) in enumerate(found):
            part = chip(words)
            part.setProperty("version", version)
            part.setChecked(number == 0)
            part.clicked.connect(partial(self._draw, version))
            self.chips.addButton(part)
            self.chip_row.insertWidget(number, part)
            show_if(part, len(found) > 1)
        self._draw(found[0][0])

    def _draw(self, version: str) -> None:
        look = self.look
        if look is None:
            return
        self._asked += 1
        asked = self._asked
        self._lock(True)
        Op(partial(actions.draw, self._app, look, version), lane="slow").on_success(
            lambda shown: self._drawn(shown) if asked == self._asked else None).on_failure(self._failed).start(self)

    def _drawn(self, shown: actions.Shown) -> None:
        self.shown = shown
        self.paper.show_pages(shown.images)
        self.paper.verticalScrollBar().setValue(0)
        self._show_changes()
        self._lock(False)

    def _show_changes(self) -> None:
        look = self.look
        assert look is not None
        waiting = self.shown is not None and self.shown.version == WAITING
        changes = look.submitted_changes if waiting else look.changes
        title = self.tr("New against the approved week") if waiting else self.tr("Changed since the approval")
        self.changes_title.setText(title.upper())
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for change in changes:
            self._lines.addWidget(label(change_words(change), wrap=True))
        self._lines.addStretch(1)
        show_if(self.side, bool(changes))

    def _lock(self, busy: bool) -> None:
        look, today = self.look, self._app.clock.now().date()
        over = self.monday + timedelta(days=7) <= today
        waits = look is not None and look.waiting is not None and not over
        shows_waiting = self.shown is not None and self.shown.version == WAITING
        for part in (self.docx_button, self.pdf_button, self.print_button):
            part.setEnabled(not busy)
        self.back_button.setVisible(waits)
        self.approve_button.setVisible(waits)
        self.submit_button.setVisible(look is not None and may_submit(look, today))
        self.back_button.setEnabled(not busy)
        self.submit_button.setEnabled(not busy)
        self.approve_button.setEnabled(not busy and shows_waiting)

    def _failed(self, error: Exception) -> None:
        self.paper.show_words(explain(error).text)
        self._lock(False)

    # Doing

    def _step(self, weeks: int) -> None:
        self.monday += timedelta(days=7 * weeks)
        self.read()

    def submit(self) -> None:
        """Lay the plan as it is now before the approver."""
        person = self._shell.ask_pin(Role.OPERATOR, self.tr("Submit the weekly schedule {week} for approval.").format(
            week=week_words(self.monday)))
        if person is not None:
            self._do(partial(actions.submit, self._app, self.monday, person),
                     self.tr("The schedule {week} waits for an approver."))

    def approve(self) -> None:
        """Exactly the sheet that lies here."""
        waiting = self.look.waiting if self.look else None
        person = self._shell.ask_pin(Role.APPROVER, self.tr("I approve the weekly schedule {week} as shown.").format(
            week=week_words(self.monday))) if waiting else None
        if waiting is None or person is None:
            return
        why = own_reason(self._shell, person, {waiting.submitted_by.casefold()}, self)
        if why is not None:
            self.changed = True
            self._do(partial(actions.approve, self._app, waiting, person, why),
                     self.tr("The schedule {week} is approved."))

    def give_back(self) -> None:
        reason = ask_reason(self, self.tr("Give the schedule back"), self.tr(
            "Whoever submitted it reads the reason here and can submit again."), self.tr("Give back"))
        person = self._shell.ask_pin(Role.APPROVER, self.tr("Give the weekly schedule {week} back.").format(
            week=week_words(self.monday))) if reason else None
        if person is not None:
            self._do(partial(actions.give_back, self._app, self.monday, person, reason),
                     self.tr("The schedule {week} was given back."))

    def _do(self, work: Callable[[], object], words: str) -> None:
        text = words.format(week=week_words(self.monday))

        def done(_: object) -> None:
            self._shell.notify(text)
            self._shell.air.command("reload").on_failure(lambda _: None).start(self)
            self.read()

        self._lock(True)
        Op(work).on_success(done).on_failure(self._refused).start(self)

    def _refused(self, error: Exception) -> None:
        self._shell.error(error)
        self.read()

    def _save(self, ending: str) -> None:
        shown = self.shown
        path = actions.ask_file(self, self._shell, self.tr("Save the weekly schedule"), self.monday, ending) \
            if shown else None
        if shown is None or path is None:
            return
        write = actions.write_docx if ending == "docx" else actions.write_pdf
        Op(partial(write, path, shown), lane="slow").on_success(self._saved).start(self)

    def _saved(self, path: Path) -> None:
        self._shell.notify(self.tr("Saved: {path}").format(path=path))

    def _print(self) -> None:
        from broadcaster.gui.printing import print_pdf
        if self.shown is not None:
            print_pdf(self, self._shell, self.shown.pdf, self.windowTitle())
