"""Where items are used, when they aired, and which sounds nobody needs any longer."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from shelf_station import Station
from sqlalchemy import select

from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, changed
from broadcaster.db import schema, trail
from broadcaster.db.engine import Database
from broadcaster.library import states
from broadcaster.library.model import Cart, CartKind, State
from broadcaster.library.retention import Retention, _months_before
from broadcaster.library.service import LibraryService

LONG_AGO = "2024-01-05T05:00:00.000+07:00"


@pytest.fixture
def retention(database: Database, home: StationHome, clock: VirtualClock) -> Retention:
    return Retention(database, home, Settings(), clock)


def plan_file(home: StationHome, name: str, *cuts: str) -> Path:
    path = home.rundowns / name
    events = [{"title": "Tin", "starts_at": f"{name[:10]}T05:00:0{place}.000+07:00", "cut": {"sha256": sha}}
              for place, sha in enumerate(cuts)]
    path.write_text(json.dumps({"sessions": [{"name": "Buổi sáng", "events": events}]}), "utf-8")
    return path


def test_every_use_is_found(shelf: LibraryService, station: Station, home: StationHome) -> None:
    station.row("directive", id="d1", number="12/UBND")
    cart = station.cart("Nhạc hiệu", kind=CartKind.SIGNATURE)
    station.approve(cart)
    assert [(use.where, use.active) for use in shelf.used(cart.id)] == [("session", True)]
    station.row("campaign", id="k1", cart_id=cart.id, first_day="2026-11-01", last_day="2026-11-21")
    station.row("campaign", id="k2", cart_id=cart.id, first_day="2026-10-01", last_day="2026-11-20")
    station.row("campaign", id="k3", cart_id=cart.id, first_day="2026-11-01", last_day="2026-12-20", state="stopped")
    station.row("bulletin", id="b1", text="", production={"ident": cart.id, "chime": ""}, produced_with={})
    station.row("directive_attachment", id="t1", directive_id="d1", kind="audio", file_name="a.mp3", sha256="",
                suffix=".mp3", cart_id=cart.id, added_at="")
    (home.emergency / "lu.json").write_text(json.dumps({"title": "Lũ", "cut": {"sha256": cart.cut.sha256}}), "utf-8")
    (home.emergency / "hong.json").write_text("{", "utf-8")
    plan_file(home, "2026-11-22.r1.json", cart.cut.sha256)
    plan_file(home, "2026-11-22.r2.json", "0" * 64, cart.cut.sha256)
    plan_file(home, "2026-11-23.r3.json", cart.cut.sha256)
    plan_file(home, "2026-11-23.r11.json", "0" * 64)
    plan_file(home, "2026-11-20.r1.json", cart.cut.sha256)
    found = [(use.where, use.ref, use.active, use.detail) for use in shelf.used(cart.id)]
    assert set(found) == {
        ("session", "nhac_hieu", True, ""), ("campaign", "k1", True, ""), ("campaign", "k2", False, ""),
        ("campaign", "k3", False, ""), ("production", "b1", True, "ident"), ("attachment", "d1", False, "a.mp3"),
        ("emergency", "lu", True, ""), ("rundown", "2026-11-22.r2.json", True, "05:00:01")}
    assert [active for _, _, active, _ in found] == sorted((active for _, _, active, _ in found), reverse=True)
    newer = station.cart("Nhạc hiệu mới", kind=CartKind.SIGNATURE)
    station.approve(newer, approved_at="2026-11-20")
    assert ("session", False) in {(use.where, use.active) for use in shelf.used(cart.id)}


def test_airings_of_all_versions(shelf: LibraryService, station: Station, database: Database,
                                 clock: VirtualClock) -> None:
    cart = station.cart("Một")
    station.row("airing", id="1", day="2026-11-01", planned_start="2026-11-01T05:00:00.000+07:00",
                started_at="2026-11-01T05:00:01.000+07:00", cut_sha256=cart.cut.sha256, zones=["Thôn Đông"])
    new = station.cut("another")
    with database.write(*states.TABLES) as c:
        states.give_sound(c, cart, new, "trim", "", clock.now().isoformat())
    for number, (day, outcome) in enumerate((("2026-11-03", "missed"), ("2026-11-04", "pending"))):
        station.row("airing", id=f"n{number}", day=day, planned_start=f"{day}T17:00:00.000+07:00",
                    cut_sha256=new.sha256, outcome=outcome)
    found = shelf.aired(cart.id)
    assert [(item.day, item.time, item.outcome, item.version, item.zones) for item in found] == [
        ("2026-11-03", "17:00:00", "missed", 2, ()), ("2026-11-01", "05:00:01", "aired", 1, ("Thôn Đông",))]
    assert found[1].seconds == 1.0
    assert shelf.aired(cart.id, limit=1) == found[:1]


def old_cart(station: Station, title: str, state: State = State.ARCHIVED, **values: object) -> Cart:
    return station.cart(title, state=state, at=LONG_AGO, **values)


def test_what_is_long_out_of_use_goes_and_comes_back(retention: Retention, station: Station, home: StationHome,
                                                     database: Database, clock: VirtualClock) -> None:
    carts = {state: old_cart(station, state.value, state) for state in State}
    station.cut("orphan", at=LONG_AGO)
    station.cart("fresh", state=State.ARCHIVED)
    plan = retention.plan()
    assert {(item.title, item.why) for item in plan} == {
        ("withdrawn", "withdrawn"), ("archived", "archived"), ("superseded", "superseded"), ("orphan.mp3", "orphan")}
    assert all(home.audio(item.sha256).exists() for item in plan)  # nothing was touched
    with pytest.raises(Refused) as refusal:
        retention.remove(plan, "Quản trị", " ")
    assert refusal.value.code == "retention.reason"
    one = next(item for item in plan if item.why == "archived")
    before = home.audio(one.sha256).read_bytes()
    assert retention.remove([one], "Quản trị", "hết hạn lưu") == [one]
    assert not home.audio(one.sha256).exists()
    assert retention.removed() == [one]
    assert one not in retention.plan()
    assert LibraryService(database, home, Settings(), clock).get(one.cart_id).cut.frames == 480_000
    clock.advance(29 * 86_400)
    assert retention.sweep() == 0
    assert retention.bring_back(one.sha256, "Quản trị") == one
    assert home.audio(one.sha256).read_bytes() == before
    assert retention.removed() == []
    with database.read() as c:
        acts = c.scalars(select(schema.audit.c.action).order_by(schema.audit.c.id))
        assert list(acts) == ["sound.remove", "sound.bring_back"]
        assert list(trail.verify(c)) == []
    assert carts[State.APPROVED].cut.sha256 not in {item.sha256 for item in plan}


def test_after_thirty_days_it_is_gone(retention: Retention, station: Station, clock: VirtualClock,
                                      home: StationHome) -> None:
    old_cart(station, "cũ")
    (one,) = retention.remove(retention.plan(), "Quản trị", "hết hạn lưu")
    clock.advance(30 * 86_400)
    assert retention.sweep() == 1
    assert not list((home.root / "audio" / ".removed").rglob("*.flac"))
    with pytest.raises(Refused) as refusal:
        retention.bring_back(one.sha256, "Quản trị")
    assert refusal.value.code == "retention.unknown"


KEEPERS: dict[str, Callable[[Station, StationHome, Cart], object]] = {
    "aired lately": lambda station, home, cart: station.row(
        "airing", id="1", day="2025-01-01", cut_sha256=cart.cut.sha256),
    "campaign": lambda station, home, cart: station.row(
        "campaign", id="1", cart_id=cart.id, first_day="2026-11-01", last_day="2026-11-30"),
    "rundown of today": lambda station, home, cart: plan_file(home, "2026-11-21.r1.json", cart.cut.sha256),
    "rundown of yesterday": lambda station, home, cart: plan_file(home, "2026-11-20.r1.json", cart.cut.sha256),
    "published plan": lambda station, home, cart: station.row(
        "published_plan", name="x", day="2026-11-22", body=zlib.compress(json.dumps(cart.cut.sha256).encode())),
    "emergency shelf": lambda station, home, cart: (home.emergency / "a.json").write_text(cart.cut.sha256),
    "taken off the shelf": lambda station, home, cart: (
        (home.emergency / "removed").mkdir(exist_ok=True),
        (home.emergency / "removed" / "a.json").write_text(cart.cut.sha256)),
    "bulletin": lambda station, home, cart: station.row("bulletin", id="1", text="", cut_sha256=cart.cut.sha256),
    "words of a bulletin": lambda station, home, cart: station.row(
        "bulletin", id="1", text="", speech_sha256=cart.cut.sha256),
    "part of a bulletin": lambda station, home, cart: station.row(
        "bulletin", id="1", text="", production={"bed": cart.id}),
    "approval in force": lambda station, home, cart: station.row(
        "approval", id="1", subject="cart:x", audio_sha256=cart.cut.sha256, valid_until="2026-11-21"),
    "first yes": lambda station, home, cart: station.row(
        "first_yes", subject="cart:x", audio_sha256=cart.cut.sha256, approver="", at=""),
    "another item": lambda station, home, cart: station.cart("khác", cart.cut),
    "an earlier version of an item in use": lambda station, home, cart: station.row(
        "cart_version", cart_id=station.cart("khác").id, number=2, cut_sha256=cart.cut.sha256, title="", at="",
        why="import"),
    "what was cut off an item in use": lambda station, home, cart: station.row(
        "cut_edit", cut_sha256=station.cart("khác").cut.sha256, head_frames=0, tail_frames=0,
        ends_sha256=cart.cut.sha256),
    "its file is gone": lambda station, home, cart: home.audio(cart.cut.sha256).unlink(),
}


@pytest.mark.parametrize("why", KEEPERS)
def test_what_is_needed_stays(retention: Retention, station: Station, home: StationHome, why: str) -> None:
    cart = old_cart(station, "cũ")
    assert [item.sha256 for item in retention.plan()] == [cart.cut.sha256]
    plan = retention.plan()
    KEEPERS[why](station, home, cart)
    assert retention.plan() == []
    assert retention.remove(plan, "Quản trị", "hết hạn lưu") == []  # it came into use after it was asked about
    assert (why == "its file is gone") is not home.audio(cart.cut.sha256).exists()


def test_the_rule_itself(database: Database, home: StationHome, clock: VirtualClock, station: Station) -> None:
    cart = old_cart(station, "cũ")
    station.row("airing", id="1", day="2025-11-20", cut_sha256=cart.cut.sha256)
    for months, count in ((12, 1), (13, 0), (24, 0), (0, 0)):
        settings = changed(Settings(), "library", retention_months=months)
        assert len(Retention(database, home, settings, clock).plan()) == count, months
    assert len(Retention(database, home, Settings(), clock).plan("2027-11-21")) == 1
    for day, months, before in (("2026-03-31", 1, "2026-02-28"), ("2026-11-21", 24, "2024-11-21"),
                                ("2026-01-31", 2, "2025-11-30"), ("2028-02-29", 12, "2027-02-28")):
        assert _months_before(date.fromisoformat(day), months) == date.fromisoformat(before)
    assert _months_before(date(2026, 11, 21) + timedelta(days=1), 600) == date(1976, 11, 22)


def test_what_was_cut_off_goes_and_comes_with_it(retention: Retention, station: Station, home: StationHome) -> None:
    cart = old_cart(station, "cũ")
    ends = home.audio("e" * 64)
    ends.parent.mkdir(parents=True)
    ends.write_bytes(b"ends")
    station.row("cut_edit", cut_sha256=cart.cut.sha256, head_frames=1, tail_frames=0, ends_sha256="e" * 64)
    (one,) = retention.remove(retention.plan(), "Quản trị", "hết hạn lưu")
    assert (one.ends_sha256, ends.exists()) == ("e" * 64, False)
    retention.bring_back(one.sha256, "Quản trị")
    assert ends.read_bytes() == b"ends"


def test_altered_where_it_lay(retention: Retention, station: Station, home: StationHome) -> None:
    old_cart(station, "cũ")
    (one,) = retention.remove(retention.plan(), "Quản trị", "hết hạn lưu")
    (path,) = (home.root / "audio" / ".removed").rglob("*.flac")
    path.write_bytes(b"other")
    with pytest.raises(Refused) as refusal:
        retention.bring_back(one.sha256, "Quản trị")
    assert refusal.value.code == "retention.altered"
    assert not home.audio(one.sha256).exists()


def test_a_failed_removal_moves_nothing(retention: Retention, station: Station, home: StationHome,
                                        database: Database) -> None:
    carts = [old_cart(station, "cũ"), old_cart(station, "rất cũ")]
    (home.root / "audio" / ".removed").write_text("a file where the folder should be")
    with pytest.raises(Refused) as refusal:
        retention.remove(retention.plan(), "Quản trị", "hết hạn lưu")
    assert refusal.value.code == "disk.unwritable"
    (home.root / "audio" / ".removed").unlink()
    with database.engine.connect() as other:
        other.exec_driver_sql("CREATE TRIGGER full AFTER INSERT ON audit WHEN (SELECT count(*) FROM audit) > 1 "
                              "BEGIN SELECT RAISE(ABORT, 'no more'); END")
    with pytest.raises(Exception, match="no more"):
        retention.remove(retention.plan(), "Quản trị", "hết hạn lưu")
    assert all(home.audio(cart.cut.sha256).exists() for cart in carts)
    assert retention.removed() == []
    with database.read() as c:
        assert c.scalars(select(schema.audit.c.action)).all() == []
