"""Sessions in virtual time: exact starts, exact joins, exact samples, and the journal that goes with them."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path

import numpy as np
import soundfile
from air_station import DIRECTIVE, Station, moment

from broadcaster.air.simulate import VirtualAir, simulate
from broadcaster.base.clock import VirtualClock, parse_time, unix
from broadcaster.base.frames import RATE
from broadcaster.protocol.journal import Kind, journal_files
from broadcaster.protocol.rundown import Overrun, QuietHours
from broadcaster.protocol.verifier import GENESIS, verify


def at_frame(segments, wall) -> int:
    """Where in the file the wall time lies."""
    for segment in segments:
        offset = round((unix(wall) - unix(segment.wall)) * RATE)
        if 0 <= offset < segment.frames:
            return segment.file_offset + offset
    raise AssertionError(f"{wall} was not recorded")


def test_t01_items_start_on_their_frame_and_join_to_the_sample(station: Station, clock: VirtualClock,
                                                               tmp_path: Path) -> None:
    events = station.chain(moment("05:00:00.123"), [3.3, 2.25, 4.001])
    station.publish([station.session(events, moment("05:30"))])
    result = simulate(station.home, clock, moment("05:40"), tmp_path / "out.wav")

    samples, rate = soundfile.read(tmp_path / "out.wav", dtype="int16")
    assert rate == RATE
    expected = np.concatenate([station.samples[event.cut.sha256] for event in events])
    first = at_frame(result.segments, moment("05:00:00.123"))
    assert not samples[:first].any(), "silence before the first sample"
    for side in (0, 1):
        assert np.array_equal(samples[first:first + len(expected), side], expected)
    assert not samples[first + len(expected):].any(), "silence after the last sample"
    assert sum(segment.frames for segment in result.segments) < 60 * RATE, "idle hours are not written"


def test_journal_tells_what_was_heard(station: Station, clock: VirtualClock) -> None:
    events = station.chain(moment("05:00"), [5.0, 2.0], directive=DIRECTIVE, campaign="k1")
    station.publish([station.session(events, moment("05:30"))])
    simulate(station.home, clock, moment("05:31"))

    starts, ends = station.told(Kind.START), station.told(Kind.END)
    for event in events:
        start, end = starts[event.id].data, ends[event.id].data
        assert start["cut"] == event.cut.sha256
        assert start["directive"]["number"] == "12/UBND-VX"
        assert start["approval"]["approver"] == "Phó Chủ tịch"
        assert start["rundown"] == "2026-11-21.r1.json"
        assert end["frames"] == event.cut.frames
        assert end["reason"] == ""
        assert abs((parse_time(end["started_at"]) - event.starts_at).total_seconds()) < 0.002
        assert starts[event.id].at < event.starts_at, "START is on disk before the sound"
        assert -14.0 < end["rms_db"] - 20 * np.log10(0.25) < 0
    beats = [line.data["position"] for line in station.journal(Kind.BEAT)]
    assert beats == sorted(beats)
    assert len(beats) >= 2
    assert not list(verify(journal_files(station.home.asrun), GENESIS))


def test_gain_is_one_static_factor(station: Station, clock: VirtualClock, tmp_path: Path) -> None:
    events = station.chain(moment("05:00"), [1.0], gain_db=-6.0)
    station.publish([station.session(events, moment("05:30"))])
    result = simulate(station.home, clock, moment("05:01"), tmp_path / "out.wav")
    samples, _ = soundfile.read(tmp_path / "out.wav", dtype="float32")
    first = at_frame(result.segments, moment("05:00"))
    wanted = station.samples[events[0].cut.sha256].astype(np.float32) / 32768 * np.float32(10 ** (-6 / 20))
    assert np.abs(samples[first:first + len(wanted), 0] - wanted).max() <= 0.5 / 32768 + 1e-7


def test_t01_hard_item_fades_the_one_before_and_starts_on_its_frame(station: Station, clock: VirtualClock,
                                                                    tmp_path: Path) -> None:
    long, hard = station.cut(20.0, seed=1), station.cut(2.0, seed=2)
    events = [station.event("long", long, moment("05:00"), hard=True),
              station.event("hard", hard, moment("05:00:10"), hard=True)]
    station.publish([station.session(events, moment("05:30"))])
    result = simulate(station.home, clock, moment("05:01"), tmp_path / "out.wav")
    samples, _ = soundfile.read(tmp_path / "out.wav", dtype="int16")
    start = at_frame(result.segments, moment("05:00:10"))
    assert np.array_equal(samples[start:start + hard.frames, 0], station.samples[hard.sha256])
    plain = start - RATE
    offset = at_frame(result.segments, moment("05:00"))
    assert np.array_equal(samples[offset:plain, 0], station.samples[long.sha256][:plain - offset])
    faded = np.abs(samples[start - RATE // 10:start, 0]).mean()
    assert faded < 0.15 * np.abs(samples[offset:plain, 0]).mean()
    end = station.told(Kind.END)["long"].data
    assert (end["frames"], end["reason"]) == (10 * RATE, "preempted")


def test_cut_and_finish_rules(station: Station, clock: VirtualClock, tmp_path: Path) -> None:
    first = [station.event("cut", station.cut(8.0, seed=1), moment("05:00"), hard=True, overrun=Overrun.CUT),
             station.event("next", station.cut(1.0, seed=2), moment("05:00:05"), hard=True)]
    second = [station.event("finish", station.cut(8.0, seed=3), moment("06:00"), hard=True, overrun=Overrun.FINISH),
              station.event("after", station.cut(1.0, seed=4), moment("06:00:05"), hard=True)]
    station.publish([station.session(first, moment("05:10"), "a"), station.session(second, moment("06:10"), "b")])
    simulate(station.home, clock, moment("06:11"))
    ends = station.told(Kind.END)
    assert (ends["cut"].data["frames"], ends["cut"].data["reason"]) == (5 * RATE, "preempted")
    assert ends["finish"].data["reason"] == ""
    assert abs((parse_time(ends["after"].data["started_at"]) - moment("06:00:08")).total_seconds()) < 0.002


def test_t20_nothing_sounds_past_the_hard_end(station: Station, clock: VirtualClock, tmp_path: Path) -> None:
    events = station.chain(moment("05:00"), [20.0, 20.0, 5.0])
    station.publish([station.session(events, moment("05:00:30"))])
    result = simulate(station.home, clock, moment("05:05"), tmp_path / "out.wav")
    samples, _ = soundfile.read(tmp_path / "out.wav", dtype="int16")
    assert not samples[at_frame(result.segments, moment("05:00:30")):].any()
    ends, missed = station.told(Kind.END), station.told(Kind.MISSED)
    assert (ends["e2"].data["frames"], ends["e2"].data["reason"]) == (10 * RATE, "overrun")
    assert missed["e3"].data["reason"] == "overrun"


def test_t08_a_session_across_midnight(station: Station) -> None:
    clock = VirtualClock(moment("23:58:00"))
    events = station.chain(moment("23:59:55"), [10.0, 10.0])
    station.publish([station.session(events, moment("00:10") + timedelta(days=1))],
                    quiet=QuietHours("02:00", "03:00"))
    station.home.settings.write_text('[hours]\nquiet_from = "02:00"\nquiet_to = "03:00"\n', encoding="utf-8")
    simulate(station.home, clock, moment("00:02") + timedelta(days=1))
    assert [line.data["frames"] for line in station.journal(Kind.END)] == [10 * RATE, 10 * RATE]
    assert not station.journal(Kind.MISSED)
    assert len(journal_files(station.home.asrun)) == 2
    assert not list(verify(journal_files(station.home.asrun), GENESIS))


def test_twenty_minutes_take_seconds(station: Station, clock: VirtualClock) -> None:
    cut = station.cut(240.0)
    events = [station.event(f"e{n}", cut, moment("05:00") + timedelta(minutes=4 * n), hard=n == 0) for n in range(5)]
    station.publish([station.session(events, moment("05:30"))])
    before = time.process_time()
    simulate(station.home, clock, moment("06:00"))
    assert time.process_time() - before < 60
    assert [line.data["frames"] for line in station.journal(Kind.END)] == [cut.frames] * 5


def test_a_later_revision_counts_for_sessions_not_begun(station: Station, clock: VirtualClock) -> None:
    morning, evening = station.chain(moment("05:00"), [20.0], "m"), station.chain(moment("06:00"), [2.0], "n")
    station.publish([station.session(morning, moment("05:10"), "a"), station.session(evening, moment("06:10"), "b")])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:05"))
    other, later = station.chain(moment("05:00"), [3.0], "x"), station.chain(moment("06:00"), [3.0], "y")
    station.publish([station.session(other, moment("05:10"), "a"), station.session(later, moment("06:10"), "b")],
                    revision=2)
    air.run_until(moment("06:05"))
    air.close()
    assert set(station.told(Kind.END)) == {"m1", "y1"}
    assert station.told(Kind.START)["y1"].data["rundown"] == "2026-11-21.r2.json"
