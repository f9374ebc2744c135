"""Signing in, locking and changing over at one window: shows and takes away the lock, keeps buttons to their rights."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from broadcaster.accounts.model import Person, Role
from broadcaster.gui.key_paths import order
from broadcaster.gui.lock_idle import IdleWatch, speaking
from broadcaster.gui.lock_screen import Cover, LockScreen, LockSheet, SignInCard, close_popups
from broadcaster.gui.on_air import actions
from broadcaster.gui.on_air.break_in_dialog import BreakInDialog
from broadcaster.gui.ops import Op
from broadcaster.gui.people.forgotten import ForgottenDialog
from broadcaster.gui.sign_in_state import SignInState
from broadcaster.gui.widgets.dialogs import ConfirmDialog

if TYPE_CHECKING:
    from broadcaster.gui.main_window import MainWindow

_ITS_OWN = (BreakInDialog, ForgottenDialog, LockSheet)
"""Dialogs of a locked window itself."""
_OPEN_TO_ALL = (*_ITS_OWN, ConfirmDialog)
"""Those that may come while it is locked: the question is that before an emergency is ended. One that stood open before
was put to somebody else."""


class SignIn(QObject):
    """Belongs to the main window."""

    def __init__(self, window: MainWindow, state: SignInState) -> None:
        super().__init__(window)
        self._window = window
        self._state = state
        self._screen: LockScreen | None = None
        self._sheet: LockSheet | None = None
        self._covers: list[Cover] = []
        self._idle = IdleWatch(window.app.clock, lambda: speaking(window.air.status), self)
        self._idle.idle.connect(lambda: state.lock(why="idle"))
        self._shown: tuple[bool, Person | None] = (False, None)
        self._last = ""
        state.changed.connect(self._show)

    @property
    def screen(self) -> LockScreen | None:
        """What lies over the window while it is locked."""
        return self._screen

    @property
    def sheet(self) -> LockSheet | None:
        """What lies over an open dialog while the window is locked."""
        return self._sheet

    @property
    def idle(self) -> IdleWatch:
        return self._idle

    def begin(self) -> None:
        """The window stands."""
        self._show()

    def close(self) -> None:
        """The window closes."""
        self._idle.end()
        if (application := QApplication.instance()) is not None:
            application.removeEventFilter(self)

    def tell(self, text: str) -> None:
        """An error while the bar at the foot is hidden."""
        for card in self._cards():
            card.tell(text)

    def _cards(self) -> list[SignInCard]:
        return [shown.card for shown in (self._screen, self._sheet) if shown is not None and shiboken6.isValid(shown)]

    def _show(self) -> None:
        state = self._state
        if not state.locked or (self._screen is not None and self._screen.app is not self._window.app):
            self._unlock()
        if state.locked:
            self._lock()
        if state.locked or not state.wanted:
            self._idle.end()
        elif self._shown != (False, state.person):
            self._idle.begin(self._window.app.settings.people.lock_minutes)
            self._lead(state.person)
        self._shown = (state.locked, state.person)

    def _lead(self, person: Person | None) -> None:
        """Whoever comes to sign and nothing else finds it at once; who comes back stays where they were."""
        if person is None or person.name == self._last:
            return
        self._last = person.name
        if person.role is Role.APPROVER and self._window.waits("approvals") \
                and QApplication.activeModalWidget() is None:
            self._window.go("approvals")

    def _lock(self) -> None:
        window = self._window
        centre = window.centralWidget()
        if self._screen is not None or centre is None:
            return
        close_popups()
        acts: dict[str, Callable[[], object]] = {
            "stop": partial(actions.stop_all, window, window), "break_in": partial(order, window, "break_in"),
            "end": partial(order, window, "end"), "forgotten": self._forgotten}
        window.hide_content(True)
        self._screen = LockScreen(centre, window.app, window.air, acts)
        self._screen.show()
        self._screen.raise_()
        self._screen.card.form.signed.connect(self._state.let_in)
        self._cover_dialogs(but=_ITS_OWN)
        if (application := QApplication.instance()) is not None:
            application.installEventFilter(self)
        self._read_people()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Work that ends while nobody is there may open a dialog of its own.
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog) and not isinstance(watched, _OPEN_TO_ALL):
            QTimer.singleShot(0, self, self._cover_late)
        return False

    def _cover_late(self) -> None:
        if self._screen is not None:
            self._cover_dialogs()
            self._read_people()

    def _read_people(self) -> None:
        app = self._window.app
        Op(app.accounts.people).on_success(self._offer).start(self)

    def _offer(self, people: list[Person]) -> None:
        for card in self._cards():
            card.offer(people, self._state.person)

    def _cover_dialogs(self, but: tuple[type[QDialog], ...] = _OPEN_TO_ALL) -> None:
        """Dialogs cannot be hidden: whoever waits for their answer would take that for a no."""
        covered = {cover.parentWidget() for cover in self._covers if shiboken6.isValid(cover)}
        self._covers += [Cover(dialog) for dialog in QApplication.topLevelWidgets()
                         if isinstance(dialog, QDialog) and dialog.isVisible() and dialog not in covered
                         and not isinstance(dialog, but)]
        modal = QApplication.activeModalWidget()
        if modal is None or isinstance(modal, but):
            return
        if self._sheet is not None and shiboken6.isValid(self._sheet):
            self._sheet.release()
        self._sheet = LockSheet(modal, self._window.app, self._forgotten)
        self._sheet.card.form.signed.connect(self._state.let_in)
        self._sheet.open()

    def _unlock(self) -> None:
        if self._screen is None:
            return
        if (application := QApplication.instance()) is not None:
            application.removeEventFilter(self)
        screen, sheet, covers = self._screen, self._sheet, self._covers
        self._screen, self._sheet, self._covers = None, None, []
        for cover in filter(shiboken6.isValid, covers):  # a dialog may have gone meanwhile
            cover.hide()
            cover.deleteLater()
        if sheet is not None and shiboken6.isValid(sheet):
            sheet.release()
            sheet.deleteLater()
        self._window.hide_content(False)
        screen.hide()
        screen.deleteLater()
        self._window.greet(self._state.person)

    def _forgotten(self) -> None:
        above = self._sheet or self._window
        card = self._cards()[-1]
        dialog = ForgottenDialog(above, self._window.app, card.form.name())
        dialog.exec()
        dialog.deleteLater()
        card.form.start_over()
