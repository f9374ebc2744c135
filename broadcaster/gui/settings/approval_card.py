"""Who must agree before something airs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox

from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.layout import Card

SINGLE, SECOND, SHEET = "approval.single_person", "approval.second_approver", "approval.weekly_sheet"


class ApprovalCard(Card):
    """Three rules, each with what it means."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("SettingsPage", "Approval"))
        self.fields = {
            SINGLE: QCheckBox(self.tr("One person may write and approve the same bulletin")),
            SECOND: QCheckBox(self.tr("Two approvers must agree (editorial board)")),
            SHEET: QCheckBox(self.tr("A week airs only by its approved sheet")),
        }
        self.notes = {name: Banner("", "wait") for name in self.fields}
        for name, field in self.fields.items():
            field.setAccessibleName(field.text())
            self.add(field, self.notes[name])

    def show_notes(self) -> None:
        """What the ticked ones mean."""
        said = {
            SINGLE: self.tr("Every bulletin approved by its own author is marked so in the log and in reports."),
            SECOND: self.tr("The first approver's yes lets nothing air yet; another approver must sign the very same "
                            "text and sound."),
            SHEET: self.tr("A week without an approved sheet airs nothing but emergencies and what a person puts on "
                           "the air. Submit the week on the schedule page before you save this."),
        }
        for name, field in self.fields.items():
            self.notes[name].show_text(said[name] if field.isChecked() else "")
