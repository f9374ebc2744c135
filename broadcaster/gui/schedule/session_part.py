"""The chosen session: its hours, how full it is, its relays, and who decides its programme."""

from __future__ import annotations

from datetime import time, timedelta

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from broadcaster.accounts.model import Right
from broadcaster.gui.i18n import length_text
from broadcaster.gui.rights import needs
from broadcaster.gui.schedule.day import Day, Head
from broadcaster.gui.schedule.hours import hour_words
from broadcaster.gui.schedule.lines import free_seconds
from broadcaster.gui.schedule.warnings import warning_tone, warning_words
from broadcaster.gui.widgets.badge import Badge, Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.facts import Facts
from broadcaster.gui.widgets.flow import FlowLayout
from broadcaster.gui.widgets.form import Form, number_field
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.widgets.times import TimeField

_MOST_MINUTES = 24 * 60


class SessionPart(QWidget):
    """Other hours are kept by “Keep these hours” or Enter; nothing is stored while somebody is still choosing."""

    deed = Signal(str, object)
    resized = Signal(object, object, int)
    considered = Signal(object, object, int)
    """Hours that are being chosen, and not kept yet."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._head: Head | None = None
        self._day: Day | None = None
        self.name = label("", "strong", wrap=True)
        self.state = Badge()
        self.warnings = Banner("", "wait")
        self.form = Form(label_width=74)
        self.starts = TimeField(time(5))
        self.minutes = number_field(15, 1, _MOST_MINUTES, self.tr(" minutes"), 5)
        self.form.add(self.tr("Starts"), self.starts)
        self.form.add(self.tr("Lasts"), self.minutes)
        self.read_back = Banner("", "accent", "clock")
        self.verdict = Banner("", "wait")
        self.save = primary_button(self.tr("Keep these hours"), "check", self._save)
        self.starts.timeChanged.connect(lambda _: self._say())
        self.minutes.valueChanged.connect(lambda _: self._say())
        self.facts = Facts()
        self._make_buttons()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 4, 0)
        box.setSpacing(9)
        for part in (self.name, self.warnings, self.form, self.read_back, self.verdict):
            box.addWidget(part)
        box.insertLayout(1, row(self.state, None))
        box.addLayout(row(None, self.save))
        box.addWidget(self.facts)
        box.addWidget(self.buttons)
        box.addStretch(1)

    def _make_buttons(self) -> None:
        self.buttons = QWidget()
        self.buttons.setObjectName("plain")
        flow = FlowLayout(self.buttons, spacing=8)
        self.lock = needs(self._act("lock", self.tr("Lock"), "lock", self.tr(
            "Keep the programme just as it is now, whatever campaigns come or end (Ctrl+L)")), Right.WRITE)
        self.release = needs(self._act("release", self.tr("Back to automatic"), "wand-sparkles", self.tr(
            "Let the planner fill this session again")), Right.WRITE)
        self.drop = needs(self._act("drop", self.tr("Not held on this day"), "x", ""), Right.WRITE)
        self.hold = needs(self._act("hold", self.tr("Hold it after all"), "rotate-ccw", ""), Right.WRITE)
        self.restore = needs(self._act("restore", self.tr("As in the template"), "undo-2", self.tr(
            "Hours, relays and programme of this day as the template says")), Right.WRITE)
        self.relays = needs(self._act("relays", self.tr("Relays…"), "radio-tower", self.tr(
            "Which programmes are taken over on this day")), Right.WRITE)
        for part in (self.lock, self.release, self.relays, self.drop, self.hold, self.restore):
            flow.addWidget(part)

    def _act(self, name: str, words: str, picture: str, tip: str) -> QWidget:
        part = button(words, picture, lambda: self.deed.emit(name, self._head))
        part.setToolTip(tip or words)
        return part

    def show_session(self, day: Day, head: Head) -> None:
        """All that is known of it now; hours being chosen for the same session stay as they stand."""
        choosing = self._head is not None and self._head.session == head.session and self.save.isVisibleTo(self)
        self._head, self._day = head, day
        self.name.setText(head.name)
        self.state.show_state(*self._state(head))
        mine = [item for item in day.warnings if item.session_id == head.session]
        self.warnings.show_text("\n".join(map(warning_words, mine)),
                                "bad" if any(warning_tone(item) == "bad" for item in mine) else "wait")
        if not choosing and head.starts_at is not None:
            with QSignalBlocker(self.starts), QSignalBlocker(self.minutes):
                self.starts.set_value(head.starts_at.time())
                self.minutes.setValue(round(head.limit / 60))
        changeable = head.state == "open" and day.state is not None
        for part in (self.starts, self.minutes):
            part.setEnabled(changeable and head.held)
        edit = day.edit_of(head.session)
        self.lock.setVisible(changeable and head.held and not head.by_hand)
        self.release.setVisible(changeable and head.held and head.by_hand)
        self.drop.setVisible(changeable and head.held)
        self.relays.setVisible(changeable and head.held)
        self.hold.setVisible(changeable and not head.held)
        self.restore.setVisible(changeable and edit is not None)
        self.facts.show_facts(self._facts(day, head))
        self._say()

    def _state(self, head: Head) -> tuple[str, str]:
        if not head.held:
            return self.tr("not held on this day"), "plain"
        return {"running": (self.tr("on air: locked"), "bad"), "over": (self.tr("over"), "plain"),
                "open": (self.tr("made by hand"), "accent") if head.by_hand else (self.tr("automatic"), "plain"),
                }.get(head.state, ("", "plain"))

    def _facts(self, day: Day, head: Head) -> list[tuple[str, str]]:
        used = head.limit + head.over
        relays = [event for session in day.sessions if session.id == head.session for event in session.events
                  if event.relay is not None]
        edit = day.edit_of(head.session)
        return [
            (self.tr("Filled"), self.tr("{used} of {limit}").format(
                used=length_text(used), limit=length_text(head.limit)) if head.held else ""),
            (self.tr("Too much"), length_text(head.over) if head.over > 0 else ""),
            (self.tr("Free"), length_text(free_seconds(head.limit, used)) if head.over < 0 and head.held else ""),
            (self.tr("Items"), str(head.size) if head.size else ""),
            (self.tr("Relays"), "; ".join(f"{event.starts_at:%H:%M} {event.title}" for event in relays)),
            (self.tr("Reason"), edit.reason if edit else ""),
        ]

    def _say(self) -> None:
        """New hours read back as a sentence before they are kept."""
        head = self._head
        if head is None or head.starts_at is None:
            return
        starts, minutes = self.starts.value(), self.minutes.value()
        differ = self.starts.isEnabled() and (starts, minutes) != (head.starts_at.time(), round(head.limit / 60))
        ends = (head.starts_at.replace(hour=starts.hour, minute=starts.minute) + timedelta(minutes=minutes)).time()
        words = self.tr("From {start} ({start_words}) to {end} ({end_words})").format(
            start=f"{starts:%H:%M}", start_words=hour_words(starts), end=f"{ends:%H:%M}", end_words=hour_words(ends))
        tone = "wait" if differ else "plain"
        self.read_back.show_text(words + (self.tr(", on this day only.") if differ else "."), tone, "clock")
        self.save.setVisible(differ)
        self.verdict.show_text("", "wait")
        if differ:
            self.considered.emit(head, starts, minutes)

    def show_hours(self, starts: time, minutes: int) -> None:
        """Hours chosen elsewhere, with the mouse: they are read back here before they are kept."""
        self.starts.set_value(starts)
        self.minutes.setValue(minutes)
        if self.save.isVisibleTo(self):
            self.save.setFocus()

    def show_verdict(self, words: str, tone: str) -> None:
        """What the hours being chosen would bring; an answer that comes when they are given up says nothing."""
        if not self.save.isVisibleTo(self):
            return
        self.verdict.show_text(words, tone, "info" if tone == "good" else "triangle-alert")

    def _save(self) -> None:
        if self._head is not None:
            self.resized.emit(self._head, self.starts.value(), self.minutes.value())
