"""Two things at once: inserts that meet, are taken back, lose their device or the clock, and STOP ALL."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from air_station import Station, moment
from random_day import LateSink
from test_air_break_in import moment_frame, order, parts, ready, start

from broadcaster.air import insert, orders, simulate
from broadcaster.air.simulate import VirtualAir
from broadcaster.base.clock import VirtualClock, parse_time
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.base.settings import ZoneSection, load_settings, save_settings
from broadcaster.protocol.emergency import write_message
from broadcaster.protocol.journal import Kind, Line
from broadcaster.protocol.rundown import Urgency

ONE, TWO = "Thôn 1", "Thôn 2"


@pytest.fixture(autouse=True)
def late(monkeypatch: pytest.MonkeyPatch) -> None:
    """A device that queues 0.4 s."""
    monkeypatch.setattr(simulate, "WavSink", LateSink)


def zoned(station: Station) -> None:
    """Two zones."""
    save_settings(station.home, replace(load_settings(station.home), zones=(ZoneSection(ONE), ZoneSection(TWO))))


def second(station: Station, slug: str = "lu-quet", **changes: Any) -> None:
    """Another message on the shelf, without a chime."""
    first = ready(station)
    cut = station.cut(changes.pop("seconds", 3.0), seed=903)
    write_message(station.home, replace(first, slug=slug, title="Lũ quét", cut=cut, approval=station.approve(cut),
                                        chime=None, **changes), station.key)


def told(station: Station, title: str, zone: str = "") -> list[tuple[int, str]]:
    """(frames, reason) of each END of what has this title, in one zone."""
    starts = {line.seq: line for line in station.journal(Kind.START)
              if line.data["title"] == title and line.data.get("zone", "") == zone}
    return [(line.data["frames"], line.data["reason"]) for line in station.journal(Kind.END)
            if line.data["start_seq"] in starts]


def closed(station: Station) -> None:
    """Every START has its one END, every order its end."""
    starts, ends = station.journal(Kind.START), station.journal(Kind.END)
    assert sorted(line.data["start_seq"] for line in ends) == sorted(line.seq for line in starts)
    states: dict[str, list[Line]] = {}
    for line in station.journal(Kind.BREAK_IN):
        states.setdefault(line.data["insert"], []).append(line)
    assert all([line.data["state"] for line in lines].count("ended") == 1 for lines in states.values())


def live(air: VirtualAir, **words: Any) -> Any:
    return orders.live_on(air.conductor, {"minutes": 1, **words}, "Cán bộ trực")


def ended(station: Station) -> dict[str, str]:
    """Reason by title."""
    return {line.data["title"]: line.data["reason"] for line in station.journal(Kind.BREAK_IN)
            if line.data["state"] == "ended"}


def test_stop_all_silences_the_zone_a_second_emergency_left_alone(station: Station, clock: VirtualClock) -> None:
    zoned(station)
    second(station)
    air, ear = start(station, clock, "05:00:05", [60.0])
    order(air, repeats=5)
    air.run_until(moment("05:00:07"), ear)
    order(air, message="lu-quet", zones=[ONE])
    air.run_until(moment("05:00:08"), ear)
    assert orders.stop_all(air.conductor, {}, "Cán bộ trực")
    at = clock.now()
    sounding: list[int] = []
    air.run_until(at + timedelta(seconds=60), lambda zone, first, block: sounding.append(int(np.abs(block).max() > 0)))
    air.close()
    assert not any(sounding)
    closed(station)


def test_an_emergency_cut_by_another_is_read_whole_afterwards(station: Station, clock: VirtualClock) -> None:
    zoned(station)
    second(station)
    air, _ = start(station, clock, "05:00:05", [60.0])
    order(air)
    air.run_until(moment("05:00:07"))
    order(air, message="lu-quet", zones=[ONE])
    air.run_until(moment("05:03"))
    air.close()
    assert [reason for _, reason in told(station, "Bão số 5", ONE)] == ["preempted", ""]
    assert told(station, "Bão số 5", ONE)[-1] == (4 * RATE, "")
    assert told(station, "Bão số 5", TWO) == [(4 * RATE, "")], "the other zone never lost it"
    assert told(station, "Lũ quét", ONE) == [(3 * RATE, "")]
    assert sum(part[1] for part in parts(station, "e1")) == 2 * 60 * RATE
    closed(station)


def test_a_priority_message_cut_by_an_emergency_is_read_afterwards(station: Station, clock: VirtualClock) -> None:
    second(station, urgency=Urgency.PRIORITY, seconds=8.0)
    air, _ = start(station, clock, "05:00:15", [20.0, 30.0])
    order(air, message="lu-quet")
    air.run_until(moment("05:00:24"))
    order(air)
    air.run_until(moment("05:03"))
    air.close()
    assert told(station, "Lũ quét")[-1] == (8 * RATE, "")
    assert told(station, "Bão số 5") == [(4 * RATE, "")]
    closed(station)


def test_a_repeated_priority_message_waits_for_the_microphone(station: Station, clock: VirtualClock) -> None:
    ready(station, urgency=Urgency.PRIORITY)
    air, _ = start(station, clock, "05:00:05", [20.0])
    order(air, every_minutes=2, for_minutes=4)
    air.run_until(moment("05:01:50"))
    live(air)
    air.run_until(moment("05:09"))
    air.close()
    assert told(station, "Phát trực tiếp")[0][0] > 59 * RATE, "nobody takes the microphone away"
    assert len(told(station, "Bão số 5")) == 3
    assert ended(station)["Phát trực tiếp"] == ""
    closed(station)


def test_a_repeated_emergency_ends_the_microphone_and_says_so(station: Station, clock: VirtualClock) -> None:
    ready(station)
    air, _ = start(station, clock, "05:00:05", [20.0])
    order(air, every_minutes=2, for_minutes=2)
    air.run_until(moment("05:01:50"))
    live(air, talk_over=True)
    air.run_until(moment("05:09"))
    air.close()
    assert [reason for _, reason in told(station, "Phát trực tiếp")] == ["preempted"]
    assert ended(station)["Phát trực tiếp"] == "preempted"
    assert told(station, "Bão số 5")[-1] == (4 * RATE, "")
    closed(station)


def test_taking_back_a_message_that_waits_leaves_the_programme_alone(station: Station, clock: VirtualClock) -> None:
    ready(station, urgency=Urgency.PRIORITY)
    air, ear = start(station, clock, "05:00:05", [20.0, 5.0])
    order(air)
    for at in ("05:00:10", "05:00:18.5"):
        air.run_until(moment(at), ear)
    orders.ORDERS["end_break_in"](air.conductor, {}, "Cán bộ trực")
    air.run_until(moment("05:01"), ear)
    air.close()
    assert parts(station, "e1") == [(0, 20 * RATE, "")]
    assert parts(station, "e2")[-1][2] == ""
    assert all(not frames for frames, _ in told(station, "Bão số 5"))
    closed(station)


def test_nothing_flashes_up_after_stop_all(station: Station, clock: VirtualClock) -> None:
    ready(station, seconds=20.0)
    air, ear = start(station, clock, "05:00:05", [60.0])
    order(air)
    air.run_until(moment("05:00:10"), ear)
    orders.stop_all(air.conductor, {}, "Cán bộ trực")
    last = air.sink.dropped[0][0] if len(air.sink.dropped) == 1 else air.sink.dropped[1][0]  # type: ignore[attr-defined]
    air.run_until(moment("05:00:30"), ear)
    samples, frames = ear.heard()
    assert not np.any(samples[frames >= last])
    air.close()
    closed(station)


def test_the_microphone_over_the_programme_survives_a_lost_device(station: Station, clock: VirtualClock) -> None:
    air, ear = start(station, clock, "05:00:05", [120.0, 10.0])
    live(air, talk_over=True)
    air.run_until(moment("05:00:10"), ear)
    air.sink.lose()  # type: ignore[attr-defined]
    air.run_until(moment("05:00:15"), ear)
    air.sink.regain()  # type: ignore[attr-defined]
    air.run_until(moment("05:00:30"), ear)
    samples, frames = ear.heard()
    now = (frames >= moment_frame(air, "05:00:25")) & (frames < moment_frame(air, "05:00:27"))
    assert np.abs(samples[now]).max() == pytest.approx(0.25 * 10 ** (-18 / 20), rel=0.05), "ducked again, not replaced"
    air.run_until(moment("05:03"), ear)
    air.close()
    assert sum(part[1] for part in parts(station, "e1")) == 120 * RATE
    closed(station)


def test_the_microphone_ends_though_the_device_never_comes_back(station: Station, clock: VirtualClock) -> None:
    air, _ = start(station, clock, "05:00:05", [120.0])
    air.sink.lose()  # type: ignore[attr-defined]
    air.run_until(moment("05:00:06"))
    live(air, talk_over=True)
    air.run_until(moment("05:08"))
    assert not air.conductor.inserts.open
    air.close()
    closed(station)


def test_the_microphone_is_opened_again_at_once(station: Station, clock: VirtualClock) -> None:
    air, _ = start(station, clock, "05:00:05", [120.0])
    live(air, talk_over=True)
    air.run_until(moment("05:00:10"))
    orders.ORDERS["live_off"](air.conductor, {}, "Cán bộ trực")
    live(air, talk_over=True)
    air.run_until(moment("05:02"))
    air.close()
    assert len(told(station, "Phát trực tiếp")) == 2
    closed(station)


def test_a_refused_microphone_leaves_nothing_open(station: Station, clock: VirtualClock) -> None:
    ready(station, seconds=20.0)
    air, _ = start(station, clock, "05:00:05", [60.0])
    order(air)
    for words in ({}, {"zones": ["Thôn 9"]}):
        with pytest.raises(Refused):
            live(air, **words)
    assert not list(station.home.recordings.glob("*")) if station.home.recordings.exists() else True
    air.close()


def test_a_full_disk_does_not_keep_the_microphone_shut(station: Station, clock: VirtualClock) -> None:
    air, _ = start(station, clock, "05:00:05", [60.0])
    station.home.recordings.rmdir()
    station.home.recordings.write_text("no folder")
    live(air, minutes=0.1)
    air.run_until(moment("05:01"))
    air.close()
    assert told(station, "Phát trực tiếp")[0][0] > 5 * RATE
    closed(station)


def test_a_clock_that_a_person_confirms_is_followed_at_once(station: Station, clock: VirtualClock) -> None:
    air, _ = start(station, clock, "05:00:05", [60.0, 5.0])
    for step in (100.0, -100.0):
        clock.step_wall(step)
        air.run_until(clock.now() + timedelta(seconds=2))
    orders.resume(air.conductor, {}, "Cán bộ trực")
    air.run_until(clock.now() + timedelta(seconds=5))
    beat = station.journal(Kind.BEAT)[-1].data
    assert parse_time(beat["started_at"]) - moment("05:00") < timedelta(seconds=1)
    clock.step_wall(3.0)
    air.run_until(clock.now() + timedelta(seconds=90))
    air.close()
    assert [parts(station, name)[-1][2] for name in ("e1", "e2")] == ["", ""]
    started = [parse_time(line.data["started_at"]) for line in station.journal(Kind.END)]
    assert abs(started[0] - moment("05:00:03")) < timedelta(seconds=1)
    closed(station)


@pytest.mark.parametrize("step", [3000.0, -3000.0])
def test_the_clock_is_set_while_an_emergency_is_read(station: Station, clock: VirtualClock, step: float) -> None:
    ready(station)
    air, _ = start(station, clock, "05:00:05", [60.0])
    order(air, repeats=4, confirmed=True)
    air.run_until(moment("05:00:08"))
    clock.step_wall(step)
    if step < 0:
        air.run_until(clock.now() + timedelta(seconds=1))
        orders.resume(air.conductor, {}, "Cán bộ trực")
    air.run_until(clock.now() + timedelta(seconds=60))
    air.close()
    assert told(station, "Bão số 5") == [(4 * RATE, "")] * 4
    closed(station)


def test_no_message_sounds_longer_than_the_station_allows(station: Station, clock: VirtualClock) -> None:
    settings = load_settings(station.home)
    save_settings(station.home, replace(settings, audio=replace(settings.audio, max_session_minutes=1)))
    ready(station, seconds=25.0)
    air, _ = start(station, clock, "04:59:00")
    order(air, repeats=10)
    air.run_until(moment("05:03"))
    air.close()
    ends = [line for line in station.journal(Kind.END) if line.data["session_id"].startswith("insert-")]
    assert sum(line.data["frames"] for line in ends) <= 60 * RATE
    closed(station)


def test_a_priority_message_waits_as_long_as_the_item_lasts(station: Station, clock: VirtualClock,
                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(insert, "_WAIT", 5.0)
    ready(station, urgency=Urgency.PRIORITY)
    air, _ = start(station, clock, "05:00:05", [60.0, 5.0])
    order(air)
    air.run_until(moment("05:01:30"))
    air.close()
    assert told(station, "Bão số 5") == [(4 * RATE, "")]
    closed(station)


def test_skip_ends_only_the_item_that_was_meant(station: Station, clock: VirtualClock) -> None:
    zoned(station)
    one = replace(station.session(station.chain(moment("05:00"), [20.0], "a"), moment("05:10"), "a"), zones=(ONE,))
    two = replace(station.session(station.chain(moment("05:00"), [30.0], "b"), moment("05:10"), "b"), zones=(TWO,))
    station.publish([one, two])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:05"))
    with pytest.raises(Refused):
        orders.skip(air.conductor, {"event_id": "a0"}, "Cán bộ trực")
    orders.skip(air.conductor, {"event_id": "b1"}, "Cán bộ trực")
    air.run_until(moment("05:00:08"))
    orders.skip(air.conductor, {}, "Cán bộ trực")
    air.run_until(moment("05:01"))
    air.close()
    assert [part[2] for part in parts(station, "b1") + parts(station, "a1")] == ["operator", "operator"]
    assert parts(station, "b1")[0][1] < 7 * RATE < parts(station, "a1")[0][1]


def test_one_zone_s_fault_does_not_stop_the_other(station: Station, clock: VirtualClock,
                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    zoned(station)
    both = station.session(station.chain(moment("05:00"), [5.0]), moment("05:10"))
    station.publish([replace(both, zones=("all",))])
    clock.advance(595)
    air = VirtualAir(station.home, clock)

    def broken() -> None:
        raise RuntimeError("a driver's fault")

    monkeypatch.setattr(air.outlets[0].sink, "poll", broken)
    for _ in range(200):
        try:
            air.run_until(moment("05:01"))
        except RuntimeError:
            for outlet in air.outlets:
                outlet.sink.step(outlet.mixer.render)  # type: ignore[attr-defined]
    assert [line.data["zone"] for line in station.journal(Kind.END)] == [TWO]
    monkeypatch.undo()
    air.close()


def test_a_source_that_fails_is_left_and_the_next_follows(station: Station, clock: VirtualClock,
                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    air, _ = start(station, clock, "05:00:05", [20.0, 5.0])

    def broken(count: int) -> None:
        raise RuntimeError("a decoder's fault")

    monkeypatch.setattr(air.conductor.lines[0].runs[0].airings[0].voice.source, "read", broken)
    air.run_until(moment("05:00:30"))
    air.close()
    assert [parts(station, name)[0][2] for name in ("e1", "e2")] == ["program_error", ""]


def test_drop_does_not_touch_a_session_that_has_not_begun(station: Station, clock: VirtualClock) -> None:
    ready(station)
    air, _ = start(station, clock, "04:59:58.5")
    order(air, then="drop")
    air.run_until(moment("05:01"))
    air.close()
    assert parts(station, "e1")[-1] == (0, 20 * RATE, "")
    assert not station.journal(Kind.MISSED)


def test_an_emergency_whose_chime_does_not_decode_is_heard_all_the_same(station: Station, clock: VirtualClock) -> None:
    import soundfile

    from broadcaster.base.paths import sha256_of
    path = station.home.root / "odd.flac"
    soundfile.write(path, np.zeros(4410, np.int16), 44_100, subtype="PCM_16")
    sha256 = sha256_of(path)
    station.home.audio(sha256).parent.mkdir(parents=True, exist_ok=True)
    path.replace(station.home.audio(sha256))
    message = ready(station)
    write_message(station.home, replace(message, chime=replace(message.cut, sha256=sha256, frames=4800)), station.key)
    air, _ = start(station, clock, "05:00:05", [60.0])
    order(air)
    air.run_until(moment("05:00:12"))
    assert told(station, "Bão số 5") == [(4 * RATE, "")]
    air.run_until(moment("05:02"))
    air.close()
    assert sum(part[1] for part in parts(station, "e1")) == 60 * RATE
    closed(station)


def test_a_second_order_within_the_fade_of_the_first(station: Station, clock: VirtualClock) -> None:
    second(station)
    air, ear = start(station, clock, "05:00:05", [60.0])
    order(air)
    air.run_until(clock.now() + timedelta(seconds=0.1), ear)
    order(air, message="lu-quet")
    air.run_until(moment("05:02"), ear)
    air.close()
    assert told(station, "Lũ quét") == [(3 * RATE, "")]
    assert told(station, "Bão số 5")[-1] == (4 * RATE, "")
    closed(station)




def test_a_round_and_what_it_ends_in_the_same_look(station: Station, clock: VirtualClock) -> None:
    ready(station)
    air, _ = start(station, clock, "05:00:05", [20.0])
    order(air, every_minutes=2, for_minutes=2)
    air.run_until(moment("05:01:30"))
    orders.relay_on(air.conductor, {"minutes": 2, "address": "http://127.0.0.1:1/x"}, "Cán bộ trực")
    air.conductor.inserts.open.sort(key=lambda each: each.kind != "break_in")  # the round's turn comes first
    air.run_until(moment("05:04"))
    air.close()
    assert ended(station)["Tiếp sóng http://127.0.0.1:1/x"] == "preempted"
    closed(station)
