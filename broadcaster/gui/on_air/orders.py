"""What the emergency dialog orders, as words for the player. No widgets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from broadcaster.base.frames import clock_text, seconds
from broadcaster.base.paths import StationHome
from broadcaster.gui.i18n import number_text
from broadcaster.protocol.emergency import EmergencyMessage, messages_of
from broadcaster.protocol.rundown import QuietHours, Urgency

PRESETS: dict[str, tuple[int, int]] = {"once": (0, 0), "half_hour": (30, 360), "two_hours": (120, 1440)}
"""Name → minutes from round to round, minutes in all."""


@dataclass(frozen=True)
class Prepared:
    """One message on the shelf; `problem` says why it cannot be aired now."""

    message: EmergencyMessage
    problem: str = ""


def prepared(home: StationHome, key: bytes, now: datetime) -> list[Prepared]:
    """What lies on the shelf: files alone, so that it works with the database broken."""
    return [Prepared(message, _problem(home, key, message, now)) for message in messages_of(home, key)]


def schedule_words(message: EmergencyMessage) -> str:
    """How it is played unless the order says otherwise, with its length."""
    translate = QCoreApplication.translate
    parts = [clock_text(seconds(message.cut.frames))]
    if message.urgency is Urgency.PRIORITY:
        parts.append(translate("BreakIn", "priority, never in quiet hours"))
    if message.repeats > 1:
        parts.append(translate("BreakIn", "read {count} times").format(count=message.repeats))
    hours = message.for_minutes / 60
    if message.every_minutes:
        parts.append(translate("BreakIn", "every {minutes} min for {hours} h").format(
            minutes=message.every_minutes, hours=number_text(hours, 0 if hours.is_integer() else 1)))
    return " · ".join(parts)


def preset_of(message: EmergencyMessage) -> str:
    """The preset that is the message's own habit; empty when it is another."""
    return next((name for name, times in PRESETS.items()
                 if times == (message.every_minutes, message.for_minutes)), "")


def rounds(start: datetime, every_minutes: int, for_minutes: int) -> Iterator[datetime]:
    """When it is read: now, and again until the time is over."""
    yield start
    if every_minutes > 0:
        for number in range(1, for_minutes // every_minutes + 1):
            yield start + timedelta(minutes=every_minutes * number)


def falls_into_quiet(start: datetime, every_minutes: int, for_minutes: int, quiet: QuietHours,
                     lasting: float = 0.0) -> bool:
    """Whether any round would begin, or (`lasting` seconds later) end, in quiet hours."""
    length = timedelta(seconds=lasting)
    return any(quiet.covers(moment) or quiet.covers(moment + length)
               for moment in rounds(start, every_minutes, for_minutes))


def length_of(message: EmergencyMessage, repeats: int) -> float:
    """Seconds of one round."""
    return seconds((message.chime.frames if message.chime else 0) + message.cut.frames * repeats)


def _problem(home: StationHome, key: bytes, message: EmergencyMessage, now: datetime) -> str:
    translate = QCoreApplication.translate
    if not home.audio(message.cut.sha256).is_file():
        return translate("BreakIn", "its sound file is missing: prepare it again in the library")
    if not message.approval.holds(message.cut.sha256, now.date().isoformat(), key):
        return translate("BreakIn", "its approval is over: have it approved and prepare it again")
    return ""
