"""Asking why, before something is stopped, given back or withdrawn: the reason goes into the record."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from broadcaster.gui.widgets.buttons import button, danger_button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, text_field
from broadcaster.gui.widgets.layout import label


class ReasonDialog(Sheet):
    """Ends accepted with a `reason` that is not empty."""

    def __init__(self, parent: QWidget | None, title: str, text: str, action: str, *, danger: bool = False) -> None:
        super().__init__(parent, title)
        self.body.addWidget(label(title, "title", wrap=True))
        words = label(text, wrap=True)
        words.setMinimumWidth(400)
        self.body.addWidget(words)
        self._form = Form(label_width=80)
        self.field = text_field(limit=300)
        self._form.add(self.tr("Reason"), self.field)
        self.body.addWidget(self._form)
        self.yes = (danger_button if danger else primary_button)(action, "", self._accept)
        self.yes.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.yes)
        self.field.setFocus()

    @property
    def reason(self) -> str:
        return self.field.text().strip()

    def _accept(self) -> None:
        if self.reason:
            self.accept()
        else:
            self._form.wrong(self.field, self.tr("Write the reason: it goes into the record."))


def ask_reason(parent: QWidget | None, title: str, text: str, action: str, *, danger: bool = False) -> str:
    """The reason, or an empty text when the person turned away."""
    dialog = ReasonDialog(parent, title, text, action, danger=danger)
    accepted = dialog.exec() == ReasonDialog.DialogCode.Accepted
    reason = dialog.reason if accepted else ""
    dialog.deleteLater()
    return reason
