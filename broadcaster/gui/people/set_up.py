"""A new station: who works here, who approves, the sheet for the day a PIN is forgotten. Three steps, each optional.

Nothing here stands in the way of the broadcast; it may be closed at any step, and what was done so far stays.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLayout, QRadioButton, QStackedWidget, QWidget

from broadcaster.accounts.model import Person, Role
from broadcaster.base.errors import BroadcasterError
from broadcaster.gui.errors import explain
from broadcaster.gui.ops import Op
from broadcaster.gui.people.actions import allow_alone, ask_place, make_sheet, open_file, save_sign_in
from broadcaster.gui.sign_in_form import SecretField, secret_complaint, secret_rule
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, flat_button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, text_field
from broadcaster.gui.widgets.layout import column, label, row
from broadcaster.wiring import App

_LABELS = 130


class SetUpDialog(Sheet):
    """`settings_changed`: the window must be built anew."""

    def __init__(self, parent: QWidget | None, app: App) -> None:
        super().__init__(parent, QCoreApplication.translate("SetUpDialog", "Set the station up"), 640)
        self._app = app
        self._first: Person | None = None
        self.settings_changed = False
        self.number = label("", "faint")
        self.heading = label("", "title", wrap=True)
        self.text = label("", "soft", wrap=True)
        self.steps = QStackedWidget()
        self.who, self.approver = _PersonFields(), _PersonFields()
        self.told = Banner()
        for page in (_page(self.who), self._approver_step(), self._sheet_step()):
            self.steps.addWidget(page)
        for part in (self.number, self.heading, self.text, self.told, self.steps):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.later = flat_button(self.tr("Not now"), "", self._later)
        self.next = primary_button(self.tr("Go on"), "", self._next)
        self.next.setDefault(True)
        self.body.addLayout(row(self.later, None, self.next))
        self._show(0)

    def _approver_step(self) -> QWidget:
        self.here = QRadioButton(self.tr("Somebody else approves, and is here now"))
        self.alone = QRadioButton(self.tr("I work alone: I write and I approve"))
        self.absent = QRadioButton(self.tr("The approver comes later"))
        self.meaning = Banner()
        ways = QButtonGroup(self)
        for way in (self.here, self.alone, self.absent):
            ways.addButton(way)
            way.toggled.connect(lambda _: self._show_way())
        self.here.setChecked(True)
        choices = column(*(row(way, None) for way in (self.here, self.alone, self.absent)), spacing=4)
        return _page(choices, self.meaning, self.approver)

    def _sheet_step(self) -> QWidget:
        self.sheet_button = button(self.tr("Make the recovery sheet (PDF)…"), "printer", self._make_sheet)
        self.sheet_state = Banner()
        self.sign_in = QCheckBox(self.tr("Whoever uses this window signs in first; it locks after 10 minutes"))
        self.sign_in.setAccessibleName(self.sign_in.text())
        note = label(self.tr("For a computer that others can reach. Otherwise everybody may look, and each act is "
                             "signed with a PIN. Both can be changed later under People."), "faint", wrap=True)
        return _page(row(self.sheet_button, None), self.sheet_state, row(self.sign_in, None), note)

    def _show(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        self.told.show_text("")
        self.number.setText(self.tr("Step {number} of 3").format(number=step + 1))
        heading, text = [
            (self.tr("Who works at this station?"),
             self.tr("You: who writes the bulletins and plans the day. You also look after people and settings.")),
            (self.tr("Who approves?"),
             self.tr("Nothing is aired without the approval of a named person, as a rule another than who wrote it.")),
            (self.tr("For the day a PIN is forgotten"),
             self.tr("Print eight one-time codes, seal them in an envelope and lock it away. Without them nobody can "
                     "let you in again when you forget your PIN.")),
        ][step]
        self.heading.setText(heading)
        self.text.setText(text)
        self.later.setText([self.tr("Not now"), self.tr("Later"), self.tr("Sheet later")][step])
        self.later.setVisible(step != 1)
        self.next.setText(self.tr("Done") if step == 2 else self.tr("Go on"))
        self._show_way()
        if step == 0:
            self.who.name.setFocus()

    def _show_way(self) -> None:
        self.approver.setVisible(self.here.isChecked())
        self.meaning.show_text(
            self.tr("Each bulletin you approve yourself is marked “approved by its author” in the airing log and in "
                    "reports, and in the record of who did what. As soon as a second person is there, enter them and "
                    "turn this off in Settings.") if self.alone.isChecked() else
            self.tr("Until then nothing you write can be aired. Enter them under People when they are here.")
            if self.absent.isChecked() else "", "wait", "info")

    def _later(self) -> None:
        if self.steps.currentIndex() == 0:
            self.reject()
        else:
            self._finish()

    def _next(self) -> None:
        self.told.show_text("")
        step = self.steps.currentIndex()
        if step == 0 and self.who.right():
            # Whether the name and PIN hold is judged now; both people are stored together.
            self._show(1)
        elif step == 1:
            self._store()
        elif step == 2:
            self._finish()

    def _store(self) -> None:
        entries = [(*self.who.entry(Role.ADMIN),)]
        if self.here.isChecked():
            if not self.approver.right():
                return
            entries.append((*self.approver.entry(Role.APPROVER),))
        app, alone = self._app, self.alone.isChecked()
        reason = self.tr("chosen when the station was set up")

        def work() -> Person:
            first = app.accounts.add_all(entries)[0]
            if alone:
                allow_alone(app, first, reason)
            return first

        self.next.setEnabled(False)
        Op(work).on_success(self._stored).on_failure(self._failed).start(self)

    def _stored(self, first: Person) -> None:
        self._first = first
        self.settings_changed = self.alone.isChecked()
        self.next.setEnabled(True)
        self._show(2)

    def _failed(self, error: Exception) -> None:
        self.next.setEnabled(True)
        whose = str(error.facts.get("name", "")) if isinstance(error, BroadcasterError) else ""
        at_first = not self.here.isChecked() or whose == self.who.name.text().strip()
        if at_first:
            self._show(0)
        self.told.show_text(explain(error).text, "bad", "circle-alert")

    def _make_sheet(self) -> None:
        path = ask_place(self)
        if path is None:
            return
        app, by = self._app, self._first.name if self._first else ""
        self.sheet_button.setEnabled(False)
        Op(lambda: make_sheet(app, path, by), lane="slow").on_success(lambda _: self._made(path)).on_failure(
            self._not_made).start(self)

    def _made(self, path: Path) -> None:
        self.sheet_button.setEnabled(True)
        words = self.tr("The sheet is saved. Print it, seal it, then delete the file {name}.")
        self.sheet_state.show_text(words.format(name=path.name), "good", "circle-check")
        open_file(path)

    def _not_made(self, error: Exception) -> None:
        self.sheet_button.setEnabled(True)
        self.sheet_state.show_text(explain(error).text, "bad", "circle-alert")

    def _finish(self) -> None:
        if not self.sign_in.isChecked():
            self.accept()
            return
        app, by = self._app, self._first.name if self._first else ""
        Op(lambda: save_sign_in(app, on=True, minutes=10, by=by)).on_success(lambda _: self._signed_in()).on_failure(
            self._not_made).start(self)

    def _signed_in(self) -> None:
        self.settings_changed = True
        self.accept()


def _page(*parts: QWidget | QLayout) -> QWidget:
    """One step: its parts at the top."""
    result = QWidget()
    result.setObjectName("plain")
    box = column(*parts, None, spacing=12)
    box.setContentsMargins(0, 0, 0, 0)
    result.setLayout(box)
    return result


class _PersonFields(Form):
    """Name, office, PIN twice."""

    def __init__(self) -> None:
        super().__init__(label_width=_LABELS)
        self.name, self.title = text_field(limit=100), text_field(limit=200)
        self.pin, self.again = SecretField(), SecretField()
        self.add(self.tr("Name"), self.name)
        self.add(self.tr("Position"), self.title, self.tr("As it stands in approvals and reports."))
        self.add(self.tr("PIN"), self.pin, secret_rule())
        self.add(self.tr("PIN again"), self.again)

    def right(self) -> bool:
        """Marks what is wrong."""
        self.clear()
        if not self.name.text().strip():
            self.wrong(self.name, self.tr("Write the person's name."))
            return False
        text = secret_complaint(self.pin.text(), self.again.text(), self.name.text())
        if text:
            self.wrong(self.pin, text)
        return not text

    def entry(self, role: Role) -> tuple[str, str, Role, str]:
        """As AccountService.add_all takes it."""
        return self.name.text(), self.title.text(), role, self.pin.text()
