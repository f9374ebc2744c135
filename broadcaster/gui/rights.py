"""Buttons that whoever is signed in may not use are grey and say why.

A button's right is its property "right" (`needs`), else what its picture stands for. What is forgotten here is refused
by the services and the database all the same: this is only courtesy.
"""

from __future__ import annotations

from typing import TypeVar

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget

from broadcaster.accounts.model import Right
from broadcaster.gui.sign_in_state import SignInState

W = TypeVar("W", bound=QWidget)

_WRITING = ("archive", "calendar-plus", "check", "circle-check", "file-plus", "pencil", "plus", "rotate-ccw", "save",
            "send", "siren", "trash-2", "undo-2", "upload", "user-plus", "wand-sparkles")
_OF_PICTURE = {**dict.fromkeys(_WRITING, Right.WRITE),
               **dict.fromkeys(("mic", "power", "skip-forward"), Right.AIR_LIVE)}
_LOOK_MS = 1_000


def needs(widget: W, right: Right) -> W:
    """Only for who has this right."""
    widget.setProperty("right", right.value)
    return widget


class RightsKeeper(QObject):
    """Goes through a page when it is shown, and again while it is: lists make buttons as they fill."""

    def __init__(self, state: SignInState, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._kept: dict[QAbstractButton, tuple[bool, str]] = {}
        self._page: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._again)
        state.changed.connect(self._again)

    def dress(self, page: QWidget) -> None:
        """This page is in front now."""
        self._page = page
        self._again()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The page turned it on for reasons of its own: they are remembered for who comes next.
        if event.type() == QEvent.Type.EnabledChange and isinstance(watched, QAbstractButton) \
                and watched in self._kept and not _turned_off(watched):
            self._kept[watched] = (True, self._kept[watched][1])
            watched.setEnabled(False)
        return False

    def _again(self) -> None:
        held = self._state.wanted and not self._state.locked and not all(map(self._state.allows, _ASKED))
        if held and not self._timer.isActive():
            self._timer.start(_LOOK_MS)
        elif not held:
            self._timer.stop()
            if not self._state.locked:
                self._free()
        if held and self._page is not None:
            for button in self._page.findChildren(QAbstractButton):
                self._judge(button)

    def _judge(self, button: QAbstractButton) -> None:
        right = right_of(button)
        if right is None or button in self._kept or self._state.allows(right):
            return
        self._kept[button] = (not _turned_off(button), button.toolTip())
        button.setEnabled(False)
        button.setToolTip(self.tr("Your rights here are: looking, listening and printing. "
                                  "“Change person” lets somebody else sign in."))
        button.installEventFilter(self)

    def _free(self) -> None:
        for button, (enabled, tip) in self._kept.items():
            if not shiboken6.isValid(button):
                continue
            button.removeEventFilter(self)
            button.setEnabled(enabled)
            button.setToolTip(tip)
        self._kept.clear()


_ASKED = (Right.WRITE, Right.AIR_LIVE, Right.SETTINGS)


def right_of(button: QAbstractButton) -> Right | None:
    """What pressing it needs; None: anybody may."""
    named = button.property("right")
    return Right(named) if named else _OF_PICTURE.get(str(button.property("picture") or ""))


def _turned_off(button: QAbstractButton) -> bool:
    """By its own page, not because what it stands on is."""
    return button.testAttribute(Qt.WidgetAttribute.WA_ForceDisabled)
