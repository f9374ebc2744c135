"""The folder whose new sound files come into the library by themselves: its field in the settings."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from broadcaster.base.paths import StationHome
from broadcaster.gui.widgets.buttons import button, icon_button
from broadcaster.gui.widgets.form import text_field
from broadcaster.gui.widgets.layout import label, show_if

WATCH = "library.watch"
"""The setting, by its name in station.toml."""


class WatchedFolderField(QWidget):
    """`value()`, `setValue()`; typed or chosen. A folder that cannot be watched is said below, at once."""

    valueChanged = Signal(str)

    def __init__(self, home: StationHome) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._home = home.root
        self.line = text_field(hint=self.tr("no folder is watched"), limit=1000)
        self.line.setAccessibleName(self.tr("Watched folder"))
        self.line.setMinimumHeight(36)
        self.line.textChanged.connect(self._changed)
        self.choose = button(self.tr("Choose…"), "folder-open", self._choose)
        self.clear = icon_button("x", self.tr("Watch no folder"), lambda: self.setValue(""))
        self.wrong = label("", "wrong", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.clear)
        row.addWidget(self.choose)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(row)
        box.addWidget(self.wrong)
        self.setFocusProxy(self.line)
        self._changed(self.line.text())

    def value(self) -> str:
        return self.line.text().strip()

    def setValue(self, folder: str) -> None:
        self.line.setText(folder)

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder to watch"), self.value() or str(Path.home()))
        if folder:
            self.setValue(folder)

    def _changed(self, _: str) -> None:
        self.clear.setVisible(bool(self.value()))
        complaint = self._complaint()
        self.wrong.setText(complaint)
        show_if(self.wrong, bool(complaint))
        self.valueChanged.emit(self.value())

    def _complaint(self) -> str:
        if not self.value():
            return ""
        folder = Path(self.value())
        if folder == self._home or folder in self._home.parents or self._home in folder.parents:
            return self.tr("The station's own data lies here: choose another folder.")
        try:
            there = folder.is_absolute() and folder.is_dir()
        except (OSError, ValueError):
            there = False
        return "" if there else self.tr("This folder is not there now.")
