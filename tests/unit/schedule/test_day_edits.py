"""Edits of single days: nothing lost, nothing doubled, everything taken back; never what has begun, never at night."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schedule_station import AFTERNOON, FURNITURE, MORNING, QUIET, SATURDAY, rules, run_of, sound

from broadcaster.base.clock import STATION_ZONE
from broadcaster.base.errors import Refused
from broadcaster.schedule.days import edits
from broadcaster.schedule.days.edits import LAST, Spot
from broadcaster.schedule.days.state import DayState, events_of, position_of
from broadcaster.schedule.model import DayPlan, Placed, RelaySlot, Running, SessionEdit
from broadcaster.schedule.plan.build import build_day
from broadcaster.schedule.plan.given import Given

EXAMPLES = int(os.environ.get("DAY_EXAMPLES", "150"))
"""More by hand: DAY_EXAMPLES=5000."""
NIGHT_BEFORE = datetime(2026, 11, 20, 20, 0, tzinfo=STATION_ZONE)
NOON_TIME = datetime(2026, 11, 21, 12, 0, tzinfo=STATION_ZONE)
TEMPLATES = {item.id: item for item in (MORNING, AFTERNOON)}
LOOSE = sound("loose", 45)


class Day:
    """A day whose plan is really made; edits are kept as the service keeps them."""

    def __init__(self, running: list[Running], now: datetime = NIGHT_BEFORE) -> None:
        self.running, self.now = running, now
        self.stored: dict[str, SessionEdit] = {}
        self.plans: dict[tuple[SessionEdit, ...], DayPlan] = {}

    def plan(self) -> DayPlan:
        held = tuple(self.stored[name] for name in sorted(self.stored))
        if held not in self.plans:
            self.plans[held] = build_day(SATURDAY, list(TEMPLATES.values()), self.running, FURNITURE, rules(self.now),
                                          given=Given(edits={SATURDAY: held}, carts={LOOSE.cart.id: LOOSE}))
        return self.plans[held]

    def state(self) -> DayState:
        return DayState(SATURDAY, self.plan(), dict(self.stored), TEMPLATES, QUIET, self.now)

    def save(self, changed: tuple[SessionEdit, ...]) -> tuple[SessionEdit, ...]:
        before = tuple(self.state().edit(edit.session) for edit in changed)
        for edit in changed:
            if edit.says_nothing:
                self.stored.pop(edit.session, None)
            else:
                self.stored[edit.session] = edit
        return before


def day(count: int = 4, times: int = 2, now: datetime = NIGHT_BEFORE) -> Day:
    return Day([run_of(sound(f"m{number}", 60 + number), times) for number in range(count)], now)


def aired(plan: DayPlan) -> Counter[str]:
    return Counter(event.campaign for session in plan.rundown.sessions for event in session.events if event.campaign)


SESSIONS = st.sampled_from(["morning", "afternoon"])
STEPS = st.lists(st.one_of(
    st.tuples(st.just("move"), SESSIONS, st.integers(0, 5), SESSIONS, st.integers(0, 9)),
    st.tuples(st.just("insert"), SESSIONS, st.integers(0, 9)),
    st.tuples(st.just("remove"), SESSIONS, st.integers(0, 5)),
    st.tuples(st.just("reverse"), SESSIONS),
    st.tuples(st.just("lock"), SESSIONS), st.tuples(st.just("release"), SESSIONS),
    st.tuples(st.just("restore"), SESSIONS), st.tuples(st.just("drop"), SESSIONS), st.tuples(st.just("hold"), SESSIONS),
    st.tuples(st.just("resize"), SESSIONS, st.integers(0, 90), st.integers(1, 60)),
    st.tuples(st.just("add"), st.integers(8, 15)),
    st.tuples(st.just("relays"), SESSIONS, st.integers(0, 40)),
), min_size=1, max_size=8)


def step(state: DayState, words: tuple[object, ...]) -> tuple[SessionEdit, ...]:
    match words:
        case ("move", str(one), int(position), str(other), int(to)):
            return edits.moved(state, Spot(one, position), state, Spot(other, to))
        case ("insert", str(name), int(to)):
            return edits.inserted(state, Placed(LOOSE.cart.id), Spot(name, to))
        case ("remove", str(name), int(position)):
            return edits.removed(state, Spot(name, position))
        case ("reverse", str(name)):
            return edits.reordered(state, name, list(reversed(range(len(state.shown(name))))))
        case ("resize", str(name), int(shift), int(minutes)):
            starts = (datetime.combine(SATURDAY, TEMPLATES[name].starts) + timedelta(minutes=shift)).time()
            return edits.resized(state, name, starts, minutes)
        case ("add", int(hour)):
            return edits.added_session(state, f"Buổi thêm {hour}", time(hour), 15)
        case ("relays", str(name), int(after)):
            starts = datetime.combine(SATURDAY, state.frame(name).starts) + timedelta(minutes=after)
            return edits.relays_set(state, name, [RelaySlot("vov1", starts.time(), 5)])
    act = {"lock": edits.locked, "release": edits.released, "restore": edits.restored, "drop": edits.dropped,
           "hold": edits.held}[str(words[0])]
    return act(state, str(words[1]))


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(1, 4), st.integers(1, 3), STEPS)
def test_undoing_everything_in_reverse_gives_the_first_plan_back(count: int, times: int,
                                                                 steps: list[tuple[object, ...]]) -> None:
    here = day(count, times)
    first, undo = here.plan(), []
    for words in steps:
        try:
            changed = step(here.state(), words)
        except Refused:
            continue
        undo.append((here.plan(), here.save(changed)))
    for plan, before in reversed(undo):
        here.save(before)
        assert here.plan() == plan
    here.plans.clear()
    assert here.plan() == first
    assert not here.stored


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(1, 5), st.integers(1, 3), st.lists(
    st.tuples(SESSIONS, st.integers(0, 7), SESSIONS, st.integers(0, 9)), min_size=1, max_size=6))
def test_a_move_loses_and_doubles_nothing(count: int, times: int,
                                          moves: list[tuple[str, int, str, int]]) -> None:
    here = day(count, times)
    asked = aired(here.plan())
    for one, position, other, to in moves:
        state = here.state()
        shown = {name: list(state.shown(name)) for name in TEMPLATES}
        if position >= len(shown[one]):
            with pytest.raises(Refused, match="no item"):
                edits.moved(state, Spot(one, position), state, Spot(other, to))
            continue
        here.save(edits.moved(state, Spot(one, position), state, Spot(other, to)))
        after = here.state()
        item = shown[one].pop(position)
        shown[other].insert(to - (one == other and position < min(to, len(shown[one]) + 1)), item)
        assert {name: list(after.shown(name)) for name in TEMPLATES} == shown
        assert aired(after.plan) == asked, "as often a day as before"


def test_only_the_touched_sessions_are_made_by_hand() -> None:
    here = day()
    state = here.state()
    (changed,) = edits.moved(state, Spot("morning", 0), state, Spot("morning", LAST))
    assert changed.session == "morning"
    assert changed.items is not None
    assert changed.items == (*state.shown("morning")[1:], state.shown("morning")[0])
    here.save((changed,))
    assert here.state().by_hand("morning")
    assert not here.state().by_hand("2026-11-21/afternoon")


def test_what_may_not_air_keeps_its_place_through_other_edits() -> None:
    here = day()
    items = here.state().shown("morning")
    gone = Placed(sound("gone").cart.id)
    here.save((SessionEdit(SATURDAY, "morning", items=(items[0], gone, *items[1:])),))
    state = here.state()
    assert gone not in state.shown("morning")
    assert state.listed("morning") == (items[0], gone, *items[1:])
    assert state.numbers("morning") == [0, *range(2, len(items) + 1)]
    assert position_of(state, state.plan.rundown.sessions[0].events[-3].id)[1] in state.numbers("morning")
    (changed,) = edits.moved(state, Spot("morning", 2), state, Spot("morning", 0))
    assert changed.items == (items[1], items[0], gone, *items[2:])
    (changed,) = edits.reordered(state, "morning", [2, 1, 0, *range(3, len(items) + 1)])
    assert changed.items == (items[1], gone, items[0], *items[2:])


def test_what_may_not_air_is_taken_out_alone_or_put_elsewhere() -> None:
    here = day()
    items = here.state().shown("morning")
    gone = Placed(sound("gone").cart.id)
    here.save((SessionEdit(SATURDAY, "morning", items=(items[0], gone, *items[1:])),))
    (changed,) = edits.removed(here.state(), Spot("morning", 1))
    assert changed.items == items
    morning, afternoon = edits.moved(here.state(), Spot("morning", 1), here.state(), Spot("afternoon"))
    assert morning.items == items
    assert afternoon.items == (*here.state().shown("afternoon"), gone)


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(SESSIONS, st.integers(0, 9), SESSIONS, st.integers(0, 12)), min_size=1, max_size=6),
       st.lists(st.integers(0, 4), max_size=3))
def test_what_does_not_air_is_never_lost(moves: list[tuple[str, int, str, int]], waits: list[int]) -> None:
    here = day()
    items = list(here.state().shown("morning"))
    for number, place in enumerate(waits):
        items.insert(place, Placed(sound(f"gone{number}").cart.id))
    here.save((SessionEdit(SATURDAY, "morning", items=tuple(items)),))
    had = Counter([*here.state().listed("morning"), *here.state().listed("afternoon")])
    for one, position, other, to in moves:
        state = here.state()
        assert [state.listed(one)[number] for number in state.numbers(one)] == list(state.shown(one))
        if position >= len(state.listed(one)):
            continue
        item = state.listed(one)[position]
        changed = edits.moved(state, Spot(one, position), state, Spot(other, to))
        here.save(changed)
        assert item in here.state().listed(other)
        assert Counter([*here.state().listed("morning"), *here.state().listed("afternoon")]) == had


def test_a_campaign_that_airs_another_sound_now_keeps_its_event() -> None:
    here = day(count=1, times=1)
    (item,) = [item for name in TEMPLATES for item in here.state().shown(name)]
    session = next(name for name in TEMPLATES if here.state().shown(name))
    here.save((SessionEdit(SATURDAY, session, items=(Placed("cart-of-before", item.campaign),)),))
    state = here.state()
    (event,) = events_of(state, session)
    assert event is not None
    assert event.campaign == item.campaign
    assert position_of(state, event.id) == (f"2026-11-21/{session}", 0)


def test_events_and_positions_belong_together() -> None:
    state = day().state()
    for name in TEMPLATES:
        events = events_of(state, name)
        assert [event.campaign for event in events if event] == [item.campaign for item in state.shown(name)]
        for number, event in enumerate(events):
            assert event is not None
            assert position_of(state, event.id)[1] == number
    tune = state.plan.rundown.sessions[0].events[0]
    with pytest.raises(Refused) as refusal:
        position_of(state, tune.id)
    assert refusal.value.code == "schedule.item_unknown"


def every_edit(state: DayState, name: str) -> Iterator[tuple[str, object]]:
    yield "moved from", lambda: edits.moved(state, Spot(name, 0), state, Spot("afternoon"))
    yield "moved to", lambda: edits.moved(state, Spot("afternoon", 0), state, Spot(name))
    yield "inserted", lambda: edits.inserted(state, Placed(LOOSE.cart.id), Spot(name))
    yield "removed", lambda: edits.removed(state, Spot(name, 0))
    yield "reordered", lambda: edits.reordered(state, name, [])
    yield "resized", lambda: edits.resized(state, name, time(13), 20)
    for act in (edits.locked, edits.released, edits.restored, edits.dropped, edits.held):
        yield act.__name__, lambda act=act: act(state, name)
    yield "relays_set", lambda: edits.relays_set(state, name, [])


def test_a_session_that_has_begun_is_never_changed() -> None:
    state = day(now=NOON_TIME).state()
    for words, act in every_edit(state, "morning"):
        with pytest.raises(Refused) as refusal:
            act()  # type: ignore[operator]
        assert refusal.value.code == "schedule.begun", words
    assert edits.locked(state, "afternoon")
    with pytest.raises(Refused) as refusal:
        edits.resized(state, "afternoon", time(11), 20)
    assert refusal.value.code == "schedule.begun", "nor is one held in the past"


@pytest.mark.parametrize(("starts", "minutes", "code"), [
    (time(4, 0), 40, "quiet_hours"), (time(20, 30), 40, "quiet_hours"), (time(23), 30, "quiet_hours"),
    (time(5), 0, "minutes"), (time(5), -5, "minutes"), (time(5), 1441, "minutes"), (time(16, 30), 45, "overlap"),
    (time(17, 59), 30, "overlap"), (time(4, 30), 1440, "quiet_hours")])
def test_hours_that_cannot_be(starts: time, minutes: int, code: str) -> None:
    state = day().state()
    for act in (lambda: edits.resized(state, "morning", starts, minutes),
                lambda: edits.added_session(state, "Buổi thêm", starts, minutes)):
        with pytest.raises(Refused) as refusal:
            act()
        assert refusal.value.code == f"schedule.{code}"


def test_back_to_the_templates_hours_leaves_no_edit() -> None:
    here = day()
    here.save(edits.resized(here.state(), "morning", time(6), 30))
    assert here.state().frame("morning").starts == time(6)
    (changed,) = edits.resized(here.state(), "morning", time(5), 60)
    assert changed.says_nothing


def test_a_session_of_that_day_alone_comes_and_goes() -> None:
    here = day()
    (added,) = edits.added_session(here.state(), "  Buổi trưa ", time(11), 20)
    assert (added.session, added.name) == ("buoi-trua-1", "Buổi trưa")
    here.save((added,))
    assert here.state().is_held("buoi-trua-1")
    assert here.state().shown("buoi-trua-1")
    (second,) = edits.added_session(here.state(), "Buổi trưa", time(12), 20)
    assert second.session == "buoi-trua-2"
    (gone,) = edits.dropped(here.state(), "buoi-trua-1")
    assert gone.says_nothing
    with pytest.raises(Refused) as refusal:
        edits.added_session(here.state(), "  ", time(12), 20)
    assert refusal.value.code == "schedule.name"


def test_a_dropped_session_is_held_again_with_what_it_had() -> None:
    here = day()
    here.save(edits.locked(here.state(), "morning"))
    kept = here.state().shown("morning")
    here.save(edits.dropped(here.state(), "morning"))
    assert not here.state().is_held("morning")
    with pytest.raises(Refused) as refusal:
        edits.inserted(here.state(), Placed(LOOSE.cart.id), Spot("morning"))
    assert refusal.value.code == "schedule.not_held"
    here.save(edits.held(here.state(), "morning"))
    assert here.state().shown("morning") == kept
    assert edits.held(here.state(), "morning") == ()


def test_a_session_of_other_weekdays_can_be_held() -> None:
    here = day()
    monday = TEMPLATES["morning"].__class__("monday", "Buổi thứ Hai", time(9), 30, "1")
    state = DayState(SATURDAY, here.plan(), {}, {**TEMPLATES, "monday": monday}, QUIET, NIGHT_BEFORE)
    (changed,) = edits.held(state, "monday")
    assert not changed.says_nothing
    assert changed.starts == time(9)


def test_a_relay_must_lie_in_its_session() -> None:
    state = day().state()
    (changed,) = edits.relays_set(state, "morning", [RelaySlot("vov1", time(5, 30), 30)])
    assert changed.relays is not None
    for slot in (RelaySlot("vov1", time(5, 31), 30), RelaySlot("vov1", time(4, 59), 5), RelaySlot("vov1", time(5), 0)):
        with pytest.raises(Refused) as refusal:
            edits.relays_set(state, "morning", [slot])
        assert refusal.value.code == "schedule.relay_outside"


def test_unknown_sessions_and_places_are_refused() -> None:
    state = day().state()
    for act in (lambda: edits.locked(state, "noon"), lambda: edits.inserted(state, Placed("x"), Spot("noon"))):
        with pytest.raises(Refused) as refusal:
            act()
        assert refusal.value.code == "schedule.template_unknown"
    for act in (lambda: edits.removed(state, Spot("morning", 99)), lambda: edits.removed(state, Spot("morning", -1)),
                lambda: edits.reordered(state, "morning", [0, 0, 1, 2])):
        with pytest.raises(Refused) as refusal:
            act()
        assert refusal.value.code == "schedule.item_unknown"


def test_an_item_goes_to_another_day_whole() -> None:
    here, there = day().state(), day().state()
    tomorrow = DayState(SATURDAY + timedelta(days=1), build_day(
        SATURDAY + timedelta(days=1), list(TEMPLATES.values()), [], FURNITURE, rules(NIGHT_BEFORE)), {}, TEMPLATES,
        QUIET, NIGHT_BEFORE)
    out, into = edits.moved(here, Spot("morning", 0), tomorrow, Spot("morning"))
    assert (out.day, into.day) == (SATURDAY, date(2026, 11, 22))
    assert out.items == there.shown("morning")[1:]
    assert into.items == there.shown("morning")[:1]
