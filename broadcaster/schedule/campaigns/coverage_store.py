"""What the airing log and the trail know of campaigns, read for many at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, FromClause, func, select

from broadcaster.base.clock import parse_time
from broadcaster.db.schema import airing, audit, campaign, correction
from broadcaster.schedule.campaigns.coverage_model import Edit, Past
from broadcaster.schedule.model import Campaign

_MOST = 500
"""Of the variables of one query."""


@dataclass(frozen=True)
class MissedRow:
    """One planned airing of a campaign that did not go out whole."""

    campaign: str
    session_name: str
    reason: str
    note: str
    outcome: str


def pasts(c: Connection, of: Sequence[Campaign], day: date | None = None) -> dict[str, Past]:
    """Campaign id -> its past, or what is known of one day; three queries whatever their number, up to 500."""
    of_day = [airing.c.day == day.isoformat()] if day else []
    counts: dict[str, dict[date, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    edits: dict[str, list[Edit]] = defaultdict(list)
    since: dict[str, date] = {}
    log, outcome = _as_counted()
    for ids in _parts([item.id for item in of]):
        for row in c.execute(select(airing.c.campaign, airing.c.day, outcome, func.count()).select_from(log).where(
                airing.c.campaign.in_(ids), airing.c.outcome != "unscheduled", *of_day).group_by(
                    airing.c.campaign, airing.c.day, outcome)):
            counts[row[0]][date.fromisoformat(row[1])][row[2]] = int(row[3])
        for row in c.execute(select(audit.c.subject, audit.c.at, audit.c.detail).where(
                audit.c.subject.in_([f"campaign:{name}" for name in ids]),
                audit.c.action == "campaign_edited").order_by(audit.c.id)):
            changed = {name: values for name, values in row.detail.items() if isinstance(values, list)}
            edits[row.subject.partition(":")[2]].append(Edit(parse_time(row.at).date(), changed))
        for row in c.execute(select(campaign.c.id, campaign.c.created_at).where(campaign.c.id.in_(ids))):
            since[row.id] = parse_time(row.created_at).date()
    return {item.id: Past(counts.get(item.id, {}), edits.get(item.id, []), since.get(item.id, date.min))
            for item in of}


def beside(c: Connection, directive_ids: Collection[str]) -> dict[str, int]:
    """Letter id -> airings that went out for it without a campaign."""
    found: dict[str, int] = {}
    log, outcome = _as_counted()
    for ids in _parts(list(directive_ids)):
        rows = c.execute(select(airing.c.directive_id, func.count()).select_from(log).where(
            airing.c.directive_id.in_(ids), airing.c.campaign == "",
            outcome.in_(["aired", "made_up", "unscheduled"])).group_by(airing.c.directive_id))
        found |= {row[0]: int(row[1]) for row in rows}
    return found


def of_letters(c: Connection, directive_ids: Collection[str]) -> dict[str, str]:
    """Campaign id -> letter id, for the campaigns of these letters."""
    found: dict[str, str] = {}
    for ids in _parts(list(directive_ids)):
        rows = c.execute(select(campaign.c.id, campaign.c.directive_id).where(campaign.c.directive_id.in_(ids)))
        found |= {row[0]: row[1] for row in rows}
    return found


def missed(c: Connection, day: date) -> list[MissedRow]:
    """Airings of campaigns on `day` that did not go out at all, or only in part; in order of time."""
    log, outcome = _as_counted()
    rows = c.execute(select(airing.c.campaign, airing.c.session_name, airing.c.reason, airing.c.note,
                            outcome).select_from(log).where(
        airing.c.day == day.isoformat(), airing.c.campaign != "",
        outcome.in_(["missed", "partial"])).order_by(airing.c.planned_start))
    return [MissedRow(*row) for row in rows]


def dismissed(c: Connection, day: date) -> dict[str, int]:
    """Campaign id -> airings missed on `day` that somebody said need not be made up."""
    rows = c.execute(select(audit.c.subject, audit.c.detail).where(audit.c.action == "make_up_dismissed"))
    found: dict[str, int] = defaultdict(int)
    for row in rows:
        if row.detail.get("day") == day.isoformat():
            found[row.subject.partition(":")[2]] += int(row.detail.get("count", 1))
    return found


def _as_counted() -> tuple[FromClause, ColumnElement[str]]:
    """The log beside what people said of it last, and the outcome as reports count it too."""
    rank = func.row_number().over(partition_by=correction.c.airing_id,
                                  order_by=(correction.c.at.desc(), correction.c.id.desc())).label("rank")
    ranked = select(correction.c.airing_id, correction.c.outcome, rank).subquery()
    told = select(ranked.c.airing_id, ranked.c.outcome).where(ranked.c.rank == 1).subquery("told")
    return (airing.outerjoin(told, told.c.airing_id == airing.c.id),
            func.coalesce(func.nullif(told.c.outcome, ""), airing.c.outcome))


def _parts(ids: Sequence[str]) -> list[Sequence[str]]:
    return [ids[start:start + _MOST] for start in range(0, len(ids), _MOST)]
