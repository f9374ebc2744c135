"""Times of day and zones an item is kept to, in the plan of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from schedule_station import AFTERNOON, FURNITURE, MORNING, SATURDAY, TWO, rules, run_of, sound

from broadcaster.library.model import CartKind
from broadcaster.schedule.model import Airable, DayPlan, IfMissed, Rules, Running, SessionTemplate
from broadcaster.schedule.plan.build import build_day
from broadcaster.schedule.plan.limits import in_zones

HOURS = {"morning": ("04:00", "10:00"), "noon": ("10:00", "14:00"), "afternoon": ("14:00", "18:30"),
         "evening": ("18:30", "22:00")}
EAST, WEST = "Thôn Đông", "Thôn Tây"
RULES = replace(rules(), dayparts=HOURS, zones=(EAST, WEST))


def kept(name: str, *, dayparts: tuple[str, ...] = (), zones: tuple[str, ...] = (), seconds: float = 60) -> Airable:
    item = sound(name, seconds)
    return replace(item, cart=replace(item.cart, dayparts=dayparts, zones=zones))


def planned(running: list[Running], templates: tuple[SessionTemplate, ...] = TWO, under: Rules = RULES) -> DayPlan:
    return build_day(SATURDAY, templates, running, FURNITURE, under)


def where(plan: DayPlan) -> dict[str, list[str]]:
    """Template -> titles of its items."""
    return {session.id.partition("/")[2]: [event.title for event in session.events if event.campaign]
            for session in plan.rundown.sessions}


def codes(plan: DayPlan) -> list[str]:
    return [warning.code for warning in plan.warnings]


@pytest.mark.parametrize(("dayparts", "held"), [
    ((), {"morning": 1, "afternoon": 1}), (("morning",), {"morning": 2}), (("afternoon", "evening"), {"afternoon": 2}),
    (("morning", "afternoon"), {"morning": 1, "afternoon": 1})])
def test_an_item_airs_in_its_hours_only(dayparts: tuple[str, ...], held: dict[str, int]) -> None:
    plan = planned([run_of(kept("a", dayparts=dayparts), 2)])
    assert {name: len(titles) for name, titles in where(plan).items()} == held
    assert "daypart_limit" not in codes(plan)


@pytest.mark.parametrize("dayparts", [("noon",), ("evening",), ("midnight nobody knows",)])
def test_without_a_session_in_its_hours_the_reason_is_told(dayparts: tuple[str, ...]) -> None:
    plan = planned([run_of(kept("a", dayparts=dayparts), 2), run_of(sound("b"), 1)])
    assert where(plan) == {"morning": ["Mục b"]}
    assert [item.facts["title"] for item in plan.warnings if item.code == "daypart_limit"] == ["Mục a"]


@pytest.mark.parametrize(("starts", "held"), [(time(9, 59), True), (time(10, 0), False), (time(4, 0), True)])
def test_a_session_belongs_to_the_hour_it_starts_in(starts: time, held: bool) -> None:
    under = replace(RULES, quiet=replace(RULES.quiet, end="03:00"))
    plan = planned([run_of(kept("a", dayparts=("morning",)), 1)], (replace(MORNING, starts=starts),), under)
    assert bool(where(plan)) is held


@pytest.mark.parametrize(("zones", "session", "every", "allowed"), [
    ((), (), (), True), ((), (WEST,), (EAST, WEST), True), (("all",), ("all",), (EAST,), True),
    ((EAST,), (EAST,), (EAST, WEST), True), ((EAST,), (EAST, WEST), (EAST, WEST), False),
    ((EAST,), ("all",), (EAST, WEST), False), ((EAST, WEST), ("all",), (EAST, WEST), True),
    ((EAST,), ("all",), (EAST,), True), ((EAST,), ("all",), (), False), ((EAST,), (), (EAST, WEST), False),
    ((EAST,), (WEST,), (EAST, WEST), False)])
def test_a_session_that_reaches_a_zone_too_many_does_not_carry_it(
        zones: tuple[str, ...], session: tuple[str, ...], every: tuple[str, ...], allowed: bool) -> None:
    assert in_zones(kept("a", zones=zones).cart, session, every) is allowed


def test_an_item_for_one_zone_airs_in_the_session_of_that_zone() -> None:
    east, everyone = replace(MORNING, id="east", zones=(EAST,)), AFTERNOON
    plan = planned([run_of(kept("a", zones=(EAST,)), 2)], (east, everyone))
    assert where(plan) == {"east": ["Mục a", "Mục a"]}
    none = planned([run_of(kept("a", zones=(EAST,)), 2)])
    assert where(none) == {}
    assert "zone_limit" in codes(none)


def test_tunes_keep_to_their_hours_too() -> None:
    tune = sound("dawn", 12, CartKind.SIGNATURE)
    tune = replace(tune, cart=replace(tune.cart, dayparts=("morning",)))
    plan = build_day(SATURDAY, TWO, [run_of(sound("a"), 2)], {**FURNITURE, "nhac_hieu": tune}, RULES)
    kinds = [[event.kind for event in session.events] for session in plan.rundown.sessions]
    assert kinds == [["nhac_hieu", "loi_xuong", "thong_bao", "loi_chao", "nhac_hieu"],
                     ["loi_xuong", "thong_bao", "loi_chao"]]
    assert plan.rundown.sessions[1].events[1].starts_at.second == 8


def test_it_is_made_up_in_its_hours_only() -> None:
    for dayparts, made_up in ((("morning",), ""), ((), f"{SATURDAY}/afternoon")):
        item = run_of(kept("a", dayparts=dayparts), 1)
        item = replace(item, campaign=replace(item.campaign, if_missed=IfMissed(session="afternoon")))
        plan = planned([item, run_of(sound("b"), 2)])
        (event,) = [event for session in plan.rundown.sessions for event in session.events
                    if event.campaign == item.campaign.id]
        assert event.make_up == made_up


PARTS = st.sets(st.sampled_from(sorted(HOURS)), max_size=4).map(lambda found: tuple(sorted(found)))
PLACES = st.sets(st.sampled_from((EAST, WEST)), max_size=2).map(lambda found: tuple(sorted(found)))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(PARTS, PLACES, st.integers(1, 4), st.integers(5, 900)), min_size=1, max_size=6),
       st.lists(st.tuples(st.integers(5, 19), PLACES), min_size=1, max_size=4, unique_by=lambda pair: pair[0]))
def test_nothing_ever_airs_outside_its_limits(items: list[tuple[tuple[str, ...], tuple[str, ...], int, int]],
                                              held: list[tuple[int, tuple[str, ...]]]) -> None:
    running = [run_of(kept(str(n), dayparts=parts, zones=zones, seconds=seconds), times)
               for n, (parts, zones, times, seconds) in enumerate(items)]
    templates = tuple(SessionTemplate(f"t{hour}", f"Buổi {hour}", time(hour), 45, zones=zones or ("all",))
                      for hour, zones in held)
    plan = planned(running, templates)
    limits = {item.campaign.id: item.campaign.cart for item in running}
    count: dict[str, int] = {}
    for session in plan.rundown.sessions:
        reached = {EAST, WEST} if "all" in session.zones else set(session.zones)
        for event in session.events:
            if event.campaign:
                cart = limits[event.campaign]
                count[event.campaign] = count.get(event.campaign, 0) + 1
                assert not cart.zones or reached <= set(cart.zones)
                assert not cart.dayparts or any(
                    HOURS[part][0] <= f"{session.starts_at:%H:%M}" < HOURS[part][1] for part in cart.dayparts)
    told = {str(item.facts.get("campaign")) for item in plan.warnings if item.facts.get("campaign")}
    assert all(count.get(item.campaign.id, 0) == item.campaign.times or item.campaign.id in told
               for item in running)
