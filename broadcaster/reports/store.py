"""SQL of what stands beside the airings in a report: faults of the journal, old books of former stations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, distinct, func, select

from broadcaster.db.schema import former_record, journal_line
from broadcaster.protocol.journal import Kind, Reason
from broadcaster.reports.model import Fault

_KINDS = (Kind.BOOT, Kind.DEVICE, Kind.CLOCK, Kind.SILENCE, Kind.POWER, Kind.SEAL)
_LOST = ("lost", "unusable", "refused")


def faults(c: Connection, first: date, last: date) -> list[Fault]:
    """What went wrong with the station itself from `first` to `last`, by day and kind."""
    day_after = date.fromordinal(last.toordinal() + 1)
    line = journal_line.c
    rows = c.execute(select(line.at, line.kind, line.data).where(
        line.at >= first.isoformat(), line.at < day_after.isoformat(), line.kind.in_([str(kind) for kind in _KINDS])))
    counts = Counter((row.at[:10], kind) for row in rows if (kind := fault_in(row.kind, row.data)))
    return [Fault(date.fromisoformat(day), kind, count) for (day, kind), count in sorted(counts.items())]


def fault_in(kind: str, data: Mapping[str, Any]) -> str:
    """What kind of fault a journal line tells of; empty for ordinary lines."""
    if kind == Kind.BOOT and not data.get("clean", True):
        return {Reason.POWER: "power", Reason.PROGRAM_ERROR: "program"}.get(data.get("down_reason", ""), "")
    if kind == Kind.DEVICE and data.get("state") in _LOST:
        return "device"
    if kind == Kind.CLOCK and data.get("valid") is False:
        return "clock"
    if kind == Kind.SILENCE and data.get("state") == "begun":
        return "silence"
    if kind == Kind.POWER and data.get("state") == "failed":
        return "amplifier"
    return "plan" if kind == Kind.SEAL else ""


def former(c: Connection, first: date, last: date) -> dict[str, tuple[int, int, int, int]]:
    """Unit id -> records, seconds, records without a length, days."""
    record = former_record.c
    rows = c.execute(select(record.unit_id, func.count(), func.coalesce(func.sum(record.seconds), 0),
                            func.sum(record.seconds == 0), func.count(distinct(record.day))).where(
        record.day >= first.isoformat(), record.day <= last.isoformat()).group_by(record.unit_id))
    return {row[0]: (int(row[1]), int(row[2]), int(row[3]), int(row[4])) for row in rows}
