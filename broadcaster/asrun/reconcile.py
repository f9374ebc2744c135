"""Plan against truth: exactly one Airing for every planned event of a day, and one for whatever aired unplanned.

Pure: rundowns and journal lines in, rows out. The plan that counts is the revision `air` worked from, named in the
session's lines; else the newest. An event of an older revision counts too if the journal mentions it. An event is
looked for in every zone its session is for; "all" means every zone that spoke of the session.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from broadcaster.asrun.model import Airing, Outcome, Verification, ZoneAiring
from broadcaster.asrun.outcomes import aired_in, missed_in, together
from broadcaster.asrun.traces import Trace, Zones, day_of, known_reason, traces, why_silent, zone_of
from broadcaster.asrun.unplanned import ALL, copies, frames_of, unplanned_rows
from broadcaster.asrun.whys import with_whys
from broadcaster.base.clock import format_time, parse_time
from broadcaster.base.frames import seconds
from broadcaster.protocol.journal import Kind, Line, Reason
from broadcaster.protocol.rundown import PlannedSession, Rundown, RundownEvent

_PATIENCE = timedelta(seconds=30)
_LOST_PATIENCE = timedelta(hours=24)
"""Until an event is given up whose plan was lost before its time: with the plan went how late it may start."""


@dataclass(frozen=True)
class _Planned:
    rundown: Rundown
    session: PlannedSession
    event: RundownEvent


@dataclass(frozen=True)
class _Day:
    """What the rows of one day are judged by."""

    lines: Sequence[Line]
    now: datetime
    zones: Mapping[str, tuple[str, ...]]
    """Session id -> zones that spoke of it."""
    delivered: Mapping[tuple[str, str], Line]
    """(Session id, zone) -> the file that was handed over last, or that there was none."""


def reconcile(day: date, plans: Sequence[Rundown], lines: Sequence[Line], now: datetime) -> list[Airing]:
    """`plans`: all readable revisions of `day`. `lines`: the journal around the day, in order."""
    by_event = traces(lines, day.isoformat())
    known = {item.event.id for plan in plans for item in _items(plan)}
    frame = _frame(day, lines, now)
    rows = [_planned_row(item, by_event.get(item.event.id, {}), frame)
            for item in _in_force(plans, lines, by_event)]
    rows += unplanned_rows({name: zones for name, zones in by_event.items() if name not in known},
                           day.isoformat(), lines, now)
    rows = with_whys(rows, lines, day.isoformat())
    return sorted(rows, key=lambda row: (row.planned_start, row.started_at, row.id))


def with_lost_plans(rows: Sequence[Airing], stored: Iterable[Airing], plans: Iterable[Rundown],
                    now: datetime) -> list[Airing]:
    """`rows` and those of `stored` whose plan can no longer be read: what was planned does not vanish with its plan."""
    there, readable = {row.id for row in rows}, {plan.file_name() for plan in plans}
    lost = [row for row in stored if row.id not in there and row.rundown and row.rundown not in readable]
    over = [replace(row, outcome=Outcome.MISSED, reason=str(Reason.PLAN_ALTERED), aired_frames=0)
            if row.outcome is Outcome.PENDING and parse_time(row.planned_start) + _LOST_PATIENCE < now else row
            for row in lost]
    return sorted([*rows, *over], key=lambda row: (row.planned_start, row.started_at, row.id))


def _frame(day: date, lines: Sequence[Line], now: datetime) -> _Day:
    spoke: dict[str, dict[str, None]] = {}
    delivered: dict[tuple[str, str], Line] = {}
    for line in lines:
        session = str(line.data.get("session_id") or "")
        if not session or day_of(line) not in {"", day.isoformat()}:
            continue
        if line.kind in {Kind.START, Kind.MISSED, Kind.DELIVERED}:
            spoke.setdefault(session, {})[zone_of(line)] = None
        if line.kind is Kind.DELIVERED and ("name" in line.data or (session, zone_of(line)) not in delivered):
            delivered[session, zone_of(line)] = line
    return _Day(lines, now, {name: tuple(zones) for name, zones in spoke.items()}, delivered)


def _items(plan: Rundown) -> list[_Planned]:
    return [_Planned(plan, session, event) for session in plan.sessions for event in session.events]


def _in_force(plans: Sequence[Rundown], lines: Sequence[Line], by_event: Mapping[str, Zones]) -> list[_Planned]:
    """The events that were to air, each from the revision that counts."""
    if not plans:
        return []
    ordered = sorted(plans, key=lambda plan: plan.revision)
    names = {plan.file_name(): plan for plan in ordered}
    used: dict[str, Rundown] = {}
    for line in lines:
        plan = names.get(str(line.data.get("rundown", "")))
        session = str(line.data.get("session_id", ""))
        if plan and day_of(line) == plan.day.isoformat() and line.kind in {Kind.START, Kind.MISSED} \
                and (session not in used or plan.revision > used[session].revision):
            used[session] = plan
    chosen: dict[str, _Planned] = {}
    for plan in ordered:
        for item in _items(plan):
            counts = used.get(item.session.id, ordered[-1]) is plan
            if counts or (item.event.id in by_event and item.event.id not in chosen):
                chosen[item.event.id] = item
    return list(chosen.values())


def _planned_row(item: _Planned, found: Zones, frame: _Day) -> Airing:
    results = [_in_zone(item, found.get(zone), zone, frame) for zone in _zones_of(item, found, frame)]
    result = together(results)
    told = [trace for trace in found.values() if trace.lines]
    told.sort(key=lambda trace: (not trace.parts, trace.lines[0].seq))
    event, session = item.event, item.session
    row = Airing(
        id=event.id, day=item.rundown.day.isoformat(), session_id=session.id, session_name=session.name,
        title=event.title, kind=event.kind, urgency=str(event.urgency), planned_start=format_time(event.starts_at),
        planned_frames=event.cut.frames, started_at=result.started_at, ended_at=result.ended_at,
        aired_frames=result.aired_frames, outcome=result.outcome, reason=result.reason,
        note=result.note or _make_up_due(item, result, frame), verification=result.verification, zones=session.zones,
        cut_sha256=event.cut.sha256, approver=event.approval.approver, approved_at=event.approval.approved_at,
        self_approved=event.approval.self_approved, second_approver=event.approval.second_approver,
        directive_id=event.directive.id if event.directive else "",
        directive_number=event.directive.number if event.directive else "",
        directive_subject=event.directive.subject if event.directive else "",
        issuer=event.directive.issuer if event.directive else "",
        campaign=event.campaign, voice=event.voice, is_repeat=event.repeat, rundown=item.rundown.file_name(),
        first_seq=min((line.seq for trace in told for line in trace.lines), default=0),
        last_seq=max((line.seq for trace in told for line in trace.lines), default=0), score=result.score,
        by_zone=tuple(results) if any(each.zone for each in results) else (), is_relay=event.relay is not None,
        language=event.language, category=event.category, origin=event.origin,
    )
    if not told or not told[0].parts:
        return row
    data = told[0].data()
    return replace(row, **{**copies(data), "session_name": row.session_name},
                   planned_frames=row.planned_frames or frames_of(data))


def _zones_of(item: _Planned, found: Zones, frame: _Day) -> list[str]:
    """Where the event was to sound, and where it did; [""] on a station without zones."""
    spoke = frame.zones.get(item.session.id, ())
    planned: Sequence[str] = item.session.zones
    if "" in found or not any(spoke):
        planned = ()
    elif not planned or ALL in planned:
        planned = [zone for zone in spoke if zone]
    return list(dict.fromkeys([*planned, *found])) or [""]


def _in_zone(item: _Planned, trace: Trace | None, zone: str, frame: _Day) -> ZoneAiring:
    event = item.event
    handed = frame.delivered.get((item.session.id, zone))
    if trace is not None and trace.parts:
        return aired_in(trace, event.cut.frames or frames_of(trace.data()), frame.lines, frame.now)
    if trace is not None and trace.missed is not None:
        return missed_in(trace)
    if handed is not None and frame.now >= event.starts_at:
        return _handed_over(event, zone, handed)
    if frame.now <= max(event.latest_start, item.session.hard_end) + _PATIENCE:
        return ZoneAiring(zone, Outcome.PENDING)
    late = item.rundown.revision == 1 and item.rundown.created_at > event.latest_start
    reason = str(Reason.PLAN_ALTERED) if _was_refused(item, frame) else why_silent(event.starts_at, frame.lines)
    return ZoneAiring(zone, Outcome.MISSED, 0, reason, "planned_late" if late else "")


def _handed_over(event: RundownEvent, zone: str, line: Line) -> ZoneAiring:
    """Somebody else's platform plays it: all that is known here is whether the file lay there in time."""
    names, refused = line.data.get("events"), line.data.get("refused")
    if isinstance(refused, dict) and event.id in refused:
        return ZoneAiring(zone, Outcome.MISSED, 0, known_reason(refused[event.id]))
    if "name" not in line.data or (isinstance(names, list) and event.id not in names):
        return ZoneAiring(zone, Outcome.MISSED, 0, str(Reason.PROGRAM_ERROR), str(line.data.get("problem") or ""))
    end = event.starts_at + timedelta(seconds=seconds(event.cut.frames))
    return ZoneAiring(zone, Outcome.AIRED, event.cut.frames, "", "delivered", format_time(event.starts_at),
                      format_time(end), str(Verification.SENT))


def _was_refused(item: _Planned, frame: _Day) -> bool:
    """The player said that it does not trust the plan this event is from."""
    name = item.rundown.file_name()
    return any(line.kind is Kind.SEAL and line.data.get("name") == name for line in frame.lines)


def _make_up_due(item: _Planned, result: ZoneAiring, frame: _Day) -> str:
    """It was missed, and the session that makes up for it is still to come."""
    if result.outcome is not Outcome.MISSED or not item.event.make_up:
        return ""
    later = next((each for each in item.rundown.sessions if each.id == item.event.make_up), None)
    return "make_up_due" if later is not None and frame.now < later.hard_end else ""
