"""Every planned event ends in exactly one outcome, and the reason is the true one."""

from __future__ import annotations

from datetime import date, timedelta

from journal_day import DAY, Station, event, plan

from broadcaster.asrun.model import Airing, AiringQuery, Outcome
from broadcaster.base.clock import at, format_time
from broadcaster.base.frames import RATE
from broadcaster.protocol.journal import Kind

FIVE = 5 * 3600


def log_of(station: Station, day: date = DAY) -> dict[str, Airing]:
    station.asrun.file()
    rows = station.asrun.airings(AiringQuery(first_day=day.isoformat(), last_day=day.isoformat()))
    assert len({row.id for row in rows}) == len(rows)
    return {row.id: row for row in rows}


def test_a_whole_airing_carries_copies_from_the_journal(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE), event("b", FIVE + 60)))
    station.pen.write(Kind.BOOT)
    station.play(day, "a")
    station.play(day, "b")
    row = log_of(station)["a"]
    assert (row.outcome, row.reason, row.aired_frames) == (Outcome.AIRED, "", 60 * RATE)
    assert (row.started_at, row.ended_at) == ("2026-11-21T05:00:00.000+07:00", "2026-11-21T05:01:00.000+07:00")
    assert (row.directive_number, row.approver, row.verification) == ("1349/STTTT-BCXBTT", "Phó Chủ tịch", "sent")
    assert (row.first_seq, row.last_seq, row.rundown) == (2, 3, "2026-11-21.r1.json")


def test_before_its_time_an_event_is_pending(station: Station) -> None:
    station.publish(plan(event("a", FIVE)))
    assert log_of(station)["a"].outcome is Outcome.PENDING


def test_sounding_now_is_pending(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE)))
    station.pen.write(Kind.BOOT)
    station.start(day, "a")
    station.beat("a", 2)
    row = log_of(station)["a"]
    assert row.outcome is Outcome.PENDING
    assert row.started_at == "2026-11-21T05:00:00.000+07:00"


def test_an_end_nobody_wrote_is_estimated_from_the_last_beat(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE)))
    station.pen.write(Kind.BOOT)
    station.start(day, "a")
    for second in range(2, 22, 2):
        station.beat("a", second)
    station.clock.advance(600)
    station.pen.write(Kind.BOOT)
    station.clock.advance(3600)
    row = log_of(station)["a"]
    assert (row.outcome, row.reason, row.note) == (Outcome.PARTIAL, "power", "estimated")
    assert row.aired_frames == 20 * RATE
    assert row.ended_at == "2026-11-21T05:00:20.000+07:00"


def test_a_quick_boot_means_that_only_the_program_died(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE)))
    station.start(day, "a")
    station.beat("a", 2)
    station.clock.advance(3)
    station.pen.write(Kind.BOOT)
    station.clock.advance(60)
    assert log_of(station)["a"].reason == "program_error"


def test_resumed_parts_add_up_to_a_whole_airing(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE)))
    station.start(day, "a")
    station.end("a", 20, "preempted")
    station.clock.advance(30)
    station.start(day, "a", offset=18 * RATE, resumed_from=18 * RATE)
    station.end("a", 42, offset=18 * RATE)
    row = log_of(station)["a"]
    assert (row.outcome, row.reason, row.note) == (Outcome.AIRED, "", "resumed")
    assert row.aired_frames == 60 * RATE, "the two seconds heard twice count once"


def test_parts_that_leave_a_hole_stay_partial_with_the_first_reason(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE)))
    station.start(day, "a")
    station.end("a", 20, "device_lost")
    station.start(day, "a", offset=40 * RATE)
    station.end("a", 20, "", offset=40 * RATE)
    row = log_of(station)["a"]
    assert (row.outcome, row.reason, row.aired_frames) == (Outcome.PARTIAL, "device_lost", 40 * RATE)


def test_what_was_taken_up_in_place_is_not_what_broke_it(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE)))
    station.start(day, "a")
    station.end("a", 20, "program_error")
    station.start(day, "a", offset=20 * RATE, resumed_from=1)
    station.end("a", 10, "operator", offset=20 * RATE)
    row = log_of(station)["a"]
    assert (row.outcome, row.reason, row.note) == (Outcome.PARTIAL, "operator", "resumed")


def test_the_edge_of_whole(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE), event("b", FIVE + 60)))
    station.start(day, "a")
    station.end("a", 59.7, "overrun")
    station.start(day, "b")
    station.end("b", 59.69, "overrun")
    rows = log_of(station)
    assert (rows["a"].outcome, rows["a"].reason) == (Outcome.AIRED, "")
    assert (rows["b"].outcome, rows["b"].reason) == (Outcome.PARTIAL, "overrun")


def test_T06_a_missed_line_gives_its_reason(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE)))
    station.until(at(DAY, FIVE))
    station.pen.write(Kind.MISSED, event_id="a", session_id=day.sessions[0].id, reason="file_altered",
                      planned_start="2026-11-21T05:00:00.000+07:00")
    row = log_of(station)["a"]
    assert (row.outcome, row.reason, row.aired_frames, row.started_at) == (Outcome.MISSED, "file_altered", 0, "")


