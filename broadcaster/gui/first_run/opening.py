"""When the set-up opens: by itself at a new station, and whenever somebody asks for it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from broadcaster.gui.first_run.model import WELCOME, Memory
from broadcaster.gui.first_run.wizard import FirstRunDialog
from broadcaster.gui.page import Shell


def begin(window: QWidget, shell: Shell) -> None:
    """At the start of the window: only where nobody is entered and nobody has closed it before."""
    app = shell.app
    if Memory(shell.memory).told or app.home.demo_note.exists() or app.accounts.people(active_only=False):
        return
    open_first_run(window, shell)


def open_first_run(window: QWidget, shell: Shell, step: str = WELCOME) -> FirstRunDialog:
    """The one dialog of this window, at a step; what was typed before stands there still."""
    dialog = window.findChild(FirstRunDialog)
    if dialog is None:
        dialog = FirstRunDialog(window, shell)
        dialog.closed.connect(partial(_closed, shell, dialog))
    dialog.page_after = ""
    dialog.open()
    dialog.show_step(step)
    return dialog


def _closed(shell: Shell, dialog: FirstRunDialog) -> None:
    if dialog.page_after:
        shell.go(dialog.page_after)
    if dialog.run_.touched:
        dialog.run_.touched = False
        shell.rebuild()
