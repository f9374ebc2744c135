"""One event on several lines: counted once, told apart zone by zone; verdicts; made up; plans that were altered."""

from __future__ import annotations

import zlib
from dataclasses import replace
from datetime import timedelta
from typing import Any

from journal_day import DAY, Station, event, plan

from broadcaster.asrun.model import Airing, AiringQuery, Outcome
from broadcaster.base.clock import at
from broadcaster.base.frames import RATE
from broadcaster.db.schema import published_plan
from broadcaster.protocol.journal import Kind, Line
from broadcaster.protocol.rundown import CutRef, Relay, Rundown

FIVE = 5 * 3600
A, B = "Thôn Đông", "Thôn Tây"


def rows_of(station: Station) -> dict[str, Airing]:
    station.asrun.file()
    return {row.id: row for row in station.asrun.airings(AiringQuery(first_day=str(DAY), last_day=str(DAY)))}


def for_zones(rundown: Rundown, *zones: str) -> Rundown:
    return replace(rundown, sessions=tuple(replace(session, zones=zones) for session in rundown.sessions))


def both(station: Station, day: Rundown, name: str, seconds: dict[str, float], **reasons: str) -> None:
    """Starts on all lines together, ends on each after its own time, as the player writes it."""
    for zone in seconds:
        station.start(day, name, zone=zone)
    for zone, length in sorted(seconds.items(), key=lambda item: item[1]):
        frames = round(length * RATE)
        station.pen.write(Kind.END, event_id=name, zone=zone, frames=frames, position=frames,
                          reason=reasons.get(zone, ""))
    station.clock.advance(max(seconds.values()))


def told(row: Airing) -> list[tuple[str, Outcome, int]]:
    return [(each.zone, each.outcome, each.aired_frames // RATE) for each in row.by_zone]


def test_whole_in_both_zones_is_one_airing(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE)))
    both(station, day, "a", {A: 60, B: 60})
    row = rows_of(station)["a"]
    assert (row.outcome, row.aired_frames) == (Outcome.AIRED, 60 * RATE)
    assert told(row) == [(A, Outcome.AIRED, 60), (B, Outcome.AIRED, 60)]
    sums = station.asrun.totals(AiringQuery())
    assert (sums.airings, sums.seconds, sums.items) == (1, 60.0, {"tin": 1})


def test_less_in_one_zone_is_partly_and_as_long_as_the_longest(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE), event("b", FIVE + 60)))
    both(station, day, "a", {A: 60, B: 20}, **{B: "device_lost"})
    station.start(day, "b", zone=A)
    station.pen.write(Kind.MISSED, event_id="b", session_id=day.sessions[0].id, zone=B, reason="device_lost")
    station.end("b", 60, zone=A)
    rows = rows_of(station)
    assert (rows["a"].outcome, rows["a"].reason, rows["a"].aired_frames) == (Outcome.PARTIAL, "device_lost", 60 * RATE)
    assert (rows["b"].outcome, rows["b"].reason) == (Outcome.PARTIAL, "device_lost")
    assert told(rows["b"]) == [(A, Outcome.AIRED, 60), (B, Outcome.MISSED, 0)]
    assert len(station.asrun.airings(AiringQuery(zone=A))) == 2
    assert station.asrun.airings(AiringQuery(zone="Thôn Nam")) == []


def test_a_named_zone_nobody_heard_of_is_missing(station: Station) -> None:
    day = station.publish(for_zones(plan(event("a", FIVE)), A, B))
    station.pen.write(Kind.BOOT)
    station.start(day, "a", zone=A)
    station.end("a", 60, zone=A)
    station.until(at(DAY, 7 * 3600))
    station.pen.write(Kind.OPERATOR, action="resume")
    row = rows_of(station)["a"]
    assert (row.outcome, row.reason) == (Outcome.PARTIAL, "program_error")
    assert told(row) == [(A, Outcome.AIRED, 60), (B, Outcome.MISSED, 0)]


