"""The marks of a sound in figures: one line of words, and in the large editor fields to type into."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from broadcaster.base.frames import RATE
from broadcaster.gui.i18n import number_text
from broadcaster.gui.library.wave_model import Mark, Marks, exact_time
from broadcaster.gui.library.wave_transport import stacked
from broadcaster.gui.widgets.form import decimal_field
from broadcaster.gui.widgets.layout import column, label, row


def marks_words(marks: Marks) -> str:
    """What stays of the recording, and how it begins and ends."""
    translate = QCoreApplication.translate
    if not marks.whole:
        return ""
    words = [translate("WaveEditor", "All of it, {whole}").format(whole=exact_time(marks.whole))
             if marks.length == marks.whole else
             translate("WaveEditor", "{kept} of {whole} stays").format(kept=exact_time(marks.length),
                                                                       whole=exact_time(marks.whole))]
    for frames, text in ((marks.fade_in, translate("WaveEditor", "fades in over {seconds} s")),
                         (marks.fade_out, translate("WaveEditor", "fades out over {seconds} s"))):
        if frames:
            words.append(text.format(seconds=number_text(frames / RATE, 2)))
    if marks.cue != marks.start:
        words.append(translate("WaveEditor", "listening begins at {time}").format(time=exact_time(marks.cue)))
    return " · ".join(words)


class MarkFields(QWidget):
    """`set_mark(mark, frame)` is called when a figure was typed."""

    def __init__(self, set_mark: Callable[[Mark, int], object], *, large: bool) -> None:
        super().__init__()
        self._set_mark = set_mark
        self._marks = Marks(0, 0, 0, 0, 0, 0)
        self.words = label("", "faint", wrap=True)
        self.fields: dict[Mark, QDoubleSpinBox] = {}
        line = row(spacing=10)
        for mark, text in self._names() if large else ():
            field = decimal_field(0, 0, 0, self.tr(" s"), 0.1, 2)
            field.setKeyboardTracking(False)
            field.setAccessibleName(text)
            field.setFixedWidth(128)
            field.valueChanged.connect(partial(self._typed, mark))
            self.fields[mark] = field
            line.addLayout(column(label(text, "faint"), field, spacing=2))
        line.addStretch(1)
        box = stacked(self.words)
        box.insertLayout(0, line)
        self.setLayout(box)

    def show_marks(self, marks: Marks, editable: bool) -> None:
        self._marks = marks
        self.words.setText(marks_words(marks))
        for mark, field in self.fields.items():
            low, high = marks.limits(mark)
            offset, span = self._counted(mark)
            field.blockSignals(True)
            field.setRange(0, (high - low if span else high) / RATE)
            field.setValue(abs(marks.at(mark) - offset) / RATE)
            field.setEnabled(editable)
            field.blockSignals(False)

    def _typed(self, mark: Mark, seconds: float) -> None:
        offset, span = self._counted(mark)
        frames = round(seconds * RATE)
        # What is shown is rounded: only what was really typed moves a mark.
        if abs(frames - abs(self._marks.at(mark) - offset)) >= RATE // 200:
            self._set_mark(mark, offset - frames if span and mark is Mark.FADE_OUT else offset + frames)

    def _counted(self, mark: Mark) -> tuple[int, bool]:
        """(from which frame a figure counts, whether it is a length)."""
        return {Mark.FADE_IN: (self._marks.start, True), Mark.FADE_OUT: (self._marks.end, True)}.get(mark, (0, False))

    def _names(self) -> list[tuple[Mark, str]]:
        return [(Mark.START, self.tr("Begins at")), (Mark.END, self.tr("Ends at")),
                (Mark.FADE_IN, self.tr("Fades in over")), (Mark.FADE_OUT, self.tr("Fades out over")),
                (Mark.CUE, self.tr("Listening begins at"))]
