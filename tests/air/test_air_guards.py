"""What the player refuses, whatever the plan says, and how it goes on after it died."""

from __future__ import annotations

import base64
import json
from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
import soundfile
from air_station import DAY, Station, moment

from broadcaster.air import orders
from broadcaster.air.judge import Judge
from broadcaster.air.session_run import Item
from broadcaster.air.simulate import VirtualAir, simulate
from broadcaster.air.statusboard import status_of
from broadcaster.base.clock import VirtualClock, parse_time
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.protocol.journal import Kind, journal_files
from broadcaster.protocol.rundown import QuietHours
from broadcaster.protocol.verifier import GENESIS, verify


def reasons(station: Station) -> dict[str, str]:
    return {name: line.data["reason"] for name, line in station.told(Kind.MISSED).items()}


def whole(station: Station) -> set[str]:
    return {name for name, line in station.told(Kind.END).items() if line.data["reason"] == ""}


def test_t05_t37_what_is_not_approved_missing_or_altered_does_not_air(station: Station, clock: VirtualClock,
                                                                      tmp_path: Path) -> None:
    cuts = [station.cut(2.0, seed=seed) for seed in range(1, 8)]
    good = station.approve(cuts[0])
    approvals = {2: replace(good, audio_sha256=cuts[2].sha256), 3: station.approve(cuts[3], valid_until="2026-11-20"),
                 6: station.approve(cuts[6], valid_until="2026-11-21")}
    events = [station.event(f"e{n}", cut, moment("05:00") + timedelta(seconds=2 * n), hard=n in {0, 6},
                            approval=approvals.get(n)) for n, cut in enumerate(cuts)]
    station.home.audio(cuts[4].sha256).unlink()
    station.home.audio(cuts[5].sha256).write_bytes(station.home.audio(cuts[1].sha256).read_bytes())
    station.publish([station.session(events, moment("05:30"))])
    simulate(station.home, clock, moment("05:31"), tmp_path / "out.wav")
    assert reasons(station) == {"e2": "not_approved", "e3": "expired", "e4": "file_missing", "e5": "file_altered"}
    assert whole(station) == {"e0", "e1", "e6"}
    last = parse_time(station.told(Kind.END)["e6"].data["started_at"])
    assert abs((last - moment("05:00:12")).total_seconds()) < 0.002, "the next hard item starts on time"


def test_t05_a_bad_hard_item_interrupts_nobody(station: Station, clock: VirtualClock) -> None:
    long, bad = station.cut(20.0, seed=1), station.cut(2.0, seed=2)
    station.home.audio(bad.sha256).unlink()
    events = [station.event("long", long, moment("05:00"), hard=True),
              station.event("bad", bad, moment("05:00:05"), hard=True)]
    station.publish([station.session(events, moment("05:30"))])
    simulate(station.home, clock, moment("05:31"))
    assert whole(station) == {"long"}
    assert reasons(station) == {"bad": "file_missing"}


def test_follower_takes_the_place_of_a_missing_first_item(station: Station, clock: VirtualClock) -> None:
    events = station.chain(moment("05:00"), [3.0, 2.0])
    station.home.audio(events[0].cut.sha256).unlink()
    station.publish([station.session(events, moment("05:30"))])
    simulate(station.home, clock, moment("05:31"))
    started = parse_time(station.told(Kind.END)["e2"].data["started_at"])
    assert abs((started - moment("05:00")).total_seconds()) < 0.002


def test_file_that_is_no_sound_is_refused(station: Station, clock: VirtualClock) -> None:
    import hashlib
    raw = b"fLaC but no sound" * 100
    cut = replace(station.cut(1.0), sha256=hashlib.sha256(raw).hexdigest())
    path = station.home.audio(cut.sha256)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    events = [station.event("bad", cut, moment("05:00"), hard=True),
              station.event("good", station.cut(1.0, seed=2), moment("05:00:01"))]
    station.publish([station.session(events, moment("05:30"))])
    simulate(station.home, clock, moment("05:31"))
    assert reasons(station) == {"bad": "file_altered"}
    assert whole(station) == {"good"}


