"""Round trips of each form, the faults other programs are known for, and files made to hurt."""

from __future__ import annotations

import json
import time as clock_time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.base.clock import STATION_ZONE
from broadcaster.base.errors import Refused
from broadcaster.schedule.exchange import ical_read, ical_write, programme, programmes, table
from broadcaster.schedule.exchange.model import Terms
from broadcaster.schedule.exchange.programme import Mode, Programme, Type
from broadcaster.schedule.model import Period, SessionTemplate

DAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 4, 50, tzinfo=STATION_ZONE)
KINDS = ("mourning", "tet", "event", "disaster")
WORDS = {"morning": "Sáng", "noon": "Trưa", "afternoon": "Chiều", "evening": "Tối"}
HOURS = {"morning": ("04:00", "10:00"), "noon": ("10:00", "14:00"), "afternoon": ("14:00", "18:30"),
         "evening": ("18:30", "22:00")}

names = st.text("aăđếỡỰ \"'“,;:\\=#[]{}-+@09", min_size=1, max_size=40).map(
    lambda text: " ".join(("x" + text).split()))
days = st.dates(DAY, DAY + timedelta(days=700))
weekdays = st.sets(st.sampled_from("1234567"), min_size=1).map(lambda found: "".join(sorted(found)))
clock_times = st.times().map(lambda moment: moment.replace(microsecond=0))


# -- the programme model --

def once(day: date, name: str = "Tin", at: time = time(5), **more: object) -> Programme:
    return Programme(name, Type.FILE, Mode.ONCE, day, day, at, **more)  # type: ignore[arg-type]


def heard(entries: list[Programme]) -> list[tuple[str, datetime, datetime]]:
    return sorted((item.name, *airing) for item in entries for airing in item.airings())


@settings(max_examples=80)
@given(st.lists(st.tuples(st.integers(0, 40), st.sampled_from(("a", "b")), st.sampled_from((time(5), time(23, 50)))),
                max_size=40, unique=True))
def test_fewer_entries_say_the_same(held: list[tuple[int, str, time]]) -> None:
    single = [once(DAY + timedelta(days=n), name, at, duration_seconds=1200) for n, name, at in held]
    found = programme.grouped(single)
    assert heard(found) == heard(single)
    assert len(found) <= len(single)


def test_weeks_become_one_entry() -> None:
    month = [DAY + timedelta(days=n) for n in range(28)]
    weekend = [once(day) for day in month if day.isoweekday() in {6, 7}]
    (found,) = programme.grouped(weekend)
    assert (found.mode, found.weekdays, found.start_date, found.end_date) == (
        Mode.WEEKLY, "67", DAY, DAY + timedelta(days=22))
    (daily,) = programme.grouped(once(day) for day in month)
    assert daily.mode is Mode.DAILY


programme_entries = st.builds(
    Programme, names, st.sampled_from(Type), st.just(Mode.WEEKLY), days, days, clock_times, st.integers(0, 86_400),
    weekdays, st.integers(1, 24), st.integers(0, 600), st.integers(-60, 14), st.lists(names, max_size=3).map(tuple),
    names, names, names).filter(lambda item: item.end_date >= item.start_date)


@settings(max_examples=80)
@given(programme_entries)
def test_a_programme_comes_back_from_json(entry: Programme) -> None:
    body = json.loads(json.dumps(programme.to_json([entry], "Đài Mẫu"), ensure_ascii=False))
    assert programme.from_json(body["programmes"][0]) == entry


def given_programme(**words: object) -> Programme:
    return programme.from_json({"name": "Tin", "mode": "weekly", "weekdays": [1], "start_date": "2026-11-16",
                                "end_date": "2026-11-30", "time": "05:00", **words})


@pytest.mark.parametrize("sunday", [0, 7])
def test_sunday_is_sunday_however_it_is_counted(sunday: int) -> None:
    held = list(given_programme(weekdays=[sunday]).days())
    assert held == [date(2026, 11, 22), date(2026, 11, 29)]
    assert all(day.strftime("%A") == "Sunday" for day in held)


