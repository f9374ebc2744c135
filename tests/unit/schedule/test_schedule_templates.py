"""Session files: read strictly, explained kindly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.protocol.rundown import QuietHours
from broadcaster.schedule.model import RelaySlot, SessionTemplate
from broadcaster.schedule.sessions.checks import refuse_clash
from broadcaster.schedule.sessions.templates import (
    examples,
    load_templates,
    template_from,
    to_toml,
    write_template,
)

GOOD = {"id": "morning", "name": "Buổi sáng", "starts": "05:00", "minutes": 60}
DAYS = [date(2027, 1, 1) + timedelta(days=n) for n in range(365 + 366)]
month_days = some.dates(date(2028, 1, 1), date(2028, 12, 31)).map(lambda day: day.isoformat()[5:])
hold_of = some.builds(
    lambda weekdays, season: SessionTemplate("x", "X", time(5), 60, "".join(sorted(weekdays)), season_from=season[0],
                                             season_to=season[1]),
    some.sets(some.sampled_from("1234567")), some.tuples(month_days, month_days) | some.just(("", "")))


def own(home: StationHome, name: str, text: str) -> Path:
    folder = home.root / "schedules"
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_sessions_are_morning_and_afternoon(home: StationHome) -> None:
    morning, afternoon = load_templates(home)
    assert (morning.id, morning.name, morning.starts, morning.minutes) == ("morning", "Buổi sáng", time(5), 60)
    assert (afternoon.id, afternoon.starts, afternoon.weekdays) == ("afternoon", time(17), "1234567")
    assert morning.opening == ("nhac_hieu", "loi_xuong")
    assert morning.bridge == "nhac_cat"


def test_own_files_replace_all_shipped_ones(home: StationHome) -> None:
    own(home, "noon.toml", 'id = "noon"\nname = "Buổi trưa"\nstarts = "11:15:30"\nminutes = 3\n')
    (noon,) = load_templates(home)
    assert noon.starts == time(11, 15, 30)
    assert noon.closing == ("loi_chao", "nhac_hieu")


def test_writing_the_first_own_template_keeps_the_shipped_ones(home: StationHome) -> None:
    write_template(home, SessionTemplate("noon", "Buổi trưa", time(11), 30))
    assert [item.id for item in load_templates(home)] == ["morning", "noon", "afternoon"]


def test_a_template_survives_its_file(home: StationHome) -> None:
    template = SessionTemplate("x", 'Buổi "trưa"\\', time(11, 15, 30), 7, "67", ("nhac",), "", (), ("thôn 1", "thôn 2"),
                               "10-15", "02-29", (RelaySlot("vov1", time(11, 17), 5),), "nhac")
    write_template(home, template)
    assert template in load_templates(home)


@pytest.mark.parametrize("value", ["5:00", "05:00 PM", "5h", "24:00", "17:60", "", 5, "05:00:00.5", "٠٥:٠٠"])
def test_only_24_hour_times_are_read(value: object) -> None:
    with pytest.raises(Refused) as caught:
        template_from({**GOOD, "starts": value}, "morning.toml")
    assert caught.value.code == "schedule.time"
    assert "24-hour" in caught.value.text


def test_a_misspelt_word_is_named_with_the_right_one() -> None:
    with pytest.raises(Refused, match="did you mean 'weekdays'"):
        template_from({**GOOD, "weekday": "67"}, "morning.toml")
    with pytest.raises(Refused, match="did you mean 'nhac_hieu'"):
        template_from({**GOOD, "opening": ["nhac_hiệu"]}, "morning.toml")


@pytest.mark.parametrize(("name", "value", "code"), [
    ("minutes", 0, "value"), ("minutes", 1441, "value"), ("minutes", True, "value"), ("minutes", "60", "value"),
    ("weekdays", "0", "weekdays"), ("weekdays", "8", "weekdays"),
    ("season_from", "31/02", "value"), ("season_to", "2026-04-15", "value"), ("season_from", 15, "value"),
    ("filler", "xyz", "value"), ("relays", "vov1", "value"),
    ("id", "Sáng", "value"), ("id", "../x", "value"), ("name", " ", "value"), ("name", "x" * 121, "value"),
    ("zones", "all", "value"), ("bridge", "xyz", "value"),
])
def test_wrong_values_are_refused(name: str, value: object, code: str) -> None:
    with pytest.raises(Refused) as caught:
        template_from({**GOOD, name: value}, "morning.toml")
    assert caught.value.code == f"schedule.{code}"
    assert caught.value.facts["file"] == "morning.toml"


@pytest.mark.parametrize("name", ["id", "name", "starts", "minutes"])
def test_a_missing_word_is_named(name: str) -> None:
    with pytest.raises(Refused) as caught:
        template_from({key: value for key, value in GOOD.items() if key != name}, "morning.toml")
    assert (caught.value.code, caught.value.facts["name"]) == ("schedule.missing", name)


def test_sunday_is_seven_and_days_are_sorted() -> None:
    assert template_from({**GOOD, "weekdays": "7617"}, "x").weekdays == "167"


def test_a_broken_file_and_a_doubled_id_are_refused(home: StationHome) -> None:
    path = own(home, "a.toml", "id = \n")
    with pytest.raises(Refused) as caught:
        load_templates(home)
    assert caught.value.code == "schedule.broken"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Refused):
        load_templates(home)
    path.write_text(to_toml(SessionTemplate("a", "A", time(5), 5)), encoding="utf-8")
    own(home, "b.toml", to_toml(SessionTemplate("a", "B", time(6), 5)))
    with pytest.raises(Refused) as caught:
        load_templates(home)
    assert caught.value.code == "schedule.twice"


def test_the_examples_read_and_none_is_held_by_itself(home: StationHome) -> None:
    shown = {item.id: item for item in examples()}
    assert {"morning-summer", "morning-winter", "morning-relay", "noon"} <= set(shown)
    assert not {item.id for item in load_templates(home)} & set(shown)
    summer, winter = shown["morning-summer"], shown["morning-winter"]
    for day in DAYS:
        assert summer.held_on(day) != winter.held_on(day), "every day has one of the two, and only one"


def test_a_file_written_by_the_program_says_what_its_words_mean(home: StationHome) -> None:
    write_template(home, replace(load_templates(home)[0], season_from="04-15", season_to="10-14"))
    text = (home.root / "schedules" / "morning.toml").read_text(encoding="utf-8")
    assert 'season_from = "15/04"' in text
    assert "17:00 là 5 giờ chiều" in text


@pytest.mark.parametrize(("first", "last", "held", "free"), [
    ("04-15", "10-14", [(2026, 4, 15), (2026, 10, 14), (2028, 7, 1)], [(2026, 4, 14), (2026, 10, 15), (2027, 1, 1)]),
    ("10-15", "04-14", [(2026, 10, 15), (2026, 12, 31), (2027, 1, 1), (2027, 4, 14)], [(2027, 4, 15), (2026, 10, 14)]),
    ("02-29", "02-29", [(2028, 2, 29)], [(2027, 2, 28), (2027, 3, 1), (2028, 2, 28)]),
    ("02-01", "02-29", [(2027, 2, 28), (2028, 2, 29)], [(2027, 3, 1), (2028, 3, 1), (2028, 1, 31)]),
    ("02-29", "05-01", [(2027, 3, 1), (2028, 2, 29)], [(2027, 2, 28), (2028, 2, 28), (2028, 5, 2)]),
    ("12-31", "01-01", [(2026, 12, 31), (2027, 1, 1)], [(2026, 12, 30), (2027, 1, 2)]),
])
def test_a_season_holds_on_both_its_ends(first: str, last: str, held: list[Any], free: list[Any]) -> None:
    template = SessionTemplate("x", "X", time(5), 60, season_from=first, season_to=last)
    assert [day for day in held if not template.held_on(date(*day))] == []
    assert [day for day in free if template.held_on(date(*day))] == []


def test_a_weekday_and_a_season_must_both_hold() -> None:
    sundays = SessionTemplate("x", "X", time(5), 60, "7", season_from="11-01", season_to="11-30")
    held = [day for day in DAYS if sundays.held_on(day)]
    assert held
    assert all(day.isoweekday() == 7 and day.month == 11 for day in held)
    assert not any(replace(sundays, weekdays="").held_on(day) for day in DAYS)


@pytest.mark.parametrize(("starts", "relays", "code"), [
    ("05:00", [("vov1", "05:30", 30)], ""), ("05:00", [("vov1", "05:30", 31)], "relay_outside"),
    ("05:00", [("vov1", "04:59", 1)], "relay_outside"), ("05:00", [("vov1", "06:00", 1)], "relay_outside"),
    ("05:00", [("vov1", "05:00", 15), ("tinh", "05:15", 15)], ""),
    ("05:00", [("vov1", "05:10", 15), ("tinh", "05:20", 15)], "relays_overlap"),
    ("23:30", [("vov1", "00:00", 30)], ""), ("23:30", [("vov1", "00:00", 31)], "relay_outside"),
    ("05:00", [("VOV 1", "05:30", 15)], "value"), ("05:00", [("vov1", "5:30", 15)], "time"),
])
def test_relays_lie_inside_their_session_and_beside_each_other(starts: str, relays: list[Any], code: str) -> None:
    parts = [{"source": source, "starts": clock, "minutes": minutes} for source, clock, minutes in relays]
    table = {**GOOD, "starts": starts, "relays": parts}
    if not code:
        assert len(template_from(table, "x.toml").relays) == len(relays)
        return
    with pytest.raises(Refused) as caught:
        template_from(table, "x.toml")
    assert caught.value.code == f"schedule.{code}"


def test_a_season_has_two_ends_and_a_relay_three_words() -> None:
    with pytest.raises(Refused, match="two ends"):
        template_from({**GOOD, "season_from": "15/04"}, "x.toml")
    with pytest.raises(Refused, match="'minutes' is missing"):
        template_from({**GOOD, "relays": [{"source": "vov1", "starts": "05:30"}]}, "x.toml")


def clash(one: SessionTemplate, other: SessionTemplate) -> str:
    try:
        refuse_clash(one, [other], QuietHours("02:00", "04:30"), date(2026, 11, 21))
    except Refused as refusal:
        return refusal.code
    return ""


FIVE = SessionTemplate("five", "Năm giờ", time(5), 60)


@pytest.mark.parametrize(("other", "meets"), [
    ({"starts": time(5, 59)}, True), ({"starts": time(6)}, False), ({"weekdays": "7"}, True),
    ({"zones": ("Thôn Đông",)}, True), ({"weekdays": ""}, False),
    ({"season_from": "04-15", "season_to": "10-14"}, True),
])
def test_sessions_at_one_time_clash(other: dict[str, Any], meets: bool) -> None:
    assert clash(FIVE, replace(FIVE, id="other", **other)) == ("schedule.overlap" if meets else "")


def test_sessions_never_held_on_one_day_do_not_clash() -> None:
    summer = replace(FIVE, season_from="04-15", season_to="10-14")
    winter = replace(FIVE, id="w", season_from="10-15", season_to="04-14")
    assert clash(summer, winter) == ""
    assert clash(summer, replace(winter, season_to="04-15")) == "schedule.overlap", "one day in common"
    assert clash(replace(FIVE, weekdays="123456"), replace(FIVE, id="s", weekdays="7")) == ""
    leap = replace(FIVE, season_from="02-29", season_to="02-29")
    assert clash(leap, replace(FIVE, id="m", season_from="03-01", season_to="03-31")) == ""


def test_a_session_past_midnight_clashes_with_the_next_day() -> None:
    late = replace(FIVE, starts=time(23, 30), weekdays="7")
    early = replace(FIVE, id="e", starts=time(0, 15), minutes=30)
    assert clash(late, replace(early, weekdays="1")) == clash(replace(early, weekdays="1"), late) == "schedule.overlap"
    assert clash(late, replace(early, weekdays="7")) == "", "early on Sunday is before Sunday night"
    last = replace(late, weekdays="1234567", season_from="12-31", season_to="12-31")
    assert clash(last, replace(early, season_from="01-01", season_to="01-01")) == "schedule.overlap"
    assert clash(last, replace(early, season_from="12-31", season_to="12-31")) == ""


def test_quiet_hours_are_hard_whatever_the_season() -> None:
    assert clash(replace(FIVE, starts=time(1, 30), weekdays="", minutes=45), FIVE) == "schedule.quiet_hours"


@settings(max_examples=100, deadline=None)
@given(hold_of, hold_of)
def test_two_clash_when_some_day_of_twenty_eight_years_has_both(one: SessionTemplate, other: SessionTemplate) -> None:
    """Against a walk through all days: the calendar repeats after 28 years."""
    days = (date(2028, 1, 1) + timedelta(days=n) for n in range(28 * 365 + 7))
    meet = any(one.held_on(day) and other.held_on(day) for day in days)
    assert clash(replace(one, id="one"), replace(other, id="other")) == ("schedule.overlap" if meet else "")
