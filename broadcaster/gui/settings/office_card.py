"""The settings' part for an office above stations: whether this computer is one, and where packages arrive."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from broadcaster.gui.widgets.form import Form, choice, number_field, text_field
from broadcaster.gui.widgets.layout import Card

ROLE, INBOX, SILENT = "office.role", "office.inbox", "office.silent_days"


class OfficeCard(Card):
    """A station sees the one question; the rest shows once it is answered otherwise."""

    def __init__(self) -> None:
        super().__init__(self.tr("Office above stations"))
        self.form = Form(label_width=168)
        self.fields: dict[str, QWidget] = {
            ROLE: choice([("station", self.tr("A station, nothing below it")),
                          ("office", self.tr("An office above stations")),
                          ("both", self.tr("Both: a station and an office"))]),
            INBOX: text_field(limit=400),
            SILENT: number_field(3, 1, 90, self.tr(" days"))}
        self.form.add(self.tr("This computer is"), self.fields[ROLE])
        self.form.add(self.tr("Packages arrive in"), self.fields[INBOX], self.tr(
            "A folder, or an address as the stations have it (sftp://…, webdav+https://…, s3://…). Empty: the folder "
            "“inbox” beside the data."))
        self.form.add(self.tr("Stopped reporting after"), self.fields[SILENT])
        self.add(self.form)

    def show_notes(self) -> None:
        """Only an office is asked the rest."""
        role = self.fields[ROLE]
        assert isinstance(role, QComboBox)
        is_office = role.currentData() != "station"
        for name in (INBOX, SILENT):
            self.form.set_row_visible(self.fields[name], is_office)