@settings(max_examples=60)
@given(days, st.integers(0, 400), st.sets(st.integers(0, 7), min_size=1))
def test_a_range_keeps_its_last_day(first: date, length: int, asked: set[int]) -> None:
    """Against an independent calendar: dateutil's rules."""
    last = first + timedelta(days=length)
    held = list(given_programme(start_date=first.isoformat(), end_date=last.isoformat(),
                                weekdays=sorted(asked)).days())
    names = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    rule = f"FREQ=WEEKLY;BYDAY={','.join(names[(day or 7) - 1] for day in asked)};UNTIL={last:%Y%m%d}"
    assert held == [moment.date() for moment in rrulestr(rule, dtstart=datetime.combine(first, time()))]
    daily = list(given_programme(mode="daily", start_date=first.isoformat(), end_date=last.isoformat()).days())
    assert (daily[0], daily[-1], len(daily)) == (first, last, length + 1)


@pytest.mark.parametrize(("begins", "ends", "seconds"), [
    ("23:50:00", "00:20:00", 1800), ("23:50:00", "23:59:59", 600), ("23:50", "24:00", 600), ("05:00", "05:45", 2700),
    ("05:00", "05:00", 0)])
def test_what_begins_before_midnight_ends_after_it(begins: str, ends: str, seconds: int) -> None:
    entry = given_programme(time=begins, end_time=ends, start_date="2026-11-30", mode="once")
    (airing,) = list(entry.airings())
    assert (airing[1] - airing[0]).total_seconds() == entry.duration_seconds == seconds
    if begins.startswith("23"):
        assert airing[1].date() >= date(2026, 12, 1)


def test_repeats_follow_with_their_gap_over_midnight() -> None:
    entry = given_programme(time="23:58:00", duration_seconds=60, gap_seconds=30, repeats=3, mode="once")
    assert [f"{begins:%d %H:%M:%S}" for begins, _ in entry.airings()] == ["16 23:58:00", "16 23:59:30", "17 00:01:00"]


@pytest.mark.parametrize("words", [
    {"weekdays": [8]}, {"weekdays": []}, {"weekdays": "1234567"}, {"weekdays": [True]}, {"name": ""}, {"name": 3},
    {"name": "x" * 6000}, {"mode": "yearly"}, {"type": "virus"}, {"start_date": "30/11/2026"},
    {"start_date": "12026-11-01"}, {"start_date": "1999-01-01"}, {"end_date": "2026-11-01"}, {"time": "25:00"},
    {"time": "5 giờ"}, {"time": "05:00:00+07:00"}, {"repeats": 10**40}, {"repeats": 0}, {"repeats": 1.5},
    {"gain_db": 99}, {"gap_seconds": -1}, {"targets": "tất cả"}, {"targets": ["x"] * 501}, {"duration_seconds": "60"}])
def test_a_word_that_means_nothing_is_named(words: dict[str, object]) -> None:
    with pytest.raises(Refused) as caught:
        given_programme(**words)
    assert caught.value.code == "exchange.value"
    assert caught.value.facts["name"] in words


def test_the_same_item_twice_a_day_is_one_campaign() -> None:
    base = {"name": "Tin", "mode": "daily", "start_date": "2026-11-23", "end_date": "2026-11-30"}
    body = {"format": "dai-xa.programmes", "version": 1,
            "programmes": [{**base, "time": "05:30"}, {**base, "time": "17:00", "repeats": 2},
                           {**base, "time": "03:00"}]}
    reading = programmes.read(json.dumps(body), "a.json", HOURS)
    (found,) = reading.found
    assert found.what == Terms("Tin", 4, date(2026, 11, 23), date(2026, 11, 30), dayparts=())
    (two,) = programmes.read(json.dumps({**body, "programmes": body["programmes"][:2]}), "a.json", HOURS).found
    assert two.what.dayparts == ("morning", "afternoon")  # type: ignore[union-attr]


# -- iCalendar --

templates = st.builds(
    SessionTemplate, st.from_regex(r"[a-z][a-z0-9]{1,8}", fullmatch=True), names, clock_times, st.integers(1, 1440),
    weekdays, season_from=st.sampled_from(("", "04-16", "10-16")))
templates = templates.map(lambda item: replace(item, season_to={"": "", "04-16": "10-15", "10-16": "04-15"}[
    item.season_from]))


