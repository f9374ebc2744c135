"""For the self-test: the window with every page it has, opened on a station where nobody sees it.

Pages ask for their content off the window's thread, and some of that takes a while: whoever calls this ends the process
then and there instead of waiting for it.
"""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.gui.app import make_application
from broadcaster.gui.icons import pixmap
from broadcaster.gui.sidebar import places
from broadcaster.gui.theme import sizes, text_font

_ON_AIR = "On air"
_HARMLESS = ("propagateSizeHints", "UTF-8 locale")
"""Said by the platform nobody sees for every dialog; said where a system has no language set, and put right by Qt."""
_BAD = {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}


def open_every_page(home: StationHome) -> str:
    """Raises Refused("install.incomplete") with what is wrong: a page, a picture, a font, a word of Qt's."""
    said: list[str] = []

    def listen(kind: QtMsgType, _: QMessageLogContext, text: str) -> None:
        if kind in _BAD and not any(word in text for word in _HARMLESS):
            said.append(text)

    before = qInstallMessageHandler(listen)
    try:
        _can_reach_a_screen()
        application = make_application()
        told = _pages(application, home)
    finally:
        qInstallMessageHandler(before)
    if said:
        raise _wrong(said[0])
    return told


def _can_reach_a_screen() -> None:
    """Whether the part that talks to an X server finds every library it wants; the trial itself needs none."""
    plugin = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms" / "libqxcb.so"
    if not sys.platform.startswith("linux"):
        return
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        raise _wrong(f"the window cannot be shown on this system: {error}") from error


def _pages(application: QApplication, home: StationHome) -> str:
    from broadcaster.gui.main_window import MainWindow
    from broadcaster.wiring import build_app

    if pixmap("radio-tower", 24).toImage().allGray():
        raise _wrong("the icons are not drawn")
    if QFontInfo(text_font(sizes.body)).family() != "Be Vietnam Pro":
        raise _wrong(f"the window writes in {QFontInfo(text_font(sizes.body)).family()}")
    app = build_app(home)
    window = MainWindow(app)
    try:
        failed: list[str] = []
        window.error = lambda error: failed.append(str(error))  # type: ignore[method-assign]
        window.show()
        listed = places()
        if listed[0].words == _ON_AIR:
            raise _wrong("the window does not speak Vietnamese")
        names = [place.name for place in listed]
        for name in names:
            window.go(name)
            application.processEvents()
            page = window.page(name)
            if page is None or type(page).__name__ == "_Missing":
                failed.append(f"the page {name} is missing")
        if failed:
            raise _wrong(failed[0])
        size = window.grab().size()
    finally:
        app.close()
    return f"{len(names)} pages, {size.width()} × {size.height()}"


def _wrong(text: str) -> Refused:
    return Refused("install.incomplete", text, part=text)
