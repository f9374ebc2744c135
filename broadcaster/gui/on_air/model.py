"""What the on-air page says: from measured status to words. No widgets."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from broadcaster.accounts.model import Person
from broadcaster.asrun.model import Airing, Outcome
from broadcaster.base.clock import parse_time
from broadcaster.base.frames import clock_text, seconds
from broadcaster.base.settings import Settings, StationSection
from broadcaster.gui.devices import device_words
from broadcaster.gui.errors import reason_text
from broadcaster.gui.i18n import day_text
from broadcaster.gui.widgets.day_strip import DAY_SECONDS, Block
from broadcaster.protocol.messages import Alarm, Status
from broadcaster.protocol.rundown import QuietHours, Rundown

HEARD_DB = -60.0
"""Below this nothing can be heard at the loudspeakers."""
SILENT_AFTER_S = 4.0
"""Pauses in speech and the silence before the first item are shorter."""

STARTING_S = 20.0
"""An old computer needs so long until the player answers; only then is its absence bad news."""

OUTCOME_TONES = {Outcome.AIRED: "good", Outcome.MADE_UP: "good", Outcome.UNSCHEDULED: "info", Outcome.PARTIAL: "wait",
                 Outcome.MISSED: "bad", Outcome.PENDING: "plain"}


ALARMS_SHOWN = 3


@dataclass(frozen=True)
class FirstStep:
    """One thing a new station needs; `page` is where it is done."""

    title: str
    note: str
    action: str
    page: str
    done: bool


@dataclass(frozen=True)
class Lamp:
    """The large sign: words, and how loud they are."""

    words: str
    look: str
    """live (red), warn (amber), bad (dark red), calm (grey)."""


def lamp(status: Status | None, silent_for: float, quiet: QuietHours, now: datetime,
         starting: bool = False) -> Lamp:
    """From what was measured, not from what was planned."""
    translate = QCoreApplication.translate
    if status is None and starting:
        return Lamp(translate("OnAir", "STARTING"), "calm")
    if status is None:
        return Lamp(translate("OnAir", "NOT RUNNING"), "bad")
    if status.state == "no_device" or not status.device_ok:
        return Lamp(translate("OnAir", "NO SOUND DEVICE"), "bad")
    if status.state == "stopped":
        return Lamp(translate("OnAir", "STOPPED BY HAND"), "warn")
    if status.on_air is not None:
        if silent_for > SILENT_AFTER_S:
            return Lamp(translate("OnAir", "ON AIR, BUT SILENT"), "warn")
        return Lamp(translate("OnAir", "ON AIR"), "live")
    if quiet.covers(now):
        return Lamp(translate("OnAir", "QUIET HOURS UNTIL {time}").format(time=quiet.end), "calm")
    return Lamp(translate("OnAir", "RESTING"), "calm")


def headline(status: Status | None, now: datetime, starting: bool = False) -> tuple[str, str]:
    """Title and the line under it: what sounds, or what comes next."""
    translate = QCoreApplication.translate
    if status is None and starting:
        return translate("OnAir", "The playing process is being started"), ""
    if status is None:
        return (translate("OnAir", "The playing process is not running; it is being started again"),
                translate("OnAir", "It goes on at the right place by itself. If this stays for more than a minute, "
                                   "restart the computer."))
    if status.on_air:
        return status.on_air.title, status.on_air.session
    if status.upcoming:
        first = status.upcoming[0]
        start = parse_time(first.starts_at)
        words = translate("OnAir", "Next: {title}").format(title=first.title)
        if start.date() == now.date():
            return words, translate("OnAir", "{session} at {time}").format(session=first.session,
                                                                           time=f"{start:%H:%M}")
        return words, translate("OnAir", "{session} at {time} on {day}").format(
            session=first.session, time=f"{start:%H:%M}", day=day_text(start.date()))
    return translate("OnAir", "Nothing is planned for the rest of today"), ""


def start_text(starts_at: str, now: datetime) -> str:
    """05:17:42 today, 22/11 05:17 on another day."""
    start = parse_time(starts_at)
    return f"{start:%H:%M:%S}" if start.date() == now.date() else f"{start:%d/%m %H:%M}"


def zones_text(zones: Sequence[str], clusters: int) -> str:
    """Cụm loa: toàn xã (24 cụm)."""
    translate = QCoreApplication.translate
    if not zones or "all" in zones:
        if clusters:
            return translate("OnAir", "All loudspeakers ({count} clusters)").format(count=clusters)
        return translate("OnAir", "All loudspeakers")
    return translate("OnAir", "Loudspeakers: {names}").format(names=", ".join(zones))


def seconds_left(status: Status | None, now: datetime) -> float | None:
    """To the end of what sounds, or to the start of what comes next."""
    if status is None or status.state == "stopped":
        return None
    if status.on_air:
        return max(0.0, status.on_air.duration_seconds - status.on_air.position_seconds)
    if status.upcoming:
        return max(0.0, (parse_time(status.upcoming[0].starts_at) - now).total_seconds())
    return None


def progress(status: Status | None) -> float:
    """0…1 of the item that sounds."""
    if status is None or status.on_air is None or status.on_air.duration_seconds <= 0:
        return 0.0
    return min(1.0, max(0.0, status.on_air.position_seconds / status.on_air.duration_seconds))


def most_urgent(alarms: Sequence[Alarm], loud: Collection[str]) -> list[Alarm]:
    """What needs a person at once comes first; the rest by age."""
    return sorted(alarms, key=lambda alarm: (alarm.code not in loud, alarm.since))


def alarm_lines(alarms: Sequence[Alarm]) -> list[str]:
    """A sentence each, the first few of them."""
    translate = QCoreApplication.translate
    lines = [translate("OnAir", "{time}: {what}").format(time=f"{parse_time(alarm.since):%H:%M}",
                                                         what=reason_text(f"alarm.{alarm.code}", **_facts(alarm)))
             for alarm in alarms[:ALARMS_SHOWN]]
    if len(alarms) > ALARMS_SHOWN:
        lines.append(translate("OnAir", "and {count} more").format(count=len(alarms) - ALARMS_SHOWN))
    return lines


def first_steps(settings: Settings, people: Sequence[Person], letters: int, campaigns: int) -> list[FirstStep]:
    """What is left to do at a new station; empty once anything is scheduled."""
    if campaigns:
        return []
    translate = QCoreApplication.translate
    station, plain = settings.station, StationSection()
    named = (station.name, station.commune) != (plain.name, plain.commune)
    writers = [person for person in people if person.may_write]
    signed = any(person.may_approve for person in people) and (len(writers) > 1 or settings.approval.single_person)
    return [
        FirstStep(translate("OnAir", "Name of the station"),
                  translate("OnAir", "Commune, province, and whom reports go to"),
                  translate("OnAir", "Open Settings"), "settings", named),
        FirstStep(translate("OnAir", "People"),
                  translate("OnAir", "One who writes and another who approves, each with a PIN"),
                  translate("OnAir", "Enter people"), "settings", signed),
        FirstStep(translate("OnAir", "First directive letter"),
                  translate("OnAir", "A .docx, .pdf or .txt file as it arrived from above"),
                  translate("OnAir", "Add a letter"), "directives", letters > 0),
        FirstStep(translate("OnAir", "Bulletin and schedule"),
                  translate("OnAir", "Voice the bulletin, have it approved, choose how often it airs"),
                  translate("OnAir", "Open Bulletins"), "bulletins", False)]


def demo_people(note: Path) -> str:
    """Who may sign at a sample station, and how: "Cán bộ truyền thanh (PIN 1111), …"; empty at a real one."""
    try:
        lines = note.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return ""
    pairs = [line.rpartition(":") for line in lines if ":" in line]
    return ", ".join(f"{name.strip()} – {pin.strip()}" for name, _, pin in pairs)


def day_blocks(rundown: Rundown | None, airings: Sequence[Airing]) -> tuple[list[Block], list[tuple[float, float]]]:
    """Every planned item of the day and what became of it; the sessions' windows."""
    sessions = [(_of_day(item.starts_at), _end_of_day(item.starts_at, item.hard_end))
                for item in rundown.sessions] if rundown else []
    blocks = []
    for airing in airings:
        start = parse_time(airing.started_at or airing.planned_start)
        length = seconds(airing.aired_frames or airing.planned_frames)
        tip = f"{start:%H:%M} {airing.title} – {outcome_text(airing.outcome)}"
        blocks.append(Block(_of_day(start), min(DAY_SECONDS, _of_day(start) + length),
                            OUTCOME_TONES.get(airing.outcome, "plain"), tip))
    if not airings and rundown:
        for session in rundown.sessions:
            for event in session.events:
                start_s = _of_day(event.starts_at)
                blocks.append(Block(start_s, start_s + seconds(event.cut.frames), "plain",
                                    f"{event.starts_at:%H:%M} {event.title} ({clock_text(seconds(event.cut.frames))})"))
    return blocks, sessions


