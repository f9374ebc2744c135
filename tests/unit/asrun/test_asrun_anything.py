"""Whatever the journal says, in whatever order: one row for each planned event, and filing again changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from journal_day import DAY, event, plan

from broadcaster.asrun.model import SOUNDED, Outcome
from broadcaster.asrun.reconcile import reconcile
from broadcaster.asrun.totals import day_summary, totals
from broadcaster.base.clock import at, parse_time
from broadcaster.base.frames import RATE
from broadcaster.protocol.journal import Kind, Line, Reason

FIVE = 5 * 3600
PLANNED = ("a", "b", "c")
JUNK: Any = st.one_of(st.none(), st.integers(-5, 10**9), st.floats(), st.text(max_size=5), st.lists(st.integers()),
                      st.dictionaries(st.text(max_size=3), st.integers(), max_size=2), st.booleans())
NUMBERS = st.one_of(st.integers(0, 70).map(lambda second: second * RATE), JUNK)

facts = st.fixed_dictionaries({}, optional={
    "event_id": st.sampled_from([*PLANNED, "x", "i1-1"]), "zone": st.sampled_from(["", "A", "B"]),
    "insert": st.sampled_from(["i1"]), "session_id": st.sampled_from([f"{DAY}.sang", "insert-i1-1", ""]),
    "day": st.sampled_from([str(DAY), "2026-11-22", ""]), "offset": NUMBERS, "frames": NUMBERS, "position": NUMBERS,
    "reason": st.one_of(st.sampled_from([str(reason) for reason in Reason]), JUNK),
    "kind": st.sampled_from(["khan_cap", "tin"]),
    "started_at": st.one_of(st.just("2026-11-21T05:00:00.000+07:00"), JUNK), "ended_at": JUNK, "title": JUNK,
    "verdict": st.sampled_from(["heard", "silent", "?"]), "score": JUNK, "start_seq": JUNK, "made_up_from": JUNK,
    "resumed_from": JUNK, "by": JUNK, "recording": JUNK, "zones": JUNK, "events": JUNK, "refused": JUNK, "name": JUNK,
    "rundown": st.sampled_from([f"{DAY}.r1.json", "", "?"]), "planned_start": JUNK, "approval": JUNK,
    "directive": JUNK})


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(list(Kind)), st.integers(0, 900), facts), max_size=25), st.booleans(),
       st.integers(0, 24))
def test_one_row_for_each_planned_event(written: list[tuple[Kind, int, dict[str, Any]]], zoned: bool,
                                        hour: int) -> None:
    day = plan(*(event(name, FIVE + 60 * index) for index, name in enumerate(PLANNED)))
    if zoned:
        day = replace(day, sessions=tuple(replace(item, zones=("A", "C")) for item in day.sessions))
    lines = [Line(seq, at(DAY, FIVE + second), kind, data, "")
             for seq, (kind, second, data) in enumerate(sorted(written, key=lambda item: item[1]), start=1)]
    now = at(DAY, 0) + timedelta(hours=hour)
    rows = reconcile(DAY, [day], lines, now)
    ids = [row.id for row in rows]
    assert sorted(name for name in ids if name in PLANNED) == list(PLANNED)
    assert len(set(ids)) == len(ids)
    for row in rows:
        assert row.aired_frames >= 0
        assert all(parse_time(text) for text in (row.planned_start, row.started_at, row.ended_at) if text)
        assert row.reason == "" or row.outcome not in {Outcome.AIRED, Outcome.MADE_UP}
        assert bool(row.started_at) or row.outcome not in SOUNDED or row.insert_id == ""
    assert rows == reconcile(DAY, [day], lines, now)
    sums = totals(rows)
    assert sums.planned >= sums.missed
    assert day_summary(str(DAY), rows).planned <= len(rows)
