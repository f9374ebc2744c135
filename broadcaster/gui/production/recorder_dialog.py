"""Reading a bulletin oneself: microphone, countdown, prompter, takes, trim, listen, take one."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QWidget

from broadcaster.base.errors import BroadcasterError
from broadcaster.base.frames import clock_text
from broadcaster.base.room import require_room
from broadcaster.bulletins.model import Bulletin
from broadcaster.gui.errors import explain
from broadcaster.gui.microphone import input_names
from broadcaster.gui.ops import Op, Step
from broadcaster.gui.page import Shell
from broadcaster.gui.production import actions
from broadcaster.gui.production.capture import Recorder
from broadcaster.gui.production.prompter import SIZES, Prompter, text_for_qt
from broadcaster.gui.production.review import Review
from broadcaster.gui.production.takes import Take, TakeShelf
from broadcaster.gui.theme import colors, sizes, text_font
from broadcaster.gui.voices.dial import Dial
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, icon_button, primary_button
from broadcaster.gui.widgets.dialogs import ProgressDialog, Sheet, confirm
from broadcaster.gui.widgets.form import choice
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.widgets.meter import LevelMeter
from broadcaster.wiring import App

_DEVICE, _PACE, _SIZE = "recorder/device", "recorder/pace", "recorder/size"
_NOISY_DB, _NOTHING_DB = -45.0, -100.0
_TICK_MS = 1000
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -1}
_FRAME = 70
"""Pixels for the system's own frame and bar on a small screen."""


