"""A forecast as plain data (docs/formats.md, "The forecast"). Pure."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from broadcaster.asrun.model import Airing
from broadcaster.base.clock import format_time
from broadcaster.base.frames import seconds
from broadcaster.forecast.model import DayResult, Fault, Finding, Forecast, Gap, SessionResult
from broadcaster.schedule.model import PlanWarning

FORMAT = "dai-xa.forecast"
VERSION = 1


def to_json(forecast: Forecast) -> dict[str, Any]:
    """Times are true times, as text with their offset; lengths in seconds."""
    rows = [row for day in forecast.days for row in day.airings]
    return {
        "format": FORMAT, "version": VERSION, "station": forecast.station, "made_at": format_time(forecast.made_at),
        "begins_at": format_time(forecast.begins_at), "first_day": forecast.first.isoformat(),
        "last_day": forecast.last.isoformat(), "faults": [_fault(fault) for fault in forecast.faults],
        "findings": [finding_json(finding) for finding in forecast.findings],
        "days": [_day(day) for day in forecast.days],
        "directives": [asdict(directive) for directive in forecast.directives],
        "totals": {"planned": len(rows), "seconds": round(sum(seconds(row.aired_frames) for row in rows), 1),
                   **{str(outcome): sum(row.outcome is outcome for row in rows)
                      for outcome in dict.fromkeys(row.outcome for row in rows)}},
    }


def finding_json(finding: Finding) -> dict[str, Any]:
    return {**asdict(finding), "level": str(finding.level)}


def _fault(fault: Fault) -> dict[str, Any]:
    return {"kind": str(fault.kind), "day": fault.day.isoformat(),
            "at": fault.at.isoformat() if fault.at else "", "seconds": fault.seconds, "what": fault.what,
            "text": fault.text}


def _day(day: DayResult) -> dict[str, Any]:
    return {"day": day.day.isoformat(), "sessions": [_session(session) for session in day.sessions],
            "airings": [_airing(row) for row in day.airings], "gaps": [_gap(gap) for gap in day.gaps],
            "warnings": [_warning(warning) for warning in day.warnings]}


def _session(session: SessionResult) -> dict[str, Any]:
    return {"id": session.id, "name": session.name, "zones": list(session.zones),
            "starts_at": format_time(session.starts_at), "hard_end": format_time(session.hard_end),
            "planned_seconds": round(session.planned_seconds, 1), "aired_seconds": round(session.aired_seconds, 1),
            "first_sound": format_time(session.first_sound) if session.first_sound else "",
            "last_sound": format_time(session.last_sound) if session.last_sound else "",
            "outcomes": dict(session.outcomes)}


def _airing(row: Airing) -> dict[str, Any]:
    return {"id": row.id, "session": row.session_id, "title": row.title, "kind": row.kind, "urgency": row.urgency,
            "campaign": row.campaign, "directive": row.directive_number, "relay": row.is_relay,
            "planned_start": row.planned_start, "planned_seconds": round(seconds(row.planned_frames), 3),
            "started_at": row.started_at, "ended_at": row.ended_at,
            "aired_seconds": round(seconds(row.aired_frames), 3), "outcome": str(row.outcome), "reason": row.reason,
            "note": row.note}


def _gap(gap: Gap) -> dict[str, Any]:
    return {"session": gap.session, "zone": gap.zone, "starts_at": format_time(gap.starts_at),
            "ends_at": format_time(gap.ends_at), "seconds": round(gap.seconds, 1), "planned": gap.planned,
            "reason": gap.reason}


def _warning(warning: PlanWarning) -> dict[str, Any]:
    return {"code": warning.code, "session": warning.session_id, "facts": dict(warning.facts)}
