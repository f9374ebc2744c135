"""A forgotten PIN: two colleagues sign, or one code of the recovery sheet is used up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QStackedWidget, QWidget

from broadcaster.accounts.model import Person
from broadcaster.base.errors import BroadcasterError
from broadcaster.gui.errors import explain
from broadcaster.gui.ops import Op
from broadcaster.gui.sign_in_form import SecretField, person_words, secret_complaint, secret_rule
from broadcaster.gui.theme import colors, digit_font, sizes
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, choice, text_field
from broadcaster.gui.widgets.layout import column, label, row
from broadcaster.wiring import App

_WIDTH = 620


class ForgottenDialog(Sheet):
    """Ends accepted when there is a new PIN. With two signatures it is a one-time one, shown here once."""

    def __init__(self, parent: QWidget | None, app: App, name: str = "") -> None:
        super().__init__(parent, "", _WIDTH)
        self.setWindowTitle(self.tr("Forgotten PIN"))
        self._app = app
        self.name = ""
        self._people: Sequence[Person] = app.accounts.people()
        self.body.addWidget(label(self.tr("Forgotten PIN"), "title"))
        self.who = choice([(person.name, person_words(person)) for person in self._people], name)
        head = Form(label_width=150)
        head.add(self.tr("Who forgot it"), self.who)
        self.body.addWidget(head)
        self.by_two = QRadioButton(self.tr("Two other people sign: {name} gets a one-time PIN"))
        self.by_code = QRadioButton(self.tr("A code of the recovery sheet is used"))
        self._ways = QButtonGroup(self)
        self.body.addLayout(column(row(self.by_two, None), row(self.by_code, None), spacing=4))
        self.told = Banner()
        self.body.addWidget(self.told)
        self.steps = QStackedWidget()
        self.steps.addWidget(self._two_step())
        self.steps.addWidget(self._code_step())
        self.body.addWidget(self.steps)
        self.go_on = primary_button(self.tr("Set the PIN"), "check", self._do)
        self.go_on.setDefault(True)
        self.cancel = button(self.tr("Cancel"), "", self.reject)
        self.buttons(self.cancel, self.go_on)
        for way in (self.by_two, self.by_code):
            self._ways.addButton(way)
            way.toggled.connect(lambda _: self._choose())
        self.who.currentIndexChanged.connect(lambda _: self._choose())
        self._choose(first=True)

    def _two_step(self) -> QWidget:
        self.first, self.second = choice([]), choice([])
        self.first_pin, self.second_pin = SecretField(), SecretField()
        self.two = Form(label_width=150)
        self.two.add(self.tr("First to sign"), self.first)
        self.two.add(self.tr("PIN"), self.first_pin)
        self.two.add(self.tr("Second to sign"), self.second,
                     self.tr("One of the two approves or administers. Both stand here and know who asks."))
        self.two.add(self.tr("PIN"), self.second_pin)
        return self.two

    def _code_step(self) -> QWidget:
        self.code = text_field(limit=60, hint="XXXX-XXXX-XXXX-XXXX")
        self.pin, self.again = SecretField(), SecretField()
        self.one = Form(label_width=150)
        self.one.add(self.tr("Code from the sheet"), self.code,
                     self.tr("Small or capital letters, with or without hyphens. It is used up by this."))
        self.one.add(self.tr("New PIN"), self.pin, secret_rule())
        self.one.add(self.tr("PIN again"), self.again)
        return self.one

    def _choose(self, *, first: bool = False) -> None:
        """The way that is open to this person."""
        name = str(self.who.currentData() or "")
        others = [person for person in self._people if person.name != name]
        enough = len(others) >= 2 and any(person.may_approve for person in others)
        self.by_two.setEnabled(enough)
        self.by_two.setText(self.tr("Two other people sign: {name} gets a one-time PIN").format(name=name))
        if first or (not enough and self.by_two.isChecked()):
            (self.by_two if enough else self.by_code).setChecked(True)
        items = [(person.name, person_words(person)) for person in others]
        if [box[0] for box in items] != [self.first.itemData(place) for place in range(self.first.count())]:
            for field, at in ((self.first, 0), (self.second, 1)):
                field.clear()
                for value, words in items:
                    field.addItem(words, value)
                field.setCurrentIndex(min(at, len(items) - 1))
        self.steps.setCurrentIndex(0 if self.by_two.isChecked() else 1)
        self.go_on.setText(self.tr("Give a one-time PIN") if self.by_two.isChecked() else self.tr("Set the PIN"))
        self.go_on.setAccessibleName(self.go_on.text())
        self.told.show_text("" if enough else self.tr(
            "Fewer than two others can sign here, one of whom approves: only the recovery sheet helps."), "info",
            "info")

    def _do(self) -> None:
        self.two.clear()
        self.one.clear()
        if self.by_two.isChecked():
            self._do_two()
        else:
            self._do_code()

    def _do_two(self) -> None:
        name = str(self.who.currentData() or "")
        first = str(self.first.currentData() or ""), self.first_pin.text()
        second = str(self.second.currentData() or ""), self.second_pin.text()
        for field, pair in ((self.first_pin, first), (self.second_pin, second)):
            if not pair[1]:
                self.two.wrong(field, self.tr("Type your PIN."))
                return
        recovery = self._app.recovery
        self._begin(Op(lambda: recovery.by_two(name, first, second)).on_success(
            lambda pin: self._show_pin(name, pin)).on_failure(self._failed_two))

    def _do_code(self) -> None:
        name, code, pin = str(self.who.currentData() or ""), self.code.text(), self.pin.text()
        if not code.strip():
            self.one.wrong(self.code, self.tr("Type one code of the sheet."))
            return
        if text := secret_complaint(pin, self.again.text(), name):
            self.one.wrong(self.pin, text)
            return
        recovery = self._app.recovery
        self._begin(Op(lambda: recovery.by_code(name, code, pin), lane="slow").on_success(
            lambda person: self._ready(person.name)).on_failure(self._failed_code))

    def _begin(self, work: Op[str] | Op[Person]) -> None:
        self.go_on.setEnabled(False)
        work.start(self)

    def _failed_two(self, error: Exception) -> None:
        self.go_on.setEnabled(True)
        code = error.code if isinstance(error, BroadcasterError) else ""
        whose = str(error.facts.get("name", "")) if isinstance(error, BroadcasterError) else ""
        if code in {"reset.same", "reset.rank"}:
            self.two.wrong(self.second, explain(error).text)
            return
        field = self.second_pin if whose == self.second.currentData() else self.first_pin
        field.hide_text()
        self.two.wrong(field, explain(error).text)

    def _failed_code(self, error: Exception) -> None:
        self.go_on.setEnabled(True)
        code = error.code if isinstance(error, BroadcasterError) else ""
        self.one.wrong(self.pin if code in {"pin.form", "pin.weak"} else self.code, explain(error).text)

    def _ready(self, name: str) -> None:
        self.name = name
        self.accept()

    def _show_pin(self, name: str, pin: str) -> None:
        """Once, large, and never again."""
        self.name = name
        for part in (self.who, self.by_two, self.by_code):
            part.setEnabled(False)
        page = QWidget()
        self.shown = label(f"{pin[:3]} {pin[3:]}")
        self.shown.setFont(digit_font(sizes.display))
        self.shown.setStyleSheet(f"font-size: {sizes.display}px; color: {colors.accent};")
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown.setAccessibleName(pin)
        words = label(self.tr("Only {name} should see it, and write it nowhere. At the next signature they choose a "
                              "PIN of their own; this one signs nothing. It is not shown again.").format(name=name),
                      wrap=True)
        box = column(label(self.tr("One-time PIN"), "soft"), self.shown, words, None, spacing=8)
        box.setContentsMargins(0, 0, 0, 0)
        page.setLayout(box)
        self.steps.addWidget(page)
        self.steps.setCurrentWidget(page)
        self.told.show_text("")
        self.cancel.hide()
        self.go_on.setEnabled(True)
        self.go_on.setText(self.tr("Passed on"))
        self.go_on.clicked.disconnect()
        self.go_on.clicked.connect(self.accept)
