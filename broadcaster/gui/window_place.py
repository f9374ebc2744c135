"""Where the window stands: whole on every screen, frame included, also when the screen is another than last time."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

WANTED = QSize(1366, 768)
SMALLEST = QSize(640, 340)
FRAME = QSize(16, 48)
"""Room for a window manager's border and title; its true size is known only once the window stands."""
_FRAME_KNOWN_MS = 400


def show_whole(window: QMainWindow) -> None:
    """Show the window; one that has no room on its screen fills the screen."""
    room = _room(window)
    if not _fills(window):
        if not fits(window.size(), room.size()):
            _fill(window, room)
        elif not room.contains(window.geometry()):
            window.move(room.center() - QRect(room.topLeft(), window.size()).center() + room.topLeft())
    window.show()
    QTimer.singleShot(_FRAME_KNOWN_MS, window, lambda: keep_on_screen(window))


def keep_on_screen(window: QMainWindow) -> None:
    """When the true frame is known: what would hang over the edge fills the screen instead."""
    room, frame = _room(window), window.frameGeometry()
    if not _fills(window) and (frame.width() > room.width() or frame.height() > room.height()):
        _fill(window, room)


def fits(size: QSize, room: QSize) -> bool:
    """Whether a window of this size has its frame on the screen too."""
    return size.width() + FRAME.width() <= room.width() and size.height() + FRAME.height() <= room.height()


def _fills(window: QMainWindow) -> bool:
    return bool(window.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen))


def _fill(window: QMainWindow, room: QRect) -> None:
    # The size it goes back to from maximised must have room as well.
    spare = room.size() - FRAME
    window.setMinimumSize(SMALLEST.boundedTo(spare))
    window.resize(WANTED.boundedTo(spare))
    window.move(room.topLeft())
    window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def _room(window: QMainWindow) -> QRect:
    screen = QGuiApplication.screenAt(window.geometry().center()) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()