@pytest.mark.parametrize("harm", ["altered", "unreadable", "newer_format", "misplaced"])
def test_t37_a_bad_newer_rundown_is_refused_and_the_older_used(station: Station, clock: VirtualClock,
                                                               harm: str) -> None:
    station.publish([station.session(station.chain(moment("05:00"), [1.0]), moment("05:30"))])
    other = station.session(station.chain(moment("05:00"), [1.0], "x"), moment("05:30"))
    if harm == "misplaced":
        source = station.publish([other], revision=7)
        path = source.rename(source.with_name("2026-11-21.r2.json"))
    else:
        path = station.publish([other], revision=2)
    text = path.read_text(encoding="utf-8")
    changed = {"altered": text.replace("Thông báo x1", "Thông báo khác"), "unreadable": text[:200],
               "newer_format": text.replace('"version": 1', '"version": 2'), "misplaced": text}[harm]
    path.write_text(changed, encoding="utf-8")
    air = VirtualAir(station.home, clock)
    air.run_until(moment("04:59"))
    assert "plan_refused" in [alarm.code for alarm in status_of(air.conductor).alarms]
    air.run_until(moment("05:01"))
    air.close()
    refusals = station.journal(Kind.SEAL)
    assert [(line.data["name"], line.data["problem"]) for line in refusals] == [("2026-11-21.r2.json", harm)]
    assert whole(station) == {"e1"}


def test_t24_planned_inside_quiet_hours(station: Station) -> None:
    clock = VirtualClock(moment("02:50"))
    station.publish([station.session(station.chain(moment("03:15"), [2.0, 2.0]), moment("03:40"))])
    simulate(station.home, clock, moment("03:45"))
    assert reasons(station) == {"e1": "quiet_hours", "e2": "quiet_hours"}
    assert not station.journal(Kind.START)
    assert len(station.journal(Kind.QUIET)) == 1


@pytest.mark.parametrize(("plan_quiet", "toml"), [
    (QuietHours("05:00", "06:00"), ""),
    (QuietHours("23:00", "23:01"), '[hours]\nquiet_from = "04:55"\nquiet_to = "05:20"\n'),
])
def test_t24_either_source_of_quiet_is_enough(station: Station, clock: VirtualClock, plan_quiet: QuietHours,
                                              toml: str) -> None:
    if toml:
        station.home.settings.write_text(toml)
    station.publish([station.session(station.chain(moment("05:00"), [2.0]), moment("05:30"))], quiet=plan_quiet)
    simulate(station.home, clock, moment("05:31"))
    assert reasons(station) == {"e1": "quiet_hours"}
    assert not station.journal(Kind.START)


@pytest.mark.parametrize("overrun", ["finish", "fade", "cut"])
def test_t24_an_item_that_runs_into_quiet_hours_is_ended(station: Station, overrun: str, tmp_path: Path) -> None:
    from broadcaster.protocol.rundown import Overrun
    clock = VirtualClock(moment("20:50"))
    events = station.chain(moment("20:59:50"), [20.0, 5.0], overrun=Overrun(overrun))
    station.publish([station.session(events, moment("21:30"))])
    result = simulate(station.home, clock, moment("21:31"), tmp_path / "out.wav")
    end = station.told(Kind.END)["e1"].data
    assert (end["frames"], end["reason"]) == (10 * RATE, "quiet_hours")
    assert reasons(station) == {"e2": "quiet_hours"}
    samples, _ = soundfile.read(tmp_path / "out.wav", dtype="int16")
    segment = result.segments[0]
    silent_from = round((moment("21:00") - segment.wall).total_seconds() * RATE)
    assert samples[:silent_from].any()
    assert not samples[silent_from:].any()


def test_t24_quiet_hours_moved_while_an_item_sounds(station: Station, clock: VirtualClock) -> None:
    station.publish([station.session(station.chain(moment("05:00"), [100.0]), moment("05:30"))])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:30"))
    station.home.settings.write_text('[hours]\nquiet_from = "05:01"\nquiet_to = "06:00"\n')
    air.run_until(moment("05:05"))
    air.close()
    end = station.told(Kind.END)["e1"].data
    assert (end["frames"], end["reason"]) == (60 * RATE, "quiet_hours")


