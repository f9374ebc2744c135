"""Tune, bridge, greeting, farewell: heard and approved in one go, so that the first session has its frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from broadcaster.accounts.model import Person, Role
from broadcaster.gui.first_run.step import Run
from broadcaster.gui.ops import Op
from broadcaster.gui.preview import PreviewPlayer
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import flat_button, primary_button
from broadcaster.gui.widgets.layout import Card, label, row
from broadcaster.gui.widgets.reason import ask_reason
from broadcaster.library.model import CartKind, State
from broadcaster.wiring import App

_ORDER = (CartKind.SIGNATURE, CartKind.OPENING, CartKind.CHIME, CartKind.BRIDGE, CartKind.CLOSING)
"""As they sound in a session."""
_WAITING = (State.SUBMITTED, State.CHECKED)


@dataclass(frozen=True)
class FrameSound:
    """One of them, not approved yet."""

    subject: str
    title: str
    kind: CartKind
    seconds: float
    path: Path
    waits: bool
    """It lies before the approver; otherwise it has to be laid there first."""


def waiting_sounds(app: App) -> list[FrameSound]:
    """What frames a session and may not sound yet."""
    found = []
    frame = list(_ORDER)
    for cart in app.library.find(kinds=frame, states=(State.DRAFT, *_WAITING)):
        found.append(FrameSound(f"cart:{cart.id}", cart.title, cart.kind, cart.cut.seconds,
                                app.home.audio(cart.cut.sha256), cart.state in _WAITING))
    for item in app.bulletins.list():
        if item.kind in frame and item.state in (State.DRAFT, *_WAITING) and item.cut is not None:
            found.append(FrameSound(f"bulletin:{item.id}", item.title, item.kind, item.cut.seconds,
                                    app.home.audio(item.cut.sha256), item.state in _WAITING))
    return sorted(found, key=lambda sound: _ORDER.index(sound.kind))


def approve_all(app: App, sounds: Sequence[FrameSound], by: Person, laid_by: str, reason: str) -> None:
    """Each gets an approval of its own, as if signed one by one."""
    for sound in sounds:
        if not sound.waits:
            app.approvals.submit(sound.subject, laid_by or by.name)
        app.approvals.approve(sound.subject, by, reason=reason)


class FrameSounds(Card):
    """Hidden when nothing waits; `approved` when nothing does any more."""

    approved = Signal()

    def __init__(self, run: Run, failed: Callable[[Exception], object]) -> None:
        super().__init__()
        self._run, self._failed = run, failed
        self._sounds: Sequence[FrameSound] = ()
        self._playing = ""
        self.player = PreviewPlayer(self)
        self.player.failed.connect(failed)
        self.player.state_changed.connect(self._on_state)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._buttons: dict[str, QPushButton] = {}
        self.approve = primary_button(self.tr("Approve these sounds…"), "shield-check", self._approve)
        self.done = Banner()
        self.add(label(self.tr("Sounds around every session"), "strong"),
                 label(self.tr("Listen, then whoever approves signs once for all of them. Until then the first session "
                               "begins without a tune."), "soft", wrap=True),
                 self._lines, row(self.approve, None), self.done)
        self.hide()

    def reload(self) -> None:
        app = self._run.app
        Op(lambda: waiting_sounds(app)).on_success(self._show).on_failure(self._failed).start(self)

    def _show(self, sounds: Sequence[FrameSound]) -> None:
        self._sounds = sounds
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons = {}
        for sound in sounds:
            words = self.tr("{title} ({count} seconds)").format(title=sound.title, count=round(sound.seconds))
            self._buttons[sound.subject] = line = flat_button(words, "headphones", partial(self._listen, sound))
            line.setAccessibleName(self.tr("Listen: {title}").format(title=sound.title))
            self._lines.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
        somebody = any(person.may_approve for person in self._run.app.accounts.people())
        self.approve.setVisible(bool(sounds) and somebody)
        if sounds and not somebody:
            self.done.show_text(self.tr("Nobody here may approve yet: enter them under “People”."), "info", "info")
        self.setVisible(bool(sounds) or bool(self.done.text()))

    def _listen(self, sound: FrameSound) -> None:
        if self._playing == sound.subject and self.player.state == "playing":
            self.player.stop()
            return
        self._playing = sound.subject
        self.player.play(sound.path)

    def _on_state(self, state: str) -> None:
        for subject, line in self._buttons.items():
            on = state == "playing" and subject == self._playing
            line.setProperty("on", on)
            line.setStyleSheet("font-weight: 600;" if on else "")

    def _approve(self) -> None:
        self.player.stop()
        run, sounds = self._run, self._sounds
        person = run.shell.ask_pin(Role.APPROVER, self.tr("These {count} sounds may be aired.").format(
            count=len(sounds)))
        if person is None:
            return
        reason = ""
        if run.settings().approval.single_person and (run.first or person.name) == person.name:
            reason = ask_reason(self, self.tr("You approve your own work"),
                                self.tr("It is marked so in the airing log. Why by the same person?"),
                                self.tr("Approve"), offered=(self.tr("One person does both at this station"),))
            if not reason:
                return
        self.approve.setEnabled(False)
        Op(lambda: run.fresh(lambda app: approve_all(app, sounds, person, run.first, reason))).on_success(
            lambda _: self._approved(len(sounds))).on_failure(self._not_approved).start(self)

    def _approved(self, count: int) -> None:
        self.approve.setEnabled(True)
        self.done.show_text(self.tr("{count} sounds are approved.").format(count=count), "good", "circle-check")
        self.approved.emit()
        self.reload()

    def _not_approved(self, error: Exception) -> None:
        self.approve.setEnabled(True)
        self._failed(error)
        self.reload()
