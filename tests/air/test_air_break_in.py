"""Breaking in: at once, whole, never forgotten, and what it interrupted goes on as chosen."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from air_station import Station, moment
from random_day import LateSink

from broadcaster.air import orders, simulate
from broadcaster.air.simulate import VirtualAir
from broadcaster.air.statusboard import status_of
from broadcaster.asrun.reconcile import reconcile
from broadcaster.asrun.whys import why_in
from broadcaster.base.clock import VirtualClock, parse_time, unix
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.frames import RATE
from broadcaster.base.settings import ZoneSection, load_settings, save_settings
from broadcaster.protocol.emergency import EmergencyMessage, write_message
from broadcaster.protocol.journal import Kind, journal_files
from broadcaster.protocol.rundown import Urgency
from broadcaster.protocol.verifier import verify

FRAME = 1 / RATE


@pytest.fixture(autouse=True)
def late(monkeypatch: pytest.MonkeyPatch) -> None:
    """A device that queues 0.4 s: what it has queued must not delay an emergency."""
    monkeypatch.setattr(simulate, "WavSink", LateSink)


class Ear:
    """What was heard, by frame; what a drop threw away was not."""

    def __init__(self, air: VirtualAir) -> None:
        self.blocks: list[tuple[int, Any]] = []
        self.sink: Any = air.sink

    def __call__(self, zone: str, first: int, block: Any) -> None:
        if zone in {"", "A"}:
            self.blocks.append((first, block[:, 0].copy()))

    def heard(self) -> tuple[Any, Any]:
        """Samples that left, and the frame of each."""
        frames = np.concatenate([first + np.arange(len(block)) for first, block in self.blocks])
        samples = np.concatenate([block for _, block in self.blocks])
        keep = np.ones(len(frames), bool)
        for first, last in self.sink.dropped:
            keep &= ~((frames >= first) & (frames < last))
        return samples[keep], frames[keep]


def ready(station: Station, seconds: float = 4.0, **changes: Any) -> EmergencyMessage:
    cut, chime = station.cut(seconds, seed=901), station.cut(1.0, seed=902)
    message = EmergencyMessage(slug="bao-lu", title="Bão số 5", cut=cut, approval=station.approve(cut), chime=chime)
    message = replace(message, **changes)
    write_message(station.home, message, station.key)
    return message


def start(station: Station, clock: VirtualClock, until: str,
          lengths: list[float] | None = None) -> tuple[VirtualAir, Ear]:
    station.publish([station.session(station.chain(moment("05:00"), lengths or [20.0, 10.0]), moment("05:10"))])
    air = VirtualAir(station.home, clock)
    ear = Ear(air)
    air.run_until(moment(until), ear)
    return air, ear


def order(air: VirtualAir, **words: Any) -> Any:
    return orders.break_in(air.conductor, {"message": "bao-lu", **words}, "Cán bộ trực")


def parts(station: Station, event: str) -> list[tuple[int, int, str]]:
    """(first frame, frames, reason) of each END of an event."""
    starts = {line.seq: line.data["offset"] for line in station.journal(Kind.START)}
    return [(starts[line.data["start_seq"]], line.data["frames"], line.data["reason"])
            for line in station.journal(Kind.END) if line.data["event_id"] == event]


def test_an_emergency_is_heard_at_once_and_the_rest_goes_on_without_losing_a_sample(
        station: Station, clock: VirtualClock) -> None:
    message = ready(station)
    air, ear = start(station, clock, "05:00:05")
    before = air.sink.heard()
    order(air)
    air.run_until(moment("05:02"), ear)
    air.close()
    samples, _ = ear.heard()
    pcm = np.round(samples * 32768).astype(np.int16)
    chime, body = station.samples[message.chime.sha256], station.samples[message.cut.sha256]  # type: ignore[union-attr]
    at = int(np.flatnonzero(pcm == chime[0])[np.argmax([np.array_equal(pcm[i:i + 50], chime[:50]) for i in
                                                        np.flatnonzero(pcm == chime[0])])])
    assert np.array_equal(pcm[at:at + len(chime)], chime), "the chime, whole"
    assert np.array_equal(pcm[at + len(chime):at + len(chime) + len(body)], body), "the message, whole, without a gap"
    lost = air.sink.dropped[-1]  # type: ignore[attr-defined]
    assert at - (np.searchsorted(ear.heard()[1], lost[0])) <= 0.15 * RATE, "after a fade of 150 ms at most"
    first, second = parts(station, "e1")
    assert first[2] == "preempted"
    assert second == (first[1], 20 * RATE - first[1], ""), "it goes on exactly where it was heard to stop"
    assert abs(first[1] - (before - moment_frame(air, "05:00"))) <= 1
    assert parts(station, "e2")[-1][2] == ""
    kinds = [line.data["kind"] for line in station.journal(Kind.START) if line.data.get("insert")]
    assert kinds == ["chuong", "khan_cap"]
    assert [line.data["state"] for line in station.journal(Kind.BREAK_IN)] == ["ordered", "ended"]
    assert not list(verify(journal_files(station.home.asrun)))


def moment_frame(air: VirtualAir, text: str) -> int:
    return air.sink.timeline.frame_at(unix(moment(text)))


@pytest.mark.parametrize(("then", "expected"), [("restart", 0), ("drop", None)])
def test_what_was_interrupted_starts_again_or_is_dropped(station: Station, clock: VirtualClock, then: str,
                                                         expected: int | None) -> None:
    ready(station)
    air, _ = start(station, clock, "05:00:05")
    order(air, then=then)
    air.run_until(moment("05:02"))
    air.close()
    _, *again = parts(station, "e1")
    if expected is None:
        assert not again
        assert station.told(Kind.MISSED)["e2"].data["reason"] == "preempted"
    else:
        assert again == [(0, 20 * RATE, "")]


def test_a_priority_message_waits_for_the_end_of_the_item(station: Station, clock: VirtualClock) -> None:
    ready(station, urgency=Urgency.PRIORITY)
    air, _ = start(station, clock, "05:00:05")
    order(air)
    air.run_until(moment("05:02"))
    air.close()
    assert parts(station, "e1") == [(0, 20 * RATE, "")]
    ends = {line.data["event_id"]: line.data for line in station.journal(Kind.END)}
    insert = [data for name, data in ends.items() if name.startswith("i")]
    assert len(insert) == 2
    assert all(data["reason"] == "" for data in insert)
    chime = parse_time(insert[0]["started_at"])
    assert abs((chime - moment("05:00:20")).total_seconds()) < 0.002, "on the very next sample"
    assert abs((parse_time(ends["e2"]["started_at"]) - moment("05:00:25")).total_seconds()) < 0.002


def test_quiet_hours_let_only_a_confirmed_emergency_through(station: Station, clock: VirtualClock) -> None:
    ready(station)
    air = VirtualAir(station.home, VirtualClock(moment("02:00")))
    air.run_until(moment("02:00:02"))
    with pytest.raises(Refused, match="confirmed"):
        order(air)
    assert not air.mixer.busy()
    order(air, confirmed=True)
    air.run_until(moment("02:01"))
    assert [line.data["reason"] for line in station.journal(Kind.END)] == ["", ""]
    ready(station, urgency=Urgency.PRIORITY)
    with pytest.raises(Refused) as refusal:
        order(air, confirmed=True)
    assert refusal.value.code == "air.quiet_hours"
    for words, code in (({"minutes": 5}, "air.needs_confirmation"),
                        ({"minutes": 5, "confirmed": True}, "air.reason"),
                        ({"minutes": 5, "confirmed": True, "why": " \t"}, "air.reason")):
        with pytest.raises(Refused) as refusal:
            orders.live_on(air.conductor, words, "")
        assert refusal.value.code == code
    with pytest.raises(Refused) as refusal:
        orders.relay_on(air.conductor, {"minutes": 5, "address": "http://127.0.0.1/x", "confirmed": True}, "")
    assert refusal.value.code == "air.quiet_hours"
    air.close()


def test_rounds_repeat_and_end_by_themselves(station: Station, clock: VirtualClock) -> None:
    ready(station)
    air, _ = start(station, clock, "04:59:59")
    order(air, every_minutes=30, for_minutes=90, repeats=2)
    air.run_until(moment("08:00"))
    air.close()
    starts = [line for line in station.journal(Kind.START) if line.data.get("insert")]
    begun = sorted({line.data["session_id"] for line in starts})
    assert len(begun) == 4, "at once and three times more"
    assert [line.data["kind"] for line in starts] == ["chuong", "khan_cap", "khan_cap"] * 4
    assert [line.data["state"] for line in station.journal(Kind.BREAK_IN)][-1] == "ended"
    assert {line.data["reason"] for line in station.journal(Kind.END)} == {"", "preempted"}


def test_an_emergency_survives_a_power_cut_and_is_read_whole(station: Station, clock: VirtualClock) -> None:
    ready(station, seconds=10.0)
    air, _ = start(station, clock, "05:00:05", [60.0, 10.0])
    order(air)
    air.run_until(moment("05:00:11"))
    air.crash()
    clock.advance(5)
    again = VirtualAir(station.home, clock)
    again.run_until(moment("05:03"))
    again.close()
    told = [line.data for line in station.journal(Kind.END) if line.data["session_id"].startswith("insert-")]
    assert [(data["frames"] == 10 * RATE, data["reason"]) for data in told[-1:]] == [(True, "")]
    assert parts(station, "e1")[-1][2] == ""
    assert sum(part[1] for part in parts(station, "e1")) == 60 * RATE, "and the item under it goes on to its end"


@pytest.mark.parametrize("change", ["altered", "unapproved", "missing", "unknown"])
def test_what_is_not_whole_does_not_break_in(station: Station, clock: VirtualClock, change: str) -> None:
    message = ready(station)
    air, _ = start(station, clock, "05:00:05")
    path = station.home.emergency / "bao-lu.json"
    if change == "altered":
        path.write_text(path.read_text().replace("Bão số 5", "Bão số 6"))
    elif change == "unapproved":
        ready(station, approval=replace(message.approval, audio_sha256="0" * 64))
    elif change == "missing":
        station.home.audio(message.cut.sha256).unlink()
    else:
        path.unlink()
    with pytest.raises(BroadcasterError):
        order(air)
    air.run_until(moment("05:01"))
    air.close()
    assert parts(station, "e1") == [(0, 20 * RATE, "")], "nothing was interrupted"


def test_a_missing_chime_keeps_no_emergency_from_sounding(station: Station, clock: VirtualClock) -> None:
    message = ready(station)
    station.home.audio(message.chime.sha256).unlink()  # type: ignore[union-attr]
    air, _ = start(station, clock, "05:00:05")
    order(air)
    air.run_until(moment("05:01"))
    air.close()
    assert [line.data["kind"] for line in station.journal(Kind.START) if line.data.get("insert")] == ["khan_cap"]


def test_stop_all_ends_an_emergency_and_its_repeats(station: Station, clock: VirtualClock) -> None:
    ready(station)
    air, _ = start(station, clock, "05:00:05")
    order(air, every_minutes=30, for_minutes=60)
    air.run_until(moment("05:00:07"))
    orders.stop_all(air.conductor, {}, "Cán bộ trực")
    air.run_until(moment("07:00"))
    assert not air.conductor.inserts.open
    assert [line.data["state"] for line in station.journal(Kind.BREAK_IN)] == ["ordered", "ended"]
    air.close()


def test_a_dropped_file_is_an_order(station: Station, clock: VirtualClock) -> None:
    ready(station)
    air, _ = start(station, clock, "05:00:05")
    box = station.home.emergency / "orders"
    box.mkdir(parents=True, exist_ok=True)
    path = box / "bao-lu.txt"
    path.write_text("")
    os.utime(path, (unix(clock.now()), unix(clock.now())))
    air.run_until(moment("05:01"))
    air.close()
    assert parts(station, "e1")[0][2] == "preempted"
    assert (box / "done" / "bao-lu.txt").exists()


def test_live_and_relay_have_an_end_and_talk_over_ducks(station: Station, clock: VirtualClock) -> None:
    ready(station)
    air, ear = start(station, clock, "05:00:05", [120.0, 10.0])
    with pytest.raises(Refused):
        orders.live_on(air.conductor, {}, "")
    orders.live_on(air.conductor, {"minutes": 0.5, "talk_over": True}, "Cán bộ trực")
    air.run_until(moment("05:00:20"), ear)
    status = status_of(air.conductor)
    assert status.insert is not None
    assert (status.insert.kind, status.insert.state) == ("live", "on_air")
    air.run_until(moment("05:01"), ear)
    assert status_of(air.conductor).insert is None, "it ended by itself"
    samples, frames = ear.heard()
    loud, ducked = (float(np.abs(samples[(frames >= moment_frame(air, one)) & (frames < moment_frame(air, two))]).max())
                    for one, two in (("05:00:03", "05:00:04"), ("05:00:10", "05:00:12")))
    assert ducked / loud == pytest.approx(10 ** (-18 / 20), rel=0.05)
    orders.relay_on(air.conductor, {"minutes": 0.25, "address": "http://127.0.0.1:1/x"}, "Cán bộ trực")
    air.run_until(moment("05:03"), ear)
    air.close()
    assert [part[2] for part in parts(station, "e1")] == ["preempted", ""]
    told = {line.data["insert_kind"]: line.data for line in station.journal(Kind.BREAK_IN)
            if line.data["state"] == "ended"}
    assert set(told) == {"live", "relay"}
    assert told["live"]["recording"]["frames"] > 0
    assert (station.home.recordings / told["live"]["recording"]["name"]).exists()


def test_zones_play_different_things_at_once(station: Station, clock: VirtualClock) -> None:
    settings = replace(load_settings(station.home), zones=(ZoneSection("A"), ZoneSection("B")))
    save_settings(station.home, settings)
    ready(station)
    one = replace(station.session(station.chain(moment("05:00"), [20.0], "a"), moment("05:10"), "a"), zones=("A",))
    two = replace(station.session(station.chain(moment("05:00:05"), [20.0], "b"), moment("05:10"), "b"), zones=("B",))
    both = replace(station.session(station.chain(moment("05:20"), [5.0], "c"), moment("05:30"), "c"), zones=("all",))
    station.publish([one, two, both])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:10"))
    assert {zone.name: zone.on_air.event_id for zone in status_of(air.conductor).zones if zone.on_air} == {
        "A": "a1", "B": "b1"}
    order(air, zones=["B"])
    air.run_until(moment("05:31"))
    air.close()
    assert parts(station, "a1") == [(0, 20 * RATE, "")], "the other zone hears nothing of it"
    assert [part[2] for part in parts(station, "b1")] == ["preempted", ""]
    aired = {(line.data["zone"], line.data["event_id"]) for line in station.journal(Kind.END)}
    assert {("A", "c1"), ("B", "c1")} <= aired
    assert not list(verify(journal_files(station.home.asrun)))


def test_what_was_missed_is_made_up_in_its_named_session(station: Station, clock: VirtualClock) -> None:
    missed = [replace(event, make_up="chieu") for event in station.chain(moment("05:00"), [5.0, 5.0], "m")]
    later = station.session(station.chain(moment("17:00"), [5.0], "n"), moment("17:10"), "chieu")
    station.publish([station.session(missed, moment("05:10")), later])
    air = VirtualAir(station.home, VirtualClock(moment("06:00")))
    air.run_until(moment("17:11"))
    air.close()
    assert {name for name in station.told(Kind.MISSED)} == {"m1", "m2"}
    assert {line.data["event_id"]: line.data.get("made_up_from") for line in station.journal(Kind.START)} == {
        "n1": None, "m1": "sang", "m2": "sang"}
    assert all(line.data["reason"] == "" for line in station.journal(Kind.END))


def test_a_hold_before_a_session_stops_it_and_expires(station: Station, clock: VirtualClock, tmp_path: Path) -> None:
    station.publish([station.session(station.chain(moment("05:00"), [5.0]), moment("05:05")),
                     station.session(station.chain(moment("06:00"), [5.0], "n"), moment("06:05"), "next")])
    air = VirtualAir(station.home, VirtualClock(moment("04:58")))
    air.run_until(moment("04:58:10"))
    orders.stop_all(air.conductor, {}, "Cán bộ trực")
    assert status_of(air.conductor).state == "stopped"
    air.crash()
    again = VirtualAir(station.home, VirtualClock(moment("04:58:30")))
    again.run_until(moment("06:06"))
    again.close()
    assert {line.data["event_id"] for line in station.journal(Kind.START)} == {"n1"}
    assert station.told(Kind.MISSED)["e1"].data["reason"] == "operator"


def test_a_session_never_lasts_longer_than_the_station_allows(station: Station, clock: VirtualClock) -> None:
    settings = load_settings(station.home)
    save_settings(station.home, replace(settings, audio=replace(settings.audio, max_session_minutes=1)))
    station.publish([station.session(station.chain(moment("05:00"), [50.0, 50.0]), moment("05:30"))])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:31"))
    air.close()
    assert station.told(Kind.END)["e2"].data["reason"] == "overrun"
    assert sum(line.data["frames"] for line in station.journal(Kind.END)) <= 60 * RATE
    assert clock.now() - moment("05:30") < timedelta(minutes=2)


def test_reasons_stand_in_the_journal_whenever_they_are_given(station: Station, clock: VirtualClock) -> None:
    """An emergency waits for no words; what is no text is left out, never a reason to refuse a stop."""
    ready(station)
    air = VirtualAir(station.home, VirtualClock(moment("02:00")))
    air.run_until(moment("02:00:02"))
    insert = order(air, confirmed=True)["insert"]
    with pytest.raises(Refused) as refusal:
        orders.say_why(air.conductor, {"about": insert, "why": 7}, "")
    assert refusal.value.code == "air.reason"
    orders.say_why(air.conductor, {"about": insert, "why": "Nước\ndâng;  nhanh"}, "Cán bộ trực")
    air.run_until(moment("02:00:06"))
    orders.stop_all(air.conductor, {"why": ["x"]}, "")
    orders.resume(air.conductor, {"why": "Bấm nhầm \ud800"}, "")
    air.close()
    said = [(line.data["action"], line.data.get("why")) for line in station.journal(Kind.OPERATOR)]
    assert said[:3] == [("say_why", "Nước dâng; nhanh"), ("stop_all", None), ("resume", "Bấm nhầm ?")]
    lines = [line for kind in (Kind.START, Kind.END, Kind.BREAK_IN, Kind.OPERATOR) for line in station.journal(kind)]
    rows = reconcile(moment("02:00").date(), [], sorted(lines, key=lambda line: line.seq), moment("03:00"))
    assert {why_in(row.note) for row in rows} == {"Nước dâng, nhanh"}
