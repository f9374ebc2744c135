"""A week's sheet that waits: what airs when, and how much is different from the week in force."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from broadcaster.gui.approvals.actions import ShownSheet
from broadcaster.gui.approvals.comments_card import CommentsCard
from broadcaster.gui.i18n import day_text
from broadcaster.gui.page import Shell
from broadcaster.gui.schedule.sheet_model import change_words
from broadcaster.gui.theme import sizes, text_font
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.layout import label
from broadcaster.schedule.sheets.sheet import Sheet

_MOST_CHANGES = 6


class SheetView(QWidget):
    """Rows by day; the schedule's own page shows it as a table."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.changes = label("", "soft", wrap=True)
        self.moved_on = Banner("", "wait", "triangle-alert")
        self.rows = QPlainTextEdit()
        self.rows.setReadOnly(True)
        self.rows.setTabChangesFocus(True)
        self.rows.setFont(text_font(sizes.body))
        self.rows.setStyleSheet("QPlainTextEdit { border: 0; padding: 4px 0; }")
        self.rows.setAccessibleName(self.tr("Sessions and items of the week"))
        self.remarks = CommentsCard(shell)
        self.remarks.setMaximumHeight(220)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for part in (self.changes, self.moved_on):
            box.addWidget(part)
        box.addWidget(self.rows, 2)
        box.addWidget(self.remarks, 1)

    def show_sheet(self, shown: ShownSheet) -> None:
        self.changes.setText(self._change_words(shown))
        self.moved_on.show_text(self.tr("The schedule was changed after this sheet was submitted: those changes are "
                                        "not on it.") if shown.moved_on else "", "wait", "triangle-alert")
        self.rows.setPlainText(rows_text(shown.sheet))
        self.remarks.show_subject(f"sheet:{shown.sheet.monday.isoformat()}")

    def _change_words(self, shown: ShownSheet) -> str:
        if shown.first:
            return self.tr("No schedule of this week was approved before.")
        if not shown.changes:
            return self.tr("Nothing differs from the week that was approved.")
        more = len(shown.changes) - _MOST_CHANGES
        lines = [self.tr("Different from the week that was approved:")]
        lines += [f"• {change_words(item)}" for item in shown.changes[:_MOST_CHANGES]]
        return "\n".join(lines) + (f"\n… +{more}" if more > 0 else "")



def _zones(zones: Sequence[str]) -> str:
    return "" if "all" in zones else ", ".join(zones)


def rows_text(sheet: Sheet) -> str:
    lines: list[str] = []
    day = None
    for slot in sheet.slots:
        if slot.day != day:
            day = slot.day
            lines += ["", day_text(day)]
        head = f"{slot.starts:%H:%M}–{slot.ends:%H:%M} {slot.name}"
        lines.append("  " + " · ".join(filter(None, (head, _zones(slot.zones)))))
        lines += [f"      • {item.title}" + (f" ({item.number})" if item.number else "") for item in slot.items]
    return "\n".join(lines).strip("\n")
