"""What is read back before it is saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from schedule_station import MORNING, SATURDAY, run_of, sound

from broadcaster.schedule.model import IfMissed, Per, Period, RelaySlot
from broadcaster.schedule.words import (
    part_of_day,
    sentences_of_campaign,
    sentences_of_period,
    sentences_of_template,
    spoken_time,
    time_words,
    weekday_words,
)


@pytest.mark.parametrize(("clock", "words"), [
    ("00:00", "12 giờ đêm"), ("00:15", "12 giờ 15 đêm"), ("03:15", "3 giờ 15 sáng"), ("05:00", "5 giờ sáng"),
    ("10:59", "10 giờ 59 sáng"), ("11:00", "11 giờ trưa"), ("12:30", "12 giờ 30 trưa"), ("13:00", "1 giờ chiều"),
    ("17:00", "5 giờ chiều"), ("18:00", "6 giờ tối"), ("21:05", "9 giờ 05 tối"), ("22:00", "10 giờ đêm"),
])
def test_an_hour_is_said_as_people_say_it(clock: str, words: str) -> None:
    moment = time.fromisoformat(clock)
    assert spoken_time(moment) == words
    assert time_words(moment) == f"{clock} ({words})"


def test_every_hour_has_its_part_and_no_two_hours_sound_alike() -> None:
    said = [spoken_time(time(hour)) for hour in range(24)]
    assert len(set(said)) == 24, "5 giờ sáng is never 5 giờ chiều"
    assert {part_of_day(time(hour)) for hour in range(24)} == {"sáng", "trưa", "chiều", "tối", "đêm"}


@pytest.mark.parametrize(("weekdays", "words"), [
    ("1234567", "tất cả các ngày trong tuần"), ("12345", "thứ Hai đến thứ Sáu"), ("67", "thứ Bảy và Chủ nhật"),
    ("7", "Chủ nhật"), ("135", "thứ Hai, thứ Tư và thứ Sáu"), ("1237", "thứ Hai đến thứ Tư và Chủ nhật"),
])
def test_days_of_the_week_in_words(weekdays: str, words: str) -> None:
    assert weekday_words(weekdays) == words


def test_a_session_reads_itself_back() -> None:
    template = replace(MORNING, weekdays="123456", season_from="10-15", season_to="04-14", filler="nhac",
                       zones=("Thôn Đông", "Thôn Tây"), relays=(RelaySlot("vov1", time(5, 30), 15),))
    assert sentences_of_template(template, {"vov1": "Thời sự VOV1"}) == (
        "Buổi sáng bắt đầu lúc 05:00 (5 giờ sáng), dài nhất 60 phút, kết thúc chậm nhất lúc 06:00 (6 giờ sáng).",
        "Phát vào thứ Hai đến thứ Bảy, từ 15/10 đến hết 14/04 hằng năm, chỉ trên cụm loa Thôn Đông và Thôn Tây.",
        "Đúng 05:30 (5 giờ 30 sáng) tiếp sóng Thời sự VOV1 trong 15 phút, đến 05:45.",
        "Các mục của đài xếp quanh phần tiếp sóng; phần tiếp sóng luôn bắt đầu đúng giờ.",
        "Còn trống trước giờ tiếp sóng thì phát nhạc.")
    late = sentences_of_template(replace(MORNING, starts=time(23, 30), weekdays=""))
    assert "00:30 (12 giờ 30 đêm) ngày hôm sau" in late[0]
    assert late[1].startswith("Ngày thường không phát")


def test_a_campaign_reads_itself_back() -> None:
    campaign = replace(run_of(sound("rác"), 2, SATURDAY, date(2026, 11, 30)).campaign, title="Thu gom rác")
    assert sentences_of_campaign(campaign)[:2] == (
        "“Thu gom rác” phát 2 lần mỗi ngày, từ thứ Bảy, 21/11/2026 đến hết thứ Hai, 30/11/2026.",
        "Tất cả 10 ngày, 20 lượt phát.")
    picky = replace(campaign, weekdays="67", dayparts=("morning",), zones=("Thôn Tây",), spacing_minutes=90,
                    if_missed=IfMissed(session="chieu"))
    assert sentences_of_campaign(picky, {"chieu": "Buổi chiều"}, ("Thôn Tây", "Thôn Đông"))[1:] == (
        "Chỉ phát vào thứ Bảy và Chủ nhật. Tất cả 4 ngày, 8 lượt phát.", "Chỉ phát vào buổi sáng.",
        "Phát chỉ trên cụm loa Thôn Tây.", "Hai lần phát trong ngày cách nhau ít nhất 1 giờ 30 phút.",
        "Lỡ giờ thì phát bù vào Buổi chiều cùng ngày.")
    weekly = sentences_of_campaign(replace(campaign, per=Per.WEEK, times=3))
    assert weekly[0].startswith("“Thu gom rác” phát 3 lần mỗi tuần")


def test_a_period_reads_itself_back() -> None:
    period = Period("p", "mourning", "Quốc tang", SATURDAY, date(2026, 11, 22), "Lễ quốc tang", "12/TB-UBND", "free",
                    ("morning",), ("nhac", "nhac_cat"))
    assert sentences_of_period(period, {"morning": "Buổi sáng"}, {"free": "Không giới hạn"}) == (
        "Quốc tang: từ thứ Bảy, 21/11/2026 đến hết Chủ nhật, 22/11/2026 (2 ngày).",
        "Những ngày này chỉ phát Buổi sáng.", "Theo khung quy định “Không giới hạn”.", "Không phát nhạc và nhạc cắt.",
        "Theo văn bản số 12/TB-UBND.", "Lý do: Lễ quốc tang.")
    assert "không phát buổi nào" in sentences_of_period(replace(period, sessions=()))[1]
