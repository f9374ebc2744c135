"""Sessions by hand, relays on the clock, special periods, loudness by hour, distances: the day as people decided it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from schedule_station import AFTERNOON, FURNITURE, KEY, MORNING, PROFILE, SATURDAY, TWO, rules, run_of, sound

from broadcaster.base.clock import at
from broadcaster.base.frames import RATE
from broadcaster.library.model import CartKind
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.rundown import PlannedSession, Relay, Urgency
from broadcaster.schedule.model import (
    DayPlan,
    Loudness,
    Per,
    Period,
    Placed,
    RelaySlot,
    RelaySource,
    Running,
    SessionEdit,
    SessionTemplate,
)
from broadcaster.schedule.plan.build import build_day
from broadcaster.schedule.plan.given import Given

A, B, C = sound("a", 90), sound("b", 60), sound("c", 30)


def vov(valid_until: str = "", *, approved: bool = True, address: str = "https://vov.example/vov1") -> RelaySource:
    relay = Relay("stream", address)
    yes = Approval("relay-yes", "relay:vov1", "", relay.digest(), "Phó Chủ tịch", "2026-11-01T08:00:00.000+07:00",
                   valid_until).sealed(KEY)
    return RelaySource("vov1", "Thời sự VOV1", relay, yes if approved else None)


def plan(running: Sequence[Running] = (), templates: Sequence[SessionTemplate] = TWO, day: date = SATURDAY,
         given: Given | None = None, **under: object) -> DayPlan:
    return build_day(day, templates, running, FURNITURE, rules(**under), given=given)  # type: ignore[arg-type]


def codes(of: DayPlan) -> list[str]:
    return [warning.code for warning in of.warnings]


def titles(of: DayPlan, session: int) -> list[str]:
    return [event.title for event in of.rundown.sessions[session].events
            if event.kind not in {"nhac_hieu", "nhac_cat", "loi_xuong", "loi_chao"}]


def edited(*edits: SessionEdit, **more: object) -> Given:
    return Given(edits={SATURDAY: edits}, **more)  # type: ignore[arg-type]


def whys(of: DayPlan) -> dict[str, str]:
    return {choice.event_id: choice.code for choice in of.choices}


def clock(session: PlannedSession, title: str) -> str:
    return f"{next(event.starts_at for event in session.events if event.title == title):%H:%M:%S}"


def test_a_session_made_by_hand_is_as_it_was_made() -> None:
    """The campaign's other airing stays where the planner puts it; its order gives way to a person's."""
    a, b = run_of(A, 2), run_of(B, 2)
    by_hand = (Placed(B.cart.id, b.campaign.id), Placed(C.cart.id), Placed(A.cart.id, a.campaign.id))
    made = plan([a, b], given=edited(SessionEdit(SATURDAY, "morning", items=by_hand), carts={C.cart.id: C}))
    assert titles(made, 0) == ["Mục b", "Mục c", "Mục a"]
    assert titles(made, 1) == ["Mục a", "Mục b"]
    assert made.programme["2026-11-21/morning"] == by_hand
    events = {event.title: event for event in made.rundown.sessions[0].events}
    assert (events["Mục c"].campaign, whys(made)[events["Mục c"].id]) == ("", "by_hand")
    assert codes(made) == []


def test_all_by_hand_counts_for_the_day_and_what_is_left_over_is_said() -> None:
    a = run_of(A, 3)
    hand = [SessionEdit(SATURDAY, name, items=(Placed(A.cart.id, a.campaign.id),)) for name in ("morning", "afternoon")]
    made = plan([a], given=edited(*hand))
    (left,) = [warning for warning in made.warnings if warning.code == "item_left_out"]
    assert left.facts["times"] == 1


def test_what_makes_up_for_yesterday_is_no_airing_of_today() -> None:
    a = run_of(A, 1)
    hand = (Placed(A.cart.id, a.campaign.id, makes_up="2026-11-20"),)
    made = plan([a], given=edited(SessionEdit(SATURDAY, "afternoon", items=hand)))
    assert (titles(made, 0), titles(made, 1)) == (["Mục a"], ["Mục a"])
    made_up = made.rundown.sessions[1].events[2]
    assert whys(made)[made_up.id] == "made_up"


@pytest.mark.parametrize(("item", "code"), [
    (sound("x", approved=False), "not_approved"), (sound("x", valid_until="2026-11-20"), "expired"),
    (sound("x", 4000), "hand_left_out"), (None, "hand_unknown")])
def test_a_hand_puts_nothing_on_the_air_that_may_not(item: object, code: str) -> None:
    carts = {} if item is None else {item.cart.id: item}  # type: ignore[attr-defined]
    hand = SessionEdit(SATURDAY, "morning", items=(Placed(f"cart-{'x':_>20}"),))
    made = plan([run_of(A, 1)], given=edited(hand, carts=carts))
    assert [warning.session_id for warning in made.warnings if warning.code == code] == ["2026-11-21/morning"]
    assert [session.name for session in made.rundown.sessions] == ["Buổi chiều"]


def test_hours_of_one_day_and_a_session_of_its_own() -> None:
    given = edited(SessionEdit(SATURDAY, "morning", starts=time(6, 15), minutes=30, reason="Lễ chào cờ"),
                   SessionEdit(SATURDAY, "afternoon", held=False),
                   SessionEdit(SATURDAY, "tap-huan", name="Tập huấn", starts=time(10, 0), minutes=20))
    made = plan([run_of(A, 2)], given=given)
    assert [(session.id, f"{session.starts_at:%H:%M}", f"{session.hard_end:%H:%M}")
            for session in made.rundown.sessions] == [
        ("2026-11-21/morning", "06:15", "06:45"), ("2026-11-21/tap-huan", "10:00", "10:20")]
    tomorrow = plan([run_of(A, 2, last=SATURDAY + timedelta(1))], day=SATURDAY + timedelta(1), given=given)
    assert [session.id[11:] for session in tomorrow.rundown.sessions] == ["morning", "afternoon"]
    night = edited(SessionEdit(SATURDAY, "morning", starts=time(4, 0)))
    assert "quiet_hours" in codes(plan([run_of(A, 1)], given=night))


def with_relay(*slots: tuple[int, int, int], filler: str = "") -> SessionTemplate:
    return replace(MORNING, filler=filler, relays=tuple(
        RelaySlot("vov1", time(hour, minute), minutes) for hour, minute, minutes in slots))


def test_a_relay_begins_on_the_clock_and_own_items_fit_around_it() -> None:
    old = sound("old", 100, CartKind.MUSIC, valid_until="2026-11-20")
    music = [old, *(sound(f"m{n}", n, CartKind.MUSIC) for n in (100, 60, 20))]
    given = Given(sources={"vov1": vov()}, filler={"nhac": music})
    items = [run_of(sound(str(n), 300), 2) for n in range(6)]
    made = plan(items, [with_relay((5, 30, 15), filler="nhac"), AFTERNOON], given=given)
    morning = made.rundown.sessions[0]
    place = [event.relay is not None for event in morning.events].index(True)
    relay = morning.events[place]
    assert (f"{relay.starts_at:%H:%M:%S}", relay.hard, relay.cut.frames) == ("05:30:00", True, 15 * 60 * RATE)
    assert relay.cut.sha256 == vov().relay.digest()
    assert relay.approval == vov().approval
    for one, two in pairwise(morning.events):
        end = one.starts_at + timedelta(seconds=one.cut.frames / RATE)
        assert end <= two.starts_at + timedelta(milliseconds=1)
    assert f"{morning.events[place + 1].starts_at:%H:%M:%S}" == "05:45:00"
    own = [event for event in morning.events if event.campaign]
    assert len(own) == 6, "all six are heard once in the morning, before or after the relay"
    assert morning.events[place - 1].kind == "nhac"
    assert old.cart.title not in {event.title for event in morning.events}
    assert whys(made)[morning.events[place - 1].id] == "filler"
    assert whys(made)[relay.id] == "relay"
    assert "gap_before_relay" not in codes(made)
    fill = made.fills[0]
    assert fill.planned_seconds > 6 * 300 + 15 * 60


def test_without_filler_the_silence_before_a_relay_is_pointed_out() -> None:
    made = plan([run_of(A, 1)], [with_relay((5, 30, 15))], given=Given(sources={"vov1": vov()}))
    (gap,) = [warning for warning in made.warnings if warning.code == "gap_before_relay"]
    assert gap.facts["seconds"] == 1800 - 12 - 8 - 90


def test_a_session_may_be_a_relay_alone() -> None:
    made = plan([], [with_relay((5, 0, 60))], given=Given(sources={"vov1": vov()}))
    assert [event.kind for event in made.rundown.sessions[0].events] == ["tiep_song"]


@pytest.mark.parametrize(("source", "code"), [
    (None, "relay_unknown"), (vov(approved=False), "relay_not_approved"),
    (vov("2026-11-20"), "relay_not_approved"),
    (replace(vov(), relay=Relay("stream", "https://other.example")), "relay_not_approved")])
def test_nobody_is_relayed_whom_nobody_approved(source: RelaySource | None, code: str) -> None:
    given = Given(sources={} if source is None else {"vov1": source})
    made = plan([run_of(A, 1)], [with_relay((5, 30, 15))], given=given)
    assert code in codes(made)
    assert all(event.relay is None for session in made.rundown.sessions for event in session.events)


def test_relays_outside_or_over_one_another_are_left_out_or_cut() -> None:
    given = Given(sources={"vov1": vov()})
    made = plan([run_of(A, 1)], [with_relay((5, 10, 10), (5, 15, 10), (5, 50, 30), (7, 0, 5))], given=given)
    relays = [event for event in made.rundown.sessions[0].events if event.relay]
    assert [(f"{event.starts_at:%H:%M}", event.cut.frames / RATE / 60) for event in relays] == [
        ("05:10", 10), ("05:50", 10)]
    assert codes(made).count("relay_outside") == 2
    assert codes(made).count("relay_cut_short") == 1


def mourning(**more: object) -> Period:
    return Period("p", "mourning", "Quốc tang", SATURDAY, SATURDAY + timedelta(1),
                  without=("nhac", "nhac_cat", "nhac_hieu"), **more)  # type: ignore[arg-type]


def test_in_days_of_mourning_there_is_no_music() -> None:
    song = run_of(sound("song", 100, CartKind.MUSIC), 2)
    given = Given(periods=(mourning(),), filler={"nhac": [sound("m", 50, CartKind.MUSIC)]}, sources={"vov1": vov()})
    made = plan([run_of(A, 2), song], [with_relay((5, 30, 15), filler="nhac"), AFTERNOON], given=given)
    kinds = {event.kind for session in made.rundown.sessions for event in session.events}
    assert kinds == {"loi_xuong", "thong_bao", "loi_chao", "tiep_song"}
    assert "music_off" in codes(made)
    assert "furniture_missing" not in codes(made)


def test_a_holiday_brings_no_music_into_mourning() -> None:
    holiday = Period("h", "holiday", "Ngày lễ", SATURDAY, SATURDAY)
    noon = replace(holiday, sessions=("afternoon",))
    made = plan([run_of(A, 2)], given=Given(periods=(mourning(), noon, holiday)))
    assert [session.name for session in made.rundown.sessions] == ["Buổi chiều"]
    assert {event.kind for event in made.rundown.sessions[0].events} == {"loi_xuong", "thong_bao", "loi_chao"}


def test_a_period_brings_its_own_sessions_and_rules() -> None:
    """Congress week: a third session, and Sundays too; the one made last holds."""
    noon = SessionTemplate("noon", "Buổi trưa", time(11, 0), 30, weekdays="")
    strict = replace(PROFILE, weekdays="12345")
    assert plan([run_of(A, 3)], [*TWO, noon], profile=strict).rundown.sessions == ()
    congress = Period("c", "event", "Đại hội", SATURDAY, SATURDAY, profile="three",
                      sessions=("morning", "noon", "afternoon"))
    given = Given(periods=(replace(congress, id="old", sessions=()), congress),
                  profiles={"three": replace(PROFILE, sessions_a_day=3)})
    made = plan([run_of(A, 3)], [*TWO, noon], profile=strict, given=given)
    assert [session.id[11:] for session in made.rundown.sessions] == ["morning", "noon", "afternoon"]
    silent = Given(periods=(replace(congress, sessions=()),))
    assert plan([run_of(A, 3)], [*TWO, noon], given=silent).rundown.sessions == ()


def test_the_hour_says_how_loud() -> None:
    profile = replace(PROFILE, volume=(Loudness("04:30", "06:00", -6.0), Loudness("20:00", "05:00", -12.0)))
    made = plan([run_of(A, 2)], profile=profile)
    gains = [{event.gain_db for event in session.events} for session in made.rundown.sessions]
    assert gains == [{-6.0}, {0.0}]


def spaced(times: int, minutes: int) -> Running:
    item = run_of(A, times)
    return replace(item, campaign=replace(item.campaign, spacing_minutes=minutes))


@pytest.mark.parametrize(("minutes", "heard"), [(0, 4), (30, 3), (600, 2), (720, 2), (721, 1)])
def test_airings_of_a_campaign_keep_their_distance(minutes: int, heard: int) -> None:
    noon = SessionTemplate("noon", "Buổi trưa", time(11, 0), 30)
    made = plan([spaced(4, minutes)], [MORNING, noon, AFTERNOON],
                profile=replace(PROFILE, sessions_a_day=3))
    starts = [event.starts_at for session in made.rundown.sessions for event in session.events if event.campaign]
    assert len(starts) == heard
    assert all(two - one >= timedelta(minutes=minutes) for one, two in pairwise(starts))


def test_a_campaign_keeps_to_its_hours_and_zones() -> None:
    item = run_of(A, 2)
    late = replace(item, campaign=replace(item.campaign, dayparts=("afternoon",)))
    under = replace(rules(), dayparts={"afternoon": ("14:00", "19:00")}, zones=("Thôn Đông", "Thôn Tây"))
    made = build_day(SATURDAY, TWO, [late], FURNITURE, under)
    assert [session.name for session in made.rundown.sessions] == ["Buổi chiều"]
    assert {choice.code for choice in made.choices} == {"furniture", "only_session"}
    east = replace(item, campaign=replace(item.campaign, zones=("Thôn Đông",)))
    assert build_day(SATURDAY, TWO, [east], FURNITURE, under).rundown.sessions == ()
    held = (replace(MORNING, zones=("Thôn Đông",)), AFTERNOON)
    assert [session.name for session in build_day(SATURDAY, held, [east], FURNITURE, under).rundown.sessions] == [
        "Buổi sáng"]


def test_so_many_a_week() -> None:
    monday = SATURDAY - timedelta(days=5)
    item = run_of(A, 2, monday, monday + timedelta(days=6))
    weekly = replace(item, campaign=replace(item.campaign, per=Per.WEEK))
    counts = [sum(bool(event.campaign) for session in plan([weekly], day=monday + timedelta(days=n)).rundown.sessions
                  for event in session.events) for n in range(7)]
    assert sum(counts) == 2
    assert max(counts) == 1


def test_two_priorities_go_as_a_person_ordered_them() -> None:
    one, two = (run_of(item, 1, urgency=Urgency.PRIORITY) for item in (A, B))
    two = replace(two, campaign=replace(two.campaign, position=-1))
    short = replace(MORNING, minutes=10)
    made = plan([one, two], [short])
    assert titles(made, 0) == ["Mục b", "Mục a"]


def test_an_edit_that_says_nothing_is_none() -> None:
    edit = SessionEdit(SATURDAY, "morning")
    assert edit.says_nothing
    assert not replace(edit, items=()).says_nothing
    with_edit = plan([run_of(A, 2)], given=edited(edit))
    assert with_edit == plan([run_of(A, 2)])
    emptied = plan([run_of(A, 2)], given=edited(replace(edit, items=())))
    assert [session.name for session in emptied.rundown.sessions] == ["Buổi chiều"]
    assert at(SATURDAY, 17 * 3600) == emptied.rundown.sessions[0].starts_at


def test_a_session_held_by_hand_against_a_special_period_is_told() -> None:
    flood = Period("p", "disaster", "Lũ lụt", SATURDAY, SATURDAY, sessions=(MORNING.id,))
    by_hand = SessionEdit(SATURDAY, AFTERNOON.id, items=(Placed("", "campaign-cart-" + "a".rjust(20, "_")),))
    of = plan([run_of(A, 2)], given=edited(by_hand, periods=[flood]))
    assert [session.id.partition("/")[2] for session in of.rundown.sessions] == [MORNING.id, AFTERNOON.id]
    assert [warning.facts["period"] for warning in of.warnings if warning.code == "held_in_period"] == ["Lũ lụt"]
    assert "held_in_period" not in codes(plan([run_of(A, 2)], given=edited(periods=[flood])))


def test_what_was_put_into_a_session_that_is_gone_is_told() -> None:
    by_hand = SessionEdit(SATURDAY, "gone", items=(Placed(A.cart.id),))
    of = plan([run_of(B, 1)], given=edited(by_hand))
    assert [warning.facts for warning in of.warnings if warning.code == "session_gone"] == [
        {"name": "gone", "items": 1}]
    away = SessionEdit(SATURDAY, "gone", held=False)
    assert "session_gone" not in codes(plan([run_of(B, 1)], given=edited(away)))


def test_a_special_period_that_names_a_session_no_longer_there_is_told() -> None:
    fair = Period("p", "event", "Lễ hội", SATURDAY, SATURDAY, sessions=("gone",))
    of = plan([run_of(A, 1)], given=edited(periods=[fair]))
    assert of.rundown.sessions == ()
    assert [warning.facts for warning in of.warnings if warning.code == "period_session_gone"] == [
        {"name": "gone", "period": "Lễ hội"}]
