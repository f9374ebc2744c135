"""A relay a letter asks for: into the session it falls in, longer if need be, or a session of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

import pytest

from broadcaster.accounts.model import Role
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.protocol.rundown import Relay, RundownEvent
from broadcaster.schedule.model import RelaySlot
from broadcaster.schedule.relays.offer import RelayOffer, offer, usual_start
from broadcaster.wiring import App, build_app

DAY = date(2026, 11, 23)
"""A Monday, two days ahead."""
TEMPLATE = 'id = "{0}"\nname = "{1}"\nstarts = "{2}"\nminutes = 60\nweekdays = "1234567"\n'


@pytest.fixture
def app(home: StationHome, clock: VirtualClock) -> Iterator[App]:
    for word, name, starts in (("sang", "Buổi sáng", "05:00"), ("chieu", "Buổi chiều", "17:00")):
        write_atomic(home.root / "schedules" / f"{word}.toml", TEMPLATE.format(word, name, starts).encode())
    made = build_app(home, clock)
    made.relays.add("tinh", "Đài tỉnh", Relay("stream", "http://tinh.vn/x"), by="Cán bộ truyền thanh")
    made.relays.approve("tinh", made.accounts.add("Phó Chủ tịch", "", Role.APPROVER, "2222"))
    yield made
    made.close()


def offered(app: App, starts: str, minutes: int = 30) -> RelayOffer:
    slot = RelaySlot("tinh", time.fromisoformat(starts), minutes)
    return offer(app.days.state(DAY), slot, "Phiên khai mạc Đại hội")


def relays(app: App) -> list[tuple[str, RundownEvent]]:
    plan = app.days.state(DAY).plan
    return [(session.name, event) for session in plan.rundown.sessions for event in session.events if event.relay]


def test_into_the_session_it_falls_in(app: App) -> None:
    found = offered(app, "05:15")
    assert (found.session, found.longer_until) == ("Buổi sáng", None)
    app.days.save(found.edits, "Cán bộ truyền thanh")
    (name, event), = relays(app)
    assert name == "Buổi sáng"
    assert (f"{event.starts_at:%H:%M}", event.cut.frames, event.hard) == ("05:15", 30 * 60 * 48_000, True)
    assert event.approval.subject == "relay:tinh"


def test_a_session_is_held_longer_for_it(app: App) -> None:
    app.rules.override("session_long", "chieu", 90, "Theo công văn", "Phó Chủ tịch")
    found = offered(app, "17:50", 30)
    assert found.longer_until is not None
    assert f"{found.longer_until:%H:%M}" == "18:20"
    app.days.save(found.edits, "Cán bộ truyền thanh")
    (_, event), = relays(app)
    assert event.cut.frames == 30 * 60 * 48_000


def test_outside_of_all_sessions_it_is_one_of_its_own(app: App) -> None:
    app.rules.override("sessions_many", "", 3, "Theo công văn", "Phó Chủ tịch")
    found = offered(app, "14:00", 45)
    assert found.session == ""
    app.days.save(found.edits, "Cán bộ truyền thanh")
    (name, event), = relays(app)
    assert (name, f"{event.starts_at:%H:%M}") == ("Phiên khai mạc Đại hội", "14:00")


@pytest.mark.parametrize(("starts", "minutes", "code"), [
    ("22:00", 30, "schedule.quiet_hours"), ("20:50", 30, "schedule.quiet_hours"), ("16:40", 30, "schedule.overlap"),
    ("05:20", 5, "relay.overlap"), ("05:00", 11, "relay.overlap")])
def test_what_cannot_be_is_refused(app: App, starts: str, minutes: int, code: str) -> None:
    app.days.save(offered(app, "05:10", 20).edits, "Cán bộ truyền thanh")
    with pytest.raises(Refused) as refusal:
        offered(app, starts, minutes)
    assert refusal.value.code == code


def test_two_relays_beside_each_other(app: App) -> None:
    app.days.save(offered(app, "05:10", 20).edits, "Cán bộ truyền thanh")
    app.days.save(offered(app, "05:30", 10).edits, "Cán bộ truyền thanh")
    assert [f"{event.starts_at:%H:%M}" for _, event in relays(app)] == ["05:10", "05:30"]


def test_a_part_of_the_day_is_where_the_clock_begins() -> None:
    assert [usual_start(part).hour for part in ("morning", "noon", "afternoon", "evening", "")] == [8, 11, 14, 18, 8]
