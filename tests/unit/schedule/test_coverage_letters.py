"""“Đã phát 14/20, còn thiếu 6”: counted from what was asked on each day and the airing log."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from schedule_station import KEY, SATURDAY, Station, sound
from sqlalchemy import insert

from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.db.schema import airing
from broadcaster.schedule.campaigns.coverage import CoverageService
from broadcaster.schedule.campaigns.make_up_offer import LEFT_OUT
from broadcaster.schedule.days.service import DayService
from broadcaster.schedule.model import Campaign

DAY = timedelta(days=1)


class Covered(Station):
    """A station that counts, and an airing log to write into."""

    def __init__(self, home: StationHome, clock: VirtualClock) -> None:
        super().__init__(home, clock)
        self.days = DayService(self.database, home, self.settings, clock, KEY, self.schedule)
        self.coverage = CoverageService(self.database, home, clock, KEY, self.schedule, self.days)
        self._rows = 0

    def log(self, of: Campaign, day: date, *outcomes: str, reason: str = "power_loss", campaign: bool = True) -> None:
        with self.database.write("airing") as c:
            for outcome in outcomes:
                self._rows += 1
                c.execute(insert(airing).values(
                    id=f"row-{self._rows}", day=day.isoformat(), session_id=f"{day}/morning",
                    session_name="Buổi sáng", title=of.title, kind="tin", urgency="routine",
                    planned_start=f"{day}T05:00:00.000+07:00", planned_frames=1, cut_sha256="x", outcome=outcome,
                    reason=reason if outcome in {"missed", "partial"} else "", directive_id=of.directive_id,
                    campaign=of.id if campaign else ""))

    def a_campaign(self, name: str = "a", times: int = 2, days: int = 10, seconds: float = 60,
                   directive_id: str = "") -> Campaign:
        today = self.clock.now().date()
        return self.schedule.add_campaign(self.put(sound(name, seconds), directive_id=directive_id), times, today,
                                          today + timedelta(days=days - 1))


@pytest.fixture
def station(home: StationHome, clock: VirtualClock) -> Iterator[Covered]:
    place = Covered(home, clock)
    yield place
    place.close()


def refused(code: str) -> pytest.RaisesExc[Refused]:
    return pytest.raises(Refused, check=lambda error: error.code == code)


def test_a_window_that_is_over_is_aired_or_missing(station: Covered) -> None:
    made = station.a_campaign()
    for n in range(10):
        station.log(made, SATURDAY + n * DAY, *(("aired", "aired") if n < 7 else ("missed", "partial")))
    station.clock.advance(30 * 86_400)
    found = station.coverage.of_campaign(made.id)
    assert (found.asked, found.aired, found.partial, found.missing, found.to_come) == (20, 14, 3, 6, 0)
    assert [row.aired for row in found.days] == [2] * 7 + [0] * 3


def test_what_is_still_to_come_is_not_missing(station: Covered) -> None:
    made = station.a_campaign()
    assert station.coverage.of_campaign(made.id).to_come == 20
    station.log(made, SATURDAY, "aired", "missed")
    station.clock.advance(86_400)
    station.log(made, SATURDAY + DAY, "aired", "pending")
    found = station.coverage.of_campaign(made.id)
    assert (found.asked, found.aired, found.missing, found.to_come) == (20, 2, 1, 17)


def test_a_later_change_does_not_count_against_days_gone_by(station: Covered) -> None:
    made = station.a_campaign()
    station.log(made, SATURDAY, "aired", "aired")
    station.clock.advance(86_400)
    station.schedule.edit_campaign(made.id, times=4, first_day=SATURDAY, last_day=SATURDAY + 4 * DAY)
    found = station.coverage.of_campaign(made.id)
    assert (found.asked, found.aired, found.missing) == (2 + 4 * 4, 2, 0)
    station.clock.advance(86_400)
    station.schedule.stop_campaign(made.id)
    station.log(made, SATURDAY + DAY, "aired", "missed", "missed", "missed")
    found = station.coverage.of_campaign(made.id)
    assert (found.asked, found.aired, found.missing, found.to_come) == (6, 3, 3, 0)


def test_made_up_the_same_day_and_on_another(station: Covered) -> None:
    made = station.a_campaign(days=2)
    station.log(made, SATURDAY, "aired", "missed")
    station.log(made, SATURDAY + DAY, "aired", "made_up", "aired")
    station.clock.advance(5 * 86_400)
    found = station.coverage.of_campaign(made.id)
    assert (found.asked, found.aired, found.made_up, found.missing) == (4, 4, 2, 0)


def test_a_letter_is_the_sum_of_its_campaigns_and_of_what_went_out_beside(station: Covered) -> None:
    letter, other = station.put_letter("letter-1"), station.put_letter("letter-2")
    one = station.a_campaign("a", 2, 3, directive_id=letter)
    two = station.a_campaign("b", 1, 5, directive_id=letter)
    station.log(one, SATURDAY, "aired", "missed")
    station.log(two, SATURDAY, "aired")
    station.log(two, SATURDAY, "unscheduled", campaign=False)
    station.clock.advance(86_400)
    found = station.coverage.of_directives([letter, other])
    covered = found[letter]
    assert (covered.asked, covered.aired, covered.missing, covered.to_come, covered.beside) == (11, 2, 1, 8, 1)
    assert [(row.asked, row.aired) for row in covered.days][:2] == [(3, 2), (3, 0)]
    assert found[other] == station.coverage.of_directive(other)
    assert found[other].asked == 0


def test_yesterday_s_miss_is_proposed_for_today_and_airs_only_when_accepted(station: Covered) -> None:
    made = station.a_campaign()
    station.log(made, SATURDAY, "aired", "missed")
    station.clock.advance(86_400)
    today = SATURDAY + DAY

    def planned() -> int:
        return sum(event.campaign == made.id for session in station.schedule.plan(today).rundown.sessions
                   for event in session.events)

    (missed,) = station.coverage.missed()
    assert (missed.campaign, missed.day, missed.times, missed.reason) == (made, SATURDAY, 1, "power_loss")
    assert missed.offer is not None
    assert planned() == 2, "never by itself"
    before = station.coverage.accept_make_up(missed, "Cán bộ")
    assert planned() == 3
    assert station.coverage.missed() == []
    with refused("schedule.nothing_missed"):
        station.coverage.accept_make_up(missed, "Cán bộ")
    station.days.save(before, "Cán bộ")
    assert planned() == 2
    assert len(station.coverage.missed()) == 1, "taken back, it is owed again"


def test_what_nobody_wants_is_asked_no_more(station: Covered) -> None:
    made = station.a_campaign()
    station.log(made, SATURDAY, "missed", "partial")
    station.clock.advance(86_400)
    (missed,) = station.coverage.missed()
    assert missed.times == 2
    station.coverage.dismiss(missed, "Cán bộ", "đã đọc trực tiếp")
    assert station.coverage.missed() == []
    assert station.coverage.of_campaign(made.id).missing == 2, "the letter still learns of it"
    with refused("schedule.nothing_missed"):
        station.coverage.dismiss(missed)


def test_only_sessions_with_room_are_proposed_and_no_room_twice(station: Covered) -> None:
    long, short = station.a_campaign("long", 1, seconds=50 * 60), station.a_campaign("short", 1, seconds=55 * 60)
    for item in (long, short):
        station.log(item, SATURDAY, "missed")
    station.clock.advance(86_400)
    assert [item.offer for item in station.coverage.missed()] == [None, None], "both sessions of today are full"
    with refused("schedule.no_room"):
        station.coverage.accept_make_up(station.coverage.missed()[0])
    station.schedule.stop_campaign(short.id)
    (row,) = [item for item in station.coverage.missed() if item.campaign.id == long.id]
    assert row.offer is not None


def test_what_the_day_had_no_room_for_is_owed_too(station: Covered) -> None:
    made = station.a_campaign(times=3)
    station.log(made, SATURDAY, "aired", "aired")
    station.clock.advance(86_400)
    (missed,) = station.coverage.missed()
    assert (missed.times, missed.reason) == (1, LEFT_OUT)


def test_a_campaign_that_is_over_is_not_made_up_after_its_last_day(station: Covered) -> None:
    made = station.a_campaign(days=1)
    station.log(made, SATURDAY, "missed", "missed")
    station.clock.advance(86_400)
    (missed,) = station.coverage.missed()
    assert missed.offer is None
