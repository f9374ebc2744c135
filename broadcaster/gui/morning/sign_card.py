"""The names: yesterday's by one big button, earlier days, and the leader's week."""

from __future__ import annotations

from collections.abc import Callable

from broadcaster.gui.log.signing import TONES, sign_days, sign_week, standing_words, state_words
from broadcaster.gui.morning.days_dialog import DaysDialog
from broadcaster.gui.morning.model import seal_code, summary_line
from broadcaster.gui.page import Shell
from broadcaster.gui.theme import sizes
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.layout import Card, caption_label, label, row, rule
from broadcaster.reports.morning_model import Morning


class SignCard(Card):
    """`done` after every signature."""

    def __init__(self, shell: Shell, done: Callable[[], object]) -> None:
        super().__init__()
        self._shell, self._done = shell, done
        self._morning: Morning | None = None
        self.state = Badge()
        head = row(caption_label(self.tr("Name under the log")), None, self.state)
        self.sign = primary_button(self.tr("Sign yesterday's log"), "pencil", self._sign)
        self.sign.setStyleSheet(f"font-size: {sizes.large}px; min-height: 40px;")
        self.words = label("", "soft", wrap=True)
        self.seal = label("", "faint", wrap=True)
        self.days = button(self.tr("Earlier days…"), "calendar-days", self._open_days)
        self._rule = rule()
        self.week_state = Badge()
        self.week_head = label("", "strong", wrap=True)
        self.week_words = label("", "soft", wrap=True)
        self.week = button(self.tr("The leader signs the week…"), "pencil", self._sign_week)
        week_line = row(self.week_head, self.week_state)
        week_line.setStretch(0, 1)
        self.add(head, self.sign, self.words, self.seal, self.days, self._rule, week_line, self.week_words, self.week)
        self.body.addStretch(1)

    def show_morning(self, morning: Morning) -> None:
        self._morning = morning
        now = morning.standing
        self.state.show_state(state_words(now), TONES[now.state])
        self.sign.setText(self.tr("Sign yesterday's log anew") if now.state == "changed"
                          else self.tr("Sign yesterday's log"))
        self.sign.setVisible(now.state not in {"signed", "empty"})
        self.sign.setEnabled(now.due)
        self.words.setText(standing_words(now))
        self.seal.setText(self.tr("Sealed: {code}").format(code=seal_code(morning.seal)) if morning.seal else "")
        self.seal.setVisible(bool(morning.seal))
        count = len(morning.unsigned)
        self.days.setText(self.tr("{count} earlier days are not signed…").format(count=count))
        self.days.setVisible(count > 0)
        self._show_week(morning)

    def _show_week(self, morning: Morning) -> None:
        each = morning.week
        shown = each.state != "empty"
        for part in (self._rule, self.week_head, self.week_state, self.week_words, self.week):
            part.setVisible(shown)
        self.week_head.setText(self.tr("Week {first} – {last}").format(
            first=f"{each.first:%d/%m}", last=f"{each.last:%d/%m}"))
        self.week_state.show_state(state_words(each) if shown else "", TONES[each.state])
        waiting = [day for day in (*morning.unsigned, morning.standing)
                   if day.due and each.first <= day.first <= each.last]
        lacking = self.tr("{count} days of this week are to be signed first.").format(count=len(waiting))
        self.week_words.setText(lacking if waiting and each.due else standing_words(each))
        self.week.setVisible(shown and each.due)
        self.week.setEnabled(not waiting)

    def _sign(self) -> None:
        if self._morning is not None:
            look = self._morning.yesterday
            sign_days(self._shell, self, [look.day], summary_line(look), self._done)

    def _open_days(self) -> None:
        if self._morning is None:
            return
        dialog = DaysDialog(self.window(), self._shell, self._morning.unsigned, self._done)
        dialog.exec()
        dialog.deleteLater()

    def _sign_week(self) -> None:
        if self._morning is not None:
            sign_week(self._shell, self, self._morning.week, "", self._done)
