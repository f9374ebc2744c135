"""What is chosen in the day: a session with its hours and minutes, or an item with all that is known of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from broadcaster.gui.schedule.day import Day, Head, Item
from broadcaster.gui.schedule.item_part import ItemPart
from broadcaster.gui.schedule.session_part import SessionPart
from broadcaster.gui.widgets.layout import label, scrolled
from broadcaster.wiring import App

_POLICY = QSizePolicy.Policy


class Inspector(QWidget):
    """`deed(name, Head | Item)` for its buttons; `resized(Head, time, minutes)` when other hours are to be kept."""

    deed = Signal(str, object)
    resized = Signal(object, object, int)
    considered = Signal(object, object, int)

    def __init__(self, app: App) -> None:
        super().__init__()
        self.setObjectName("plain")
        self.session = SessionPart()
        self.item = ItemPart(app)
        self.session.deed.connect(self.deed)
        self.session.resized.connect(self.resized)
        self.session.considered.connect(self.considered)
        self.item.deed.connect(self.deed)
        nothing = QWidget()
        nothing.setObjectName("plain")
        inner = QVBoxLayout(nothing)
        inner.setContentsMargins(0, 10, 0, 0)
        inner.addWidget(label(self.tr("Choose a session or an item of the day with the mouse or the arrow keys."),
                              "soft", wrap=True))
        inner.addStretch(1)
        self._stack = QStackedWidget()
        self._parts = (nothing, self.session, self.item)
        for part in self._parts:
            self._stack.addWidget(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(scrolled(self._stack))

    def show_entry(self, day: Day, entry: Head | Item | None) -> None:
        """What is known of it; None: nothing is chosen."""
        if isinstance(entry, Head):
            self.session.show_session(day, entry)
        elif isinstance(entry, Item):
            self.item.show_item(day, entry)
        self._stack.setCurrentIndex(1 if isinstance(entry, Head) else 2 if isinstance(entry, Item) else 0)
        for part in self._parts:
            # Only the part in front asks for room.
            front = part is self._stack.currentWidget()
            part.setSizePolicy(_POLICY.Preferred, _POLICY.Preferred if front else _POLICY.Ignored)
