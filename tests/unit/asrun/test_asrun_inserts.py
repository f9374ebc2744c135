"""What a person put in between: who ordered it, what sounded, what it did to the plan."""

from __future__ import annotations

from typing import Any

import pytest
from journal_day import DAY, Station, event, plan

from broadcaster.asrun.model import Airing, AiringQuery, Outcome
from broadcaster.base.clock import at
from broadcaster.base.frames import RATE
from broadcaster.protocol.journal import Kind

FIVE = 5 * 3600
NAME = "insert-7"


def rows_of(station: Station) -> list[Airing]:
    station.asrun.file()
    return sorted(station.asrun.airings(AiringQuery()), key=lambda row: row.started_at or row.planned_start)


def ordered(station: Station, kind: str = "break_in", state: str = "ordered", **more: Any) -> None:
    station.pen.write(Kind.BREAK_IN, insert=NAME, insert_kind=kind, state=state, title="Cảnh báo lũ",
                      by="Cán bộ truyền thanh", confirmed=True, urgency="emergency", **more)


def begin(station: Station, number: int, kind: str, seconds: float, **more: Any) -> None:
    station.pen.write(Kind.START, event_id=f"{NAME}/{number}", session_id=NAME, session_name="Khẩn cấp", insert=NAME,
                      day=str(DAY), title="Cảnh báo lũ" if kind != "chuong" else "Chuông", kind=kind,
                      cut=f"{number:064}", frames=round(seconds * RATE), offset=0, urgency="emergency", **more)


def done(station: Station, number: int, seconds: float, reason: str = "", **more: Any) -> None:
    station.clock.advance(seconds)
    station.pen.write(Kind.END, event_id=f"{NAME}/{number}", frames=round(seconds * RATE), day=str(DAY),
                      position=round(seconds * RATE), reason=reason, **more)


def test_a_break_in_and_what_it_interrupted(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE)))
    station.start(day, "a")
    station.end("a", 20, "preempted")
    ordered(station)
    begin(station, 1, "chuong", 3)
    done(station, 1, 3)
    begin(station, 2, "khan_cap", 15)
    done(station, 2, 15)
    station.start(day, "a", offset=20 * RATE, resumed_from=1)
    station.end("a", 40, offset=20 * RATE)
    ordered(station, state="ended", reason="")
    item, chime, message = rows_of(station)
    assert (item.outcome, item.note, item.aired_frames) == (Outcome.AIRED, "resumed", 60 * RATE)
    assert (chime.kind, chime.outcome) == ("chuong", Outcome.UNSCHEDULED)
    assert (message.outcome, message.kind, message.urgency) == (Outcome.UNSCHEDULED, "khan_cap", "emergency")
    assert (message.ordered_by, message.confirmed, message.insert_id) == ("Cán bộ truyền thanh", True, NAME)
    sums = station.asrun.totals(AiringQuery())
    assert (sums.airings, sums.planned, sums.sessions) == (2, 1, 1), "a chime is no airing, an insert no session"
    assert (sums.unscheduled, sums.items) == ({"khan_cap": 1}, {"tin": 1, "khan_cap": 1})
    assert station.asrun.proof(chime)[0][1].kind is Kind.BREAK_IN
    assert station.asrun.proof(message)[-1][1].kind is Kind.BREAK_IN
    assert station.asrun.airings(AiringQuery(kinds=("khan_cap",))) == [message]
    assert message in station.asrun.airings(AiringQuery(words="can bo truyen thanh"))