def test_broken_settings_keep_the_last_good_quiet_hours(station: Station, clock: VirtualClock) -> None:
    station.home.settings.write_text('[hours]\nquiet_from = "04:55"\nquiet_to = "05:20"\n')
    station.publish([station.session(station.chain(moment("05:00"), [2.0]), moment("05:30"))])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("04:52"))
    station.home.settings.write_text("[hours\nquiet")
    air.run_until(moment("04:59"))
    assert "settings_broken" in [alarm.code for alarm in status_of(air.conductor).alarms]
    air.run_until(moment("05:31"))
    air.close()
    assert reasons(station) == {"e1": "quiet_hours"}


def test_t09_power_cut_in_mid_item_and_back(station: Station, clock: VirtualClock) -> None:
    events = station.chain(moment("05:00"), [60.0, 10.0])
    station.publish([station.session(events, moment("05:10"))])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:31"))
    air.crash()
    clock.advance(20)
    again = VirtualAir(station.home, clock)
    again.run_until(moment("05:05"))
    again.close()
    parts = [line.data for line in station.journal(Kind.END) if line.data["event_id"] == "e1"]
    assert parts[0]["estimated"] is True
    assert parts[0]["reason"] == "power"
    assert 28 * RATE <= parts[0]["frames"] <= 31 * RATE, "known to two seconds"
    assert parts[0]["frames"] + parts[1]["frames"] == 60 * RATE
    assert station.told(Kind.START)["e1"].data["resumed_from"] == station.journal(Kind.START)[0].seq
    assert whole(station) == {"e1", "e2"}
    boot = station.journal(Kind.BOOT)[-1].data
    assert [item["event_id"] for item in boot["interrupted"]] == ["e1"]
    assert not list(verify(journal_files(station.home.asrun), GENESIS))


def test_t09_t22_no_blind_catching_up(station: Station, clock: VirtualClock) -> None:
    events = station.chain(moment("05:00"), [60.0, 60.0, 60.0], late=120.0)
    station.publish([station.session(events, moment("05:10"))])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:31"))
    air.crash()
    clock.advance(200)
    again = VirtualAir(station.home, clock)
    again.run_until(moment("05:11"))
    again.close()
    assert len([line for line in station.journal(Kind.START) if line.data["event_id"] == "e1"]) == 1
    assert reasons(station) == {"e2": "power"}, "its latest start, 05:03, has passed at 05:03:51"
    assert whole(station) == {"e3"}


def test_t09_switched_on_in_mid_session_and_after_it(station: Station) -> None:
    first = station.chain(moment("05:00"), [10.0], "a")
    second = station.chain(moment("06:00"), [200.0, 60.0], "b")
    station.publish([station.session(first, moment("05:10"), "s1"), station.session(second, moment("06:05"), "s2")])
    air = VirtualAir(station.home, VirtualClock(moment("06:01")))
    air.run_until(moment("06:06"))
    air.close()
    assert reasons(station) == {"a1": "pc_off", "b2": "pc_off"}, "b2 no longer fits before the hard end"
    assert whole(station) == {"b1"}


def test_clean_restart_goes_on_where_it_was(station: Station, clock: VirtualClock) -> None:
    events = station.chain(moment("05:00"), [60.0])
    station.publish([station.session(events, moment("05:10"))])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:20"))
    air.close()
    clock.advance(5)
    again = VirtualAir(station.home, clock)
    again.run_until(moment("05:02"))
    again.close()
    parts = [line.data for line in station.journal(Kind.END)]
    assert [part["reason"] for part in parts] == ["pc_off", ""]
    assert sum(part["frames"] for part in parts) == 60 * RATE


def test_a_session_begun_keeps_its_revision_over_a_restart(station: Station, clock: VirtualClock) -> None:
    station.publish([station.session(station.chain(moment("05:00"), [30.0, 5.0]), moment("05:10"))])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:10"))
    air.crash()
    station.publish([station.session(station.chain(moment("05:00"), [5.0], "x"), moment("05:10"))], revision=2)
    again = VirtualAir(station.home, clock)
    again.run_until(moment("05:02"))
    again.close()
    assert whole(station) == {"e1", "e2"}


