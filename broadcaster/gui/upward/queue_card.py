"""The packages of this station: what waits, what the office said of each, what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from broadcaster.aggregation.deliveries import RECEIVED, REFUSED, Delivery
from broadcaster.gui.people.tray import tray
from broadcaster.gui.upward.drag_out import DragOut
from broadcaster.gui.upward.model import days_text, note_text, state_text, state_tone
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.layout import Card
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import ROW_HEIGHT, Table

_LEAST, _MOST = 3, 6


class QueueCard(Card):
    """`show_rows`; the buttons call what they were given with the row that is chosen."""

    def __init__(self, outbox: Path, again: Callable[[Delivery], object], copy: Callable[[Delivery], object],
                 stick: Callable[[Delivery], object], handed: Callable[[Delivery], object],
                 anew: Callable[[], object]) -> None:
        super().__init__(self.tr("Packages"))
        self._now: datetime | None = None
        self._has_place = False
        self.table = Table("upward.packages", [
            Column(self.tr("No."), lambda row: str(row.number), 64, right=True, digits=True),
            Column(self.tr("Days"), days_text, 174, digits=True),
            Column(self.tr("State"), state_text, 164, tone=state_tone),
            Column(self.tr("What is known"), self._note, 0, tip=lambda row: f"{row.package}\n{self._note(row)}"),
        ], accessible=self.tr("Packages"))
        self.table.picked.connect(self._show_row)
        self._drag = DragOut(self.table, lambda row: outbox / row.package)
        self.note = Banner("", "plain", "info")
        self.again = button(self.tr("Send again"), "rotate-ccw", lambda: self._with(again))
        self.stick = button(self.tr("Copy to a stick…"), "hard-drive", lambda: self._with(stick))
        self.copy = button(self.tr("Save for e-mail…"), "download", lambda: self._with(copy))
        self.handed = button(self.tr("The office has it"), "check", lambda: self._with(handed))
        self.anew = button(self.tr("Package of everything…"), "archive", anew)
        self.keys, flow = tray()
        for key in self._of_row():
            flow.addWidget(key)
        flow.addWidget(self.anew)
        self.add(self.table, self.note, self.keys)
        self._show_row(None)

    def show_rows(self, rows: Sequence[Delivery], now: datetime, *, has_place: bool) -> None:
        """The newest first; what is chosen stays chosen."""
        self._now, self._has_place = now, has_place
        self.table.show_rows(rows, lambda row: row.number)
        shown = min(_MOST, max(_LEAST, len(rows)))
        self.table.setFixedHeight(ROW_HEIGHT * (shown + 1) + 4 if rows else 280)
        self.keys.setVisible(bool(rows))
        self._show_row(self.table.current_row())

    def _note(self, row: Delivery) -> str:
        return note_text(row, self._now, has_place=self._has_place) if self._now else ""

    def _of_row(self) -> tuple[QPushButton, ...]:
        return self.again, self.stick, self.copy, self.handed

    def _show_row(self, row: Delivery | None) -> None:
        for key in self._of_row():
            key.setEnabled(row is not None)
        self.again.setEnabled(row is not None and row.state != RECEIVED and self._has_place)
        self.handed.setEnabled(row is not None and row.state != RECEIVED)
        long = row is not None and len(self._note(row)) > 60
        self.note.show_text(self._note(row) if row is not None and long else "",
                            "bad" if row is not None and row.state == REFUSED else "plain", "info")

    def _with(self, act: Callable[[Delivery], object]) -> None:
        row: Delivery | None = self.table.current_row()
        if row is not None:
            act(row)