def read_back(raw: bytes) -> ical_read.Reading:
    return ical_read.read(raw.decode("utf-8"), "a.ics", KINDS)


@settings(max_examples=25)
@given(st.lists(templates, min_size=1, max_size=4, unique_by=lambda item: item.id))
def test_sessions_come_back_from_a_calendar(given_templates: list[SessionTemplate]) -> None:
    raw = ical_write.sessions_calendar(given_templates, [], "Đài Mẫu", "x1", (DAY, DAY + timedelta(days=365)), NOW)
    reading = read_back(raw)
    assert reading.refused == ()
    assert [item.what for item in reading.found] == given_templates


@settings(max_examples=25)
@given(names, days, st.integers(0, 60), st.sampled_from(KINDS), names,
       st.sampled_from((None, (), ("sang",), ("sang", "chieu"))))
def test_periods_come_back_with_their_last_day(name: str, first: date, length: int, kind: str, reason: str,
                                               sessions: tuple[str, ...] | None) -> None:
    period = Period("", kind, name, first, first + timedelta(days=length), reason, "01/TB", "", sessions, ("nhac",))
    raw = ical_write.sessions_calendar([], [replace(period, id="p1")], "Đài Mẫu", "x1", (DAY, DAY), NOW)
    assert [item.what for item in read_back(raw).found] == [period]


@settings(max_examples=25)
@given(templates)
def test_another_calendar_sees_a_session_on_just_its_days(template: SessionTemplate) -> None:
    """What is written is read by dateutil, season and Sunday, first and last day included."""
    span = (DAY, DAY + timedelta(days=400))
    raw = ical_write.sessions_calendar([template], [], "Đài Mẫu", "x1", span, NOW)
    held = []
    for event in ical_write.Calendar.from_ical(raw).walk("VEVENT"):
        rule = event["RRULE"].to_ical().decode()
        for moment in rrulestr(rule, dtstart=event["DTSTART"].dt.astimezone(STATION_ZONE)):
            if moment.date() > span[1]:
                break
            held.append(moment)
    expected = [DAY + timedelta(days=n) for n in range(401)]
    expected = [day for day in expected if str(day.isoweekday()) in template.weekdays and template.in_season(day)]
    assert [moment.date() for moment in held] == expected
    assert {moment.time() for moment in held} <= {template.starts}


def one(*lines: str) -> ical_read.Reading:
    text = "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR"])
    return ical_read.read(text, "a.ics", KINDS)


WEEKLY = ("SUMMARY:Buổi trưa", "DTSTART:20261123T113000", "DURATION:PT30M")


@pytest.mark.parametrize(("lines", "starts", "weekdays"), [
    ((*WEEKLY, "RRULE:FREQ=WEEKLY"), "11:30", "1"),
    ((*WEEKLY, "RRULE:FREQ=WEEKLY;BYDAY=SU,MO;WKST=SU"), "11:30", "17"),
    ((*WEEKLY, "RRULE:FREQ=DAILY"), "11:30", "1234567"),
    (("SUMMARY:x", "DTSTART:20261122T220000Z", "DTEND:20261122T223000Z", "RRULE:FREQ=WEEKLY;BYDAY=SU"), "05:00", "1"),
    (("SUMMARY:x", "DTSTART;TZID=Asia/Tokyo:20261123T003000", "DURATION:PT30M", "RRULE:FREQ=WEEKLY;BYDAY=MO"),
     "22:30", "7"),
    (("SUMMARY:x", "DTSTART;TZID=Asia/Ho_Chi_Minh:20261123T050000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY"), "05:00",
     "1")])
def test_hours_of_other_zones_become_ours(lines: tuple[str, ...], starts: str, weekdays: str) -> None:
    reading = one(*lines)
    assert reading.refused == ()
    (found,) = reading.found
    assert isinstance(found.what, SessionTemplate)
    assert (f"{found.what.starts:%H:%M}", found.what.weekdays) == (starts, weekdays)


