"""What other parts of the program offer to a new station, where they are there. No widgets of our own."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from broadcaster.base.paths import StationHome
from broadcaster.gui.page import Shell


def restore_offered() -> bool:
    """A backup can be brought back from this window."""
    return _there("broadcaster.gui.backup.restore_dialog")


def open_restore(parent: QWidget | None, home: StationHome, by: str = "",
                 let_go: Callable[[], None] = lambda: None) -> bool:
    """Bring a backup back; whether something was restored and the window must be opened anew.

    `let_go` closes what this program holds open of the station that is there.
    """
    return bool(_module("broadcaster.gui.backup.restore_dialog").open_restore(parent, home, by, let_go))


def wall_card_offered() -> bool:
    """There is a page for the wall to print."""
    return _there("broadcaster.gui.help.card")


def show_wall_card(above: QWidget, shell: Shell) -> None:
    """Look at it and print it."""
    _module("broadcaster.gui.help.card").show_card(above, shell)


def _there(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def _module(name: str) -> Any:
    return importlib.import_module(name)
