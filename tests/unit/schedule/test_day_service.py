"""Days as people decide them: stored, told, taken back, copied; what rules forbid is refused before it is stored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from schedule_station import KEY, NOW, SATURDAY, Station, run_of, sound
from sqlalchemy import select, update

from broadcaster.accounts import trail_words
from broadcaster.air.next_words import piece_of
from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, changed
from broadcaster.db.schema import audit, cart, session_edit
from broadcaster.protocol.rundown import read_rundown
from broadcaster.schedule import store
from broadcaster.schedule.days import edits
from broadcaster.schedule.days.drafts import KEEP_SECONDS
from broadcaster.schedule.days.edits import Spot
from broadcaster.schedule.days.service import DayService
from broadcaster.schedule.model import Placed, RuleOverride, SessionEdit
from broadcaster.schedule.rules import rule_store
from broadcaster.schedule.sessions.templates import write_template

SUNDAY = SATURDAY + timedelta(days=1)
MONDAY = date(2026, 11, 16)
NEXT_MONDAY = date(2026, 11, 23)
WHO = "Cán bộ truyền thanh"


class Desk(Station):
    """A station with three campaigns and one loose item; the shipped sessions at 05:00 and 17:00."""

    def __init__(self, home: StationHome, clock: VirtualClock, settings: Settings | None = None) -> None:
        super().__init__(home, clock, settings)
        self.put_furniture()
        self.days = DayService(self.database, home, self.settings, clock, KEY, self.schedule)
        self.loose = Placed(self.put(sound("loose", 45)))
        for name, last in (("a", 30), ("b", 30), ("c", 0)):
            item = sound(name, 60)
            self.put(item)
            campaign = replace(run_of(item, 2, MONDAY, SATURDAY + timedelta(days=last)).campaign, id=f"campaign-{name}")
            with self.database.write("campaign") as c:
                store.insert_campaign(c, campaign, WHO, NOW)
        self.names = [item.id for item in self.schedule.templates()]

    def trail(self) -> list[tuple[str, dict[str, object]]]:
        with self.database.read() as c:
            return [(row.action, row.detail) for row in c.execute(select(audit).order_by(audit.c.id))]

    def stored(self) -> int:
        with self.database.read() as c:
            return len(c.execute(select(session_edit)).all())


@pytest.fixture
def clock() -> VirtualClock:
    """Friday evening: the whole of Saturday is still to come."""
    return VirtualClock(datetime(2026, 11, 20, 19, 0, tzinfo=STATION_ZONE))


@pytest.fixture
def desk(home: StationHome, clock: VirtualClock) -> Iterator[Desk]:
    place = Desk(home, clock)
    yield place
    place.close()


def refused(code: str) -> pytest.RaisesExc[Refused]:
    return pytest.RaisesExc(Refused, check=lambda error: error.code == f"schedule.{code}")


def test_a_preview_stores_nothing_and_a_save_is_what_is_published(desk: Desk) -> None:
    morning, afternoon = desk.names
    state = desk.days.state(SATURDAY)
    changed = edits.moved(state, Spot(morning, 0), state, Spot(afternoon, 0))
    preview = desk.days.preview(SATURDAY, changed)
    assert desk.stored() == 0
    assert desk.days.state(SATURDAY).plan == state.plan
    before = desk.days.save(changed, WHO)
    after = desk.days.state(SATURDAY)
    assert after.plan.programme == preview.programme
    assert len(after.shown(afternoon)) == len(state.shown(afternoon)) + 1
    assert desk.days.edits(SATURDAY, SUNDAY) == {SATURDAY: tuple(sorted(changed, key=lambda edit: edit.session))}
    path = desk.schedule.publish(SATURDAY)
    assert path is not None
    published = read_rundown(path, KEY)
    assert [session.events for session in published.sessions] == [
        session.events for session in after.plan.rundown.sessions]
    desk.days.save(before, WHO)
    assert desk.days.state(SATURDAY).plan.programme == state.plan.programme
    assert desk.stored() == 0


def test_the_trail_says_in_words_what_changed(desk: Desk) -> None:
    morning, afternoon = desk.names
    state = desk.days.state(SATURDAY)
    desk.days.save(edits.moved(state, Spot(morning, 0), state, Spot(afternoon, 0)), WHO)
    (_, out), (action, into) = desk.trail()
    title = f"Mục {'a'}"
    assert (out["taken_out"], into["put_in"]) == (title, title)
    assert into["by_hand"] == [False, True]
    assert trail_words.deed(action, "", into) == "sửa Buổi chiều ngày 21/11/2026"
    names = {fact.name: (fact.before, fact.value) for fact in trail_words.facts(into)}
    assert names["Xếp tay"] == ("không", "có")
    assert names["Thêm vào"] == (None, title)
    desk.days.save(edits.resized(desk.days.state(SATURDAY), morning, time(6), 20), WHO)
    assert desk.trail()[-1][1]["starts"] == ["05:00", "06:00"]
    count = len(desk.trail())
    desk.days.save(edits.locked(desk.days.state(SATURDAY), morning), WHO)
    assert len(desk.trail()) == count, "it was locked already: nothing changed"


def test_what_has_begun_is_refused_by_the_store_too(desk: Desk, clock: VirtualClock) -> None:
    morning, _ = desk.names
    changed = edits.locked(desk.days.state(SATURDAY), morning)
    clock.advance(3600 * 10 - 29)  # 04:59:31
    with refused("begun"):
        desk.days.save(changed, WHO)
    with refused("begun"):
        desk.days.save((SessionEdit(SATURDAY, "moi", name="Buổi mới", starts=time(4, 45), minutes=10),), WHO, "bão")
    assert desk.stored() == 0
    assert desk.trail() == []


def test_an_unusual_hour_needs_a_reason_once(desk: Desk) -> None:
    state = desk.days.state(SATURDAY)
    late = edits.resized(state, desk.names[1], time(19, 30), 30)
    with refused("reason"):
        desk.days.save(late, WHO)
    before = desk.days.save(late, WHO, "  Kỷ niệm\nngày thành lập ")
    assert desk.days.edits(SATURDAY, SATURDAY)[SATURDAY][0].reason == "Kỷ niệm ngày thành lập"
    assert desk.trail()[-1][1]["reason"] == "Kỷ niệm ngày thành lập"
    later = desk.days.state(SATURDAY)
    desk.days.save(edits.locked(later, desk.names[1]), WHO)
    longer = edits.resized(later, desk.names[1], time(19, 30), 45)
    desk.days.save(longer, WHO)
    desk.days.save(before, WHO)
    assert desk.stored() == 0


def test_beyond_the_profile_is_refused_until_somebody_says_why(desk: Desk) -> None:
    morning = desk.names[0]
    limit = desk.schedule.profile().session_minutes
    longer = edits.resized(desk.days.state(SATURDAY), morning, time(5), limit + 15)
    with pytest.raises(Refused) as refusal:
        desk.days.save(longer, WHO)
    facts = refusal.value.facts
    assert (refusal.value.code, facts["rule"], facts["limit"], facts["wanted"], facts["session"]) == (
        "schedule.rule", "session_long", limit, limit + 15, morning)
    assert facts["name"] == "Buổi sáng"
    with desk.database.write("rule_override") as c:
        rule_store.insert_override(c, RuleOverride("o1", "session_long", morning, limit + 15, "Bầu cử", WHO, NOW))
    desk.days.save(longer, WHO)
    assert desk.days.state(SATURDAY).plan.fills[0].limit_seconds == (limit + 15) * 60
    desk.days.save(edits.resized(desk.days.state(SATURDAY), desk.names[1], time(16, 30), 30), WHO)


def test_the_way_back_to_the_template_is_always_open(desk: Desk) -> None:
    morning = desk.names[0]
    template = next(item for item in desk.schedule.templates() if item.id == morning)
    desk.days.save(edits.resized(desk.days.state(SATURDAY), morning, time(5), 20), WHO)
    write_template(desk.home, replace(template, minutes=desk.schedule.profile().session_minutes + 30))
    desk.days.save(edits.restored(desk.days.state(SATURDAY), morning), WHO)
    assert desk.stored() == 0


def test_a_session_too_many_is_refused(desk: Desk) -> None:
    most = desk.schedule.profile().sessions_a_day
    state = desk.days.state(SATURDAY)
    extra = [edits.added_session(state, f"Buổi {hour}", time(hour), 15)[0] for hour in range(8, 8 + most)]
    with pytest.raises(Refused) as refusal:
        desk.days.save(extra, WHO)
    assert (refusal.value.code, refusal.value.facts["rule"]) == ("schedule.rule", "sessions_many")
    assert desk.stored() == 0


def test_two_new_sessions_over_each_other_are_refused(desk: Desk) -> None:
    state = desk.days.state(SATURDAY)
    gone = edits.dropped(state, desk.names[0]) + edits.dropped(state, desk.names[1])
    desk.days.save(gone, WHO)
    state = desk.days.state(SATURDAY)
    one, other = (edits.added_session(state, name, start, 30)[0]
                  for name, start in (("Buổi một", time(9)), ("Buổi hai", time(9, 15))))
    with refused("overlap"):
        desk.days.save((one, other), WHO)
    desk.days.save((one, replace(other, starts=time(9, 30))), WHO)


def test_sessions_may_change_places_in_one_go(desk: Desk) -> None:
    morning, afternoon = desk.names
    swap = (SessionEdit(SATURDAY, morning, starts=time(17)), SessionEdit(SATURDAY, afternoon, starts=time(5)))
    before = desk.days.save(swap, WHO)
    assert [fill.name for fill in desk.days.state(SATURDAY).plan.fills] == ["Buổi chiều", "Buổi sáng"]
    desk.days.save(before, WHO)
    assert desk.stored() == 0


def test_unknown_items_and_tunes_are_refused(desk: Desk) -> None:
    tune = next(item.cart.id for item in [sound("nhac_hieu")])
    for item in (Placed("nowhere"), Placed(desk.loose.cart, "no-campaign")):
        with refused("cart_unknown"):
            desk.days.save((SessionEdit(SATURDAY, desk.names[0], items=(item,)),), WHO)
    with refused("kind"):
        desk.days.save((SessionEdit(SATURDAY, desk.names[0], items=(Placed(tune),)),), WHO)
    with refused("kind"):
        desk.days.placed(tune)
    assert desk.days.placed(desk.loose.cart[-12:]) == desk.loose
    assert desk.days.placed("campaign-a") == Placed(sound("a").cart.id, "campaign-a")
    for ref in ("", "cart-", "nowhere"):
        with refused("cart_unknown"):
            desk.days.placed(ref)


def test_several_days_are_one_unit_of_work(desk: Desk) -> None:
    good, bad = SessionEdit(SATURDAY, desk.names[0], items=(desk.loose,)), SessionEdit(
        SUNDAY, desk.names[0], items=(Placed("nowhere"),))
    with refused("cart_unknown"):
        desk.days.save((good, bad), WHO)
    assert desk.stored() == 0
    out, into = (desk.days.state(day) for day in (SATURDAY, SUNDAY))
    before = desk.days.save(edits.moved(out, Spot(desk.names[0], 0), into, Spot(desk.names[0])), WHO)
    assert desk.stored() == 2
    desk.days.save(before, WHO)
    assert desk.stored() == 0


def test_a_campaign_is_not_brought_to_a_day_it_is_not_meant_for(desk: Desk) -> None:
    out, into = (desk.days.state(day) for day in (SATURDAY, SUNDAY))
    number = [item.campaign for item in out.shown(desk.names[0])].index("campaign-c")
    with pytest.raises(Refused) as refusal:
        desk.days.save(edits.moved(out, Spot(desk.names[0], number), into, Spot(desk.names[0])), WHO)
    assert refusal.value.code == "schedule.not_open"
    assert (refusal.value.facts["title"], refusal.value.facts["last"]) == ("Mục c", "2026-11-21")
    assert desk.stored() == 0


def test_copying_a_day_brings_what_may_air_and_tells_the_rest(desk: Desk) -> None:
    morning, afternoon = desk.names
    state = desk.days.state(SATURDAY)
    desk.days.save(edits.inserted(state, desk.loose, Spot(morning, 0)), WHO)
    shown = desk.days.copy_of_day(SATURDAY, SUNDAY)
    assert desk.stored() == 1
    copied = desk.days.copy_day(SATURDAY, SUNDAY, WHO)
    assert copied.edits == shown.edits
    assert {(left.session, left.why, left.cart) for left in copied.left_out} == {
        ("Buổi sáng", "campaign_over", "Mục c"), ("Buổi chiều", "campaign_over", "Mục c")}
    sunday = desk.days.state(SUNDAY)
    kept = [item for item in desk.days.state(SATURDAY).shown(morning) if item.campaign != "campaign-c"]
    assert list(sunday.shown(morning)) == kept
    assert desk.loose in kept
    assert sunday.by_hand(afternoon)
    assert desk.trail()[-1][0] == "session_copied"
    desk.days.save(copied.before, WHO)
    assert desk.stored() == 1
    with refused("copy_same"):
        desk.days.copy_day(SATURDAY, SATURDAY, WHO)


def test_a_withdrawn_item_is_not_copied(desk: Desk) -> None:
    desk.days.save((SessionEdit(SATURDAY, desk.names[0], items=(desk.loose,)),), WHO)
    with desk.database.write("cart") as c:
        c.execute(update(cart).where(cart.c.id == desk.loose.cart).values(state="withdrawn"))
    copied = desk.days.copy_of_day(SATURDAY, SUNDAY)
    assert desk.names[0] not in {edit.session for edit in copied.edits}, "not emptied: the planner fills it"
    assert ("Buổi sáng", "withdrawn", "Mục loose") in {(left.session, left.why, left.cart) for left in copied.left_out}


def test_a_day_that_is_over_is_copied_as_it_was_published(desk: Desk, clock: VirtualClock) -> None:
    morning = desk.names[0]
    desk.days.save(edits.inserted(desk.days.state(SATURDAY), desk.loose, Spot(morning, 1)), WHO)
    desk.schedule.publish(SATURDAY)
    wanted = [item for item in desk.days.state(SATURDAY).shown(morning) if item.campaign != "campaign-c"]
    clock.advance(3600 * 24)
    copied = desk.days.copy_day(SATURDAY, NEXT_MONDAY, WHO)
    assert list(desk.days.state(NEXT_MONDAY).shown(morning)) == wanted
    assert {edit.session for edit in copied.edits} == set(desk.names)
    with refused("copy_nothing"):
        desk.days.copy_day(NEXT_MONDAY, SATURDAY, WHO)


def test_copying_a_week_takes_hours_and_dropped_sessions_along(desk: Desk) -> None:
    morning, afternoon = desk.names
    tuesday, sunday = NEXT_MONDAY + timedelta(days=1), NEXT_MONDAY + timedelta(days=6)
    desk.days.save(edits.dropped(desk.days.state(tuesday), afternoon), WHO)
    desk.days.save(edits.resized(desk.days.state(sunday), morning, time(7), 30), WHO)
    copied = desk.days.copy_week(NEXT_MONDAY, NEXT_MONDAY + timedelta(days=7), WHO)
    week = {state.day.isoweekday(): state for state in desk.days.states(NEXT_MONDAY + timedelta(days=7), 7)}
    assert not week[2].is_held(afternoon)
    assert week[7].frame(morning).starts == time(7)
    assert all(week[number].by_hand(morning) for number in range(1, 8))
    assert copied.items == sum(len(edit.items or ()) for edit in copied.edits)
    desk.days.clear_week(NEXT_MONDAY + timedelta(days=7), WHO)
    assert desk.stored() == 2
    desk.days.save(copied.edits, WHO)
    desk.days.save(copied.before, WHO)
    assert desk.stored() == 2


def test_clearing_leaves_what_has_begun(desk: Desk, clock: VirtualClock) -> None:
    morning, afternoon = desk.names
    state = desk.days.state(SATURDAY)
    desk.days.save(edits.locked(state, morning) + edits.locked(state, afternoon), WHO)
    clock.advance(3600 * 10 + 60)
    before = desk.days.clear(SATURDAY, WHO)
    assert [edit.session for edit in before] == [afternoon]
    assert [edit.session for edit in desk.days.edits(SATURDAY, SATURDAY)[SATURDAY]] == [morning]
    assert desk.trail()[-1][0] == "session_cleared"


def test_a_preview_hears_of_other_programs_within_a_moment(desk: Desk, clock: VirtualClock) -> None:
    changed = edits.locked(desk.days.state(SATURDAY), desk.names[0])
    desk.days.preview(SATURDAY, changed)
    with desk.database.engine.begin() as c:  # nobody of this program is told
        store.set_state(c, "campaign-a", "stopped")
    clock.advance(KEEP_SECONDS + 0.1)
    plan = desk.days.preview(SATURDAY, ())
    assert "campaign-a" not in {item.campaign for items in plan.programme.values() for item in items}


def test_the_words_for_the_player_are_those_it_reads(desk: Desk) -> None:
    loose = sound("loose", 45)
    words = json.loads(json.dumps(desk.days.next_words(desk.loose, "2026-11-20/afternoon")))
    piece = piece_of(words)
    assert (piece.title, piece.cut.sha256, piece.cut.frames) == ("Mục loose", loose.cart.cut.sha256, 45 * RATE)
    assert piece.approval == loose.approval
    assert words["session"] == "2026-11-20/afternoon"
    named = piece_of(desk.days.next_words(desk.days.placed("campaign-a")))
    assert (named.campaign, named.title) == ("campaign-a", "Mục a")
    with desk.database.write("cart") as c:
        c.execute(update(cart).where(cart.c.id == desk.loose.cart).values(valid_until="2026-11-19"))
    with refused("not_today"):
        desk.days.next_words(desk.loose)
    with refused("cart_unknown"):
        desk.days.next_words(Placed("nowhere"))


def test_a_week_without_a_sheet_can_be_worked_on(home: StationHome, clock: VirtualClock) -> None:
    place = Desk(home, clock, changed(Settings(), "approval", weekly_sheet=True))
    try:
        state = place.days.state(SATURDAY)
        assert state.shown(place.names[0])
        assert not place.schedule.plan(SATURDAY).rundown.sessions, "what airs follows the sheet"
        place.days.save(edits.locked(state, place.names[0]), WHO)
        assert place.days.state(SATURDAY).shown(place.names[0]) == state.shown(place.names[0])
    finally:
        place.close()


def test_what_was_decided_for_a_session_that_is_gone_can_be_cleared(desk: Desk) -> None:
    name = desk.names[-1]
    desk.days.save(edits.locked(desk.days.state(SUNDAY), name), WHO)
    desk.schedule.remove_template(name, WHO)
    assert [warning.code for warning in desk.days.state(SUNDAY).plan.warnings].count("session_gone") == 1
    cleared = desk.days.clear(SUNDAY, WHO)
    assert [edit.session for edit in cleared] == [name]
    assert desk.stored() == 0
    desk.days.save(cleared, WHO)
    assert desk.stored() == 1, "and the way back is open"
