"""What the office above sent: letters in the register, messages as drafts, and what waits for a comparison."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QPushButton

from broadcaster.aggregation.received import LETTER, WAITING, Received
from broadcaster.gui.people.tray import tray
from broadcaster.gui.upward.model import KEYS, down_state_text, down_text, down_time, down_tip, down_tone
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.layout import Card
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import ROW_HEIGHT, Table

_LEAST, _MOST = 2, 5


class DownCard(Card):
    """`go(page, item)` opens a letter or a message; `compare`, `refuse` get the row that waits."""

    def __init__(self, go: Callable[[str, str], object], take: Callable[[], object],
                 compare: Callable[[Received], object], refuse: Callable[[Received], object]) -> None:
        super().__init__(self.tr("From the office above"))
        self._go = go
        self.table = Table("upward.down", [
            Column(self.tr("Came"), down_time, 164, digits=True),
            Column(self.tr("State"), down_state_text, 144, tone=down_tone),
            Column(self.tr("Letters and messages"), down_text, 0, tip=down_tip),
        ], accessible=self.tr("From the office above"))
        self.table.set_empty("inbox", self.tr(
            "Letters and messages of the office arrive here: letters go into the register, messages into the library "
            "as drafts. Nothing airs by itself."))
        self.table.picked.connect(self._show_row)
        self.table.opened.connect(lambda _: self._open())
        self.open = button(self.tr("Open"), "eye", self._open)
        self.compare = button(self.tr("Compare the key…"), "key-round", lambda: self._with(compare))
        self.refuse = button(self.tr("Do not take it in"), "x", lambda: self._with(refuse))
        self.take = button(self.tr("From a stick…"), "folder-open", take)
        self.keys, flow = tray()
        for key in self.buttons():
            flow.addWidget(key)
        self.add(self.table, self.keys)
        self._show_row(None)

    def buttons(self) -> tuple[QPushButton, ...]:
        return self.open, self.compare, self.refuse, self.take

    def show_rows(self, rows: Sequence[Received]) -> None:
        """The newest first."""
        self.table.show_rows(rows, lambda row: row.sha256)
        shown = min(_MOST, max(_LEAST, len(rows)))
        self.table.setFixedHeight(ROW_HEIGHT * (shown + 1) + 4 if rows else 190)
        self._show_row(self.table.current_row())

    def _show_row(self, row: Received | None) -> None:
        self.open.setEnabled(row is not None and any(item.get("id") for item in row.made))
        waits = row is not None and row.state == WAITING
        self.compare.setVisible(waits and row is not None and row.code in KEYS)
        self.refuse.setVisible(waits)

    def _open(self) -> None:
        row: Received | None = self.table.current_row()
        there = [item for item in row.made if item.get("id")] if row is not None else []
        if len(there) == 1:
            self._go_to(there[0])
        elif there:
            menu = QMenu(self)
            for item in there:
                menu.addAction(str(item.get("name", ""))).triggered.connect(partial(self._chosen, item))
            menu.exec(self.open.mapToGlobal(self.open.rect().bottomLeft()))
            menu.deleteLater()

    def _chosen(self, item: dict[str, object], _checked: bool = False) -> None:
        self._go_to(item)

    def _go_to(self, item: dict[str, object]) -> None:
        self._go("directives" if item.get("kind") == LETTER else "library", str(item.get("id", "")))

    def _with(self, act: Callable[[Received], object]) -> None:
        row: Received | None = self.table.current_row()
        if row is not None:
            act(row)
