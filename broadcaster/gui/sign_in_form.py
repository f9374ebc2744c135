"""Name and PIN or password, as every place asks for them; a one-time PIN is exchanged for an own one right there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from broadcaster.accounts.model import Person
from broadcaster.accounts.pins import LONGEST_SECRET, easy_pin, weak_password
from broadcaster.accounts.service import AccountService
from broadcaster.base.errors import BroadcasterError
from broadcaster.gui.errors import explain
from broadcaster.gui.icons import icon
from broadcaster.gui.ops import Op
from broadcaster.gui.theme import colors
from broadcaster.gui.widgets.form import Form, choice
from broadcaster.gui.widgets.layout import label


class SecretField(QLineEdit):
    """Hidden while it is typed; the eye shows it, because a password with accents is hard to type blind."""

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(LONGEST_SECRET)
        self._eye = self.addAction(_eye(), QLineEdit.ActionPosition.TrailingPosition)
        self._eye.setToolTip(self.tr("Show or hide what is typed"))
        self._eye.triggered.connect(lambda: self._turn())

    def hide_text(self) -> None:
        """Empty, and hidden again."""
        self.clear()
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def _turn(self) -> None:
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)


class SignForm(QWidget):
    """`sign()` judges what is typed; then `signed(Person)`, or a word beside the field."""

    signed = Signal(object)
    busy = Signal(bool)
    """Being judged: argon2 takes a tenth of a second, a busy disk longer."""
    broken = Signal(object)
    """Something else than a wrong PIN went wrong."""

    def __init__(self, accounts: AccountService, people: Sequence[Person], last_name: str = "",
                 label_width: int = 90) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._accounts = accounts
        self._renewing = False
        self.form = Form(label_width=label_width)
        self.who = choice([(person.name, person_words(person)) for person in people], last_name)
        self.pin, self.new, self.again = SecretField(), SecretField(), SecretField()
        self.note = label(self.tr("This PIN was made by somebody else and holds once. Choose one of your own: "
                                  "{rule}").format(rule=secret_rule()), wrap=True)
        self.form.add(self.tr("Name"), self.who)
        self.form.add(self.tr("PIN"), self.pin)
        self.form.add(self.tr("New PIN"), self.new)
        self.form.add(self.tr("PIN again"), self.again)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.form)
        box.addWidget(self.note)
        self._show_renewing(False)
        self.who.currentIndexChanged.connect(lambda _: self.start_over())
        for field in (self.pin, self.new, self.again):
            field.textEdited.connect(lambda _: self.form.clear())

    def start_over(self) -> None:
        """Nothing typed, nothing marked."""
        for field in (self.pin, self.new, self.again):
            field.hide_text()
        self.form.clear()
        self._show_renewing(False)
        self.pin.setFocus()

    def offer(self, people: Sequence[Person], name: str = "") -> None:
        """Other people to choose from; what is typed goes."""
        self.who.blockSignals(True)
        self.who.clear()
        for person in people:
            self.who.addItem(person_words(person), person.name)
        self.who.setCurrentIndex(max(0, self.who.findData(name)))
        self.who.blockSignals(False)
        self.start_over()

    def complaint(self) -> str:
        """What is shown as wrong."""
        return " ".join(self.form.complaints())

    def name(self) -> str:
        return str(self.who.currentData() or "")

    def sign(self) -> None:
        """Enter, or the button."""
        name, pin, new = self.name(), self.pin.text(), self.new.text()
        if not pin:
            self.form.wrong(self.pin, self.tr("Type your PIN."))
            return
        if self._renewing and (text := secret_complaint(new, self.again.text(), name)):
            self.form.clear()
            self.form.wrong(self.new, text)
            return
        self.busy.emit(True)
        accounts, renewing = self._accounts, self._renewing
        Op(lambda: accounts.change_pin(name, pin, new) if renewing else accounts.check_pin(name, pin)) \
            .on_success(self._right).on_failure(self._refused).start(self)

    def _right(self, person: Person) -> None:
        self.busy.emit(False)
        self.signed.emit(person)

    def _refused(self, error: Exception) -> None:
        self.busy.emit(False)
        if isinstance(error, BroadcasterError) and error.code == "pin.must_change":
            self._show_renewing(True)
            self.new.setFocus()
            return
        # While the new PIN is chosen the old one stays as it was typed, unless it is what was wrong.
        at_new = self._renewing and isinstance(error, BroadcasterError) and error.code in _ABOUT_NEW
        if not at_new:
            self.pin.hide_text()
        self.form.wrong(self.new if at_new else self.pin, explain(error).text)
        if not isinstance(error, BroadcasterError):
            self.broken.emit(error)

    def _show_renewing(self, shown: bool) -> None:
        self._renewing = shown
        self.form.set_row_visible(self.new, shown)
        self.form.set_row_visible(self.again, shown)
        self.note.setVisible(shown)


_ABOUT_NEW = {"pin.form", "pin.weak", "pin.same"}


def person_words(person: Person) -> str:
    """A person in a list."""
    return f"{person.name} – {person.title}" if person.title else person.name


def secret_rule() -> str:
    """What a PIN or password must be."""
    return QCoreApplication.translate("Secret", "4 to 12 digits, or a password of 8 letters and digits or more.")


def secret_complaint(secret: str, again: str, name: str = "") -> str:
    """Why this pair of entries is neither a PIN nor a password; empty when it is."""
    translate = QCoreApplication.translate
    digits = secret.isascii() and secret.isdigit()
    if digits and not 4 <= len(secret) <= 12:
        return translate("Secret", "A PIN is 4 to 12 digits.")
    if not digits and (secret.isdecimal() or len(secret) < 8):
        return translate("Secret", "A PIN is 4 to 12 digits; a password has 8 characters or more.")
    if easy_pin(secret):
        return translate("Secret", "This PIN is too easy to guess.")
    if not digits and weak_password(secret, name):
        return translate("Secret", "This password is too easy to guess.")
    return "" if secret == again else translate("Secret", "The two entries differ.")


def _eye() -> QIcon:
    return icon("eye", colors.soft)
