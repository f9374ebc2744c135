"""The line above the log that tells whose name stands under the days shown, and lets one sign."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from broadcaster.asrun.signatures import Standing
from broadcaster.gui.log.signing import TONES, sign_days, standing_words, state_words
from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.buttons import flat_button
from broadcaster.gui.widgets.layout import ElidedLabel, row


class SignStrip(QWidget):
    """Hidden where there is nothing to sign; `summary` gives the line a signer reads before the PIN."""

    def __init__(self, shell: Shell, summary: Callable[[], str], done: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._shell, self._summary, self._done = shell, summary, done
        self._days: list[Standing] = []
        self.state = Badge()
        self.words = ElidedLabel("", "soft")
        self.sign = flat_button(self.tr("Sign…"), "pencil", self._sign)
        line = row(self.state, self.words, self.sign, spacing=12)
        line.setContentsMargins(0, 0, 0, 0)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.hide()

    def show_days(self, days: Sequence[Standing]) -> None:
        """One day is told in full; of several only how many are signed."""
        told = [day for day in days if day.state not in {"empty", "open"}]
        self._days = [day for day in told if day.due]
        self.setVisible(bool(told))
        self.sign.setVisible(bool(self._days))
        if len(told) == 1:
            self.state.show_state(state_words(told[0]), TONES[told[0].state])
            self.words.set_text(standing_words(told[0]))
        elif told:
            signed = sum(day.state == "signed" for day in told)
            self.state.show_state(self.tr("{signed} of {count} days signed").format(signed=signed, count=len(told)),
                                  "good" if signed == len(told) else "wait")
            names = ", ".join(f"{day.first:%d/%m}" for day in self._days[:12])
            self.words.set_text(self.tr("Not signed: {days}").format(days=names) if names else "")

    def _sign(self) -> None:
        if self._days:
            sign_days(self._shell, self, [day.first for day in self._days], self._summary(), self._done)
