"""At the foot of every page: how many alarms there are, and what to do about them; beside it, help for this page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from broadcaster.gui.help.what_now import Matter, show_what_now, what_now_words
from broadcaster.gui.on_air.model import alarm_words
from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.buttons import flat_button, icon_button
from broadcaster.gui.widgets.layout import row
from broadcaster.protocol.messages import Alarm, Status


class HelpCorner(QFrame):
    """`shown()` are the alarms that count now; `allowed()`: whether somebody sits at the window."""

    def __init__(self, shell: Shell, allowed: Callable[[], bool], helped: Callable[[], object]) -> None:
        super().__init__()
        self._shell = shell
        self._allowed = allowed
        self._known: tuple[Alarm, ...] = ()
        self.alarms = flat_button(what_now_words(), "life-buoy", self.open_steps)
        self.help = icon_button("circle-help", self.tr("Help for this page (F1)"),
                                lambda: helped() if self._allowed() else None)
        box = row(self.alarms, self.help, spacing=2)
        box.setContentsMargins(0, 0, 0, 0)
        self.setLayout(box)
        self.alarms.hide()
        shell.air.status_changed.connect(self._look)
        shell.keeper.alarms_changed.connect(lambda: self._look(shell.air.status))
        self._look(shell.air.status)

    def matters(self) -> list[Matter]:
        """Each alarm with its sentence."""
        return [Matter(f"alarm.{alarm.code}", alarm_words(alarm)) for alarm in self._known]

    def _look(self, status: Status | None) -> None:
        """Called ten times a second."""
        found = (*self._shell.keeper.alarms, *(status.alarms if status else ()))
        if found == self._known:
            return
        self._known = found
        words = self.tr("Alarms: {count}. What do I do now?").format(count=len(found))
        self.alarms.setText(words)
        self.alarms.setAccessibleName(words)
        self.alarms.setVisible(bool(found))

    def open_steps(self) -> None:
        """What to do about all of them; nothing while nobody sits at the window."""
        if self._allowed():
            show_what_now(self._shell, self.window(), self.matters())
