"""The people of the station: who may write, who may approve, and their PINs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from broadcaster.accounts.model import Person, Role
from broadcaster.accounts.service import AccountService
from broadcaster.gui.errors import explain
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.settings.model import guard, pin_complaint, role_words
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, choice, text_field
from broadcaster.gui.widgets.layout import Card, label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import Table


class PeopleCard(Card):
    """The list, and what can be done with one of them."""

    def __init__(self, accounts: AccountService, shell: Shell) -> None:
        super().__init__()
        self._accounts = accounts
        self._shell = shell
        self._people: Sequence[Person] = ()
        self.table = Table("settings.people", [
            Column(self.tr("Name"), lambda person: person.name, 0),
            Column(self.tr("Rights"), lambda person: role_words(person.role), 176),
            Column(self.tr("State"), self._state, 112, tone=lambda person: "good" if person.active else "plain"),
        ])
        self.table.setMinimumHeight(216)
        self.table.set_empty("users", self.tr("Nobody is entered yet. Enter at least one who writes and one who "
                                              "approves."), self.tr("Add a person…"), self._add)
        self.add_button = button(self.tr("Add a person…"), "user-plus", self._add)
        self.pin_button = button(self.tr("New PIN…"), "key-round", self._set_pin)
        self.active_button = button(self.tr("Take rights away"), "user", self._toggle)
        self.add(row(label(self.tr("People").upper(), "caption"), None), self.table,
                 row(self.add_button, self.pin_button, self.active_button, None))
        self.table.picked.connect(self._show_buttons)
        self._show_buttons(None)

    def reload(self) -> None:
        """Read the people again."""
        Op(lambda: self._accounts.people(active_only=False)).on_success(self._show).start(self)

    def _show(self, people: Sequence[Person]) -> None:
        self._people = people
        self.table.show_rows(people)
        self._show_buttons(self.table.current_row())

    def _state(self, person: Person) -> str:
        return self.tr("active") if person.active else self.tr("left")

    def _show_buttons(self, person: Person | None) -> None:
        self.pin_button.setEnabled(person is not None)
        self.active_button.setEnabled(person is not None)
        gone = person is not None and not person.active
        self.active_button.setText(self.tr("Give rights back") if gone else self.tr("Take rights away"))
        self.active_button.setAccessibleName(self.active_button.text())

    def _signed(self, purpose: str) -> tuple[bool, str]:
        """Whether the change is allowed, and who signed it."""
        role = guard(self._people)
        if role is None:
            return True, ""
        person = self._shell.ask_pin(role, purpose)
        return person is not None, person.name if person else ""

    def _add(self) -> None:
        allowed, by = self._signed(self.tr("Adding a person needs the signature of someone who approves."))
        if allowed:
            dialog = PersonDialog(self.window(), self._accounts, by)
            if dialog.exec():
                self._shell.notify(self.tr("{name} can sign now.").format(name=dialog.name.text().strip()))
            dialog.deleteLater()
            self.reload()

    def _set_pin(self) -> None:
        person = self.table.current_row()
        allowed, by = self._signed(self.tr("A new PIN for {name} needs a signature.").format(name=person.name))
        if allowed:
            dialog = PinChangeDialog(self.window(), self._accounts, person, by)
            if dialog.exec():
                self._shell.notify(self.tr("{name} has a new PIN.").format(name=person.name))
            dialog.deleteLater()

    def _toggle(self) -> None:
        person = self.table.current_row()
        allowed, by = self._signed(self.tr("Changing the rights of {name} needs a signature.").format(name=person.name))
        if not allowed:
            return
        change = self._accounts.deactivate if person.active else self._accounts.activate
        Op(lambda: change(person.name, by)).on_success(lambda _: self.reload()).start(self)


class _PinFields(Sheet):
    """Two PIN fields that must agree."""

    def __init__(self, parent: QWidget | None, title: str, accounts: AccountService, by: str) -> None:
        super().__init__(parent, title)
        self.accounts = accounts
        self.by = by
        self.form = Form(label_width=120)
        self.pin, self.again = _pin_field(), _pin_field()
        self.body.addWidget(label(title, "title", wrap=True))
        self.body.addWidget(self.form)

    def pin_rows(self, pin_name: str, again_name: str, note: str) -> None:
        self.form.add(pin_name, self.pin, note)
        self.form.add(again_name, self.again)

    def pin_right(self) -> bool:
        """Marks what is wrong."""
        self.form.clear()
        text = pin_complaint(self.pin.text(), self.again.text())
        if text:
            self.form.wrong(self.pin, text)
        return not text

    def failed(self, error: Exception) -> None:
        self.form.wrong(self.pin, explain(error).text)


class PersonDialog(_PinFields):
    """A new person."""

    def __init__(self, parent: QWidget | None, accounts: AccountService, by: str) -> None:
        super().__init__(parent, QCoreApplication.translate("PersonDialog", "Add a person"), accounts, by)
        self.name = text_field(limit=100)
        self.title = text_field(limit=200)
        roles = [(str(role), role_words(role)) for role in (Role.OPERATOR, Role.APPROVER, Role.ADMIN, Role.VIEWER)]
        self.role = choice(roles)
        self.form.add(self.tr("Name"), self.name)
        self.form.add(self.tr("Position"), self.title, self.tr("As it stands in approvals and reports."))
        self.form.add(self.tr("Rights"), self.role)
        self.pin_rows(self.tr("PIN"), self.tr("PIN again"), self.tr("4 to 12 digits, known to this person alone."))
        self.save = primary_button(self.tr("Add"), "check", self._save)
        self.save.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.save)
        self.name.setFocus()

    def _save(self) -> None:
        if not self.pin_right():
            return
        if not self.name.text().strip():
            self.form.wrong(self.name, self.tr("Write the person's name."))
            return
        name, title, role, pin = self.name.text(), self.title.text(), Role(self.role.currentData()), self.pin.text()
        Op(lambda: self.accounts.add(name, title, role, pin, self.by)).on_success(lambda _: self.accept()) \
            .on_failure(self.failed).start(self)


class PinChangeDialog(_PinFields):
    """A new PIN for someone; it lifts a lock too."""

    def __init__(self, parent: QWidget | None, accounts: AccountService, person: Person, by: str) -> None:
        super().__init__(parent, _new_pin_title(person), accounts, by)
        self._person = person
        self.pin_rows(self.tr("New PIN"), self.tr("PIN again"), self.tr("4 to 12 digits, known to this person alone."))
        self.save = primary_button(self.tr("Set the PIN"), "check", self._save)
        self.save.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.save)
        self.pin.setFocus()

    def _save(self) -> None:
        if self.pin_right():
            name, pin = self._person.name, self.pin.text()
            Op(lambda: self.accounts.set_pin(name, pin, self.by)).on_success(lambda _: self.accept()) \
                .on_failure(self.failed).start(self)


def _pin_field() -> QLineEdit:
    field = text_field(limit=12)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


def _new_pin_title(person: Person) -> str:
    return QCoreApplication.translate("PersonDialog", "New PIN for {name}").format(name=person.name)
