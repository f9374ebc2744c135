"""window.ini: what the window remembers never keeps it from opening."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray

import broadcaster.gui
from broadcaster.base.paths import StationHome
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.window_memory import WindowMemory

_KEY = re.compile(r"\"([a-z_]+/[a-z_]+)\"")


def test_pages_open_on_a_memory_of_nonsense(home: StationHome, open_window: Callable[[], MainWindow]) -> None:
    sources = Path(broadcaster.gui.__file__).parent.rglob("*.py")
    keys = {key for source in sources for key in _KEY.findall(source.read_text("utf-8"))}
    assert {"window/geometry", "look/scale"} <= keys
    memory = WindowMemory(home)
    for key in keys:
        memory.setValue(key, "abc")
    memory.sync()
    window = open_window()
    for page in ("directives", "bulletins", "library", "schedule", "log"):
        window.go(page)
    window._remember_tables("log", save=True)
    for key in window.memory.allKeys():
        if key.startswith("columns/"):
            window.memory.setValue(key, "abc")
    window._remember_tables("log", save=False)


def test_what_was_kept_comes_back(home: StationHome) -> None:
    memory = WindowMemory(home)
    kept = {"a/state": QByteArray(b"\x00\xff"), "a/folder": "/ổ đĩa/Xã Mẫu", "a/minutes": 5, "a/volume": 0.5}
    for key, value in kept.items():
        memory.setValue(key, value)
    memory.sync()
    again = WindowMemory(home)
    assert again.value("a/state") == kept["a/state"]
    assert again.value("a/folder", "") == kept["a/folder"]
    assert (again.value("a/minutes", 1), again.value("a/volume", 1.0)) == (5, 0.5)
    assert again.value("a/folder") is None, "a text where a state was kept"
    assert (again.value("a/folder", 7), again.value("a/nothing", 7)) == (7, 7)
    assert again.value("a/nothing", False, bool) is False
