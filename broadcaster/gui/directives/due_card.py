"""Above the register: reports and reminders whose day is near or over, to be ticked off or opened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from broadcaster.directives.model import Due
from broadcaster.gui.directives.words import due_line
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.buttons import flat_button, icon_button
from broadcaster.gui.widgets.layout import Card, ElidedLabel, label, row

_SHOWN, _LOW = 3, 640
"""Lines shown at once; a window lower than this shows one."""
_FOLDED = "directives/due_folded"


class DueCard(Card):
    """Hidden while nothing is due; remembers whether it is folded."""

    opened = Signal(str)
    """Id of a letter."""
    done = Signal(object)
    """The reminder, or the report, that was made."""

    def __init__(self, memory: QSettings) -> None:
        super().__init__()
        self._memory = memory
        self._items: Sequence[Due] = ()
        self._today = date.min
        self._all = False
        self.body.setContentsMargins(16, 8, 16, 8)
        self.body.setSpacing(4)
        self.caption = label("", "strong")
        self.more_button = flat_button("", "", self._toggle_all)
        self.fold_button = icon_button("chevron-up", self.tr("Fold up or open"), self._toggle_fold)
        self.add(row(self.caption, None, self.more_button, self.fold_button))
        self._content = QWidget()
        self.add(self._content)
        self.lines: list[DueLine] = []
        self.hide()

    def show_due(self, items: Sequence[Due], today: date) -> None:
        """What is due, the oldest first."""
        if (list(items), today) != (list(self._items), self._today):  # who stands on a button here stays there
            self._items, self._today = items, today
            self._show()

    def _show(self) -> None:
        folded = bool(self._memory.value(_FOLDED, False, bool))
        late = sum(item.day < self._today for item in self._items)
        text = self.tr("Things to do soon: {count}").format(count=len(self._items))
        if late:
            text += self.tr(" ({count} late)").format(count=late)
        self.caption.setText(text)
        few = _SHOWN if self.window().height() >= _LOW else 1
        shown = self._items if self._all else self._items[:few]
        self._content.hide()
        self._content.deleteLater()
        self._content = QWidget()
        self._content.setObjectName("plain")
        box = QVBoxLayout(self._content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        self.lines = [DueLine(self, item, self._today) for item in shown[:30]]
        for line in self.lines:
            box.addWidget(line)
        self.add(self._content)
        self._content.setVisible(not folded)
        self.more_button.setVisible(not folded and len(self._items) > few)
        self.more_button.setText(self.tr("Fewer") if self._all else self.tr("Show all"))
        self.setVisible(bool(self._items))

    def _toggle_all(self) -> None:
        self._all = not self._all
        self._show()

    def _toggle_fold(self) -> None:
        self._memory.setValue(_FOLDED, not self._memory.value(_FOLDED, False, bool))
        self._show()


class DueLine(QWidget):
    """One thing to do."""

    def __init__(self, card: DueCard, item: Due, today: date) -> None:
        super().__init__()
        self.setObjectName("plain")
        when, tone, what = due_line(item, today)
        self.what = ElidedLabel(what)
        self.open_button = flat_button(self.tr("Open"), "", lambda: card.opened.emit(item.directive_id))
        self.done_button = flat_button(self.tr("Reported…") if item.kind == "report" else self.tr("Done"), "check",
                                       lambda: card.done.emit(item))
        for made in (self.open_button, self.done_button):
            made.setAccessibleName(f"{made.text()}: {what}")
        line = row(Badge(when, tone), self.what, self.open_button, self.done_button, spacing=8)
        line.setStretch(1, 1)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