def test_a_session_begun_goes_on_though_the_newest_plan_dropped_it(station: Station, clock: VirtualClock) -> None:
    station.publish([station.session(station.chain(moment("05:00"), [30.0, 5.0]), moment("05:10"))])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:10"))
    air.crash()
    station.publish([station.session(station.chain(moment("05:20"), [5.0], "x"), moment("05:30"), "khac")], revision=2)
    again = VirtualAir(station.home, clock)
    again.run_until(moment("05:31"))
    again.close()
    assert whole(station) == {"e1", "e2", "x1"}


def test_t12_clock_set_back_an_hour_airs_nothing_twice(station: Station, clock: VirtualClock) -> None:
    station.publish([station.session(station.chain(moment("05:00"), [5.0]), moment("05:10"), "a"),
                     station.session(station.chain(moment("05:20"), [5.0], "f"), moment("05:30"), "b")])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:15"))
    clock.step_wall(-3600)
    air.run_until(moment("04:20"))
    assert "clock_invalid" in [alarm.code for alarm in status_of(air.conductor).alarms]
    assert len(station.journal(Kind.START)) == 1
    air.run_until(moment("05:31"))
    air.close()
    assert [line.data.get("problem") for line in station.journal(Kind.CLOCK) if "problem" in line.data] == [
        "behind_journal"]
    assert [line.data["event_id"] for line in station.journal(Kind.START)] == ["e1", "f1"]


@pytest.mark.parametrize("year", [1970, 2000])
def test_t12_dead_battery(station: Station, year: int) -> None:
    clock = VirtualClock(moment("04:59", DAY.replace(year=year)))
    day = DAY.replace(year=year)
    events = station.chain(moment("05:00", day), [5.0])
    station.publish([station.session(events, moment("05:10", day))], day=day)
    simulate(station.home, clock, moment("05:11", day))
    assert not station.journal(Kind.START)
    assert station.journal(Kind.CLOCK)[0].data["problem"] == "implausible"


def test_t12_clock_put_right_in_time(station: Station) -> None:
    clock = VirtualClock(moment("04:00", DAY.replace(year=2000)))
    station.publish([station.session(station.chain(moment("05:00"), [5.0]), moment("05:10"))])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("04:00:05", DAY.replace(year=2000)))
    clock.step_wall((moment("04:59:30") - clock.now()).total_seconds())
    air.run_until(moment("05:01"))
    air.close()
    assert whole(station) == {"e1"}


def test_t12_an_operator_confirms_the_clock(station: Station, clock: VirtualClock) -> None:
    air = VirtualAir(station.home, clock)
    clock.step_wall(40 * 86400)
    air.run_until(clock.now() + timedelta(seconds=3))
    clock.step_wall(-40 * 86400)
    air.run_until(clock.now() + timedelta(seconds=3))
    assert air.conductor.clock_problem == "behind_journal"
    orders.resume(air.conductor, {}, "Cán bộ truyền thanh")
    air.run_until(clock.now() + timedelta(seconds=1))
    assert air.conductor.clock_problem == ""
    air.crash()
    assert VirtualAir(station.home, clock).conductor.clock_problem == "", "and a restart remembers it"


def test_torn_tail_is_kept_and_said(station: Station, clock: VirtualClock) -> None:
    station.publish([station.session(station.chain(moment("05:00"), [5.0]), moment("05:10"))])
    simulate(station.home, clock, moment("04:55"))
    path = journal_files(station.home.asrun)[-1]
    with path.open("ab") as file:
        file.write(b'{"at":"2026-11-21T04:5')
    simulate(station.home, clock, moment("05:01"))
    assert base64.b64decode(station.journal(Kind.BOOT)[-1].data["torn"]) == b'{"at":"2026-11-21T04:5'
    assert whole(station) == {"e1"}
    assert not list(verify(journal_files(station.home.asrun), GENESIS))


