"""Rows for what no plan at hand speaks of: what a person put in between, and events of a plan that is lost. Pure.

A break-in, a live speech or a relay is one insert with a number of items; BREAK_IN lines say who ordered it. An event
whose plan cannot be read any more is still a planned one: its own lines copied all that a row needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from broadcaster.asrun.model import LIVE, RELAY, Airing, Outcome, ZoneAiring
from broadcaster.asrun.outcomes import aired_in, missed_in, together
from broadcaster.asrun.traces import Trace, Zones, day_of, time_in, why_silent
from broadcaster.base.clock import format_time
from broadcaster.protocol.journal import Kind, Line, Reason

CHIME = "chuong"
ALL = "all"
PATIENCE = timedelta(hours=1)
"""Until a zone is given up that nobody spoke of: how late the event might have started is lost with the plan."""


@dataclass
class Order:
    """What the BREAK_IN lines say of one insert."""

    ordered: Line | None = None
    last: Line | None = None
    facts: dict[str, Any] = field(default_factory=dict)


def orders_in(lines: Iterable[Line]) -> dict[str, Order]:
    """Insert id -> its order; later lines add what the first did not know."""
    found: dict[str, Order] = {}
    for line in lines:
        name = line.data.get("insert")
        if line.kind is not Kind.BREAK_IN or not isinstance(name, str) or not name:
            continue
        order = found.setdefault(name, Order())
        order.ordered, order.last = order.ordered or line, line
        order.facts |= {key: value for key, value in line.data.items() if value not in (None, "", [], {})
                        and not (key in {"by", "confirmed"} and key in order.facts)}
    return found


def unplanned_rows(by_event: Mapping[str, Zones], day: str, lines: Sequence[Line], now: datetime) -> list[Airing]:
    """One row for each airing, over all zones."""
    orders = orders_in(lines)
    rows: list[Airing] = []
    for name, zones in by_event.items():
        data = _data(zones)
        if _is_insert(data):
            rows += _insert_rows(name, zones, day, orders, lines, now)
        elif data.get("rundown") and data.get("planned_start") and data.get("title"):
            rows.append(_lost_row(name, zones, lines, now))
        elif any(trace.parts for trace in zones.values()) and _began_on(zones, day):
            row = _row(name, [trace for trace in zones.values() if trace.parts], lines, now)
            rows.append(row if row.outcome is Outcome.PENDING else replace(row, outcome=Outcome.UNSCHEDULED))
    return _in_order(rows, orders)


def copies(data: Mapping[str, Any]) -> dict[str, Any]:
    """What the journal copied at the start: it wins over the plan, because it is what really sounded."""
    approval, directive = _table(data, "approval"), _table(data, "directive")
    found = {
        "title": data.get("title"), "kind": data.get("kind"), "cut_sha256": data.get("cut"),
        "session_name": data.get("session_name"), "voice": data.get("voice"), "campaign": data.get("campaign"),
        "language": data.get("language"), "category": data.get("category"), "origin": data.get("origin"),
        "urgency": data.get("urgency"), "rundown": data.get("rundown"),
        "approver": approval.get("approver"), "approved_at": approval.get("approved_at"),
        "second_approver": approval.get("second_approver"),
        "directive_id": directive.get("id"), "directive_number": directive.get("number"),
        "directive_subject": directive.get("subject"), "issuer": directive.get("issuer"),
    }
    kept: dict[str, Any] = {name: value for name, value in found.items() if isinstance(value, str) and value}
    zones = data.get("zones")
    if isinstance(zones, list) and zones:
        kept["zones"] = tuple(str(zone) for zone in zones)
    if "self_approved" in approval:
        kept["self_approved"] = bool(approval["self_approved"])
    if "repeat" in data:
        kept["is_repeat"] = bool(data["repeat"])
    return kept


def frames_of(data: Mapping[str, Any]) -> int:
    """Length of the whole cut, as copied at the start."""
    value = data.get("frames")
    return value if isinstance(value, int) and value > 0 else 0


def _row(name: str, found: Sequence[Trace], lines: Sequence[Line], now: datetime) -> Airing:
    """One row out of the journal's own words."""
    data = _data({trace.zone: trace for trace in found})
    first = min((line for trace in found for line in trace.lines), key=lambda line: line.seq)
    length = frames_of(data)
    results = [aired_in(trace, length, lines, now) if trace.parts else missed_in(trace) for trace in found]
    result = together(results)
    row = Airing(
        id=name, day=day_of(first) or first.at.date().isoformat(), session_id=str(data.get("session_id", "")),
        session_name="", title="", kind="", urgency="routine",
        planned_start=format_time(time_in(data, "planned_start", first.at)), planned_frames=length,
        started_at=result.started_at, ended_at=result.ended_at, aired_frames=result.aired_frames,
        outcome=result.outcome, reason=result.reason, note=result.note, verification=result.verification,
        zones=(), cut_sha256="", approver="", approved_at="", directive_id="", directive_number="",
        directive_subject="", issuer="", campaign="", voice="", is_repeat=False, rundown="",
        first_seq=first.seq, last_seq=max(line.seq for trace in found for line in trace.lines), score=result.score,
        by_zone=tuple(results) if any(trace.zone for trace in found) else (), is_relay=bool(data.get("relay")),
    )
    return replace(row, **copies(data))


