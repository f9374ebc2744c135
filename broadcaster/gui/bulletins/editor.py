"""The desk of one bulletin: title, kind, voice, text, what will be heard. Saving is the page's work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from broadcaster.base.frames import clock_text
from broadcaster.base.settings import SpeechSection
from broadcaster.bulletins.languages import LANGUAGES
from broadcaster.bulletins.model import Bulletin
from broadcaster.gui.bulletins.actions import Edited
from broadcaster.gui.bulletins.model import Preview, kinds, voice_words
from broadcaster.gui.bulletins.text_editor import BulletinText
from broadcaster.gui.icons import icon
from broadcaster.gui.readings.side import ReadingsSide
from broadcaster.gui.theme import TONES, sizes, text_font
from broadcaster.gui.widgets.buttons import flat_button, icon_button
from broadcaster.gui.widgets.chips import chip
from broadcaster.gui.widgets.form import choice, number_field
from broadcaster.gui.widgets.layout import ElidedLabel, label, row
from broadcaster.speech.model import Voice

_SPLIT = "bulletins/readings"
_PATIENCE_MS = 300


class BulletinEditor(QWidget):
    """`edited()` is what it holds; `touched` when a person changed something, `resting` when the typing pauses."""

    touched = Signal()
    resting = Signal()
    save_asked = Signal()
    compare_asked = Signal()
    spoken_asked = Signal()
    """Somebody looks at the words as they will be read: `show_spoken` brings them."""

    def __init__(self, memory: QSettings, defaults: SpeechSection) -> None:
        super().__init__()
        self._defaults = defaults
        self._filling = False
        self._shown: Bulletin | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PATIENCE_MS)
        self._pause.timeout.connect(self.resting)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self._title())
        box.addLayout(self._options())
        self._make_text(memory)
        box.addWidget(self.splitter, 1)
        box.addLayout(self._foot())
        self._listen()

    def show_bulletin(self, bulletin: Bulletin) -> None:
        """Another bulletin, or the same one changed elsewhere; what is the same keeps its cursor."""
        before = self._shown if self._shown and self._shown.id == bulletin.id else None
        self._filling = True
        self._shown = bulletin
        # Compared with what was stored, not with the fields: a blank at the end of a half-typed title stays there.
        if before is None or before.title != bulletin.title:
            self.title.setText(bulletin.title)
            self.title.setCursorPosition(0)
        self.kind.setCurrentIndex(max(0, self.kind.findData(str(bulletin.kind))))
        self.language.setCurrentIndex(max(0, self.language.findData(bulletin.language)))
        self._show_voice(bulletin.voice or self._defaults.voice)
        self.rate.setValue(bulletin.rate or self._defaults.rate)
        if before is None or before.text != bulletin.text:
            self.text.show_text(bulletin.text)
        self._filling = False
        self._pause.start()

    def note_saved(self, bulletin: Bulletin) -> None:
        """What stands in the fields is stored as this; the cursor stays where it is."""
        if self._shown and self._shown.id == bulletin.id:
            self._shown = bulletin

    def show_voices(self, voices: Sequence[Voice]) -> None:
        """The voices of this computer."""
        current = str(self.voice.currentData() or self._defaults.voice)
        self._filling = True
        self.voice.clear()
        for voice in voices:
            self.voice.addItem(voice_words(voice), voice.id)
        self._show_voice(current)
        self._filling = False

    def show_preview(self, preview: Preview) -> None:
        """Length and readings, if they are of the text that stands here now."""
        if preview.text != self.text.text():
            return
        self.measure.setText(self.tr("{syllables} syllables · about {time}").format(
            syllables=preview.syllables, time=clock_text(preview.seconds)))
        self.text.show_heard(preview.text, preview.heard)
        self.reading_list.show_heard(preview.heard)
        self._show_risky()

    def show_spoken(self, text: str, words: str) -> None:
        """The whole text as it will be read, if it is of the text that stands here now."""
        if text == self.text.text() and words != self.spoken.toPlainText():
            self.spoken.setPlainText(words)

    def lock(self, locked: bool) -> None:
        """Read only, until somebody wants to change what was submitted or approved."""
        self.title.setReadOnly(locked)
        self.text.setReadOnly(locked)
        for part in (self.kind, self.language, self.voice, self.rate, self.compare_button, self.undo_button):
            part.setEnabled(not locked)
        self.save_button.setVisible(not locked)

    def take_voice(self, voice: str, rate: int) -> None:
        """As if a person had chosen them here."""
        self._show_voice(voice)
        self.rate.setValue(rate)
        self._touch()

    def edited(self) -> Edited:
        return Edited(self.title.text(), self.text.text(), str(self.kind.currentData()),
                      str(self.voice.currentData() or ""), self.rate.value(), str(self.language.currentData()))

    def _title(self) -> QLineEdit:
        self.title = QLineEdit()
        self.title.setMaxLength(300)
        self.title.setFont(text_font(sizes.large))
        self.title.setMinimumHeight(42)
        self.title.setPlaceholderText(self.tr("Title"))
        self.title.setAccessibleName(self.tr("Title"))
        return self.title

    def _options(self) -> Any:
        self.kind = choice(kinds())
        self.kind.setAccessibleName(self.tr("Kind"))
        self.language = choice(list(LANGUAGES.items()))
        self.language.setAccessibleName(self.tr("Language of the text"))
        self.language.setToolTip(self.tr("Only Vietnamese is read aloud; a text in another language is recorded"))
        self.voice = choice([])
        self.voice.setMinimumWidth(90)
        self.voice.setAccessibleName(self.tr("Voice"))
        self.rate = number_field(self._defaults.rate, 80, 300, self.tr(" words/min"), 5)
        self.rate.setAccessibleName(self.tr("Speed of reading"))
        self.compare_button = icon_button("headphones", self.tr("Compare voices"), self.compare_asked.emit)
        self.undo_button = icon_button("undo-2", self.tr("Undo (Ctrl+Z)"), lambda: self.text.undo())
        line = row(self.kind, self.language, self.voice, self.rate, self.compare_button, spacing=8)
        line.setStretch(2, 1)
        return line

    def _make_text(self, memory: QSettings) -> None:
        self.text = BulletinText()
        self.spoken = QPlainTextEdit()
        self.spoken.setReadOnly(True)
        self.spoken.setTabChangesFocus(True)
        self.spoken.setFont(text_font(sizes.lead))
        self.spoken.setAccessibleName(self.tr("The words as they will be read"))
        self.views = QStackedWidget()
        self.views.addWidget(self.text)
        self.views.addWidget(self.spoken)
        self.reading_list = ReadingsSide()
        self.readings = self.reading_list.table
        self.side = QTabWidget()
        self.side.setDocumentMode(True)
        self.side.setIconSize(QSize(14, 14))
        self.side.setProperty("tight", True)
        self.side.setUsesScrollButtons(False)
        self.side.setElideMode(Qt.TextElideMode.ElideRight)
        self.side.addTab(self.reading_list, self.tr("How it is read"))
        self.side.setMinimumWidth(180)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(8)
        self.splitter.addWidget(self.views)
        self.splitter.addWidget(self.side)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([450, 300])
        if state := memory.value(_SPLIT):
            self.splitter.restoreState(state)
        self.splitter.splitterMoved.connect(lambda *_: memory.setValue(_SPLIT, self.splitter.saveState()))

    def _foot(self) -> Any:
        self.saved = label("", "faint")
        self.letter = ElidedLabel("", "faint")
        self.measure = label("", "soft")
        self.save_button = flat_button(self.tr("Save draft"), "save", self.save_asked.emit)
        self.save_button.setToolTip(self.tr("What you type also saves itself (Ctrl+S)"))
        self.spoken_button = chip(self.tr("Words to be read"))
        self.spoken_button.setToolTip(self.tr("Shows the whole text as the voice will read it (Ctrl+L)"))
        self.spoken_button.setShortcut(QKeySequence("Ctrl+L"))
        self.spoken_button.toggled.connect(self._show_view)
        line = row(self.measure, self.letter, self.saved, self.spoken_button, self.undo_button, self.save_button,
                   spacing=12)
        line.setStretch(1, 1)
        return line

    def _listen(self) -> None:
        changes: list[tuple[Any, Callable[..., None]]] = [
            (self.title.textEdited, lambda _: self._touch()), (self.text.textChanged, self._touch),
            (self.kind.activated, lambda _: self._touch()), (self.language.activated, lambda _: self._touch()),
            (self.voice.activated, lambda _: self._touch()),
            (self.rate.valueChanged, lambda _: self._touch()),
        ]
        for signal, slot in changes:
            signal.connect(slot)
        self.reading_list.chosen.connect(lambda item: self.text.select(item.places[0]))
        self.resting.connect(lambda: self.spoken_asked.emit() if self.spoken_button.isChecked() else None)

    def _touch(self) -> None:
        if not self._filling:
            self._pause.start()
            self.touched.emit()

    def _show_view(self, spoken: bool) -> None:
        self.views.setCurrentWidget(self.spoken if spoken else self.text)
        if spoken:
            self.spoken_asked.emit()
        else:
            self.text.setFocus()

    def _show_risky(self) -> None:
        """On the tab, so that it is seen from the other one too."""
        count = self.reading_list.risky_count()
        title = self.tr("How it is read ({count})").format(count=count) if count else self.tr("How it is read")
        place = self.side.indexOf(self.reading_list)
        self.side.setTabText(place, title)
        self.side.setTabIcon(place, icon("triangle-alert", TONES["wait"][1]) if count else QIcon())
        self.side.setTabToolTip(place, self.tr("{count} places to look at").format(count=count) if count else "")

    def _show_voice(self, voice: str) -> None:
        if self.voice.findData(voice) < 0:
            self.voice.addItem(voice, voice)
        self.voice.setCurrentIndex(self.voice.findData(voice))