def test_a_zone_that_is_not_meant_is_not_waited_for(station: Station) -> None:
    here = station.publish(for_zones(plan(event("a", FIVE)), A))
    both(station, here, "a", {A: 60})
    station.pen.write(Kind.DEVICE, zone=B, state="lost")
    assert told(rows_of(station)["a"]) == [(A, Outcome.AIRED, 60)]


def test_missed_everywhere_is_missed(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE)))
    station.until(at(DAY, FIVE))
    for zone in (A, B):
        station.pen.write(Kind.MISSED, event_id="a", session_id=day.sessions[0].id, zone=zone, reason="file_missing")
    row = rows_of(station)["a"]
    assert (row.outcome, row.reason, row.aired_frames) == (Outcome.MISSED, "file_missing", 0)


def test_still_sounding_in_one_zone_is_pending(station: Station) -> None:
    """BEATs of two lines alternate: the last of each is kept."""
    day = station.publish(plan(event("a", FIVE)))
    for zone in (A, B):
        station.start(day, "a", zone=zone)
    for second in range(2, 30, 2):
        station.clock.advance(2)
        for zone in (A, B):
            station.pen.write(Kind.BEAT, event_id="a", zone=zone, position=second * RATE)
    row = rows_of(station)["a"]
    assert row.outcome is Outcome.PENDING
    assert told(row) == [(A, Outcome.PENDING, 28), (B, Outcome.PENDING, 28)]


def test_a_part_whose_end_was_lost_is_known_by_its_own_beats(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE)))
    for offset, until, last in ((0, 20, False), (40, 60, True)):
        station.start(day, "a", offset=offset * RATE, **({"resumed_from": 1} if offset else {}))
        begun = station.pen.last
        assert begun is not None
        for second in range(offset + 2, until + 1, 2):
            station.clock.advance(2)
            station.pen.write(Kind.BEAT, event_id="a", start_seq=begun.seq, position=second * RATE)
        station.pen.write(*((Kind.END,) if last else (Kind.BOOT,)), **({"event_id": "a", "frames": 20 * RATE}
                                                                    if last else {}))
    row = rows_of(station)["a"]
    assert (row.outcome, row.reason, row.aired_frames) == (Outcome.PARTIAL, "program_error", 40 * RATE)


def verdict(station: Station, name: str, word: str, score: float = 0.9, **more: Any) -> Line:
    return station.pen.write(Kind.VERDICT, event_id=name, verdict=word, score=score, **more)


def test_a_verdict_comes_after_the_end_and_changes_only_what_is_known(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE), event("b", FIVE + 60)))
    station.play(day, "a")
    before = rows_of(station)["a"]
    line = verdict(station, "a", "heard", 0.87321)
    station.play(day, "b")
    verdict(station, "b", "not_heard", 0.1)
    rows = rows_of(station)
    assert (before.verification, before.score) == ("sent", None)
    assert rows["a"] == replace(before, verification="heard", score=0.873, last_seq=line.seq)
    assert rows["b"].verification == "not_heard"
    assert [entry.kind for _, entry in station.asrun.proof(rows["a"])] == [Kind.START, Kind.END, Kind.VERDICT]
    assert station.asrun.totals(AiringQuery()).verification == {"heard": 1, "not_heard": 1}
    assert station.asrun.verify() == []


def test_of_several_zones_the_worst_is_shown(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE)))
    both(station, day, "a", {A: 60, B: 60})
    verdict(station, "a", "heard", 0.9, zone=A)
    verdict(station, "a", "silent", 0.0, zone=B)
    row = rows_of(station)["a"]
    assert (row.outcome, row.verification, row.score) == (Outcome.AIRED, "silent", 0.0)
    assert [(each.zone, each.verification) for each in row.by_zone] == [(A, "heard"), (B, "silent")]


def test_a_part_too_short_to_recognise_spoils_no_verdict(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE)))
    station.start(day, "a")
    first = station.pen.last
    assert first is not None
    station.end("a", 2, "preempted")
    station.start(day, "a", offset=2 * RATE, resumed_from=first.seq)
    station.end("a", 58, offset=2 * RATE)
    verdict(station, "a", "heard")
    verdict(station, "a", "sent", 0, start_seq=first.seq)
    assert rows_of(station)["a"].verification == "heard"
    verdict(station, "a", "gibberish", 0, start_seq=first.seq)
    assert rows_of(station)["a"].verification == "heard"