def test_damaged_last_line_does_not_keep_the_station_silent(station: Station, clock: VirtualClock) -> None:
    station.publish([station.session(station.chain(moment("05:00"), [5.0]), moment("05:10"))])
    simulate(station.home, clock, moment("04:55"))
    path = journal_files(station.home.asrun)[-1]
    path.write_bytes(path.read_bytes()[:-30] + b"#" * 29 + b"\n")
    simulate(station.home, clock, moment("05:01"))
    assert whole(station) == {"e1"}
    assert list(verify(journal_files(station.home.asrun), GENESIS)), "and the damage shows"


def test_stop_all_holds_over_a_restart_and_ends_with_the_session(station: Station, clock: VirtualClock) -> None:
    station.publish([station.session(station.chain(moment("05:00"), [30.0, 5.0]), moment("05:02"), "a"),
                     station.session(station.chain(moment("05:10"), [5.0], "n"), moment("05:20"), "b")])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:10"))
    orders.stop_all(air.conductor, {}, "Cán bộ truyền thanh")
    air.run_until(moment("05:00:12"))
    assert status_of(air.conductor).state == "stopped"
    air.crash()
    again = VirtualAir(station.home, clock)
    again.run_until(moment("05:15"))
    again.close()
    assert station.told(Kind.END)["e1"].data["reason"] == "operator"
    assert reasons(station) == {"e2": "operator"}
    assert whole(station) == {"n1"}


def test_stop_and_resume_goes_on_with_the_next_item(station: Station, clock: VirtualClock) -> None:
    station.publish([station.session(station.chain(moment("05:00"), [30.0, 5.0]), moment("05:10"))])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:10"))
    orders.stop_all(air.conductor, {}, "")
    air.run_until(moment("05:01"))
    orders.resume(air.conductor, {}, "")
    air.run_until(moment("05:02"))
    air.close()
    assert whole(station) == {"e2"}
    assert [line.data["action"] for line in station.journal(Kind.OPERATOR)] == ["stop_all", "resume", "shutdown"]


def test_skip_leaves_no_gap(station: Station, clock: VirtualClock) -> None:
    station.publish([station.session(station.chain(moment("05:00"), [30.0, 5.0]), moment("05:10"))])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:10"))
    orders.skip(air.conductor, {}, "")
    air.run_until(moment("05:01"))
    with pytest.raises(Refused):
        orders.skip(air.conductor, {}, "")
    air.close()
    first, second = (station.told(Kind.END)[name].data for name in ("e1", "e2"))
    assert first["reason"] == "operator"
    gap = parse_time(second["started_at"]) - parse_time(first["ended_at"])
    assert abs(gap.total_seconds()) < 0.25


def test_t26_a_full_disk_does_not_stop_the_sound(station: Station, clock: VirtualClock,
                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    import errno

    from broadcaster.protocol import journal
    station.publish([station.session(station.chain(moment("05:00"), [5.0, 5.0]), moment("05:10"))])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("04:59"))
    real = journal._write_all

    def full(handle: int, raw: bytes) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(journal, "_write_all", full)
    loudest: list[float] = []
    air.run_until(moment("05:00:08"), lambda zone, first, block: loudest.append(float(np.abs(block).max())))
    assert max(loudest) > 0.2
    assert "journal_refused" in [alarm.code for alarm in status_of(air.conductor).alarms]
    monkeypatch.setattr(journal, "_write_all", real)
    air.run_until(moment("05:01"))
    assert "journal_refused" not in [alarm.code for alarm in status_of(air.conductor).alarms]
    air.close()
    assert whole(station) == {"e1", "e2"}
    assert "noted_at" in station.told(Kind.START)["e1"].data
    assert not list(verify(journal_files(station.home.asrun), GENESIS))


def test_t17_titles_of_every_kind(station: Station, clock: VirtualClock) -> None:
    titles = ["dòng\nmới", 'ngoặc "kép" \' ’', "😀" * 50, "x" * 5000, "\x00\x1b[31m", "", "{}\\"]
    cut = station.cut(1.0)
    events = [station.event(f"e{n}", cut, moment("05:00") + timedelta(seconds=n), hard=n == 0, title=title)
              for n, title in enumerate(titles)]
    station.publish([station.session(events, moment("05:10"))])
    simulate(station.home, clock, moment("05:01"))
    assert [line.data["title"] for line in station.journal(Kind.START)] == titles
    assert len(whole(station)) == len(titles)


