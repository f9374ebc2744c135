"""From journal lines to what sounded when, by the true time, and where it was silent. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from broadcaster.asrun.model import Airing
from broadcaster.base.clock import parse_time
from broadcaster.base.frames import RATE
from broadcaster.forecast.model import Gap, Sound
from broadcaster.forecast.run import Played
from broadcaster.protocol.journal import Kind, Line
from broadcaster.protocol.rundown import PlannedSession

GAP_SECONDS = 2.0
"""A shorter silence between two items is none."""

Stretch = tuple[datetime, datetime]


def sounds_of(played: Played) -> list[Sound]:
    """One for each END that had sound; an interrupted airing has several."""
    found = []
    for line in played.lines:
        if line.kind is not Kind.END or not line.data.get("started_at") or not line.data.get("frames"):
            continue
        off = played.off(int(line.data.get("start_seq", line.seq)))
        begins = parse_time(str(line.data["started_at"])) - timedelta(seconds=off)
        found.append(Sound(str(line.data.get("zone", "")), str(line.data.get("day", "")),
                           str(line.data.get("session_id", "")), str(line.data["event_id"]), begins,
                           begins + timedelta(seconds=int(line.data["frames"]) / RATE), off))
    return sorted(found, key=lambda sound: (sound.starts_at, sound.zone))


def silences_of(lines: Iterable[Line]) -> list[Line]:
    """The player's own remarks that what sounds is silent."""
    return [line for line in lines if line.kind is Kind.SILENCE and line.data.get("state") == "begun"]


def gaps_of(session: PlannedSession, sounds: Sequence[Sound], rows: Sequence[Airing]) -> list[Gap]:
    """Silence from the planned start to the last sound, zone by zone."""
    gaps: list[Gap] = []
    for zone in dict.fromkeys(sound.zone for sound in sounds):
        reached = session.starts_at
        for begins, ends in merged([(each.starts_at, each.ends_at) for each in sounds if each.zone == zone]):
            if (begins - reached).total_seconds() > GAP_SECONDS:
                gaps.append(_gap(session, zone, (reached, begins), rows))
            reached = max(reached, ends)
    return gaps


def merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The same time, every stretch as long as it can be."""
    joined: list[Stretch] = []
    for begins, ends in sorted(stretches):
        if joined and begins <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(ends, joined[-1][1])
        else:
            joined.append((begins, ends))
    return joined


def _gap(session: PlannedSession, zone: str, silent: Stretch, rows: Sequence[Airing]) -> Gap:
    planned = merged((event.starts_at, event.starts_at + timedelta(seconds=event.cut.frames / RATE))
                     for event in session.events)
    sound = sum((max(timedelta(), min(ends, silent[1]) - max(begins, silent[0])) for begins, ends in planned),
                timedelta())
    reasons = [row.reason for row in rows if row.reason and parse_time(row.planned_start) < silent[1]
               and silent[0] < parse_time(row.planned_start) + timedelta(seconds=row.planned_frames / RATE)]
    return Gap(session.id, zone, *silent, planned=sound.total_seconds() <= GAP_SECONDS,
               reason=next(iter(reasons), ""))
