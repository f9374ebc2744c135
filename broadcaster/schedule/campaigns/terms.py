"""When and how often an item shall air, before it is a campaign: from its letter, or as the rule profile says. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from broadcaster.directives.model import AiringProposal
from broadcaster.protocol.rundown import Urgency
from broadcaster.schedule.model import Campaign, IfMissed, Per, RuleProfile

USUAL_DAYS = 10
_EVERY_DAY = "1234567"


@dataclass(frozen=True)
class Terms:
    """All of a campaign but its item; fields as there."""

    times: int
    first_day: date
    last_day: date
    weekdays: str = _EVERY_DAY
    urgency: Urgency = Urgency.ROUTINE
    if_missed: IfMissed = field(default_factory=IfMissed)
    per: Per = Per.DAY
    spacing_minutes: int = 0
    dayparts: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()

    def words(self) -> dict[str, Any]:
        """What add_campaign, drafted and edit_campaign take."""
        return {**vars(self), "if_missed": str(self.if_missed)}


def terms_of(campaign: Campaign) -> Terms:
    """Those of a campaign there is."""
    return Terms(campaign.times, campaign.first_day, campaign.last_day, campaign.weekdays, campaign.urgency,
                 campaign.if_missed, campaign.per, campaign.spacing_minutes, campaign.dayparts, campaign.zones)


def terms_from(asked: AiringProposal | None, profile: RuleProfile, today: date, day: date | None = None) -> Terms:
    """What the letter asks for, else ten days from `day` as often as the profile says; never from a day gone by."""
    first = max(today, day or today)
    if asked is None or asked.last_day < today:
        return Terms(profile.default_times, first, first + timedelta(days=USUAL_DAYS - 1))
    urgency = Urgency(str(asked.urgency))
    first = min(max(first, asked.first_day), asked.last_day)
    if asked.times_per_week:
        weekdays = asked.weekdays if "weekdays_from_letter" in asked.reasons else _EVERY_DAY
        return Terms(asked.times_per_week, first, asked.last_day, weekdays, urgency, per=Per.WEEK,
                     dayparts=asked.parts_of_day)
    times = asked.times_per_day
    if "frequency_default" in asked.reasons:
        times = profile.priority_times if urgency is Urgency.PRIORITY else profile.default_times
    return Terms(times, first, asked.last_day, asked.weekdays, urgency, dayparts=asked.parts_of_day)
