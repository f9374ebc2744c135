"""A station in good health for the check-up's tests, and a machine that ails of nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from broadcaster.base.clock import STATION_ZONE, VirtualClock, format_time
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, changed, load_settings, save_settings
from broadcaster.care.doctor.model import Examination
from broadcaster.care.doctor.probes import Memory, Probes
from broadcaster.care.doctor.service import CHECKS, examine
from broadcaster.care.doctor.sound_probe import Sink, Sound
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.journal import JournalWriter, Kind
from broadcaster.protocol.rundown import CutRef, PlannedSession, QuietHours, Rundown, RundownEvent, write_rundown
from broadcaster.protocol.seal import make_key

NOW = datetime(2026, 11, 21, 8, 0, tzinfo=STATION_ZONE)
CARD = "USB Audio"
SOUND = Sound(outputs=(CARD, "HDMI"), inputs=("Micrô",), default="usb", server=True,
              sinks=(Sink("usb", 0.9, False, CARD),), cards=True)
ELSEWHERE = {"autostart", "voice", "scans", "backup", "program", "running"}
"""Looks whose neighbours have tests of their own, or that need processes."""


def machine(**others: Any) -> Probes:
    """Everything as it should be, but for `others`."""
    well = Probes(sound=lambda: SOUND, free=lambda _: 50_000_000_000, memory=lambda: Memory(4 << 30, 2 << 30),
                  load=lambda: 0.2, utc_offset=lambda _: 7.0, sleeps=tuple, host=lambda: "máy-đài")
    return replace(well, **others)


def rundown(home: StationHome, key: bytes, *, empty: bool = False, sessions: int = 1) -> None:
    """Tomorrow's plan, with one approved item."""
    day = NOW.date() + timedelta(days=1)
    start = datetime(day.year, day.month, day.day, 5, 0, tzinfo=STATION_ZONE)
    approval = Approval("a1", "cart:c1", "", "ab" * 32, "Phó Chủ tịch", format_time(NOW))
    event = RundownEvent("e1", "tin", "Tin", CutRef("ab" * 32, 48_000), start, True,
                         start + timedelta(minutes=5), approval)
    planned = tuple(PlannedSession(f"s{number}", "Buổi sáng", start, start + timedelta(hours=1), (),
                                   () if empty else (event,)) for number in range(sessions))
    write_rundown(home, Rundown("", "Đài", day, 1, NOW, QuietHours("21:00", "04:30"), planned), key)


def healthy(home: StationHome, **settings: Any) -> StationHome:
    """Settings, key, a journal, tomorrow's plan."""
    save_settings(home, changed(changed(Settings(), "audio", device=CARD), "station", **settings)
                  if settings else changed(Settings(), "audio", device=CARD))
    key = make_key(home)
    writer = JournalWriter(home.asrun, lambda: NOW - timedelta(hours=3), durable=False)
    writer.write(Kind.BOOT, version="0", pid=1)
    writer.close()
    rundown(home, key)
    return home


def set_audio(home: StationHome, **values: Any) -> None:
    save_settings(home, changed(load_settings(home), "audio", **values))


def look(home: StationHome, probes: Probes | None = None, *names: str, now: datetime = NOW, deep: bool = False,
         shown: Callable[..., object] = lambda *_: None) -> Examination:
    """The checks named, or all that need no neighbour."""
    chosen = [check for check in CHECKS if (check.name in names if names else check.name not in ELSEWHERE)]
    assert len(chosen) == len(names) or not names
    return examine(home, VirtualClock(now), probes=probes or machine(), checks=chosen, deep=deep, shown=shown)


def codes(found: Examination) -> list[str]:
    return [finding.code.removeprefix("doctor.") for finding in found.findings]
