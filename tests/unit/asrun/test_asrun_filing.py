"""Filing is incremental and repeatable, faults are found and told once, the log cannot be shortened unseen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from journal_day import Station, event, plan

from broadcaster.asrun.model import Airing, AiringQuery, Outcome
from broadcaster.asrun.service import AsRunService
from broadcaster.base.errors import NewerFormat, Refused
from broadcaster.protocol.journal import Kind
from broadcaster.protocol.verifier import GENESIS, canonical, link

FIVE = 5 * 3600
TODAY = "2026-11-21"


def journal(station: Station) -> Path:
    return station.home.asrun / f"{TODAY}.jsonl"


def a_morning(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE), event("b", FIVE + 60, kind="bai", title="Bài về đường nông thôn")))
    station.pen.write(Kind.BOOT)
    station.play(day, "a")
    station.play(day, "b")


def problems(station: Station) -> list[tuple[int, str]]:
    return [(fault.line, fault.problem) for fault in station.asrun.verify()]


def test_filing_again_files_nothing(station: Station) -> None:
    a_morning(station)
    assert station.asrun.file().new_lines == 5
    assert station.asrun.file().new_lines == 0
    station.pen.write(Kind.OPERATOR, action="stop_all")
    assert station.asrun.file().new_lines == 1
    assert station.asrun.verify() == []


def test_two_processes_may_file_the_same_lines(station: Station) -> None:
    a_morning(station)
    other = AsRunService(station.database, station.home, station.clock, bytes(range(32)))
    assert station.asrun.file().faults == other.file().faults == ()


def test_filing_runs_over_the_day_boundary(station: Station) -> None:
    a_morning(station)
    station.asrun.file()
    station.clock.advance(24 * 3600)
    station.pen.write(Kind.BOOT)
    filed = station.asrun.file()
    assert (filed.new_lines, filed.faults) == (1, ())
    assert station.asrun.verify() == []


def test_a_line_still_being_written_is_not_a_fault(station: Station) -> None:
    a_morning(station)
    raw = journal(station).read_bytes()
    journal(station).write_bytes(raw[:-10])
    filed = station.asrun.file()
    assert (filed.new_lines, filed.faults) == (4, ())
    journal(station).write_bytes(raw)
    assert station.asrun.file() .new_lines == 1
    assert station.asrun.verify() == []


def test_an_altered_line_is_reported_once_and_the_rest_is_filed(
        station: Station, caplog: pytest.LogCaptureFixture) -> None:
    a_morning(station)
    raw = journal(station).read_bytes()
    journal(station).write_bytes(raw.replace("đường nông thôn".encode(), "đường thành phố".encode(), 1))
    filed = station.asrun.file()
    assert filed.faults == (f"{TODAY}.jsonl:4 altered",)
    assert filed.new_lines == 4
    station.asrun.file()
    assert caplog.text.count("does not hold together") == 1


def test_a_filed_line_rewritten_with_a_fresh_chain_is_found(station: Station) -> None:
    a_morning(station)
    station.asrun.file()
    prev, made = GENESIS, []
    for raw in journal(station).read_bytes().splitlines():
        body = {key: value for key, value in json.loads(raw).items() if key not in {"hash", "prev"}}
        if body["seq"] == 2:
            body["data"]["title"] = "Một tin khác"
        linked = link(body, prev)
        prev = linked["hash"]
        made.append(canonical(linked) + b"\n")
    journal(station).write_bytes(b"".join(made))
    assert (2, "rewritten") in problems(station)
    assert f"{TODAY}.jsonl:2 rewritten" in station.asrun.file().faults
    assert station.asrun.airings(AiringQuery())[0].title == "Bản tin a", "the log keeps what was filed first"


def test_T38_filed_lines_cannot_vanish_unseen(station: Station) -> None:
    a_morning(station)
    station.asrun.file()
    whole = journal(station).read_bytes()
    journal(station).write_bytes(b"".join(whole.splitlines(keepends=True)[:3]))
    assert problems(station) == [(0, "missing")]
    assert station.asrun.file().faults == (f"{TODAY}.jsonl:0 missing",)
    journal(station).write_bytes(b"")
    assert problems(station) == [(0, "missing")]
    journal(station).unlink()
    assert problems(station) == [(0, "missing")]
    with pytest.raises(Refused, match="only witness"):
        station.asrun.refile()
    assert station.asrun.count(AiringQuery(outcomes=(Outcome.AIRED,))) == 2


def test_the_log_offers_no_way_to_delete_or_change_rows() -> None:
    words = [name for name in dir(AsRunService) if not name.startswith("_")]
    assert sorted(words) == ["airings", "altered", "count", "day_summary", "days", "file", "proof", "reconcile",
                             "refile", "self_test", "stored", "stream", "summary", "totals", "verify", "written_on"]


def test_the_filed_copy_can_be_made_anew(station: Station) -> None:
    a_morning(station)
    station.asrun.file()
    before = station.asrun.airings(AiringQuery())
    with station.database.write("journal_line") as c:
        c.exec_driver_sql("DELETE FROM journal_line")
        c.exec_driver_sql("DELETE FROM airing")
    assert station.asrun.refile().new_lines == 5
    assert station.asrun.airings(AiringQuery()) == before


def test_a_newer_journal_is_refused_not_misread(station: Station) -> None:
    station.pen.write(Kind.BOOT)
    assert station.pen.last is not None
    newer = link({"v": 2, "seq": 2, "at": "2026-11-21T04:00:00.000+07:00", "kind": "BOOT", "data": {}},
                 station.pen.last.hash)
    with journal(station).open("ab") as file:
        file.write(canonical(newer) + b"\n")
    with pytest.raises(NewerFormat):
        station.asrun.file()


def test_T16_the_log_says_what_the_journal_says_not_what_the_plan_said(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE), event("b", FIVE + 60)))
    station.pen.write(Kind.BOOT)
    station.clock.advance(75 * 60)
    station.play(day, "a", seconds=31)
    station.clock.advance(3600)
    rows = {row.id: row for row in (station.asrun.file(), station.asrun.airings(AiringQuery()))[1]}
    assert rows["a"].started_at == "2026-11-21T05:15:00.000+07:00"
    assert rows["a"].ended_at == "2026-11-21T05:15:31.000+07:00"
    assert rows["a"].aired_frames == 31 * 48_000
    assert rows["b"].outcome is Outcome.MISSED


def test_T27_list_stream_and_count_answer_the_same_question(station: Station) -> None:
    a_morning(station)
    station.asrun.file()
    for query in (AiringQuery(), AiringQuery(words="duong NONG thon"), AiringQuery(first_day="2026-11-22"),
                  AiringQuery(directive_id="d1", outcomes=(Outcome.AIRED,)), AiringQuery(words="1349 a%_'")):
        rows: list[Airing] = station.asrun.airings(query)
        assert list(station.asrun.stream(query)) == rows
        assert station.asrun.count(query) == len(rows)
    assert [row.id for row in station.asrun.airings(AiringQuery(words="đường nông"))] == ["b"]
    assert [row.id for row in station.asrun.airings(AiringQuery(), newest_first=True, limit=1)] == ["b"]


def test_totals_keep_items_apart_from_airings(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE), event("b", FIVE + 60, kind="bai"),
                               event("tune", FIVE + 120, kind="nhac_hieu", directive=None)))
    for name in ("a", "b", "tune"):
        station.play(day, name)
    station.asrun.file()
    found = station.asrun.totals(AiringQuery())
    assert (found.items, found.airings, found.seconds, found.sessions) == ({"tin": 1, "bai": 1}, 2, 120.0, 1)
    summary = station.asrun.day_summary(TODAY)
    assert (summary.planned, summary.aired, summary.missed, summary.seconds) == (3, 3, 0, 180.0)


def test_nothing_is_announced_when_nothing_changed(station: Station) -> None:
    a_morning(station)
    station.asrun.file()
    heard: list[frozenset[str]] = []
    station.database.changes.subscribe(heard.append)
    station.asrun.file()
    assert heard == []


def test_a_row_shows_the_lines_that_prove_it(station: Station) -> None:
    day = station.publish(plan(event("a", FIVE), event("b", FIVE + 60)))
    station.start(day, "a")
    station.beat("a", 2)
    station.start(day, "b")
    station.end("a", 58)
    station.asrun.file()
    row = station.asrun.airings(AiringQuery())[0]
    assert [(file, line.kind) for file, line in station.asrun.proof(row) if line.data["event_id"] == "a"] == [
        (f"{TODAY}.jsonl", Kind.START), (f"{TODAY}.jsonl", Kind.BEAT), (f"{TODAY}.jsonl", Kind.END)]
    assert station.asrun.summary(AiringQuery(first_day=TODAY)).planned == 2
