"""Comparing a station's fingerprint: the one moment in which trust comes from a person and not from a file."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QRadioButton, QWidget

from broadcaster.aggregation.office.model import Key, KeyState
from broadcaster.gui.office import model
from broadcaster.gui.upward.key_view import Digits
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.facts import Facts
from broadcaster.gui.widgets.form import Form, text_field
from broadcaster.gui.widgets.layout import label


class KeyDialog(Sheet):
    """Accepted once the last four digits, heard from the station, were typed: a glance is no comparison."""

    def __init__(self, parent: QWidget | None, key: Key) -> None:
        title = QCoreApplication.translate("KeyDialog", "Is this really their key?")
        super().__init__(parent, title, 600)
        self.key = key
        digits = key.fingerprint.split()
        self._last = digits[-1] if digits else ""
        self.body.addWidget(label(title, "title", wrap=True))
        self.facts = Facts()
        self.facts.show_facts([
            (self.tr("Calls itself"), " · ".join(dict.fromkeys(filter(None, (key.name, key.commune))))),
            (self.tr("Id"), key.sender_id), (self.tr("First seen"), model.moment(key.first_seen_at)),
            (self.tr("Packages that wait"), str(key.packages))])
        self.body.addWidget(self.facts)
        self.warning = Banner("", "bad")
        self.body.addWidget(self.warning)
        self.body.addWidget(label(self.tr(
            "Call the commune on a number you know – not one from a letter or a message – and let them read out the "
            "fingerprint on their page “Send up”. It must be the same, digit by digit:"), wrap=True))
        self.digits = Digits(model.masked(key.fingerprint), 28)
        self.body.addWidget(self.digits)
        self.form = Form(label_width=240)
        self.typed = text_field(limit=12)
        self.typed.textChanged.connect(lambda _: self.form.clear())
        self.form.add(self.tr("The last four, as they read them out"), self.typed)
        self.same = QRadioButton(self.tr("The same station, with a new key (new computer, installed anew)"))
        self.other = QRadioButton(self.tr("Another station that took the same id"))
        self.new_id = text_field(limit=64)
        self._changed_part()
        self.body.addWidget(self.form)
        self.body.addWidget(label(self.tr(
            "From then on everything this key signs counts as this station's word, and what waits is merged."), "soft",
            wrap=True))
        self.yes = primary_button(self.tr("They are the same"), "check", self._check)
        self.buttons(button(self.tr("Not now"), "", self.reject), self.yes)
        self.typed.setFocus()

    @property
    def replaces(self) -> bool:
        """The known station's new key."""
        return self.key.state is KeyState.CHANGED and self.same.isChecked()

    @property
    def as_id(self) -> str:
        """Another station: the id it is given here."""
        return self.new_id.text().strip() if self.other.isChecked() else ""

    def _changed_part(self) -> None:
        is_changed = self.key.state is KeyState.CHANGED
        for part in (self.same, self.other):
            self.body.addWidget(part)
            part.setVisible(is_changed)
        self.form.add(self.tr("Its id here"), self.new_id)
        self.form.set_row_visible(self.new_id, False)
        self.other.toggled.connect(lambda on: self.form.set_row_visible(self.new_id, on))
        if is_changed:
            self.warning.show_text(self.tr(
                "The station {known} is known with another key. Either it was installed anew, or somebody else uses "
                "its id. Ask, before you confirm.").format(known=self.key.known_as), "bad")

    def _check(self) -> None:
        if not self._last or "".join(self.typed.text().split()) != self._last:
            self.form.wrong(self.typed, self.tr(
                "These are not the last four of this key. If they read something else, do not confirm: it is not "
                "theirs."))
        elif self.key.state is KeyState.CHANGED and not (self.same.isChecked() or self.other.isChecked()):
            self.form.wrong(self.typed, self.tr("Choose first which of the two it is."))
        elif self.other.isChecked() and not self.as_id:
            self.form.wrong(self.new_id, self.tr("Give it an id of its own, such as its commune's name."))
        else:
            self.accept()
