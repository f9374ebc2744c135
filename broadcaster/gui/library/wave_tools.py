"""What can be done with a sound that is being shaped: its buttons and its keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from broadcaster.gui.library.wave_model import Mark
from broadcaster.gui.library.wave_transport import Act
from broadcaster.gui.widgets.buttons import button, icon_button, primary_button
from broadcaster.gui.widgets.flow import FlowLayout
from broadcaster.gui.widgets.layout import row

MARK_KEYS = {Qt.Key.Key_I: Mark.START, Qt.Key.Key_O: Mark.END, Qt.Key.Key_C: Mark.CUE}
"""Put a mark where it plays."""


class Tools(QWidget):
    """`acts`: silence, undo, redo, full, save."""

    def __init__(self, acts: dict[str, Act], *, large: bool) -> None:
        super().__init__()
        self.silence = button(self.tr("Cut the silence"), "scissors", acts["silence"])
        self.silence.setToolTip(self.tr("Proposes a beginning and an end without silence"))
        self.undo = icon_button("undo-2", self.tr("Undo (Ctrl+Z)"), acts["undo"])
        self.redo = icon_button("redo-2", self.tr("Redo (Ctrl+Y)"), acts["redo"])
        self.full = button(self.tr("Back to the full recording"), "rotate-ccw", acts["full"])
        self.save = primary_button(self.tr("Save"), "save", acts["save"])
        parts = (self.silence, self.undo, self.redo, self.full)
        if large:
            line = row(*parts, None, self.save, spacing=6)
            line.setContentsMargins(0, 0, 0, 0)
            self.setLayout(line)
            return
        flow = FlowLayout(self, 6)
        for part in (*parts, self.save):
            flow.addWidget(part)


def undo_key(event: QKeyEvent) -> bool | None:
    """True: undo, False: redo, None: neither."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return True
    ctrl_y = event.key() == Qt.Key.Key_Y and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return False if ctrl_y or event.matches(QKeySequence.StandardKey.Redo) else None


def plain_key(event: QKeyEvent) -> bool:
    """Without Ctrl or Alt: those belong to the window."""
    return not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
