"""F1 on this page: every key, and what the careful ones need."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from broadcaster.gui.theme import digit_font, sizes
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label


def keys() -> list[tuple[str, str]]:
    """Key and what it does, the most urgent first."""
    translate = QCoreApplication.translate
    return [
        ("Ctrl+Shift+S", translate("OnAir", "STOP ALL: every loudspeaker silent at once, from every page and dialog")),
        ("F9", translate("OnAir", "Emergency message: opens the prepared ones, from every page and dialog")),
        ("1 … 9", translate("OnAir", "in that window: choose a message")),
        ("Enter / F9", translate("OnAir", "in that window: hold for one second and it is on the air")),
        ("F7", translate("OnAir", "Speak through the microphone")),
        ("F8", translate("OnAir", "Relay another station")),
        ("Ctrl+Enter", translate("OnAir", "in those two windows: begin")),
        ("F10", translate("OnAir", "End what was put in: emergency, microphone or relay")),
        ("F11", translate("OnAir", "Wall display on the whole screen, and back")),
        ("Tab / Space", translate("OnAir", "From button to button, and press it")),
        ("Alt+1 … 9, 0", translate("OnAir", "The pages")),
        ("Esc", translate("OnAir", "Close a window or a message; never touches the broadcast")),
        ("F1, ?", translate("OnAir", "This list")),
    ]


class KeysSheet(Sheet):
    """A list to read once and to find again."""

    def __init__(self, parent: QWidget | None, about: Callable[[], object] | None = None) -> None:
        super().__init__(parent, "", 620)
        self.setWindowTitle(self.tr("Keys"))
        self.body.setContentsMargins(22, 16, 22, 16)
        self.body.addWidget(label(self.tr("Keys"), "title"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for number, (key, words) in enumerate(keys()):
            name = label(key, "strong")
            name.setFont(digit_font(sizes.body, 600))
            text = label(words)
            text.setWordWrap(True)
            text.setMinimumWidth(420)
            grid.addWidget(name, number, 0)
            grid.addWidget(text, number, 1)
        self.body.addLayout(grid)
        close = primary_button(self.tr("Close"), "", self.accept)
        if about:
            self.buttons(button(self.tr("About this program"), "info", about), close)
        else:
            self.buttons(close)
        close.setFocus()
