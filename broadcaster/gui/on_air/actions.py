"""What the on-air buttons do, and what the page reads from disk."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from broadcaster.accounts.model import Right
from broadcaster.asrun.model import Airing, AiringQuery
from broadcaster.base.clock import format_time
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.gui.on_air import reasons
from broadcaster.gui.on_air.insert_words import end_command, ending_needs_a_question
from broadcaster.gui.on_air.model import FirstStep, first_steps
from broadcaster.gui.on_air.shelf_words import shelf_alarms
from broadcaster.gui.page import Shell
from broadcaster.protocol.messages import Alarm, Insert, Status
from broadcaster.protocol.rundown import Rundown, read_rundown, revisions_of
from broadcaster.wiring import App

log = logging.getLogger(__name__)

BY = "window"
WHO_KEY = "on_air/who"
"""Where the window remembers the name of whoever ordered something last."""


def stop_all(shell: Shell, owner: QObject) -> None:
    """Silence at once. Never asks: whoever presses this has heard something that must end."""
    def failed(error: Exception) -> None:
        no_answer = isinstance(error, BroadcasterError) and error.code in {"link.down", "link.protocol"}
        shell.error(Refused("air.stop_unheard", "nobody took the order to stop") if no_answer else error)
    shell.air.command("stop_all", by=_who(shell)).on_failure(failed).start(owner)


def end_insert(shell: Shell, owner: QWidget, insert: Insert | None, ended: Callable[[Insert], object]) -> None:
    """End a break-in, the microphone or a relay; asked first only where further rounds are lost with it.

    `ended` is told of a message that was silenced without a question: why is asked afterwards.
    """
    if insert is None:
        return
    translate = QCoreApplication.translate
    asked, words = ending_needs_a_question(insert), {}
    if asked:
        why = reasons.ask(owner.window(), shell, "end", (
            translate("OnAir", "End the emergency?"),
            translate("OnAir", "“{title}” ends, and its further rounds are not read.").format(title=insert.title),
            translate("OnAir", "End the emergency")), danger=True)
        if not why:
            return
        words["why"] = why
    by = _who(shell) if shell.signed_in else str(shell.memory.value(WHO_KEY, "")) or BY
    done: Callable[[Any], object] = (lambda _: ended(insert)) if insert.kind == "break_in" and not asked else _nothing
    shell.air.command(end_command(insert), by=by, **words).on_success(done).start(owner)


def resume(shell: Shell, owner: QWidget) -> None:
    """Go on with the plan at the present moment; why it was stopped is asked now, never before the silence."""
    translate = QCoreApplication.translate
    why = reasons.ask(owner.window(), shell, "stop", (
        translate("OnAir", "Go on broadcasting"),
        translate("OnAir", "Why was everything stopped? The reason stands in the airing log."),
        translate("OnAir", "Go on broadcasting")))
    if why:
        shell.air.command("resume", by=_who(shell), why=why).start(owner)


def skip(shell: Shell, owner: QWidget, status: Status | None, done: Callable[[Any], object]) -> None:
    """Leave the item that sounds and go to the next one; asked first, because it goes into the log as cut short."""
    if status is None or status.on_air is None:
        return
    translate = QCoreApplication.translate
    title = status.on_air.title
    event = status.on_air.event_id
    why = reasons.ask(owner.window(), shell, "skip", (
        translate("OnAir", "Skip this item?"),
        translate("OnAir", "“{title}” ends now and is logged as aired in part. The next item follows at once.")
        .format(title=title), translate("OnAir", "Skip")))
    if why:
        shell.air.command("skip", by=_who(shell), event_id=event, why=why).on_success(done).start(owner)


def _nothing(_: Any) -> None:
    """Nothing more is to be done."""


def _who(shell: Shell) -> str:
    """Whose name the journal keeps; at a locked window nobody's: whoever stood there did it."""
    return shell.signed_in.name if shell.signed_in and shell.allows(Right.LOOK) else BY


def read_day(app: App, day: date) -> tuple[Rundown | None, list[Airing]]:
    """The newest plan of the day that holds its seal, and what became of it."""
    rundown = None
    for path in revisions_of(app.home.rundowns, day):
        try:
            rundown = read_rundown(path, app.key)
            break
        except BroadcasterError as error:
            log.warning("%s", error.text)
    return rundown, app.asrun.airings(AiringQuery(first_day=day.isoformat(), last_day=day.isoformat()))


def read_shelf(app: App) -> list[Alarm]:
    """What is wrong with the prepared emergency messages; reads each sound through, so: seldom."""
    return shelf_alarms(app.emergency.problems(), format_time(app.clock.now()))


def read_first_steps(app: App, set_up: Collection[str] = ()) -> list[FirstStep]:
    """What a new station still needs; empty as soon as something is scheduled."""
    campaigns = len(app.schedule.campaigns())
    letters = 0 if campaigns else len(app.directives.list())
    return first_steps(app.settings, app.accounts.people(), letters, campaigns, set_up)
