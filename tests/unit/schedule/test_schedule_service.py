"""Campaigns, publication and coverage on a real station home."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, time, timedelta
from time import process_time

import pytest
from schedule_station import KEY, SATURDAY, Station, sound
from sqlalchemy import insert, select, update

from broadcaster.base.clock import at
from broadcaster.base.errors import Refused
from broadcaster.db.schema import airing, approval, audit, cart
from broadcaster.library.model import CartKind, State
from broadcaster.protocol.rundown import Urgency, newest_rundown, read_rundown, revisions_of, write_rundown
from broadcaster.schedule.model import SessionTemplate

SUNDAY = SATURDAY + timedelta(days=1)


def refused(code: str) -> pytest.RaisesExc[Refused]:
    return pytest.raises(Refused, check=lambda error: error.code == code)


def test_a_campaign_comes_back_as_it_was_made(station: Station) -> None:
    letter = station.put_letter()
    cart_id = station.put(sound("a"), directive_id=letter, bulletin_id="bulletin-1")
    made = station.schedule.add_campaign(cart_id, 2, SATURDAY, SUNDAY, "76", Urgency.PRIORITY, by="Cán bộ")
    assert station.schedule.campaigns() == [made]
    assert (made.weekdays, made.directive_id, made.urgency) == ("67", letter, Urgency.PRIORITY)
    assert station.schedule.campaign(made.id[-6:]) == made
    with station.database.read() as c:
        assert [row.person for row in c.execute(select(audit))] == ["Cán bộ"]


def test_the_letter_and_the_voice_reach_the_rundown(station: Station) -> None:
    cart_id = station.put(sound("a"), directive_id=station.put_letter(), bulletin_id="bulletin-1")
    station.schedule.add_campaign(cart_id, 1, SATURDAY, SATURDAY)
    (event,) = station.schedule.plan(SATURDAY).rundown.sessions[0].events
    assert event.directive is not None
    assert (event.directive.number, event.directive.issuer) == ("…/STTTT-BCXB", "SỞ MẪU")
    assert event.voice == "vi"


@pytest.mark.parametrize(("source", "words", "voice"), [
    ("voice", "", "vi"), ("recording", "", ""), ("import", "", ""), ("production", "", "vi"),
    ("production", "voice", "vi"), ("production", "recording", "")])
def test_only_a_machine_s_words_are_marked_so(station: Station, source: str, words: str, voice: str) -> None:
    spoken = sound("words")
    if words:  # the bulletin's words alone lie beside the produced item
        station.put(spoken, bulletin_id="other", source=words)
    cart_id = station.put(sound("a"), bulletin_id="bulletin-1", source=source,
                          words=spoken.cart.cut.sha256 if words else "")
    station.schedule.add_campaign(cart_id, 1, SATURDAY, SATURDAY)
    (event,) = station.schedule.plan(SATURDAY).rundown.sessions[0].events
    assert event.voice == voice


@pytest.mark.parametrize(("change", "code"), [
    ({"times": 0}, "schedule.times"), ({"times": 25}, "schedule.times"),
    ({"first_day": SUNDAY, "last_day": SATURDAY}, "schedule.window"),
    ({"first_day": date(2026, 1, 1), "last_day": date(2026, 11, 20)}, "schedule.past"),
    ({"weekdays": "8"}, "schedule.weekdays"), ({"weekdays": "1"}, "schedule.never"),
    ({"cart_id": "nothing"}, "schedule.cart_unknown"),
])
def test_senseless_campaigns_are_refused(station: Station, change: dict[str, object], code: str) -> None:
    good = {"cart_id": station.put(sound("a")), "times": 2, "first_day": SATURDAY, "last_day": SUNDAY}
    with refused(code):
        station.schedule.add_campaign(**{**good, **change})
    assert station.schedule.campaigns() == []


def test_furniture_withdrawn_and_doubled_items_are_refused(station: Station) -> None:
    tune = station.put(sound("tune", kind=CartKind.SIGNATURE))
    gone = station.put(sound("gone", state=State.WITHDRAWN))
    good = station.put(sound("good"))
    for cart_id, code in ((tune, "schedule.kind"), (gone, "schedule.withdrawn")):
        with refused(code):
            station.schedule.add_campaign(cart_id, 1, SATURDAY, SUNDAY)
    station.schedule.add_campaign(good, 1, SATURDAY, SUNDAY)
    with refused("schedule.duplicate"):
        station.schedule.add_campaign(good, 1, SATURDAY, SUNDAY)
    station.schedule.add_campaign(good, 2, SATURDAY, SUNDAY)


def test_a_stopped_campaign_is_planned_no_more_until_resumed(station: Station) -> None:
    made = station.schedule.add_campaign(station.put(sound("a")), 2, SATURDAY, SUNDAY)
    station.schedule.stop_campaign(made.id, "Cán bộ", "hết dịch")
    assert station.schedule.plan(SATURDAY).rundown.sessions == ()
    assert station.schedule.campaigns(SATURDAY) == []
    station.schedule.resume_campaign(made.id)
    assert len(station.schedule.plan(SATURDAY).rundown.sessions) == 2
    assert station.schedule.campaigns(SUNDAY) == [made]
    assert station.schedule.campaigns(SUNDAY + timedelta(days=1)) == []


def test_publishing_writes_a_sealed_file_once(station: Station) -> None:
    station.put_furniture()
    station.schedule.add_campaign(station.put(sound("a")), 2, SATURDAY, SUNDAY)
    path = station.schedule.publish(SATURDAY)
    assert path is not None
    assert path.name == "2026-11-21.r1.json"
    rundown = read_rundown(path, KEY)
    assert [len(session.events) for session in rundown.sessions] == [5, 5]
    assert rundown.quiet.start == "21:00"
    station.clock.advance(60)
    assert station.schedule.publish(SATURDAY) is None
    station.schedule.add_campaign(station.put(sound("b")), 1, SATURDAY, SUNDAY)
    again = station.schedule.publish(SATURDAY)
    assert again is not None
    assert again.name == "2026-11-21.r2.json"


def test_an_empty_day_gets_a_file_only_to_take_back_another(station: Station) -> None:
    assert station.schedule.publish(SATURDAY) is None
    made = station.schedule.add_campaign(station.put(sound("a")), 2, SATURDAY, SUNDAY)
    station.schedule.publish(SATURDAY)
    station.schedule.stop_campaign(made.id)
    path = station.schedule.publish(SATURDAY)
    assert path is not None
    assert read_rundown(path, KEY).sessions == ()


def test_a_voided_approval_takes_the_item_out(station: Station) -> None:
    station.schedule.add_campaign(station.put(sound("a")), 2, SATURDAY, SUNDAY)
    station.schedule.publish(SATURDAY)
    with station.database.write("approval") as c:
        c.execute(update(approval).values(voided_at="2026-11-20", voided_reason="text changed"))
    plan = station.schedule.plan(SATURDAY)
    assert plan.rundown.sessions == ()
    assert "not_approved" in [warning.code for warning in plan.warnings]


def test_a_running_session_is_locked_on_disk_too(station: Station) -> None:
    made = station.schedule.add_campaign(station.put(sound("a")), 2, SATURDAY, SUNDAY)
    station.schedule.publish(SATURDAY)
    station.clock.advance(600 - 10)
    station.schedule.stop_campaign(made.id)
    path = station.schedule.publish(SATURDAY)
    assert path is not None
    assert [session.id for session in read_rundown(path, KEY).sessions] == ["2026-11-21/morning"]
    station.clock.advance(86_400)
    assert station.schedule.publish(SATURDAY) is None, "a day gone by is never rewritten"


def test_an_altered_revision_is_followed_by_a_good_one(station: Station) -> None:
    station.schedule.add_campaign(station.put(sound("a")), 2, SATURDAY, SUNDAY)
    path = station.schedule.publish(SATURDAY)
    assert path is not None
    path.with_name("2026-11-21.r2.json").write_bytes(path.read_bytes().replace(b"morning", b"evening"))
    healed = station.schedule.publish(SATURDAY)
    assert healed is not None
    assert healed.name == "2026-11-21.r3.json"
    assert station.schedule.publish(SATURDAY) is None


def test_the_newest_approved_furniture_is_used(station: Station) -> None:
    station.put_furniture()
    newer = sound("nhạc hiệu mới", 10, CartKind.SIGNATURE)
    assert newer.approval is not None
    newer = replace(newer, approval=replace(newer.approval, approved_at="2026-11-20T08:00:00.000+07:00").sealed(KEY))
    station.put(newer)
    station.put(sound("chưa duyệt", 10, CartKind.SIGNATURE, approved=False, state=State.DRAFT))
    station.schedule.add_campaign(station.put(sound("a")), 1, SATURDAY, SATURDAY)
    events = station.schedule.plan(SATURDAY).rundown.sessions[0].events
    assert events[0].title == "Mục nhạc hiệu mới"


def test_an_aired_campaign_is_a_repeat_ever_after(station: Station) -> None:
    made = station.schedule.add_campaign(station.put(sound("a")), 1, date(2026, 11, 1), SUNDAY)
    assert not station.schedule.plan(SATURDAY).rundown.sessions[0].events[0].repeat
    with station.database.write("airing") as c:
        c.execute(insert(airing).values(
            id="x", day="2026-11-20", session_id="s", session_name="s", title="t", kind="tin", urgency="routine",
            planned_start="", planned_frames=1, cut_sha256="x", campaign=made.id, outcome="aired"))
    assert station.schedule.plan(SATURDAY).rundown.sessions[0].events[0].repeat


def test_a_template_in_quiet_hours_or_over_another_is_not_saved(station: Station) -> None:
    """A session typed for 03:15 never reaches a loudspeaker."""
    night = SessionTemplate("night", "Buổi đêm", time(3, 15), 30)
    with refused("schedule.quiet_hours") as caught:
        station.schedule.save_template(night)
    assert caught.value.facts["quiet_from"] == "21:00"
    with refused("schedule.overlap"):
        station.schedule.save_template(replace(night, starts=time(5, 30)))
    late = replace(night, id="late", starts=time(19, 30))
    with refused("schedule.reason"):
        station.schedule.save_template(late, reason=" ")
    station.schedule.save_template(late, "Cán bộ", "Họp thôn")
    station.schedule.save_template(replace(late, minutes=20), "Cán bộ")  # its hour was explained before
    with station.database.read() as c:
        said = [detail.get("reason") for detail in c.scalars(select(audit.c.detail).where(
            audit.c.subject == "template:late").order_by(audit.c.id))]
    assert said == ["Họp thôn", None]
    station.schedule.remove_template("late")
    station.schedule.save_template(replace(night, id="noon", starts=time(11, 0)), by="Cán bộ")
    assert [item.id for item in station.schedule.templates()] == ["morning", "noon", "afternoon"]
    station.schedule.remove_template("noon")
    station.schedule.remove_template("morning")
    assert [item.id for item in station.schedule.templates()] == ["afternoon"]
    with refused("schedule.last_template"):
        station.schedule.remove_template("afternoon")


def test_carts_are_found_by_cart_bulletin_or_letter(station: Station) -> None:
    letter = station.put_letter("letter-77")
    one = station.put(sound("one"), directive_id=letter, bulletin_id="bulletin-1")
    two = station.put(sound("two"), directive_id=letter)
    assert station.schedule.carts_for(one) == [one]
    assert station.schedule.carts_for("bulletin-1") == [one]
    with refused("schedule.cart_unknown"):
        station.schedule.carts_for("cart-")
    with station.database.read() as c:
        from broadcaster.schedule import store

        assert store.carts_of_directive(c, letter) == [one, two]


def test_rundowns_of_another_key_are_not_believed(station: Station) -> None:
    station.schedule.add_campaign(station.put(sound("a")), 2, SATURDAY, SUNDAY)
    path = station.schedule.publish(SATURDAY)
    assert path is not None
    foreign = replace(read_rundown(path, KEY), revision=2)
    write_rundown(station.home, foreign, os.urandom(32))
    station.schedule.publish(SATURDAY)
    newest = newest_rundown(station.home.rundowns, SATURDAY)
    assert newest is not None
    assert read_rundown(newest, KEY).revision == 3
    assert len(revisions_of(station.home.rundowns, SATURDAY)) == 3


def test_a_month_of_instants_is_exact(station: Station) -> None:
    """Every session of a month starts on its second."""
    station.schedule.add_campaign(station.put(sound("a")), 2, SATURDAY, SATURDAY + timedelta(days=40))
    for plan in station.schedule.plan_days(SATURDAY, 31):
        assert [session.starts_at for session in plan.rundown.sessions] == [
            at(plan.rundown.day, 5 * 3600), at(plan.rundown.day, 17 * 3600)]


@pytest.mark.slow
def test_a_year_of_two_hundred_campaigns_is_planned_in_seconds(station: Station) -> None:
    station.put_furniture()
    for n in range(200):
        first = SATURDAY + timedelta(days=n)
        station.schedule.add_campaign(station.put(sound(str(n))), 2, first, first + timedelta(days=20))
    begun = process_time()
    plans = station.schedule.plan_days(SATURDAY, 365)
    assert sum(len(plan.rundown.sessions) for plan in plans) > 300
    assert process_time() - begun < 15, "the figure is 3 s; this bound is for a busy machine"


def test_cart_title_with_quotes_newlines_and_emoji_survives(station: Station) -> None:
    item = sound("a")
    cart_id = station.put(item)
    title = 'Chủ "nhật"\n📣 ’' + "x" * 5000
    with station.database.write("cart") as c:
        c.execute(update(cart).values(title=title))
    station.schedule.add_campaign(cart_id, 1, SATURDAY, SATURDAY)
    path = station.schedule.publish(SATURDAY)
    assert path is not None
    assert read_rundown(path, KEY).sessions[0].events[0].title == title


def test_what_is_withdrawn_in_a_running_session_is_named(station: Station) -> None:
    """The session stays as `air` has it; a new revision says what must not air any more."""
    for name in ("a", "b"):
        station.schedule.add_campaign(station.put(sound(name)), 1, SATURDAY, SATURDAY)
    station.schedule.publish(SATURDAY)
    before = read_rundown(newest_rundown(station.home.rundowns, SATURDAY), KEY)  # type: ignore[arg-type]
    busy = next(session for session in before.sessions if session.events)
    station.clock.advance((busy.starts_at - station.clock.now()).total_seconds() + 5)
    chosen = busy.events[0].approval.id
    with station.database.write("approval") as c:
        c.execute(update(approval).where(approval.c.id == chosen).values(
            voided_at="2026-11-21T05:00:05.000+07:00", voided_reason="withdrawn: sai nội dung"))
    assert station.schedule.publish(SATURDAY) is not None
    after = read_rundown(newest_rundown(station.home.rundowns, SATURDAY), KEY)  # type: ignore[arg-type]
    assert after.withdrawn == (chosen,)
    assert busy in after.sessions
    assert station.schedule.publish(SATURDAY) is None


def test_a_campaign_moves_to_what_took_its_item_s_place(station: Station) -> None:
    old, middle, new = (station.put(sound(name)) for name in ("old", "middle", "new"))
    made = station.schedule.add_campaign(old, 2, SATURDAY, SUNDAY)
    assert station.schedule.superseded() == []
    with station.database.write("cart") as c:
        for cart_id, by in ((old, middle), (middle, new)):
            c.execute(update(cart).where(cart.c.id == cart_id).values(state="superseded", superseded_by=by))
    assert station.schedule.plan(SATURDAY).rundown.sessions == ()
    ((campaign, successor),) = station.schedule.superseded()
    assert (campaign.id, successor.id) == (made.id, new)
    moved = station.schedule.move_campaign(made.id, new, "Cán bộ")
    assert (moved.cart.id, moved.title) == (new, "Mục new")
    assert station.schedule.superseded() == []
    assert [event.title for session in station.schedule.plan(SATURDAY).rundown.sessions
            for event in session.events] == ["Mục new", "Mục new"]
    back = station.schedule.move_campaign(made.id, old)
    assert (back.cart.id, back.title) == (old, "Mục old")
    assert len(station.schedule.superseded()) == 1


def test_what_was_put_away_begins_no_campaign_and_takes_no_other_s_place(station: Station) -> None:
    one, other = station.put(sound("one")), station.put(sound("other"))
    station.schedule.add_campaign(one, 1, SATURDAY, SUNDAY)
    with station.database.write("cart") as c:  # a circle somebody drew by hand
        c.execute(update(cart).where(cart.c.id == one).values(state="superseded", superseded_by=other))
        c.execute(update(cart).where(cart.c.id == other).values(state="superseded", superseded_by=one))
    assert station.schedule.superseded() == []
    with refused("schedule.put_away"):
        station.schedule.add_campaign(other, 1, SATURDAY, SUNDAY)
    with station.database.write("cart") as c:
        c.execute(update(cart).where(cart.c.id == other).values(state="archived"))
    assert station.schedule.superseded() == []
