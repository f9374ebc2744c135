"""What all steps of the set-up share: a heading, fields, and a way to store them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from broadcaster.accounts.model import Right, Role
from broadcaster.base.settings import Settings, changed, load_settings, save_settings
from broadcaster.gui.first_run.model import Memory
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.settings.actions import changed_values
from broadcaster.wiring import App, build_app

T = TypeVar("T")


@dataclass
class Run:
    """What one way through the steps knows: the window, and who was entered in it."""

    shell: Shell
    memory: Memory
    first: str = ""
    """Who was entered as the first person in this run: they sit here and have just typed their PIN twice. Nobody any
    more once the dialog was closed: it lives as long as the window, for whoever opens it next."""
    touched: bool = False
    """Settings were stored: the station is to be opened anew at the end."""

    @property
    def app(self) -> App:
        return self.shell.app

    def settings(self) -> Settings:
        """As station.toml says now; the services still know what it said when they were built."""
        return load_settings(self.app.home)

    def signer(self, purpose: str, right: Role | Right = Role.OPERATOR) -> str | None:
        """Who answers for it; "" at a station without people, None when they turned away. `right`: what the same act
        takes elsewhere in the window."""
        if self.first or not self.app.accounts.people():
            return self.first
        person = self.shell.ask_pin(right, purpose)
        return person.name if person else None

    def keep(self, section: str, by: str, **values: object) -> None:
        """Off the window's thread: write some values of station.toml, and who did it. Raises Refused: settings.*."""
        before = self.settings()
        after = changed(before, section, **values)
        if after == before:
            return
        save_settings(self.app.home, after)
        self.touched = True
        self.app.accounts.record(by or self.app.accounts.here or "", "settings.change", "settings",
                                 **changed_values(before, after))

    def fresh(self, work: Callable[[App], T]) -> T:
        """Do it with services that know the settings just stored; it takes five milliseconds to build them."""
        app = build_app(self.app.home, self.app.clock)
        try:
            return work(app)
        finally:
            app.close()


class Step(QWidget):
    """`finish(then)` stores what the fields say and calls `then()`; a refusal goes out by `refused` instead."""

    name: ClassVar[str]
    refused = Signal(object)
    """An exception, or a sentence, why the step is not stored."""
    busy = Signal(str)
    """Words while something longer is done; empty when it is over."""

    def __init__(self, run: Run) -> None:
        super().__init__()
        self.setObjectName("plain")
        self.run = run
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 8, 8)
        self.body.setSpacing(14)
        self.build()

    def build(self) -> None:
        """Make the widgets; values are read when the step is entered."""

    def short(self) -> str:
        """Its name in the list at the left."""
        raise NotImplementedError

    def heading(self) -> tuple[str, str]:
        """Title, and the sentence below it."""
        raise NotImplementedError

    def action(self) -> str:
        """What the button that stores it says."""
        return self.tr("Go on")

    def enter(self) -> None:
        """It comes to the front."""

    def leave(self) -> None:
        """It goes from the front, stored or not: be quiet."""

    def finish(self, then: Callable[[], object]) -> None:
        """Store and go on."""
        then()

    def do(self, work: Callable[[], T], then: Callable[[T], object], words: str = "", lane: str = "data") -> None:
        """Work off the window's thread; nothing else can be pressed meanwhile."""
        self.busy.emit(words or self.tr("One moment…"))

        def done(result: T) -> None:
            self.busy.emit("")
            then(result)

        def failed(error: Exception) -> None:
            self.busy.emit("")
            self.refused.emit(error)

        Op(work, lane=lane).on_success(done).on_failure(failed).start(self)
