"""The result of checking the journal: it holds, or the places where it does not."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from broadcaster.gui.icons import pixmap
from broadcaster.gui.log.actions import Check
from broadcaster.gui.log.journal_words import fault_words
from broadcaster.gui.theme import TONES
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.sheet_room import grow
from broadcaster.gui.widgets.table import Table


class CheckDialog(Sheet):
    """Says ✓ with the number of files, or lists every fault with file and line."""

    def __init__(self, parent: QWidget | None, check: Check) -> None:
        good = not check.faults
        title = QCoreApplication.translate("CheckDialog", "Check of the journal")
        super().__init__(parent, title, 480 if good else 760)
        picture = label("")
        picture.setPixmap(pixmap("shield-check" if good else "triangle-alert", 32, TONES["good" if good else "bad"][1]))
        self.verdict = label(self._verdict(check), "title", wrap=True)
        heading = row(picture, self.verdict, spacing=14)
        heading.setStretch(1, 1)
        self.body.addLayout(heading)
        self.body.addWidget(label(self._meaning(check), wrap=True))
        close = primary_button(self.tr("Close"), "", self.accept)
        if good:
            self.buttons(close)
        else:
            self.body.addWidget(self._faults(check))
            text = "\n".join(f"{fault.file}:{fault.line} {fault.problem}" for fault in check.faults)
            self.buttons(button(self.tr("Copy the list"), "copy", lambda: QGuiApplication.clipboard().setText(text)),
                         close)
        close.setDefault(True)
        close.setFocus()
        if good:
            grow(self, self.body)

    def _verdict(self, check: Check) -> str:
        if check.faults:
            return self.tr("The journal does not hold together: {count} places").format(count=len(check.faults))
        return self.tr("✓ The journal holds together")

    def _meaning(self, check: Check) -> str:
        if check.faults:
            return self.tr("The airing log was made from what was filed before; this check changed nothing in it. "
                           "Keep the files as they are and send this list to whoever looks after the station.")
        if not check.files:
            return self.tr("There is no journal yet: nothing has been broadcast.")
        whole = self.tr("{files} files, each line checked against the one before it and against what was filed: "
                        "nothing was altered, removed or put in.").format(files=check.files)
        seals = self.tr("{count} daily seals hold, the last over {day}.").format(
            count=check.seals, day=f"{date.fromisoformat(check.sealed_until):%d/%m/%Y}") if check.seals else \
            self.tr("No day is sealed yet.")
        return "\n".join([f"{whole} {seals}", *(f"{note.file}: {fault_words(note)}" for note in check.notes)])

    def _faults(self, check: Check) -> Table:
        self.table = Table("log.faults", [
            Column(self.tr("Place"), lambda item: f"{item[1].file}:{item[1].line}", 190, digits=True),
            Column(self.tr("What is wrong"), lambda item: fault_words(item[1]), 0),
        ])
        self.table.setMinimumHeight(260)
        self.table.show_rows(list(enumerate(check.faults)), key=lambda item: item[0])
        return self.table
