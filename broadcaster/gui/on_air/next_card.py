"""What comes next, and how the session that sounds will end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from broadcaster.base.clock import Clock
from broadcaster.base.frames import clock_text
from broadcaster.gui.on_air.model import start_text
from broadcaster.gui.on_air.session_end import end_words, fit_words, session_end
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.layout import Card, ElidedLabel, caption_label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import Table
from broadcaster.protocol.messages import Status
from broadcaster.protocol.rundown import Rundown


class NextCard(Card):
    """Fed ten times a second; touches only what changed."""

    def __init__(self, clock: Clock, open_schedule: Callable[[], object]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Next"))
        self.table = Table("on_air.next", [
            Column(self.tr("Time"), lambda item: start_text(item.starts_at, clock.now()), 124, digits=True),
            Column(self.tr("Item"), lambda item: item.title, 0),
            Column(self.tr("Session"), lambda item: item.session, 150),
            Column(self.tr("Length"), lambda item: clock_text(item.duration_seconds), 110, digits=True),
        ])
        self.table.set_empty("calendar-clock", self.tr("Nothing more is planned for today."),
                             self.tr("Open the schedule"), open_schedule)
        self.table.setMinimumHeight(130)
        self.end, self.fit = ElidedLabel("", "soft"), Badge()
        head = row(caption_label(self.tr("Next")), self.end, self.fit, spacing=16)
        head.setStretch(1, 1)
        self.add(head)
        self.add(self.table, stretch=1)
        self._shown: object = None
        self._rundown: Rundown | None = None
        self._said: object = None

    def show_day(self, rundown: Rundown | None) -> None:
        """The plan of today, as it was last read."""
        self._rundown = rundown

    def show_next(self, status: Status | None, now: datetime) -> None:
        """What the player says comes next."""
        upcoming = status.upcoming if status else ()
        if upcoming != self._shown:
            self._shown = upcoming
            self.table.show_rows(upcoming, lambda item: item.event_id)
        end = session_end(self._rundown, status, now)
        said = (end_words(end), *fit_words(end)) if end else ("", "", "plain")
        if said != self._said:
            self._said = said
            self.end.set_text(said[0])
            self.fit.show_state(said[1], said[2])
