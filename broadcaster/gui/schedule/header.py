"""The head of the schedule page: which day or week, which view, undo, and a menu for everything that is rare."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from broadcaster.accounts.model import Right
from broadcaster.gui.rights import needs
from broadcaster.gui.widgets.buttons import button, icon_button, primary_button
from broadcaster.gui.widgets.chips import chip
from broadcaster.gui.widgets.layout import ElidedLabel, row

DAY, WEEK, MONTH, FORECAST = range(4)
Entry = tuple[str, Callable[[], object]] | None


class Header(QWidget):
    """`stepped(-1 | 1)`, `today_wanted`, `view_changed(DAY … FORECAST)`, `add_wanted`."""

    stepped = Signal(int)
    today_wanted = Signal()
    view_changed = Signal(int)
    add_wanted = Signal()

    def __init__(self, stack: QUndoStack, menu: Callable[[], list[Entry]]) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._menu = menu
        self._narrow = False
        self._titles = ("", "")
        self.title = ElidedLabel("", "title")
        self.before = icon_button("chevron-left", "", lambda: self.stepped.emit(-1))
        self.today = button(self.tr("Today"), "calendar-clock", self.today_wanted.emit)
        self.after = icon_button("chevron-right", "", lambda: self.stepped.emit(1))
        self.views = [chip(self.tr("Day")), chip(self.tr("Week")), chip(self.tr("Month")), chip(self.tr("Forecast"))]
        for number, part in enumerate(self.views):
            part.setAutoExclusive(True)
            part.setToolTip(self._tips()[number])
            part.clicked.connect(lambda _, chosen=number: self.view_changed.emit(chosen))
        self.views[DAY].setChecked(True)
        self.undo = needs(icon_button("undo-2", self.tr("Undo"), stack.undo), Right.WRITE)
        self.redo = needs(icon_button("redo-2", self.tr("Redo"), stack.redo), Right.WRITE)
        self.more = icon_button("ellipsis", self.tr("More: hours, rules, special days, copying, printing"),
                                self.open_menu)
        self.add = primary_button(self.tr("Add a campaign…"), "plus", self.add_wanted.emit)
        self._follow(stack)
        self._tools = QWidget()
        self._tools.setObjectName("plain")
        tools = row(self.undo, self.redo, self.more, spacing=0)
        tools.setContentsMargins(0, 0, 0, 0)
        self._tools.setLayout(tools)
        self._line = line = row(self.title, self.before, self.today, self.after, row(*self.views, spacing=4),
                   self._tools, self.add, spacing=8)
        line.setStretch(0, 1)
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self._top = row(spacing=8)
        box.addLayout(self._top)
        box.addLayout(line)
        box.setSpacing(0)

    @property
    def view(self) -> int:
        """Which view is on."""
        return next(number for number, part in enumerate(self.views) if part.isChecked())

    def show_view(self, view: int) -> None:
        self.views[view].setChecked(True)

    def show_title(self, title: str, short: str, before: str, after: str, is_today: bool) -> None:
        """`short`: for a narrow window. `before`, `after`: what the arrows lead to; empty where they lead nowhere."""
        self._titles = (title, short)
        self.title.set_text(short if self._narrow else title)
        for part, name in ((self.before, before), (self.after, after)):
            part.setToolTip(name)
            part.setAccessibleName(name)
            part.setVisible(bool(name))
        self.today.setEnabled(not is_today)

    def show_narrow(self, narrow: bool) -> None:
        """Where the window is narrow the day is worth more room than the names of buttons."""
        self._narrow = narrow
        self.title.set_text(self._titles[narrow])
        for part in (self.add, self.today):
            part.setText("" if narrow else part.accessibleName())
            part.setToolTip(part.accessibleName() if narrow else "")

    def show_tight(self, tight: bool) -> None:
        """Where even that is too wide: the day and what is done to it above, the way to other days below."""
        moved = (self.title, self._tools, self.add)
        for part in moved:
            (self._line if tight else self._top).removeWidget(part)
        self._box.setSpacing(8 if tight else 0)
        if tight:
            for part in moved:
                self._top.addWidget(part, 1 if part is self.title else 0)
            self._line.addStretch(1)
            return
        self._line.takeAt(self._line.count() - 1)
        self._line.insertWidget(0, self.title, 1)
        self._line.addWidget(self._tools)
        self._line.addWidget(self.add)

    def open_menu(self) -> None:
        """Everything that is rare."""
        menu = QMenu(self)
        for entry in self._menu():
            if entry is None:
                menu.addSeparator()
            else:
                menu.addAction(*entry)
        menu.exec(self.more.mapToGlobal(QPoint(self.more.width() - menu.sizeHint().width(), self.more.height() + 2)))
        menu.deleteLater()

    def _follow(self, stack: QUndoStack) -> None:
        for part, can, words, name, keys in (
                (self.undo, stack.canUndoChanged, stack.undoTextChanged, self.tr("Undo"), "Ctrl+Z"),
                (self.redo, stack.canRedoChanged, stack.redoTextChanged, self.tr("Redo"), "Ctrl+Y")):
            part.setEnabled(False)
            can.connect(part.setEnabled)
            words.connect(lambda text, button=part, verb=name, key=keys: _name(button, verb, text, key))
            _name(part, name, "", keys)

    def _tips(self) -> tuple[str, ...]:
        return (self.tr("One day, to read and to change (Ctrl+1)"), self.tr("Seven days side by side (Ctrl+2)"),
                self.tr("A month at a glance (Ctrl+3)"), self.tr("Play the coming days ahead of time (Ctrl+4)"))


def _name(part: QPushButton, verb: str, text: str, keys: str) -> None:
    part.setToolTip(f"{verb}: {text} ({keys})" if text else f"{verb} ({keys})")
