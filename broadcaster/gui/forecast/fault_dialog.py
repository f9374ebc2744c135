"""Chosen in words, handed on as the command line writes it: what might go wrong, and when."""

from __future__ import annotations

from datetime import date, time, timedelta

from PySide6.QtWidgets import QDialog, QWidget

from broadcaster.gui.hours.clock_field import ClockField
from broadcaster.gui.i18n import day_text
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, choice, number_field, text_field
from broadcaster.gui.widgets.layout import label

_POWER, _CLOCK, _MISSING = "power", "clock", "missing"
_TIMED = {_POWER, _CLOCK}


class FaultDialog(Sheet):
    """`text()` is the fault, e.g. power:05:10+8m@2026-11-23."""

    def __init__(self, parent: QWidget, first: date, days: int) -> None:
        super().__init__(parent, self.tr("Suppose a fault"), 520)
        self.kind = choice([
            (_POWER, self.tr("Power cut")), (_CLOCK, self.tr("The clock is set wrong")),
            (_MISSING, self.tr("A sound file is missing")),
            ("relay-silent", self.tr("The relayed programme is silent")),
            ("relay-lost", self.tr("The relayed programme is lost")),
            ("keeper", self.tr("The helper publishes nothing any more"))])
        self.day = choice([(str(day), day_text(day)) for day in (first + timedelta(days=n) for n in range(days))])
        self.at = ClockField(time(5, 10))
        self.minutes = number_field(8, 1, 720, self.tr(" min"))
        self.turn = choice([("-", self.tr("back")), ("+", self.tr("ahead"))])
        self.what = text_field("", self.tr("a part of its title"), 120)
        self.form = Form()
        self.form.add(self.tr("What"), self.kind)
        self.form.add(self.tr("Day"), self.day)
        self.form.add(self.tr("At"), self.at)
        self.form.add(self.tr("Direction"), self.turn)
        self.form.add(self.tr("Minutes"), self.minutes)
        self.form.add(self.tr("Item"), self.what)
        self.body.addWidget(label(self.tr("Suppose a fault"), "title"))
        self.body.addWidget(label(self.tr("Nothing of it really happens: the trial run has a station of its own."),
                                  "soft", wrap=True))
        self.body.addWidget(self.form)
        self.kind.currentIndexChanged.connect(lambda _: self._show_fields())
        suppose = primary_button(self.tr("Suppose it"), "", self._take)
        suppose.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), suppose)
        self._show_fields()

    def text(self) -> str:
        """As `broadcaster forecast --fault` takes it."""
        kind, at = str(self.kind.currentData()), f"{self.at.value():%H:%M}"
        value = {_POWER: f":{at}+{self.minutes.value()}m", _MISSING: f":{self.what.text().strip()}",
                 _CLOCK: f":{at}{self.turn.currentData()}{self.minutes.value()}m"}.get(kind, "")
        return f"{kind}{value}@{self.day.currentData()}"

    def _take(self) -> None:
        if self.kind.currentData() == _MISSING and not self.what.text().strip():
            self.form.wrong(self.what, self.tr("Which item? A part of its title is enough."))
            return
        self.accept()

    def _show_fields(self) -> None:
        kind = str(self.kind.currentData())
        for field in (self.at, self.minutes):
            self.form.set_row_visible(field, kind in _TIMED)
        self.form.set_row_visible(self.turn, kind == _CLOCK)
        self.form.set_row_visible(self.what, kind == _MISSING)
        self.minutes.setValue(60 if kind == _CLOCK else 8)


def ask_fault(parent: QWidget, first: date, days: int) -> str:
    """The fault a person chose; empty when they turned away."""
    dialog = FaultDialog(parent, first, days)
    chosen = dialog.text() if dialog.exec() == QDialog.DialogCode.Accepted else ""
    dialog.deleteLater()
    return chosen
