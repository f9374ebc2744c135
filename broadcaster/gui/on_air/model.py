"""What the on-air page says: from measured status to words. No widgets."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from broadcaster.accounts.model import Person
from broadcaster.base.clock import parse_time
from broadcaster.base.settings import Settings, StationSection
from broadcaster.gui.devices import device_words
from broadcaster.gui.errors import reason_text
from broadcaster.gui.first_run.model import READY, RULES, SESSIONS, SOUND, VOICE, next_open
from broadcaster.gui.i18n import day_text
from broadcaster.protocol.messages import SILENT_DB, Alarm, Status
from broadcaster.protocol.rundown import QuietHours

HEARD_DB = -60.0
"""Below this nothing can be heard at the loudspeakers."""
SILENT_AFTER_S = 4.0
"""Pauses in speech and the silence before the first item are shorter."""

LIVE_SILENT_AFTER_S = 12.0

STARTING_S = 20.0
"""An old computer needs so long until the player answers; only then is its absence bad news."""

ALARMS_SHOWN = 3


@dataclass(frozen=True)
class FirstStep:
    """One thing a new station needs; `page` is where it is done: a page, or "first_run:STEP" for one of the set-up."""

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


class Ears:
    """Remembers when each zone was last heard, so that the lamp believes the meter and not the plan."""

    def __init__(self) -> None:
        self._last: dict[str, float] = {}

    def hear(self, status: Status, now: float) -> None:
        """`now`: monotonic seconds."""
        for name, sounding, peak in _outputs(status):
            if not sounding or peak > HEARD_DB or name not in self._last:
                self._last[name] = now

    def silent_for(self, status: Status | None, now: float) -> float:
        """Seconds since the loudest zone that should sound was heard."""
        silent = [now - self._last.get(name, now) for name, sounding, _ in _outputs(status) if sounding]
        return min(silent, default=0.0)

    def mute(self, status: Status | None, now: float) -> list[str]:
        """Zones that should sound and do not, or have lost their output."""
        if status is None:
            return []
        patience = patience_of(status)
        lost = {zone.name for zone in status.zones if zone.state == "no_device"}
        return [name for name, sounding, _ in _outputs(status)
                if name in lost or (sounding and now - self._last.get(name, now) > patience)]


def _outputs(status: Status | None) -> list[tuple[str, bool, float]]:
    """Zone, whether it should sound, its peak."""
    if status is None:
        return []
    if not status.zones:
        return [("", status.on_air is not None, max(status.peak_db, default=SILENT_DB))]
    return [(zone.name, zone.on_air is not None, max(zone.peak_db, default=SILENT_DB)) for zone in status.zones]


def patience_of(status: Status) -> float:
    """How long it may be silent: a person at a microphone thinks, a relay has its own fallback after ten seconds."""
    speaking = status.insert is not None and status.insert.kind in {"live", "relay"}
    return LIVE_SILENT_AFTER_S if speaking else SILENT_AFTER_S


def lamp(status: Status | None, silent_for: float, quiet: QuietHours, now: datetime,
         starting: bool = False, mute: Sequence[str] = ()) -> Lamp:
    """From what was measured, not from what was planned. `mute`: the zones that should sound and do not."""
    translate = QCoreApplication.translate
    if status is None and starting:
        return Lamp(translate("OnAir", "STARTING"), "calm")
    if status is None:
        return Lamp(translate("OnAir", "NOT RUNNING"), "bad")
    if no_output(status):
        return Lamp(translate("OnAir", "NO SOUND DEVICE"), "bad")
    if status.state == "stopped":
        return Lamp(translate("OnAir", "STOPPED BY HAND"), "warn")
    if status.on_air is not None:
        return _sounding_lamp(status, silent_for, mute)
    if quiet.covers(now):
        return Lamp(translate("OnAir", "QUIET HOURS UNTIL {time}").format(time=quiet.end), "calm")
    return Lamp(translate("OnAir", "RESTING"), "calm")


def _sounding_lamp(status: Status, silent_for: float, mute: Sequence[str]) -> Lamp:
    translate = QCoreApplication.translate
    if silent_for > patience_of(status):
        return Lamp(translate("OnAir", "ON AIR, BUT SILENT"), "warn")
    if mute and len(status.zones) > 1:
        return Lamp(translate("OnAir", "ON AIR, {count} OF {all} ZONES SILENT").format(
            count=len(mute), all=len(status.zones)), "warn")
    insert = status.insert
    if insert is not None and insert.state == "on_air":
        words = {"break_in": translate("OnAir", "EMERGENCY ON AIR"), "live": translate("OnAir", "LIVE ON AIR"),
                 "relay": translate("OnAir", "RELAY ON AIR")}
        return Lamp(words.get(insert.kind, translate("OnAir", "ON AIR")), "live")
    return Lamp(translate("OnAir", "ON AIR"), "live")


def no_output(status: Status) -> bool:
    """Not one zone can be heard."""
    if status.zones:
        return all(zone.state == "no_device" for zone in status.zones)
    return status.state == "no_device" or not status.device_ok


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


def ends_at(status: Status | None, now: datetime) -> datetime | None:
    """When what sounds is over, by what is left of it."""
    left = seconds_left(status, now)
    return now + timedelta(seconds=left) if status and status.on_air and left is not None else None


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


def alarm_lines(alarms: Sequence[Alarm], *, whole: bool = False) -> list[str]:
    """A sentence each; only the first few of them unless `whole`."""
    translate = QCoreApplication.translate
    shown = alarms if whole else alarms[:ALARMS_SHOWN]
    line = translate("OnAir", "{time}: {what}")
    lines = [line.format(time=f"{parse_time(alarm.since):%H:%M}", what=alarm_words(alarm)) for alarm in shown]
    if len(alarms) > len(shown):
        lines.append(translate("OnAir", "and {count} more").format(count=len(alarms) - len(shown)))
    return lines


def alarm_words(alarm: Alarm) -> str:
    """The sentence of one alarm; where a station has several zones, which it is about."""
    text = reason_text(f"alarm.{alarm.code}", **_facts(alarm))
    zone = str(alarm.facts.get("zone", ""))
    return QCoreApplication.translate("OnAir", "[{zone}] {what}").format(zone=zone, what=text) if zone else text


def first_steps(settings: Settings, people: Sequence[Person], letters: int, campaigns: int,
                set_up: Collection[str] = ()) -> list[FirstStep]:
    """What is left to do at a new station; empty once anything is scheduled."""
    if campaigns:
        return []
    translate = QCoreApplication.translate
    hours_at = next_open(set_up, (SOUND, VOICE, RULES, SESSIONS))
    station, plain = settings.station, StationSection()
    named = (station.name, station.commune) != (plain.name, plain.commune)
    writers = [person for person in people if person.may_write]
    signed = any(person.may_approve for person in people) and (len(writers) > 1 or settings.approval.single_person)
    return [
        FirstStep(translate("OnAir", "Name of the station"),
                  translate("OnAir", "Commune, province, and whom reports go to"),
                  translate("OnAir", "Write the names"), "first_run:station", named),
        FirstStep(translate("OnAir", "People"),
                  translate("OnAir", "One who writes and another who approves, each with a PIN"),
                  translate("OnAir", "Enter people"), "first_run:people" if not people else "people", signed),
        FirstStep(translate("OnAir", "Loudspeakers, voice and sessions"),
                  translate("OnAir", "Try the sound, choose a voice, the quiet hours and when the station sounds"),
                  translate("OnAir", "Try and choose"), f"first_run:{hours_at}", hours_at == READY),
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
