"""What the player really writes, filed and read back: zones, a break-in, a make-up, a live speech, a relay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from air_station import Station, moment

from broadcaster.air import orders
from broadcaster.air.simulate import VirtualAir
from broadcaster.asrun.model import Airing, AiringQuery, Outcome
from broadcaster.asrun.service import AsRunService
from broadcaster.base.clock import VirtualClock
from broadcaster.base.frames import RATE
from broadcaster.base.settings import ZoneSection, load_settings, save_settings
from broadcaster.db.engine import Database, open_database
from broadcaster.db.migrate import migrate
from broadcaster.protocol.emergency import EmergencyMessage, write_message

BY = "Cán bộ truyền thanh"


@pytest.fixture
def database(station: Station) -> Iterator[Database]:
    migrate(station.home)
    made = open_database(station.home.database)
    yield made
    made.close()


def rows_of(station: Station, database: Database, clock: VirtualClock) -> tuple[AsRunService, list[Airing]]:
    asrun = AsRunService(database, station.home, clock, station.key)
    assert asrun.file().faults == ()
    rows = asrun.airings(AiringQuery())
    return asrun, sorted(rows, key=lambda row: (row.started_at or row.planned_start, row.id))


def put_message(station: Station) -> None:
    cut, chime = station.cut(4.0, seed=901), station.cut(1.0, seed=902)
    write_message(station.home, EmergencyMessage("bao-lu", "Bão số 5", cut, station.approve(cut), chime=chime),
                  station.key)


def two_zones(station: Station) -> None:
    save_settings(station.home, replace(load_settings(station.home), zones=(ZoneSection("A"), ZoneSection("B"))))


def test_an_event_on_two_lines_and_a_break_in_on_one(station: Station, database: Database) -> None:
    two_zones(station)
    put_message(station)
    session = station.session(station.chain(moment("05:00"), [20.0, 5.0]), moment("05:10"))
    station.publish([replace(session, zones=("all",))])
    clock = VirtualClock(moment("04:59:30"))
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:10"))
    orders.break_in(air.conductor, {"message": "bao-lu", "zones": ["B"], "then": "drop"}, BY)
    air.run_until(moment("05:11"))
    air.close()
    asrun, rows = rows_of(station, database, clock)
    first, chime, message, second = rows
    assert (first.outcome, first.reason, round(first.aired_frames / RATE)) == (Outcome.PARTIAL, "preempted", 20)
    assert [(each.zone, each.outcome) for each in first.by_zone] == [("A", Outcome.AIRED), ("B", Outcome.PARTIAL)]
    assert [(each.zone, each.outcome, each.reason) for each in second.by_zone] == [
        ("A", Outcome.AIRED, ""), ("B", Outcome.MISSED, "preempted")]
    assert (chime.kind, message.kind, message.outcome, message.ordered_by) == (
        "chuong", "khan_cap", Outcome.UNSCHEDULED, BY)
    assert [each.zone for each in message.by_zone] == ["B"]
    sums = asrun.totals(AiringQuery())
    assert (sums.airings, sums.planned, sums.unscheduled) == (3, 2, {"khan_cap": 1})
    assert asrun.verify() == []


def test_a_break_in_that_resumes_leaves_a_whole_airing(station: Station, database: Database) -> None:
    put_message(station)
    station.publish([station.session(station.chain(moment("05:00"), [20.0]), moment("05:10"))])
    clock = VirtualClock(moment("04:59:30"))
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:10"))
    orders.break_in(air.conductor, {"message": "bao-lu", "every_minutes": 2, "for_minutes": 4}, BY)
    air.run_until(moment("05:20"))
    air.close()
    _, rows = rows_of(station, database, clock)
    assert [(row.kind, row.outcome, row.is_repeat) for row in rows if row.kind != "chuong"] == [
        ("thong_bao", Outcome.AIRED, False), ("khan_cap", Outcome.UNSCHEDULED, False),
        ("khan_cap", Outcome.UNSCHEDULED, True), ("khan_cap", Outcome.UNSCHEDULED, True)]
    assert (rows[0].note, rows[0].by_zone) == ("resumed", ())


def test_what_was_missed_and_made_up(station: Station, database: Database) -> None:
    missed = [replace(event, make_up="chieu") for event in station.chain(moment("05:00"), [5.0], "m")]
    later = station.session(station.chain(moment("17:00"), [5.0], "n"), moment("17:10"), "chieu")
    station.publish([station.session(missed, moment("05:10")), later])
    clock = VirtualClock(moment("06:00"))
    air = VirtualAir(station.home, clock)
    air.run_until(moment("06:01"))
    asrun, rows = rows_of(station, database, clock)
    assert {row.id: (row.outcome, row.note) for row in rows} == {
        "m1": (Outcome.MISSED, "make_up_due"), "n1": (Outcome.PENDING, "")}
    air.run_until(moment("17:11"))
    air.close()
    asrun.file()
    assert {row.id: (row.outcome, row.note) for row in asrun.airings(AiringQuery())} == {
        "m1": (Outcome.MADE_UP, "made_up"), "n1": (Outcome.AIRED, "")}


def test_a_speech_and_a_relay(station: Station, database: Database) -> None:
    clock = VirtualClock(moment("05:30"))
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:30:05"))
    orders.live_on(air.conductor, {"minutes": 1, "chime": False}, BY)
    air.run_until(moment("05:30:35"))
    orders.ORDERS["live_off"](air.conductor, {}, BY)
    air.run_until(moment("05:32"))
    orders.relay_on(air.conductor, {"kind": "stream", "address": "http://127.0.0.1:9/x", "minutes": 1}, BY)
    air.run_until(moment("05:34"))
    air.close()
    asrun, (speech, relay) = rows_of(station, database, clock)
    assert (speech.kind, speech.outcome, speech.reason, speech.ordered_by) == (
        "truc_tiep", Outcome.UNSCHEDULED, "", BY)
    assert 29 <= speech.aired_frames / RATE <= 31
    assert (station.home.recordings / speech.recording).is_file()
    assert (relay.kind, relay.is_relay, round(relay.aired_frames / RATE)) == ("tiep_song", True, 60)
    assert asrun.totals(AiringQuery()).relay_seconds == pytest.approx(60, abs=1)
