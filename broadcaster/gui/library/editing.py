"""Changing items from the page: who signs, what is said, and how it is taken back, several steps deep."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from broadcaster.accounts.model import Person, Role
from broadcaster.gui.i18n import number_text
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.library.model import Undo, Undone
from broadcaster.wiring import App

_MOST_STEPS = 50
SIGNED_FOR = timedelta(minutes=10)
"""So long after the last change the same person need not sign again; the page out of sight ends it at once."""


@dataclass(frozen=True)
class Step:
    """Something that can be taken back: `back()` does it and returns what could not be, in words."""

    words: str
    back: Callable[[], str]


class Editing(QObject):
    """`changed(ids)` after every change and every step back; `failed(ids)` when nothing was changed."""

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, app: App, shell: Shell, owner: QWidget) -> None:
        super().__init__(owner)
        self._app = app
        self._shell = shell
        self._owner = owner
        self._steps: deque[Step] = deque(maxlen=_MOST_STEPS)
        self._person: Person | None = None
        self._last: datetime | None = None

    def signer(self, purpose: str) -> Person | None:
        """Who changes things now; asks for the PIN unless the same person just did."""
        now = self._app.clock.now()
        fresh = self._last is not None and now - self._last < SIGNED_FOR
        if self._person is None or not fresh:
            self._person = self._shell.ask_pin(Role.OPERATOR, purpose)
        self._last = now
        return self._person

    def forget_signer(self) -> None:
        """The page is left: the next change is signed anew."""
        self._person = None

    def edit(self, ids: Sequence[str], values: Mapping[str, object], done: str) -> None:
        """Change fields of one item or many, all or none; `done` says so."""
        person = self.signer(self.tr("Change what the library says about its items. Valid for 10 minutes."))
        if person is None:
            self.failed.emit(list(ids))
            return

        def work() -> Undo:
            return self._app.library.edit(list(ids), dict(values), person.name)

        def finish(undo: Undo) -> None:
            if not undo.changes:
                self.changed.emit(list(ids))
                return
            self.remember(done, lambda: self._undo(undo, person))
            self._say(done, undo)
            self.changed.emit(list(ids))

        def fail(error: Exception) -> None:
            self._shell.error(error)
            self.failed.emit(list(ids))
        Op(work).on_success(finish).on_failure(fail).start(self._owner)

    def remember(self, words: str, back: Callable[[], str]) -> None:
        """Something was done that Ctrl+Z can take back."""
        self._steps.append(Step(words, back))

    @property
    def steps(self) -> int:
        """How many can be taken back."""
        return len(self._steps)

    def take_back(self) -> None:
        """The last step; what somebody else changed meanwhile stays and is named."""
        if not self._steps:
            self._shell.notify(self.tr("There is nothing to take back."))
            return
        step = self._steps.pop()

        def finish(left: str) -> None:
            words = self.tr("Taken back: {what}").format(what=step.words)
            self._shell.notify(f"{words} {left}".strip())
            self.changed.emit([])
        Op(step.back).on_success(finish).start(self._owner)

    def _undo(self, undo: Undo, person: Person) -> str:
        undone: Undone = self._app.library.undo(undo, person.name)
        if not undone.changed_meanwhile:
            return ""
        return self.tr("{count} values were changed by somebody since and stay.").format(
            count=number_text(len(undone.changed_meanwhile)))

    def _say(self, done: str, undo: Undo) -> None:
        words = [done, self.tr("Ctrl+Z takes it back.")]
        if undo.beyond_approval:
            words.insert(1, self.tr("The approval itself ends earlier: to air longer it needs a new approval."))
        self._shell.notify(" ".join(words))
