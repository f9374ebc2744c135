"""Changing days by hand: every change is stored at once, can be undone, and is signed by somebody.

What is stored are decisions about single sessions (SessionEdit); undoing stores those that were there before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QWidget

from broadcaster.accounts.model import Person
from broadcaster.base.errors import Refused
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.publishing import publish, writer
from broadcaster.gui.schedule import beyond
from broadcaster.gui.schedule.beyond import Lifted
from broadcaster.gui.schedule.cargo import Cargo
from broadcaster.gui.schedule.conflicts import verdict
from broadcaster.schedule.days import edits as deeds
from broadcaster.schedule.days.edits import Spot
from broadcaster.schedule.days.state import DayState
from broadcaster.schedule.model import Placed, SessionEdit
from broadcaster.wiring import App

Edits = tuple[SessionEdit, ...]
_SIGNED_S = 15 * 60
"""So long a signature holds for further changes on this page."""
_KEPT = 200


def _nothing(by: str) -> None:
    """No rule was lifted."""


class Hand(QObject):
    """`changed` after every change, undo and redo; `stack` holds what can be undone."""

    changed = Signal()

    def __init__(self, app: App, shell: Shell, owner: QWidget) -> None:
        super().__init__(owner)
        self._app = app
        self._shell = shell
        self._owner = owner
        self._signer: Person | None = None
        self._signed_at = 0.0
        self._previews = 0
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(_KEPT)

    # Deeds

    def put(self, cargo: Cargo, shown: DayState, session: str, place: int, words: str) -> None:
        """Put an item at a place; taken away from where it was, unless it is new."""
        if cargo.is_new:
            self.change(words, lambda: deeds.inserted(shown, _placed(cargo), Spot(session, place)), [shown])
            return
        source = shown if cargo.day == shown.day.isoformat() else None

        def make() -> Edits:
            start = source or self._app.days.state(date.fromisoformat(cargo.day))
            return deeds.moved(start, Spot(cargo.session, cargo.place), shown, Spot(session, place))
        self.change(words, make, [shown])

    def remove(self, shown: DayState, session: str, place: int, words: str) -> None:
        self.change(words, lambda: deeds.removed(shown, Spot(session, place)), [shown])

    def resize(self, shown: DayState, session: str, starts: time, minutes: int, words: str) -> None:
        self.change(words, lambda: deeds.resized(shown, session, starts, minutes), [shown])

    def change(self, words: str, make: Callable[[], Edits], shown: Sequence[DayState] = (),
               then: Callable[[], object] | None = None) -> None:
        """Store what `make()` gives, for the days as they were `shown`; refused when somebody changed them since."""
        person = self.sign(words)
        if person is None:
            return

        lifted: list[Lifted] = []

        def work(reason: str) -> tuple[Edits, Edits]:
            after = make()
            self._refuse_moved_on(shown, after)
            before = self._app.days.save(after, person.name, reason)
            publish(self._app)
            return tuple(before), tuple(replace(edit, reason=reason or edit.reason) for edit in after)

        def back(by: str) -> None:
            self._put_back(lifted, by)

        def forth(by: str) -> None:
            for item in lifted:
                self._app.rules.restore(item.now, by)

        def done(pair: tuple[Edits, Edits]) -> None:
            before, after = pair
            if not all(_same(one, other) for one, other in zip(before, after, strict=False)):
                self.stack.push(Step(words, lambda: self._store(before, after, after_it=back),
                                     lambda: self._store(after, before, before_it=forth)))
            self._told(self.tr("{deed}. Ctrl+Z takes it back.").format(deed=words), then)
        self._try(work, done, person, lifted)

    def deed(self, words: str, undo: Callable[[str], object], redo: Callable[[str], object]) -> None:
        """Remember something else that was done and stored, with its way back; both are given who signs."""
        self.stack.push(Step(words, lambda: self._again(undo), lambda: self._again(redo)))

    def take_over(self, words: str, before: Edits) -> None:
        """Decisions that were stored elsewhere in place of `before`: they can be taken back here, too."""
        def done(after: Edits) -> None:
            self.stack.push(Step(words, lambda: self._store(before, after), lambda: self._store(after, before)))
            self.changed.emit()
        Op(lambda: tuple(_stored(self._app, before).values())).on_success(done).start(self)

    def undo(self) -> None:
        if self.stack.canUndo():
            self.stack.undo()

    def redo(self) -> None:
        if self.stack.canRedo():
            self.stack.redo()

    # Looking ahead

    def preview(self, cargo: Cargo, shown: DayState, session: str, place: int,
                answer: Callable[[str, str], object]) -> None:
        """`answer(words, tone)`: what would come of putting it there."""
        self.consider(lambda: self._meant(cargo, shown, session, place), shown, session, answer)

    def consider(self, make: Callable[[], Edits], shown: DayState, session: str,
                 answer: Callable[[str, str], object]) -> None:
        """`answer(words, tone)`: what these edits would bring, worked out off the window's thread.

        Only the newest question is answered.
        """
        self._previews += 1
        asked = self._previews

        def work() -> tuple[str, str]:
            if asked != self._previews:
                return "", ""
            try:
                return verdict(shown.plan, self._app.days.preview(shown.day, make()), session)
            except Refused as refusal:
                return beyond.short(refusal), "bad"
        Op(work, lane="preview").on_success(
            lambda found: answer(*found) if asked == self._previews else None).on_failure(
            lambda _: None).start(self)

    def forget_previews(self) -> None:
        """Nobody waits for an answer any more."""
        self._previews += 1

    def _meant(self, cargo: Cargo, shown: DayState, session: str, place: int) -> Edits:
        if cargo.is_new or cargo.day != shown.day.isoformat():
            return deeds.inserted(shown, _placed(cargo), Spot(session, place))
        return deeds.moved(shown, Spot(cargo.session, cargo.place), shown, Spot(session, place))

    # Signing

    def sign(self, purpose: str) -> Person | None:
        """Who answers for it. One signature holds for a quarter of an hour of work on this page."""
        now = self._app.clock.monotonic()
        if self._shell.signed_in is not None or self._signer is None or now - self._signed_at > _SIGNED_S:
            self._signer = writer(self._shell, purpose)
        self._signed_at = now
        return self._signer

    def forget_signer(self) -> None:
        """Whoever comes next signs anew."""
        self._signer = None

    # How

    def _try(self, work: Callable[[str], Any], done: Callable[[Any], object], person: Person, lifted: list[Lifted],
             reason: str = "", tries: int = 3) -> None:
        """`lifted` gathers the rules that were lifted on the way."""
        def failed(error: Exception) -> None:
            def again(why: str) -> None:
                self._try(work, done, person, lifted, why or reason, tries - 1)
            if tries <= 1 or not beyond.asked(self._app, self._shell, self._owner, error, person, again,
                                              lifted.append):
                if lifted:
                    Op(lambda: self._put_back(lifted, person.name)).start(self)
                self._shell.error(error)
                self.changed.emit()
        Op(lambda: work(reason)).on_success(done).on_failure(failed).start(self)

    def _put_back(self, lifted: Sequence[Lifted], by: str) -> None:
        for item in reversed(lifted):
            beyond.put_back(self._app, item, by)

    def _store(self, wanted: Edits, instead_of: Edits, before_it: Callable[[str], object] = _nothing,
               after_it: Callable[[str], object] = _nothing) -> None:
        """The way back, or forth again; refused when somebody else has changed it since."""
        def work(by: str) -> None:
            found = _stored(self._app, wanted)
            if any(not _same(found[_key(edit)], edit) for edit in instead_of):
                raise _moved_on()
            before_it(by)
            self._app.days.save(wanted, by)
            after_it(by)
        self._again(work)

    def _again(self, work: Callable[[str], object]) -> None:
        person = self.sign(self.tr("Take back a change of the schedule."))
        if person is None:
            self.stack.clear()
            return

        def run() -> None:
            work(person.name)
            publish(self._app)

        def failed(error: Exception) -> None:
            self.stack.clear()
            self._shell.error(error)
            self.changed.emit()
        Op(run).on_success(lambda _: self._told("", None)).on_failure(failed).start(self)

    def _told(self, words: str, then: Callable[[], object] | None) -> None:
        self._shell.air.command("reload").on_failure(lambda _: None).start(self)
        if words:
            self._shell.notify(words)
        self.changed.emit()
        if then:
            then()

    def _refuse_moved_on(self, shown: Sequence[DayState], edits: Edits) -> None:
        for state in shown:
            mine = [edit for edit in edits if edit.day == state.day]
            found = _stored(self._app, mine)
            if any(not _same(found[_key(edit)], state.edit(edit.session)) for edit in mine):
                raise _moved_on()


class Step(QUndoCommand):
    """One thing done. It is stored before it is pushed, so that the first redo does nothing."""

    def __init__(self, words: str, undo: Callable[[], object], redo: Callable[[], object]) -> None:
        super().__init__(words)
        self._undo, self._redo = undo, redo
        self._first = True

    def undo(self) -> None:
        self._undo()

    def redo(self) -> None:
        if not self._first:
            self._redo()
        self._first = False


def _placed(cargo: Cargo) -> Placed:
    return Placed(cargo.cart, cargo.campaign)


def _key(edit: SessionEdit) -> tuple[date, str]:
    return edit.day, edit.session


def _stored(app: App, edits: Sequence[SessionEdit]) -> dict[tuple[date, str], SessionEdit]:
    """What is stored now for the sessions of `edits`."""
    days = [edit.day for edit in edits]
    known = app.days.edits(min(days), max(days)) if days else {}
    found = {_key(edit): edit for of_day in known.values() for edit in of_day}
    return {_key(edit): found.get(_key(edit), SessionEdit(edit.day, edit.session)) for edit in edits}


def _same(one: SessionEdit, other: SessionEdit) -> bool:
    return (one.held, one.name, one.starts, one.minutes, one.zones, one.items, one.relays) == (
        other.held, other.name, other.starts, other.minutes, other.zones, other.items, other.relays)


def _moved_on() -> Refused:
    return Refused("schedule.moved_on", "somebody else has changed it meanwhile")
