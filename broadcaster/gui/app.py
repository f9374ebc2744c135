"""Starting the window: what can go wrong before it stands is said in a plain dialog, never in a traceback."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    QUrl,
    qInstallMessageHandler,
)
from PySide6.QtGui import QColor, QDesktopServices, QFont, QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from broadcaster.base.clock import SystemClock
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.logs import start_logging
from broadcaster.base.paths import StationHome
from broadcaster.base.program import own_command, start_and_forget
from broadcaster.care.updates.updater_lock import at_work
from broadcaster.gui.appearance import memory_of, scaled, set_of, tell_computer, theme_of
from broadcaster.gui.errors import explain
from broadcaster.gui.first_run import beside
from broadcaster.gui.focus_ring import install_focus_ring
from broadcaster.gui.i18n import load_translations
from broadcaster.gui.icons import icon, pixmap
from broadcaster.gui.instance import SingleInstance
from broadcaster.gui.look import REOPEN
from broadcaster.gui.ops import Op, desk
from broadcaster.gui.theme import apply_theme, colors, sizes, text_font
from broadcaster.gui.widget_map import install_widget_map
from broadcaster.gui.widgets.buttons import button, flat_button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.window_place import show_whole
from broadcaster.protocol.link import LinkClient

log = logging.getLogger(__name__)

_KEEPER_MS = 30_000
_STOPS_MS = 1_500
"""What had stopped before is told when the window stands."""


_MENDED_BY_BACKUP = {"database.broken", "home.missing", "key.unreadable", "settings.broken", "settings.unreadable"}


def run_gui(home: StationHome, *, language: str = "vi", with_keeper: bool = True, hidden: bool = False) -> int:
    """Open the window on one station home and stay until it is closed. Exit code: 0, or 1 if it could not open."""
    if _without_screen():
        print("broadcaster: there is no screen here (DISPLAY is not set); "  # noqa: T201 - a person at a terminal
              "use ./station run --headless, or start it from the desktop", file=sys.stderr)
        return 1
    with scaled(home):
        application = make_application(language)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        home.create()
        start_logging(home, "window")
        qInstallMessageHandler(_log_qt)
        theme = theme_of(memory_of(home))
        tell_computer(theme)
        apply_theme(application, set_of(theme))
        code = _open(application, home, with_keeper, hidden)
        if application.property(REOPEN):
            start_window(home, language, with_keeper=with_keeper)
        return code
    except (BroadcasterError, OSError) as error:
        log.warning("the window cannot open: %s", error)
        if tell_failure(error, home):
            start_window(home, language, with_keeper=with_keeper)
        return 1
    finally:
        qInstallMessageHandler(None)


def make_application(language: str = "vi") -> QApplication:
    """The Qt application with our look and words; the one that exists already, if any."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("dai-xa")
    application.setApplicationDisplayName("Đài Xã")
    application.setDesktopFileName("dai-xa")
    apply_theme(application)
    install_focus_ring(application)
    application.setWindowIcon(icon("radio-tower", colors.accent))
    load_translations(application, language)
    return application


def keeper_command(home: StationHome) -> list[str]:
    """How to start the resident helper; also from a packed program, which has no interpreter."""
    return own_command("--home", str(home.root), "keeper")


def keeper_runs(home: StationHome) -> bool:
    """Whether a keeper answers; then it is adopted as it is."""
    try:
        client = LinkClient(home, "keeper", timeout=1.0)
    except Refused as refusal:
        return refusal.code == "link.protocol"
    client.close()
    return True


def start_keeper(home: StationHome) -> None:
    """Start it so that it outlives the window; a second one leaves by itself."""
    if not at_work() and not keeper_runs(home):
        _detach(keeper_command(home))


def start_window(home: StationHome, language: str, *, with_keeper: bool = True) -> None:
    """Open the window anew, in a process of its own; this one has let go of the station."""
    _detach(own_command("--home", str(home.root), "gui", "--language", language,
                        *([] if with_keeper else ["--no-keeper"])))


def _detach(command: list[str]) -> None:
    try:
        start_and_forget(command)
    except OSError:
        log.exception("%s could not be started", command[-1])


class FailureDialog(Sheet):
    """Why the window cannot open, what was not lost, what to do."""

    def __init__(self, error: Exception, home: StationHome) -> None:
        title = QCoreApplication.translate("FailureDialog", "The program cannot open")
        super().__init__(None, title, 560)
        explained = explain(error)
        picture = label("")
        picture.setPixmap(pixmap("octagon-x", 32, colors.red))
        heading = row(picture, label(title, "title"), None, spacing=14)
        self.words = label(explained.text, wrap=True)
        self.words.setMinimumWidth(480)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addLayout(heading)
        self.body.addWidget(self.words)
        self.body.addWidget(label(self.tr("Station folder: {folder}").format(folder=home.root), "faint", wrap=True))
        close = primary_button(self.tr("Close"), "", self.reject)
        copied = explained.details or f"{error}\n{home.root}"
        copy = flat_button(self.tr("Copy details"), "copy", lambda: QGuiApplication.clipboard().setText(copied))
        self.report = flat_button(self.tr("Write the file for support…"), "life-buoy", lambda: self._report(home))
        self.body.addLayout(row(self.report, copy, None))
        self.folder = button(self.tr("Open the folder"), "folder-open", lambda: QDesktopServices.openUrl(
            QUrl.fromLocalFile(str(_nearest(home.root)))))
        self.restore = button(self.tr("Restore from a backup…"), "usb", lambda: self._restore(home))
        helps = isinstance(error, BroadcasterError) and error.code in _MENDED_BY_BACKUP and beside.restore_offered()
        if helps:
            self.body.addWidget(label(self.tr("A backup brings the station back; what is here now is kept beside it."),
                                      "soft", wrap=True))
        self.buttons(*([self.restore] if helps else []), self.folder, close)
        close.setDefault(True)
        close.setFocus()

    def _report(self, home: StationHome) -> None:
        from broadcaster.gui.doctor.actions import write_report

        write_report(self, home, SystemClock(), None, self.words.setText,
                     lambda error: self.words.setText(explain(error).text))

    def _restore(self, home: StationHome) -> None:
        if beside.open_restore(self, home):
            self.accept()


