"""The look a person chose for the window of this computer: theme and size. Kept in window.ini, never in the station.

The first-start assistant and the settings page both go through `remember` and the window's `dress`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication

from broadcaster.base.paths import StationHome
from broadcaster.gui.window_memory import WindowMemory

THEMES = ("system", "light", "dark", "contrast")
SCALES = (100, 110, 125, 150, 175, 200)
"""Percent of what the screen itself asks for."""
_THEME, _SCALE = "look/theme", "look/scale"
_FACTOR = "QT_SCALE_FACTOR"


def memory_of(home: StationHome) -> QSettings:
    """The window's memory, also before there is a window."""
    return WindowMemory(home)


def theme_of(memory: QSettings) -> str:
    """One of THEMES; what the computer says where nobody chose."""
    wanted = str(memory.value(_THEME, THEMES[0]))
    return wanted if wanted in THEMES else THEMES[0]


def scale_of(memory: QSettings) -> int:
    """One of SCALES, in percent."""
    text = str(memory.value(_SCALE, SCALES[0]))
    return int(text) if text.isdecimal() and int(text) in SCALES else SCALES[0]


def remember(memory: QSettings, *, theme: str = "", scale: int = 0) -> None:
    """Keep a choice; the theme shows with `MainWindow.dress`, the size when the window is opened next."""
    if theme in THEMES:
        memory.setValue(_THEME, theme)
    if scale in SCALES:
        memory.setValue(_SCALE, scale)
    memory.sync()


def set_of(theme: str) -> str:
    """light, dark or contrast: what this choice means on this computer now."""
    if theme != "system":
        return theme
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def tell_computer(theme: str) -> None:
    """Title bars and the system's own dialogs follow the chosen theme, where the system can do that."""
    hints = QGuiApplication.styleHints()
    if theme == "system":
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(Qt.ColorScheme.Light if theme == "light" else Qt.ColorScheme.Dark)


@contextmanager
def scaled(home: StationHome) -> Iterator[None]:
    """Around the making of the application: Qt reads the factor once, and no child process is to inherit it."""
    percent = scale_of(memory_of(home))
    if percent == SCALES[0] or os.environ.get(_FACTOR):
        yield
        return
    os.environ[_FACTOR] = f"{percent / 100:g}"
    try:
        yield
    finally:
        del os.environ[_FACTOR]
