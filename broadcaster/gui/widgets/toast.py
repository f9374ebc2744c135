"""The bar at the foot of the window: good news leaves by itself, bad news stays until it is read."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from broadcaster.gui.access import announce
from broadcaster.gui.icons import pixmap
from broadcaster.gui.theme import TONES
from broadcaster.gui.widgets.buttons import flat_button, icon_button
from broadcaster.gui.widgets.layout import label, row

STAY_MS = 5000


class ToastBar(QFrame):
    """Floats over the lower edge of its parent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._details = ""
        self._icon = QLabel()
        self._text = label("")
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._copy = flat_button(self.tr("Copy details"), "copy", self._copy_details)
        self._close = icon_button("x", self.tr("Close this message"), self.hide)
        box = row(self._icon, self._text, self._copy, self._close, spacing=12)
        box.setStretch(1, 1)
        box.setContentsMargins(16, 10, 10, 10)
        self.setLayout(box)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def text(self) -> str:
        return self._text.text()

    def show_good(self, text: str) -> None:
        """Done, saved, sent."""
        self._show(text, "good", "circle-check", "")
        self._timer.start(STAY_MS)

    def show_bad(self, text: str, details: str = "") -> None:
        """Stays until closed; `details` can be copied for whoever helps."""
        self._timer.stop()
        self._show(text, "bad", "circle-alert", details)

    def place(self) -> None:
        """Fit the lower left corner: what a page asks to be pressed next stands at the right."""
        parent, layout = self.parentWidget(), self.layout()
        if parent is None or layout is None:
            return
        width = min(parent.width() - 44, 720)
        self.setFixedWidth(width)
        layout.activate()
        beside = 170 + (self._copy.sizeHint().width() + 12 if not self._copy.isHidden() else 0)
        height = max(self._text.heightForWidth(max(200, width - beside)) + 28, 54)
        self.setGeometry(22, parent.height() - height - 18, width, height)

    def _show(self, text: str, tone_name: str, icon_name: str, details: str) -> None:
        ground, ink = TONES[tone_name]
        self.setStyleSheet(f"ToastBar {{ background: {ground}; border: 1px solid {ink}; border-radius: 10px; }} "
                           f"ToastBar QLabel {{ color: {ink}; font-weight: 500; }}")
        self._icon.setPixmap(pixmap(icon_name, 24, ink))
        self._text.setText(text)
        self._details = details
        self._copy.setVisible(bool(details))
        self.setAccessibleName(text)
        announce(self, text, urgent=tone_name == "bad")
        self.show()
        self.place()
        self.raise_()

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
