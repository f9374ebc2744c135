"""One tab of the people page."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.layout import scrolled
from broadcaster.wiring import App


class Section(QWidget):
    """Fill `body` in `build`. A tab is told of its showing and of changes as a page is, only while it is in front.

    A new tab: a class of this kind, and one line in page.py's `sections`.
    """

    name = ""
    """What `shell.go("people", name)` opens."""

    def __init__(self, app: App, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("plain")
        self.app = app
        self.shell = shell
        content = QWidget()
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(0, 14, 6, 0)
        self.body.setSpacing(14)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))
        self.build()

    def build(self) -> None:
        """Make the widgets; called once."""

    def on_shown(self, item: str = "") -> None:
        """It comes to the front."""

    def on_changes(self, kinds: frozenset[str]) -> None:
        """Rows of these tables changed."""

    def unsaved(self) -> str:
        """What would be lost if the window closed now; empty when nothing."""
        return ""

    def on_close(self) -> None:
        """The window closes, or the page is about to be made anew."""