def test_a_restarted_item_says_so(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE)))
    station.start(day, "a")
    station.end("a", 20, "preempted")
    station.start(day, "a")
    station.end("a", 60)
    row = rows_of(station)["a"]
    assert (row.outcome, row.reason, row.note, row.aired_frames) == (Outcome.AIRED, "", "restarted", 60 * RATE)


def made_up_day(station: Station) -> Rundown:
    morning = plan(replace(event("a", FIVE), make_up=f"{DAY}.chieu"))
    later = plan(event("b", 17 * 3600), session="chieu")
    day = station.publish(replace(morning, sessions=(*morning.sessions, *later.sessions)))
    station.until(at(DAY, FIVE))
    station.pen.write(Kind.MISSED, event_id="a", session_id=f"{DAY}.sang", reason="power", day=str(DAY))
    return day


def test_what_was_missed_is_made_up_later(station: Station) -> None:
    day = made_up_day(station)
    assert (rows_of(station)["a"].outcome, rows_of(station)["a"].note) == (Outcome.MISSED, "make_up_due")
    station.play(day, "b")
    station.until(at(DAY, 17 * 3600 + 120))
    station.start(day, "a", made_up_from=f"{DAY}.sang")
    station.end("a", 60)
    row = rows_of(station)["a"]
    assert (row.outcome, row.note, row.reason, row.session_name) == (Outcome.MADE_UP, "made_up", "", "Buổi sáng")
    assert row.started_at.startswith(f"{DAY}T17:02")
    assert (station.asrun.totals(AiringQuery()).made_up, station.asrun.day_summary(DAY).aired) == (1, 2)


def test_made_up_in_part_is_partly(station: Station) -> None:
    day = made_up_day(station)
    station.until(at(DAY, 17 * 3600 + 120))
    station.start(day, "a", made_up_from=f"{DAY}.sang")
    station.end("a", 10, "overrun")
    row = rows_of(station)["a"]
    assert (row.outcome, row.reason, row.note) == (Outcome.PARTIAL, "overrun", "made_up")


def test_never_made_up_stays_missed(station: Station) -> None:
    made_up_day(station)
    station.until(at(DAY, 18 * 3600))
    assert (rows_of(station)["a"].outcome, rows_of(station)["a"].note) == (Outcome.MISSED, "")


def test_a_file_handed_over_counts_as_sent(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE), event("b", FIVE + 60)))
    station.pen.write(Kind.DELIVERED, session_id=day.sessions[0].id, day=str(DAY), zone=B, name="0500.mp3")
    station.pen.write(Kind.MISSED, event_id="b", session_id=day.sessions[0].id, zone=B, reason="not_approved")
    assert rows_of(station)["a"].outcome is Outcome.PENDING
    station.until(at(DAY, FIVE + 60))
    rows = rows_of(station)
    assert (rows["a"].outcome, rows["a"].verification, rows["a"].note) == (Outcome.AIRED, "sent", "delivered")
    assert rows["a"].started_at == rows["a"].planned_start
    assert (rows["b"].outcome, rows["b"].reason) == (Outcome.MISSED, "not_approved")


def test_the_same_event_heard_and_handed_over(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE)))
    station.pen.write(Kind.DELIVERED, session_id=day.sessions[0].id, day=str(DAY), zone=B, name="0500.mp3",
                      events=["a"])
    both(station, day, "a", {A: 60})
    verdict(station, "a", "heard", zone=A)
    row = rows_of(station)["a"]
    assert (row.outcome, row.verification) == (Outcome.AIRED, "sent")
    assert {each.zone: each.verification for each in row.by_zone} == {A: "heard", B: "sent"}


