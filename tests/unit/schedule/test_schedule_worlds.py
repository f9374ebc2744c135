"""Random stations on random days: tests/bench/million_plans.py makes a million of them, this a few."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from plan_worlds import faults, world_of

from broadcaster.base.clock import STATION_ZONE
from broadcaster.schedule.publish import content


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
