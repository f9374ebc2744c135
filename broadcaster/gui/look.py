"""Changing the look of the open window: another theme at once, another size by opening it anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from broadcaster.gui.appearance import remember, set_of, tell_computer, theme_of
from broadcaster.gui.theme import apply_theme, running_theme

if TYPE_CHECKING:
    from broadcaster.gui.main_window import MainWindow

REOPEN = "reopen"
"""Property of the application: when the window has closed, open it again."""
_LATER_MS = 20_000


class Look(QObject):
    """`unsaved()`: what the pages would lose; `renew()`: make them anew."""

    def __init__(self, window: MainWindow, unsaved: Callable[[], list[str]], renew: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._unsaved = unsaved
        self._renew = renew
        self._later = QTimer(self)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(self._follow)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    def choose(self, theme: str) -> bool:
        """False when the person went back to what is not saved yet."""
        lost = self._unsaved()
        if lost and not self._window.confirm(
                self.tr("Change the look now?"),
                self.tr("The pages are built anew. Not saved yet: {what}.").format(what="; ".join(lost)),
                self.tr("Change and discard"), danger=True):
            return False
        remember(self._window.memory, theme=theme)
        tell_computer(theme)
        self._show(set_of(theme))
        return True

    def reopen(self) -> None:
        """Close the window and open it again, in the size that was chosen."""
        application = QApplication.instance()
        assert application is not None
        application.setProperty(REOPEN, True)
        if self._window.close():
            application.exit(0)
        else:
            application.setProperty(REOPEN, False)

    def _follow(self) -> None:
        """The computer changed its own look; where somebody is at work it waits."""
        self._later.stop()
        wanted = set_of(theme_of(self._window.memory))
        if wanted == running_theme():
            return
        if self._unsaved() or QApplication.activeModalWidget() is not None:
            self._later.start()
            return
        self._show(wanted)

    def _show(self, name: str) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        if name != running_theme():
            apply_theme(application, name)
            self._renew()
