"""What a person says afterwards stands beside the log, counts, and never changes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from journal_day import DAY, Station, event, plan
from sqlalchemy import delete, select

from broadcaster.asrun import correction_store, store
from broadcaster.asrun.corrections import CorrectionService
from broadcaster.asrun.model import Airing, AiringQuery, Correction, Outcome
from broadcaster.base.clock import at
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.db import trail
from broadcaster.db.schema import audit, correction
from broadcaster.protocol.journal import Kind

MORNING = 5 * 3600
BY = "Cán bộ truyền thanh"
ALL = AiringQuery(DAY.isoformat(), DAY.isoformat())
TOLD = (Outcome.AIRED, Outcome.PARTIAL, Outcome.MISSED, Outcome.MADE_UP)
_BARE = Airing("e", DAY.isoformat(), "sang", "Buổi sáng", "Tin", "tin", "routine", "2026-11-21T05:00:00.000+07:00", 0,
               "", "", 0, Outcome.AIRED, "", "", "", ("all",), "a" * 64, "", "", "", "", "", "", "", "", False, "r1", 1,
               2)


@pytest.fixture
def told(station: Station) -> CorrectionService:
    """A day with one item that aired, one of which nothing is known, and one of tomorrow."""
    rundown = station.publish(plan(event("a", MORNING), event("b", MORNING + 60)))
    station.publish(plan(event("c", MORNING, day=DAY + timedelta(1)), day=DAY + timedelta(1)))
    station.play(rundown, "a")
    station.until(at(DAY, 8 * 3600))
    station.pen.write(Kind.BOOT)
    station.asrun.file()
    return CorrectionService(station.database, station.clock, station.asrun)


def row(station: Station, name: str) -> Any:
    return next(row for row in station.asrun.airings(AiringQuery()) if row.id == name)


def test_a_correction_counts_and_the_row_stays(station: Station, told: CorrectionService) -> None:
    before = station.asrun.totals(ALL)
    assert (before.airings, before.missed, before.corrected) == (1, 1, 0)
    bare = row(station, "b")
    told.add("b", Outcome.AIRED, "", "Phát bằng máy dự phòng", BY)
    now = row(station, "b")
    assert (now.outcome, now.counted.outcome, now.counted.aired_frames) == (Outcome.MISSED, Outcome.AIRED, 60 * RATE)
    assert now.corrected
    assert now.counted.note == "Phát bằng máy dự phòng"
    after = station.asrun.totals(ALL)
    assert (after.airings, after.missed, after.planned, after.corrected) == (2, 0, before.planned, 1)
    assert after.seconds == before.seconds + 60
    summary = station.asrun.summary(ALL)
    assert (summary.planned, summary.aired, summary.missed) == (2, 2, 0)
    assert summary == station.asrun.day_summary(DAY)
    # Filing again compares what the journal proves, and takes no correction away.
    assert station.asrun.reconcile(DAY)[1] == bare
    assert row(station, "b") == now


def test_outcomes_are_asked_for_as_they_count(station: Station, told: CorrectionService) -> None:
    told.add("a", Outcome.MISSED, "device_lost", "Loa không kêu, bà con báo", BY)
    missed = AiringQuery(DAY.isoformat(), DAY.isoformat(), outcomes=(Outcome.MISSED,))
    assert {item.id for item in station.asrun.airings(missed)} == {"a", "b"}
    assert station.asrun.count(missed) == 2
    assert station.asrun.count(AiringQuery(outcomes=(Outcome.AIRED,))) == 0
    assert station.asrun.totals(ALL).missed_by_reason["device_lost"] == 1
    assert station.asrun.totals(ALL).seconds == 0


def test_the_newest_word_counts_also_with_the_clock_set_back(station: Station, told: CorrectionService) -> None:
    told.add("a", Outcome.MISSED, "power", "Mất điện cả thôn", BY)
    station.clock.step_wall(-600)
    told.add("a", Outcome.PARTIAL, "power", "Chỉ phát được nửa đầu", BY)
    assert row(station, "a").counted.outcome is Outcome.PARTIAL
    told.take_back("a", "Nghe lại bản ghi: phát đủ", BY)
    assert row(station, "a").counted.outcome is Outcome.AIRED
    assert not row(station, "a").corrected
    assert [item.outcome for item in told.of("a")] == [Outcome.MISSED, Outcome.PARTIAL, None]
    assert station.asrun.totals(ALL).corrected == 0
    assert told.airing("a") == row(station, "a")


def test_it_is_on_the_trail(station: Station, told: CorrectionService) -> None:
    told.add("b", None, "operator", "Chủ tịch yêu cầu dừng để họp", BY)
    act = next(item for item in _acts(station) if item["action"] == "log.correct")
    assert (act["person"], act["subject"], act["detail"]["reason"]) == (BY, "airing:b", "operator")
    assert act["detail"]["outcome_before"] == "missed"
    with station.database.read() as c:
        assert list(trail.verify(c)) == []


@pytest.mark.parametrize(("name", "outcome", "reason", "note", "code"), [
    ("x", "aired", "", "ghi chú", "airing.unknown"),
    ("c", "aired", "", "ghi chú", "correction.pending"),
    ("a", "missed", "power", " \u200b ", "correction.note"),
    ("a", "missed", "trời mưa", "ghi chú", "correction.reason"),
    ("a", "missed", "", "ghi chú", "correction.reason"),
    ("a", "pending", "", "ghi chú", "correction.outcome"),
    ("a", "unscheduled", "", "ghi chú", "correction.outcome"),
    ("a", "đã phát", "", "ghi chú", "correction.outcome"),
])
def test_refusals(station: Station, told: CorrectionService, name: str, outcome: str, reason: str, note: str,
                  code: str) -> None:
    station.asrun.reconcile(DAY + timedelta(1))
    with pytest.raises(Refused) as refused:
        told.add(name, outcome, reason, note, BY)
    assert refused.value.code == code
    assert told.list() == []


def test_nobody_repeats_themselves_and_nobody_is_nameless(station: Station, told: CorrectionService) -> None:
    told.add("b", "aired", "", "Phát bằng máy dự phòng", BY)
    with pytest.raises(Refused, match="said before"):
        told.add("b", "aired", "", "Phát bằng máy dự phòng", "Phó Chủ tịch")
    with pytest.raises(Refused) as refused:
        told.add("b", "missed", "power", "Mất điện", " ")
    assert refused.value.code == "correction.name"
    assert len(told.list(DAY.isoformat(), DAY.isoformat())) == 1
    assert told.list("2026-11-22") == []


def test_a_clock_set_back_before_the_airing(station: Station, told: CorrectionService) -> None:
    station.clock.step_wall(-86400)
    with pytest.raises(Refused) as refused:
        told.add("a", "missed", "power", "Mất điện", BY)
    assert refused.value.code == "correction.future"


_SAID = st.tuples(st.sampled_from([None, *TOLD]), st.sampled_from(["", "power", "device_lost"]))
_ROW = st.tuples(st.sampled_from([item for item in Outcome if item is not Outcome.PENDING]), st.booleans(),
                 st.integers(0, 3), st.integers(0, 3), st.lists(_SAID, max_size=3))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_ROW, min_size=1, max_size=6))
def test_the_database_counts_as_the_rows_do(station: Station, drawn: list[Any]) -> None:
    rows, said = [], []
    for number, (outcome, insert, planned, aired, words) in enumerate(drawn):
        rows.append(replace(_BARE, id=f"e{number}", outcome=outcome, insert_id="insert-1" if insert else "",
                            planned_frames=planned * RATE, aired_frames=aired * RATE))
        said += [Correction(f"{number}-{place}", f"e{number}", DAY.isoformat(), outcome, reason, "n", BY,
                            f"2026-11-22T06:00:0{place}.000+07:00") for place, (outcome, reason) in enumerate(words)]
    with station.database.write() as c:
        c.execute(delete(correction))
        store.replace_airings(c, DAY.isoformat(), rows)
        for each in said:
            correction_store.add(c, each)
    shown = station.asrun.airings(ALL)
    newest = {each.airing_id: each for each in said}
    assert {row.id: row.correction for row in shown} == {row.id: newest.get(row.id) for row in rows}
    assert station.asrun.summary(ALL) == station.asrun.day_summary(DAY)
    for outcome in Outcome:
        asked = AiringQuery(DAY.isoformat(), DAY.isoformat(), outcomes=(outcome,))
        assert [row.id for row in station.asrun.airings(asked)] == [
            row.id for row in shown if row.counted.outcome is outcome]
        assert station.asrun.count(asked) == len(station.asrun.airings(asked))
    assert all(row.counted.counted == row.counted for row in shown)


def _acts(station: Station) -> list[dict[str, Any]]:
    with station.database.read() as c:
        return [dict(row._mapping) for row in c.execute(select(audit))]
