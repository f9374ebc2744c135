"""How the rest of the window opens help: guide and key list are loaded by whoever first wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from broadcaster.gui.help.book import OPERATOR, part_of

if TYPE_CHECKING:
    from broadcaster.gui.help.window import GuideWindow
    from broadcaster.gui.page import Shell

_open: list[GuideWindow] = []
"""The one that is open."""


def open_guide(shell: Shell, guide: str = OPERATOR, anchor: str = "") -> GuideWindow:
    """Bring the guide to the front, at one of its parts. Raises Refused("install.incomplete")."""
    from broadcaster.gui.help.window import GuideWindow
    if not _open:
        window = GuideWindow(shell)
        window.closed.connect(_open.clear)
        _open.append(window)
    _open[0].come(guide, anchor)
    return _open[0]


def open_guide_for(shell: Shell, page: str) -> None:
    """F1: the part about the page that is open."""
    try:
        open_guide(shell, *part_of(page))
    except Exception as error:  # whatever is wrong with the guide, the window goes on
        shell.error(error)


def close_guide() -> None:
    """With the program's own window."""
    for window in list(_open):
        window.close()


def show_keys(above: QWidget, page: str, role: str) -> None:
    """Every key, this page's first."""
    from broadcaster.gui.help.key_sheet import show_key_sheet
    show_key_sheet(above, page, role)
