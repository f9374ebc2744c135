"""The week as an approved sheet: nothing planned goes out that does not stand on it, whatever is edited where."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from schedule_station import KEY, SATURDAY, Station, sound
from sqlalchemy import delete, insert, select, update

from broadcaster.accounts.model import Person, Role
from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, changed
from broadcaster.db.schema import approval, audit, cart, schedule_sheet
from broadcaster.library.model import State
from broadcaster.protocol.rundown import read_rundown, revisions_of
from broadcaster.schedule.model import Campaign, DayPlan
from broadcaster.schedule.sheets.sheet import Slot, monday_of

WRITER = "Cán bộ truyền thanh"
BOSS = Person("p1", "Phó Chủ tịch", "", Role.APPROVER)
CLERK = Person("p2", "Cán bộ khác", "", Role.OPERATOR)
MONDAY = SATURDAY + timedelta(days=2)
SUNDAY = MONDAY + timedelta(days=6)
NEXT = MONDAY + timedelta(days=7)
ON = changed(Settings(), "approval", weekly_sheet=True)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> StationHome:
    """A home to copy: making one takes longer than most of these tests."""
    home = StationHome(tmp_path_factory.mktemp("sheets") / "trạm mẫu")
    home.create()
    place = Station(home, VirtualClock(datetime(2026, 11, 21, 4, 50, tzinfo=STATION_ZONE)), ON)
    place.put_furniture()
    place.schedule.add_campaign(place.put(sound("a")), 2, SATURDAY, SATURDAY + timedelta(days=20))
    place.close()
    return home


@pytest.fixture
def bound(made_once: StationHome, tmp_path: Path, clock: VirtualClock) -> Iterator[Station]:
    """A station that airs by sheets, with one campaign over three weeks."""
    place = Station(StationHome(shutil.copytree(made_once.root, tmp_path / "trạm")), clock, ON)
    yield place
    place.close()


def refused(code: str) -> pytest.RaisesExc[Refused]:
    return pytest.raises(Refused, check=lambda error: error.code == code)


def approve(station: Station, day: date = MONDAY) -> None:
    station.sheets.submit(day, WRITER)
    station.sheets.approve(day, BOSS)


def titles(plan: DayPlan) -> list[list[str]]:
    return [[event.title for event in session.events if event.campaign] for session in plan.rundown.sessions]


def codes(plan: DayPlan) -> list[str]:
    return [warning.code for warning in plan.warnings]


def add(station: Station, name: str, times: int = 1, first: date = MONDAY, last: date = SUNDAY,
        seconds: float = 60) -> Campaign:
    return station.schedule.add_campaign(station.put(sound(name, seconds)), times, first, last)


def without_repeats(slots: Sequence[Slot]) -> list[Slot]:
    """Whether an airing is a repeat depends on what aired; nothing does here."""
    return [replace(slot, items=tuple(replace(item, repeat=False) for item in slot.items)) for slot in slots]


def test_a_week_nobody_approved_airs_nothing_and_says_so(bound: Station) -> None:
    plan = bound.schedule.plan(MONDAY)
    assert plan.rundown.sessions == ()
    assert codes(plan).count("week_not_approved") == 1
    assert [(fill.held, fill.planned_seconds) for fill in plan.fills] == [(False, 0.0)] * 2
    assert plan.rundown.notes[-1] == f"week_not_approved monday={MONDAY}"
    assert bound.schedule.publish(MONDAY) is None


def test_an_approved_week_airs_exactly_as_without_sheets(bound: Station) -> None:
    add(bound, "b", 3, seconds=95.25)
    free = [plan.rundown.sessions for plan in bound.schedule.proposed_days(MONDAY, 7)]
    approve(bound)
    assert [plan.rundown.sessions for plan in bound.schedule.plan_days(MONDAY, 7)] == free
    assert all(len(day) == 2 for day in free)
    assert not {code for plan in bound.schedule.plan_days(MONDAY, 7) for code in codes(plan)} & {
        "not_on_sheet", "session_not_on_sheet", "week_not_approved"}


def test_without_the_setting_sheets_change_nothing(station: Station) -> None:
    station.schedule.add_campaign(station.put(sound("a")), 2, SATURDAY, NEXT)
    assert titles(station.schedule.plan(MONDAY)) == [["Mục a"], ["Mục a"]]
    assert station.sheets.unapproved() == []


def test_what_is_submitted_does_not_air_yet(bound: Station) -> None:
    sheet = bound.sheets.submit(MONDAY, WRITER)
    assert bound.schedule.plan(MONDAY).rundown.sessions == ()
    assert bound.sheets.current(MONDAY) is None
    assert bound.sheets.pending() == [sheet]
    assert (sheet.state, sheet.submitted_by, len(sheet.slots)) == ("submitted", WRITER, 14)


def test_an_item_added_after_the_approval_waits_for_the_next_one(bound: Station) -> None:
    approve(bound)
    before = bound.schedule.plan(MONDAY).rundown.sessions
    # Long and urgent enough to push the approved item about, if it were let in.
    new = add(bound, "b", 2, seconds=1800)
    plan = bound.schedule.plan(MONDAY)
    assert plan.rundown.sessions == before
    (warning,) = [item for item in plan.warnings if item.code == "not_on_sheet"]
    assert warning.facts == {"title": "Mục b", "campaign": new.id, "times": 2, "emergency": False}
    assert plan.rundown.notes[-1].startswith("not_on_sheet title=Mục b")
    (change,) = bound.sheets.changes(MONDAY)
    assert (change.code, change.title, change.times, len(change.days)) == ("item_added", "Mục b", 14, 7)
    approve(bound)
    assert titles(bound.schedule.plan(MONDAY)) == [["Mục a", "Mục b"]] * 2
    assert bound.sheets.changes(MONDAY) == ()


def test_a_session_moved_by_a_quarter_of_an_hour_waits(bound: Station) -> None:
    approve(bound)
    morning = bound.schedule.templates()[0]
    bound.schedule.save_template(replace(morning, starts=time(morning.starts.hour, 15)))
    plan = bound.schedule.plan(MONDAY)
    assert [session.name for session in plan.rundown.sessions] == [bound.schedule.templates()[1].name]
    assert [item.session_id for item in plan.warnings if item.code == "session_not_on_sheet"] == [
        f"{MONDAY}/{morning.id}"]
    assert "not_on_sheet" not in codes(plan)
    (change,) = bound.sheets.changes(MONDAY)
    assert (change.code, change.before, change.after) == ("session_moved", "05:00–06:00", "05:15–06:15")
    approve(bound)
    assert f"{bound.schedule.plan(MONDAY).rundown.sessions[0].starts_at:%H:%M}" == "05:15"


def test_a_session_never_grows_beyond_its_approved_end(bound: Station) -> None:
    add(bound, "b", 2, seconds=40 * 60)
    approve(bound)
    morning = bound.schedule.templates()[0]
    bound.schedule.save_template(replace(morning, minutes=morning.minutes + 30))
    session = bound.schedule.plan(MONDAY).rundown.sessions[0]
    assert (session.hard_end - session.starts_at) == timedelta(minutes=morning.minutes)
    bound.schedule.save_template(replace(morning, minutes=30))
    plan = bound.schedule.plan(MONDAY)
    assert titles(plan)[0] == ["Mục a"]
    assert "item_left_out" in codes(plan)


def test_other_zones_than_approved_are_another_session(bound: Station) -> None:
    approve(bound)
    morning = bound.schedule.templates()[0]
    bound.schedule.save_template(replace(morning, zones=("Thôn Đông",)))
    assert "session_not_on_sheet" in codes(bound.schedule.plan(MONDAY))
    assert [change.code for change in bound.sheets.changes(MONDAY)] == ["session_zones"]


def test_what_was_withdrawn_expired_or_stopped_never_airs_by_a_sheet(bound: Station) -> None:
    b, c, d = (add(bound, name, 2) for name in "bcd")
    approve(bound)
    assert titles(bound.schedule.plan(MONDAY))[0] == ["Mục a", "Mục b", "Mục c", "Mục d"]
    with bound.database.write("cart") as connection:
        connection.execute(update(cart).where(cart.c.id == b.cart.id).values(state=str(State.WITHDRAWN)))
        connection.execute(update(cart).where(cart.c.id == c.cart.id).values(valid_until=str(SATURDAY)))
    bound.schedule.stop_campaign(d.id)
    plan = bound.schedule.plan(MONDAY)
    assert titles(plan) == [["Mục a"], ["Mục a"]]
    assert {"withdrawn", "expired"} <= set(codes(plan))
    assert {(change.code, change.title) for change in bound.sheets.changes(MONDAY)} == {
        ("item_removed", "Mục b"), ("item_removed", "Mục c"), ("item_removed", "Mục d")}


def test_an_approval_taken_from_the_item_leaves_the_sheet_powerless(bound: Station) -> None:
    approve(bound)
    with bound.database.write("approval") as connection:
        connection.execute(update(approval).where(approval.c.id == "approval-a").values(approver="Người khác"))
    assert "approval_broken" in codes(bound.schedule.plan(MONDAY))
    assert bound.schedule.plan(MONDAY).rundown.sessions == ()


@pytest.mark.parametrize("values", [{"state": "approved"}, {
    "state": "approved", "approver": "Phó Chủ tịch", "approved_at": "2026-11-21T04:50:00.000+07:00"}])
def test_a_submitted_sheet_set_to_approved_in_the_database_counts_for_nothing(
        bound: Station, values: dict[str, str]) -> None:
    bound.sheets.submit(MONDAY, WRITER)
    with bound.database.write() as connection:
        connection.execute(update(schedule_sheet).values(**values))
    assert bound.sheets.current(MONDAY) is None
    assert bound.sheets.look(MONDAY).altered
    assert bound.schedule.plan(MONDAY).rundown.sessions == ()


def _another_item(rows: Any) -> Any:
    rows[0]["items"][0]["cart"] = "other"
    return rows


BODIES: list[Callable[[Any], Any]] = [
    _another_item, lambda rows: [{**rows[0], "starts": rows[1]["starts"]}, *rows[1:]], lambda rows: rows[:-1],
    lambda rows: [], lambda rows: None, lambda rows: {"a": 1}, lambda rows: "x", lambda rows: 7,
    lambda rows: [{**rows[0], "day": "2026-13-45"}], lambda rows: [{**rows[0], "zones": 5}],
    lambda rows: [{**rows[0], "items": [{"cart": "x"}]}], lambda rows: [7],
]


RAW = ["", "{", "[[[[", "nonsense", '[{"seconds": 1e999}]', "NaN", "[" * 100_000]
WORDS = [("monday", str(NEXT)), ("approver", "Ai đó"), ("seal", ""), ("monday", "never"), ("submitted_by", "Ai đó"),
         ("id", "other"), ("approved_at", "")]


def test_a_sheet_edited_in_the_database_is_no_approved_sheet(bound: Station) -> None:
    approve(bound)
    with bound.database.read() as connection:
        body = connection.execute(select(schedule_sheet.c.body)).scalar_one()
        signed = dict(connection.execute(select(schedule_sheet)).mappings().one())
    for raw in [*(json.dumps(edit(json.loads(json.dumps(body)))) for edit in BODIES), *RAW]:
        with bound.database.write() as connection:
            connection.exec_driver_sql("UPDATE schedule_sheet SET body = ?", (raw,))
        assert bound.sheets.current(MONDAY) is None, raw[:200]
        assert bound.sheets.look(MONDAY).altered
        assert bound.schedule.plan(MONDAY).rundown.sessions == ()
    for name, value in WORDS:
        with bound.database.write() as connection:
            connection.execute(delete(schedule_sheet))
            connection.execute(insert(schedule_sheet).values(**{**signed, name: value}))
        for day in (MONDAY, NEXT):
            assert bound.sheets.current(day) is None, name
            assert bound.schedule.plan(day).rundown.sessions == ()
    with bound.database.write() as connection:
        connection.execute(delete(schedule_sheet))
        connection.execute(insert(schedule_sheet).values(**signed))
    assert len(bound.schedule.plan(MONDAY).rundown.sessions) == 2, "put back as it was, it holds"


def test_a_sheet_that_gave_way_cannot_be_revived(bound: Station) -> None:
    add(bound, "b")
    approve(bound)
    bound.schedule.stop_campaign(bound.schedule.campaigns()[1].id)
    approve(bound)
    with bound.database.write() as connection:
        connection.execute(delete(schedule_sheet).where(schedule_sheet.c.state == "approved"))
        connection.execute(update(schedule_sheet).values(state="approved"))
    assert bound.sheets.current(MONDAY) is None


def test_an_altered_submission_is_not_signed(bound: Station) -> None:
    bound.sheets.submit(MONDAY, WRITER)
    with bound.database.write() as connection:
        connection.execute(update(schedule_sheet).values(submitted_by="Người khác"))
    with refused("sheet.altered"):
        bound.sheets.approve(MONDAY, BOSS)
    assert bound.sheets.pending() == []


def test_nobody_approves_twice_or_what_was_not_submitted(bound: Station) -> None:
    with refused("sheet.state"):
        bound.sheets.approve(MONDAY, BOSS)
    approve(bound)
    with refused("sheet.state"):
        bound.sheets.approve(MONDAY, BOSS)
    with refused("sheet.unchanged"):
        bound.sheets.submit(MONDAY, WRITER)


def test_the_author_does_not_approve_unless_the_station_has_one_person(bound: Station) -> None:
    bound.sheets.submit(MONDAY, BOSS.name.upper())
    with refused("sheet.self"):
        bound.sheets.approve(MONDAY, BOSS)
    with refused("sheet.role"):
        bound.sheets.approve(MONDAY, CLERK)
    alone = Station(bound.home, bound.clock, changed(ON, "approval", single_person=True))
    with refused("sheet.reason"):
        alone.sheets.approve(MONDAY, BOSS)
    assert alone.sheets.approve(MONDAY, BOSS, reason="Một mình").self_approved
    with alone.database.read() as c:
        detail = c.execute(select(audit.c.detail).where(audit.c.action == "sheet.approve")).scalar_one()
    alone.close()
    assert (detail["self_approved"], detail["reason"]) == (True, "Một mình")


def test_only_the_sheet_that_was_shown_is_signed(bound: Station) -> None:
    shown = bound.sheets.submit(MONDAY, WRITER)
    add(bound, "b")
    second = bound.sheets.submit(MONDAY, WRITER)
    with refused("sheet.other"):
        bound.sheets.approve(MONDAY, BOSS, shown.digest)
    assert bound.sheets.pending() == [second]
    assert bound.sheets.approve(MONDAY, BOSS, second.digest).digest == second.digest


def test_given_back_it_leaves_what_was_approved_before(bound: Station) -> None:
    approve(bound)
    held = bound.sheets.current(MONDAY)
    add(bound, "b")
    bound.sheets.submit(MONDAY, WRITER)
    with refused("sheet.reason"):
        bound.sheets.give_back(MONDAY, BOSS, " \n")
    assert bound.sheets.give_back(MONDAY, BOSS, "Thiếu bản tin phòng dịch").reason == "Thiếu bản tin phòng dịch"
    look = bound.sheets.look(MONDAY)
    assert (look.in_force, look.waiting) == (held, None)
    assert look.last is not None
    assert look.last.state == "returned"


def test_weeks_end_on_sunday_night(bound: Station) -> None:
    bound.schedule.save_template(replace(bound.schedule.templates()[1], id="late", starts=time(20, 0), minutes=60),
                                 reason="Họp thôn")
    approve(bound)
    assert monday_of(SUNDAY) == MONDAY == monday_of(MONDAY)
    assert len(bound.schedule.plan(SUNDAY).rundown.sessions) == 2
    assert bound.schedule.plan(NEXT).rundown.sessions == ()
    assert bound.schedule.plan(MONDAY - timedelta(days=1)).rundown.sessions == ()
    plans = bound.schedule.plan_days(SATURDAY, 16)
    assert [bool(plan.rundown.sessions) for plan in plans] == [False] * 2 + [True] * 7 + [False] * 7
    assert bound.sheets.current(SUNDAY) == bound.sheets.current(MONDAY) != bound.sheets.current(NEXT)


def test_as_the_week_goes_by_its_sheet_stays_unchanged(bound: Station) -> None:
    add(bound, "b", 3)
    approve(bound)
    approved = bound.sheets.current(MONDAY)
    for _ in range(9):
        bound.schedule.publish_days(bound.clock.now().date(), 9)
        bound.clock.advance(86_400 - 600)
        look = bound.sheets.look(MONDAY)
        assert look.changes == ()
        if bound.clock.now().date() <= SUNDAY:
            assert approved is not None
            assert without_repeats(look.draft) == without_repeats(approved.slots)
    with refused("sheet.past"):
        bound.sheets.submit(MONDAY, WRITER)


def test_what_began_plays_on_whatever_becomes_of_the_sheet(bound: Station) -> None:
    approve(bound)
    bound.clock.advance(2 * 86_400)
    bound.schedule.publish_days(MONDAY, 1)
    bound.clock.advance(30 * 60)  # Monday 05:20, the morning session runs
    with bound.database.write() as connection:
        connection.execute(delete(schedule_sheet))
    bound.schedule.publish_days(MONDAY, 1)
    newest = read_rundown(revisions_of(bound.home.rundowns, MONDAY)[0], KEY)
    assert [session.id for session in newest.sessions] == [f"{MONDAY}/{bound.schedule.templates()[0].id}"]


def test_an_alarm_two_days_before_a_week_without_a_sheet(bound: Station) -> None:
    this_week = monday_of(SATURDAY)
    assert bound.sheets.unapproved() == [this_week, MONDAY]
    approve(bound, SATURDAY)
    approve(bound)
    assert bound.sheets.unapproved() == []
    bound.clock.advance(6 * 86_400)  # Friday: Sunday is still of the week that was approved
    assert bound.sheets.unapproved() == []
    bound.clock.advance(86_400)
    assert bound.sheets.unapproved() == [NEXT]


def test_an_empty_week_is_no_sheet_and_no_alarm(home: StationHome, clock: VirtualClock) -> None:
    place = Station(home, clock, ON)
    with refused("sheet.empty"):
        place.sheets.submit(MONDAY, WRITER)
    assert place.sheets.unapproved() == []
    with refused("sheet.past"):
        place.sheets.submit(SATURDAY - timedelta(days=7), WRITER)
    with refused("sheet.name"):
        place.sheets.submit(MONDAY, " ")
    place.close()


def test_everything_done_with_a_sheet_is_in_the_trail(bound: Station) -> None:
    approve(bound)
    add(bound, "b")
    bound.sheets.submit(MONDAY, WRITER)
    bound.sheets.give_back(MONDAY, BOSS, "sai giờ")
    with bound.database.read() as c:
        rows = c.execute(select(audit).where(audit.c.subject.startswith("sheet:")).order_by(audit.c.id)).all()
    assert [(row.action, row.person) for row in rows] == [
        ("sheet.submit", WRITER), ("sheet.approve", BOSS.name), ("sheet.submit", WRITER),
        ("sheet.give_back", BOSS.name)]
    assert rows[3].detail["reason"] == "sai giờ"


def test_missed_airings_are_made_up_only_where_the_sheet_says_so(bound: Station) -> None:
    evening = bound.schedule.templates()[1]
    made = bound.schedule.add_campaign(bound.put(sound("b")), 1, MONDAY, SUNDAY, if_missed=f"make-up:{evening.id}")
    approve(bound)
    events = [event for session in bound.schedule.plan(MONDAY).rundown.sessions for event in session.events]
    assert [event.make_up for event in events if event.campaign == made.id] == [f"{MONDAY}/{evening.id}"]
    with bound.database.write() as connection:
        connection.exec_driver_sql("UPDATE campaign SET if_missed = 'late:15' WHERE id = ?", (made.id,))
    approve(bound, NEXT)
    bound.sheets.submit(MONDAY, WRITER)
    bound.sheets.approve(MONDAY, BOSS)
    with bound.database.write() as connection:
        connection.exec_driver_sql("UPDATE campaign SET if_missed = ? WHERE id = ?",
                                   (f"make-up:{evening.id}", made.id))
    events = [event for session in bound.schedule.plan(MONDAY).rundown.sessions for event in session.events]
    assert {event.make_up for event in events} == {""}


def test_switched_on_it_takes_back_what_was_published_without(bound: Station) -> None:
    before = Station(bound.home, bound.clock, Settings())
    assert before.schedule.publish(MONDAY) is not None
    before.close()
    path = bound.schedule.publish(MONDAY)
    assert path is not None
    assert read_rundown(path, KEY).sessions == ()
    approve(bound)
    assert bound.schedule.publish(MONDAY) is not None
    assert bound.schedule.publish(MONDAY) is None
