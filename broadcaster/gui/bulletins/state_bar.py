"""Where a bulletin stands and what may be done with it now: one main button for each state."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QPushButton, QWidget

from broadcaster.bulletins.model import Bulletin
from broadcaster.gui.bulletins.model import EDITABLE, STATE_TONES, state_words
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.buttons import button, flat_button, icon_button, primary_button
from broadcaster.gui.widgets.layout import ElidedLabel, row
from broadcaster.library.model import State

_WAITS = (State.SUBMITTED, State.CHECKED)
Acts = Mapping[str, Callable[[], object]]


class StateBar(QWidget):
    """`acts`: submit, approve, give_back, withdraw, campaign, unlock, put_away, desk."""

    def __init__(self, acts: Acts) -> None:
        super().__init__()
        self.badge = Badge()
        self.words = ElidedLabel("", "soft")
        self.away = flat_button(self.tr("Put away"), "archive", acts["put_away"])
        self.unlock = button(self.tr("Change the text…"), "pencil", acts["unlock"])
        self.withdraw = button(self.tr("Withdraw…"), "archive", acts["withdraw"])
        self.give_back = button(self.tr("Give back…"), "undo-2", acts["give_back"])
        self.submit = primary_button(self.tr("Submit for approval…"), "send", acts["submit"])
        self.approve = primary_button(self.tr("Approve…"), "circle-check", acts["approve"])
        self.campaign = primary_button(self.tr("Plan its airing…"), "calendar-plus", acts["campaign"])
        self.desk = icon_button("shield-check", self.tr("Changes, remarks, history, slip"), acts["desk"])
        line = row(self.badge, self.words, self.away, self.desk, self.unlock, self.withdraw, self.give_back,
                   self.submit, self.approve, self.campaign)
        line.setStretch(1, 1)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        # All at once they would claim more room than any state ever needs.
        for part in (self.away, self.desk, self.unlock, self.withdraw, self.give_back, self.submit, self.approve,
                     self.campaign):
            part.hide()

    def show_bulletin(self, bulletin: Bulletin, unlocked: bool) -> None:
        state = bulletin.state
        editable = state in EDITABLE
        self.badge.show_state(state_words(state), STATE_TONES[state])
        self.words.set_text(self._words(bulletin, unlocked))
        shown: dict[QPushButton, bool] = {
            self.away: editable, self.submit: editable, self.unlock: not editable and not unlocked,
            self.withdraw: state is State.APPROVED, self.give_back: state in _WAITS,
            self.approve: state in _WAITS, self.campaign: state is State.APPROVED,
            self.desk: state in _WAITS or state in {State.APPROVED, State.RETURNED},
        }
        for part, visible in shown.items():
            part.setVisible(visible)
        self.submit.setEnabled(bulletin.audio_current)
        self.campaign.setEnabled(not unlocked)
        self.approve.setEnabled(not unlocked)

    def _words(self, bulletin: Bulletin, unlocked: bool) -> str:
        if unlocked:
            return self.tr("A change of the text ends the approval.")
        if bulletin.state in EDITABLE:
            return self.tr("Ready to be submitted.") if bulletin.audio_current else \
                self.tr("Next: read it aloud, listen, then submit.")
        return {
            State.SUBMITTED: self.tr("An approver signs it, or gives it back."),
            State.CHECKED: self.tr("One approver agreed; a second one signs it, or gives it back."),
            State.APPROVED: self.tr("It may be broadcast as it is."),
            State.WITHDRAWN: self.tr("It is not broadcast any more."),
        }.get(bulletin.state, "")
