"""What a person changes reaches the player at once, not at the keeper's next round."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from broadcaster.accounts.model import Person, Role
from broadcaster.base.errors import BroadcasterError
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.wiring import App

log = logging.getLogger(__name__)
T = TypeVar("T")

_DAYS = 16
"""As far as the keeper publishes: today, tomorrow and two weeks."""


def publish(app: App) -> None:
    """The coming days. The change itself is stored: a plan that cannot be written now is written by the keeper."""
    try:
        app.schedule.publish_days(app.clock.now().date(), _DAYS)
    except BroadcasterError as error:
        log.warning("not published yet: %s", error.text)


def change(shell: Shell, owner: QObject, work: Callable[[], T], done: Callable[[T], object],
           failed: Callable[[Exception], object] | None = None) -> None:
    """Do it off the window's thread, then let the player read the plan again."""
    def finish(result: T) -> None:
        shell.air.command("reload").on_failure(lambda _: None).start(owner)
        done(result)
    op = Op(work).on_success(finish)
    if failed:
        op.on_failure(failed)
    op.start(owner)


def writer(shell: Shell, purpose: str) -> Person | None:
    """Someone who may plan, with their PIN."""
    return shell.ask_pin(Role.OPERATOR, purpose)