def tell_failure(error: Exception, home: StationHome) -> bool:
    """Show the dialog and wait until it is read; whether a backup was brought back, so that it can open now."""
    return FailureDialog(error, home).exec() == FailureDialog.DialogCode.Accepted


def _nearest(folder: Path) -> Path:
    """The folder, or the first one above it that is there."""
    return next((place for place in (folder, *folder.parents) if place.is_dir()), folder)


def _open(application: QApplication, home: StationHome, with_keeper: bool, hidden: bool) -> int:
    instance = SingleInstance(home)
    if not instance.claim():
        log.info("this station's window is open already")
        return 0
    splash = _splash(shown=not hidden)
    for _ in range(0 if hidden else 3_000):  # some milliseconds, until a window manager let it through and it is drawn
        application.processEvents()
        if splash.windowHandle().isExposed():
            break
    try:
        # Importing the services (SQLAlchemy) takes half a second: the picture must be up by then.
        from broadcaster.gui.main_window import MainWindow
        from broadcaster.gui.ops import Op
        from broadcaster.gui.tray.tray import Tray
        from broadcaster.library.furniture import furnish
        from broadcaster.wiring import build_app

        new_station = not home.database.exists()
        app = build_app(home)
        window = MainWindow(app, lambda: build_app(home))
    except BaseException:
        splash.close()
        instance.release()
        raise
    tray = Tray(window, hidden=hidden)
    instance.raised.connect(lambda: tray.open_window())
    if not hidden:
        show_whole(window)
    splash.close()
    install_widget_map(window)
    QTimer.singleShot(0, window, lambda: _tell_when_shown(window))
    if new_station:
        Op(lambda: furnish(app.library)).start(window)
    if not hidden:
        QTimer.singleShot(0, window, window.set_up)
        QTimer.singleShot(_STOPS_MS, window, lambda: _tell_stops(window))
    if with_keeper:
        _look_after_keeper(home, window)
    try:
        return application.exec()
    finally:
        desk().close()
        instance.release()
        with contextlib.suppress(BroadcasterError):
            window.app.close()


def _tell_stops(window: Any) -> None:
    from broadcaster.gui.doctor.stopped import tell_stops

    tell_stops(window, window)


def _look_after_keeper(home: StationHome, owner: QObject) -> None:
    """Start the resident helper, and again if it should be gone; asking it may take a second."""
    def look() -> None:
        Op(lambda: start_keeper(home), lane="keeper").start(owner)

    timer = QTimer(owner)
    timer.timeout.connect(look)
    timer.start(_KEEPER_MS)
    look()


def _tell_when_shown(window: QWidget) -> None:
    """A line in the log once the window is on the screen and the event loop runs; tests/bench/window_start.py waits."""
    handle = window.windowHandle()
    if handle is not None and handle.isExposed():
        log.info("window shown")
    elif window.isVisible():
        QTimer.singleShot(5, window, lambda: _tell_when_shown(window))


def _splash(*, shown: bool) -> QLabel:
    screen = QGuiApplication.primaryScreen()
    ratio = screen.devicePixelRatio()
    picture = QPixmap(round(440 * ratio), round(200 * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(colors.side))
    painter = QPainter(picture)
    painter.drawPixmap(40, 60, pixmap("radio-tower", 48, colors.side_focus))
    painter.setPen(QColor(colors.side_ink))
    painter.setFont(text_font(sizes.prompter, QFont.Weight.Bold))
    painter.drawText(108, 96, "Đài Xã")
    painter.setPen(QColor(colors.side_text))
    painter.setFont(text_font(sizes.body))
    painter.drawText(40, 150, QCoreApplication.translate("Splash", "Opening the station…"))
    painter.end()
    # QSplashScreen.show() waits a whole second for X11 to map it; a plain label does not.
    splash = QLabel(None, Qt.WindowType.SplashScreen | Qt.WindowType.FramelessWindowHint)
    splash.setPixmap(picture)
    splash.adjustSize()
    splash.move(screen.availableGeometry().center() - splash.rect().center())
    if shown:
        splash.show()
    return splash


def _without_screen() -> bool:
    """No display server, and nobody chose a Qt platform."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in named)


_LEVELS = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO,
           QtMsgType.QtWarningMsg: logging.WARNING, QtMsgType.QtCriticalMsg: logging.ERROR,
           QtMsgType.QtFatalMsg: logging.CRITICAL}


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.INFO), "%s", message)


