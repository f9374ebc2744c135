"""How the session that sounds will end: on time, early, or past the moment where it is cut off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from broadcaster.base.frames import seconds
from broadcaster.gui.on_air.model import ends_at
from broadcaster.protocol.messages import Status
from broadcaster.protocol.rundown import PlannedSession, Rundown

_SLACK_S = 30
"""Closer to its end than this a session is on time."""


@dataclass(frozen=True)
class SessionEnd:
    """`ends` is when the last item would be over; nothing sounds after `hard_end`."""

    left: int
    ends: datetime
    hard_end: datetime

    @property
    def over_seconds(self) -> float:
        """Positive: so much of it will be cut off. Negative: so long nothing sounds."""
        return (self.ends - self.hard_end).total_seconds()


def session_end(rundown: Rundown | None, status: Status | None, now: datetime) -> SessionEnd | None:
    """None while nothing of a planned session sounds."""
    end = ends_at(status, now)
    if rundown is None or status is None or status.on_air is None or end is None:
        return None
    for session in rundown.sessions:
        for place, event in enumerate(session.events):
            if event.id == status.on_air.event_id:
                return _rest(session, place, end)
    return None


def _rest(session: PlannedSession, place: int, end: datetime) -> SessionEnd:
    rest = session.events[place + 1:]
    for event in rest:
        begins = max(end, event.starts_at) if event.hard else end
        end = begins + timedelta(seconds=seconds(event.cut.frames))
    return SessionEnd(len(rest), end, session.hard_end)


def end_words(end: SessionEnd) -> str:
    """How many items are left and when the last is over."""
    translate = QCoreApplication.translate
    if not end.left:
        return translate("OnAir", "last item, session ends {time}").format(time=f"{end.ends:%H:%M:%S}")
    return translate("OnAir", "items left: {count}, session ends {time}").format(
        count=end.left, time=f"{end.ends:%H:%M:%S}")


def fit_words(end: SessionEnd) -> tuple[str, str]:
    """Words and tone of what the session has too much or too little."""
    translate = QCoreApplication.translate
    minutes = max(1, round(abs(end.over_seconds) / 60))
    if end.over_seconds > _SLACK_S:
        return translate("OnAir", "{minutes} min too long, cut off at {time}").format(
            minutes=minutes, time=f"{end.hard_end:%H:%M}"), "wait"
    if end.over_seconds < -_SLACK_S:
        return translate("OnAir", "{minutes} min free until {time}").format(
            minutes=minutes, time=f"{end.hard_end:%H:%M}"), "plain"
    return translate("OnAir", "just in time"), "good"
