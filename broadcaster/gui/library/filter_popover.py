"""“Lọc…”: groups at the left, their ticks at the right; every tick works at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QCheckBox,
    QFrame,
    QGraphicsDropShadowEffect,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from broadcaster.accounts.model import Right
from broadcaster.gui.i18n import number_text
from broadcaster.gui.library import filters
from broadcaster.gui.library.vocabulary import Vocabulary
from broadcaster.gui.ops import Op
from broadcaster.gui.rights import needs
from broadcaster.gui.widgets.buttons import button, flat_button
from broadcaster.gui.widgets.layout import label, row, scrolled
from broadcaster.library.model import Filter

_WIDTH, _HEIGHT = 660, 420
Count = Callable[[list[Filter]], list[int]]
"""How many items each of these filters shows; slow, called off the window's thread."""


class FilterPopover(QFrame):
    """`changed` at every tick; `open_at` shows it below a button."""

    changed = Signal(object)
    cleared = Signal()

    def __init__(self, parent: QWidget, vocabulary: Vocabulary, count: Count) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("card")
        self.setAccessibleName(self.tr("What to filter by"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 4)
        self.setGraphicsEffect(shadow)
        self.hide()
        self._vocabulary = vocabulary
        self._count = count
        self._asked = Filter()
        self._ticks: dict[str, QCheckBox] = {}
        self._number = 0
        self._button: QWidget | None = None
        self._groups = [group for group in filters.GROUPS if filters.options(group, vocabulary)]
        self.groups = QListWidget()
        self.groups.setAccessibleName(self.tr("What to filter by"))
        self.groups.setFixedWidth(200)
        for group in self._groups:
            item = QListWidgetItem(filters.group_words(group))
            item.setSizeHint(QSize(0, 31))
            self.groups.addItem(item)
        self.groups.currentRowChanged.connect(lambda _: self._show_group())
        self._ticks_place = QVBoxLayout()
        self._ticks_place.setContentsMargins(0, 0, 0, 0)
        line = row(self.groups, spacing=14)
        line.addLayout(self._ticks_place, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 12, 12, 10)
        box.addLayout(line, 1)
        box.addLayout(row(flat_button(self.tr("Clear filters"), "x", self.cleared.emit), None,
                          needs(button(self.tr("Done"), "check", self.close), Right.LOOK)))

    def open_at(self, below: QWidget, asked: Filter) -> None:
        """Right below a button, kept on the screen."""
        self._button = below
        self.show_filter(asked)
        if self.groups.currentRow() < 0:
            self.groups.setCurrentRow(0)
        parent = self._over
        place = below.mapTo(parent, QPoint(below.width() - self.width(), below.height() + 4))
        self.resize(min(_WIDTH, parent.width() - 12), min(_HEIGHT, parent.height() - 12))
        self.move(max(6, min(place.x(), parent.width() - self.width() - 6)),
                  max(6, min(place.y(), parent.height() - self.height() - 6)))
        self.show()
        self.raise_()
        self.groups.setFocus()
        if (application := QApplication.instance()) is not None:
            application.installEventFilter(self)

    def hideEvent(self, event: QEvent) -> None:
        if (application := QApplication.instance()) is not None:
            application.removeEventFilter(self)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) \
                and event.key() == Qt.Key.Key_Escape:
            event.accept()  # else Esc goes to whatever the window uses it for, and this stays
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.close()
            if self._button is not None:
                self._button.setFocus()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click elsewhere is the end of choosing; it does there what it always does."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget) \
                and watched is not self._button and not self.isAncestorOf(watched) and watched is not self:
            self.close()
        return False

    def show_filter(self, asked: Filter) -> None:
        """Ticks and numbers as the filter now is."""
        self._asked = asked
        for number, group in enumerate(self._groups):
            ticked = len(filters.chosen(asked, group))
            words = filters.group_words(group)
            self.groups.item(number).setText(f"{words}  ({ticked})" if ticked else words)
        group = self.group
        for value, tick in self._ticks.items():
            tick.blockSignals(True)
            tick.setChecked(value in filters.chosen(asked, group))
            tick.blockSignals(False)
        self._ask_counts()

    @property
    def group(self) -> str:
        """The group in sight."""
        return self._groups[max(0, self.groups.currentRow())]

    def tick(self, group: str, value: str) -> QCheckBox:
        """The tick itself, its group brought into sight."""
        self.groups.setCurrentRow(self._groups.index(group))
        return self._ticks[value]

    def _show_group(self) -> None:
        while (item := self._ticks_place.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(2, 2, 8, 2)
        column.setSpacing(5)
        self._ticks.clear()
        only_one = QButtonGroup(content)
        only_one.setExclusive(False)
        for value, words in filters.options(self.group, self._vocabulary):
            tick = QCheckBox(words)
            tick.setAccessibleName(words)
            tick.setProperty("words", words)
            tick.setChecked(value in filters.chosen(self._asked, self.group))
            tick.toggled.connect(partial(self._ticked, value))
            self._ticks[value] = tick
            column.addWidget(tick)
        if filters.single(self.group):
            column.addWidget(label(self.tr("One of them at a time."), "faint"))
        if self.group == "state":
            column.addWidget(label(self.tr("None ticked: all but withdrawn, superseded and archived ones."), "faint",
                                   wrap=True))
        column.addStretch(1)
        self._ticks_place.addWidget(scrolled(content))
        self._ask_counts()

    def _ticked(self, value: str, on: bool) -> None:
        group = self.group
        before = () if filters.single(group) else tuple(v for v in filters.chosen(self._asked, group) if v != value)
        self.show_filter(filters.with_chosen(self._asked, group, (*before, value) if on else before))
        self.changed.emit(self._asked)

    def _ask_counts(self) -> None:
        """How many each tick of the group in sight would show by itself."""
        self._number += 1
        number, group, values = self._number, self.group, list(self._ticks)
        asked = [filters.with_chosen(self._asked, group, (value,)) for value in values]

        def show(found: list[int]) -> None:
            if number != self._number:
                return
            for value, count in zip(values, found, strict=True):
                tick = self._ticks[value]
                tick.setText(f"{tick.property('words')}  ·  {number_text(count)}".replace("&", "&&"))
        if self.isVisible() or self._ticks:
            Op(lambda: self._count(asked)).on_success(show).on_failure(lambda _: None).start(self)
