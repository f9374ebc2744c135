"""Step: the reading voice, heard with the station's own name; and the words every session begins and ends with."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox

from broadcaster.base.settings import Settings, StationSection
from broadcaster.gui.bulletins.model import voice_words
from broadcaster.gui.errors import explain
from broadcaster.gui.first_run.model import VOICE
from broadcaster.gui.first_run.step import Step
from broadcaster.gui.ops import Op
from broadcaster.gui.preview import PreviewPlayer
from broadcaster.gui.settings.actions import VoiceTrial, voices
from broadcaster.gui.settings.fields import set_choices, set_value
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.form import Form, choice, number_field, text_field
from broadcaster.gui.widgets.layout import label, row, rule
from broadcaster.library.model import CartKind, State
from broadcaster.speech.model import Voice
from broadcaster.wiring import App

_GONE = {State.WITHDRAWN, State.SUPERSEDED, State.ARCHIVED}


class VoiceStep(Step):
    """Voice and speed; the greeting and farewell in that voice, laid before the approver."""

    name = VOICE

    def build(self) -> None:
        self._trial = VoiceTrial()
        self.destroyed.connect(self._trial.close)
        self.player = PreviewPlayer(self)
        self.player.failed.connect(self.refused.emit)
        self.player.state_changed.connect(self._on_state)
        self.form = Form(label_width=190)
        self.voice = choice([])
        self.rate = number_field(130, 80, 260, self.tr(" words/min"), 5)
        self.form.add(self.tr("Voice"), self.voice)
        self.form.add(self.tr("Speed"), self.rate, self.tr("120 to 140 suits horn loudspeakers with echo."))
        self.sample = label("", "soft", wrap=True)
        self.listen = button(self.tr("Listen"), "headphones", self._listen)
        self.greet = QCheckBox(self.tr("Let this voice read the words a session begins and ends with"))
        self.greet.setAccessibleName(self.greet.text())
        self.greet.setChecked(True)
        self.words = Form(label_width=190)
        self.opening, self.closing = text_field(limit=300), text_field(limit=300)
        self.words.add(self.tr("At the beginning"), self.opening)
        self.words.add(self.tr("At the end"), self.closing,
                       self.tr("They sound once somebody has approved them, like everything else."))
        self.told = Banner()
        self.body.addWidget(self.form)
        self.body.addWidget(self.sample)
        self.body.addLayout(row(self.listen, None))
        self.body.addWidget(rule())
        self.body.addLayout(row(self.greet, None))
        self.body.addWidget(self.words)
        self.body.addWidget(self.told)
        self.body.addStretch(1)
        self.greet.toggled.connect(self.words.setEnabled)
        self._read = False

    def short(self) -> str:
        return self.tr("Voice")

    def heading(self) -> tuple[str, str]:
        return (self.tr("Which voice reads your bulletins?"),
                self.tr("Listen to it here; better voices can be added later under Settings."))

    def enter(self) -> None:
        settings = self.run.settings()
        self.sample.setText(sample(settings.station))
        if not self._read:
            self._read = True
            set_value(self.rate, settings.speech.rate)
            app = self.run.app
            Op(lambda: voices(app), lane="slow").on_success(partial(self._show_voices, settings)).on_failure(
                self.refused.emit).start(self)
        for field, words in ((self.opening, opening_words), (self.closing, closing_words)):
            if not field.isModified():
                field.setText(words(settings.station))
                field.setCursorPosition(0)
        app = self.run.app
        Op(lambda: made_already(app)).on_success(self._show_made).start(self)
        self.voice.setFocus()

    def leave(self) -> None:
        self.player.stop()

    def finish(self, then: Callable[[], object]) -> None:
        self.player.stop()
        run, voice, rate = self.run, str(self.voice.currentData() or "vi"), self.rate.value()
        texts = {CartKind.OPENING: ("Lời xướng", self.opening.text()),
                 CartKind.CLOSING: ("Lời chào kết thúc", self.closing.text())}
        wanted = self.greet.isChecked() and not self.greet.isHidden()

        def work() -> None:
            run.keep("speech", run.first, voice=voice, rate=rate)
            if wanted:
                run.fresh(lambda app: make_greetings(app, texts, run.first))

        self.do(work, lambda _: then(), self.tr("The voice is reading…"), lane="slow")

    def _show_voices(self, settings: Settings, found: list[Voice]) -> None:
        set_choices(self.voice, [(voice.id, voice_words(voice)) for voice in found])
        set_value(self.voice, settings.speech.voice)

    def _show_made(self, made: bool) -> None:
        for part in (self.greet, self.words):
            part.setVisible(not made)
        self.told.show_text(self.tr("The words a session begins and ends with are in Bulletins and the library "
                                    "already.") if made else "", "good", "circle-check")

    def _listen(self) -> None:
        if self.player.state == "playing":
            self.player.stop()
            return
        app, text = self.run.app, self.sample.text()
        voice, rate, pitch = str(self.voice.currentData() or "vi"), self.rate.value(), self.run.settings().speech.pitch
        self.listen.setEnabled(False)
        Op(lambda: self._trial.speak(app, text, voice, rate, pitch), lane="slow",
           label=self.tr("The voice is reading…")).on_success(self._play).on_failure(self._no_voice).start(self)

    def _play(self, path: Path) -> None:
        self.listen.setEnabled(True)
        if self.isVisible():
            self.player.play(path)

    def _no_voice(self, error: Exception) -> None:
        self.listen.setEnabled(True)
        self.told.show_text(explain(error).text, "bad", "circle-alert")

    def _on_state(self, state: str) -> None:
        self.listen.setText(self.tr("Stop listening") if state == "playing" else self.tr("Listen"))
        self.listen.setAccessibleName(self.listen.text())


def sample(station: StationSection) -> str:
    """What the voice says on trial: a name, a time, numbers, as a bulletin has them."""
    return (f"Đây là {station.name}, {station.province}. Đúng 7 giờ 30 phút ngày mai, mời bà con đến nhà văn hóa thôn "
            "tiêm phòng cho trẻ từ 2 đến 5 tuổi.")


def opening_words(station: StationSection) -> str:
    return f"Đây là {station.name}, {station.province}. Xin kính chào bà con và các đồng chí."


def closing_words(station: StationSection) -> str:
    return f"Chương trình của {station.name} đến đây là hết. Xin cảm ơn bà con đã lắng nghe."


def made_already(app: App) -> bool:
    """The station has a greeting or a farewell, approved or on its way."""
    kinds = {CartKind.OPENING, CartKind.CLOSING}
    return any(item.kind in kinds and item.state not in _GONE for item in app.bulletins.list()) \
        or any(app.library.find(kinds=(kind,), limit=1) for kind in kinds)


def make_greetings(app: App, texts: dict[CartKind, tuple[str, str]], by: str) -> None:
    """Voice each text and lay it before the approver; an empty one is left out."""
    for kind, (title, text) in texts.items():
        if text.strip():
            bulletin = app.bulletins.new(title, text, kind, by)
            app.bulletins.voice(bulletin.id)
            app.approvals.submit(f"bulletin:{bulletin.id}", by)
