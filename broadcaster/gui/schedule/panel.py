"""Beside the day: the day as a whole, what is chosen in it, and the library to take from."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget

from broadcaster.gui.schedule.inspector import Inspector
from broadcaster.gui.schedule.shelf import Shelf
from broadcaster.gui.schedule.side import SideBar
from broadcaster.gui.widgets.layout import Card

DAY, CHOSEN, SHELF = range(3)


class Panel(Card):
    """Three tabs. What is chosen comes to the front by itself, but never in place of the library."""

    def __init__(self, side: SideBar, inspector: Inspector, shelf: Shelf) -> None:
        super().__init__()
        self.setMinimumWidth(300)
        self.body.setContentsMargins(14, 6, 10, 12)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setProperty("tight", "true")
        self.tabs.setAccessibleName(self.tr("Beside the day"))
        self.tabs.addTab(side, self.tr("The day"))
        self.tabs.addTab(inspector, self.tr("Chosen"))
        self.tabs.addTab(shelf, self.tr("Library"))
        self.add(self.tabs, stretch=1)
        self._shelf = shelf
        self.tabs.currentChanged.connect(self._turned)

    def show_chosen(self, any_chosen: bool) -> None:
        """Something in the day was chosen, or nothing is any more."""
        if self.tabs.currentIndex() != SHELF:
            self.tabs.setCurrentIndex(CHOSEN if any_chosen else DAY)

    def open_shelf(self) -> None:
        """The library, ready to type into."""
        self.tabs.setCurrentIndex(SHELF)
        self._shelf.search.setFocus()

    def _turned(self, number: int) -> None:
        if number == SHELF:
            self._shelf.reload()
