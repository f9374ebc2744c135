"""Reasons in force why a session may go beyond the rules; each can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from broadcaster.base.clock import parse_time
from broadcaster.gui.hours.model import Look, override_words
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import Table
from broadcaster.schedule.model import RuleOverride


@dataclass(frozen=True)
class _Row:
    item: RuleOverride
    words: str

    @property
    def id(self) -> str:
        return self.item.id


class OverridesDialog(Sheet):
    """Who let what, why and when. `revoke(item)` makes the rule hold again."""

    def __init__(self, parent: QWidget | None, look: Look, revoke: Callable[[RuleOverride], object]) -> None:
        title = QCoreApplication.translate("OverridesDialog", "May go beyond the rules")
        super().__init__(parent, title, 894)
        self._revoke = revoke
        self.body.addWidget(label(title, "title"))
        self.body.addWidget(label(self.tr("Somebody said why. Until a reason is taken back, the session is held as it "
                                          "was set."), "soft", wrap=True))
        self.table = Table("hours.overrides", [
            Column(self.tr("What"), lambda line: line.words, 250),
            Column(self.tr("Reason"), self._reason, 0),
            Column(self.tr("Who"), lambda line: line.item.by, 170),
            Column(self.tr("When"), lambda line: f"{parse_time(line.item.at):%d/%m/%Y}", 110),
        ], accessible=title)
        self.table.setMinimumHeight(200)
        self.table.set_empty("circle-check", self.tr("Every session keeps to the rules."))
        self.body.addWidget(self.table, 1)
        self.revoke_button = primary_button(self.tr("The rule holds again"), "undo-2", self._take_back)
        self.revoke_button.setEnabled(False)
        self.table.picked.connect(lambda line: self.revoke_button.setEnabled(line is not None))
        self.buttons(self.revoke_button, button(self.tr("Close"), "", self.reject))
        self.show_rows(look)

    def show_rows(self, look: Look) -> None:
        names = {item.id: item.name for item in look.templates}
        self.table.show_rows([_Row(item, override_words(item, names)) for item in look.overrides])
        if look.overrides and self.table.current_row() is None:
            self.table.selectRow(0)

    def _reason(self, line: _Row) -> str:
        number = line.item.directive_number
        return f"{line.item.reason} ({number})" if number else line.item.reason

    def _take_back(self) -> None:
        line = self.table.current_row()
        if line is not None:
            self._revoke(line.item)
