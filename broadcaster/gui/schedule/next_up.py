"""The session on the air is locked; what is new is played right after the item that sounds."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.schedule.cargo import Cargo
from broadcaster.gui.schedule.hand import Hand
from broadcaster.schedule.model import Placed
from broadcaster.wiring import App


def play_next(app: App, shell: Shell, hand: Hand, owner: QWidget, cargo: Cargo) -> None:
    """Ask, sign, order; the player says yes or why not."""
    translate = QCoreApplication.translate
    title = translate("PlayNext", "Play it next?")
    text = translate("PlayNext", "The session is on the air and stays as it was published. “{title}” is played right "
                                 "after the item that sounds now; what was to follow comes after it. The campaign's "
                                 "own airings stay as they are.").format(title=cargo.title)
    if not shell.confirm(title, text, translate("PlayNext", "Play it next")):
        return
    person = hand.sign(translate("PlayNext", "Play “{title}” next.").format(title=cargo.title))
    if person is None:
        return

    def ordered(words: dict[str, Any]) -> None:
        shell.air.command("play_next", by=person.name, **words).on_success(done).start(owner)

    def done(_: dict[str, Any]) -> None:
        shell.notify(translate("PlayNext", "“{title}” is played next, after the item that sounds now.").format(
            title=cargo.title))
    Op(lambda: app.days.next_words(Placed(cargo.cart, cargo.campaign))).on_success(ordered).start(owner)
