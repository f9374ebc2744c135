"""What should be mended before somebody goes home."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from broadcaster.base.clock import STATION_ZONE
from broadcaster.keeper.evening import concerns
from broadcaster.protocol.rundown import QuietHours, Rundown
from broadcaster.schedule.model import DayPlan, PlanWarning, SessionFill

TODAY, TOMORROW = date(2026, 11, 21), date(2026, 11, 22)


def at(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=STATION_ZONE)


def fill(day: date, hour: int, seconds: float, held: bool = True) -> SessionFill:
    return SessionFill(f"{day}/{hour}", f"Buổi {hour}", at(day, hour), seconds, 3600, held)


def plan(day: date, fills: list[SessionFill], *warnings: PlanWarning) -> DayPlan:
    thin = [PlanWarning("session_thin", item.session_id) for item in fills if 0 < item.planned_seconds < 600]
    rundown = Rundown("x", "y", day, 1, at(TODAY, 0), QuietHours("21:00", "04:30"))
    return DayPlan(rundown, tuple(fills), (*thin, *warnings))


def told(now: datetime, *plans: DayPlan) -> dict[str, str]:
    return {concern.code: str(concern.facts.get("sessions") or concern.facts["items"])
            for concern in concerns(plans, now)}


FULL = plan(TODAY, [fill(TODAY, 5, 3000), fill(TODAY, 17, 3000)])


@pytest.mark.parametrize(("now", "expected"), [
    (at(TODAY, 10), {}),
    (at(TODAY, 16), {"next_empty": "Buổi 5 22/11", "next_thin": "Buổi 17 22/11"}),
    (at(TODAY, 23), {"next_empty": "Buổi 5 22/11", "next_thin": "Buổi 17 22/11"}),
    (at(TOMORROW, 4), {"next_empty": "Buổi 5 22/11"}),
    (at(TOMORROW, 12), {}),
])
def test_from_four_in_the_afternoon_until_it_begins(now: datetime, expected: dict[str, str]) -> None:
    found = told(now, FULL, plan(TOMORROW, [fill(TOMORROW, 5, 0), fill(TOMORROW, 17, 120)]))
    assert {code: words.replace("05:00 ", "").replace("17:00 ", "") for code, words in found.items()} == expected


def test_a_day_without_an_afternoon_ends_in_the_morning() -> None:
    """Whoever comes to the office at eight is told at eight."""
    assert set(told(at(TODAY, 8), plan(TODAY, [fill(TODAY, 5, 3000)]), plan(TOMORROW, [fill(TOMORROW, 5, 0)]))) == {
        "next_empty"}


def test_a_session_that_is_not_held_is_not_missed() -> None:
    assert told(at(TODAY, 17), FULL, plan(TOMORROW, [fill(TOMORROW, 5, 0, held=False)])) == {}


def test_items_that_will_not_air_are_named_with_their_day() -> None:
    left = [PlanWarning("expired", "", {"title": "Phòng cháy"}), PlanWarning("superseded", "", {"title": "Lịch tiêm"}),
            PlanWarning("withdrawn", "", {"title": "Hội chợ"}), PlanWarning("item_left_out", "", {"title": "Dài quá"})]
    tomorrow = plan(TOMORROW, [fill(TOMORROW, 5, 3000)], *left)
    assert told(at(TODAY, 12), FULL, tomorrow) == {}
    assert told(at(TODAY, 18), FULL, tomorrow) == {
        "next_expired": "“Phòng cháy” (22/11)", "next_withdrawn": "“Lịch tiêm” (22/11), “Hội chợ” (22/11)"}


def test_a_whole_week_of_titles_fits_one_line() -> None:
    many = [PlanWarning("not_approved", "", {"title": f"Bài {n}"}) for n in range(30)]
    (concern,) = concerns([FULL, plan(TOMORROW, [fill(TOMORROW, 5, 3000)], *many)], at(TODAY, 18))
    assert concern.facts["count"] == 30
    assert len(concern.facts["items"]) < 100
    assert len(concern.about) == 30
