"""The list of special periods: holidays, mourning, elections, disasters."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.wiring import App


class PeriodsDialog(Sheet):
    """`changed` tells whether anything was saved."""

    def __init__(self, parent: QWidget | None, app: App, shell: Shell) -> None:
        super().__init__(parent, QCoreApplication.translate("PeriodsDialog", "Special days"), 860)
        self._app = app
        self._shell = shell
        self.changed = False
