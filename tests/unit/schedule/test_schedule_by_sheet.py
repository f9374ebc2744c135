"""Whatever is changed after the approval, nothing leaves the planner that does not stand on the sheet like this."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from schedule_station import AFTERNOON, FURNITURE, KEY, MORNING, SATURDAY, rules, run_of, sound

from broadcaster.library.model import State
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.rundown import Relay, Urgency
from broadcaster.schedule.model import (
    DayPlan,
    Placed,
    RelaySlot,
    RelaySource,
    Running,
    SessionEdit,
    SessionTemplate,
)
from broadcaster.schedule.plan.build import build_day
from broadcaster.schedule.plan.by_sheet import DaySheet, with_waiting
from broadcaster.schedule.plan.given import Given
from broadcaster.schedule.sheets.sheet import Slot, monday_of, slots_of

NOON = SessionTemplate("noon", "Buổi trưa", AFTERNOON.starts.replace(hour=11), 20)
NAMES = "abcdef"

ITEM = st.tuples(st.sampled_from(NAMES), st.integers(1, 4), st.integers(10, 1500), st.sampled_from(list(Urgency)),
                 st.sampled_from([State.APPROVED] * 6 + [State.WITHDRAWN, State.SUBMITTED, State.SUPERSEDED]))
ITEMS = st.lists(ITEM, max_size=6, unique_by=lambda item: (item[0], item[1]))
HELD = st.lists(st.sampled_from([
    MORNING, NOON, AFTERNOON, replace(MORNING, minutes=20), replace(MORNING, starts=MORNING.starts.replace(minute=15)),
    replace(NOON, zones=("Thôn Đông",)), replace(AFTERNOON, minutes=90), replace(AFTERNOON, name="Buổi tối")]),
    min_size=1, max_size=3, unique_by=lambda item: item.id)


def running(items: list[tuple[str, int, int, Urgency, State]]) -> list[Running]:
    """Two campaigns of one item are two campaigns."""
    found = []
    for name, times, seconds, urgency, state in items:
        item = run_of(sound(name, seconds, state=state), times, urgency=urgency)
        found.append(replace(item, campaign=replace(item.campaign, id=f"campaign-{name}-{times}")))
    return found


def slots(plan: DayPlan, items: list[Running]) -> tuple[Slot, ...]:
    return slots_of([plan], {item.campaign.id: item.campaign.cart.id for item in items})


def lines(of: tuple[Slot, ...]) -> Counter[tuple[object, ...]]:
    """(day, session, start, zones, cart) of each airing."""
    return Counter((slot.day, slot.session, slot.starts, slot.zones, item.cart) for slot in of for item in slot.items)


@settings(max_examples=120, deadline=None)
@given(ITEMS, HELD, ITEMS, HELD)
def test_nothing_airs_that_does_not_stand_on_the_sheet(
        before: list[tuple[str, int, int, Urgency, State]], held: list[SessionTemplate],
        after: list[tuple[str, int, int, Urgency, State]], held_now: list[SessionTemplate]) -> None:
    items, now = running(before), running(after)
    approved = slots(build_day(SATURDAY, held, items, FURNITURE, rules()), items)
    free = build_day(SATURDAY, held_now, now, FURNITURE, rules())
    plan = build_day(SATURDAY, held_now, now, FURNITURE, rules(), None, DaySheet.of(approved, SATURDAY))
    out = slots(plan, now)
    assert lines(out) <= lines(approved)
    ends = {slot.session: slot.ends for slot in approved}
    assert all(slot.ends <= ends[slot.session] for slot in out)
    order = {slot.session: [item.cart for item in slot.items] for slot in approved}
    assert all(is_within([item.cart for item in slot.items], order[slot.session]) for slot in out)
    for session in plan.rundown.sessions:
        last = session.events[-1]
        assert last.starts_at + timedelta(seconds=last.cut.frames / 48_000) <= session.hard_end
    counts = Counter(event.campaign for session in plan.rundown.sessions for event in session.events if event.campaign)
    assert all(counts[item.campaign.id] <= item.campaign.times for item in now)
    assert all(item.airable.cart.state is State.APPROVED for item in now if counts[item.campaign.id])
    told_all(with_waiting(plan, free, now, approved=True), free)


def told_all(plan: DayPlan, free: DayPlan) -> None:
    """What the free plan holds beyond the sheet's is told, by session or by item."""
    sessions = {item.session_id for item in plan.warnings if item.code == "session_not_on_sheet"}
    told = {str(item.facts.get("campaign")) for item in plan.warnings if item.code == "not_on_sheet"}
    have = Counter(event.campaign for session in plan.rundown.sessions for event in session.events)
    wanted = Counter(event.campaign for session in free.rundown.sessions if session.id not in sessions
                     for event in session.events if event.campaign)
    assert set(wanted - have) == told


