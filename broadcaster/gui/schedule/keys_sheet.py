"""The keys of the schedule page, on one sheet (F1)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.facts import Facts
from broadcaster.gui.widgets.layout import label


class KeysSheet(Sheet):
    """Everything the mouse can do here, without it."""

    def __init__(self, parent: QWidget | None) -> None:
        title = QCoreApplication.translate("KeysSheet", "Keys of the schedule")
        super().__init__(parent, title, 560)
        self.body.addWidget(label(title, "title"))
        facts = Facts()
        facts.show_facts([
            ("↑ ↓", self.tr("choose a session or an item")), (self.tr("Enter"), self.tr("show it, or its hours")),
            ("Alt+↑ Alt+↓", self.tr("move an item earlier or later, also into the next session")),
            ("Insert", self.tr("take from the library")), (self.tr("Delete"), self.tr("take an item out")),
            ("Ctrl+X C V", self.tr("cut, copy, put in: also on another day")),
            ("Ctrl+L", self.tr("lock a session as it is")), ("Ctrl+Z Ctrl+Y", self.tr("undo, redo")),
            ("Alt+← Alt+→", self.tr("day, week or month before or after")),
            ("Ctrl+Home", self.tr("today")), ("Ctrl+1 2 3 4", self.tr("day, week, month, forecast")),
            ("Ctrl+N", self.tr("a new campaign")), ("Ctrl+P", self.tr("print the day")),
            ("Ctrl+Shift+W", self.tr("the weekly sheet")),
        ])
        self.body.addWidget(facts)
        self.buttons(button(self.tr("Close"), "", self.reject))
