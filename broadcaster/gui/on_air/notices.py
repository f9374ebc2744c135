"""The strips on top of the on-air page: alarms of both resident processes, and what a visitor should know."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from broadcaster.gui.access import announce
from broadcaster.gui.devices import plays_to_nobody
from broadcaster.gui.help.what_now import Matter, show_what_now, what_now_words
from broadcaster.gui.on_air.model import ALARMS_SHOWN, alarm_lines, alarm_words, demo_people, most_urgent
from broadcaster.gui.on_air.reasons import owed
from broadcaster.gui.on_air.shelf_words import verdict_alarm
from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import flat_button, icon_button
from broadcaster.gui.widgets.layout import column, show_if
from broadcaster.protocol.messages import Alarm, Status

_LOUD = {"no_device", "journal_refused", "plan_refused", "clock_invalid", "air_unstable", "disk_low", "publish_failed",
         "power_failed", "order_refused", "home_lost", "emergency_message", "not_heard", "heard_silence",
         "heard_other", "sheet_missing", "coming_missing", "coming_altered", "coming_not_approved", "coming_expired",
         "next_empty", "plan_unreadable"}
_FRESH = {"session_empty", "next_empty", "no_plan"}
"""No trouble at a station that has not been set up yet."""
_TOLD = "on_air/demo_told"


class Notices(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, shell: Shell, say_why: Callable[[], object]) -> None:
        """`say_why` asks for the oldest reason that is owed."""
        super().__init__()
        self._shell = shell
        self._fresh = False
        self._status: Status | None = None
        self.alarms = Banner()
        self._all_open = False
        self._shelf: list[Alarm] = []
        self._more = flat_button(self.tr("Show all"), "", self._open_all)
        self._more.hide()
        self.now_what = flat_button(what_now_words(), "life-buoy", self._what_now)
        self.alarms.box.addWidget(self._more)
        self.alarms.box.addWidget(self.now_what)
        self.trial = Banner()
        self.demo = Banner()
        self.demo.box.addWidget(icon_button("x", self.tr("Close this message"), self._close_demo))
        self.owed = Banner()
        self.why = flat_button(self.tr("Write the reason…"), "pencil", say_why)
        self.owed.box.addWidget(self.why)
        box = column(self.alarms, self.owed, self.trial, self.demo, spacing=8)
        box.setContentsMargins(0, 0, 0, 0)
        self.setLayout(box)
        self._show_demo()
        self.show_owed()
        shell.keeper.alarms_changed.connect(self._refresh)
        self._refresh()

    def show_status(self, status: Status | None) -> None:
        """Called ten times a second."""
        known = self._status
        self._status = status
        if _gist(status) != _gist(known):
            self._refresh()

    def show_owed(self) -> None:
        """Reasons nobody has written yet."""
        due = owed(self._shell)
        words = self.tr("A reason is missing in the airing log: “{title}”.").format(title=due[0].title) if due else ""
        self.owed.show_text(words, "wait", "pencil")
        self._show_self()

    def show_fresh(self, fresh: bool) -> None:
        """A station without a single item needs no alarm about empty sessions."""
        if fresh != self._fresh:
            self._fresh = fresh
            self._refresh()

    def show_shelf(self, alarms: list[Alarm]) -> None:
        """Prepared emergency messages that would not sound."""
        if [alarm.facts for alarm in alarms] != [alarm.facts for alarm in self._shelf]:
            self._shelf = alarms
            self._refresh()

    def _refresh(self) -> None:
        alarms = self.shown_alarms()
        self._more.setVisible(len(alarms) > ALARMS_SHOWN)
        self._more.setText(self.tr("Fewer") if self._all_open else self.tr("Show all"))
        text = "\n".join(alarm_lines(alarms, whole=self._all_open))
        if self.alarms.text() != text:
            loud = any(alarm.code in _LOUD for alarm in alarms)
            announce(self, text, urgent=loud)
            self.alarms.show_text(text, "bad" if loud else "wait", "siren" if loud else "triangle-alert")
        # Over a demo station a strip of the window says it.
        nobody = self._status is not None and plays_to_nobody(self._status.device) \
            and not self._shell.app.home.demo_note.exists()
        words = self.tr("The station plays on trial: no sound reaches any loudspeaker. "
                        "Choose a sound device under Settings when the loudspeakers are connected.") if nobody else ""
        if self.trial.text() != words:
            self.trial.show_text(words, "info", "volume-x")
        self._show_self()

    def shown_alarms(self) -> list[Alarm]:
        """All of them, the most urgent first."""
        return most_urgent(self._all_alarms(), _LOUD)

    def _all_alarms(self) -> list[Alarm]:
        found = {_key(alarm): alarm for alarm in self._shell.keeper.alarms}
        if self._status:
            found |= {_key(alarm): alarm for alarm in self._status.alarms}
            if alarm := verdict_alarm(self._status.verdict):
                found[_key(alarm)] = alarm
        found |= {_key(alarm): alarm for alarm in self._shelf}
        return [alarm for alarm in found.values() if not (self._fresh and alarm.code in _FRESH)]

    def _open_all(self) -> None:
        self._all_open = not self._all_open
        self._refresh()

    def _what_now(self) -> None:
        show_what_now(self._shell, self.window(), [Matter(f"alarm.{alarm.code}", alarm_words(alarm))
                                                   for alarm in self.shown_alarms()])

    def _show_demo(self) -> None:
        people = demo_people(self._shell.app.home.demo_note)
        told = bool(self._shell.memory.value(_TOLD, False, bool))
        if people and not told:
            text = self.tr("This is a sample station to try things out. PINs for signing: {people}.")
            self.demo.show_text(text.format(people=people), "info", "info")

    def _close_demo(self) -> None:
        self._shell.memory.setValue(_TOLD, True)
        self.demo.show_text("")
        self._show_self()

    def _show_self(self) -> None:
        show_if(self, any(part.text() for part in (self.alarms, self.owed, self.trial, self.demo)))


def _key(alarm: Alarm) -> tuple[str, str]:
    """Two zones, or two messages, may be in the same trouble."""
    return alarm.code, str(alarm.facts.get("zone", "") or alarm.facts.get("title", ""))


def _gist(status: Status | None) -> object:
    return (status.alarms, status.device, status.verdict) if status else None
