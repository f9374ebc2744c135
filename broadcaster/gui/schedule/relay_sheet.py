"""Which programmes are taken over in one session, on one day alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from broadcaster.gui.hours.relay_rows import relay_rows
from broadcaster.gui.i18n import day_text
from broadcaster.gui.schedule.day import Day, Head
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label
from broadcaster.schedule.model import RelaySlot


class RelaySheet(Sheet):
    """Accepted with `slots()`; nothing is stored here. `sources`: id -> name."""

    def __init__(self, parent: QWidget | None, day: Day, head: Head, sources: Mapping[str, str],
                 now: Sequence[RelaySlot]) -> None:
        title = QCoreApplication.translate("RelaySheet", "Relays of “{name}”").format(name=head.name)
        super().__init__(parent, title, 620)
        self.body.addWidget(label(title, "title", wrap=True))
        self.body.addWidget(label(self.tr("{day}: on this day only. A relay begins on the clock; items that do not fit "
                                          "around it are left out and named.").format(day=day_text(day.day)), "soft",
                                  wrap=True))
        start = head.starts_at.time() if head.starts_at else time(5)
        self.rows = relay_rows(sources, lambda: start)
        self.rows.set_values(tuple(now))
        self.body.addWidget(self.rows)
        self.save = primary_button(self.tr("Keep these relays"), "check", self.accept)
        self.save.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.save)

    def slots(self) -> tuple[RelaySlot, ...]:
        """As they are chosen now."""
        return tuple(self.rows.values())
