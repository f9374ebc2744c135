"""Signing: who, and their PIN. Wrong tries and locks are counted by the accounts service, not here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from broadcaster.accounts.model import Person, Right, Role, allowed
from broadcaster.accounts.service import AccountService
from broadcaster.gui.sign_in_form import SignForm
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label

_RIGHT_OF = {Role.APPROVER: Right.APPROVE, Role.OPERATOR: Right.WRITE, Role.VIEWER: Right.LOOK, None: Right.LOOK}

ASK_AGAIN = frozenset({Right.APPROVE, Right.RETENTION, Right.RESTORE, Right.PEOPLE})
"""What is signed with a PIN each time, also by whoever is signed in."""


def right_of(role: Role | Right | None) -> Right | None:
    """The right that is meant; None: administrators only."""
    if isinstance(role, Right):
        return role
    return None if role is Role.ADMIN else _RIGHT_OF[role]


def may(person: Person, role: Role | Right | None, people: Iterable[Person] = ()) -> bool:
    """Whether `person`, one of `people`, may sign for `role` (see Shell.ask_pin)."""
    right = right_of(role)
    if right is None:
        return person.active and person.role is Role.ADMIN
    return allowed(person, right, people)


def usual_signer(people: Sequence[Person], right: Right | None, last: Mapping[Right | None, str]) -> str:
    """Who is offered first: who did this kind of act last, else whose office it is, else who signed anything."""
    if right in last:
        return last[right]
    # An administrator may approve too; at the very first approval the leader is meant all the same.
    office = Role.APPROVER if right is Right.APPROVE else Role.OPERATOR if right is Right.WRITE else None
    of_office = [person.name for person in people if person.role is office]
    return of_office[0] if of_office else last.get(Right.WRITE, "")


class PinDialog(Sheet):
    """Ends with `person` set when the PIN was right."""

    def __init__(self, parent: QWidget | None, accounts: AccountService, people: Sequence[Person], purpose: str,
                 last_name: str = "") -> None:
        super().__init__(parent, QCoreApplication.translate("PinDialog", "Sign with your PIN"))
        self.person: Person | None = None
        self.setMinimumWidth(580)  # a name with its office in one line
        self.body.addWidget(label(self.tr("Sign with your PIN"), "title"))
        self.body.addWidget(label(purpose, wrap=True))
        self._form = SignForm(accounts, people, last_name)
        self.who, self.pin = self._form.who, self._form.pin
        self.body.addWidget(self._form)
        self.sign = primary_button(self.tr("Sign"), "key-round", self._form.sign)
        self.sign.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.sign)
        self._form.signed.connect(self._signed)
        self._form.busy.connect(lambda busy: self.sign.setEnabled(not busy))
        self._form.broken.connect(lambda _: self.reject())
        self.pin.setFocus()

    def complaint(self) -> str:
        """What is shown as wrong."""
        return self._form.complaint()

    def _signed(self, person: Person) -> None:
        self.person = person
        self.accept()
