"""How many airings a campaign asks for on a day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from schedule_station import sound

from broadcaster.schedule.model import Campaign, Per

MONDAY = date(2026, 3, 2)
CART = sound("tiem").cart

_weekdays = st.sets(st.sampled_from("1234567"), min_size=1).map(lambda days: "".join(sorted(days)))
_ids = st.text("0123456789abcdef", min_size=4, max_size=8)
_days = st.integers(0, 800).map(lambda n: MONDAY + timedelta(days=n))


def a_campaign(**given_: Any) -> Campaign:
    known: dict[str, Any] = {"id": "c1", "title": "Tiêm phòng", "cart": CART, "times": 2, "first_day": MONDAY,
                             "last_day": MONDAY + timedelta(days=27), "per": Per.WEEK}
    return Campaign(**{**known, **given_})


def over(campaign: Campaign, first: date, days: int) -> list[int]:
    return [campaign.asked_on(first + timedelta(days=n)) for n in range(days)]


@given(_ids, st.integers(1, 24), _weekdays, st.integers(0, 20))
def test_any_seven_days_of_the_window_hold_the_weeks_number(name: str, times: int, weekdays: str, start: int) -> None:
    campaign = a_campaign(id=name, times=times, weekdays=weekdays)
    assert sum(over(campaign, MONDAY + timedelta(days=start), 7)) == times


@given(_ids, st.integers(1, 24), _weekdays, _days, st.integers(1, 30))
def test_a_day_asks_only_where_it_may_and_no_day_much_more_than_another(
        name: str, times: int, weekdays: str, first: date, days: int) -> None:
    campaign = a_campaign(id=name, times=times, weekdays=weekdays, first_day=first,
                          last_day=first + timedelta(days=days - 1))
    asked = {first + timedelta(days=n): count for n, count in enumerate(over(campaign, first, days))}
    assert all(not count or campaign.runs_on(day) for day, count in asked.items())
    allowed = [count for day, count in asked.items() if campaign.runs_on(day)]
    assert not allowed or max(allowed) - min(allowed) <= 1
    assert over(campaign, first - timedelta(days=9), 9) == [0] * 9
    assert over(campaign, campaign.last_day + timedelta(days=1), 9) == [0] * 9


@given(_ids, st.integers(1, 20), _weekdays, _days, st.integers(1, 30))
def test_a_longer_window_or_a_higher_number_never_asks_for_less(
        name: str, times: int, weekdays: str, first: date, days: int) -> None:
    def total(number: int, length: int) -> int:
        return sum(over(a_campaign(id=name, times=number, weekdays=weekdays, first_day=first,
                                   last_day=first + timedelta(days=length - 1)), first, length))

    assert total(times, days) <= total(times + 1, days)
    assert total(times, days) <= total(times, days + 1)


@given(_ids, st.integers(1, 6), _weekdays, _days, st.integers(1, 6))
def test_a_window_shorter_than_a_week_asks_at_least_once(
        name: str, times: int, weekdays: str, first: date, days: int) -> None:
    campaign = a_campaign(id=name, times=times, weekdays=weekdays, first_day=first,
                          last_day=first + timedelta(days=days - 1))
    may = any(campaign.runs_on(first + timedelta(days=n)) for n in range(days))
    assert (sum(over(campaign, first, days)) >= 1) is may


@given(_ids, st.integers(2, 3))
def test_two_or_three_a_week_never_stand_on_days_in_a_row(name: str, times: int) -> None:
    asked = over(a_campaign(id=name, times=times), MONDAY, 28)
    assert not any(one and other for one, other in pairwise(asked))


def test_campaigns_of_one_a_week_take_different_days() -> None:
    held = [over(a_campaign(id=f"campaign-{n}", times=1), MONDAY, 7).index(1) for n in range(70)]
    assert {held.count(day) > 3 for day in range(7)} == {True}


def test_a_number_a_day_is_asked_every_day_it_runs() -> None:
    campaign = a_campaign(per=Per.DAY, times=3, weekdays="135")
    assert over(campaign, MONDAY, 7) == [3, 0, 3, 0, 3, 0, 0]
    assert over(a_campaign(per=Per.DAY, state="stopped"), MONDAY, 7) == [0] * 7
