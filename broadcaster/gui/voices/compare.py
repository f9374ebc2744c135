"""Comparing voices: the same words by each, at a key press, then the one that stays."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from broadcaster.gui.errors import explain
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.preview import PreviewPlayer
from broadcaster.gui.voices import actions
from broadcaster.gui.voices.dial import Dial
from broadcaster.gui.voices.model import KEYS, Manner, VoiceLine, absent_words, default_text, lines
from broadcaster.gui.voices.packs import PackMenu
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import Table
from broadcaster.speech.model import AbsentEngine, Pack, Voice
from broadcaster.wiring import App

_TEXT_HEIGHT = 68
_FRAME = 70
"""Pixels for the system's own frame and bar on a small screen."""
_LONGEST = 600
"""Characters of a sample: it is there to compare, not to read bulletins."""


def compare_voices(app: App, shell: Shell, parent: QWidget | None, on_chosen: Callable[[Manner], object], *,
                   now: Manner | None = None, station: bool = False) -> CompareDialog:
    """Open the comparison; `on_chosen(manner)` when a person takes a voice.

    `now`: what is used at present, by default the station's. `station`: the pitch can be set too, which is the same
    for all bulletins.
    """
    speech = app.settings.speech
    dialog = CompareDialog(app, shell, parent, now or Manner(speech.voice, speech.rate, speech.pitch), station)
    dialog.chosen = on_chosen
    dialog.open()
    return dialog


