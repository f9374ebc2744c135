"""When sessions are held on one day: absolute times, no overlap, never in quiet hours. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from broadcaster.base.clock import at
from broadcaster.protocol.rundown import PlannedSession, QuietHours
from broadcaster.schedule.model import ALL, PlanWarning, RelaySource, SessionTemplate, zones_meet
from broadcaster.schedule.plan.given import DayFrame


@dataclass(frozen=True)
class Block:
    """A stretch of a sitting that belongs to another station."""

    source: RelaySource
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Sitting:
    """One template on one day."""

    template: SessionTemplate
    id: str
    """<day>/<template>: one name for one session, also past midnight."""
    starts_at: datetime
    hard_end: datetime
    blocks: tuple[Block, ...] = ()
    """In order, none overlaps another."""

    @property
    def seconds(self) -> float:
        return (self.hard_end - self.starts_at).total_seconds()

    def stretches(self) -> list[tuple[datetime, datetime]]:
        """What is left for own items: before the first block, between two, after the last; some may be empty."""
        edges = [self.starts_at, *(moment for block in self.blocks for moment in (block.starts_at, block.ends_at)),
                 self.hard_end]
        return list(zip(edges[::2], edges[1::2], strict=True))


def sitting_of(template: SessionTemplate, day: date) -> Sitting:
    """The template's absolute times on `day`; it may end after midnight."""
    starts_at = at(day, _seconds(template.starts))
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


def sittings_of(frame: DayFrame, tomorrow: DayFrame, quiet: QuietHours,
                locked: Sequence[PlannedSession] = (),
                night: Sequence[PlannedSession] = ()) -> tuple[list[Sitting], list[PlanWarning]]:
    """The sessions of a day that may still be planned, in order, and why others may not.

    A session gives way to the one after it, because a start is a promise; only sessions that already run do not.
    Sessions on different zones are nothing to each other (R27). What goes beyond the rule profile is cut to it.
    """
    taken = {session.id for session in locked}
    meant = [sitting_of(item, frame.day) for item in frame.templates]
    meant = sorted((item for item in meant if item.id not in taken), key=lambda item: (item.starts_at, item.id))
    # As it was meant, not as the profile cuts it: who plans into the night has made a mistake.
    at_night = [item for item in meant if in_quiet(quiet, item.starts_at, item.hard_end)]
    warnings = [PlanWarning("quiet_hours", item.id, {
        "name": item.template.name, "quiet_from": quiet.start, "quiet_to": quiet.end}) for item in at_night]
    kept: list[Sitting] = []
    for sitting in _by_profile([item for item in meant if item not in at_night], frame, locked, warnings):
        if _hits(sitting, [*locked, *night]) or any(other.starts_at == sitting.starts_at and _meet(other, sitting)
                                         for other in kept):
            warnings.append(PlanWarning("session_overlap", sitting.id, {"name": sitting.template.name}))
        else:
            kept.append(sitting)
    return _give_way(kept, locked, tomorrow, warnings), warnings


def _by_profile(meant: Sequence[Sitting], frame: DayFrame, locked: Sequence[PlannedSession],
                warnings: list[PlanWarning]) -> list[Sitting]:
    """Not on other weekdays, not longer and not more often than allowed, unless somebody said why (R6)."""
    weekday = frame.day.isoweekday()
    allowed = [item for item in meant if str(weekday) in frame.profile.weekdays or frame.free_weekday
               or frame.allowed("weekday", item.template.id) is not None]
    if len(allowed) < len(meant):
        warnings.append(PlanWarning("weekday", "", {"weekday": weekday, "allowed": frame.profile.weekdays}))
    most = max(frame.profile.sessions_a_day, frame.allowed("sessions_many", "") or 0)
    kept: list[Sitting] = []
    for sitting in allowed:
        held = [*(other.template.zones for other in kept), *(session.zones for session in locked)]
        if _heard_at_once(sitting.template.zones, held) < most:
            kept.append(sitting)
        else:
            warnings.append(PlanWarning("sessions_many", sitting.id, {
                "name": sitting.template.name, "count": len(allowed) + len(locked), "limit": most}))
    return [_within(item, frame, warnings) for item in kept]


