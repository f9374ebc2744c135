"""Whether each campaign would get the airings it was promised. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from broadcaster.asrun.model import Airing, Outcome
from broadcaster.forecast.findings import Seen
from broadcaster.forecast.model import Finding, Level
from broadcaster.schedule.model import Campaign, Per

_WHOLE = {Outcome.AIRED, Outcome.MADE_UP}
_WEEK = 7


def short_campaigns(campaigns: Sequence[Campaign], days: Sequence[Seen], whole_days: Sequence[date]) -> list[Finding]:
    """One for each campaign that falls short; only days and weeks that are wholly in the forecast count."""
    rows = [row for seen in days for row in seen.result.airings if row.campaign]
    return [finding for campaign in campaigns for finding in _short(campaign, rows, days, whole_days)]


def _short(campaign: Campaign, rows: Sequence[Airing], days: Sequence[Seen],
           whole_days: Sequence[date]) -> Iterator[Finding]:
    aired = {day: sum(row.campaign == campaign.id and row.outcome in _WHOLE and row.day == day.isoformat()
                      for row in rows) for day in whole_days}
    planned = {seen.plan.day: sum(event.campaign == campaign.id for session in seen.plan.sessions
                                  for event in session.events) for seen in days}
    asked = lacking = 0
    short: list[date] = []
    for span in _spans(campaign, whole_days):
        asked += campaign.times
        missing = campaign.times - sum(aired[day] for day in span)
        if missing > 0:
            lacking += missing
            short.append(span[0])
    if lacking:
        counted = [day for span in _spans(campaign, whole_days) for day in span]
        yield Finding(Level.LOSS, "campaign_short", short[0].isoformat(), facts={
            "title": campaign.title, "campaign": campaign.id, "asked": asked, "lacking": lacking,
            "planned": sum(planned.get(day, 0) for day in counted), "urgency": str(campaign.urgency),
            "per": str(campaign.per), "days": [day.isoformat() for day in short]})


def _spans(campaign: Campaign, whole_days: Sequence[date]) -> list[list[date]]:
    """The days, or the weeks as lists of days, in which the number of times is owed."""
    if campaign.per is Per.DAY:
        return [[day] for day in whole_days if campaign.runs_on(day)]
    weeks = sorted({day - timedelta(days=day.weekday()) for day in whole_days})
    spans = []
    for monday in weeks:
        wanted = [day for day in (monday + timedelta(days=n) for n in range(_WEEK)) if campaign.runs_on(day)]
        if wanted and all(day in whole_days for day in wanted):
            spans.append(wanted)
    return spans
