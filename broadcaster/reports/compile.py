"""From airings to the rows and totals of a report. Pure; says nothing about pages or sheets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from broadcaster.asrun.model import CONTENT_KINDS, SOUNDED, Airing, Outcome
from broadcaster.asrun.totals import is_partial, totals
from broadcaster.base.frames import seconds
from broadcaster.reports.model import DayCoverage, Letter, Report, Row, Sender


def compile_report(sender: Sender, made_on: date, first: date, last: date, letter: Letter | None,
                   airings: Iterable[Airing]) -> Report:
    """`airings`: the log of the period (or directive), in order; music and tunes are left out here."""
    content = tuple(row for row in airings if row.kind in CONTENT_KINDS and row.outcome is not Outcome.PENDING)
    return Report(sender, made_on, first, last, letter, _rows(content), totals(content), _coverage(content), content)


def _rows(airings: tuple[Airing, ...]) -> tuple[Row, ...]:
    groups: dict[tuple[str, str, str], list[Airing]] = {}
    for row in airings:
        groups.setdefault((row.directive_id, row.kind, row.title), []).append(row)
    return tuple(_row(rows) for rows in groups.values() if any(row.outcome in SOUNDED for row in rows))


def _row(airings: list[Airing]) -> Row:
    sounded = [row for row in airings if row.outcome in SOUNDED]
    days = sorted(date.fromisoformat(row.day) for row in sounded)
    return Row(
        title=airings[0].title, kind=airings[0].kind, directive=airings[0].directive_number,
        items=len({row.cut_sha256 or row.id for row in sounded}), airings=len(sounded),
        repeats=sum(row.is_repeat for row in sounded), partial=sum(is_partial(row) for row in sounded),
        missed=sum(row.outcome is Outcome.MISSED for row in airings),
        seconds=seconds(sum(row.aired_frames for row in sounded)),
        first=days[0] if days else None, last=days[-1] if days else None,
        zones=tuple(dict.fromkeys(zone for row in sounded for zone in row.zones)),
    )


def _coverage(airings: tuple[Airing, ...]) -> tuple[DayCoverage, ...]:
    days: dict[str, list[Airing]] = {}
    for row in airings:
        if row.outcome is not Outcome.UNSCHEDULED and not row.insert_id:
            days.setdefault(row.day, []).append(row)
    return tuple(DayCoverage(date.fromisoformat(day), len(rows), sum(row.outcome in SOUNDED for row in rows))
                 for day, rows in sorted(days.items()))
