"""Signing: who, and their PIN. Wrong tries and locks are counted by the accounts service, not here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from broadcaster.accounts.model import Person, Role
from broadcaster.accounts.service import AccountService
from broadcaster.base.errors import BroadcasterError
from broadcaster.gui.errors import explain
from broadcaster.gui.ops import Op
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, choice
from broadcaster.gui.widgets.layout import label


def may(person: Person, role: Role | None) -> bool:
    """Whether `person` may sign for `role` (see Shell.ask_pin)."""
    if role is Role.APPROVER:
        return person.may_approve
    if role is Role.OPERATOR:
        return person.may_write
    if role is Role.ADMIN:
        return person.active and person.role is Role.ADMIN
    return person.active


class PinDialog(Sheet):
    """Ends with `person` set when the PIN was right."""

    def __init__(self, parent: QWidget | None, accounts: AccountService, people: Sequence[Person], purpose: str,
                 last_name: str = "") -> None:
        super().__init__(parent, QCoreApplication.translate("PinDialog", "Sign with your PIN"))
        self._accounts = accounts
        self.person: Person | None = None
        self.setMinimumWidth(580)  # a name with its office in one line
        self.body.addWidget(label(self.tr("Sign with your PIN"), "title"))
        self.body.addWidget(label(purpose, wrap=True))
        self._form = Form(label_width=90)
        words = [(person.name, f"{person.name} – {person.title}" if person.title else person.name) for person in people]
        self.who = choice(words, last_name)
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(12)
        self.pin.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self.pin))
        self._form.add(self.tr("Name"), self.who)
        self._form.add(self.tr("PIN"), self.pin)
        self.body.addWidget(self._form)
        self.sign = primary_button(self.tr("Sign"), "key-round", self._sign)
        self.sign.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.sign)
        self.who.currentIndexChanged.connect(lambda _: self._start_over())
        self.pin.textEdited.connect(lambda _: self._form.clear())
        self.pin.setFocus()

    def complaint(self) -> str:
        """What is shown as wrong."""
        return " ".join(self._form.complaints())

    def _start_over(self) -> None:
        self.pin.clear()
        self._form.clear()
        self.pin.setFocus()

    def _sign(self) -> None:
        name, pin = str(self.who.currentData()), self.pin.text()
        if not pin:
            self._form.wrong(self.pin, self.tr("Type your PIN."))
            return
        self.sign.setEnabled(False)
        Op(lambda: self._accounts.check_pin(name, pin)).on_success(self._signed).on_failure(self._refused).start(self)

    def _signed(self, person: Person) -> None:
        self.person = person
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.sign.setEnabled(True)
        self.pin.clear()
        self._form.wrong(self.pin, explain(error).text)
        if not isinstance(error, BroadcasterError):
            self.reject()