class RecorderDialog(Sheet):
    """`taken(Bulletin)` when a recording became the words of the bulletin."""

    taken = Signal(object)

    def __init__(self, app: App, shell: Shell, parent: QWidget | None, bulletin: Bulletin) -> None:
        super().__init__(parent, "", 700)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Record: {title}").format(title=bulletin.title))
        area = self.screen().availableGeometry()
        self.resize(min(1100, area.width() - 20), min(760, area.height() - _FRAME))
        self.body.setContentsMargins(18, 14, 18, 14)
        self.body.setSpacing(8)
        self._app, self._shell, self._bulletin = app, shell, bulletin
        self._shelf = TakeShelf(app.home, bulletin.id)
        self._take: Take | None = None
        self._counting = 0
        self._paused = False
        self._from = 0
        self._seed: Take | None = None
        self.recorder = Recorder(self)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._count)
        self._build()
        self._listen_to_recorder()
        self._start()

    @property
    def recording(self) -> bool:
        """A take is being spoken, or is paused."""
        return self._take is not None

    # What the keys and buttons do

    def record(self, sentence: int = 0, seed: Take | None = None) -> None:
        """Count down, then record; `seed`: keep this take up to the sentence."""
        if self.recording or self._counting or not self.recorder.rate:
            return
        if seed is not None and seed.rate != self.recorder.rate:
            self.banner.show_text(self.tr(
                "This recording was made with another microphone that does not fit. Choose that one again, or record "
                "anew."), "wait")
            return
        self.review.stop()
        self._from, self._seed = sentence, seed
        self.prompter.go(sentence)
        self.noise.setText(self.tr("Quiet for a moment: the room is measured…"))
        self.recorder.measure()
        self._counting = 3
        self._show_count()
        self._timer.start()
        self._show_state()

    def again_from_here(self) -> None:
        """Keep what stands before the marked sentence, speak the rest anew."""
        take = self.review.take()
        if take is not None:
            self.record(self.prompter.current, take)

    def pause(self) -> None:
        """Or go on."""
        if not self.recording:
            return
        self._paused = not self._paused
        if self._paused:
            self.recorder.pause()
        else:
            self.prompter.begin(self.prompter.current, self.recorder.seconds)
            self.recorder.resume()
        self._show_state()

    def stop(self) -> None:
        """Keep what was spoken."""
        self._timer.stop()
        self._counting = 0
        self.counter.hide()
        self.recorder.end()
        take, self._take = self._take, None
        self._paused = False
        if take is not None:
            try:
                self.review.add(self._shelf.finish(take))
            except BroadcasterError as error:
                self.show_error(error)
        self._show_state()

    def use(self) -> None:
        """This take becomes the words of the bulletin; the others are not needed any more."""
        take, bounds = self.review.take(), self.review.bounds()
        if take is None:
            return
        self.review.stop()
        out = self._app.home.run / f"take-{self._bulletin.id}.wav"

        def work(step: Step) -> Bulletin:
            try:
                self._shelf.trimmed(take, *bounds, out)
                text = take.text if take.text != text_for_qt(self._bulletin.text) else self._bulletin.text
                return actions.take_file(self._app, self._bulletin.id, out, step, text)
            finally:
                out.unlink(missing_ok=True)

        ProgressDialog(self, self.tr("Taking in the recording…")).run(work, self._used, self.show_error)

    def discard(self) -> None:
        """This take is not wanted."""
        take = self.review.take()
        if take is not None and confirm(
                self, self.tr("Delete this recording?"), self.tr("It cannot be brought back. Other recordings stay."),
                self.tr("Delete"), danger=True):
            self.review.stop()
            self._shelf.discard(take)
            self.review.remove(take)
            self._show_state()

    def show_error(self, error: Exception) -> None:
        self.banner.show_text(explain(error).text, "bad")

    def done(self, result: int) -> None:
        self.stop()
        self.review.stop()
        self.recorder.close()
        memory = self._shell.memory
        memory.setValue(_DEVICE, self.device.currentData())
        memory.setValue(_PACE, self.pace.value())
        memory.setValue(_SIZE, self._size)
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.done(0)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            self.pause() if self.recording else self.record()
        elif key in _MOVES:
            self._choose_sentence(self.prompter.current + _MOVES[key])
        else:
            super().keyPressEvent(event)

    # Building

    def _build(self) -> None:
        self.banner = Banner("")
        self.prompter = Prompter(self.tr("The text to read"))
        self.counter = QLabel(self.prompter)
        self.counter.setFont(text_font(sizes.counter))
        self.counter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.counter.setStyleSheet(f"background: {colors.shade}; color: {colors.side_ink}; border-radius: 18px;")
        self.counter.setFixedSize(130, 104)
        self.counter.hide()
        self.body.addWidget(self.banner)
        self.body.addWidget(self.prompter, 1)
        self.body.addLayout(self._reading_row())
        self.body.addLayout(self._device_row())
        self.review = Review(self.show_error)
        self.hint = label("", "soft", wrap=True)
        self.hint.setMinimumHeight(2 * self.hint.fontMetrics().height())
        self.pages = QStackedWidget()
        self.pages.addWidget(self.hint)
        self.pages.addWidget(self.review)
        self.pages.setMaximumHeight(74)
        self.body.addWidget(self.pages)
        self._foot()

    def _reading_row(self) -> QHBoxLayout:
        memory = self._shell.memory
        self._size = int(str(memory.value(_SIZE, 28)))
        self.pace = Dial(self.tr("Pace of the text"), 90, 280, int(str(memory.value(_PACE, 170))), 5,
                         self.tr(" syllables/min"))
        self.pace.slider.valueChanged.connect(lambda _: self.prompter.set_pace(self.pace.value()))
        self.time = label("0:00", "strong")
        smaller = icon_button("chevron-down", self.tr("Smaller letters"), partial(self._resize, -1))
        larger = icon_button("chevron-up", self.tr("Larger letters"), partial(self._resize, 1))
        line = row(self.time, self.pace, label(self.tr("Letters"), "soft"), smaller, larger, spacing=12)
        line.setStretch(1, 1)
        return line

    def _device_row(self) -> QHBoxLayout:
        self.device = choice([("", self.tr("The computer's default microphone"))])
        self.device.setAccessibleName(self.tr("Microphone"))
        self.device.setMinimumWidth(150)
        self.device.currentIndexChanged.connect(lambda _: self._open())
        self.meter = LevelMeter(self.tr("Level of the microphone"))
        self.noise = label("", "soft", wrap=True)
        self.noise.setMinimumWidth(170)
        line = row(self.device, self.meter, self.noise, spacing=14)
        for place, stretch in enumerate((2, 4, 2)):
            line.setStretch(place, stretch)
        return line

    def _foot(self) -> None:
        self.close_button = button(self.tr("Close"), "", self.reject)
        self.discard_button = icon_button("trash-2", self.tr("Delete this recording"), self.discard)
        self.here_button = button(self.tr("Again from here"), "rotate-ccw", self.again_from_here)
        self.here_button.setToolTip(self.tr("From the marked sentence on; a click on the text marks another one"))
        self.again_button = button(self.tr("Anew"), "mic", self.record)
        self.again_button.setToolTip(self.tr("Another recording from the beginning; this one is kept"))
        self.record_button = primary_button(self.tr("Record"), "mic", self.record)
        self.record_button.setToolTip(self.tr("Space records and pauses; the arrows down and up move the text"))
        self.pause_button = button(self.tr("Pause"), "pause", self.pause)
        self.stop_button = primary_button(self.tr("Finish"), "square", self.stop)
        self.use_button = primary_button(self.tr("Use this recording"), "check", self.use)
        self.buttons(self.close_button, self.discard_button, self.here_button, self.again_button, self.record_button,
                     self.pause_button, self.stop_button, self.use_button)

    def _listen_to_recorder(self) -> None:
        self.recorder.level.connect(self._show_level)
        self.recorder.noise.connect(self._show_noise)
        self.recorder.grew.connect(self._grown)
        self.recorder.failed.connect(self._failed)
        self.recorder.opened.connect(lambda _: self._show_state())
        self.recorder.gap.connect(lambda _: self.banner.show_text(
            self.tr("The computer was too busy for a moment: a piece of the recording is missing. Close other "
                    "programs and speak this sentence again."), "wait"))
        self.prompter.moved.connect(self._mark)
        self.prompter.chosen.connect(self._choose_sentence)
        self.review.changed.connect(self._show_state)

    def _start(self) -> None:
        self.prompter.show_text(text_for_qt(self._bulletin.text), self._size)
        self.prompter.set_pace(self.pace.value())
        Op(partial(_weights, self._app, [self._bulletin.text[line.start:line.end] for line in self.prompter.lines])
           ).on_success(self.prompter.show_weights).start(self)
        Op(input_names, lane="slow").on_success(self._show_inputs).on_failure(self.show_error).start(self)
        Op(self._shelf.takes).on_success(self._show_takes).on_failure(self.show_error).start(self)
        status = self._shell.air.status
        if status is not None and status.on_air is not None:
            self.banner.show_text(self.tr(
                "The station is on air now: a loudspeaker near this room will be heard in the recording."), "wait")
        self.prompter.setFocus()
        self._show_state()

    # Showing

    def _show_inputs(self, names: list[str]) -> None:
        last = str(self._shell.memory.value(_DEVICE, "") or "")
        self.device.blockSignals(True)
        for name in names:
            self.device.addItem(name, name)
        self.device.setCurrentIndex(max(0, self.device.findData(last)))
        self.device.blockSignals(False)
        if names:
            self._open()
        else:
            self.hint.setText(self.tr("No microphone was found on this computer. Plug one in and open this again."))

    def _show_takes(self, takes: list[Take]) -> None:
        for take in takes:
            self.review.add(take)
        if takes and not self.banner.text():
            self.banner.show_text(self.tr("There are recordings of this bulletin that were not used yet."), "info")
        self._show_state()

    def _open(self) -> None:
        if self.recording:
            self.stop()
        self.meter.silence()
        self.hint.setText(self.tr("Speak as you will read: the bar should reach the yellow, never the red."))
        self.recorder.open(str(self.device.currentData() or ""))
        self._show_state()

    def _show_level(self, level_db: float, clipped: bool) -> None:
        self.meter.show_levels((level_db,))
        if clipped:
            self.hint.setText(self.tr("Too loud: it is distorted. Turn the microphone down or step back."))
            if self._take is not None and not self._paused and not self._take.clipped:
                self._take = replace(self._take, clipped=True)
                self.banner.show_text(self.hint.text(), "wait")

    def _show_noise(self, noise_db: float) -> None:
        figure = f"{noise_db:.0f}".replace("-", "−")
        if noise_db < _NOTHING_DB:
            self.noise.setText(self.tr("The microphone gives no sound at all: check its switch and cable."))
        elif noise_db > _NOISY_DB:
            self.noise.setText(self.tr("Noisy room: {level} dB. Close the door and windows, switch off fans.").format(
                level=figure))
        else:
            self.noise.setText(self.tr("The room is quiet enough: {level} dB.").format(level=figure))

    def _show_state(self) -> None:
        busy = self.recording or bool(self._counting)
        take = self.review.take()
        able = self.recorder.rate > 0 and not busy
        for part, shown in ((self.record_button, not busy and take is None), (self.pause_button, self.recording),
                            (self.stop_button, busy), (self.use_button, not busy and take is not None),
                            (self.discard_button, not busy and take is not None),
                            (self.here_button, not busy and take is not None),
                            (self.again_button, not busy and take is not None)):
            part.setVisible(shown)
        for part in (self.record_button, self.again_button, self.here_button):
            part.setEnabled(able)
        self.pause_button.setText(self.tr("Go on") if self._paused else self.tr("Pause"))
        self.device.setEnabled(not busy)
        self.pages.setCurrentIndex(1 if take is not None and not busy else 0)
        if self._counting:
            self.hint.setText(self.tr("Get ready: recording begins when the figure is gone."))
        elif busy:
            self.hint.setText(self.tr("Paused. Space goes on.") if self._paused else
                              self.tr("Recording. Space pauses; the arrows down and up move the text."))

    # While it goes

    def _count(self) -> None:
        self._counting -= 1
        if self._counting > 0:
            self._show_count()
            return
        self._timer.stop()
        self.counter.hide()
        self._begin()

    def _show_count(self) -> None:
        self.counter.setText(str(self._counting))
        # At the lower right: the first sentence must be seen.
        self.counter.move(self.prompter.width() - self.counter.width() - 24,
                          max(4, self.prompter.height() - self.counter.height() - 12))
        self.counter.show()
        self.counter.raise_()

    def _begin(self) -> None:
        try:
            require_room(self._app.home.root)  # not after ten minutes of reading
            seed, marks = self._shelf.kept_until(self._seed, self._from) if self._seed else (b"", ())
            begin = len(seed) // 2 * 1000 // max(1, self.recorder.rate)
            self._take = self._shelf.begin(text_for_qt(self._bulletin.text), self.recorder.rate, seed,
                                           (*marks, (self._from, begin)))
            self.recorder.begin(self._take.path)
        except BroadcasterError as error:
            self._take = None
            self.show_error(error)
        else:
            self.banner.show_text("")
            self.prompter.begin(self._from, begin / 1000)
        self._show_state()

    def _grown(self, seconds: float) -> None:
        self.time.setText(clock_text(seconds))
        if not self._paused:
            self.prompter.follow(seconds)

    def _mark(self, sentence: int) -> None:
        if self._take is not None:
            at = round(self.recorder.seconds * 1000)
            marks = tuple(mark for mark in self._take.marks if mark[0] < sentence)
            self._take = replace(self._take, marks=(*marks, (sentence, at)))

    def _choose_sentence(self, sentence: int) -> None:
        if self.recording:
            self.prompter.step(sentence - self.prompter.current, self.recorder.seconds)
        else:
            self.prompter.go(sentence)

    def _resize(self, by: int) -> None:
        place = min(range(len(SIZES)), key=lambda number: abs(SIZES[number] - self._size))
        self._size = SIZES[max(0, min(len(SIZES) - 1, place + by))]
        self.prompter.set_size(self._size)

    def _failed(self, error: Exception) -> None:
        self.stop()
        self.meter.silence()
        self.show_error(error)
        self._show_state()

    def _used(self, bulletin: Bulletin) -> None:
        for take in self.review.takes():
            self._shelf.discard(take)
        self.taken.emit(bulletin)
        self.accept()


def _weights(app: App, lines: list[str]) -> list[int]:
    """Syllables of each sentence as it is spoken."""
    return [len(app.speech.normalise(line).split()) for line in lines]
