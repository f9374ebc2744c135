"""The list of items: many may be selected, columns chosen and sorted, and only what has room is shown."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu

from broadcaster.gui.library.columns import TITLE_ROOM, CartColumn
from broadcaster.gui.widgets.table import Table

_NARROWEST = 56
_MOST_KEPT = 2000
"""So many selected rows are found again after the list was read anew; more are let go."""


class CartTable(Table):
    """`order_asked(sort, descending)` when a header is clicked; `selection_changed` at every change of the rows."""

    order_asked = Signal(str, bool)
    selection_changed = Signal()
    space_pressed = Signal()

    def __init__(self, columns: Sequence[CartColumn], accessible: str) -> None:
        super().__init__("library.items", [item.column for item in columns], accessible=accessible)
        self.columns = list(columns)
        self._chosen = {item.name for item in columns if item.shown}
        self._wide = {number: item.column.width for number, item in enumerate(columns)}
        self._fitting = False
        self._keeping = False
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(False)
        header.sectionClicked.connect(self._header_clicked)
        # Qt asks at every painting of a header whether all 50,000 rows of its column are selected: here none ever is.
        header.setSelectionModel(QItemSelectionModel(self.rows, self))
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._header_menu)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.sectionResized.connect(self._resized)
        self.selectionModel().selectionChanged.connect(lambda *_: self._announce())
        self._order = ("updated", True)
        self.show_order(*self._order)

    # Choosing

    def selected_ids(self) -> list[str]:
        """In the order of the list; quick for 50,000 too."""
        numbers: set[int] = set()
        for span in self._spans():
            numbers.update(range(span.top(), span.bottom() + 1))
        known = self.rows.ids
        return [known[number] for number in sorted(numbers) if number < len(known)]

    def selected_count(self) -> int:
        """Without naming them."""
        return sum(span.height() for span in self._spans())

    def only_selected(self) -> object:
        """The one selected row."""
        spans = self._spans()
        return self.rows.row_at(spans[0].top()) if spans else None

    def _spans(self) -> list[QItemSelectionRange]:
        chosen = self.selectionModel().selection()
        return [chosen.at(number) for number in range(chosen.count())]

    def show_found(self, ids: Sequence[str], fetch: Callable[[Sequence[str]], Sequence[object]]) -> None:
        """Like `show_ids`; the same items in the same order are only read again, so that nothing jumps."""
        if len(ids) == len(self.rows.ids) and len(ids) > 0 and list(ids) == list(self.rows.ids):
            self.rows.refresh()
        else:
            self.show_ids(ids, fetch)

    def select_ids(self, ids: Sequence[str]) -> None:
        """Those of them that are in the list; the first becomes the current one."""
        places = {item: number for number, item in enumerate(self.rows.ids)}
        numbers = sorted(places[item] for item in ids if item in places)
        if not numbers:
            return
        chosen, last = QItemSelection(), len(self.rows.columns) - 1
        start = before = numbers[0]
        for number in [*numbers[1:], -1]:
            if number != before + 1:
                chosen.select(self.rows.index(start, 0), self.rows.index(before, last))
                start = number
            before = number
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.rows.index(numbers[0], 0), flags.NoUpdate)
        self.selectionModel().select(chosen, flags.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.space_pressed.emit()
            return
        super().keyPressEvent(event)

    def _keep_place(self, change: Callable[[], None]) -> None:
        """A list read anew keeps what was selected and where it was scrolled to."""
        chosen = self.selected_ids() if 1 < self.selected_count() <= _MOST_KEPT else []
        self._keeping = True
        try:
            super()._keep_place(change)
            if chosen:
                self.select_ids(chosen)
        finally:
            self._keeping = False
        self._announce()

    def _announce(self) -> None:
        if not self._keeping:
            self.selection_changed.emit()

    # Order

    def show_order(self, sort: str, descending: bool) -> None:
        """The arrow in the header."""
        self._order = (sort, descending)
        number = next((place for place, item in enumerate(self.columns) if item.sort == sort), -1)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header = self.horizontalHeader()
        header.setSortIndicatorShown(number >= 0)
        header.setSortIndicator(number, order)

    def _header_clicked(self, number: int) -> None:
        sort = self.columns[number].sort
        if not sort:
            self.show_order(*self._order)
            return
        before, descending = self._order
        falling = not descending if sort == before else sort in {"updated", "created"}
        self.show_order(sort, falling)
        self.order_asked.emit(sort, falling)

    # Columns

    def shown_columns(self) -> set[str]:
        """Those a person wants to see, whether there is room or not."""
        return set(self._chosen)

    def choose_column(self, name: str, shown: bool) -> None:
        if name == self.columns[0].name:
            return
        self._chosen = self._chosen | {name} if shown else self._chosen - {name}
        self.fit()

    def reset_columns(self) -> None:
        """Columns, order and widths as at first."""
        header = self.horizontalHeader()
        for number, item in enumerate(self.columns):
            header.moveSection(header.visualIndex(number), number)
            self._wide[number] = item.column.width
        self._chosen = {item.name for item in self.columns if item.shown}
        self.fit()

    def columns_menu(self, menu: QMenu) -> None:
        """A tick for every column."""
        for number, item in enumerate(self.columns[1:], start=1):
            words = item.column.title
            if item.name in self._chosen and self.isColumnHidden(number):
                words = self.tr("{column} (no room now)").format(column=words)
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(item.name in self._chosen)
            action.toggled.connect(partial(self.choose_column, item.name))
        menu.addSeparator()
        menu.addAction(self.tr("As at first"), self.reset_columns)

    def _header_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        self.columns_menu(menu)
        menu.exec(self.horizontalHeader().mapToGlobal(place))
        menu.deleteLater()

    def fit(self) -> None:
        """Hide what has no room beside a readable title, the least needed first; no choice is forgotten."""
        if self._fitting:
            return
        self._fitting = True
        whole = self.viewport().width()
        room = max(0, whole - TITLE_ROOM)
        wanted = sorted((number for number, item in enumerate(self.columns) if number and item.name in self._chosen),
                        key=lambda number: -self.columns[number].keep)
        shown: set[int] = set()
        for number in wanted:
            if self._wide[number] <= room:
                room -= self._wide[number]
                shown.add(number)
        for number in range(1, len(self.columns)):
            if self.isColumnHidden(number) == (number in shown):
                self.setColumnHidden(number, number not in shown)
            if number in shown:
                self.setColumnWidth(number, self._wide[number])
        # Qt's own stretching takes the room from whichever column comes into sight.
        self.setColumnWidth(0, max(TITLE_ROOM, whole - sum(self._wide[number] for number in shown)))
        self._fitting = False

    def _resized(self, number: int, before: int, now: int) -> None:
        """A person drew a column wider or narrower."""
        if not self._fitting and before and now:
            self._wide[number] = now
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def remember(self, memory: QSettings, *, save: bool) -> None:
        """Which columns, in what order and how wide."""
        header, key = self.horizontalHeader(), f"columns/{self.name}"
        names = [item.name for item in self.columns]
        if save:
            order = sorted(range(len(names)), key=header.visualIndex)
            memory.setValue(key, json.dumps({
                "chosen": sorted(self._chosen), "order": [names[number] for number in order],
                "widths": {names[number]: width for number, width in self._wide.items()}}))
            return
        try:
            kept = json.loads(str(memory.value(key, "{}")))
            order = [names.index(name) for name in kept.get("order", ()) if name in names]
            widths = {names.index(name): int(width) for name, width in kept.get("widths", {}).items() if name in names}
            chosen = {name for name in kept.get("chosen", ()) if name in names} if "chosen" in kept else self._chosen
        except (ValueError, TypeError, AttributeError):
            return
        for place, number in enumerate(order):
            header.moveSection(header.visualIndex(number), place)
        self._wide.update({number: max(_NARROWEST, width) for number, width in widths.items() if number})
        self._chosen = chosen
        self.fit()
