"""What closing the window means: asked once, with the one thing everybody must know, then remembered."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QCheckBox, QWidget

from broadcaster.gui.icons import pixmap
from broadcaster.gui.theme import colors
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label, row

KEY = "tray/on_close"


class Wish(StrEnum):
    """As it stands in window.ini."""

    ASK = "ask"
    TRAY = "tray"
    CLOSE = "close"
    STAY = "stay"
    """Only an answer: the window is not closed at all."""


def remembered(memory: QSettings) -> Wish:
    """ASK until somebody chose."""
    word = str(memory.value(KEY, Wish.ASK.value))
    return Wish(word) if word in {Wish.TRAY.value, Wish.CLOSE.value} else Wish.ASK


def remember(memory: QSettings, wish: Wish) -> None:
    memory.setValue(KEY, wish.value)


class ClosingDialog(Sheet):
    """The station plays on; the window closes, or waits in the tray."""

    def __init__(self, parent: QWidget, *, tray: bool) -> None:
        title = self.tr("The station plays on")
        super().__init__(parent, title, 520)
        self.wish = Wish.STAY
        picture = label("")
        picture.setPixmap(pixmap("radio-tower", 32, colors.accent))
        self.body.addLayout(row(picture, label(title, "title"), None, spacing=14))
        words = label(self.tr("Closing the window ends nothing: every session is broadcast on time and logged, as "
                              "long as this computer is on and somebody is signed in to it."), wrap=True)
        words.setMinimumWidth(440)
        self.body.addWidget(words)
        if tray:
            self.body.addWidget(label(self.tr("In the corner of the screen, the station's lamp shows how it fares; a "
                                              "click on it brings the window back."), "soft", wrap=True))
        self.again = QCheckBox(self.tr("Always do so, and do not ask again"))
        self.again.setChecked(True)
        self.body.addWidget(self.again)
        close = button(self.tr("Close the window"), "x", lambda: self._choose(Wish.CLOSE))
        corner = primary_button(self.tr("Keep it in the corner"), "radio-tower", lambda: self._choose(Wish.TRAY))
        back = button(self.tr("Go back"), "", self.reject)
        if tray:
            self.buttons(back, close, corner)
            corner.setFocus()
        else:
            corner.deleteLater()
            self.buttons(back, close)
            close.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, memory: QSettings, *, tray: bool) -> Wish:
        """The person's wish; STAY when they turned away."""
        dialog = cls(parent, tray=tray)
        dialog.exec()
        if dialog.wish is not Wish.STAY and dialog.again.isChecked():
            remember(memory, dialog.wish)
        wish = dialog.wish
        dialog.deleteLater()
        return wish

    def _choose(self, wish: Wish) -> None:
        self.wish = wish
        self.accept()
