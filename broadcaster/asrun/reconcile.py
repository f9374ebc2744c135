"""Plan against truth: exactly one Airing for every planned event of a day, and one for whatever aired unplanned.

Pure: rundowns and journal lines in, rows out. The rules:
- The plan that counts is the revision `air` worked from, named in the session's lines; else the newest. An event of an
  older revision counts too if the journal mentions it.
- Parts of one event add up by their place in the cut. From 99.5 % of the cut on it has aired whole: an end rounded to
  the last BEAT, or a fade over the last half second, is not a broken airing.
- A broken airing bears the reason of the first interruption that cost sound; one that was taken up in place cost none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from broadcaster.asrun.model import Airing, Outcome, Verification
from broadcaster.asrun.traces import Trace, day_of, reason_of, sounding, traces, why_open, why_silent
from broadcaster.base.clock import format_time
from broadcaster.base.frames import RATE
from broadcaster.protocol.journal import Kind, Line, Reason
from broadcaster.protocol.rundown import PlannedSession, Rundown, RundownEvent

WHOLE = 0.995
_PATIENCE = timedelta(seconds=30)
_GAP = RATE // 10
"""Less than this between two parts is no loss."""


@dataclass(frozen=True)
class _Planned:
    rundown: Rundown
    session: PlannedSession
    event: RundownEvent


def reconcile(day: date, plans: Sequence[Rundown], lines: Sequence[Line], now: datetime) -> list[Airing]:
    """`plans`: all readable revisions of `day`. `lines`: the journal around the day, in order."""
    by_event = traces(lines, day.isoformat())
    everything = {item.event.id: item for plan in sorted(plans, key=lambda plan: plan.revision)
                  for item in _items(plan)}
    rows = [_planned_row(item, by_event.get(item.event.id), lines, now)
            for item in _in_force(plans, lines, by_event)]
    for name, trace in by_event.items():
        if name not in everything and trace.parts \
                and (day_of(trace.parts[0].start) or trace.parts[0].start.at.date().isoformat()) == day.isoformat():
            rows.append(_unscheduled_row(trace, lines, now))
    return sorted(rows, key=lambda row: (row.planned_start, row.started_at, row.id))


def _items(plan: Rundown) -> list[_Planned]:
    return [_Planned(plan, session, event) for session in plan.sessions for event in session.events]


def _in_force(plans: Sequence[Rundown], lines: Sequence[Line], by_event: dict[str, Trace]) -> list[_Planned]:
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


def _planned_row(item: _Planned, trace: Trace | None, lines: Sequence[Line], now: datetime) -> Airing:
    event, session = item.event, item.session
    row = Airing(
        id=event.id, day=item.rundown.day.isoformat(), session_id=session.id, session_name=session.name,
        title=event.title, kind=event.kind, urgency=str(event.urgency), planned_start=format_time(event.starts_at),
        planned_frames=event.cut.frames, started_at="", ended_at="", aired_frames=0, outcome=Outcome.PENDING, reason="",
        note="", verification="", zones=session.zones, cut_sha256=event.cut.sha256,
        approver=event.approval.approver, approved_at=event.approval.approved_at,
        directive_id=event.directive.id if event.directive else "",
        directive_number=event.directive.number if event.directive else "",
        directive_subject=event.directive.subject if event.directive else "",
        issuer=event.directive.issuer if event.directive else "",
        campaign=event.campaign, voice=event.voice, is_repeat=event.repeat, rundown=item.rundown.file_name(),
        first_seq=0, last_seq=0,
    )
    if trace is not None and trace.parts:
        return _aired(_with_copies(row, trace.data()), trace, lines, now)
    if trace is not None and trace.missed is not None:
        reason = reason_of(trace.missed) or str(Reason.PROGRAM_ERROR)
        note = str(trace.missed.data.get("text") or trace.missed.data.get("note") or "")
        return replace(row, outcome=Outcome.MISSED, reason=reason, note=note, first_seq=trace.missed.seq,
                       last_seq=trace.missed.seq)
    if now <= max(event.latest_start, session.hard_end) + _PATIENCE:
        return row
    late = item.rundown.revision == 1 and item.rundown.created_at > event.latest_start
    return replace(row, outcome=Outcome.MISSED, reason=why_silent(event.starts_at, lines),
                   note="planned_late" if late else "")


def _unscheduled_row(trace: Trace, lines: Sequence[Line], now: datetime) -> Airing:
    data, first = trace.data(), trace.parts[0]
    row = Airing(
        id=trace.event_id, day=first.start.at.date().isoformat(), session_id=str(data.get("session_id", "")),
        session_name=str(data.get("session_name", "")), title=str(data.get("title", "")),
        kind=str(data.get("kind", "")), urgency=str(data.get("urgency", "routine")),
        planned_start=format_time(first.start.at), planned_frames=_frames(data), started_at="", ended_at="",
        aired_frames=0, outcome=Outcome.UNSCHEDULED, reason="", note="", verification="", zones=(), cut_sha256="",
        approver="", approved_at="", directive_id="", directive_number="", directive_subject="", issuer="",
        campaign="", voice="", is_repeat=False, rundown=str(data.get("rundown", "")), first_seq=0, last_seq=0,
    )
    done = _aired(_with_copies(row, data), trace, lines, now)
    return done if done.outcome is Outcome.PENDING else replace(done, outcome=Outcome.UNSCHEDULED)


def _with_copies(row: Airing, data: dict[str, Any]) -> Airing:
    """What the journal copied at the start wins over the plan: it is what really sounded."""
    approval, directive = _table(data, "approval"), _table(data, "directive")
    copies = {
        "title": data.get("title"), "kind": data.get("kind"), "cut_sha256": data.get("cut"),
        "session_name": data.get("session_name"), "voice": data.get("voice"), "campaign": data.get("campaign"),
        "urgency": data.get("urgency"), "rundown": data.get("rundown"),
        "approver": approval.get("approver"), "approved_at": approval.get("approved_at"),
        "directive_id": directive.get("id"), "directive_number": directive.get("number"),
        "directive_subject": directive.get("subject"), "issuer": directive.get("issuer"),
    }
    kept = {name: value for name, value in copies.items() if isinstance(value, str) and value}
    zones = data.get("zones")
    if isinstance(zones, list) and zones:
        kept["zones"] = tuple(str(zone) for zone in zones)  # type: ignore[assignment]
    row = replace(row, **kept)  # type: ignore[arg-type]
    return replace(row, is_repeat=bool(data.get("repeat", row.is_repeat)),
                   planned_frames=row.planned_frames or _frames(data))


def _aired(row: Airing, trace: Trace, lines: Sequence[Line], now: datetime) -> Airing:
    last = trace.parts[-1]
    frames = min(trace.frames(), row.planned_frames) if row.planned_frames else trace.frames()
    row = replace(
        row, started_at=format_time(trace.parts[0].started_at), aired_frames=frames,
        verification=str(Verification.SILENT if trace.silent else Verification.SENT),
        first_seq=min(line.seq for line in trace.lines), last_seq=max(line.seq for line in trace.lines),
    )
    if sounding(last, lines, now):
        return row
    if not frames and all(part.reached <= part.offset for part in trace.parts):
        # Begun on paper, never heard: a power cut or a stop between the line and the first sample.
        return replace(row, outcome=Outcome.MISSED, reason=_broken(trace.parts[0], lines) or str(Reason.PROGRAM_ERROR),
                       started_at="", verification="", note="estimated" if last.estimated else "")
    whole = _is_whole(row, trace)
    broken = "" if whole else _why_partial(row, trace, lines)
    notes = [note for note, holds in (("resumed", len(trace.parts) > 1), ("estimated", last.estimated)) if holds]
    return replace(row, ended_at=format_time(last.ended_at), reason=broken, note=";".join(notes),
                   outcome=Outcome.AIRED if whole else Outcome.PARTIAL)


def _why_partial(row: Airing, trace: Trace, lines: Sequence[Line]) -> str:
    goes_on = [part.offset for part in trace.parts[1:]] + [row.planned_frames]
    costly = [part for part, following in zip(trace.parts, goes_on, strict=True) if following - part.reached > _GAP]
    reasons = (_broken(part, lines) for part in (*costly, *trace.parts))
    return next(filter(None, reasons), reason_of(trace.missed) if trace.missed else str(Reason.PROGRAM_ERROR))


def _is_whole(row: Airing, trace: Trace) -> bool:
    if row.planned_frames:
        return row.aired_frames >= WHOLE * row.planned_frames
    end = trace.parts[-1].end
    return end is not None and not reason_of(end)


def _broken(part: Any, lines: Sequence[Line]) -> str:
    return reason_of(part.end) if part.end is not None else why_open(part, lines)


def _table(data: dict[str, Any], name: str) -> dict[str, Any]:
    value = data.get(name)
    return value if isinstance(value, dict) else {}


def _frames(data: dict[str, Any]) -> int:
    value = data.get("frames")
    return value if isinstance(value, int) else 0