@pytest.mark.parametrize(("lines", "code"), [
    ((*WEEKLY, "RRULE:FREQ=SECONDLY"), "exchange.rule"),
    ((*WEEKLY, "RRULE:FREQ=DAILY;INTERVAL=2"), "exchange.rule"),
    ((*WEEKLY, "RRULE:FREQ=DAILY;COUNT=99999999"), "exchange.rule"),
    ((*WEEKLY, "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=" + ",".join(map(str, range(1, 366)))),
     "exchange.rule"),
    ((*WEEKLY, "RRULE:FREQ=WEEKLY;BYDAY=1MO"), "exchange.rule"),
    ((*WEEKLY, "RRULE:FREQ=WEEKLY;BYDAY=XX"), "exchange.value"),
    ((*WEEKLY, "RRULE:FREQ=WEEKLY;BYSECOND=" + ",".join(["0"] * 5000)), "exchange.rule"),
    ((*WEEKLY, "RRULE:FREQ=WEEKLY;UNTIL=20270101T000000Z"), "exchange.ends"),
    ((*WEEKLY, "RRULE:FREQ=WEEKLY", "EXDATE:20261130T113000"), "exchange.exceptions"),
    ((*WEEKLY,), "exchange.single"),
    (("DTSTART:20261123T113000", "DURATION:PT30M", "RRULE:FREQ=WEEKLY"), "exchange.no_name"),
    (("SUMMARY:x", "DURATION:PT30M", "RRULE:FREQ=WEEKLY"), "exchange.value"),
    (("SUMMARY:x", "DTSTART:20261123T113000", "RRULE:FREQ=WEEKLY"), "exchange.length"),
    (("SUMMARY:x", "DTSTART:20261123T113000", "DURATION:P9999D", "RRULE:FREQ=WEEKLY"), "exchange.length"),
    (("SUMMARY:x", "DTSTART:20261123T113000", "DURATION:-PT30M", "RRULE:FREQ=WEEKLY"), "exchange.length"),
    (("SUMMARY:x", "DTSTART:99991231T235959", "DURATION:PT1H", "RRULE:FREQ=WEEKLY"), "exchange.value"),
    (("SUMMARY:x", "DTSTART:00010101T000000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY"), "exchange.value"),
    (("SUMMARY:x", "DTSTART;TZID=Nowhere/Here:20261123T113000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY"), "exchange.zone"),
    (("SUMMARY:x", "DTSTART;TZID=Europe/Paris:20261123T113000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY"),
     "exchange.zone"),
    (("SUMMARY:x", "DTSTART;VALUE=DATE:20261123", "RRULE:FREQ=YEARLY"), "exchange.yearly"),
    (("SUMMARY:x", "DTSTART;VALUE=DATE:20261123", "DURATION:P999999D"), "exchange.value"),
    ((*WEEKLY, "RRULE:FREQ=WEEKLY", f"{ical_write.SESSION}:W1tbWw=="), "exchange.value")])
def test_what_no_session_can_follow_is_refused_with_its_reason(lines: tuple[str, ...], code: str) -> None:
    reading = one(*lines)
    assert reading.found == ()
    assert [item.code for item in reading.refused] == [code]


def _zones(count: int) -> str:
    return "BEGIN:VCALENDAR\r\n" + "BEGIN:VTIMEZONE\r\nTZID:x\r\n" * count + "END:VCALENDAR\r\n"


def _endless_zone(_: int) -> str:
    """A zone that changes its clock every second of a hundred years."""
    rule = "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nRRULE:FREQ=SECONDLY\r\nTZOFFSETFROM:+0700\r\n" \
           "TZOFFSETTO:+0700\r\nEND:STANDARD\r\n"
    return f"BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:x\r\n{rule}END:VTIMEZONE\r\n" + "\r\n".join(
        ["BEGIN:VEVENT", *WEEKLY, "RRULE:FREQ=DAILY", "END:VEVENT", "END:VCALENDAR", ""])


def _nested(count: int) -> str:
    return "BEGIN:VCALENDAR\r\n" + "BEGIN:VALARM\r\n" * count + "END:VALARM\r\n" * count + "END:VCALENDAR\r\n"


def _folded(count: int) -> str:
    return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:" + "a\r\n " * count + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


