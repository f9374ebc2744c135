"""Sessions side by side on different zones, what becomes of a missed airing, and copies of published plans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from schedule_station import AFTERNOON, FURNITURE, MORNING, SATURDAY, TWO, Station, rules, run_of, sound

from broadcaster.base.clock import STATION_ZONE, at
from broadcaster.base.errors import Refused
from broadcaster.db.schema import published_plan
from broadcaster.protocol.rundown import RundownEvent, newest_rundown, revisions_of
from broadcaster.schedule.campaigns.campaign_checks import if_missed_from, stored_if_missed
from broadcaster.schedule.model import DayPlan, IfMissed, Running, SessionTemplate, zones_meet
from broadcaster.schedule.plan.build import build_day

EAST, WEST = ("Thôn Đông",), ("Thôn Tây",)


def planned(running: Sequence[Running], templates: Sequence[SessionTemplate] = TWO, day: date = SATURDAY,
            now: datetime | None = None) -> DayPlan:
    return build_day(day, templates, running, FURNITURE, rules(now))


def codes(plan: DayPlan) -> list[str]:
    return [warning.code for warning in plan.warnings]


@pytest.mark.parametrize(("one", "other", "meet"), [
    (("all",), EAST, True), ((), EAST, True), (EAST, WEST, False), ((*EAST, *WEST), WEST, True), (("all",), (), True)])
def test_when_zones_meet(one: tuple[str, ...], other: tuple[str, ...], meet: bool) -> None:
    assert zones_meet(one, other) is meet is zones_meet(other, one)


def test_R27_sessions_on_different_zones_may_overlap() -> None:
    east, west = replace(MORNING, zones=EAST), replace(MORNING, id="west", starts=time(5, 30), zones=WEST)
    plan = planned([run_of(sound("a"), 2)], [east, west])
    assert [(item.zones, item.hard_end - item.starts_at) for item in plan.rundown.sessions] == [
        (EAST, timedelta(hours=1)), (WEST, timedelta(hours=1))]
    assert "session_shortened" not in codes(plan)
    together = planned([run_of(sound("a"), 2)], [east, replace(west, starts=MORNING.starts)])
    assert len(together.rundown.sessions) == 2


def test_R27_on_a_common_zone_they_may_not() -> None:
    east, everywhere = replace(MORNING, zones=EAST), replace(MORNING, id="later", starts=time(5, 30))
    assert "session_shortened" in codes(planned([run_of(sound("a"), 2)], [east, everywhere]))
    same = planned([run_of(sound("a"), 2)], [east, replace(everywhere, starts=MORNING.starts)])
    assert "session_overlap" in codes(same)
    assert len(same.rundown.sessions) == 1


def test_a_running_session_blocks_its_own_zones_only() -> None:
    east = replace(MORNING, zones=EAST)
    first = planned([run_of(sound("a"), 2)], [east]).rundown
    now = at(SATURDAY, 5 * 3600 + 60)
    for zones, blocked in ((WEST, False), (EAST, True)):
        other = replace(MORNING, id="b", starts=time(5, 30), zones=zones)
        plan = build_day(SATURDAY, [east, other], [run_of(sound("a"), 2)], FURNITURE, rules(now), first)
        assert ("session_overlap" in codes(plan)) is blocked, zones


def test_the_limit_of_sessions_counts_what_one_listener_hears() -> None:
    parallel = [replace(MORNING, zones=EAST), replace(MORNING, id="w", zones=WEST), AFTERNOON]
    assert "sessions_many" not in codes(planned([], parallel))
    third = replace(MORNING, id="noon", starts=time(11, 0), zones=WEST)
    assert "sessions_many" in codes(planned([], [*parallel, third]))


def test_a_zone_the_station_does_not_have_is_pointed_out() -> None:
    templates = [replace(MORNING, zones=(*EAST, "Thôn Nam")), AFTERNOON]
    for zones, unknown in (((), []), (EAST, ["Thôn Nam"]), ((*EAST, "Thôn Nam"), [])):
        plan = build_day(SATURDAY, templates, [], FURNITURE, replace(rules(), zones=zones))
        assert [item.facts["zone"] for item in plan.warnings if item.code == "zone_unknown"] == unknown


def test_overlapping_templates_are_refused_on_a_common_zone_only(station: Station) -> None:
    for template in station.schedule.templates():
        station.schedule.save_template(replace(template, zones=EAST))
    beside = SessionTemplate("beside", "Buổi thôn Tây", time(5, 10), 10, zones=WEST)
    station.schedule.save_template(beside)
    with pytest.raises(Refused) as refusal:
        station.schedule.save_template(replace(beside, id="again", zones=("all",)))
    assert refusal.value.code == "schedule.overlap"


# What becomes of a missed airing

def item_of(plan: DayPlan, session: int = 0) -> RundownEvent:
    return next(event for event in plan.rundown.sessions[session].events if event.campaign)


def with_policy(text: str, times: int = 2) -> Running:
    running = run_of(sound("a"), times)
    return replace(running, campaign=replace(running.campaign, if_missed=if_missed_from(text, TWO)))


@pytest.mark.parametrize(("text", "minutes"), [
    ("late:15", 15), ("late:40", 40), ("skip", 1), ("make-up:afternoon", 15)])
def test_how_late_an_item_may_start(text: str, minutes: int) -> None:
    event = item_of(planned([with_policy(text)]))
    assert event.latest_start - event.starts_at == timedelta(minutes=minutes)


def test_the_default_is_what_it_was() -> None:
    plain = planned([run_of(sound("a"), 2)]).rundown
    assert planned([with_policy("late:15")]).rundown == plain
    assert all(not event.make_up for session in plain.sessions for event in session.events)


def test_made_up_in_a_later_session_of_the_day() -> None:
    plan = planned([with_policy("make-up:afternoon"), run_of(sound("b"), 2)])
    morning, afternoon = plan.rundown.sessions
    assert item_of(plan).make_up == afternoon.id == f"{SATURDAY}/afternoon"
    assert all(not event.make_up for event in morning.events if event.campaign != item_of(plan).campaign)
    assert all(not event.make_up for event in afternoon.events), "nothing comes after it"
    assert "make_up_missing" not in codes(plan)


def test_a_make_up_session_that_is_not_held_is_pointed_out() -> None:
    plan = planned([with_policy("make-up:afternoon")], [MORNING])
    warning = next(item for item in plan.warnings if item.code == "make_up_missing")
    assert (warning.facts["name"], warning.facts["title"]) == ("afternoon", "Mục a")
    assert item_of(plan).make_up == ""


def test_no_make_up_where_the_other_session_is_not_heard() -> None:
    plan = planned([with_policy("make-up:afternoon")], [replace(MORNING, zones=EAST), replace(AFTERNOON, zones=WEST)])
    assert item_of(plan).make_up == ""


@pytest.mark.parametrize("text", ["late", "late:0", "late:241", "late:-5", "late:１５", "skip:1", "later:5", "make-up:",
                                  ":", "  "])
def test_senseless_policies_are_refused(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        if_missed_from(text, TWO)
    assert refusal.value.code == "schedule.if_missed"


def test_an_unknown_session_names_the_nearest() -> None:
    with pytest.raises(Refused, match="afternoon") as refusal:
        if_missed_from("make-up:afternon", TWO)
    assert refusal.value.code == "schedule.template_unknown"
    assert if_missed_from("make-up:Buổi chiều", TWO) == IfMissed(15, "afternoon")


@pytest.mark.parametrize("text", ["late:15", "late:1", "make-up:afternoon", "skip"])
def test_a_policy_is_stored_as_it_is_written(text: str, station: Station) -> None:
    assert str(if_missed_from(text, TWO)) == text == str(stored_if_missed(text))
    cart_id = station.put(sound("a"))
    if "make-up" in text:
        text = f"make-up:{station.schedule.templates()[1].id}"
    made = station.schedule.add_campaign(cart_id, 2, SATURDAY, SATURDAY, if_missed=text)
    assert str(made.if_missed) == text
    assert station.schedule.campaigns() == [made]
    with pytest.raises(Refused) as refusal:
        station.schedule.add_campaign(cart_id, 2, SATURDAY, SATURDAY)
    assert refusal.value.code == "schedule.duplicate", "another policy is not another campaign"


# Copies of published plans

def names_kept(station: Station) -> set[str]:
    with station.database.read() as c:
        return {row.name for row in c.execute(published_plan.select())}


def test_each_published_revision_is_kept_once(station: Station) -> None:
    station.schedule.add_campaign(station.put(sound("a")), 2, SATURDAY, SATURDAY)
    station.schedule.publish(SATURDAY)
    station.schedule.publish(SATURDAY)
    assert names_kept(station) == {f"{SATURDAY}.r1.json"}
    station.schedule.add_campaign(station.put(sound("b")), 2, SATURDAY, SATURDAY)
    station.schedule.publish_days(SATURDAY, 3)
    assert names_kept(station) == {f"{SATURDAY}.r1.json", f"{SATURDAY}.r2.json"}


def test_what_began_stays_planned_though_its_file_was_altered(station: Station) -> None:
    station.schedule.add_campaign(station.put(sound("a")), 2, SATURDAY, SATURDAY)
    path = station.schedule.publish(SATURDAY)
    assert path is not None
    before = station.schedule.plan(SATURDAY).rundown.sessions
    station.clock.advance((datetime(2026, 11, 21, 9, 0, tzinfo=STATION_ZONE) - station.clock.now()).total_seconds())
    path.write_bytes(path.read_bytes().replace(b"Xu", b"xU").replace("Mục".encode(), "Mụn".encode()))
    mended = station.schedule.publish(SATURDAY)
    assert mended is not None
    assert mended.name == f"{SATURDAY}.r2.json"
    assert station.schedule.plan(SATURDAY).rundown.sessions[0] == before[0]


def test_a_number_is_never_given_twice(station: Station) -> None:
    station.schedule.add_campaign(station.put(sound("a")), 2, SATURDAY, SATURDAY)
    for number in (1, 2):
        path = station.schedule.publish(SATURDAY)
        assert path is not None
        assert path.name == f"{SATURDAY}.r{number}.json"
        path.unlink()
    assert newest_rundown(station.home.rundowns, SATURDAY) is None
    assert revisions_of(station.home.rundowns, SATURDAY) == []
