"""Why something was overridden on the air: what is offered as a reason, and what is still owed.

An emergency sounds first. Its reason is asked for while it sounds; put off, it stays owed, above everything else on the
page, until somebody writes it: also after the window was closed.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.reason import ReasonDialog, ask_reason, keep_reason, offered_reasons

_OWED = "on_air/why_owed"
_MOST_OWED = 20


@dataclass(frozen=True)
class Owed:
    """A reason that was not given yet."""

    about: str
    """Id of the insert, or the message's name where the player did not answer."""
    title: str
    kind: str
    """quiet, end: what was overridden."""
    day: str


def usual(kind: str) -> list[str]:
    """What is written most, in the words of the station."""
    translate = QCoreApplication.translate
    return {
        "stop": [translate("Reasons", "Pressed by mistake"), translate("Reasons", "Wrong content"),
                 translate("Reasons", "Sound was bad"), translate("Reasons", "Request of the commune's leaders")],
        "skip": [translate("Reasons", "Wrong content"), translate("Reasons", "Out of date"),
                 translate("Reasons", "Sound was bad"), translate("Reasons", "Time for an urgent notice")],
        "end": [translate("Reasons", "The danger is over"), translate("Reasons", "Aired by mistake"),
                translate("Reasons", "Replaced by another message")],
        "quiet": [translate("Reasons", "Storm or flood"), translate("Reasons", "Fire"),
                  translate("Reasons", "Search for a missing person"),
                  translate("Reasons", "Order of the People's Committee")],
    }[kind]


def ask(parent: QWidget, shell: Shell, kind: str, words: tuple[str, str, str], *, danger: bool = False) -> str:
    """Title, text and action of the question; empty when the person turned away."""
    reason = ask_reason(parent, *words, danger=danger, offered=offered_reasons(shell.memory, kind, usual(kind)))
    keep_reason(shell.memory, kind, reason)
    return reason


def owed(shell: Shell) -> list[Owed]:
    """What is still to be said, the oldest first."""
    try:
        return [Owed(**{name: str(one[name]) for name in ("about", "title", "kind", "day")})
                for one in json.loads(str(shell.memory.value(_OWED, "[]")))]
    except (ValueError, TypeError, KeyError):
        return []


def owe(shell: Shell, about: str, title: str, kind: str, day: date) -> Owed:
    """Remember that it is to be said."""
    new = Owed(about, title, kind, day.isoformat())
    if about and new not in (known := owed(shell)):
        _store(shell, [*known, new][-_MOST_OWED:])
    return new


def settle(shell: Shell, paid: Owed) -> None:
    """It was said."""
    _store(shell, [one for one in owed(shell) if one != paid])


class WhySheet(ReasonDialog):
    """Asks for what is owed, while it sounds or afterwards; nothing on the air waits for it."""

    def __init__(self, parent: QWidget | None, shell: Shell, due: Owed) -> None:
        translate = QCoreApplication.translate
        title, text = {
            "end": (translate("Reasons", "Why was it ended early?"),
                    translate("Reasons", "“{title}” was ended. The reason stands in the airing log.")),
        }.get(due.kind, (translate("Reasons", "Why was it aired in quiet hours?"),
                         translate("Reasons", "“{title}” was ordered and needs nothing more. The reason stands in "
                                   "the airing log.")))
        super().__init__(parent, title, text.format(title=due.title), translate("Reasons", "Write it down"),
                         offered=offered_reasons(shell.memory, due.kind, usual(due.kind)),
                         turn_away=translate("Reasons", "Later"))
        self._shell = shell
        self._due = due

    def accept(self) -> None:
        """Closed once the journal has it; a player that does not answer leaves it owed."""
        shell, due, why = self._shell, self._due, self.reason
        self.yes.setEnabled(False)

        def written(_: object) -> None:
            settle(shell, due)
            keep_reason(shell.memory, due.kind, why)
            super(WhySheet, self).accept()

        def failed(error: Exception) -> None:
            self.yes.setEnabled(True)
            shell.error(error)

        by = shell.signed_in.name if shell.signed_in else str(shell.memory.value("on_air/who", "")) or "window"
        shell.air.command("say_why", about=due.about, day=due.day, why=why, by=by).on_success(
            written).on_failure(failed).start(self)


def _store(shell: Shell, what: list[Owed]) -> None:
    shell.memory.setValue(_OWED, json.dumps([asdict(one) for one in what], ensure_ascii=False))
