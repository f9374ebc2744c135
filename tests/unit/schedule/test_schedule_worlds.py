"""Random stations on random days: tests/bench/million_plans.py makes a million of them, this a few."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from plan_worlds import faults, world_of
from schedule_station import FURNITURE

from broadcaster.base.clock import STATION_ZONE
from broadcaster.schedule.model import Period
from broadcaster.schedule.plan.build import build_day
from broadcaster.schedule.plan.by_sheet import DaySheet
from broadcaster.schedule.publish import content
from broadcaster.schedule.sheets.sheet import slots_of


@pytest.mark.parametrize("block", range(8))
def test_no_plan_breaks_a_promise(block: int) -> None:
    """Quiet hours, zones, limits, approvals, windows, numbers, distances."""
    for seed in range(block * 80, block * 80 + 80):
        world = world_of(seed)
        plan = world.plan()
        assert list(faults(world, plan)) == [], f"world_of({seed})"


@pytest.mark.parametrize("seed", [5052362, 5257439, 5750133])
def test_what_a_hand_puts_close_together_excuses_no_other(seed: int) -> None:
    """The faults of a million plans: another campaign's airings stood too near, because a person's choice stays."""
    world = world_of(seed)
    assert list(faults(world, world.plan())) == []


def test_the_day_goes_on_as_it_was_planned() -> None:
    """Same input, same plan; what has begun stays, whatever the hour at which it is planned again."""
    for seed in range(100):
        world = world_of(seed)
        plan = world.plan()
        assert plan == world.plan(), f"world_of({seed})"
        for session in plan.rundown.sessions:
            now = max(world.rules.now, session.starts_at + timedelta(minutes=1))
            again = world.plan(plan.rundown, now)
            begun = [item.id for item in plan.rundown.sessions if item.starts_at <= now]
            kept = [item for item in again.rundown.sessions if item.id in begun]
            assert kept == [item for item in plan.rundown.sessions if item.id in begun]
            assert list(faults(world, again, begun)) == [], f"world_of({seed}) at {now}"
        assert content(world.plan(plan.rundown).rundown) == content(plan.rundown), f"world_of({seed})"


def test_no_session_is_shuffled_because_another_begins() -> None:
    """What was printed and signed in the morning holds in the afternoon."""
    several = 0
    for seed in range(1200):
        world = world_of(seed)
        # What was taken out for its distance leaves room that is filled later.
        world = replace(world, running=tuple(
            replace(item, campaign=replace(item.campaign, spacing_minutes=0)) for item in world.running))
        plan = world.plan(now=datetime.combine(world.day, time(0, 0, 1), STATION_ZONE))
        sessions = plan.rundown.sessions
        several += len(sessions) > 1
        for session in sessions:
            again = world.plan(plan.rundown, session.starts_at + timedelta(seconds=1))
            assert content(again.rundown) == content(plan.rundown), f"world_of({seed})"
    assert several > 100


def test_an_approved_sheet_airs_whole() -> None:
    """By hand or not, beside relays, in periods: what was signed is what sounds, and nothing else."""
    signed = 0
    for seed in range(600):
        world = world_of(seed)
        free = world.plan()
        carts = {item.campaign.id: item.campaign.cart.id for item in world.running}
        sheet = DaySheet.of(slots_of([free], carts), world.day)
        plan = build_day(world.day, world.templates, world.running, FURNITURE, world.rules, None, sheet, world.given)
        assert plan.rundown.sessions == free.rundown.sessions, f"world_of({seed})"
        signed += bool(free.rundown.sessions)
    assert signed > 100


def test_mourning_takes_the_music_off_a_signed_sheet() -> None:
    for seed in range(300):
        world = world_of(seed)
        carts = {item.campaign.id: item.campaign.cart.id for item in world.running}
        sheet = DaySheet.of(slots_of([world.plan()], carts), world.day)
        mourning = Period("tang", "mourning", "Quốc tang", world.day, world.day,
                          without=("nhac", "nhac_cat", "nhac_hieu"))
        world = replace(world, given=replace(world.given, periods=(*world.given.periods, mourning)))
        plan = build_day(world.day, world.templates, world.running, FURNITURE, world.rules, None, sheet, world.given)
        kinds = {event.kind for session in plan.rundown.sessions for event in session.events}
        assert not kinds & set(mourning.without), f"world_of({seed})"
