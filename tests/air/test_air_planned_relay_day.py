"""A relay from the standing decision to the airing log: planned, played, counted; withdrawn, expired, forged."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, time, timedelta

import numpy as np
import pytest
import soundfile
from air_station import DAY, moment
from test_air_relay_plan import Telephone

from broadcaster.accounts.model import Person, Role
from broadcaster.air.simulate import VirtualAir
from broadcaster.asrun.model import Airing, AiringQuery, Outcome
from broadcaster.base.clock import VirtualClock
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.library.model import CartKind
from broadcaster.protocol.journal import Kind, journal_files, read_journal
from broadcaster.protocol.rundown import Relay
from broadcaster.schedule.model import RelaySlot
from broadcaster.schedule.relays.offer import offer
from broadcaster.wiring import App, build_app

AUTHOR, CHIEF = "Cán bộ truyền thanh", "Phó Chủ tịch"
TEMPLATE = 'id = "sang"\nname = "Buổi sáng"\nstarts = "05:00"\nminutes = 10\nweekdays = "1234567"\n'
Play = Callable[[str], Telephone]


@pytest.fixture
def app(home: StationHome, clock: VirtualClock) -> Iterator[App]:
    """One short session of the station's own, with one item, and a relay of a minute in it at 05:01."""
    write_atomic(home.root / "schedules" / "sang.toml", TEMPLATE.encode())
    made = build_app(home, clock)
    chief = made.accounts.add(CHIEF, "", Role.APPROVER, "2222")
    soundfile.write(home.root / "a.wav", 0.2 * np.random.default_rng(1).standard_normal(5 * RATE), RATE)
    cart = made.library.add(home.root / "a.wav", title="Lịch tiêm", kind=CartKind.NOTICE, by=AUTHOR).cart
    made.approvals.submit(f"cart:{cart.id}", AUTHOR)
    made.approvals.approve(f"cart:{cart.id}", chief)
    made.schedule.add_campaign(cart.id, 1, DAY, DAY, by=AUTHOR)
    made.relays.add("tinh", "Thời sự Đài tỉnh", Relay("stream", "http://a:b@tinh.vn/x"), note="QĐ 12", by=AUTHOR)
    made.relays.approve("tinh", chief)
    made.days.save(offer(made.days.state(DAY), RelaySlot("tinh", time(5, 1), 1), "x").edits, AUTHOR)
    yield made
    made.close()


@pytest.fixture
def chief(app: App) -> Person:
    return app.accounts.by_name(CHIEF)


@pytest.fixture
def play(app: App, clock: VirtualClock) -> Iterator[Play]:
    """Play until then; gives who was called."""
    phone = Telephone()
    playing: list[VirtualAir] = []

    def on(until: str) -> Telephone:
        if not playing:
            playing.append(VirtualAir(app.home, clock, open_relay=phone))
        playing[0].run_until(moment(until))
        return phone

    yield on
    for air in playing:
        air.close()


def rows(app: App) -> dict[str, Airing]:
    app.asrun.file()
    return {row.title: row for row in app.asrun.airings(AiringQuery(first_day=str(DAY), last_day=str(DAY)))}


def missed(app: App) -> dict[str, str]:
    lines = [line for path in journal_files(app.home.asrun) for line in read_journal(path) if line.kind is Kind.MISSED]
    return {line.data["title"]: line.data["reason"] for line in lines}


def test_from_the_decision_to_the_log(app: App, play: Play) -> None:
    app.schedule.publish(DAY)
    assert len(play("05:02:30").calls) == 1
    found = rows(app)
    relay, own = found["Thời sự Đài tỉnh"], found["Lịch tiêm"]
    assert (relay.outcome, relay.is_relay, relay.approver) == (Outcome.AIRED, True, CHIEF)
    assert relay.aired_frames == 60 * RATE
    started = datetime.fromisoformat(relay.started_at)
    assert abs(started - moment("05:01")) < timedelta(milliseconds=1)
    assert (own.outcome, own.is_relay) == (Outcome.AIRED, False)
    sums = app.asrun.totals(AiringQuery())
    assert sums.relay_seconds == pytest.approx(60.0)
    assert sums.seconds == pytest.approx(65.0, abs=1.0)
    told = [path.read_text(encoding="utf-8") for path in journal_files(app.home.asrun)]
    assert "tinh.vn" in str(told)
    assert "a:b@" not in str(told), "a password is told to nobody"


def test_withdrawn_before_the_session_it_is_not_planned(app: App, chief: Person, play: Play) -> None:
    app.schedule.publish(DAY)
    app.relays.withdraw("tinh", chief, "Đài tỉnh đổi giờ")
    app.schedule.publish(DAY)
    assert not play("05:02:30").calls
    assert {title: row.outcome for title, row in rows(app).items()} == {"Lịch tiêm": Outcome.AIRED}


@pytest.mark.parametrize("published", [True, False])
def test_withdrawn_while_the_session_runs_it_is_not_called(app: App, chief: Person, play: Play,
                                                           published: bool) -> None:
    """Also when nobody could publish a new plan: the player reads the ledger itself."""
    app.schedule.publish(DAY)
    play("05:00:30")
    app.relays.withdraw("tinh", chief, "Đài tỉnh đổi giờ")
    if published:
        app.schedule.publish(DAY)
    assert not play("05:02:30").calls
    assert missed(app) == {"Thời sự Đài tỉnh": "not_approved"}
    assert rows(app)["Lịch tiêm"].outcome is Outcome.AIRED


def test_withdrawn_while_it_sounds_it_ends_and_the_session_goes_on(app: App, chief: Person, play: Play) -> None:
    app.schedule.publish(DAY)
    phone = play("05:01:20")
    app.relays.withdraw("tinh", chief, "Phát nhầm chương trình")
    play("05:02:30")
    assert [call.ended for call in phone.calls] == [True]
    relay = rows(app)["Thời sự Đài tỉnh"]
    assert (relay.outcome, relay.reason) == (Outcome.PARTIAL, "not_approved")
    assert relay.aired_frames / RATE == pytest.approx(20, abs=1.5)


def test_over_on_the_day_it_airs_until_the_last_one(app: App, chief: Person, play: Play) -> None:
    app.relays.approve("tinh", chief, valid_until=str(DAY))
    app.schedule.publish_days(DAY, 2)
    assert len(play("05:02:30").calls) == 1
    next_day = app.days.state(DAY + timedelta(days=1))
    edits = offer(next_day, RelaySlot("tinh", time(5, 1), 1), "x").edits
    warned = [warning.code for warning in app.days.preview(next_day.day, edits).warnings]
    assert "relay_not_approved" in warned


def test_an_address_somebody_put_into_the_database_is_never_called(app: App, clock: VirtualClock) -> None:
    with closing(sqlite3.connect(app.home.database)) as raw, raw:
        raw.execute("UPDATE relay_source SET address = 'http://ke-la.vn/x'")
    app.schedule.publish(DAY)
    phone = Telephone()
    air = VirtualAir(app.home, clock, open_relay=phone)
    air.run_until(moment("05:02:30"))
    air.close()
    assert not phone.calls
    assert set(rows(app)) == {"Lịch tiêm"}