class CompareDialog(Sheet):
    """A list of voices, two dials, one text."""

    def __init__(self, app: App, shell: Shell, parent: QWidget | None, now: Manner, station: bool) -> None:
        super().__init__(parent, "", 640)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Compare voices"))
        self.resize(860, min(620, self.screen().availableGeometry().height() - _FRAME))
        self.setAcceptDrops(True)
        self.chosen: Callable[[Manner], object] = lambda _: None
        self._app, self._shell, self._now, self._station = app, shell, now, station
        self._trials = actions.Trials(app)
        self._wanted: tuple[str, Manner] | None = None
        self._op: Op[Path] | None = None
        self.player = PreviewPlayer(self)
        self.player.failed.connect(self.show_error)
        self.player.state_changed.connect(lambda _: self._show_state())
        self.packs = PackMenu(app, self, self.show_error, self.reload)
        self._build()
        self.reload()

    def reload(self, select: str = "") -> None:
        """Ask for the voices again; `select` the first voice of this pack."""
        Op(partial(actions.listing, self._app), lane="slow").on_success(
            partial(self._show_voices, select=select)).on_failure(self.show_error).start(self)

    def play(self, number: int) -> None:
        """Let the voice of this row speak, from its beginning; it stops whoever speaks now."""
        if 0 <= number < len(self.table.rows.ids):
            self.table.selectRow(number)
            self._speak()

    def toggle(self) -> None:
        """Play the chosen voice, or be quiet."""
        if self.player.state == "playing":
            self.player.stop()
        else:
            self._speak()

    def manner(self) -> Manner | None:
        """What stands on the screen; None while no voice is chosen."""
        line = self.table.current_row()
        return Manner(line.id, self.rate.value(), self.pitch.value()) if line else None

    def use(self) -> None:
        """Take what was heard."""
        manner = self.manner()
        if manner is not None:
            self.accept()
            self.chosen(manner)

    def show_error(self, error: Exception) -> None:
        self._wanted = None
        self._show_state()
        self.banner.show_text(explain(error).text, "bad")

    def done(self, result: int) -> None:
        self.player.stop()
        if self._op is not None:
            self._op.cancel()
        self._trials.close()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.packs.look(Path(event.mimeData().urls()[0].toLocalFile()))

    def _build(self) -> None:
        self.text = QPlainTextEdit(default_text(self._app.settings))
        self.text.setFixedHeight(_TEXT_HEIGHT)
        self.text.setTabChangesFocus(True)
        self.text.setAcceptDrops(False)  # a pack may be dropped anywhere
        self.text.setAccessibleName(self.tr("What the voices say"))
        self.body.addWidget(self.text)
        self.rate = Dial(self.tr("Speed"), 80, 260, self._now.rate, 5, self.tr(" words/min"))
        self.pitch = Dial(self.tr("Pitch"), 0, 99, self._now.pitch, 1)
        self.pitch.setVisible(self._station)
        dials = row(self.rate, self.pitch, spacing=24)
        dials.setStretch(0, 1)
        dials.setStretch(1, 1 if self._station else 0)
        self.body.addLayout(dials)
        self.banner = Banner("")
        self.body.addWidget(self.banner)
        self._make_table()
        self.note = label("", "faint", wrap=True)
        self.note.hide()
        self.body.addWidget(self.note)
        self._foot()
        for number in range(KEYS):
            QShortcut(QKeySequence(str(number + 1)), self).activated.connect(partial(self.play, number))

    def _make_table(self) -> None:
        self.table = Table("voices.compare", [
            Column(self.tr("Key"), lambda line: line.key, 56, digits=True),
            Column(self.tr("Voice"), lambda line: line.name, 0),
            Column(self.tr("From"), lambda line: line.engine, 150),
            Column(self.tr("Licence"), lambda line: line.licence, 170),
            Column(self.tr("State"), self._state_words, 110,
                   tone=lambda line: "good" if self._state_words(line) else ""),
        ], accessible=self.tr("Voices"))
        self.table.setMinimumHeight(120)
        self.table.set_empty("volume-2", self.tr("Looking for voices…"))
        self.table.opened.connect(lambda _: self._speak())
        self.table.picked.connect(lambda _: self._show_state())
        self.body.addWidget(self.table, 1)

    def _foot(self) -> None:
        self.listen = button(self.tr("Listen"), "headphones", self.toggle)
        self.use_button = primary_button(self.tr("Use this voice"), "check", self.use)
        self.buttons(self.packs.button, self.listen, button(self.tr("Close"), "", self.reject), self.use_button)
        self._show_state()

    def _show_voices(self, found: tuple[list[Voice], tuple[AbsentEngine, ...], list[Pack]], select: str = "") -> None:
        voices, absent, removed = found
        self.table.set_empty("volume-2", self.tr("No voice can be used now."))
        listed = lines(voices)
        self.table.show_rows(listed)
        wanted = next((line.id for line in listed if select and line.pack == select), self._now.voice)
        if self.table.current_row() is None or select:
            self.table.select_id(wanted)
        keys = self.tr("The keys 1 to 9 play a voice each")
        self.note.setText(" ".join(filter(None, (f"{keys}.", absent_words(absent)))))
        self.note.show()
        self.packs.show_removed(removed)
        self.table.setFocus()
        self._show_state()

    def _speak(self) -> None:
        manner, text = self.manner(), " ".join(self.text.toPlainText().split())[:_LONGEST]
        if manner is None:
            return
        self.banner.show_text("")
        self.player.stop()
        if self._op is not None:
            self._op.cancel()
        self._wanted = (text, manner)
        if (known := self._trials.known(text, manner)) is not None:
            self._play(known)
            return
        self._op = Op(lambda step: self._trials.speak(text, manner, lambda: step.cancelled), lane="slow")
        self._op.on_progress(lambda *_: None).on_success(self._play).on_failure(self.show_error).start(self)
        self._show_state()

    def _play(self, path: Path) -> None:
        self._op = None
        self.player.play(path)
        self._show_state()

    def _state_words(self, line: VoiceLine) -> str:
        if self._wanted is None or self._wanted[1].voice != line.id:
            return ""
        if self._op is not None:
            return self.tr("is reading…")
        return self.tr("sounding") if self.player.state == "playing" else ""

    def _show_state(self) -> None:
        playing, line = self.player.state == "playing", self.table.current_row()
        self.listen.setText(self.tr("Stop") if playing else self.tr("Listen"))
        self.listen.setEnabled(playing or line is not None)
        self.use_button.setEnabled(line is not None)
        self.packs.choose(line.pack if line else "")
        self.table.rows.refresh()
