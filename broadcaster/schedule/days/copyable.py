"""Which items of one day may air on another, as they would air there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import Connection

from broadcaster.schedule import store
from broadcaster.schedule.days.copies import Checked
from broadcaster.schedule.model import Placed, Running
from broadcaster.schedule.plan.limits import problem_of


class Copyable:
    """Campaigns of the target days are read once: a week of many campaigns names each of them a dozen times."""

    def __init__(self, c: Connection, key: bytes, first: date, last: date) -> None:
        self._c, self._key = c, key
        self._open = {item.campaign.id: item for item in store.running(c, first, last + timedelta(days=1))}
        self._why: dict[tuple[Placed, date], tuple[Placed, str]] = {}

    def on(self, day: date) -> Checked:
        """For copies.copied_day."""
        def checked(item: Placed) -> tuple[Placed, str]:
            if (item, day) not in self._why:
                self._why[item, day] = self._checked(replace(item, makes_up=""), day)
            return self._why[item, day]

        return checked

    def _checked(self, item: Placed, day: date) -> tuple[Placed, str]:
        if not item.campaign:
            airable = store.airable(self._c, item.cart)
            return item, problem_of(airable, day, self._key) if airable else "unknown"
        found = self._campaign(item.campaign)
        if found is None:
            return item, "unknown"
        campaign = found.campaign
        item = replace(item, cart=campaign.cart.id)  # the sound it has now
        if campaign.state != "active" or day > campaign.last_day:
            return item, "campaign_over"
        return item, "not_yet" if day < campaign.first_day else problem_of(found.airable, day, self._key)

    def _campaign(self, campaign_id: str) -> Running | None:
        return self._open.get(campaign_id) or next(iter(store.running(self._c, campaign_id=campaign_id)), None)