def test_a_delivery_names_what_it_left_out_and_why(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE), event("b", FIVE + 60), event("c", FIVE + 120)))
    facts = {"session_id": day.sessions[0].id, "day": str(DAY), "zone": B, "events": ["a"]}
    station.pen.write(Kind.DELIVERED, **facts, refused={"b": "file_altered", "c": "gremlins"}, name="0500.mp3")
    station.pen.write(Kind.DELIVERED, **facts, problem="the disk is full")
    station.until(at(DAY, FIVE + 3600))
    assert [(row.outcome, row.reason) for row in rows_of(station).values()] == [
        (Outcome.AIRED, ""), (Outcome.MISSED, "file_altered"), (Outcome.MISSED, "program_error")]


def test_a_delivery_that_failed_is_missed(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE)))
    station.pen.write(Kind.DELIVERED, session_id=day.sessions[0].id, day=str(DAY), zone=B, events=["a"],
                      problem="ổ đĩa đầy")
    station.until(at(DAY, FIVE + 60))
    row = rows_of(station)["a"]
    assert (row.outcome, row.reason, row.note) == (Outcome.MISSED, "program_error", "ổ đĩa đầy")


def test_a_planned_relay_is_another_stations_time(station: Station) -> None:
    source = Relay("stream", "http://127.0.0.1:8000/dai-tinh")
    relayed = replace(event("a", FIVE, kind="chuyen_muc"), cut=CutRef(source.digest(), 60 * RATE), relay=source)
    day = station.publish(plan(relayed, event("b", FIVE + 60)))
    for name in "ab":
        station.play(day, name)
    rows = rows_of(station)
    assert (rows["a"].is_relay, rows["b"].is_relay, rows["a"].outcome) == (True, False, Outcome.AIRED)
    sums = station.asrun.totals(AiringQuery())
    assert (sums.seconds, sums.relay_seconds) == (120.0, 60.0)


def keep_copy(station: Station, rundown: Rundown) -> None:
    raw = (station.home.rundowns / rundown.file_name()).read_bytes()
    with station.database.write("published_plan") as c:
        c.execute(published_plan.insert().values(name=rundown.file_name(), day=str(rundown.day),
                                                 body=zlib.compress(raw)))


def test_an_altered_plan_still_has_its_rows(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE), event("b", FIVE + 60)))
    keep_copy(station, day)
    path = station.home.rundowns / day.file_name()
    path.write_text(path.read_text(encoding="utf-8").replace("Bản tin a", "Bản tin khác"), encoding="utf-8")
    station.pen.write(Kind.BOOT)
    station.pen.write(Kind.SEAL, what="rundown", name=day.file_name(), problem="altered")
    station.until(at(DAY, 9 * 3600))
    rows = rows_of(station)
    assert {(row.title, row.outcome, row.reason) for row in rows.values()} == {
        (f"Bản tin {name}", Outcome.MISSED, "plan_altered") for name in "ab"}
    path.unlink()
    assert rows_of(station) == rows, "nor does it help to take the file away"


def test_without_plan_and_copy_the_journal_itself_tells(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE), event("b", FIVE + 60)))
    station.play(day, "a")
    station.pen.write(Kind.MISSED, event_id="b", session_id=day.sessions[0].id, session_name="Buổi sáng", day=str(DAY),
                      title="Bản tin b", kind="tin", frames=60 * RATE, reason="plan_altered", rundown=day.file_name(),
                      planned_start=f"{DAY}T05:01:00.000+07:00")
    (station.home.rundowns / day.file_name()).unlink()
    rows = rows_of(station)
    assert (rows["a"].outcome, rows["a"].session_name) == (Outcome.AIRED, "Buổi sáng")
    assert (rows["b"].outcome, rows["b"].reason, rows["b"].title) == (Outcome.MISSED, "plan_altered", "Bản tin b")
    assert station.asrun.totals(AiringQuery()).planned == 2


def test_a_copy_that_is_no_plan_stops_nothing(station: Station) -> None:
    station.publish(plan(event("a", FIVE)))
    with station.database.write("published_plan") as c:
        for number, body in enumerate((b"", b"\xff" * 90, zlib.compress(b"{}"))):
            c.execute(published_plan.insert().values(name=f"{DAY}.r{number + 2}.json", day=str(DAY), body=body))
    station.until(at(DAY + timedelta(1), 0))
    assert set(rows_of(station)) == {"a"}