def test_rounds_under_one_name_are_airings_of_their_own(station: Station) -> None:
    ordered(station, rounds=3)
    for number in range(3):
        begin(station, 1, "khan_cap", 10)
        done(station, 1, 10)
        station.clock.advance(1800)
        ordered(station, state="round", round=number + 2)
    rows = rows_of(station)
    assert [(row.id, row.is_repeat, row.aired_frames // RATE) for row in rows] == [
        (f"{NAME}/1", False, 10), (f"{NAME}/1#2", True, 10), (f"{NAME}/1#3", True, 10)]
    sums = station.asrun.totals(AiringQuery())
    assert (sums.airings, sums.repeats, sums.items) == (3, 2, {"khan_cap": 1})
    assert station.asrun.reconcile(DAY) == station.asrun.airings(AiringQuery()), "filing again changes nothing"


def test_ended_in_the_middle_it_aired_in_part(station: Station) -> None:
    ordered(station)
    begin(station, 1, "khan_cap", 30)
    done(station, 1, 10, "operator")
    (row,) = rows_of(station)
    assert (row.outcome, row.reason) == (Outcome.UNSCHEDULED, "operator")
    assert station.asrun.totals(AiringQuery()).partial == 1


@pytest.mark.parametrize(("kind", "insert_kind"), [("truc_tiep", "live"), ("tiep_song", "relay")])
def test_a_speech_ended_early_is_over_not_broken(station: Station, kind: str, insert_kind: str) -> None:
    ordered(station, insert_kind)
    begin(station, 1, kind, 600)
    done(station, 1, 120, "operator")
    ordered(station, insert_kind, "ended", reason="operator",
            recording={"name": "2026-11-21_040000.flac", "sha256": "f" * 64, "frames": 120 * RATE})
    (row,) = rows_of(station)
    assert (row.outcome, row.reason, row.aired_frames) == (Outcome.UNSCHEDULED, "", 120 * RATE)
    assert row.recording == ("2026-11-21_040000.flac" if kind == "truc_tiep" else "")
    sums = station.asrun.totals(AiringQuery())
    assert (sums.seconds, sums.relay_seconds, sums.partial) == (120, 120 if kind == "tiep_song" else 0, 0)


@pytest.mark.parametrize(("heard", "reason", "expected"), [
    (600, "relay_lost", "relay_lost"), (200, "", ""), (600, "", ""), (200, "device_lost", "device_lost")])
def test_a_relay_is_whole_when_its_source_was_there(station: Station, heard: float, reason: str, expected: str) -> None:
    begin(station, 1, "tiep_song", 600, relay="http://may-chu.invalid/loa")
    done(station, 1, heard, reason)
    (row,) = rows_of(station)
    assert (row.outcome, row.reason, row.is_relay) == (Outcome.UNSCHEDULED, expected, True)


def test_two_zones_hear_one_insert(station: Station) -> None:
    ordered(station, zones=["A", "B"])
    for zone in "AB":
        begin(station, 1, "khan_cap", 10, zone=zone)
    station.clock.advance(10)
    for zone in "AB":
        done(station, 1, 0 if zone == "A" else 10, "device_lost" if zone == "A" else "", zone=zone)
    (row,) = rows_of(station)
    assert (row.outcome, row.reason, row.aired_frames) == (Outcome.UNSCHEDULED, "device_lost", 10 * RATE)
    assert [(each.zone, each.outcome) for each in row.by_zone] == [("A", Outcome.MISSED), ("B", Outcome.AIRED)]
    assert row.zones == ("A", "B")


def test_an_order_that_never_sounded_is_told_once_and_is_no_planned_miss(station: Station) -> None:
    ordered(station)
    for number, kind in enumerate(("chuong", "khan_cap", "khan_cap"), start=1):
        station.pen.write(Kind.MISSED, event_id=f"{NAME}/{number}", session_id=NAME, insert=NAME, day=str(DAY),
                          kind=kind, title="Cảnh báo lũ", reason="device_lost", cut="c" * 64, frames=RATE)
    (row,) = rows_of(station)
    assert (row.outcome, row.reason, row.kind, row.ordered_by) == (
        Outcome.MISSED, "device_lost", "khan_cap", "Cán bộ truyền thanh")
    sums, day = station.asrun.totals(AiringQuery()), station.asrun.day_summary(DAY)
    assert (sums.airings, sums.planned, sums.missed) == (0, 0, 0)
    assert (day.planned, day.missed) == (0, 0)
    assert station.asrun.summary(AiringQuery(str(DAY), str(DAY))) == day


def test_while_it_sounds_it_is_pending(station: Station) -> None:
    ordered(station)
    begin(station, 1, "truc_tiep", 600)
    station.clock.advance(2)
    (row,) = rows_of(station)
    assert row.outcome is Outcome.PENDING


def test_nobody_said_who(station: Station) -> None:
    station.until(at(DAY, FIVE))
    begin(station, 1, "khan_cap", 10)
    done(station, 1, 10)
    station.pen.write(Kind.BREAK_IN, state="ended")
    station.pen.write(Kind.BREAK_IN, insert=None, by=["không", "phải", "tên"])
    (row,) = rows_of(station)
    assert (row.ordered_by, row.confirmed, row.insert_id) == ("", False, NAME)
