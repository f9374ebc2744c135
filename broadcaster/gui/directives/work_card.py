"""Where the work on one letter stands, what a person noted about it, and what is to be done by which day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from broadcaster.directives.model import DirectiveRow, Reminder, WorkNote
from broadcaster.gui.directives.words import STATE_TONES, due_tone, due_words, state_words, work_words
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.buttons import button, flat_button, icon_button
from broadcaster.gui.widgets.layout import Card, caption_label, label, row, rule


class WorkCard(Card):
    """Signals say what the person wants; the page does it."""

    reported_asked = Signal()
    no_duty_asked = Signal()
    unmark_asked = Signal()
    reminder_asked = Signal()
    ticked = Signal(str, bool)
    """Id of a reminder, done or open again."""
    move_asked = Signal(object)
    """The reminder that shall come on another day."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.add(caption_label(self.tr("Where the work stands")))
        self.state, self.due = Badge(), Badge()
        self.note = label("", "soft", wrap=True)
        self.reported_button = button(self.tr("Reported…"), "send", self.reported_asked.emit)
        self.no_duty_button = button(self.tr("Not for airing"), "volume-x", self.no_duty_asked.emit)
        self.unmark_button = button(self.tr("Take the mark away"), "undo-2", self.unmark_asked.emit)
        self.add(row(self.state, self.due, None), self.note,
                 row(self.reported_button, self.no_duty_button, self.unmark_button, None), rule())
        self.ticks: dict[str, QCheckBox] = {}
        self.movers: dict[str, QPushButton] = {}
        self._shown: object = None
        self._content = QWidget()
        self._empty = label(self.tr("No reminders."), "soft")
        self.remind_button = flat_button(self.tr("Add a reminder…"), "calendar-plus", self.reminder_asked.emit)
        self._lines = QVBoxLayout()
        self.add(label(self.tr("Reminders"), "soft"), self._lines, self._empty, row(self.remind_button, None))

    def show_work(self, line: DirectiveRow, work: WorkNote, reminders: Sequence[Reminder]) -> None:
        """The same or another letter."""
        self.state.show_state(state_words(line.state), STATE_TONES[line.state])
        due = due_words(line, self._today) if line.state != "reported" else ""
        self.due.show_state(self.tr("report: {due}").format(due=due) if due else "", due_tone(line, self._today))
        self.note.setText(work_words(work))
        self.note.setVisible(bool(self.note.text()))
        self.reported_button.setVisible(work.work != "reported")
        self.no_duty_button.setVisible(work.work == "")
        self.unmark_button.setVisible(work.work == "reported" or bool(work.work and work.by))
        self._show_reminders(reminders)

    def _show_reminders(self, reminders: Sequence[Reminder]) -> None:
        if tuple(reminders) == self._shown:  # who stands on a tick here stays there
            return
        self._shown = tuple(reminders)
        self._content.hide()
        self._content.deleteLater()
        self._content = QWidget()
        self._content.setObjectName("plain")
        box = QVBoxLayout(self._content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        self.ticks, self.movers = {}, {}
        for item in reminders:
            tick = QCheckBox(f"{item.due:%d/%m/%Y}")
            tick.setAccessibleName(f"{item.due:%d/%m/%Y} {item.text}")
            tick.setChecked(bool(item.done_at))
            tick.setToolTip(self.tr("Tick it off when it is done; take the tick away to open it again"))
            tick.clicked.connect(lambda done, name=item.id: self.ticked.emit(name, done))
            late = not item.done_at and item.due < self._today
            words = label(item.text, "soft" if item.done_at else "", wrap=True)
            line = row(tick, Badge(self.tr("late"), "bad"), words) if late else row(tick, words)
            line.setStretch(line.count() - 1, 1)
            if not item.done_at:
                move = icon_button("calendar-days", self.tr("To another day…"))
                move.clicked.connect(lambda _=False, chosen=item: self.move_asked.emit(chosen))
                line.addWidget(move)
                self.movers[item.id] = move
            box.addLayout(line)
            self.ticks[item.id] = tick
        self._lines.addWidget(self._content)
        self._empty.setVisible(not reminders)
