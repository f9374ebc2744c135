"""One word of the lexicon: how it is written, how it is read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from broadcaster.gui.errors import explain
from broadcaster.gui.readings.speaker import Speaker
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, text_field
from broadcaster.speech.lexicon_file import Entry


class EntryDialog(Sheet):
    """`save_asked` when both fields say something; whoever opened it stores `values()` and closes it."""

    save_asked = Signal()

    def __init__(self, parent: QWidget, entry: Entry | None, speaker: Speaker) -> None:
        super().__init__(parent, "", 560)
        self.setWindowTitle(self.tr("Change a reading") if entry else self.tr("Add a reading"))
        self._speaker = speaker
        self.written = text_field(entry.written if entry else "", self.tr("UBND, Krông Nô, VNeID"), 80)
        self.spoken = text_field(
            entry.spoken if entry else "", self.tr("as it is spoken, in Vietnamese syllables"), 300)
        self.note = text_field(entry.note if entry else "", self.tr("where it comes from, who says it so"), 200)
        self.form = Form(130)
        self.form.add(self.tr("Written"), self.written,
                      self.tr("In small letters it holds for every spelling; with capitals only as written here."))
        self.form.add(self.tr("Read as"), self.spoken)
        self.form.add(self.tr("Note"), self.note)
        self.body.addWidget(self.form)
        self.banner = Banner("")
        self.body.addWidget(self.banner)
        self.listen = button(self.tr("Listen"), "headphones", self._listen)
        self.save = primary_button(self.tr("Store"), "check", self._save)
        self.save.setDefault(True)
        self.buttons(self.listen, button(self.tr("Cancel"), "", self.reject), self.save)
        self.finished.connect(lambda _: speaker.stop())
        self.finished.connect(self.deleteLater)
        (self.spoken if entry else self.written).setFocus()

    def values(self) -> tuple[str, str, str]:
        """Written, spoken, note."""
        return self.written.text().strip(), self.spoken.text().strip(), self.note.text().strip()

    def show_error(self, error: Exception) -> None:
        self.banner.show_text(explain(error).text, "bad", "circle-alert")

    def _save(self) -> None:
        self.form.clear()
        for field in (self.spoken, self.written):
            if not any(sign.isalnum() for sign in field.text()):
                self.form.wrong(field, self.tr("Write at least one letter or figure."))
        if not self.form.complaints():
            self.save_asked.emit()

    def _listen(self) -> None:
        if self._speaker.busy:
            self._speaker.stop()
        else:
            self._speaker.say(self.spoken.text() or self.written.text())
