"""The three ways to begin: one's own station, the demo station, a backup of an earlier one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QPushButton

from broadcaster.accounts.model import Right
from broadcaster.gui.first_run import beside, demo
from broadcaster.gui.first_run.model import WELCOME
from broadcaster.gui.first_run.step import Step
from broadcaster.gui.ops import Op
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, flat_button, primary_button
from broadcaster.gui.widgets.dialogs import ProgressDialog, confirm
from broadcaster.gui.widgets.layout import Card, column, label, row

_BESIDE = 620
"""Pixels of width for words and button side by side."""


class WelcomeStep(Step):
    """`begin` when the own station is set up; `restored` when another home lies where this one was."""

    name = WELCOME
    begin = Signal()
    restored = Signal()

    def build(self) -> None:
        self._lines: list[QBoxLayout] = []
        self.start = primary_button(self.tr("Set my station up"), "radio-tower", self.begin.emit)
        self.try_it = button(self.tr("Open the demo station"), "circle-play", self._try)
        self.restore = button(self.tr("Restore from a backup…"), "usb", self._restore)
        self.audible = QCheckBox(self.tr("Let it be heard through this computer's loudspeakers"))
        self.audible.setAccessibleName(self.audible.text())
        self.delete = flat_button(self.tr("Delete the demo station…"), "trash-2", self._delete)
        self.told = Banner()
        self.body.addWidget(self._way(
            self.tr("I set up my station"),
            self.tr("Seven short steps, about five minutes. Each can be left out and done later."), self.start))
        trial = self._way(
            self.tr("I only want to try it"),
            self.tr("A made-up station “Xã Mẫu” with letters, bulletins and some days of log, in a window and a folder "
                    "of its own. Your own station is not touched."), self.try_it)
        trial.add(row(self.audible, None, self.delete))
        self.body.addWidget(trial)
        self.back = self._way(
            self.tr("This station has run on another computer"),
            self.tr("Bring everything back from the stick or disk with the backup: letters, sounds, schedule, log and "
                    "people."), self.restore)
        self.body.addWidget(self.back)
        self.body.addWidget(self.told)
        self.body.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        ways = QBoxLayout.Direction
        for line in self._lines:
            line.setDirection(ways.LeftToRight if self.width() >= _BESIDE else ways.TopToBottom)
        super().resizeEvent(event)

    def short(self) -> str:
        return self.tr("Welcome")

    def heading(self) -> tuple[str, str]:
        return (self.tr("Welcome to Đài Xã"),
                self.tr("From the letter that comes in to the voice over the loudspeakers. How do you want to begin?"))

    def enter(self) -> None:
        home = self.run.app.home
        self.back.setVisible(beside.restore_offered())
        self.delete.setVisible(demo.is_made(home))
        self.start.setText(self.tr("Go on") if self.run.memory.done else self.tr("Set my station up"))
        self.start.setFocus()

    def _way(self, title: str, note: str, action: QPushButton) -> Card:
        box = Card()
        line = row(column(label(title, "strong"), label(note, "soft", wrap=True), spacing=3), action, spacing=18)
        line.setStretch(0, 1)
        action.setMinimumWidth(220)
        self._lines.append(line)
        box.add(line)
        return box

    def _try(self) -> None:
        home, audible = self.run.app.home, self.audible.isChecked()
        self.told.show_text("")
        if demo.is_made(home):
            self._open(audible)
            return
        progress = ProgressDialog(self.window(), self.tr("Making the demo station"))
        progress.run(lambda step: demo.make_demo(home, step, stage_words), lambda _: self._open(audible),
                     self.refused.emit, lane="demo")

    def _open(self, audible: bool) -> None:
        home = self.run.app.home

        def opened(_: None) -> None:
            self.delete.show()
            self.told.show_text(self.tr("The demo station opens in its own window in a moment. Close that window to be "
                                        "back here; it can be deleted here too."), "good", "circle-check")
        Op(lambda: demo.open_demo(home, audible=audible), lane="demo").on_success(opened).on_failure(
            self.refused.emit).start(self)

    def _delete(self) -> None:
        home = self.run.app.home
        if confirm(self, self.tr("Delete the demo station?"),
                   self.tr("Everything that was tried in it goes. Your own station is not touched."),
                   self.tr("Delete it"), danger=True):
            self.do(lambda: demo.delete_demo(home), lambda _: self._deleted(), self.tr("Deleting…"), lane="demo")

    def _deleted(self) -> None:
        self.delete.hide()
        self.told.show_text(self.tr("The demo station is deleted."), "good", "circle-check")

    def _restore(self) -> None:
        by = self.run.signer(self.tr("Restore from a backup…"), Right.RESTORE)
        if by is not None and beside.open_restore(self.window(), self.run.app.home, by, self.run.app.close):
            self.restored.emit()


def stage_words(stage: str) -> str:
    """One line a stage."""
    translate = QCoreApplication.translate
    return {
        "station": translate("FirstRun", "Sample people and sounds…"),
        "letter": translate("FirstRun", "A sample letter is read…"),
        "bulletin": translate("FirstRun", "A bulletin is drafted from it…"),
        "voice": translate("FirstRun", "The voice reads the bulletin…"),
        "approval": translate("FirstRun", "The bulletin is approved…"),
        "library": translate("FirstRun", "A recorded message comes into the library…"),
        "day": translate("FirstRun", "A past day goes on air in fast motion…"),
    }.get(stage, "")
