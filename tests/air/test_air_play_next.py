"""An approved item put next into the running session: after what sounds, within the hard end, logged for its letter."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest
from air_station import DAY, DIRECTIVE, Station, moment
from test_air_break_in import parts, ready

from broadcaster.air import orders
from broadcaster.air.simulate import VirtualAir
from broadcaster.air.statusboard import status_of
from broadcaster.asrun.reconcile import reconcile
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.protocol.journal import Kind, journal_files
from broadcaster.protocol.rundown import CutRef, read_rundown
from broadcaster.protocol.verifier import verify


def item(station: Station, cut: CutRef, **changes: Any) -> dict[str, Any]:
    return {"kind": "thong_bao", "title": "Thông báo gấp", "sha256": cut.sha256, "frames": cut.frames,
            "approval": asdict(station.approve(cut)), "voice": "", "campaign": "c9", "directive": asdict(DIRECTIVE),
            **changes}


def start(station: Station, clock: VirtualClock, until: str = "05:00:05", ends: str = "05:10") -> VirtualAir:
    station.publish([station.session(station.chain(moment("05:00"), [20.0, 10.0]), moment(ends))])
    air = VirtualAir(station.home, clock)
    air.run_until(moment(until))
    return air


def play(air: VirtualAir, words: dict[str, Any], **more: Any) -> Any:
    return orders.play_next(air.conductor, {"item": words, **more}, "Cán bộ trực")


def test_it_sounds_whole_between_two_items_and_names_its_letter(station: Station, clock: VirtualClock) -> None:
    air = start(station, clock)
    answer = play(air, item(station, station.cut(5.0, seed=77)), session="sang")
    assert answer["zones"] == ["Thôn 1", "Thôn 2"]
    shown = status_of(air.conductor).insert
    assert shown is not None
    assert (shown.kind, shown.title) == ("next", "Thông báo gấp")
    air.run_until(moment("05:01"))
    air.close()
    sounded = [(line.data["title"], line.data["campaign"]) for line in station.journal(Kind.START)]
    assert sounded == [("Thông báo e1", ""), ("Thông báo gấp", "c9"), ("Thông báo e2", "")]
    assert parts(station, "e1") == [(0, 20 * RATE, "")]
    assert parts(station, "e2") == [(0, 10 * RATE, "")]
    inserted = next(line for line in station.journal(Kind.START) if line.data.get("insert"))
    assert inserted.data["directive"]["number"] == DIRECTIVE.number
    assert inserted.data["urgency"] == "routine"
    assert [line.data["frames"] for line in station.journal(Kind.END)] == [20 * RATE, 5 * RATE, 10 * RATE]
    assert not air.conductor.inserts.open


def test_what_is_not_approved_here_is_refused(station: Station, clock: VirtualClock) -> None:
    air, cut, other = start(station, clock), station.cut(5.0, seed=77), station.cut(5.0, seed=78)
    unsealed = {**asdict(station.approve(cut)), "seal": "0" * 64}
    expired = asdict(station.approve(cut, valid_until="2026-11-20"))
    for approval in (unsealed, expired, asdict(station.approve(other))):
        with pytest.raises(Refused) as refusal:
            play(air, item(station, cut, approval=approval))
        assert refusal.value.code == "air.not_approved"
    station.home.audio(cut.sha256).unlink()
    with pytest.raises(Refused) as refusal:
        play(air, item(station, cut))
    assert refusal.value.code == "air.unreadable_cut"
    assert not air.conductor.inserts.open
    air.close()


def test_it_must_fit_before_the_end_of_the_session(station: Station, clock: VirtualClock) -> None:
    air = start(station, clock, ends="05:00:40")
    with pytest.raises(Refused) as refusal:
        play(air, item(station, station.cut(21.0, seed=77)))
    assert refusal.value.code == "air.no_room"
    assert refusal.value.facts["seconds"] == 1
    play(air, item(station, station.cut(19.0, seed=78)))
    air.run_until(moment("05:02"))
    air.close()
    assert [line.data["title"] for line in station.journal(Kind.START)][:2] == ["Thông báo e1", "Thông báo gấp"]


def test_before_a_promise_to_the_clock_there_is_less_room(station: Station, clock: VirtualClock) -> None:
    first, relay = station.cut(20.0, seed=1), station.cut(10.0, seed=2)
    station.publish([station.session([
        station.event("e1", first, moment("05:00"), hard=True),
        station.event("e2", relay, moment("05:00:30"), hard=True)], moment("05:10"))])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:05"))
    with pytest.raises(Refused) as refusal:
        play(air, item(station, station.cut(12.0, seed=77)))
    assert refusal.value.code == "air.no_room"
    assert refusal.value.facts["seconds"] == 2
    air.close()


def test_without_a_running_session_there_is_no_next(station: Station, clock: VirtualClock) -> None:
    air, cut = start(station, clock, until="04:59"), station.cut(5.0, seed=77)
    with pytest.raises(Refused) as refusal:
        play(air, item(station, cut))
    assert refusal.value.code == "air.no_session"
    air.run_until(moment("05:00:05"))
    with pytest.raises(Refused) as refusal:
        play(air, item(station, cut), session="chieu")
    assert refusal.value.code == "air.no_session"
    air.close()


@pytest.mark.parametrize("words", [
    {}, {"item": None}, {"item": []}, {"item": {}}, {"item": {"kind": "thong_bao", "sha256": "x"}},
    {"item": {"kind": "../x", "sha256": "0" * 64}}, {"item": {"kind": "tin", "sha256": "0" * 64, "frames": -1}},
    {"item": {"kind": "tin", "sha256": "0" * 64, "frames": 48_000, "approval": 7}},
    {"item": {"kind": "tin", "sha256": "0" * 64, "frames": 48_000, "approval": {"id": ["a"]}}}])
def test_hostile_words_are_refused(station: Station, clock: VirtualClock, words: dict[str, Any]) -> None:
    air = start(station, clock)
    with pytest.raises(Refused) as refusal:
        orders.play_next(air.conductor, words, "Cán bộ trực")
    assert refusal.value.code == "air.order"
    assert not air.conductor.inserts.open
    air.close()


def test_the_log_counts_it_for_its_letter(station: Station, clock: VirtualClock) -> None:
    air = start(station, clock)
    play(air, item(station, station.cut(5.0, seed=77)))
    air.run_until(moment("05:01"))
    air.close()
    plan = read_rundown(station.home.rundowns / "2026-11-21.r1.json", station.key)
    rows = reconcile(DAY, [plan], station.journal(), moment("23:00"))
    assert [(row.title, str(row.outcome)) for row in rows] == [
        ("Thông báo e1", "aired"), ("Thông báo gấp", "unscheduled"), ("Thông báo e2", "aired")]
    assert (rows[1].directive_id, rows[1].campaign) == (DIRECTIVE.id, "c9")


@pytest.mark.parametrize("died", ["05:00:08", "05:00:22"])
def test_killed_meanwhile_the_session_goes_on_without_it(station: Station, clock: VirtualClock, died: str) -> None:
    air = start(station, clock)
    play(air, item(station, station.cut(5.0, seed=77)))
    air.run_until(moment(died))
    air.crash()
    clock.advance(3.0)
    again = VirtualAir(station.home, clock)
    again.run_until(moment("05:01"))
    again.close()
    assert sum(frames for _, frames, _ in parts(station, "e1")) >= 17 * RATE
    assert parts(station, "e2") == [(0, 10 * RATE, "")]
    assert [line.data["state"] for line in station.journal(Kind.BREAK_IN)] == ["ordered", "ended"]
    assert not list(verify(journal_files(station.home.asrun)))


def test_it_can_be_taken_back_while_it_waits(station: Station, clock: VirtualClock) -> None:
    air = start(station, clock)
    play(air, item(station, station.cut(5.0, seed=77)))
    air.run_until(moment("05:00:10"))
    orders.ORDERS["end_next"](air.conductor, {}, "Cán bộ trực")
    air.run_until(moment("05:01"))
    air.close()
    assert [line.data["title"] for line in station.journal(Kind.START)] == ["Thông báo e1", "Thông báo e2"]
    assert parts(station, "e1") == [(0, 20 * RATE, "")]


def test_an_emergency_goes_before_it_and_over_it(station: Station, clock: VirtualClock) -> None:
    ready(station)
    air = start(station, clock)
    play(air, item(station, station.cut(5.0, seed=77)))
    with pytest.raises(Refused) as refusal:
        play(air, item(station, station.cut(5.0, seed=78)))
    assert refusal.value.code == "air.insert_active"
    air.run_until(moment("05:00:07"))
    orders.break_in(air.conductor, {"message": "bao-lu"}, "Cán bộ trực")
    air.run_until(moment("05:01"))
    air.close()
    assert {"Bão số 5", "Thông báo e1", "Thông báo e2"} <= {
        line.data["title"] for line in station.journal(Kind.START)}
    assert parts(station, "e2")[-1][1:] == (10 * RATE, "")
