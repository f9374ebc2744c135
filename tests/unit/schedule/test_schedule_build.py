"""The plan of a day: absolute times, fair shares, nothing that may not air."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from schedule_station import (
    AFTERNOON,
    FURNITURE,
    KEY,
    MORNING,
    PROFILE,
    SATURDAY,
    TWO,
    rules,
    run_of,
    sound,
    with_id,
)

from broadcaster.base.clock import STATION_ZONE, at
from broadcaster.base.frames import RATE
from broadcaster.library.model import State
from broadcaster.protocol.rundown import QuietHours, Rundown, RundownEvent, Urgency
from broadcaster.schedule.model import Airable, DayPlan, RuleOverride, Rules, Running, SessionTemplate
from broadcaster.schedule.plan.build import LATEST, LOCK, build_day
from broadcaster.schedule.plan.given import Given
from broadcaster.schedule.plan.sittings import in_quiet
from broadcaster.schedule.publish import content

A, B = sound("a", 90), sound("b", 61.5)


def plan(running: Sequence[Running], templates: Sequence[SessionTemplate] = TWO, day: date = SATURDAY,
         under: Rules | None = None, published: Rundown | None = None) -> DayPlan:
    return build_day(day, templates, running, FURNITURE, under or rules(), published)


def codes(of: DayPlan) -> list[str]:
    return [warning.code for warning in of.warnings]


def kinds(of: DayPlan, session: int = 0) -> list[str]:
    return [event.kind for event in of.rundown.sessions[session].events]


def test_a_session_runs_opening_items_bridges_closing_at_exact_times() -> None:
    """Instants are computed once, for the whole day, never on a polling grid."""
    made = plan([run_of(A, 2), run_of(B, 2)])
    morning = made.rundown.sessions[0]
    assert kinds(made) == ["nhac_hieu", "loi_xuong", "thong_bao", "nhac_cat", "thong_bao", "loi_chao", "nhac_hieu"]
    offsets = [(event.starts_at - at(SATURDAY, 5 * 3600)).total_seconds() for event in morning.events]
    assert offsets == [0, 12, 20, 110, 114, 175.5, 182.5]
    assert [event.hard for event in morning.events] == [True] + [False] * 6
    assert (morning.id, morning.hard_end) == ("2026-11-21/morning", at(SATURDAY, 6 * 3600))
    assert morning.lead_in_seconds == 3.0
    first = morning.events[2]
    assert first.latest_start == first.starts_at + LATEST
    assert first.approval == A.approval
    assert len({event.id for session in made.rundown.sessions for event in session.events}) == 14


def test_an_item_near_the_end_must_start_while_it_still_fits() -> None:
    short = replace(MORNING, minutes=3, opening=(), closing=())
    (event,) = plan([run_of(A, 1)], [short]).rundown.sessions[0].events
    assert event.latest_start == at(SATURDAY, 5 * 3600 + 90)


def test_the_letter_the_voice_and_the_campaign_travel_along() -> None:
    item = run_of(replace(A, voice="vi"), 1, urgency=Urgency.PRIORITY)
    event = plan([item]).rundown.sessions[0].events[2]
    assert (event.voice, event.campaign, event.urgency) == ("vi", item.campaign.id, Urgency.PRIORITY)
    assert event.directive is item.airable.directive


def test_repeats_are_told_from_first_airings() -> None:
    first, last = SATURDAY, SATURDAY + timedelta(days=3)
    item = run_of(A, 2, first, last)
    flags = [[event.repeat for session in plan([item], day=day).rundown.sessions for event in session.events
              if event.campaign] for day in (first, first + timedelta(days=1))]
    assert flags == [[False, True], [True, True]]
    heard = run_of(A, 1, first - timedelta(days=9), last, first_aired="2026-11-13")
    assert plan([heard], under=rules(datetime(2026, 11, 21, 4, tzinfo=STATION_ZONE))) \
        .rundown.sessions[0].events[2].repeat


def test_a_session_without_items_is_not_aired() -> None:
    """Furniture alone is no programme, and the emptiness is said aloud."""
    made = plan([run_of(A, 1)])
    assert [session.name for session in made.rundown.sessions] == ["Buổi sáng"]
    assert [w.session_id for w in made.warnings if w.code == "session_empty"] == ["2026-11-21/afternoon"]
    assert codes(plan([])) == ["session_empty", "session_empty"]


@pytest.mark.parametrize(("item", "code"), [
    (sound("x", approved=False, state=State.SUBMITTED), "not_approved"),
    (sound("x", approved=False), "not_approved"),
    (sound("x", state=State.RETURNED), "not_approved"),
    (sound("x", state=State.WITHDRAWN), "withdrawn"),
    (sound("x", valid_until="2026-11-20"), "expired"),
    (replace(A, cart=replace(A.cart, valid_until="2026-11-20")), "expired"),
    (replace(A, cart=replace(A.cart, valid_from="2026-11-22")), "not_yet"),
    (replace(A, approval=replace(A.approval, valid_from="2026-11-22").sealed(KEY)), "not_yet"),
    (sound("x", state=State.CHECKED), "not_approved"),
    (sound("x", state=State.SUPERSEDED), "superseded"),
    (sound("x", state=State.ARCHIVED), "archived"),
    (replace(A, cart=replace(A.cart, cut=B.cart.cut)), "approval_broken"),
    (replace(A, approval=replace(A.approval, approver="Người khác")), "approval_broken"),
])
def test_what_may_not_air_is_never_planned(item: Airable, code: str) -> None:
    made = plan([run_of(item, 2), run_of(B, 2)])
    assert codes(made) == [code]
    assert {event.title for session in made.rundown.sessions for event in session.events if event.campaign} == {"Mục b"}


def test_valid_until_is_inclusive() -> None:
    assert codes(plan([run_of(sound("x", valid_until="2026-11-21"), 2)])) == []


def test_furniture_that_is_missing_or_not_approved_is_skipped_with_a_warning() -> None:
    bad = {**FURNITURE, "loi_xuong": sound("loi", kind=FURNITURE["loi_xuong"].cart.kind, approved=False)}
    del bad["nhac_cat"]
    made = build_day(SATURDAY, TWO, [run_of(A, 4)], bad, rules())
    assert kinds(made) == ["nhac_hieu", "thong_bao", "thong_bao", "loi_chao", "nhac_hieu"]
    assert [w.facts["kind"] for w in made.warnings if w.code == "furniture_missing"] == ["loi_xuong", "nhac_cat"]


def test_what_does_not_fit_is_left_out_and_said() -> None:
    made = plan([run_of(sound(str(n), 600), 2) for n in range(8)])
    left = [w for w in made.warnings if w.code == "item_left_out"]
    assert sum(int(str(w.facts["times"])) for w in left) == 16 - 2 * 5
    over = [fill.over_seconds for fill in made.fills]
    assert min(over) > 1200
    assert "session_over" in codes(made)


def test_a_thin_session_is_pointed_out() -> None:
    profile = replace(PROFILE, thin_percent=25)
    assert codes(plan([run_of(sound("x", 800), 1)], [MORNING], under=rules(profile=profile))) == ["session_thin"]
    assert codes(plan([run_of(sound("x", 900), 1)], [MORNING], under=rules(profile=profile))) == []


HANOI = replace(PROFILE, session_minutes=15, sessions_a_day=1, weekdays="12345")
"""Fifteen minutes, once, Monday to Friday."""


def test_what_goes_beyond_the_rule_profile_is_not_aired() -> None:
    on_saturday = plan([run_of(A, 2)], under=rules(profile=HANOI))
    assert (on_saturday.rundown.sessions, codes(on_saturday)) == ((), ["weekday", "item_left_out"])
    friday = SATURDAY - timedelta(days=1)
    made = plan([run_of(A, 2, friday, friday)], day=friday, under=rules(profile=HANOI))
    assert codes(made) == ["sessions_many", "session_long"]
    (session,) = made.rundown.sessions
    assert session.hard_end - session.starts_at == timedelta(minutes=15)


def test_a_reason_lets_more_and_quiet_hours_know_none() -> None:
    def said(rule: str, session: str = "", most: int = 0) -> RuleOverride:
        return RuleOverride(rule, rule, session, most, "Đại hội Đảng bộ xã", "Phó Chủ tịch", "2026-11-01")

    why = Given(overrides=(said("weekday"), said("sessions_many", most=2), said("session_long", "morning", 45)))
    made = build_day(SATURDAY, TWO, [run_of(A, 2)], FURNITURE, rules(profile=HANOI), given=why)
    lengths = [(session.hard_end - session.starts_at).total_seconds() / 60 for session in made.rundown.sessions]
    assert lengths == [45, 15]
    night = SessionTemplate("night", "Buổi đêm", time(20, 30), 60)
    everything = Given(overrides=tuple(said(rule, most=1440) for rule in ("weekday", "sessions_many", "session_long")))
    assert build_day(SATURDAY, [night], [run_of(A, 2)], FURNITURE, rules(profile=HANOI),
                     given=everything).rundown.sessions == ()


@pytest.mark.parametrize(("starts", "minutes"), [
    (time(4, 29), 10), (time(4, 0), 60), (time(20, 30), 31), (time(21, 0), 5), (time(0, 0), 5), (time(20, 0), 600)])
def test_no_session_touches_quiet_hours(starts: time, minutes: int) -> None:
    """Refused wherever it comes from, also when it spans the whole night."""
    night = SessionTemplate("night", "Buổi đêm", starts, minutes)
    made = plan([run_of(A, 1)], [night])
    assert made.rundown.sessions == ()
    assert codes(made)[0] == "quiet_hours"
    assert codes(made)[-1] == "item_left_out"


@pytest.mark.parametrize(("starts", "minutes"), [(time(4, 30), 60), (time(20, 0), 60)])
def test_the_edges_of_quiet_hours_are_day(starts: time, minutes: int) -> None:
    assert codes(plan([run_of(A, 1)], [SessionTemplate("edge", "Sát giờ", starts, minutes)])) == []


def test_a_session_over_midnight_keeps_absolute_times() -> None:
    """Nothing is cut at 23:59:59, nothing falls on the wrong day, the month may end meanwhile."""
    late = SessionTemplate("late", "Buổi khuya", time(23, 59), 30)
    day = date(2026, 11, 30)
    made = plan([run_of(sound("x", 600), 1, day, day)], [late], day,
                rules(quiet=QuietHours("02:00", "04:00")))
    (session,) = made.rundown.sessions
    assert session.hard_end == datetime(2026, 12, 1, 0, 29, tzinfo=STATION_ZONE)
    assert session.events[-1].starts_at.date() == date(2026, 12, 1)
    assert all(event.id.startswith("2026-11-30/late/") for event in session.events)


def test_a_session_gives_way_to_the_next_start() -> None:
    long = replace(MORNING, minutes=720 + 30)
    made = plan([run_of(A, 2)], [long, AFTERNOON], under=rules(profile=replace(PROFILE, session_minutes=1440)))
    assert made.rundown.sessions[0].hard_end == made.rundown.sessions[1].starts_at
    assert "session_shortened" in codes(made)


def test_a_session_gives_way_to_tomorrows_first() -> None:
    late = SessionTemplate("late", "Khuya", time(23, 0), 480)
    free = replace(PROFILE, session_minutes=1440)
    made = plan([run_of(A, 2)], [MORNING, late], under=rules(quiet=QuietHours("12:00", "13:00"), profile=free))
    assert made.rundown.sessions[1].hard_end == at(SATURDAY + timedelta(days=1), 5 * 3600)


def test_two_sessions_at_one_moment_are_one_too_many() -> None:
    made = plan([run_of(A, 1)], [MORNING, replace(MORNING, id="other")])
    assert [session.id for session in made.rundown.sessions] == ["2026-11-21/morning"]
    assert "session_overlap" in codes(made)


def test_a_session_that_has_begun_keeps_what_is_published() -> None:
    """A running session is locked; changes go to the sessions still to come."""
    before = plan([run_of(A, 2)]).rundown
    on_time = rules(at(SATURDAY, 5 * 3600) - LOCK)
    after = plan([run_of(B, 2)], under=on_time, published=before)
    assert after.rundown.sessions[0] == before.sessions[0]
    assert [e.title for e in after.rundown.sessions[1].events if e.campaign] == ["Mục b", "Mục b"]
    early = plan([run_of(B, 2)], under=rules(at(SATURDAY, 5 * 3600 - 1) - LOCK), published=before)
    assert [e.title for e in early.rundown.sessions[0].events if e.campaign] == ["Mục b"]


def test_a_locked_session_counts_for_the_day() -> None:
    items = [run_of(A, 3), run_of(B, 2)]
    before = plan(items).rundown
    after = plan(items, under=rules(at(SATURDAY, 6 * 3600)), published=before)
    assert content(after.rundown) == content(before)
    assert plan(items, under=rules(at(SATURDAY, 20 * 3600)), published=before).rundown.sessions == before.sessions


def test_a_session_begun_without_a_plan_is_not_started_late() -> None:
    made = plan([run_of(A, 2)], under=rules(at(SATURDAY, 5 * 3600 + 60)))
    assert [session.id for session in made.rundown.sessions] == ["2026-11-21/afternoon"]
    assert [w.session_id for w in made.warnings if w.code == "session_begun"] == ["2026-11-21/morning"]


def test_a_template_moved_after_its_session_began_is_not_held_twice() -> None:
    before = plan([run_of(A, 2)]).rundown
    moved = replace(MORNING, starts=time(7, 0))
    after = plan([run_of(A, 2)], [moved, AFTERNOON], under=rules(at(SATURDAY, 5 * 3600 + 60)), published=before)
    assert [session.starts_at.hour for session in after.rundown.sessions] == [5, 17]


def test_ids_stay_when_another_item_comes_in() -> None:
    ids = {e.title: e.id for e in plan([run_of(A, 2)]).rundown.sessions[0].events if e.campaign}
    more = plan([run_of(sound("0", 30), 2, urgency=Urgency.PRIORITY), run_of(A, 2)])
    assert {e.title: e.id for e in more.rundown.sessions[0].events if e.campaign}["Mục a"] == ids["Mục a"]


def test_carts_with_the_same_tail_still_get_their_own_ids() -> None:
    twins = [run_of(with_id(item, f"{n}-same-tail"), 2) for n, item in enumerate((A, B))]
    events = [event.id for session in plan(twins).rundown.sessions for event in session.events]
    assert len(set(events)) == len(events)


WINDOWS = st.tuples(st.integers(0, 20), st.integers(0, 20))


@given(WINDOWS, st.lists(st.sampled_from("1234567"), min_size=1, unique=True))
@settings(deadline=None, max_examples=40)
def test_campaign_days_are_inclusive_and_sunday_is_a_day(window: tuple[int, int], weekdays: list[str]) -> None:
    """Every weekday, first and last day, single days."""
    first = date(2026, 11, 1) + timedelta(days=min(window))
    last = date(2026, 11, 1) + timedelta(days=max(window))
    item = run_of(A, 1, first, last, weekdays="".join(weekdays))
    for day in (date(2026, 10, 30) + timedelta(days=n) for n in range(26)):
        expected = first <= day <= last and str(day.isoweekday()) in weekdays
        assert bool(plan([item], day=day, under=rules(datetime(2026, 10, 1, tzinfo=STATION_ZONE)))
                    .rundown.sessions) == expected


SOUNDS = st.builds(
    lambda name, seconds, approved, until: sound(name, seconds, approved=approved, valid_until=until),
    st.sampled_from("abcdefgh"), st.floats(0.1, 1500), st.booleans(), st.sampled_from(["", "2026-11-20", "2026-11-21"]))
RUNNING = st.lists(st.builds(lambda item, times, urgency: run_of(item, times, urgency=urgency), SOUNDS,
                             st.integers(1, 8), st.sampled_from(list(Urgency))),
                   max_size=6, unique_by=lambda item: item.campaign.id)
TEMPLATES = st.lists(st.builds(
    lambda n, hour, minute, length: SessionTemplate(f"s{n}", f"Buổi {n}", time(hour, minute), length),
    st.integers(0, 9), st.integers(0, 23), st.integers(0, 59), st.integers(1, 700)),
    max_size=4, unique_by=lambda item: item.id)
HOURS = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))


@given(RUNNING, TEMPLATES, HOURS, HOURS, st.integers(-3600, 90_000))
@settings(deadline=None, max_examples=150)
def test_whatever_comes_in_the_plan_is_sound(running: list[Running], templates: list[SessionTemplate], quiet_from: str,
                                             quiet_to: str, now: int) -> None:
    """Nothing in quiet hours, no overlap, every cut approved, the same input gives the same plan."""
    quiet = QuietHours(quiet_from, quiet_to)
    under = rules(at(SATURDAY, now), quiet)
    made = plan(running, templates, under=under)
    assert made == plan(running, templates, under=under)
    for session in made.rundown.sessions:
        assert not in_quiet(quiet, session.starts_at, session.hard_end)
        check_session(session.events, session.hard_end, quiet)
    for one, two in pairwise(made.rundown.sessions):
        assert one.hard_end <= two.starts_at
    ids = [event.id for session in made.rundown.sessions for event in session.events]
    assert len(set(ids)) == len(ids)
    again = plan(running, templates, under=under, published=made.rundown)
    assert content(again.rundown) == content(made.rundown)


def check_session(events: Sequence[RundownEvent], hard_end: datetime, quiet: QuietHours) -> None:
    assert events
    assert [event.hard for event in events] == [True] + [False] * (len(events) - 1)
    ends = [event.starts_at + timedelta(seconds=event.cut.frames / RATE) for event in events]
    for event, end in zip(events, ends, strict=True):
        assert end <= hard_end + timedelta(milliseconds=1)
        assert not quiet.covers(event.starts_at)
        assert event.approval.holds(event.cut.sha256, SATURDAY.isoformat(), KEY)
        assert event.starts_at <= event.latest_start <= hard_end
    for event, end in zip(events[1:], ends[:-1], strict=True):
        assert abs((event.starts_at - end).total_seconds()) < 1e-4