def test_an_unknown_reason_word_counts_as_a_program_error(station: Station) -> None:
    station.publish(plan(event("a", FIVE)))
    station.until(at(DAY, FIVE))
    station.pen.write(Kind.MISSED, event_id="a", reason="gremlins")
    assert log_of(station)["a"].reason == "program_error"


def test_no_journal_at_all_means_the_pc_was_off(station: Station) -> None:
    station.publish(plan(event("a", FIVE), event("b", FIVE + 60)))
    station.until(at(DAY, 9 * 3600))
    assert {(row.outcome, row.reason) for row in log_of(station).values()} == {(Outcome.MISSED, "pc_off")}


def test_days_that_passed_without_the_program_are_filled_in(station: Station) -> None:
    for offset in range(3):
        day = DAY + timedelta(offset)
        station.publish(plan(event(f"e{offset}", FIVE, day=day), day=day))
    station.until(at(DAY + timedelta(5), 7 * 3600))
    station.asrun.file()
    assert station.asrun.days() == ["2026-11-23", "2026-11-22", "2026-11-21"]
    assert station.asrun.count(AiringQuery(outcomes=(Outcome.MISSED,))) == 3


def test_cut_off_between_items_is_power(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE), event("b", FIVE + 60)))
    station.pen.write(Kind.BOOT)
    station.play(day, "a")
    station.until(at(DAY, 6 * 3600))
    station.pen.write(Kind.BOOT)
    station.clock.advance(60)
    row = log_of(station)["b"]
    assert (row.outcome, row.reason) == (Outcome.MISSED, "power")


def test_switched_on_too_late_is_pc_off(station: Station) -> None:
    station.publish(plan(event("a", FIVE)))
    station.until(at(DAY, 7 * 3600))
    station.pen.write(Kind.BOOT)
    assert log_of(station)["a"].reason == "pc_off"


def test_a_program_that_ran_and_said_nothing_is_its_own_error(station: Station) -> None:
    station.publish(plan(event("a", FIVE)))
    station.pen.write(Kind.BOOT)
    station.until(at(DAY, 7 * 3600))
    station.pen.write(Kind.OPERATOR, action="stop_all")
    assert log_of(station)["a"].reason == "program_error"


def test_what_was_not_planned_is_unscheduled(station: Station) -> None:
    station.publish(plan(event("a", FIVE)))
    station.until(at(DAY, 9 * 3600))
    station.pen.write(Kind.START, title="Tin khẩn cấp về bão", kind="thong_bao", cut="c" * 64, frames=10 * RATE,
                      urgency="emergency")
    station.clock.advance(30)
    rows = log_of(station)
    found = rows["break_in:1"]
    assert (found.outcome, found.title, found.urgency) == (Outcome.UNSCHEDULED, "Tin khẩn cấp về bão", "emergency")
    assert rows["a"].outcome is Outcome.MISSED


def test_the_revision_air_used_counts(station: Station) -> None:
    used = station.publish(plan(event("a", FIVE), event("b", FIVE + 60)))
    station.play(used, "a")
    station.play(used, "b")
    station.publish(plan(event("x", FIVE), event("a", FIVE + 60), revision=2))
    rows = log_of(station)
    assert set(rows) == {"a", "b"}
    assert rows["b"].rundown == "2026-11-21.r1.json"


def test_a_change_in_mid_session_keeps_what_had_aired(station: Station) -> None:
    first = station.publish(plan(event("a", FIVE), event("b", FIVE + 60)))
    station.play(first, "a")
    second = station.publish(plan(event("c", FIVE + 60), revision=2))
    station.play(second, "c")
    assert set(log_of(station)) == {"a", "c"}


def test_an_altered_rundown_is_left_out(station: Station) -> None:
    station.publish(plan(event("a", FIVE)))
    station.publish(plan(event("z", FIVE), revision=2))
    path = station.home.rundowns / "2026-11-21.r2.json"
    path.write_text(path.read_text(encoding="utf-8").replace("Bản tin z", "Bản tin khác"), encoding="utf-8")
    assert set(log_of(station)) == {"a"}


def test_T17_strange_titles_survive(station: Station) -> None:
    title = "Tin \"khẩn\"\n'; DROP TABLE airing; -- 📢 " + "ộ" * 5000
    day = station.publish(plan(event("a", FIVE, title=title)))
    station.play(day, "a")
    assert log_of(station)["a"].title == title


def test_a_journal_without_the_newer_keys_is_still_read(station: Station) -> None:
    station.publish(plan(event("a", FIVE)))
    station.until(at(DAY, FIVE))
    station.pen.write(Kind.START, event_id="a")
    station.clock.advance(60)
    station.pen.write(Kind.END, event_id="a", position=60 * RATE)
    row = log_of(station)["a"]
    assert (row.outcome, row.title, row.approver) == (Outcome.AIRED, "Bản tin a", "Phó Chủ tịch")


