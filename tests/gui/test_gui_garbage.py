"""Nothing that belongs to the window may die on another thread."""

from __future__ import annotations

import gc
import threading
from typing import Any

from gui_steps import settle
from PySide6.QtCore import QObject

from broadcaster.gui.ops import Op, desk


class Ring:
    """A cycle that tells on which thread it was taken apart."""

    def __init__(self, told: list[int]) -> None:
        self.itself = self
        self._told = told

    def __del__(self) -> None:
        self._told.append(threading.get_ident())


def litter(count: int) -> int:
    """Enough objects to make Python collect by itself, many times over."""
    kept: list[Any] = []
    for _ in range(count):
        kept.append([kept])
    return len(kept)


def test_cycles_end_on_the_window_s_thread(qtbot: Any) -> None:
    desk()
    told: list[int] = []
    gc.collect()
    Ring(told)
    owner = QObject()
    Op(lambda: litter(100_000)).start(owner)
    settle(qtbot)
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert told == [threading.get_ident()]