def _heard_at_once(zones: Sequence[str], held: Sequence[Sequence[str]]) -> int:
    """How many of the sessions `held` the listener of one of `zones` hears at most: side by side they are one each."""
    named = {zone for of in held for zone in of if zone != ALL}
    places = {zone for zone in zones if zone != ALL} or named or {ALL}
    return max(sum(zones_meet(of, {place}) for of in held) for place in places)


def _within(sitting: Sitting, frame: DayFrame, warnings: list[PlanWarning]) -> Sitting:
    minutes = sitting.template.minutes
    limit = max(frame.profile.session_minutes, frame.allowed("session_long", sitting.template.id) or 0)
    if minutes <= limit:
        return sitting
    warnings.append(PlanWarning("session_long", sitting.id, {
        "name": sitting.template.name, "minutes": minutes, "limit": limit}))
    return replace(sitting, hard_end=sitting.starts_at + timedelta(minutes=limit))


def zone_warnings(sittings: Sequence[Sitting], zones: Collection[str]) -> list[PlanWarning]:
    """Sessions for a zone the station does not have: nobody would hear them there."""
    return [PlanWarning("zone_unknown", item.id, {"name": item.template.name, "zone": zone})
            for item in sittings for zone in item.template.zones if zones and zone != ALL and zone not in zones]


def with_blocks(sitting: Sitting, sources: Mapping[str, RelaySource], key: bytes,
                warnings: list[PlanWarning]) -> Sitting:
    """The sitting with its relays: those inside it, approved for the day, none over another."""
    blocks: list[Block] = []
    for slot in sorted(sitting.template.relays, key=lambda item: _after(sitting, item.starts)):
        facts: dict[str, object] = {"name": sitting.template.name, "source": slot.source,
                                    "starts": f"{slot.starts:%H:%M}"}
        source, starts_at = sources.get(slot.source), _after(sitting, slot.starts)
        ends_at = starts_at + timedelta(minutes=slot.minutes)
        limit = sitting.hard_end
        if source is None:
            warnings.append(PlanWarning("relay_unknown", sitting.id, facts))
            continue
        facts["source"] = source.name
        day = starts_at.date().isoformat()
        if source.approval is None or source.approval.subject != f"relay:{source.id}" \
                or not source.approval.holds(source.relay.digest(), day, key):
            warnings.append(PlanWarning("relay_not_approved", sitting.id, facts))
        elif starts_at >= limit or (blocks and starts_at < blocks[-1].ends_at):
            warnings.append(PlanWarning("relay_outside", sitting.id, facts))
        else:
            if ends_at > limit:
                seconds = (ends_at - limit).total_seconds()
                warnings.append(PlanWarning("relay_cut_short", sitting.id, {**facts, "seconds": seconds}))
            blocks.append(Block(source, starts_at, min(ends_at, limit)))
    return replace(sitting, blocks=tuple(blocks))


def _after(sitting: Sitting, clock: time) -> datetime:
    """The first such time of day from the sitting's start on."""
    day = sitting.starts_at.date()
    moment = at(day, _seconds(clock))
    return moment if moment >= sitting.starts_at else at(day + timedelta(days=1), _seconds(clock))


def _seconds(clock: time) -> int:
    return clock.hour * 3600 + clock.minute * 60 + clock.second


def _hits(sitting: Sitting, locked: Sequence[PlannedSession]) -> bool:
    return any(session.starts_at <= sitting.starts_at < session.hard_end
               and zones_meet(session.zones, sitting.template.zones) for session in locked)


def _meet(one: Sitting, other: Sitting) -> bool:
    return zones_meet(one.template.zones, other.template.zones)


def _give_way(kept: list[Sitting], locked: Sequence[PlannedSession], tomorrow: DayFrame,
              warnings: list[PlanWarning]) -> list[Sitting]:
    starts = [(sitting.starts_at, sitting.template.zones) for sitting in kept]
    starts += [(session.starts_at, session.zones) for session in locked]
    starts += [(sitting_of(item, tomorrow.day).starts_at, item.zones) for item in tomorrow.templates]
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
