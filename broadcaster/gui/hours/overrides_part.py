"""Reasons in force why a session may go beyond the rules; each can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from broadcaster.base.clock import parse_time
from broadcaster.gui.hours.model import Look, override_words
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.layout import caption_label, row
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


class OverridesPart(QWidget):
    """Hidden while no rule is lifted."""

    def __init__(self, revoke: Callable[[RuleOverride], object]) -> None:
        super().__init__()
        self.setObjectName("plain")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        self.revoke_button = button(self.tr("The rule holds again"), "undo-2", lambda: self._revoke(revoke))
        self.revoke_button.setEnabled(False)
        caption = caption_label(self.tr("May go beyond the rules"))
        box.addLayout(row(caption, None, self.revoke_button))
        self.table = Table("hours.overrides", [
            Column(self.tr("What"), lambda line: line.words, 270),
            Column(self.tr("Reason"), self._reason, 0),
            Column(self.tr("Who"), lambda line: f"{line.item.by}, {parse_time(line.item.at):%d/%m/%Y}", 230),
        ], accessible=caption.text())
        self.table.setFixedHeight(130)
        self.table.picked.connect(lambda line: self.revoke_button.setEnabled(line is not None))
        box.addWidget(self.table)
        self.hide()

    def show_rows(self, look: Look) -> None:
        names = {item.id: item.name for item in look.templates}
        self.table.show_rows([_Row(item, override_words(item, names)) for item in look.overrides])
        self.setVisible(bool(look.overrides))

    def _reason(self, line: _Row) -> str:
        number = line.item.directive_number
        return f"{line.item.reason} ({number})" if number else line.item.reason

    def _revoke(self, revoke: Callable[[RuleOverride], object]) -> None:
        line = self.table.current_row()
        if line is not None:
            revoke(line.item)
