"""Music under words, chimes, repeats; and one's own voice."""

from __future__ import annotations

import contextlib
import os
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QVBoxLayout, QWidget

from broadcaster.base.frames import clock_text
from broadcaster.bulletins.languages import LANGUAGES, VIETNAMESE
from broadcaster.bulletins.model import Bulletin, Production
from broadcaster.gui.bulletins.desk_tab import DeskTab
from broadcaster.gui.errors import explain
from broadcaster.gui.icons import spaced
from broadcaster.gui.ops import Op
from broadcaster.gui.preview import PreviewPlayer
from broadcaster.gui.production import actions
from broadcaster.gui.production.chain import Chain
from broadcaster.gui.production.model import Desk, Picture, Steps, tidy
from broadcaster.gui.production.recorder_dialog import RecorderDialog
from broadcaster.gui.production.time_line import TimeLine
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, icon_button, primary_button
from broadcaster.gui.widgets.dialogs import ProgressDialog
from broadcaster.gui.widgets.layout import label, row, rule, scrolled

_FOLDER = "production/folder"
_DRAW_AFTER_MS = 60
_NARROW = 500


class ProductionTab(DeskTab):
    """Choices are drawn at once, heard on request, and become the bulletin's sound when applied."""

    def build(self) -> None:
        self._desk: Desk | None = None
        self._locked = True
        self._asked = 0
        self._kept: dict[str, Steps] = {}
        self._heard: Production | None = None
        self._file = self.app.home.run / f"listen-{os.getpid()}.flac"
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DRAW_AFTER_MS)
        self._timer.timeout.connect(self._draw)
        self.player = PreviewPlayer(self)
        self.player.failed.connect(self.shell.error)
        self.player.state_changed.connect(lambda _: self._show_buttons())
        self.line = TimeLine(self.tr("The bulletin as it will sound"))
        self.player.position.connect(self.line.show_position)
        self.line.sought.connect(self.player.seek)
        self.chain = Chain()
        self.chain.changed.connect(self._change)
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(0, 6, 4, 2)
        box.setSpacing(6)
        box.addLayout(self._voice_row())
        self.banner = Banner("")
        box.addWidget(self.banner)
        box.addWidget(self.line)
        box.addWidget(self.chain)
        box.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content), 1)
        outer.addWidget(rule())
        outer.addLayout(self._foot())

    def show_bulletin(self, bulletin: Bulletin, locked: bool) -> None:
        self._locked = locked
        if self._desk is not None and self._desk.bulletin.id != bulletin.id:
            self.player.stop()
            self._desk = None
        self._asked += 1
        asked = self._asked
        Op(partial(actions.read, self.app, bulletin.id)).on_success(
            lambda desk: self._show(desk) if asked == self._asked else None).start(self)

    def leave(self) -> None:
        """What was chosen and not applied stays chosen as long as the window is open."""
        self.player.stop()
        self._heard = None
        with contextlib.suppress(OSError):
            self._file.unlink(missing_ok=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self.length.setVisible(not narrow)

    @property
    def wanted(self) -> Production:
        """What stands on the screen."""
        return tidy(self._steps.now) if self._desk else Production()

    def undo(self) -> None:
        self._steps.back()
        self._changed()

    def as_last(self) -> None:
        """What the bulletin made last had."""
        if self._desk and self._desk.last:
            self._change_all(**vars(self._desk.last))

    def listen(self) -> None:
        """Play what stands on the screen, or pause."""
        if self._desk is None or self._desk.words is None:
            return
        if self.player.state != "stopped" and self._heard == self.wanted:
            self.player.toggle(self._file if not self.wanted.plain else self._words_file())
            return
        self.player.stop()
        words, wanted = self._desk.words, self.wanted
        dialog = ProgressDialog(self, self.tr("Mixing…"))
        dialog.run(lambda step: actions.render(self.app, words, wanted, self._file, step, self._progress_words()),
                   partial(self._play, wanted))

    def apply(self) -> None:
        """Make it the bulletin's sound."""
        if self._desk is None:
            return
        self.player.stop()
        bulletin_id, wanted = self._desk.bulletin.id, self.wanted
        dialog = ProgressDialog(self, self.tr("Making the sound…"))
        dialog.run(lambda step: actions.apply(self.app, bulletin_id, wanted, step, self._progress_words()),
                   self._applied)

    def record(self) -> None:
        """One's own voice."""
        if self._desk is not None:
            self.player.stop()
            dialog = RecorderDialog(self.app, self.shell, self, self._desk.bulletin)
            dialog.taken.connect(self._applied)
            dialog.open()

    def take_file(self) -> None:
        """A voice that was recorded elsewhere."""
        if self._desk is None:
            return
        folder = str(self.shell.memory.value(_FOLDER, "") or "")
        kinds = self.tr("Sound files") + " (*.mp3 *.wav *.m4a *.aac *.ogg *.opus *.flac *.wma *.amr *.3gp)"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a recording of these words"), folder, kinds)
        if not name:
            return
        self.shell.memory.setValue(_FOLDER, str(Path(name).parent))
        bulletin_id = self._desk.bulletin.id
        dialog = ProgressDialog(self, self.tr("Taking in the recording…"))
        dialog.run(lambda step: actions.take_file(self.app, bulletin_id, Path(name), step), self._applied)

    def still_fits(self) -> None:
        """The recording is right although the text was corrected."""
        if self._desk is not None:
            Op(partial(actions.still_says, self.app, self._desk.bulletin.id)).on_success(self._applied).start(self)

    # Building

    def _voice_row(self) -> Any:
        self.voice = label("", "soft", wrap=True)
        self.record_button = button(self.tr("Record…"), "mic", self.record)
        self.record_button.setToolTip(self.tr("Read the text yourself, with the words in front of you"))
        self.file_button = button(self.tr("Sound file…"), "file-audio", self.take_file)
        self.file_button.setToolTip(self.tr("A recording of these words made elsewhere"))
        self.still_button = button(self.tr("It still fits"), "check", self.still_fits)
        self.still_button.setToolTip(self.tr("The recording says what the text says now: keep it"))
        self.still_button.hide()
        self._head = row(self.voice, row(self.still_button, self.record_button, self.file_button, None))
        self._head.setStretch(0, 1)
        return self._head

    def _foot(self) -> Any:
        self.length = label("", "strong")
        self.last_button = icon_button("history", self.tr("As in the bulletin made last"), self.as_last)
        self.undo_button = icon_button("undo-2", self.tr("Undo"), self.undo)
        self.listen_button = button(self.tr("Listen"), "play", self.listen)
        self.apply_button = primary_button(self.tr("Apply"), "check", self.apply)
        return row(self.length, None, self.last_button, self.undo_button, self.listen_button, self.apply_button)

    # Showing

    @property
    def _steps(self) -> Steps:
        assert self._desk is not None
        bulletin = self._desk.bulletin
        kept = self._kept.get(bulletin.id)
        if kept is None or not kept.possible:
            kept = self._kept[bulletin.id] = Steps(bulletin.production)
        return kept

    def _show(self, desk: Desk) -> None:
        self._desk = desk
        self.chain.show_production(self._steps.now, desk.offered)
        self.chain.lock(self._locked)
        self.voice.setText(self._voice_words(desk))
        self.still_button.setVisible(desk.recorded_before and not self._locked)
        self._draw()

    def _voice_words(self, desk: Desk) -> str:
        bulletin = desk.bulletin
        time = clock_text(desk.seconds)
        if desk.words is not None and desk.words.source == "recording":
            return self.tr("Words spoken by a person, {time}").format(time=time)
        if desk.words is not None:
            return self.tr("Words read by the voice {voice}, {time}").format(voice=bulletin.voice, time=time)
        if desk.recorded_before:
            return self.tr("The text was changed after it was recorded.")
        if bulletin.language != VIETNAMESE:
            return self.tr("No voice reads {language}: record the words or bring a sound file.").format(
                language=LANGUAGES.get(bulletin.language, bulletin.language))
        return self.tr("The words have no sound yet: read them aloud below, or record them.")

    def _draw(self) -> None:
        if self._desk is None:
            return
        self._asked += 1
        asked = self._asked
        work = partial(actions.picture, self.app, self._desk, self.wanted)
        Op(work).on_success(lambda picture: self._drawn(picture) if asked == self._asked else None).on_failure(
            lambda error: self._not_drawn(error) if asked == self._asked else None).start(self)

    def _drawn(self, picture: Picture) -> None:
        self.banner.show_text("")
        self.line.setVisible(True)
        self.line.show_picture(picture)
        guess = self._desk is not None and self._desk.words is None
        text = self.tr("about {time}") if guess else self.tr("{time} in all")
        self.length.setText(text.format(time=clock_text(picture.plan.seconds)))
        self._show_buttons()

    def _not_drawn(self, error: Exception) -> None:
        self.banner.show_text(explain(error).text, "bad")
        self.line.setVisible(False)
        self.length.setText("")
        self._show_buttons(broken=True)

    def _show_buttons(self, broken: bool = False) -> None:
        desk = self._desk
        able = desk is not None and desk.words is not None and not broken
        new = able and desk is not None and (self.wanted != desk.bulletin.production
                                             or not desk.bulletin.audio_current)
        playing = self.player.state == "playing"
        self.listen_button.setEnabled(able or playing)
        self.listen_button.setText(self.tr("Pause") if playing else self.tr("Listen"))
        self.listen_button.setIcon(spaced("pause" if playing else "play"))
        self.apply_button.setEnabled(new and not self._locked)
        self.undo_button.setEnabled(desk is not None and self._steps.possible and not self._locked)
        self.last_button.setEnabled(desk is not None and desk.last is not None and not self._locked
                                    and desk.last != self.wanted)
        for part in (self.record_button, self.file_button):
            part.setEnabled(desk is not None and not self._locked)
        if not playing and self.player.state == "stopped":
            self.line.show_position(-1.0)

    # Changing

    def _change(self, name: str, value: Any) -> None:
        self._change_all(**{name: value})

    def _change_all(self, **values: Any) -> None:
        if self._desk is not None and self._steps.change(**values):
            self._changed()

    def _changed(self) -> None:
        if self._desk is not None:
            self.player.stop()
            self.chain.show_production(self._steps.now, self._desk.offered)
            self._timer.start()

    def _play(self, wanted: Production, path: Path) -> None:
        self._heard = wanted
        if self.isVisible():
            self.player.play(path, 0.0)

    def _words_file(self) -> Path:
        assert self._desk is not None
        assert self._desk.words is not None
        return self.app.home.audio(self._desk.words.sha256)

    def _applied(self, bulletin: Bulletin) -> None:
        self._kept.pop(bulletin.id, None)
        self.shell.notify(self.tr("The bulletin has its new sound."))
        self.stored.emit()
        self.show_bulletin(bulletin, self._locked)

    def _progress_words(self) -> str:
        return self.tr("{done} of {total}")


TAB = ProductionTab