def test_lines_of_an_evening_with_the_clock_set_back_belong_to_their_day(station: Station) -> None:
    day = station.publish(plan(event("a", 20 * 3600)))
    station.until(at(DAY + timedelta(1), 60))
    station.pen.write(Kind.BOOT)
    station.clock.step_wall(-4 * 3600 - 60)
    station.start(day, "a")
    station.end("a", 60)
    assert log_of(station)["a"].outcome is Outcome.AIRED


def test_the_next_item_committed_ahead_does_not_end_the_one_that_sounds(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE), event("b", FIVE + 60)))
    station.start(day, "a")
    station.beat("a", 54, wait=54)
    station.start(day, "b")
    assert {row.outcome for row in log_of(station).values()} == {Outcome.PENDING}


def test_begun_on_paper_but_never_heard_is_missed(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE), event("b", FIVE + 60)))
    station.start(day, "a")
    station.pen.write(Kind.END, event_id="a", frames=0, position=0, reason="operator", started_at="", ended_at="")
    station.start(day, "b")
    station.clock.advance(3600)
    station.pen.write(Kind.BOOT, down_reason="sleep")
    rows = log_of(station)
    assert [(row.outcome, row.reason, row.started_at) for row in rows.values()] == [
        (Outcome.MISSED, "operator", ""), (Outcome.MISSED, "sleep", "")]


def test_what_the_player_found_out_about_its_absence_counts(station: Station) -> None:
    station.publish(plan(event("a", FIVE)))
    station.pen.write(Kind.BOOT)
    station.until(at(DAY, 7 * 3600))
    station.pen.write(Kind.BOOT, down_reason="pc_off")
    assert log_of(station)["a"].reason == "pc_off"


def test_the_true_start_comes_from_the_first_beat(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE)))
    station.start(day, "a", starts="2026-11-21T05:00:01.000+07:00")
    assert log_of(station)["a"].started_at == "2026-11-21T05:00:01.000+07:00"
    station.clock.advance(2)
    station.pen.write(Kind.BEAT, event_id="a", position=48_000, started_at="2026-11-21T05:00:01.250+07:00")
    assert log_of(station)["a"].started_at == "2026-11-21T05:00:01.250+07:00"


def test_lines_of_another_day_s_plan_are_not_mixed_in(station: Station) -> None:
    today = station.publish(plan(event("a", FIVE)))
    station.play(today, "a")
    tomorrow = DAY + timedelta(1)
    station.publish(plan(event("a-next", FIVE, day=tomorrow), day=tomorrow))
    station.until(at(tomorrow, FIVE))
    station.pen.write(Kind.MISSED, event_id="a", day=tomorrow.isoformat(), reason="operator")
    assert log_of(station)["a"].outcome is Outcome.AIRED


def test_a_word_of_the_next_morning_mends_the_day_before(station: Station) -> None:
    """The player was down all day; on its return it says why, in lines of the next day."""
    day = station.publish(plan(event("a", FIVE)))
    station.pen.write(Kind.BOOT)
    station.clock.advance(3 * 3600)
    assert log_of(station)["a"].reason == "program_error"
    station.clock.advance(20 * 3600)
    station.pen.write(Kind.BOOT, down_reason="power")
    station.pen.write(Kind.MISSED, event_id="a", day=DAY.isoformat(), rundown=day.file_name(), reason="power",
                      session_id=day.sessions[0].id)
    assert log_of(station)["a"].reason == "power"


def test_days_that_are_none_stop_no_filing(station: Station) -> None:
    for word in ("morgen", "0001-01-01", "9999-99-99", "../../etc"):
        station.pen.write(Kind.MISSED, event_id="a", day=word, reason="power")
    assert station.asrun.file().new_lines == 4


def test_a_plan_published_after_the_day_had_a_row_of_something_else(station: Station) -> None:
    station.clock.advance(3600)
    station.pen.write(Kind.START, event_id="i1-1", session_id="insert-i1", insert="i1", kind="khan_cap", offset=0,
                      frames=5 * 48_000, title="Báo bão", rundown="", day="2026-11-21")
    station.asrun.file()
    station.publish(plan(event("a", 6 * 3600)))
    station.clock.advance(3 * 86_400)
    station.asrun.file()
    assert {row.id: row.outcome for row in station.asrun.airings(AiringQuery())}["a"] is Outcome.MISSED


def test_the_reason_of_a_day_down_is_known_with_the_next_start(station: Station) -> None:
    station.publish(plan(event("a", 20 * 3600)))
    station.pen.write(Kind.BOOT)
    last = station.pen.last
    assert last is not None
    station.clock.advance(20 * 3600)
    station.asrun.file()
    station.clock.advance(8 * 3600)
    station.pen.write(Kind.BOOT, down_reason="sleep", last_line_at=format_time(last.at))
    station.asrun.file()
    assert [row.reason for row in station.asrun.airings(AiringQuery())] == ["sleep"]
