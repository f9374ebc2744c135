"""When sessions are held on one day: absolute times, no overlap, never in quiet hours. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from broadcaster.base.clock import at
from broadcaster.protocol.rundown import PlannedSession, QuietHours
from broadcaster.schedule.model import ALL, PlanWarning, RuleProfile, SessionTemplate, zones_meet


@dataclass(frozen=True)
class Sitting:
    """One template on one day."""

    template: SessionTemplate
    id: str
    """<day>/<template>: one name for one session, also past midnight."""
    starts_at: datetime
    hard_end: datetime

    @property
    def seconds(self) -> float:
        return (self.hard_end - self.starts_at).total_seconds()


def sitting_of(template: SessionTemplate, day: date) -> Sitting:
    """The template's absolute times on `day`; it may end after midnight."""
    clock = template.starts
    starts_at = at(day, clock.hour * 3600 + clock.minute * 60 + clock.second)
    hard_end = starts_at + timedelta(minutes=template.minutes)
    return Sitting(template, f"{day.isoformat()}/{template.id}", starts_at, hard_end)


def in_quiet(quiet: QuietHours, starts_at: datetime, ends_at: datetime) -> bool:
    """Whether any part of the half-open stretch lies in quiet hours."""
    if quiet.start == quiet.end:
        return False
    if quiet.covers(starts_at) or quiet.covers(ends_at - timedelta(milliseconds=1)):
        return True
    begin = time.fromisoformat(quiet.start)
    days = (ends_at.date() - starts_at.date()).days + 1
    moments = (at(starts_at.date() + timedelta(days=n), begin.hour * 3600 + begin.minute * 60) for n in range(days))
    return any(starts_at <= moment < ends_at for moment in moments)


def sittings_of(day: date, templates: Sequence[SessionTemplate], quiet: QuietHours,
                locked: Sequence[PlannedSession] = ()) -> tuple[list[Sitting], list[PlanWarning]]:
    """The sessions of `day` that may still be planned, in order, and why others may not.

    A session gives way to the one after it, because a start is a promise; only sessions that already run do not.
    Sessions on different zones are nothing to each other (R27).
    """
    held = [sitting_of(item, day) for item in templates if str(day.isoweekday()) in item.weekdays]
    taken = {session.id for session in locked}
    warnings: list[PlanWarning] = []
    kept: list[Sitting] = []
    for sitting in sorted(held, key=lambda item: (item.starts_at, item.id)):
        if sitting.id in taken:
            continue
        if in_quiet(quiet, sitting.starts_at, sitting.hard_end):
            warnings.append(PlanWarning("quiet_hours", sitting.id, {
                "name": sitting.template.name, "quiet_from": quiet.start, "quiet_to": quiet.end}))
        elif _hits(sitting, locked) or any(other.starts_at == sitting.starts_at and _meet(other, sitting)
                                           for other in kept):
            warnings.append(PlanWarning("session_overlap", sitting.id, {"name": sitting.template.name}))
        else:
            kept.append(sitting)
    return _give_way(day, kept, locked, templates, warnings), warnings


def frame_warnings(day: date, templates: Sequence[SessionTemplate], profile: RuleProfile) -> list[PlanWarning]:
    """Where the day's sessions go beyond the rule profile; a warning only, because directives may ask for more."""
    held = [item for item in templates if str(day.isoweekday()) in item.weekdays]
    found = [PlanWarning("session_long", f"{day.isoformat()}/{item.id}",
                         {"name": item.name, "minutes": item.minutes, "limit": profile.session_minutes})
             for item in held if item.minutes > profile.session_minutes]
    zones = {zone for item in held for zone in item.zones if zone != ALL} or {ALL}
    most = max(sum(zones_meet(item.zones, {zone}) for item in held) for zone in zones)
    if most > profile.sessions_a_day:
        found.append(PlanWarning("sessions_many", "", {"count": most, "limit": profile.sessions_a_day}))
    if held and str(day.isoweekday()) not in profile.weekdays:
        found.append(PlanWarning("weekday", "", {"weekday": day.isoweekday(), "allowed": profile.weekdays}))
    return found


def zone_warnings(sittings: Sequence[Sitting], zones: Collection[str]) -> list[PlanWarning]:
    """Sessions for a zone the station does not have: nobody would hear them there."""
    return [PlanWarning("zone_unknown", item.id, {"name": item.template.name, "zone": zone})
            for item in sittings for zone in item.template.zones if zones and zone != ALL and zone not in zones]


def _hits(sitting: Sitting, locked: Sequence[PlannedSession]) -> bool:
    return any(session.starts_at <= sitting.starts_at < session.hard_end
               and zones_meet(session.zones, sitting.template.zones) for session in locked)


def _meet(one: Sitting, other: Sitting) -> bool:
    return zones_meet(one.template.zones, other.template.zones)


def _give_way(day: date, kept: list[Sitting], locked: Sequence[PlannedSession], templates: Sequence[SessionTemplate],
              warnings: list[PlanWarning]) -> list[Sitting]:
    tomorrow = day + timedelta(days=1)
    starts = [(sitting.starts_at, sitting.template.zones) for sitting in kept]
    starts += [(session.starts_at, session.zones) for session in locked]
    starts += [(sitting_of(item, tomorrow).starts_at, item.zones) for item in templates
               if str(tomorrow.isoweekday()) in item.weekdays]
    result = []
    for sitting in kept:
        next_start = min((moment for moment, zones in starts if moment > sitting.starts_at
                          and zones_meet(zones, sitting.template.zones)), default=sitting.hard_end)
        if next_start < sitting.hard_end:
            warnings.append(PlanWarning("session_shortened", sitting.id, {
                "name": sitting.template.name, "seconds": (sitting.hard_end - next_start).total_seconds()}))
            sitting = replace(sitting, hard_end=next_start)
        result.append(sitting)
    return result
