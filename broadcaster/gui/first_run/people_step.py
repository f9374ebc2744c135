"""Step: who works here and who approves. Both people are stored together, or neither."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QLayout, QLineEdit, QRadioButton, QWidget

from broadcaster.accounts.model import Person, Role
from broadcaster.base.errors import BroadcasterError
from broadcaster.gui.first_run.halves import Halves
from broadcaster.gui.first_run.model import PEOPLE
from broadcaster.gui.first_run.step import Step
from broadcaster.gui.people.actions import allow_alone
from broadcaster.gui.people.model import role_words
from broadcaster.gui.sign_in_form import SecretField, secret_complaint, secret_rule
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.form import Form, text_field
from broadcaster.gui.widgets.layout import caption_label, column, row

_LABELS = 92


class PeopleStep(Step):
    """You, and an approver; or you alone; or the approver later."""

    name = PEOPLE

    def build(self) -> None:
        self.known = Banner()
        self.who, self.approver = PersonFields(), PersonFields()
        self.here = QRadioButton(self.tr("Somebody else approves, and is here now"))
        self.alone = QRadioButton(self.tr("I work alone: I write and I approve"))
        self.absent = QRadioButton(self.tr("The approver comes later"))
        self.meaning = Banner()
        self._ways = QButtonGroup(self)
        for way in (self.here, self.alone, self.absent):
            self._ways.addButton(way)
            way.toggled.connect(lambda _: self._show_way())
            way.setAccessibleName(way.text())
        self._heads = [caption_label(self.tr("You")), caption_label(self.tr("Who approves"))]
        ways = column(*(row(way, None) for way in (self.here, self.alone, self.absent)), spacing=2)
        self.body.addWidget(self.known)
        self.body.addWidget(Halves(_half(self._heads[0], self.who, None),
                                   _half(self._heads[1], ways, self.meaning, self.approver, None), 1, 1))
        self.body.addStretch(1)
        self._entered: list[Person] = []
        self.here.setChecked(True)

    def short(self) -> str:
        return self.tr("People")

    def heading(self) -> tuple[str, str]:
        if self._entered:
            return self.tr("The people of this station"), self.tr("They are entered already.")
        return (self.tr("Who works here, and who approves?"),
                self.tr("Nothing is aired without the approval of a named person, as a rule another than who wrote "
                        "it. Each of you types your own PIN here."))

    def enter(self) -> None:
        self._entered = self.run.app.accounts.people()
        lines = "\n".join(f"{person.name} – {role_words(person.role)}" for person in self._entered)
        more = self.tr("More people, other PINs and rights: page People.")
        self.known.show_text(f"{lines}\n{more}" if lines else "", "good", "users")
        for part in (self.who, *self._heads, self.here, self.alone, self.absent, self.approver, self.meaning):
            part.setVisible(not self._entered)
        if not self._entered:
            self._show_way()
            self.who.name.setFocus()

    def finish(self, then: Callable[[], object]) -> None:
        if self._entered:
            then()
            return
        if not self.who.right() or (self.here.isChecked() and not self.approver.right()):
            return
        entries = [self.who.entry(Role.ADMIN)]
        if self.here.isChecked():
            entries.append(self.approver.entry(Role.APPROVER))
        app, alone = self.run.app, self.alone.isChecked()
        reason = self.tr("chosen when the station was set up")

        def work() -> Person:
            first = app.accounts.add_all(entries)[0]
            if alone:
                allow_alone(app, first, reason)
                self.run.touched = True
            return first

        def done(first: Person) -> None:
            self.run.first = first.name
            for fields in (self.who, self.approver):
                fields.forget()
            then()

        self.do(work, done)

    def whose(self, error: Exception) -> PersonFields:
        """The half a refusal belongs to."""
        name = str(error.facts.get("name", "")) if isinstance(error, BroadcasterError) else ""
        first = not self.here.isChecked() or name == self.who.name.text().strip()
        return self.who if first else self.approver

    def _show_way(self) -> None:
        if self._entered:
            return
        self.approver.setVisible(self.here.isChecked())
        self.meaning.show_text(
            self.tr("Each bulletin you approve yourself is marked “approved by its author” in the airing log and in "
                    "reports, and in the record of who did what. As soon as a second person is there, enter them and "
                    "turn this off in Settings.") if self.alone.isChecked() else
            self.tr("Until then nothing you write can be aired. Enter them under People when they are here.")
            if self.absent.isChecked() else "", "wait", "info")


def _half(*parts: QWidget | QLayout | None) -> QWidget:
    half = QWidget()
    half.setObjectName("plain")
    box = column(*parts, spacing=10)
    box.setContentsMargins(0, 0, 0, 0)
    half.setLayout(box)
    return half


class PersonFields(Form):
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

    def forget(self) -> None:
        """A PIN stays in no field once it is stored."""
        for field in (self.pin, self.again):
            field.clear()
            field.setEchoMode(QLineEdit.EchoMode.Password)
