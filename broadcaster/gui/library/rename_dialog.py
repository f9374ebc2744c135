"""A new title for an item."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from broadcaster.base.vietnamese import one_line
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, text_field
from broadcaster.gui.widgets.layout import label


class RenameDialog(Sheet):
    """Ends accepted with a `title` that is not empty."""

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent, QCoreApplication.translate("RenameDialog", "Rename"), 560)
        self.body.addWidget(label(self.tr("Rename"), "title"))
        self.body.addWidget(label(self.tr("What aired under the old title keeps it in the log."), "soft", wrap=True))
        self._form = Form(label_width=70)
        self.field = text_field(title)
        self.field.selectAll()
        self._form.add(self.tr("Title"), self.field)
        self.body.addWidget(self._form)
        self.save = primary_button(self.tr("Rename"), "check", self._save)
        self.save.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.save)
        self.field.setFocus()

    @property
    def title(self) -> str:
        return one_line(self.field.text())

    def _save(self) -> None:
        if self.title:
            self.accept()
        else:
            self._form.wrong(self.field, self.tr("Write a title."))
