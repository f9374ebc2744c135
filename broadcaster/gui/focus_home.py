"""The cursor stays on the page: what goes or turns grey under it hands it to Qt, which gives it to the first button
of the bar, and the next blank or Enter would leave the page.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusHome(QObject):
    """One per window. `page()` is the page in front, `bar` what lies outside of it."""

    def __init__(self, page: Callable[[], QWidget], bar: QWidget) -> None:
        super().__init__(bar)
        self._page = page
        self._bar = bar
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is None or now is None or not isValid(before) or not isValid(self._bar):
            return
        gone = not before.isEnabled() or not before.isVisible()
        if gone and self._bar.isAncestorOf(now) and self._page().isAncestorOf(before):
            # Not from within the change: Qt is still handing the cursor over.
            QTimer.singleShot(0, self, lambda: self._bring_back(now))

    def _bring_back(self, fell_to: QWidget) -> None:
        if isValid(fell_to) and fell_to.hasFocus():
            self._page().setFocus()
