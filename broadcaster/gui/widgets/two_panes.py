"""A list and what is chosen from it, side by side; on a narrow window one at a time."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget


class TwoPanes(QSplitter):
    """`show_item()` brings the right pane to the front where there is room for one only, `show_list()` the left one."""

    alone = Signal(bool)
    """The item stands alone now (True): a way back to the list is needed."""

    def __init__(self, memory: QSettings, name: str, chosen: QWidget, item: QWidget, sizes: list[int],
                 narrow_below: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._list, self._item = chosen, item
        self._limit = narrow_below
        self._narrow = False
        self._item_in_front = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(12)
        self.addWidget(chosen)
        self.addWidget(item)
        self.setSizes(sizes)
        if state := memory.value(name):
            self.restoreState(state)
        self.splitterMoved.connect(lambda *_: memory.setValue(name, self.saveState()))

    @property
    def is_narrow(self) -> bool:
        """There is room for one pane only."""
        return self._narrow

    def show_item(self) -> None:
        self._item_in_front = True
        self._arrange()

    def show_list(self) -> None:
        self._item_in_front = False
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._limit
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def _arrange(self) -> None:
        self._list.setVisible(not (self._narrow and self._item_in_front))
        self._item.setVisible(not self._narrow or self._item_in_front)
        self.alone.emit(self._narrow and self._item_in_front)