def outcome_text(outcome: Outcome) -> str:
    """One or two words."""
    translate = QCoreApplication.translate
    return {
        Outcome.AIRED: translate("OnAir", "aired"), Outcome.PARTIAL: translate("OnAir", "aired in part"),
        Outcome.MISSED: translate("OnAir", "not aired"), Outcome.MADE_UP: translate("OnAir", "made up later"),
        Outcome.UNSCHEDULED: translate("OnAir", "unscheduled"), Outcome.PENDING: translate("OnAir", "to come"),
    }[outcome]


def valid_quiet(start: str, end: str) -> QuietHours:
    """The settings' quiet hours, in two-digit form."""
    return QuietHours(f"{time.fromisoformat(start):%H:%M}", f"{time.fromisoformat(end):%H:%M}")


def _facts(alarm: Alarm) -> dict[str, object]:
    if "device" in alarm.facts:
        name = str(alarm.facts["device"])
        words = device_words(name)
        # Within a sentence; a device's own name stays as it is.
        return {**alarm.facts, "device": words if words == name else words[:1].lower() + words[1:]}
    return alarm.facts


def _of_day(moment: datetime) -> float:
    return moment.hour * 3600 + moment.minute * 60 + moment.second


def _end_of_day(start: datetime, end: datetime) -> float:
    return min(DAY_SECONDS, _of_day(start) + (end - start).total_seconds())
