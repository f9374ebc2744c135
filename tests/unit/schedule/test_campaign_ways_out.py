"""Every way out that is offered is taken, on random crowded days: then the airing is in, and nobody else fell out."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, time
from random import Random

import pytest
from schedule_station import KEY, SATURDAY, Station, sound

from broadcaster.protocol.rundown import Urgency
from broadcaster.schedule.campaigns.offers import Offer, changes_of, edits_of, left_out, takes_edits
from broadcaster.schedule.days.service import DayService
from broadcaster.schedule.model import Campaign, DayPlan, SessionTemplate

SEEDS = range(int(os.environ.get("WAYS_OUT_SEEDS", "4")))
NOON = SessionTemplate("noon", "Buổi trưa", time(11, 30), 20)


def missing(plan: DayPlan, campaigns: list[Campaign]) -> dict[str, int]:
    return {item.id: left_out(plan, item) for item in campaigns}


def crowded(station: Station, random: Random) -> list[Campaign]:
    """Sessions of differing length, and more asked than they hold."""
    station.schedule.save_template(replace(NOON, minutes=random.choice([15, 20, 30])))
    if random.random() < 0.5:
        station.put_furniture()
    for template in station.schedule.templates():
        if template.id != "noon":
            station.schedule.save_template(replace(template, minutes=random.choice([15, 25, 45, 60])))
    made = []
    for number in range(random.randint(3, 9)):
        cart = station.put(sound(f"c{number}", random.randint(60, 900)))
        made.append(station.schedule.add_campaign(
            cart, random.randint(1, 4), SATURDAY, date(2026, 11, random.randint(21, 27)),
            urgency=random.choice([Urgency.ROUTINE, Urgency.ROUTINE, Urgency.PRIORITY]),
            dayparts=random.choice([(), (), ("morning",), ("afternoon",), ("noon", "morning")]),
            spacing_minutes=random.choice([0, 0, 0, 45, 600])))
    return made


def taken(station: Station, days: DayService, campaign: Campaign, offer: Offer) -> DayPlan:
    if takes_edits(offer):
        return days.preview(SATURDAY, edits_of(offer, campaign, days.state(SATURDAY)))
    changed = station.schedule.edited(campaign.id, **changes_of(offer))
    return station.schedule.plan_with_campaign(changed, SATURDAY, SATURDAY)[0]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_way_out_lets_the_airing_in(station: Station, seed: int) -> None:
    random = Random(seed)
    days = DayService(station.database, station.home, station.settings, station.clock, KEY, station.schedule)
    campaigns = crowded(station, random)
    plan = station.schedule.plan(SATURDAY)
    before = missing(plan, campaigns)
    for campaign in campaigns:
        for offer in station.schedule.offers(campaign, plan):
            after = missing(taken(station, days, campaign, offer), campaigns)
            assert after[campaign.id] < before[campaign.id], (campaign, offer)
            worse = {name for name, count in after.items() if count > before[name]}
            assert not worse, (campaign, offer)
