"""Who sits at this window, and what they may do here. No widgets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from broadcaster.accounts.model import Person, Right
from broadcaster.base.errors import Refused
from broadcaster.gui.ops import Op
from broadcaster.wiring import App

_ALWAYS = frozenset({"person", "audit", "recovery_code"})
"""Tables that signing itself writes: counted tries, a changed PIN, the trail."""


class SignInState(QObject):
    """Off (`[people] sign_in` is false, or nobody is entered yet): everybody may look, and each act is signed."""

    changed = Signal()

    def __init__(self, app: App, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.person: Person | None = None
        """Also while the window is locked: what they began goes on."""
        self.locked = False
        self.wanted = False
        self._app = app
        self.use(app)

    def use(self, app: App) -> None:
        """Other services: settings were saved."""
        self._app = app
        self.wanted = app.settings.people.sign_in and bool(app.accounts.people())
        if not self.wanted:
            self.person, self.locked = None, False
        elif self.person is None:
            self.locked = True
        app.accounts.here = self.person
        app.database.watchman = self._refuse_viewer
        self.changed.emit()

    def allows(self, right: Right) -> bool:
        """Whether whoever sits here may; everybody where nobody signs in, nobody while the window is locked."""
        if not self.wanted:
            return True
        return not self.locked and self.person is not None and self.person.has(right)

    def let_in(self, person: Person) -> None:
        """They signed in."""
        self.person, self.locked = person, False
        self._app.accounts.here = person
        self._note("session.start", person)
        self.changed.emit()

    def lock(self, *, why: str) -> None:
        """`why`: asked, idle, change."""
        if not self.wanted or self.locked:
            return
        self.locked = True
        if self.person is not None:
            self._note("session.lock", self.person, why=why)
        self.changed.emit()

    def refresh(self) -> None:
        """The list of people changed: rights may have been taken away, or given."""
        if self.wanted and self.person is not None:
            app = self._app
            Op(app.accounts.people).on_success(self._look_again).on_failure(lambda _: None).start(self)

    def _look_again(self, people: Sequence[Person]) -> None:
        if self.person is None:
            return
        now = next((person for person in people if person.id == self.person.id), None)
        if now is None:
            self.lock(why="left")
        elif now != self.person:
            self.person = now
            self._app.accounts.here = now
            self.changed.emit()

    def _note(self, action: str, person: Person, **detail: str) -> None:
        app = self._app
        Op(lambda: app.accounts.record(person, action, f"person:{person.id}", **detail)) \
            .on_failure(lambda _: None).start(self)

    def _refuse_viewer(self, kinds: Sequence[str]) -> None:
        """Whatever button was forgotten: who only looks changes nothing."""
        person = self.person
        if self.wanted and person is not None and not person.has(Right.WRITE) and not set(kinds) <= _ALWAYS:
            raise Refused("right.missing", f"{person.name} only looks", name=person.name, right=Right.WRITE.value)
