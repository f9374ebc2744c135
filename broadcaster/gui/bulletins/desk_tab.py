"""The tabs of the bulletin desk beside the words themselves; each is loaded when it is first looked at."""

from __future__ import annotations

import importlib

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from broadcaster.bulletins.model import Bulletin
from broadcaster.gui.page import Shell
from broadcaster.wiring import App


class DeskTab(QWidget):
    """One view of the bulletin on the desk. A module named in `tabs` offers its class as TAB."""

    stored = Signal()
    """It changed the stored bulletin: the page reads it again."""

    def __init__(self, app: App, shell: Shell) -> None:
        super().__init__()
        self.app = app
        self.shell = shell
        self.build()

    def build(self) -> None:
        """Make the widgets; called once."""

    def show_bulletin(self, bulletin: Bulletin, locked: bool) -> None:
        """This bulletin, as stored now; `locked`: submitted or approved, only to be looked at."""

    def leave(self) -> None:
        """Another tab, bulletin or page comes: store what was typed, stop what sounds."""


def tabs() -> list[tuple[str, str, str]]:
    """(module, title, icon) in order."""
    translate = QCoreApplication.translate
    return [
        ("broadcaster.gui.production.tab", translate("Bulletins", "Sound"), "music"),
        ("broadcaster.gui.kit.tab", translate("Bulletins", "Other channels"), "send"),
        ("broadcaster.gui.approvals.remarks_tab", translate("Bulletins", "Remarks"), "message-square"),
    ]


def load(module: str, app: App, shell: Shell) -> DeskTab:
    """The tab of a module."""
    tab: DeskTab = importlib.import_module(module).TAB(app, shell)
    return tab
