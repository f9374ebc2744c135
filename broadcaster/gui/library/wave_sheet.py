"""The wave editor in a sheet of its own, as large as the screen allows."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy

from broadcaster.base.vietnamese import one_line
from broadcaster.gui.library.wave import WaveEditor
from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import ElidedLabel, label
from broadcaster.library.model import Cart
from broadcaster.wiring import App

_FRAME = 70
"""Pixels for the system's own frame and bar on a small screen."""
_KEYS_HIGH = 560


class WaveSheet(Sheet):
    """Closing it keeps what was changed in the small editor; saving closes it."""

    def __init__(self, app: App, shell: Shell, small: WaveEditor) -> None:
        super().__init__(small.window(), "", 720)
        self.setWindowTitle(self.tr("Shape the sound"))
        room = self.screen().availableGeometry()
        self.resize(min(1240, room.width() - 40), min(640, room.height() - _FRAME))
        title = ElidedLabel(one_line(small.cart.title if small.cart else ""), "title")
        self.body.addWidget(title)
        self.editor = WaveEditor(app, shell, large=True)
        self.editor.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.editor.view.setMinimumHeight(180)
        self.body.addWidget(self.editor, 1)
        self.keys = label(self.tr(
            "Keys: Space plays, ← → go 5 s, L repeats, I and O begin and end here, C sets the cue, + − 0 zoom; "
            "Tab reaches the marks: ← → move them by 10 ms, with Shift by 1 s."), "faint", wrap=True)
        self.body.addWidget(self.keys)
        self.buttons(button(self.tr("Close"), "", self.reject))
        self.editor.share(small)
        self.editor.saved.connect(lambda cart: self._saved(small, cart))
        self.editor.view.setFocus()

    def done(self, result: int) -> None:
        self.editor.silence()
        super().done(result)

    def _saved(self, small: WaveEditor, cart: Cart) -> None:
        small.take_saved(cart)
        self.accept()
