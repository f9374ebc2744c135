"""What does not fit comes with ways out, and each of them really lets it in."""

from __future__ import annotations

from datetime import date, timedelta

from schedule_station import SATURDAY, Station, sound

from broadcaster.schedule.campaigns.offers import Offer, left_out
from broadcaster.schedule.days import edit_store
from broadcaster.schedule.model import Campaign, Placed, SessionEdit

LAST = SATURDAY + timedelta(days=3)


def planned_with(station: Station, campaign: Campaign) -> tuple[int, list[Offer]]:
    (plan,) = station.schedule.plan_with_campaign(campaign, SATURDAY, SATURDAY)
    return left_out(plan, campaign), station.schedule.offers(campaign, plan)


def by_code(offers: list[Offer], code: str) -> list[dict[str, object]]:
    return [offer.facts for offer in offers if offer.code == code]


def test_what_fits_needs_no_way_out(station: Station) -> None:
    made = station.schedule.add_campaign(station.put(sound("a")), 2, SATURDAY, LAST)
    assert planned_with(station, made) == (0, [])


def test_fewer_a_day_over_more_days_are_as_many(station: Station) -> None:
    made = station.schedule.add_campaign(station.put(sound("a", 55 * 60)), 3, SATURDAY, LAST)
    missing, offers = planned_with(station, made)
    assert missing == 1
    assert by_code(offers, "lower") == [{"times": 2}]
    assert by_code(offers, "more_days") == [{"times": 2, "last": "2026-11-26", "days": 2}]
    for facts in by_code(offers, "more_days"):
        wider = station.schedule.edited(made.id, times=facts["times"], last_day=date.fromisoformat(str(facts["last"])))
        assert planned_with(station, wider) == (0, [])


def test_another_item_moves_over_and_it_fits(station: Station) -> None:
    """20 minutes to place in the morning, 45 of 60 taken there; the afternoon has room for one of them."""
    small = station.schedule.add_campaign(station.put(sound("small", 15 * 60)), 1, SATURDAY, SATURDAY,
                                          dayparts=("morning",))
    movable = station.schedule.add_campaign(station.put(sound("movable", 30 * 60)), 1, SATURDAY, SATURDAY)
    new = station.schedule.drafted(station.put(sound("new", 40 * 60)), times=1, first_day=SATURDAY, last_day=SATURDAY,
                                   dayparts=("morning",))
    with station.database.write("session_edit") as c:  # by hand: the planner alone would have spread them better
        items = tuple(Placed(item.cart.id, item.id) for item in (small, movable))
        edit_store.put(c, SessionEdit(SATURDAY, "morning", items=items), "Cán bộ", "2026-11-20T08:00:00.000+07:00")
    missing, offers = planned_with(station, new)
    assert missing == 1
    (move,) = by_code(offers, "move")
    assert (move["campaign"], move["source"], move["target"]) == (movable.id, "Buổi sáng", "Buổi chiều")
    (hours,) = by_code(offers, "other_hours")
    assert hours["name"] == "Buổi chiều"


def test_a_session_may_end_later_only_where_the_rules_let_it(station: Station) -> None:
    morning, afternoon = station.schedule.templates()
    for template in (morning, afternoon):
        station.schedule.save_template(type(template)(**{**vars(template), "minutes": 30}))
    made = station.schedule.add_campaign(station.put(sound("a", 40 * 60)), 1, SATURDAY, SATURDAY)
    missing, offers = planned_with(station, made)
    assert missing == 1
    longer = by_code(offers, "lengthen")
    assert [(facts["name"], facts["minutes"]) for facts in longer] == [("Buổi sáng", 40), ("Buổi chiều", 40)]
    too_long = station.schedule.add_campaign(station.put(sound("b", 70 * 60)), 1, SATURDAY, SATURDAY)
    assert by_code(planned_with(station, too_long)[1], "lengthen") == [], "the profile allows 60"
    edit = SessionEdit(SATURDAY, "morning", minutes=int(str(longer[0]["minutes"])))
    with station.database.write("session_edit") as c:
        edit_store.put(c, edit, "Cán bộ", "2026-11-20T08:00:00.000+07:00")
    assert left_out(station.schedule.plan(SATURDAY), made) == 0


def test_a_distance_that_is_too_great_is_said(station: Station) -> None:
    made = station.schedule.add_campaign(station.put(sound("a")), 3, SATURDAY, SATURDAY, spacing_minutes=720)
    missing, offers = planned_with(station, made)
    assert missing >= 1
    assert by_code(offers, "spacing")[0]["minutes"] == 720