def _lost_row(name: str, zones: Zones, lines: Sequence[Line], now: datetime) -> Airing:
    """Of an event whose plan is lost; what its lines say it was for and nobody spoke of is missed there."""
    row = _row(name, list(zones.values()), lines, now)
    silent = [zone for zone in row.zones if zone not in zones and zone != ALL] if row.by_zone else []
    planned = time_in(_data(zones), "planned_start", now)
    if not silent or now <= planned + PATIENCE:
        return row
    reason = why_silent(planned, lines)
    results = [*row.by_zone, *(ZoneAiring(zone, Outcome.MISSED, 0, reason) for zone in silent)]
    result = together(results)
    return replace(row, by_zone=tuple(results), outcome=result.outcome, reason=result.reason, note=result.note)


def _insert_rows(name: str, zones: Zones, day: str, orders: Mapping[str, Order], lines: Sequence[Line],
                 now: datetime) -> list[Airing]:
    insert = _insert_id(_data(zones))
    order = orders.get(insert, Order())
    rows = []
    for turn, found in enumerate(_turns(zones)):
        if not _began_on({trace.zone: trace for trace in found}, day):
            continue
        row = _row(f"{name}#{turn + 1}" if turn else name, found, lines, now)
        rows.append(_ordered(row, insert, order))
    return rows


def _turns(zones: Zones) -> list[list[Trace]]:
    """Each zone's parts, taken apart where the same item began anew after it had ended by itself."""
    by_turn: list[list[Trace]] = []
    for trace in zones.values():
        split = [Trace(trace.event_id, trace.zone, missed=None if trace.parts else trace.missed, silent=trace.silent)]
        for part in trace.parts:
            before = split[-1].parts[-1] if split[-1].parts else None
            whole = before is not None and before.end is not None and not before.end.data.get("reason")
            if whole and part.offset == 0:
                split.append(Trace(trace.event_id, trace.zone, silent=trace.silent))
            split[-1].parts.append(part)
        for turn, one in enumerate(split):
            by_turn += [[]] * (turn + 1 - len(by_turn))
            by_turn[turn] = [*by_turn[turn], one]
    return by_turn


def _ordered(row: Airing, insert: str, order: Order) -> Airing:
    facts = order.facts
    if row.outcome not in {Outcome.PENDING, Outcome.MISSED}:
        row = replace(row, outcome=Outcome.UNSCHEDULED)
    recording = _table(facts, "recording").get("name")
    # To end a speech or a relay before its time is how it ends, not a fault.
    ended = row.kind in {LIVE, RELAY} and row.reason == Reason.OPERATOR and row.outcome is Outcome.UNSCHEDULED
    zones = facts.get("zones")
    return replace(
        row, insert_id=insert, ordered_by=str(facts.get("by") or ""), confirmed=bool(facts.get("confirmed")),
        recording=str(recording or "") if row.kind == LIVE else "", is_relay=row.is_relay or row.kind == RELAY,
        reason="" if ended else row.reason, title=row.title or str(facts.get("title") or ""),
        zones=row.zones or (tuple(map(str, zones)) if isinstance(zones, list) else ()),
        urgency=row.urgency if row.urgency != "routine" else str(facts.get("urgency") or row.urgency))


def _in_order(rows: list[Airing], orders: Mapping[str, Order]) -> list[Airing]:
    """By start; a message read again is a repeat; the first and last row of an insert bear its order and its end.

    Of an insert that never sounded one row says so; items of it that were left out say nothing else.
    """
    sounded = {row.insert_id for row in rows if row.outcome is not Outcome.MISSED}
    result: list[Airing] = []
    heard: set[tuple[str, str]] = set()
    told: set[str] = set()
    for row in sorted(rows, key=lambda row: (row.started_at or row.planned_start, row.first_seq)):
        if row.insert_id and row.outcome is Outcome.MISSED:
            if row.insert_id in sounded | told or row.kind == CHIME:
                continue
            told.add(row.insert_id)
        key = (row.insert_id, row.cut_sha256 or row.id)
        result.append(replace(row, is_repeat=row.is_repeat or bool(row.insert_id and key in heard)))
        heard.add(key)
    return _with_order_lines(result, orders)


def _with_order_lines(rows: list[Airing], orders: Mapping[str, Order]) -> list[Airing]:
    places = {row.insert_id: place for place, row in reversed(list(enumerate(rows)))}
    ends = {row.insert_id: place for place, row in enumerate(rows)}
    for name, order in orders.items():
        if name in places and order.ordered and order.last:
            first, last = places[name], ends[name]
            rows[first] = replace(rows[first], first_seq=min(rows[first].first_seq, order.ordered.seq))
            rows[last] = replace(rows[last], last_seq=max(rows[last].last_seq, order.last.seq))
    return rows


def _is_insert(data: Mapping[str, Any]) -> bool:
    return bool(_insert_id(data))


def _insert_id(data: Mapping[str, Any]) -> str:
    session = str(data.get("session_id") or "")
    return str(data.get("insert") or (session if session.startswith("insert-") else ""))


def _data(zones: Zones) -> dict[str, Any]:
    """The copies of the zone that began first, or was missed first."""
    found = sorted((trace for trace in zones.values() if trace.lines), key=lambda trace: trace.lines[0].seq)
    return next((trace.data() for trace in sorted(found, key=lambda trace: not trace.parts)), {})


def _began_on(zones: Zones, day: str) -> bool:
    first = min((trace.lines[0] for trace in zones.values() if trace.lines), key=lambda line: line.seq, default=None)
    return first is not None and (day_of(first) or first.at.date().isoformat()) == day


def _table(data: Mapping[str, Any], name: str) -> dict[str, Any]:
    value = data.get(name)
    return value if isinstance(value, dict) else {}