@settings(max_examples=60, deadline=None)
@given(ITEMS, HELD)
def test_an_unchanged_plan_airs_whole(before: list[tuple[str, int, int, Urgency, State]],
                                      held: list[SessionTemplate]) -> None:
    items = running(before)
    free = build_day(SATURDAY, held, items, FURNITURE, rules())
    sheet = DaySheet.of(slots(free, items), SATURDAY)
    plan = build_day(SATURDAY, held, items, FURNITURE, rules(), None, sheet)
    assert plan.rundown.sessions == free.rundown.sessions
    assert not {item.code for item in with_waiting(plan, free, items, approved=True).warnings} & {
        "not_on_sheet", "session_not_on_sheet", "week_not_approved"}


def test_no_sheet_is_an_empty_day() -> None:
    items = running([("a", 2, 60, Urgency.EMERGENCY, State.APPROVED)])
    plan = build_day(SATURDAY, [MORNING], items, FURNITURE, rules(), None, DaySheet.of((), SATURDAY))
    assert plan.rundown.sessions == ()
    free = build_day(SATURDAY, [MORNING], items, FURNITURE, rules())
    told = with_waiting(plan, free, items, approved=False)
    assert [(item.code, item.facts) for item in told.warnings if item.code == "week_not_approved"] == [
        ("week_not_approved", {"monday": str(monday_of(SATURDAY))})]


def is_within(some: list[str], whole: list[str]) -> bool:
    """Whether `some` are `whole` with parts left out, in the same order."""
    rest = iter(whole)
    return all(name in rest for name in some)


def test_what_a_hand_put_in_and_a_relay_stand_on_the_sheet_too() -> None:
    (a,) = running([("a", 2, 60, Urgency.ROUTINE, State.APPROVED)])
    extra = sound("extra", 40)
    relay = Relay("stream", "https://vov.example")
    yes = Approval("yes", "relay:vov1", "", relay.digest(), "Phó Chủ tịch", "2026-11-01T08:00:00.000+07:00")
    source = RelaySource("vov1", "Thời sự VOV1", relay, yes.sealed(KEY))
    held = [replace(MORNING, relays=(RelaySlot("vov1", MORNING.starts.replace(minute=30), 15),)), AFTERNOON]
    hand = SessionEdit(SATURDAY, "afternoon", items=(Placed(extra.cart.id), Placed(a.airable.cart.id, a.campaign.id)))
    given = Given(edits={SATURDAY: (hand,)}, sources={"vov1": source}, carts={extra.cart.id: extra})
    free = build_day(SATURDAY, held, [a], FURNITURE, rules(), given=given)
    approved = slots(free, [a])
    assert [[item.title for item in slot.items] for slot in approved] == [
        ["Mục a", "Thời sự VOV1"], ["Mục extra", "Mục a"]]
    plan = build_day(SATURDAY, held, [a], FURNITURE, rules(), None, DaySheet.of(approved, SATURDAY), given)
    assert plan.rundown.sessions == free.rundown.sessions
    without = [replace(slot, items=tuple(item for item in slot.items if item.campaign)) for slot in approved]
    bound = build_day(SATURDAY, held, [a], FURNITURE, rules(), None, DaySheet.of(without, SATURDAY), given)
    heard = [event.title for session in bound.rundown.sessions for event in session.events]
    assert "Mục extra" not in heard
    assert "Thời sự VOV1" not in heard
