"""The recovery phrase, once: shown, printed, and asked for again before anything is encrypted with it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.paths import write_atomic
from broadcaster.base.vietnamese import one_line
from broadcaster.care.backup.service import BackupService
from broadcaster.care.backup.vault import new_phrase, plain_phrase
from broadcaster.gui.errors import explain
from broadcaster.gui.theme import space
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import text_field
from broadcaster.gui.widgets.layout import label, row

_WIDTH = 620


class PhraseDialog(Sheet):
    """Nothing is changed until the phrase has been typed in from the sheet."""

    def __init__(self, parent: QWidget | None, service: BackupService, by: str, now: datetime) -> None:
        super().__init__(parent, self.tr("Encrypt backups"), _WIDTH)
        self._service, self._by, self._now = service, by, now
        self.phrase = new_phrase()
        self.body.addWidget(label(self.tr("Encrypt backups"), "title"))
        self.body.addWidget(label(self.tr(
            "On another computer these eight groups open the backups, and nothing else does. Print the sheet, put it "
            "into an envelope and lock it away, not beside the stick."), wrap=True))
        groups = self.phrase.split()
        for start in (0, 4):
            self.body.addLayout(row(None, *(label(group, "title") for group in groups[start:start + 4]), None,
                                    spacing=space.large))
        self.print_button = button(self.tr("Save the sheet to print…"), "printer", self._print)
        self.body.addLayout(row(None, self.print_button, None))
        self.body.addWidget(label(self.tr("Now type the eight groups from the sheet:"), "strong"))
        self.typed = text_field("", self.tr("Eight groups of five digits"))
        self.typed.setAccessibleName(self.tr("Phrase from the sheet"))
        self.told = Banner()
        self.body.addWidget(self.typed)
        self.body.addWidget(self.told)
        self.done_button = primary_button(self.tr("Encrypt from now on"), "lock", self._take)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.done_button)

    def _print(self) -> None:
        # Reportlab is loaded when somebody prints.
        from broadcaster.care.backup.phrase_sheet import phrase_pdf

        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the sheet"), str(
            Path.home() / "phieu-mo-ban-sao-luu.pdf"), "PDF (*.pdf)")
        if not name:
            return
        try:
            station = one_line(self._service.settings().station.name)
            write_atomic(Path(name), phrase_pdf(station, self._now, self.phrase), private=True)
        except BroadcasterError as error:
            self.told.show_text(explain(error).text, "bad")
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(name))

    def _take(self) -> None:
        try:
            if plain_phrase(self.typed.text()) != self.phrase:
                raise Refused("backup.phrase_wrong", "not the phrase above")
            self._service.encrypt(self._by, self.phrase)
        except BroadcasterError as error:
            self.told.show_text(explain(error).text)
            self.typed.setFocus()
            return
        self.accept()