def test_no_plan_is_an_alarm(station: Station, clock: VirtualClock) -> None:
    air = VirtualAir(station.home, clock)
    air.run_until(moment("04:51"))
    assert [alarm.code for alarm in status_of(air.conductor).alarms] == ["no_plan"]
    json.dumps(status_of(air.conductor).to_json())
    air.close()


def test_next_session_ends_the_one_that_overlaps_it(station: Station, clock: VirtualClock) -> None:
    station.publish([station.session(station.chain(moment("05:00"), [30.0, 5.0], "a"), moment("05:10"), "s1"),
                     station.session(station.chain(moment("05:00:20"), [5.0], "b"), moment("05:10"), "s2")])
    simulate(station.home, clock, moment("05:11"))
    ends = station.told(Kind.END)
    assert ends["a1"].data["frames"] == 20 * RATE
    assert abs((parse_time(ends["b1"].data["started_at"]) - moment("05:00:20")).total_seconds()) < 0.002
    assert reasons(station) == {"a2": "overrun"}


def test_t11_silence_where_sound_is_planned(station: Station, clock: VirtualClock) -> None:
    samples = (np.random.default_rng(1).uniform(-0.2, 0.2, 40 * RATE) * 32768).astype(np.int16)
    samples[10 * RATE:30 * RATE] = 0
    event = station.event("e1", station.put(samples), moment("05:00"), hard=True)
    station.publish([station.session([event], moment("05:10"))])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:22"))
    assert "silence" in [alarm.code for alarm in status_of(air.conductor).alarms], "within 12 s"
    air.run_until(moment("05:01"))
    assert not status_of(air.conductor).alarms
    air.close()
    assert [line.data["state"] for line in station.journal(Kind.SILENCE)] == ["begun", "over"]


def test_level_and_position_are_measured(station: Station, clock: VirtualClock) -> None:
    station.publish([station.session(station.chain(moment("05:00"), [10.0, 5.0]), moment("05:10"))])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("04:59:55"))
    status = status_of(air.conductor)
    assert (status.state, status.on_air) == ("armed", None)
    assert [item.event_id for item in status.upcoming] == ["e1", "e2"]
    air.run_until(moment("05:00:05"))
    status = status_of(air.conductor)
    assert status.state == "on_air"
    assert status.on_air is not None
    assert status.on_air.position_seconds == pytest.approx(5.0, abs=0.11)
    assert status.peak_db[0] == pytest.approx(-12.04, abs=0.1)
    assert status.rms_db[0] == pytest.approx(-16.8, abs=0.3)
    assert status.rundown == "2026-11-21.r1.json"
    assert [item.event_id for item in status.upcoming] == ["e2"]
    air.close()


def test_an_item_that_kills_the_player_is_given_up(station: Station, clock: VirtualClock) -> None:
    station.publish([station.session(station.chain(moment("05:00"), [20.0, 5.0]), moment("05:30"))])
    clock.advance((moment("04:59:58") - clock.now()).total_seconds())
    for _ in range(5):
        air = VirtualAir(station.home, clock, machine_up_since=moment("00:00"))
        air.run_until(clock.now() + timedelta(seconds=1))
        air.crash()
    air = VirtualAir(station.home, clock, machine_up_since=moment("00:00"))
    air.run_until(moment("05:10"))
    air.close()
    assert whole(station) == {"e2"}, "what follows is played"


def test_a_check_that_never_ends_holds_up_nothing(station: Station, clock: VirtualClock,
                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    events = station.chain(moment("05:00"), [5.0, 5.0])
    station.publish([station.session(events, moment("05:10"))])
    air = VirtualAir(station.home, clock)
    prepare = Judge.prepare

    def hang(judge: Judge, item: Item, *rest: object) -> None:
        if item.event.id == "e1":
            item.check = item.check or Future()
        prepare(judge, item, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Judge, "prepare", hang)
    air.run_until(moment("05:05"))
    air.close()
    assert reasons(station) == {"e1": "program_error"}
    assert whole(station) == {"e2"}
