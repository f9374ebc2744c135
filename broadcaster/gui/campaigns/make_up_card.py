"""What yesterday still owes: made up today, or not, as a person says. Nothing of it airs by itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from broadcaster.accounts.model import Person, Right
from broadcaster.gui.campaigns import actions
from broadcaster.gui.i18n import number_text
from broadcaster.gui.log.model import reason_words
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.publishing import writer
from broadcaster.gui.rights import needs
from broadcaster.gui.widgets.buttons import button, flat_button
from broadcaster.gui.widgets.layout import Card, ElidedLabel, caption_label, label, row, rule
from broadcaster.schedule.campaigns.make_up_offer import LEFT_OUT, Missed
from broadcaster.schedule.days.edits import Edits
from broadcaster.wiring import App

_MOST = 5


class MakeUpCard(Card):
    """Hidden while nothing is owed; `reload()` asks anew."""

    made_up = Signal(object, object)
    """What was missed, and the decisions that were replaced: app.days.save(them) is the way back."""
    changed = Signal()

    def __init__(self, app: App, shell: Shell) -> None:
        super().__init__()
        self._app, self._shell = app, shell
        self._rows: list[MissedRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self._more = label("", "faint")
        self.body.setSpacing(8)
        self.add(caption_label(self.tr("Missed yesterday")), self._list, self._more)
        self.hide()

    def rows(self) -> Sequence[MissedRow]:
        return self._rows

    def reload(self) -> None:
        """Read what is owed, off the window's thread."""
        app = self._app
        Op(lambda: app.coverage.missed()).on_success(self.show_missed).start(self)

    def show_missed(self, missed: Sequence[Missed]) -> None:
        for old in self._rows:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [MissedRow(item, number > 0) for number, item in enumerate(missed[:_MOST])]
        for part in self._rows:
            part.accept.clicked.connect(partial(self._accept, part.missed))
            part.dismiss.clicked.connect(partial(self._dismiss, part.missed))
            self._list.addWidget(part)
        left = len(missed) - len(self._rows)
        self._more.setText(self.tr("and {count} more").format(count=number_text(left)))
        self._more.setVisible(left > 0)
        self.setVisible(bool(missed))

    def _accept(self, missed: Missed) -> None:
        person = self._sign(self.tr("Make up “{title}” today.").format(title=missed.campaign.title))
        if person is None:
            return
        app = self._app

        def done(before: Edits) -> None:
            self._shell.air.command("reload").on_failure(lambda _: None).start(self)
            self._shell.notify(self.tr("“{title}” is made up today.").format(title=missed.campaign.title))
            self.made_up.emit(missed, before)
            self._after()
        Op(lambda: actions.make_up(app, missed, person.name)).on_success(done).start(self)

    def _dismiss(self, missed: Missed) -> None:
        person = self._sign(self.tr("Do not make up “{title}”.").format(title=missed.campaign.title))
        if person is None:
            return
        app = self._app
        Op(lambda: app.coverage.dismiss(missed, person.name)).on_success(lambda _: self._after()).start(self)

    def _sign(self, purpose: str) -> Person | None:
        return writer(self._shell, purpose)

    def _after(self) -> None:
        self.reload()
        self.changed.emit()


class MissedRow(QWidget):
    """One campaign: what was missed and why, where it could go, and the two answers."""

    def __init__(self, missed: Missed, ruled: bool) -> None:
        super().__init__()
        self.missed = missed
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        if ruled:
            box.addWidget(rule())
        box.addWidget(ElidedLabel(missed.campaign.title, "strong"))
        self.words = label(self._said(), "soft", wrap=True)
        self.accept = needs(button(self.tr("Make up today"), "rotate-ccw"), Right.WRITE)
        self.dismiss = needs(flat_button(self.tr("Leave it")), Right.WRITE)
        self.accept.setEnabled(self.accept.isEnabled() and missed.offer is not None)
        box.addWidget(self.words)
        box.addLayout(row(self.accept, self.dismiss, None, spacing=6))

    def _said(self) -> str:
        missed = self.missed
        day = f"{missed.day:%d/%m}"
        if missed.reason == LEFT_OUT:
            text = self.tr("{count} airings of {day} found no room.")
        elif missed.partial and missed.times == 1:
            text = self.tr("On {day} it aired only in part: {reason}.")
        else:
            text = self.tr("{count} airings of {day} were missed: {reason}.")
        said = text.format(count=number_text(missed.times), day=day,
                           reason=reason_words(missed.reason) or self.tr("reason not known"))
        return f"{said} {self._where()}"

    def _where(self) -> str:
        offer = self.missed.offer
        if offer is not None:
            return self.tr("“{name}” ({starts}) has room today.").format(
                name=offer.name, starts=f"{offer.starts_at:%H:%M}")
        if self.missed.campaign.last_day <= self.missed.day:
            return self.tr("Its last day is over.")
        return self.tr("No session of today has room.")