@pytest.mark.parametrize("make", [_zones, _endless_zone, _nested, _folded])
def test_a_file_made_to_hurt_is_over_soon(make: Callable[[int], str]) -> None:
    begun = clock_time.process_time()
    try:
        reading = ical_read.read(make(20_000), "a.ics", KINDS)
        assert len(reading.found) + len(reading.refused) <= 1
    except Refused as error:
        assert error.code == "exchange.broken"  # noqa: PT017  either may happen
    assert clock_time.process_time() - begun < 20


@settings(max_examples=80)
@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    for work in (lambda: ical_read.read(f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{text}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                                        "a", KINDS),
                 lambda: programmes.read(text, "a", HOURS), lambda: table.read_campaigns(text, "a", WORDS),
                 lambda: table.read_campaigns(f"Mục;Số lần;Đến ngày\r\n{text};{text};{text}", "a", WORDS)):
        try:
            work()
        except Refused as error:
            assert error.code.startswith("exchange.")  # noqa: PT017


def test_a_calendar_of_a_year_in_a_moment() -> None:
    """A planned year of two sessions a day is 730 events."""
    text = "BEGIN:VCALENDAR\r\n" + "\r\n".join(
        f"BEGIN:VEVENT\r\nSUMMARY:x\r\nDTSTART:{NOW.astimezone(UTC):%Y%m%dT%H%M%SZ}\r\nDURATION:PT1H\r\nEND:VEVENT"
        for _ in range(730)) + "\r\nEND:VCALENDAR\r\n"
    reading = ical_read.read(text, "a.ics", KINDS)
    assert {item.code for item in reading.refused} == {"exchange.single"}
    assert len(reading.refused) == 730


# -- tables --

@settings(max_examples=60)
@given(st.text(max_size=60).map(lambda text: programme.one_line("x" + text)), st.integers(1, 24), days, days, weekdays,
       st.sampled_from(("=", "+", "-", "@", "")), st.sampled_from(";\t,"))
def test_a_row_comes_back(item: str, times: int, first: date, last: date, held: str, sign: str, mark: str) -> None:
    import csv
    import io
    title = sign + item
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=mark)
    writer.writerow(table.CAMPAIGN_HEADS)
    names = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
    writer.writerow([f"' {title}" if sign else title, times, "tuần", f"{first:%d/%m/%Y}", f"{last:%d/%m/%Y}",
                     " ".join(names[int(digit) - 1] for digit in held), "Ưu tiên", "Sáng; Chiều", "Thôn 1; Thôn 2", 45])
    reading = table.read_campaigns(out.getvalue(), "a.csv", WORDS)
    assert reading.refused == ()
    assert [found.what for found in reading.found] == [Terms(
        title, times, first, last, table.Per.WEEK, held, table.Urgency.PRIORITY, ("morning", "afternoon"),
        ("Thôn 1", "Thôn 2"), 45)]


@pytest.mark.parametrize(("text", "expected"), [
    ("T2-T6", "12345"), ("thứ Hai đến thứ Sáu", "12345"), ("thứ 7, Chủ nhật", "67"), ("CN", "7"), ("8", "7"),
    ("2,4,6", "135"), ("246", "135"), ("hằng ngày", "1234567"), ("Tất cả các ngày", "1234567"), ("cả tuần", "1234567"),
    ("t2–cn", "1234567"), ("", "1234567")])
def test_days_as_vietnamese_count_them(text: str, expected: str) -> None:
    """Thứ 2 is Monday; in a column of English name 2 is Tuesday."""
    reading = table.read_campaigns(f"Mục;Số lần;Đến ngày;Thứ\na;1;30/11/2026;{text}", "a", WORDS)
    assert [found.what.weekdays for found in reading.found] == [expected]  # type: ignore[union-attr]
    english = table.read_campaigns("item;times;to;weekdays\na;1;30/11/2026;2", "a", WORDS)
    assert [found.what.weekdays for found in english.found] == ["2"]  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["1", "9", "T6-T2", "gấp", "0", "2-"])
def test_days_nobody_counts_so_are_refused(text: str) -> None:
    reading = table.read_campaigns(f"Mục;Số lần;Đến ngày;Thứ\na;1;30/11/2026;{text}", "a", WORDS)
    assert [item.code for item in reading.refused] == ["exchange.value"]
