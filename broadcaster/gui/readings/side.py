"""The list beside the text: what is read otherwise than written, the words worth a look first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from broadcaster.gui.icons import icon
from broadcaster.gui.readings.model import Heard, kind_words
from broadcaster.gui.theme import TONES
from broadcaster.gui.widgets.buttons import flat_button, icon_button
from broadcaster.gui.widgets.chips import chip
from broadcaster.gui.widgets.layout import ElidedLabel, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import Table

_ROW = 34
_ROOM_FOR_HEADINGS = 230


class ReadingsSide(QWidget):
    """`table` holds `Heard` rows; its signals `picked` and `opened` tell which one is meant."""

    chosen = Signal(object)
    """Heard: a person went to its row."""
    listen_asked = Signal(object)
    """Heard"""
    next_asked = Signal(bool)
    """The next word worth a look; True: the one before."""
    lexicon_asked = Signal()
    undo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[Heard] = ()
        self._filling = False
        self.risky = chip(self.tr("To look at"), "wait")
        self.risky.setToolTip(self.tr("Only words that the voice may read wrongly"))
        self.risky.toggled.connect(lambda _: self._show())
        self.before = icon_button("chevron-up", self.tr("Word to look at before (Shift+F3)"),
                                  lambda: self.next_asked.emit(True))
        self.after = icon_button("chevron-down", self.tr("Next word to look at (F3)"),
                                 lambda: self.next_asked.emit(False))
        self.listen = icon_button("headphones", self.tr("Listen to this reading"), self._listen)
        self._make_table()
        self.lexicon = flat_button(self.tr("Lexicon…"), "book-open", self.lexicon_asked.emit)
        self.lexicon.setToolTip(self.tr("All readings this station has taught the voice"))
        self.undo = icon_button("undo-2", self.tr("Undo"), self.undo_asked.emit)
        self.learned = ElidedLabel("", "faint")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 6, 0, 0)
        box.setSpacing(6)
        box.addLayout(row(self.risky, None, self.before, self.after, self.listen, spacing=2))
        box.addWidget(self.table, 1)
        foot = row(self.lexicon, self.learned, self.undo, spacing=6)
        foot.setStretch(1, 1)
        box.addLayout(foot)
        self.show_learned("")
        self.show_heard(())

    def show_heard(self, items: Sequence[Heard]) -> None:
        """The readings of the present text."""
        self._all = items
        self._show()

    def show_learned(self, words: str) -> None:
        """What was taught last, with the way back; empty: nothing."""
        self.learned.set_text(words)
        self.undo.setVisible(bool(words))

    def risky_count(self) -> int:
        """Places in the text that are worth a look."""
        return sum(len(item.places) for item in self._all if item.risky)

    def current(self) -> Heard | None:
        item: Heard | None = self.table.current_row()
        return item

    def stand_on(self, item: Heard) -> None:
        """Its row, without anybody having gone there."""
        self._filling = True
        if not self.table.select_id(item.id):
            self.table.clearSelection()
        self._filling = False
        self.listen.setEnabled(self.current() is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the rows are worth more than their headings."""
        super().resizeEvent(event)
        self.table.horizontalHeader().setVisible(self.height() > _ROOM_FOR_HEADINGS)

    def _make_table(self) -> None:
        self.table = Table("bulletins.readings", [
            Column(self.tr("Written"), _written, 116, icon=_mark, tip=self._tip),
            Column(self.tr("Read as"), lambda item: item.spoken or "–", 0, tip=self._tip),
        ], accessible=self.tr("Words that are read otherwise than written"))
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.picked.connect(self._on_picked)

    def _show(self) -> None:
        count = self.risky_count()
        self.risky.setText(self.tr("To look at ({count})").format(count=count))
        self.risky.setAccessibleName(self.risky.text())
        for part in (self.before, self.after):
            part.setEnabled(count > 0)
        shown = [item for item in self._all if item.risky or not self.risky.isChecked()]
        self._filling = True  # a list made anew keeps its row; nobody went there
        self.table.show_rows(shown)
        self._filling = False
        if self.risky.isChecked() and not count:
            self.table.set_empty("circle-check", self.tr("Nothing here needs a look."))
        else:
            self.table.set_empty("volume-2", self.tr("Every word is read as it is written."))
        self.listen.setEnabled(self.current() is not None)

    def _on_picked(self, item: Heard | None) -> None:
        self.listen.setEnabled(item is not None)
        if item is not None and not self._filling:
            self.chosen.emit(item)

    def _listen(self) -> None:
        if (item := self.current()) is not None:
            self.listen_asked.emit(item)

    def _tip(self, item: Heard) -> str:
        lines = [f"{item.written} → {item.spoken or '–'}"]
        if kind := kind_words(item.kind):
            lines.append(self.tr("Taken for: {kind}").format(kind=kind))
        if item.risky:
            lines.append(self.tr("The voice may read this wrongly: look at it once."))
        lines.append(self.tr("Enter or a double click: choose another reading"))
        return "\n".join(lines)


def _written(item: Heard) -> str:
    return f"{item.written} ×{len(item.places)}" if len(item.places) > 1 else item.written


def _mark(item: Heard) -> Any:
    return icon("triangle-alert", TONES["wait"][1]) if item.risky else None
