"""The station's sign in the corner of the desktop: how it fares, STOP ALL, and the window when it is wanted.

Desktops without such a corner (GNOME) lose nothing: then closing the window closes it, as ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from broadcaster.accounts.model import Right
from broadcaster.gui.help.alarm_button import HelpCorner
from broadcaster.gui.help.what_now import what_now_words
from broadcaster.gui.icons import icon
from broadcaster.gui.look import REOPEN
from broadcaster.gui.on_air import actions as on_air
from broadcaster.gui.on_air.model import headline
from broadcaster.gui.ops import Op
from broadcaster.gui.tray.closing import ClosingDialog, Wish, remembered
from broadcaster.gui.tray.ending import end_station, why_not_now
from broadcaster.gui.tray.lamp import Lamp, lamp_icon, lamp_of
from broadcaster.gui.updates.actions import LEAVE
from broadcaster.gui.updates.leaving import LeaveForUpdate
from broadcaster.gui.window_place import show_whole
from broadcaster.protocol.messages import Status

if TYPE_CHECKING:
    from broadcaster.gui.main_window import MainWindow

_WAIT_MS, _WAITS = 1000, 30
"""At sign-in the desktop's bar may come up after us."""


class Tray(QObject):
    """Lives as long as the window; `hidden`: the window has not been shown yet."""

    def __init__(self, window: MainWindow, *, hidden: bool = False) -> None:
        super().__init__(window)
        self._window = window
        self._leaving, self._unseen = False, hidden
        self._lamp: Lamp | None = None
        self._waits = 0
        self.sign = QSystemTrayIcon(self)
        self._menu = self._make_menu()
        self.sign.setContextMenu(self._menu)
        self.sign.activated.connect(self._on_click)
        window.installEventFilter(self)
        window.air.status_changed.connect(self.show_status)
        window.keeper.alarms_changed.connect(lambda: self.show_status(self._window.air.status))
        self.show_status(window.air.status)
        LeaveForUpdate(window)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            # Signing out or shutting down closes the windows: one that stayed would keep the computer from it.
            application.commitDataRequest.connect(self._on_session_end)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._seek_place)
        if self.there():
            self.sign.show()
        else:
            self._timer.start(_WAIT_MS)
        if hidden:
            QApplication.setQuitOnLastWindowClosed(False)

    @staticmethod
    def there() -> bool:
        """Whether this desktop has a place for us."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def open_window(self, page: str = "", item: str = "") -> None:
        """Bring the window to the front, at one page."""
        QApplication.setQuitOnLastWindowClosed(True)
        if self._unseen:
            self._unseen = False
            show_whole(self._window)
            QTimer.singleShot(0, self._window, self._window.set_up)
        self._window.come_forward()
        if page:
            self._window.go(page, item)

    def show_status(self, status: Status | None) -> None:
        """Called ten times a second; the picture changes only with the lamp."""
        lamp = lamp_of(status, self._window.keeper.alarms)
        if lamp is not self._lamp:
            self._lamp = lamp
            self.sign.setIcon(lamp_icon(lamp))
        words = self.words(status)
        if words != self.sign.toolTip():
            self.sign.setToolTip(words)
            self._state.setText(words.replace("\n", " · ").replace("&", "&&"))
        self._stop.setEnabled(status is not None)
        self._now_what.setVisible(bool(self._window.keeper.alarms or (status and status.alarms)))

    def words(self, status: Status | None) -> str:
        """Station, state, and what sounds or comes next."""
        state = {Lamp.READY: self.tr("ready"), Lamp.ON_AIR: self.tr("on air"),
                 Lamp.ALARM: self.tr("needs somebody"), Lamp.DOWN: self.tr("not running")}[lamp_of(
                     status, self._window.keeper.alarms)]
        title, line = headline(status, self._window.app.clock.now())
        name = self._window.app.settings.station.name
        parts = [f"{name}: {state}", title if len(title) < 90 else f"{title[:88]}…"]
        if status is not None and line:
            parts.append(line)
        return "\n".join(parts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QCloseEvent) and watched is self._window and not self._may_close():
            event.ignore()
            return True
        return False

    def _may_close(self) -> bool:
        """False: it stays, or goes into the tray."""
        application = QApplication.instance()
        said = application is not None and (application.property(REOPEN) or application.property(LEAVE))
        if self._leaving or said or not self._window.isVisible():
            return True
        wish = remembered(self._window.memory)
        if wish is Wish.ASK:
            wish = ClosingDialog.ask(self._window, self._window.memory, tray=self.there())
        if wish is Wish.TRAY and self.there():
            QApplication.setQuitOnLastWindowClosed(False)
            self._window.hide()
            return False
        return wish is not Wish.STAY

    def _on_session_end(self, _: object) -> None:
        self._leaving = True

    def _close(self) -> None:
        """Close the window whatever was chosen about the tray."""
        self._leaving = True
        if not self._window.isVisible():
            # A hidden window may ask about unsaved words: nobody answers a question that is not seen.
            self._window.come_forward()
        if self._window.close():
            self.sign.hide()
            QApplication.exit(0)
        self._leaving = False

    def _end(self) -> None:
        """The whole station ends; near a session only after a second question."""
        self.open_window()
        window = self._window
        if not window.allows(Right.SETTINGS):
            window.refuse(Right.SETTINGS)
            return
        near = why_not_now(window.air.status, window.app.clock.now())
        text = {"": self.tr("Nothing sounds any more and nothing is logged until the program is started again."),
                "on_air": self.tr("Something is on air now. It breaks off in the middle, and what comes after it is "
                                  "missed until the program is started again."),
                "near": self.tr("A session begins within half an hour. It will be missed unless the program is "
                                "started again before.")}[near]
        action = self.tr("End the station all the same") if near else self.tr("End the station")
        if window.confirm(self.tr("Really end the station?"), text, action, danger=True):
            Op(lambda: end_station(window.app.home)).on_success(lambda _: self._close()).start(window)

    def _on_click(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}:
            self.open_window()

    def _what_now(self) -> None:
        self.open_window()
        if (corner := self._window.findChild(HelpCorner)) is not None:
            corner.open_steps()

    def _stop_all(self) -> None:
        """A menu is easily slipped in: here it asks, on the page it does not."""
        if self._window.confirm(self.tr("Stop everything now?"),
                                self.tr("All loudspeakers fall silent at once and stay so until somebody presses "
                                        "“Go on broadcasting”."), self.tr("STOP ALL"), danger=True):
            on_air.stop_all(self._window, self._window)

    def _seek_place(self) -> None:
        self._waits += 1
        if self.there():
            self.sign.show()
        if self.there() or self._waits >= _WAITS:
            self._timer.stop()
            if not self.there() and not self._window.isVisible():
                # Asked to start hidden where nothing can be hidden: at least in the task bar.
                QApplication.setQuitOnLastWindowClosed(True)
                self._window.showMinimized()

    def _make_menu(self) -> QMenu:
        menu = QMenu()
        menu.setAccessibleName(self.tr("Station"))
        self._state = menu.addAction("")
        self._state.setEnabled(False)
        menu.addSeparator()
        self._now_what = self._item(menu, what_now_words(), "life-buoy", self._what_now)
        self._item(menu, self.tr("Open the window"), "monitor", self.open_window)
        self._item(menu, self.tr("What is on air"), "radio-tower", lambda: self.open_window("on_air"))
        self._item(menu, self.tr("Check-up of this computer"), "stethoscope",
                   lambda: self.open_window("care", "doctor"))
        menu.addSeparator()
        self._stop = self._item(menu, self.tr("STOP ALL…"), "circle-stop", self._stop_all)
        menu.addSeparator()
        self._item(menu, self.tr("Close the window (the station plays on)"), "x", self._close)
        self._item(menu, self.tr("End the whole station…"), "log-out", self._end)
        return menu

    def _item(self, menu: QMenu, text: str, picture: str, act: object) -> QAction:
        action = menu.addAction(icon(picture), text)
        action.triggered.connect(lambda: act())  # type: ignore[operator]
        return action
