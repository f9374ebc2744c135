"""Campaigns with all they can say: made, changed and changed back, put in order, never twice the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from schedule_station import SATURDAY, Station, sound
from sqlalchemy import select

from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, ZoneSection
from broadcaster.db.schema import audit
from broadcaster.protocol.rundown import Urgency
from broadcaster.schedule.model import IfMissed, Per
from broadcaster.schedule.store import campaigns

SUNDAY = SATURDAY + timedelta(days=1)
WEEK = SATURDAY + timedelta(days=6)


@pytest.fixture
def zoned(home: StationHome, clock: VirtualClock) -> Any:
    place = Station(home, clock, Settings(zones=(ZoneSection("Thôn 1"), ZoneSection("Thôn 2"))))
    yield place
    place.close()


def refused(code: str) -> pytest.RaisesExc[Refused]:
    return pytest.raises(Refused, check=lambda error: error.code == code)


def trail(station: Station, action: str) -> list[dict[str, Any]]:
    with station.database.read() as c:
        return list(c.scalars(select(audit.c.detail).where(audit.c.action == action).order_by(audit.c.id)))


def test_everything_it_says_comes_back(zoned: Station) -> None:
    made = zoned.schedule.add_campaign(
        zoned.put(sound("a")), 3, SATURDAY, WEEK, "1357", Urgency.PRIORITY, "Cán bộ", "skip", per="week",
        spacing_minutes=90, dayparts=("afternoon", "morning"), zones=("Thôn 2",))
    assert (made.per, made.spacing_minutes, made.dayparts, made.zones, made.if_missed) == (
        Per.WEEK, 90, ("morning", "afternoon"), ("Thôn 2",), IfMissed(0))
    assert zoned.schedule.campaigns() == [made]


@pytest.mark.parametrize(("change", "code"), [
    ({"times": 0}, "schedule.times"), ({"times": 25}, "schedule.times"),
    ({"times": 169, "per": Per.WEEK}, "schedule.times_week"), ({"times": 0, "per": Per.WEEK}, "schedule.times_week"),
    ({"spacing_minutes": -1}, "schedule.spacing"), ({"spacing_minutes": 721}, "schedule.spacing"),
    ({"zones": ("Thôn 9",)}, "schedule.zone_unknown"), ({"dayparts": ("mornin",)}, "schedule.daypart_unknown"),
    ({"weekdays": "0"}, "schedule.weekdays"), ({"last_day": SATURDAY - timedelta(days=1)}, "schedule.window"),
    ({"first_day": date(2026, 1, 1), "last_day": date(2026, 2, 1)}, "schedule.past"),
    ({"if_missed": "make-up:nowhere"}, "schedule.template_unknown"),
])
def test_what_makes_no_sense_is_refused_new_or_changed(zoned: Station, change: dict[str, Any], code: str) -> None:
    good: dict[str, Any] = {"times": 2, "first_day": SATURDAY, "last_day": WEEK}
    cart_id = zoned.put(sound("a"))
    with refused(code):
        zoned.schedule.add_campaign(cart_id, **{**good, **change})
    with refused(code):
        zoned.schedule.drafted(cart_id, **{**good, **change})
    assert zoned.schedule.campaigns() == []
    made = zoned.schedule.add_campaign(cart_id, **good)
    with refused(code):
        zoned.schedule.edit_campaign(made.id, **change)
    assert zoned.schedule.campaigns() == [made]


def test_every_zone_or_every_time_of_day_is_no_limit(zoned: Station) -> None:
    made = zoned.schedule.add_campaign(zoned.put(sound("a")), 1, SATURDAY, WEEK, zones=("Thôn 2", "Thôn 1"),
                                       dayparts=("morning", "noon", "afternoon", "evening"))
    assert (made.zones, made.dayparts) == ((), ())


def test_a_change_is_recorded_and_taken_back(station: Station) -> None:
    made = station.schedule.add_campaign(station.put(sound("a")), 2, SATURDAY, WEEK, by="Cán bộ")
    changed = station.schedule.edit_campaign(made.id, "Cán bộ", times=3, last_day=SUNDAY, title=" Tin  mới ")
    assert (changed.times, changed.last_day, changed.title) == (3, SUNDAY, "Tin mới")
    assert station.schedule.campaigns() == [changed]
    assert trail(station, "campaign_edited") == [
        {"title": [made.title, "Tin mới"], "times": [2, 3], "last_day": [str(WEEK), str(SUNDAY)]}]
    station.schedule.edit_campaign(made.id, times=made.times, last_day=made.last_day, title=made.title)
    assert station.schedule.campaigns() == [made]
    station.schedule.edit_campaign(made.id, times=made.times)
    assert len(trail(station, "campaign_edited")) == 2, "a change that changes nothing is none"
    with pytest.raises(TypeError):
        station.schedule.edit_campaign(made.id, state="stopped")


def test_a_look_before_stores_nothing(station: Station) -> None:
    cart_id = station.put(sound("a"))
    drafted = station.schedule.drafted(cart_id, times=2, first_day=SATURDAY, last_day=SATURDAY)
    (plan,) = station.schedule.plan_with_campaign(drafted, SATURDAY, SATURDAY)
    assert sum(event.campaign == drafted.id for session in plan.rundown.sessions for event in session.events) == 2
    assert station.schedule.campaigns() == []
    made = station.schedule.add_campaign(cart_id, 2, SATURDAY, SATURDAY)
    edited = station.schedule.edited(made.id, times=1)
    (plan,) = station.schedule.plan_with_campaign(edited, SATURDAY, SATURDAY)
    assert sum(event.campaign == made.id for session in plan.rundown.sessions for event in session.events) == 1
    assert station.schedule.campaigns() == [made]


def test_the_same_airings_are_asked_for_once(station: Station) -> None:
    cart_id = station.put(sound("a"))
    made = station.schedule.add_campaign(cart_id, 2, SATURDAY, WEEK)
    for same in ({}, {"if_missed": "skip"}, {"position": 7}):
        with refused("schedule.duplicate"):
            station.schedule.add_campaign(cart_id, 2, SATURDAY, WEEK, **same)
    other = station.schedule.add_campaign(cart_id, 2, SATURDAY, WEEK, per=Per.WEEK)
    station.schedule.add_campaign(cart_id, 2, SATURDAY, WEEK, dayparts=("morning",))
    station.schedule.add_campaign(cart_id, 2, SATURDAY, WEEK, spacing_minutes=60)
    with refused("schedule.duplicate"):
        station.schedule.edit_campaign(other.id, per=made.per)


def test_a_person_puts_two_priorities_in_order(station: Station) -> None:
    """Two priorities and room for one: the one put first goes."""
    ids = []
    for name in ("a", "b", "c"):
        cart_id = station.put(sound(name, 50 * 60))
        ids.append(station.schedule.add_campaign(cart_id, 1, SATURDAY, SATURDAY, urgency=Urgency.PRIORITY).id)
    routine = station.schedule.add_campaign(station.put(sound("d")), 1, SATURDAY, SATURDAY)

    def airing() -> set[str]:
        return {event.campaign for session in station.schedule.plan(SATURDAY).rundown.sessions
                for event in session.events} & set(ids)

    ordered = station.schedule.order_campaigns([ids[2], ids[0]], "Cán bộ")
    assert [item.id for item in ordered] == [ids[2], ids[0], ids[1]]
    assert airing() == {ids[2], ids[0]}
    station.schedule.order_campaigns([ids[1], ids[0]])
    assert airing() == {ids[1], ids[0]}
    assert trail(station, "campaigns_ordered")[0] == {"order": "1. Mục c; 2. Mục a"}
    with refused("schedule.order"):
        station.schedule.order_campaigns([ids[0], routine.id])
    later = station.schedule.add_campaign(station.put(sound("e")), 1, SATURDAY, SATURDAY, urgency=Urgency.PRIORITY)
    assert later.position == 3, "a new one goes behind those in order"


def test_the_store_reads_what_it_wrote(station: Station) -> None:
    made = station.schedule.add_campaign(station.put(sound("a")), 5, SATURDAY, WEEK, per=Per.WEEK, spacing_minutes=15)
    with station.database.read() as c:
        assert campaigns(c) == [made]
    assert replace(made, times=4) != made
