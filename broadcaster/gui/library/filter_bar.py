"""Above the list: search, “Lọc…”, what is filtered as chips that can be taken off, and how many are left."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QSettings, Signal
from PySide6.QtGui import QCursor, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from broadcaster.gui.icons import icon
from broadcaster.gui.library import filters
from broadcaster.gui.library.filter_popover import Count, FilterPopover
from broadcaster.gui.library.model import count_text
from broadcaster.gui.library.saved_filters import SavedFilters
from broadcaster.gui.library.vocabulary import Vocabulary
from broadcaster.gui.theme import TONES, sizes
from broadcaster.gui.widgets.buttons import button, flat_button, icon_button
from broadcaster.gui.widgets.flow import FlowLayout
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.widgets.search import SearchField
from broadcaster.library.model import Filter

_MEMORY = "library/filter"
_PATIENCE_MS = 15
"""The list answers between two keys; while it looks, further keys wait for the one answer."""


class FilterBar(QWidget):
    """`changed` whenever the list has to be asked again; `filter` is what for."""

    changed = Signal()

    def __init__(self, memory: QSettings, count: Count) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._memory = memory
        self._count_of = count
        self._vocabulary = Vocabulary()
        self._popover: FilterPopover | None = None
        self._filter = filters.from_text(str(memory.value(_MEMORY, "")))
        self._saved = SavedFilters(memory)
        self.search = SearchField(self.tr("Search title, text, letter (accents may be left out)…"), _PATIENCE_MS)
        self.search.searched.connect(lambda _: self.changed.emit())
        self.filter_button = button(self.tr("Filter…"), "list-filter", self.open_popover)
        self.saved_button = icon_button("chevron-down", self.tr("Saved filters"), self._saved_menu)
        self.count = label("", "soft")
        line = row(self.search, self.filter_button, self.saved_button, self.count)
        line.setStretch(0, 1)
        self._chips = QWidget()
        self._chips.setObjectName("plain")
        self._flow = FlowLayout(self._chips)
        self.chips: dict[str, QPushButton] = {}
        self.clear_button = flat_button(self.tr("Clear filters"), "", self.clear)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(line)
        box.addWidget(self._chips)
        self._show_chips()

    @property
    def filter(self) -> Filter:
        """Words, ticks and order."""
        return replace(self._filter, words=self.search.text().strip())

    def use_words(self, vocabulary: Vocabulary) -> None:
        """Names of zones and categories may have changed."""
        if vocabulary != self._vocabulary:
            self._vocabulary = vocabulary
            if self._popover is not None:
                self._popover.deleteLater()
                self._popover = None
            self._show_chips()

    def show_count(self, number: int) -> None:
        self.count.setText(count_text(number))

    def set_filter(self, asked: Filter) -> None:
        """Other ticks or another order; words are typed."""
        if asked == self._filter:
            return
        self._filter = replace(asked, words="")
        self._memory.setValue(_MEMORY, filters.as_text(self._filter))
        self._show_chips()
        if self._popover is not None and self._popover.isVisible():
            self._popover.show_filter(self._filter)
        self.changed.emit()

    def set_order(self, sort: str, descending: bool) -> None:
        self.set_filter(replace(self._filter, sort=sort, descending=descending))

    def clear(self) -> None:
        """Everything again, words too."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        asked = filters.cleared(self._filter)
        if asked == self._filter:
            self.changed.emit()
        self.set_filter(asked)

    def open_popover(self) -> None:
        """The ticks, below their button."""
        if self._popover is None:
            self._popover = FilterPopover(self.window(), self._vocabulary, self._count_of)
            self._popover.changed.connect(self.set_filter)
            self._popover.cleared.connect(self.clear)
        if self._popover.isVisible():
            self._popover.close()
        else:
            self._popover.open_at(self.filter_button, self.filter)

    def hideEvent(self, event: QEvent) -> None:
        if self._popover is not None:
            self._popover.close()

    @property
    def popover(self) -> FilterPopover | None:
        return self._popover

    def _show_chips(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            part = item.widget()
            if part is not None and part is not self.clear_button:
                part.hide()
                part.deleteLater()
        self.chips = {}
        for group, words in filters.chips(self._filter, self._vocabulary):
            self.chips[group] = _chip(words, self.tr("Remove this filter: {filter}").format(filter=words))
            self.chips[group].clicked.connect(partial(self._remove, group))
            self._flow.addWidget(self.chips[group])
        self._flow.addWidget(self.clear_button)
        self._chips.setVisible(bool(self.chips))
        self.filter_button.setText(
            self.tr("Filter ({count})…").format(count=len(self.chips)) if self.chips else self.tr("Filter…"))

    def _remove(self, group: str) -> None:
        self.set_filter(filters.with_chosen(self._filter, group, ()))

    def _saved_menu(self) -> None:
        menu = QMenu(self)
        self._saved.fill(menu, self._filter, self._vocabulary, self.set_filter)
        menu.exec(self.saved_button.mapToGlobal(self.saved_button.rect().bottomLeft()))
        menu.deleteLater()


def _chip(words: str, tip: str) -> QPushButton:
    ground, ink = TONES["accent"]
    result = QPushButton(words.replace("&", "&&"))
    result.setIcon(icon("x", ink))
    result.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    result.setAutoDefault(False)
    result.setAccessibleName(tip)
    result.setToolTip(tip)
    result.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
    result.setStyleSheet(
        f"QPushButton {{ border-radius: 15px; padding: 3px 12px; min-height: 22px;"
        f" font-size: {sizes.small}px; color: {ink};"
        f" background: {ground}; border: 1px solid {ground}; }} QPushButton:hover {{ border: 1px solid {ink}; }}"
        f"QPushButton:focus {{ border: 2px solid {ink}; padding: 2px 11px; }}")
    return result
