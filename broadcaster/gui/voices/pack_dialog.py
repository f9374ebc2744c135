"""What a voice pack says of itself, before it is taken in."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from broadcaster.gui.voices.model import pack_facts
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import ElidedLabel, label, show_if
from broadcaster.speech.model import Pack


class PackDialog(Sheet):
    """Name, licence and the pack's own papers; taken in only by somebody who ticks that they may use it."""

    def __init__(self, parent: QWidget | None, pack: Pack) -> None:
        super().__init__(parent, "", 520)
        self.setWindowTitle(self.tr("Add a voice"))
        self.resize(620, 460)
        self.body.addWidget(ElidedLabel(pack.name, "title"))
        self.body.addWidget(label(pack_facts(pack), "soft"))
        self.licence = label(self.tr("Licence: {licence}").format(licence=pack.licence), "strong", wrap=True)
        self.none = Banner("")
        if not pack.licence:
            self.licence.hide()
            self.none.show_text(self.tr("This pack names no licence. Ask whoever gave it to you whether the station "
                                        "may broadcast with it."))
        self.body.addWidget(self.licence)
        self.body.addWidget(self.none)
        self.papers = QPlainTextEdit(pack.licence_text)
        self.papers.setReadOnly(True)
        self.papers.setAccessibleName(self.tr("What the pack says of itself"))
        self.papers.setMinimumHeight(90)
        show_if(self.papers, bool(pack.licence_text))
        self.body.addWidget(self.papers, 1)
        self.agreed = QCheckBox(self.tr("The station may use this voice under these terms"))
        self.agreed.setAccessibleName(self.agreed.text())
        self.body.addWidget(self.agreed)
        self.yes = primary_button(self.tr("Add this voice"), "download", self.accept)
        self.yes.setEnabled(False)
        self.agreed.toggled.connect(self.yes.setEnabled)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.yes)
