"""Adding a person, changing one, and somebody's own new PIN."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from broadcaster.accounts.model import Person, Role
from broadcaster.accounts.service import AccountService
from broadcaster.base.errors import BroadcasterError
from broadcaster.gui.errors import explain
from broadcaster.gui.ops import Op
from broadcaster.gui.people.model import ROLES, role_words
from broadcaster.gui.sign_in_form import SecretField, secret_complaint, secret_rule
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, choice, text_field
from broadcaster.gui.widgets.layout import label

_AT_NAME = {"person.name", "person.exists", "person.signed"}


class PersonDialog(Sheet):
    """A new person, or (`person`) another spelling, office or role of one."""

    def __init__(self, parent: QWidget | None, accounts: AccountService, by: str, person: Person | None = None) -> None:
        translate = QCoreApplication.translate
        title = translate("PersonDialog", "Change a person") if person else translate("PersonDialog", "Add a person")
        super().__init__(parent, title, 560)
        self._accounts = accounts
        self._by = by
        self._person = person
        self.form = Form(label_width=120)
        self.name = text_field(person.name if person else "", limit=100)
        self.title = text_field(person.title if person else "", limit=200)
        self.role = choice([(str(role), role_words(role)) for role in ROLES],
                           str(person.role if person else Role.OPERATOR))
        self.pin, self.again = SecretField(), SecretField()
        self.form.add(self.tr("Name"), self.name)
        self.form.add(self.tr("Position"), self.title, self.tr("As it stands in approvals and reports."))
        self.form.add(self.tr("Rights"), self.role)
        if person is None:
            self.form.add(self.tr("PIN"), self.pin,
                          self.tr("Typed by this person, known to them alone: {rule}").format(rule=secret_rule()))
            self.form.add(self.tr("PIN again"), self.again)
        self.body.addWidget(label(title, "title"))
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.save = primary_button(self.tr("Save") if person else self.tr("Add"), "check", self._save)
        self.save.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.save)
        self.name.setFocus()

    def _save(self) -> None:
        self.form.clear()
        name, title, role = self.name.text().strip(), self.title.text(), Role(self.role.currentData())
        if not name:
            self.form.wrong(self.name, self.tr("Write the person's name."))
            return
        pin, by, accounts, person = self.pin.text(), self._by, self._accounts, self._person
        if person is None and (text := secret_complaint(pin, self.again.text(), name)):
            self.form.wrong(self.pin, text)
            return
        self.save.setEnabled(False)
        work = Op(lambda: accounts.add(name, title, role, pin, by)) if person is None else \
            Op(lambda: accounts.edit(person.name, new_name=name, title=title, role=role, by=by))
        work.on_success(lambda _: self.accept()).on_failure(self._failed).start(self)

    def _failed(self, error: Exception) -> None:
        self.save.setEnabled(True)
        code = error.code if isinstance(error, BroadcasterError) else ""
        field = self.name if code in _AT_NAME else self.pin if code.startswith("pin.") else self.role
        self.form.wrong(field, explain(error).text)


class PinChangeDialog(Sheet):
    """A person's own new PIN; who has forgotten the old one is shown the other way."""

    def __init__(self, parent: QWidget | None, accounts: AccountService, person: Person) -> None:
        title = QCoreApplication.translate("PersonDialog", "New PIN for {name}").format(name=person.name)
        super().__init__(parent, title, 560)
        self._accounts = accounts
        self._person = person
        self.wants_help = False
        self.form = Form(label_width=120)
        self.old, self.pin, self.again = SecretField(), SecretField(), SecretField()
        self.form.add(self.tr("PIN until now"), self.old)
        self.form.add(self.tr("New PIN"), self.pin, secret_rule())
        self.form.add(self.tr("PIN again"), self.again)
        self.body.addWidget(label(title, "title", wrap=True))
        words = label(self.tr("Only this person can do it, with the PIN they have now: nobody signs in another's "
                              "name."), "soft", wrap=True)
        words.setMinimumWidth(480)
        self.body.addWidget(words)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.forgotten = button(self.tr("Forgot your PIN?"), "circle-help", self._ask_help)
        self.save = primary_button(self.tr("Set the PIN"), "check", self._save)
        self.save.setDefault(True)
        self.buttons(self.forgotten, button(self.tr("Cancel"), "", self.reject), self.save)
        self.old.setFocus()

    def _ask_help(self) -> None:
        self.wants_help = True
        self.reject()

    def _save(self) -> None:
        self.form.clear()
        name, old, new = self._person.name, self.old.text(), self.pin.text()
        if not old:
            self.form.wrong(self.old, self.tr("Type the PIN you have now."))
            return
        if text := secret_complaint(new, self.again.text(), name):
            self.form.wrong(self.pin, text)
            return
        self.save.setEnabled(False)
        accounts = self._accounts
        Op(lambda: accounts.change_pin(name, old, new)).on_success(lambda _: self.accept()) \
            .on_failure(self._failed).start(self)

    def _failed(self, error: Exception) -> None:
        self.save.setEnabled(True)
        code = error.code if isinstance(error, BroadcasterError) else ""
        self.form.wrong(self.pin if code in {"pin.form", "pin.weak", "pin.same"} else self.old, explain(error).text)
