"""Keys that must work wherever the operator is: STOP ALL, emergency, microphone, relay. Also in every dialog."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from broadcaster.accounts.model import Right
from broadcaster.gui.access import context_menu
from broadcaster.gui.on_air import actions
from broadcaster.gui.on_air.page import OnAirPage
from broadcaster.gui.widgets.dialogs import Sheet

if TYPE_CHECKING:
    from broadcaster.gui.main_window import MainWindow

ORDERS = {"F9": "break_in", "F7": "live", "F8": "relay", "F10": "end", "F11": "wall"}


def install_key_paths(window: MainWindow) -> None:
    """Once, for the main window."""
    stop: Callable[[], object] = partial(actions.stop_all, window, window)
    keys: dict[str, Callable[[], object]] = {"Ctrl+Shift+S": stop}
    for key, word in ORDERS.items():
        keys[key] = partial(order, window, word)
    keys["Shift+F10"] = context_menu
    for key, act in keys.items():
        QShortcut(QKeySequence(key), window).activated.connect(act)
    Sheet.everywhere = {"Ctrl+Shift+S": stop, "F9": keys["F9"]}


def forget_key_paths() -> None:
    """The window closes: a dialog that comes later has nothing to command."""
    Sheet.everywhere = {}


def order(window: MainWindow, word: str) -> None:
    """Let the on-air page do it, whichever page is open; it is made if it was never visited.

    A locked window still stops, breaks in and ends; it does not open a microphone for whoever passes by.
    """
    if word in {"live", "relay"} and not window.allows(Right.AIR_LIVE):
        window.refuse(Right.AIR_LIVE)
        return
    if word != "wall":
        window.go("on_air")
    page = window.page("on_air")
    if not isinstance(page, OnAirPage):
        return
    acts: dict[str, Callable[[], object]] = {
        "break_in": partial(page.sheets.break_in, by_key=True), "live": page.sheets.live, "relay": page.sheets.relay,
        "end": page.end_insert, "wall": page.turn_wall}
    acts[word]()
