"""Chăm sóc máy: what ails the station, its backups, updates, what this program is."""

from __future__ import annotations

import importlib
import importlib.util
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTabWidget, QWidget

from broadcaster.gui.page import Page, Shell
from broadcaster.gui.theme import widths
from broadcaster.wiring import App

_TABS = ("doctor", "backup", "updates", "about")
"""Folders of broadcaster/gui, each with a `tab.py`."""


class CareTab(Protocol):
    """Each tab is a module gui/<name>/tab.py whose `TAB` makes one; it asks when it is first looked at."""

    def __init__(self, app: App, shell: Shell) -> None: ...

    def on_shown(self) -> None:
        """The tab comes to the front."""


class CarePage(Page):
    """`go("care", "backup")` opens one tab."""

    widest = widths.form

    def build(self) -> None:
        self.body.addLayout(self.header(self.tr("Care of this computer")))
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Care of this computer"))
        self._names: list[str] = []
        for name in _TABS:
            if importlib.util.find_spec(f"broadcaster.gui.{name}.tab") is not None:
                module = importlib.import_module(f"broadcaster.gui.{name}.tab")
                self.tabs.addTab(module.TAB(self.app, self.shell), _title(name))
                self._names.append(name)
        self.tabs.currentChanged.connect(lambda _: self._show())
        self.body.addWidget(self.tabs, 1)

    def on_shown(self, item: str = "") -> None:
        if item in self._names:
            self.tabs.setCurrentIndex(self._names.index(item))
        self._show()

    def tab(self, name: str) -> QWidget | None:
        """One tab by its name."""
        return self.tabs.widget(self._names.index(name)) if name in self._names else None

    def _show(self) -> None:
        shown = self.tabs.currentWidget()
        if shown is not None and self.isVisible():
            shown.on_shown()  # type: ignore[attr-defined]


def _title(name: str) -> str:
    translate = QCoreApplication.translate
    return {"doctor": translate("CarePage", "Check-up"), "backup": translate("CarePage", "Backups"),
            "updates": translate("CarePage", "Updates"), "about": translate("CarePage", "This program")}[name]


PAGE = CarePage
