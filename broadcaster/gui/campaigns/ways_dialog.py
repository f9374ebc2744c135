"""Something has no room on a day: what could be moved, to be taken with one click."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from broadcaster.gui.campaigns import actions
from broadcaster.gui.campaigns.actions import Taken, Ways
from broadcaster.gui.campaigns.words import offer_words
from broadcaster.gui.i18n import day_text, number_text
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.publishing import writer
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import column, label, row, scrolled
from broadcaster.schedule.campaigns.offers import Offer
from broadcaster.wiring import App

_MOST_HEIGHT = 300


class WaysDialog(Sheet):
    """`chosen` is the way out that was clicked, None when it was left."""

    def __init__(self, parent: QWidget | None, ways: Ways) -> None:
        title = QCoreApplication.translate("WaysDialog", "No room for “{title}”").format(title=ways.campaign.title)
        super().__init__(parent, title, 560)
        self.chosen: Offer | None = None
        self.body.addWidget(label(title, "title", wrap=True))
        self.body.addWidget(label(self._said(ways), "soft", wrap=True))
        self.takes = [button(self.tr("Do it"), "", partial(self._take, offer)) for offer in ways.offers]
        self._list(ways.offers)
        self.buttons(button(self.tr("Close"), "", self.reject))

    def _said(self, ways: Ways) -> str:
        if not ways.missing:
            text = self.tr("Everything fits on {day} now.")
        elif ways.offers:
            text = self.tr(
                "{count} airings have no room on {day}. Each of these lets one in, and takes none from others:")
        else:
            text = self.tr(
                "{count} airings have no room on {day}, and nothing simple helps. Make a session longer, add one, or "
                "ask for fewer airings.")
        return text.format(count=number_text(ways.missing), day=day_text(ways.day))

    def _list(self, offers: Sequence[Offer]) -> None:
        if not offers:
            self.body.addStretch(1)
            return
        content = QWidget()
        lines = [row(label(offer_words(offer), "", wrap=True), take, spacing=10)
                 for offer, take in zip(offers, self.takes, strict=True)]
        for offer, take, line in zip(offers, self.takes, lines, strict=True):
            take.setAccessibleName(offer_words(offer))
            line.setStretch(0, 1)
        box = column(*lines, None, spacing=8)
        box.setContentsMargins(0, 0, 8, 0)
        content.setLayout(box)
        area = scrolled(content)
        area.setMinimumHeight(min(_MOST_HEIGHT, box.sizeHint().height() + 12))
        self.body.addWidget(area, 1)

    def _take(self, offer: Offer) -> None:
        self.chosen = offer
        self.accept()


def show_ways(app: App, shell: Shell, owner: QWidget, campaign: str, day: date,
              done: Callable[[Taken], object] | None = None) -> None:
    """Look, ask, sign, do; `done(taken)`: `actions.untake` is the way to undo it."""
    def ask(ways: Ways) -> None:
        dialog = WaysDialog(owner.window(), ways)
        dialog.exec()
        offer = dialog.chosen
        dialog.deleteLater()
        person = writer(shell, offer_words(offer)) if offer else None
        if offer is None or person is None:
            return

        def taken(result: Taken) -> None:
            shell.air.command("reload").on_failure(lambda _: None).start(owner)
            shell.notify(QCoreApplication.translate("WaysDialog", "Done: {what}").format(what=offer_words(offer)))
            if done:
                done(result)
        Op(lambda: actions.take(app, ways, offer, person.name)).on_success(taken).start(owner)
    Op(lambda: actions.ways(app, campaign, day)).on_success(ask).start(owner)
