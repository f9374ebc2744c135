"""The coming days of a real station, played ahead by the real planner and the real player."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from forecast_station import DAY, Station, usual

from broadcaster.air.simulate import simulate
from broadcaster.asrun.model import AiringQuery, Outcome
from broadcaster.base.clock import STATION_ZONE, VirtualClock, parse_time
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, ZoneSection, save_settings
from broadcaster.forecast.model import Finding, Forecast, Level
from broadcaster.forecast.run import midnight
from broadcaster.forecast.service import forecast
from broadcaster.forecast.told import to_json
from broadcaster.wiring import build_app

TITLE = "Thu gom rác thải"


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> Iterator[Station]:
    """One for all: a forecast writes nothing to it."""
    place = StationHome(tmp_path_factory.mktemp("forecast") / "trạm mẫu")
    place.create()
    shutil.copyfile(migrated_file, place.database)
    made = usual(place, place.root.parent)
    yield made
    made.close()


def told(station: Station, *faults: str, days: int = 2, first: date | None = None) -> Forecast:
    return forecast(station.app, days, first, faults)


def codes(answer: Forecast, level: Level | None = None) -> list[str]:
    return [finding.code for finding in answer.findings if level in {None, finding.level}]


def one(answer: Forecast, code: str) -> Finding:
    found = [finding for finding in answer.findings if finding.code == code]
    assert found, codes(answer)
    return found[0]


def test_calm_days_air_everything_on_its_second(station: Station) -> None:
    answer = told(station, days=3)
    assert codes(answer, Level.BREAK) == codes(answer, Level.LOSS) == []
    rows = [row for day in answer.days for row in day.airings]
    assert len(answer.days) == 3
    assert {row.outcome for row in rows} == {Outcome.AIRED}
    assert sum(bool(row.campaign) for row in rows) == 3 * 3 * 2
    for row in rows:
        late = parse_time(row.started_at) - parse_time(row.planned_start)
        assert abs(late) <= timedelta(milliseconds=2), row
    assert all(day.sessions[0].first_sound == day.sessions[0].starts_at for day in answer.days)
    assert all(not day.gaps for day in answer.days)


def test_the_same_question_has_the_same_answer(station: Station) -> None:
    faults = ("power:05:01+3m", f"missing:{TITLE}@2", "clock:+20m@2")
    assert to_json(told(station, *faults)) == to_json(told(station, *faults))


def test_nothing_of_the_station_is_touched(station: Station) -> None:
    before = _state(station.home.root)
    told(station, "power:05:01+3m", f"missing:{TITLE}")
    assert _state(station.home.root) == before
    assert not list(station.home.asrun.iterdir())


def _state(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Everything but the database's own lock files."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("station.db-")]
    found = {path: path.stat() for path in files}
    return {str(path): (state.st_size, state.st_mtime_ns, state.st_ctime_ns) for path, state in found.items()}


def test_after_a_power_cut_it_goes_on_where_it_was(station: Station) -> None:
    answer = told(station, "power:05:01+3m", days=1)
    gap = one(answer, "gap")
    assert gap.facts["reason"] == ""  # nothing was lost, it only came later
    assert float(str(gap.facts["seconds"])) == pytest.approx(180, abs=6)
    late = one(answer, "late")
    assert float(str(late.facts["seconds"])) == pytest.approx(180, abs=6)
    assert {row.outcome for row in answer.days[0].airings} <= {Outcome.AIRED, Outcome.PARTIAL}
    assert "campaign_short" not in codes(answer)


def test_a_session_without_power_is_silent(station: Station) -> None:
    answer = told(station, "power:04:30+3h", days=2)
    silent = one(answer, "session_silent")
    assert (silent.day, silent.facts["reason"], silent.facts["name"]) == (str(DAY), "power", "Buổi sáng")
    assert "not_aired" not in codes(answer)  # said once, for the session
    short = one(answer, "campaign_short").facts
    assert (short["asked"], short["lacking"], short["days"]) == (4, 1, [str(DAY)])


def test_a_missing_file_costs_its_own_item_only(station: Station) -> None:
    answer = told(station, f"missing:{TITLE.lower()}@2", days=3)
    lost = one(answer, "not_aired")
    assert (lost.day, lost.facts["title"], lost.facts["reason"], lost.facts["count"]) == \
        (str(DAY + timedelta(1)), TITLE, "file_missing", 2)
    assert codes(answer).count("not_aired") == 1
    others = [row for day in answer.days for row in day.airings if row.title != TITLE]
    assert {row.outcome for row in others} == {Outcome.AIRED}
    assert one(answer, "campaign_short").facts["lacking"] == 2


def test_a_clock_set_back_is_told_in_true_time(station: Station) -> None:
    answer = told(station, "clock:12:00-5h", days=2)
    off = one(answer, "clock_off")
    assert off.facts["seconds"] == -5 * 3600
    broken = [finding for finding in answer.findings if finding.code == "quiet_hours"]
    assert broken  # its clock says 17:00, and it is ten at night
    assert {finding.level for finding in broken} == {Level.BREAK}
    assert all(str(finding.facts["at"])[11:13] == "22" for finding in broken)
    evening = answer.days[0].sessions[1]
    assert evening.first_sound == evening.starts_at + timedelta(hours=5)
    assert answer.days[1].sessions[0].first_sound == answer.days[1].sessions[0].starts_at  # put right at midnight


def test_a_clock_moved_at_no_given_time_is_moved_in_the_first_session(station: Station) -> None:
    answer = told(station, "clock:-1h@2")
    assert answer.faults[0].at is not None
    assert answer.faults[0].at.isoformat() == "05:05:00"


def test_without_the_keeper_two_weeks_lie_ready(station: Station) -> None:
    answer = told(station, "keeper@1", days=14)
    bare = [finding.day for finding in answer.findings if finding.code == "no_plan"]
    assert bare == [str(DAY + timedelta(days=13))]
    assert all(day.sessions[0].first_sound for day in answer.days[:13])
    assert not any(session.first_sound for day in answer.days[13:] for session in day.sessions)


def test_sessions_that_have_begun_are_no_forecast(station: Station) -> None:
    later = VirtualClock(datetime(2026, 11, 21, 6, 0, tzinfo=STATION_ZONE))
    app = build_app(station.home, later)
    try:
        answer = forecast(app, 1)
    finally:
        app.close()
    assert [session.name for session in answer.days[0].sessions] == ["Buổi chiều"]
    assert "campaign_short" not in codes(answer)


def test_an_altered_sound_is_found_before_it_fails(station: Station, tmp_path: Path) -> None:
    home = StationHome(tmp_path / "bản sao")
    shutil.copytree(station.home.root, home.root)
    app = build_app(home, VirtualClock(station.clock.now()))
    try:
        row = next(row for row in forecast(app, 1).days[0].airings if row.title == TITLE)
        path = home.audio(row.cut_sha256)
        path.write_bytes(path.read_bytes()[:-1] + b"?")
        answer = forecast(app, 3)
    finally:
        app.close()
    lost = one(answer, "not_aired").facts
    assert (lost["reason"], lost["count"]) == ("file_altered", 6)
    assert lost["days"] == [str(DAY + timedelta(days=n)) for n in range(3)]  # said once for all days


def test_a_forecast_comes_true(station: Station, tmp_path: Path) -> None:
    """The same morning, published and played with every sample decoded, as the log tells it."""
    home = StationHome(tmp_path / "bản sao")
    shutil.copytree(station.home.root, home.root)
    clock = VirtualClock(station.clock.now())
    app = build_app(home, clock)
    try:
        predicted = forecast(app, 1).days[0].airings
        app.schedule.publish(DAY)
        simulate(home, clock, midnight(DAY) + timedelta(hours=5, minutes=5))
        app.asrun.file()
        aired = app.asrun.airings(AiringQuery(str(DAY), str(DAY), outcomes=(Outcome.AIRED,)))
    finally:
        app.close()
    assert len(aired) == 9
    assert [(row.id, row.started_at, row.ended_at, row.aired_frames, row.outcome) for row in aired] == \
        [(row.id, row.started_at, row.ended_at, row.aired_frames, row.outcome) for row in predicted[:9]]


def test_what_is_the_same_in_all_zones_is_said_once(station: Station, tmp_path: Path) -> None:
    home = StationHome(tmp_path / "hai cụm")
    shutil.copytree(station.home.root, home.root)
    save_settings(home, Settings(zones=(ZoneSection("Thôn 1", "null"), ZoneSection("Thôn 2", "null"))))
    app = build_app(home, VirtualClock(station.clock.now()))
    try:
        answer = forecast(app, 1, None, ["power:05:01+3m"])
    finally:
        app.close()
    assert {gap.zone for gap in answer.days[0].gaps} == {"Thôn 1", "Thôn 2"}
    assert [finding.zone for finding in answer.findings if finding.code == "gap"] == [""]
    session = answer.days[0].sessions[0]
    assert session.aired_seconds == pytest.approx(session.planned_seconds, abs=6)  # of one zone, not of both


def test_minutes_of_each_letter_and_session_add_up(station: Station) -> None:
    answer = told(station, days=2)
    for day in answer.days:
        for session in day.sessions:
            assert session.aired_seconds == pytest.approx(session.planned_seconds, abs=0.01)
            rows = [row for row in day.airings if row.session_id == session.id]
            assert session.outcomes == {"aired": len(rows)}
    body = to_json(answer)
    assert body["totals"]["aired"] == body["totals"]["planned"] == sum(len(day["airings"]) for day in body["days"])
    assert body["format"] == "dai-xa.forecast"


@pytest.mark.parametrize(("days", "first", "faults", "code"), [
    (0, None, (), "forecast.days"), (61, None, (), "forecast.days"), (1, DAY - timedelta(1), (), "forecast.past"),
    (1, None, ("power:03:00+5m",), "forecast.fault_past"), (2, None, ("power:03:00+5m@1",), "forecast.fault_past"),
    (1, None, ("missing:không có mục này",), "forecast.item_unknown"), (1, None, ("relay-lost",), "forecast.no_relay"),
    (1, None, ("power:05:00+1m@2",), "forecast.fault_day"), (1, None, ("fire",), "forecast.fault"),
])
def test_what_cannot_be_asked(station: Station, days: int, first: date | None, faults: tuple[str, ...],
                              code: str) -> None:
    with pytest.raises(Refused) as refused:
        told(station, *faults, days=days, first=first)
    assert refused.value.code == code


def test_each_day_is_told_as_it_is_done(station: Station) -> None:
    seen: list[tuple[date, int, int]] = []
    forecast(station.app, 3, DAY + timedelta(5), (), lambda *step: seen.append(step))
    assert seen == [(DAY + timedelta(5 + n), n + 1, 3) for n in range(3)]


def test_throw_away_homes_are_thrown_away(station: Station, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", os.fspath(tmp_path))
    told(station, days=1)
    assert not list(tmp_path.iterdir())


def test_a_fault_without_a_day_waits_for_its_time(station: Station) -> None:
    answer = told(station, "power:03:00+5m", days=2)
    assert answer.faults[0].day == DAY + timedelta(1)
    assert replace(answer.faults[0], day=DAY).text == "power:03:00+5m"
