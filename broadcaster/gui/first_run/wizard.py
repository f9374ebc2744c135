"""The first minutes at a new station, step by step. Each finished step is stored at once; nothing else is written.

Closed in the middle it loses nothing: what is stored stays, what is typed stands there again as long as the window
lives, and the next time it opens where it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from broadcaster.gui.errors import explain
from broadcaster.gui.first_run.model import OFFICE_STEPS, OWN_STEPS, READY, STEPS, WELCOME, Memory, next_open
from broadcaster.gui.first_run.people_step import PeopleStep
from broadcaster.gui.first_run.rail import Rail
from broadcaster.gui.first_run.ready_step import ReadyStep
from broadcaster.gui.first_run.recovery_step import RecoveryStep
from broadcaster.gui.first_run.rules_step import RulesStep
from broadcaster.gui.first_run.sessions_step import SessionsStep
from broadcaster.gui.first_run.sound_step import SoundStep
from broadcaster.gui.first_run.station_step import StationStep
from broadcaster.gui.first_run.step import Run, Step
from broadcaster.gui.first_run.voice_step import VoiceStep
from broadcaster.gui.first_run.welcome_step import WelcomeStep
from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, flat_button, primary_button, show_pictures
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label, row, scrolled, show_if

_SIZE = (1000, 660)
_FRAME, _WITH_RAIL = 60, 860
_KINDS: Sequence[type[Step]] = (WelcomeStep, StationStep, PeopleStep, RecoveryStep, SoundStep, VoiceStep, RulesStep,
                                SessionsStep, ReadyStep)


class FirstRunDialog(Sheet):
    """`show_step(name)` opens one step; `closed` when the person is done with it for now."""

    closed = Signal()

    def __init__(self, parent: QWidget | None, shell: Shell) -> None:
        super().__init__(parent, "", 640)
        self.setWindowTitle(self.tr("Set the station up"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.run_ = Run(shell, Memory(shell.memory))
        office = shell.app.settings.office.role == "office"
        self.names = OFFICE_STEPS if office else STEPS
        self.steps: dict[str, Step] = {kind.name: kind(self.run_) for kind in _KINDS if kind.name in self.names}
        self.current = WELCOME
        self.page_after = ""
        """The page to open when the dialog closes."""
        self._build()
        self._connect()
        room = self.screen().availableGeometry().size()
        self.resize(min(_SIZE[0], room.width() - _FRAME), min(_SIZE[1], room.height() - _FRAME))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen the words need the room of the list of steps: "Step 2 of 7" stands above them too."""
        show_if(self.rail, self.width() >= _WITH_RAIL)
        show_pictures((self.back,), self.width() >= _WITH_RAIL)
        super().resizeEvent(event)

    def step(self, name: str) -> Step:
        return self.steps[name]

    def show_step(self, name: str) -> None:
        """Go there; what is typed elsewhere stays."""
        self.steps[self.current].leave()
        self.current = name if name in self.steps else WELCOME
        step = self.steps[self.current]
        self.told.show_text("")
        self._stack.setCurrentWidget(self._areas[self.current])
        self._areas[self.current].verticalScrollBar().setValue(0)
        if self.current != WELCOME:
            self.run_.memory.stand_at(self.current)
        step.enter()
        self._show_state()

    def done(self, result: int) -> None:
        self.steps[self.current].leave()
        self.run_.memory.tell()
        self.run_.first = ""
        super().done(result)
        self.closed.emit()

    def go_on(self) -> None:
        """Store this step, then the next."""
        step = self.steps[self.current]
        self.told.show_text("")
        step.finish(partial(self._finished, step.name))

    def skip(self) -> None:
        """Leave this one out for now."""
        self.show_step(self._beside(1))

    def go_back(self) -> None:
        if self.current != WELCOME:
            self.show_step(self._beside(-1))

    def _beside(self, way: int) -> str:
        place = self.names.index(self.current) + way
        return self.names[max(0, min(place, len(self.names) - 1))]

    def _finished(self, name: str) -> None:
        self.run_.memory.mark(name)
        if name == READY:
            self.accept()
        elif name == self.current:
            self.show_step(self._beside(1))

    def _begin(self) -> None:
        memory = self.run_.memory
        at = memory.at if memory.at in self.names and memory.at not in {WELCOME, READY} else ""
        self.show_step((at if at not in memory.done else "") or next_open(memory.done, self.names))

    def _build(self) -> None:
        self.rail = Rail([(name, step.short()) for name, step in self.steps.items()], self.show_step)
        self.number = label("", "faint")
        self.heading = label("", "title", wrap=True)
        self.text = label("", "soft", wrap=True)
        self.told = Banner()
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.hide()
        self._stack = QStackedWidget()
        self._areas: dict[str, QScrollArea] = {name: scrolled(step) for name, step in self.steps.items()}
        for area in self._areas.values():
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._stack.addWidget(area)
        self.later = flat_button(self.tr("Close and go on later"), "", self.reject)
        self.over = button(self.tr("Leave out"), "", self.skip)
        self.back = button(self.tr("Back"), "chevron-left", self.go_back)
        self.next = primary_button(self.tr("Go on"), "", self.go_on)
        self.next.setDefault(True)
        right = QVBoxLayout()
        right.setContentsMargins(28, 22, 20, 16)
        right.setSpacing(10)
        for part in (self.number, self.heading, self.text, self.told, self.bar):
            right.addWidget(part)
        right.addSpacing(4)
        right.addWidget(self._stack, 1)
        right.addLayout(row(self.later, None, self.back, self.over, self.next))
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self.rail)
        both.addLayout(right, 1)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addLayout(both)

    def _connect(self) -> None:
        for step in self.steps.values():
            step.refused.connect(self._refused)
            step.busy.connect(self._show_busy)
        welcome, ready = self.steps[WELCOME], self.steps[READY]
        assert isinstance(welcome, WelcomeStep)
        assert isinstance(ready, ReadyStep)
        welcome.begin.connect(self._begin)
        welcome.restored.connect(self._restored)
        ready.go.connect(self._leave_for)
        for keys, act in (("Alt+Left", self.go_back), ("Alt+Right", self._next_by_key)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _next_by_key(self) -> None:
        if self.current == WELCOME:
            self._begin()
        elif self.next.isEnabled():
            self.go_on()

    def _leave_for(self, page: str) -> None:
        self.page_after = page
        self.go_on()

    def _restored(self) -> None:
        self.run_.touched = True
        self.accept()

    def _show_state(self) -> None:
        step, done = self.steps[self.current], self.run_.memory.done
        self.rail.show_state(self.current, done)
        heading, text = step.heading()
        self.heading.setText(heading)
        self.text.setText(text)
        own = [name for name in self.names if name in OWN_STEPS]
        self.number.setText(self.tr("Step {number} of {count}").format(
            number=own.index(self.current) + 1, count=len(own)) if self.current in own else "")
        self.number.setVisible(bool(self.number.text()))
        for part in (self.back, self.next):
            part.setVisible(self.current != WELCOME)
        self.over.setVisible(self.current in own)
        self.next.setText(step.action())
        self.next.setAccessibleName(step.action())

    def _show_busy(self, words: str) -> None:
        for part in (self.next, self.over, self.back, self.rail):
            part.setEnabled(not words)
        self.bar.setAccessibleName(words)
        self.bar.setVisible(bool(words))
        if words:
            self.told.show_text(words, "plain", "loader")
        else:
            self.told.show_text("")

    def _refused(self, why: object) -> None:
        self.told.show_text(explain(why).text if isinstance(why, Exception) else str(why), "bad", "circle-alert")
